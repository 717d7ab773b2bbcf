"""Cancelling a check under way: at any checkpoint it ends, and between two checkpoints only a bounded amount is done."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType

import pytest

from zgc_desktop.domain.errors import Cancelled
from zgc_desktop.domain.history import History
from zgc_desktop.domain.periods import Month
from zgc_desktop.domain.submissions import CheckedSubmission

Book = Callable[..., bytes]
Check = Callable[..., CheckedSubmission]
Rows = list[list[object]]


@pytest.fixture
def both(book: Book, roster: Rows, tax: Rows) -> bytes:
    return book({"企业": roster, "税收": tax})


def test_at_whatever_checkpoint_it_is_cancelled_nothing_comes_back(check: Check, both: bytes) -> None:
    asked: list[int] = []
    check(both, cancelled=lambda: bool(asked.append(1)))
    assert len(asked) > 20  # one at each column of each sheet and at each group of checks
    for stop in range(1, len(asked) + 1):
        left = iter(range(1, stop + 1))
        with pytest.raises(Cancelled):
            check(both, cancelled=lambda left=left, stop=stop: next(left) == stop)


def test_between_two_checkpoints_no_more_than_a_few_passes_over_the_rows_are_made(
    book: Book, check: Check, code: Callable[[int], str]
) -> None:
    """Counted, not timed: lines of Python run between two checkpoints, for each row of the file."""
    count = 300
    head = ["统一社会信用代码", "企业名称", "注册地址", "产业领域", "从业人员", "营业收入(万元)", "研发费用(万元)", "状态"]
    lines = [[code(n), f"北京样例{n}有限公司", "路", "先进制造", 9, 100 + n, 5, "在营"] for n in range(count)]
    tax = [[code(n), f"北京样例{n}有限公司", 100.1, 20.02, 3.0, 123.12] for n in range(count)]
    data = book(
        {
            "企业": [["2026年10月海淀园"], head, *lines],
            "税收": [
                ["2026年10月海淀园"],
                ["信用代码", "企业名称", "增值税(元)", "企业所得税(元)", "其他地方税(元)", "地方合计(元)"],
                *tax,
            ],
        }
    )
    before = {
        code(n): {"revenue_fen": 100_000_000, "rd_fen": 5_000_000, "total_fen": 12_312, "in_roster": 1} for n in range(count)
    }
    history = History(Month(2026, 9), before, {})
    most = run = 0

    def step(_frame: FrameType, event: str, _argument: object) -> Callable[..., object] | None:
        nonlocal run
        run += event == "line"
        return step

    def checkpoint() -> bool:
        nonlocal most, run
        most, run = max(most, run), 0
        return False

    old = sys.gettrace()
    sys.settrace(step)
    try:
        check(data, history=history, cancelled=checkpoint)
    finally:
        sys.settrace(old)
    assert max(most, run) / count < 60
