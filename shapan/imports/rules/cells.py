"""What a cell says: dates, numbers, words of our lists. ValueError when it says nothing known."""

import re
from collections.abc import Mapping
from datetime import UTC, date, datetime
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import TypeVar

from shapan.accounts.terms import CompanyRole, Ownership, Tier
from shapan.compliance.terms import Bearing
from shapan.identity.terms import Role
from shapan.interactions.terms import Kind
from shapan.opportunities.terms import Route, Stage
from shapan.teams.terms import SeatRole

Word = TypeVar("Word", bound=StrEnum)
DAY = re.compile(r"^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$")
BRACKETED = re.compile(r"^(.+?)\s*[（(]\s*(.+?)\s*[）)]$")
SCALE = {"万": Decimal(10_000), "亿": Decimal(100_000_000)}

OWNERSHIP = {
    Ownership.PUBLIC: ("public", "public body", "government", "公共机构", "政府", "事业单位"),
    Ownership.STATE_OWNED: ("state_owned", "state-owned", "state owned", "soe", "国有", "国企", "央企"),
    Ownership.PRIVATE: ("private", "民营", "私营", "民企"),
    Ownership.LISTED: ("listed", "public company", "上市", "上市公司"),
}
ROLES = {
    CompanyRole.CUSTOMER: ("customer", "client", "prospect", "客户"),
    CompanyRole.PARTNER: ("partner", "channel", "reseller", "伙伴", "合作伙伴", "渠道"),
    CompanyRole.COMPETITOR: ("competitor", "rival", "竞争对手", "对手", "友商"),
}
SEATS = {
    SeatRole.AR: ("ar", "account manager", "account responsible", "owner", "客户经理"),
    SeatRole.SR: ("sr", "solution manager", "solution responsible", "解决方案经理", "方案经理"),
    SeatRole.FR: ("fr", "delivery manager", "service manager", "fulfilment", "交付经理", "服务经理", "交付服务经理"),
    SeatRole.CM: ("cm", "channel manager", "渠道经理"),
    SeatRole.SPONSOR: ("sponsor", "executive sponsor", "高层赞助人", "高层发起人", "sponsor 高层"),
    SeatRole.SUBSTITUTE: ("substitute", "b", "backup", "deputy", "b角", "b 角", "后备负责人", "备份"),
}
KINDS = {
    Kind.TECHNICAL_EXCHANGE: ("technical exchange", "tech exchange", "技术交流", "交流"),
    Kind.MODEL_SITE_VISIT: ("model site visit", "model-site visit", "site visit", "样板点参观", "样板点", "现场参观"),
    Kind.HQ_VISIT: ("hq visit", "headquarters visit", "总部参观", "公司考察", "总部考察"),
    Kind.EXECUTIVE_MEETING: ("executive meeting", "exec meeting", "高层会晤", "高层拜访", "高层会议"),
    Kind.POC: ("poc", "proof of concept", "trial", "测试", "概念验证"),
    Kind.JOINT_WORKSHOP: ("joint workshop", "workshop", "联合研讨", "研讨会"),
    Kind.TRAINING: ("training", "培训"),
    Kind.QBR: ("qbr", "quarterly business review", "季度回顾", "季度例会"),
    Kind.MEETING: ("meeting", "visit", "会议", "拜访", "会面", "面谈", "走访"),
    Kind.BUSINESS_MEAL: ("business meal", "meal", "lunch", "dinner", "商务餐", "工作餐"),
    Kind.CALL: ("call", "phone", "phone call", "video call", "电话", "通话", "视频会议"),
    Kind.MESSAGE: ("message", "email", "e-mail", "mail", "wechat", "chat", "sms", "消息", "微信", "邮件", "短信"),
    Kind.GREETING: ("greeting", "greetings", "问候", "节日问候"),
    Kind.MASS_MAIL: ("mass mail", "newsletter", "mailing", "群发", "群发邮件"),
}
STAGES = {
    Stage.DISCOVERY: ("discovery", "prospecting", "lead", "发现", "线索"),
    Stage.QUALIFIED: ("qualified", "engaging", "qualification", "已确认", "验证"),
    Stage.PROPOSAL: ("proposal", "quote", "quotation", "方案报价", "方案", "报价"),
    Stage.NEGOTIATION: ("negotiation", "negotiating", "contracting", "谈判", "商务谈判"),
    Stage.ON_HOLD: ("on_hold", "on hold", "paused", "暂停", "搁置"),
    Stage.WON: ("won", "closed won", "赢单", "成交"),
    Stage.LOST: ("lost", "closed lost", "丢单", "输单"),
}
ROUTES = {
    Route.DIRECT: ("direct", "direct sale", "直销"),
    Route.PARTNER: ("partner", "through a partner", "indirect", "经由伙伴", "分销", "渠道"),
}
BEARINGS = {
    Bearing.OFFICIAL: ("official", "official channel", "官方渠道"),
    Bearing.OFFERED: ("offered", "offered to all", "对所有投标人开放"),
    Bearing.OTHER: ("other", "not about the tender", "与招标无关"),
    Bearing.UNOFFICIAL: ("unofficial", "about the tender", "非官方渠道"),
}
COMPANY = {Role.KEY_ACCOUNT_OFFICE: ("key_account_office", "key account office", "kao", "大客户部")}


