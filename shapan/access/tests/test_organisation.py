"""Our organisation: who is where, who leads whom, and who may sign in."""

from datetime import date

import pytest
from django.urls import reverse
from django.utils import translation

from shapan.access import actions
from shapan.identity import actions as identity
from shapan.identity import queries as colleagues
from shapan.identity.models import User
from shapan.identity.terms import Role
from shapan.journal import queries as journal

PAGE = "/organisation/"
PASSWORD = "quiet-sand-table"


@pytest.fixture
def office(us):
    """Shen administers; Ke works in the key-account office."""
    identity.give_role(user=us.shen, role=Role.ADMINISTRATOR, today=date(2026, 1, 1))
    return us


def told(us):
    with translation.override("en"):
        return journal.entries_of_organisation(actor=us.shen, today=date(2026, 6, 1))


def facts(user, **changed):
    return {"name": user.name, "email": user.email, "title": user.title, "version": user.version,
            "unit_id": user.unit_id or "", "manager_id": user.manager_id or ""} | changed  # fmt: skip


def page_of(user):
    return reverse("access:change_colleague", args=[user.pk])


def sign_in_link(client, user):
    """As the administrator reads it from the page, once."""
    shown = client.post(reverse("access:invite", args=[user.pk])).context["link"]
    return shown.removeprefix("http://testserver")


def test_everybody_sees_where_colleagues_stand_and_only_the_office_how_to_change_it(client, office):
    client.force_login(office.wu)
    page = client.get(PAGE).content.decode()
    assert "林岚" in page
    assert "大客户部" in page
    assert "Head of North" in page
    assert "/colleagues/" not in page
    client.force_login(office.ke)
    assert page_of(office.lin) in client.get(PAGE).content.decode()
    locks = reverse("access:deactivate", args=[office.lin.pk])
    assert locks not in client.get(page_of(office.lin)).content.decode()
    client.force_login(office.shen)
    assert locks in client.get(page_of(office.lin)).content.decode()


def test_a_unit_shows_those_beneath_it_too_and_a_search_finds_by_either_name(client, office):
    client.force_login(office.wu)

    def names(**asked):
        return {row.name for row in client.get(PAGE, asked).context["rows"]}

    assert names(unit=office.lin.unit_id) == {"林岚", "宋青"}
    assert names(unit=office.shen.unit_id) == {"林岚", "宋青", "吴越", "沈北", "郑南", "柯安"}
    assert names(q="宋") == names(q="song") == {"宋青"}
    assert names(unit="none") == names()


def test_a_long_list_goes_on_where_it_stopped(client, office):
    for n in range(60):
        identity.enrol_user(username=f"c{n}", name=f"同事{n % 7}")
    client.force_login(office.wu)
    first = client.get(PAGE).context
    rest = client.get(first["next_url"]).context
    seen = [row.id for row in (*first["rows"], *rest["rows"])]
    assert len(seen) == len(set(seen)) == 66
    assert rest["next_url"] == ""


def test_a_new_colleague_comes_in_by_a_link_that_works_once(client, office):
    client.force_login(office.shen)
    sent = {"name": "陶然", "username": "tao", "email": "tao@us.example", "manager_id": office.lin.pk}
    assert client.post("/colleagues/new/", sent).status_code == 302
    tao = User.objects.get(username="tao")
    assert (tao.manager, tao.has_usable_password()) == (office.lin, False)
    link = sign_in_link(client, tao)
    client.logout()
    chosen = client.get(link, follow=True)
    assert "tao" in chosen.content.decode()
    weak = client.post(chosen.request["PATH_INFO"], {"new_password1": "tao", "new_password2": "tao"})
    assert 'id="id_new_password2_error"' in weak.content.decode()
    client.post(chosen.request["PATH_INFO"], {"new_password1": PASSWORD, "new_password2": PASSWORD})
    client.post(reverse("account_login"), {"login": "tao", "password": PASSWORD})
    assert client.session["_auth_user_id"] == str(tao.pk)
    client.logout()
    spent = client.get(link, follow=True)
    assert "new_password1" not in spent.content.decode()
    assert [entry.sentence for entry in told(office)] == [
        "沈北 made a sign-in link for 陶然",
        "沈北 added the colleague 陶然",
    ]


