"""One's own account: every page of it stands in the product's frame and leads nowhere that is closed."""

import re

import pytest
from django.urls import reverse

pytestmark = pytest.mark.django_db
PASSWORD = "quiet-sand-table"


@pytest.fixture
def lin(django_user_model, client):
    lin = django_user_model.objects.create_user("lin", "lin@example.com", PASSWORD, name="林岚")
    client.post(reverse("set_language"), {"language": "en"})
    client.post(reverse("account_login"), {"login": "lin", "password": PASSWORD})
    return lin


@pytest.fixture
def sure(lin, client):
    """Lin has just confirmed that it is still her."""
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    return lin


def test_a_wrong_password_is_said_once_and_in_the_page(client):
    page = client.post(reverse("account_login"), {"login": "lin", "password": "no"}).content.decode()
    assert page.count('role="alert"') == 2  # the refusal, and the sleeping template for requests without an answer


@pytest.mark.usefixtures("lin")
def test_signing_in_needs_no_congratulation(client):
    assert 'role="status"' not in client.get(reverse("mfa_index")).content.decode()


@pytest.mark.parametrize("path", ["signup/", "password/reset/", "email/", "confirm-email/", "3rdparty/"])
def test_nobody_makes_an_account_or_waits_for_a_mail(client, path):
    assert client.get(f"/sign/{path}").status_code == 404
    assert client.post(f"/sign/{path}", {"username": "eve"}).status_code == 404


@pytest.mark.usefixtures("lin")
@pytest.mark.parametrize("name", ["mfa_index", "account_change_password", "account_reauthenticate", "account_logout"])
def test_a_page_of_ones_own_account(client, name):
    answer = client.get(reverse(name))
    page = answer.content.decode()
    assert answer.status_code == 200
    assert "林岚" in page
    assert reverse("account_logout") in page
    assert "password/reset" not in page  # nothing is mailed, so nobody is sent to wait for a mail


@pytest.mark.usefixtures("sure")
def test_the_second_step_is_set_up_without_any_script_of_its_own(client):
    page = client.get(reverse("mfa_activate_totp")).content.decode()
    assert 'src="data:image/svg+xml' in page
    assert re.findall(r'<script src="([^"]+)"', page) == ["/static/built/app.js"]
