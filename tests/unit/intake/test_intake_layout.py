"""Tables as parks write them: titles, merged headings, index rows, units, totals and notes; row numbers stay true."""

from __future__ import annotations

from collections.abc import Callable

import openpyxl
import pytest

from zgc_desktop.domain.history import History
from zgc_desktop.domain.periods import Month
from zgc_desktop.domain.submissions import CheckedSubmission, FileState
from zgc_desktop.intake.headings import heading_of, meaning_of, normal, unit_in_line
from zgc_desktop.intake.recognise import month_in_text

Check = Callable[..., CheckedSubmission]
Book = Callable[..., bytes]
Rows = list[list[object]]


def codes_of(submission: CheckedSubmission) -> list[str]:
    return [i.code for i in submission.issues]


@pytest.mark.parametrize(
    ("text", "month"),
    [
        ("2026年10月中关村东城园企业情况表", Month(2026, 10)),
        ("2026年9月", Month(2026, 9)),
        ("２０２６年９月", Month(2026, 9)),
        ("二〇二六年十月", Month(2026, 10)),
        ("2026年1—10月", Month(2026, 10)),
        ("2026年1-9月份", Month(2026, 9)),
        ("丰台园-202610-报送v2", Month(2026, 10)),
        ("昌平园2026-09", Month(2026, 9)),
        ("2026.10月报", Month(2026, 10)),
        ("东城园 2026_10", Month(2026, 10)),
        ("9月报表", None),
        ("电话 62026101234", None),
        ("2026年13月", None),
        ("91110108202610", None),
    ],
)
def test_a_month_is_read_only_where_its_year_stands(text: str, month: Month | None) -> None:
    assert month_in_text(text) == month


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("单位：万元", "万元"),
        ("金额单位:千元", "千元"),
        ("计量单位： 人民币元", "元"),
        ("填报单位：元大都公司", ""),
        ("单位负责人：", ""),
    ],
)
def test_a_unit_line_is_not_the_line_of_the_sender(text: str, unit: str) -> None:
    assert unit_in_line(text) == unit


@pytest.mark.parametrize(
    ("parts", "kind", "key", "unit"),
    [
        (["统一社会信用代码"], "enterprise", "credit_code", ""),
        (["信用代码（18位）"], "enterprise", "credit_code", ""),
        (["本月总收入（万元）"], "enterprise", "revenue_fen", "万元"),
        (["营业收入", "本月"], "enterprise", "revenue_fen", ""),
        (["营业收入(千元)", "本月"], "enterprise", "revenue_fen", "千元"),
        (["营业收入", "累计"], "enterprise", "revenue_ytd_fen", ""),
        (["税收（元）", "增值税地方级"], "tax", "vat_fen", "元"),
        (["企 业 名 称"], "enterprise", "name", ""),
        (["期末从业人数（人）"], "enterprise", "employees", ""),
    ],
)
def test_headings_mean_their_column(parts: list[str], kind: str, key: str, unit: str) -> None:
    heading = heading_of(parts)
    meaning = meaning_of(heading.normal_parts, kind)
    assert meaning is not None
    assert (meaning.column.key, meaning.score, heading.unit) == (key, 100, unit)


@pytest.mark.parametrize("text", ["上年同期", "增长率", "联系人", "备用一", "营业外收入", "利润总额"])
def test_a_heading_that_is_not_certain_is_not_taken(text: str) -> None:
    assert meaning_of((normal(text),), "enterprise") is None


def test_a_nearly_right_heading_is_taken_with_its_score(book: Book, check: Check, roster: Rows) -> None:
    roster[1][0] = "统一社会信用代码号"
    near = next(c for c in check(book({"企业": roster})).columns if c.letter == "A")
    assert (near.field, near.how, near.score) == ("credit_code", "近似列名“统一社会信用代码”", 94)


