"""The cluster card (组团评估卡): what the plan wants of a cluster, who is there, how far it fits, what is missing."""

from __future__ import annotations

from pathlib import Path

from reportlab.platypus import Flowable

from reports.charts import ChartBlock
from reports.fonts import Fonts
from reports.paper_parts import line_of, pairs, paper, part, requests, signed
from reports.pdfa import archived
from reports.statement_page import MARGIN, printed, titled
from reports.styles import PAGE_WIDTH
from reports.words import NONE, percent, wan_or_missing
from zgc_desktop.domain.monthly_sheets import ClusterCard
from zgc_desktop.figures.bars import Bar, horizontal_bars
from zgc_desktop.figures.scene import PRINT

_MOST = 14


def cluster_card_pdf(card: ClusterCard, fonts_dir: Path) -> bytes:
    """The card as PDF bytes; the same card gives the same bytes."""
    fonts = Fonts(fonts_dir)
    title = f"组团评估卡：{card.line.cluster}"
    plan = [
        ("定位", card.positioning or NONE),
        ("重点产业", "、".join(card.line.planned) or NONE),
        ("发展重点", card.focus or NONE),
        ("范围", card.covers or "规划未列"),
        ("发展模式", "、".join(card.modes) or NONE),
    ]
    gaps = [f"规划重点产业“{name}”尚无企业，可作补充式、填空式招引方向。" for name in card.gaps]
    none = "重点产业均有企业。" if card.reported else "所属分园本月未报，不作判断。"
    parts = [
        *titled(fonts, title, [line_of(card.head, f"所属：{card.line.park}")]),
        *part(fonts, "一、规划怎么说", requests(fonts, [f"{name}：{text}" for name, text in plan])),
        *part(fonts, "二、本月情况", pairs(fonts, _facts(card))),
        *part(fonts, "三、在册企业的产业", _chart(fonts, card), "没有归入本组团的企业。"),
        *part(fonts, "四、空缺", requests(fonts, gaps) if card.reported else [], none),
        *signed(fonts, ("编制", "园区核对"), "定位内占比＝属于规划重点产业的企业数÷产业已识别的企业数。"),
    ]
    return archived(printed(paper(card.head, title), fonts, parts)[0], card.head.prepared_on)


def _facts(card: ClusterCard) -> list[tuple[str, str]]:
    line, before = card.line, card.before
    if not card.reported:
        return [("企业", "未报"), ("营业收入", "未报"), ("地方税收", "未报"), ("定位内占比", "未报")]
    rank = f"，31个组团中可比{card.rank[1]}个，列第{card.rank[0]}" if card.rank else ""
    last = f"（上月{before.companies:,}家）" if before else ""
    return [
        ("企业", f"{line.companies:,}家{last}"),
        ("定位内占比", f"{percent(line.fit)}{rank}"),
        ("营业收入", _wan(line.revenue_fen)),
        ("按收入占比", percent(line.fit_revenue)),
        ("地方税收", _wan(line.tax_fen)),
        ("迁入与迁出", f"迁入{line.moved_in}家，迁出{line.moved_out}家"),
    ]


def _wan(amount: int | None) -> str:
    return wan_or_missing(amount) + ("万元" if amount is not None else "")


def _chart(fonts: Fonts, card: ClusterCard) -> list[Flowable]:
    if not card.industries:
        return []
    bars = [Bar(name + ("（重点）" if planned else ""), n, f"{n:,}家") for name, n, planned in card.industries[:_MOST]]
    scene = horizontal_bars(bars, PAGE_WIDTH - 2 * MARGIN - 20, m=PRINT)
    return [ChartBlock(fonts, "企业的产业构成", scene, unit="单位：家")]
