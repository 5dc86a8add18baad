"""The door: who gets in, and that nobody makes an account there."""

import pytest
from django.contrib.auth import get_user_model

pytestmark = pytest.mark.django_db


def test_nobody_signs_up(client):
    form = {
        "username": "eve",
        "email": "eve@example.com",
        "password1": "correct horse 9",
        "password2": "correct horse 9",
    }
    for response in (client.get("/sign/signup/"), client.post("/sign/signup/", form)):
        assert b'name="password1"' not in response.content
    assert not get_user_model().objects.filter(username="eve").exists()


@pytest.mark.parametrize("name", ["lin", "lin@example.com"])
def test_sign_in_by_name_or_address(client, us, name):
    us.lin.email = "lin@example.com"
    us.lin.save()
    client.post("/sign/login/", {"login": name, "password": "wrong"})
    assert "_auth_user_id" not in client.session

    answer = client.post("/sign/login/", {"login": name, "password": "lin"})

    assert answer.headers["Location"] == "/"
    assert client.session["_auth_user_id"] == str(us.lin.pk)
