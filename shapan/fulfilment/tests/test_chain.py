"""Lead → opportunity → contract → delivery → acceptance → invoice → cash: no sequence of acts contradicts itself."""

from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from shapan.fulfilment.tests.chain import Chain

BOUNDED = settings(
    max_examples=20, stateful_step_count=50, deadline=None, database=None, derandomize=True,
    phases=(Phase.generate,),
    suppress_health_check=list(HealthCheck),
)  # fmt: skip


def test_no_sequence_of_acts_loses_money_or_contradicts_itself(cast):
    Chain.cast = cast
    run_state_machine_as_test(Chain, settings=BOUNDED)
