"""A look at the four elements."""

from collections.abc import Mapping
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from shapan.journal import actions as journal
from shapan.opportunities.rules.elements import relationship_anchor
from shapan.opportunities.terms import Element, Orientation
from shapan.projects import queries
from shapan.projects.actions.refusals import ProjectRefused, facts_to_change
from shapan.projects.models import Assessment, ElementScore
from shapan.projects.queries import Scored
from shapan.projects.terms import Tag
from shapan.relationships import parameters

MOST = 10


@transaction.atomic
def assess(
    *,
    actor,
    opportunity_id: int,
    today: date,
    scores: Mapping[Element, Scored],
    rival: str = "",
    orientation: Orientation | None = None,
) -> Assessment:
    """Points of ours and of the best rival, each with its evidence. Our relationship is not scored: it follows from the
    support index of the decision unit, and is unknown without one.
    """
    facts = facts_to_change(actor, opportunity_id, today)
    who = {"actor": actor, "facts": facts, "today": today}
    unit = queries.unit_of(**who)
    support = unit.standing.key.si.value if unit else None
    made = Assessment(
        opportunity_id=opportunity_id, on=today, by=actor, orientation=orientation or queries.orientation_of(**who),
        rival=rival, support_index=support, policy_version=parameters.in_force().version,
    )  # fmt: skip
    made.full_clean()
    made.save()
    for element in Element:
        score = scores.get(element, Scored())
        _refuse_bare(element, score)
        ours = relationship_anchor(support) if element is Element.RELATIONSHIP else score.ours
        row = ElementScore(
            assessment=made, element=element, ours=ours, ours_why=score.ours_why, rival=score.rival,
            rival_why=score.rival_why,
        )  # fmt: skip
        row.full_clean()
        row.save()
    journal.record(actor=actor, tag=Tag.ASSESSED, subject=made, account_id=facts.account_id, opportunity=opportunity_id)
    return made


def _refuse_bare(element: Element, score: Scored) -> None:
    """Points without evidence are a mood."""
    if not all(points is None or 0 <= points <= MOST for points in (score.ours, score.rival)):
        raise ProjectRefused(_("Points run from 0 to 10."), field=f"{element}_ours")
    for side, points, why in (("ours", score.ours, score.ours_why), ("rival", score.rival, score.rival_why)):
        computed = element is Element.RELATIONSHIP and side == "ours"
        if points is not None and not why.strip() and not computed:
            raise ProjectRefused(_("Say what these points stand on."), field=f"{element}_{side}_why")
