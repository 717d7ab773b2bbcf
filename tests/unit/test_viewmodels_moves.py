"""迁移协调 in words: tickets and lanes, what a case still needs, what each side has said, what landing does."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from zgc_desktop.domain.case_events import CITY, INTO, OUT, Position
from zgc_desktop.domain.moves import BaseYear, CaseState, Lead, LeadKind, LeadSource, MoveCase
from zgc_desktop.domain.periods import Month
from zgc_desktop.domain.zones import Direction, Grouping, Zone
from zgc_desktop.viewmodels import moves as vm

CASE = MoveCase(
    "MV-2026-001", 1, "91110108MA01TJ3Y5P", "北京衡岳智造科技有限公司", "海淀园", "昌平园",
    CaseState.OUT_REGISTERED, date(2026, 9, 1),
)  # fmt: skip
READY = replace(CASE, nature="政府主导", kind="整体", registered_on=date(2026, 10, 8))
LEAD = Lead(
    LeadKind.DOUBLE_CLAIM, Month(2026, 10), 1, CASE.credit_code, CASE.name,
    LeadSource("海淀园", Month(2026, 10), "海淀园 第1版 · 企业!A5", 100_000_000),
    LeadSource("昌平园", Month(2026, 10), "昌平园 第1版 · 企业!A6"), id=7,
)  # fmt: skip


@pytest.mark.parametrize(
    ("case", "badge"),
    [
        (CASE, ("info", "缺 3 项")),
        (READY, ("pass", "可落地")),
        (replace(READY, state=CaseState.LANDED), ("tag", "未达产")),
        (replace(READY, state=CaseState.LANDED, at_capacity_on=date(2026, 10, 20)), ("pass", "10-20 达产")),
        (replace(READY, state=CaseState.WITHDRAWN), ("tag", "撤回")),
    ],
)
def test_a_ticket_says_what_its_case_still_needs(case: MoveCase, badge: tuple[str, str]) -> None:
    assert vm.badge_of(case) == badge


def test_the_board_has_a_lane_for_leads_and_each_state_and_none_for_what_is_over() -> None:
    over = replace(CASE, id="MV-2026-002", state=CaseState.WITHDRAWN)
    lanes = vm.board([LEAD, replace(LEAD, id=8, state="case")], [CASE, over])
    assert [x.title for x in lanes] == ["线索", "迁出登记", "迁入确认", "市级统筹", "办理中", "已落地", "分享中"]
    assert [t.key for x in lanes for t in x.tickets] == ["lead:7", "MV-2026-001"]
    assert lanes[0].tickets[0].route == "海淀、昌平"


def test_a_nature_chosen_leaves_the_other_cases_out() -> None:
    lanes = vm.board([LEAD], [CASE, replace(READY, id="MV-2026-002")], "政府主导")
    assert [t.key for x in lanes for t in x.tickets] == ["MV-2026-002"]


def test_a_case_moves_forward_only_and_then_lands() -> None:
    assert vm.next_state(CASE) is CaseState.IN_CONFIRMED
    assert vm.later_states(CASE) == (CaseState.IN_CONFIRMED, CaseState.CITY, CaseState.UNDER_WAY)
    assert vm.next_state(replace(CASE, state=CaseState.UNDER_WAY)) is None
    assert vm.later_states(replace(CASE, state=CaseState.SHARING)) == ()


def test_each_side_shows_its_own_facts_only() -> None:
    said = [
        Position(CASE.id, OUT, "海淀区", "对事实有异议", "达产日待核", "李", date(2026, 9, 8)),
        Position(CASE.id, INTO, "昌平区", "可接收", "", "王", date(2026, 9, 9)),
    ]
    case = replace(READY, base=(BaseYear(2025, 1, "证明"),))
    assert vm.facts(OUT, case, said) == (("09-01", "登记，1 年基数"), ("09-08", "对事实有异议：达产日待核"))
    assert vm.facts(INTO, case, said) == (("09-09", "可接收"), ("10-08", "变更登记"))
    assert vm.facts(CITY, case, said) == ()


def test_silence_is_never_shown_as_a_refusal() -> None:
    due = date(2026, 9, 15)
    assert vm.answer_badge("", "未答复", due) == ("none", "未答复")
    assert vm.answer_badge("", "待答复", due) == ("tag", "待答复，09-15 止")
    assert vm.answer_badge("对分享条款有异议", "", due) == ("warn", "有异议")
    assert vm.answer_badge("暂不具备接收条件", "", due) == ("pass", "已答")
    assert "不影响企业迁移" in vm.LAW


def test_landing_is_told_with_its_day_and_its_parks() -> None:
    said = vm.landing_sentence(READY)
    assert said.startswith("自 2026-10-08 起 北京衡岳智造科技有限公司归昌平园，此前的月份仍在海淀园")
    assert "达产后按规则进入分享" in said
    assert "是否分享以规则为准" in vm.landing_sentence(replace(READY, nature="市场行为"))


def test_both_cells_of_a_lead_are_told_and_what_was_not_reported_is_missing() -> None:
    assert vm.source_facts(LEAD.first)[:2] == (("2026-10", "海淀园 第1版 · 企业!A5"), ("营业收入", "100.00 万元"))
    assert vm.source_facts(LEAD.second)[1] == ("营业收入", "—")


def test_cases_are_chosen_by_nature_or_by_the_plan_s_direction() -> None:
    """中心城区 → 平原新城只留这个方向的；反方向、同片区的不留；没有划分时按性质。"""
    zones = Grouping(
        "structure", "城市空间结构", (Zone("中心城区", ("海淀园", "朝阳园")), Zone("平原新城", ("昌平园",))), "总体规划", "",
        Direction("中心城区", "平原新城", "第三章第一节"),
    )  # fmt: skip
    back = replace(READY, id="2", from_park="昌平园", to_park="海淀园")
    near = replace(CASE, id="3", to_park="朝阳园")
    cases = (READY, back, near)
    assert vm.filtered(cases, "中心城区 → 平原新城", zones) == (READY,)
    assert vm.filtered(cases, "政府主导", zones) == (READY, back)
    assert vm.filtered(cases, "", None) == cases
