"""The report of an import: a line for people, JSON for machines, the rejected rows as a file."""

import csv
import re
from pathlib import Path

from django.utils.translation import gettext as _

from shapan.imports import phrases
from shapan.imports.engine import Report

MOST = 100
DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
NUMBER = re.compile(r"[+-][\d\s().,-]*$")


def summary(report: Report) -> str:
    """One line: what became of the rows."""
    told = _("{kind}: {created} created, {updated} updated, {unchanged} unchanged, {rejected} rejected")
    words = [
        told.format(
            kind=report.kind,
            created=report.created,
            updated=report.updated,
            unchanged=report.unchanged,
            rejected=len(report.rejected),
        )
    ]
    if report.implied:
        named = ", ".join(f"{count} {what}" for what, count in sorted(report.implied.items()))
        words.append(_("named along the way: {named}").format(named=named))
    if report.ignored:
        words.append(_("columns not understood: {columns}").format(columns=", ".join(report.ignored)))
    if report.assumed:
        words.append(_("amounts without a currency are in {currency}").format(**report.assumed))
    if report.left_out:
        told = "; ".join(f"{phrases.LEFT_OUT[what]} {count}" for what, count in sorted(report.left_out.items()))
        words.append(_("left out on purpose: {left_out}").format(left_out=told))
    if report.dry_run:
        words.append(_("dry run: nothing was written"))
    return "; ".join(words)


def near_misses(report: Report) -> list[str]:
    """Names that are only like ours: what was joined because somebody said so, and what is proposed."""
    joined = _("“{said}” was taken for “{like}”, as accepted, in {rows} rows")
    proposed = _('“{said}” is like “{like}”, in {rows} rows. To join them: --accept "{said}={like}"')
    return [(joined if one.joined else proposed).format(**one.told()) for one in report.near]


def sign_ins(report: Report) -> list[str]:
    """For the administrator: who is new under which user name, and how they come in."""
    if not report.usernames or report.dry_run:
        return []
    rows = [f"  {username}  {name}" for username, name in sorted(report.usernames.items())]
    more = (
        [_("  … and {count} more; --json lists them all.").format(count=len(rows) - MOST)] if len(rows) > MOST else []
    )
    return [
        _("New user names. Nobody can sign in with them before a password is set:"),
        *rows[:MOST],
        *more,
        _("Set one with “shapan changepassword NAME”, or give each a sign-in link on the page “Our organisation”."),
    ]


def as_json(report: Report) -> dict:
    return {
        "kind": report.kind.value,
        "source": report.source,
        "files": report.files,
        "dry_run": report.dry_run,
        "created": report.created,
        "updated": report.updated,
        "unchanged": report.unchanged,
        "rejected": len(report.rejected),
        "implied": dict(report.implied),
        "usernames": [{"username": username, "name": name} for username, name in sorted(report.usernames.items())],
        "near_misses": [one.told() for one in report.near],
        "assumed": report.assumed,
        "ignored_columns": report.ignored,
        "left_out": {what.value: count for what, count in report.left_out.items()},
        "seconds": round(report.seconds, 3),
        "errors": [
            {"file": item.file, "line": item.line, "column": item.column, "reason": item.reason}
            for item in report.rejected[:MOST]
        ],
    }


def write_rejected(report: Report, pending, path: Path) -> None:
    """The rejected rows with their headers and a reason, to be mended and imported again."""
    lines = {(str(one.path), line.number): line.cells for one in pending for line in one.table.lines}
    with path.open("w", encoding="utf-8", newline="") as file:
        told = [(lines[item.file, item.line], item.column, item.reason) for item in report.rejected]
        write_rows(file, report.headers, told)


def write_rows(file, headers, rows) -> None:
    """(cells, column, reason) as CSV that Excel opens as UTF-8 and in which nothing runs."""
    file.write("\ufeff")
    writer = csv.writer(file)
    writer.writerow([*map(_harmless, headers), _("reason")])
    for cells, column, reason in rows:
        told = f"{column}: {reason}" if column else reason
        writer.writerow([*map(_harmless, cells), _harmless(told)])


def _harmless(cell) -> str:
    """No cell of ours runs as a formula in a spreadsheet; a phone's plus and a number's minus stay."""
    words = str(cell)
    return f"'{words}" if words.startswith(DANGEROUS) and not NUMBER.match(words) else words
