"""Corrections of what parks reported: previewed, checked, one step that is undone, the earlier version untouched."""

from __future__ import annotations

import openpyxl
import pytest

from tests.storage.conftest import CODES, WriteFile, company, tax_line
from tests.storage.test_undo import assert_same, assert_sound, dump
from zgc_desktop.domain.companies import CompanyItem
from zgc_desktop.domain.corrections import Correction
from zgc_desktop.domain.errors import Refused
from zgc_desktop.domain.periods import Month
from zgc_desktop.services import look_up, undo, workspace
from zgc_desktop.services.accept import accept
from zgc_desktop.services.context import AppContext
from zgc_desktop.services.correct import correct, preview
from zgc_desktop.services.receive import receive

OCTOBER = Month(2026, 10)


@pytest.fixture
def two_parks(desk: AppContext, park_file: WriteFile) -> AppContext:
    """海淀 and 昌平 accepted for October."""
    files = [
        park_file("海淀园", "2026-10", [company(0), company(2)], [tax_line(0)]),
        park_file("昌平园", "2026-10", [company(1)], [tax_line(1)]),
    ]
    receive(desk, files)
    accept(desk, OCTOBER, despite_errors="试")
    return desk


def line(ctx: AppContext, n: int) -> CompanyItem:
    return next(c for c in look_up.companies(ctx, OCTOBER) if c.credit_code == CODES[n])


def test_a_corrected_value_is_a_new_version_of_the_parks_file_and_its_cell_can_be_opened(two_parks: AppContext) -> None:
    one = line(two_parks, 0)
    said = correct(two_parks, OCTOBER, [Correction(one.id, "employees", "77")], "李某来电，见函")
    assert said.sentence == f"更正 2026-10 海淀园 {one.name}：从业人员 30 → 77"
    now = line(two_parks, 0)
    assert (now.employees, now.revenue_fen) == (77, one.revenue_fen)
    versions = [v for v in look_up.month_submissions(two_parks, OCTOBER) if v.park == "海淀园"]
    assert [(v.version, v.state.value) for v in versions] == [(2, "accepted"), (1, "superseded")]
    assert versions[0].file_name.endswith("_更正.xlsx")
    card = look_up.company_card(two_parks, one.id, OCTOBER)
    assert dict(card.months[-1].sources)["营业收入"].startswith("海淀园 第2版")
    assert_sound(two_parks)


def test_the_first_version_keeps_its_bytes_and_only_the_cell_differs(two_parks: AppContext, tmp_path: object) -> None:
    from io import BytesIO

    correct(two_parks, OCTOBER, [Correction(line(two_parks, 0).id, "revenue_fen", "1,283.55")], "核对发票")
    new, old = (v for v in look_up.month_submissions(two_parks, OCTOBER) if v.park == "海淀园")
    books = [openpyxl.load_workbook(BytesIO(workspace.original(two_parks, v.sha256))) for v in (new, old)]
    differing = [
        (sheet.title, cell.coordinate, cell.value)
        for sheet in books[0]
        for row in sheet
        for cell in row
        if cell.value != books[1][sheet.title][cell.coordinate].value
    ]
    assert [(title, value) for title, _, value in differing] == [("企业", 1283.55)]


def test_a_part_of_the_tax_moves_its_sum(two_parks: AppContext) -> None:
    correct(two_parks, OCTOBER, [Correction(line(two_parks, 0).id, "vat_fen", "3")], "更正税票")
    assert line(two_parks, 0).tax_fen == 3_000_000 + 765_433 + 100


