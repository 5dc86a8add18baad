"""Names as they are compared: without titles, legal forms, accents and spaces; Chinese also by its sound. Pure."""

import functools
import re
import unicodedata

from pypinyin import lazy_pinyin

CHINESE = re.compile(r"[\u3400-\u9fff]")
TITLES = re.compile(r"(?:副?(?:处长|部长|局长|院长|主任|经理|总监|总裁|总工|书记)|先生|女士|老师|博士|教授|[总工处])$")
WESTERN_TITLES = re.compile(r"^(?:(?:mr|mrs|ms|dr|prof|ing)\b\.?\s*)+")
LEGAL = re.compile(r"股份有限公司|有限责任公司|有限公司|总公司|分公司|公司|股份")
WESTERN_LEGAL = re.compile(
    r"\b(?:co|company|ltd|limited|inc|incorporated|corp|corporation|llc|gmbh|ag|sa|s a|plc|bv|oy|ab|holdings?)\b"
)
SURNAMES = {
    "曾": "zeng", "单": "shan", "仇": "qiu", "解": "xie", "任": "ren", "区": "ou", "查": "zha", "翟": "zhai",
    "朴": "piao", "盖": "ge", "覃": "qin", "冼": "xian", "缪": "miao", "乐": "yue", "种": "chong", "员": "yun",
    "洗": "xian", "折": "she", "黑": "he", "秘": "bi", "繁": "po", "燕": "yan", "能": "nai", "长": "zhang",
}  # fmt: skip
PHONE_TAIL = 8


def person_name(text: str) -> str:
    """高明处长 → 高明; Dr. Göran Ek → goran ek. A surname with a title (高总) stays as it is: it says too little."""
    plain = _plain(text)
    bare = WESTERN_TITLES.sub("", plain)
    bare = TITLES.sub("", bare.replace(" ", "")) if CHINESE.search(bare) else bare
    return bare if len(bare) > 1 else plain.replace(" ", "")


def company_name(text: str) -> str:
    """河北移动通信有限公司 → 河北移动通信. A group (集团) is another company than what stands beneath it."""
    plain = _plain(text)
    return WESTERN_LEGAL.sub("", LEGAL.sub("", plain)).replace(" ", "") or plain.replace(" ", "")


def sound(name: str, *, of_person: bool = False) -> str:
    """A name in Latin letters: 王建国 → wang jian guo. Surnames have readings of their own."""
    sounds = [_sound(sign) if CHINESE.match(sign) else sign for sign in name]
    if of_person and name[:1] in SURNAMES:
        sounds[0] = SURNAMES[name[0]]
    spaced = [f" {said} " if CHINESE.match(sign) else said for sign, said in zip(name, sounds, strict=True)]
    return " ".join("".join(spaced).split())


def letters(name: str, *, of_person: bool = False) -> str:
    """The letters of the sound in order of the alphabet: 王建国, Wang Jianguo and Jianguo Wang are one."""
    return "".join(sorted(sound(name, of_person=of_person).replace(" ", "")))


def phone_tail(text: str) -> str:
    """The last eight digits, which stay the same however the number is written; "" for what is too short to tell."""
    digits = re.sub(r"\D", "", unicodedata.normalize("NFKC", text))
    return digits[-PHONE_TAIL:] if len(digits) >= PHONE_TAIL - 1 else ""


def mail_address(text: str) -> str:
    return unicodedata.normalize("NFKC", text).strip().casefold()


def _plain(text: str) -> str:
    """Wide letters narrow, accents off, everything that is no letter or digit a space."""
    folded = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", text).casefold())
    kept = (sign for sign in folded if not unicodedata.combining(sign))
    return " ".join("".join(sign if sign.isalnum() else " " for sign in kept).split())


@functools.cache
def _sound(sign: str) -> str:
    """One character at a time: names are no phrases, and a hundred thousand names share few characters."""
    return lazy_pinyin(sign)[0]
