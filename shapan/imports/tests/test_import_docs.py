"""docs/import.md tells the columns as the code knows them."""

from pathlib import Path

import pytest

from shapan.imports.rules.columns import REQUIRED, SYNONYMS

PAGE = (Path(__file__).resolve().parents[3] / "docs" / "import.md").read_text()


@pytest.mark.parametrize("kind", SYNONYMS)
def test_every_column_and_its_other_names_stand_in_the_page(kind):
    section = PAGE.partition(f"### `{kind.value}`")[2].partition("###")[0]
    expected = [
        f"| `{name}`{'＊' if name in REQUIRED[kind] else ''} | {', '.join(others)} |"
        for name, others in SYNONYMS[kind].items()
    ]
    assert [row for row in expected if row not in section] == []
