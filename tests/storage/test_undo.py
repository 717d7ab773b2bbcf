"""Undo and redo: every row as it was, an older step alone, what rests on a step is named, nothing undone is lost."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from db.all_tables import all_tables
from tests.storage.conftest import CODES, WriteFile, company, tax_line
from tests.storage.raw import REFUSED, raw, triggers
from zgc_desktop import bootstrap
from zgc_desktop.domain.errors import Refused
from zgc_desktop.domain.periods import Month
from zgc_desktop.services import audit, case_record, cluster_rules, match, move_case, undo
from zgc_desktop.services.accept import accept
from zgc_desktop.services.context import AppContext
from zgc_desktop.services.publish import publish
from zgc_desktop.services.receive import receive
from zgc_desktop.services.reconcile import open_leads
from zgc_desktop.services.settle import settle

OCTOBER = Month(2026, 10)
BESIDE = {"journal", "journal_image", "kept_file"}


def dump(ctx: AppContext) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table but the journal, sorted."""
    with ctx.store.read() as connection:
        return {
            table.name: sorted((tuple(r) for r in connection.execute(select(table))), key=repr)
            for table in all_tables()
            if table.name not in BESIDE
        }


def assert_same(ctx: AppContext, before: dict[str, list[tuple[Any, ...]]]) -> None:
    now = dump(ctx)
    assert {n: rows for n, rows in now.items() if rows != before[n]} == {n: r for n, r in before.items() if r != now[n]}


def assert_sound(ctx: AppContext) -> None:
    found = audit.verify(ctx)
    assert [f.sentence for f in found.findings] == []
    assert found.rows > 0
    assert ctx.store.problems() == []


@pytest.fixture
def two_parks(desk: AppContext, park_file: WriteFile) -> AppContext:
    """海淀 and 昌平 accepted for October; company 2 is claimed by both."""
    receive(desk, [park_file("海淀园", "2026-10", [company(0), company(2)], [tax_line(0)])])
    accept(desk, OCTOBER, ["海淀园"])
    receive(desk, [park_file("昌平园", "2026-10", [company(1), company(2)], [tax_line(1)])])
    return desk


def test_the_last_step_is_undone_to_the_row_and_redone(two_parks: AppContext) -> None:
    before = dump(two_parks)
    accept(two_parks, OCTOBER, ["昌平园"])
    after = dump(two_parks)
    said = undo.undo(two_parks)
    assert "撤销 #" in said.sentence
    assert "昌平园" in said.sentence
    assert_same(two_parks, before)
    undo.redo(two_parks)
    assert_same(two_parks, after)
    assert_sound(two_parks)


def test_a_receive_is_undone_with_its_facts_companies_and_leads_after_a_restart(desk: AppContext, park_file: WriteFile) -> None:
    receive(desk, [park_file("海淀园", "2026-10", [company(0), company(2)], [tax_line(0)])])
    before = dump(desk)
    receive(desk, [park_file("昌平园", "2026-10", [company(1), company(2)], [tax_line(1)])])
    after = dump(desk)
    assert len(open_leads(desk, OCTOBER)) == 1
    again = bootstrap.open_workspace(desk.paths.address, who="张", clock=desk.clock)
    undo.undo(again)
    assert_same(again, before)
    undo.redo(again)
    assert_same(again, after)
    assert_sound(again)


def test_a_resubmission_is_undone_with_the_version_it_superseded(desk: AppContext, park_file: WriteFile) -> None:
    receive(desk, [park_file("海淀园", "2026-10", [company(0)], [tax_line(0)])])
    before = dump(desk)
    receive(desk, [park_file("海淀园", "2026-10", [company(0, name="北京衡岳智能科技有限公司")], [tax_line(0, vat=5)])])
    undo.undo(desk)
    assert_same(desk, before)
    assert_sound(desk)


