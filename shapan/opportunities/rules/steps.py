"""Which step leads from where to where, and what it asks for (domain.md §11.1). A guard says what is missing."""

from shapan.kernel.steps import Steps
from shapan.opportunities.terms import CLOSED, OPEN, Fact, LeadState, Stage

QUALIFIED = (Fact.OWNER, Fact.CUSTOMER)
PROPOSED = (*QUALIFIED, Fact.AMOUNT, Fact.CATEGORY, Fact.EXPECTED_ON)
INTO = {
    Stage.DISCOVERY: (),
    Stage.QUALIFIED: QUALIFIED,
    Stage.PROPOSAL: PROPOSED,
    Stage.NEGOTIATION: PROPOSED,
}
WIN = (Fact.OWNER, Fact.CUSTOMER, Fact.AMOUNT, Fact.DECIDED_ON)
LOSE = (Fact.REASON, Fact.DECIDED_ON)


def _from(stage: Stage) -> dict[Stage, tuple[Fact, ...]]:
    """One stage further, back to any before, aside, or to an end."""
    place = OPEN.index(stage)
    further = {after: INTO[after] for after in OPEN[place + 1 : place + 2]}
    back: dict[Stage, tuple[Fact, ...]] = dict.fromkeys(OPEN[:place], (Fact.REASON,))
    return {**further, **back, Stage.ON_HOLD: (Fact.REASON,), Stage.WON: WIN, Stage.LOST: LOSE}


DEALS: Steps[Stage, Fact] = {
    **{stage: _from(stage) for stage in OPEN},
    Stage.ON_HOLD: {**dict.fromkeys(OPEN, ()), Stage.LOST: LOSE},
    **{end: {} for end in CLOSED},
}
LEADS: Steps[LeadState, Fact] = {
    LeadState.NEW: {
        LeadState.QUALIFYING: (Fact.OWNER,),
        LeadState.NURTURING: (Fact.REASON, Fact.WAKE_ON),
        LeadState.INVALID: (Fact.REASON,),
    },
    LeadState.QUALIFYING: {
        LeadState.CONVERTED: (Fact.OWNER, Fact.CUSTOMER),
        LeadState.NURTURING: (Fact.REASON, Fact.WAKE_ON),
        LeadState.NEW: (Fact.REASON,),
        LeadState.INVALID: (Fact.REASON,),
    },
    LeadState.NURTURING: {
        LeadState.QUALIFYING: (Fact.OWNER,),
        LeadState.NEW: (Fact.REASON,),
        LeadState.INVALID: (Fact.REASON,),
    },
    LeadState.CONVERTED: {},
    LeadState.INVALID: {},
}


def is_further(start: Stage, to: Stage) -> bool:
    """Whether the step leads on, among the stages of an open opportunity."""
    return start in OPEN and to in OPEN and OPEN.index(to) > OPEN.index(start)
