"""Two entries become one, or are told apart; a merge can be taken back as long as nothing has changed since."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from shapan.duplicates import policies, registry, rows
from shapan.duplicates.models import Distinct, Merge
from shapan.duplicates.registry import Kind
from shapan.duplicates.terms import Tag
from shapan.foundation.models import Scope, change
from shapan.journal import actions as journal
from shapan.kernel.errors import EditConflict, Refused


class MergeRefused(Refused):
    """The message is fit to show to the person who asked."""


@transaction.atomic
def tell_apart(*, actor, kind: str, ids: tuple[int, int], today: date) -> Distinct:
    """Remember that two entries are not the same, and who said so."""
    _check_may_edit(actor, registry.KINDS[kind], ids, today)
    first, second = sorted(ids)
    distinct, is_new = Distinct.objects.scope(Scope.WRITE).get_or_create(
        kind=kind, first_id=first, second_id=second, defaults={"told_by": actor, "told_on": today}
    )
    if is_new:
        _tell(actor, Tag.TOLD_APART, registry.KINDS[kind], [first, second], distinct)
    return distinct


@transaction.atomic
def merge(
    *, actor, kind: str, kept_id: int, away_id: int, versions: dict[int, int], from_away: frozenset[str], today: date
) -> Merge:
    """`away` goes into `kept` with everything that hangs on it. `from_away` names the fields whose value `kept` takes
    over; `versions` are those the person compared.
    """
    what = registry.KINDS[kind]
    _check_may_edit(actor, what, (kept_id, away_id), today)
    if registry.unregistered(what):
        raise RuntimeError(f"Nobody says how these follow a merge: {sorted(registry.unregistered(what))}")
    standing = what.table.objects.scope(Scope.WRITE).select_for_update().filter(pk__in=[kept_id, away_id])
    entries = {row.pk: row for row in standing}
    if {pk: row.version for pk, row in entries.items()} != versions:
        raise EditConflict(_("Somebody else has changed one of the two meanwhile. Compare them again."))
    kept, away = entries[kept_id], entries[away_id]
    carried = rows.carry_over(what, away_id, kept_id)
    facts = change(kept, **{name: getattr(away, name) for name in sorted(from_away)})
    rows.delete(away)
    done = Merge(
        kind=kind, kept_id=kept_id, away_id=away_id, merged_by=actor, merged_on=today, entry=rows.told(away),
        facts=facts, moved=carried.moved, dropped=carried.dropped,
    )  # fmt: skip
    done.save()
    what.note([kept_id, away_id])
    what.moved([kept_id, away_id])
    _tell(actor, Tag.MERGED, what, [kept_id, away_id], done)
    return done


@transaction.atomic
def undo_merge(*, actor, merge_id: int, today: date) -> Merge:
    """Both entries stand again exactly as they were. What was written since stays with the one that was kept."""
    done = policies.merges_open_to(actor, today).select_for_update().filter(pk=merge_id, undone_on=None).first()
    if done is None:
        raise MergeRefused(_("There is no such merge, or it has been taken back already."))
    what = registry.KINDS[done.kind]
    kept = what.table.objects.scope(Scope.WRITE).select_for_update().filter(pk=done.kept_id).first()
    if kept is None:
        raise MergeRefused(_("The entry that stayed was merged further: take that back first."))
    changed = [what.fields[name] for name, (_old, new) in done.facts.items() if getattr(kept, name) != new]
    changed += rows.changed_since(done.moved, done.dropped)
    if changed:
        named = _(", ").join(dict.fromkeys(map(str, changed)))
        raise MergeRefused(_("This has changed since, so the merge stands: {what}.").format(what=named))
    rows.restore(done.entry)
    rows.bring_back(done.away_id, done.moved, done.dropped)
    change(kept, **{name: old for name, (old, _new) in done.facts.items()})
    done.undone_by, done.undone_on = actor, today
    done.save(update_fields=["undone_by", "undone_on"])
    what.note([done.kept_id, done.away_id])
    what.moved([done.kept_id, done.away_id])
    _tell(actor, Tag.UNDONE, what, [done.kept_id, done.away_id], done)
    return done


def _check_may_edit(actor, kind: Kind, ids, today: date) -> None:
    if len(set(ids)) != len(ids) or policies.editable_among(actor, kind, ids, today) != set(ids):
        raise MergeRefused(_("Choose two entries that you may change."))


def _tell(actor, tag: Tag, kind: Kind, ids: list[int], subject) -> None:
    """In the journal of every account concerned."""
    for account_id in sorted(kind.places(ids)):
        journal.record(
            actor=actor, tag=tag, subject=subject, account_id=account_id, person=ids[0], away=ids[1], kind=kind.name
        )
