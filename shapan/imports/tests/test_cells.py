"""What a cell says, and what it cannot say."""

from datetime import date, datetime

import pytest

from shapan.imports.rules import cells


def test_a_day_may_come_as_a_spreadsheet_holds_it():
    assert cells.day(datetime(2026, 3, 1, 9, 30)) == (date(2026, 3, 1), None)  # noqa: DTZ001 -- spreadsheets know no zone
    assert cells.day(date(2026, 3, 1)) == (date(2026, 3, 1), None)


@pytest.mark.parametrize("cell", ["NaN", "Infinity", "1e30"])
def test_an_amount_that_no_company_earns_is_refused(cell):
    with pytest.raises(ValueError, match=r".+"):
        cells.money(cell)


@pytest.mark.parametrize("cell", ["2.5", "-1"])
def test_people_are_counted_in_whole_numbers(cell):
    with pytest.raises(ValueError, match=r".+"):
        cells.whole(cell)
