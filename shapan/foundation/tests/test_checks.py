"""Each unsafe installation is refused; the same one made safe passes."""

from types import SimpleNamespace

import pytest
from django.core import checks as django_checks
from django.db import connections

from shapan.foundation import checks
from shapan.foundation.sqlite import base, driver


def found(**kwargs):
    """What `shapan check` says of ours, from Django's own registry: a check that is not registered says nothing."""
    messages = django_checks.run_checks(include_deployment_checks=False, **kwargs)
    return [message.id for message in messages if message.id.startswith("shapan.")]


@pytest.fixture
def sqlite(monkeypatch, tmp_path):
    """Sets the options of the only database: a SQLite file of our engine."""

    def configure(**options):
        plain = connections.configure_settings({"default": {"NAME": tmp_path / "main.sqlite3", "OPTIONS": options}})
        engine = base.DatabaseWrapper(plain["default"], "default")
        monkeypatch.setattr(checks, "connections", {"default": engine})

    configure()
    return configure


@pytest.fixture
def affected(monkeypatch):
    monkeypatch.setattr(driver, "SAFE_IN_WAL", (99, 0, 0))


@pytest.mark.usefixtures("sqlite")
def test_the_defaults_are_safe():
    assert found() == []


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ({"synchronous": "NORMAL"}, ["shapan.E001"]),
        ({"synchronous": "off"}, ["shapan.E001"]),
        ({"init_command": "PRAGMA foreign_keys=ON; PRAGMA synchronous=1"}, ["shapan.E001"]),
        ({"synchronous": "EXTRA"}, []),
    ],
)
def test_less_than_full_is_refused(sqlite, options, expected):
    sqlite(**options)
    assert found() == expected


@pytest.mark.usefixtures("affected")
@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ({}, ["shapan.W001"]),
        ({"journal_mode": "wal"}, ["shapan.E002"]),
        ({"init_command": "PRAGMA journal_mode=WAL"}, ["shapan.E002"]),
    ],
)
def test_an_affected_version_runs_with_a_rollback_journal_only(sqlite, options, expected):
    sqlite(**options)
    assert found() == expected


@pytest.mark.usefixtures("sqlite")
@pytest.mark.parametrize(
    ("debug", "key", "hosts", "expected"),
    [
        (False, "k" * 49, ["crm.example.com"], ["shapan.E003"]),
        (False, "k" * 50, ["crm.example.com", "*"], ["shapan.E004"]),
        (False, "k" * 50, ["crm.example.com"], []),
        (True, "short", ["*"], []),
    ],
)
def test_an_open_door_is_refused_outside_of_development(settings, debug, key, hosts, expected):
    settings.DEBUG, settings.SECRET_KEY, settings.ALLOWED_HOSTS = debug, key, hosts
    assert found() == expected


@pytest.mark.parametrize(("version", "expected"), [(140_013, ["shapan.E005"]), (150_000, [])])
def test_an_old_postgresql_is_refused(monkeypatch, version, expected):
    server = SimpleNamespace(vendor="postgresql", pg_version=version)
    monkeypatch.setattr(checks, "connections", {"default": server})
    messages = django_checks.run_checks(tags=[django_checks.Tags.database], databases=[])
    assert messages == []  # nobody asked for the database
    assert [message.id for message in checks.postgresql_is_recent(databases=["default"])] == expected


def test_every_refusal_names_a_remedy(sqlite, settings):
    settings.SECRET_KEY, settings.ALLOWED_HOSTS = "short", ["*"]
    sqlite(synchronous="NORMAL")
    ours = [m for m in django_checks.run_checks() if m.id.startswith("shapan.")]
    assert {message.id for message in ours} == {"shapan.E001", "shapan.E003", "shapan.E004"}
    assert all(message.hint for message in ours)
