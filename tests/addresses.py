"""Every route with the rows that stand in its address, as the non-interference test asks them."""

from shapan.fulfilment.tests import scenes as contracts
from shapan.tenders.tests import scenes as tendered

SEARCHES = (
    "高", "移动", "河北", "浙江", "gao", "zhou", "zjyd", "hb", "周甲", "甲", "主任", "p", "o", "Zz", "Powr", "unheard",
    "浙江 陈", "河北 周", "移动 甲", "刘离", "接触", "log",
)  # fmt: skip


def lists(world):
    """What is asked of lists and of the queue of duplicates."""
    first = world.own["persons"][0].pk
    return {
        "insight:today": [([], "")],
        "insight:accounts": [
            ([], ""),
            ([], "?q=移动"),
            ([], "?sort=tier"),
            ([], "?sort=revenue&mine=1"),
            ([], "?tier=S"),
            ([], "?cols=parent&cols=owner&cols=last&join=and&col=owner&op=filled&val=&join=or&col=last&op=empty&val="),
            ([], "?join=and&col=name&op=contains&val=移动&join=and&col=last&op=at_most&val=2026-05-29"),
        ],
        "insight:people": [
            ([], ""),
            ([], "?q=高"),
            ([], "?q=Gao"),
            ([], "?after=%E9%AB%98~1"),
            ([], "?join=and&col=account&op=is_not&val=x&cols=grade"),
        ],
        "insight:export_accounts": [(["csv"], ""), (["xlsx"], "")],
        "insight:export_people": [(["csv"], ""), (["xlsx"], "")],
        "lists:keep": [(["people"], "")],
        "lists:act": [(["tier"], "")],
        "lists:take_back": [([999_999], "")],
        "lists:forget": [([999_999], "")],
        "duplicates:queue": [(["person"], ""), (["account"], ""), (["person"], "?after=1")],
        "duplicates:hints": [(["person"], "")],
        "duplicates:compare": [(["person", *world.alike], ""), (["person", first, world.left.pk], "")],
        "duplicates:apart": [(["person", *world.alike], "")],
        "duplicates:undo": [([999_999], "")],
    }


def requests(world):
    """Each route with arguments that are Lin's own, and what is asked of it."""
    account, first = world.hebei.pk, world.own["persons"][0].pk
    return lists(world) | pages(world, account, first) | forms(world, account, first)


def pages(world, account_id, first):
    account, person, both = [account_id], [account_id, first], [world.left.pk]
    return {
        "insight:house": [(account, ""), (account, "?at=2026-05-12")],
        "insight:account_people": [(account, "")],
        "insight:timeline": [(account, ""), (account, "?show=changes")],
        "insight:part_person": [(person, "")],
        "insight:part_seat": [([world.hebei.pk, "A"], "")],
        "insight:part_number": [([world.hebei.pk, key], "") for key in ("ir", "cr", "si", "ow", "uw", "lm")],
        "insight:part_department": [([world.hebei.pk, world.own["room"].pk], "")],
        "insight:part_roof": [([world.hebei.pk, "matching"], "")],
        "insight:part_general": [(account, "")],
        "insight:sand_table": [
            (account, ""),
            (account, "?at=2026-05-12&layer=rival"),
            (account, f"?to={first}&fold=1"),
        ],
        "insight:sand_drawing": [(account, "")],
        "insight:sand_list": [(account, "")],
        "insight:sand_board": [(account, "")],
        "insight:sand_coverage": [(account, ""), (account, "?by=department")],
        "insight:sand_card": [(person, ""), ([world.hebei.pk, world.left.pk], "")],
        "insight:sand_post": [([world.hebei.pk, world.own["post"].pk], "")],
        "insight:sand_link": [([world.hebei.pk, world.own["link"].pk], "")],
        "insight:person": [([first], ""), (both, "")],
        "insight:brief": [([first], ""), (both, "")],
        "insight:told": [([world.own["contact"]], "")],
        "interactions:outcome": [([world.own["untold"]], "")],
    }


