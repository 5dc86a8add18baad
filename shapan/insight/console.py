"""The house, and who decides, for terminals and machines."""

from rich.console import Console
from rich.table import Table

from shapan.decisions import phrases as decisions
from shapan.decisions.terms import PurchasingModel
from shapan.insight import phrases
from shapan.relationships.queries import Deciding, House, PersonStanding, Pillar, Step
from shapan.relationships.rules.readings import Reading

NUMBERS = ("ir", "cr", "si", "ow", "uw", "lm", "supporter_share")


def as_json(house: House, keys: dict[int, str]) -> dict:
    """The house as plain values; numbers unrounded, unknown as null. `keys` are the people's outside keys."""
    names = {person.person_id: person.person for person in house.people}
    return {
        "account": house.account.name,
        "account_id": house.account.id,
        "tier": house.account.tier or None,
        "as_of": house.as_of.isoformat(),
        "policy_version": house.policy_version,
        "key": {name: _reading(getattr(house.key, name), names) for name in NUMBERS}
        | {
            "executive_coverage": _reading(house.executives, names),
            "warm_supporters": house.key.threads,
            "single_threaded": house.key.single_threaded,
        },
        "pillars": [_pillar(pillar) for pillar in house.pillars],
        "people": [_person(person, keys) for person in house.people],
        "general": _general(house),
        "organisation": _organisation(house),
    }


def _reading(reading: Reading, names: dict[int, str]) -> dict:
    return {
        "value": reading.value,
        "numerator": reading.numerator,
        "denominator": reading.denominator,
        "note": reading.note or None,
        "parts": [
            {
                "seat": part.seat,
                "person": names.get(part.person_id),
                "weight": part.weight,
                "level": part.level,
                "warmth": part.warmth,
                "gate": part.gate,
                "value": part.value,
            }
            for part in reading.parts
        ],
    }


def _pillar(pillar: Pillar) -> dict:
    person = pillar.standing
    return {
        "seat": pillar.seat.label or str(phrases.SEATS[pillar.seat.code]),
        "role": pillar.seat.code,
        "weight": pillar.weight,
        "share": pillar.share,
        "required": pillar.seat.required,
        "person": person.person if person else None,
        "influence": pillar.holder.influence if pillar.holder else None,
        "confidence": pillar.holder.confidence if pillar.holder else None,
        "level": person.level if person else None,
        "level_state": person.reading.state if person else None,
        "claimed": person.claimed if person else None,
        "over_claimed": person.over_claimed if person else False,
        "warmth": person.warmth if person else None,
        "state": person.state if person else None,
        "target": pillar.target.level if pillar.target else None,
        "competitor": pillar.rival.level if pillar.rival else None,
    }


def _person(person: PersonStanding, keys: dict[int, str]) -> dict:
    return {
        "name": person.person,
        "key": keys.get(person.person_id),
        "titles": [post.title for post in person.posts],
        "seats": list(person.seats),
        "cadence": person.cadence,
        "last_effective_contact": person.last_on.isoformat() if person.last_on else None,
        "days": person.days,
        "warmth": person.warmth,
        "state": person.state,
        "interactions": person.interactions,
        "level": person.level,
        "level_state": person.reading.state,
        "claimed": person.claimed,
    }


def _general(house: House) -> dict:
    return {
        "score": house.general.score,
        "grade": house.general.grade,
        "known": house.general.known,
        "parts": {part.value: points for part, points in house.general.parts.items()},
        "indicators": {i.indicator.value: {"value": i.value, "points": i.points} for i in house.general.indicators},
        "departments": [
            {"name": tile.name, "people": tile.tile.people, "covered": tile.tile.covered} for tile in house.tiles
        ],
    }


def _organisation(house: House) -> dict:
    return {
        "applies": house.roof.applies,
        "score": house.roof.score,
        "segments": {segment.value: share for segment, share in house.roof.segments.items()},
        "indicators": {i.indicator.value: {"value": i.value, "points": i.points} for i in house.roof.indicators},
    }


def show(house: House, out) -> None:
    """The house as tables."""
    console = Console(file=out, highlight=False)
    console.print(f"[bold]{house.account.name}[/bold]  {house.account.tier}  {house.as_of}  ({house.policy_version})")
    numbers = Table(show_header=False, box=None)
    for name, (title, _meaning) in phrases.NUMBERS.items():
        numbers.add_row(str(title), name.upper(), _number(getattr(house.key, name).value))
    console.print(numbers)
    table = Table()
    for title in phrases.COLUMNS:
        table.add_column(str(title))
    for pillar in house.pillars:
        table.add_row(*_row(pillar))
    console.print(table)
    console.print(
        f"{phrases.FOUNDATION}: {_number(house.general.score)} {house.general.grade or '?'}   "
        f"{phrases.ROOF_TITLE}: {_number(house.roof.score) if house.roof.applies else '—'}"
    )


def _row(pillar: Pillar) -> tuple[str, ...]:
    person = pillar.standing
    seat = f"{pillar.seat.code} {phrases.SEATS[pillar.seat.code]}"
    if person is None:
        return (seat, "—", f"{pillar.weight:.1f}", "?", "", "", "")
    claimed = "" if person.claimed is None else f"{person.claimed}{' ⚠' if person.over_claimed else ''}"
    level = "?" if person.level is None else str(person.level)
    days = "" if person.days is None else str(person.days)
    return (seat, person.person, f"{pillar.weight:.1f}", level, claimed, days, _number(person.warmth))


def _number(value: float | None) -> str:
    return "?" if value is None else f"{value:.3g}"


def path_as_json(answer: Deciding) -> dict:
    """Who decides as plain values; unknown as null."""
    mode = answer.mode
    return {
        "account": answer.account.name,
        "amount": float(answer.amount),
        "currency": mode.currency if mode else None,
        "category": mode.category if mode else None,
        "known": mode is not None,
        "collective": answer.collective,
        "expired": answer.expired,
        "shortlisted": mode.shortlisted if mode else None,
        "reported": mode.reported if mode else None,
        "entry": answer.entry,
        "path": [_step(step) for step in answer.path],
    }


def _step(step: Step) -> dict:
    return {
        "role": step.role,
        "account": step.account,
        "post": step.title or None,
        "person": step.person.person if step.person else None,
        "level": step.person.level if step.person else None,
        "warmth": step.person.warmth if step.person else None,
        "owner": step.owner or None,
        "gap": step.gap,
    }


def show_path(answer: Deciding, out) -> None:
    """Who decides as a table."""
    console = Console(file=out, highlight=False)
    currency = answer.mode.currency if answer.mode else ""
    console.print(f"[bold]{answer.account.name}[/bold]  {answer.amount:,.0f} {currency}  {answer.category}".rstrip())
    if answer.mode and answer.mode.model == PurchasingModel.SHORTLIST:
        console.print(str(decisions.ENTRIES[answer.entry]))
    table = Table()
    for title in phrases.PATH_COLUMNS:
        table.add_column(str(title))
    for step in answer.path:
        person = step.person
        table.add_row(
            f"{step.role} {phrases.SEATS[step.role]}",
            " · ".join(filter(None, [step.account if step.above else "", step.title])),
            person.person if person else "—",
            "?" if person is None or person.level is None else str(person.level),
            _number(person.warmth if person else None),
            step.owner,
            str(decisions.GAPS[step.gap]) if step.gap else "",
        )
    console.print(table)
