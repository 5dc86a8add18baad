from django.db import models
from django.db.models import Q

from shapan.accounts.terms import CompanyRole, Ownership, Tier
from shapan.foundation.models import Record, Versioned


def _choices(terms):
    return [(term.value, term.value) for term in terms]


class Account(Versioned):
    """A company we deal with: a group, a subsidiary or a branch. What it is to us is said by its roles."""

    name = models.CharField(max_length=200)
    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="+")
    tier = models.CharField(max_length=1, choices=_choices(Tier), blank=True)
    industry = models.CharField(max_length=120, blank=True)
    ownership = models.CharField(max_length=20, choices=_choices(Ownership), blank=True)
    country = models.CharField(max_length=80, blank=True)
    revenue = models.DecimalField(max_digits=20, decimal_places=2, null=True, blank=True)
    currency = models.CharField(max_length=3, blank=True)
    employees = models.PositiveIntegerField(null=True, blank=True)
    founded = models.PositiveSmallIntegerField(null=True, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["name", "id"], name="accounts_account_name"),
            models.Index(fields=["tier", "name", "id"], name="accounts_account_tier"),
        ]

    def __str__(self):
        return self.name


class AccountRole(Record):
    """A part a company plays for us, from a day to a day."""

    part_of = "account"

    account = models.ForeignKey(Account, models.CASCADE, related_name="+")
    role = models.CharField(max_length=20, choices=_choices(CompanyRole))
    started_on = models.DateField(null=True, blank=True)
    ended_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["account", "role"], condition=Q(ended_on__isnull=True), name="accounts_role_once"
            ),
        ]

    def __str__(self):
        return f"{self.account_id} {self.role}"


class Department(Versioned):
    """A part of a customer's company; `relevant` when what we sell concerns it (domain.md §3)."""

    account = models.ForeignKey(Account, models.CASCADE, related_name="+")
    name = models.CharField(max_length=200)
    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="+")
    relevant = models.BooleanField(default=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["account", "name"], name="accounts_department_once")]

    def __str__(self):
        return self.name