def test_an_older_step_is_undone_alone_when_nothing_rests_on_it(two_parks: AppContext) -> None:
    accepted = next(s for s in undo.list_steps(two_parks) if s.entry.command == "accept")
    accept(two_parks, OCTOBER, ["昌平园"])
    assert undo.can_undo(two_parks, accepted.seq).possible
    undo.undo(two_parks, accepted.seq)
    with two_parks.store.read() as connection:
        rows = connection.exec_driver_sql("SELECT park, disputed_with FROM standing").all()
    assert sorted(tuple(r) for r in rows) == [("昌平园", ""), ("昌平园", "")]
    assert_sound(two_parks)
    undo.redo(two_parks, accepted.seq)
    with two_parks.store.read() as connection:
        rows = connection.exec_driver_sql("SELECT park, disputed_with FROM standing").all()
    assert sorted(r[0] for r in rows) == ["昌平园", "海淀园", "海淀园"]
    assert_sound(two_parks)


def test_what_rests_on_a_step_is_named_and_can_be_undone_with_it(two_parks: AppContext) -> None:
    first = undo.list_steps(two_parks)[-1]
    found = undo.can_undo(two_parks, first.seq)
    assert [s.entry.command for s in found.rests] == ["accept", "receive"]
    with pytest.raises(Refused, match="接受 2026-10 海淀园"):
        undo.undo(two_parks, first.seq)
    before = dump(two_parks)
    undo.undo(two_parks, first.seq, together=True)
    with two_parks.store.read() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM company").scalar_one() == 0
    said = undo.redo(two_parks, first.seq)
    assert said.sentence.startswith(f"重做 #{first.seq}等 3 步：接收 海淀园")
    assert_same(two_parks, before)
    assert_sound(two_parks)


def test_new_work_after_an_undo_keeps_what_was_undone_listed_and_redoable(two_parks: AppContext) -> None:
    accept(two_parks, OCTOBER, ["昌平园"])
    undo.undo(two_parks)
    (waiting,) = undo.pending_redo(two_parks)
    assert "接受 2026-10 昌平园" in waiting.entry.sentence
    case = move_case.open_case(two_parks, CODES[0], "海淀园", "昌平园")  # new work: nothing is asked or lost below the window
    assert undo.pending_redo(two_parks) == ()
    listed = [(s.entry.command, s.state) for s in undo.list_steps(two_parks)[:2]]
    assert listed == [("case-open", "有效"), ("accept", "已撤销")]
    undo.redo(two_parks, waiting.seq)
    assert [s.state for s in undo.list_steps(two_parks)[:2]] == ["有效", "有效"]
    assert move_case.all_cases(two_parks)[0].id == case.id
    assert_sound(two_parks)


def test_a_redo_that_would_clash_with_new_work_says_with_what(two_parks: AppContext, park_file: WriteFile) -> None:
    received = undo.list_steps(two_parks)[0]
    undo.undo(two_parks, received.seq)
    receive(two_parks, [park_file("昌平园", "2026-10", [company(3)], [tax_line(3)])])
    found = undo.can_redo(two_parks, received.seq)
    assert [s.entry.command for s in found.rests] == ["receive"]
    with pytest.raises(Refused, match="接收 昌平园 2026-10 第1版"):
        undo.redo(two_parks, received.seq)
    assert [s.state for s in undo.list_steps(two_parks)[:2]] == ["有效", "已撤销"]


def test_a_redo_whose_ground_was_taken_back_meanwhile_says_so_and_changes_nothing(
    desk: AppContext, park_file: WriteFile
) -> None:
    receive(desk, [park_file("昌平园", "2026-10", [company(1)], [tax_line(1)])])
    match.register_wish(desk, CODES[1], written_on=date(2026, 10, 9), paper="意向书", need_m2=800)
    wish, received = undo.list_steps(desk)[:2]
    undo.undo(desk)
    undo.undo(desk, received.seq)
    before = dump(desk)
    with pytest.raises(Refused, match=r"已随别的操作撤销.*请先重做"):
        undo.redo(desk, wish.seq)
    assert_same(desk, before)
    undo.redo(desk, received.seq)
    undo.redo(desk, wish.seq)
    assert undo.list_steps(desk)[0].state == "有效"


