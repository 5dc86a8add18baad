"""The words of how a customer decides."""

from django import template
from django.utils.translation import gettext

from shapan.decisions import phrases
from shapan.decisions.queries import ModeFacts
from shapan.decisions.terms import Authority, BudgetSource, Entry, Gap, Procedure, PurchasingModel
from shapan.insight.templatetags.house import amount

register = template.Library()
WORDS = {
    "model": (PurchasingModel, phrases.MODELS),
    "authority": (Authority, phrases.AUTHORITIES),
    "procedure": (Procedure, phrases.PROCEDURES),
    "budget_source": (BudgetSource, phrases.BUDGETS),
}


@register.filter
def mode_words(mode: ModeFacts) -> list[str]:
    """What is known, each in a word."""
    said = [str(words[term(getattr(mode, name))]) for name, (term, words) in WORDS.items() if getattr(mode, name)]
    if mode.headquarters:
        said.append(mode.headquarters)
    if mode.collective_threshold is not None:
        shown = f"{amount(mode.collective_threshold)} {mode.currency}"
        said.append(gettext("collective from {amount}").format(amount=shown))
    return said


@register.filter
def mode_missing(mode: ModeFacts) -> str:
    return gettext(", ").join(str(phrases.FIELDS[name]) for name in mode.completeness.missing)


@register.filter
def entry_words(entry: str) -> str:
    return phrases.ENTRIES[Entry(entry)]


@register.filter
def gap_words(gap: str) -> str:
    return phrases.GAPS[Gap(gap)]
