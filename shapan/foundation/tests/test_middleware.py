"""What a browser is told with every answer."""

from types import SimpleNamespace

import pytest
from django.http import HttpResponse

from shapan.foundation.middleware import SafeHeaders


def answer(rf, *, signed_in=None, **headers):
    """`signed_in` None: answered before anybody asked who it is, like a static file."""
    request = rf.get("/")
    if signed_in is not None:
        request.user = SimpleNamespace(is_authenticated=signed_in)
    return SafeHeaders(lambda _: HttpResponse(headers=headers))(request).headers


def test_the_policy_allows_our_own_and_nothing_inline(rf):
    policy = dict(part.split(" ", 1) for part in answer(rf)["Content-Security-Policy"].split("; "))
    assert policy["default-src"] == policy["frame-ancestors"] == policy["base-uri"] == "'none'"
    assert policy["script-src"] == policy["style-src"] == policy["connect-src"] == policy["form-action"] == "'self'"
    assert "unsafe" not in str(policy)


def test_devices_are_off(rf):
    assert "microphone=()" in answer(rf)["Permissions-Policy"]


@pytest.mark.parametrize(("signed_in", "cache"), [(True, "no-store, private"), (False, None), (None, None)])
def test_only_what_a_person_sees_is_kept_out_of_caches(rf, signed_in, cache):
    assert answer(rf, signed_in=signed_in).get("Cache-Control") == cache


def test_a_view_may_say_better(rf):
    assert answer(rf, signed_in=True, **{"Cache-Control": "max-age=60"})["Cache-Control"] == "max-age=60"


@pytest.mark.django_db
def test_the_sign_in_page_carries_all_of_them(client):
    response = client.get("/sign/login/")
    assert response.status_code == 200
    assert {"Content-Security-Policy", "Permissions-Policy", "X-Frame-Options", "Referrer-Policy"} <= set(
        response.headers
    )
    assert response.headers["X-Content-Type-Options"] == "nosniff"