def test_steps_go_back_and_forth_one_by_one(two_parks: AppContext) -> None:
    states = [dump(two_parks)]
    for act in (
        lambda: accept(two_parks, OCTOBER, ["昌平园"]),
        lambda: cluster_rules.choose(two_parks, CODES[0], "翠湖", "试", from_month=OCTOBER),
        lambda: settle(two_parks, OCTOBER),
    ):
        act()
        states.append(dump(two_parks))
    for state in reversed(states[:-1]):
        undo.undo(two_parks)
        assert_same(two_parks, state)
    for state in states[1:]:
        undo.redo(two_parks)
        assert_same(two_parks, state)
    undo.undo(two_parks)
    undo.redo(two_parks)
    undo.undo(two_parks)
    assert_same(two_parks, states[-2])
    assert [s.state for s in undo.list_steps(two_parks)[:2]] == ["已撤销", "有效"]
    assert_sound(two_parks)


def test_what_only_grows_is_taken_back_by_an_undo_and_stays_in_the_journal(two_parks: AppContext) -> None:
    case = move_case.open_case(two_parks, CODES[0], "海淀园", "昌平园")
    case_record.say(two_parks, case.id, "海淀区", "知悉", "王")
    step = undo.list_steps(two_parks)[0]
    undo.undo(two_parks)
    assert case_record.lanes(two_parks, case.id)[0].word == "待答复"
    assert "知悉" in json.dumps([r.values for r in audit.shown(two_parks, step.seq).rows], ensure_ascii=False)
    assert {"case_position_no_update", "case_position_no_delete"} <= triggers(two_parks.store)
    case_record.say(two_parks, case.id, "海淀区", "知悉", "王")
    with raw(two_parks.store) as connection, pytest.raises(REFUSED, match="only grows"):
        connection.execute("DELETE FROM case_position")
    assert_sound(two_parks)


def test_a_landing_is_undone_with_every_month_it_rebuilt(two_parks: AppContext) -> None:
    case = move_case.open_case(two_parks, CODES[0], "海淀园", "昌平园")
    move_case.describe(two_parks, case.id, nature="政府主导", kind="整体", registered_on=date(2026, 10, 20))
    before = dump(two_parks)
    move_case.land(two_parks, case.id)
    assert dump(two_parks)["standing"] != before["standing"] or dump(two_parks)["residence"] != before["residence"]
    undo.undo(two_parks)
    assert_same(two_parks, before)


def test_a_case_made_of_a_lead_rests_on_both_files_that_showed_it(two_parks: AppContext) -> None:
    (lead,) = open_leads(two_parks, OCTOBER)
    assert lead.id is not None
    move_case.open_from_lead(two_parks, lead.id)
    received = next(s for s in undo.list_steps(two_parks) if "接收 昌平园" in s.entry.sentence)
    assert [s.entry.command for s in undo.can_undo(two_parks, received.seq).rests] == ["case-open"]


def test_a_case_brought_back_finds_the_lead_that_came_up_meanwhile(desk: AppContext, park_file: WriteFile) -> None:
    """撤销立案期间收到的重复主张先列为待判定；重做立案后归入本案，与未撤销过一样。"""
    receive(desk, [park_file("海淀园", "2026-10", [company(0), company(2)], [tax_line(0)])])
    case = move_case.open_case(desk, CODES[2], "海淀园", "昌平园")
    opened = undo.list_steps(desk)[0]
    undo.undo(desk, opened.seq)
    receive(desk, [park_file("昌平园", "2026-10", [company(1), company(2)], [tax_line(1)])])
    assert [(lead.state, lead.case_id) for lead in open_leads(desk, OCTOBER)] == [("open", "")]
    meanwhile = dump(desk)
    undo.redo(desk, opened.seq)
    assert [(lead.state, lead.case_id) for lead in open_leads(desk, OCTOBER)] == [("case", case.id)]
    undo.undo(desk, opened.seq)
    assert_same(desk, meanwhile)
    assert_sound(desk)


