"""Every check at its own cell, on workbooks with one fault each; and a faultless one without any."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from zgc_desktop.domain.history import History
from zgc_desktop.domain.issues import CHECKS
from zgc_desktop.domain.periods import Month
from zgc_desktop.domain.submissions import CheckedSubmission

Check = Callable[..., CheckedSubmission]
Book = Callable[..., bytes]
Code = Callable[[int], str]
Rows = list[list[object]]
SEPTEMBER = Month(2026, 9)


def found(submission: CheckedSubmission) -> list[tuple[str, str]]:
    return [(i.code, i.place) for i in submission.issues]


def test_a_faultless_submission_has_no_issue(book: Book, check: Check, roster: Rows, tax: Rows) -> None:
    submission = check(book({"企业": roster, "税收": tax}))
    assert found(submission) == []
    assert (submission.companies, submission.total("enterprise", "revenue_fen")) == (3, 307_500_000)


@pytest.mark.parametrize(
    ("row", "column", "value", "code", "cell"),
    [
        (3, 0, None, "R-CODE-MISSING", "A4"),
        (3, 0, 911101080000012345, "R-CODE-NUMERIC", "A4"),
        (3, 0, "9.11101E+17", "R-CODE-NUMERIC", "A4"),
        (3, 0, "911103026605015000", "R-CODE-NUMERIC", "A4"),
        (3, 0, "110108012345678", "R-CODE-FORM", "A4"),
        (3, 1, None, "R-NAME-MISSING", "B4"),
        (4, 2, None, "R-REQUIRED", "C5"),
        (4, 3, "张家湾", "X-CLUSTER", "D5"),
        (4, 3, "不存在的组团", "X-CLUSTER-UNKNOWN", "D5"),
        (4, 5, 3.5, "R-COUNT", "F5"),
        (4, 5, "若干", "R-NUMBER", "F5"),
        (4, 6, "约三百", "R-NUMBER", "G5"),
        (4, 6, "1.2345678", "R-PRECISION", "G5"),
        (4, 7, -2, "R-NEGATIVE", "H5"),
        (4, 8, "存续", "R-CHOICE", "I5"),
    ],
)
def test_a_single_fault_is_reported_at_its_cell(
    book: Book, check: Check, roster: Rows, row: int, column: int, value: object, code: str, cell: str
) -> None:
    roster[row][column] = value
    submission = check(book({"企业": roster}))
    assert [x for x in found(submission) if x[0] != "S-NO-TAX"] == [(code, f"企业!{cell}")]


def test_a_code_stored_as_a_number_is_never_printed_as_a_code(book: Book, check: Check, roster: Rows) -> None:
    """911103026605015136 becomes …000 in Excel; the digits are gone and nothing may make them up."""
    roster[2][0] = 911103026605015136
    submission = check(book({"企业": roster}))
    table = submission.tables["enterprise"]
    assert table.values["credit_code"][0] is None
    assert table.set_aside == {0}
    assert submission.companies == 2


def test_the_name_known_for_a_code_is_suggested(book: Book, check: Check, roster: Rows, tax: Rows, code: Code) -> None:
    roster[2][1] = None
    by_tax = check(book({"企业": roster, "税收": tax}))
    assert "北京样例1科技有限公司" in by_tax.issues[0].message
    by_month = check(book({"企业": roster}), history=History(SEPTEMBER, {}, {code(1): "北京旧名有限公司"}))
    assert "北京旧名有限公司" in next(i.message for i in by_month.issues if i.code == "R-NAME-MISSING")


def test_a_code_that_fails_its_check_still_counts(book: Book, check: Check, roster: Rows, code: Code) -> None:
    """A genuine code that fails exists: a person may release it, so it warns only."""
    roster[2][0] = code(1)[:17] + ("0" if code(1)[17] != "0" else "1")
    submission = check(book({"企业": roster}))
    assert submission.companies == 3
    issue = next(i for i in submission.issues if i.code == "R-CODE-CHECK")
    assert (issue.severity.value, issue.expected) == ("warning", code(1)[17])
    known = check(book({"企业": roster}), history=History(SEPTEMBER, {}, {code(1): str(roster[2][1])}))
    assert code(1) in next(i.message for i in known.issues if i.code == "R-CODE-CHECK")


def test_a_second_row_of_a_company_is_set_aside_in_either_sheet(book: Book, check: Check, roster: Rows, tax: Rows) -> None:
    submission = check(book({"企业": [*roster, roster[2]], "税收": [*tax, tax[3]]}))
    assert found(submission) == [("R-DUP", "企业!A6"), ("R-DUP", "税收!A6")]
    assert "第 3 行" in submission.issues[0].message
    assert (submission.companies, submission.total("tax", "total_fen")) == (3, 3 * 12_312)


def test_codes_are_the_same_whatever_their_dress(book: Book, check: Check, roster: Rows, code: Code) -> None:
    dressed = "".join(chr(ord(c) + 0xFEE0) if c.isascii() else c for c in code(1).lower())
    submission = check(book({"企业": [*roster, [f" {dressed} ", *roster[2][1:]]]}))
    assert ("R-DUP", "企业!A6") in found(submission)


def test_tax_parts_that_do_not_add_up_leave_the_total_in_doubt(book: Book, check: Check, roster: Rows, tax: Rows) -> None:
    tax[3][5] = 999.99
    submission = check(book({"企业": roster, "税收": tax}))
    assert found(submission) == [("R-TAX-SUM", "税收!F4")]
    assert "123.12 元" in submission.issues[0].message
    assert submission.total("tax", "total_fen") == 2 * 12_312


def test_a_missing_tax_figure_is_missing_and_not_zero(book: Book, check: Check, roster: Rows, tax: Rows) -> None:
    tax[3][2:] = [None, None, None, None]
    submission = check(book({"企业": roster, "税收": tax}))
    assert found(submission) == []
    assert submission.tables["tax"].values["total_fen"][1] is None


def test_companies_in_one_sheet_only_are_named(book: Book, check: Check, roster: Rows, tax: Rows, code: Code) -> None:
    tax[2][0] = code(77)
    submission = check(book({"企业": roster, "税收": tax}))
    assert set(found(submission)) == {("R-TAX-ORPHAN", "税收!A3"), ("R-TAX-MISSING", "企业!A3")}


def test_a_total_row_that_does_not_add_up_is_reported(book: Book, check: Check, roster: Rows) -> None:
    total = [None, "合计", None, None, None, 36, 999.0, 15.75]
    assert found(check(book({"企业": [*roster, total]}))) == [("S-NO-TAX", "海淀园2026年10月.xlsx"), ("S-TOTAL", "企业!G6")]


def test_subtotals_cover_their_own_group(book: Book, check: Check, roster: Rows) -> None:
    groups = [
        *roster[:4],
        [None, "小计", None, None, None, 23, 204.0, 10.5],
        roster[4],
        [None, "小计", None, None, None, 13, 103.5, 5.25],
    ]
    assert found(check(book({"企业": groups}))) == [("S-NO-TAX", "海淀园2026年10月.xlsx")]
    groups[6][6] = 307.5
    assert ("S-TOTAL", "企业!G7") in found(check(book({"企业": groups})))


def test_a_sheet_without_a_required_column_says_which(book: Book, check: Check, roster: Rows) -> None:
    submission = check(book({"企业": [row[:8] for row in roster]}))
    assert "缺少必填列“状态”" in "".join(i.message for i in submission.issues)


# --- error cells and formulas ----------------------------------------------------------------------------------------


def patched(data: bytes, cell: str, xml: str) -> bytes:
    """The workbook with one cell of its first sheet replaced by raw XML, as Excel would have written it."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            content = source.read(name)
            if name == "xl/worksheets/sheet1.xml":
                content, count = re.subn(rf'<c r="{cell}".*?</c>'.encode(), xml.encode(), content)
                assert count == 1
            target.writestr(name, content)
    return out.getvalue()


