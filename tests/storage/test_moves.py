"""Leads, cases and landing on a real workspace."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from db.queries import claims
from zgc_desktop.domain.errors import Refused
from zgc_desktop.domain.moves import BaseYear, CaseState
from zgc_desktop.domain.periods import Month
from zgc_desktop.services import move_case
from zgc_desktop.services.accept import accept
from zgc_desktop.services.context import AppContext
from zgc_desktop.services.look_up import companies, company_card
from zgc_desktop.services.receive import receive
from zgc_desktop.services.reconcile import open_leads
from zgc_desktop.services.settle import compute, settle

SEPTEMBER, OCTOBER = Month(2026, 9), Month(2026, 10)
Row = dict[str, object]
Make = Callable[..., Row]
WriteFile = Callable[..., Path]


@pytest.fixture
def two_months(desk: AppContext, park_file: WriteFile, make_company: Make, make_tax: Make) -> AppContext:
    """September: 0 and 1 in 海淀园, 2 in 昌平园. October: 1 has gone to 昌平园 unannounced; 0 is claimed by both."""
    big = {"vat": 300_000_000, "cit": 100_000_000}
    receive(
        desk, [park_file("海淀园", "2026-09", [make_company(0), make_company(1)], [make_tax(0, **big), make_tax(1, **big)])]
    )
    receive(desk, [park_file("昌平园", "2026-09", [make_company(2)], [make_tax(2)])])
    accept(desk, SEPTEMBER)
    receive(desk, [park_file("海淀园", "2026-10", [make_company(0)], [make_tax(0, **big)])])
    moved = [make_company(n) for n in (0, 1, 2)]
    receive(desk, [park_file("昌平园", "2026-10", moved, [make_tax(0), make_tax(1, **big), make_tax(2)])])
    accept(desk, OCTOBER)
    return desk


def lead_id(ctx: AppContext, kind: str) -> int:
    return next(lead.id or 0 for lead in open_leads(ctx, OCTOBER) if lead.kind.value == kind)


def test_a_company_claimed_twice_counts_once_where_it_lived(two_months: AppContext) -> None:
    """两园都报的企业只计一次，暂计上月所在园，并标明与谁争议。"""
    ledger = {c.name: c for c in companies(two_months, OCTOBER)}
    assert len(ledger) == 3
    disputed = ledger["北京衡岳智造科技有限公司"]
    assert (disputed.park, disputed.disputed_with, disputed.tax_fen) == ("海淀园", "昌平园", 400_000_100)


def test_both_kinds_of_lead_carry_both_cells(two_months: AppContext) -> None:
    leads = open_leads(two_months, OCTOBER)
    assert [lead.kind.value for lead in leads] == ["double_claim", "silent_move"]
    for lead in leads:
        assert lead.first.place.startswith("海淀园 第1版 · 企业!A")
        assert lead.second.place.startswith("昌平园 第1版 · 企业!A")


def test_a_corrected_file_makes_its_lead_disappear(two_months: AppContext, park_file: WriteFile, make_company: Make) -> None:
    receive(two_months, [park_file("昌平园", "2026-10", [make_company(1), make_company(2)], [])])
    assert [lead.kind.value for lead in open_leads(two_months, OCTOBER)] == ["silent_move"]


def test_landing_keeps_the_history_and_moves_the_company_from_the_day(two_months: AppContext) -> None:
    case = move_case.open_from_lead(two_months, lead_id(two_months, "silent_move"))
    move_case.describe(two_months, case.id, nature="政府主导", kind="整体", registered_on=date(2026, 10, 12))
    move_case.land(two_months, case.id)
    with two_months.store.read() as connection:
        line = claims.park_line(connection, case.company_id)
    assert [(r.park, r.days.start, r.days.end) for r in line] == [
        ("海淀园", date(2026, 9, 1), date(2026, 10, 11)),
        ("昌平园", date(2026, 10, 12), None),
    ]
    assert company_card(two_months, case.company_id, OCTOBER).cases[0][0] == case.id


def test_another_registration_day_after_landing_moves_the_park_line_with_it(two_months: AppContext) -> None:
    """落地后更正变更登记日：归属随之改变，相关月份重建，不会两处各说各话。"""
    case = move_case.open_from_lead(two_months, lead_id(two_months, "silent_move"))
    _land(two_months, case.id, date(2026, 10, 12))
    again = move_case.describe(two_months, case.id, registered_on=date(2026, 9, 15))
    assert (again.registered_on, again.landed_on) == (date(2026, 9, 15), date(2026, 9, 15))
    with two_months.store.read() as connection:
        line = claims.park_line(connection, case.company_id)
    assert [(r.park, r.days.start, r.days.end) for r in line] == [
        ("海淀园", date(2026, 9, 1), date(2026, 9, 14)),
        ("昌平园", date(2026, 9, 15), None),
    ]
    for bad, word in ((date(2026, 8, 31), "不晚于前一归属"), (date(2027, 3, 1), "在将来")):
        with pytest.raises(Refused, match=word):
            move_case.describe(two_months, case.id, registered_on=bad)
    assert move_case.all_cases(two_months)[0].registered_on == date(2026, 9, 15)


def test_landing_a_double_claim_decides_where_it_counts(two_months: AppContext) -> None:
    case = move_case.open_from_lead(two_months, lead_id(two_months, "double_claim"))
    assert (case.from_park, case.to_park) == ("海淀园", "昌平园")
    move_case.describe(two_months, case.id, nature="市场行为", kind="整体", registered_on=date(2026, 10, 1))
    move_case.land(two_months, case.id)
    assert next(c for c in companies(two_months, OCTOBER) if c.id == case.company_id).park == "昌平园"


def test_a_case_lands_only_with_nature_kind_and_day_and_only_once(two_months: AppContext) -> None:
    case = move_case.open_from_lead(two_months, lead_id(two_months, "silent_move"))
    with pytest.raises(Refused, match="还缺性质、方式、变更登记日"):
        move_case.land(two_months, case.id)
    with pytest.raises(Refused, match="在将来"):
        _land(two_months, case.id, date(2027, 1, 1))
    _land(two_months, case.id, date(2026, 10, 12))
    with pytest.raises(Refused, match="不能再次落地"):
        move_case.land(two_months, case.id)


def _land(ctx: AppContext, case_id: str, day: date) -> None:
    move_case.describe(ctx, case_id, nature="政府主导", kind="整体", registered_on=day)
    move_case.land(ctx, case_id)


def test_a_lead_opens_one_case_only(two_months: AppContext) -> None:
    number = lead_id(two_months, "silent_move")
    move_case.open_from_lead(two_months, number)
    with pytest.raises(Refused, match="已立案"):
        move_case.open_from_lead(two_months, number)


def test_a_case_opened_by_hand_takes_up_the_lead_of_its_move_and_a_withdrawn_one_gives_it_back(two_months: AppContext) -> None:
    """手工立案后，同一企业、同两园的线索随之归入；撤回立案，线索重新待判定。"""
    lead = next(lead for lead in open_leads(two_months, OCTOBER) if lead.kind.value == "silent_move")
    case = move_case.open_case(two_months, lead.credit_code, lead.first.park, lead.second.park)
    states = {lead.kind.value: (lead.state, lead.case_id) for lead in open_leads(two_months, OCTOBER)}
    assert states == {"silent_move": ("case", case.id), "double_claim": ("open", "")}
    move_case.advance(two_months, case.id, CaseState.WITHDRAWN, reason="企业放弃迁移")
    assert {lead.state for lead in open_leads(two_months, OCTOBER)} == {"open"}


def test_a_lead_taken_up_by_itself_goes_when_the_files_no_longer_show_it_but_the_case_stays(
    two_months: AppContext, park_file: WriteFile, make_company: Make
) -> None:
    double = lead_id(two_months, "double_claim")
    company = next(lead for lead in open_leads(two_months, OCTOBER) if lead.id == double)
    case = move_case.open_case(two_months, company.credit_code, "海淀园", "昌平园")
    receive(two_months, [park_file("昌平园", "2026-10", [make_company(1), make_company(2)], [])])
    assert [lead.kind.value for lead in open_leads(two_months, OCTOBER)] == ["silent_move"]
    assert [c.id for c in move_case.all_cases(two_months)] == [case.id]


def test_unknown_words_are_refused_and_nothing_is_written(two_months: AppContext) -> None:
    case = move_case.open_from_lead(two_months, lead_id(two_months, "silent_move"))
    with pytest.raises(Refused, match="可用：政府主导"):
        move_case.describe(two_months, case.id, nature="自愿")
    with pytest.raises(Refused, match="没有注明来源"):
        move_case.record_base(two_months, case.id, (BaseYear(2025, 1, ""),))
    with pytest.raises(Refused, match="没有编号"):
        move_case.land(two_months, "MV-1999-001")
    with pytest.raises(Refused, match="同一个分园"):
        move_case.open_case(two_months, "91110108MA01TJ3Y5P", "海淀园", "海淀")
    assert move_case.all_cases(two_months)[0].base == ()


def test_a_withdrawn_case_cannot_go_on_and_nobody_can_go_backwards(two_months: AppContext) -> None:
    case = move_case.open_from_lead(two_months, lead_id(two_months, "silent_move"))
    move_case.advance(two_months, case.id, CaseState.CITY)
    with pytest.raises(Refused, match="不能从市级统筹改为迁入确认"):
        move_case.advance(two_months, case.id, CaseState.IN_CONFIRMED)
    with pytest.raises(Refused, match="撤回须写明理由"):
        move_case.advance(two_months, case.id, CaseState.WITHDRAWN)
    gone = move_case.advance(two_months, case.id, CaseState.WITHDRAWN, reason="企业放弃迁移")
    assert (gone.state, gone.note) == (CaseState.WITHDRAWN, "撤回理由：企业放弃迁移")
    with pytest.raises(Refused, match="已撤回"):
        move_case.advance(two_months, case.id, CaseState.CITY)


def sharing_case(ctx: AppContext) -> str:
    case = move_case.open_from_lead(ctx, lead_id(ctx, "silent_move"))
    day = date(2026, 9, 20)
    move_case.describe(ctx, case.id, nature="政府主导", kind="整体", registered_on=day, at_capacity_on=date(2026, 10, 1))
    move_case.record_base(ctx, case.id, tuple(BaseYear(y, 2_000_000_000, "税务证明") for y in (2023, 2024, 2025)))
    move_case.land(ctx, case.id)
    return case.id


def test_sharing_splits_to_the_fen_and_names_its_source(two_months: AppContext) -> None:
    number = sharing_case(two_months)
    section = settle(two_months, OCTOBER).section
    (line,) = section.lines
    assert (line.case_id, line.payer, line.receiver) == (number, "昌平区", "海淀区")
    assert (line.counted_fen, line.due_fen, line.kept_fen) == (400_000_000, 200_000_000, 200_000_000)
    assert section.difference_fen == 0
    assert line.source.startswith("昌平园 第1版 · 税收!")
    assert move_case.all_cases(two_months)[0].state is CaseState.SHARING


def test_tax_not_reported_is_named_and_never_counted_as_zero(
    two_months: AppContext, park_file: WriteFile, make_company: Make, make_tax: Make
) -> None:
    number = sharing_case(two_months)
    receive(two_months, [park_file("昌平园", "2026-10", [make_company(1), make_company(2)], [make_tax(2)])])
    accept(two_months, OCTOBER)
    section = compute(two_months, OCTOBER).section
    assert section.lines == ()
    assert section.missing == (f"{number} 北京知远数联技术有限公司",)
    assert "未报" in section.out_of_scope[0].why


def test_a_move_of_the_company_s_own_accord_is_listed_with_the_clause(two_months: AppContext) -> None:
    case = move_case.open_from_lead(two_months, lead_id(two_months, "silent_move"))
    move_case.describe(two_months, case.id, nature="市场行为", kind="整体", registered_on=date(2026, 9, 20))
    move_case.land(two_months, case.id)
    (line,) = compute(two_months, OCTOBER).section.out_of_scope
    assert "市场行为" in line.why
    assert "财预〔2015〕92号" in line.why
