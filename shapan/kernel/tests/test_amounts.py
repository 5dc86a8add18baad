"""Amounts as people type them."""

import pytest

from shapan.kernel.amounts import read_amount


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("12000000", 12_000_000),
        ("12,000,000", 12_000_000),
        ("12 000 000", 12_000_000),
        ("1200万", 12_000_000),
        ("1200 万元", 12_000_000),
        ("１２００万", 12_000_000),
        ("1.2亿", 120_000_000),
        ("2千万", 20_000_000),
        ("12m", 12_000_000),
        ("¥12M", 12_000_000),
        ("$1.5 million", 1_500_000),
        ("3bn", 3_000_000_000),
        ("800k", 800_000),
        ("50w", 500_000),
        ("0", 0),
    ],
)
def test_an_amount_is_read(text, amount):
    assert read_amount(text) == amount


@pytest.mark.parametrize("text", ["", "很多", "-5", "12x", "1.2.3", "万", "12m8", "NaN", "1e9"])
def test_what_is_no_amount_is_none(text):
    assert read_amount(text) is None
