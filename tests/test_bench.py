"""The bench keeps up with the product: it fills every table, asks every page and writes its table, at toy size."""

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def test_the_bench_measures_a_toy_company(tmp_path):
    asked = ["--people", "100", "--database", "sqlite", "--rounds", "2", "--out", tmp_path / "results.json"]
    command = [sys.executable, ROOT / "tools" / "bench", *asked]
    told = subprocess.run(list(map(str, command)), capture_output=True, text=True, check=True).stdout

    work = json.loads((tmp_path / "results.json").read_text())["databases"][0]["work"]
    assert len(work) == 13
    assert all(line["median"] > 0 and line["raw"] > 0 for line in work)
    assert told.count("| SQLite |") == len(work)