@pytest.mark.parametrize("error", ["#REF!", "#N/A", "#DIV/0!", "#VALUE!"])
def test_an_error_cell_is_reported_and_never_read_as_empty(book: Book, check: Check, roster: Rows, error: str) -> None:
    data = patched(book({"企业": roster}), "G4", f'<c r="G4" t="e"><f>1/0</f><v>{error}</v></c>')
    submission = check(data)
    issue = next(i for i in submission.issues if i.code == "R-CELL-ERROR")
    assert (issue.place, issue.value) == ("企业!G4", error)


@pytest.mark.parametrize(
    "xml",
    [
        '<c r="G4"><f>SUM(A1:A2)</f></c>',
        '<c r="G4"><f>SUM(A1:A2)</f><v></v></c>',
        '<c r="G4" s="3"><f t="shared" si="0"/><v/></c>',
    ],
)
def test_a_formula_never_calculated_is_reported(book: Book, check: Check, roster: Rows, xml: str) -> None:
    assert ("R-FORMULA", "企业!G4") in found(check(patched(book({"企业": roster}), "G4", xml)))


def test_a_formula_whose_result_is_an_empty_text_is_calculated(book: Book, check: Check, roster: Rows) -> None:
    """=IF(…,"",…) 算出来就是空，Excel 这样存。"""
    xml = '<c r="G4" t="str"><f>IF(1=1,"","x")</f><v></v></c>'
    assert ("R-FORMULA", "企业!G4") not in found(check(patched(book({"企业": roster}), "G4", xml)))


