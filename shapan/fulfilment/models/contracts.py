from django.db import models
from django.db.models import Q

from shapan.foundation.models import Record, Versioned
from shapan.fulfilment.terms import Cause, ContractState, FollowUpKind, Standing


def choices(terms):
    return [(term.value, term.value) for term in terms]


def money(**how):
    return models.DecimalField(max_digits=20, decimal_places=2, **how)


def colleague(**how):
    return models.ForeignKey("identity.User", models.PROTECT, related_name="+", **how)


class Contract(Versioned):
    """What was agreed with a customer. Its version moves with everything in its plan."""

    account = models.ForeignKey("accounts.Account", models.PROTECT, related_name="+")
    opportunity = models.ForeignKey(
        "opportunities.Opportunity", models.PROTECT, null=True, blank=True, related_name="+"
    )
    owner = colleague()
    name = models.CharField(max_length=200)
    number = models.CharField(max_length=80, blank=True)
    amount = money(null=True, blank=True)
    currency = models.CharField(max_length=3, blank=True)
    category = models.CharField(max_length=120, blank=True)
    state = models.CharField(max_length=10, choices=choices(ContractState), default=ContractState.DRAFT)
    opened_on = models.DateField(null=True, blank=True)
    signed_on = models.DateField(null=True, blank=True)
    closed_on = models.DateField(null=True, blank=True)
    payment_days = models.PositiveSmallIntegerField(null=True, blank=True)
    warranty_months = models.PositiveSmallIntegerField(null=True, blank=True)
    next_lead = models.ForeignKey("opportunities.Lead", models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(amount__isnull=True) | (Q(amount__gt=0) & ~Q(currency="")),
                name="fulfilment_contract_amount",
            ),
        ]
        indexes = [models.Index(fields=["state", "-id"], name="fulfilment_contract_state")]

    def __str__(self):
        return self.number or self.name


class ContractLine(Record):
    """A product in a contract, as the opportunity had it."""

    part_of = "contract"

    contract = models.ForeignKey(Contract, models.CASCADE, related_name="+")
    product = models.ForeignKey("opportunities.Product", models.PROTECT, related_name="+")
    quantity = models.DecimalField(max_digits=14, decimal_places=2, null=True, blank=True)
    amount = money(null=True, blank=True)

    def __str__(self):
        return f"{self.contract_id} {self.product_id}"


class ContractStep(Record):
    """One step of a contract: who, when, why."""

    part_of = "contract"

    contract = models.ForeignKey(Contract, models.CASCADE, related_name="+")
    before = models.CharField(max_length=10, choices=choices(ContractState), blank=True)
    after = models.CharField(max_length=10, choices=choices(ContractState))
    on = models.DateField()
    by = colleague()
    why = models.TextField(blank=True)

    def __str__(self):
        return f"{self.contract_id} {self.before} → {self.after}"


class Deliverable(Record):
    """Something the contract promises: the day planned, the day it was ready."""

    part_of = "contract"

    contract = models.ForeignKey(Contract, models.CASCADE, related_name="+")
    name = models.CharField(max_length=200)
    due_on = models.DateField(null=True, blank=True)
    ready_on = models.DateField(null=True, blank=True)

    def __str__(self):
        return self.name


class PaymentNode(Record):
    """A part of the amount that may be asked for when its deliverables have come so far."""

    part_of = "contract"

    contract = models.ForeignKey(Contract, models.CASCADE, related_name="+")
    name = models.CharField(max_length=200)
    amount = money()
    due_on = models.DateField(null=True, blank=True)
    needs = models.CharField(max_length=8, choices=choices(Standing), default=Standing.READY)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(amount__gt=0), name="fulfilment_node_amount"),
            models.CheckConstraint(condition=~Q(needs=Standing.PLANNED), name="fulfilment_node_needs"),
        ]

    def __str__(self):
        return self.name


class Binding(Record):
    """What a payment waits for."""

    part_of = "node"

    node = models.ForeignKey(PaymentNode, models.CASCADE, related_name="+")
    deliverable = models.ForeignKey(Deliverable, models.CASCADE, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["node", "deliverable"], name="fulfilment_bound_once")]

    def __str__(self):
        return f"{self.node_id} {self.deliverable_id}"


class PlanShift(Record):
    """A deliverable moved: from, to, who, when, why."""

    part_of = "contract"

    contract = models.ForeignKey(Contract, models.CASCADE, related_name="+")
    deliverable = models.ForeignKey(Deliverable, models.CASCADE, related_name="+")
    before = models.DateField(null=True, blank=True)
    after = models.DateField()
    cause = models.CharField(max_length=10, choices=choices(Cause))
    why = models.TextField()
    on = models.DateField()
    by = colleague()

    def __str__(self):
        return f"{self.deliverable_id} {self.before} → {self.after}"


class NodeShift(Record):
    """A payment that moved with it."""

    part_of = "shift"

    shift = models.ForeignKey(PlanShift, models.CASCADE, related_name="+")
    node = models.ForeignKey(PaymentNode, models.CASCADE, related_name="+")
    before = models.DateField(null=True, blank=True)
    after = models.DateField(null=True, blank=True)

    def __str__(self):
        return f"{self.node_id} {self.before} → {self.after}"


class FollowUp(Record):
    """What is due once the contract is closed, until somebody says that it was done."""

    part_of = "contract"

    contract = models.ForeignKey(Contract, models.CASCADE, related_name="+")
    kind = models.CharField(max_length=14, choices=choices(FollowUpKind))
    owner = colleague()
    due_on = models.DateField()
    done_on = models.DateField(null=True, blank=True)
    done_by = colleague(null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["contract", "kind"], name="fulfilment_follow_up_once")]

    def __str__(self):
        return f"{self.contract_id} {self.kind}"
