"""A company of a given size, the same for the same seed and day, written past the actions with bulk SQL.

Actions would take an hour for a hundred thousand people. What they would leave behind is written instead: the grants
that seats call for, the journal's events, the dates of appointments. The pages cannot tell the difference.
"""
