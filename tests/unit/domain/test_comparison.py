"""What became of each item of a return, and what else changed in the file."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zgc_desktop.domain.comparison import Answer, Compared, ParkSheet, Verdict, compare, tally
from zgc_desktop.domain.issues import Issue, Severity
from zgc_desktop.domain.returns import ReturnItem

A, B, C = "91110108MA01TJ3Y5P", "91110114MA0J9HTM4L", "91110113MA09D4H3XP"


def sheet(*rows: tuple[str | None, str, int | None, int | None], first: int = 6) -> ParkSheet:
    columns = list(zip(*rows, strict=True)) if rows else [(), (), (), ()]
    keys = ("credit_code", "name", "vat_fen", "total_fen")
    values = {k: list(v) for k, v in zip(keys, columns, strict=True)}
    letters = dict(zip(keys, "ABEH", strict=True))
    return ParkSheet("tax", "税收", range(first, first + len(rows)), letters, values, {"vat_fen": "增值税·地方"})


def issue(cell: str, code: str = A, check: str = "X-UNIT-SLIP", value: str = "10", **more: str) -> Issue:
    return Issue(check, Severity.ERROR, "说明", "f", "税收", cell, "增值税·地方", code, "甲", value, **more)


def run(
    old: ParkSheet, new: ParkSheet, asked: list[Issue], left: list[Issue], answers: dict[int, Answer] | None = None
) -> tuple[Compared, ...]:
    items = [ReturnItem(n, i) for n, i in enumerate(asked, start=1)]
    return compare(items, {"tax": old}, {"tax": new}, asked, left, answers)


def test_a_changed_value_without_an_issue_is_mended() -> None:
    (line,) = run(sheet((A, "甲", 10, 10)), sheet((A, "甲", 20, 10)), [issue("E6")], [])
    assert (line.verdict, line.before, line.now, line.place) == (Verdict.MENDED, "10", "20", "税收!E6")


def test_the_same_value_with_the_same_issue_is_unchanged_and_keeps_the_park_s_words() -> None:
    answers = {1: Answer("季度集中入库", done=True)}
    (line,) = run(sheet((A, "甲", 10, 10)), sheet((A, "甲", 10, 10)), [issue("E6")], [issue("E6")], answers)
    assert (line.verdict, line.remark, line.claimed) == (Verdict.UNCHANGED, "季度集中入库", True)


def test_another_value_that_is_still_wrong_is_mended_wrongly() -> None:
    (line,) = run(sheet((A, "甲", 10, 10)), sheet((A, "甲", 99, 10)), [issue("E6")], [issue("E6", value="99")])
    assert line.verdict is Verdict.WRONG
    (line,) = run(sheet((A, "甲", 10, 10)), sheet((A, "甲", None, 10)), [issue("E6")], [issue("E6", check="R-NUMBER")])
    assert line.verdict is Verdict.WRONG


def test_the_same_amount_in_another_unit_is_not_changed_and_another_sum_expected_is() -> None:
    same = sheet((A, "甲", 10, 10))
    (line,) = run(same, same, [issue("E6", value="12,202,000.00")], [issue("E6", value="1220200")])
    assert line.verdict is Verdict.UNCHANGED
    before = issue("H6", check="R-TAX-SUM", expected="12")
    (line,) = run(same, sheet((A, "甲", 11, 10)), [before], [issue("H6", check="R-TAX-SUM", expected="13")])
    assert line.verdict is Verdict.WRONG


def test_a_sorted_sheet_is_matched_by_credit_code() -> None:
    old, new = sheet((A, "甲", 10, 10), (B, "乙", 5, 5)), sheet((B, "乙", 5, 5), (A, "甲", 20, 10))
    (line,) = run(old, new, [issue("E6")], [])
    assert (line.verdict, line.cell) == (Verdict.MENDED, "E7")


def test_changes_nobody_asked_for_are_listed_with_both_values() -> None:
    old = sheet((A, "甲", 10, 10), (B, "乙", 5, 5), (C, "丙", 1, 1))
    new = sheet((A, "甲", 20, 10), (B, "乙", 6, 5))
    lines = run(old, new, [issue("E6")], [])
    assert [(x.verdict, x.place, x.before, x.now) for x in lines[1:]] == [
        (Verdict.UNASKED, "税收!E7", "5", "6"),
        (Verdict.UNASKED, "税收!A8", "在册", "整行已删"),
    ]
    assert lines[1].column == "增值税·地方"
    assert tally(lines)[Verdict.UNASKED] == 2


def test_a_sum_that_was_asked_for_may_be_mended_in_any_part_of_its_row() -> None:
    asked = issue("H6", check="R-TAX-SUM", value="10", expected="12")
    lines = run(sheet((A, "甲", 12, 10)), sheet((A, "甲", 10, 10)), [asked], [])
    assert [x.verdict for x in lines] == [Verdict.MENDED]


def test_a_corrected_code_is_no_new_company() -> None:
    wrong = Issue("R-CODE-FORM", Severity.ERROR, "格式", "f", "税收", "A6", "统一社会信用代码", "", "甲", "9111O")
    lines = run(sheet((None, "甲", 1, 1), (B, "乙", 2, 2)), sheet((A, "甲", 1, 1), (B, "乙", 2, 2)), [wrong], [])
    assert [(x.verdict, x.before, x.now) for x in lines] == [(Verdict.MENDED, "9111O", A)]


def test_an_issue_that_was_not_there_is_new() -> None:
    fresh = issue("E7", code=B, value="6")
    lines = run(sheet((A, "甲", 10, 10), (B, "乙", 6, 5)), sheet((A, "甲", 20, 10), (B, "乙", 6, 5)), [issue("E6")], [fresh])
    assert [x.verdict for x in lines] == [Verdict.MENDED, Verdict.NEW]


def test_an_item_on_a_whole_sheet_is_matched_by_its_check() -> None:
    asked = Issue("S-TOTAL", Severity.WARNING, "合计", "f", "税收", "", "增值税·地方")
    same = sheet((A, "甲", 1, 1))
    assert [x.verdict for x in run(same, same, [asked], [asked])] == [Verdict.UNCHANGED]
    assert [x.verdict for x in run(same, same, [asked], [])] == [Verdict.MENDED]


@given(st.permutations(range(6)), st.integers(0, 5), st.integers(1, 10**12))
def test_whatever_the_order_of_rows_only_what_changed_is_listed(order: list[int], place: int, value: int) -> None:
    rows = [(f"{A[:-1]}{n}", f"企业{n}", -n, n) for n in range(6)]
    moved = [rows[n] for n in order]
    at = order.index(place)
    moved[at] = (moved[at][0], moved[at][1], value, moved[at][3])
    (line,) = run(sheet(*rows), sheet(*moved), [], [])
    assert (line.verdict, line.cell, line.now) == (Verdict.UNASKED, f"E{6 + at}", str(value))


@pytest.mark.parametrize(
    ("unit", "was", "now"), [("万元", "1,283.55 万元", "0.00 万元"), ("元", "12,835,500.00 元", "0.01 元")]
)
def test_an_amount_is_told_in_the_unit_its_column_was_filled_in(unit: str, was: str, now: str) -> None:
    fen = 1_283_550_000
    old, new = (replace(sheet((A, "甲", v, 10)), units={"vat_fen": unit}) for v in (fen, 1 if unit == "元" else 0))
    (line,) = run(old, new, [], [])
    assert (line.before, line.now) == (was, now)
    (asked,) = run(old, new, [issue("E6", value="12835500")], [])
    assert (asked.verdict, asked.before, asked.now) == (Verdict.MENDED, was, now)


def test_what_could_not_be_read_is_told_as_the_park_wrote_it() -> None:
    old, new = (replace(sheet((A, "甲", None, 10)), units={"vat_fen": "万元"}) for _ in range(2))
    asked = issue("E6", check="R-NUMBER", value="约三百")
    (line,) = run(old, new, [asked], [issue("E6", check="R-NUMBER", value="三百多")])
    assert (line.verdict, line.before, line.now) == (Verdict.WRONG, "约三百", "三百多")