def test_a_taken_user_name_is_named_at_its_field(client, office):
    client.force_login(office.ke)
    refused = client.post("/colleagues/new/", {"name": "x", "username": "lin"})
    assert refused.status_code == 422
    assert 'id="id_username_error"' in refused.content.decode()


def test_whoever_gets_another_manager_and_unit_is_told_of_in_the_journal(client, office):
    client.force_login(office.ke)
    moved = facts(office.lin, unit_id=office.wu.unit_id, manager_id=office.zheng.pk)
    assert client.post(page_of(office.lin), moved).status_code == 302
    lin = User.objects.get(username="lin")
    assert (lin.unit, lin.manager, lin.version) == (office.wu.unit, office.zheng, 2)
    last = told(office)[0]
    assert last.sentence == "柯安 changed facts of 林岚"
    assert last.changes == (("Unit", "North", "South"), ("Manager", None, "郑南"))
    late = client.post(page_of(office.lin), moved | {"title": "late"})
    assert late.status_code == 422
    assert 'name="version" value="2"' in late.content.decode()


def test_nobody_leads_those_who_lead_them(client, office):
    identity.change_user(user_id=office.lin.pk, manager=office.song.pk)
    client.force_login(office.ke)
    refused = client.post(page_of(office.song), facts(office.song, manager_id=office.lin.pk))
    assert refused.status_code == 422
    assert 'id="id_manager_id_error"' in refused.content.decode()


def test_a_deactivated_colleague_is_out_at_once_and_in_again_later(client, office):
    from django.test import Client

    lin = Client()
    lin.force_login(office.lin)
    client.force_login(office.shen)
    client.post(reverse("access:deactivate", args=[office.lin.pk]), {"back": PAGE})
    assert lin.get("/").status_code == 302
    assert client.post(reverse("access:invite", args=[office.lin.pk])).status_code == 404
    assert office.lin.pk not in {row.id for row in colleagues.colleagues()}
    client.post(reverse("access:activate", args=[office.lin.pk]))
    assert lin.get("/").status_code == 200
    assert [entry.sentence for entry in told(office)] == ["沈北 activated 林岚", "沈北 deactivated 林岚"]


def test_nobody_locks_themselves_out_and_nobody_touches_the_system(client, office):
    client.force_login(office.shen)
    answer = client.post(reverse("access:deactivate", args=[office.shen.pk]), follow=True)
    assert "不能停用自己" in answer.content.decode()
    client.post(reverse("access:deactivate", args=[office.system.pk]))
    assert User.objects.filter(is_active=False).exclude(pk=office.system.pk).count() == 0
    assert client.get(page_of(office.system)).status_code == 404
    assert told(office) == []


@pytest.mark.parametrize(
    ("who", "enrols", "admits"), [("shen", True, True), ("ke", True, False), ("lin", False, False)]
)
def test_who_changes_our_organisation_and_who_says_who_may_sign_in(client, office, who, enrols, admits):
    client.force_login(getattr(office, who))
    for name, args in (("add_colleague", []), ("add_unit", []), ("change_colleague", [office.wu.pk])):
        assert client.get(reverse(f"access:{name}", args=args)).status_code == (200 if enrols else 404)
    answer = client.post(reverse("access:deactivate", args=[office.wu.pk]))
    assert answer.status_code == (302 if admits else 404)
    assert User.objects.get(pk=office.wu.pk).is_active is not admits
    assert client.post(reverse("access:invite", args=[office.song.pk])).status_code == (200 if admits else 404)


def test_a_unit_is_opened_once_under_each_parent(client, office):
    client.force_login(office.ke)
    root = office.shen.unit_id
    assert client.post("/organisation/units/new/", {"name": "West", "parent_id": root}).status_code == 302
    assert [(unit.name, unit.depth) for unit in colleagues.units()] == [
        ("Sales", 0), ("North", 1), ("South", 1), ("West", 1),
    ]  # fmt: skip
    assert client.post("/organisation/units/new/", {"name": "West", "parent_id": root}).status_code == 422
    assert told(office)[0].sentence == "柯安 added the unit West"


def test_the_actions_refuse_by_themselves(office, today):
    for refused in (
        lambda: actions.add_unit(actor=office.lin, name="x", today=today),
        lambda: actions.activate_colleague(actor=office.ke, user_id=office.wu.pk, today=today),
        lambda: actions.invite_colleague(actor=office.ke, user_id=office.wu.pk, today=today),
    ):
        with pytest.raises(actions.ColleagueRefused):
            refused()
