"""The command beside companies that are not the demo's."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command


def test_the_command_leaves_other_companies_alone(cast):
    with pytest.raises(CommandError, match="nothing was changed"):
        call_command("demo", stdout=StringIO())


def test_the_command_refuses_whole_when_a_user_name_is_taken(cast):
    with pytest.raises(CommandError, match="Nothing was changed"):
        call_command("demo", "--force", stdout=StringIO())
