"""勾稽: the last sheet of the monthly workbook, which ties every total of the others by live formulas."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from openpyxl.utils import get_column_letter

from reports.book import FIRST, LOOKS, Area, Book, Col
from reports.monthly_sheets import parties
from reports.sheets import MONEY, Look


def ties(book: Book) -> None:
    """15 勾稽: every total against its other side, by formula over the other sheets; 差 must be 0 in every line."""
    page = book.page("15 勾稽", "勾稽", "公式在打开时自动计算；差不为零的须查明后再发布。", _TIE_COLUMNS, landscape=False)
    money = Look(number=MONEY, align="right", frame=True)
    for row, (name, left, right) in enumerate(_ties(book), start=FIRST):
        book.pen.put(page, row, 1, name, LOOKS["text"])
        book.pen.formula(page, row, 2, f"={left}", money)
        book.pen.formula(page, row, 3, f"={right}", money)
        book.pen.formula(page, row, 4, f"=ROUND(B{row}-C{row},2)", money)
        book.pen.formula(page, row, 5, f'=IF(D{row}=0,"平","不平")', LOOKS["middle"])
    page.freeze_panes = f"A{FIRST}"


_TIE_COLUMNS: Final = (
    Col("核对项", 60),
    Col("左", 20, "money"),
    Col("右", 20, "money"),
    Col("差", 14, "money"),
    Col("结论", 10),
)


def _ties(book: Book) -> Iterable[tuple[str, str, str]]:
    """(what is compared, left formula, right formula)."""
    areas = book.areas
    balance, shares, pairs = areas["3 企业总体"], areas["7 分享明细"], areas["6 分享结算"]
    yield "企业月末（由增减算得）＝台账月末", f"SUM({balance.column('H')})", f"SUM({balance.column('I')})"
    both = f"SUM({shares.column('M')})+SUM({shares.column('N')})"
    yield "分享明细：计入税收＝应得＋留存", f"SUM({shares.column('F')})", both
    computed = f"SUM({shares.column('J')})-SUM({shares.column('L')})"
    yield "分享明细：算得－封顶截去＝应得", computed, f"SUM({shares.column('M')})"
    names = parties(book.doc)
    if names:
        inner = f"'{pairs.sheet}'!$B${FIRST}:${get_column_letter(len(names) + 1)}${pairs.last}"
        yield "分享明细应得合计＝分享结算毛额合计", f"SUM({shares.column('M')})", f"SUM({inner})"
        nets = f"'{pairs.sheet}'!$B${pairs.last + 2}:${get_column_letter(len(names) + 1)}${pairs.last + 2}"
        yield "分享结算：各方净额之和＝0", f"SUM({nets})", "0"
    tier = areas["9 梯队"]
    before = f"SUM({tier.column('C')})+SUM({tier.column('D')})-SUM({tier.column('E')})"
    yield "梯队：上月＋增－减＝本月", before, f"SUM({tier.column('F')})"
    matrix = areas["5 迁移矩阵"]
    last = get_column_letter(len(book.doc.parks) + 1)
    inner = f"'{matrix.sheet}'!$B${FIRST}:${last}${matrix.last}"
    rows = get_column_letter(len(book.doc.parks) + 2)
    yield "迁移矩阵：迁出合计＝迁入合计", f"SUM({matrix.column(rows)})", f"SUM({inner})"
    year, month = book.doc.month.year, book.doc.month
    landed = areas["4 迁移案件"].column("I")
    within = f'{landed},">="&DATE({year},1,1),{landed},"<="&DATE({year},{month.month},{month.last_day.day})'
    yield "迁移矩阵合计＝本年落地案件数", f"SUM({inner})", f"COUNTIFS({within})"
    if book.doc.industries:
        fields = areas["3a 产业分布"]
        right = get_column_letter(len(book.doc.industries) + 1)
        whole = f"SUM('{fields.sheet}'!$B${FIRST}:${right}${fields.last})"
        yield "产业分布合计＝台账月末", whole, f"SUM({balance.column('I')})"
    yield from _zone_ties(book, balance, matrix, tier)
    yield from _space_ties(book)
    yield from _key_ties(book, balance, shares, tier)


def _zone_ties(book: Book, balance: Area, matrix: Area, tier: Area) -> Iterable[tuple[str, str, str]]:
    """The zones of the first grouping, which names every park, against the sheets by park."""
    areas = book.areas
    if "3b 片区企业" not in areas:
        return
    title = book.doc.zones[0].title

    def of(sheet: str, letter: str) -> str:
        return f'SUMIF({areas[sheet].column("A")},"{title}",{areas[sheet].column(letter)})'

    yield "片区企业月末合计＝企业总体月末", of("3b 片区企业", "I"), f"SUM({balance.column('I')})"
    tax = f"SUM({balance.column('K')})*10000"
    yield "片区地方税收合计＝企业总体地方税收（元）", of("3b 片区企业", "J") + "*10000", tax
    if "5a 片区迁移" in areas:
        last = get_column_letter(len(book.doc.parks) + 2)
        zone_last = get_column_letter(2 + len(book.doc.zones[0].rows(book.doc.parks)))
        yield "片区迁移合计＝迁移矩阵合计", f"SUM({areas['5a 片区迁移'].column(zone_last)})", f"SUM({matrix.column(last)})"
    if "6a 片区分享" in areas:
        yield "片区分享应付合计＝分享明细应得合计", of("6a 片区分享", "D"), f"SUM({areas['7 分享明细'].column('M')})"
        yield "片区分享净额之和＝0", of("6a 片区分享", "F"), "0"
    if "9b 片区梯队" in areas:
        names = list(dict.fromkeys(line.tier for line in book.doc.tiers))
        letters = [get_column_letter(4 + 3 * n + 2) for n in range(len(names))]
        now = "+".join(of("9b 片区梯队", letter) for letter in letters)
        yield "片区梯队本月合计＝梯队本月合计", now, f"SUM({tier.column('F')})"


def _space_ties(book: Book) -> Iterable[tuple[str, str, str]]:
    """Land: plots that count against the parks, used and free against the whole where every use was stated, and zones."""
    areas = book.areas
    if "11 空间准入" not in areas:
        return
    plots, parks = areas["11 空间准入"], areas["11a 分园用地"]

    def counted(letter: str) -> str:
        return f'SUMIF({plots.column("R")},"是",{plots.column(letter)})'

    yield "计入的地块面积合计＝分园用地面积", counted("H"), f"SUM({parks.column('C')})"
    yield "计入的地块可用合计＝分园用地可用", counted("J"), f"SUM({parks.column('E')})"
    yield "计入的地块宗数＝分园用地宗数", f'COUNTIF({plots.column("R")},"是")', f"SUM({parks.column('B')})"
    if "11d 片区用地" in areas:
        zones, title = areas["11d 片区用地"], book.doc.zones[0].title
        sums = f'SUMIF({zones.column("A")},"{title}",{zones.column("E")})'
        yield "片区用地面积合计＝分园用地面积", sums, f"SUM({parks.column('C')})"
    whole = book.doc.space.whole if book.doc.space else None
    if whole is not None and not whole.unstated:
        yield "分园用地：已用＋可用＝面积", f"SUM({parks.column('D')})+SUM({parks.column('E')})", f"SUM({parks.column('C')})"


def _key_ties(book: Book, balance: Area, shares: Area, tier: Area) -> Iterable[tuple[str, str, str]]:
    """The figures of 要情 against the sheets they come from."""
    # Money is compared in 元, or a difference below 50 元 would round away in 万元.
    sources = {
        "在册企业": ("企业总体月末合计", "", f"SUM({balance.column('H')})"),
        "本月入库地方税收": ("企业总体地方税收合计（元）", "*10000", f"SUM({balance.column('K')})*10000"),
        "梯队认定在册": ("梯队本月合计", "", f"SUM({tier.column('F')})"),
        "待判定线索": ("线索表待判定", "", f'COUNTIF({book.areas["4a 线索"].column("H")},"待判定")'),
        "迁出方应得分享额": ("分享明细应得合计（元）", "*10000", f"SUM({shares.column('M')})"),
    }
    if "11a 分园用地" in book.areas:
        sources["可用空间"] = ("分园用地可用合计（公顷）", "", f"SUM({book.areas['11a 分园用地'].column('E')})")
    key = book.areas["1 要情"]
    for row, figure in enumerate(book.doc.key_figures, start=FIRST):
        if figure.name in sources and figure.value is not None:
            name, factor, formula = sources[figure.name]
            yield f"要情·{figure.name}＝{name}", key.cell("C", row) + factor, formula
