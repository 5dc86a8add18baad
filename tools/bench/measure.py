"""Everything on one database, in a process of its own: settings are read once."""

import logging
import os
import sys
import time
from argparse import Namespace
from dataclasses import asdict
from pathlib import Path
from tempfile import TemporaryDirectory

import django


def measure(asked: Namespace) -> dict:
    """The environment names a throw-away SHAPAN_HOME and, for PostgreSQL, an empty database."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "tools.bench.settings"
    django.setup()
    from django.core.management import call_command  # noqa: PLC0415 -- apps first
    from django.utils.timezone import localdate  # noqa: PLC0415 -- apps first

    from shapan.search import actions as search  # noqa: PLC0415 -- apps first
    from tools.bench import finding, machine, reads, writes  # noqa: PLC0415 -- apps first
    from tools.bench.company.build import build  # noqa: PLC0415 -- apps first

    logging.disable(logging.WARNING)
    today = localdate()
    call_command("migrate", verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    began = time.monotonic()
    company = build(people=asked.people, contacts=asked.contacts, seed=asked.seed, today=today)
    seconds = time.monotonic() - began
    print(f"  {sum(company.rows.values()):,} rows in {seconds:.0f} s", file=sys.stderr, flush=True)
    began = time.monotonic()
    company.rows["search_entry"] = search.rebuild()
    indexing = time.monotonic() - began
    print(f"  {company.rows['search_entry']:,} entries in {indexing:.0f} s", file=sys.stderr, flush=True)
    with TemporaryDirectory(prefix="shapan-bench-files-") as folder:
        work = finding.searches(company, rounds=asked.rounds, today=today, by_text=bool(asked.only))
        if not asked.only:
            work += [
                *reads.pages(company, rounds=asked.rounds, today=today),
                writes.logging(rounds=asked.rounds, today=today),
                writes.importing(Path(folder), people=asked.people, today=today),
            ]
    return {
        "version": machine.database_version(),
        "machine": machine.described(today),
        "rows": company.rows,
        "build_seconds": round(seconds, 1),
        "index_seconds": round(indexing, 1),
        "work": [asdict(line) for line in work],
    }
