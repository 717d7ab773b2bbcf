"""A value planted in any cell of a file of any style is reported at that very cell, and nothing else is."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, note, settings
from hypothesis import strategies as st
from openpyxl.utils import get_column_letter

from tests.unit.intake.any_style import COMPANIES, FAULTS, KINDS, MONEY, sheets, styles, written
from zgc_desktop.domain.submissions import CheckedSubmission, FileState

Check = Callable[..., CheckedSubmission]
EXPLORING = settings().max_examples > 100
"""HYPOTHESIS_PROFILE=explore."""

BESIDES = {"S-NO-TAX", "S-SHEET-UNUSED", "S-COLUMN-UNKNOWN"}
"""What a style itself is told of."""


def found(submission: CheckedSubmission) -> list[tuple[str, str]]:
    return [(i.code, i.place) for i in submission.issues if i.code not in BESIDES]


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=1_000 if EXPLORING else 12)
@given(data=st.data())
def test_a_file_of_any_style_is_read_whole_and_without_a_fault(check: Check, kind: str, data: st.DataObject) -> None:
    """标题行、多级表头、空行空列、隐藏行列、小计合计、表尾、两个月的表在一张：一家不少，一分不差。"""
    style = data.draw(styles((kind,)))
    note(str(style))
    submission = check(written(style, sheets(style)), f"报表.{kind}")
    assert (submission.state, found(submission), submission.questions) == (FileState.REGISTERED, [], ())
    assert (submission.park.value if submission.park else "", submission.month.value if submission.month else "") == (
        "海淀园",
        "2026-10",
    )
    assert submission.companies == COMPANIES
    assert submission.total("enterprise", "revenue_fen") == sum((100 + n) * 1_000_000 for n in range(COMPANIES))
    assert submission.total("tax", "total_fen") == COMPANIES * 31_750_000


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=1_000 if EXPLORING else 15)
@given(data=st.data())
def test_a_value_planted_in_any_cell_is_reported_at_that_very_cell(check: Check, kind: str, data: st.DataObject) -> None:
    style = data.draw(styles((kind,)))
    tables = sheets(style)
    sheet = data.draw(st.sampled_from(list(tables)))
    table = tables[sheet]
    company, key = data.draw(st.sampled_from(sorted(p for p in table.places if sheet == "企业" or p[1] in MONEY)))
    row, column = table.places[company, key]
    value, code = FAULTS[key]
    table.grid[row, column] = value
    note(f"{style} {sheet} {company} {key}")
    submission = check(written(style, tables), f"报表.{kind}")
    name = "月报" if kind == "csv" else sheet
    place = f"{name}!{get_column_letter(column + 1)}{row + 1}"
    told = found(submission)
    assert (code, place) in told
    # What rests on the value may be told too: the total below it, the row's own sum, the other sheet's company.
    allowed = {"S-TOTAL", "R-TAX-SUM", "R-TAX-ORPHAN", "R-TAX-MISSING"}
    assert [x for x in told if x != (code, place) and x[0] not in allowed] == []
    assert submission.companies == COMPANIES - (key == "credit_code")
