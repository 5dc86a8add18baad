"""The story before anything is written: drawn by the seed, fit to be shown, complete."""

from datetime import date

import pytest

from shapan.demo import material
from shapan.demo.agenda import Agenda
from shapan.demo.build import script
from shapan.relationships.terms import Criterion

# domain.md §15: words that have no place in such records, here or on screen.
FORBIDDEN = (
    "内线", "搞定", "内幕", "标底", "评委", "评标", "打分", "围标", "串标", "陪标", "内定", "量身", "泄露",
    "回扣", "红包",
    "礼品", "生日", "家属", "kickback", "inside man", "birthday",
)  # fmt: skip


def everything_written() -> str:
    return "\n".join(file.read_text() for file in material.FOLDER.rglob("*.toml")).lower()


def test_the_same_seed_tells_the_same_story_and_another_seed_another():
    assert script(7) == script(7)
    assert script(7) != script(8)


def test_a_name_belongs_to_one_person():
    names = [place.who for company, _meetings in script(7) for place in company.places if place.who]
    moved = [place.who for company, _ in script(7) for place in company.places if place.comes_from]
    assert len(names) - len(set(names)) == len(moved) == 1


def test_the_company_has_the_size_it_promises():
    story = script(7)
    persons = {place.who for company, _meetings in story for place in company.places if place.who}
    contacts = sum(len(meetings) for _company, meetings in story)
    assert 190 <= len(persons) <= 210
    assert 1500 <= contacts <= 2500
    assert 55 <= len(material.table("colleagues")["colleagues"]) <= 65


@pytest.mark.parametrize("word", FORBIDDEN)
def test_every_word_could_be_shown_to_the_customer(word):
    assert word not in everything_written()


@pytest.mark.parametrize("language", ["zh", "en"])
def test_there_are_words_for_every_level_of_every_criterion(language):
    statements = material.table(f"words_{language}")["statements"]
    assert {c: set(levels) for c, levels in statements.items()} == {c: {"-1", "0", "1", "2", "3"} for c in Criterion}


def test_an_unknown_word_in_a_table_is_refused():
    with pytest.raises(KeyError):
        material._row(material.Place, {"post": "总经理", "birthday": "1970-01-01"})


def test_the_calendar_knows_days_on_which_nobody_is_visited():
    agenda = Agenda(date(2026, 6, 1))
    assert agenda.day(0) == date(2026, 6, 1)
    assert agenda.day(1) == agenda.day(2) == agenda.day(3) == date(2026, 5, 29)
    assert agenda.day(28) == date(2026, 4, 30)
    assert agenda.day(102) == date(2026, 2, 13)


def test_acts_happen_in_the_order_of_their_days_and_never_after_the_last():
    agenda, happened = Agenda(date(2026, 6, 1)), []
    agenda.at(10, lambda day: agenda.on(day.replace(day=25), lambda day: happened.append(("then", day))))
    agenda.at(20, lambda day: happened.append(("first", day)))
    agenda.on(date(2026, 6, 2), lambda day: happened.append(("tomorrow", day)))
    agenda.run()
    assert happened == [("first", date(2026, 5, 12)), ("then", date(2026, 5, 25))]
