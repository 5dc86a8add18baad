"""Translations without GNU gettext: one catalogue, source strings in English, every other language complete.

    python tools/messages.py            bring the catalogues up to date with the sources; translations are kept
    python tools/messages.py --check    complain about what is missing, left over, uncertain or mismatched
    python tools/messages.py --tidy     as the first, and forget texts that are no longer used
    python tools/messages.py --compile  write the .mo files

Catalogues carry no line numbers and no dates and are sorted, so that the work of several people merges.
"""

import ast
import re
import sys
import warnings
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import assets
from babel.messages import Catalog
from babel.messages.catalog import Message
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

ROOT = assets.ROOT
LANGUAGES = ("zh_Hans",)
HEADER = r"""msgid ""
msgstr ""
"Language: {language}\n"
"MIME-Version: 1.0\n"
"Content-Type: text/plain; charset=UTF-8\n"
"Content-Transfer-Encoding: 8bit\n"
"Plural-Forms: {plurals}\n"

"""
PLURALS = {"zh_Hans": "nplurals=1; plural=0;"}

# Where each function has its context, text and plural among the arguments.
PLACES = {
    "gettext": (None, 0, None),
    "gettext_lazy": (None, 0, None),
    "gettext_noop": (None, 0, None),
    "_": (None, 0, None),
    "ngettext": (None, 0, 1),
    "ngettext_lazy": (None, 0, 1),
    "pgettext": (0, 1, None),
    "pgettext_lazy": (0, 1, None),
    "npgettext": (0, 1, 2),
    "npgettext_lazy": (0, 1, 2),
}
_TEXT = r"""u?(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')"""
TEMPLATE_CALL = re.compile(rf"\b(?:n?p?gettext|_)\(\s*{_TEXT}(?:,\s*{_TEXT})*")
PLACEHOLDER = re.compile(r"%\(\w+\)[a-zA-Z]|%%|%[sdf]|\{\w*\}")


@dataclass(frozen=True, order=True, slots=True)
class Text:
    id: str
    context: str = ""
    plural: str = ""

    @property
    def key(self) -> tuple[str, str]:
        return self.id, self.context


def texts_in(root: Path) -> dict[tuple[str, str], Text]:
    """Every text of the product that is to be translated."""
    found: dict[tuple[str, str], Text] = {}
    for path in sorted((root / "shapan").rglob("*.py")):
        if not {"tests", "migrations"} & set(path.parts):
            _gather(found, python_texts(path.read_text(encoding="utf-8")))
    for path in sorted((root / "shapan").glob("**/templates/**/*.*")):
        if path.suffix in {".html", ".txt"}:
            _gather(found, template_texts(path.read_text(encoding="utf-8"), str(path)))
    return found


def _gather(found: dict, texts: Iterator[Text]) -> None:
    for text in texts:
        if text.key not in found or text.plural:
            found[text.key] = text


def python_texts(source: str) -> Iterator[Text]:
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Call):
            continue
        places = PLACES.get(getattr(node.func, "id", None) or getattr(node.func, "attr", ""))
        if places and len(node.args) > max(place for place in places if place is not None):
            context, text, plural = (None if place is None else node.args[place] for place in places)
            if _literal(text):  # a variable is translated where its text is written down
                yield Text(_literal(text), _literal(context), _literal(plural))


def _literal(node: ast.expr | None) -> str:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def template_texts(source: str, name: str) -> Iterator[Text]:
    """Django rewrites the tags as calls between blanked-out text; only the calls are picked up again."""
    with warnings.catch_warnings(action="ignore"):
        calls = TEMPLATE_CALL.findall(templatize(source, origin=name))
    for call in calls:
        yield from python_texts(f"{call})" if call.startswith(("gettext", "pgettext", "_")) else f"{call}, 0)")


def catalogue_of(root: Path, language: str) -> tuple[Path, Catalog]:
    path = root / "shapan" / "locale" / language / "LC_MESSAGES" / "django.po"
    if not path.exists():
        return path, Catalog(locale=language)
    with path.open("rb") as file:
        return path, read_po(file, locale=language, abort_invalid=True)


def update(root: Path, *, tidy: bool = False) -> None:
    texts = texts_in(root)
    for language in LANGUAGES:
        path, old = catalogue_of(root, language)
        known = {_key(message): message for message in [*old.obsolete.values(), *_entries(old)]}
        new = Catalog(locale=language)
        for key, text in texts.items():
            _add(new, text, known.pop(key, None))
        if not tidy:
            new.obsolete.update({message.id: message for message in known.values() if _forms(message)})
        _write(path, new, language)


def _add(catalogue: Catalog, text: Text, known: Message | None) -> None:
    forms = _forms(known) if known else []
    string = (forms or [""])[: catalogue.num_plurals] if text.plural else "".join(forms[:1])
    catalogue.add(
        (text.id, text.plural) if text.plural else text.id,
        tuple(string) if text.plural else string,
        context=text.context or None,
        user_comments=known.user_comments if known else (),
        flags={"fuzzy"} if known and known.fuzzy else (),
    )


def _write(path: Path, catalogue: Catalog, language: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_suffix(".new")
    with fresh.open("wb") as file:
        file.write(HEADER.format(language=language, plurals=PLURALS[language]).encode())
        write_po(file, catalogue, width=0, no_location=True, omit_header=True, sort_output=True)
    if path.exists() and path.read_bytes() == fresh.read_bytes():
        fresh.unlink()
    else:
        fresh.replace(path)


def complaints(root: Path) -> Iterator[str]:
    texts = texts_in(root)
    for language in LANGUAGES:
        _path, catalogue = catalogue_of(root, language)
        entries = {_key(message): message for message in _entries(catalogue)}
        for key, text in texts.items():
            wrong = _wrong_with(entries.pop(key, None), text)
            if wrong:
                yield f"{language}: {wrong}: {text.id!r}"
        for key in [*entries, *(_key(message) for message in catalogue.obsolete.values())]:
            yield f"{language}: no longer used (--tidy forgets it): {key[0]!r}"


def _wrong_with(message: Message | None, text: Text) -> str:
    forms = _forms(message) if message else []
    if not forms:
        return "not translated"
    if message.fuzzy:
        return "fuzzy"
    if bool(text.plural) != isinstance(message.id, tuple):
        return "plural differs (run bin/fix)"
    wanted = Counter(PLACEHOLDER.findall(text.plural or text.id))
    if any(Counter(PLACEHOLDER.findall(form)) != wanted for form in forms):
        return "placeholders differ from the translation's"
    return ""


def _entries(catalogue: Catalog) -> list[Message]:
    return [message for message in catalogue if message.id]


def _key(message: Message) -> tuple[str, str]:
    return (message.id[0] if isinstance(message.id, tuple) else message.id), message.context or ""


def _forms(message: Message) -> list[str]:
    """The translations, if there are any."""
    forms = list(message.string) if isinstance(message.string, tuple | list) else [message.string]
    return forms if all(forms) else []


def main(arguments: list[str]) -> int:
    if "--compile" in arguments:
        assets.compile_messages()
    elif "--check" in arguments:
        found = list(complaints(ROOT))
        print("\n".join(found) or "Translations are complete.")
        return bool(found)
    else:
        update(ROOT, tidy="--tidy" in arguments)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
