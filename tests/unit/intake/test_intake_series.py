"""Checks against earlier months: each planted fault is named at its cell, and what is in order is left alone."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date

import pytest

from zgc_desktop.domain.check_settings import CheckSettings, Switch, in_force, require_sound
from zgc_desktop.domain.errors import Refused
from zgc_desktop.domain.history import History
from zgc_desktop.domain.periods import Month
from zgc_desktop.domain.submissions import CheckedSubmission
from zgc_desktop.intake.raw import RawSheet, RawWorkbook
from zgc_desktop.intake.submission import check_workbook

Figures = dict[str, int | None]
Run = Callable[..., CheckedSubmission]
HEAD = [
    "统一社会信用代码", "企业名称", "注册地址", "产业领域", "从业人员(人)", "营业收入·本月(万元)", "营业收入·累计(万元)",
    "研发费用·本月(万元)", "状态",
]  # fmt: skip


@pytest.fixture
def run(catalogue: object, code: Callable[[int], str]) -> Run:
    """Check a roster of 12 companies: revenue 100 + n 万元, changed by ``changes[(row, column)]``."""

    def check(
        changes: Mapping[tuple[int, int], object] | None = None,
        *,
        last: Callable[[int], Figures] = lambda n: {"revenue_fen": (90 + n) * 1_000_000, "rd_fen": 4_000_000},
        earlier: Mapping[int, Sequence[int]] | None = None,
        settings: CheckSettings | None = None,
        count: int = 12,
        gone: int = 0,
    ) -> CheckedSubmission:
        rows: list[list[object]] = [
            [code(n), f"北京样例{n}科技有限公司", "海淀", "新一代信息技术", 10.0, 100.0 + n, 1000.0 + n, 5.0, "在营"]
            for n in range(count)
        ]
        for (row, column), value in (changes or {}).items():
            rows[row][column] = value
        grid = [["2026年10月中关村海淀园企业情况表"] + [""] * 8, HEAD, *rows]
        sheet = RawSheet("企业", False, len(grid), tuple(map(list, zip(*grid, strict=True))))
        figures = {code(n): last(n) for n in range(count + gone)}
        series = {code(n): tuple(values) for n, values in (earlier or {}).items()}
        history = History(Month(2026, 9), figures, {code(n): f"北京样例{n}" for n in range(count + gone)}, lambda codes: series)
        return check_workbook(
            RawWorkbook("海淀园2026年10月.xlsx", "0", "", (sheet,)),
            catalogue=catalogue,  # type: ignore[arg-type]
            history_for=lambda park, month: history,
            settings_for=(lambda month: settings) if settings else (lambda month: CheckSettings()),
        )

    return check


def cells(checked: CheckedSubmission, check: str) -> list[str]:
    return [i.cell for i in checked.issues if i.code == check]


def test_an_ordinary_month_raises_nothing(run: Run) -> None:
    assert [i.code for i in run().issues if i.code.startswith("X-")] == []


def test_a_block_copied_from_last_month_is_one_issue_at_its_first_cell(run: Run) -> None:
    """六家连续照抄，一条问题，点到第一家；四家相同只是巧合。"""

    def copied(rows: range) -> Callable[[int], Figures]:
        return lambda n: {"revenue_fen": (100 + n if n in rows else 7) * 1_000_000, "rd_fen": 5_000_000}

    block = run(last=copied(range(3, 9)))
    assert cells(block, "X-COPIED") == ["F6"]
    message = next(i.message for i in block.issues if i.code == "X-COPIED")
    assert "第 6 至 11 行连续 6 家" in message
    assert cells(run(last=copied(range(3, 7))), "X-COPIED") == []


def test_a_year_total_below_last_month_s_is_named(run: Run) -> None:
    checked = run(last=lambda n: {"revenue_fen": 95_000_000, "revenue_ytd_fen": 1_002_000_000 if n == 1 else 900_000_000})
    assert cells(checked, "X-YTD-FALL") == ["G4"]


def test_a_turned_sign_is_named(run: Run) -> None:
    assert cells(run({(2, 5): -102.0}), "X-SIGN") == ["F5"]


def test_a_unit_slip_in_a_year_total_is_found(run: Run) -> None:
    checked = run({(4, 6): 10_040_000.0}, last=lambda n: {"revenue_fen": 95_000_000, "revenue_ytd_fen": 900_000_000})
    assert cells(checked, "X-UNIT-SLIP") == ["G7"]


def test_a_single_gone_company_is_named_and_many_are_one_issue(run: Run, code: Callable[[int], str]) -> None:
    one = run(gone=1)
    assert [i.credit_code for i in one.issues if i.code == "X-GONE"] == [code(12)]
    many = run(gone=5)
    assert [i.code for i in many.issues if i.code in ("X-GONE", "X-VANISHED")] == ["X-VANISHED"]


def test_an_outlier_needs_six_months_and_warns_with_n(run: Run) -> None:
    steady = [98_000_000, 101_000_000, 99_000_000, 103_000_000, 100_000_000, 97_000_000]
    odd = run({(3, 5): 400.0}, earlier={3: steady})
    (issue,) = [i for i in odd.issues if i.code == "X-OUTLIER"]
    assert (issue.cell, issue.severity.value) == ("F6", "warning")
    assert "6 个月" in issue.message
    assert cells(run({(3, 5): 400.0}, earlier={3: steady[:5]}), "X-OUTLIER") == []


def test_a_peer_outlier_is_found_among_enough_peers_only(run: Run) -> None:
    spread = {(n, 5): 100.0 + 7 * (n % 9) for n in range(40)}
    assert cells(run({**spread, (7, 5): 9_000.0}, count=40), "X-OUTLIER-PEER") == ["F10"]
    assert cells(run({(7, 5): 9_000.0}), "X-OUTLIER-PEER") == []


def test_a_check_switched_off_is_not_run_and_that_is_said(run: Run) -> None:
    settings = in_force([Switch("X-SIGN", False, date(2026, 10, 1), "季度冲回集中")], date(2026, 10, 31))
    checked = run({(2, 5): -102.0}, settings=settings)
    assert cells(checked, "X-SIGN") == []
    (note,) = [i.message for i in checked.issues if i.code == "F-CHECK-OFF"]
    assert "X-SIGN 正负相反（自 2026-10-01 停用：季度冲回集中）" in note


def test_the_newest_decision_before_the_day_counts() -> None:
    off, on = (Switch("X-JUMP", active, day, "试行") for active, day in ((False, date(2026, 9, 1)), (True, date(2026, 11, 1))))
    assert in_force([off, on], date(2026, 8, 31)).off == {}
    assert set(in_force([off, on], date(2026, 10, 31)).off) == {"X-JUMP"}
    assert in_force([off, on], date(2026, 11, 30)).off == {}


@pytest.mark.parametrize(
    "switch",
    [
        Switch("X-NONE", False, date(2026, 1, 1), "试"),
        Switch("R-CODE-MISSING", False, date(2026, 1, 1), "试"),
        Switch("X-JUMP", False, date(2026, 1, 1), " "),
        Switch("X-JUMP", True, date(2026, 1, 1), "试", numbers={"ratio": 3}),
        Switch("X-JUMP", True, date(2026, 1, 1), "试", numbers={"times": 1}),
    ],
)
def test_an_unsound_decision_is_refused(switch: Switch) -> None:
    with pytest.raises(Refused):
        require_sound(switch)
