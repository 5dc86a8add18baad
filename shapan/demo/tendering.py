"""A tender that is quiet, and one thing that waits for compliance."""

from datetime import timedelta
from decimal import Decimal

from shapan.compliance import actions as compliance
from shapan.demo.world import World
from shapan.opportunities import actions as opportunities
from shapan.tenders import actions as tenders
from shapan.tenders import queries
from shapan.tenders.terms import Authorship, Calendar, Day, Procurement, State

CUSTOMER, OFFICER = "天津电信", "su"
PUBLISHED = timedelta(days=3)


def publish(world: World) -> None:
    """Published three days ago, so that everything told before stands as it was."""
    today = world.agenda.today
    who = {"actor": world.manager(CUSTOMER, today), "today": today}
    deal = opportunities.open_opportunity(
        **who, account_id=world.accounts[CUSTOMER], name="城域网扩容", amount=Decimal(18_600_000), currency="CNY",
        category="承载网", expected_on=today + timedelta(days=60),
    )  # fmt: skip
    tender = tenders.open_tender(
        **who, opportunity_id=deal.pk, name="城域网扩容公开招标", reference="TJ-2026-118",
        procurement=Procurement.MANDATORY, official_channel="招标代理的线上答疑平台", authorship=Authorship.NONE,
        calendar=Calendar.CHINA, bid_bond=Decimal(2), performance_bond=Decimal(10),
    )  # fmt: skip
    issued = today - PUBLISHED
    tender = tenders.set_days(**who, tender_id=tender.pk, version=1, days={Day.ISSUED: issued}, fill=True)
    (lot,) = queries.lots(tender_id=tender.pk)
    tenders.support(**who, lot_id=lot.id, bidder="远澄通信")
    tenders.take_step(**who, tender_id=tender.pk, version=tender.version, to=State.PUBLISHED, on=issued)


def report(world: World) -> None:
    """Our compliance, and what somebody received and did not read."""
    today = world.agenda.today
    compliance.appoint_officer(user_id=world.colleagues[OFFICER].pk, today=world.agenda.start)
    compliance.report(
        actor=world.manager(CUSTOMER, today), today=today, what="陌生邮箱发来的附件，看标题不该由我们看，没有打开。",
        how="昨天下午，发件人不认识。",
    )  # fmt: skip
