"""Static files, hashed and compressed into SHAPAN_HOME, again only when a source has changed."""

import hashlib
from functools import cache
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command


def collect() -> bool:
    """Whether anything had to be done."""
    stamp = Path(settings.STATIC_ROOT).with_suffix(".collected")
    sources = _fingerprint()
    if stamp.exists() and stamp.read_text() == sources and (Path(settings.STATIC_ROOT) / "staticfiles.json").exists():
        return False
    call_command("collectstatic", interactive=False, verbosity=0)
    stamp.write_text(sources)
    return True


@cache
def sheet_of_drawings() -> str:
    """The style sheet that exported drawings carry along; nothing where the front end has not been built."""
    sheet = Path(__file__).parent / "static" / "built" / "drawing.css"
    return sheet.read_text(encoding="utf-8") if sheet.exists() else ""


def _fingerprint() -> str:
    """Names, sizes and times; reading every file would cost the second that skipping saves."""
    digest = hashlib.sha256()
    for finder in get_finders():
        for name, storage in finder.list([]):
            facts = Path(storage.path(name)).stat()
            digest.update(f"{storage.location}/{name}:{facts.st_size}:{facts.st_mtime_ns}\n".encode())
    return digest.hexdigest()
