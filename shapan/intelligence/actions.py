"""Recording what was seen of a competitor."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from shapan.accounts import actions as companies
from shapan.accounts import policies as accounts
from shapan.intelligence.models import CompetitorStanding
from shapan.intelligence.terms import Tag
from shapan.journal import actions as journal
from shapan.kernel.errors import Refused
from shapan.people import policies as people


class IntelligenceRefused(Refused):
    """The message is fit to show to the person who asked."""


@transaction.atomic
def see_competitor(
    *,
    actor,
    account_id: int,
    person_id: int,
    level: int,
    observed_on: date,
    statement: str,
    today: date,
    competitor_id: int | None = None,
    competitor: str = "",
) -> CompetitorStanding:
    """Write down at which level a competitor stands with a person, and what shows it. A company nobody has named
    before is taken down as a competitor by its `competitor` name.
    """
    if not accounts.may_edit(actor, account_id, today):
        raise IntelligenceRefused(_("You hold no seat on this account team."))
    if not people.people_open_to(actor, today).filter(pk=person_id).exists():
        raise IntelligenceRefused(_("There is no such person."), field="person_id")
    if observed_on > today:
        raise IntelligenceRefused(_("This day lies in the future."), field="observed_on")
    if competitor_id is None:
        competitor_id = companies.name_competitor(actor=actor, account_id=account_id, name=competitor, today=today)
    standing = CompetitorStanding(
        account_id=account_id,
        person_id=person_id,
        competitor_id=competitor_id,
        level=level,
        observed_on=observed_on,
        statement=statement,
        recorded_by=actor,
    )
    standing.full_clean()
    standing.save()
    journal.record(
        actor=actor,
        tag=Tag.COMPETITOR_SEEN,
        subject=standing,
        account_id=account_id,
        person_id=person_id,
        person=person_id,
        competitor=competitor_id,
    )
    return standing
