"""What the numbers were taken on, without which they say nothing."""

import os
import platform
import subprocess
import time
from datetime import date
from pathlib import Path

import django
from django.db import connection

ROOT = Path(__file__).resolve().parents[2]


def described(today: date) -> dict[str, str | int]:
    return {
        "date": today.isoformat(),
        "commit": _commit(),
        "cpu": _line("/proc/cpuinfo", "model name") or platform.processor() or "unknown",
        "cores": os.cpu_count() or 0,
        "memory_gb": round(int((_line("/proc/meminfo", "MemTotal") or "0 kB").split()[0]) / 1e6),
        "system": platform.system(),
        "pace_ms": _pace(),
        "python": platform.python_version(),
        "django": django.get_version(),
    }


def _pace() -> int:
    """Milliseconds of CPU for three million additions: how fast Python is here at this moment, the best of three."""
    best = float("inf")
    for _ in range(3):
        began, total = time.process_time(), 0
        for number in range(3_000_000):
            total += number
        best = min(best, time.process_time() - began)
    return round(best * 1000)


def database_version() -> str:
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SHOW server_version")
            return f"PostgreSQL {cursor.fetchone()[0].split()[0]}"
        cursor.execute("SELECT sqlite_version()")
        return f"SQLite {cursor.fetchone()[0]}"


def _commit() -> str:
    """The commit, with a plus when the code measured is not quite it."""
    git = ["git", "-C", str(ROOT)]
    try:
        told = subprocess.run([*git, "rev-parse", "--short", "HEAD"], capture_output=True, check=True, text=True)
        changed = subprocess.run(
            [*git, "status", "--porcelain", "-uno", "--", "shapan", "tools/bench"], capture_output=True, check=True
        )
    except (OSError, subprocess.CalledProcessError):
        return "unknown"
    return told.stdout.strip() + ("+" if changed.stdout.strip() else "")


def _line(file: str, name: str) -> str:
    try:
        lines = Path(file).read_text(encoding="utf-8").splitlines()
    except OSError:
        return ""
    return next((line.partition(":")[2].strip() for line in lines if line.startswith(name)), "")
