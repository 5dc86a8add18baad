"""The parameters of gates in force in this installation: the method's defaults, and what the settings change."""

from dataclasses import replace
from decimal import Decimal

from django.conf import settings

from shapan.projects.rules.classes import Thresholds
from shapan.projects.rules.gates import GatePolicy


def in_force() -> GatePolicy:
    default = GatePolicy()
    return default if settings.GATES_REFUSE else replace(default, strict=False, version=f"{default.version}+warn")


def thresholds() -> Thresholds:
    large, middle = settings.CLASS_AMOUNTS
    return Thresholds(Decimal(large), Decimal(middle))
