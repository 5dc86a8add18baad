"""What search reads of persons and posts, and how it shows them."""

from collections import defaultdict

from django.db.models import F
from django.urls import reverse

from shapan.foundation.models import Scope, in_force
from shapan.people import policies
from shapan.people.models import Appointment, ContactPoint, Person, Post
from shapan.search.registry import Shown
from shapan.search.rules.documents import Document


def persons():
    return Person.objects.scope(Scope.SYSTEM)


def posts():
    return Post.objects.scope(Scope.SYSTEM)


def documents_of_persons(ids) -> dict[int, Document]:
    """A person may be seen through every account where the person ever had a post."""
    points, places = defaultdict(list), defaultdict(set)
    found = ContactPoint.objects.scope(Scope.SYSTEM).filter(person_id__in=ids)
    for person, value in found.order_by("pk").values_list("person_id", "value"):
        points[person].append(value)
    held = Appointment.objects.scope(Scope.SYSTEM).filter(person_id__in=ids)
    for person, account in held.values_list("person_id", "post__account_id"):
        places[person].add(account)
    named = persons().filter(pk__in=ids).values_list("pk", "name", "latin_name")
    return {
        pk: Document(tuple(filter(None, (name, latin))), tuple(points[pk]), (), frozenset(places[pk]))
        for pk, name, latin in named
    }


def documents_of_posts(ids) -> dict[int, Document]:
    found = posts().filter(pk__in=ids).values_list("pk", "title", "department__name", "account_id")
    return {
        pk: Document(names=tuple(filter(None, (title, department))), places=frozenset([account]))
        for pk, title, department, account in found
    }


def shown_persons(ids, *, actor, today) -> dict[int, Shown]:
    """With the posts held now, as far as they are open to the actor."""
    posts_now = defaultdict(list)
    held = policies.appointments_open_to(actor, today).filter(in_force(today), person_id__in=ids)
    order = F("started_on").desc(nulls_last=True), "-pk"
    for person, title, account in held.order_by(*order).values_list("person_id", "post__title", "post__account__name"):
        posts_now[person].append(" · ".join(filter(None, (title, account))))
    named = policies.people_open_to(actor, today).filter(pk__in=ids).values_list("pk", "name")
    return {pk: Shown(name, "; ".join(posts_now[pk]), reverse("insight:person", args=[pk])) for pk, name in named}


def shown_posts(ids, *, actor, today) -> dict[int, Shown]:
    found = policies.posts_open_to(actor, today).filter(pk__in=ids)
    rows = found.values_list("pk", "title", "department__name", "account__name", "account_id")
    return {
        pk: Shown(
            title or department or "",
            " · ".join(filter(None, (department if title else "", account))),
            reverse("insight:account_people", args=[account_id]),
        )
        for pk, title, department, account, account_id in rows
    }
