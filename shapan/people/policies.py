"""Which persons a colleague may see, and how far a person's history is open.

A person is open to whoever reaches an account where the person has, or once had, a post. The history *travels
forward with the person*: the team where a person now works sees what came before; the team that the person left does
not see what comes after.
"""

from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet

from shapan.access import policies as access
from shapan.access.terms import Level
from shapan.foundation.models import Scope
from shapan.people.models import Appointment, ContactPoint, FormerBoss, Objection, Person, PersonLink, Post


def posts_open_to(actor, today: date, level: Level = Level.VIEW) -> QuerySet[Post]:
    return access.within_reach(Post.objects.scope(Scope.POLICY), actor=actor, today=today, level=level)


def appointments_open_to(actor, today: date, level: Level = Level.VIEW) -> QuerySet[Appointment]:
    everything = Appointment.objects.scope(Scope.POLICY)
    return access.within_reach(everything, actor=actor, today=today, account="post__account_id", level=level)


def careers_open_to(actor, today: date) -> QuerySet[Appointment]:
    """Appointments in reach, and the earlier ones elsewhere of people who came from there."""
    everything = Appointment.objects.scope(Scope.POLICY)
    return history_within_reach(everything, actor=actor, today=today, account="post__account_id", day="started_on")


def people_open_to(actor, today: date, level: Level = Level.VIEW) -> QuerySet[Person]:
    everything = Person.objects.scope(Scope.POLICY)
    if _sees_all(actor, today):
        return everything
    return everything.filter(pk__in=appointments_open_to(actor, today, level).values("person_id"))


def contact_points_open_to(actor, today: date) -> QuerySet[ContactPoint]:
    everything = ContactPoint.objects.scope(Scope.POLICY)
    if _sees_all(actor, today):
        return everything
    return everything.filter(person__in=people_open_to(actor, today).values("pk"))


def links_open_to(actor, today: date) -> QuerySet[PersonLink]:
    """Links between two persons who are both open to the actor."""
    known = people_open_to(actor, today).values("pk")
    return PersonLink.objects.scope(Scope.POLICY).filter(person__in=known, other__in=known)


def former_bosses_open_to(actor, today: date) -> QuerySet[FormerBoss]:
    return access.within_reach(
        FormerBoss.objects.scope(Scope.POLICY), actor=actor, today=today, account="post__account_id"
    )


def objections_open_to(actor, today: date) -> QuerySet[Objection]:
    """Whoever may see the person must know of the objection, wherever it was said."""
    everything = Objection.objects.scope(Scope.POLICY)
    if _sees_all(actor, today):
        return everything
    return everything.filter(person__in=people_open_to(actor, today).values("pk"))


def history_within_reach(
    queryset: QuerySet, *, actor, today: date, day: str, account: str = "account_id", person: str = "person_id"
) -> QuerySet:
    """Rows of persons' history that the actor may see: those of accounts in reach, and those that travelled with a
    person into an account in reach, up to the day the person left it. `day`, `account`, `person` name the columns.
    """
    at_home = access.within_reach(queryset, actor=actor, today=today, account=account)
    if at_home is queryset or at_home.query.is_empty():
        return at_home
    reached = appointments_open_to(actor, today).filter(person_id=OuterRef(person))
    travelled = Exists(reached.filter(Q(ended_on__isnull=True) | Q(ended_on__gt=OuterRef(day))))
    return queryset.filter(Q(**{f"{account}__in": access.accounts_reached(actor, today)}) | Q(travelled))


def may_edit_person(actor, person_id: int, today: date) -> bool:
    """Whether the actor may change this person: a right to edit an account where the person now has a post."""
    if access.sees_all_accounts(actor, today):
        return people_open_to(actor, today).filter(pk=person_id).exists()
    current = appointments_open_to(actor, today, Level.EDIT).filter(person_id=person_id)
    return current.filter(Q(ended_on__isnull=True) | Q(ended_on__gt=today)).exists()


def _sees_all(actor, today: date) -> bool:
    """Spares those who see all accounts a subselect over everything."""
    return actor is not None and actor.is_authenticated and actor.is_active and access.sees_all_accounts(actor, today)
