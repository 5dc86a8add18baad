"""Which persons a colleague may see, and how far a person's history is open.

A person is open to whoever reaches an account where the person has, or once had, a post. The history *travels
forward with the person*: the team where a person now works sees what came before; the team that the person left does
not see what comes after.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet

from shapan.access import policies as access
from shapan.access.terms import Level
from shapan.foundation.models import Scope, in_force, listed
from shapan.people.models import Appointment, ContactPoint, FormerBoss, Objection, Person, PersonLink, Post


def posts_open_to(actor, today: date, level: Level = Level.VIEW) -> QuerySet[Post]:
    return access.within_reach(Post.objects.scope(Scope.POLICY), actor=actor, today=today, level=level)


def appointments_open_to(actor, today: date, level: Level = Level.VIEW) -> QuerySet[Appointment]:
    everything = Appointment.objects.scope(Scope.POLICY)
    return access.within_reach(everything, actor=actor, today=today, account="post__account_id", level=level)


@dataclass(frozen=True, slots=True)
class History:
    """How far the history of some persons is open to the actor, whichever company it took place at.

    `whole`: people who now have a post in reach. `until`: people who left their last post in reach, with the day they
    left. `elsewhere`: everybody but `whole`; of them what took place at an account in reach is open, too.
    """

    actor: object
    today: date
    whole: frozenset[int]
    until: dict[int, date]
    elsewhere: frozenset[int]

    def rows(self, queryset: QuerySet, *, day: str, account: str = "account_id", person: str = "person_id") -> QuerySet:
        """The rows about these persons that the actor may see; `day`, `account`, `person` name the columns."""
        open_rows = Q(**{f"{person}__in": listed(self.whole)})
        if self.elsewhere:
            at_home = {f"{account}__in": access.accounts_reached(self.actor, self.today)}
            open_rows |= Q(**{f"{person}__in": listed(self.elsewhere)}, **at_home)
        for person_id, left_on in self.until.items():
            open_rows |= Q(**{person: person_id, f"{day}__lt": left_on})
        return queryset.filter(open_rows)

    def covers(self, person_id: int, day: date) -> bool:
        """Whether what took place with this person on that day travelled to where the actor may see it."""
        return person_id in self.whole or (person_id in self.until and day < self.until[person_id])


def history(actor, person_ids: Iterable[int], today: date) -> History:
    """Asked once for the persons of a page: judging row by row took PostgreSQL seconds."""
    asked = frozenset(person_ids)
    held = appointments_open_to(actor, today).filter(person_id__in=listed(asked))
    if held.query.is_empty():  # nobody to ask about, or nobody who may ask
        return History(actor, today, frozenset(), {}, frozenset())
    if _sees_all(actor, today):
        return History(actor, today, asked, {}, frozenset())
    last: dict[int, date] = {}
    for person_id, ended_on in held.values_list("person_id", "ended_on"):
        last[person_id] = max(last.get(person_id, date.min), ended_on or date.max)
    whole = frozenset(person_id for person_id, day in last.items() if day == date.max)
    until = {person_id: day for person_id, day in last.items() if person_id not in whole}
    return History(actor, today, whole, until, asked - whole)


def travelled(actor, today: date, *, person: str, day: str) -> Exists:
    """Whether that day of that person travelled into reach, judged row by row; `history` judges a page's persons."""
    reached = appointments_open_to(actor, today).filter(person_id=OuterRef(person))
    return Exists(reached.filter(Q(ended_on__isnull=True) | Q(ended_on__gt=OuterRef(day))))


def careers_in(history: History) -> QuerySet[Appointment]:
    """Appointments in reach, and the earlier ones elsewhere of people who came from there."""
    return history.rows(Appointment.objects.scope(Scope.POLICY), account="post__account_id", day="started_on")


def in_post_at(account, person, on: date) -> QuerySet[Appointment]:
    """Whether a person holds a post at an account already open to the actor: a subselect of two OuterRefs."""
    everything = Appointment.objects.scope(Scope.POLICY)
    return everything.filter(in_force(on), post__account_id=account, person_id=person)


