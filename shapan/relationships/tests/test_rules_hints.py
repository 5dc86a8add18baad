"""What a contact's words may prove."""

from shapan.relationships.rules.hints import hints
from shapan.relationships.terms import Criterion


def test_words_of_a_contact_are_offered_as_evidence_with_their_sentence():
    found = hints("王总认可方案的架构。他提醒我们注意采购部的意见", "")
    assert {hint.criterion: hint.words for hint in found} == {
        Criterion.ACCEPTANCE: "王总认可方案的架构",
        Criterion.GUIDANCE: "他提醒我们注意采购部的意见",
    }


def test_english_words_count_as_well_and_plain_ones_do_not():
    assert [hint.criterion for hint in hints("He told us the budget. Lunch was late.")] == [Criterion.INFORMATION]
    assert hints("Talked about the weather", "天气不错") == ()
