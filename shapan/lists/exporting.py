"""Rows as a file that a spreadsheet opens, with every text made harmless."""

import csv
import io
from collections.abc import Iterable, Sequence

from django.http import Http404, HttpResponse
from openpyxl import Workbook

from shapan.lists.rules.cells import harmless

MOST = 5000
BOM = "\ufeff"  # without it Excel reads Chinese as something else
SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def file_of(form: str, name: str, head: Sequence, rows: Iterable[Sequence]) -> HttpResponse:
    """A CSV or XLSX file to keep; no other form exists."""
    if form not in FORMS:
        raise Http404
    write, kind = FORMS[form]
    table = [[harmless(str(word)) for word in head], *([harmless(value) for value in row] for row in rows)]
    answer = HttpResponse(write(table), content_type=kind)
    answer["Content-Disposition"] = f'attachment; filename="{name}.{form}"'
    return answer


def _csv(table) -> bytes:
    text = io.StringIO(BOM, newline="")
    text.seek(0, io.SEEK_END)
    csv.writer(text).writerows(table)
    return text.getvalue().encode()


def _xlsx(table) -> bytes:
    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    sheet.freeze_panes = "B2"
    for row in table:
        sheet.append(row)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


FORMS = {"csv": (_csv, "text/csv; charset=utf-8"), "xlsx": (_xlsx, SHEET)}
