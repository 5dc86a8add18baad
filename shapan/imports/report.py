"""The report of an import: a line for people, JSON for machines, the rejected rows as a file."""

import csv
from pathlib import Path

from django.utils.translation import gettext as _

from shapan.imports.engine import Report

MOST = 100
DANGEROUS = ("=", "+", "-", "@", "\t", "\r")


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
    if report.dry_run:
        words.append(_("dry run: nothing was written"))
    return "; ".join(words)


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
        "ignored_columns": report.ignored,
        "seconds": round(report.seconds, 3),
        "errors": [
            {"file": item.file, "line": item.line, "column": item.column, "reason": item.reason}
            for item in report.rejected[:MOST]
        ],
    }


def write_rejected(report: Report, pending, path: Path) -> None:
    """The rejected rows with their headers and a reason, to be mended and imported again."""
    lines = {(str(one.path), line.number): line.cells for one in pending for line in one.table.lines}
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow([*report.headers, _("reason")])
        for item in report.rejected:
            reason = f"{item.column}: {item.reason}" if item.column else item.reason
            writer.writerow([*map(_harmless, lines[item.file, item.line]), reason])


def _harmless(cell) -> str:
    """No cell of ours runs as a formula in a spreadsheet; a phone's plus and a number's minus stay."""
    words = str(cell)
    runs = words.startswith(DANGEROUS) and not words.replace(" ", "").replace("-", "")[1:].isdigit()
    return f"'{words}" if runs and words[:1] in {"=", "@", "\t", "\r"} else words
