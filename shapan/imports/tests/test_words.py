"""A file may say a word as the screen does, in either language, or as colleagues write it."""

import pytest
from django.utils import translation

from shapan.accounts.phrases import OWNERSHIP, ROLES
from shapan.imports.rules import cells
from shapan.interactions.phrases import KINDS
from shapan.opportunities.phrases import ROUTES, STAGES
from shapan.teams.phrases import SEATS
from shapan.teams.terms import SeatRole

LISTS = [(SEATS, cells.SEATS), (KINDS, cells.KINDS), (OWNERSHIP, cells.OWNERSHIP), (ROLES, cells.ROLES)]
LISTS += [(STAGES, cells.STAGES), (ROUTES, cells.ROUTES)]


@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_every_word_on_the_screen_is_understood_in_a_file(language):
    with translation.override(language):
        said = [(member, str(phrase), known) for phrases, known in LISTS for member, phrase in phrases.items()]
    assert [(phrase, member) for member, phrase, known in said if cells.word(phrase, known) != member] == []


@pytest.mark.parametrize("words", ["客户经理（AR）", "客户经理 (AR)", "客户经理", "ar", " Account manager (AR) "])
def test_a_role_is_understood_with_or_without_its_letters(words):
    assert cells.word(words, cells.SEATS) is SeatRole.AR


def test_an_unknown_word_is_refused_in_brackets_too():
    with pytest.raises(ValueError, match="管家"):
        cells.word("管家（大）", cells.SEATS)
