"""The sheets about the park in any style: read whole and exactly in any unit, and a fault in any cell told at that cell."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, note, settings
from hypothesis import strategies as st
from openpyxl.utils import get_column_letter

from tests.unit.intake.any_park_style import HEADINGS, PLANTED, ROWS, TITLES, ParkStyle, park_file, park_styles
from tests.unit.intake.any_style import COMPANIES, KINDS, Table, written
from zgc_desktop.domain.submissions import CheckedSubmission, FileState

Check = Callable[..., CheckedSubmission]
EXPLORING = settings().max_examples > 100
BESIDES = {"S-NO-TAX", "S-SHEET-UNUSED", "S-COLUMN-UNKNOWN"}
HECTARE = 3_000_000


def file_of(style: ParkStyle, tables: dict[str, Table]) -> bytes:
    one = {name: t for name, t in tables.items() if t.grid}
    return written(style.base, one)


def found(submission: CheckedSubmission) -> list[tuple[str, str]]:
    return [(i.code, i.place) for i in submission.issues if i.code not in BESIDES]


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=500 if EXPLORING else 5)
@given(data=st.data())
def test_park_sheets_of_any_style_are_read_whole_and_exactly(check: Check, kind: str, data: st.DataObject) -> None:
    """公顷、亩、平方米、平方公里，万元、亿元，列名里写还是表头右上写：读出来一样，分毫不差。"""
    style = data.draw(park_styles((kind,)))
    note(str(style))
    submission = check(file_of(style, park_file(style)), f"报表.{kind}")
    assert (submission.state, found(submission), submission.questions) == (FileState.REGISTERED, [], ())
    assert submission.companies == COMPANIES
    assert submission.total("enterprise", "revenue_fen") == sum((100 + n) * 1_000_000 for n in range(COMPANIES))
    space, project, indicator = (submission.tables[k] for k in HEADINGS)
    assert space.values["area"] == [HECTARE * (n + 1) for n in range(ROWS["space"])]
    assert space.values["used"] == [HECTARE * (n + 1) // 5 for n in range(ROWS["space"])]
    assert (space.values["level"][0], space.values["self_held"][0], space.values["ratio_percent"][0]) == (
        "重点发展区",
        3500,
        250,
    )
    assert project.values["total_investment_fen"] == [(30_000 + n) * 1_000_000 for n in range(ROWS["project"])]
    assert project.values["research"] == [650] * ROWS["project"]
    assert indicator.values["value"] == ["1.5", "2.5", "3.5", "4.5"]


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=500 if EXPLORING else 10)
@given(data=st.data())
def test_a_fault_in_any_cell_of_a_park_sheet_is_told_at_that_very_cell(check: Check, kind: str, data: st.DataObject) -> None:
    style = data.draw(park_styles((kind,)))
    tables = park_file(style)
    sheet = data.draw(st.sampled_from(list(HEADINGS)))
    table = tables[TITLES[sheet]]
    places = sorted(p for p in table.places if p[1] in PLANTED[sheet])
    n, key = data.draw(st.sampled_from(places))
    row, column = table.places[n, key]
    value, code = PLANTED[sheet][key]
    where = tables["企业"] if kind == "csv" else table
    where.grid[row, column] = value
    note(f"{style} {sheet} {n} {key}")
    submission = check(file_of(style, tables), f"报表.{kind}")
    place = f"{'月报' if kind == 'csv' else TITLES[sheet]}!{get_column_letter(column + 1)}{row + 1}"
    told = found(submission)
    assert (code, place) in told
    # What rests on the value may be told too: 已用 beside an area that cannot be read, a term without its first day.
    allowed = {"P-TERM-FROM", "P-USED", "P-INVEST"}
    assert [x for x in told if x != (code, place) and x[0] not in allowed] == []
    assert submission.companies == COMPANIES
