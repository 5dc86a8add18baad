"""The demo company, in one transaction: all of it or nothing."""

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from random import Random

from django.db import transaction

from shapan.demo import casting, contracts, founding, material, projects, writing
from shapan.demo.agenda import HISTORY, Agenda
from shapan.demo.diary import Diary, Meeting
from shapan.demo.material import Company
from shapan.demo.world import World


def script(seed: int) -> list[tuple[Company, list[Meeting]]]:
    """Everybody and every contact of the story, before any of it is written.

    Each company draws from a seed of its own, so that changing one table leaves the others as they were.
    """
    told = material.companies()
    taken = {place.who for company in told for place in company.places}
    story = []
    for company in told:
        rng = Random(f"{seed} {company.name}")  # noqa: S311 -- a story, not a secret
        cast = casting.cast(company, rng, taken)
        story.append((cast, Diary(cast, rng).plan()))
    return story


@contextmanager
def _collector_at_rest() -> Iterator[None]:
    """A short life full of small objects: looking for cycles among them takes an eighth of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


@_collector_at_rest()
@transaction.atomic
def build(
    *, seed: int, today: date, recent: int = HISTORY, told: Callable[[float], None] = lambda _part: None
) -> World:
    """Build the company as it stands at the end of `today`.

    Contacts held more than `recent` days before are left out. That changes no house of today as long as it exceeds the
    270 days that evidence is kept, and makes tests quick.
    """
    world = World(Agenda(today))
    founding.found_us(world)
    for company, meetings in script(seed):
        founding.found_customer(world, company)
        writing.put_on_agenda(world, company, [meeting for meeting in meetings if meeting.ago <= recent])
    projects.put_on_agenda(world)
    contracts.put_on_agenda(world)
    world.agenda.run(told)
    return world
