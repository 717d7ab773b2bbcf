"""Statements of the districts and the matrix: written whole, adding up, the same figures on paper and in the sheet."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from zgc_desktop import bootstrap
from zgc_desktop.cli.main import run as zgc
from zgc_desktop.domain.errors import Refused
from zgc_desktop.domain.money import in_unit
from zgc_desktop.domain.periods import Month
from zgc_desktop.domain.settings import OfficeSettings
from zgc_desktop.services import audit, settings, settle_ledger, statements
from zgc_desktop.services.context import AppContext
from zgc_desktop.services.settle import settle


@pytest.fixture
def written(books: AppContext, tmp_path: Path) -> tuple[AppContext, Path]:
    july = Month(2026, 7)
    settle(books, july)
    settle_ledger.confirm(books, july, "昌平区", "王")
    settle_ledger.register_difference(books, july, "海淀区", "赵", "MV-2026-001", "达产日应为六月", claimed_fen=60_000_000)
    return books, tmp_path / "对账单"


def test_every_district_gets_a_statement_and_the_matrix_sums_to_zero(written: tuple[AppContext, Path]) -> None:
    ctx, out = written
    made = statements.write(ctx, Month(2026, 7), out)
    assert len(made.statements) == 17
    assert all(s.pdf.read_bytes().startswith(b"%PDF") for s in made.statements)
    docs = [statements.statement(ctx, Month(2026, 7), s.party) for s in made.statements]
    assert sum(d.net_fen for d in docs) == 0
    assert {d.party: d.net_fen for d in docs if d.net_fen} == {"昌平区": -50_000_001, "海淀区": 50_000_001}
    found = statements.month_matrix(ctx, Month(2026, 7))
    assert sum(found.position(p) for p in found.parties) == 0
    assert made.matrix_xlsx is not None
    page = load_workbook(made.matrix_xlsx)["毛额"]
    names = [page.cell(4, n).value for n in range(2, 19)]
    at = names.index("海淀区") + 2, names.index("昌平区") + 5
    assert page.cell(at[1], at[0]).value == 500_000.01
    assert str(page.cell(5, 19).value).startswith("=SUM(")


def test_the_sheet_and_the_data_say_the_same_and_the_difference_is_on_record(written: tuple[AppContext, Path]) -> None:
    ctx, out = written
    made = statements.write(ctx, Month(2026, 7), out, party="海淀园")
    doc = statements.statement(ctx, Month(2026, 7), "海淀区")
    book = load_workbook(made.statements[0].xlsx)
    cells: list[Any] = [c.value for c in book["逐案对账"][5]]
    (line,) = doc.lines
    assert cells[:5] == [line.case_id, line.company, line.credit_code, "应收", "昌平区"]
    assert cells[12] == float(in_unit(line.due_fen, "元"))
    assert "昌平区王" in cells[18]
    assert [c.value for c in book["差异"][5]][6:8] == ["达产日应为六月", "未了"]
    assert (doc.opening_fen, doc.closing_fen) == (0, 50_000_001)


def test_the_same_statement_prints_the_same_bytes(written: tuple[AppContext, Path]) -> None:
    ctx, out = written
    one = statements.write(ctx, Month(2026, 7), out, party="昌平区").statements[0].pdf.read_bytes()
    assert one == statements.write(ctx, Month(2026, 7), out, party="昌平区").statements[0].pdf.read_bytes()


def test_a_statement_says_where_the_journal_stood_and_says_the_same_later(written: tuple[AppContext, Path]) -> None:
    ctx, out = written
    one = statements.write(ctx, Month(2026, 7), out)
    assert one.matrix_xlsx is not None
    doc = statements.statement(ctx, Month(2026, 7), "昌平区")
    assert f"操作记录 {doc.journal_mark}" in str(load_workbook(one.statements[0].xlsx)["逐案对账"]["A2"].value)
    assert f"操作记录 {doc.journal_mark}" in str(load_workbook(one.matrix_xlsx)["毛额"]["A2"].value)
    assert audit.verify(ctx, anchor=doc.journal_mark, rows=False, files=False).sound
    before = one.statements[0].pdf.read_bytes()
    settings.change(ctx, OfficeSettings(cutoff_day=11))
    assert statements.write(ctx, Month(2026, 7), out).statements[0].pdf.read_bytes() == before
    number, own = doc.journal_mark.split(":")
    assert not audit.verify(ctx, anchor=f"{number}:{own[::-1]}", rows=False, files=False).sound


def test_a_wrong_district_or_month_is_refused_and_nothing_is_written(
    written: tuple[AppContext, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    ctx, out = written
    with pytest.raises(Refused, match="没有叫“海淀乡”的分享主体；可用：东城区"):
        statements.write(ctx, Month(2026, 7), out, party="海淀乡")
    workspace = ["--workspace", str(ctx.paths.address)]
    assert zgc(["statement", "--month", "2026-11", "--out", str(out), *workspace]) == 2
    assert "还没有试算" in capsys.readouterr().err
    assert not out.exists()
    assert bootstrap.open_workspace(ctx.paths.address).store.problems() == []
