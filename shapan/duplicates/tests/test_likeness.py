"""How alike two entries are: rules without a database."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from shapan.duplicates.rules import names
from shapan.duplicates.rules.likeness import At, Look, Weights, keys, likeness
from shapan.duplicates.terms import Sign

HEBEI, ZHEJIANG = At(1, "河北移动"), At(2, "浙江移动")


@pytest.mark.parametrize(
    ("written", "compared"),
    [
        ("高明处长", "高明"),
        ("高 明", "高明"),
        ("高总", "高总"),
        ("Dr. Göran Ek", "goran ek"),
        ("ＧＡＯ Ming", "gao ming"),
        ("王建国 副总裁", "王建国"),
    ],
)
def test_a_name_is_compared_without_title_accent_and_space(written, compared):
    assert names.person_name(written) == compared


@pytest.mark.parametrize("written", ["王建国", "Wang Jianguo", "Jianguo Wang", "WANG, Jian-Guo"])
def test_one_name_sounds_the_same_however_it_is_written(written):
    assert names.letters(names.person_name(written), of_person=True) == names.letters("王建国", of_person=True)


def test_surnames_have_readings_of_their_own():
    assert names.sound("曾伟", of_person=True) == "zeng wei"


@pytest.mark.parametrize("written", ["河北移动有限公司", "河北移动", "河北移动股份有限公司"])
def test_a_legal_form_is_no_part_of_the_name(written):
    assert names.company_name(written) == "河北移动"


def test_a_group_is_another_company_than_what_stands_beneath_it():
    assert names.company_name("华北电信集团") != names.company_name("华北电信")


@pytest.mark.parametrize("written", ["+86 138-0013-8000", "13800138000", "0086 138 0013 8000"])
def test_a_number_is_the_same_however_it_is_written(written):
    assert names.phone_tail(written) == "00138000"


def test_an_extension_tells_nothing():
    assert names.phone_tail("8012") == ""


STORIES = {
    "the same name alone is no suspicion, only a hint": (Look("高明"), Look("高明"), 0.5, 0.6),
    "the same name at the same company": (Look("高明", companies=(HEBEI,)), Look("高明", companies=(HEBEI,)), 0.7, 0.8),
    "the same name and mail": (Look("高明", mails=("g@x.cn",)), Look("高明", mails=("G@x.cn",)), 0.9, 1),
    "the same sound at the same company": (
        Look("高明", companies=(HEBEI,)), Look("高铭", companies=(HEBEI,)), 0.6, 0.75,
    ),
    "in Chinese and in Latin letters, with the same phone": (
        Look("高明", phones=("13800138000",)), Look("Gao Ming", phones=("+86 138 0013 8000",)), 0.7, 0.9,
    ),
    "the Latin name stands beside the Chinese one": (
        Look("高明", "Ming Gao", companies=(HEBEI,)), Look("Gao Ming", companies=(HEBEI,)), 0.6, 0.75,
    ),
    "an assistant's phone": (Look("高明", phones=("13800138000",)), Look("李娜", phones=("13800138000",)), 0.3, 0.5),
    "colleagues": (Look("高明", companies=(HEBEI,)), Look("李娜", companies=(HEBEI,)), 0, 0.001),
    "the director who moved": (
        Look("高明", companies=(At(1, "河北移动", None, date(2026, 3, 1)),)),
        Look("高明", companies=(At(2, "浙江移动", date(2026, 4, 1)),)), 0.6, 0.75,
    ),
    "left years before": (
        Look("高明", companies=(At(1, "河北移动", None, date(2019, 3, 1)),)),
        Look("高明", companies=(At(2, "浙江移动", date(2026, 4, 1)),)), 0.5, 0.6,
    ),
}  # fmt: skip


@pytest.mark.parametrize("story", STORIES)
def test_how_alike_two_persons_are(story):
    one, other, least, most = STORIES[story]
    assert least <= likeness(one, other).value < most


def company(name, above=(), pk=None):
    return Look(name, companies=above, id=pk, is_person=False)


def test_two_provinces_are_two_companies():
    assert likeness(company("河北电信有限公司"), company("河南电信有限公司")).value == 0


def test_the_same_company_under_two_legal_forms():
    assert likeness(company("河北电信有限公司"), company("河北电信")).value >= Weights().queue


def test_a_company_and_its_own_branch_are_two():
    above, branch = company("远东电力", pk=1), company("远东电力公司", (At(1, "远东电力"),), pk=2)
    assert likeness(above, branch).value < Weights().queue


def test_the_parts_say_why():
    one = Look("高明", mails=("g@x.cn",), companies=(HEBEI, ZHEJIANG))
    found = likeness(one, Look("高明", mails=("g@x.cn",), companies=(ZHEJIANG,)))
    assert [(part.sign, part.what) for part in found.parts] == [
        (Sign.NAME, "高明"), (Sign.MAIL, "g@x.cn"), (Sign.COMPANY, "浙江移动"),
    ]  # fmt: skip


def test_whoever_is_suspected_shares_a_key():
    for one, other, least, _most in STORIES.values():
        if least >= Weights().hint:
            assert keys(one) & keys(other)


def test_keys_that_tell_most_come_first():
    found = sorted(keys(Look("高明", mails=("g@x.cn",), phones=("13800138000",))))
    assert [key[0] for key in found] == ["1", "2", "3", "4"]


LOOKS = st.builds(
    Look,
    st.text(max_size=12),
    st.text(max_size=12),
    mails=st.lists(st.text(max_size=6), max_size=2).map(tuple),
    phones=st.lists(st.text("0123456789+- ", max_size=12), max_size=2).map(tuple),
    companies=st.lists(st.sampled_from([HEBEI, ZHEJIANG]), max_size=2).map(tuple),
)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(LOOKS, LOOKS)
def test_likeness_is_the_same_from_either_side_and_within_bounds(one, other):
    there, back = likeness(one, other).value, likeness(other, one).value
    assert 0 <= there < 1
    assert there == pytest.approx(back)
