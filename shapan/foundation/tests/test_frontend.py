"""The browser's packages: pinned to the digit, from nowhere in particular."""

import json
import re
from pathlib import Path

import shapan

ROOT = Path(shapan.__file__).parent.parent
PACKAGE = json.loads((ROOT / "package.json").read_text())
LOCK = (ROOT / "package-lock.json").read_text()


def test_every_package_is_pinned_and_locked():
    wanted = PACKAGE["dependencies"] | PACKAGE["devDependencies"]
    locked = {name.removeprefix("node_modules/"): entry for name, entry in json.loads(LOCK)["packages"].items()}
    assert {name: locked[name]["version"] for name in wanted} == wanted
    assert all("integrity" in entry for name, entry in locked.items() if name)


def test_htmx_stays_at_the_version_the_templates_are_written_for():
    assert PACKAGE["dependencies"]["htmx.org"] == "2.0.11"


def test_the_lock_names_no_address():
    """Each company fetches from its own mirror; an address in the lock would overrule it."""
    assert not re.search(r"https?://", LOCK)