def forms(world, account_id, first):
    account, person, both = [account_id], [account_id, first], [world.left.pk]
    return {
        "search:results": [([], f"?q={text}") for text in SEARCHES]
        + [([], "?q=高&kind=person"), ([], "?q=移动&kind=company"), ([], "")],
        "interactions:capture": [([], "")],
        "interactions:spoken_day": [([], "?next_step=下周三")],
        "interactions:log": [(account, "")],
        "interactions:keep_promise": [([999_999], "")],
        "access:organisation": [([], ""), ([], "?q=林")],
        "access:add_unit": [([], "")],
        "access:add_colleague": [([], "")],
        "access:change_colleague": [([world.wu.pk], "")],
        "access:deactivate": [([world.wu.pk], "")],
        "access:activate": [([world.wu.pk], "")],
        "access:invite": [([world.wu.pk], "")],
        "accounts:open": [([], "")],
        "accounts:department": [(account, "")],
        "people:enrol": [(account, "")],
        "people:move": [([world.own["appointment"]], "")],
        "people:end": [([world.own["appointment"]], "")],
        "people:link": [([first], ""), (both, "")],
        "people:card": [([first], ""), (both, "")],
        **of_compliance(world),
        **of_api(world),
        **tendered.asked(world.own),
        **tendered.asked(world.own),
        **of_imports(world),
        **of_opportunities(world),
        **of_contracts(world),
        **of_projects(world),
        **of_decisions(world, person),
        "people:change": [([first], ""), (both, "")],
        "accounts:change": [(account, "")],
        "accounts:cell": [([account_id, "tier"], ""), ([account_id, "industry"], "")],
        "intelligence:competitor": [(person, "")],
        "interactions:reopen_promise": [([999_999], "")],
        "people:objection": [([first], ""), (both, "")],
        "people:report": [([world.own["post"].pk], "")],
        "teams:seats": [(account, "")],
        "teams:leave": [([999_999], "")],
        "relationships:evidence": [(person, "")],
        "relationships:claim": [(person, "")],
        "relationships:target": [(person, "")],
        "relationships:settle": [(person, "")],
        "relationships:kind": [(person, "")],
        "relationships:end_kind": [([999_999], "")],
        "relationships:verify": [([world.own["evidence"].pk], "")],
        "relationships:indicator": [([world.hebei.pk, "technical_standing"], "")],
    }


def of_decisions(world, person):
    return {
        "insight:deciding": [([world.hebei.pk], ""), ([world.hebei.pk], "?amount=12m&category=x")],
        "decisions:record_mode": [([world.hebei.pk], "")],
        "decisions:change_mode": [([world.own["mode"]], "")],
        "decisions:end_mode": [([world.own["mode"]], "")],
        "decisions:end_seat": [([world.own["holder"].seat_id], "")],
        "decisions:end_holder": [([world.own["holder"].pk], "")],
        "decisions:seat": [([world.hebei.pk, "A"], "")],
        "decisions:holder": [(person, "")],
    }


