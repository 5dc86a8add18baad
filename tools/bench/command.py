"""What `bin/bench` does: one process for each database, in a throw-away home, and then one table."""

import json
import os
import subprocess
import sys
from argparse import ArgumentParser, Namespace
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from tools.bench import report, sand_table
from tools.bench.measure import measure
from tools.bench.server import postgres

DATABASES = ("sqlite", "postgresql")
OURS = ("DATABASE_URL", "SHAPAN_DEBUG", "SHAPAN_SQL_SECONDS")  # settings that must not reach the measured process


def main(arguments: list[str]) -> int:
    asked = _parser().parse_args(arguments)
    if asked.into:
        taken = sand_table.measure() if asked.sand_table else measure(asked)
        asked.into.write_text(json.dumps(taken), encoding="utf-8")
        return 0
    if asked.sand_table:
        print(sand_table.told(_in_its_own_process(asked, "")))
        return 0
    databases, skipped = [], []
    for name in DATABASES if asked.database == "both" else [asked.database]:
        print(f"{name}: {asked.people:,} people", file=sys.stderr, flush=True)
        with _url(name) as url:
            if url is None:
                skipped.append("PostgreSQL was skipped: none is named in DATABASE_URL and none can be started here.")
            else:
                databases.append(_in_its_own_process(asked, url))
    results = {"people": asked.people, "seed": asked.seed, "rounds": asked.rounds, "skipped": skipped}
    results |= {"machine": databases[0]["machine"] if databases else {}, "databases": databases}
    if asked.out:
        asked.out.write_text(json.dumps(results, indent=1, ensure_ascii=False), encoding="utf-8")
    print(report.told(results) if databases else "\n".join(skipped))
    return 0 if databases else 1


def _parser() -> ArgumentParser:
    parser = ArgumentParser(prog="bin/bench", description="Timings on a generated company, beside raw SQL.")
    parser.add_argument("--people", type=int, default=10_000, help="10000 (default), 100000, 1000000")
    parser.add_argument("--database", choices=[*DATABASES, "both"], default="both")
    parser.add_argument("--seed", type=int, default=7, help="another seed is another company of the same kind")
    parser.add_argument("--rounds", type=int, default=100, help="how often each page is asked for")
    parser.add_argument("--sand-table", action="store_true", help="the sand table at four sizes instead, on SQLite")
    parser.add_argument("--out", type=Path, help="a file for the results as JSON")
    parser.add_argument("--into", type=Path, help="(the measuring process: where its results go)")
    return parser


@contextmanager
def _url(name: str):
    """What DATABASE_URL is to say: empty for SQLite, None when there is no PostgreSQL."""
    if name == "sqlite":
        yield ""
    else:
        with postgres() as url:
            yield url


def _in_its_own_process(asked: Namespace, url: str) -> dict:
    clean = {name: value for name, value in os.environ.items() if name not in OURS}
    with TemporaryDirectory(prefix="shapan-bench-") as home:
        into = Path(home) / "results.json"
        command = [sys.executable, Path(__file__).parent, "--people", asked.people, "--seed", asked.seed]
        command += ["--rounds", asked.rounds, "--into", into, *(["--sand-table"] if asked.sand_table else [])]
        subprocess.run(list(map(str, command)), env=clean | {"SHAPAN_HOME": home, "DATABASE_URL": url}, check=True)
        return json.loads(into.read_text(encoding="utf-8"))
