"""Which contacts and promises a colleague may see: those of accounts in reach, and those that travelled with a person
(see people.policies). People named in them are still filtered by people.policies where they are shown.
"""

from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet

from shapan.access import policies as access
from shapan.foundation.models import Scope
from shapan.interactions.models import Interaction, InteractionColleague, InteractionPerson, Promise
from shapan.people import policies as people


def participations_open_to(actor, today: date) -> QuerySet[InteractionPerson]:
    """Persons' parts in contacts, as far as the persons' history is open to the actor."""
    return people.history_within_reach(
        InteractionPerson.objects.scope(Scope.POLICY), actor=actor, today=today,
        account="interaction__account_id", day="interaction__held_on",
    )  # fmt: skip


def interactions_at(actor, today: date) -> QuerySet[Interaction]:
    """Contacts held at accounts in reach: for reads by account, where what travelled with a person adds nothing."""
    return access.within_reach(Interaction.objects.scope(Scope.POLICY), actor=actor, today=today)


def interactions_open_to(actor, today: date) -> QuerySet[Interaction]:
    """Always narrow it further by account or person: the travelled part is judged row by row."""
    everything = Interaction.objects.scope(Scope.POLICY)
    at_home = access.within_reach(everything, actor=actor, today=today)
    if at_home is everything or at_home.query.is_empty():
        return at_home
    travelled = participations_open_to(actor, today).filter(interaction=OuterRef("pk"))
    return everything.filter(Q(account_id__in=access.accounts_reached(actor, today)) | Q(Exists(travelled)))


def colleagues_open_to(actor, today: date) -> QuerySet[InteractionColleague]:
    """Colleagues' parts in contacts at accounts in reach."""
    everything = InteractionColleague.objects.scope(Scope.POLICY)
    return access.within_reach(everything, actor=actor, today=today, account="interaction__account_id")


def promises_open_to(actor, today: date) -> QuerySet[Promise]:
    return access.within_reach(Promise.objects.scope(Scope.POLICY), actor=actor, today=today)
