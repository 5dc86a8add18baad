"""What the journal says of persons, and how it names them."""

from django.utils.translation import gettext_lazy as _

from shapan.journal import registry
from shapan.people import queries
from shapan.people.phrases import FACTS
from shapan.people.terms import Tag

registry.name_with("person", queries.names)
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
