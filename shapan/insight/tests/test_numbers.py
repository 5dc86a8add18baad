"""Numbers as the pages write them."""

import pytest

from shapan.insight.templatetags.house import exact


@pytest.mark.parametrize(
    ("number", "digits", "written"),
    [(10, 0, "10"), (0.5, 3, "0.5"), (-0.0476, 3, "−0.048"), (30.0, 1, "30"), (None, 3, "—"), (100.0, 0, "100")],
)
def test_a_number_keeps_its_zeros_before_the_point_and_loses_those_behind(number, digits, written):
    assert exact(number, digits) == written
