"""A purchase of twelve million at Hebei: the director releases up to five million, the vice president up to twenty, and
headquarters keeps the shortlist.
"""

from datetime import date
from decimal import Decimal

from shapan.accounts import actions as accounts
from shapan.decisions import actions as decisions
from shapan.decisions.actions import BandSpec
from shapan.decisions.terms import Authority, BudgetSource, Confidence, Procedure, PurchasingModel, SeatCode
from shapan.interactions import actions as interactions
from shapan.interactions.terms import Kind
from shapan.opportunities import actions as opportunities
from shapan.people import actions as people
from shapan.relationships import actions as relationships
from shapan.relationships.terms import Criterion

TODAY = date(2026, 6, 1)
LATELY = date(2026, 5, 31)
TWELVE = Decimal(12_000_000)


def set_up(cast):
    """The vice president is 何副总; at headquarters sits 孟总, open to the key-account office only."""
    cast.at = {"actor": cast.lin, "account_id": cast.hebei.pk, "today": TODAY}
    cast.group = accounts.open_account(actor=cast.ke, name="集团", tier="S", today=TODAY)
    above = {"actor": cast.ke, "account_id": cast.group.pk, "today": TODAY}
    accounts.change_account(actor=cast.ke, account_id=cast.hebei.pk, version=1, today=TODAY, parent_id=cast.group.pk)
    cast.vice, cast.president = (people.open_post(**cast.at, title=title) for title in ("副总裁", "总裁"))
    cast.he = people.enrol_person(
        actor=cast.lin, name="何副总", post_id=cast.vice.pk, started_on=date(2025, 1, 1), today=TODAY
    )
    cast.buyer = people.open_post(**above, title="集采中心主任")
    cast.meng = people.enrol_person(
        actor=cast.ke, name="孟总", post_id=cast.buyer.pk, started_on=date(2025, 1, 1), today=TODAY
    )
    floors = {0: cast.post, 5_000_000: cast.vice, 20_000_000: cast.president}
    decisions.record_mode(**above, bands=(BandSpec(Decimal(0), cast.buyer.pk),), model=PurchasingModel.CENTRAL)
    cast.mode = decisions.record_mode(
        actor=cast.ke, account_id=cast.hebei.pk, today=TODAY, category="承载网",
        bands=tuple(BandSpec(Decimal(floor), post.pk) for floor, post in floors.items()),
        model=PurchasingModel.SHORTLIST, headquarters_id=cast.group.pk, shortlisted=True, reported=True,
        authority=Authority.SINGLE, procedure=Procedure.INQUIRY, budget_source=BudgetSource.OWN, technology_rank=1,
        calendar="十月冻结预算", acceptance_decider_id=cast.post.pk, source="采购管理办法", grade="B2",
    )  # fmt: skip
    cast.deal = opportunities.open_opportunity(
        **cast.at, name="承载网扩容", amount=TWELVE, currency="CNY", category="承载网", expected_on=date(2026, 9, 30)
    ).pk
    cast.of = {"actor": cast.lin, "opportunity_id": cast.deal, "today": TODAY}
    return cast


def name_user(cast):
    """Gao uses what is bought, too, as the customer's default unit has it."""
    decisions.name_holder(**cast.at, code=SeatCode.USER, person_id=cast.gao.pk, confidence=Confidence.CONFIRMED)


def befriend(cast, person, level=1, account_id=None):
    """Somebody supports us by evidence in every criterion, and was met yesterday."""
    at = {"actor": cast.ke, "account_id": account_id or cast.hebei.pk, "today": TODAY}
    interactions.log_interaction(
        **at, kind=Kind.MEETING, held_on=LATELY, person_ids=(person.pk,), purpose="p", outcome="o", next_step="n"
    )
    for criterion in Criterion:
        seen = relationships.record_evidence(
            **at, person_id=person.pk, criterion=criterion, level=level, statement="s", observed_on=LATELY
        )
        relationships.verify_evidence(actor=cast.system, evidence_id=seen.pk, today=TODAY)
