"""Every page of an account manager's day, judged by axe-core for those who listen, use keys, or see little."""

import pytest

from tests.browser.conftest import ROOT

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

HEBEI, SHANXI = "/accounts/1/", "/accounts/2/"
PAGES = [
    "/", "/accounts/", "/people/", "/people/2/", "/people/2/brief/", "/interactions/new/", "/search/?q=gao",
    "/opportunities/", "/opportunities/list/", "/opportunities/new/", "/contracts/", "/contracts/new/", "/cash/",
    "/opportunities/1/project/", "/projects/", "/authority/", "/opportunities/health/", "/opportunities/reviews/",
    "/opportunities/1/", f"{HEBEI}opportunities/", "/leads/", "/leads/new/", "/catalogue/", "/opportunities/timeline/",
    "/settings/tokens/", "/compliance/report/",
    "/duplicates/person/", "/imports/", "/imports/new/", HEBEI, SHANXI, f"{SHANXI}people/", f"{SHANXI}timeline/",
    f"{SHANXI}house/people/2/", f"{SHANXI}house/numbers/si/", f"{SHANXI}house/general/",
    *(f"{SHANXI}sand-table/{view}" for view in ("", "list/", "kinds/", "coverage/", "people/2/")),
]  # fmt: skip
GRAVE = {"serious", "critical"}


@pytest.fixture(scope="session")
def axe():
    """A function that says what axe finds on the page as it stands: rule, impact, place, why."""
    script = (ROOT / "node_modules/axe-core/axe.min.js").read_text(encoding="utf-8")

    def read(page):
        page.evaluate(script)
        found = page.evaluate("axe.run({resultTypes: ['violations']})")["violations"]
        return [
            (broken["id"], node["target"], node["failureSummary"])
            for broken in found
            if broken["impact"] in GRAVE
            for node in broken["nodes"]
        ]

    return read


@pytest.mark.parametrize(("width", "theme"), [(1440, "light"), (1440, "dark"), (390, "dark")])
def test_nobody_is_kept_out_of_a_page(visit, axe, width, theme):
    page = visit("lin", width=width, theme=theme)
    found = {}
    for path in PAGES:
        answer = page.goto(path)
        assert answer.status == 200, path
        found[path] = axe(page)
    assert {path: broken for path, broken in found.items() if broken} == {}


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_nobody_is_kept_out_at_the_door(browser, address, axe, theme):
    page = browser.new_page(base_url=address, color_scheme=theme)
    page.goto("/sign/login/")
    assert axe(page) == []
    page.close()


@pytest.mark.parametrize(("width", "theme"), [(1440, "light"), (390, "dark")])
def test_nobody_is_kept_out_of_what_opens_over_a_page(visit, axe, width, theme):
    page = visit("lin", SHANXI, width=width, theme=theme)
    found = {}
    page.keyboard.press("/")
    page.locator("#search-found .found-row").first.wait_for()
    found["search"] = axe(page)
    page.keyboard.press("Escape")
    page.locator(f".house-{'wide' if width > 1000 else 'narrow'} .pillar").first.click()
    page.locator("#panel code").first.wait_for()
    found["the panel"] = axe(page)
    page.keyboard.press("n")
    save = page.locator(".capture .form-acts .btn-primary")
    save.click()
    page.locator(".capture .field-error").first.wait_for()
    found["a refused contact"] = axe(page)
    page.locator(".capture [type=search]").first.fill("qinlan")
    page.locator(".capture [type=search]").first.press("Enter")
    page.locator(".capture summary").first.click()
    page.locator("[name=next_step]").press_sequentially("下周三")
    page.locator("#next-day", has_text="星期三").wait_for()
    found["a contact"] = axe(page)
    save.click()
    page.locator("#capture.told").wait_for()
    found["the reply"] = axe(page)
    assert {place: broken for place, broken in found.items() if broken} == {}
