"""What the journal says of persons, how it names them, and how two entries of one person become one."""

from functools import partial

from django.utils.translation import gettext_lazy as _

from shapan.duplicates import registry as duplicates
from shapan.journal import registry
from shapan.people import actions, policies, queries, search
from shapan.people.phrases import FACTS
from shapan.people.terms import Tag
from shapan.search.actions import place
from shapan.search.registry import Kind, find

registry.name_with("person", queries.names_through_merges)
registry.name_with("post", queries.post_names)
registry.name_with("place", queries.post_places)
registry.tell(Tag.PERSON_ENROLLED, _("{actor} added {person} as {post}"), person="person", post="post")
registry.tell(
    Tag.PERSON_CHANGED, _("{actor} changed facts of {person}: {facts}"), words={"facts": FACTS}, person="person"
)
registry.tell(Tag.PEOPLE_IMPORTED, _("{actor} imported people: {created} new, {updated} changed"))
registry.tell(Tag.POST_OPENED, _("{actor} added the post {post}"), post="post")
registry.tell(Tag.APPOINTED, _("{actor} recorded that {person} became {post} on {on}"), person="person", post="post")
registry.tell(
    Tag.APPOINTMENT_ENDED,
    _("{actor} recorded that {person} left the post {post} on {on}"),
    person="person",
    post="post",
)
registry.tell(
    Tag.MOVED, _("{actor} recorded that {person} moved from {old_post} to {post} on {on}"),
    person="person", post="place", old_post="place",
)  # fmt: skip
registry.tell(Tag.LINKED, _("{actor} recorded a link between {person} and {other}"), person="person", other="person")
registry.tell(Tag.REPORTS_TO, _("{actor} recorded that {post} reports to {boss}"), post="post", boss="post")
registry.tell(Tag.REPORTS_TO_NOBODY, _("{actor} recorded that {post} reports to nobody here"), post="post")
registry.tell(Tag.OBJECTED, _("{actor} recorded the objection of {person}"), person="person")
registry.tell(Tag.OBJECTION_WITHDRAWN, _("{actor} recorded that {person} withdrew the objection"), person="person")
find(
    Kind(
        name="person",
        number=2,
        label=_("People"),
        icon="user",
        rows=search.persons,
        documents=search.documents_of_persons,
        open_to=policies.appointments_open_to,
        key="person_id",
        shown=search.shown_persons,
    )
)
find(
    Kind(
        name="post",
        number=3,
        label=_("Posts of customers"),
        icon="hierarchy",
        rows=search.posts,
        documents=search.documents_of_posts,
        open_to=policies.posts_open_to,
        shown=search.shown_posts,
    )
)
duplicates.compare(
    duplicates.Kind(
        name="person",
        model="people.Person",
        label=_("Person"),
        plural=_("People"),
        looks=queries.looks,
        known=policies.people_known_to,
        editable=policies.people_editable_by,
        places=actions.places_of,
        note=actions.note_persons,
        moved=partial(place, "person"),
        page="insight:person",
        fields={name: FACTS[name] for name in ("name", "latin_name")},
        home=queries.around,
    )
)
duplicates.holds(
    "person", "people.Appointment.person", _("Posts"), once=("post",),
    rows=lambda actor, today, ids: policies.careers_in(policies.history(actor, ids, today)),
)  # fmt: skip
duplicates.holds(
    "person", "people.ContactPoint.person", _("Phones and addresses"),
    rows=lambda actor, today, ids: policies.contact_points_open_to(actor, today, among=ids),
)  # fmt: skip
duplicates.holds(
    "person", "people.Objection.person", _("Objections"),
    rows=lambda actor, today, ids: policies.objections_open_to(actor, today).filter(person__in=ids),
)  # fmt: skip
for end, label in (("person", _("Links")), ("other", _("Links from others"))):
    duplicates.holds(
        "person", f"people.PersonLink.{end}", label,
        rows=policies.links_known_to,
    )  # fmt: skip
duplicates.holds("person", "sources.ExternalKey.object_id", _("Keys of other systems"), where={"kind": "person"})
