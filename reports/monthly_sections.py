"""The sections of the monthly report (一 to 七, 附表, 编制信息): headings, sentences, tables and charts in their order."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import partial
from itertools import dropwhile
from typing import Final

from reportlab.platypus import CondPageBreak, Flowable, NextPageTemplate, PageBreak

from reports import monthly_plan_sections as plan
from reports import monthly_plan_tables as plan_tables
from reports import monthly_sharing_tables as sharing
from reports import monthly_tables as tables
from reports.blocks import Box, Contents, Heading, Section, Signatures
from reports.charts import ChartBlock
from reports.fonts import Fonts
from reports.styles import AREA_HEIGHT, AREA_WIDTH, BODY, PITCH
from reports.tables import Column, Row, Table, TableBlock
from reports.text import TextBlock
from reports.words import (
    DRAFT,
    chinese_date,
    code_notes,
    count_or_missing,
    errata_note,
    fingerprint,
    font_words,
    journal_mark,
    percent,
    tight,
    total_note,
)
from zgc_desktop.domain.money import half_up, in_unit, wan, yuan
from zgc_desktop.domain.monthly import MonthlyDocument
from zgc_desktop.figures.bars import Bar, difference_bars, fold_small, horizontal_bars, stacked_bar
from zgc_desktop.figures.lines import Series, line_chart
from zgc_desktop.figures.scene import PRINT, Line, Rect, Scene, Shape, Text

PORTRAIT, LANDSCAPE = "portrait", "landscape"
TOP_PAIRS: Final = 8
FEW_LINES: Final = 12
"""So many sharing lines stand on an upright page; a landscape page for two of them would be an empty one."""
CHART_COLUMNS, CHART_GAP = 3, 24.0
SMALLEST: Final = replace(PRINT, caption=7.5, row=11.5, bar=5.0)
"""For the bars by cluster, three columns of them below the table's second half."""
DENSE: Final = replace(PRINT, row=13.0, bar=6.0)
"""For bars by park or cluster: 17 of them in a third of a page."""


@dataclass(slots=True)
class Press:
    """What every section needs: the document, its fonts, and the contents it reports its headings to."""

    doc: MonthlyDocument
    fonts: Fonts
    contents: Contents
    notes: dict[str, str] | None = None
    """How the figures of each table are named; made once."""

    def heading(self, title: str, key: str, level: int = 0, *, room: float = 5 * PITCH) -> list[Flowable]:
        """A heading that goes to the next page unless ``room`` is left for what follows it."""
        return [CondPageBreak(room), Heading(self.fonts, title, self.contents, key, level)]

    def sentences(self, key: str) -> list[Flowable]:
        """The section's generated sentences as one paragraph, or nothing."""
        whole = "".join(self.doc.sentences.get(key, ()))
        return [self.body(whole)] if whole else []

    def said(self, key: str, otherwise: str) -> list[Flowable]:
        """The section's sentences, or ``otherwise`` where none were generated: no section is silent."""
        return self.sentences(key) or [self.body(otherwise)]

    def body(self, text: str) -> Flowable:
        """A paragraph of our own."""
        return TextBlock(self.fonts, tight(text), BODY)

    def table(self, table: Table) -> list[Flowable]:
        """A table, or nothing where it has no rows."""
        if not table.rows:
            return []
        if self.notes is None:
            self.notes = code_notes(self.doc)
        code = self.notes.get(table.number, "")
        return [TableBlock(self.fonts, replace(table, note=table.note + code, numbered=True) if code else table)]


