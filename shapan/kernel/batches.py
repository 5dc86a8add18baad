"""What became of each row of a batch: the answer of every action that takes many rows at once."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum

from shapan.kernel.errors import Refused


class Outcome(StrEnum):
    CREATED = "created"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    REJECTED = "rejected"


@dataclass(slots=True, eq=False, kw_only=True)
class Row:
    """One row handed to a batch action: `id` None is new. The action fills in `id` and `outcome`, or the refusal.

    Rows are told apart by identity, so that one may name another that has no id yet.
    """

    id: int | None = None
    outcome: Outcome = Outcome.UNCHANGED
    refusal: Refused | None = None

    def refuse(self, refusal: Refused) -> None:
        self.refusal, self.outcome = refusal, Outcome.REJECTED


@dataclass(slots=True)
class Tally:
    """The counts of one batch; `implied` counts rows nobody listed but others named, by what they are."""

    created: int = 0
    updated: int = 0
    implied: Counter[str] = field(default_factory=Counter)

    def count(self, rows: Iterable[Row]) -> None:
        outcomes = Counter(row.outcome for row in rows)
        self.created += outcomes[Outcome.CREATED]
        self.updated += outcomes[Outcome.UPDATED]

    @property
    def counts(self) -> dict[str, int]:
        """As the journal tells it; empty when nothing changed, for then nothing happened."""
        if not (self.created or self.updated or any(self.implied.values())):
            return {}
        return {"created": self.created, "updated": self.updated, **{k: v for k, v in self.implied.items() if v}}
