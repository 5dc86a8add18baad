"""The server is killed in the middle of an import and started again: it goes on after the last piece, once.

On SQLite the worker is a thread of `shapan serve`; on PostgreSQL it is `shapan worker`.
"""

import json
import os
import signal
import socket
import sqlite3
import subprocess
import sys
import time
from contextlib import contextmanager
from urllib.parse import quote

import psycopg
import pytest
from django.db import connection

from shapan.imports.tests.killing import ROWS

SHAPAN = [sys.executable, "-c", "from shapan.config.command import main; main()"]


class Installation:
    """A home and a database of its own, of the kind these tests run on."""

    def __init__(self, home, url):
        self.home, self.url = home, url
        clean = {name: value for name, value in os.environ.items() if name != "DJANGO_SETTINGS_MODULE"}
        self.env = clean | {"SHAPAN_HOME": str(home), "DATABASE_URL": url or "", "SHAPAN_DEBUG": "1"}

    def run(self, *arguments):
        subprocess.run([*SHAPAN, *arguments], env=self.env, check=True, stdout=subprocess.DEVNULL)

    def step(self, name):
        command = [sys.executable, "-m", "shapan.imports.tests.killing", name]
        said = subprocess.run(command, env=self.env, check=True, stdout=subprocess.PIPE, text=True)
        return json.loads(said.stdout)

    def ask(self, sql):
        """One value, past the product: this is somebody else looking at the database."""
        if self.url:
            with psycopg.connect(self.url, autocommit=True) as other:
                found = other.execute(sql)
                return found.fetchone()[0] if found.description else None
        other = sqlite3.connect(self.home / "shapan.sqlite3", timeout=20)
        try:
            row = other.execute(sql).fetchone()
            other.commit()
            return row[0] if row else None
        finally:
            other.close()


@pytest.fixture
def installation(tmp_path):
    if connection.vendor != "postgresql":
        yield Installation(tmp_path, None)
        return
    given = connection.settings_dict
    name = f"{given['NAME']}_killed"
    told = {"host": given["HOST"], "port": given["PORT"], "user": given["USER"], "password": given["PASSWORD"]}
    told = {word: value for word, value in told.items() if value}
    with psycopg.connect(dbname="postgres", autocommit=True, **told) as server:
        server.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
        server.execute(f'CREATE DATABASE "{name}"')
        user = f"{given['USER']}:{given['PASSWORD']}@" if given["USER"] else ""
        port = f":{given['PORT']}" if given["PORT"] else ""
        host = quote(given["HOST"], safe="")  # which may be the folder of a socket
        yield Installation(tmp_path, f"postgres://{user}{host}{port}/{name}")
        server.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


@contextmanager
def serving(installation):
    """Whatever runs the jobs of such an installation, killed with all its processes when the block ends."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = str(free.getsockname()[1])
    command = ["worker"] if installation.url else ["serve", "--port", port]
    server = subprocess.Popen(
        [*SHAPAN, *command], env=installation.env, stdout=subprocess.DEVNULL, start_new_session=True
    )
    try:
        yield server
    finally:
        os.killpg(server.pid, signal.SIGKILL)
        server.wait()


def wait_until(server, true):
    for _look in range(12_000):
        if true():
            return
        assert server.poll() is None
        time.sleep(0.01)
    raise AssertionError("It did not come to that in two minutes.")


def test_a_killed_import_goes_on_and_nothing_is_lost_or_doubled(installation):
    installation.run("migrate", "-v0")
    before = installation.step("set_up")

    with serving(installation) as server:
        wait_until(server, lambda: installation.ask("SELECT done FROM imports_import") > 0)
    stopped = installation.step("standing")
    assert stopped["status"] == "storing"
    assert 0 < stopped["done"] < ROWS
    people = "SELECT count(*) FROM people_person"
    assert installation.ask(people) == stopped["done"] == stopped["lines"]

    installation.run("worker", "--once")
    assert installation.step("standing") == stopped, "whoever holds the lease may yet live"
    installation.ask("UPDATE jobs_pulse SET beat_at = '2026-01-01 00:00:00+00'")
    with serving(installation) as server:
        wait_until(server, lambda: installation.ask("SELECT status FROM imports_import") == "stored")
    ended = installation.step("standing")
    assert ended == {
        "status": "stored", "done": ROWS, "created": ROWS, "stops": [stopped["done"]], "lines": ROWS,
        "lines_led": ROWS - 1,
    }  # fmt: skip
    assert installation.ask(people) == installation.ask("SELECT count(DISTINCT name) FROM people_person") == ROWS

    installation.step("undo")
    assert installation.step("standing")["status"] == "undone"
    assert installation.step("counts") == before
