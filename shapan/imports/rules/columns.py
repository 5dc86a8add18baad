"""Columns by their usual names in Chinese and English."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from shapan.imports.terms import FileKind

# canonical name → other names files use for it. docs/import.md shows the same table, held to it by a test.
KEY = ("id", "external key", "external id", "code", "编号", "编码", "外部编号", "主键")
SYNONYMS: dict[FileKind, dict[str, tuple[str, ...]]] = {
    FileKind.USERS: {
        "name": ("sales agent", "user", "full name", "employee", "姓名", "员工", "销售人员"),
        "email": ("e-mail", "mail", "email address", "邮箱", "电子邮件", "邮件"),
        "unit": ("regional office", "department", "team", "office", "region", "部门", "单位", "组织", "区域"),
        "manager": ("supervisor", "reports to", "boss", "经理", "上级", "主管", "直属上级"),
        "title": ("job title", "position", "职务", "职位", "头衔"),
        "role": ("company role", "角色"),
        "key": (*KEY, "employee id", "工号"),
    },
    FileKind.ACCOUNTS: {
        "name": ("account", "account name", "company", "customer", "客户", "客户名称", "公司", "公司名称", "名称"),
        "parent": (
            "subsidiary of",
            "parent company",
            "parent account",
            "group",
            "上级公司",
            "母公司",
            "所属集团",
            "上级客户",
        ),
        "industry": ("sector", "行业", "所属行业"),
        "country": ("office location", "country/region", "location", "国家", "国家地区", "所在地"),
        "ownership": ("ownership class", "所有制", "企业性质", "所有权"),
        "tier": ("level", "customer tier", "等级", "客户等级", "级别", "分级"),
        "revenue": ("annual revenue", "turnover", "营业收入", "营收", "收入"),
        "currency": ("ccy", "币种", "货币"),
        "employees": ("headcount", "number of employees", "员工数", "员工人数", "人数"),
        "founded": ("year established", "year founded", "成立年份", "成立时间"),
        "roles": ("type", "account type", "客户类型", "类型"),
        "key": (*KEY, "account id", "客户编号", "客户编码"),
    },
    FileKind.PEOPLE: {
        "name": ("full name", "contact", "contact name", "person", "姓名", "联系人", "名字"),
        "latin_name": ("english name", "pinyin", "英文名", "拼音"),
        "account": ("company", "customer", "account name", "organisation", "客户", "公司", "客户名称", "单位"),
        "department": ("dept", "division", "部门", "所在部门"),
        "title": ("job title", "position", "post", "职务", "职位", "岗位"),
        "grade": ("level", "rank", "职级", "级别"),
        "reports_to": ("manager", "boss", "superior", "上级", "汇报对象", "直属上级"),
        "email": ("e-mail", "mail", "email address", "邮箱", "电子邮件", "邮件"),
        "phone": ("mobile", "telephone", "tel", "phone number", "电话", "手机", "联系电话", "手机号"),
        "from": ("start", "start date", "since", "appointed from", "任职日期", "开始日期", "到任日期"),
        "to": ("end", "end date", "until", "appointed to", "离任日期", "结束日期"),
        "key": (*KEY, "contact id", "person id", "联系人编号"),
    },
    FileKind.TEAMS: {
        "account": ("company", "customer", "account name", "客户", "公司", "客户名称"),
        "user": ("colleague", "member", "employee", "sales agent", "成员", "员工", "姓名", "同事"),
        "role": ("seat", "team role", "角色", "席位"),
        "from": ("start", "start date", "since", "开始日期"),
        "to": ("end", "end date", "until", "结束日期"),
        "key": KEY,
    },
    FileKind.INTERACTIONS: {
        "date": ("held on", "datetime", "day", "time", "日期", "时间", "接触日期", "拜访日期"),
        "type": ("kind", "interaction type", "activity", "activity type", "类型", "方式", "接触方式", "活动类型"),
        "account": ("company", "customer", "account name", "客户", "公司", "客户名称"),
        "people": (
            "contacts",
            "persons",
            "participants",
            "customer people",
            "客户人员",
            "联系人",
            "客户参与人",
            "参与人",
        ),
        "colleagues": ("our people", "users", "attendees", "sales agent", "我方人员", "同事", "我方参与人"),
        "purpose": ("subject", "goal", "目的", "主题", "拜访目的"),
        "outcome": ("result", "summary", "结果", "成果", "纪要"),
        "quote": ("customer words", "in their words", "客户原话", "原话"),
        "next_step": ("next", "next action", "follow up", "下一步", "后续行动", "下一步行动"),
        "next_date": ("next on", "next step date", "follow up date", "下一步日期", "后续日期"),
        "bearing": ("tender", "official channel", "channel", "与招标的关系", "招标渠道"),
        "key": (*KEY, "activity id", "interaction id"),
    },
    FileKind.PRODUCTS: {
        "name": ("product", "product name", "产品", "产品名称", "名称"),
        "series": ("family", "product line", "系列", "产品线"),
        "price": ("sales price", "list price", "unit price", "价格", "目录价", "单价"),
        "currency": ("ccy", "币种", "货币"),
        "key": (*KEY, "product id", "sku", "产品编号"),
    },
    FileKind.OPPORTUNITIES: {
        "name": ("opportunity", "opportunity name", "deal", "deal name", "商机", "商机名称", "项目名称"),
        "account": ("company", "customer", "account name", "客户", "公司", "客户名称"),
        "owner": ("sales agent", "user", "salesperson", "account manager", "负责人", "销售", "销售人员"),
        "product": ("product name", "产品", "产品名称"),
        "stage": ("deal stage", "sales stage", "status", "阶段", "商机阶段", "状态"),
        "amount": ("close value", "deal value", "value", "金额", "商机金额"),
        "currency": ("ccy", "币种", "货币"),
        "category": ("purchase category", "品类", "采购品类"),
        "route": ("sales route", "channel", "销售路径", "渠道"),
        "opened": ("engage date", "opened on", "created", "start date", "开启日期", "创建日期"),
        "expected": ("expected close", "expected close date", "expected on", "预计决策日", "预计成交日期"),
        "decided": ("close date", "closed on", "decided on", "决策日", "成交日期", "结束日期"),
        "reason": ("loss reason", "why", "原因", "丢单原因"),
        "key": (*KEY, "opportunity id", "deal id", "商机编号"),
    },
}
REQUIRED: dict[FileKind, tuple[str, ...]] = {
    FileKind.USERS: ("name",),
    FileKind.ACCOUNTS: ("name",),
    FileKind.PEOPLE: ("name", "account"),
    FileKind.TEAMS: ("account", "user", "role"),
    FileKind.INTERACTIONS: ("date", "type", "account"),
    FileKind.PRODUCTS: ("name",),
    FileKind.OPPORTUNITIES: ("owner", "stage"),
}


@dataclass(frozen=True, slots=True)
class Understood:
    """`places` is canonical name → column number; `ignored` the headers nobody understood; `missing` what must be
    there and is not; `twice` canonical names that two headers both stand for.
    """

    places: dict[str, int]
    ignored: tuple[str, ...]
    missing: tuple[str, ...]
    twice: tuple[str, ...]


def plain(header: str) -> str:
    """A header without case, spaces and punctuation: "E-mail " and "email" are one."""
    return re.sub(r"[\s_\-./()（）:：*]+", "", header).casefold()


def understand(kind: FileKind, headers: Sequence[str], given: Mapping[str, str] | None = None) -> Understood:
    """Which column holds what. `given` (canonical → header) comes before the usual names."""
    places, twice = {}, []
    taken = set()
    for canonical, header in (given or {}).items():
        number = next((n for n, name in enumerate(headers) if plain(name) == plain(header)), None)
        if number is not None and canonical in SYNONYMS[kind]:
            places[canonical] = number
            taken.add(number)
    for canonical, names in SYNONYMS[kind].items():
        if canonical in places:
            continue
        known = {plain(name) for name in (canonical, *names)}
        found = [n for n, name in enumerate(headers) if n not in taken and plain(name) in known]
        exact = [n for n in found if plain(headers[n]) == plain(canonical)]
        if len(found) > 1 and len(exact) != 1:
            twice.append(canonical)
        elif found:
            places[canonical] = (exact or found)[0]
            taken.add(places[canonical])
    ignored = tuple(name for n, name in enumerate(headers) if n not in taken and name)
    missing = tuple(name for name in REQUIRED[kind] if name not in places and name not in twice)
    return Understood(places, ignored, missing, tuple(twice))
