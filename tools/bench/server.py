"""A PostgreSQL for the time of the bench: the one that is named, else a private one on this machine, else none."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote, urlsplit, urlunsplit

import psycopg

NAMED = ("SHAPAN_TEST_POSTGRES", "DATABASE_URL")
PROGRAMS = Path("/usr/lib/postgresql")
STAFF = "postgres"  # whom a private server runs as when we are root, which PostgreSQL refuses


@contextmanager
def postgres() -> Iterator[str | None]:
    """The address of an empty database of our own, dropped afterwards; None when there is no server to be had."""
    named = next((url for name in NAMED if (url := os.environ.get(name, "")).startswith("postgres")), None)
    if named:
        with _scratch(named) as url:
            yield url
        return
    programs = max(PROGRAMS.glob("*/bin/initdb"), default=None, key=lambda path: int(path.parts[-3]))
    if programs is None:
        found = shutil.which("initdb")
        programs = Path(found) if found else None
    if programs is None:
        yield None
        return
    with _private(programs.parent) as server, _scratch(server) as url:
        yield url


@contextmanager
def _scratch(server: str) -> Iterator[str]:
    name = f"shapan_bench_{os.getpid()}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    try:
        parts = urlsplit(server)
        yield urlunsplit((parts.scheme, parts.netloc, f"/{name}", parts.query, ""))
    finally:
        with psycopg.connect(server, autocommit=True) as connection:
            connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


@contextmanager
def _private(programs: Path) -> Iterator[str]:
    """A fresh cluster with PostgreSQL's own defaults, durable as they are, on a socket in a folder of its own."""
    folder = Path(tempfile.mkdtemp(prefix="shapan-bench-pg-"))
    if os.geteuid() == 0:
        shutil.chown(folder, STAFF, STAFF)
    data = folder / "data"
    control = [programs / "pg_ctl", "-D", data, "-w", "-l", folder / "log"]
    try:
        initdb = [programs / "initdb", "-D", data, "-U", STAFF, "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8"]
        _run(initdb, folder)
        _run([*control, "-o", f"-k {folder} -c listen_addresses=''", "start"], folder)
        yield f"postgresql://{STAFF}@{quote(str(folder), safe='')}/postgres"
    finally:
        _run([*control, "-m", "fast", "stop"], folder)
        shutil.rmtree(folder, ignore_errors=True)


def _run(command: list, folder: Path) -> None:
    who = {"user": STAFF, "group": STAFF, "extra_groups": []} if os.geteuid() == 0 else {}
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd=folder, **who)
