"""What of a large organisation is folded away at first: by department, each fold saying what it holds.

Up to six hundred cards everything is open. Beyond, whoever heads a department is folded over it, and many people side
by side without people of their own are gathered into a group for each department. Nothing is left out: it is folded.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

FULL, FEW = 600, 24
TRAY = "tray"


@dataclass(frozen=True, slots=True)
class Post:
    """A card with its boss, None at the top, and the department it stands in."""

    key: str
    above: str | None
    department: str


@dataclass(frozen=True, slots=True)
class Folding:
    """The posts to lay out, groups among them, the tray, what is folded, and who is in each group."""

    posts: tuple[tuple[str, str | None], ...]
    tray: tuple[str, ...]
    folded: frozenset[str]
    groups: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def fold(
    posts: Sequence[Post],
    tray: Sequence[Post],
    *,
    opened: Collection[str] = (),
    closed: Collection[str] = (),
    full: int = FULL,
) -> Folding:
    """`opened` and `closed` are what the person looking has asked for; it goes before what is folded by itself."""
    lines = tuple((post.key, post.above) for post in posts)
    if len(posts) + len(tray) <= full:
        return Folding(lines, tuple(post.key for post in tray), frozenset(closed))
    bosses = Counter(post.above for post in posts if post.above is not None)
    gathered = _gather(posts, bosses)
    loose = _gather_tray(tray)
    groups = {key: tuple(members) for key, members in (gathered | loose).items()}
    into = {member: key for key, members in gathered.items() for member in members}
    hung = tuple((post.key, into.get(post.key, post.above)) for post in posts)
    hung += tuple((key, key.partition("~")[0]) for key in gathered)
    folded = (_heads(posts, bosses) | set(gathered)) - set(opened) | set(closed)
    box: list[str] = []
    for key, members in loose.items():
        box.append(key)
        box += members if key in opened and key not in closed else ()
    if not loose:
        box = [post.key for post in tray]
    return Folding(hung, tuple(box), frozenset(folded), groups)


def _heads(posts: Sequence[Post], bosses: Mapping[str, int]) -> set[str]:
    """Those over whom a department folds: bosses whose own boss stands in another one."""
    department = {post.key: post.department for post in posts}
    return {
        post.key
        for post in posts
        if post.above is not None and bosses.get(post.key) and department.get(post.above) != post.department
    }


def _gather(posts: Sequence[Post], bosses: Mapping[str, int]) -> dict[str, list[str]]:
    """Of a boss with many people who have nobody beneath them: one group for each of their departments."""
    beneath: dict[str | None, list[Post]] = defaultdict(list)
    for post in posts:
        if post.above is not None and not bosses.get(post.key):
            beneath[post.above].append(post)
    groups: dict[str, list[str]] = defaultdict(list)
    for boss, people in beneath.items():
        for post in people if len(people) > FEW else ():
            groups[f"{boss}~{post.department}"].append(post.key)
    return dict(groups)


def _gather_tray(tray: Sequence[Post]) -> dict[str, list[str]]:
    groups: dict[str, list[str]] = defaultdict(list)
    for post in tray if len(tray) > FEW else ():
        groups[f"{TRAY}~{post.department}"].append(post.key)
    return dict(groups)
