"""Every test on SQLite, then again on PostgreSQL where one is at hand; the last line is pytest's own.

A PostgreSQL is at hand when SHAPAN_TEST_POSTGRES or DATABASE_URL names one, or when the one on this machine lets us
make databases. Arguments go to pytest.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg

ROOT = Path(__file__).resolve().parent.parent
LOCAL = ("postgresql:///postgres", "postgresql://postgres@localhost/postgres")
MAY_CREATE = "SELECT rolcreatedb OR rolsuper FROM pg_roles WHERE rolname = current_user"


def main(arguments: list[str]) -> int:
    status = run(arguments, "SQLite", {})
    server = postgres()
    if status or not server:
        return status
    # A name of our own: Django's test database would be shared with another run on the same server.
    parts = urlsplit(server)
    database = urlunsplit((parts.scheme, parts.netloc, f"/shapan_{os.getpid()}", parts.query, ""))
    return run(arguments, "PostgreSQL", {"DATABASE_URL": database})


def run(arguments: list[str], label: str, environment: dict[str, str]) -> int:
    print(f"\n{label}", flush=True)
    workers = [] if any(a.startswith("-n") or a in {"--pdb", "--trace"} for a in arguments) else ["-n", "auto"]
    clean = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    with tempfile.TemporaryDirectory(prefix="shapan-test-") as home:
        command = [sys.executable, "-m", "pytest", *workers, *arguments]
        return subprocess.run(
            command, cwd=ROOT, env=clean | environment | {"SHAPAN_HOME": home}, check=False
        ).returncode


def postgres() -> str | None:
    for name in ("SHAPAN_TEST_POSTGRES", "DATABASE_URL"):
        url = os.environ.get(name, "")
        if url.startswith("postgres"):
            return url
    return next((url for url in LOCAL if _lets_us_create(url)), None)


def _lets_us_create(url: str) -> bool:
    try:
        with psycopg.connect(url, connect_timeout=2) as connection:
            return bool(connection.execute(MAY_CREATE).fetchone()[0])
    except psycopg.Error:
        return False


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
