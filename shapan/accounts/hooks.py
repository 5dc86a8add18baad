"""What the journal says of companies, and how it names them."""

from django.utils.translation import gettext_lazy as _

from shapan.access.terms import Level
from shapan.accounts import actions, forms, policies, queries, search
from shapan.accounts.phrases import FACTS, OWNERSHIP
from shapan.accounts.terms import Tag
from shapan.duplicates import registry as duplicates
from shapan.journal import registry
from shapan.lists import registry as lists
from shapan.search.registry import Kind, find

registry.name_with("account", queries.names)
registry.name_with("department", queries.department_names)
registry.tell(Tag.OPENED, _("{actor} added {account}"), account="account")
registry.tell(
    Tag.CHANGED,
    _("{actor} changed facts of {account}"),
    words={"ownership": OWNERSHIP},
    labels=FACTS,
    account="account",
    parent="account",
)
registry.tell(Tag.IMPORTED, _("{actor} imported companies: {created} new, {updated} changed"))
registry.tell(Tag.DEPARTMENT_OPENED, _("{actor} added the department {department}"), department="department")
find(
    Kind(
        name="company",
        number=1,
        label=_("Companies"),
        icon="building",
        rows=search.rows,
        documents=search.documents,
        open_to=policies.accounts_open_to,
        shown=search.shown,
        source="account",
        is_place=True,
    )
)
duplicates.compare(
    duplicates.Kind(
        name="account",
        model="accounts.Account",
        label=_("Company"),
        plural=_("Companies"),
        looks=queries.looks,
        known=lambda actor, today: policies.account_ids(actor, today, Level.VIEW),
        editable=lambda actor, today: policies.account_ids(actor, today, Level.EDIT),
        places=set,
        note=actions.note_accounts,
        page="insight:house",
    )
)
lists.offer(
    lists.Act(
        page="accounts",
        name="tier",
        label=_("Set the tier"),
        form=forms.SetTier,
        carry_out=actions.set_tiers,
        take_back=actions.take_tiers_back,
        names=queries.names,
    )
)
