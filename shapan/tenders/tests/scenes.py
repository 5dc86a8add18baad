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


def furnished(actor, account, today):
    """Published today, after what was done before: quiet on every page of the customer."""
    tender = published(actor, account.pk, on=today, name=f"{account.name}招标", today=today)
    lot = actions.add_lot(actor=actor, tender_id=tender.pk, name="二标段", today=today)
    actions.support(actor=actor, lot_id=lot.pk, bidder="b", today=today)
    return {"tender": tender, "lot": lot.pk}


def asked(own):
    """Every address of tenders, for the tables of all routes; `own` is the deal, the tender and the lot."""
    tender, lot = [own["tender"].pk], [own["lot"]]
    return {
        "tenders:open": [([own["deal"]], "")],
        "tenders:step": [([*tender, to], "") for to in ("evaluation", "cancelled", "planning")],
        **{f"tenders:{name}": [(tender, "")] for name in ("one", "change", "days", "retender", "lot")},
        **{f"tenders:{name}": [(lot, "")] for name in ("support", "end_support")},
    }
