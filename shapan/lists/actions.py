"""Keeping views, forgetting them; writing down that rows left the house."""

from django.db import transaction
from django.utils.translation import gettext as _

from shapan.foundation.models import Scope
from shapan.journal import actions as journal
from shapan.kernel.errors import Refused
from shapan.lists.models import SavedView
from shapan.lists.terms import Tag

MOST = 20


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
def note_export(*, actor, page: str, rows: int, form: str) -> None:
    """Who took how many rows out, and when."""
    journal.record(actor=actor, tag=Tag.EXPORTED, page=page, rows=rows, form=form)