def test_row_numbers_stay_the_sheets_own_past_titles_blank_rows_and_subtotals(
    book: Book, check: Check, roster: Rows, code: Callable[[int], str]
) -> None:
    """The bad row stands in row 11; that is what the park must read."""
    head, lines = roster[1], roster[2:]
    bad = [code(9)[:17] + "0", "北京坏码科技有限公司", "海淀", "永丰", "新一代信息技术", 3, 1.0, 0.1, "在营"]
    sheet = [
        [],
        ["2026年10月中关村海淀园企业情况表"],
        ["填报单位（盖章）：海淀园管委会", None, None, None, None, "单位：万元"],
        head,
        ["甲", "乙", "丙", 1, 2, 3, 4, 5, 6],
        lines[0],
        [None, "小计", None, None, None, 11, 101.5, 5.25],
        [],
        lines[1],
        lines[2],
        bad,
        ["合　计", None, None, None, None, 39, 308.5, 15.85],
        ["注：本表为当月数"],
        ["单位负责人：", None, "填表人：", None, "联系电话："],
    ]
    submission = check(book({"企业": sheet}))
    assert submission.tables["enterprise"].row_numbers == (6, 9, 10, 11)
    assert [(i.code, i.cell) for i in submission.issues if i.code.startswith("R-")] == [("R-CODE-CHECK", "A11")]
    assert "S-TOTAL" not in codes_of(submission)


def test_two_header_rows_with_merges_are_joined(book: Book, check: Check, roster: Rows, code: Callable[[int], str]) -> None:
    rows: Rows = [
        ["2026年10月中关村海淀园企业情况表"],
        ["统一社会信用代码", "企业名称", "注册地址", "产业领域", "营业收入（千元）", None, "研发费用（千元）", None, "状态"],
        [None, None, None, None, "本月", "累计", "本月", "累计", None],
        [code(1), "北京样例1科技有限公司", "样例路", "先进制造", 10, 100, 1, 10, "在营"],
    ]

    def merge(workbook: openpyxl.Workbook) -> None:
        page = workbook["企业"]
        for area in ("A1:I1", "A2:A3", "B2:B3", "C2:C3", "D2:D3", "E2:F2", "G2:H2", "I2:I3"):
            page.merge_cells(area)

    for change in (merge, None):
        table = check(book({"企业": rows}, change=change)).tables["enterprise"]
        figures = {k: table.values[k] for k in ("revenue_fen", "revenue_ytd_fen", "rd_fen", "rd_ytd_fen")}
        assert figures == {
            "revenue_fen": [1_000_000],
            "revenue_ytd_fen": [10_000_000],
            "rd_fen": [100_000],
            "rd_ytd_fen": [1_000_000],
        }, change
        assert table.row_numbers == (4,)


def test_columns_left_blank_or_hidden_do_not_shift_the_addresses(book: Book, check: Check, roster: Rows) -> None:
    shifted = [[None, None, *row] for row in roster]
    submission = check(book({"企业": [[], *shifted]}))
    table = submission.tables["enterprise"]
    assert table.cell(0, "credit_code") == "C4"
    assert table.cell(2, "revenue_fen") == "I6"


def test_a_column_unit_beats_the_sheet_unit(book: Book, check: Check, roster: Rows) -> None:
    roster[0] = ["2026年10月中关村海淀园企业情况表", None, "单位：千元"]
    roster[1][7] = "研发费用·本月"
    table = check(book({"企业": roster})).tables["enterprise"]
    assert table.values["revenue_fen"][0] == 101_500_000
    assert table.values["rd_fen"][0] == 525_000


def test_a_unit_nobody_wrote_is_asked_and_not_guessed(book: Book, check: Check, roster: Rows) -> None:
    roster[1][6] = "营业收入"
    submission = check(book({"企业": roster}))
    assert submission.state is FileState.NEEDS_MAPPING
    assert [(i.code, i.cell) for i in submission.issues if i.code == "S-UNIT"] == [("S-UNIT", "G2")]
    assert submission.total("enterprise", "revenue_fen") is None


def test_last_month_tells_the_unit_nobody_wrote(book: Book, check: Check, code: Callable[[int], str], roster: Rows) -> None:
    roster[1][6] = "营业收入"
    lines = [[code(n), f"北京样例{n}有限公司", "路", "永丰", "先进制造", 9, 90 + n, 5, "在营"] for n in range(1, 9)]
    last = {code(n): {"revenue_fen": 100 * 100_000} for n in range(1, 9)}
    submission = check(book({"企业": [*roster[:2], *lines]}), history=History(Month(2026, 9), last))
    column = next(c for c in submission.columns if c.field == "revenue_fen")
    assert (column.unit, "上月" in column.how) == ("千元", True)


