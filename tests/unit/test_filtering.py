"""What is typed under a title filters as it reads; filters can be kept and pasted as text, and named in words."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import NamedTuple

import pytest

from zgc_desktop.domain.plain_table import PlainTable
from zgc_desktop.viewmodels.columns import Column
from zgc_desktop.viewmodels.exporting import plain_table
from zgc_desktop.viewmodels.filtering import Filters, as_text, condition, from_plain, from_text
from zgc_desktop.viewmodels.table import TableData, filters_in_words, prepare


class Firm(NamedTuple):
    code: str
    name: str
    park: str | None
    tax: int | None
    share: Fraction | None
    since: date | None


COLUMNS = (
    Column[Firm]("name", "企业名称", lambda r: r.name, "link"),
    Column[Firm]("code", "信用代码", lambda r: r.code, "code", 160),
    Column[Firm]("park", "园", lambda r: r.park, width=80, facet=True),
    Column[Firm]("tax", "本月税收", lambda r: r.tax, "money", 110, unit="万元", total=True),
    Column[Firm]("share", "占比", lambda r: r.share, "ratio", 80),
    Column[Firm]("since", "立案日", lambda r: r.since, "date", 104),
)
FIRMS = (
    Firm("9111A", "澄观（集团）一号", "海淀园", 12_345_600, Fraction(1, 4), date(2026, 9, 30)),
    Firm("9111B", "澄观二号", "昌平园", 500_000_000, Fraction(3, 4), date(2026, 10, 15)),
    Firm("9222C", "望舒三号", None, None, None, None),
    Firm("9222D", "望舒四号", "海淀园", -1_000_000, Fraction(-1, 2), date(2025, 12, 1)),
)


@pytest.fixture
def data() -> TableData[Firm]:
    return TableData(COLUMNS, lambda r: r.code, FIRMS)


@pytest.mark.parametrize(
    ("column", "text", "left"),
    [
        ("name", "澄观 一号", "A"),
        ("name", "(集团)", "A"),
        ("name", "=澄观二号", "B"),
        ("code", "9222", "CD"),
        ("park", "空值", "C"),
        ("park", "非空", "ABD"),
        ("tax", ">12", "AB"),
        ("tax", ">=12.3456", "AB"),
        ("tax", "<0", "D"),
        ("tax", "-1..12.35", "AD"),
        ("tax", "500 至 10", "AB"),
        ("tax", "1,234", ""),
        ("tax", "500", "B"),
        ("tax", "空值", "C"),
        ("share", ">50", "B"),
        ("share", ">50 %", "B"),
        ("share", "<=25%", "AD"),
        ("since", "2026-", "AB"),
        ("since", ">=2026-10", "B"),
        ("since", "<2026", "D"),
        ("since", "<=2026-09", "AD"),
    ],
)
def test_what_is_typed_filters_as_it_reads(data: TableData[Firm], column: str, text: str, left: str) -> None:
    data.type_under(column, text)
    assert "".join(r.code[-1] for r in data.shown_rows()) == left


@pytest.mark.parametrize(("kind", "text"), [("money", ">一百"), ("money", "abc"), ("number", ">"), ("date", ">昨天")])
def test_a_condition_that_cannot_be_read_leaves_nothing_out(data: TableData[Firm], kind: str, text: str) -> None:
    assert condition(text, "money" if kind == "money" else "number" if kind == "number" else "date") is None
    data.type_under("tax" if kind != "date" else "since", text)
    assert len(data) == len(FIRMS)


def test_typed_and_ticked_and_searched_all_hold_and_each_can_go(data: TableData[Firm]) -> None:
    data.tick("park", ["海淀园"])
    data.type_under("tax", ">0")
    data.search("澄观")
    assert [r.code for r in data.shown_rows()] == ["9111A"]
    data.search("无此企业")
    assert dict(data.without_each_filter()) == {"park": 0, "tax": 0, "": 1}
    assert [f.text for f in filters_in_words(COLUMNS, data.filters())] == ["“无此企业”", "园：海淀园", "本月税收 >0"]
    data.type_under("tax", "  ")
    assert "tax" not in data.typed
    data.clear_filters()
    assert not data.filters()
    assert len(data) == 4


def test_facets_count_under_what_is_typed(data: TableData[Firm]) -> None:
    data.type_under("tax", ">0")
    assert dict(data.facet("park")) == {"海淀园": 1, "昌平园": 1, "—": 0}


def test_filters_survive_being_kept_and_being_pasted(data: TableData[Firm]) -> None:
    given = Filters("澄观", {"park": frozenset({"海淀园", "昌平园"})}, {"tax": ">10"})
    assert from_plain(given.plain()) == given
    text = as_text(given, COLUMNS, "企业台账")
    assert "本月税收" in text
    assert from_text(text, COLUMNS) == given
    data.filter_by(Filters("", {"gone": frozenset({"x"})}, {"tax": ">10", "gone": "1"}))
    assert data.filters() == Filters("", {}, {"tax": ">10"})


@pytest.mark.parametrize("text", ["", "海淀", "{", "[1]", '{"查找": "澄观"}', "12"])
def test_what_is_no_filter_is_not_pasted(text: str) -> None:
    assert from_text(text, COLUMNS) is None


@pytest.mark.parametrize("given", [None, [], "x", {"ticked": 3, "typed": [1]}, {"ticked": {"park": "海淀园"}}])
def test_a_damaged_note_is_no_filter(given: object) -> None:
    assert not from_plain(given)


def test_rows_are_found_by_text_no_column_shows() -> None:
    data = TableData(COLUMNS, lambda r: r.code)
    data.set_rows(prepare(COLUMNS, FIRMS, lambda r: "cgeh" if "二" in r.name else ""))
    data.search("CGEH")
    assert [r.code for r in data.shown_rows()] == ["9111B"]


def test_an_export_holds_what_is_shown_exact_and_says_what_it_is_filtered_by(data: TableData[Firm]) -> None:
    data.tick("park", ["海淀园"])
    data.sort_by(("tax", False))
    table = plain_table(data, [1, 3, 4, 5], "企业台账 2026-10")
    assert isinstance(table, PlainTable)
    assert table.note == "筛选：园：海淀园；2 行，共 4 行"
    assert [c.title for c in table.columns] == ["信用代码", "本月税收（万元）", "占比", "立案日"]
    assert [c.kind for c in table.columns] == ["text", "money", "percent", "date"]
    assert [str(v) for v in table.rows[0]] == ["9222D", "-1", "-0.500000", "2025-12-01"]
    assert [str(v) for v in table.rows[1][:2]] == ["9111A", "12.3456"]
    assert [str(v) for v in table.totals] == ["筛选合计", "11.3456", "None", "None"]
    data.clear_filters()
    missing = plain_table(data, [2, 3], "x").rows[0]
    assert missing == (None, None) or None in {v for row in plain_table(data, [2, 3], "x").rows for v in row}


def test_a_copy_stays_as_it_was_while_the_table_goes_on(data: TableData[Firm]) -> None:
    data.tick("park", ["海淀园"])
    kept = data.copy()
    data.clear_filters()
    assert len(kept) == 2
    assert kept.filters().ticked == {"park": frozenset({"海淀园"})}
    assert kept.totals()["tax"].value == 11_345_600
