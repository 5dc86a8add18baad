"""What a contact must not hold, and when it may not be: asked of compliance before anything is written."""

from collections.abc import Iterable
from datetime import date

from shapan.compliance import actions as compliance
from shapan.compliance import queries as tenders
from shapan.compliance.rules.quiet import Contact, Quiet
from shapan.compliance.rules.text import entertains
from shapan.compliance.terms import Door
from shapan.interactions.terms import Kind

TEXTS = ("purpose", "outcome", "quote", "next_step")
VISITS = frozenset({Kind.MODEL_SITE_VISIT, Kind.HQ_VISIT})


def keep_out(
    *, actor, today: date, door: Door, account_id: int | None = None, held_on: date | None = None, promises=(), **told
) -> None:
    """Restricted words go into quarantine with the whole note, before anything of it is written. More words count when
    the customer has a tender that is quiet, on the day of the contact or today.
    """
    texts = {name: told[name] for name in TEXTS if told.get(name)}
    if promises:
        texts["promise"] = "\n".join(made.text for made in promises)
    quiet = bool(texts) and any(
        one.covers(day)
        for one in tenders.quiet(actor=actor, today=today, since=held_on, account_ids=[account_id])
        for day in (held_on or today, today)
    )
    compliance.screen(
        actor=actor, today=today, door=door, place="interactions", account_id=account_id, texts=texts, quiet=quiet
    )


def contact_of(*, kind: Kind, texts: Iterable[str], people: Iterable[int], **known) -> Contact:
    """What compliance must know of a contact; a meal is one whatever kind it is called."""
    meal = kind is Kind.BUSINESS_MEAL or bool(entertains({str(n): text for n, text in enumerate(texts) if text}))
    return Contact(people=frozenset(people), entertains=meal, visit=kind in VISITS, **known)


def hold_to_quiet(actor, today: date, *, only_hospitality: bool = False, **told) -> None:
    """Refused when a tender is quiet and the contact is not one of those allowed. A contact that is in the books
    already is asked about meals and gifts only.
    """
    contact = contact_of(**told)
    if not only_hospitality or contact.entertains:
        compliance.hold_to_quiet(contact, periods(actor, today, contact.held_on))


def periods(actor, today: date, since: date) -> list[Quiet]:
    """At every customer the actor may know: those who decide at one may be met at another."""
    return tenders.quiet(actor=actor, today=today, since=since)
