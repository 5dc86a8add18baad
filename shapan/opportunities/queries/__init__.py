"""Reads of leads and opportunities, and what they add up to."""

from shapan.opportunities.queries.board import Column, Page, board, column, listing, owners_at, totals_at
from shapan.opportunities.queries.catalogue import ProductFacts, RateRow, product, products, rate_rows
from shapan.opportunities.queries.chances import Foretold, chance_of, chances
from shapan.opportunities.queries.health import Cohort, Health, health
from shapan.opportunities.queries.leads import LeadFacts, LeadPage, LeadStepRow, lead, lead_names, lead_steps, leads
from shapan.opportunities.queries.one import (
    LineRow,
    OpportunityFacts,
    PushRow,
    StageRow,
    lines,
    lines_to_carry,
    names,
    opportunity,
    product_ids_by_name,
    product_names,
    pushes,
    several,
    stages,
)
from shapan.opportunities.queries.outcomes import outcomes, outcomes_by_owner, outcomes_by_product, outcomes_by_quarter
from shapan.opportunities.queries.reviews import DUE, ReviewFacts, Reviews, review, reviews
from shapan.opportunities.queries.totals import open_values, rates, reporting_currency, totals

__all__ = [
    "DUE",
    "Cohort",
    "Column",
    "Foretold",
    "Health",
    "LeadFacts",
    "LeadPage",
    "LeadStepRow",
    "LineRow",
    "OpportunityFacts",
    "Page",
    "ProductFacts",
    "PushRow",
    "RateRow",
    "ReviewFacts",
    "Reviews",
    "StageRow",
    "board",
    "chance_of",
    "chances",
    "column",
    "health",
    "lead",
    "lead_names",
    "lead_steps",
    "leads",
    "lines",
    "lines_to_carry",
    "listing",
    "names",
    "open_values",
    "opportunity",
    "outcomes",
    "outcomes_by_owner",
    "outcomes_by_product",
    "outcomes_by_quarter",
    "owners_at",
    "product",
    "product_ids_by_name",
    "product_names",
    "products",
    "pushes",
    "rate_rows",
    "rates",
    "reporting_currency",
    "review",
    "reviews",
    "several",
    "stages",
    "totals",
    "totals_at",
]
