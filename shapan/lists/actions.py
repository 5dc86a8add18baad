"""Keeping views, forgetting them; writing down that rows left the house."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from shapan.foundation.models import Scope
from shapan.journal import actions as journal
from shapan.kernel.errors import Refused
from shapan.lists import policies, registry
from shapan.lists.models import ActDone, SavedView
from shapan.lists.terms import Tag

MOST = 20
AT_ONCE = 200


class ActRefused(Refused):
    """The message is fit to show to the person who asked."""


class ViewRefused(Refused):
    """The message is fit to show to the person who asked."""


@transaction.atomic
def keep_view(*, actor, page: str, name: str, query: str) -> SavedView:
    """Keep a question under a name; the same name again replaces it."""
    mine = SavedView.objects.scope(Scope.WRITE).filter(owner=actor, page=page)
    view = mine.filter(name=name).first() or SavedView(owner=actor, page=page, name=name)
    if view.pk is None and mine.count() >= MOST:
        raise ViewRefused(_("You keep many views already: remove one first."))
    view.query = query
    view.full_clean()
    view.save()
    return view


@transaction.atomic
def forget_view(*, actor, view_id: int) -> SavedView:
    view = SavedView.objects.scope(Scope.WRITE).filter(owner=actor, pk=view_id).first()
    if view is None:
        raise ViewRefused(_("There is no such view."))
    view.delete()
    return view


@transaction.atomic
def act_on_several(*, actor, name: str, ids: list[int], today: date, **told) -> ActDone:
    """Do one thing to several rows, all or none. Each row's own action checks the right and writes its journal."""
    if not ids or len(ids) > AT_ONCE:
        raise ActRefused(_("Choose between one and %(most)s rows.") % {"most": AT_ONCE})
    kept = registry.ACTS[name].carry_out(actor=actor, ids=ids, today=today, **told)
    done = ActDone(name=name, actor=actor, done_on=today, rows=len(ids), told=kept)
    done.save()
    return done


@transaction.atomic
def take_back(*, actor, act_id: int, today: date) -> ActDone:
    """All rows stand again as they stood before, or none: when one has changed since, the refusal names it."""
    done = policies.acts_of(actor).select_for_update().filter(pk=act_id).first()
    if done is None:
        raise ActRefused(_("There is nothing to take back."))
    registry.ACTS[done.name].take_back(actor=actor, told=done.told, today=today)
    done.undone_on = today
    done.save(update_fields=["undone_on"])
    return done


@transaction.atomic
def note_export(*, actor, page: str, rows: int, form: str) -> None:
    """Who took how many rows out, and when."""
    journal.record(actor=actor, tag=Tag.EXPORTED, page=page, rows=rows, form=form)
