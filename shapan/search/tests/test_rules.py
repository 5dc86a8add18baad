"""Cutting, folding, reading, matching: without a database."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from shapan.search.rules import marking, questions
from shapan.search.rules.documents import Document, terms
from shapan.search.rules.folding import fold, folded
from shapan.search.rules.matching import Rank, match
from shapan.search.rules.questions import All, Any
from shapan.search.rules.readings import cuts, readings


@pytest.mark.parametrize(
    ("written", "one"),
    [
        ("ＡＢＣ１２３", "abc123"),
        ("國家電網", "国家电网"),
        ("José O’Brien", "jose obrien"),
        ("王　建国", "王建国"),
        ("安娜·费舍尔", "安娜费舍尔"),
        (" Anna   Fischer ", "anna fischer"),
        ("㈱", "(株)"),
    ],
)
def test_what_reads_the_same_becomes_one(written, one):
    assert fold(written) == one
    assert folded(written).text == one


@given(st.text(max_size=20))
def test_both_ways_of_folding_agree_and_lead_back(text):
    whole = folded(text)
    assert whole.text == fold(text)
    assert len(whole.at) == len(whole.text)
    assert all(0 <= place < len(text) for place in whole.at)
    assert list(whole.at) == sorted(whole.at)


@pytest.mark.parametrize(
    ("char", "some"), [("曾", {"ceng", "zeng"}), ("单", {"dan", "chan", "shan"}), ("解", {"jie", "xie"}),
                       ("仇", {"chou", "qiu"}), ("吕", {"lv", "lu", "lyu"}), ("查", {"cha", "zha"})],
)  # fmt: skip
def test_a_surname_is_read_as_people_read_it(char, some):
    assert some <= set(readings(char))


def test_letters_are_cut_into_syllables_and_initials():
    assert cuts("wjg") == [("w", "j", "g")]
    assert ("wang", "j", "g") in cuts("wangjg")
    assert ("xi", "an") in cuts("xian")
    assert cuts("kowalski") == []


def judged(text, *names, **more):
    found = match(Document(names=names, **more), questions.words(text))
    return found and found.rank


@pytest.mark.parametrize(
    ("text", "rank"),
    [
        ("王建国", Rank.WHOLE), ("wangjianguo", Rank.WHOLE_READ), ("wjg", Rank.WHOLE_READ), ("王建", Rank.BEGINS),
        ("wangj", Rank.BEGINS_READ), ("wangjg", Rank.WHOLE_READ), ("建国", Rank.INSIDE), ("jianguo", Rank.INSIDE_READ),
        ("jg", Rank.INSIDE_READ), ("王jg", Rank.WHOLE_READ), ("wang建国", Rank.WHOLE_READ),
        ("wang jianguo", Rank.WHOLE_READ),
        ("王国", None), ("wg", None), ("jwg", None),
    ],
)  # fmt: skip
def test_how_well_a_name_answers(text, rank):
    assert judged(text, "王建国") == rank


def test_parts_of_phones_and_addresses_answer_whatever_stands_between_the_digits():
    points = ("+86 138-0013-8000", "gao.lin@hebei.example")
    for text in ("13800138", "138-0013", "１３８００", "gao.l", "@hebei"):
        assert judged(text, "高林", parts=points) == Rank.PART
    assert judged("13", "高林", parts=points) is None


def test_one_slip_is_forgiven_in_longer_words_of_letters():
    for text in ("kowalsky", "kwoalski", "kowlski", "kowaalski"):
        found = match(Document(names=("Jan Kowalski",)), questions.words(text), slip=True)
        assert found.rank == Rank.SLIP
    assert match(Document(names=("Jan Kowalski",)), questions.words("kovalsky"), slip=True) is None


def test_one_word_may_say_where_to_look_but_not_all():
    gao, hebei = Document(names=("高总",), places=frozenset([7])), frozenset([7])
    assert match(gao, ("河北", "高总"), (hebei, frozenset())) is not None
    assert match(gao, ("河北", "移动"), (hebei, hebei)) is None


@pytest.mark.parametrize(
    ("text", "name", "marked"),
    [
        ("jianguo", "王建国", "建国"), ("13800", "+86 138-0013", "138-00"), ("国", "國家電網", "國"),
        ("fei", "Anna 费舍尔", "费"), ("obr", "Pat O'Brien", "O'Br"),
    ],
)  # fmt: skip
def test_the_characters_that_matched_are_marked(text, name, marked):
    found = match(Document(names=(name,), parts=(name,)), questions.words(text))
    said, _where, note = marking.marked(Document(names=(name,), parts=(name,)), found, name, "")
    assert "".join(piece.text for piece in said) == name
    assert marked in {piece.text for piece in (*said, *note) if piece.marked}


def test_long_prose_shows_what_stands_around():
    text = "一" * 100 + "割接方案" + "二" * 100
    found = match(Document(prose=(text,)), ("方案",))
    note = marking.marked(Document(prose=(text,)), found, "n", "w")[2]
    assert [piece.text for piece in note if piece.marked] == ["方案"]
    assert note[0].text == note[-1].text == "…"
    assert sum(len(piece.text) for piece in note) < 90


def holds(expression, of):
    if isinstance(expression, All):
        return all(holds(one, of) for one in expression.of)
    if isinstance(expression, Any):
        return any(holds(one, of) for one in expression.of)
    return expression in of


WRITTEN = st.text(alphabet="王建国单曾吕行长 安娜·國電Annafei5G-", min_size=1, max_size=10)
TYPED = st.text(alphabet="王建国单曾国电长wangjianguoshcdelx5- ", min_size=1, max_size=7)


@settings(max_examples=500)
@given(WRITTEN, TYPED)
@example("单建国", "shanjg")
@example("吕行", "lyuxing")
def test_the_index_is_asked_for_no_less_than_what_matches(name, text):
    asked = questions.words(text)
    document = Document(names=(name,), prose=(name,), parts=(name,))
    if not asked or (found := match(document, asked)) is None:
        return
    kept = terms(document).split(" ")
    assert holds(questions.inside(asked), kept)
    if found.rank <= Rank.BEGINS_READ and len(asked) == 1:
        assert holds(questions.beginning(asked), kept)
    if found.rank == Rank.WHOLE:
        assert holds(questions.whole(asked), kept)


@given(st.sampled_from(["Kowalski", "Johansson", "Fischer"]), st.integers(0, 7), st.sampled_from("abkz"))
def test_the_index_is_asked_for_every_slip(name, place, letter):
    typed = (name[:place] + letter + name[place + 1 :]).lower()
    if match(Document(names=(name,)), (typed,), slip=True):
        assert holds(questions.slipped((typed,)), terms(Document(names=(name,))).split(" "))


def test_syllables_that_stand_apart_are_not_asked_for():
    """计划建设 can be read with jian and guo in it, a j before a g, and yet nobody means it by jianguo."""
    asked = questions.inside(("jianguo",))
    assert not holds(asked, terms(Document(names=("副总经理", "计划建设部"))).split(" "))
    assert holds(asked, terms(Document(names=("王建国",))).split(" "))
    assert holds(questions.inside(("anguo",)), terms(Document(names=("安国",))).split(" "))
    assert holds(questions.inside(("ag",)), terms(Document(names=("安国",))).split(" ")), "a is the beginning of an"
