import pytest

from shapan.foundation import navigation
from shapan.foundation.navigation import Entry


@pytest.fixture(autouse=True)
def places(monkeypatch):
    monkeypatch.setattr(navigation, "_entries", {})
    navigation.register(Entry("Password", "key", "account_change_password", order=20))
    navigation.register(Entry("Second step", "shield", "mfa_index", order=10))
    navigation.register(Entry("Not built yet", "flag", "campaigns:map", order=15))
    navigation.register(Entry("Set up", "plus", "mfa_activate_totp", order=30, act=True))


def test_places_stand_in_order_and_only_those_that_exist():
    assert [item.label for item in navigation.items("/")] == ["Second step", "Password", "Set up"]


def test_the_place_one_is_in_is_marked_and_an_act_is_not_a_place():
    marked = [item.label for item in navigation.items("/sign/2fa/totp/activate/") if item.current]
    assert marked == ["Second step"]


def test_elsewhere_nothing_is_marked():
    assert not any(item.current for item in navigation.items("/elsewhere/"))
