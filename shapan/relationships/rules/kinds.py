"""The six kinds of the sand table: who counts as what, and when a play has run out (domain.md §2.8, §2.9). Pure."""

from dataclasses import dataclass

from shapan.relationships.terms import PersonKind

# Difficult follows from evidence alone: nobody is called so by hand.
TAGGABLE = tuple(kind for kind in PersonKind if kind is not PersonKind.DIFFICULT)


@dataclass(frozen=True, slots=True)
class KindPolicy:
    """domain.md §2.8, §2.9. `fresh_days` is ours: how long a move is news."""

    difficult_share: float = 0.1
    retired_days: int = 1096  # 36 months
    fresh_days: int = 180
    silent_days: int = 180  # an executive nobody met: the sponsor is called
    field_days: int = 180  # a new field without a supporter: is it ours at all?
    welcome_days: int = 30  # a person who moved here and whom nobody has met since


@dataclass(frozen=True, slots=True)
class Seen:
    """What is known of a person on a day, in days and shares. None: does not apply, or unknown."""

    executive: bool = False
    level: int | None = None
    share: float = 0.0
    days: int | None = None  # since the last effective contact; None: never met
    left_days: int | None = None  # since leaving the last post here
    moved_days: int | None = None  # since coming from another department or company
    tagged: tuple[tuple[PersonKind, int], ...] = ()  # kind, days since it was said


def kinds(seen: Seen, policy: KindPolicy = KindPolicy()) -> tuple[PersonKind, ...]:
    """The kinds of a person: what follows from the data, and what one of us has said, in the method's order."""
    follows = {
        PersonKind.SENIOR: seen.executive and seen.left_days is None,
        PersonKind.DIFFICULT: seen.level is not None and seen.level <= 0 and seen.share >= policy.difficult_share,
        PersonKind.RETIRED: seen.left_days is not None and seen.left_days <= policy.retired_days,
        PersonKind.MOBILE: seen.moved_days is not None and seen.moved_days <= policy.fresh_days,
    }
    said = {kind for kind, _days in seen.tagged}
    return tuple(kind for kind in PersonKind if follows.get(kind) or kind in said)


def has_run_out(kind: PersonKind, seen: Seen, policy: KindPolicy = KindPolicy()) -> bool:
    """Whether the stop rule of the play speaks. False too where no data can tell: the rule stands in words then."""
    if kind is PersonKind.SENIOR:
        return seen.days is None or seen.days > policy.silent_days
    if kind is PersonKind.NEW_FIELD:
        said = max((days for tag, days in seen.tagged if tag is kind), default=0)
        return said > policy.field_days and (seen.level or 0) < 1
    if kind is PersonKind.MOBILE and seen.moved_days is not None:
        return seen.moved_days > policy.welcome_days and (seen.days is None or seen.days >= seen.moved_days)
    return False
