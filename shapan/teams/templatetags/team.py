"""How templates name the seats of a team."""

from django import template

from shapan.teams.phrases import SEATS
from shapan.teams.terms import SeatRole

register = template.Library()


@register.filter
def team_seat(role: str) -> str:
    return SEATS[SeatRole(role)]