def test_a_case_opened_by_hand_is_undone_with_its_hold_on_the_lead(two_parks: AppContext) -> None:
    before = dump(two_parks)
    case = move_case.open_case(two_parks, CODES[2], "海淀园", "昌平园")
    after = dump(two_parks)
    assert [(lead.state, lead.case_id) for lead in open_leads(two_parks, OCTOBER)] == [("case", case.id)]
    undo.undo(two_parks)
    assert_same(two_parks, before)
    undo.redo(two_parks)
    assert_same(two_parks, after)
    received = next(s for s in undo.list_steps(two_parks) if "接收 昌平园" in s.entry.sentence)
    undo.undo(two_parks, received.seq)
    assert open_leads(two_parks, OCTOBER) == ()
    undo.redo(two_parks, received.seq)
    assert [(lead.state, lead.case_id) for lead in open_leads(two_parks, OCTOBER)] == [("case", case.id)]
    assert_sound(two_parks)


def test_what_a_redo_would_point_at_is_missed_before_it_is_tried(desk: AppContext, park_file: WriteFile) -> None:
    """两个月的报送先后撤销后，不能先重做后一份：它的企业是前一份登记的。事先说明，并指出该先重做哪一步。"""
    receive(desk, [park_file("海淀园", "2026-10", [company(0)], [tax_line(0)])])
    receive(desk, [park_file("海淀园", "2026-09", [company(0)], [tax_line(0)])])
    later, earlier = (s.seq for s in undo.list_steps(desk)[:2])
    undo.undo(desk, later)
    undo.undo(desk, earlier)
    match.register_room(desk, "永丰", OCTOBER, 900, source="试")
    before = dump(desk)
    found = undo.can_redo(desk, later)
    assert not found.possible
    assert f"已随别的操作撤销；请先重做 #{earlier} 接收 海淀园 2026-10" in found.why_not
    with pytest.raises(Refused, match=f"请先重做 #{earlier}"):
        undo.redo(desk, later)
    assert_same(desk, before)
    undo.redo(desk, earlier)
    assert undo.can_redo(desk, later).possible
    undo.redo(desk, later)
    assert_sound(desk)


def test_what_was_locked_or_published_is_not_undone_and_says_why(two_parks: AppContext, tmp_path: Path) -> None:
    publish(two_parks, OCTOBER, tmp_path / "发件", despite="试")
    with pytest.raises(Refused, match="月报已发布"):
        undo.undo(two_parks)
    accepted = next(s for s in undo.list_steps(two_parks) if s.entry.command == "accept")
    found = undo.can_undo(two_parks, accepted.seq)
    assert [s.entry.command for s in found.rests] == ["publish"]
    assert not found.together
    with pytest.raises(Refused, match="发布 2026-10 月报"):
        undo.undo(two_parks, accepted.seq, together=True)


def test_only_ones_own_last_step_is_meant_by_undo(two_parks: AppContext) -> None:
    other = replace(two_parks, who="李")
    move_case.open_case(other, CODES[0], "海淀园", "昌平园")
    assert undo.can_undo(two_parks).step is not None
    undo.undo(two_parks)
    assert [c.company_id for c in move_case.all_cases(two_parks)] != []
    assert undo.can_undo(replace(two_parks, who="赵")).why_not == "没有可撤销的操作"


def test_a_trial_is_not_redone_over_a_later_one_of_its_month(desk: AppContext) -> None:
    settle(desk, OCTOBER.plus(-1))
    undo.undo(desk)
    settle(desk, OCTOBER)  # takes the number the first had
    settle(desk, OCTOBER.plus(-1))
    first = undo.list_steps(desk)[-1]
    found = undo.can_redo(desk, first.seq)
    assert [s.entry.sentence[:10] for s in found.rests] == ["试算 2026-10", "试算 2026-09"]
    with pytest.raises(Refused, match="以它为依据"):
        undo.redo(desk, first.seq)