def test_a_calculated_formula_is_a_value(book: Book, check: Check, roster: Rows) -> None:
    submission = check(patched(book({"企业": roster}), "G4", '<c r="G4"><f>1+1</f><v>102.5</v></c>'))
    assert submission.total("enterprise", "revenue_fen") == 307_500_000


# --- against last month ----------------------------------------------------------------------------------------------


def last_month(code: Code, count: int = 3, **figures: int) -> History:
    base = {"revenue_fen": 102 * 1_000_000, "rd_fen": 5 * 1_000_000, "total_fen": 12_000}
    return History(SEPTEMBER, {code(n): {**base, **figures} for n in range(1, count + 1)}, {})


@pytest.mark.parametrize(("factor", "unit"), [(10_000, "元"), (1_000, "十元")])
def test_a_figure_in_another_unit_is_found_by_the_companys_own_last_month(
    book: Book, check: Check, roster: Rows, tax: Rows, code: Code, factor: int, unit: str
) -> None:
    roster[3][6] = 102.5 * factor
    submission = check(book({"企业": roster, "税收": tax}), history=last_month(code))
    assert found(submission) == [("X-UNIT-SLIP", "企业!G4")]
    assert "102.5 万元" in submission.issues[0].message
    assert submission.total("enterprise", "revenue_fen") == 205_000_000


def test_a_whole_row_in_another_unit_is_found_though_its_figures_move_alike(
    book: Book, check: Check, roster: Rows, tax: Rows, code: Code
) -> None:
    roster[3][6:8] = [1_025_000, 52_500]
    submission = check(book({"企业": roster, "税收": tax}), history=last_month(code))
    assert found(submission) == [("X-UNIT-SLIP", "企业!G4"), ("X-UNIT-SLIP", "企业!H4")]


def test_a_business_that_really_grew_is_no_slip(book: Book, check: Check, roster: Rows, tax: Rows, code: Code) -> None:
    """Revenue and tax that rise together are a business, however much."""
    roster[3][6:8] = [1_025_000, 5]
    tax[3][2:6] = [1_000_000, 200_000, 30_000, 1_230_000]
    submission = check(book({"企业": roster, "税收": tax}), history=last_month(code))
    assert [c for c, _ in found(submission) if c == "X-UNIT-SLIP"] == []


