"""What a quiet period allows: from publication to award, contact by the official channel only (domain.md §15.4)."""

from dataclasses import dataclass
from datetime import date

from shapan.compliance.terms import Bearing, Stop

OPEN_TO_ALL = frozenset({Bearing.OFFICIAL, Bearing.OFFERED})


@dataclass(frozen=True, slots=True)
class Quiet:
    """A tender in its quiet period, [since, until). `people` take part in the decision; None: nobody is named there,
    so it may be anybody.
    """

    tender_id: int
    tender: str
    account_id: int
    account: str
    since: date
    until: date | None
    channel: str
    people: frozenset[int] | None

    def covers(self, day: date) -> bool:
        return self.since <= day and (self.until is None or day < self.until)

    def concerns(self, person_ids: frozenset[int]) -> bool:
        return self.people is None or bool(self.people & person_ids)


@dataclass(frozen=True, slots=True)
class Contact:
    """What matters of a contact. `bearing` None: nobody has said what it has to do with the tender."""

    account_id: int
    held_on: date
    people: frozenset[int]
    entertains: bool
    visit: bool
    bearing: Bearing | None


def is_touched(contact: Contact, quiet: Quiet) -> bool:
    """Whether the contact falls into this quiet period: at that customer, or with those who decide there."""
    named = quiet.people is not None and bool(quiet.people & contact.people)
    return quiet.covers(contact.held_on) and (contact.account_id == quiet.account_id or named)


def judge(contact: Contact, quiet: Quiet) -> Stop | None:
    """Why this contact may not be; None when it may. Meals and gifts never; visits only if every bidder was offered
    one; all else by the official channel, or plainly about something else with somebody who does not decide.
    """
    if not is_touched(contact, quiet):
        return None
    if contact.entertains:
        return Stop.HOSPITALITY
    if contact.visit:
        return None if contact.bearing is Bearing.OFFERED else Stop.VISIT
    if contact.bearing in OPEN_TO_ALL:
        return None
    if contact.bearing is None:
        return Stop.UNANSWERED
    return Stop.UNOFFICIAL if contact.bearing is Bearing.UNOFFICIAL or quiet.concerns(contact.people) else None
