"""An account manager brings people in from a spreadsheet and from a phone, looks twice, and takes it back."""

import pytest

from tests.browser.conftest import ROOT

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

ROWS = """姓名,公司,岗位,手机,爱好
石磊,河北移动,网络总监,+86 138 0000 0001,围棋
石淼,无此公司,,,
"""


def choose_file(page, name, content):
    page.goto("/imports/new/")
    page.set_input_files("input[name=file]", {"name": name, "mimeType": "text/plain", "buffer": content})
    page.locator("form.form-page button.btn-primary").click()
    page.wait_for_url("**/columns/")


def test_from_upload_to_undo(visit):
    page = visit("lin", "/imports/")
    page.get_by_role("link", name="导入文件").click()
    choose_file(page, "名单.csv", ROWS.encode("gb18030"))
    assert "围棋" in page.inner_text("main")
    assert page.locator("select[name=c4]").input_value() == ""
    page.get_by_role("button", name="先试运行，不保存").click()

    page.locator(".fates-table").wait_for()  # the page asks for the progress and comes anew by itself
    page.get_by_role("link", name="已拒绝").click()
    assert page.locator(".fates-table tbody tr").count() == 1
    assert "无此公司" in page.inner_text(".fates-table tbody")
    with page.expect_download() as download:
        page.get_by_role("link", name="下载被拒绝的行及原因").click()
    assert "石淼" in download.value.path().read_text(encoding="utf-8-sig")

    page.get_by_role("button", name="导入 1 行").click()
    page.locator(".undo").wait_for()
    here = page.url
    page.goto("/people/?q=石磊")
    assert "网络总监" in page.inner_text("main")

    page.goto(here)
    page.locator(".undo summary").click()
    page.get_by_role("button", name="现在撤销").click()
    page.get_by_text("一切恢复到导入之前").wait_for()
    page.goto("/people/?q=石磊")
    assert "网络总监" not in page.inner_text("main")


def test_cards_of_a_phone_say_what_was_left_out(visit):
    page = visit("song", width=390)
    choose_file(page, "phone.vcf", (ROOT / "shapan/imports/tests/cards/android-2.1.vcf").read_bytes())
    told = page.inner_text("main")
    assert "高远" in told
    assert "照片和声音 1" in told
    assert "钓鱼" not in told
    assert page.evaluate("document.documentElement.scrollWidth") == 390
