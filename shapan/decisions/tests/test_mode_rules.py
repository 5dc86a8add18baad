"""How a customer decides, in rules (domain.md §7)."""

from decimal import Decimal

import pytest

from shapan.decisions import rules
from shapan.decisions.rules import Band, Known
from shapan.decisions.terms import Authority, Entry, Gap, PurchasingModel

DIRECTOR, VICE, PRESIDENT = (Band(Decimal(floor), post) for post, floor in enumerate((0, 5_000_000, 20_000_000), 1))
BANDS = (PRESIDENT, DIRECTOR, VICE)


@pytest.mark.parametrize(
    ("amount", "path"),
    [
        (4_999_999, (DIRECTOR,)),
        (5_000_000, (DIRECTOR, VICE)),
        (12_000_000, (DIRECTOR, VICE)),
        (20_000_001, (DIRECTOR, VICE, PRESIDENT)),
    ],
)
def test_whoever_decides_below_must_agree_first(amount, path):
    assert rules.approvers(BANDS, Decimal(amount)) == path


def test_below_the_lowest_band_nobody_is_known():
    assert rules.approvers((VICE,), Decimal(1)) == ()


@pytest.mark.parametrize(
    ("authority", "threshold", "collective"),
    [
        (Authority.COMMITTEE, None, True),
        (Authority.SINGLE, None, False),
        (Authority.SINGLE, 12_000_000, True),
        (None, 12_000_001, False),
    ],
)
def test_above_its_threshold_a_state_owned_customer_decides_collectively(authority, threshold, collective):
    limit = None if threshold is None else Decimal(threshold)
    assert rules.is_collective(authority, limit, Decimal(12_000_000)) is collective


@pytest.mark.parametrize(
    ("shortlisted", "reported", "stands"),
    [
        (True, True, Entry.OPEN),
        (True, False, Entry.DEAD),
        (True, None, Entry.UNKNOWN),
        (None, True, Entry.UNKNOWN),
        (False, True, Entry.CLOSED),
    ],
)
def test_a_shortlist_above_without_a_report_below_is_dead(shortlisted, reported, stands):
    assert rules.entry(PurchasingModel.SHORTLIST, shortlisted, reported) is stands
    assert rules.entry(PurchasingModel.LOCAL, shortlisted, reported) is Entry.NOT_NEEDED


@pytest.mark.parametrize(
    ("held", "level", "warmth", "missing"),
    [
        (False, None, None, Gap.VACANT),
        (True, None, 90.0, Gap.UNKNOWN),
        (True, -1, 90.0, Gap.OPPOSED),
        (True, 0, 90.0, Gap.NEUTRAL),
        (True, 2, 49.9, Gap.COLD),
        (True, 2, None, Gap.COLD),
        (True, 1, 50.0, None),
    ],
)
def test_what_is_missing_at_a_seat(held, level, warmth, missing):
    assert rules.gap(held, level, warmth) is missing


def test_ten_fields_a_tenth_each():
    nothing = dict.fromkeys(Known.__dataclass_fields__, False)
    assert rules.completeness(Known(**nothing)).share == 0
    told = rules.completeness(Known(**nothing | {"model": True, "bands": True, "payment_decider": True}))
    assert told.share == 0.3
    assert "payment_decider" not in told.missing
    assert len(told.missing) == 7
