"""The method's colours are readable for everyone, in light and in dark (WCAG 2.2 AA)."""

import re
from pathlib import Path

import pytest

import shapan

SHEET = Path(shapan.__file__).parent.parent / "frontend" / "css" / "tokens.css"
TOKENS = dict(re.findall(r"--([\w-]+): light-dark\((#\w{6}, #\w{6})\)", SHEET.read_text()))
TEXT, SHAPE = 4.5, 3.0


def colour(token, dark):
    pair = TOKENS[token].split(", ")
    return [int(pair[dark][at : at + 2], 16) / 255 for at in (1, 3, 5)]


def luminance(rgb):
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in rgb]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other, dark):
    low, high = sorted((luminance(colour(one, dark)), luminance(colour(other, dark))))
    return (high + 0.05) / (low + 0.05)


ON_SURFACE = [
    *((word, TEXT) for word in ("ink", "ink-soft", "accent", "good", "bad", "level-unknown-on")),
    *((word, TEXT) for word in ("claim-warning", "competitor", "introduction")),
    *((f"warmth-{state}", TEXT) for state in ("warm", "cooling", "cold", "dormant")),
    *((shape, SHAPE) for shape in ("target-line", "line-strong", "level-unknown-edge")),
    *((shape, SHAPE) for shape in ("level-opposed", "level-0-edge", "level-1-edge", "level-2", "level-3", "level-4")),
]


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("level", ["opposed", "0", "1", "2", "3", "4"])
def test_a_number_is_readable_on_its_level(level, dark):
    assert contrast(f"level-{level}", f"level-{level}-on", dark) >= TEXT


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize(("token", "least"), ON_SURFACE)
@pytest.mark.parametrize("ground", ["surface", "ground"])
def test_words_and_shapes_stand_out_from_the_page(token, least, ground, dark):
    assert contrast(token, ground, dark) >= least


@pytest.mark.parametrize("dark", [False, True])
def test_the_primary_button_is_readable(dark):
    assert contrast("accent", "accent-on", dark) >= TEXT
    assert contrast("accent", "accent-wash", dark) >= TEXT


@pytest.mark.parametrize("dark", [False, True])
def test_the_ramp_leads_away_from_the_page_step_by_step(dark):
    away = [contrast(f"level-{level}", "surface", dark) for level in range(1, 5)]
    assert away == sorted(away)
