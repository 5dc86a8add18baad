"""The tools that guard the code, each shown what it must catch and what it must let pass."""

import subprocess
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tools"))

import assets
import messages
import size

PAGE = """{% load i18n %}<h1>{% translate "Sales" %}</h1> {{ _("Won")|default:_("Lost") }} 'x' _
{% translate "May" context "month" %}
{% blocktranslate trimmed count n=total with who=user.name %}
  {{ who }} met {{ n }} person
{% plural %}
  {{ who }} met {{ n }} people, 100%
{% endblocktranslate %}"""
CODE = """from django.utils.translation import gettext as _, ngettext, pgettext_lazy
TITLE = pgettext_lazy("post", "Director")
def say(n, text):
    return _("Cold " "again") + _(text) + ngettext("%(n)s day", "%(n)s days", n)
"""
TEXTS = [
    messages.Text("%(n)s day", plural="%(n)s days"),
    messages.Text("%(who)s met %(n)s person", plural="%(who)s met %(n)s people, 100%%"),
    messages.Text("Cold again"),
    messages.Text("Director", context="post"),
    messages.Text("Lost"),
    messages.Text("May", context="month"),
    messages.Text("Sales"),
    messages.Text("Won"),
]


@pytest.fixture
def tree(tmp_path):
    """A repository with one app; what is written into it counts without being committed."""

    def write(**files):
        for name, text in files.items():
            path = tmp_path / name.replace("__", "/").replace("_dot_", ".")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text)
        return tmp_path

    subprocess.run(["git", "init", "--quiet", tmp_path], check=True)
    return write


@pytest.fixture
def product(tree):
    return tree(shapan__sales__rules_dot_py=CODE, shapan__sales__templates__page_dot_html=PAGE)


def catalogue(root):
    return root / "shapan/locale/zh_Hans/LC_MESSAGES/django.po"


def translate(root, **forms):
    """Fill in every empty translation: the text itself, unless told otherwise."""
    _path, known = messages.catalogue_of(root, "zh_Hans")
    for message in known:
        if message.id:
            text = message.id[-1] if isinstance(message.id, tuple) else message.id
            string = forms.get(text, text)
            message.string = (string,) if isinstance(message.id, tuple) else string
    messages._write(catalogue(root), known, "zh_Hans")


def test_texts_are_found_in_code_and_templates(product):
    assert sorted(messages.texts_in(product).values()) == TEXTS


def test_the_catalogue_is_sorted_and_carries_no_places_or_dates(product):
    messages.update(product)
    text = catalogue(product).read_text()
    ids = [line for line in text.splitlines() if line.startswith("msgid ")]
    assert ids == sorted(ids)
    assert not {"#:", "POT-Creation-Date", "fuzzy"} & set(text.replace('"', " ").split())
    messages.update(product)
    assert catalogue(product).read_text() == text


def test_a_complete_catalogue_has_no_complaints_and_serves_django(product):
    messages.update(product)
    assert len(list(messages.complaints(product))) == len(TEXTS)
    translate(product)
    assert list(messages.complaints(product)) == []


@pytest.mark.parametrize(
    ("translation", "complaint"),
    [("%(n)s 天", None), ("几天", "placeholders"), ("%(m)s 天", "placeholders"), ("%(n)s %(n)s 天", "placeholders")],
)
def test_placeholders_must_agree(product, translation, complaint):
    messages.update(product)
    translate(product, **{"%(n)s days": translation})
    found = list(messages.complaints(product))
    assert (complaint in found[0]) if complaint else not found


def test_a_text_that_goes_is_kept_until_tidied_and_comes_back(product):
    messages.update(product)
    translate(product, Sales="销售", May="五月")
    (product / "shapan/sales/templates/page.html").rename(product / "page.html")
    messages.update(product)
    assert '#~ msgstr "销售"' in catalogue(product).read_text()
    assert any("no longer used" in line and "'Sales'" in line for line in messages.complaints(product))

    (product / "page.html").rename(product / "shapan/sales/templates/page.html")
    messages.update(product)
    assert list(messages.complaints(product)) == []
    assert "五月" in catalogue(product).read_text()

    (product / "shapan/sales/templates/page.html").unlink()
    messages.update(product, tidy=True)
    assert "销售" not in catalogue(product).read_text()
    assert list(messages.complaints(product)) == []


