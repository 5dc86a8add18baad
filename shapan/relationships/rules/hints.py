"""Words in a contact that may be evidence for a level (domain.md §2.1): offered to the person, never set silently.

Only the words are seen, not their weight: the level and whether it counts are for people to say.
"""

import re
from dataclasses import dataclass

from shapan.relationships.terms import Criterion

WORDS = {
    Criterion.ACCEPTANCE: r"认可|同意|接受|采纳|满意|支持我们|agreed?\b|accept(?:s|ed)?\b|in favou?r|endorse[sd]?",
    Criterion.PARTICIPATION: r"参加|参与|出席|到场|带队|陪同|attend(?:s|ed)|joined|took part|hosted",
    Criterion.INFORMATION: r"透露|告诉|告知|介绍了|提供了|分享|told us|shared|explained|let us know",
    Criterion.GUIDANCE: r"建议我们|提醒我们|指点|引荐|推荐|帮我们|带我们|advised|introduced us|recommended|warned us",
}


@dataclass(frozen=True, slots=True)
class Hint:
    """These words may show this criterion."""

    criterion: Criterion
    words: str


def hints(*texts: str) -> tuple[Hint, ...]:
    """At most one hint for each criterion, with the sentence in which it was seen."""
    sentences = [part.strip() for text in texts for part in re.split(r"[。！？!?；;\n]|\.\s", text) if part.strip()]
    found = []
    for criterion, words in WORDS.items():
        seen = next((s for s in sentences if re.search(words, s, re.IGNORECASE)), None)
        if seen:
            found.append(Hint(criterion, seen))
    return tuple(found)
