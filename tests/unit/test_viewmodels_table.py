"""A table of declared columns: reading, sorting, filtering, facets, sums and copies."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import NamedTuple

import pytest

from zgc_desktop.domain.periods import Month
from zgc_desktop.viewmodels.columns import Column, exact_wan, natural_key, percent, searchable
from zgc_desktop.viewmodels.table import TableData, prepare, summarise


class Firm(NamedTuple):
    code: str
    name: str
    park: str
    tax: int | None
    staff: int | None
    founded: date | None = None


COLUMNS = (
    Column[Firm]("name", "企业名称", lambda r: r.name, "link", 0),
    Column[Firm]("code", "信用代码", lambda r: r.code, "code", 160),
    Column[Firm]("park", "园", lambda r: r.park, width=70, facet=True),
    Column[Firm]("tax", "本月税收", lambda r: r.tax, "money", 110, unit="万元", total=True),
    Column[Firm]("staff", "从业人数", lambda r: r.staff, "number", 90, total=True),
    Column[Firm]("founded", "成立日期", lambda r: r.founded, "date", 100),
)
FIRMS = (
    Firm("91110108MA0000001X", "北京澄观（集团）有限公司", "海淀园", 1_283_550_000, 412, date(2016, 3, 2)),
    Firm("911101140000000028", "安数软件", "昌平园", None, 15),
    Firm("911101050000000039", "中科Ｑ材料", "海淀园", -6_200_000, None),
    Firm("911101060000000040", "北方Q芯", "朝阳园", 0, 3),
)


@pytest.fixture
def data() -> TableData[Firm]:
    return TableData(COLUMNS, lambda r: r.code, FIRMS)


def names(data: TableData[Firm]) -> list[str]:
    return [data.row(n).name[:2] for n in range(len(data))]


def test_missing_is_a_dash_and_zero_is_zero(data: TableData[Firm]) -> None:
    assert [data.cell(n, 3).text for n in range(4)] == ["1,283.55", "—", "-6.20", "0.00"]
    assert [data.cell(n, 3).tone for n in range(4)] == ["text", "text3", "error", "text"]
    assert data.cell(0, 3).tip == "12,835,500.00 元"


def test_the_unit_stands_once_in_the_header() -> None:
    assert COLUMNS[3].header == "本月税收（万元）"
    assert COLUMNS[3].align == "right"
    assert COLUMNS[0].align == "left"


def test_missing_values_sort_last_both_ways(data: TableData[Firm]) -> None:
    data.sort_by(("tax", False))
    assert names(data) == ["中科", "北方", "北京", "安数"]
    data.sort_by(("tax", True))
    assert names(data) == ["北京", "北方", "中科", "安数"]


def test_chinese_names_sort_by_pinyin_as_in_excel(data: TableData[Firm]) -> None:
    data.sort_by(("name", False))
    assert names(data) == ["安数", "北方", "北京", "中科"]


def test_a_second_column_breaks_ties_and_no_column_restores_the_order(data: TableData[Firm]) -> None:
    data.sort_by(("park", True), ("staff", False))
    assert names(data) == ["北京", "中科", "北方", "安数"]
    data.sort_by()
    assert names(data) == ["北京", "安数", "中科", "北方"]


def test_search_finds_all_words_whatever_their_width_or_case(data: TableData[Firm]) -> None:
    data.search("(集团) 海淀")
    assert names(data) == ["北京"]
    data.search("q")
    assert names(data) == ["中科", "北方"]
    data.search("9111010500")
    assert names(data) == ["中科"]


def test_a_facet_counts_under_the_other_filters_only(data: TableData[Firm]) -> None:
    data.tick("park", ["海淀园"])
    assert names(data) == ["北京", "中科"]
    assert data.facet("park") == (("海淀园", 2), ("昌平园", 1), ("朝阳园", 1))
    data.search("芯")
    assert len(data) == 0
    assert data.facet("park") == (("海淀园", 0), ("昌平园", 0), ("朝阳园", 1))
    assert data.without_each_filter() == (("park", 1), ("", 2))
    data.clear_filters()
    assert len(data) == 4
    assert not data.is_filtered


def test_sums_follow_the_filter_and_count_what_is_missing(data: TableData[Firm]) -> None:
    total = data.totals()["tax"]
    assert (total.text, total.missing) == ("1,277.35", 1)
    data.tick("park", ["昌平园"])
    assert data.totals()["tax"].text == "—"


def test_a_row_is_found_by_its_key_after_sorting_and_filtering(data: TableData[Firm]) -> None:
    data.sort_by(("name", False))
    place = data.find("911101060000000040")
    assert place == 1
    assert data.key_at(1) == "911101060000000040"
    data.tick("park", ["海淀园"])
    assert data.find("911101060000000040") is None


def test_new_rows_keep_the_order_and_the_filter(data: TableData[Firm]) -> None:
    data.sort_by(("name", False))
    data.tick("park", ["海淀园"])
    data.set_rows([*FIRMS, Firm("9", "安芯", "海淀园", 1, 1)])
    assert names(data) == ["安芯", "北京", "中科"]


def test_copies_are_exact_and_codes_stay_text(data: TableData[Firm]) -> None:
    text = data.copy_text([0, 1], [1, 3], headers=True)
    assert text == "信用代码\t本月税收（万元）\n91110108MA0000001X\t1283.55\n911101140000000028\t"
    html = data.copy_html([1], [1, 3])
    assert "mso-number-format:'\\@'\">911101140000000028</td>" in html
    assert "<td></td>" in html


def test_a_selection_of_figures_is_counted_summed_and_averaged(data: TableData[Firm]) -> None:
    found = summarise(data, [(0, 3), (1, 3), (3, 3)])
    assert found is not None
    assert found.sentence == "计数 2　求和 1,283.55　平均 641.78"
    assert summarise(data, [(0, 3)]) is None
    assert summarise(data, [(0, 3), (0, 4)]) is None


@pytest.mark.parametrize(
    ("value", "text"),
    [(Fraction(48, 1000), "4.8 %"), (Fraction(-1, 3), "-33.3 %"), (Fraction(1, 2000), "0.1 %"), (Fraction(-1, 9999), "0.0 %")],
)
def test_percent_rounds_halves_away_from_zero(value: Fraction, text: str) -> None:
    assert percent(value) == text


def test_amounts_copy_with_every_digit() -> None:
    assert [exact_wan(f) for f in (1, 1_283_550_000, -150, 0)] == ["0.000001", "1283.55", "-0.00015", "0.00"]


def test_plain_values_have_a_sort_key() -> None:
    assert natural_key(Month(2026, 10)) == 202610
    assert natural_key("") is None
    assert searchable("ＡＢ（集团）") == "ab(集团)"


def test_rows_prepared_in_a_worker_filter_like_any_others(data: TableData[Firm]) -> None:
    ahead = TableData(COLUMNS, lambda r: r.code)
    ahead.set_rows(prepare(COLUMNS, FIRMS))
    for table in (ahead, data):
        table.search("q")
    assert names(ahead) == names(data) == ["中科", "北方"]
    assert ahead.facet("park") == data.facet("park")
    ahead.search("1,283.55")
    assert names(ahead) == []


def test_thirty_thousand_rows_sort_and_filter_without_a_wait() -> None:
    """Not a benchmark: only that nothing quadratic hides here."""
    rows = [Firm(f"{n:018d}", f"企业{n % 977}", f"园{n % 17}", n * 7919 % 30_011, n) for n in range(30_000)]
    data = TableData(COLUMNS, lambda r: r.code, rows)
    data.sort_by(("tax", True))
    data.search("企业97")
    assert data.row(0).tax == max(r.tax or 0 for r in rows if "企业97" in r.name)
    assert sum(count for _, count in data.facet("park")) == len(data)
