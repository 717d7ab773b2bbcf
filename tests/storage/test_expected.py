"""Who owes what: 17 parks by sheet and month, reminders with working days, declarations that are never assumed."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest
from openpyxl import load_workbook

from zgc_desktop.cli.main import run
from zgc_desktop.domain.errors import Refused
from zgc_desktop.domain.expected import DeclarationKind, ExpectedRow
from zgc_desktop.domain.periods import Month
from zgc_desktop.services.context import AppContext
from zgc_desktop.services.receive import receive
from zgc_desktop.services.reminders import declare, expected, reminders

Row = dict[str, object]
WriteFile = Callable[..., Path]
OCTOBER = Month(2026, 10)


@pytest.fixture
def late_desk(desk: AppContext) -> AppContext:
    """The same workspace on 12 November: three working days after the cut-off, which a Sunday moved to the 9th."""
    return replace(desk, clock=lambda: datetime(2026, 11, 12, 9, 0))


def row_of(desk: AppContext, park: str) -> ExpectedRow:
    (grid,) = expected(desk, [OCTOBER])
    return next(r for r in grid.rows if r.park == park)


def test_every_park_is_expected_with_every_sheet(desk: AppContext) -> None:
    (grid,) = expected(desk, [OCTOBER])
    assert [r.park for r in grid.rows] == list(desk.catalogue.parks)
    assert grid.cutoff == date(2026, 11, 9)
    assert len(grid.missing) == 17
    assert [(c.title, c.state.value) for c in grid.rows[0].cells] == [("企业", "未到"), ("税收", "未到"), ("梯队", "—")]


def test_a_missing_sheet_is_named_and_asked_for(
    desk: AppContext, park_file: WriteFile, make_company: Callable[..., Row], make_tax: Callable[..., Row]
) -> None:
    path = park_file("海淀园", "2026-10", [make_company(0)])
    book = load_workbook(path)
    del book["税收"]
    book.save(path)
    receive(desk, [path])
    assert row_of(desk, "海淀园").wanting == ("税收",)
    (reminder,) = reminders(desk, OCTOBER, "海淀")
    assert "第1版已收到，尚缺：税收表" in reminder.text
    receive(desk, [park_file("海淀园", "2026-10", [make_company(0)], [make_tax(0)])])
    assert reminders(desk, OCTOBER, "海淀") == ()


def test_a_reminder_names_the_day_and_the_working_days_late(desk: AppContext, late_desk: AppContext) -> None:
    """催报写明应报日、逾期几个工作日、欠哪几张表。"""
    (early,) = reminders(desk, OCTOBER, "通州园")
    assert "请于 11月9日（周一）前报送，还有 1 个工作日" in early.text
    (late,) = reminders(late_desk, OCTOBER, "通州园")
    assert (late.days_late, late.wanting) == (3, ("企业", "税收"))
    assert "截至 11月12日已逾期 3 个工作日。尚缺：企业表、税收表" in late.text
    assert len(reminders(late_desk, OCTOBER)) == 17


def test_no_change_is_declared_on_the_cover_and_never_assumed(
    desk: AppContext, park_file: WriteFile, make_company: Callable[..., Row], make_tax: Callable[..., Row]
) -> None:
    silent = park_file("海淀园", "2026-10", [make_company(0)], [make_tax(0)])
    said = park_file("昌平园", "2026-10", [make_company(1)], [make_tax(1)])
    book = load_workbook(said)
    cell = next(row for row in book["封面"].iter_rows() if row[0].value == "本月无变动")[1]
    cell.value = "是"
    book.save(said)
    receive(desk, [silent, said])
    assert not row_of(desk, "海淀园").no_change
    assert row_of(desk, "昌平园").no_change


def test_a_park_that_declared_no_change_is_not_reminded_and_still_not_in_the_totals(desk: AppContext) -> None:
    declare(desk, OCTOBER, "通州", DeclarationKind.NO_CHANGE, "李某来电")
    row = row_of(desk, "通州园")
    assert (row.settled, row.arrived, row.punctuality) == (True, None, "已声明本月无变动")
    assert "合计不含" in row.cells[0].note
    assert reminders(desk, OCTOBER, "通州园") == ()
    with pytest.raises(Refused):
        declare(desk, OCTOBER, "通州", DeclarationKind.CORRECTION, "改数")
    with pytest.raises(Refused):
        declare(desk, OCTOBER, "通州", DeclarationKind.LATE, " ")


def test_a_cover_that_says_no_change_over_a_changed_roster_is_a_warning(
    desk: AppContext, park_file: WriteFile, make_company: Callable[..., Row], make_tax: Callable[..., Row]
) -> None:
    receive(desk, [park_file("海淀园", "2026-09", [make_company(0)], [make_tax(0)])])
    path = park_file("海淀园", "2026-10", [make_company(0), make_company(1)], [make_tax(0), make_tax(1)])
    book = load_workbook(path)
    next(row for row in book["封面"].iter_rows() if row[0].value == "本月无变动")[1].value = "是"
    book.save(path)
    (line,) = receive(desk, [path])
    (issue,) = [i for i in line.issues if i.code == "X-NO-CHANGE"]
    assert "新增 1 家、减少 0 家" in issue.message


def test_late_and_corrected_submissions_carry_their_reason(
    late_desk: AppContext, park_file: WriteFile, make_company: Callable[..., Row], make_tax: Callable[..., Row]
) -> None:
    receive(late_desk, [park_file("海淀园", "2026-10", [make_company(0)], [make_tax(0)])])
    assert row_of(late_desk, "海淀园").punctuality == "迟报 3 个工作日（未说明理由）"
    declare(late_desk, OCTOBER, "海淀园", DeclarationKind.LATE, "系统升级")
    receive(late_desk, [park_file("海淀园", "2026-10", [make_company(0)], [make_tax(0, vat=5)])], reason="漏填一项")
    assert row_of(late_desk, "海淀园").punctuality == "迟报 3 个工作日（系统升级），更正（漏填一项）"


def test_the_command_line_prints_grid_reminders_and_declarations(desk: AppContext, capsys: pytest.CaptureFixture[str]) -> None:
    where = ["--month", "2026-10", "--workspace", str(desk.paths.address)]
    assert run(["expected", "--months", "2", "--json", *where]) == 0
    months = json.loads(capsys.readouterr().out)["months"]
    assert [m["month"] for m in months] == ["2026-09", "2026-10"]
    assert len(months[0]["rows"]) == 17
    assert run(["expected", *where]) == 0
    assert run(["declare", "--park", "通州", "--kind", "no-change", "--reason", "来电", *where]) == 0
    assert run(["declare", "--park", "通州", "--kind", "other", "--reason", "来电", *where]) == 2
    capsys.readouterr()
    assert run(["remind", "--json", *where]) == 0
    assert len(json.loads(capsys.readouterr().out)["reminders"]) == 16
