"""Dirty cells: what each means, to the 分, and which are said to be no value."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zgc_desktop.domain.money import UNIT_FEN, in_unit, to_fen
from zgc_desktop.intake.values import (
    as_text,
    choice_column,
    count_column,
    date_column,
    day_of,
    decimal_of,
    money_column,
    text_column,
)


@pytest.mark.parametrize(
    ("cell", "fen"),
    [
        (1283.55, 128_355_000_0),
        (0.07, 70_000),
        (0, 0),
        (-3.5, -3_500_000),
        ("1,283.55", 1_283_550_000),
        ("１２３．５", 123_500_000),
        ("（123.5）", -123_500_000),
        ("(123.5)", -123_500_000),
        ("△123.5", -123_500_000),
        ("▲ 123.5", -123_500_000),
        ("－123.5", -123_500_000),
        ("—123.5", -123_500_000),
        ("−123.5", -123_500_000),
        ("123.5-", -123_500_000),
        ("负123.5", -123_500_000),
        ("￥1，234.5", 1_234_500_000),
        (" 123.5 ", 123_500_000),
        ("'123.5", 123_500_000),
        ("12.5亿元", 125_000_000_000),
        ("300元", 30_000),
        ("1.2e3", 1_200_000_000),
    ],
)
def test_money_is_read_to_the_fen_whatever_its_dress(cell: object, fen: int) -> None:
    assert money_column([cell], "万元") == ([fen], [])


@pytest.mark.parametrize("cell", ["", "—", "——", "/", "…", "......", "无", "不适用", "N/A", "－", " ", "－－"])
def test_blanks_are_missing_and_never_zero(cell: str) -> None:
    assert money_column([cell], "元") == ([None], [])


@pytest.mark.parametrize(
    "cell", ["约100", "1,23,4", "12.5%", "100-200", "见附件", "1.2.3", date(2026, 10, 1), True, float("inf"), "1e99"]
)
def test_what_is_no_amount_is_said_and_left_out(cell: object) -> None:
    assert money_column([cell], "元") == ([None], [(0, "R-NUMBER", "")])


def test_an_error_value_kept_as_text_is_an_error_cell() -> None:
    for column in (money_column(["#REF!"], "元"), count_column(["#N/A"]), date_column(["#DIV/0!"])):
        assert column == ([None], [(0, "R-CELL-ERROR", "")])


def test_an_amount_finer_than_a_fen_is_rounded_once_and_said() -> None:
    assert money_column(["1.005"], "元") == ([101], [(0, "R-PRECISION", "1.01")])
    assert money_column([2.345], "元") == ([235], [(0, "R-PRECISION", "2.35")])


def test_the_noise_of_binary_sums_is_no_finer_amount() -> None:
    assert money_column([0.1 + 0.2, 1.1 + 2.2], "元") == ([30, 330], [])


@given(st.integers(-(10**15), 10**15), st.sampled_from(["元", "千元", "万元", "亿元"]))
def test_every_amount_of_whole_fen_comes_back_from_a_number_cell(fen: int, unit: str) -> None:
    number = float(in_unit(fen, unit))
    read, faults = money_column([number], unit)
    assert read == [to_fen(Decimal(repr(number)), unit)]
    if abs(fen) < 10**13:
        assert (read, faults) == ([fen], [])


@given(st.integers(-(10**18), 10**18), st.sampled_from(sorted(UNIT_FEN)))
def test_every_amount_of_whole_fen_comes_back_from_a_text_cell(fen: int, unit: str) -> None:
    text = f"{in_unit(fen, unit):,f}"
    assert money_column([text], unit) == ([fen], [])


@pytest.mark.parametrize(
    "cell",
    [
        date(2019, 10, 8),
        datetime(2019, 10, 8),
        "2019-10-08",
        "2019.10.8",
        "2019/10/08",
        "2019年10月8日",
        "２０１９年１０月８日",
        "20191008",
        20191008.0,
        "2019-10-08 00:00:00",
        43746.0,
    ],
)
def test_days_are_read_in_every_usual_style(cell: object) -> None:
    assert day_of(cell) == date(2019, 10, 8)


@pytest.mark.parametrize("cell", ["2019-02-30", "2019年", "20191301", "去年", 2019.1, 2019.0, True, "0000-00-00"])
def test_days_that_do_not_exist_are_said(cell: object) -> None:
    assert date_column([cell]) == ([None], [(0, "R-DATE", "")])


def test_counts_are_whole_numbers_not_below_zero() -> None:
    cells = [13.0, 7, "１９１", "1,024", "30人", "", "—"]
    assert count_column(cells) == ([13, 7, 191, 1024, 30, None, None], [])
    assert count_column([-1.0, 2.5, "-3", "一百"]) == (
        [None] * 4,
        [(0, "R-COUNT", ""), (1, "R-COUNT", ""), (2, "R-COUNT", ""), (3, "R-NUMBER", "")],
    )


def test_choices_outside_the_list_are_kept_and_said() -> None:
    read, faults = choice_column(["在营", "", "存续", "在营 ", "/"], ("在营", "停业"))
    assert read == ["在营", None, "存续", "在营", None]
    assert faults == [(2, "R-CHOICE", "在营、停业")]


def test_no_change_is_a_choice_where_it_is_offered_and_a_blank_elsewhere() -> None:
    assert choice_column(["无"], ("无", "新增")) == (["无"], [])
    assert choice_column(["无"], ("瞪羚",)) == ([None], [])


def test_texts_are_as_a_person_sees_them() -> None:
    assert text_column([" 永丰 ", "", 12.0, 0.5, date(2026, 1, 2)])[0] == ["永丰", None, "12", "0.5", "2026-01-02"]
    assert as_text(datetime(2026, 1, 2, 3, 4)) == "2026-01-02 03:04:00"


@given(st.text(max_size=30))
def test_no_text_whatsoever_stops_the_reader(text: str) -> None:
    for column in (money_column([text], "万元"), count_column([text]), date_column([text]), choice_column([text], ("是",))):
        assert len(column[0]) == 1
    decimal_of(text)
