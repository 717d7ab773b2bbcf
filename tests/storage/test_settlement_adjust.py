"""Manual postings on a real database: they stand in the open month, are confirmed and locked, and no rule takes them back."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from tests.storage.ledger_story import AUGUST, CODES, JULY, OCTOBER, SEPTEMBER, known, locked, moved, report_tax
from tests.storage.raw import REFUSED, raw
from zgc_desktop.cli.main import run as zgc
from zgc_desktop.domain.adjustments import Adjustment
from zgc_desktop.domain.errors import Refused
from zgc_desktop.domain.periods import Month
from zgc_desktop.domain.settlement import LOCKED
from zgc_desktop.domain.sharing.explain import recompute, walk
from zgc_desktop.services import explain, settle_adjust, settle_ledger, statements, undo
from zgc_desktop.services.context import AppContext
from zgc_desktop.services.settle import compute, settle

CASE = "MV-2026-001"


@pytest.fixture
def books(desk: AppContext) -> AppContext:
    """One case that shares half of 100 元 in every month from July to October; July and August are locked."""
    known(desk, CODES[0])
    assert moved(desk, CODES[0]) == CASE
    for month in (JULY, AUGUST, SEPTEMBER, OCTOBER):
        report_tax(desk, month, {CODES[0]: ("昌平园", (10_000, 0))})
    return locked(desk, JULY, AUGUST)


def post(
    ctx: AppContext,
    month: Month = SEPTEMBER,
    due: int = -1_200,
    counted: int = -2_400,
    reason: str = "八月退库",
    evidence: str = "税务更正函〔2026〕7号",
) -> Adjustment:
    return settle_adjust.adjust(
        ctx, month, CASE, AUGUST, due_fen=due, counted_fen=counted, person="张", reason=reason, evidence=evidence,
        day=date(2026, 10, 9),
    )  # fmt: skip


def test_a_posting_is_a_line_of_the_open_month_and_the_locked_month_stays(books: AppContext) -> None:
    before = settle_ledger.view(books, AUGUST).section
    given = post(books)
    settle(books, SEPTEMBER)
    found = settle_ledger.view(books, SEPTEMBER)
    ours = next(x.line.line for x in found.lines if x.line.line.posting)
    assert (ours.due_fen, ours.counted_fen, ours.kept_fen) == (-1_200, -2_400, -1_200)
    assert (ours.corrects, ours.clause, ours.posting) == ("2026-08", "税务更正函〔2026〕7号", given.name)
    assert found.section.difference_fen == 0
    assert found.section.due_fen == 5_000 - 1_200
    assert settle_ledger.view(books, AUGUST).section == before
    assert f"{CASE}（昌平区→海淀区）待昌平区、海淀区确认" in found.blocks


def test_what_was_posted_and_locked_is_never_taken_back_by_the_rule(books: AppContext) -> None:
    """The month after works August out again: as the facts stand it is what was locked, so nothing is to correct."""
    post(books)
    locked(books, SEPTEMBER)
    assert settle_ledger.view(books, SEPTEMBER).run.state == LOCKED
    october = compute(books, OCTOBER).section
    assert [x for x in october.lines if x.adjustment] == []
    paid = settle_ledger.party_balances(books)
    assert paid == {"海淀区": 3 * 5_000 - 1_200, "昌平区": -3 * 5_000 + 1_200}


def test_a_posting_explains_itself_open_and_locked(books: AppContext) -> None:
    post(books)
    settle(books, SEPTEMBER)
    for _ in range(2):
        for party, whole in (("海淀区", 5_000 - 1_200), ("昌平区", 5_000 - 1_200)):
            tree = explain.figure(books, SEPTEMBER, CASE, party)
            assert tree.amount_fen == whole == recompute(tree)
            posted = [n for _, n in walk(tree) if "调整分录第1号" in n.label and n.source]
            assert posted[0].clause == "税务更正函〔2026〕7号"
            assert "八月退库" in posted[0].source
        if settle_ledger.view(books, SEPTEMBER).run.state != LOCKED:
            locked(books, SEPTEMBER)
    assert explain.rule_words(books, SEPTEMBER, CASE).startswith("规则 jjj-2015")


def test_the_statement_names_reason_and_evidence(books: AppContext, tmp_path: Path) -> None:
    post(books)
    settle(books, SEPTEMBER)
    doc = statements.statement(books, SEPTEMBER, "海淀区")
    ours = next(s for s in doc.lines if s.posting)
    assert "八月退库" in ours.source
    assert doc.net_fen == 5_000 - 1_200
    written = statements.write(books, SEPTEMBER, tmp_path)
    book = load_workbook(next(s.xlsx for s in written.statements if s.party == "海淀区"))
    assert any("八月退库" in str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row)


def test_a_posting_is_undone_and_taken_back_while_its_month_is_open(books: AppContext) -> None:
    post(books)
    assert settle_adjust.adjustments(books, SEPTEMBER)
    undo.undo(books)
    assert settle_adjust.adjustments(books, SEPTEMBER) == ()
    undo.redo(books)
    settle(books, SEPTEMBER)
    settle_adjust.take_back(books, 1, "误登")
    settle(books, SEPTEMBER)
    assert [x for x in settle_ledger.view(books, SEPTEMBER).section.lines if x.posting] == []


def test_a_trial_run_rests_on_the_postings_it_holds(books: AppContext) -> None:
    post(books)
    settle(books, SEPTEMBER)
    step = next(s.seq for s in undo.list_steps(books) if s.entry.command == "settlement-adjust")
    with pytest.raises(Refused, match="试算"):
        undo.undo(books, step)


def test_a_posting_outlives_its_lock_against_service_and_database(books: AppContext) -> None:
    post(books)
    locked(books, SEPTEMBER)
    with pytest.raises(Refused, match="不能撤回"):
        settle_adjust.take_back(books, 1, "误登")
    with raw(books.store) as connection, pytest.raises(REFUSED, match="never rewritten"):
        connection.execute("DELETE FROM settlement_adjustment")


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ({"reason": ""}, "须写明理由、依据与经办人"),
        ({"evidence": ""}, "须写明理由、依据与经办人"),
        ({"due": 0, "counted": 0}, "金额为零"),
        ({"month": AUGUST}, "不早于"),
        ({"month": JULY}, "不早于"),
    ],
)
def test_a_posting_without_ground_is_refused(books: AppContext, told: dict[str, Any], said: str) -> None:
    with pytest.raises(Refused, match=said):
        post(books, **told)
    assert settle_adjust.adjustments(books) == ()


def test_a_locked_month_takes_no_posting_and_names_the_one_that_does(books: AppContext) -> None:
    with pytest.raises(Refused) as refused:
        settle_adjust.adjust(books, AUGUST, CASE, JULY, due_fen=5, person="张", reason="补", evidence="函")
    assert "请登记在 2026-09" in str(refused.value)
    settle(books, SEPTEMBER)
    with pytest.raises(Refused, match="2026-09 尚在试算"):
        settle_adjust.adjust(books, OCTOBER, CASE, SEPTEMBER, due_fen=5, person="张", reason="补", evidence="函")


def test_the_command_line_registers_lists_and_takes_back(books: AppContext, capsys: pytest.CaptureFixture[str]) -> None:
    where = ["--workspace", str(books.paths.address)]
    books.close()
    given = ["settlement", "adjust", "--month", "2026-09", "--case", CASE, "--about", "2026-08", "--due", "-12.00"]
    given += ["--person", "张", "--reason", "退库", "--evidence", "函〔7〕"]
    assert zgc([*given, *where]) == 0
    assert "调整分录第1号" in capsys.readouterr().out
    assert zgc(["settlement", "adjustments", "--json", *where]) == 0
    assert '"due_fen": -1200' in capsys.readouterr().out
    assert zgc(["settlement", "adjust-undo", "1", "--reason", "误登", *where]) == 0
    assert zgc(["settlement", "adjust-undo", "1", "--reason", "误登", *where]) == 2
