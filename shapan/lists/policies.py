"""A view is its owner's: it holds words somebody searched for."""

from django.db.models import QuerySet

from shapan.foundation.models import Scope
from shapan.lists.models import SavedView


def views_of(actor) -> QuerySet[SavedView]:
    return SavedView.objects.scope(Scope.POLICY).filter(owner=actor)
