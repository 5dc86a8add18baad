"""What pasted minutes or a chat say, by rules anybody can read (method 13: entry must give more than it takes).

Nothing is believed: every proposal names the words it rests on, and a person confirms it. Sentences are the unit; a
sentence of ours that says what we will do is a promise, one that begins “下一步” or “next step” is the next step.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from shapan.interactions.terms import Kind
from shapan.kernel.spoken_days import SpokenDay, find_day

SENTENCE_END = re.compile(r"(?<=[。！？!?；;])|(?<=\.)\s+")
QUOTED = re.compile(r"[“「\"]([^”」\"\n]{4,300})[”」\"]")
SPEAKER = re.compile(
    r"^\s*(?P<who>[^\s:：]{1,20}|[A-Z][\w'-]+ [A-Z][\w'-]+)(?:\s+[\d/:.-]{4,19})*\s*[:：]\s*(?P<words>.+)$"
)
STAMP = re.compile(r"^\s*\S{1,30}\s+(?:\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?\s+)?\d{1,2}:\d{2}(?::\d{2})?\s*$")
NEXT = re.compile(
    r"^[\s\-*•\d.、]*(?:下一步|后续|下步|待办|跟进|next steps?|to ?do|action(?: item)?s?|follow[- ]?up)\s*[:：-]?\s*",
    re.IGNORECASE,
)
OURS = re.compile(r"(?:我们|我方|我司|我)(?!不)|\b(?:we|I)(?:'ll| will| promise| commit| shall)\b", re.IGNORECASE)
WILL = re.compile(
    r"承诺|答应|保证|负责|将|会|安排|提交|提供|发给|送|给出|答复|回复|\bwill\b|'ll|promise|commit|shall", re.IGNORECASE
)
TITLES = "总|处|部长|主任|经理|局|院长|工|科长|书记|董|所|主管|老师"
KINDS = (
    (Kind.HQ_VISIT, r"来访总部|参观总部|总部参观|访问总部|visit(?:ed)? (?:our )?(?:HQ|headquarters)"),
    (Kind.MODEL_SITE_VISIT, r"样板点|样板局|参观考察|reference site|model[- ]site"),
    (Kind.POC, r"POC|测试验证|试点测试|proof of concept"),
    (Kind.JOINT_WORKSHOP, r"研讨会|联合工作坊|workshop"),
    (Kind.TRAINING, r"培训|training"),
    (Kind.QBR, r"季度回顾|季度复盘|QBR|quarterly (?:business )?review"),
    (Kind.EXECUTIVE_MEETING, r"高层会[见谈晤]|总裁会[见谈]|executive meeting"),
    (Kind.TECHNICAL_EXCHANGE, r"技术交流|方案交流|technical exchange"),
    (Kind.BUSINESS_MEAL, r"吃饭|午餐|晚餐|工作餐|宴请|lunch|dinner"),
    (Kind.CALL, r"电话|通话|来电|致电|视频会|phone|\bcall(?:ed)?\b"),
    (Kind.MESSAGE, r"微信|短信|邮件|钉钉|WeChat|e-?mail|message"),
    (Kind.MEETING, r"拜访|面谈|会面|见面|开会|会议|met with|meeting|visit"),
)


@dataclass(frozen=True, slots=True)
class Known:
    """Somebody of the customer who may be meant. `key` is the caller's own."""

    key: int
    name: str
    latin_name: str = ""


@dataclass(frozen=True, slots=True)
class Named:
    """A person found in the text by these words."""

    key: int
    words: str


@dataclass(frozen=True, slots=True)
class PromiseRead:
    """Something one of us said would be done; `due_on` None when no day was named."""

    text: str
    due_on: date | None


@dataclass(frozen=True, slots=True)
class Minutes:
    """What a text proposes; whatever is None or empty was not said."""

    people: tuple[Named, ...]
    unclear: tuple[str, ...]
    kind: Kind | None
    held: SpokenDay | None
    promises: tuple[PromiseRead, ...]
    next_step: str
    next_on: date | None
    quote: str
    rest: str


def read(text: str, known: Sequence[Known], today: date) -> Minutes:
    """Propose participants, day, kind, promises and next step from the text. `known` are those who may be meant."""
    people, unclear = _people(text, known)
    theirs = {p.name for p in known} | {p.latin_name for p in known if p.latin_name}
    sentences = [found for line in text.splitlines() if not STAMP.match(line) for found in _sentences(line, theirs)]
    following = next((s.words for s in sentences if NEXT.match(s.words)), "")
    sentences = [s for s in sentences if s.words != following]
    promises = tuple(_promises(sentences, today))
    next_step = NEXT.sub("", following).strip(" 。.;；")
    day = find_day(next_step, today) if next_step else None
    told = {promise.text for promise in promises}
    rest = "\n".join(s.words for s in sentences)
    return Minutes(
        people=people,
        unclear=unclear,
        kind=next((kind for kind, words in KINDS if re.search(words, rest, re.IGNORECASE)), None),
        held=_held(text, today),
        promises=promises,
        next_step=next_step,
        next_on=day.day if day else None,
        quote=_quote(text, sentences),
        rest="\n".join(s.words for s in sentences if s.words not in told),
    )


@dataclass(frozen=True, slots=True)
class _Sentence:
    words: str
    theirs: bool


def _sentences(line: str, theirs: set[str]) -> list[_Sentence]:
    spoken = None if NEXT.match(line) else SPEAKER.match(line)
    words = spoken["words"] if spoken else line
    by_them = spoken is not None and spoken["who"] in theirs
    return [_Sentence(part.strip(), by_them) for part in SENTENCE_END.split(words) if part.strip()]


def _people(text: str, known: Sequence[Known]) -> tuple[tuple[Named, ...], tuple[str, ...]]:
    """By the whole name; else by surname and title, when one person only can be meant."""
    lower = text.lower()
    found = {p.key: Named(p.key, p.name) for p in known if p.name and p.name.lower() in lower}
    for person in known:
        if person.key not in found and person.latin_name and person.latin_name.lower() in lower:
            found[person.key] = Named(person.key, person.latin_name)
    named = {p.name[0] for p in known if p.key in found}
    unclear = []
    for address in re.findall(rf"([\u4e00-\u9fff])({TITLES})", text):
        meant = [p for p in known if p.name.startswith(address[0])]
        words = "".join(address)
        if len(meant) == 1:
            found.setdefault(meant[0].key, Named(meant[0].key, words))
        elif meant and address[0] not in named and words not in unclear:
            unclear.append(words)
    return tuple(found.values()), tuple(unclear)


def _held(text: str, today: date) -> SpokenDay | None:
    """The first day not after today."""
    found = find_day(text, today, back=True)
    return found if found and found.day <= today else None


def _promises(sentences: Sequence[_Sentence], today: date) -> Iterator[PromiseRead]:
    """What they said, and what we quote of them, is no promise of ours."""
    for said in sentences:
        ours = QUOTED.sub("", said.words)
        if not said.theirs and OURS.search(ours) and WILL.search(ours):
            day = find_day(ours, today)
            if day is None or day.day >= today:
                yield PromiseRead(said.words, day.day if day else None)


def _quote(text: str, sentences: Sequence[_Sentence]) -> str:
    """The longest thing one of theirs said, word for word: in a line of a chat, or between quotation marks."""
    said = [s.words for s in sentences if s.theirs] + QUOTED.findall(text)
    return max(said, key=len, default="")
