"""The cast, known to every test.

林岚 Lin holds the account manager's seat at Hebei. 吴越 Wu works here without a seat. 沈 Shen leads the unit Lin works
in, 郑 Zheng the unit beside it. 柯 Ke works in the key-account office. 高总 Director Gao is at the customer.
"""

from datetime import date
from types import SimpleNamespace

import pytest
from django.utils import translation

from shapan.accounts import actions as accounts
from shapan.identity import actions as identity
from shapan.identity import queries as colleagues
from shapan.identity.terms import Role
from shapan.jobs.worker import Worker
from shapan.people import actions as people
from shapan.teams import actions as teams
from shapan.teams.terms import SeatRole

TODAY = date(2026, 6, 1)


@pytest.fixture(autouse=True)
def language():
    """Every test begins in the language of the settings, whatever the one before it asked for."""
    translation.deactivate()


@pytest.fixture
def today():
    return TODAY


@pytest.fixture
def us(db):
    """Our own people."""
    root = identity.open_unit(name="Sales")
    north, south = (identity.open_unit(name=name, parent=root) for name in ("North", "South"))
    enrol = identity.enrol_user
    lin = enrol(username="lin", name="林岚", password="lin", unit=north, title="Account manager")
    wu = enrol(username="wu", name="吴越", password="wu", unit=south)
    song = enrol(username="song", name="宋青", password="song", unit=north, title="Solution manager")
    shen = enrol(username="shen", name="沈北", password="shen", unit=root)
    zheng = enrol(username="zheng", name="郑南", password="zheng", unit=root)
    ke = enrol(username="ke", name="柯安", password="ke", unit=root)
    identity.fill_post(unit=north, title="Head of North", holder=shen, heads=True)
    identity.fill_post(unit=south, title="Head of South", holder=zheng, heads=True)
    identity.give_role(user=ke, role=Role.KEY_ACCOUNT_OFFICE, today=date(2026, 1, 1))
    return SimpleNamespace(lin=lin, wu=wu, song=song, shen=shen, zheng=zheng, ke=ke, system=colleagues.system_actor())


@pytest.fixture
def cast(us):
    """Our people, and one customer with one director known to us."""
    hebei = accounts.open_account(actor=us.ke, name="河北移动", tier="A", today=TODAY)
    seat = {"actor": us.ke, "account_id": hebei.pk, "started_on": date(2025, 1, 1), "today": TODAY}
    teams.take_seat(holder_id=us.lin.pk, role=SeatRole.AR, **seat)
    teams.take_seat(holder_id=us.song.pk, role=SeatRole.SR, **seat)
    planning = accounts.open_department(actor=us.lin, account_id=hebei.pk, name="计划建设部", today=TODAY)
    post = people.open_post(
        actor=us.lin, account_id=hebei.pk, title="计划建设部主任", department_id=planning.pk, today=TODAY
    )
    gao = people.enrol_person(
        actor=us.lin, name="高总", latin_name="Gao", post_id=post.pk, started_on=date(2025, 3, 1), today=TODAY
    )
    return SimpleNamespace(**vars(us), hebei=hebei, planning=planning, post=post, gao=gao)


@pytest.fixture
def work(db, monkeypatch):
    """Run the tasks that wait, as a worker would; the connection, which holds the test's transaction, stays open."""
    monkeypatch.setattr("django_tasks_db.management.commands.db_worker.close_old_connections", lambda: None)
    return Worker().work
