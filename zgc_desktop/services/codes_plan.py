"""How a figure of land, projects, targets, zones or a totals row came about, in words, from the document alone."""

from __future__ import annotations

from zgc_desktop.domain.areas import print_area
from zgc_desktop.domain.monthly import MonthlyDocument
from zgc_desktop.domain.monthly_coded import target_row
from zgc_desktop.domain.monthly_codes import Figure, short

_MOST = 8
"""So many plots are named one by one; the rest are counted."""
_ZONES = ("表2-2", "表3-3", "表4-5", "表5-4", "表6-3", "表7-2", "表8-6")


def plan_lines(doc: MonthlyDocument, figure: Figure) -> list[str]:
    """Formula and source of such a figure; nothing for a table that explains itself elsewhere."""
    if figure.table == "表8-1":
        return _space(doc, figure)
    if figure.table == "表8-2":
        return _project(doc, figure)
    if figure.table == "表9-1":
        return _target(doc, figure)
    if figure.table in _ZONES:
        return _zone(doc, figure)
    if figure.table == "表4-4":
        return _moves(doc)
    if figure.table == "表4-2":
        return _case(doc, figure)
    if "合计" in (figure.row, figure.column):
        return ["同表各行（列）之和" + ("，率由合计数算得" if figure.column in ("完整率", "差错率") else "")]
    return []


def _space(doc: MonthlyDocument, figure: Figure) -> list[str]:
    assert doc.space is not None
    plots = [p for p in doc.space.plots if p.counted and figure.row in (short(p.park), p.cluster, "合计")]
    if figure.row.endswith("组团外"):
        plots = [p for p in doc.space.plots if p.counted and not p.cluster and figure.row.startswith(short(p.park))]
    named = "、".join(f"{p.number} {print_area(p.area)} 公顷" for p in plots[:_MOST])
    more = f"等 {len(plots)} 宗" if len(plots) > _MOST else ""
    said = [f"登记地块：{named}{more}", "楼宇和已登记地块的一部分不重复计入；未报已用面积的不计入已用与可用"]
    return said if plots else said[1:]


def _project(doc: MonthlyDocument, figure: Figure) -> list[str]:
    assert doc.review is not None
    project = next(p for p in doc.review.projects if p.number == figure.row)
    title = figure.column.split("·")[0]
    said = [f"{project.number} {project.name}，{project.applied_on} 申报，标准：{project.standard or '申报日没有生效的标准'}"]
    for m in project.measures:
        if m.title == title:
            why = f"：{m.reason}" if m.reason else ""
            said.append(f"{m.title}：标准 {m.needed or '未定'}，实际 {m.actual or '未填'}（{m.unit}），{m.state}{why}")
    return said


def _target(doc: MonthlyDocument, figure: Figure) -> list[str]:
    found = next(t for t in doc.targets if target_row(t) == figure.row)
    said = [f"{found.cited}；{found.said}"]
    if found.measure:
        said.append(f"口径：{found.measure}")
    if figure.column == "进度" and found.goal is not None and found.now is not None:
        said.append("进度＝（现值－基数）÷（目标值－基数），没有基数的按零起算")
    return said


def _zone(doc: MonthlyDocument, figure: Figure) -> list[str]:
    if figure.row == "合计":
        return [f"{len(doc.parks)} 个分园之和"]
    for grouping in doc.zones:
        for zone in grouping.rows(doc.parks):
            if zone.name == figure.row:
                return [f"{grouping.title}·{zone.name}：{'、'.join(zone.parks)}之和", f"划分依据：{grouping.citation}"]
    return []


def _moves(doc: MonthlyDocument) -> list[str]:
    grouping = next(g for g in doc.zones if g.direction)
    assert grouping.direction is not None
    way = f"由{grouping.direction.from_zone}向{grouping.direction.to_zone}"
    return [f"表4-1 各分园之间的落地案件按{grouping.title}归并", f"{way}转移见{grouping.direction.citation}"]


def _case(doc: MonthlyDocument, figure: Figure) -> list[str]:
    case = next(c for c in doc.cases if c.case_id == figure.row)
    until = f"落地日 {case.landed_on}" if case.landed_on else f"编制日 {doc.prepared_on}"
    return [f"{case.company}，{case.from_park} → {case.to_park}：立案 {case.opened_on} 至{until}的工作日"]
