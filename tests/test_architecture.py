"""What import-linter cannot see: models kept private, foreign keys that point downward, rules without a clock."""

import ast
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import grimp
import pytest
from django.apps import apps

ROOT = Path(__file__).resolve().parent.parent
LAYERS = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"][0]["layers"]
HEIGHT = {name.strip(" ()"): -place for place, line in enumerate(LAYERS) for name in line.split("|")}
CLOCKLESS = ("rules", "queries", "policies", "actions")
CLOCKS = {
    "datetime.now",
    "datetime.today",
    "datetime.utcnow",
    "date.today",
    "timezone.now",
    "timezone.localdate",
    "timezone.localtime",
    "time.time",
}
CLOCK_NAMES = {name.rpartition(".")[2] for name in CLOCKS if name.startswith("timezone")} | {"Now"}
KEEPS_TIME = {
    ("shapan/journal/actions.py", "Now")
}  # when an event was recorded is the database's to say, nobody's to pass


def test_models_are_private_to_their_app():
    graph = grimp.build_graph("shapan", exclude_type_checking_imports=True, cache_dir=None)
    leaks = {
        f"{importer} -> {module}"
        for module in graph.modules
        if module.split(".")[2:3] == ["models"] and module.split(".")[1] != "foundation"  # those are abstract
        for importer in graph.find_modules_that_directly_import(module)
        if importer.split(".")[1] != module.split(".")[1] and ".tests" not in importer
    }
    assert not leaks


def test_foreign_keys_point_downward():
    ours = [model for model in apps.get_models() if model.__module__.startswith("shapan.")]
    upward = {
        f"{model._meta.label}.{field.name} -> {field.related_model._meta.label}"
        for model in ours
        for field in model._meta.get_fields()
        if field.is_relation
        and not field.auto_created
        and field.related_model in ours
        and field.related_model._meta.app_label != model._meta.app_label
        and HEIGHT[field.related_model._meta.app_label] >= HEIGHT[model._meta.app_label]
    }
    assert not upward


def clocks_read_in(source):
    """Every place where this code asks what time it is."""
    tree = ast.parse(source)
    used = {ast.unparse(node) for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    imported = {
        alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith(("django", "time"))
        for alias in node.names
    }
    return {name for name in used if name.endswith(tuple(CLOCKS))} | (imported & (CLOCK_NAMES | {"time"}))


def test_today_is_passed_in():
    clockless = [
        path
        for path in (ROOT / "shapan").glob("*/**/*.py")
        if "tests" not in path.parts and set(CLOCKLESS) & {path.stem, path.parent.name}
    ]
    read = {
        (path.relative_to(ROOT).as_posix(), name) for path in clockless for name in clocks_read_in(path.read_text())
    }
    assert read - KEEPS_TIME == set()


@pytest.mark.parametrize(
    ("code", "clocks"),
    [
        ("import datetime\nx = datetime.date.today()", {"datetime.date.today"}),
        ("from datetime import datetime\nx = datetime.now(tz)", {"datetime.now"}),
        ("from django.utils import timezone\nx = timezone.now()", {"timezone.now"}),
        ("from django.utils.timezone import localdate", {"localdate"}),
        ("from django.utils.timezone import now as moment", {"now"}),
        ("from django.db.models.functions import Now", {"Now"}),
        ("import time\nx = time.time()", {"time.time"}),
        ("from time import time", {"time"}),
        ("from datetime import date, time\nx = date(2026, 3, 1) - held.today", set()),
    ],
)
def test_a_clock_is_recognised(code, clocks):
    assert clocks_read_in(code) == clocks


VIOLATIONS = {
    "Apps form a one-way stack": ("identity/planted.py", "import shapan.config.urls\n"),
    "Inside an app, requests flow down": ("identity/queries/planted.py", "import shapan.identity.actions\n"),
    "Rules are pure": ("identity/rules.py", "import django.db\n"),
    "Views, forms and jobs never touch models": ("identity/forms.py", "import shapan.identity.models\n"),
    "new apps must be placed": ("surprise/__init__.py", ""),
}


@pytest.mark.parametrize("contract", VIOLATIONS)
def test_a_planted_violation_is_caught(tmp_path, contract):
    """On a skeleton of the tree with our own contracts: the guard itself works."""
    files = ["__init__.py", "config/__init__.py", "config/urls.py", "kernel/__init__.py", "foundation/__init__.py"]
    files += [f"identity/{name}.py" for name in ("__init__", "actions", "queries/__init__", "models", "views")]
    for name in files:
        _write(tmp_path / "shapan" / name, "")
    _write(tmp_path / "pyproject.toml", (ROOT / "pyproject.toml").read_text())
    assert _lint(tmp_path).returncode == 0

    planted, code = VIOLATIONS[contract]
    _write(tmp_path / "shapan" / planted, code)
    result = _lint(tmp_path)

    assert result.returncode == 1
    assert "BROKEN" in result.stdout
    if contract != "new apps must be placed":
        assert f"{contract} BROKEN" in result.stdout


def _write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)


def _lint(folder):
    command = [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def test_every_dependency_has_its_reason():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    reasons = (ROOT / "docs/decisions/0002-dependencies.md").read_text()
    names = {re.match(r"[\w-]+(\[\w+\])?", line)[0] for line in project["dependencies"]}
    assert {name for name in names if f"| {name} " not in reasons} == set()
