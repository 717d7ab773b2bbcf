"""Simulations: what a changed rule would have given, case by case and district by district, and that none can be posted."""

from __future__ import annotations

import ast
import hashlib
import inspect
import json
from datetime import date
from pathlib import Path

import pikepdf
import pytest

from tests.storage.ledger_story import AUGUST, CODES, JULY, SEPTEMBER, locked, moved, report_tax
from tests.storage.test_undo import dump
from zgc_desktop.cli.main import run as zgc
from zgc_desktop.domain.errors import Refused
from zgc_desktop.domain.periods import Month
from zgc_desktop.domain.what_if import MARK, Simulation
from zgc_desktop.services import simulate as service
from zgc_desktop.services.context import AppContext
from zgc_desktop.services.settle import compute
from zgc_desktop.services.simulate import simulate


@pytest.fixture
def three(books: AppContext) -> AppContext:
    """A second case, of the market's own accord, and a third whose base lies below the threshold."""
    moved(books, CODES[2], "顺义园", "亦庄园", base=1_900_000_000)
    for month in (JULY, AUGUST, SEPTEMBER):
        report_tax(books, month, {CODES[0]: ("昌平园", (60_000_001, 40_000_000)), CODES[2]: ("亦庄园", (1_000, 0))})
    return books


def fingerprint(ctx: AppContext) -> str:
    """Of the file to the byte; on a server of its journal's head and every row."""
    if ctx.store.on_server:
        return f"{ctx.store.head()} {dump(ctx)}"
    return hashlib.sha256(ctx.store.path.read_bytes()).hexdigest()


def test_changed_ratios_move_money_between_the_two_districts_and_sum_to_zero(three: AppContext) -> None:
    found = simulate(three, SEPTEMBER, ["ratios=40%，40%，40%"])
    one = next(c for c in found.cases if c.before.eligible)
    assert (one.before.due_fen, one.after.due_fen) == (150_000_003, 120_000_000)
    assert sum(p.change_fen for p in found.parties) == 0
    assert {p.party: p.change_fen for p in found.parties if p.change_fen} == {"海淀区": -30_000_003, "昌平区": 30_000_003}
    assert found.changes == (("ratios", "第 1 年 0.5，第 2 年 0.5，第 3 年 0.5", "第 1 年 0.4，第 2 年 0.4，第 3 年 0.4"),)


def test_a_lower_threshold_brings_a_case_in_and_a_higher_one_puts_a_case_out(three: AppContext) -> None:
    lower = simulate(three, SEPTEMBER, ["threshold=19000000"])
    assert [c.company for c in lower.entering] == [f"企业{CODES[2][-4:]}"]
    assert lower.entering[0].after.due_fen == 1_500
    higher = simulate(three, SEPTEMBER, ["threshold.at_least=30,000,000.00"])
    assert [c.case_id for c in higher.leaving] == ["MV-2026-001"]
    assert simulate(three, SEPTEMBER, ["threshold=无"]).entering


def test_a_lower_cap_runs_out_earlier_and_the_forecast_carries_on(three: AppContext) -> None:
    assert not simulate(three, SEPTEMBER, ["cap.amount=1500000.00"]).cases[0].before.runs_out
    found = simulate(three, SEPTEMBER, ["cap.amount=1500000.00"], forecast_months=24)
    one = found.cases[0]
    assert one.before.due_fen == 27 * 50_000_001
    assert (one.after.due_fen, one.after.runs_out) == (150_000_000, Month(2026, 9))
    assert found.forecast_months == 24


def test_a_whole_rule_file_can_stand_in(three: AppContext, tmp_path: Path) -> None:
    file = tmp_path / "试行.toml"
    file.write_text(
        '[rule]\nkey = "试行"\ntitle = "试行办法"\nnatures = ["政府主导"]\nstart = "registered"\nwindow = "rolling_12"\n'
        'basis = "actual"\nratios = ["1"]\nnegative = "clawback"\nrounding = "each_period"\nscope = "local"\n'
        'taxes = ["增值税", "企业所得税"]\n',
        encoding="utf-8",
    )
    found = simulate(three, SEPTEMBER, rule_file=file)
    assert {c.after.due_fen for c in found.cases} == {300_000_003, 3_000}
    assert "试行办法" in found.changes[0][2]


