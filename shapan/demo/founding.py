"""The first day of the story: our own organisation, and the customers with their posts, people and decision seats."""

from datetime import timedelta
from decimal import Decimal
from functools import partial
from random import Random

from shapan.accounts import actions as accounts
from shapan.accounts.terms import CompanyRole
from shapan.decisions import actions as decisions
from shapan.decisions.actions import BandSpec
from shapan.decisions.terms import SeatCode
from shapan.demo import material
from shapan.demo.agenda import HISTORY
from shapan.demo.material import Company, Place, ToldMode, ToldSeat
from shapan.demo.world import Duty, World
from shapan.identity import actions as identity
from shapan.identity.terms import Role
from shapan.people import actions as people
from shapan.people import queries as read_people
from shapan.teams import actions as teams
from shapan.teams.terms import SeatRole

PASSWORD = "shapan-demo"  # noqa: S105 -- the demo's sign-ins are printed for everyone to see
OUR_MAIL = "yuancheng.example"
YEAR = 365
SERVED = (200, 3200)  # days somebody has been in the post when the story begins


def found_us(world: World) -> None:
    """Units, colleagues, heads, and the key-account office's right to see all accounts."""
    told = material.table("colleagues")
    signs_in = {row["user"] for row in told["sign_in"]}
    units = {}
    for name, parent in told["units"]:
        units[name] = identity.open_unit(name=name, parent=units.get(parent))
    for username, name, title, unit in told["colleagues"]:
        world.colleagues[username] = identity.enrol_user(
            username=username,
            name=name,
            title=title,
            unit=units[unit],
            email=f"{username}@{OUR_MAIL}",
            password=PASSWORD if username in signs_in else None,
        )
        world.heads[username] = told["heads"].get(unit, "ma")
    for unit, username in told["heads"].items():
        title = world.colleagues[username].title
        identity.fill_post(unit=units[unit], title=title, holder=world.colleagues[username], heads=True)
    for unit, title in told["vacant"]:
        identity.fill_post(unit=units[unit], title=title, holder=None)
    since = world.agenda.start - timedelta(days=YEAR)
    for username in told["key_account_office"]:
        identity.give_role(user=world.colleagues[username], role=Role.KEY_ACCOUNT_OFFICE, today=since)


def found_customer(world: World, company: Company) -> None:
    """One company with its team, departments, posts, people and decision seats."""
    start = world.agenda.start
    account = accounts.open_account(
        actor=world.office,
        name=company.name,
        today=start,
        roles=tuple(CompanyRole(role) for role in company.roles),
        parent_id=world.accounts.get(company.parent),
        tier=company.tier,
        industry=company.industry,
        ownership=company.ownership,
        country=company.country,
        revenue=company.revenue,
        currency=company.currency,
        employees=company.employees,
        founded=company.founded,
    )
    world.companies[company.name] = company
    world.accounts[company.name] = account.pk
    world.duties[company.name] = []
    for seat in company.team:
        _seat_colleague(world, company.name, seat)
    if company.team:
        _open_departments(world, company)
        _open_posts(world, company)
        for place in company.places:
            _enrol(world, company, place)
        for seat in company.seats:
            _seat_customer(world, company.name, seat)
        for mode in company.mode:
            _tell_mode(world, company.name, mode)


def _tell_mode(world: World, company: str, mode: ToldMode) -> None:
    def post(title):
        return world.posts[company, title] if title else None

    decisions.record_mode(
        actor=world.office,
        account_id=world.accounts[company],
        today=world.agenda.start,
        category=mode.category,
        bands=tuple(BandSpec(Decimal(floor), post(title)) for floor, title in mode.bands),
        headquarters_id=world.accounts.get(mode.headquarters),
        acceptance_decider_id=post(mode.acceptance),
        payment_decider_id=post(mode.payment),
        valid_to=world.agenda.start + timedelta(days=2 * YEAR),
        **mode.facts,
    )


