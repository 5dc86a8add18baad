"""Files brought in as the command does, and a small company brought in by them."""

import csv
import json
from io import StringIO

import pytest
import time_machine
from django.core.management import call_command


@pytest.fixture(autouse=True)
def uploads(settings, tmp_path):
    """Uploads lie apart for each test."""
    settings.MEDIA_ROOT = tmp_path / "media"
    return settings.MEDIA_ROOT / "imports"


@pytest.fixture
def bring(db, tmp_path):
    """Import rows, or a file, and return (exit status, report)."""

    def run(kind, rows, *options, name="file.csv", encoding="utf-8"):
        path = rows
        if isinstance(rows, list):
            path = tmp_path / name
            with path.open("w", encoding=encoding, newline="") as file:
                csv.writer(file).writerows(rows)
        out = StringIO()
        with time_machine.travel("2026-06-01 09:00:00+08:00", tick=False), pytest.raises(SystemExit) as status:
            call_command("import", kind, str(path), "--json", *options, stdout=out, stderr=StringIO())
        return status.value.code, json.loads(out.getvalue())

    return run


@pytest.fixture
def customers(bring):
    bring("accounts", [["name", "tier"], ["河北移动", "A"], ["浙江移动", "B"]])
    bring("users", [["name", "email"], ["林岚", "lin@us.example"], ["宋青", ""]])
    bring(
        "people",
        [
            ["姓名", "客户", "部门", "职务", "上级", "邮箱", "任职日期", "离任日期"],
            ["高远", "河北移动", "计划部", "主任", "", "gao@hb.example", "2025-01-01", ""],
            ["何静", "河北移动", "采购部", "主管", "高远", "", "2025-01-01", ""],
        ],
    )
