"""What an operator writes into the environment, and what comes of it, each in a process of its own."""

import json
import os
import subprocess
import sys

import pytest

from shapan.config import settings

SAY = """
import json, django
django.setup()
from django.conf import settings
print(json.dumps({name: getattr(settings, name) for name in {names}}, default=str))
"""
LOOK = """
import django
django.setup()
from django.db import connection
with connection.cursor() as cursor:
    print(*(cursor.execute(f"PRAGMA {name}").fetchone()[0] for name in ("journal_mode", "synchronous")))
"""


@pytest.fixture
def python(tmp_path):
    """Run code in an installation of its own: its output, its complaints and its status."""

    def run(code, *arguments, **environment):
        kept = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
        own = {"SHAPAN_HOME": str(tmp_path / "home"), "DJANGO_SETTINGS_MODULE": "shapan.config.settings"}
        command = [sys.executable, "-c", code, *arguments]
        return subprocess.run(command, env=kept | own | environment, capture_output=True, text=True, check=False)

    return run


@pytest.fixture
def check(python):
    def run(**environment):
        return python("from shapan.config.command import main; main()", "check", **environment)

    return run


def settled(python, *names, **environment):
    answer = python(SAY.replace("{names}", repr(names)), **environment)
    assert answer.returncode == 0, answer.stderr
    return json.loads(answer.stdout)


def test_a_fresh_installation_is_safe_and_private(check, tmp_path):
    answer = check()
    assert (answer.returncode, answer.stderr) == (0, "")
    home = tmp_path / "home"
    assert (home.stat().st_mode & 0o777, (home / "secret_key").stat().st_mode & 0o777) == (0o700, 0o600)


def test_the_key_is_made_once(python, tmp_path):
    first, second = (settled(python, "SECRET_KEY")["SECRET_KEY"] for _ in range(2))
    assert first == second
    assert len(first) >= 50
    assert [file.name for file in (tmp_path / "home").glob("secret*")] == ["secret_key"]
    assert settled(python, "SECRET_KEY", SHAPAN_SECRET_KEY=" given ") == {"SECRET_KEY": "given"}


@pytest.mark.parametrize(
    ("environment", "complaint"),
    [
        ({"DATABASE_URL": "sqlite:///{home}/x.sqlite3?synchronous=NORMAL"}, "shapan.E001"),
        ({"SHAPAN_SECRET_KEY": "short"}, "shapan.E003"),
        ({"SHAPAN_ALLOWED_HOSTS": "crm.example.com,*"}, "shapan.E004"),
    ],
)
def test_unsafe_combinations_are_errors(check, tmp_path, environment, complaint):
    answer = check(**{name: value.replace("{home}", str(tmp_path)) for name, value in environment.items()})
    assert answer.returncode == 1
    assert complaint in answer.stderr


def test_without_the_bundled_sqlite_it_runs_with_a_rollback_journal_and_says_so(python, check, tmp_path):
    assert python(LOOK).stdout == "wal 2\n"
    broken = tmp_path / "broken" / "sqlcipher3"
    broken.mkdir(parents=True)
    (broken / "__init__.py").write_text("raise ImportError")
    without = {"PYTHONPATH": str(broken.parent)}
    assert python(LOOK, **without).stdout == "delete 2\n"  # the same file, turned back
    answer = check(**without)
    assert answer.returncode == 0
    assert "shapan.W001" in answer.stderr
    insists = check(**without, DATABASE_URL=f"sqlite:///{tmp_path}/x.sqlite3?journal_mode=WAL")
    assert "shapan.E002" in insists.stderr


def test_behind_https_cookies_and_browser_stay_there(python):
    names = ("SESSION_COOKIE_SECURE", "CSRF_COOKIE_SECURE", "SECURE_HSTS_SECONDS", "ALLAUTH_TRUSTED_PROXY_COUNT")
    assert list(settled(python, *names, SHAPAN_HTTPS="1").values()) == [True, True, 31_536_000, 1]
    assert list(settled(python, *names).values()) == [False, False, 0, 0]


def test_postgresql_keeps_connections_and_never_prepares_or_compiles(monkeypatch):
    monkeypatch.setenv("SHAPAN_SQL_SECONDS", "2.5")
    found = settings.database("postgres://lin:p%40ss@db.example.com:5433/shapan?sslmode=require")
    assert (found["ENGINE"], found["PASSWORD"], found["PORT"]) == ("django.db.backends.postgresql", "p@ss", 5433)
    assert (found["CONN_MAX_AGE"], found["CONN_HEALTH_CHECKS"]) == (60, True)
    assert found["OPTIONS"] == {
        "sslmode": "require",
        "prepare_threshold": None,
        "server_side_binding": False,
        "options": "-c jit=off -c statement_timeout=2500",
    }


def test_any_sqlite_address_is_served_by_our_engine():
    found = settings.database("sqlite:////data/main.sqlite3?synchronous=EXTRA")
    assert (found["ENGINE"], found["NAME"]) == ("shapan.foundation.sqlite", "/data/main.sqlite3")
    assert found["OPTIONS"] == {"synchronous": "EXTRA"}
