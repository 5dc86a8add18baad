"""The words and numbers of a project's page."""

from django import template

from shapan.decisions import phrases as decisions
from shapan.decisions.terms import Gap, SeatCode
from shapan.opportunities.phrases import ELEMENTS
from shapan.opportunities.terms import Advice, Condition, Element, Forecast, Orientation, Veto
from shapan.projects import phrases
from shapan.projects.rules.gates import ANSWERED, YES_NO
from shapan.projects.terms import Check, ClassReason, DecidingLevel, GateKind, Item, MeetingKind, Outcome, State

register = template.Library()


@register.filter
def seat_word(code: str) -> str:
    return decisions.SEATS[SeatCode(code)]


@register.filter
def gap_word(gap: str) -> str:
    return decisions.GAPS[Gap(gap)]


@register.filter
def element_word(element: str) -> str:
    return ELEMENTS[Element(element)]


@register.filter
def orientation_word(orientation: str) -> str:
    return phrases.ORIENTATIONS[Orientation(orientation)]


@register.filter
def advice_word(advice: str | None) -> str:
    """A dash while nothing can be advised."""
    return phrases.ADVICE[Advice(advice)] if advice else "—"


@register.filter
def number(value: float | None, digits: int = 2) -> str:
    """Of the arithmetic: no digits that say nothing; unknown is a dash, never a zero."""
    if value is None:
        return "—"
    written = f"{value:.{digits}f}"
    return (written.rstrip("0").rstrip(".") if "." in written else written).replace("-", "−")


@register.filter
def figures(unit) -> list[dict]:
    """The numbers of the pillars, each with what it means and who adds to it."""
    names = {chair.person.person_id: chair.person.person for chair in unit.chairs if chair.person}
    found = []
    for key, (word, meaning) in phrases.FIGURES.items():
        reading = getattr(unit.key, key)
        parts = [(part, names.get(part.person_id, "")) for part in reading.parts]
        found.append({"key": key, "word": word, "meaning": meaning, "reading": reading, "parts": parts})
    return found


def _word(table, kind):
    return lambda value: table[kind(value)] if value else "—"


for name, table, kind in (
    ("gate_word", phrases.GATES, GateKind), ("outcome_word", phrases.OUTCOMES, Outcome),
    ("check_word", phrases.CHECKS, Check), ("state_word", phrases.STATES, State),
    ("veto_word", phrases.VETOES, Veto), ("level_deciding", phrases.LEVELS_DECIDING, DecidingLevel),
    ("reason_word", phrases.CLASS_REASONS, ClassReason), ("forecast_word", phrases.FORECASTS, Forecast),
    ("condition_word", phrases.CONDITIONS, Condition), ("meeting_word", phrases.MEETINGS, MeetingKind),
    ("item_word", phrases.ITEMS, Item),
):  # fmt: skip
    register.filter(name, _word(table, kind))


@register.filter
def is_answered(check: str) -> bool:
    """Whether somebody types the answer; all other lines are read from the data."""
    return check in ANSWERED


@register.filter
def has_number(check: str) -> bool:
    """A yes or no needs no figure beside its sign."""
    return check not in YES_NO


@register.filter
def state_icon(state: str) -> str:
    return {State.MET: "circle-check", State.UNMET: "x"}.get(State(state), "info-circle")


@register.filter
def grouped(value) -> str:
    """A limit of the table; a dash where there is none."""
    return "—" if value is None else f"{value:,.2f}".removesuffix(".00")