def _seat_colleague(world: World, company: str, told: tuple) -> None:
    """`told` is [role, user], [role, user, since] or [role, user, since, until], in days ago."""
    role, user, since, until = (*told, *(0, None)[len(told) - 2 :])
    agenda = world.agenda
    began = agenda.day(since) if since else agenda.start - timedelta(days=YEAR)
    ends = agenda.day(until) if until is not None else None
    world.duties[company].append(Duty(role, user, began, ends))

    def take(today):
        seat = teams.take_seat(
            actor=world.office,
            account_id=world.accounts[company],
            holder_id=world.colleagues[user].pk,
            role=SeatRole(role),
            started_on=began,
            today=today,
        )
        if ends is not None:
            agenda.on(ends, partial(_leave, world, seat.pk))

    if began <= agenda.start:
        take(agenda.start)
    else:
        agenda.on(began, take)


def _leave(world: World, seat_id: int, today) -> None:
    teams.leave_seat(actor=world.office, seat_id=seat_id, ended_on=today, today=today)


def _open_departments(world: World, company: Company) -> None:
    start = world.agenda.start
    for name in (*company.departments, *company.beside):
        department = accounts.open_department(
            actor=world.office,
            account_id=world.accounts[company.name],
            name=name,
            today=start,
            relevant=name in company.departments,
        )
        world.departments[company.name, name] = department.pk


def _open_posts(world: World, company: Company) -> None:
    """Posts as the tables name them, the higher ones first, and the lower post of whoever will be promoted."""
    for place in company.places:
        for title in filter(None, (place.post, place.was)):
            post = people.open_post(
                actor=world.office,
                account_id=world.accounts[company.name],
                title=title,
                today=world.agenda.start,
                department_id=world.departments.get((company.name, place.department)),
                grade=place.grade if title == place.post else "",
                parent_id=world.posts[company.name, place.under] if place.under else None,
            )
            world.posts[company.name, title] = post.pk


def _enrol(world: World, company: Company, place: Place) -> None:
    """The person of a place, in the post held when the story begins; moves and departures go on the agenda."""
    if place.comes_from:
        arrive = partial(_move, world, place.who, company.name, place.post)
        world.agenda.at(place.since or 0, arrive)
    elif place.who:
        start = world.agenda.start
        person = people.enrol_person(
            actor=world.office,
            name=place.who,
            latin_name=place.latin,
            post_id=world.posts[company.name, place.was or place.post],
            started_on=start - timedelta(days=Random(place.who).randint(*SERVED)),  # noqa: S311 -- a story
            today=start,
            emails=(_mail(place.latin, company),),
            phones=(_phone(company, len(world.people)),),
        )
        world.people[place.who] = person.pk
        if place.promoted:
            world.agenda.at(place.promoted, partial(_move, world, place.who, company.name, place.post))


def _move(world: World, who: str, company: str, post: str, today) -> None:
    """From whatever post the person holds into this one; the key-account office may act at both ends."""
    held = read_people.career(actor=world.office, person_id=world.people[who], today=today)
    people.move_person(
        actor=world.office,
        appointment_id=next(row.appointment_id for row in held if row.ended_on is None),
        to_post_id=world.posts[company, post],
        on=today,
        today=today,
    )


def _seat_customer(world: World, company: str, seat: ToldSeat) -> None:
    account_id, start = world.accounts[company], world.agenda.start
    if seat.label or seat.weight is not None:
        decisions.define_seat(
            actor=world.office,
            account_id=account_id,
            code=SeatCode(seat.code),
            today=start,
            label=seat.label,
            weight=seat.weight,
        )

    def name(today):
        decisions.name_holder(
            actor=world.manager(company, today),
            account_id=account_id,
            code=SeatCode(seat.code),
            person_id=world.people[seat.who],
            today=today,
            influence=seat.influence,
            confidence=seat.confidence,
            share=seat.share,
            source=seat.source,
            label=seat.label,
        )

    if seat.who:
        world.agenda.at(HISTORY if seat.since is None else seat.since, name)


def _mail(latin: str, company: Company) -> str:
    local = latin.lower().replace("ü", "v").replace(" ", ".")
    plain = "".join(PLAIN.get(letter, letter) for letter in local)
    return f"{plain}@{company.mail}"


PLAIN = {"ö": "o", "ä": "a", "å": "a", "é": "e", "õ": "o"}


def _phone(company: Company, number: int) -> str:
    """Numbers that ring nowhere: area code 000 is not given out; the Swedish range is reserved for stories."""
    if company.language == "en":
        return f"+46 8 465 004 {number % 100:02d}"
    return f"+86 000 5550 {number:04d}"
