"""Each kind of act of the story as calls of the apps' actions, on the day it happens."""

from datetime import date
from functools import partial

from shapan.demo.diary import Meeting, Shown
from shapan.demo.material import Company, ToldLink, ToldPromise
from shapan.demo.world import World
from shapan.intelligence import actions as intelligence
from shapan.interactions import actions as interactions
from shapan.interactions.actions import Promised
from shapan.people import actions as people
from shapan.people.terms import LinkKind
from shapan.relationships import actions as relationships
from shapan.relationships.terms import Criterion, General, Roof

TARGETS_SET = 150
DECEMBER, LAST = 12, 31
INDICATORS = {indicator.value: indicator for indicator in (*General, *Roof)}


def put_on_agenda(world: World, company: Company, meetings: list[Meeting]) -> None:
    """Everything that will happen at one company."""
    agenda, name = world.agenda, company.name
    for meeting in meetings:
        agenda.at(meeting.ago, partial(_hold, world, name, meeting))
    for place in company.places:
        for ago, level in place.claim:
            agenda.at(ago, partial(_claim, world, name, place.who, level))
        if place.target is not None and place.who:
            ago = min(TARGETS_SET, TARGETS_SET if place.since is None else place.since)
            agenda.at(ago, partial(_aim, world, name, place.who, place.target))
    for rival in company.rival:
        for seen in rival.seen:
            agenda.at(seen[2], partial(_see_rival, world, name, rival.rival, seen))
    for link in company.link:
        agenda.at(link.ago, partial(_link, world, name, link))
    for indicator, told in company.readings.items():
        for ago, *read in told:
            agenda.at(ago, partial(_read, world, name, indicator, read))


def _hold(world: World, company: str, meeting: Meeting, today: date) -> None:
    """Log the contact as whoever of us writes it down, with its promise and what it showed."""
    duty = world.on_duty(company, today)
    ours = meeting.ours or (duty.get(meeting.leaning, duty["AR"]),)
    logger = next((user for user in (duty["AR"], *ours) if user in ours and user in duty.values()), duty["AR"])
    promise = meeting.promise
    interaction, promises = interactions.log_interaction(
        actor=world.colleagues[logger],
        account_id=world.accounts[company],
        kind=meeting.kind,
        held_on=today,
        today=today,
        person_ids=tuple(world.people[who] for who in meeting.who),
        colleague_ids=tuple(world.colleagues[user].pk for user in ours),
        purpose=meeting.purpose,
        outcome=meeting.outcome,
        quote=meeting.quote,
        next_step=meeting.next,
        next_on=world.agenda.day(meeting.ago - meeting.next_in) if meeting.next else None,
        promises=(_promised(world, promise, logger),) if promise else (),
    )
    if promise and promise.kept is not None:
        _keep_later(world, company, promise, logger, promises[0].pk)
    for shown in meeting.shown:
        _show(world, company, shown, interaction, today)


def _promised(world: World, promise: ToldPromise, logger: str) -> Promised:
    return Promised(
        text=promise.text,
        due_on=world.agenda.day(promise.due),
        owner_id=world.colleagues[promise.owner or logger].pk,
        person_id=world.people[promise.to],
    )


def _keep_later(world: World, company: str, promise: ToldPromise, logger: str, promise_id: int) -> None:
    """The promise just made will be kept on its day, by its owner, or by whoever acts for the account by then."""

    def keep(day: date) -> None:
        owner = promise.owner or logger
        still_here = owner in world.on_duty(company, day).values()
        actor = world.colleagues[owner] if still_here else world.manager(company, day)
        interactions.keep_promise(actor=actor, promise_id=promise_id, kept_on=day, today=day)

    world.agenda.at(promise.kept, keep)


def _show(world: World, company: str, shown: Shown, interaction, today: date) -> None:
    """Record what was seen; somebody else verifies it within days, unless the story leaves it open."""
    evidence = relationships.record_evidence(
        actor=interaction.logged_by,
        account_id=world.accounts[company],
        person_id=world.people[shown.who],
        criterion=Criterion(shown.criterion),
        level=shown.level,
        statement=shown.statement,
        observed_on=today,
        interaction_id=interaction.pk,
        today=today,
    )
    if shown.verified_in is not None:
        later = world.agenda.after(today, shown.verified_in)
        world.agenda.on(later, partial(_verify, world, company, evidence))


def _verify(world: World, company: str, evidence, today: date) -> None:
    second = world.second(company, today, evidence.recorded_by.username)
    relationships.verify_evidence(actor=second, evidence_id=evidence.pk, today=today)


def _claim(world: World, company: str, who: str, level: int, today: date) -> None:
    relationships.claim_level(
        actor=world.manager(company, today),
        account_id=world.accounts[company],
        person_id=world.people[who],
        level=level,
        today=today,
    )


def _aim(world: World, company: str, who: str, level: int, today: date) -> None:
    relationships.set_target(
        actor=world.manager(company, today),
        account_id=world.accounts[company],
        person_id=world.people[who],
        level=level,
        due_on=date(today.year, DECEMBER, LAST),
        today=today,
    )


def _see_rival(world: World, company: str, rival: str, seen: tuple, today: date) -> None:
    who, level, _ago, statement = seen
    intelligence.see_competitor(
        actor=world.manager(company, today),
        account_id=world.accounts[company],
        person_id=world.people[who],
        competitor_id=world.accounts[rival],
        level=level,
        observed_on=today,
        statement=statement,
        today=today,
    )


def _link(world: World, company: str, link: ToldLink, today: date) -> None:
    people.link_people(
        actor=world.manager(company, today),
        person_id=world.people[link.who],
        other_id=world.people[link.other],
        kind=LinkKind(link.kind),
        evidence=link.say,
        today=today,
    )


def _read(world: World, company: str, indicator: str, read: list, today: date) -> None:
    value, statement = read
    relationships.read_indicator(
        actor=world.office,
        account_id=world.accounts[company],
        indicator=INDICATORS[indicator],
        value=value,
        statement=statement,
        observed_on=today,
        today=today,
    )
