"""Columns of the list of people."""

from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext_lazy as _

from shapan.decisions.phrases import SEATS
from shapan.foundation.templatetags.ui import face, level, level_word, signed, warmth, warmth_word
from shapan.insight.columns import Column


def _name(row) -> str:
    seats = format_html_join("", ' <abbr class="seat-code" title="{}">{}</abbr>', [(SEATS[c], c) for c in row.seats])
    link = format_html('<a href="{}">{}</a>', reverse("insight:person", args=[row.person_id]), row.person)
    return format_html('<span class="who">{}<span>{}{}</span></span>', face(row.person, size="sm"), link, seats)


def _company(row) -> str:
    return format_html('<a href="{}">{}</a>', reverse("insight:house", args=[row.account_id]), row.posts[0].account)


def _level(row) -> str:
    over = format_html(' <span class="over-mark" title="{}">⚠ {}</span>', _("Claimed above the evidence"),
                       signed(row.claimed)) if row.over_claimed else ""  # fmt: skip
    return format_html("{}{}", level(row.level, stale=row.is_stale, compact=True), over)


def _seats(row) -> str:
    return ", ".join(str(SEATS[code]) for code in row.seats)


COLUMNS = {
    "name": Column(_("Name"), _name, lambda row: row.person),
    "title": Column(_("Title"), lambda row: row.posts[0].title, lambda row: row.posts[0].title),
    "department": Column(
        _("Department"), lambda row: row.posts[0].department, lambda row: row.posts[0].department, usual=False
    ),
    "grade": Column(_("Grade"), lambda row: row.posts[0].grade, lambda row: row.posts[0].grade, usual=False),
    "account": Column(_("Customer"), _company, lambda row: row.posts[0].account),
    "seats": Column(_("Seats in the decision"), _seats, _seats, usual=False),
    "level": Column(_("Level"), _level, lambda row: str(level_word(row.level))),
    "claimed": Column(_("Claimed"), lambda row: signed(row.claimed), lambda row: row.claimed, usual=False, css="num"),
    "warmth": Column(
        _("Warmth"), lambda row: warmth(row.state.value, row.days), lambda row: str(warmth_word(row.state.value))
    ),
    "last": Column(
        _("Last effective contact"),
        lambda row: row.last_on.isoformat() if row.last_on else "—",
        lambda row: row.last_on,
        usual=False,
    ),
}
