"""Choosing among names by typing: what the search box understands, the lists of forms understand too."""

from functools import lru_cache

from django import forms
from django.utils.translation import gettext_lazy as _

from shapan.search.rules.documents import wholes
from shapan.search.rules.folding import fold


class Spoken:
    """A select that becomes a list narrowed by typing. A label begins with the name; what tells it from others of
    that name follows after a dot and is found as it is written.
    """

    def __init__(self, attrs=None, choices=()):
        super().__init__({"data-picker": _("Name, pinyin or initials"), **(attrs or {})}, choices)

    def create_option(self, name, value, label, *args, **kwargs):
        option = super().create_option(name, value, label, *args, **kwargs)
        if words := _readings(str(label).partition(" · ")[0]):
            option["attrs"]["data-words"] = words
        return option


class Picker(Spoken, forms.Select):
    """One of many."""


class PickSeveral(Spoken, forms.SelectMultiple):
    """Some of many."""


@lru_cache(maxsize=20_000)
def _readings(name: str) -> str:
    """In full and by its initials: 高远 is gaoyuan and gy."""
    return " ".join(sorted(wholes(fold(name)) - {name.lower()}))