def test_a_sum_of_parts_and_values_that_are_none_are_refused_line_by_line(two_parks: AppContext) -> None:
    one, other, bare = line(two_parks, 0), line(two_parks, 1), line(two_parks, 2)
    found = preview(
        two_parks,
        OCTOBER,
        [
            Correction(one.id, "total_fen", "5"),
            Correction(one.id, "employees", "三十"),
            Correction(one.id, "status", "开心"),
            Correction(other.id, "employees", "31"),
            Correction(bare.id, "vat_fen", "1"),
            Correction(bare.id, "employees", "40"),
        ],
    )
    assert [x.refused for x in found.lines] == [
        "地方合计由各税种相加，请更正增值税、企业所得税或其他地方税",
        "写成不小于 0 的整数",
        "可用：在营、停业、注销、迁出、新设",
        "与现值相同",
        "海淀园的税收表中没有这家企业",
        "",
    ]
    assert [(x.old, x.new) for x in found.taken] == [("32", "40")]


def test_many_companies_of_two_parks_are_one_step_that_is_undone_and_redone(two_parks: AppContext) -> None:
    before = dump(two_parks)
    wanted = [Correction(line(two_parks, n).id, "industry", "生物与健康") for n in (0, 1, 2)]
    said = correct(two_parks, OCTOBER, wanted, "按新分类")
    assert "3 家 3 处（产业领域）" in said.sentence
    assert {line(two_parks, n).industry for n in (0, 1, 2)} == {"生物与健康"}
    steps = [s for s in undo.list_steps(two_parks) if s.entry.command == "correct"]
    assert [s.entry.reason for s in steps] == ["按新分类"]
    after = dump(two_parks)
    undo.undo(two_parks)
    assert_same(two_parks, before)
    undo.redo(two_parks)
    assert_same(two_parks, after)
    assert_sound(two_parks)


def test_what_the_checks_say_of_a_new_value_is_told_before_it_is_written(two_parks: AppContext, park_file: WriteFile) -> None:
    """An amount ten thousand times last month's looks like 元 in a column of 万元."""
    receive(two_parks, [park_file("海淀园", "2026-09", [company(0), company(2)], [tax_line(0)])])
    accept(two_parks, OCTOBER.plus(-1), despite_errors="试")
    low, fine = line(two_parks, 0), line(two_parks, 1)
    found = preview(two_parks, OCTOBER, [Correction(low.id, "revenue_fen", "1000000"), Correction(fine.id, "employees", "35")])
    assert [bool(x.warning or x.refused) for x in found.lines] == [True, False]
    assert line(two_parks, 0).revenue_fen == low.revenue_fen


def test_without_a_reason_or_with_a_version_waiting_nothing_is_corrected(two_parks: AppContext, park_file: WriteFile) -> None:
    wanted = [Correction(line(two_parks, 0).id, "employees", "77")]
    with pytest.raises(Refused, match="没有写明理由"):
        correct(two_parks, OCTOBER, wanted, "  ")
    receive(two_parks, [park_file("海淀园", "2026-10", [company(0, employees=50)], [tax_line(0)])])
    before = dump(two_parks)
    with pytest.raises(Refused, match="第2版待接受"):
        correct(two_parks, OCTOBER, wanted, "来电")
    assert_same(two_parks, before)


def test_a_cluster_is_chosen_by_hand_with_the_same_preview_and_together_with_a_value(two_parks: AppContext) -> None:
    one, other = line(two_parks, 0), line(two_parks, 1)
    wanted = [
        Correction(one.id, "cluster", "翠湖"),
        Correction(other.id, "cluster", "翠湖"),
        Correction(one.id, "employees", "31"),
        Correction(other.id, "cluster", "没有的组团"),
    ]
    found = preview(two_parks, OCTOBER, wanted)
    assert [bool(x.refused) for x in found.lines] == [False, False, False, True]
    assert found.lines[1].warning == "翠湖组团属海淀园，企业在昌平园"
    before = dump(two_parks)
    correct(two_parks, OCTOBER, wanted[:3:2], "实地核查")
    assert (line(two_parks, 0).cluster, line(two_parks, 0).employees) == ("翠湖", 31)
    undo.undo(two_parks)
    assert_same(two_parks, before)
