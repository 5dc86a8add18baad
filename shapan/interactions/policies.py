"""Which contacts and promises a colleague may see: those of accounts in reach, and those that travelled with a person
(see people.policies). People named in them are still filtered by people.policies where they are shown.
"""

from datetime import date

from django.db.models import QuerySet

from shapan.access import policies as access
from shapan.foundation.models import Scope, listed
from shapan.interactions.models import Interaction, InteractionColleague, InteractionPerson, Promise
from shapan.people import policies as people


def participations_in(history: people.History) -> QuerySet[InteractionPerson]:
    """The persons' parts in contacts, as far as their history is open."""
    everything = InteractionPerson.objects.scope(Scope.POLICY)
    return history.rows(everything, account="interaction__account_id", day="interaction__held_on")


def interactions_in(history: people.History) -> QuerySet[Interaction]:
    """The contacts these persons took part in, as far as their history is open."""
    return Interaction.objects.scope(Scope.POLICY).filter(pk__in=participations_in(history).values("interaction_id"))


def interactions_at(actor, today: date) -> QuerySet[Interaction]:
    """Contacts held at accounts in reach: for reads by account, where what travelled with a person adds nothing."""
    return access.within_reach(Interaction.objects.scope(Scope.POLICY), actor=actor, today=today)


def everybody_in(interaction_ids) -> QuerySet[InteractionPerson]:
    """All persons' parts in contacts already open to the actor, who may not see every one of these persons: names come
    from people.policies, and parts in contacts elsewhere are judged by people.policies.History.
    """
    return InteractionPerson.objects.scope(Scope.POLICY).filter(interaction_id__in=listed(interaction_ids))


def colleagues_in(interaction_ids) -> QuerySet[InteractionColleague]:
    """Colleagues' parts in contacts already open to the actor; colleagues are known to every colleague."""
    return InteractionColleague.objects.scope(Scope.POLICY).filter(interaction_id__in=listed(interaction_ids))


def interactions_sent_by(actor) -> QuerySet[Interaction]:
    """What the actor has logged: asked before a form is taken a second time."""
    return Interaction.objects.scope(Scope.POLICY).filter(logged_by=actor)


def participations_at(actor, today: date) -> QuerySet[InteractionPerson]:
    """Persons' parts in contacts held at accounts in reach."""
    everything = InteractionPerson.objects.scope(Scope.POLICY)
    return access.within_reach(everything, actor=actor, today=today, account="interaction__account_id")


def colleagues_open_to(actor, today: date) -> QuerySet[InteractionColleague]:
    """Colleagues' parts in contacts at accounts in reach."""
    everything = InteractionColleague.objects.scope(Scope.POLICY)
    return access.within_reach(everything, actor=actor, today=today, account="interaction__account_id")


def promises_open_to(actor, today: date) -> QuerySet[Promise]:
    return access.within_reach(Promise.objects.scope(Scope.POLICY), actor=actor, today=today)
