"""Changes to persons, posts and appointments: one at a time from the pages, in batches from files."""

from shapan.people.actions.likes import note_persons, places_of
from shapan.people.actions.persons import (
    change_person,
    enrol_person,
    link_people,
    meet_person,
    record_objection,
    withdraw_objection,
)
from shapan.people.actions.posts import PersonRefused, appoint, end_appointment, move_person, open_post, report_to

__all__ = [
    "PersonRefused",
    "appoint",
    "change_person",
    "end_appointment",
    "enrol_person",
    "link_people",
    "meet_person",
    "move_person",
    "note_persons",
    "open_post",
    "places_of",
    "record_objection",
    "report_to",
    "withdraw_objection",
]
