"""Into quarantine and out of it. A text with restricted words is kept from where it was meant to go, and kept."""

from collections.abc import Mapping
from datetime import date

from django.db import transaction
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _

from shapan.compliance import policies
from shapan.compliance.models import Quarantine
from shapan.compliance.phrases import KINDS, STOPS
from shapan.compliance.rules.quiet import Contact, Quiet, judge
from shapan.compliance.rules.text import Finding, check, one_form
from shapan.compliance.terms import Door, State, Stop, Tag
from shapan.foundation.models import change
from shapan.identity import actions as identity
from shapan.identity import queries as colleagues
from shapan.identity.terms import Role
from shapan.journal import actions as journal
from shapan.kernel.errors import Refused

STOP_FIELDS = {Stop.HOSPITALITY: "kind", Stop.VISIT: "bearing", Stop.UNANSWERED: "bearing", Stop.UNOFFICIAL: "bearing"}


class ComplianceRefused(Refused):
    """The message is fit to show to the person who asked."""


class QuietPeriod(ComplianceRefused):
    """A tender is quiet, and this contact may not be."""


class Withheld(Refused):
    """The submission is in quarantine. `fields` hold what is restricted: no door may show or keep them again."""

    def __init__(self, message: object, *, fields: tuple[str, ...]) -> None:
        super().__init__(message, field=fields[0])
        self.withheld = fields


def screen(
    *,
    actor,
    today: date,
    door: Door,
    texts: Mapping[str, str],
    place: str = "",
    account_id: int | None = None,
    quiet: bool = False,
) -> None:
    """Nothing, when these texts and file names may be stored. Else they go into quarantine whole, and the caller is
    refused. Call it before the transaction of the write: the refusal takes that back, and must not take this back.
    """
    findings = check(texts, quiet=quiet)
    if not findings:
        return
    fields = tuple(dict.fromkeys(one.field for one in findings))
    marks = sorted({_mark(texts[field]) for field in fields})
    known = list(policies.written_by(actor).exclude(state=State.DESTROYED).values_list("state", "marks"))
    released = {mark for state, those in known if state == State.RELEASED for mark in those}
    if released.issuperset(marks):
        return
    if not any(state == State.HELD and those == marks for state, those in known):
        _hold(
            actor=actor, on=today, door=door, place=place[:80], account_id=account_id, marks=marks, fields=list(fields),
            categories=sorted({one.category.value for one in findings}),
            content={field: text for field, text in texts.items() if text},
        )  # fmt: skip
    raise Withheld(told(findings), fields=fields)


def hold_to_quiet(contact: Contact, periods: list[Quiet]) -> None:
    """Nothing, when the contact may be; else a refusal that names the tender, the day and what is allowed."""
    for period in periods:
        stop = judge(contact, period)
        if stop is not None:
            said = {"tender": period.tender, "account": period.account, "since": period.since, "day": contact.held_on}
            raise QuietPeriod(str(STOPS[stop]).format(channel=period.channel, **said), field=STOP_FIELDS[stop])


def told(findings: tuple[Finding, ...]) -> str:
    """What happened and what to do, without the words themselves."""
    kinds = _(", ").join(str(KINDS[kind]) for kind in dict.fromkeys(one.category for one in findings))
    return _(
        "Not saved: this reads like {kinds}, which Shapan must not hold. It went to compliance, unread by anybody "
        "else. Write the note again without it."
    ).format(kinds=kinds)


@transaction.atomic
def report(*, actor, today: date, how: str, what: str, file_name: str = "") -> Quarantine:
    """Somebody received what they should not have, and stopped reading: compliance decides what follows."""
    texts = {"how": how, "what": what, "file_name": file_name}
    content = {field: text for field, text in texts.items() if text.strip()}
    if not content.get("what"):
        raise ComplianceRefused(_("Say in a few words what you received."), field="what")
    row = Quarantine(writer=actor, on=today, door=Door.REPORT, fields=[], content=content)
    row.save()
    journal.record(actor=actor, tag=Tag.REPORTED, subject=row)
    return row


@transaction.atomic
def release(**decision) -> Quarantine:
    """It was harmless: the writer may read it again and save it in these words."""
    return _decide(State.RELEASED, Tag.RELEASED, **decision)


@transaction.atomic
def destroy(**decision) -> Quarantine:
    """The text is gone for good; that it was there, and why it went, stays."""
    return _decide(State.DESTROYED, Tag.DESTROYED, content={}, marks=[], **decision)


@transaction.atomic
def appoint_officer(*, user_id: int, today: date) -> None:
    """From the machine's own command line only: no page and no import makes somebody an officer."""
    user = colleagues.user_numbered(user_id)
    if colleagues.roles_of(user, today) & {Role.ADMINISTRATOR, Role.KEY_ACCOUNT_OFFICE}:
        raise ComplianceRefused(_("Whoever administers or oversees all customers cannot be compliance as well."))
    identity.give_role(user=user, role=Role.COMPLIANCE, today=today)
    journal.record(actor=colleagues.system_actor(), tag=Tag.APPOINTED, subject=user, user=user.pk)


@transaction.atomic
def _hold(*, actor, **submission) -> None:
    row = Quarantine(writer=actor, **submission)
    row.save()
    journal.record(actor=actor, tag=Tag.HELD, subject=row, kinds=row.categories, writer=actor.pk)


def _decide(state: State, tag: Tag, *, actor, quarantine_id, version, reason, today, **more) -> Quarantine:
    row = None
    if policies.is_officer(actor, today):
        found = policies.quarantine_open_to(actor, today).select_for_update()
        row = found.filter(pk=quarantine_id, state=State.HELD).first()
    if row is None:
        raise ComplianceRefused(_("There is nothing here that waits for your decision."))
    if not reason.strip():
        raise ComplianceRefused(_("Give the reason."), field="reason")
    if check({"reason": reason}):
        raise ComplianceRefused(_("Give the reason without the restricted words: it stays."), field="reason")
    change(row, version=version, state=state, decided_by=actor, decided_on=today, reason=reason.strip(), **more)
    journal.record(actor=actor, tag=tag, subject=row, writer=row.writer_id, reason=row.reason)
    return row


def _mark(text: str) -> str:
    return salted_hmac("shapan.compliance", one_form(text), algorithm="sha256").hexdigest()
