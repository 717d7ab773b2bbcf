"""The settlement ledger on a real database: confirm, differ, lock; later changes are adjustments and nothing locked moves."""

from __future__ import annotations

import json
import random
import re
from dataclasses import replace
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

import db.tables as t
from db.queries import settlements
from tests.storage.ledger_story import AUGUST, CODES, JULY, SEPTEMBER, Tax, known, locked, moved, report_tax
from tests.storage.raw import REFUSED, raw
from zgc_desktop.cli.main import run as zgc
from zgc_desktop.domain.errors import Refused
from zgc_desktop.domain.explanation_json import from_json, to_json
from zgc_desktop.domain.moves import BaseYear, CaseState
from zgc_desktop.domain.periods import Month
from zgc_desktop.domain.settlement import LOCKED, balances, matrix
from zgc_desktop.domain.sharing.explain import recompute, walk
from zgc_desktop.domain.sharing.run import run_case
from zgc_desktop.domain.sharing.schedule import period_of
from zgc_desktop.services import explain, move_case, settle_ledger
from zgc_desktop.services.context import AppContext
from zgc_desktop.services.settle import compute, settle
from zgc_desktop.services.workspace import check


def dump(ctx: AppContext, month: Month) -> list[object]:
    """Everything the ledger holds of a month."""
    with ctx.store.read() as connection:
        run = settlements.run_of(connection, month)
        assert run is not None
        tables = ("settlement_line", "posting", "settlement_proof")
        rows = [connection.exec_driver_sql(f"SELECT * FROM {x} WHERE settlement_id = {run.id}").all() for x in tables]
        return [run, *rows]


def test_a_month_goes_from_trial_over_both_districts_to_locked(books: AppContext) -> None:
    settle(books, JULY)
    assert settle_ledger.view(books, JULY).state == "试算"
    with pytest.raises(Refused, match="待昌平区、海淀区确认"):
        settle_ledger.lock(books, JULY, "李")
    settle_ledger.confirm(books, JULY, "昌平区", "王")
    settle_ledger.confirm(books, JULY, "海淀区", "赵", day=date(2026, 8, 20))
    found = settle_ledger.view(books, JULY)
    assert (found.state, found.agreed, found.blocks) == ("双方确认", 1, ())
    assert [(p, a.person if a else "") for p, a in found.lines[0].answers] == [("昌平区", "王"), ("海淀区", "赵")]
    summary = settle_ledger.lock(books, JULY, "李")
    assert summary.months == {"2026-07"}
    assert settle_ledger.view(books, JULY).state == "已锁定"
    assert settle_ledger.party_balances(books) == {"昌平区": -50_000_001, "海淀区": 50_000_001}
    assert move_case.all_cases(books)[0].state is CaseState.SHARING


def test_a_locked_month_reads_as_it_was_locked_whatever_comes_later(books: AppContext) -> None:
    locked(books, JULY)
    before, section, tree = dump(books, JULY), compute(books, JULY).section, explain.figure(books, JULY, "MV-2026-001")
    report_tax(books, JULY, {CODES[0]: ("昌平园", (1, 1))})
    move_case.describe(books, "MV-2026-001", at_capacity_on=date(2026, 9, 1))
    assert compute(books, JULY).section == section
    assert dump(books, JULY) == before
    assert explain.figure(books, JULY, "MV-2026-001") == tree
    with pytest.raises(Refused, match="锁定的结算不改写"):
        settle(books, JULY)
    for write in (
        lambda: settle_ledger.confirm(books, JULY, "海淀区", "赵"),
        lambda: settle_ledger.discard(books, JULY),
        lambda: settle_ledger.lock(books, JULY, "李"),
    ):
        with pytest.raises(Refused, match="不能再改"):
            write()


