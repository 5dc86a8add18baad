"""Files to rows. A file that is not a clean table is refused whole, in words that say what to mend."""

import csv
import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from django.utils.translation import gettext as _
from python_calamine import CalamineError, CalamineWorkbook

from shapan.kernel.errors import Refused

CELL = 10_000_000  # bytes; a cell of 10 MB is no cell
WHOLE = 512 * 1024 * 1024
UNPACKED = 2 * 1024 * 1024 * 1024
FORMULA = re.compile(rb'<c\b[^>]*\br="([A-Z]+[0-9]+)"[^>]*>\s*<f[\s>/]')


class FileRefused(Refused):
    """The file as a whole cannot be taken; nothing of it was written."""


@dataclass(frozen=True, slots=True)
class Line:
    """One row of the file: its number as a person counts it, and its cells."""

    number: int
    cells: tuple


@dataclass(frozen=True, slots=True)
class Table:
    headers: tuple[str, ...]
    lines: tuple[Line, ...]


def read(path: Path) -> Table:
    """A CSV (UTF-8, with or without a mark, or GB18030) or the first sheet of an XLSX."""
    if not path.is_file():
        raise FileRefused(_("There is no file {path}.").format(path=path))
    if path.stat().st_size > WHOLE:
        raise FileRefused(_("{path} is larger than 512 MB: split it.").format(path=path))
    with path.open("rb") as file:
        start = file.read(8)
    rows = _sheet(path) if start.startswith(b"PK\x03\x04") else _csv(path)
    return _table(path, rows)


def _table(path: Path, rows: Iterator[Line]) -> Table:
    head = next(rows, None)
    if head is None:
        raise FileRefused(_("{path} is empty.").format(path=path))
    headers = tuple(_text(cell) for cell in head.cells)
    while headers and not headers[-1]:
        headers = headers[:-1]
    named = [name.casefold() for name in headers if name]
    doubled = sorted({name for name in named if named.count(name) > 1})
    if doubled:
        raise FileRefused(
            _("{path}: the header “{name}” appears twice. Rename one.").format(path=path, name=doubled[0])
        )
    lines = tuple(_line(path, line, headers) for line in rows if any(_text(cell) for cell in line.cells))
    if not lines:
        raise FileRefused(_("{path} holds a header and no rows.").format(path=path))
    return Table(headers, lines)


def _line(path: Path, line: Line, headers: tuple[str, ...]) -> Line:
    """The row cut or filled to the header's length; one with more cells, or far fewer, makes the table ragged."""
    wide, given = len(headers), len(line.cells)
    if given < wide and not isinstance(line.cells, Sheet):
        raise FileRefused(_ragged(path, line, given, wide))
    if any(_text(cell) for cell in line.cells[wide:]):
        raise FileRefused(_ragged(path, line, given, wide))
    for place, cell in enumerate(line.cells[:wide], start=1):
        if isinstance(cell, str) and len(cell) > CELL // 4 and len(cell.encode()) >= CELL:
            raise FileRefused(
                _("{path}, line {line}: a cell is larger than 10 MB.").format(path=path, line=line.number)
            )
        if isinstance(cell, str) and cell.startswith("="):
            where = headers[place - 1] or str(place)
            raise FileRefused(
                _("{path}, line {line}, column “{column}”: a formula. Paste values instead.").format(
                    path=path, line=line.number, column=where
                )
            )
    if any(_text(cell) and not headers[n] for n, cell in enumerate(line.cells[:wide])):
        raise FileRefused(
            _("{path}, line {line}: a value in a column without a header.").format(path=path, line=line.number)
        )
    return Line(line.number, tuple(line.cells[:wide]) + ("",) * (wide - given))


def _ragged(path: Path, line: Line, given: int, wide: int) -> str:
    return _("{path}, line {line}: {given} cells where the header has {wide}. Is a comma not quoted?").format(
        path=path, line=line.number, given=given, wide=wide
    )


class Sheet(tuple):
    """The cells of a spreadsheet's row, where trailing empty cells are not written."""

    __slots__ = ()


def _csv(path: Path) -> Iterator[Line]:
    words = _decoded(path)
    csv.field_size_limit(2 * CELL)
    first = words.partition("\n")[0]
    delimiter = max(",;\t", key=first.count) if first else ","
    reader = csv.reader(io.StringIO(words, newline=""), delimiter=delimiter, strict=True)
    try:
        for row in reader:
            if row:
                yield Line(reader.line_num, tuple(row))
    except csv.Error as wrong:
        if "field larger" in str(wrong):
            told = _("{path}, line {line}: a cell is larger than 10 MB.")
        else:
            told = _("{path}, line {line}: this is not a table (a quotation mark is not closed?).")
        raise FileRefused(told.format(path=path, line=reader.line_num)) from wrong


def _decoded(path: Path) -> str:
    raw = path.read_bytes()
    if b"\x00" in raw:
        raise FileRefused(_("{path} is not a table: save it as CSV in UTF-8, or as XLSX.").format(path=path))
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise FileRefused(_("{path} is neither UTF-8 nor GB18030: save it as “CSV UTF-8”.").format(path=path))


def _sheet(path: Path) -> Iterator[Line]:
    _check_package(path)
    try:
        sheet = CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0)
        rows = sheet.to_python(skip_empty_area=False)
    except (CalamineError, OSError, ValueError) as wrong:
        raise FileRefused(_("{path} is not a spreadsheet that can be read.").format(path=path)) from wrong
    for number, row in enumerate(rows, start=1):
        yield Line(number, Sheet(_cell(cell) for cell in row))


def _check_package(path: Path) -> None:
    """No formula anywhere, and nothing that unpacks without end."""
    try:
        with zipfile.ZipFile(path) as package:
            if sum(item.file_size for item in package.infolist()) > UNPACKED:
                raise FileRefused(_("{path} unpacks to more than 2 GB.").format(path=path))
            sheets = [name for name in package.namelist() if name.startswith("xl/worksheets/")]
            if not sheets:
                raise FileRefused(_("{path} is not a spreadsheet that can be read.").format(path=path))
            for name in sheets:
                if name.endswith(".xml"):
                    _refuse_formulas(path, package, name)
    except zipfile.BadZipFile as wrong:
        raise FileRefused(_("{path} is not a spreadsheet that can be read.").format(path=path)) from wrong


def _refuse_formulas(path: Path, package: zipfile.ZipFile, name: str) -> None:
    with package.open(name) as part:
        kept = b""
        while chunk := part.read(1 << 20):
            found = FORMULA.search(kept + chunk)
            if found:
                raise FileRefused(
                    _("{path}, cell {cell}: a formula. Paste values instead.").format(
                        path=path, cell=found.group(1).decode()
                    )
                )
            kept = chunk[-512:]


def _cell(value):
    """Whole numbers without their point; days and words as they are."""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, (date, datetime, str)):
        return value
    return "" if value is None else str(value)


def _text(cell) -> str:
    return str(cell).strip() if cell not in {None, ""} else ""
