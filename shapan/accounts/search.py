"""What search reads of companies, and how it shows them."""

from django.urls import reverse

from shapan.access import policies as access
from shapan.accounts import policies
from shapan.accounts.models import Account
from shapan.foundation.models import Scope
from shapan.search.registry import Shown
from shapan.search.rules.documents import Document


def rows():
    return Account.objects.scope(Scope.SYSTEM)


def documents(ids) -> dict[int, Document]:
    found = rows().filter(pk__in=ids).values_list("pk", "name")
    return {pk: Document(names=(name,), places=frozenset([pk])) for pk, name in found}


def shown(ids, *, actor, today) -> dict[int, Shown]:
    found = list(
        policies.accounts_open_to(actor, today).filter(pk__in=ids).values_list("pk", "name", "industry", "parent_id")
    )
    above = {parent for *_rest, parent in found if parent is not None}
    beside = access.near(actor, today, above)
    parents = dict(policies.accounts_open_to(beside, today).filter(pk__in=above).values_list("pk", "name"))
    return {
        pk: Shown(name, " · ".join(filter(None, (industry, parents.get(parent)))), reverse("insight:house", args=[pk]))
        for pk, name, industry, parent in found
    }