def test_the_baseline_is_what_settling_gives(three: AppContext) -> None:
    found = simulate(three, SEPTEMBER, ["ratios=0.4,0.4,0.4"])
    settled = sum(compute(three, m).section.due_fen for m in (JULY, AUGUST, SEPTEMBER))
    assert sum(c.before.due_fen for c in found.cases) == settled


def test_a_simulation_leaves_the_database_as_it_was_and_cannot_be_posted(three: AppContext, tmp_path: Path) -> None:
    """模拟不留任何痕迹：数据库一字不变；模拟结果里没有可以入账的行；模拟的代码没有写库的路。"""
    locked(three, JULY)
    before = fingerprint(three)
    found = simulate(three, AUGUST, ["ratios=0.4,0.4,0.4"], forecast_months=12)
    service.as_pdf(three, found, tmp_path)
    assert fingerprint(three) == before
    assert not {"lines", "entries", "section", "run"} & set(Simulation.__slots__)
    tree = ast.parse(inspect.getsource(service))
    names = {n.attr for n in ast.walk(tree) if isinstance(n, ast.Attribute)} | {
        n.id for n in ast.walk(tree) if isinstance(n, ast.Name)
    }
    assert not {"write", "put_trial", "lock", "settle", "UnitOfWork"} & names
    modules = {n.module for n in ast.walk(tree) if isinstance(n, ast.ImportFrom) and n.module}
    assert not {"db.settlements", "db.moves", "db.store", "zgc_desktop.services.settle_ledger"} & modules


def test_the_sheet_is_one_page_and_marked(three: AppContext, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    words = ["simulate", "--month", "2026-09", "--set", "ratios=0.4,0.4,0.4", "--pdf", str(tmp_path), "--json"]
    assert zgc([*words, "--workspace", str(three.paths.address)]) == 0
    facts = json.loads(capsys.readouterr().out)
    assert facts["mark"] == MARK == "模拟·非结算"
    with pikepdf.open(facts["pdf"]) as paper:
        assert len(paper.pages) == 1
    assert "非结算" in facts["pdf"]


SLIPS = (
    ((), "没有给出要模拟的改动"),
    (("ratios",), "不是“键=值”的样式"),
    (("ratio=0.4",), "模拟不能改“ratio”"),
    (("ratios=1.2",), "ratios"),
    (("ratios=四成",), "ratios"),
    (("ratios=x%",), "不是比例"),
    (("base_years=三",), "不是整数"),
    (("start=随时",), "rule.start"),
    (("threshold.at_least=-5",), "threshold.at_least"),
    (("floor=很多",), "rule.floor"),
    (("local_share=0.5",), "请用规则文件"),
)


def test_a_wrong_setting_is_refused_with_key_and_advice(desk: AppContext) -> None:
    for texts, said in SLIPS:
        with pytest.raises(Refused, match=said):
            simulate(desk, SEPTEMBER, texts)


def test_a_case_that_cannot_be_computed_is_named_and_the_others_are_simulated(three: AppContext) -> None:
    moved(three, CODES[3], "海淀园", "朝阳园", date(2026, 6, 30))
    moved(three, CODES[3], "大兴园", "顺义园", date(2026, 7, 5))
    report_tax(three, SEPTEMBER, {CODES[0]: ("昌平园", (60_000_001, 40_000_000)), CODES[3]: ("顺义园", (5, 5))})
    found = simulate(three, SEPTEMBER, ["ratios=0.4,0.4,0.4"])
    assert "前一次迁到朝阳区" in found.faults[0]
    assert any(c.before.due_fen for c in found.cases)
