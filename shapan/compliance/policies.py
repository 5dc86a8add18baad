"""Only compliance reads what is in quarantine; not the administrator, not the leader, not the writer. That something
of theirs is there, the writer and the leaders above are told.
"""

from datetime import date

from django.db.models import QuerySet

from shapan.compliance.models import Quarantine
from shapan.compliance.terms import State
from shapan.foundation.models import Scope
from shapan.identity import queries as identity
from shapan.identity.terms import Role


def is_officer(actor, today: date) -> bool:
    return actor.is_active and Role.COMPLIANCE in identity.roles_of(actor, today)


def quarantine_open_to(actor, today: date) -> QuerySet[Quarantine]:
    """To be read with its content: everything for compliance, what was released for its writer."""
    rows = Quarantine.objects.scope(Scope.POLICY)
    return rows if is_officer(actor, today) else rows.filter(writer=actor, state=State.RELEASED)


def notices_open_to(actor) -> QuerySet[Quarantine]:
    """To be known of, without the content: one's own, and those of the people below."""
    return Quarantine.objects.scope(Scope.POLICY).filter(writer_id__in=identity.people_led_by(actor)).defer("content")


def written_by(actor) -> QuerySet[Quarantine]:
    """What came from this person, for telling whether the same has come before."""
    return Quarantine.objects.scope(Scope.POLICY).filter(writer=actor)
