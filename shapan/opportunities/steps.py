"""Which form a step is asked with, and which act it is."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from shapan.opportunities import actions, forms
from shapan.opportunities.phrases import STAGES
from shapan.opportunities.rules.steps import DEALS, LEADS, is_further
from shapan.opportunities.terms import OPEN, LeadState, Stage

RESUME = "resume"


@dataclass(frozen=True, slots=True)
class Way:
    """A step that leads on from a stage: `asks` when it needs words or a day before it can be taken."""

    to: str
    label: object
    form: type[forms.VersionedForm]
    act: Callable

    @property
    def asks(self) -> bool:
        return self.form is not forms.Step


def ways(stage: Stage) -> list[Way]:
    """In the order of the stages; what rests goes on where it was."""
    found = [_way(stage, to) for to in Stage if to in DEALS[stage] and not (stage is Stage.ON_HOLD and to in OPEN)]
    if stage is Stage.ON_HOLD:
        found.insert(0, Way(RESUME, None, forms.Step, actions.resume))
    return found


def _way(stage: Stage, to: Stage) -> Way:
    if to is Stage.WON:
        form, act = forms.Decided, actions.win
    elif to is Stage.LOST:
        form, act = forms.Lost, actions.lose
    elif to is Stage.ON_HOLD:
        form, act = forms.Reasoned, actions.hold
    elif is_further(stage, to):
        form, act = forms.Step, actions.advance
    else:
        form, act = forms.Reasoned, _back_to(to)
    return Way(to.value, STAGES[to], form, act)


def lead_ways(state: LeadState) -> list[Way]:
    """In the order a lead goes."""
    return [LEAD_WAYS[to] for to in LEAD_WAYS if to in LEADS[state]]


LEAD_WAYS = {
    LeadState.QUALIFYING: Way("qualifying", _("Qualify it"), forms.Step, actions.qualify_lead),
    LeadState.CONVERTED: Way("converted", _("Make it an opportunity"), forms.ConvertLead, actions.convert_lead),
    LeadState.NURTURING: Way("nurturing", _("Nurture it"), forms.NurtureLead, actions.nurture_lead),
    LeadState.NEW: Way("new", _("Put it back into the pool"), forms.Reasoned, actions.return_lead),
    LeadState.INVALID: Way("invalid", _("Discard it"), forms.Reasoned, actions.discard_lead),
}


def _back_to(to: Stage) -> Callable:
    return lambda **told: actions.return_to(to=to, **told)