def test_a_tax_sheet_that_last_month_contradicts_is_asked(
    book: Book, check: Check, tax: Rows, code: Callable[[int], str]
) -> None:
    tax[1] = [str(h).replace("(元)", "") for h in tax[1]]
    lines = [[code(n), "名", 1, 1, 1, 3] for n in range(1, 9)]
    last = {code(n): {"total_fen": 3_000_000} for n in range(1, 9)}
    submission = check(book({"税收": [*tax[:2], *lines]}), history=History(Month(2026, 9), last))
    assert ("S-UNIT", "F2") in [(i.code, i.cell) for i in submission.issues]


def test_roster_and_tax_in_one_sheet_are_two_tables_of_the_same_rows(book: Book, check: Check, roster: Rows, tax: Rows) -> None:
    joined = [[*a, *b[2:]] for a, b in zip(roster, tax, strict=True)]
    submission = check(book({"月报": joined}))
    assert set(submission.tables) == {"enterprise", "tax"}
    assert submission.total("tax", "total_fen") == 3 * 12_312
    assert submission.tables["enterprise"].row_numbers == submission.tables["tax"].row_numbers == (3, 4, 5)
    assert [i for i in submission.issues if i.severity == "error"] == []


def test_the_months_own_sheet_is_taken_and_the_other_is_named(book: Book, check: Check, roster: Rows) -> None:
    old = [["2026年9月中关村海淀园企业情况表"], *roster[1:]]
    submission = check(book({"9月": old, "10月": roster}))
    assert submission.month is not None
    assert submission.month.value == "2026-10"
    assert [i.value for i in submission.issues if i.code == "S-SHEET-UNUSED"] == ["9月"]


def test_what_decided_park_and_month_is_said(book: Book, check: Check, roster: Rows) -> None:
    meta = [["template_version", "2026.1"], ["park", "昌平园"], ["month", "2026-08"]]
    by_meta = check(book({"企业": roster, "_meta": meta}))
    by_title = check(book({"企业": roster}), "表.xlsx")
    by_name = check(book({"企业": roster[1:]}), "海淀园2026年10月.xlsx")
    assert [s.park and (s.park.value, s.park.decided_by.split("：")[0]) for s in (by_meta, by_title, by_name)] == [
        ("昌平园", "模板标记"),
        ("海淀园", "工作表“企业”的标题行"),
        ("海淀园", "文件名"),
    ]
    assert [s.month and s.month.value for s in (by_meta, by_title, by_name)] == ["2026-08", "2026-10", "2026-10"]
    assert "F-CONFLICT" in codes_of(by_meta)


def test_a_file_name_that_contradicts_the_title_is_pointed_out(book: Book, check: Check, roster: Rows) -> None:
    submission = check(book({"企业": roster}), "海淀园2026年11月.xlsx")
    assert submission.month is not None
    assert submission.month.value == "2026-10"
    assert "F-CONFLICT" in codes_of(submission)


def test_a_file_without_park_or_month_is_asked(book: Book, check: Check, roster: Rows) -> None:
    submission = check(book({"企业": roster[1:]}), "表.xlsx")
    assert (submission.park, submission.month, submission.state) == (None, None, FileState.NEEDS_MAPPING)
    assert {"F-PARK", "F-MONTH"} <= set(codes_of(submission))


def test_the_month_asked_for_decides_where_the_file_is_silent_and_is_compared_where_it_speaks(
    book: Book, check: Check, roster: Rows
) -> None:
    silent = check(book({"企业": roster[1:]}), "海淀园.xlsx", month=Month(2026, 10))
    assert silent.month is not None
    assert (silent.month.value, silent.month.decided_by) == ("2026-10", "接收时指定")
    other = check(book({"企业": roster}), month=Month(2026, 9))
    assert "F-MONTH-DIFF" in codes_of(other)
    assert other.state is FileState.NEEDS_MAPPING


