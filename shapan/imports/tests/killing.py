"""What the test that kills a worker does in processes of its own: python -m shapan.imports.tests.killing STEP."""

import json
import os
import sys

import django

ROWS = 3000


def set_up() -> dict:
    """A customer, and an import of three thousand people that waits for a worker."""
    from shapan.accounts import actions as accounts
    from shapan.identity import actions as identity
    from shapan.identity.terms import Role

    ke = identity.enrol_user(username="ke", name="柯安", password="ke")
    identity.give_role(user=ke, role=Role.KEY_ACCOUNT_OFFICE, today=today())
    accounts.open_account(actor=ke, name="河北移动", today=today())
    before = counts()
    lines = [f"人{n},河北移动,部门{n % 7},职务{n},人{n // 2},p{n}@hb.example" for n in range(ROWS)]
    text = "\n".join(["姓名,客户,部门,职务,上级,邮箱", *lines])
    row = actions.take_in(
        actor=ke, kind=FileKind.PEOPLE, source="crm", name="f.csv", chunks=[text.encode()], today=today()
    )
    names = {one.header: one.name for one in queries.sheet(actor=ke, import_id=row.pk, today=today()).headers}
    actions.choose_columns(actor=ke, import_id=row.pk, version=1, names=names, account_id=None, today=today())
    hand_over(Status.CHECKING)
    Worker().work()
    hand_over(Status.STORING)
    return before


def hand_over(to) -> None:
    ke = identity_reads.user_called("ke")
    jobs.hand_over(actor=ke, import_id=1, to=to, today=today())


def undo() -> None:
    hand_over(Status.UNDOING)
    Worker().work()


def standing() -> dict:
    row = Import.objects.scope(Scope.SYSTEM).get(pk=1)
    lines = Line.objects.scope(Scope.SYSTEM).filter(of=row)
    return {
        "status": row.status, "done": row.done, "created": row.created, "stops": row.stops, "lines": lines.count(),
        "lines_led": sum(1 for _row in Post.objects.scope(Scope.SYSTEM).exclude(parent=None)),
    }  # fmt: skip


def counts() -> dict:
    ours = [m for m in apps.get_models() if m.__module__.startswith("shapan.")]
    apart = {"journal", "imports", "jobs"}
    return {m._meta.label: m._base_manager.count() for m in ours if m._meta.app_label not in apart}


if __name__ == "__main__":
    os.environ["DJANGO_SETTINGS_MODULE"] = "shapan.config.settings"
    django.setup()

    from django.apps import apps
    from django.utils.timezone import localdate as today

    from shapan.foundation.models import Scope
    from shapan.identity import queries as identity_reads
    from shapan.imports import actions, jobs, queries
    from shapan.imports.models import Import, Line
    from shapan.imports.terms import FileKind, Status
    from shapan.jobs.worker import Worker
    from shapan.people.models import Post

    print(json.dumps(globals()[sys.argv[1]]()))  # noqa: T201 -- read by the test