def sections(doc: MonthlyDocument) -> tuple[tuple[str, str, Callable[[Press], list[Flowable]]], ...]:
    """(key, title, builder) of every section this document prints, in the report's fixed numbering."""
    every: tuple[tuple[str, str, Callable[[Press], list[Flowable]]], ...] = (
        ("brief", "一、要情", _brief),
        ("reporting", "二、报送情况通报", _reporting),
        ("companies", "三、企业总体", _companies),
        ("moves", "四、跨区迁移", _moves),
        ("sharing", "五、税收分享", _sharing),
        ("tiers", "六、梯队", _tiers),
        ("clusters", "七、组团", _clusters),
        ("land", "八、用地准入与联合审议", plan.land),
        ("targets", "九、规划目标", plan.targets),
        ("matters", "十、问题与建议", _matters),
        ("errata", "勘误", _errata),
        ("annex", "附表", _annex),
        ("colophon", "编制信息", _colophon),
    )
    absent = {"land": doc.space is None and doc.review is None, "targets": not doc.targets}
    told = (s for s in every if not absent.get(s[0], False))
    return tuple(s for s in told if not any(_names(left_out, s[1]) for left_out in doc.left_out))


def _names(left_out: str, title: str) -> bool:
    return left_out.startswith(title.split("、")[0] + "、") if "、" in title else left_out.startswith(title)


# --- 一 to 三 --------------------------------------------------------------------------------------------------------


def _brief(p: Press) -> list[Flowable]:
    story = [*p.sentences("brief"), *p.table(tables.key_figures(p.doc)), *_tax_chart(p)]
    if p.doc.coordination:
        story.append(Box(p.fonts, "提请协调事项", p.doc.coordination))
    return story


