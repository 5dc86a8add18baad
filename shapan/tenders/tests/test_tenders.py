"""A tender goes by acts that leave a record, and supports one bidder for each lot."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from shapan.compliance import queries as compliance
from shapan.journal.models import Event
from shapan.kernel.errors import EditConflict
from shapan.opportunities import actions as opportunities
from shapan.tenders import actions, queries
from shapan.tenders.models import SupportedBidder
from shapan.tenders.terms import Authorship, Day, OwnRule, Procurement, State
from shapan.tenders.tests.scenes import PUBLISHED, opened, published, step

DAY = date(2026, 3, 5)


def test_a_tender_goes_its_way_and_every_step_is_kept(cast):
    tender = opened(cast.lin, cast.hebei.pk)
    for to, on in [
        (State.PUBLISHED, date(2026, 3, 1)), (State.EVALUATION, date(2026, 3, 22)),
        (State.STANDSTILL, date(2026, 4, 2)), (State.AWARDED, date(2026, 4, 10)), (State.CONTRACTED, date(2026, 5, 2)),
    ]:  # fmt: skip
        tender = step(cast.lin, tender, to, on)
    assert (tender.published_on, tender.ended_on) == (date(2026, 3, 1), date(2026, 4, 10))
    assert [row.after for row in queries.steps(tender_id=tender.pk)] == [
        "contracted", "awarded", "standstill", "evaluation", "published", "planning",
    ]  # fmt: skip
    told = Event.objects.scope("test").filter(tag="tenders:tender:step", account_id=cast.hebei.pk)
    assert told.count() == 5


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"official_channel": " "}, "official_channel"),
        ({"procurement": ""}, "procurement"),
        ({"authorship": ""}, "authorship"),
    ],
)
def test_it_is_not_published_before_the_channel_and_our_part_are_known(cast, facts, field):
    tender = opened(cast.lin, cast.hebei.pk, **facts)
    with pytest.raises(actions.TenderRefused) as refused:
        step(cast.lin, tender, State.PUBLISHED, PUBLISHED)
    assert refused.value.field == field


def test_who_wrote_the_specification_does_not_take_part(cast):
    tender = opened(cast.lin, cast.hebei.pk, authorship=Authorship.WROTE)
    with pytest.raises(actions.TenderRefused) as refused:
        step(cast.lin, tender, State.PUBLISHED, PUBLISHED)
    assert refused.value.field == "authorship"


def test_a_tender_without_a_customer_is_not_published(cast):
    deal = opportunities.open_opportunity(actor=cast.lin, name="x", today=DAY)
    tender = actions.open_tender(
        actor=cast.lin, opportunity_id=deal.pk, name="x", today=DAY, procurement="public", official_channel="c",
        authorship="none",
    )  # fmt: skip
    with pytest.raises(actions.TenderRefused):
        step(cast.lin, tender, State.PUBLISHED, DAY)


def test_steps_are_in_order_and_never_ahead(cast):
    tender = published(cast.lin, cast.hebei.pk)
    who = {"actor": cast.lin, "tender_id": tender.pk, "version": tender.version, "to": State.EVALUATION}
    for on in (date(2026, 2, 27), date(2026, 3, 6)):
        with pytest.raises(actions.TenderRefused) as refused:
            actions.take_step(**who, on=on, today=DAY)
        assert refused.value.field == "on"
    with pytest.raises(EditConflict):
        actions.take_step(**who | {"version": 1}, on=DAY, today=DAY)


def test_what_makes_it_quiet_no_longer_changes_once_it_is_published(cast):
    tender = published(cast.lin, cast.hebei.pk)
    who = {"actor": cast.lin, "tender_id": tender.pk, "version": tender.version, "today": DAY}
    for facts in ({"procurement": Procurement.PRIVATE}, {"own_rule": OwnRule.FREE}, {"official_channel": ""}):
        with pytest.raises(actions.TenderRefused):
            actions.change_tender(**who, **facts)
    assert actions.change_tender(**who, reference="HB-2026-7").reference == "HB-2026-7"


def test_a_cancelled_tender_is_begun_again_once(cast):
    tender = step(cast.lin, published(cast.lin, cast.hebei.pk), State.CANCELLED, DAY, why="投标人不足")
    again = actions.retender(actor=cast.lin, tender_id=tender.pk, version=tender.version, today=DAY)
    assert (again.state, again.retender_of_id, again.name) == (State.PLANNING, tender.pk, tender.name)
    with pytest.raises(actions.TenderRefused):
        actions.retender(actor=cast.lin, tender_id=tender.pk, version=tender.version, today=DAY)


def test_one_lot_one_bidder(cast):
    tender = opened(cast.lin, cast.hebei.pk)
    (lot,) = queries.lots(tender_id=tender.pk)
    actions.support(actor=cast.lin, lot_id=lot.id, bidder="远成科技", today=DAY)
    with pytest.raises(actions.TenderRefused) as refused:
        actions.support(actor=cast.ke, lot_id=lot.id, bidder="燕赵系统集成", today=DAY)
    assert "远成科技" in str(refused.value)
    with pytest.raises(IntegrityError), transaction.atomic():
        SupportedBidder(lot_id=lot.id, bidder="绕过", named_on=DAY, named_by=cast.lin).save()
    other = actions.add_lot(actor=cast.lin, tender_id=tender.pk, name="第二标段", today=DAY)
    actions.support(actor=cast.lin, lot_id=other.pk, bidder="燕赵系统集成", today=DAY)
    assert [row.bidder for row in queries.lots(tender_id=tender.pk)] == ["远成科技", "燕赵系统集成"]


def test_sides_are_not_changed_in_a_running_tender(cast):
    tender = opened(cast.lin, cast.hebei.pk)
    (lot,) = queries.lots(tender_id=tender.pk)
    actions.support(actor=cast.lin, lot_id=lot.id, bidder="甲", today=DAY)
    actions.end_support(actor=cast.lin, lot_id=lot.id, why="放弃", today=DAY)
    actions.support(actor=cast.lin, lot_id=lot.id, bidder="乙", today=DAY)
    step(cast.lin, tender, State.PUBLISHED, PUBLISHED)
    with pytest.raises(actions.TenderRefused):
        actions.end_support(actor=cast.lin, lot_id=lot.id, why="换一家", today=DAY)


def test_days_are_proposed_edited_and_breaches_named(cast):
    tender = opened(cast.lin, cast.hebei.pk, bid_bond=3)
    who = {"actor": cast.lin, "tender_id": tender.pk, "today": DAY}
    tender = actions.set_days(**who, version=1, days={Day.ISSUED: PUBLISHED}, fill=True)
    facts = queries.tender(**who)
    assert dict(queries.schedule(facts).days)[Day.DEADLINE] == date(2026, 3, 21)
    days = {Day.ISSUED: PUBLISHED, Day.DEADLINE: date(2026, 3, 12)}
    actions.set_days(**who, version=2, days=days)
    schedule = queries.schedule(queries.tender(**who))
    assert [one.article for one in schedule.breaches] == ["招标投标法 24", "实施条例 26"]
    assert dict(schedule.days)[Day.CLARIFY] is None


def test_it_is_quiet_from_publication_to_award(cast):
    def quiet(today):
        return bool(compliance.quiet(actor=cast.lin, account_ids=[cast.hebei.pk], today=today))

    tender = opened(cast.lin, cast.hebei.pk)
    assert not quiet(DAY)
    for to, on in [(State.PUBLISHED, date(2026, 3, 1)), (State.EVALUATION, date(2026, 3, 22))]:
        tender = step(cast.lin, tender, to, on)
    step(cast.lin, tender, State.AWARDED, date(2026, 4, 10))
    days = [date(2026, 2, 28), date(2026, 3, 1), date(2026, 4, 9), date(2026, 4, 10)]
    assert [quiet(day) for day in days] == [False, True, True, False]


def test_a_private_buyer_who_allows_contact_is_not_quiet(cast):
    published(cast.lin, cast.hebei.pk, procurement=Procurement.PRIVATE, own_rule=OwnRule.FREE)
    assert compliance.quiet(actor=cast.lin, account_ids=[cast.hebei.pk], today=DAY) == []


@pytest.mark.parametrize(("name", "status"), [("lin", 200), ("wu", 404), (None, 302)])
def test_the_page_by_role(client, cast, name, status):
    tender = opened(cast.lin, cast.hebei.pk)
    if name:
        client.force_login(getattr(cast, name))
    assert client.get(reverse("tenders:one", args=[tender.pk])).status_code == status


def test_from_opportunity_to_award_without_scripts(client, cast):
    deal = opportunities.open_opportunity(actor=cast.lin, account_id=cast.hebei.pk, name="扩容", today=DAY)
    client.force_login(cast.lin)
    assert "没有已知的招标" in client.get(reverse("opportunities:one", args=[deal.pk])).content.decode()
    done = client.post(
        reverse("tenders:open", args=[deal.pk]),
        {
            "name": "扩容招标",
            "procurement": "public",
            "authorship": "open",
            "official_channel": "平台",
            "calendar": "china",
        },
    )
    page = done.url
    tender_id = int(page.strip("/").split("/")[-1])
    assert client.post(f"{page}days/", {"issued": "2026-03-01", "fill": "on", "version": 1}).status_code == 302
    assert "2026-03-21" in client.get(page).content.decode()
    refused = client.post(f"{page}steps/published/", {"on": "2999-01-01", "version": 2})
    assert refused.status_code == 422
    assert client.post(f"{page}steps/published/", {"on": "2026-03-01", "version": 2}).status_code == 302
    at = {"insight:house": cast.hebei.pk, "interactions:log": cast.hebei.pk, "insight:person": cast.gao.pk}
    banners = [reverse(name, args=[pk]) for name, pk in (at | {"opportunities:one": deal.pk}).items()]
    for shown in (page, "/", *banners):
        assert "静默期" in client.get(shown).content.decode(), shown
    lot = queries.lots(tender_id=tender_id)[0].id
    assert client.post(reverse("tenders:support", args=[lot]), {"bidder": "远成"}).status_code == 302
    second = client.post(reverse("tenders:support", args=[lot]), {"bidder": "另一家"})
    assert second.status_code == 422
    assert "远成" in second.content.decode()
