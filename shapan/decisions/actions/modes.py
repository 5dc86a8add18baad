"""Recording how a customer decides on one kind of purchase."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db import transaction
from django.utils.translation import gettext as _

from shapan.accounts import policies as accounts
from shapan.decisions import policies
from shapan.decisions.actions.seats import DecisionRefused
from shapan.decisions.models import AmountBand, DecisionMode
from shapan.decisions.terms import PurchasingModel, Tag
from shapan.foundation.models import Scope, change
from shapan.journal import actions as journal
from shapan.people import policies as people

POSTS = ("acceptance_decider_id", "payment_decider_id")


@dataclass(frozen=True, slots=True)
class BandSpec:
    """From this amount on this post decides; None: nobody knows yet who."""

    amount_from: Decimal
    post_id: int | None = None


@transaction.atomic
def record_mode(
    *, actor, account_id: int, today: date, category: str = "", bands: tuple[BandSpec, ...] = (), **facts
) -> DecisionMode:
    """How this customer decides on purchases of a category; without one, on all that have none of their own."""
    if not accounts.may_edit(actor, account_id, today):
        raise DecisionRefused(_("You hold no seat on this account team."))
    category = " ".join(category.split())
    said = DecisionMode.objects.scope(Scope.WRITE).filter(account_id=account_id, ended_on=None, category=category)
    if said.exists():
        raise DecisionRefused(_("How they decide on this category is recorded already: change it."), field="category")
    _check(actor, account_id, bands, facts, today)
    mode = DecisionMode(account_id=account_id, category=category, recorded_by=actor, **facts)
    mode.full_clean()
    mode.save()
    _write_bands(mode, bands)
    journal.record(actor=actor, tag=Tag.MODE_RECORDED, subject=mode, account_id=account_id, category=category)
    return mode


@transaction.atomic
def change_mode(
    *, actor, mode_id: int, today: date, version: int | None = None, bands: tuple[BandSpec, ...] | None = None, **facts
) -> DecisionMode:
    """What is known better now. `bands` None leaves them as they are."""
    mode = _editable(actor, mode_id, today)
    _check(actor, mode.account_id, bands or (), facts, today)
    changed = change(mode, version=version, **facts)
    if bands is not None and (moved := _bands_changed(mode, bands)):
        changed["bands"] = moved
        AmountBand.objects.scope(Scope.WRITE).filter(mode=mode).delete()
        _write_bands(mode, bands)
    if changed:
        journal.record(
            actor=actor, tag=Tag.MODE_CHANGED, subject=mode, account_id=mode.account_id, category=mode.category,
            changed=changed,
        )  # fmt: skip
    return mode


@transaction.atomic
def end_mode(*, actor, mode_id: int, ended_on: date, today: date) -> DecisionMode:
    """They no longer decide this way."""
    mode = _editable(actor, mode_id, today)
    change(mode, ended_on=ended_on)
    journal.record(
        actor=actor, tag=Tag.MODE_ENDED, subject=mode, account_id=mode.account_id, category=mode.category,
        on=str(ended_on),
    )  # fmt: skip
    return mode


def _editable(actor, mode_id: int, today: date) -> DecisionMode:
    mode = policies.modes_open_to(actor, today).filter(pk=mode_id, ended_on=None).first()
    if mode is None or not accounts.may_edit(actor, mode.account_id, today):
        raise DecisionRefused(_("There is no such way of deciding."))
    return mode


def _check(actor, account_id: int, bands: tuple[BandSpec, ...], facts: dict, today: date) -> None:
    floors = [band.amount_from for band in bands]
    if len(set(floors)) < len(floors):
        raise DecisionRefused(_("Two bands begin at the same amount."), field="bands")
    named = {band.post_id for band in bands} | {facts.get(name) for name in POSTS}
    here = people.posts_open_to(actor, today).filter(account_id=account_id, pk__in=named - {None})
    if here.count() != len(named - {None}):
        raise DecisionRefused(_("One of these posts is not at this customer."), field="bands")
    above = facts.get("headquarters_id")
    if above is not None and not accounts.accounts_open_to(actor, today).filter(pk=above).exists():
        raise DecisionRefused(_("There is no such customer."), field="headquarters_id")
    if above == account_id:
        raise DecisionRefused(_("A customer is not its own headquarters."), field="headquarters_id")
    if facts.get("model") != PurchasingModel.SHORTLIST and facts.get("reported") is not None and "model" in facts:
        raise DecisionRefused(_("Only where headquarters shortlists is anything reported to it."), field="reported")


def _bands_changed(mode: DecisionMode, bands: tuple[BandSpec, ...]) -> list | None:
    """[old, new] for the journal; None when nothing differs."""
    found = AmountBand.objects.scope(Scope.WRITE).filter(mode=mode).order_by("amount_from")
    old = [f"{amount:f}: {post or '?'}" for amount, post in found.values_list("amount_from", "post_id")]
    ordered = sorted(bands, key=lambda band: band.amount_from)
    new = [f"{band.amount_from.quantize(Decimal('0.01')):f}: {band.post_id or '?'}" for band in ordered]
    return [", ".join(old), ", ".join(new)] if old != new else None


def _write_bands(mode: DecisionMode, bands: tuple[BandSpec, ...]) -> None:
    for band in bands:
        row = AmountBand(mode=mode, amount_from=band.amount_from, post_id=band.post_id)
        row.full_clean()
        row.save()
