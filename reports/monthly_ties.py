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
    yield from _key_ties(book, balance, shares, tier)


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
    key = book.areas["1 要情"]
    for row, figure in enumerate(book.doc.key_figures, start=FIRST):
        if figure.name in sources and figure.value is not None:
            name, factor, formula = sources[figure.name]
            yield f"要情·{figure.name}＝{name}", key.cell("C", row) + factor, formula