def test_a_fuzzy_translation_is_no_translation(product):
    messages.update(product)
    translate(product)
    text = catalogue(product).read_text()
    catalogue(product).write_text(text.replace('msgid "Sales"', '#, fuzzy\nmsgid "Sales"'))
    messages.update(product)
    assert list(messages.complaints(product)) == ["zh_Hans: fuzzy: 'Sales'"]


def test_compiled_translations_are_read_by_python(product):
    import gettext

    messages.update(product)
    translate(product, Sales="销售", **{"%(n)s days": "%(n)s 天"})
    assets.compile_messages(product)
    spoken = gettext.translation("django", product / "shapan/locale", ["zh_Hans"])
    assert spoken.gettext("Sales") == "销售"
    assert spoken.ngettext("%(n)s day", "%(n)s days", 1) == "%(n)s 天"


def functions(length):
    return "def act():\n" + "    pass\n" * (length - 1)


@pytest.mark.parametrize(
    ("name", "text", "complaint"),
    [
        ("shapan__rules_dot_py", "x = 1\n" * 400, ""),
        ("shapan__rules_dot_py", "x = 1\n" * 401, "shapan/rules.py: 401 lines"),
        ("shapan__tests__test_rules_dot_py", "x = 1\n" * 500, ""),
        ("shapan__tests__test_rules_dot_py", "x = 1\n" * 501, "501 lines"),
        ("shapan__templates__page_dot_html", "<p>\n" * 201, "201 lines"),
        ("shapan__migrations__m_dot_py", "x = 1\n" * 900, ""),
        ("shapan__rules_dot_py", functions(50), ""),
        ("shapan__rules_dot_py", functions(51), "shapan/rules.py:act: 51 lines"),
    ],
)
def test_long_things_are_refused(tree, name, text, complaint):
    root = tree(**{name: text, "tools__size_exceptions_dot_txt": "# none\n"})
    found = list(size.judge_sizes(root))
    assert (complaint in found[0]) if complaint else not found


@pytest.mark.parametrize(
    ("length", "agreed", "complaint"),
    [
        (60, 60, ""),
        (61, 60, "may only shrink"),
        (59, 60, "lower it to 59"),
        (50, 60, "remove it"),
        (None, 60, "remove it"),
    ],
)
def test_an_exception_may_only_shrink(tree, length, agreed, complaint):
    files = {"shapan__rules_dot_py": functions(length)} if length else {}
    root = tree(tools__size_exceptions_dot_txt=f"shapan/rules.py:act {agreed} a reason\n", **files)
    found = list(size.judge_sizes(root))
    assert (complaint in found[0]) if complaint else not found


@pytest.mark.parametrize(
    ("comment", "passes"),
    [("noqa", False), ("noqa: E501", False), ("noqa: E501, S608 -- a reason", True), ("noqa: E501 because", False)],
)
def test_a_silenced_rule_says_why(tree, comment, passes):
    root = tree(shapan__rules_dot_py=f'NOTE = "# noqa in a text is a text"\nx = 1  # {comment}\n')
    assert bool(list(size.judge_silences(root))) is not passes


def test_the_front_end_is_built_again_only_when_a_source_changes(tree, monkeypatch):
    root = tree(package_dot_json="{}", frontend__app_dot_ts="1")
    calls = []

    def npm(root, *arguments):
        calls.append(arguments[0])
        (root / "node_modules").mkdir(exist_ok=True)
        (root / assets.BUILT).mkdir(parents=True, exist_ok=True)

    monkeypatch.setattr(assets, "npm", npm)
    assets.build_front_end(root)
    assets.build_front_end(root)
    assert calls == ["ci", "run"]
    (root / "frontend/app.ts").write_text("2")
    assets.build_front_end(root)
    assert calls == ["ci", "run", "run"]
    (root / "package.json").write_text('{"dependencies": {}}')
    assets.build_front_end(root)
    assert calls == ["ci", "run", "run", "ci", "run"]