def test_a_workbook_of_something_else_is_asked_about(book: Book, check: Check) -> None:
    submission = check(book({"Sheet1": [["姓名", "电话"], ["甲", "1"]]}), "通讯录.xlsx")
    assert submission.state is FileState.NEEDS_MAPPING
    assert "S-NO-ROSTER" in codes_of(submission)


def test_unread_columns_are_named_and_serial_numbers_are_not(book: Book, check: Check, roster: Rows) -> None:
    for row, extra in zip(roster[1:], (("序号", "联系人"), (1, "张"), (2, "李"), (3, "王")), strict=True):
        row += extra
    issues = [(i.cell, i.value) for i in check(book({"企业": roster})).issues if i.code == "S-COLUMN-UNKNOWN"]
    assert issues == [("K2", "联系人")]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gbk", "utf-16"])
@pytest.mark.parametrize("mark", [",", "\t"])
def test_text_tables_are_read_in_any_encoding_and_delimiter(check: Check, roster: Rows, encoding: str, mark: str) -> None:
    text = "\r\n".join(mark.join(str(c) for c in row) for row in roster[1:])
    submission = check(text.encode(encoding), "海淀园202610.csv")
    assert (submission.companies, submission.tables["enterprise"].row_numbers) == (3, (2, 3, 4))
    assert submission.encoding


def test_a_cluster_merged_over_several_companies_holds_for_each(book: Book, check: Check, roster: Rows) -> None:
    roster[3][3] = roster[4][3] = None
    data = book({"企业": roster}, change=lambda workbook: workbook["企业"].merge_cells("D3:D5"))
    assert check(data).tables["enterprise"].values["cluster"] == ["永丰", "永丰", "永丰"]


def test_a_figure_merged_over_several_companies_belongs_to_the_first_row_only(book: Book, check: Check, roster: Rows) -> None:
    roster[3][6] = roster[4][6] = None
    data = book({"企业": roster}, change=lambda workbook: workbook["企业"].merge_cells("G3:G5"))
    assert check(data).tables["enterprise"].values["revenue_fen"] == [101_500_000, None, None]


def test_two_months_stacked_in_a_sheet_are_two_tables(book: Book, check: Check, roster: Rows) -> None:
    """The asked month is taken, with its own row numbers; the other is named."""
    september = [["2026年9月中关村海淀园企业情况表"], *roster[1:]]
    october = [list(row) for row in roster]
    october[2][6] = 777
    stacked = [*september, [None, "合计", None, None, None, 36, 307.5, 15.75], [], *october]
    submission = check(book({"企业": stacked}))
    assert submission.month is not None
    assert submission.month.value == "2026-10"
    assert submission.tables["enterprise"].row_numbers == (10, 11, 12)
    assert submission.tables["enterprise"].values["revenue_fen"][0] == 777_000_000
    assert "S-SHEET-UNUSED" in codes_of(submission)
    earlier = check(book({"企业": stacked}), "海淀园.xlsx", month=Month(2026, 9))
    assert earlier.tables["enterprise"].row_numbers == (3, 4, 5)


def test_roster_above_and_tax_below_are_both_read(book: Book, check: Check, roster: Rows, tax: Rows) -> None:
    submission = check(book({"月报": [*roster, [], *tax]}))
    assert {k: t.row_numbers for k, t in submission.tables.items()} == {"enterprise": (3, 4, 5), "tax": (9, 10, 11)}
    assert submission.total("tax", "total_fen") == 3 * 12_312


def test_a_header_printed_on_every_page_does_not_end_the_table(book: Book, check: Check, roster: Rows) -> None:
    paged = [*roster[:4], roster[1], roster[4]]
    submission = check(book({"企业": paged}))
    assert submission.tables["enterprise"].row_numbers == (3, 4, 6)


def test_a_row_of_column_codes_is_no_company(book: Book, check: Check, roster: Rows) -> None:
    coded = [*roster[:2], ["代码", "—", "—", "—", "—", "01", "02", "03", "—"], *roster[2:]]
    assert check(book({"企业": coded})).tables["enterprise"].row_numbers == (4, 5, 6)
