"""The office's own lists: who is watched, and what is put on the meeting's agenda by hand; shared, journalled, undone."""

from __future__ import annotations

from datetime import date

import pytest

from tests.storage.conftest import CODES, WriteFile, company, tax_line
from tests.storage.test_undo import assert_same, assert_sound, dump
from zgc_desktop.domain.errors import Refused
from zgc_desktop.domain.periods import Month
from zgc_desktop.services import agenda, look_up, move_case, sheets, undo, watch_list
from zgc_desktop.services.accept import accept
from zgc_desktop.services.context import AppContext
from zgc_desktop.services.receive import receive
from zgc_desktop.services.reconcile import open_leads

OCTOBER = Month(2026, 10)


@pytest.fixture
def office_of(desk: AppContext, park_file: WriteFile) -> AppContext:
    """Three companies; 海淀 and 昌平 both list the second."""
    receive(desk, [park_file("海淀园", "2026-10", [company(0), company(1)], [tax_line(0)])])
    receive(desk, [park_file("昌平园", "2026-10", [company(1), company(2)], [tax_line(1)])])
    accept(desk, OCTOBER, despite_errors="试")
    return desk


def watched(ctx: AppContext) -> dict[str, str]:
    return {c.credit_code: c.watched for c in look_up.companies(ctx, OCTOBER) if c.watched}


def test_a_watched_company_is_marked_in_the_ledger_for_everybody_and_taken_off_again(office_of: AppContext) -> None:
    before = dump(office_of)
    ids = {c.credit_code: c.id for c in look_up.companies(office_of, OCTOBER)}
    said = watch_list.watch(office_of, [ids[CODES[0]], ids[CODES[2]]], "拟迁出")
    assert "关注" in said.sentence
    assert watched(office_of) == {CODES[0]: "拟迁出（张）", CODES[2]: "拟迁出（张）"}
    assert look_up.company_card(office_of, ids[CODES[0]], OCTOBER).item.watched == "拟迁出（张）"
    with pytest.raises(Refused, match="已在关注中"):
        watch_list.watch(office_of, [ids[CODES[0]]])
    watch_list.unwatch(office_of, [ids[CODES[0]]])
    assert set(watched(office_of)) == {CODES[2]}
    with pytest.raises(Refused, match="不在关注中"):
        watch_list.unwatch(office_of, [ids[CODES[1]]])
    undo.undo(office_of)
    undo.undo(office_of)
    assert_same(office_of, before)
    assert_sound(office_of)


def by_hand(ctx: AppContext) -> list[tuple[str, str]]:
    return [(i.kind, i.proposal) for i in sheets.agenda(ctx, OCTOBER).items if i.entry]


def test_questions_by_hand_stand_after_the_months_own_in_the_order_given_and_can_be_taken_off(office_of: AppContext) -> None:
    case = move_case.open_case(office_of, CODES[0], "海淀园", "昌平园", opened_on=date(2026, 11, 2))
    agenda.put_on(office_of, OCTOBER, case.id, "请议定迁入条件")
    agenda.put_on(office_of, OCTOBER, "", "请通报进展", facts="疏解腾退进度滞后。", parties=("海淀园",))
    assert by_hand(office_of) == [("迁移案件", "请议定迁入条件"), ("其他事项", "请通报进展")]
    first, second = (i for i in sheets.agenda(office_of, OCTOBER).items if i.entry)
    assert f"案件 {case.id}" in first.facts
    assert "迁出登记" in first.facts
    agenda.move(office_of, OCTOBER, second.entry, -1)
    assert [p for _, p in by_hand(office_of)] == ["请通报进展", "请议定迁入条件"]
    with pytest.raises(Refused, match="不能再移动"):
        agenda.move(office_of, OCTOBER, second.entry, -1)
    agenda.take_off(office_of, OCTOBER, second.entry, "已电话处理")
    assert by_hand(office_of) == [("迁移案件", "请议定迁入条件")]
    undo.undo(office_of)
    assert len(by_hand(office_of)) == 2
    assert sheets.write_agenda(office_of, OCTOBER, office_of.paths.outbox).stat().st_size > 1000


def test_the_same_case_is_not_asked_twice_and_a_question_needs_words(office_of: AppContext) -> None:
    lead = open_leads(office_of, OCTOBER)[0]
    agenda.put_on(office_of, OCTOBER, f"lead:{lead.id}", "请两园说明")
    for about, proposal, facts in (
        (f"lead:{lead.id}", "再问", ""),
        ("", "提请", ""),
        ("", " ", "事实"),
        ("MV-2026-999", "提请", ""),
    ):
        with pytest.raises(Refused):
            agenda.put_on(office_of, OCTOBER, about, proposal, facts=facts)
    assert len(by_hand(office_of)) == 1
    case = move_case.open_case(office_of, CODES[0], "海淀园", "昌平园", opened_on=date(2026, 9, 1))
    agenda.put_on(office_of, OCTOBER, case.id, "请议定")
    items = sheets.agenda(office_of, OCTOBER).items
    assert sum(case.id in i.facts for i in items) == 1