def test_a_ruling_lets_a_month_lock_and_the_tax_stays_unreported_until_it_comes(books: AppContext) -> None:
    """经裁定可在未报时锁定；仍列未报，次月跟进，补报后列为调账，从不作零。"""
    report_tax(books, JULY, {CODES[0]: ("昌平园", None)})
    settle(books, JULY)
    with pytest.raises(Refused, match="税收未报"):
        settle_ledger.lock(books, JULY, "李")
    for case, person, reason, word in (
        ("MV-2026-001", "", "x", "裁定须写明"), ("MV-2026-009", "周", "园方系统停机", "不是未报"),
    ):  # fmt: skip
        with pytest.raises(Refused, match=word):
            settle_ledger.rule_missing(books, JULY, case, person, reason)
    settle_ledger.rule_missing(books, JULY, "MV-2026-001", "周", "园方系统停机，八月补报")
    with pytest.raises(Refused, match="已有裁定"):
        settle_ledger.rule_missing(books, JULY, "MV-2026-001", "周", "再一次")
    settle_ledger.lock(books, JULY, "李")
    section = compute(books, JULY).section
    assert (section.lines, len(section.missing), section.counted_fen) == ((), 1, 0)
    followed = next(n for n in settle(books, AUGUST).notes if n.startswith("仍未报"))
    assert "2026-07" in followed
    assert "园方系统停机" in followed
    report_tax(books, JULY, {CODES[0]: ("昌平园", (60_000_001, 40_000_000))})
    found = settle(books, AUGUST)
    assert [(x.corrects, x.due_fen) for x in found.section.lines if x.adjustment] == [("2026-07", 50_000_001)]
    assert not any(n.startswith("仍未报") for n in found.notes)


def test_a_trial_run_again_without_a_change_writes_and_journals_nothing(books: AppContext) -> None:
    settle(books, JULY)
    with books.store.read() as connection:
        before = connection.exec_driver_sql("SELECT max(seq) FROM journal").scalar()
    settle(books, JULY)
    with books.store.read() as connection:
        assert connection.exec_driver_sql("SELECT max(seq) FROM journal").scalar() == before
    report_tax(books, JULY, {CODES[0]: ("昌平园", (60_000_001, 40_000_001))})
    settle(books, JULY)
    assert settle_ledger.view(books, JULY).section.counted_fen == 100_000_002


REWRITES = (
    "UPDATE settlement SET due_fen = 0",
    "UPDATE settlement SET state = 'trial'",
    "DELETE FROM settlement",
    "INSERT INTO settlement SELECT * FROM settlement WHERE true ON CONFLICT (id) DO UPDATE SET state = 'trial'",
    "UPDATE settlement_line SET due_fen = 1",
    "DELETE FROM settlement_line",
    "INSERT INTO posting VALUES (1, 9, 0, '海淀区', 5)",
    "UPDATE posting SET amount_fen = 0",
    "DELETE FROM posting",
    "UPDATE settlement_proof SET content = x'00'",
    "DELETE FROM settlement_proof",
    "DELETE FROM settlement_answer",
    "UPDATE settlement_answer SET person = '别人'",
)


def test_the_database_itself_refuses_to_rewrite_a_locked_month(books: AppContext) -> None:
    locked(books, JULY)
    before = dump(books, JULY)
    with raw(books.store) as connection:
        for sql in REWRITES:
            with pytest.raises(REFUSED, match="never rewritten"):
                connection.execute(sql)
    assert dump(books, JULY) == before


def test_entries_that_do_not_sum_to_zero_cannot_be_locked_even_past_the_service(books: AppContext) -> None:
    settle(books, JULY)
    with raw(books.store) as connection:
        connection.execute("UPDATE posting SET amount_fen = amount_fen + 1 WHERE number = 1")
        with pytest.raises(REFUSED, match="sum to zero"):
            connection.execute("UPDATE settlement SET state = 'locked'")


def test_corrected_tax_of_a_locked_month_is_an_adjustment_that_names_the_month(books: AppContext) -> None:
    """七月更正、退库到账：差额列入八月，写明更正 2026-07；七月不动。"""
    locked(books, JULY)
    report_tax(books, JULY, {CODES[0]: ("昌平园", (60_000_001, 30_000_000))})
    section = settle(books, AUGUST).section
    ordinary, change = sorted(section.lines, key=lambda x: x.adjustment)
    assert (ordinary.due_fen, ordinary.corrects) == (50_000_001, "")
    assert (change.corrects, change.counted_fen, change.due_fen, change.kept_fen) == (
        "2026-07", -10_000_000, -5_000_000, -5_000_000)  # fmt: skip
    assert section.difference_fen == 0
    locked(books, AUGUST)
    assert [x.adjustment for x in settle(books, SEPTEMBER).section.lines] == [False]
    assert settle_ledger.party_balances(books)["海淀区"] == 50_000_001 + 45_000_001


