"""Who may see and change leads and opportunities.

With a customer, they are open to whoever reaches that customer. Without one, to the owner (of a lead, also to whoever
captured it), to the leaders above and to those who see all customers.
"""

from datetime import date

from django.db.models import Q, QuerySet

from shapan.access import policies as access
from shapan.access.terms import Level
from shapan.foundation.models import Scope, listed
from shapan.identity import queries as identity
from shapan.opportunities.models import (
    DatePush,
    ExchangeRate,
    Lead,
    LeadChange,
    Opportunity,
    OpportunityLine,
    Product,
    Review,
    SalesTarget,
    StageChange,
)


def opportunities_open_to(actor, today: date, level: Level = Level.VIEW) -> QuerySet[Opportunity]:
    return _open_to(Opportunity.objects.scope(Scope.POLICY), actor, today, level, ("owner_id",))


def leads_open_to(actor, today: date, level: Level = Level.VIEW) -> QuerySet[Lead]:
    return _open_to(Lead.objects.scope(Scope.POLICY), actor, today, level, ("owner_id", "captured_by_id"))


def stage_changes_open_to(actor, today: date) -> QuerySet[StageChange]:
    return _parts_open_to(StageChange, actor, today)


def pushes_open_to(actor, today: date) -> QuerySet[DatePush]:
    return _parts_open_to(DatePush, actor, today)


def lines_open_to(actor, today: date) -> QuerySet[OpportunityLine]:
    return _parts_open_to(OpportunityLine, actor, today)


def reviews_open_to(actor, today: date) -> QuerySet[Review]:
    return _parts_open_to(Review, actor, today)


def lead_changes_open_to(actor, today: date) -> QuerySet[LeadChange]:
    open_leads = leads_open_to(actor, today).values("pk")
    return LeadChange.objects.scope(Scope.POLICY).filter(lead__in=open_leads)


def targets_open_to(actor, today: date) -> QuerySet[SalesTarget]:
    """One's own, those of people led; whoever sees all customers sees all."""
    return SalesTarget.objects.scope(Scope.POLICY).filter(_of_led(actor, today))


def answered_for(actor, today: date) -> QuerySet[Opportunity]:
    """Of what the actor may see, what is the actor's or of people led: what a target is measured by."""
    return opportunities_open_to(actor, today).filter(_of_led(actor, today))


def colleagues_to_set_targets(actor, today: date) -> list:
    """For whom the actor may set targets: people led, not oneself; the key-account office for everybody."""
    if access.sees_all_accounts(actor, today):
        return identity.colleagues()
    return [row for row in identity.colleagues(ids=identity.people_led_by(actor)) if row.id != actor.pk]


def _of_led(actor, today: date) -> Q:
    return Q() if access.sees_all_accounts(actor, today) else Q(owner__in=identity.people_led_by(actor))


def products() -> QuerySet[Product]:
    """What we sell is known to every colleague."""
    return Product.objects.scope(Scope.POLICY)


def rates() -> QuerySet[ExchangeRate]:
    """So are the rates we reckon with."""
    return ExchangeRate.objects.scope(Scope.POLICY)


def may_change(actor, opportunity_id: int, today: date) -> bool:
    return opportunities_open_to(actor, today, Level.EDIT).filter(pk=opportunity_id).exists()


def may_change_lead(actor, lead_id: int, today: date) -> bool:
    return leads_open_to(actor, today, Level.EDIT).filter(pk=lead_id).exists()


def changeable(actor, ids, today: date) -> set[int]:
    """Those of these opportunities that the actor may change."""
    found = opportunities_open_to(actor, today, Level.EDIT).filter(pk__in=listed(ids))
    return set(found.values_list("pk", flat=True))


def standing(ids) -> set[int]:
    """Those of these opportunities that exist; for actions that ask the right to all of them next."""
    found = Opportunity.objects.scope(Scope.POLICY).filter(pk__in=listed(ids))
    return set(found.values_list("pk", flat=True))


def may_own_unplaced(actor, owner_ids, today: date) -> set[int]:
    """Those of these colleagues in whose name the actor may keep something that has no customer."""
    if access.sees_all_accounts(actor, today):
        return set(owner_ids)
    led = {row.id for row in identity.colleagues(ids=identity.people_led_by(actor))}
    return set(owner_ids) & led


def may_keep_catalogue(actor, today: date) -> bool:
    """Products and rates concern everybody: the key-account office, administrators and the system keep them."""
    return access.sees_all_accounts(actor, today) or identity.administers(actor, today)


def _open_to(rows: QuerySet, actor, today: date, level: Level, mine: tuple[str, ...]) -> QuerySet:
    if actor is None:
        raise access.NoActor("Name the actor.")
    if not actor.is_authenticated or not actor.is_active:
        return rows.none()
    if access.sees_all_accounts(actor, today):
        return rows
    led = identity.people_led_by(actor)
    unplaced = Q()
    for column in mine:
        unplaced |= Q(**{f"{column}__in": led})
    return rows.filter(
        Q(account_id__in=access.accounts_reached(actor, today, level)) | (Q(account_id__isnull=True) & unplaced)
    )


def _parts_open_to(model, actor, today: date) -> QuerySet:
    return model.objects.scope(Scope.POLICY).filter(opportunity__in=opportunities_open_to(actor, today).values("pk"))
