"""Which contact is held when, with whom, and what it shows: planned for one company before the story runs.

Contacts that are told word for word come first; then every person gets a last effective contact on the day the tables
say, and earlier ones in the person's rhythm. Technical sessions, trainings and executive meetings inside the windows
that the foundation and the roof count are only those told, or as many as the company's fate allows.
"""

from collections import defaultdict
from dataclasses import dataclass, field
from random import Random

from shapan.demo import material
from shapan.demo.agenda import HISTORY
from shapan.demo.casting import FATES
from shapan.demo.material import Company, Place, ToldPromise
from shapan.interactions.terms import Kind

TALK = (Kind.MEETING, Kind.MEETING, Kind.MEETING, Kind.CALL, Kind.CALL, Kind.MESSAGE)
BIG = (Kind.JOINT_WORKSHOP, Kind.QBR, Kind.POC, Kind.MODEL_SITE_VISIT, Kind.HQ_VISIT)
COUNTED = {Kind.TECHNICAL_EXCHANGE: 95, Kind.TRAINING: 190, Kind.EXECUTIVE_MEETING: 375}  # days a house looks back
SPREAD = (0.7, 1.5)
JOINED = 0.3
BIG_CHANCE = 0.1
TECHNICAL = ("技术", "云", "信息", "数字", "Network", "Automation")
FIELD = ("工程", "运", "Operations", "护理")
GREETED = 6
REFRESHED = 140  # evidence is looked for again after so many days, well before it expires at 180
PROMISED = 0.08
NOT_VERIFIED = 0.05
VERIFIED_WITHIN = (1, 5)  # days


@dataclass(frozen=True, slots=True)
class Shown:
    """One piece of evidence seen at a contact; verified by a second person so many days later, or by nobody."""

    who: str
    criterion: str
    level: int
    statement: str
    verified_in: int | None


@dataclass
class Meeting:
    """One contact to be held. Without an outcome it happened and warms nobody."""

    ago: int
    kind: Kind
    who: list[str]
    ours: tuple[str, ...] = ()
    leaning: str = "AR"
    purpose: str = ""
    outcome: str = ""
    quote: str = ""
    next: str = ""
    next_in: int = 14
    promise: ToldPromise | None = None
    shown: list[Shown] = field(default_factory=list)


