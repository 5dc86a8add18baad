"""What the frame of every page needs to know."""

from typing import NamedTuple

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from shapan.foundation import navigation

THEME_COOKIE = "shapan_theme"


class Theme(NamedTuple):
    key: str
    label: str
    icon: str


THEMES = (
    Theme("auto", _("As on this device"), "device-desktop"),
    Theme("light", _("Light"), "sun-high"),
    Theme("dark", _("Dark"), "moon"),
)


def chrome(request: HttpRequest) -> dict:
    """Theme and places. Nobody signed in sees no places: they could not go there."""
    user = getattr(request, "user", None)  # absent when a middleware before sign-in has refused
    signed_in = user is not None and user.is_authenticated
    return {
        "chrome": {
            "theme": theme_of(request),
            "themes": THEMES,
            "items": navigation.items(request.path) if signed_in else [],
        }
    }


def theme_of(request: HttpRequest) -> Theme:
    chosen = request.COOKIES.get(THEME_COOKIE)
    return next((theme for theme in THEMES if theme.key == chosen), THEMES[0])
