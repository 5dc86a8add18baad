"""Lists of forms understand what the search box understands."""

import pytest

from shapan.search.pickers import Picker, PickSeveral


@pytest.mark.parametrize("widget", [Picker, PickSeveral])
@pytest.mark.parametrize(
    ("label", "words"),
    [
        ("高总 · 总经理 · 河北移动", {"gaozong", "gz"}),  # the name; what follows is found as it is written
        ("单乐", {"danle", "shanle", "shanyue", "dl", "sy"}),
        ("Anna Fischer · CFO", {"annafischer"}),
        ("—", set()),
    ],
)
def test_a_name_is_found_by_every_way_it_is_read(widget, label, words):
    ((_group, (option,), _index),) = widget(choices=[(1, label)]).optgroups("who", [])
    found = set(option["attrs"].get("data-words", "").split())
    assert words <= found
    assert label not in found
