"""The ratchet: files and functions stay short, and whoever silences a rule says why.

Long things listed in size_exceptions.txt pass at exactly the length given there: longer fails, and so does shorter,
until the entry is lowered or removed. A `# noqa` names its rules and a reason: `# noqa: X123 -- why`.
"""

import ast
import io
import re
import subprocess
import sys
import tokenize
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
EXCEPTIONS = "tools/size_exceptions.txt"
LIMITS = {".py": 400, ".ts": 400, ".mjs": 400, ".css": 400, ".html": 200}
TEST_FILE, FUNCTION = 500, 50
NOQA = re.compile(r"#\s*noqa\b", re.IGNORECASE)
REASONED = re.compile(r"#\s*noqa: [A-Z]+[0-9]+(, ?[A-Z]+[0-9]+)* -- \S")


def main(root: Path = ROOT) -> int:
    complaints = [*judge_sizes(root), *judge_silences(root)]
    print("\n".join(complaints) or "Sizes and silenced rules are in order.")
    return bool(complaints)


def judge_sizes(root: Path) -> Iterator[str]:
    allowed = _exceptions(root)
    for name, length, limit in _measured(root):
        agreed = allowed.pop(name, None)
        if agreed is None:
            if length > limit:
                yield f"{name}: {length} lines, the limit is {limit}. Cut it by noun."
        elif length <= limit:
            yield f"{name}: within the limit now, remove it from {EXCEPTIONS}."
        elif length != agreed:
            advice = f"lower it to {length} in {EXCEPTIONS}" if length < agreed else "it may only shrink"
            yield f"{name}: {length} lines, {agreed} were agreed; {advice}."
    yield from (f"{name}: no longer there, remove it from {EXCEPTIONS}." for name in allowed)


def judge_silences(root: Path) -> Iterator[str]:
    for path in _ours(root, "*.py"):
        with (root / path).open("rb") as source:
            comments = [token for token in tokenize.tokenize(source.readline) if token.type == tokenize.COMMENT]
        for comment in comments:
            if NOQA.search(comment.string) and not REASONED.search(comment.string):
                yield f"{path}:{comment.start[0]}: a silenced rule needs its code and a reason: # noqa: X123 -- why"


def _measured(root: Path) -> Iterator[tuple[str, int, int]]:
    """Every file and every function: its name in the exceptions, its length, its limit."""
    for path in _ours(root, *(f"*{suffix}" for suffix in LIMITS)):
        text = (root / path).read_text(encoding="utf-8")
        suffix = Path(path).suffix
        is_test = "tests" in Path(path).parts or Path(path).name == "conftest.py"
        yield path, text.count("\n"), TEST_FILE if suffix == ".py" and is_test else LIMITS[suffix]
        if suffix == ".py":
            for node in ast.walk(ast.parse(text)):
                if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                    yield f"{path}:{node.name}", (node.end_lineno or node.lineno) - node.lineno + 1, FUNCTION


def _ours(root: Path, *patterns: str) -> list[str]:
    """What is or would be committed, migrations aside: those are written by Django."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", "--", *patterns]
    names = subprocess.run(command, cwd=root, capture_output=True, check=True, text=True).stdout.split("\0")
    return sorted({name for name in names if name and "/migrations/" not in name and (root / name).exists()})


def _exceptions(root: Path) -> dict[str, int]:
    agreed = {}
    for line in io.StringIO((root / EXCEPTIONS).read_text(encoding="utf-8")):
        if line.strip() and not line.startswith("#"):
            name, length, _why = line.split(maxsplit=2)
            agreed[name] = int(length)
    return agreed


if __name__ == "__main__":
    sys.exit(main())