def test_a_tenfold_month_without_other_figures_is_no_slip(book: Book, check: Check, roster: Rows, code: Code) -> None:
    history = History(SEPTEMBER, {code(n): {"revenue_fen": 10_250_000} for n in (1, 2, 3)}, {})
    assert [c for c, _ in found(check(book({"企业": roster}), history=history)) if c.startswith("X-")] == []


def test_a_column_that_slipped_as_a_whole_is_one_issue(book: Book, check: Check, roster: Rows, code: Code) -> None:
    lines = [[code(n), f"北京样例{n}有限公司", "路", "永丰", "先进制造", 9, 1_020_000 + n, 5, "在营"] for n in range(1, 9)]
    submission = check(book({"企业": [*roster[:2], *lines]}), history=last_month(code, 8))
    slips = [i for i in submission.issues if i.code == "X-UNIT-SLIP"]
    assert [(i.cell, "8 家" in i.column) for i in slips] == [("", True)]
    assert submission.total("enterprise", "revenue_fen") == 0


def test_a_large_jump_is_a_notice(book: Book, check: Check, roster: Rows, code: Code) -> None:
    roster[3][6] = 5_000
    submission = check(book({"企业": roster}), history=last_month(code))
    assert [(i.code, i.place, i.severity.value) for i in submission.issues if i.code == "X-JUMP"] == [
        ("X-JUMP", "企业!G4", "notice")
    ]


def test_a_file_that_lists_changes_only_is_questioned(book: Book, check: Check, roster: Rows, code: Code) -> None:
    submission = check(book({"企业": roster}), history=last_month(code, 40))
    issue = next(i for i in submission.issues if i.code == "X-VANISHED")
    assert "上月 40 家" in issue.message
    assert "37 家" in issue.message


# --- everywhere ------------------------------------------------------------------------------------------------------


@settings(max_examples=25)
@given(at=st.integers(0, 39), column=st.sampled_from([5, 6, 7]), blank_rows=st.integers(0, 3), margin=st.integers(0, 3))
def test_a_fault_planted_in_any_cell_is_reported_at_that_cell(
    book: Book, check: Check, at: int, column: int, blank_rows: int, margin: int
) -> None:
    lines: Rows = [[f"{n}", f"北京样例{n}有限公司", "路", "永丰", "先进制造", 9, 100, 5, "在营"] for n in range(40)]
    for n, line in enumerate(lines):
        line[0] = _code(n)
    lines[at][column] = "见附件"
    sheet = [["2026年10月海淀园"], *[[]] * blank_rows, HEAD, *lines]
    letter = "ABCDEFGHIJKLMN"[column + margin]
    submission = check(book({"企业": [[None] * margin + row for row in sheet]}))
    numbers = [x for x in found(submission) if x[0] == "R-NUMBER"]
    assert numbers == [("R-NUMBER", f"企业!{letter}{3 + blank_rows + at}")]


HEAD = ["统一社会信用代码", "企业名称", "注册地址", "组团", "产业领域", "从业人员", "营业收入(万元)", "研发费用(万元)", "状态"]


def _code(number: int) -> str:
    from zgc_desktop.domain.credit_code import check_character

    body = f"91110108MA{number:07d}"
    return body + check_character(body)


def test_every_issue_says_what_and_what_to_do() -> None:
    for check in CHECKS.values():
        assert check.advice, check.code
        assert check.basis, check.code


def test_a_year_to_date_below_its_month_and_a_founding_day_to_come_are_reported(book: Book, check: Check, roster: Rows) -> None:
    roster[1] += ["营业收入·累计(万元)", "成立日期"]
    for row, (year, day) in zip(roster[2:], ((900, "2019-10-08"), (50, "2026-10-31"), (900, "2026-11-01")), strict=True):
        row += [year, day]
    submission = check(book({"企业": roster}))
    assert [x for x in found(submission) if x[0] != "S-NO-TAX"] == [("R-YTD", "企业!J4"), ("R-FUTURE", "企业!K5")]
    assert submission.total("enterprise", "revenue_fen") == 307_500_000
