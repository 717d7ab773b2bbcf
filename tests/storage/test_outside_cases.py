"""Cases with a party outside the city, by the command line: own states and papers, no veto, nothing divided by itself."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date

import pytest

from db import entries
from tests.storage.answers import ok, refused
from tests.storage.conftest import CODES, NAMES, company
from zgc_desktop import bootstrap
from zgc_desktop.domain.errors import Refused
from zgc_desktop.domain.monthly_coded import outside_zones
from zgc_desktop.domain.monthly_json import as_json, from_json
from zgc_desktop.domain.monthly_sheets import agenda_items
from zgc_desktop.domain.outside import STEP, OutsideCase, OutsideState, OutsideStep, check_step
from zgc_desktop.domain.periods import Month
from zgc_desktop.services import agenda, look_up, monthly, outside
from zgc_desktop.services.accept import accept
from zgc_desktop.services.receive import receive

CODE = "91110108MA01TJ3Y5P"
OPEN = (
    "outside", "open", "--direction", "迁出本市", "--code", CODE, "--name", "京示例精密有限公司", "--park", "海淀园",
    "--place", "天津宝坻", "--region", "天津", "--paper", "企业函", "--on", "2026-10-12",
)  # fmt: skip
NUMBER = "WS-2026-001"


def _step(zgc, to, on, paper, *more):
    return zgc("outside", "advance", NUMBER, "--to", to, "--on", on, "--paper", paper, *more)


def _shown(zgc):
    return ok(zgc("outside", "show", NUMBER))


@pytest.mark.file_only  # a file of the archive is removed
def test_a_case_goes_from_its_paper_to_landing_and_each_step_names_its_evidence(zgc, tmp_path):
    ok(zgc(*OPEN))
    ok(zgc("outside", "answer", NUMBER, "--answer", "可接收", "--on", "2026-10-15", "--paper", "宝坻函"))
    assert _shown(zgc)["state"] == "对方已答复"
    refused(_step(zgc, "已落地", "2026-10-20", "通知书"), "先转办理中")
    ok(_step(zgc, "办理中", "2026-10-20", "变更登记受理单"))
    refused(_step(zgc, "已落地", "2026-10-28", "通知书"), "还缺性质、方式、变更登记日")
    told = ("--nature", "政府主导", "--kind", "整体", "--registered-on", "2026-10-26")
    ok(zgc("outside", "describe", NUMBER, *told))
    ok(_step(zgc, "已落地", "2026-10-28", "变更登记通知书"))
    paper = tmp_path / "通知书.pdf"
    paper.write_bytes(b"%PDF")
    ok(zgc("outside", "attach", NUMBER, str(paper), "--about", "变更登记通知书"))
    found = _shown(zgc)
    assert (found["state"], found["landed_on"], found["missing"]) == ("已落地", "2026-10-26", [])
    assert [s["paper"] for s in found["steps"]] == ["企业函", "宝坻函", "变更登记受理单", "变更登记通知书", "变更登记通知书"]
    kept = tmp_path / "工作区" / "archive"
    (file,) = (f for f in kept.glob("??/*") if not f.name.startswith("."))
    file.unlink()
    _, checked, _ = zgc("check")
    assert "案件 WS-2026-001 的附件 变更登记通知书（通知书.pdf）不在存档中" in str(checked)
    flows = ok(zgc("outside", "flows", "--until", "2026-10-31"))
    assert (flows["迁出本市"], flows["net"]) == ([["海淀园", "天津", 1]], -1)
    by_zone = ok(zgc("outside", "flows", "--until", "2026-10-31", "--by-zone"))
    assert by_zone["迁出本市"] == [["中心城区", "天津", 1]]


def test_nothing_said_by_the_other_side_stops_a_case_and_nobody_says_it_for_them(zgc):
    ok(zgc(*OPEN))
    refused(zgc("outside", "answer", NUMBER, "--answer", "不同意", "--on", "2026-10-15", "--paper", "函"), "不设同意或否决")
    refused(_step(zgc, "对方已答复", "2026-10-15", "函"), "不能代填")
    refused(zgc("outside", "answer", NUMBER, "--answer", "有条件", "--on", "2026-10-15", "--paper", "函"), "须写明内容")
    ok(_step(zgc, "办理中", "2026-10-20", "受理单"))
    late = ("--answer", "对事实有异议", "--reason", "厂房未腾退", "--on", "2026-10-21", "--paper", "宝坻函")
    ok(zgc("outside", "answer", NUMBER, *late))
    found = _shown(zgc)
    assert (found["state"], found["answer"]) == ("办理中", "对事实有异议：厂房未腾退")


def test_a_step_backwards_undated_or_without_paper_is_refused_and_writes_nothing(zgc):
    ok(zgc(*OPEN))
    ok(_step(zgc, "办理中", "2026-10-20", "受理单"))
    refused(_step(zgc, "市级统筹", "2026-10-21", "纪要"), "案件不倒退")
    refused(_step(zgc, "撤回", "2026-10-21", "企业函"), "撤回须写明理由")
    refused(_step(zgc, "撤回", "2026-10-19", "企业函", "--reason", "放弃"), "早于前一步")
    refused(_step(zgc, "撤回", "2026-10-21", " ", "--reason", "放弃"), "没有写明依据文书")
    refused(_step(zgc, "办结", "2026-10-21", "纪要"), "落地后才能办结")
    assert len(_shown(zgc)["steps"]) == 2
    ok(_step(zgc, "撤回", "2026-10-21", "企业函", "--reason", "企业放弃"))
    refused(_step(zgc, "办理中", "2026-10-22", "受理单"), "已撤回")


def test_a_place_in_the_city_a_second_case_and_a_wrong_code_are_refused(zgc):
    def instead(option, value):
        at = OPEN.index(option) + 1
        return (*OPEN[:at], value, *OPEN[at + 1 :])

    refused(zgc(*instead("--place", "昌平园")), "在本市", "zgc case open")
    refused(zgc(*instead("--code", "123")), "不是统一社会信用代码")
    refused(zgc(*instead("--region", "火星")), "没有“火星”这种区域")
    refused(zgc(*instead("--on", "2099-01-01")), "在将来")
    ok(zgc(*OPEN))
    refused(zgc(*OPEN), "已有在办案件 WS-2026-001")
    assert len(ok(zgc("outside", "list"))["cases"]) == 1


def test_nothing_is_divided_unless_a_cited_rule_for_that_place_is_named(zgc):
    ok(zgc(*OPEN))
    told = ("--nature", "政府主导", "--kind", "整体", "--registered-on", "2025-12-31", "--at-capacity-on", "2025-12-31")
    ok(zgc("outside", "describe", NUMBER, *told))
    assert _shown(zgc)["sharing"] == "没有依据的分享办法，不计算分享"
    refused(zgc("outside", "trial", NUMBER), "不计算分享")
    refused(zgc("outside", "describe", NUMBER, "--rule", "jjj-2015"), "没有写明适用的依据")
    refused(zgc("outside", "describe", NUMBER, "--rule", "无此规则", "--rule-paper", "名单"), "没有叫“无此规则”")
    refused(
        zgc("outside", "describe", NUMBER, "--region", "其他", "--rule", "jjj-2015", "--rule-paper", "名单"),
        "只适用于天津、河北",
    )
    ok(zgc("outside", "describe", NUMBER, "--rule", "jjj-2015", "--rule-paper", "两地财政共同确认的名单"))
    base = ("--base", "2023=24000000.00", "--base", "2024=26000000.00", "--base", "2025=28000000.00")
    refused(zgc("outside", "tax", NUMBER, *base, "--source", " "), "没有注明来源")
    refused(zgc("outside", "tax", NUMBER, "--base", "2026=1.00", "--source", "证明"), "不在迁移")
    ok(zgc("outside", "tax", NUMBER, *base, "--source", "税务证明"))
    ok(zgc("outside", "tax", NUMBER, "--after", "2026=20000000.00", "--source", "宝坻财政来函"))
    run = ok(zgc("outside", "trial", NUMBER))
    assert (run["eligible"], run["booked"]) == (True, False)
    # E1, first year: half of 20,000,000.00 each.
    assert run["periods"][0]["shares"] == {"海淀区": "10000000.00", "天津宝坻": "10000000.00"}
    assert "财预〔2015〕92号" in _shown(zgc)["sharing"]
    assert CODE not in str(zgc("settle", "--month", "2026-10"))


def test_an_entry_of_the_old_register_becomes_a_case_once(zgc, zgc_place):
    """Workspaces of older programs have such entries; the register itself takes no more."""
    refused(
        zgc("register", "add", "与外省市迁移", "--from", "2026-10-01", "--source", "函", "--subject", CODE), "zgc outside open"
    )
    assert "与外省市迁移" not in [r["title"] for r in ok(zgc("register", "list"))]
    fields = '{"direction": "迁出本市", "park": "海淀园", "place": "天津宝坻", "region": "天津"}'
    ctx = bootstrap.open_workspace(zgc_place, who="张")
    with ctx.store.write("register", "张", "2026-10-01T09:00:00") as unit:
        values = {"kind": "flows", "subject": CODE, "from_day": "2026-10-01", "to_day": "", "source": "函", "fields": fields}
        number = entries.add(unit, "register", values, person="张", at="2026-10-01T09:00:00")
        unit.say("登记与外省市迁移", subjects={"registers"})
    ctx.close()
    assert "与外省市迁移" in [r["title"] for r in ok(zgc("register", "list"))]
    ok(zgc(*OPEN, "--register", str(number)))
    assert "与外省市迁移" not in [r["title"] for r in ok(zgc("register", "list"))]
    refused(zgc(*OPEN, "--register", str(number)), "已有在办案件")


def test_random_histories_never_skip_a_state() -> None:
    """Whatever is tried in whatever order, what is on file goes forward, lands only when complete, and ends once."""
    order = list(OutsideState)
    chance = random.Random(9)
    landed = 0
    for _ in range(300):
        day = date(2026, 1, 1)
        case = OutsideCase("WS", "迁出本市", CODE, "甲", "海淀园", "天津", "天津", day, "函", steps=())
        case = replace(case, steps=(OutsideStep(STEP, OutsideState.OPEN, day, "函"),))
        for _ in range(12):
            if chance.random() < 0.2:
                case = replace(case, nature="疏解", kind="整体", registered_on=date(2026, 1, chance.randint(1, 28)))
            step = OutsideStep(STEP, chance.choice(order), date(2026, 1, chance.randint(1, 28)), "函", "放弃")
            try:
                check_step(case, step, date(2026, 1, 28))
            except Refused:
                continue
            case = replace(case, steps=(*case.steps, step))
        states = [OutsideState(s.state) for s in case.steps]
        assert [order.index(s) for s in states] == sorted({order.index(s) for s in states})
        if OutsideState.LANDED in states:
            landed += 1
            assert case.missing == ()
            assert states[states.index(OutsideState.LANDED) - 1] is OutsideState.UNDER_WAY
        assert not (OutsideState.CLOSED in states and OutsideState.LANDED not in states)
        assert not (OutsideState.WITHDRAWN in states and OutsideState.LANDED in states)
    assert landed > 5


def test_the_report_tells_cases_over_the_border_beside_the_moves_and_keeps_them_whole(desk):
    """四、跨区迁移：单列表4-5、表4-6，不进园间矩阵；快照存取一字不差。"""
    on = date(2026, 10, 9)
    for n, (direction, park, place) in enumerate(
        (("迁出本市", "海淀园", "天津宝坻"), ("迁入本市", "顺义园", "河北廊坊"), ("在外设基地", "亦庄园", "江苏苏州"))
    ):
        region = "其他" if place == "江苏苏州" else place[:2]
        case = OutsideCase("", direction, CODES[n], NAMES[n], park, place, region, on, "函", nature="市场行为", kind="整体")
        outside.open_case(desk, case)
    outside.advance(desk, NUMBER, "办理中", date(2026, 10, 12), "受理单")
    outside.describe(desk, NUMBER, registered_on=date(2026, 10, 20))
    outside.advance(desk, NUMBER, "已落地", date(2026, 10, 21), "通知书")
    doc = monthly.document(desk, Month(2026, 10))
    assert [(c.number, c.sharing) for c in doc.outside] == [(f"WS-2026-00{n}", "") for n in (1, 2, 3)]
    assert doc.move_matrix == ()
    rows = {r.name: r.texts for r in outside_zones(doc).rows}
    assert rows["中心城区"] == ("1", "—", "-1", "—", "1", "—")
    assert rows["合计"] == ("1", "—", "-1", "—", "1", "2")
    assert any("迁出1件、迁入0件、在外设基地0件，在办2件" in s for s in doc.sentences["moves"])
    assert from_json(as_json(doc)) == doc
    assert not [i for i in agenda_items(doc) if i.kind == "外省市迁移"]
    outside.answer(desk, "WS-2026-002", "有条件", date(2026, 10, 20), "廊坊函", reason="先办环评")
    outside.advance(desk, "WS-2026-003", "市级统筹", date(2026, 10, 22), "专题会纪要")
    listed = [i for i in agenda_items(monthly.document(desk, Month(2026, 10))) if i.kind == "外省市迁移"]
    assert [i.parties for i in listed] == [("顺义园", "河北廊坊"), ("亦庄园", "江苏苏州")]
    assert "对方：有条件：先办环评" in listed[0].facts
    agenda.put_on(desk, Month(2026, 10), NUMBER, "请议定后续服务")
    (by_hand,) = agenda.by_hand(desk, Month(2026, 10), listed)
    assert (by_hand.kind, by_hand.parties) == ("外省市迁移", ("海淀园", "天津宝坻"))
    assert agenda.by_hand(desk, Month(2026, 10), (*listed, by_hand)) == ()
    assert not monthly.document(desk, Month(2026, 9)).outside


def test_the_company_s_card_names_its_case_over_the_border(desk, park_file):
    """企业卡片列出外省市案件；迁出后仍在报送的，案件上有提示。"""
    for month in ("2026-09", "2026-10"):
        receive(desk, [park_file("海淀园", month, [company(0)])])
        accept(desk, Month.parse(month), ["海淀园"], despite_errors="试")
    on = date(2026, 9, 10)
    case = OutsideCase("", "迁出本市", CODES[0], "", "海淀园", "天津宝坻", "天津", on, "函", nature="疏解", kind="整体")
    outside.open_case(desk, case)
    outside.advance(desk, NUMBER, "办理中", on, "受理单")
    outside.describe(desk, NUMBER, registered_on=date(2026, 9, 15))
    outside.advance(desk, NUMBER, "已落地", date(2026, 9, 20), "通知书")
    found = outside.view(desk, NUMBER)
    assert found.case.name == NAMES[0]
    assert found.notice == "2026-09-15 已迁出，海淀园 2026-10 仍在报送，请核实"
    (line,) = look_up.companies(desk, Month(2026, 10))
    assert look_up.company_card(desk, line.id, Month(2026, 10)).cases == ((NUMBER, "海淀园 → 天津宝坻，疏解，已落地"),)
