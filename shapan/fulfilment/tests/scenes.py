"""Contracts as tests need them, built through the actions."""

from datetime import date
from decimal import Decimal

from shapan.fulfilment import actions, queries
from shapan.fulfilment.models import FollowUp
from shapan.fulfilment.terms import AcceptanceKind, AcceptanceState, FollowUpKind, Reason, Result, Standing

TODAY = date(2026, 6, 1)
D = Decimal


def version(by, contract_id):
    return queries.contract(actor=by, contract_id=contract_id, today=TODAY).version


def on(by, contract, what, **told):
    """Do something to the contract as it stands."""
    return what(actor=by, contract_id=contract.pk, version=version(by, contract.pk), today=TODAY, **told)


def drafted(by, account, *, name="骨干网", amount=100, currency="CNY", **facts):
    return actions.open_contract(
        actor=by, account_id=account.pk, name=name, amount=D(amount), currency=currency, number=f"HT-{name}",
        payment_days=30, today=date(2026, 1, 5), **facts,
    )  # fmt: skip


def planned(by, contract, *, needs=Standing.READY, parts=(30, 70)):
    """Two deliverables, a payment on each."""
    for n, amount in enumerate(parts):
        goods = on(by, contract, actions.add_deliverable, name=f"设备{n}", due_on=date(2026, 3, 1 + n))
        on(
            by, contract, actions.add_node, name=f"付款{n}", amount=D(amount), due_on=date(2026, 4, 1 + n), needs=needs,
            deliverable_ids=(goods.pk,),
        )  # fmt: skip
    return contract


def activated(by, account, **how):
    """Signed and in delivery."""
    facts = {key: how.pop(key) for key in ("needs", "parts") if key in how}
    contract = planned(by, drafted(by, account, **how), **facts)
    on(by, contract, actions.submit)
    on(by, contract, actions.sign, signed_on=date(2026, 1, 20))
    on(by, contract, actions.activate)
    return contract


def plan(by, contract):
    return queries.plan(actor=by, contract_id=contract.pk, today=TODAY)


def deliver(by, contract, n=None):
    """One deliverable, or all."""
    rows = plan(by, contract).deliverables
    for row in rows if n is None else [rows[n]]:
        told = {"deliverable_id": row.id, "version": version(by, contract.pk), "ready_on": date(2026, 3, 5)}
        actions.deliver(actor=by, today=TODAY, **told)


def invoiced(by, contract, n=0, *, amount=None, issued_on=date(2026, 3, 10), due_on=None):
    """An issued invoice of the nth payment."""
    row = actions.draft_invoice(actor=by, node_id=plan(by, contract).nodes[n].id, amount=amount, today=TODAY)
    step = {"actor": by, "invoice_id": row.pk, "today": TODAY}
    actions.apply_for_invoice(version=1, **step)
    actions.approve_invoice(version=2, **step)
    actions.issue_invoice(version=3, number=f"FP-{row.pk}", issued_on=issued_on, due_on=due_on, **step)
    return row


def received(by, account, amount, *, currency="CNY", on=date(2026, 4, 1)):
    return actions.record_receipt(
        actor=by, account_id=account.pk, amount=D(amount), currency=currency, received_on=on, today=TODAY
    )


def seen(by, invoice):
    return queries.invoice(actor=by, invoice_id=invoice.pk, today=TODAY)


def money(by, receipt):
    return queries.receipt(actor=by, receipt_id=receipt.pk, today=TODAY)


def pay(by, receipt, invoice, amount=None):
    asked = {"receipt_id": receipt.pk, "version": money(by, receipt).version, "invoice_id": invoice.pk}
    return actions.allocate(actor=by, amount=None if amount is None else D(amount), today=TODAY, **asked)


def acceptance(by, pk):
    return queries.acceptance(actor=by, acceptance_id=pk, today=TODAY)


def step(by, pk, to, **told):
    row = acceptance(by, pk)
    return actions.step_acceptance(actor=by, acceptance_id=pk, version=row.version, to=to, today=TODAY, **told)


def judge(by, pk, *results):
    """The items in their order."""
    for item, result in zip(acceptance(by, pk).items, results, strict=True):
        asked = {"item_id": item.id, "version": acceptance(by, pk).version, "result": result, "note": "n"}
        actions.judge_item(actor=by, today=TODAY, **asked)