def test_a_capacity_day_entered_late_and_a_base_corrected_are_adjusted(books: AppContext) -> None:
    with books.store.write("试", "试", books.now()) as unit:
        unit.update(t.CaseRow, {"id": "MV-2026-001"}, {"at_capacity_on": ""})
        unit.say("达产日未定")
    locked(books, JULY)
    assert compute(books, JULY).section.lines == ()
    move_case.describe(books, "MV-2026-001", at_capacity_on=date(2026, 7, 1))
    late = [x for x in compute(books, AUGUST).section.lines if x.adjustment]
    assert [(x.corrects, x.due_fen, x.kept_fen) for x in late] == [("2026-07", 50_000_001, 50_000_000)]
    locked(books, AUGUST)
    with pytest.raises(Refused, match="没有编号"):
        move_case.record_base(books, "MV-2026-009", (BaseYear(2025, 1, "证明"),))
    move_case.record_base(books, "MV-2026-001", (BaseYear(2025, 1_000_000_000, "更正证明"),))
    taken_back = [x for x in compute(books, SEPTEMBER).section.lines if x.adjustment]
    assert {x.corrects: x.due_fen for x in taken_back} == {"2026-07": -50_000_001, "2026-08": -50_000_001}


def test_tax_not_reported_blocks_the_lock_and_is_never_zero(books: AppContext) -> None:
    report_tax(books, AUGUST, {CODES[0]: ("昌平园", None)})
    locked(books, JULY)
    settle(books, AUGUST)
    with pytest.raises(Refused, match="税收未报：MV-2026-001"):
        settle_ledger.lock(books, AUGUST, "李")


def test_months_lock_one_after_another(books: AppContext) -> None:
    locked(books, JULY)
    settle(books, SEPTEMBER)
    for party in ("昌平区", "海淀区"):
        settle_ledger.confirm(books, SEPTEMBER, party, "王")
    with pytest.raises(Refused, match="请先锁定 2026-08"):
        settle_ledger.lock(books, SEPTEMBER, "李")


def test_a_trial_that_is_out_of_date_is_not_locked_and_changed_lines_must_be_confirmed_again(books: AppContext) -> None:
    settle(books, JULY)
    for party in ("昌平区", "海淀区"):
        settle_ledger.confirm(books, JULY, party, "王")
    settle(books, JULY)
    assert settle_ledger.view(books, JULY).blocks == ()  # the same figures again: the confirmations stand
    report_tax(books, JULY, {CODES[0]: ("昌平园", (1_000, 1_000))})
    with pytest.raises(Refused, match="有了变化"):
        settle_ledger.lock(books, JULY, "李")
    settle(books, JULY)
    with pytest.raises(Refused, match="待昌平区、海淀区确认"):
        settle_ledger.lock(books, JULY, "李")


def test_a_difference_blocks_until_it_is_settled_and_stays_on_record(books: AppContext) -> None:
    settle(books, JULY)
    settle_ledger.confirm(books, JULY, "昌平区", "王")
    settle_ledger.confirm(books, JULY, "海淀区", "赵")
    number = settle_ledger.register_difference(
        books, JULY, "海淀区", "赵", "MV-2026-001", "达产日应为六月", claimed_fen=60_000_000
    )
    with pytest.raises(Refused, match="差异第 1 号未了"):
        settle_ledger.lock(books, JULY, "李")
    with pytest.raises(Refused, match="登记的差异第 1 号未了"):
        settle_ledger.confirm(books, JULY, "海淀区", "赵")
    with pytest.raises(Refused, match="可用：维持原数"):
        settle_ledger.resolve(books, number, "不管了", "李", "无")
    settle_ledger.resolve(books, number, "带差异锁定", "李", "市级协调会定，次月跟踪")
    settle_ledger.lock(books, JULY, "李")
    settle_ledger.resolve(books, number, "维持原数", "李", "双方核对一致")
    (kept,) = settle_ledger.differences(books)
    assert (kept.claimed_fen, kept.outcome, kept.outcome_note) == (60_000_000, "维持原数", "双方核对一致")


