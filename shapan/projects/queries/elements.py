"""The four elements of an opportunity, as they were seen one time after another."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from shapan.decisions import queries as decisions
from shapan.opportunities.queries import OpportunityFacts
from shapan.opportunities.rules import elements
from shapan.opportunities.terms import Element, Orientation, Veto
from shapan.projects import policies
from shapan.projects.rules.elements import orientation


@dataclass(frozen=True, slots=True)
class Scored:
    """One element with its evidence; None is unknown."""

    ours: float | None = None
    ours_why: str = ""
    rival: float | None = None
    rival_why: str = ""


@dataclass(frozen=True, slots=True)
class AssessmentFacts:
    """One look at the four elements. `support_index` is the one our points of the relationship were computed from."""

    id: int
    on: date
    by: str
    orientation: Orientation
    rival: str
    support_index: float | None
    scores: dict[Element, Scored]

    def standing(self, vetoes: Collection[Veto] = ()) -> elements.Standing:
        ours = {which: score.ours for which, score in self.scores.items() if score.ours is not None}
        theirs = {which: score.rival for which, score in self.scores.items() if score.rival is not None}
        return elements.standing(ours, theirs, self.orientation, vetoes)

    @property
    def plain(self) -> elements.Standing:
        """What the points alone say."""
        return self.standing()

    @property
    def rows(self) -> list[tuple[elements.Scored, Scored]]:
        return [(part, self.scores.get(part.element, Scored())) for part in self.plain.parts]


def assessments(*, actor, facts: OpportunityFacts, today: date) -> list[AssessmentFacts]:
    """The latest first."""
    found = policies.assessments_open_to(actor, today).filter(opportunity_id=facts.id).order_by("-pk")
    rows = list(found.values_list("pk", "on", "by__name", "orientation", "rival", "support_index"))
    scores: dict[int, dict[Element, Scored]] = defaultdict(dict)
    points = policies.scores_open_to(actor, today).filter(assessment__opportunity_id=facts.id)
    for pk, element, *said in points.values_list("assessment_id", "element", "ours", "ours_why", "rival", "rival_why"):
        scores[pk][Element(element)] = Scored(*said)
    return [AssessmentFacts(pk, on, by, Orientation(way), *more, scores[pk]) for pk, on, by, way, *more in rows]


def orientation_of(*, actor, facts: OpportunityFacts, today: date) -> Orientation:
    """As the customer's way of deciding on this category ranks price, technology and relationship."""
    if facts.account_id is None:
        return Orientation.BALANCED
    modes = decisions.modes_for(actor=actor, account_ids=[facts.account_id], category=facts.category, today=today)
    mode = modes.get(facts.account_id)
    if mode is None:
        return Orientation.BALANCED
    return orientation(price=mode.price_rank, technology=mode.technology_rank, relationship=mode.relationship_rank)
