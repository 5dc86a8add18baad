"""Changes to leads and opportunities, each a named act with its guard, its record and its event."""

from shapan.opportunities.actions.leads import (
    assign_lead,
    capture_lead,
    convert_lead,
    discard_lead,
    nurture_lead,
    qualify_lead,
    return_lead,
)
from shapan.opportunities.actions.opportunities import (
    assign_owner,
    change_facts,
    open_opportunity,
    push_date,
    transfer_opportunities,
)
from shapan.opportunities.actions.products import keep_product
from shapan.opportunities.actions.rates import set_rate
from shapan.opportunities.actions.refusals import OpportunityRefused
from shapan.opportunities.actions.reviews import review
from shapan.opportunities.actions.stages import advance, hold, lose, resume, return_to, win
from shapan.opportunities.actions.targets import set_target

__all__ = [
    "OpportunityRefused",
    "advance",
    "assign_lead",
    "assign_owner",
    "capture_lead",
    "change_facts",
    "convert_lead",
    "discard_lead",
    "hold",
    "keep_product",
    "lose",
    "nurture_lead",
    "open_opportunity",
    "push_date",
    "qualify_lead",
    "resume",
    "return_lead",
    "return_to",
    "review",
    "set_rate",
    "set_target",
    "transfer_opportunities",
    "win",
]
