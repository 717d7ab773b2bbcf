"""A simulation on one page (模拟一页纸), marked 模拟·非结算: what changes, by district and by case, scope and caps."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from reportlab.platypus import Flowable

from reports.aside import write_aside
from reports.fonts import Fonts
from reports.pdfa import archived
from reports.statement_page import PAPER_LINE, PAPER_NOTE, Paper, printed, titled
from reports.tables import Column, Row, Table, TableBlock
from reports.text import TextBlock
from reports.words import NONE, chinese_date
from zgc_desktop.domain.money import wan
from zgc_desktop.domain.periods import Month
from zgc_desktop.domain.sharing.words import key_word
from zgc_desktop.domain.what_if import MARK, CaseChange, Simulation


def write_simulation_pdf(found: Simulation, out: Path, *, fonts_dir: Path, prepared_on: date) -> Path:
    """Return ``out`` once it holds the simulation on one page; cases that do not fit are counted, never cut silently."""
    return write_aside(out, simulation_pdf(found, fonts_dir=fonts_dir, prepared_on=prepared_on))


def simulation_pdf(found: Simulation, *, fonts_dir: Path, prepared_on: date) -> bytes:
    """The page's bytes: as many cases as one page holds."""
    fonts, data = Fonts(fonts_dir), b""
    for shown in (12, 8, 5, 3, 1, 0):
        paper = Paper(f"税收分享模拟（{MARK}）", f"{MARK}　数据截至 {found.month}", "统筹台", MARK, landscape=False)
        data, pages = printed(paper, fonts, _parts(fonts, found, prepared_on, shown))
        if pages == 1:
            break
    return archived(data, prepared_on)


def _parts(fonts: Fonts, found: Simulation, prepared_on: date, shown: int) -> list[Flowable]:
    ahead = f"，另按近12月平均预测{found.forecast_months}个月" if found.forecast_months else ""
    before = sum(c.before.due_fen for c in found.cases)
    after = sum(c.after.due_fen for c in found.cases)
    sums = f"基线{wan(before)}万元，模拟{wan(after)}万元，增减{wan(after - before)}万元"
    scope = f"进入范围{len(found.entering)}件，退出{len(found.leaving)}件"
    lines = (
        f"{MARK}　　数据截至{found.month.label}{ahead}　　{chinese_date(prepared_on)}",
        f"涉及案件{len(found.cases)}件；迁出方应得合计：{sums}；{scope}。",
    )
    parts = [*titled(fonts, "税收分享模拟", lines), TableBlock(fonts, _changes(found)), TableBlock(fonts, _parties(found))]
    if moved := sorted((c for c in found.cases if c.change_fen or c.scope), key=lambda c: (-abs(c.change_fen), c.case_id)):
        parts.append(TableBlock(fonts, _cases(moved, shown)))
    if found.caps:
        parts.append(TableBlock(fonts, _caps(found.caps, shown)))
    if found.faults:
        parts.append(TextBlock(fonts, f"未能模拟{len(found.faults)}件：{found.faults[0]}", PAPER_LINE))
    parts.append(TextBlock(fonts, "本页为规则改动的测算，不是结算，不产生任何应收应付，不得据以划转。", PAPER_NOTE))
    return parts


def _changes(found: Simulation) -> Table:
    rows = tuple(Row((key_word(key), now, then)) for key, now, then in found.changes)
    columns = (Column("参数", 110), Column("基线", 170), Column("模拟", 170))
    return Table("表1", "改动的参数", columns, rows, size=8)


def _parties(found: Simulation) -> Table:
    touched = [p for p in found.parties if p.before_fen or p.after_fen]
    rows = [Row((p.party, wan(p.before_fen), wan(p.after_fen), wan(p.change_fen))) for p in touched]
    sums = [sum(getattr(p, name) for p in touched) for name in ("before_fen", "after_fen", "change_fen")]
    rows.append(Row(("合计", *(wan(s) for s in sums)), total=True))
    columns = (
        Column("区", 120), Column("基线（收减付）", 110, "right"), Column("模拟（收减付）", 110, "right"),
        Column("变化", 110, "right"),
    )  # fmt: skip
    return Table("表2", "各区变化", columns, tuple(rows), unit="单位：万元", size=8, row_height=14)


def _cases(moved: Sequence[CaseChange], shown: int) -> Table:
    rows = [
        Row((c.case_id, c.company, wan(c.before.due_fen), wan(c.after.due_fen), wan(c.change_fen), c.scope or NONE))
        for c in moved[:shown]
    ]
    if rest := moved[shown:]:
        sums = [sum(values) for values in zip(*((c.before.due_fen, c.after.due_fen, c.change_fen) for c in rest), strict=True)]
        rows.append(Row((f"其余{len(rest)}件", "", *(wan(s) for s in sums), "")))
    columns = (
        Column("案件号", 66, unbroken=True), Column("企业", 170), Column("基线应得", 70, "right"),
        Column("模拟应得", 70, "right"), Column("变化", 70, "right"), Column("范围", 36, "center"),
    )  # fmt: skip
    return Table("表3", "变化的案件（按变化大小）", columns, tuple(rows), unit="单位：万元", size=8, row_height=14)


def _caps(caps: Sequence[CaseChange], shown: int) -> Table:
    rows = [Row((c.case_id, c.company, _month(c.before.runs_out), _month(c.after.runs_out))) for c in caps[:shown]]
    if rest := caps[shown:]:
        rows.append(Row((f"其余{len(rest)}件", "", "", "")))
    columns = (
        Column("案件号", 66, unbroken=True), Column("企业", 190), Column("基线触顶月", 90, "center"),
        Column("模拟触顶月", 90, "center"),
    )  # fmt: skip
    note = "触顶月：已触顶的为实际月份，其余按近12个月进度推算；—为期限先到或无上限。"
    return Table("表4", "上限用尽的月份", columns, tuple(rows), note=note, size=8, row_height=14)


def _month(month: Month | None) -> str:
    return str(month) if month else NONE