SLIPS = (
    (("confirm", "--month", "2026-07", "--party", "朝阳区", "--person", "王"), "没有朝阳区的结算行；本月各方：昌平区、海淀区"),
    (("confirm", "--month", "2026-07", "--party", "海淀区", "--person", ""), "须写明哪一区、由谁确认"),
    (("confirm", "--month", "2026-07", "--party", "海淀区", "--person", "王", "--case", "MV-1"), "在案件 MV-1 的结算行"),
    (("confirm", "--month", "2026-13", "--party", "海淀区", "--person", "王"), "不是月份"),
    (("confirm", "--month", "2026-07", "--party", "海淀区", "--person", "王", "--on", "下周"), "不是日期"),
    (("difference", "--month", "2026-07", "--party", "海淀区", "--person", "王", "--case", "MV-2026-001", "--reason", ""),
     "登记差异须写明理由"),
    (("difference", "--month", "2026-07", "--party", "海淀区", "--person", "王", "--case", "MV-2026-001", "--reason", "少",
      "--claimed", "多一些"), "不是金额"),
    (("resolve", "7", "--outcome", "维持原数", "--person", "李", "--note", "核对"), "没有第 7 号差异"),
    (("lock", "--month", "2026-11", "--person", "李"), "2026-11 还没有试算"),
    (("show", "--month", "2026-11"), "请先运行 zgc settle --month 2026-11"),
)  # fmt: skip


def test_bad_input_is_answered_with_a_sentence(books: AppContext, capsys: pytest.CaptureFixture[str]) -> None:
    settle(books, JULY)
    for words, said in SLIPS:
        assert zgc(["settlement", *words, "--workspace", str(books.paths.address)]) == 2
        assert said in capsys.readouterr().err.replace("\n", "")


def test_contradicting_facts_are_named_block_the_lock_and_stop_nothing_else(books: AppContext) -> None:
    """两次迁移首尾不接：该案写明矛盾，其他案照算。"""
    moved(books, CODES[1], "海淀园", "朝阳园", date(2026, 6, 30))
    moved(books, CODES[1], "大兴园", "顺义园", date(2026, 7, 5))
    report_tax(books, JULY, {CODES[0]: ("昌平园", (60_000_001, 40_000_000)), CODES[1]: ("顺义园", (5, 5))})
    settlement = settle(books, JULY)
    assert [x.case_id for x in settlement.section.lines] == ["MV-2026-001"]
    assert "前一次迁到朝阳区" in settlement.faults[0]
    for party in ("昌平区", "海淀区"):
        settle_ledger.confirm(books, JULY, party, "王")
    with pytest.raises(Refused, match="前一次迁到朝阳区"):
        settle_ledger.lock(books, JULY, "李")


def test_the_cap_runs_out_in_the_month_forecast(books: AppContext) -> None:
    found = compute(books, AUGUST).forecasts
    assert [(f.creditor, f.left_fen) for f in found] == [("海淀区", 6_000_000_000 - 100_000_002)]
    assert found[0].runs_out is None  # at this pace the term of five years ends first
    move_case.record_base(books, "MV-2026-001", tuple(BaseYear(y, 2_000_000_000, "证明") for y in (2023, 2024, 2025)))
    for month in (JULY, AUGUST, SEPTEMBER):
        report_tax(books, month, {CODES[0]: ("昌平园", (1_000_000_000, 0))})
    assert compute(books, SEPTEMBER).forecasts[0].runs_out == Month(2027, 6)  # 60 亿分 at 5 亿分 a month: twelve months


