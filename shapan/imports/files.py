"""Where uploaded files lie for a while: readable by the server only, under names that say nothing."""

import os
import zipfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from uuid import uuid4

from django.conf import settings
from django.utils.translation import gettext as _

from shapan.imports import engine, reading
from shapan.imports.reading import FileRefused
from shapan.imports.rules import columns

LARGEST = 20 * 1024 * 1024
UNPACKED = 200 * 1024 * 1024


def keep(chunks: Iterable[bytes]) -> str:
    """Store an upload and return its name here. Refused when it is too large to be read beside other people's work."""
    name = uuid4().hex
    path = path_of(name)
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    size = 0
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        for chunk in chunks:
            size += len(chunk)
            if size <= LARGEST:
                file.write(chunk)
    if size > LARGEST or _unpacked(path) > UNPACKED:
        path.unlink()
        told = _("The file is larger than 20 MB: split it, or let an administrator run “shapan import”.")
        raise FileRefused(told, field="file")
    return name


def path_of(name: str) -> Path:
    return Path(settings.MEDIA_ROOT) / "imports" / name


def forget(name: str) -> None:
    if name:
        path_of(name).unlink(missing_ok=True)


def _unpacked(path: Path) -> int:
    if not zipfile.is_zipfile(path):
        return 0
    with zipfile.ZipFile(path) as package:
        return sum(item.file_size for item in package.infolist())


def read(file: str, name: str) -> reading.Table:
    """The file as a table. A refusal names it as the uploader does, and says nothing of where it lies."""
    path = path_of(file)
    try:
        return reading.read(path)
    except FileRefused as refusal:
        raise FileRefused(str(refusal).replace(str(path), name), field="file") from refusal


def pending(file: str, name: str, chosen: Mapping[str, str]) -> engine.Pending:
    """The file, understood as its columns were said to be (name → header), and in no other way."""
    table = read(file, name)
    if table.source == reading.VCARD:
        chosen = {header: header for header in table.headers}
    places = {known: table.headers.index(header) for known, header in chosen.items() if header in table.headers}
    ignored = tuple(header for n, header in enumerate(table.headers) if header and n not in places.values())
    return engine.Pending(path_of(file), table, columns.Understood(places, ignored, (), ()))
