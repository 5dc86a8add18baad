"""The first colleague who can sign in."""

import pytest
from django.core.management import CommandError, call_command
from django.utils.timezone import localdate

from shapan.access.policies import sees_all_accounts
from shapan.identity.models import User


def test_createadmin_makes_a_colleague_who_can_sign_in_and_sees_all(db, client, monkeypatch):
    monkeypatch.setenv("SHAPAN_ADMIN_PASSWORD", "a long and private one")
    call_command("createadmin", "an", "--name", "安然", verbosity=0)

    an = User.objects.get(username="an")
    assert sees_all_accounts(an, localdate())
    signed = client.post("/sign/login/", {"login": "an", "password": "a long and private one"})
    assert signed.status_code == 302


@pytest.mark.parametrize(("username", "password"), [("an", "123"), ("taken", "a long and private one")])
def test_createadmin_refuses_a_weak_password_and_a_taken_name(db, monkeypatch, username, password):
    User.objects.create_user("taken", name="T")
    monkeypatch.setenv("SHAPAN_ADMIN_PASSWORD", password)
    with pytest.raises(CommandError):
        call_command("createadmin", username)
    assert User.objects.filter(username="an").count() == 0