def _tax_chart(p: Press) -> list[Flowable]:
    # From the first month on file: an axis of months nobody reported says nothing.
    history = list(dropwhile(lambda month: month[1] is None, p.doc.tax_history))
    known = [tax for _, tax in history if tax is not None]
    if len(known) < 2:
        return []
    columns = [f"{m.year % 100:02d}.{m.month}" for m, _ in history]
    values = tuple(tax for _, tax in history)
    texts = tuple("未报" if tax is None else f"{wan(tax)}万元" for tax in values)
    top = _round_up(max(known))
    ticks = [(v, f"{in_unit(v, '万元'):,.0f}") for v in (0, top // 2, top)]
    series = [Series("地方税收", values, texts)]
    scene = line_chart(columns, series, AREA_WIDTH, 110, ticks=ticks, m=PRINT)
    title = f"图1　近{len(columns)}个月地方税收合计"
    return [ChartBlock(p.fonts, title, scene, unit="单位：万元", note=total_note(p.doc).replace("合计", "本月合计"))]


def _round_up(amount: int) -> int:
    """The next 1, 2 or 5 times a power of ten, and in whole 万元, so that half of it reads well too."""
    step = 2_000_000
    while True:
        for factor in (1, 2, 5):
            if step * factor >= amount:
                return step * factor
        step *= 10


def _reporting(p: Press) -> list[Flowable]:
    return [*p.sentences("reporting"), *p.table(tables.reporting(p.doc)), *plan.zones(p, plan_tables.reporting_zones)]


def _companies(p: Press) -> list[Flowable]:
    story = [*p.sentences("companies"), *p.table(tables.stock(p.doc)), *plan.zones(p, plan_tables.stock_zones)]
    sums = [(name, sum(c for c in counts if c is not None)) for name, counts in p.doc.industries]
    whole = sum(n for _, n in sums)
    if whole:
        parts = fold_small([Bar(name, n, "") for name, n in sums], "")
        named = [replace(b, text=_share(half_up(Fraction(b.value or 0)), whole)) for b in parts]
        scene = stacked_bar(named, AREA_WIDTH, m=PRINT)
        story.append(ChartBlock(p.fonts, "图3-1　企业的产业构成", scene, note=total_note(p.doc)))
    bars = [Bar(s.park, s.closing if s.reported else None, count_or_missing(s.closing)) for s in p.doc.stock]
    if any(b.value for b in bars):
        scene = horizontal_bars(bars, AREA_WIDTH, m=DENSE)
        story.append(ChartBlock(p.fonts, "图3-2　各分园月末企业数", scene, unit="单位：家"))
    return [*story, *(p.table(tables.industries(p.doc)) if whole else [])]


def _share(part: int, whole: int) -> str:
    tenths = half_up(Fraction(part * 1000, whole))
    return f"{part:,}家 {tenths // 10}.{tenths % 10}%"


# --- 四 and 五 -------------------------------------------------------------------------------------------------------


def _moves(p: Press) -> list[Flowable]:
    story = p.said("moves", "本月没有迁移案件和线索。")
    if p.doc.move_matrix:
        story += [*p.table(tables.move_matrix(p.doc)), *plan.move_zones(p)]
        pairs = sorted(p.doc.move_matrix, key=lambda m: -m[2])[:TOP_PAIRS]
        scene = horizontal_bars([Bar(f"{a}→{b}", n, f"{n}件") for a, b, n in pairs], AREA_WIDTH, m=PRINT)
        title = "图4-1　本年落地案件最多的迁出→迁入方向"
        story.append(ChartBlock(p.fonts, title, scene, unit="单位：件"))
    else:
        story.append(p.body("本年尚无落地的迁移案件。"))
    return [*story, *p.table(tables.cases(p.doc)), *p.table(tables.leads(p.doc)), *plan.outside(p)]


def _sharing(p: Press) -> list[Flowable]:
    s = p.doc.sharing
    note = f"{s.rule_note.rstrip('。')}。" if s.rule_note else ""
    story = [p.body(f"本期适用规则：{s.rule_title}（{s.rule_citation}）。{note}"), *p.said("sharing", "本期没有应分享的案件。")]
    if s.net:
        story += p.table(sharing.settlement_pairs(p.doc))
        bars = [Bar(party, net, ("+" if net > 0 else "") + yuan(net)) for party, net in sharing.party_nets(p.doc)]
        scene = difference_bars(bars, AREA_WIDTH, m=PRINT)
        note = "正数为净应收，负数为净应付，合计为零。" + total_note(p.doc)
        story.append(ChartBlock(p.fonts, "图5-1　各方分享净额", scene, unit="单位：元", note=note))
        story += plan.zones(p, plan_tables.sharing_zones)
    if s.out_of_scope:
        reasons = [f"{o.case_id}，{o.company}：{o.why.rstrip('。')}。" for o in s.out_of_scope]
        story.append(Box(p.fonts, "不参与本期分享的案件", reasons))
    parts = [("表5-2", "分享明细", False), ("表5-3", "以前月份调整", True)]
    told = [(number, title, [line for line in s.lines if line.adjustment is adjusted]) for number, title, adjusted in parts]
    upright = len(s.lines) <= FEW_LINES
    build = sharing.sharing_lines_upright if upright else sharing.sharing_lines
    detail = [flowable for number, title, lines in told if lines for flowable in p.table(build(p.doc, number, title, lines))]
    if upright:
        return [*story, *detail]
    return [*story, NextPageTemplate(LANDSCAPE), PageBreak(), *detail, NextPageTemplate(PORTRAIT), PageBreak()]


# --- 六, 七, 附表, 编制信息 ------------------------------------------------------------------------------------------


def _tiers(p: Press) -> list[Flowable]:
    story = p.said("tiers", "本月没有梯队认定与建议。")
    if p.doc.tiers:
        story += [*p.table(tables.tiers(p.doc)), *plan.zones(p, plan_tables.tier_zones)]
    return [*story, *p.table(tables.tier_proposals(p.doc))]


def _clusters(p: Press) -> list[Flowable]:
    story = [*p.sentences("clusters"), *p.table(tables.clusters(p.doc))]
    missing = {park for park, _ in p.doc.missing}
    known = sorted((c for c in p.doc.clusters if c.fit is not None and c.park not in missing), key=lambda c: -(c.fit or 0))
    if any(c.fit for c in known):
        bars = [Bar(c.cluster, c.fit, percent(c.fit)) for c in known]
        bars += [Bar(c.cluster, None, "") for c in p.doc.clusters if c.park in missing]
        scene = _side_by_side(bars, AREA_HEIGHT)
        note = "按企业数计，由高到低；尚未归入企业的组团不列。"
        story.append(ChartBlock(p.fonts, "图7-1　各组团定位内占比", scene, note=note))
    return [*story, *plan.zones(p, plan_tables.cluster_zones), *p.table(plan_tables.levels(p.doc))]


def _side_by_side(bars: list[Bar], width: float) -> Scene:
    """Bars in columns beside each other, read down and then across: one tall picture cut up, so all share one scale."""
    down = -(-len(bars) // CHART_COLUMNS)
    step, height = width / CHART_COLUMNS, down * SMALLEST.row
    tall = horizontal_bars(bars, step - CHART_GAP, m=SMALLEST)
    shapes: list[Shape] = []
    for shape in tall.shapes:
        if isinstance(shape, Rect | Text):
            column = int(shape.y // height)
            shapes.append(replace(shape, x=shape.x + column * step, y=shape.y - column * height))
        elif isinstance(shape, Line):
            columns = -(-len(bars) // down)
            ends = [min(height, tall.height - n * height) for n in range(columns)]
            shapes += [replace(shape, x1=shape.x1 + n * step, x2=shape.x2 + n * step, y2=end) for n, end in enumerate(ends)]
    return Scene(width, height, tuple(shapes), tall.alt)


def _matters(p: Press) -> list[Flowable]:
    new = sum(1 for m in p.doc.matters if not m.follow_up)
    old = len(p.doc.matters) - new
    parts = [*([f"本月提出{new}项"] if new else []), *([f"上月提出、本月跟踪{old}项"] if old else [])]
    said = [p.body("，".join(parts) + "，责任单位与时限如下。")] if parts else []
    return [*said, *p.sentences("matters"), *p.table(tables.matters(p.doc)), *p.table(plan_tables.tasks(p.doc))]


def _errata(p: Press) -> list[Flowable]:
    return [p.body(errata_note(p.doc)), *p.table(tables.errata(p.doc))]


def _annex(p: Press) -> list[Flowable]:
    found = p.table(tables.issues(p.doc)) if p.doc.issues_by_park else [p.body("本月报送未发现问题。")]
    return [*found, *p.table(tables.rules(p.doc))]


def _colophon(p: Press) -> list[Flowable]:
    doc = p.doc
    facts = (
        ("期间", f"{doc.month.label}，第{doc.issue_number}期"),
        ("状态", "草稿，未核定" if doc.state == DRAFT else doc.state),
        ("编制单位", doc.office),
        ("编制日期", chinese_date(doc.prepared_on)),
        ("计入范围", doc.scope_note or f"{len(doc.parks)}个分园全部计入"),
        ("程序版本", f"统筹台 {doc.program_version}"),
        ("数据指纹", fingerprint(doc) or "—"),
        *((("操作记录", journal_mark(doc)),) if doc.journal_head else ()),
        ("所用字体", p.fonts.report() + "。均嵌入本文件。"),
        *((("公文字体", font_words(doc)),) if doc.fonts else ()),
        ("未列章节", "；".join(doc.left_out) or "无"),
        *((("发布说明", doc.issued_note),) if doc.issued_note else ()),
        *((("文字改写", f"{len(doc.edited)}句由编制人改写"),) if doc.edited else ()),
    )
    rows = tuple(Row(fact) for fact in facts)
    table = Table("附表3", "编制信息", (Column("项目", 70), Column("内容", 370)), rows, size=9.5, row_height=20)
    return [*p.table(table), Signatures(p.fonts)]


def story(p: Press) -> list[Section]:
    """Every section with its heading, each set when its turn comes; wide sections on landscape pages."""
    return [Section(title, partial(_set, p, key, title, build)) for key, title, build in sections(p.doc)]


def _set(p: Press, key: str, title: str, build: Callable[[Press], list[Flowable]]) -> list[Flowable]:
    parts = build(p)
    if key == "clusters":
        wide = [NextPageTemplate(LANDSCAPE), PageBreak(), *p.heading(title, key), *parts]
        return [*wide, NextPageTemplate(PORTRAIT), PageBreak()]
    if key == "colophon":
        return [*p.heading(title, key, room=AREA_HEIGHT * 0.6), *parts]
    return [*p.heading(title, key), *parts]