def under_test(by, contract, kind=AcceptanceKind.FINAL, *, items=("吞吐", "时延")):
    everything = tuple(row.id for row in plan(by, contract).deliverables)
    row = actions.plan_acceptance(
        actor=by, contract_id=contract.pk, kind=kind, planned_on=date(2026, 4, 1), deliverable_ids=everything,
        items=items, today=TODAY,
    )  # fmt: skip
    step(by, row.pk, AcceptanceState.PENDING)
    step(by, row.pk, AcceptanceState.IN_PROGRESS)
    return row.pk


def accepted(by, contract, person, kind=AcceptanceKind.FINAL):
    pk = under_test(by, contract, kind)
    judge(by, pk, Result.PASSED, Result.NA)
    step(by, pk, AcceptanceState.PASSED)
    step(by, pk, AcceptanceState.CONFIRMING)
    step(by, pk, AcceptanceState.COMPLETED, completed_on=date(2026, 5, 1), confirmed_by_id=person.pk)
    return pk


def furnish(by, account, name):
    """A contract in planning and one in delivery, with something of everything: the ids that pages ask for."""
    drawn = planned(by, drafted(by, account, name=f"{name}草约"))
    running = activated(by, account, name=f"{name}扩容")
    deliver(by, running)
    tested = under_test(by, running)
    at = {"actor": by, "today": TODAY}
    issue = actions.raise_issue(**at, acceptance_id=tested, version=acceptance(by, tested).version, words="w")
    plain = actions.plan_acceptance(**at, contract_id=running.pk, kind=AcceptanceKind.FAT, planned_on=TODAY)
    bill = invoiced(by, running, due_on=date(2026, 5, 1))
    actions.open_ticket(**at, invoice_id=bill.pk, reason=Reason.PAPERS, owner_id=by.pk, due_on=TODAY)
    fresh = activated(by, account, name=f"{name}二期")
    money_in = received(by, account, 50)
    part = pay(by, money_in, bill, 10)
    received(by, account, 7, currency="USD")
    due = FollowUp(contract=running, kind=FollowUpKind.SURVEY, owner=by, due_on=TODAY)
    due.save()
    return {
        "drawn": drawn.pk, "running": running.pk, "test": tested, "plain": plain.pk, "issue": issue.pk, "bill": bill.pk,
        "item": acceptance(by, tested).items[0].id, "receipt": money_in.pk, "part": part.pk, "follow_up": due.pk,
        "deliverable": plan(by, drawn).deliverables[0].id, "node": plan(by, drawn).nodes[0].id,
        "moving": plan(by, fresh).deliverables[0].id, "account": account.pk,
    }  # fmt: skip


def pages(made):
    """Each page of what `furnish` made, by the name of its address."""
    of = {name: [pk] for name, pk in made.items()}
    return {
        "contract": of["running"], "change": of["running"], "step": [made["drawn"], "in_review"],
        "add_deliverable": of["drawn"], "add_node": of["drawn"], "plan_acceptance": of["running"],
        "follow_up": of["follow_up"], "change_deliverable": of["deliverable"], "remove_deliverable": of["deliverable"],
        "deliver": of["moving"], "move": of["moving"], "change_node": of["node"], "remove_node": of["node"],
        "draft": of["node"], "acceptance": of["test"], "change_acceptance": of["plain"],
        "step_acceptance": [made["test"], "failed"], "raise_issue": of["test"], "judge": of["item"],
        "close_issue": of["issue"], "step_invoice": [made["bill"], "void"], "dispute": of["bill"],
        "receive": of["account"], "receipt": of["receipt"], "allocate": of["receipt"], "refund": of["receipt"],
        "release": of["part"],
    }  # fmt: skip


def grow(by, made, n):
    """One more of everything that hangs on what `furnish` made."""
    at = {"actor": by, "today": TODAY}
    tested = acceptance(by, made["test"])
    actions.raise_issue(**at, acceptance_id=tested.id, version=tested.version, words=f"w{n}")
    actions.plan_acceptance(**at, contract_id=made["running"], kind=AcceptanceKind.SAT, items=("a",), planned_on=TODAY)
    second = queries.plan(contract_id=made["running"], **at).nodes[1]
    actions.draft_invoice(**at, node_id=second.id, amount=D(n))
    receipt = queries.receipt(receipt_id=made["receipt"], **at)
    actions.allocate(**at, receipt_id=receipt.id, version=receipt.version, invoice_id=made["bill"], amount=D(1))
