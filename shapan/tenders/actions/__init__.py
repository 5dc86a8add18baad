"""Opening a tender, its facts and days, its steps, its lots and the one bidder we support for each."""

from shapan.tenders.actions.lots import add_lot, end_support, support
from shapan.tenders.actions.steps import retender, take_step
from shapan.tenders.actions.tenders import TenderRefused, change_tender, open_tender, set_days

__all__ = [
    "TenderRefused",
    "add_lot",
    "change_tender",
    "end_support",
    "open_tender",
    "retender",
    "set_days",
    "support",
    "take_step",
]