def random_books(ctx: AppContext, seed: int) -> list[Month]:
    """A random story: five companies, moves, refunds, second moves; each month locked before facts of the past change."""
    rng = random.Random(seed)
    parks = ["海淀园", "昌平园", "顺义园", "亦庄园"]
    home = {code: rng.choice(parks) for code in CODES}
    months = [JULY.plus(n) for n in range(5)]
    told: dict[Month, dict[str, tuple[str, Tax | None]]] = {}

    def amount() -> Tax:
        low = -90_000_000 if rng.random() < 0.2 else 0
        return rng.randint(low, 90_000_000), rng.randint(low, 90_000_000)

    known(ctx, *CODES)
    cases = []
    for code in CODES:
        to = rng.choice([p for p in parks if p != home[code]])
        base = rng.choice([2_000_000_000, 20_000_000_000])
        cases.append(moved(ctx, code, home[code], to, base=base))
        home[code] = to
    for n, month in enumerate(months):
        told[month] = {code: (home[code], amount()) for code in CODES}
        report_tax(ctx, month, told[month])
        if n and rng.random() < 0.8:
            past = rng.choice(months[:n])
            told[past][rng.choice(CODES)] = (home[CODES[0]], amount())
            report_tax(ctx, past, told[past])
        if rng.random() < 0.5:
            move_case.record_base(ctx, rng.choice(cases), (BaseYear(2024, rng.randint(0, 9_000_000_000), "更正"),))
        if rng.random() < 0.4:
            move_case.describe(ctx, rng.choice(cases), at_capacity_on=date(2026, rng.randint(7, 9), 1))
        locked(ctx, month)
    return months


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_replaying_the_ledger_gives_the_balances_and_what_was_due_all_along(desk: AppContext, seed: int) -> None:
    """锁定各月与调账合起来，正好等于按最后已知事实从头算一遍；每行分录合计为零；无人重复得钱。"""
    months = random_books(desk, seed)
    end = months[-1].plus(1)
    report_tax(desk, end, {})
    last = compute(desk, end)
    waiting = [x.line for x in last.lines if x.line.adjustment]
    with desk.store.read() as connection:
        posted = [entry for _, entry in settlements.posted(connection)]
        booked = settlements.books(connection).lines
    assert sum(e.amount_fen for e in posted) == 0
    assert balances(posted) == settle_ledger.party_balances(desk)
    got: dict[tuple[str, str], int] = {}
    for case_id, receiver, due in [(b.case_id, b.receiver, b.due_fen) for b in booked] + [
        (x.case_id, x.receiver, x.due_fen) for x in waiting
    ]:
        got[case_id, receiver] = got.get((case_id, receiver), 0) + due
    for case_id in {c for c, _ in got}:
        run = last.rerun(case_id)
        assert run is not None
        creditor = run.case.moves[0].from_party
        true = sum(s.taken for r in run.now.rows for s in r.steps)
        assert got[case_id, creditor] == true
        assert true >= 0
    for month in months:
        section = compute(desk, month).section
        assert section.difference_fen == 0
        found = matrix(section.lines, ())
        assert sum(found.position(p) for p in found.parties) == 0
        for x in section.lines[:3]:
            for party in (x.payer, x.receiver):
                tree = explain.figure(desk, month, x.case_id, party)
                assert recompute(tree) == tree.amount_fen
                figures = [(y.due_fen, y.receiver) for y in section.lines if y.case_id == x.case_id]
                figures += [(y.kept_fen, y.payer) for y in section.lines if y.case_id == x.case_id]
                assert tree.amount_fen == sum(amount for amount, who in figures if who == party)
                assert from_json(json.loads(json.dumps(to_json(tree)))) == tree


def test_the_engine_s_own_adjustment_agrees_with_the_lines(books: AppContext) -> None:
    """逐月逐对的调账，合起来等于引擎按已锁定数算出的调账。"""
    locked(books, JULY, AUGUST)
    report_tax(books, JULY, {CODES[0]: ("昌平园", (33_333_333, 40_000_000))})
    report_tax(books, AUGUST, {CODES[0]: ("昌平园", (-33_333_333, 0))})
    settlement = compute(books, SEPTEMBER)
    rule, case = settlement.facts["MV-2026-001"]
    with books.store.read() as connection:
        booked = {str(b.about): {b.receiver: b.due_fen, b.payer: b.kept_fen} for b in settlements.books(connection).lines}
    run = run_case(rule, replace(case, settled=booked, settled_through=period_of("2026-08")))
    september = next(p for p in run.periods if p.period == "2026-09")
    lines = [x for x in settlement.section.lines if x.adjustment]
    assert len(lines) == 2
    assert sum(x.due_fen for x in lines) == september.adjustment["海淀区"]
    assert sum(x.kept_fen for x in lines) == september.adjustment["昌平区"]


