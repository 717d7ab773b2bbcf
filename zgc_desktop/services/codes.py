"""Resolve a printed code (数据编号) to its figure: value, formula with numbers, and where it came from."""

from __future__ import annotations

import difflib
from dataclasses import dataclass

from zgc_desktop.domain.errors import Refused
from zgc_desktop.domain.money import spoken
from zgc_desktop.domain.monthly import MonthlyDocument, SharingLine, StockLine
from zgc_desktop.domain.monthly_codes import STOCK_COLUMNS, Figure, at_place, case_rows, figures, normal, short
from zgc_desktop.domain.monthly_codes_totals import SAID
from zgc_desktop.domain.monthly_edits import numbers
from zgc_desktop.domain.periods import Month
from zgc_desktop.domain.sharing.explain import explanation_lines
from zgc_desktop.services import month_report, settle
from zgc_desktop.services.codes_plan import plan_lines
from zgc_desktop.services.context import AppContext

PAGES = {
    "要情": "brief",
    "表1": "brief",
    "表2-1": "reporting",
    "表3-1": "companies",
    "表3-2": "companies",
    "表4-1": "moves",
    "表5-1": "sharing",
    "表5-2": "sharing",
    "表5-3": "sharing",
    "表6-1": "tiers",
    "表7-1": "clusters",
    "表2-2": "reporting",
    "表3-3": "companies",
    "表4-2": "moves",
    "表4-4": "moves",
    "表4-5": "moves",
    "表5-4": "sharing",
    "表6-3": "tiers",
    "表7-2": "clusters",
    "表8-1": "land",
    "表8-2": "review",
    "表8-6": "land",
    "表9-1": "targets",
    "附表1": "reporting",
    **{name: key for key, name in SAID.items()},
}
"""The section of the report each table stands in: where the window goes."""


MOST_SAME = 4
"""No more figures that read like a number of a sentence are named than this."""


@dataclass(frozen=True, slots=True)
class Resolved:
    """A code's figure, said in words: what it is, its value, the state of the report, and how it came about."""

    code: str
    value: str
    state: str
    section: str
    row: str
    column: str
    lines: tuple[str, ...]


def resolve(ctx: AppContext, month: Month, code: str) -> Resolved:
    """The figure behind a code in a month's report (as published, else the draft). Refused when there is none."""
    doc = month_report.document(ctx, month)
    figure = at_place(doc, code)
    if figure is None:
        wanted = normal(code)
        known = figures(doc)
        figure = known.get(code.strip()) or known.get(wanted)
    if figure is None:
        near = difflib.get_close_matches(wanted, known, n=3, cutoff=0.5)
        advice = f"相近的编号：{'、'.join(near)}" if near else "编号印在月报各表下方"
        raise Refused(f"{month} 月报没有编号 {wanted}", advice=advice)
    lines = (f"{figure.code} {figure.short_code} ＝ {figure.text}", *_how(ctx, doc, figure))
    return Resolved(figure.code, figure.text, doc.state, PAGES[figure.table], figure.row, figure.column, lines)


def _how(ctx: AppContext, doc: MonthlyDocument, figure: Figure) -> list[str]:
    """How a figure came about: its formula with numbers, its source, the park's submission, what is not in it."""
    said: list[str] = []
    if figure.table == "表3-1":
        said += _stock(doc, figure)
    elif figure.table in ("表5-2", "表5-3"):
        said += _sharing(ctx, doc, figure)
    elif figure.table == "表5-1":
        said += _pair(doc, figure)
    elif figure.table == "要情" or figure.table in SAID.values():
        said += _said(doc, figure)
    else:
        said += plan_lines(doc, figure)
    said += _submission(doc, figure.row)
    if doc.scope_note and figure.row not in {short(p) for p in doc.parks}:
        said.append(f"合计{doc.scope_note}")
    kept = "取自已发布的快照" if doc.state == month_report.PUBLISHED else "取自当前草稿，数据变动时随之变动"
    return [*said, f"{kept}，指纹 {doc.fingerprint[:16]}"]


