"""The documents held to the code and to the screen: a word, number or setting that is no longer true fails here."""

import importlib
import inspect
import re
import sys
from enum import StrEnum
from pathlib import Path

import pytest
from django.utils.translation import override

from shapan.decisions.terms import Influence
from shapan.foundation.templatetags.ui import WARMTH
from shapan.interactions.rules import warmth
from shapan.interactions.terms import Warmth
from shapan.relationships.rules.pillars import Held, SeatState, key_readings

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tools"))

import messages

ROOT = messages.ROOT
DOCS, GUIDE = ROOT / "docs", ROOT / "docs" / "guide"
DEMO = "demo.md"
SENTENCES = {"SCALES", "STOPS", "REMEDIES"}  # tables that hold a sentence about a member, not its word
LINE = re.compile(r"^\* (?P<zh>.+?) — (?P<en>.+?): .* · `(?P<member>\w+\.\w+\.\w+)`$", re.MULTILINE)
SETTING = re.compile(r"\b(?:SHAPAN_[A-Z_]*[A-Z]|DATABASE_URL)\b")
BOLD = re.compile(r"\*\*(.+?)\*\*", re.DOTALL)
LINK = re.compile(r"\]\(([^)#:]+)(?:#[^)]*)?\)")


def text(*parts: str) -> str:
    return ROOT.joinpath(*parts).read_text(encoding="utf-8")


def terms() -> dict[str, StrEnum]:
    """app.Enum.MEMBER → member, for every word of the domain; tags of the journal are no words."""
    found = {}
    for path in ROOT.glob("shapan/*/terms.py"):
        app = path.parent.name
        module = importlib.import_module(f"shapan.{app}.terms")
        for name, words in inspect.getmembers(module, inspect.isclass):
            if issubclass(words, StrEnum) and words.__module__ == module.__name__ and name != "Tag":
                found |= {f"{app}.{name}.{member.name}": member for member in words}
    return found


def chinese() -> dict[str, str]:
    """Text on screen in English → in Chinese, as the catalogue has it."""
    _path, catalogue = messages.catalogue_of(ROOT, "zh_Hans")
    single = [(entry.id, entry.string) for entry in catalogue if isinstance(entry.id, str) and entry.id]
    plural = [(entry.id[0], entry.string[0]) for entry in catalogue if isinstance(entry.id, tuple)]
    return dict(single + plural)


def words_on_screen() -> dict[str, str]:
    """app.Enum.MEMBER → its English word, for every member that a page says."""
    names = {(type(member), member.name): name for name, member in terms().items()}
    said = {(Warmth, Warmth(state).name): word for state, word in WARMTH.items()}
    for path in ROOT.glob("shapan/*/phrases.py"):
        module = importlib.import_module(f"shapan.{path.parent.name}.phrases")
        for table, words in vars(module).items():
            if isinstance(words, dict) and table not in {
                "SCALES",
                "STOPS",
                "REMEDIES",
            }:  # these are sentences about a member
                said |= {(type(key), key.name): word for key, word in words.items() if isinstance(key, StrEnum)}
    with override("en"):
        return {names[key]: str(word) for key, word in said.items() if key in names}


def missing_settings(page: str, sources: str) -> set[str]:
    return set(SETTING.findall(sources)) - set(SETTING.findall(page))


def glossary() -> dict[str, tuple[str, str]]:
    return {line["member"]: (line["zh"], line["en"]) for line in LINE.finditer(text("docs", "glossary.md"))}


def guides(language: str) -> list[Path]:
    return sorted(path for path in (GUIDE / language).glob("*.md") if path.name != DEMO)


def test_the_glossary_has_every_word_of_the_code_and_no_other():
    assert len(terms()) > 100
    assert glossary().keys() == terms().keys()


def test_the_glossary_says_what_the_screen_says():
    known, entries, said = chinese(), glossary(), words_on_screen()
    assert len(said) > 80
    assert {name: entries[name] for name in said} == {name: (known[word], word) for name, word in said.items()}


def sources_of_settings() -> str:
    paths = [p for folder in ("shapan", "bin", "tools") for p in (ROOT / folder).rglob("*") if p.is_file()]
    plain = [p for p in paths if p.suffix in {".py", ""} and "tests" not in p.parts]
    return "\n".join(path.read_text(encoding="utf-8") for path in plain)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_setting_is_in_the_guide(language):
    sources, page = sources_of_settings(), text("docs", "guide", language, "settings.md")
    assert not missing_settings(page, sources)
    assert missing_settings(page, sources + ' text("SHAPAN_NEWLY_ADDED")') == {"SHAPAN_NEWLY_ADDED"}
    assert not missing_settings(sources, page), "a setting that the code no longer reads"


def test_both_languages_have_the_same_pages_of_the_same_shape():
    def shape(language):
        return {
            path.name: [re.match(r"#+", line)[0] for line in path.read_text(encoding="utf-8").splitlines()
                        if re.match(r"#+ ", line)] + [path.read_text(encoding="utf-8").count("\n|")]
            for path in guides(language)
        }  # fmt: skip

    assert {"index.md", "first-day.md", "house.md", "rights.md", "settings.md"} <= shape("zh").keys()
    assert shape("zh") == shape("en")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_what_a_guide_sets_in_bold_stands_on_screen(language):
    known = chinese()
    screen = set(known if language == "en" else known.values())
    bold = {
        (path.name, " ".join(word.split()))
        for path in guides(language)
        for word in BOLD.findall(path.read_text(encoding="utf-8"))
    }
    assert len(bold) > 30
    assert not {(page, word) for page, word in bold if word not in screen}


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_worked_example_is_what_the_rules_answer(language):
    def seat(code, points, *holders):
        return SeatState(code, points, True, tuple(holders))

    high, medium = Influence.HIGH, Influence.MEDIUM
    wang, chen, zhao = warmth(20, 30), warmth(50, 21), warmth(10, 21)
    key = key_readings([
        seat("D", 30, Held(1, 1, wang, influence=high)),
        seat("A", 20, Held(2, None, None, influence=high)),
        seat("E", 18, Held(3, 2, chen, influence=high)),
        seat("P", 12, Held(4, -1, zhao, influence=medium)),
        seat("U", 8),
    ])  # fmt: skip
    page = text("docs", "guide", language, "house.md")
    for name in ("ir", "cr", "si", "ow", "uw", "lm"):
        row = next(line for line in page.splitlines() if line.startswith(f"| {name.upper()} "))
        assert row.endswith(f"| {getattr(key, name).value:.3f} |")
    for value in (wang, chen, zhao):
        assert f" {value:.1f}" in page


def test_links_between_documents_lead_somewhere():
    pages = [ROOT / "README.md", *DOCS.rglob("*.md")]
    links = [(page, target) for page in pages for target in LINK.findall(page.read_text(encoding="utf-8"))]
    assert len(links) > 10
    assert not [(str(page.relative_to(ROOT)), to) for page, to in links if not (page.parent / to).exists()]


def test_decisions_are_numbered_once_without_gaps():
    pages = sorted((DOCS / "decisions").glob("*.md"))
    assert [path.name[:4] for path in pages] == [f"{n:04}" for n in range(1, len(pages) + 1)]
    assert all(path.read_text(encoding="utf-8").startswith(f"# {path.name[:4]} ") for path in pages)
    assert all(word in path.read_text(encoding="utf-8") for path in pages for word in ("Decided:", "Instead of:"))
