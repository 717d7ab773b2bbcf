"""What hand-made sheets about the park may hold, and that nothing in them can bring the reader down."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from zgc_desktop.domain.areas import UNIT_AREA
from zgc_desktop.domain.catalogue import Catalogue
from zgc_desktop.domain.history import NO_HISTORY
from zgc_desktop.domain.layouts import Sheet
from zgc_desktop.domain.park_layouts import INDICATOR, PROJECT, SPACE
from zgc_desktop.domain.submissions import CheckedSubmission, FileState
from zgc_desktop.intake.raw import RawSheet, RawWorkbook
from zgc_desktop.intake.submission import check_workbook

Rows = list[list[object]]
Book = Callable[..., bytes]
Check = Callable[..., CheckedSubmission]
HECTARE = UNIT_AREA["公顷"]


def found(submission: CheckedSubmission) -> list[tuple[str, str]]:
    return [(i.code, i.place) for i in submission.issues if i.code != "S-NO-TAX"]


SPACE_HEAD = ["序号", "地块编号", "组团", "用地面积（亩）", "已用面积", "状态", "备注"]


def test_a_park_s_own_sheet_is_read_beside_the_roster(book: Book, check: Check, roster: Rows) -> None:
    """列名各写各的，亩就是亩；自己加的列说明未导入；合计行不是地块。"""
    space: Rows = [
        ["海淀园用地台账"],
        [*SPACE_HEAD, "联系人"],
        [1, "HD-1", "永丰", 150, 30, "在用", None, "李"],
        [2, "HD-2", "园内组团外", "45亩", "—", "在建", None, "李"],
        ["合计", None, None, 195, 30],
    ]
    submission = check(book({"企业": roster, "用地台账": space}))
    assert found(submission) == [("S-COLUMN-UNKNOWN", "用地台账!H2")]
    table = submission.tables["space"]
    assert table.values["area"] == [10 * HECTARE, 3 * HECTARE]
    assert table.values["used"] == [2 * HECTARE, None]
    assert (table.row_numbers, submission.companies) == ((3, 4), 3)


def test_a_total_row_that_does_not_add_up_is_told(book: Book, check: Check, roster: Rows) -> None:
    space: Rows = [SPACE_HEAD, [1, "HD-1", "永丰", 150, 30, "在用"], ["合计", None, None, 160, 30]]
    assert found(check(book({"企业": roster, "空间": space}))) == [("S-TOTAL", "空间!D3")]


def test_a_column_like_a_declared_one_is_asked_about(book: Book, check: Check, roster: Rows) -> None:
    space: Rows = [[*SPACE_HEAD, "平台自持比例数"], [1, "HD-1", "永丰", 150, 30, "在用", None, 20]]
    submission = check(book({"企业": roster, "空间": space}))
    assert submission.state is FileState.NEEDS_MAPPING
    assert [(q.heading, q.suggestion) for q in submission.questions] == [("平台自持比例数", "space.self_held")]


def test_a_unit_nobody_names_is_the_form_s_own_and_said(book: Book, check: Check, roster: Rows) -> None:
    space: Rows = [["地块编号", "组团", "面积", "已用"], ["HD-1", "永丰", 10, 2]]
    submission = check(book({"企业": roster, "空间": space}))
    assert found(submission) == [("P-UNIT", "空间!C1"), ("P-UNIT", "空间!D1")]
    assert submission.tables["space"].values["area"] == [10 * HECTARE]


@pytest.mark.parametrize(
    ("written", "kept"), [("总收入（万元）", "12.5"), ("一、总收入", "125000"), ("总收入(亿元)", "125000")]
)
def test_an_indicator_says_its_unit_in_its_name(book: Book, check: Check, roster: Rows, written: str, kept: str) -> None:
    rows: Rows = [["指标", "本月", "累计", "来源"], [written, None, 125_000, "台账"]]
    submission = check(book({"企业": roster, "园区指标": rows}))
    assert (found(submission), submission.tables["indicator"].values["ytd"]) == ([], [kept])
    assert submission.tables["indicator"].values["indicator"] == ["总收入"]


def test_a_stated_intensity_that_does_not_follow_from_the_row_is_told_with_the_likely_reason(
    book: Book, check: Check, roster: Rows
) -> None:
    head = ["项目名称", "组团", "领域", "总投资(万元)", "固定资产投资(万元)", "用地(公顷)", "投资强度(万元/公顷)"]
    rows: Rows = [head, ["甲", "永丰", "新材料", 12_000, 9_000, 3, 4_000], ["乙", "永丰", "新材料", 12_000, 9_000, 3, 3_000]]
    submission = check(book({"企业": roster, "项目准入": rows}))
    assert found(submission) == [("P-COMPUTED", "项目准入!G2")]
    assert "现按总投资计算" in submission.issues[-1].message


def test_a_roster_that_tells_of_projects_stays_a_roster(book: Book, check: Check, roster: Rows) -> None:
    roster[1] += ["项目名称", "总投资(万元)", "用地面积(公顷)"]
    for row in roster[2:]:
        row += ["某项目", 100, 2]
    submission = check(book({"企业": roster}))
    assert (set(submission.tables), submission.companies) == ({"enterprise"}, 3)


ANY_CELL = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(10**18), 10**18),
    st.floats(allow_nan=True, allow_infinity=True),
    st.sampled_from(["", "—", "#REF!", "=1+1", "30 亩", "1,2,3", "-5%", "１２．５", "2020-02-30", "合计", "甲", "null", "3亿元",
                     "√", "园内组团外", "闲置", "总收入", "1e400", "公顷", "（5）", "2026年10月", "\n", "%", "亩", "元"]),
    st.text(max_size=12),
    st.sampled_from([date(2020, 2, 29), datetime(2026, 10, 1, 8, 0), time(8, 30)]),
)  # fmt: skip


@pytest.mark.parametrize("layout", [SPACE, PROJECT, INDICATOR], ids=lambda sheet: sheet.title)
@settings(max_examples=25)
@given(rows=st.lists(st.lists(ANY_CELL, min_size=18, max_size=18), max_size=3))
def test_no_cell_brings_the_reader_down(catalogue: Catalogue, layout: Sheet, rows: Rows) -> None:
    """随便什么格子：要么读出，要么在那一格说明，绝不崩溃。"""
    grid: list[list[object]] = [[c.heading for c in layout.columns], *rows]
    columns = tuple(["" if row[n] is None else row[n] for row in grid] for n in range(len(layout.columns)))
    sheet = RawSheet(layout.title, False, len(grid), columns)
    checked = check_workbook(
        RawWorkbook("海淀园2026年10月.xlsx", "0" * 64, "", (sheet,)),
        catalogue=catalogue,
        history_for=lambda park, month: NO_HISTORY,
    )
    for table in checked.tables.values():
        numbers = [v for column in table.values.values() for v in column if isinstance(v, float)]
        assert numbers == []
        assert all(abs(v) < 2**63 for column in table.values.values() for v in column if isinstance(v, int))
