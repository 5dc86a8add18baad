"""Search: what people type, by who asks; beside it the index alone, asked for the same terms."""

from collections.abc import Iterator
from datetime import date
from itertools import cycle
from random import Random
from urllib.parse import quote

from django.core.handlers.wsgi import WSGIHandler

from shapan.search import engines, registry
from shapan.search.engines import Ask
from shapan.search.rules import questions
from tools.bench.browser import Browser
from tools.bench.company.build import Company
from tools.bench.raw import Raw
from tools.bench.reads import Visit, managers_seats, timed
from tools.bench.timing import Measured

BUDGET = 20
SEEN = 20  # rows of each kind that a page looks at
TEXTS = {
    "one character": ("王", "江"),
    "two characters": ("王伟", "建国", "浙江"),
    "a whole name": ("王建国", "欧阳娜"),
    "pinyin": ("wangwei", "jianguo", "wangj"),
    "initials": ("wjg", "ww"),
    "mixed": ("王jg", "浙江 王", "wang 主任"),
    "Latin": ("Weber", "Kowal"),
    "Latin with a slip": ("Kowalsky", "Johanson"),
    "phone or mail": ("00000123", "p77@c"),
    "prose": ("方案", "割接风险", "招标"),
    "nothing": ("魑魅魍魉", "zzzz"),
}


def searches(company: Company, *, rounds: int, today: date, by_text: bool) -> list[Measured]:
    """Three who ask, all texts; `by_text`: each way of typing by itself for the one who sees all, too."""
    raw, application = Raw(today), WSGIHandler()
    managers = [Browser(application, user) for user in managers_seats(raw, Random(1))]  # noqa: S311 -- the same ones
    leader, office = Browser(application, company.leader), Browser(application, company.office)
    asked = [text for texts in TEXTS.values() for text in texts]
    work = {
        "Search, account manager": _visits(raw, managers, asked),
        "Search, sales leader": _visits(raw, [leader], asked),
        "Search, key-account office": _visits(raw, [office], asked),
    }
    if by_text:
        work |= {f"Search, office: {name}": _visits(raw, [office], texts) for name, texts in TEXTS.items()}
    return [timed(name, list(visits), rounds, BUDGET) for name, visits in work.items()]


def _visits(raw: Raw, browsers: list[Browser], texts) -> Iterator[Visit]:
    """Each text once, by one after the other."""
    for browser, text in zip(cycle(browsers), texts, strict=False):
        yield Visit(browser, f"/search/?q={quote(text)}", raw.index, _statement(text))


def _statement(text: str) -> tuple:
    """The one statement that looks every kind up."""
    expression = questions.inside(questions.words(text))
    asks = [Ask(kind.number, expression, None, SEEN, kind.newest_first) for kind in registry.kinds()]
    return engines.here().statement(asks)