class Diary:
    """The contacts of one company while they are being planned."""

    def __init__(self, company: Company, rng: Random) -> None:
        self.company, self.rng = company, rng
        self.words = material.table(f"words_{company.language}")
        self.meetings: list[Meeting] = []
        self.of: dict[str, list[Meeting]] = defaultdict(list)  # effective contacts of each person
        self.met = [place for place in company.places if place.who and place.last is not None]

    def plan(self) -> list[Meeting]:
        for move in self.company.move:
            self._tell(move)
        if self.company.template:
            self._recent_sessions()
        for place in self.met:
            self._meet(place)
        self._show_levels()
        self._small_talk()
        return sorted(self.meetings, key=lambda meeting: -meeting.ago)

    def _tell(self, move) -> None:
        self._add(
            Meeting(
                ago=move.ago, kind=Kind(move.kind), who=list(move.who), ours=move.ours, purpose=move.purpose,
                outcome=move.outcome, quote=move.quote, next=move.next, next_in=move.next_in, promise=move.promise,
            )
        )  # fmt: skip

    def _add(self, meeting: Meeting) -> Meeting:
        for who in meeting.who:
            place = self._place(who)
            if place and place.last is not None and meeting.ago < place.last:
                raise ValueError(f"{self.company.name}: {who} is met {meeting.ago} days ago, after the last contact.")
            self.of[who].append(meeting)
        self.meetings.append(meeting)
        return meeting

    def _place(self, who: str) -> Place | None:
        return next((place for place in self.company.places if place.who == who), None)

    def _recent_sessions(self) -> None:
        """As many sessions inside the counted windows as the company's fate allows."""
        fate = FATES[self.company.fate]
        for kind, number in (
            (Kind.TECHNICAL_EXCHANGE, fate.exchanges),
            (Kind.TRAINING, fate.trainings),
            (Kind.EXECUTIVE_MEETING, fate.executives),
        ):
            window = COUNTED[kind] - 10
            able = [p for p in self.met if p.last < window and (not p.department) == (kind is Kind.EXECUTIVE_MEETING)]
            for place in self.rng.sample(able, min(number, len(able))):
                self._hold(kind, self.rng.randint(place.last, window), place)

    def _meet(self, place: Place) -> None:
        """The last contact, the days on which something was shown, and back from there in the person's rhythm."""
        first = HISTORY if place.since is None else place.since
        days = {meeting.ago for meeting in self.of[place.who]}
        wanted = {place.last, *(proof.ago for proof in self.company.proof if proof.who == place.who)} - days
        for ago in sorted(wanted):
            self._hold(self.rng.choice(TALK), ago, place, alone=True)
        ago = place.last + self._gap(place)
        while ago < first:
            if all(abs(meeting.ago - ago) > place.rhythm / 2 for meeting in self.of[place.who]):
                self._hold(self._kind(place, ago), ago, place)
            ago += self._gap(place)

    def _gap(self, place: Place) -> int:
        return max(3, round(place.rhythm * self.rng.uniform(*SPREAD)))

    def _kind(self, place: Place, ago: int) -> Kind:
        """Mostly talk; sessions only where no window counts them any more."""
        fitting = Kind.EXECUTIVE_MEETING if not place.department else Kind.TECHNICAL_EXCHANGE
        if place.department and self._leans(place) == "FR":
            fitting = Kind.TRAINING
        draw = self.rng.random()
        if draw < 2 * BIG_CHANCE and ago > COUNTED[fitting]:
            return fitting
        if 2 * BIG_CHANCE <= draw < 3 * BIG_CHANCE and not self.company.hand_written:
            return self.rng.choice(BIG)
        return self.rng.choice(TALK)

    def _leans(self, place: Place) -> str:
        """Which seat of ours usually meets such a person."""
        if any(word in place.department for word in TECHNICAL):
            return "SR"
        return "FR" if any(word in place.department for word in FIELD) else "AR"

    def _hold(self, kind: Kind, ago: int, place: Place, *, alone: bool = False) -> Meeting:
        """A contact in the words of the tables, perhaps with somebody else who could be there on that day."""
        who = [place.who]
        beside = [p.who for p in self.met if p is not place and p.last <= ago and self._is_here(p, ago)]
        if not alone and beside and kind not in (Kind.CALL, Kind.MESSAGE) and self.rng.random() < JOINED:
            who.append(self.rng.choice(beside))
        topic = self.rng.choice(self.company.topics)
        said = self.words["kinds"]["talk" if kind in TALK else kind]
        purpose, outcome, step, quote = (line.format(topic=topic) for line in self.rng.choice(said))
        leaning = self._leans(place) if self.rng.random() < 0.6 or kind not in TALK else "AR"  # noqa: PLR2004 -- 3 of 5
        meeting = Meeting(
            ago=ago, kind=kind, who=who, leaning=leaning, purpose=purpose, outcome=outcome, next=step,
            quote=quote if self.rng.random() < JOINED else "", next_in=self.rng.randint(7, 28),
        )  # fmt: skip
        if self.rng.random() < PROMISED:
            meeting.promise = self._promise(meeting, topic)
        return self._add(meeting)

    def _is_here(self, place: Place, ago: int) -> bool:
        came = HISTORY if place.since is None else place.since
        return ago <= came and (place.until is None or ago > place.until)

    def _promise(self, meeting: Meeting, topic: str) -> ToldPromise:
        """Mostly kept in time, sometimes late; a few of the last weeks are still open."""
        text = self.rng.choice(self.words["promise"]).format(topic=topic)
        due = meeting.ago - self.rng.randint(7, 21)
        kept = max(due + self.rng.randint(-4, 6), 1)
        is_open = due < 0 or (due < 12 and self.rng.random() < 0.3)  # noqa: PLR2004 -- of the last days, three in ten
        return ToldPromise(text=text, due=due, owner="", to=meeting.who[0], kept=None if is_open else kept)

    def _show_levels(self) -> None:
        """Evidence: as told for the people of the story, from the words of the tables along each person's path."""
        for proof in self.company.proof:
            meeting = next(meeting for meeting in self.of[proof.who] if meeting.ago == proof.ago)
            for criterion, level, statement in proof.seen:
                days = None if criterion in proof.open else self.rng.randint(*VERIFIED_WITHIN)
                meeting.shown.append(Shown(proof.who, criterion, level, statement, days))
        for place in self.company.places:
            for number, (since, level) in enumerate(place.path):
                later = place.path[number + 1][0] if number + 1 < len(place.path) else place.stop
                self._show_level(place, level, since, later)

    def _show_level(self, place: Place, level: int, since: int, later: int) -> None:
        shown = None
        for meeting in sorted(self.of[place.who], key=lambda meeting: -meeting.ago):
            due = shown is None or shown - meeting.ago >= REFRESHED
            told = any(piece.who == place.who for piece in meeting.shown)
            if later < meeting.ago <= since and due and not told:
                shown = meeting.ago
                meeting.shown += self._seen(place.who, level)

    def _seen(self, who: str, level: int):
        criteria = ["acceptance", "participation", "guidance"]
        if self.rng.random() < JOINED:
            criteria.append("information")
        topic = self.rng.choice(self.company.topics)
        for criterion in criteria:
            said = self.rng.choice(self.words["statements"][criterion][str(level)])
            forgotten = bool(self.company.template) and self.rng.random() < NOT_VERIFIED
            days = None if forgotten else self.rng.randint(*VERIFIED_WITHIN)
            yield Shown(who, criterion, level, said.format(topic=topic), days)

    def _small_talk(self) -> None:
        """Greetings, mass mail and visits without a result: they are kept, and warm nobody."""
        known = [place.who for place in self.company.places if place.who and not place.comes_from and not place.until]
        if not known:
            return
        for kind, ago in (
            (Kind.GREETING, self.rng.randint(3, 24)), (Kind.GREETING, self.rng.randint(150, 160)),
            (Kind.GREETING, self.rng.randint(500, 520)), (Kind.MASS_MAIL, self.rng.randint(10, 80)),
            (Kind.MASS_MAIL, self.rng.randint(180, 400)), (Kind.MEETING, self.rng.randint(20, 300)),
        ):  # fmt: skip
            who = self.rng.sample(known, min(GREETED, len(known)))
            said = self.words["unfinished"] if kind is Kind.MEETING else self.words[kind]
            line = self.rng.choice(said)
            purpose, outcome = (line, "") if isinstance(line, str) else line
            self.meetings.append(Meeting(ago=ago, kind=kind, who=who[:1] if kind is Kind.MEETING else who,
                                         purpose=purpose, outcome=outcome))  # fmt: skip