def people_open_to(actor, today: date, level: Level = Level.VIEW, among=None) -> QuerySet[Person]:
    """Name the ids you ask about in `among`: both databases gather the subselect first, and for a leader it would
    otherwise hold everybody the company knows.
    """
    everything = Person.objects.scope(Scope.POLICY)
    asked = everything if among is None else everything.filter(pk__in=listed(among))
    if _sees_all(actor, today):
        return asked
    held = appointments_open_to(actor, today, level)
    if among is not None:
        held = held.filter(person_id__in=listed(among))
    return asked.filter(pk__in=held.values("person_id"))


def contact_points_open_to(actor, today: date, among=None) -> QuerySet[ContactPoint]:
    """`among`: as for people_open_to."""
    everything = ContactPoint.objects.scope(Scope.POLICY)
    asked = everything if among is None else everything.filter(person_id__in=listed(among))
    if _sees_all(actor, today):
        return asked
    return asked.filter(person__in=people_open_to(actor, today, among=among).values("pk"))


def links_about(person_ids) -> QuerySet[PersonLink]:
    """Links at whose either end one of these persons stands. A link is open to whoever may know both: see
    people_open_to. Judged inside the query, it took PostgreSQL a look at everybody.
    """
    among = listed(person_ids)
    return PersonLink.objects.scope(Scope.POLICY).filter(Q(person_id__in=among) | Q(other_id__in=among))


def links_among(persons: QuerySet) -> QuerySet[PersonLink]:
    """Links between two of these persons, whose ids a policy has opened already."""
    return PersonLink.objects.scope(Scope.POLICY).filter(person__in=persons, other__in=persons)


def former_bosses_open_to(actor, today: date) -> QuerySet[FormerBoss]:
    everything = FormerBoss.objects.scope(Scope.POLICY)
    return access.within_reach(everything, actor=actor, today=today, account="post__account_id")


def objections_open_to(actor, today: date) -> QuerySet[Objection]:
    """Whoever may see the person must know of the objection, wherever it was said."""
    everything = Objection.objects.scope(Scope.POLICY)
    if _sees_all(actor, today):
        return everything
    return everything.filter(person__in=people_open_to(actor, today).values("pk"))


def links_known_to(actor, today: date, person_ids) -> QuerySet[PersonLink]:
    """Of the links about these persons, those at whose both ends somebody open to the actor stands."""
    found = links_about(person_ids)
    ends = {pk for pair in found.values_list("person_id", "other_id") for pk in pair}
    known = listed(people_open_to(actor, today, among=ends).values_list("pk", flat=True))
    return found.filter(person_id__in=known, other_id__in=known)


def people_editable_by(actor, today: date) -> QuerySet | None:
    """Ids of the people of whom may_edit_person holds; None: of all. Their whole history is open to the actor, so that
    two of them can be merged without showing anybody more than before.
    """
    if _sees_all(actor, today):
        return None
    current = appointments_open_to(actor, today, Level.EDIT).filter(Q(ended_on__isnull=True) | Q(ended_on__gt=today))
    return current.values("person_id")


def people_known_to(actor, today: date) -> QuerySet | None:
    """Ids of the people open to the actor; None: of all."""
    return None if _sees_all(actor, today) else appointments_open_to(actor, today).values("person_id")


def may_edit_person(actor, person_id: int, today: date) -> bool:
    """Whether the actor may change this person: a right to edit an account where the person now has a post."""
    if access.sees_all_accounts(actor, today):
        return people_open_to(actor, today).filter(pk=person_id).exists()
    current = appointments_open_to(actor, today, Level.EDIT).filter(person_id=person_id)
    return current.filter(Q(ended_on__isnull=True) | Q(ended_on__gt=today)).exists()


def _sees_all(actor, today: date) -> bool:
    """Spares those who see all accounts a subselect over everything."""
    return actor is not None and actor.is_authenticated and actor.is_active and access.sees_all_accounts(actor, today)
