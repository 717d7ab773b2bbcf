"""Sections of the second edition: 八、用地准入与联合审议, 九、规划目标, and the zone tables of the others."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from reportlab.platypus import Flowable

from reports import monthly_plan_tables as tables
from reports.charts import ChartBlock
from reports.styles import AREA_WIDTH
from reports.tables import Table
from reports.words import percent
from zgc_desktop.domain.areas import print_area
from zgc_desktop.domain.monthly import MonthlyDocument
from zgc_desktop.domain.monthly_plan import TargetLine
from zgc_desktop.figures.bars import Bar, horizontal_bars
from zgc_desktop.figures.bullets import Bullet, bullet_bars
from zgc_desktop.figures.scene import PRINT, Scene

if TYPE_CHECKING:
    from reports.monthly_sections import Press

ROOMY: Final = replace(PRINT, row=17.0, bar=9.0)


def zones(p: Press, build: Callable[[MonthlyDocument], Table]) -> list[Flowable]:
    """The zone table of a section; nothing in a document of the first edition."""
    return p.table(build(p.doc)) if p.doc.edition >= 2 and p.doc.zones else []


def move_zones(p: Press) -> list[Flowable]:
    """The direction of the year's landed moves between zones."""
    named = [g for g in p.doc.zones if g.direction] if p.doc.edition >= 2 and p.doc.move_matrix else []
    return [f for g in named for f in p.table(tables.move_zones(p.doc, g))]


def outside(p: Press) -> list[Flowable]:
    """Cases with parties outside the city: sums by zone, then each."""
    if not p.doc.outside:
        return []
    return [*zones(p, tables.outside_zones), *p.table(tables.outside_cases(p.doc))]


def land(p: Press) -> list[Flowable]:
    """八、用地准入与联合审议: land, projects, what they owe, exits, then clocks and zones: in the order of their numbers."""
    story = [*p.sentences("land")]
    if p.doc.space is not None:
        story += [*p.table(tables.space(p.doc)), *_space_chart(p)]
    if p.doc.review is not None:
        story += [*p.table(tables.projects(p.doc)), *p.table(tables.owing(p.doc)), *p.table(tables.exits(p.doc))]
    if p.doc.space is not None:
        story += p.table(tables.clocks(p.doc))
        story += p.table(tables.space_zones(p.doc)) if p.doc.zones else []
        story += p.table(tables.links(p.doc))
    return story


def _space_chart(p: Press) -> list[Flowable]:
    assert p.doc.space is not None
    lines = [line for line in p.doc.space.lines if line.kind == "分园" and line.free]
    if len(lines) < 2:
        return []
    bars = [Bar(line.name, line.free, print_area(line.free or 0)) for line in lines]
    scene = horizontal_bars(bars, AREA_WIDTH, m=PRINT)
    return [ChartBlock(p.fonts, "图8-1　各分园可用用地", scene, unit="单位：公顷")]


def targets(p: Press) -> list[Flowable]:
    """九、规划目标: the table, bullet bars for what has a figure, and evidence of the rest."""
    story = [*p.sentences("targets"), *p.table(tables.targets(p.doc))]
    known = [t for t in p.doc.targets if t.share is not None]
    if known:
        story.append(ChartBlock(p.fonts, "图9-1　规划目标进度", target_bullets(known, AREA_WIDTH), note=BULLET_NOTE))
    return [*story, *p.table(tables.evidence(p.doc))]


BULLET_NOTE: Final = "浅条为基数（没有基数的为零）至目标值的120%，深条为已走过的部分，竖线为目标值；超出120%的画到末端。"


def target_bullets(known: list[TargetLine], width: float) -> Scene:
    """Bullet bars of targets that have a share."""
    bullets = [Bullet(f"{t.year}　{t.title}", t.share, f"{percent(t.share, 1)}　{t.state}") for t in known]
    return bullet_bars(bullets, width, m=ROOMY)
