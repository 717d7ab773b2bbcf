"""Running one case: the figures services build on, ledgers, forecasts, and trees that reach the source cell."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from zgc_desktop.domain.periods import Month
from zgc_desktop.domain.rulebook import RuleFileError
from zgc_desktop.domain.sharing.case import BaseYear, Case, Move, TaxLine
from zgc_desktop.domain.sharing.explain import explanation_lines, walk
from zgc_desktop.domain.sharing.reading import toml_table
from zgc_desktop.domain.sharing.rule import SharingRule, altered, parse_rule
from zgc_desktop.domain.sharing.run import run_case
from zgc_desktop.domain.sharing.schedule import period_of

FILE = Path(__file__).parents[3] / "resources" / "rules" / "sharing" / "jjj-2015.toml"
MILLION = 100_000_000


@pytest.fixture(scope="module")
def rule() -> SharingRule:
    return parse_rule(toml_table(FILE.read_text("utf-8"), FILE.name), FILE.name)


def case(*tax: TaxLine) -> Case:
    move = Move("甲区", "乙区", "政府主导", date(2021, 12, 31), date(2021, 12, 31))
    base = tuple(BaseYear(2019 + n, amount * MILLION, source=f"基数证明 B{n + 2}") for n, amount in enumerate((24, 26, 28)))
    return Case((move,), base, tax)


def months(year: int, amount: int, count: int = 12) -> tuple[TaxLine, ...]:
    return tuple(TaxLine(period_of(f"{year}-{m:02d}"), amount) for m in range(1, count + 1))


def test_a_period_says_ratio_month_of_the_term_and_what_the_cap_cut_off(rule: SharingRule) -> None:
    run = run_case(rule, case(TaxLine(period_of("2022"), 100 * MILLION), TaxLine(period_of("2023"), 90 * MILLION)))
    first, second = run.periods
    assert (first.ratio, first.k_of_n, first.computed_before_cap, first.truncated) == (
        Fraction(1, 2),
        (12, 36),
        50 * MILLION,
        0,
    )
    assert (second.k_of_n, second.computed_before_cap, second.truncated) == ((24, 36), 45 * MILLION, 17 * MILLION)
    assert second.shares == {"甲区": 28 * MILLION, "乙区": 62 * MILLION}
    assert second.state == "capped"


def test_tax_by_kind_adds_up_to_the_tax_counted(rule: SharingRule) -> None:
    line = TaxLine(period_of("2022-01"), gross={"增值税": 10_001, "企业所得税": 10_001, "印花税": 777})
    (period,) = run_case(rule, case(line)).periods
    assert period.by_kind == {"增值税": 5001, "企业所得税": 4000}
    assert period.counted == 9001


def test_the_cap_runs_out_in_the_month_it_did_or_in_the_forecast_month(rule: SharingRule) -> None:
    reached = run_case(rule, case(*months(2022, 20 * MILLION)))
    assert reached.exhausted_in() == Month(2022, 8)
    under_way = run_case(rule, case(*months(2022, 6 * MILLION, 6)))  # 3 million a month, 60 million left
    assert under_way.exhausted_in() == Month(2024, 2)
    slow = run_case(rule, case(*months(2022, MILLION)))
    assert slow.exhausted_in() is None


def test_missing_tax_is_not_reported_and_never_zero(rule: SharingRule) -> None:
    january, february = run_case(rule, case(TaxLine(period_of("2022-01")), TaxLine(period_of("2022-02"), 100))).periods
    assert (january.state, january.counted, january.shares) == ("no_data", None, {})
    assert february.shares == {"甲区": 50, "乙区": 50}


def test_a_ledger_that_differs_from_the_recomputed_share_becomes_an_adjustment(rule: SharingRule) -> None:
    """达产日补录在结算之后：已锁定的几期不改，差额列调账。"""
    lines = months(2022, 2 * MILLION, 6)
    locked = {f"2022-{m:02d}": {"甲区": 0, "乙区": 2 * MILLION} for m in (1, 2, 3)}
    run = run_case(rule, replace(case(*lines), settled_through=period_of("2022-03"), settled=locked))
    assert [p.shares["甲区"] for p in run.periods] == [0, 0, 0, MILLION, MILLION, MILLION]
    assert run.periods[3].adjustment == {"甲区": 3 * MILLION, "乙区": -3 * MILLION}
    assert run.periods[5].cumulative == {"甲区": 6 * MILLION}
    assert run.explain_adjustment("2022-04", "甲区").amount_fen == 3 * MILLION


def test_an_explanation_reaches_the_source_cell_and_the_base_certificate(rule: SharingRule) -> None:
    line = TaxLine(period_of("2022-01"), gross={"增值税": 40_000, "企业所得税": 20_000}, source="海淀园 第2版 明细!F12")
    tree = run_case(rule, case(line)).explain("2022-01", "甲区")
    sources = {node.source for _, node in walk(tree) if node.source}
    assert sources == {"海淀园 第2版 明细!F12", "基数证明 B2", "基数证明 B3", "基数证明 B4"}
    text = "\n".join(explanation_lines(tree))
    assert "财预〔2015〕92号 比例与期限（公开转载，待核原件）" in text
    assert "400.00 × 50%" in text


def test_an_explanation_of_an_unknown_period_is_refused(rule: SharingRule) -> None:
    with pytest.raises(RuleFileError, match="没有这个期间或主体"):
        run_case(rule, case(*months(2022, 1, 1))).explain("2023-01", "甲区")


def test_a_case_without_moves_is_refused(rule: SharingRule) -> None:
    with pytest.raises(RuleFileError, match="没有迁移"):
        run_case(rule, Case(()))


def test_a_second_move_needs_a_stated_chain(rule: SharingRule) -> None:
    plain = parse_rule(
        {
            "rule": {
                "start": "registered",
                "window": "rolling_12",
                "basis": "actual",
                "ratios": ["1"],
                "rounding": "each_period",
            }
        },
        "情景.toml",
        cited=False,
    )
    first = case(*months(2022, 1, 1))
    assert run_case(plain, first).eligible
    second = replace(first, moves=(*first.moves, Move("乙区", "丙区", "政府主导", date(2022, 6, 30))))
    with pytest.raises(RuleFileError, match="第二次迁移"):
        run_case(plain, second)


def test_ratios_of_nought_and_one_give_nothing_and_all(rule: SharingRule) -> None:
    whole = altered(rule, {"ratios": ["1", "0"]}, "模拟")
    one, nought = run_case(whole, case(TaxLine(period_of("2022"), 101), TaxLine(period_of("2023"), 101))).periods
    assert one.shares == {"甲区": 101, "乙区": 0}
    assert nought.shares == {"甲区": 0, "乙区": 101}
