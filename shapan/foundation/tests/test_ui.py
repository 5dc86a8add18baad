"""What templates say, in small."""

import re
from pathlib import Path

import pytest
from django import forms
from django.template import engines
from django.utils import translation

from shapan.foundation.templatetags import ui

PACKAGE = Path(ui.__file__).parents[2]


def render(source, **context):
    with translation.override("en"):
        return engines["django"].from_string("{% load ui %}" + source).render(context)


class Visit(forms.Form):
    gist = forms.CharField(label="Gist", help_text="In their words.")
    kind = forms.ChoiceField(choices=[("call", "Call")])
    mode = forms.ChoiceField(choices=[("near", "Near"), ("far", "Far")], widget=forms.RadioSelect)
    both = forms.BooleanField(label="Both sides")


@pytest.mark.parametrize(
    ("number", "plus", "shown"), [(-1, "", "−1"), (0, "+", "0"), (2, "", "2"), (5, "+", "+5"), (None, "", "—")]
)
def test_signed_numbers_carry_a_true_minus(number, plus, shown):
    assert ui.signed(number, plus) == shown


@pytest.mark.parametrize(
    ("share", "digits", "shown"),
    [(0.361, 0, "36%"), (0.3612, 1, "36.1%"), (-0.05, 0, "−5%"), (0, 0, "0%"), (None, 0, "—")],
)
def test_percent_tells_nothing_from_unknown(share, digits, shown):
    assert ui.percent(share, digits) == shown


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("王建国", "建国"),
        ("林岚", "林岚"),
        ("Wu Yue", "WY"),
        ("Ke", "K"),
        ("Anna van Dyk", "AD"),
        ("欧阳娜娜", "娜娜"),
        ("", ""),
    ],
)
def test_initials_shorten_a_name_as_people_do(name, short):
    assert ui.initials(name) == short


def test_an_icon_is_silent_unless_it_is_given_words():
    assert 'aria-hidden="true"' in render('{% icon "sun" %}')
    assert 'role="img" aria-label="&lt;Sun&gt;"' in render('{% icon "sun" label=words %}', words="<Sun>")


def test_every_icon_named_in_a_template_is_in_the_sprite():
    frontend = PACKAGE.parent / "frontend"
    drawn = set((frontend / "icons.txt").read_text().split()) | {file.stem for file in (frontend / "symbols").iterdir()}
    named = {
        name
        for page in PACKAGE.glob("*/templates/**/*.html")
        for name in re.findall(r'(?:\{% icon |icon=)"([a-z-]+[a-z])"', page.read_text())
    }
    assert named - drawn == set()


def test_a_refused_field_names_its_error_for_ear_and_eye():
    page = render('{% include "components/field.html" with field=form.gist only %}', form=Visit({}))
    assert 'aria-invalid="true"' in page
    assert 'aria-describedby="id_gist_helptext id_gist_error"' in page
    assert 'id="id_gist_error"' in page
    assert "form-control is-invalid" in page


def test_each_kind_of_field_has_its_look_and_a_label():
    page = render(
        '{% for f in form %}{% include "components/field.html" with field=f only %}{% endfor %}', form=Visit()
    )
    assert page.count("form-select") == 1
    assert page.count("form-check-input") == 1
    assert page.count("<fieldset") == 1
    assert page.count('<label class="choice">') == 2
    assert page.count("<legend") + page.count("<label ") == 6


def test_control_passes_attributes_through():
    assert 'placeholder="Who?"' in render('{% control form.gist placeholder="Who?" %}', form=Visit())


@pytest.mark.parametrize(
    ("level", "number", "word"), [(-1, "−1", "Opposed"), (0, "0", "Neutral"), (3, "3", "Coach"), (None, "?", "Unknown")]
)
def test_a_level_shows_number_and_word_and_never_takes_unknown_for_neutral(level, number, word):
    page = render("{% level level %}", level=level)
    assert f'data-level="{"unknown" if level is None else level}"' in page
    assert f">{number}<" in page
    assert word in page


@pytest.mark.parametrize(
    ("state", "days", "words"),
    [
        ("warm", 0, "Warm · today"),
        ("cold", 1, "Cold · 1 day ago"),
        ("dormant", 93, "Dormant · 93 days ago"),
        (None, None, "Never met"),
    ],
)
def test_warmth_says_state_and_days(state, days, words):
    page = render("{% warmth state days %}", state=state, days=days)
    assert words in page
    assert f"#warmth-{state or 'never'}" in page
