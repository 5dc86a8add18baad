"""Finding people, companies, posts and contacts by a few characters, from every page (table stakes; method 16).

Two characters, pinyin in full or its initials, a slip of the finger, a piece of a phone number: all find, on both
databases alike, and only what the person who asks may see. The apps above bring their kinds of things to `registry`
and report every change to `actions`.
"""
