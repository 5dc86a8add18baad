"""Reviews of what was won and lost: one, those that are due, and what they say in sum."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta

from shapan.opportunities import policies
from shapan.opportunities.queries.one import COLUMNS, OpportunityFacts, facts
from shapan.opportunities.terms import CLOSED, Element, Reason

DUE = timedelta(days=14)
YEAR = timedelta(days=365)
MOST = 50


@dataclass(frozen=True, slots=True)
class ReviewFacts:
    """Three reasons that are never mixed; None where nobody could be asked."""

    by: str
    on: date
    spoke_with: str
    owner_reason: Reason | None
    owner_words: str
    customer_reason: Reason | None
    customer_words: str
    reviewer_reason: Reason
    reviewer_words: str
    element: Element | None


@dataclass(frozen=True, slots=True)
class ReasonRow:
    """How often each of the three named this reason in a year."""

    reason: Reason
    owner: int
    customer: int
    reviewer: int


@dataclass(frozen=True, slots=True)
class Reviews:
    """`due`: decided, not reviewed, the oldest first. Owner and customer said the same in `agreed` of `asked`."""

    due: tuple[OpportunityFacts, ...]
    reasons: tuple[ReasonRow, ...]
    asked: int
    agreed: int


FIELDS = (
    "by__name", "on", "spoke_with", "owner_reason", "owner_words", "customer_reason", "customer_words",
    "reviewer_reason", "reviewer_words", "element",
)  # fmt: skip


def review(*, actor, opportunity_id: int, today: date) -> ReviewFacts | None:
    row = policies.reviews_open_to(actor, today).filter(opportunity_id=opportunity_id).values_list(*FIELDS).first()
    if row is None:
        return None
    by, on, spoke, owner, owner_said, customer, customer_said, held, words, element = row
    return ReviewFacts(
        by, on, spoke, _reason(owner), owner_said, _reason(customer), customer_said, Reason(held), words,
        Element(element) if element else None,
    )  # fmt: skip


def reviews(*, actor, today: date) -> Reviews:
    """Of the last year, over what the reader may see."""
    done = policies.reviews_open_to(actor, today)
    ended = policies.opportunities_open_to(actor, today).filter(
        stage__in=[stage.value for stage in CLOSED], decided_on__gt=today - YEAR
    )
    due = ended.exclude(pk__in=done.values("opportunity_id")).order_by("decided_on", "pk")
    said = list(done.filter(on__gt=today - YEAR).values_list("owner_reason", "customer_reason", "reviewer_reason"))
    counts = [Counter(column) for column in zip(*said, strict=True)] if said else [Counter()] * 3
    both = [(owner, customer) for owner, customer, _held in said if owner and customer]
    return Reviews(
        due=tuple(facts(row) for row in due.values_list(*COLUMNS)[:MOST]),
        reasons=tuple(ReasonRow(reason, *(count[reason.value] for count in counts)) for reason in Reason),
        asked=len(both),
        agreed=sum(owner == customer for owner, customer in both),
    )


def _reason(said: str) -> Reason | None:
    return Reason(said) if said else None
