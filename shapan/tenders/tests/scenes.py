"""Tenders for tests."""

from datetime import date

from shapan.opportunities import actions as opportunities
from shapan.tenders import actions
from shapan.tenders.terms import Authorship, Calendar, Procurement, State

PUBLISHED = date(2026, 3, 1)


def opened(actor, account_id, *, today=date(2026, 2, 1), name="核心网扩容", **facts):
    deal = opportunities.open_opportunity(actor=actor, account_id=account_id, name=name, today=today)
    told = {
        "procurement": Procurement.PUBLIC, "official_channel": "招标代理答疑平台", "authorship": Authorship.NONE,
        "calendar": Calendar.CHINA,
    }  # fmt: skip
    return actions.open_tender(actor=actor, opportunity_id=deal.pk, name=f"{name}招标", today=today, **told | facts)


def published(actor, account_id, *, on=PUBLISHED, **facts):
    """In its quiet period from that day on."""
    tender = opened(actor, account_id, **facts)
    return step(actor, tender, State.PUBLISHED, on)


def step(actor, tender, to, on, why=""):
    return actions.take_step(actor=actor, tender_id=tender.pk, version=tender.version, to=to, on=on, today=on, why=why)