def of_opportunities(world):
    deals = [[world.own["deal"]], [world.unplaced.pk]]
    states = ("", "?state=pool", "?state=new")
    return {
        "insight:deals": [([world.hebei.pk], "")],
        "opportunities:transfer": [([world.hebei.pk], "")],
        "opportunities:reviews": [([], "")],
        "opportunities:timeline": [([], ""), ([], "?after=2026-01-01~9")],
        "opportunities:catalogue": [([], "")],
        "opportunities:rate": [([], "")],
        "opportunities:new_product": [([], "")],
        "opportunities:product": [([1], "")],
        "opportunities:review": [([world.own["lost"]], "")],
        "opportunities:health": [([], "")],
        "opportunities:targets": [([], "")],
        "opportunities:chances": [([], "")],
        "opportunities:chance": [(deal, "") for deal in deals],
        "opportunities:leads": [([], asked) for asked in states],
        "opportunities:capture_lead": [([], "")],
        "opportunities:lead": [([world.lead], "")],
        "opportunities:lead_owner": [([world.lead], "")],
        "opportunities:lead_step": [([world.lead, to], "") for to in ("qualifying", "nurturing")],
        "opportunities:board": [([], ""), ([], "?stage=discovery")],
        "opportunities:list": [
            ([], ""),
            ([], "?q=扩容"),
            ([], "?q=浙江"),
            ([], "?stage=lost"),
            ([], "?mine=1"),
            *(([], f"?show={show}") for show in ("late", "undated", "pushed", "still")),
        ],
        "opportunities:open": [([], ""), ([], f"?account={world.hebei.pk}")],
        "opportunities:one": [(deal, "") for deal in deals],
        "opportunities:change": [(deal, "") for deal in deals],
        "opportunities:push": [(deal, "") for deal in deals],
        "opportunities:owner": [(deal, "") for deal in deals],
        "opportunities:step": [([*deal, to], "") for deal in deals for to in ("qualified", "won", "lost", "on_hold")],
    }


def of_contracts(world):
    made = contracts.pages(world.own["contracts"])
    return {
        "insight:account_contracts": [([world.hebei.pk], "")],
        "fulfilment:contracts": [([], ""), ([], "?q=扩容"), ([], "?q=浙江"), ([], "?state=active"), ([], "?mine=1")],
        "fulfilment:open": [([], ""), ([], f"?account={world.hebei.pk}")],
        "fulfilment:cash": [([], "")],
        "fulfilment:export": [(["csv"], "")],
        **{f"fulfilment:{name}": [(args, "")] for name, args in made.items()},
    }


def of_projects(world):
    deal, seat = [world.own["deal"]], [world.own["deal"], world.own["seat"]]
    return {
        "projects:one": [(deal, ""), ([world.unplaced.pk], "")],
        "projects:derive": [(deal, "")],
        "projects:every": [([], "")],
        "projects:authority": [([], "")],
        "projects:set_authority": [([], "")],
        "projects:delegate": [([], "")],
        "projects:gate": [([world.own["gate"]], "")],
        "projects:open": [(deal, "")],
        "projects:ask": [([*deal, "ATC"], "")],
        "projects:answer": [([*deal, "margin"], "")],
        "projects:entrust": [([*deal, "deciders"], "")],
        "projects:meeting": [([*deal, "analysis"], "")],
        "projects:finish_task": [([world.own["task"]], "")],
        "projects:assess": [(deal, "")],
        "projects:add_seat": [(deal, "")],
        "projects:change_seat": [(seat, "")],
        "projects:seat_person": [(seat, "")],
    }


def of_api(world):
    """Asked as a program asks, with a token of the person whose answers are compared."""
    return {
        "api:interactions": [([], ""), ([], "?limit=2"), ([], f"?account_id={world.hebei.pk}")],
        "api:openapi-json": [([], "")],
        "api:api-root": [([], "")],
        "tokens:tokens": [([], "")],
        "tokens:revoke": [([999_999], "")],
    }


def of_compliance(world):
    return {
        "compliance:desk": [([], ""), ([], "?show=all")],
        "compliance:report": [([], "")],
        "compliance:one": [([world.held], "")],
        "compliance:release": [([world.held], "")],
        "compliance:destroy": [([world.held], "")],
    }


def of_imports(world):
    checked = [world.checked]
    return {
        "imports:every": [([], "")],
        "imports:new": [([], "")],
        "imports:columns": [([world.mapping], "")],
        "imports:one": [(checked, ""), (checked, "?fate=rejected")],
        "imports:rejected": [(checked, "")],
        "imports:joins": [(checked, "")],
        "imports:storing": [(checked, "")],
        "imports:undoing": [(checked, "")],
    }
