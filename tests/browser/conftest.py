"""A served Shapan and a headless browser, once for all journeys.

The server is the product's own, on its own SQLite file, whatever database the other tests run on.
"""

import os
import shutil
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.request
from contextlib import closing
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
BROWSER = shutil.which("chromium") or "/usr/bin/chromium"
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]


@pytest.fixture(scope="session")
def home(tmp_path_factory):
    """Where this Shapan keeps its data."""
    return tmp_path_factory.mktemp("home")


@pytest.fixture(scope="session")
def address(home):
    if not Path(BROWSER).exists():
        pytest.skip("There is no Chromium on this machine.")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    env = {k: v for k, v in os.environ.items() if k not in {"DATABASE_URL", "SHAPAN_DEBUG"}}
    env |= {"SHAPAN_HOME": str(home), "DJANGO_SETTINGS_MODULE": "shapan.config.settings"}
    shapan = [sys.executable, "manage.py"]
    subprocess.run([*shapan, "migrate", "-v0"], env=env, check=True)
    subprocess.run(
        [*shapan, "shell", "-v0", "-c", "from tests.browser import scene; scene.set_up()"], env=env, check=True
    )
    server = subprocess.Popen([*shapan, "serve", "--port", str(port)], env=env, stdout=subprocess.DEVNULL)
    yield _when_up(f"http://127.0.0.1:{port}", server)
    server.terminate()
    server.wait(20)


def _when_up(address, server):
    for _try in range(600):
        assert server.poll() is None, "The server has stopped."
        try:
            urllib.request.urlopen(f"{address}/sign/login/").close()  # noqa: S310 -- our own server, over HTTP
        except OSError:
            time.sleep(0.1)
        else:
            return address
    raise AssertionError("The server did not come up in a minute.")


@pytest.fixture
def contacts(home):
    """A function that says how many contacts with this outcome the database holds."""

    def count(outcome):
        with closing(sqlite3.connect(home / "shapan.sqlite3")) as database:
            (rows,) = database.execute("SELECT count(*) FROM interactions_interaction WHERE outcome = ?", [outcome])
        return rows[0]

    return count


@pytest.fixture(scope="session")
def browser():
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=BROWSER, args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture
def visit(browser, address):
    """A function that opens a page as somebody, at a width and in a language, on a phone where it is touched. Trouble
    in the console fails the test.
    """
    opened, trouble = [], []

    def open_page(who, path="/", *, width=1440, language="zh-CN", theme="light", scripts=True, touch=False):
        context = browser.new_context(
            base_url=address, viewport={"width": width, "height": 844 if touch else 900}, locale=language,
            color_scheme=theme, java_script_enabled=scripts, has_touch=touch, reduced_motion="reduce",
        )  # fmt: skip
        opened.append(context)
        context.on("console", lambda said: trouble.append(said.text) if said.type in {"error", "warning"} else None)
        context.on("weberror", lambda error: trouble.append(str(error.error)))
        page = context.new_page()
        page.goto("/sign/login/")
        page.fill("input[name=login]", who)
        page.fill("input[name=password]", who)
        page.press("input[name=password]", "Enter")
        page.wait_for_url(f"{address}/")
        if path != "/":
            page.goto(path)
        return page

    yield open_page
    for context in opened:
        context.close()
    assert [said for said in trouble if "status of 422" not in said] == []  # a refused form is no trouble
