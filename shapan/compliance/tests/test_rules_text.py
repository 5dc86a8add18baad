"""Restricted words are recognised however they are written, and ordinary sentences pass."""

import pytest

from shapan.compliance.rules.text import check, entertains
from shapan.compliance.terms import Category

RESTRICTED = [
    ("客户透露了标底", Category.BASE_PRICE),
    ("標底是多少", Category.BASE_PRICE),
    ("标 底", Category.BASE_PRICE),
    ("标-底、标·底", Category.BASE_PRICE),
    ("打听到甲方的底价", Category.BASE_PRICE),
    ("the sealed reserve price", Category.BASE_PRICE),
    ("评委名单已经拿到", Category.EVALUATORS),
    ("評　委", Category.EVALUATORS),
    ("附件：评标_专家.xlsx", Category.EVALUATORS),
    ("评标委员会成员有三人", Category.EVALUATORS),
    ("the NAMES of the evaluators", Category.EVALUATORS),
    ("ｅｖａｌｕａｔｉｏｎ　ｃｏｍｍｉｔｔｅｅ　ｍｅｍｂｅｒｓ", Category.EVALUATORS),
    ("技术标打分情况不错", Category.SCORES),
    ("我们在评标得分中排名第二", Category.SCORES),
    ("投标报价排名第三", Category.SCORES),
    ("Evaluation-Scores came out", Category.SCORES),
    ("evaluation scoring leaked", Category.SCORES),
    ("SOURCE-SELECTION information", Category.SCORES),
    ("source_selection.pdf", Category.SCORES),
    ("拿到友商的标书", Category.RIVAL_BIDS),
    ("投标人名单", Category.RIVAL_BIDS),
    ("a competitor's bid", Category.RIVAL_BIDS),
    ("competing bids", Category.RIVAL_BIDS),
    ("names of other bidders", Category.RIVAL_BIDS),
    ("他把招标内容泄露给我们", Category.UNPUBLISHED),
    ("私下透露了评分办法", Category.UNPUBLISHED),
    ("a leaked tender document", Category.UNPUBLISHED),
    ("已经内定", Category.PREFERENCE),
    ("技术参数为我们量身定制", Category.PREFERENCE),
    ("加几个控标点", Category.PREFERENCE),
    ("he tailored the specification for us", Category.PREFERENCE),
    ("围 标", Category.COLLUSION),
    ("有人串标", Category.COLLUSION),
    ("找两家陪标", Category.COLLUSION),
    ("bid-rigging", Category.COLLUSION),
    ("the cone of  silence", Category.COLLUSION),
    ("要给回扣", Category.KICKBACK),
    ("a Kick-Back", Category.KICKBACK),
]
ORDINARY = [
    "世界排名第一的运营商",
    "向客户介绍防泄漏方案",
    "数据泄露防护产品的测试",
    "燃气泄漏检测",
    "今年目标底线是三个亿",
    "目标 底层架构",
    "国内定制化需求，室内定位",
    "年内定稿",
    "为客户量身定制培训计划",
    "范围标准与周围标识",
    "一串标签",
    "担任创新大赛评委",
    "依法组建评标委员会",
    "招标文件第三章的评分标准",
    "客户满意度打分结果",
    "系统能识别围标串标行为",
    "合同写明反回扣条款",
    "招标公告尚未发布",
    "我们的底价需要总部批准",
    "友商报价比较低",
    "力争中标",
    "选择源头，选型",
    "the customer evaluated our product and scored it in the survey",
    "our base price list for 2026",
    "tender evaluation criteria are published",
    "select the source of the data",
    "other tenders of this year",
    "the world's number one in the ranking of operators",
    "anti-kickback clause",
    "oil leak in the data centre",
]


@pytest.mark.parametrize(("text", "category"), RESTRICTED)
def test_restricted_words_are_found(text, category):
    found = check({"outcome": text})
    assert category in {one.category for one in found}
    assert {one.field for one in found} == {"outcome"}


@pytest.mark.parametrize("text", ORDINARY)
def test_ordinary_sentences_pass(text):
    assert check({"outcome": text}) == ()


@pytest.mark.parametrize(
    "text", ["为客户量身定制", "排名靠前", "评审专家到场", "底价", "友商的报价", "the evaluators met", "base price"]
)
def test_in_a_quiet_period_more_words_count(text):
    assert check({"gist": text}) == ()
    assert check({"gist": text}, quiet=True)


@pytest.mark.parametrize("text", ["世界排名第一的运营商", "数据泄露防护产品", "官方澄清答疑第三条"])
def test_even_then_some_words_stay_ordinary(text):
    assert check({"gist": text}, quiet=True) == ()


def test_each_field_and_each_kind_is_named_once():
    found = check({"purpose": "标底 标底", "quote": "围标", "next_step": "电话"})
    assert [(one.field, one.category) for one in found] == [
        ("purpose", Category.BASE_PRICE), ("quote", Category.COLLUSION),
    ]  # fmt: skip


def test_a_meal_or_a_gift_is_recognised():
    texts = {
        "a": "晚上一起吃饭",
        "b": "Dinner with the director",
        "c": "官方答疑",
        "d": "送了節日禮品",
        "e": "gifted engineer",
    }
    assert entertains(texts) == ("a", "b", "d")
