"""Visiting cards as phones and mail programs write them; `cards/` holds one of each manner."""

from collections import Counter
from pathlib import Path

import pytest

from shapan.imports import reading, vcards
from shapan.imports.rules.cards import HEADERS
from shapan.imports.terms import LeftOut
from shapan.imports.tests.scenes import counted, every_table

CARDS = Path(__file__).parent / "cards"


def people(name):
    table = reading.read(CARDS / name)
    assert table.headers == HEADERS
    return [{header: cell for header, cell in zip(HEADERS, line.cells, strict=True) if cell} for line in table.lines]


def left_out(name):
    return reading.read(CARDS / name).left_out


READ = {
    "android-2.1.vcf": {
        "name": "高远", "account": "河北移动", "department": "计划部", "title": "主任", "email": "gao@hb.example",
        "phone": "138-0000-0001",
    },
    "nokia-gbk.vcf": {
        "name": "何静", "account": "河北移动", "title": "采购主管", "email": "he@hb.example", "phone": "0311-8000",
    },
    "outlook-gbk-8bit.vcf": {
        "name": "罗明", "account": "河北移动", "department": "网络部", "title": "工程师", "email": "luo@hb.example",
        "phone": "0311-8001",
    },
    "iphone-3.0.vcf": {
        "key": "5A1B-77", "name": "周建国", "latin_name": "Zhou Jianguo", "account": "河北移动",
        "department": "信息技术中心", "email": "zhou@hb.example", "phone": "+86 138 0000 0002",
        "title": "副总经理, 分管网络与信息安全以及数字化转型工作并负责省公司一级集中采购",
    },
    "contacts-4.0.vcf": {
        "key": "urn:uuid:4fbe8971-0bc3-424c-9c26-36c3e1eff6b1", "name": "Anna Müller", "account": "河北移动",
        "department": '"Strategy; Partners"', "title": "Director, Planning", "email": "anna@hb.example",
        "phone": "+86-10-8000",
    },
    "folded-in-a-letter.vcf": {
        "name": "马超", "account": "河北移动", "title": "网络总监", "email": "ma@hb.example",
    },
    "utf16.vcf": {"name": "孙权", "account": "河北移动"},
}  # fmt: skip


@pytest.mark.parametrize("name", READ)
def test_a_card_says_who_somebody_is_at_work(name):
    assert people(name)[0] == READ[name]


def test_what_is_nobodys_business_is_left_out_and_counted():
    assert left_out("android-2.1.vcf") == Counter(
        {LeftOut.PICTURE: 1, LeftOut.PERSONAL: 1, LeftOut.NOTE: 1, LeftOut.PRIVATE: 2}
    )
    assert left_out("iphone-3.0.vcf") == Counter(
        {LeftOut.PICTURE: 1, LeftOut.PERSONAL: 2, LeftOut.ADDRESS: 1, LeftOut.PRIVATE: 2, LeftOut.LINK: 1}
    )


def test_a_card_of_a_company_and_one_cut_off_are_told_and_the_others_stand():
    assert [bool(line.trouble) for line in reading.read(CARDS / "iphone-3.0.vcf").lines] == [False, True]
    assert [(line.number, bool(line.trouble)) for line in reading.read(CARDS / "cut-off.vcf").lines] == [
        (1, False),
        (6, True),
    ]


@pytest.mark.parametrize("name", [*READ, "cut-off.vcf"])
def test_the_same_cards_twice_are_nothing_new(bring, customers, name):
    _status, first = bring("people", CARDS / name)
    before = every_table()
    _status, again = bring("people", CARDS / name)
    assert first["created"] + first["updated"] == again["unchanged"] > 0
    assert every_table() == before


def test_a_card_of_somebody_known_adds_to_the_person(bring, customers):
    status, report = bring("people", CARDS / "android-2.1.vcf")
    assert (status, counted(report)) == (1, (0, 1, 0, 1))
    assert report["errors"][0]["column"] == "account"
    assert report["left_out"] == {"picture": 1, "personal": 1, "note": 1, "private": 2}


def test_cards_are_people_and_nothing_else(bring, db):
    assert bring("accounts", CARDS / "utf16.vcf")[0] == 2


@pytest.mark.parametrize("start", [b"BEGIN:VCARD", b"\r\nbegin:vcard\r\n", "BEGIN:VCARD\r\n".encode("utf-16")])
def test_a_card_is_known_by_its_beginning(start):
    assert vcards.is_vcard(start)


@pytest.mark.parametrize("start", [b"name,company\n", b"PK\x03\x04", b"", b"BEGIN:VCALENDAR"])
def test_and_nothing_else_is(start):
    assert not vcards.is_vcard(start)


@pytest.mark.parametrize(
    "wreck", [b"BEGIN:VCARD", b"BEGIN:VCARD\nEND:VCARD", b"BEGIN:VCARD\nFN;=;:=\nN:;;;\nEND:VCARD\n"]
)
def test_no_wreck_of_a_card_stops_the_reader(tmp_path, wreck):
    (tmp_path / "x.vcf").write_bytes(wreck)
    assert len(reading.read(tmp_path / "x.vcf").lines) == 1
