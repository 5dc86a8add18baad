"""A view is its owner's: it holds words somebody searched for."""

from django.db.models import QuerySet

from shapan.foundation.models import Scope
from shapan.lists.models import ActDone, SavedView


def views_of(actor) -> QuerySet[SavedView]:
    return SavedView.objects.scope(Scope.POLICY).filter(owner=actor)


def acts_of(actor) -> QuerySet[ActDone]:
    """What the actor did to several rows: one takes back one's own."""
    return ActDone.objects.scope(Scope.POLICY).filter(actor=actor, undone_on=None)
