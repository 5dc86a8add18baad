"""What search reads of opportunities, and how it shows them. Those without a customer stand in the list alone."""

from django.urls import reverse

from shapan.foundation.models import Scope
from shapan.opportunities import policies
from shapan.opportunities.models import Opportunity
from shapan.opportunities.phrases import STAGES
from shapan.search.registry import Shown
from shapan.search.rules.documents import Document


def rows():
    return Opportunity.objects.scope(Scope.SYSTEM).filter(account_id__isnull=False)


def documents(ids) -> dict[int, Document]:
    found = rows().filter(pk__in=ids).values_list("pk", "name", "account_id")
    return {pk: Document(names=(name,), places=frozenset([account])) for pk, name, account in found}


def shown(ids, *, actor, today) -> dict[int, Shown]:
    found = policies.opportunities_open_to(actor, today).filter(pk__in=ids)
    return {
        pk: Shown(name, " · ".join((account, str(STAGES[stage]))), reverse("opportunities:one", args=[pk]))
        for pk, name, account, stage in found.values_list("pk", "name", "account__name", "stage")
    }
