"""How 企业台账 reads: states, columns that fit, filters in words, cards, the names the search finds."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from zgc_desktop.domain.companies import CompanyCard, CompanyItem, MonthFigures
from zgc_desktop.domain.periods import Month
from zgc_desktop.viewmodels import ledger
from zgc_desktop.viewmodels.table import TableData

FIRM = CompanyItem(
    7, "91110108MA01TJ3Y5P", "北京衡岳智造科技有限公司", "海淀园", "永丰", "新材料", "", "在营", 30, 1_000_000, None
)
CARD = CompanyCard(FIRM, (), "", None, (), ())


@pytest.mark.parametrize(
    ("company", "status", "word"),
    [
        (FIRM, "在册", "在册"),
        (replace(FIRM, status="新设"), "在册", "在册"),
        (replace(FIRM, status="注销"), "注销", "注销"),
        (replace(FIRM, status="注销", disputed_with="昌平园"), "争议", "争议 昌平"),
    ],
)
def test_a_company_is_listed_disputed_or_closed(company: CompanyItem, status: str, word: str) -> None:
    assert ledger.status_of(company) == status
    assert ledger.marks_of(replace(CARD, item=company))[1] == word


def test_what_was_not_reported_is_a_dash_and_never_zero() -> None:
    texts = {c.key: c.cell_of(FIRM).text for c in ledger.COLUMNS}
    assert (texts["tax"], texts["tier"], texts["revenue"], texts["issues"]) == ("—", "—", "1.00", "0")


def test_columns_give_way_in_their_order_and_the_result_stays() -> None:
    assert ledger.columns_that_fit(2000) == frozenset()
    hidden = [ledger.columns_that_fit(width) for width in range(1250, 400, -10)]
    assert all(a <= b for a, b in pairwise(hidden))
    assert hidden[-1] == set(ledger.SPARE)


def test_the_search_finds_by_every_word_in_name_or_code_and_stops_at_eight() -> None:
    index = ledger.index_of([replace(FIRM, id=n) for n in range(20)] + [replace(FIRM, id=99, name="")])
    assert [f.id for f in ledger.found(index, "衡岳　ma01tj")] == list(range(8))
    assert list(ledger.found(index, " ")) == []
    assert list(ledger.found(index, "没有这家")) == []
    assert index.companies[-1].name == FIRM.credit_code


def test_the_overview_says_who_else_lists_the_company() -> None:
    pairs = dict(ledger.overview(replace(CARD, item=replace(FIRM, disputed_with="昌平园"))))
    assert pairs["所属分园"] == "海淀园（与昌平园同月列报）"
    assert pairs["曾用名"] == "无"
    assert pairs["成立日期"] == "—"
    assert ledger.subject(CARD) == "91110108MA01TJ3Y5P　海淀园　永丰"


def months(*tax: int | None) -> tuple[MonthFigures, ...]:
    return tuple(MonthFigures(Month(2026, 8).plus(n), "海淀园", None, t, None, None, True) for n, t in enumerate(tax))


def test_the_line_of_tax_keeps_gaps_and_needs_two_months() -> None:
    points, said = ledger.tax_line(replace(CARD, months=months(1_000_000, None, 3_000_000)))
    assert points == ((Month(2026, 8), 1_000_000), (Month(2026, 9), None), (Month(2026, 10), 3_000_000))
    assert said == "近 2 个月由 1.00 到 3.00 万元"
    assert ledger.tax_line(replace(CARD, months=months(1_000_000))) == ((), "")
    assert ledger.tax_line(CARD) == ((), "")


def test_a_claim_that_does_not_count_is_not_in_the_line() -> None:
    counted = months(1_000_000, 2_000_000)
    other = replace(counted[1], park="昌平园", tax_fen=9_000_000, counted=False)
    points, _ = ledger.tax_line(replace(CARD, months=(*counted, other)))
    assert [value for _, value in points] == [1_000_000, 2_000_000]


def test_each_figure_of_a_month_names_its_cell() -> None:
    place = "东城园 第1版 · 税收!F46"
    month = replace(months(1_000_000)[0], sources=(("地方税收", place),))
    data = TableData(ledger.MONTH_COLUMNS, lambda m: m.month, [month])
    cells = {c.key: c.cell_of(month) for c in data.columns}
    assert cells["source_地方税收"].text == "税收!F46"
    assert cells["source_地方税收"].tip == "地方税收 ← 东城园 第1版 · 税收!F46"
    assert cells["source_营业收入"].text == "—"
    assert ledger.sources_line(month) == "2026-08 来源：地方税收 ← 东城园 第1版 · 税收!F46"
    assert ledger.sources_line(months(None)[0]) == "2026-08 没有金额数据"
