"""Facts of a person in the reader's language."""

from django.utils.translation import gettext_lazy as _

from shapan.people.terms import ContactKind

FACTS = {
    "name": _("Person’s name"),
    "latin_name": _("Name in Latin letters"),
    ContactKind.EMAIL.value: _("Work e-mail"),
    ContactKind.PHONE.value: _("Work phone"),
}