def values(cell: str) -> list[str]:
    """Several values in one cell, apart by ; or ；."""
    return [part.strip() for part in re.split(r"[;；\n]", cell) if part.strip()]


def day(cell: object) -> tuple[date | None, datetime | None]:
    """The day as it was where it was written, and the instant when the cell says one. Empty: (None, None)."""
    if isinstance(cell, datetime):
        return cell.date(), None
    if isinstance(cell, date):
        return cell, None
    words = str(cell).strip()
    if not words:
        return None, None
    match = DAY.match(words)
    if match:
        year, month, number = map(int, match.groups())
        return date(year, month, number), None
    moment = datetime.fromisoformat(words.replace("/", "-"))
    instant = moment.astimezone(UTC) if moment.tzinfo else None
    return moment.date(), instant


def number(cell: object) -> Decimal | None:
    """A number with its thousands apart, or counted in 万 or 亿. Empty: None."""
    words = str(cell).strip().replace(",", "").replace("，", "").replace(" ", "")
    if not words:
        return None
    scale = SCALE.get(words[-1], Decimal(1))
    try:
        value = Decimal(words[:-1] if words[-1] in SCALE else words) * scale
    except InvalidOperation as wrong:
        raise ValueError(words) from wrong
    if not value.is_finite():
        raise ValueError(words)
    return value


def money(cell: object) -> Decimal | None:
    """An amount in two decimals. Empty: None."""
    value = number(cell)
    if value is None:
        return None
    if abs(value) >= Decimal(10) ** 18:
        raise ValueError(str(cell))
    return value.quantize(Decimal("0.01"))


def whole(cell: object) -> int | None:
    """A whole number, not below nothing. Empty: None."""
    value = number(cell)
    if value is None:
        return None
    if value != value.to_integral_value() or value < 0:
        raise ValueError(str(cell))
    return int(value)


def tier(cell: str) -> str:
    words = cell.strip().upper().removesuffix("级").removesuffix("类")
    return Tier(words).value if words else ""


def word(cell: str, listed: Mapping[Word, tuple[str, ...]]) -> Word | str:
    """The member of a list that one of its usual words names, as 客户经理, AR or 客户经理（AR）. Empty: empty."""
    words = cell.strip().casefold()
    if not words:
        return ""
    bracketed = BRACKETED.match(words)
    for said in (words, *(bracketed.groups() if bracketed else ())):
        for member, names in listed.items():
            if said == member.value.casefold() or said in names:
                return member
    raise ValueError(cell)
