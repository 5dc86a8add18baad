"""What goes in and out; the names are those of the import's columns where there are any."""

from datetime import date

from ninja import Schema
from pydantic import ConfigDict, Field

from shapan.compliance.terms import Bearing
from shapan.interactions.queries import Contact
from shapan.interactions.terms import Kind

LONG = 10_000


class Told(Schema):
    """Unknown fields are an error: a misspelt one must not vanish."""

    model_config = ConfigDict(extra="forbid")


class PromiseIn(Told):
    text: str = Field(min_length=1, max_length=500)
    due_on: date
    person_id: int | None = None


class InteractionIn(Told):
    account_id: int
    kind: Kind
    held_on: date
    person_ids: list[int] = Field(min_length=1, max_length=100)
    colleague_ids: list[int] = Field(default=[], max_length=100)
    purpose: str = Field(default="", max_length=LONG)
    outcome: str = Field(default="", max_length=LONG)
    quote: str = Field(default="", max_length=LONG)
    next_step: str = Field(default="", max_length=LONG)
    next_on: date | None = None
    promises: list[PromiseIn] = Field(default=[], max_length=20)
    bearing: Bearing | None = Field(default=None, description="What it had to do with a tender in its quiet period")


class PersonOut(Schema):
    id: int
    name: str


class InteractionOut(Schema):
    id: int
    account_id: int
    account: str
    kind: Kind
    held_on: date
    purpose: str
    outcome: str
    quote: str
    next_step: str
    next_on: date | None
    effective: bool
    people: list[PersonOut]
    colleagues: list[str]

    @classmethod
    def of(cls, row: Contact) -> "InteractionOut":
        told = {name: getattr(row, name) for name in cls.model_fields if name not in {"people", "colleagues"}}
        people = [PersonOut(id=pk, name=name) for pk, name in row.people]
        return cls(**told, people=people, colleagues=list(row.colleagues))


class InteractionPage(Schema):
    """`next` continues the list as `after`; none: this was the last page."""

    rows: list[InteractionOut]
    next: int | None


class ProblemOut(Schema):
    """RFC 9457: what was refused, which field, and what to do."""

    type: str
    title: str
    status: int
    detail: str
    field: str
    remedy: str
