"""The yearly book of both plans (规划实施年度报告) and its public version, in the papers' style and the report's tables."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from reportlab.platypus import Flowable

from reports import monthly_plan_tables as tables
from reports.charts import ChartBlock
from reports.fonts import Fonts
from reports.monthly_plan_sections import BULLET_NOTE, target_bullets
from reports.paper_parts import part as small_part
from reports.paper_parts import requests, signed
from reports.pdfa import archived
from reports.statement_page import MARGIN, PAPER_LINE, PAPER_NOTE, Paper, printed, titled
from reports.styles import PAGE_WIDTH
from reports.tables import Column, Row, Table, TableBlock
from reports.text import TextBlock
from reports.words import DRAFT, NONE, chinese_date, percent, wan_or_missing
from reports.yearbook_recorded import counted, recorded
from zgc_desktop.domain.company_ties import CompanyTies, Tally
from zgc_desktop.domain.monthly import MonthlyDocument
from zgc_desktop.domain.monthly_plan import TargetLine
from zgc_desktop.domain.targets import print_figure
from zgc_desktop.domain.yearbook import PublicBook, PublicTable, Yearbook

_ELSEWHERE, _HERE = "片区划分依据见表2-2。", "片区划分依据见文末。"
_ROOM: Final = 260.0
_WIDE: Final = PAGE_WIDTH - 2 * MARGIN


def part(fonts: Fonts, title: str, flowables: Sequence[Flowable], otherwise: str = "") -> list[Flowable]:
    """A heading with what stands under it, kept together with the head of a table."""
    return small_part(fonts, title, flowables, otherwise, room=_ROOM)


def yearbook_pdf(book: Yearbook, fonts_dir: Path) -> bytes:
    """The whole book as PDF bytes, for inside; the same book gives the same bytes."""
    fonts, doc = Fonts(fonts_dir), book.doc
    ties = book.ties
    parts = [
        *_head(fonts, book.year, doc, ""),
        *_targets(fonts, doc.targets, dict(book.quotes), evidence=True),
        *part(fonts, "二、空间布局与转移方向", _space(fonts, book)),
        *part(fonts, "三、产业结构与旧称对照", [TableBlock(fonts, _crosswalk(ties))]),
        *part(fonts, "四、企业联系", _ties(fonts, ties)),
        *part(fonts, "五、用地准入与联合审议", _review(fonts, doc), "本年没有登记项目。"),
        *part(fonts, "六、任务落实", _tables(fonts, tables.tasks(doc)), "没有登记任务。"),
        *recorded(fonts, book.recorded, "七、登记事项"),
        *signed(fonts, ("编制", "复核", "审定"), f"{_grounds(doc)}数据指纹 {doc.fingerprint[:16]}。"),
    ]
    title = f"规划实施年度报告（{book.year}年）"
    return archived(printed(_paper(doc, title), fonts, parts)[0], doc.prepared_on)


def public_book_pdf(book: PublicBook, fonts_dir: Path) -> bytes:
    """The public version as PDF bytes: no company data, small counts hidden and said so."""
    fonts, doc = Fonts(fonts_dir), book.doc
    cited = f"{book.limits.reason}。依据：{book.limits.citation.title}。"
    rule = f"家数不足{book.limits.least}家的以“不足{book.limits.least}家”表示；可由合计推算出的其他数以“隐去”表示。{cited}"
    blocks = [
        _public_table("各片区企业的产业分布", "片区", book.fields, "单位：家"),
        _public_table("各片区梯队企业", "片区", book.tiers, "单位：家"),
        _public_table("本年落地迁移案件的片区方向（行为迁出，列为迁入）", "迁出\\迁入", book.moves, "单位：件"),
    ]
    counts = [Row(pair) for pair in (*book.ties, *book.projects)]
    parts = [
        *_head(fonts, book.year, doc, "公开版"),
        TextBlock(fonts, "本版不含任何企业的数据。" + rule, PAPER_NOTE),
        *_targets(fonts, book.targets, dict(book.quotes), evidence=False),
        *part(fonts, "二、空间、产业与转移方向", [TableBlock(fonts, t) for t in blocks if t is not None], "没有可公开的数据。"),
        *part(fonts, "三、用地", _public_land(fonts, book), "没有登记用地。"),
        *part(fonts, "四、企业联系与项目", [TableBlock(fonts, Table("", "", _PAIR, tuple(counts), size=9))] if counts else []),
        *part(fonts, "五、登记事项", [TableBlock(fonts, t) for t in counted(book.recorded)]),
        TextBlock(fonts, _grounds(doc), PAPER_NOTE),
    ]
    title = f"规划实施年度报告（{book.year}年，公开版）"
    return archived(printed(_paper(doc, title), fonts, parts)[0], doc.prepared_on)


_PAIR: Final = (Column("", 240), Column("", 200))


def _paper(doc: MonthlyDocument, title: str) -> Paper:
    foot = f"{doc.office}　{title}"
    return Paper(title, foot, doc.office, "草稿 · 未核定" if doc.state == DRAFT else "", landscape=False)


def _head(fonts: Fonts, year: int, doc: MonthlyDocument, version: str) -> list[Flowable]:
    state = "草稿，未核定" if doc.state == DRAFT else doc.state
    lines = [
        "　　".join(
            (f"年度：{year}年", f"数据截至：{doc.month.label}", f"日期：{chinese_date(doc.prepared_on)}", f"依据：月报{state}")
        ),
        *([f"合计{doc.scope_note}。"] if doc.scope_note else []),
    ]
    return titled(fonts, f"规划实施年度报告{f'（{version}）' if version else ''}", lines)


def _tables(fonts: Fonts, *found: Table) -> list[Flowable]:
    """Tables of the monthly report without its numbers: each with its own heading above."""
    return [TableBlock(fonts, replace(t, number="", note=t.note.replace(_ELSEWHERE, _HERE))) for t in found if t.rows]


# --- targets -------------------------------------------------------------------------------------------------------------


def _targets(fonts: Fonts, found: Sequence[TargetLine], quotes: dict[str, str], *, evidence: bool) -> list[Flowable]:
    story: list[Flowable] = [TableBlock(fonts, _target_table(found, quotes))]
    known = [t for t in found if t.share is not None]
    if known:
        story.append(ChartBlock(fonts, "目标进度", target_bullets(known, _WIDE), note=BULLET_NOTE))
    notes = [f"{t.title}（{t.year}）：{note}" for t in found for note in t.evidence] if evidence else []
    return [*part(fonts, "一、规划目标", story), *part(fonts, "不可量化目标的佐证", requests(fonts, notes))]


def _target_table(found: Sequence[TargetLine], quotes: dict[str, str]) -> Table:
    rows = []
    for t in found:
        goal = NONE if t.goal is None else print_figure(t.goal, t.unit)
        base = NONE if t.base is None else f"{print_figure(t.base, t.unit)}\n（{t.base_year}）"
        hidden = t.said if t.now is None and t.said.startswith("不足") else "无数据"
        now = NONE if t.kind == "不可量化" else hidden if t.now is None else print_figure(t.now, t.unit)
        kind = t.kind if t.kind == t.state else f"{t.kind}\n{t.state}"
        share = NONE if t.share is None else percent(t.share, 1)
        quote = quotes.get(t.key, "")
        words = f"“{quote}”（{t.cited}）" + (f"\n口径：{t.measure}" if t.measure else "")
        rows.append(Row((f"{t.title}", str(t.year), goal, base, now, share, kind, words)))
    columns = (
        Column("目标", 88), Column("目标年", 28, "center"), Column("目标值", 50, "right"), Column("基数", 50, "right"),
        Column("现值", 54, "right"), Column("进度", 36, "right", point=True), Column("性质与状态", 46, "center"),
        Column("规划原文与口径", 150),
    )  # fmt: skip
    note = "进度＝（现值－基数）÷（目标值－基数），没有基数的按零起算。不可量化的目标不评分。"
    return Table("", "", columns, tuple(rows), note=note, size=8)


# --- space, fields, ties -------------------------------------------------------------------------------------------------


def _space(fonts: Fonts, book: Yearbook) -> list[Flowable]:
    doc, story = book.doc, list[Flowable]()
    if doc.zones:
        story += _tables(fonts, tables.stock_zones(doc), tables.cluster_zones(doc))
    for grouping in (g for g in doc.zones if g.direction and doc.move_matrix):
        story += _tables(fonts, tables.move_zones(doc, grouping))
    if doc.space is not None:
        story += _tables(fonts, tables.space(doc), *([tables.space_zones(doc)] if doc.zones else []), tables.links(doc))
    return story


def _amounts(t: Tally) -> tuple[str, str, str]:
    return f"{t.companies:,}", wan_or_missing(t.revenue_fen), wan_or_missing(t.tax_fen)


_TALLY: Final = (
    Column("企业\n(家)", 44, "right"), Column("营业收入\n(万元)", 80, "right", point=True),
    Column("地方税收\n(万元)", 72, "right", point=True),
)  # fmt: skip


def _crosswalk(ties: CompanyTies) -> Table:
    rows = [
        Row((f.industry, "、".join(f.older) or NONE, "、".join(f.touching) or NONE, *_amounts(f.tally))) for f in ties.fields
    ]
    rows.append(Row(("合计", "", "", *_amounts(ties.whole)), total=True))
    columns = (Column("现行产业（2019）", 92), Column("对应的旧产业集群（2011）", 124), Column("兼及", 104), *_TALLY)
    note = "每家企业只计在它现行产业的一行；旧集群以其主要对应的产业列入，兼及的不另计数。对应关系为本系统约定。"
    return Table("", "八大产业集群与现行产业对照", columns, tuple(rows), note=note, size=8)


def _ties(fonts: Fonts, ties: CompanyTies) -> list[Flowable]:
    story: list[Flowable] = []
    if ties.circles:
        story.append(TableBlock(fonts, _circles(ties)))
    if ties.headquarters:
        rows = [
            Row(
                (
                    h.name,
                    h.home or "不在台账",
                    "\n".join(f"{park}：{what}{f'，{n}人' if n else ''}" for park, what, n in h.sites),
                )
            )
            for h in ties.headquarters
        ]
        columns = (Column("总部企业", 160), Column("计入分园", 70), Column("其他分园的经营点", 230))
        note = "企业只计在总部所在分园，经营点只作标注。"
        story.append(TableBlock(fonts, Table("", "总部与异地经营点", columns, tuple(rows), note=note, size=8.5)))
    if ties.graduates:
        rows = [Row((g.incubator, place, f"{n:,}", f"{stay:,}")) for g in ties.graduates for place, n, stay in g.went]
        went = (
            Column("孵化载体", 160), Column("落户组团", 150), Column("毕业企业\n(家)", 60, "right"),
            Column("本月在册于该组团\n(家)", 80, "right"),
        )  # fmt: skip
        story.append(TableBlock(fonts, Table("", "孵化毕业企业的去向", went, tuple(rows), size=8.5)))
    return story or [TextBlock(fonts, "没有登记领军企业生态圈、总部经营点和孵化毕业企业。", PAPER_LINE)]


def _circles(ties: CompanyTies) -> Table:
    rows = []
    for c in ties.circles:
        relations = "、".join(f"{r}{n}" for r, n in c.relations)
        rows.append(
            Row((c.leader, relations, "、".join(c.tally.parks) or NONE, *_amounts(c.tally), f"{len(c.absent) or NONE}"))
        )
    rows.append(Row(("各圈合计（去重）", "", "、".join(ties.together.parks), *_amounts(ties.together), ""), total=True))
    columns = (
        Column("领军企业", 116), Column("关系", 76), Column("所在分园", 84), *_TALLY, Column("不在台账\n(家)", 44, "right"),
    )  # fmt: skip
    note = "圈内企业含领军企业本身，跨分园合并，同一企业在几个圈里的合计只计一次。"
    return Table("", "领军企业生态圈", columns, tuple(rows), note=note, size=8)


def _review(fonts: Fonts, doc: MonthlyDocument) -> list[Flowable]:
    if doc.review is None:
        return []
    return _tables(fonts, tables.projects(doc), tables.owing(doc), tables.exits(doc))


def _grounds(doc: MonthlyDocument) -> str:
    """Where the zones are from."""
    return "片区：" + "".join(f"{g.title}按{g.citation}。{g.note}。" for g in doc.zones) if doc.zones else ""


# --- public --------------------------------------------------------------------------------------------------------------


def _public_table(title: str, head: str, found: PublicTable | None, unit: str) -> Table | None:
    if found is None:
        return None
    # Cases are counted in 件, and 不足3家 would be said of companies.
    case = unit.endswith("件")
    rows = []
    for n, name in enumerate(found.rows):
        texts = [t.replace("家", "件") if case else t for t in found.texts(n)]
        amounts = [NONE if a is None else wan_or_missing(a) for a in found.amounts[n : n + 1]] if found.amounts else []
        rows.append(Row((name, *texts, *amounts), total=n == len(found.rows) - 1))
    width = 340 / (len(found.columns) + 1)
    columns = [Column(head, 70), *(Column(c, width, "right") for c in (*found.columns, "合计"))]
    if found.amounts:
        columns.append(Column("营业收入\n(万元)", 72, "right", point=True))
    return Table("", title, tuple(columns), tuple(rows), unit=unit, size=7.5)


def _public_land(fonts: Fonts, book: PublicBook) -> list[Flowable]:
    if not book.land:
        return []
    columns = (
        Column("片区", 120),
        Column("宗数", 80, "right"),
        Column("面积\n(公顷)", 100, "right"),
        Column("可用\n(公顷)", 100, "right"),
    )
    rows = tuple(Row(line, total=line[0] == "合计") for line in book.land)
    note = "只按一种片区划分公布；宗数少的片区不列面积。"
    return [TableBlock(fonts, Table("", "各片区用地", columns, rows, note=note, size=8))]