def _said(doc: MonthlyDocument, figure: Figure) -> list[str]:
    """The sentence a number stands in, and the figures of the tables that read the same."""
    n, key = figure.place[0], PAGES[figure.table]
    edited = any(e.section == key and e.place == n for e in doc.edited)
    mine = [
        f for f in figures(doc).values() if f.table.startswith("表") and PAGES.get(f.table) == key and f.table != figure.table
    ]
    if key == "brief":
        same = [f for f in mine if numbers(f.text)[:1] and figure.text in _spoken(doc, f)]
    else:  # money is spoken in 亿元 and 万元: only counts and areas can be found again as they stand
        same = [f for f in mine if f.text[:1].isdigit() and numbers(f.text) == [figure.text]]
    where = [f"与 {f.code} 同数：{f.text}" for f in same[:MOST_SAME]]
    return [f"{'编制人改写的句子' if edited else '自动生成的句子'}：{doc.sentences[key][n - 1]}", *where]


def _spoken(doc: MonthlyDocument, figure: Figure) -> list[str]:
    """The numbers a key figure is written with in a sentence: as counted, or as 亿元 and 万元."""
    key = next(f for f in doc.key_figures if f.name == figure.row)
    value = {"本月": key.value, "上月": key.last_month, "上年同月": key.last_year}.get(figure.column)
    if value is None:
        return [n.lstrip("-") for n in numbers(figure.text)]
    return numbers(spoken(value)) if key.unit == "分" else [f"{value:,}"]


def _stock(doc: MonthlyDocument, figure: Figure) -> list[str]:
    name = next(n for n, title in STOCK_COLUMNS.items() if title == figure.column)
    if figure.row == "合计":
        parts = [(s.park, getattr(s, name)) for s in doc.stock if s.reported and getattr(s, name) is not None]
        if name.endswith("_fen"):
            return [f"各分园 {figure.column} 之和，{len(parts)} 个分园"]
        return [f"＝ {' ＋ '.join(f'{short(p)} {n:,}' for p, n in parts)}"]
    line = next(s for s in doc.stock if short(s.park) == figure.row)
    return [_balance(line)] if name == "closing" and line.opening is not None else []


def _balance(s: StockLine) -> str:
    parts = (s.opening, s.added, s.moved_in, s.moved_out, s.closed, s.other, s.closing)
    a, b, c, d, e, f, g = (n or 0 for n in parts)
    return f"＝ 月初 {a:,} ＋ 新增 {b:,} ＋ 迁入 {c:,} － 迁出 {d:,} － 注销 {e:,} ＋ 其他 {f:,} ＝ {g:,}"


def _sharing(ctx: AppContext, doc: MonthlyDocument, figure: Figure) -> list[str]:
    rows = zip(case_rows(doc.sharing.lines), doc.sharing.lines, strict=True)
    line: SharingLine = next(x for row, x in rows if row == figure.row and x.adjustment == (figure.table == "表5-3"))
    said = [
        f"{line.company}（{line.credit_code}），{line.payer} 付 {line.receiver}",
        f"税收来源：{line.source or '未记'}；条款：{line.clause}；{line.state} {line.period}".rstrip(),
    ]
    if not line.adjustment:
        tree = settle.compute(ctx, doc.month).explain(line.case_id, line.receiver)
        if tree is not None:
            said += explanation_lines(tree)
    return said


def _pair(doc: MonthlyDocument, figure: Figure) -> list[str]:
    payer, receiver = figure.row.split("→")
    cases = [x.case_id for x in doc.sharing.lines if (x.payer, x.receiver) == (payer, receiver)]
    return [f"{payer} 付 {receiver}：案件 {'、'.join(dict.fromkeys(cases)) or '无'} 应得之和"]


def _submission(doc: MonthlyDocument, row: str) -> list[str]:
    line = next((r for r in doc.reporting if short(r.park) == row), None)
    if line is None:
        return []
    return [f"{line.park}报送第 {line.version} 版，{line.state}" if line.version else f"{line.park}{line.state}"]
