"""Reads of leads and opportunities, and what they add up to."""

from shapan.opportunities.queries.board import Column, Page, board, column, listing
from shapan.opportunities.queries.leads import LeadFacts, lead, lead_names, leads
from shapan.opportunities.queries.one import (
    LineRow,
    OpportunityFacts,
    PushRow,
    StageRow,
    lines,
    names,
    opportunity,
    product_ids_by_name,
    product_names,
    pushes,
    several,
    stages,
)
from shapan.opportunities.queries.outcomes import outcomes, outcomes_by_owner, outcomes_by_product, outcomes_by_quarter
from shapan.opportunities.queries.totals import rates, reporting_currency, totals

__all__ = [
    "Column",
    "LeadFacts",
    "LineRow",
    "OpportunityFacts",
    "Page",
    "PushRow",
    "StageRow",
    "board",
    "column",
    "lead",
    "lead_names",
    "leads",
    "lines",
    "listing",
    "names",
    "opportunity",
    "outcomes",
    "outcomes_by_owner",
    "outcomes_by_product",
    "outcomes_by_quarter",
    "product_ids_by_name",
    "product_names",
    "pushes",
    "rates",
    "reporting_currency",
    "several",
    "stages",
    "totals",
]