def test_a_cell_of_the_matrix_explains_itself_down_to_the_source_cells(books: AppContext) -> None:
    moved(books, CODES[1], "昌平园", "海淀园")
    report_tax(books, JULY, {CODES[0]: ("昌平园", (60_000_001, 40_000_000)), CODES[1]: ("海淀园", (30_000_000, 3))})
    net = explain.cell(books, JULY, "昌平区", "海淀区", net=True)
    assert net.amount_fen == 50_000_001 - 15_000_002 == recompute(net)
    sources = {node.source for _, node in walk(net)}
    assert "昌平园 第2版 · 税收!D5、E5" in sources
    assert "海淀园 第2版 · 税收!D6、E6" in sources
    with pytest.raises(Refused, match="之间没有应付款"):
        explain.cell(books, JULY, "延庆区", "海淀区")
    with pytest.raises(Refused, match="可用：昌平区、海淀区"):
        explain.figure(books, JULY, "MV-2026-001", "朝阳区")


def test_an_explanation_prints_on_one_page(books: AppContext, tmp_path: Path) -> None:
    tree = explain.figure(books, SEPTEMBER, "MV-2026-001")
    file = explain.as_pdf(books, tree, tmp_path)
    data = file.read_bytes()
    assert data.startswith(b"%PDF")
    assert len(re.findall(rb"/Type /Page\b", data)) == 1
    assert file.name == "算据_海淀区_2026-09_应得.pdf"


def test_the_fingerprint_names_the_rule_to_the_letter(books: AppContext) -> None:
    locked(books, JULY)
    with books.store.read() as connection:
        run = settlements.run_of(connection, JULY)
    assert run is not None
    assert run.state == LOCKED
    assert len(run.rule_print) == 64
    assert settle_ledger.view(books, JULY).lines[0].line.rule_print == run.rule_print
    assert Fraction(settle_ledger.view(books, JULY).section.lines[0].due_fen, 100_000_001) > Fraction(1, 2)


def test_a_difference_found_after_the_lock_is_followed_up_and_changes_nothing(books: AppContext) -> None:
    locked(books, JULY)
    before = dump(books, JULY)
    number = settle_ledger.register_difference(books, JULY, "昌平区", "王", "MV-2026-001", "退库未计")
    settle_ledger.resolve(books, number, "已更正", "李", "退库凭证已补")
    assert "其后月份的调账" in settle_ledger.differences(books, JULY)[0].outcome_note
    assert dump(books, JULY) == before


def test_a_trial_can_be_thrown_away_so_that_the_ledger_starts_where_the_office_wants(books: AppContext) -> None:
    settle(books, JULY)
    settle(books, AUGUST)
    for party in ("昌平区", "海淀区"):
        settle_ledger.confirm(books, AUGUST, party, "王")
    with pytest.raises(Refused, match="zgc settlement discard"):
        settle_ledger.lock(books, AUGUST, "李")
    settle_ledger.discard(books, JULY)
    settle_ledger.lock(books, AUGUST, "李")
    assert settle_ledger.party_balances(books)["海淀区"] == 50_000_001


def test_the_check_of_the_workspace_finds_a_locked_month_that_was_tampered_with(books: AppContext) -> None:
    locked(books, JULY)
    assert check(books).problems == ()
    with raw(books.store) as connection:
        connection.silence()
        connection.execute("UPDATE settlement SET content = replace(content, '50000001', '60000001')")
        connection.execute("UPDATE posting SET amount_fen = 60000001 WHERE number = 1")
    problems = "；".join(check(books).problems)
    assert "与其指纹不符" in problems
    assert "第 1 行分录合计不为零" in problems
    assert "分录与各行应得不符" in problems
