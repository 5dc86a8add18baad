"""The sand table of customers of 200 to 10,000 people: the server's CPU, bytes, and a browser's first picture.

In a process of its own, like the rest: SHAPAN_HOME and DATABASE_URL name a throw-away place.
"""

import os
import socket
import subprocess
import sys
import time
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from pathlib import Path
from random import Random
from statistics import median

import django

SIZES = (200, 500, 3_000, 10_000)
ROUNDS = 9
ROOM, SPAN = 60, 8  # people in a department, people beneath a lead
BROWSER = "/usr/bin/chromium"
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
FIRST_PAINT = "() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime"
SCROLLED = """async () => {
  const floor = document.getElementById("canvas"), frames = [];
  for (let n = 0; n < 60; n++) {
    floor.scrollBy(23, 11);
    frames.push(await new Promise(requestAnimationFrame));
  }
  return 1000 * (frames.length - 1) / (frames.at(-1) - frames[0]);
}"""


@dataclass
class Drawn:
    """One size: milliseconds of CPU, bytes of the page and of its drawing, cards, and what a browser needed."""

    people: int
    cards: int
    cpu: float
    page: int
    svg: int
    first: float | None = None
    shown: float | None = None
    frames: float | None = None


def measure() -> list[dict]:
    os.environ["DJANGO_SETTINGS_MODULE"] = "tools.bench.settings"
    django.setup()
    from django.core.handlers.wsgi import WSGIHandler  # noqa: PLC0415 -- apps first
    from django.core.management import call_command  # noqa: PLC0415 -- apps first
    from django.utils.timezone import localdate  # noqa: PLC0415 -- apps first

    from shapan.identity import queries as identity  # noqa: PLC0415 -- apps first
    from tools.bench.browser import Browser  # noqa: PLC0415 -- apps first

    call_command("migrate", verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    actor, today = identity.system_actor(), localdate()
    browser, drawn = Browser(WSGIHandler(), actor.pk), {}
    for size in SIZES:
        account = customer(size, actor, today)
        drawn[account] = _asked(browser, f"/accounts/{account}/sand-table/", size)
        print(f"  {size:,} people", file=sys.stderr, flush=True)
    if Path(BROWSER).exists():
        _watched(browser.cookie, drawn)
    return [asdict(line) for line in drawn.values()]


def customer(size: int, actor, today: date) -> int:
    """Departments of sixty under a handful of vice presidents; every tenth person has been met, every twentieth judged."""
    from shapan.accounts import actions as accounts  # noqa: PLC0415 -- apps first
    from shapan.interactions import actions as interactions  # noqa: PLC0415 -- apps first
    from shapan.interactions.terms import Kind  # noqa: PLC0415 -- apps first
    from shapan.people.actions import batch  # noqa: PLC0415 -- apps first
    from tools.bench.company.words import Words  # noqa: PLC0415 -- apps first

    words = Words(Random(size))  # noqa: S311 -- the same customer every time
    at = {"actor": actor, "today": today}
    account = accounts.open_account(**at, name=f"客户 {size}", tier="S").pk
    rooms = [accounts.open_department(**at, account_id=account, name=f"第{n}部").pk for n in range(-(-size // ROOM))]
    rows = [
        batch.PersonRow(
            name=words.chinese_name(), account_id=account, title=_title(n), grade="高层" if n == 0 else "",
            department_id=rooms[n // ROOM], started_on=today - timedelta(days=900),
        )
        for n in range(size)
    ]  # fmt: skip
    batch.save_people(actor=actor, rows=rows, today=today)
    batch.set_reporting(lines={rows[n].post_id: rows[_boss(n)].post_id for n in range(1, size)})
    for row in rows[::10]:
        day = today - timedelta(days=1 + int(words.draw() * 200))
        interactions.log_interaction(
            **at, account_id=account, kind=Kind.MEETING, held_on=day, person_ids=(row.id,), purpose="p", outcome="o",
            next_step="n",
        )  # fmt: skip
    return account


def _title(n: int) -> str:
    return "总经理" if n == 0 else f"第{n // ROOM}部负责人" if n % ROOM == 0 else f"专业岗位 {n}"


def _boss(n: int) -> int:
    """Heads of departments report to the top; within a department each has eight."""
    head = n - n % ROOM
    return 0 if n == head else head + (n - head - 1) // SPAN


def _asked(browser, address: str, size: int) -> Drawn:
    page, cpu = browser.get(address), []
    for _ in range(ROUNDS if size < SIZES[-1] else 3):
        began = time.process_time()
        page = browser.get(address)
        cpu.append((time.process_time() - began) * 1000)
    svg = page[page.index(b'<svg class="sand-sheet"') : page.index(b"</svg>\n    </div>")]
    return Drawn(size, svg.count(b'class="n '), median(cpu), len(page), len(svg))


def _watched(cookie: str, drawn: dict[int, Drawn]) -> None:
    """Headless, without a graphics card: milliseconds until something is painted and until all is and answers, and frames a second when moved."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 -- only where there is a browser

    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "manage.py", "serve", "--port", str(port)]
    server = subprocess.Popen(
        command, stdout=subprocess.DEVNULL, env=os.environ | {"DJANGO_SETTINGS_MODULE": "tools.bench.settings"}
    )
    name, _, value = cookie.partition("=")
    try:
        with sync_playwright() as playwright:
            chromium = playwright.chromium.launch(executable_path=BROWSER, args=FLAGS)
            context = chromium.new_context(viewport={"width": 1440, "height": 900})
            context.add_cookies([{"name": name, "value": value, "url": f"http://127.0.0.1:{port}"}])
            page = context.new_page()
            _when_up(page, f"http://127.0.0.1:{port}/")
            for account, line in drawn.items():
                page.goto(f"http://127.0.0.1:{port}/accounts/{account}/sand-table/")
                began = time.perf_counter()
                page.reload(wait_until="load")
                page.evaluate("() => new Promise(requestAnimationFrame).then(() => new Promise(requestAnimationFrame))")
                line.shown = (time.perf_counter() - began) * 1000
                line.first = page.evaluate(FIRST_PAINT)
                line.frames = page.evaluate(SCROLLED)
            chromium.close()
    finally:
        server.terminate()
        server.wait(20)


def _when_up(page, address: str) -> None:
    from playwright.sync_api import Error  # noqa: PLC0415 -- only where there is a browser

    for _try in range(300):
        try:
            page.goto(address)
        except Error:
            time.sleep(0.2)
        else:
            return


def told(lines: list[dict]) -> str:
    head = "| People | Cards drawn | Server CPU | Page | Drawing | First paint | Usable after | Frames a second |\n"
    rows = [
        f"| {line['people']:,} | {line['cards']:,} | {line['cpu']:.0f} ms | {line['page'] / 1000:.0f} kB "
        f"| {line['svg'] / 1000:.0f} kB | {_or_dash(line['first'], ' ms')} | {_or_dash(line['shown'], ' ms')} | {_or_dash(line['frames'])} |"
        for line in lines
    ]
    return head + "| ---: " * 8 + "|\n" + "\n".join(rows)


def _or_dash(value: float | None, unit: str = "") -> str:
    return "—" if value is None else f"{value:.0f}{unit}"
