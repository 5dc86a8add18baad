"""What we sell, as a file spells it. A name that is only like one of ours is joined when a person has said so."""

from dataclasses import asdict, dataclass

from django.utils.translation import gettext as _

from shapan.imports.kinds.common import Item, Run
from shapan.imports.rules.likeness import nearest
from shapan.opportunities import queries as opportunities
from shapan.sources import actions as remember

SPELLING = "product spelling"


@dataclass(slots=True)
class NearMiss:
    """A name of the file, the name of ours it is like, whether somebody has joined the two, and in how many rows."""

    column: str
    said: str
    like: str
    joined: bool
    rows: int = 0

    def told(self) -> dict[str, object]:
        return asdict(self)


class Products:
    """By name, by key of the source, or by a spelling that was accepted: now, or before for this source."""

    def __init__(self, run: Run):
        self.run, self.ours = run, opportunities.product_ids_by_name()
        self.names = {pk: name for name, pk in self.ours.items()}
        self.found: dict[str, int] = {}
        self.fresh: dict[str, int] = {}

    def learn(self, names: set[str]) -> None:
        asked = {name for name in names if name not in self.found}
        spelled = self.run.known(SPELLING, asked - self.ours.keys())
        known = self.run.known("product", asked - self.ours.keys()) | {
            name: self.ours[name] for name in asked & set(self.ours)
        }
        for name in asked:
            accepted = self.ours.get(self.run.accepted.get(name, ""))
            joined = accepted or spelled.get(name)
            if known.get(name) in self.names:
                self.found[name] = known[name]
            elif joined in self.names:
                self.found[name] = joined
                self._met(name, self.names[joined], joined=True)
                if accepted:
                    self.fresh[name] = accepted
            elif like := nearest(name, self.ours):
                self._met(name, like, joined=False)

    def one(self, item: Item) -> int | None:
        """The product a cell names, or a rejection that says what to do."""
        said = item.text("product")
        met = self.run.near.get(("product", said))
        if met:
            met.rows += 1
        if said in self.found:
            return self.found[said]
        wanted = self.run.accepted.get(said)
        if wanted:
            told = _("There is no product “{name}” to take “{said}” for.")
            item.reject("product", told.format(name=wanted, said=said))
        elif met:
            told = _('There is no product “{name}”. If it is “{like}”, say so: --accept "{name}={like}".')
            item.reject("product", told.format(name=said, like=met.like))
        else:
            item.reject("product", _("There is no product “{name}”. Import products first.").format(name=said))
        return None

    def remember(self) -> None:
        """Next time this source need not be asked again."""
        remember.remember(source=self.run.source, kind=SPELLING, keys=self.fresh)

    def _met(self, said: str, like: str, *, joined: bool) -> None:
        self.run.near.setdefault(("product", said), NearMiss("product", said, like, joined))
