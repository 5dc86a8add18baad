"""What must not be stored leaves a file before it is kept: the row goes into quarantine, a mark stands instead."""

import csv
from dataclasses import replace
from pathlib import Path

from django.utils.translation import gettext as _

from shapan.compliance import actions as compliance
from shapan.compliance.rules.text import check
from shapan.compliance.terms import Door
from shapan.imports.reading import VCARD, FileRefused, Line, Table

MARK = "\N{LOCK} withheld"


def withhold(table: Table, *, actor, today, name: str, keep: bool = True) -> Table:
    """The table without restricted words. `keep`: the rows that held them go into quarantine."""
    if check({"file_name": name}):
        _send(actor, today, {"file_name": name}, keep=keep)
        raise FileRefused(_("The name of the file has restricted words in it: compliance has it."), field="file")
    lines = tuple(_line(line, table.headers, actor, today, keep=keep) for line in table.lines)
    return table if lines == table.lines else replace(table, lines=lines)


def is_withheld(cells) -> bool:
    return MARK in cells


def told() -> str:
    return _("Restricted words: the row went to compliance. Import it again without them.")


def rewrite(path: Path, table: Table) -> None:
    """The kept file becomes what the table says; every row stays on the line a person counts."""
    if table.source == VCARD:
        raise FileRefused(_("A card has restricted words in it: compliance has it. Take it out."), field="file")
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer, at = csv.writer(file), 1
        writer.writerow(table.headers)
        for line in table.lines:
            while at + 1 < line.number:
                file.write("\r\n")
                at += 1
            writer.writerow(line.cells)
            at += 1 + sum(str(cell).count("\n") for cell in line.cells)


def _line(line: Line, headers, actor, today, *, keep: bool) -> Line:
    texts = {header: cell for header, cell in zip(headers, line.cells, strict=False) if isinstance(cell, str) and cell}
    if not check({"row": "。".join(texts.values())}):
        return line
    found = {one.field for one in check(texts)}
    if not found:
        return line
    _send(actor, today, texts, keep=keep)
    cells = [MARK if n < len(headers) and headers[n] in found else cell for n, cell in enumerate(line.cells)]
    return replace(line, cells=tuple(cells))


def _send(actor, today, texts, *, keep: bool) -> None:
    if keep:
        try:
            compliance.screen(actor=actor, today=today, door=Door.IMPORT, place="imports", texts=texts)
        except compliance.Withheld:
            return
