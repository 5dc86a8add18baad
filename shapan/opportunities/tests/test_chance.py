"""What decided opportunities foretell of the open ones, and how honestly."""

import csv
import random
import re
from datetime import date
from pathlib import Path

import numpy as np
import pytest

from shapan.opportunities.rules.chance import Decided, brier, calibrate, chance, learn, reliability, trial

ROOT = Path(__file__).resolve().parents[3]
MAVEN = ROOT.parent / "shared" / "data" / "maven" / "sales_pipeline.csv"
WRITTEN = ROOT / "docs" / "validation.md"


def decided(count, likely):
    """As many, won as often as the product makes likely."""
    drawn = random.Random(7)  # noqa: S311 -- the same every time
    made = []
    for _n in range(count):
        product = drawn.choice(sorted(likely))
        made.append(Decided(frozenset({("product", product)}), drawn.random() < likely[product]))
    return made


def test_below_fifty_or_all_one_way_nothing_is_said():
    assert calibrate(decided(49, {"a": 0.5})) is None
    assert calibrate([Decided(frozenset(), won=True)] * 80) is None
    assert calibrate(decided(60, {"a": 0.5})) is not None


def test_what_tells_is_said_with_its_reason():
    found = calibrate(decided(800, {"good": 0.8, "bad": 0.2}))
    good, bad, unheard = (chance(found, {("product", name)}) for name in ("good", "bad", "new"))
    assert good.value == pytest.approx(0.8, abs=0.06)
    assert bad.value == pytest.approx(0.2, abs=0.06)
    assert good.reasons[0].trait == ("product", "good")
    assert good.reasons[0].points > 0 > bad.reasons[0].points
    assert 0.3 < unheard.value < 0.7
    assert unheard.reasons == ()


def test_what_tells_nothing_leaves_the_share_won():
    found = calibrate(decided(800, {"a": 0.6, "b": 0.6}))
    assert not found.trial.is_useful
    said = chance(found, {("product", "a")})
    assert (said.value, said.reasons) == (found.share_won, ())


def test_the_latest_are_foretold_from_the_earlier_alone():
    """What won before and loses now: the trial shows that it does not hold."""
    before = decided(300, {"a": 0.9, "b": 0.1})
    after = decided(100, {"a": 0.1, "b": 0.9})
    tried = trial(before, after)
    assert tried.brier > tried.brier_of_share
    assert calibrate(before + after).learnt is None


def test_the_score_and_its_parts_by_hand():
    foretold, came = np.array([0.9, 0.6, 0.5, 0.2]), np.array([1.0, 1.0, 0.0, 0.0])
    assert brier(foretold, came) == pytest.approx((0.01 + 0.16 + 0.25 + 0.04) / 4)
    low, high = reliability(foretold, came, bins=2)
    assert (low.count, low.foretold, low.came) == (2, pytest.approx(0.35), 0)
    assert (high.low, high.high, high.came) == (0.6, 0.9, 1)


def test_ties_and_order_of_rows_change_nothing():
    rows = decided(200, {"a": 0.7, "b": 0.4})
    one, other = learn(rows), learn(list(reversed(rows)))
    assert one.odds == pytest.approx(other.odds)


@pytest.mark.skipif(not MAVEN.exists(), reason="the public data set is not here")
def test_the_last_quarter_of_the_public_data_is_as_written_down():
    """docs/validation.md: learnt from what closed before October 2017, tried on what closed after."""
    with MAVEN.open() as file:
        rows = [row for row in csv.DictReader(file) if row["deal_stage"] in {"Won", "Lost"}]
    rows.sort(key=lambda row: (row["close_date"], row["opportunity_id"]))
    earlier, later = [], []
    for row in rows:
        traits = frozenset({("owner", row["sales_agent"]), ("product", row["product"].replace("GTXPro", "GTX Pro"))})
        place = earlier if date.fromisoformat(row["close_date"]) < date(2017, 10, 1) else later
        place.append(Decided(traits, row["deal_stage"] == "Won"))
    tried = trial(earlier, later)
    numbers = dict(re.findall(r"^\| (.+?) \| ([\d.,%]+) \|$", WRITTEN.read_text(), re.MULTILINE))
    assert numbers["Learnt from"] == f"{tried.learnt_from:,}"
    assert numbers["Tried on"] == f"{tried.tried_on:,}"
    assert numbers["Share won before"] == f"{tried.share_won:.1%}"
    assert numbers["Share won in the quarter"] == f"{tried.came:.1%}"
    assert numbers["Brier score"] == f"{tried.brier:.4f}"
    assert numbers["Brier score of the share won"] == f"{tried.brier_of_share:.4f}"
    assert not tried.is_useful
    line = r"^\| ([\d.]+%) to ([\d.]+%) \| (\d+) \| ([\d.]+%) \| ([\d.]+%) \|$"
    bins = re.findall(line, WRITTEN.read_text(), re.MULTILINE)
    told = [(b.low, b.high, b.count, b.foretold, b.came) for b in tried.bins]
    assert bins == [(f"{a:.1%}", f"{b:.1%}", str(n), f"{c:.1%}", f"{d:.1%}") for a, b, n, c, d in told]
