"""An import is its uploader's: it holds the rows of a file, what they were rejected for, and the key to undo it.

Administrators see all, since they answer for what runs on the installation.
"""

from datetime import date

from django.db.models import QuerySet

from shapan.foundation.models import Scope
from shapan.identity import queries as identity
from shapan.identity.terms import Role
from shapan.imports.models import Change, Column, Import, Line


def imports_open_to(actor, today: date) -> QuerySet[Import]:
    everything = Import.objects.scope(Scope.POLICY)
    if not actor.is_authenticated or not actor.is_active:
        return everything.none()
    return everything if may_undo_any(actor, today) else everything.filter(uploader=actor)


def may_undo_any(actor, today: date) -> bool:
    """Administrators see every import and may take it back; they store none in another's name."""
    return Role.ADMINISTRATOR in identity.roles_of(actor, today)


def lines_open_to(actor, today: date) -> QuerySet[Line]:
    return Line.objects.scope(Scope.POLICY).filter(of__in=imports_open_to(actor, today).values("pk"))


def changes_open_to(actor, today: date) -> QuerySet[Change]:
    return Change.objects.scope(Scope.POLICY).filter(of__in=imports_open_to(actor, today).values("pk"))


def columns_of(actor) -> QuerySet[Column]:
    """What the actor, and nobody else, once said of headers."""
    return Column.objects.scope(Scope.POLICY).filter(user=actor)
