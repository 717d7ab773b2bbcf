"""Tables of land, projects, targets, tasks and zones in the monthly report: from coded texts to columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reports.tables import Column, Row, Table
from reports.words import NONE, percent, total_note
from zgc_desktop.domain import monthly_coded as coded
from zgc_desktop.domain.areas import print_area
from zgc_desktop.domain.monthly import MonthlyDocument
from zgc_desktop.domain.monthly_coded import CodedRow, CodedTable
from zgc_desktop.domain.zones import Grouping, zone_moves

_ZONE_WORDS = (Column("划分", 58), Column("片区", 54), Column("分园", 112))


def _rows(table: CodedTable) -> tuple[Row, ...]:
    return tuple(Row((*row.words, *row.texts), row.total) for row in table.rows)


def _figures(table: CodedTable, width: float, *, wide: Sequence[str] = ()) -> tuple[Column, ...]:
    """The columns of figures with their units in the heads; ``wide`` ones hold amounts."""
    return tuple(
        Column(f"{title}\n({unit})" if unit else title, width * (1.7 if title in wide else 1), "right", point=True)
        for title, unit in table.columns
    )


def space(doc: MonthlyDocument) -> Table:
    """表8-1: land by park and cluster."""
    table = coded.space(doc)
    columns = (Column("分园及组团", 104), *_figures(table, 36))
    lacking = f"没有登记用地的分园：{'、'.join(doc.space.missing)}。" if doc.space and doc.space.missing else ""
    note = f"缩进行为组团。可用只计已报已用面积的地块；自持比例按已报地块的面积加权；楼宇不重复计。{lacking}"
    return Table("表8-1", "各分园用地供应与使用", columns, _rows(table), note=note, size=7.5, row_height=14)


def projects(doc: MonthlyDocument) -> Table:
    """表8-2: projects against the standard of the day they applied; standard above, actual below."""
    table = coded.projects(doc)
    rows = tuple(Row((*r.words[:4], *_pairs(r), *r.words[4:])) for r in table.rows)
    units = dict(table.columns)
    heads = [f"{t}\n({units[f'{t}·标准']})" if units[f"{t}·标准"] else t for t in coded.PROJECT_MEASURES]
    columns = (
        Column("项目", 84), Column("园区与组团", 56), Column("联审\n状态", 36, "center"), Column("标准版本", 66),
        *(Column(head, 52, "right", point=True) for head in heads), Column("节能与环境", 44), Column("结论", 52),
    )  # fmt: skip
    note = "各指标上为申报日生效的标准，下为项目申报值。数字列依次为各指标的标准、实际。未定：标准没有该项，或没有生效的标准。"
    return Table("表8-2", "项目准入测试与联合审议", columns, rows, note=note, size=7, row_height=26)


def _pairs(row: CodedRow) -> tuple[str, ...]:
    return tuple("\n".join(row.texts[n : n + 2]) for n in range(0, len(row.texts), 2))


def owing(doc: MonthlyDocument) -> Table:
    """表8-3: conditions not struck off and promises not kept."""
    found = doc.review.owing if doc.review else ()
    rows = tuple(
        Row((o.project, o.kind, o.text, o.owner, o.due.isoformat() if o.due else NONE, o.light, o.said)) for o in found
    )
    columns = (
        Column("项目", 92), Column("种类", 42), Column("内容", 92), Column("责任单位", 56),
        Column("时限", 50, "center", unbroken=True), Column("灯", 20, "center"), Column("情况", 92),
    )  # fmt: skip
    note = "红：已过期；黄：三十日内到期或未定时限；绿：其余。三十日为本系统约定。"
    return Table("表8-3", "未销号条件与未兑现承诺", columns, rows, note=note, size=7.5)


def exits(doc: MonthlyDocument) -> Table:
    """表8-4: the exit list."""
    found = doc.review.exits if doc.review else ()
    rows = tuple(Row((e.subject, e.reason, e.given_on.isoformat(), e.mend_by.isoformat(), e.state)) for e in found)
    columns = (
        Column("对象", 110), Column("理由", 160), Column("告知", 52, "center", unbroken=True),
        Column("整改期限", 52, "center", unbroken=True), Column("状态", 68),
    )  # fmt: skip
    return Table("表8-4", "退出名单", columns, rows, size=8)


def clocks(doc: MonthlyDocument) -> Table:
    """表8-5: terms that run out or ran out, idle plots, terms longer than allowed."""
    found = doc.space.clocks if doc.space else ()
    rows = tuple(
        Row((c.kind, c.number, f"{c.park}\n{c.cluster or '组团外'}", print_area(c.area), c.said, c.cited)) for c in found
    )
    columns = (
        Column("种类", 42, "center"), Column("地块", 62), Column("园区与组团", 66),
        Column("面积\n(公顷)", 38, "right", point=True), Column("情况", 150), Column("依据", 84),
    )  # fmt: skip
    return Table("表8-5", "用地时限", columns, rows, size=7.5)


def links(doc: MonthlyDocument) -> Table:
    """表8-7: linked groups with their balance."""
    found = doc.space.links if doc.space else ()
    rows = tuple(Row((x.group, print_area(x.reduced, places=4), print_area(x.added, places=4), x.said)) for x in found)
    columns = (
        Column("挂钩组", 120), Column("减少", 60, "right", point=True), Column("新增", 60, "right", point=True),
        Column("结余", 200),
    )  # fmt: skip
    return Table("表8-7", "增减挂钩", columns, rows, unit="单位：公顷", size=8)


def targets(doc: MonthlyDocument) -> Table:
    """表9-1: targets of both plans."""
    table = coded.targets(doc)
    rows = tuple(Row((*r.words[:3], *r.texts, *r.words[3:])) for r in table.rows)
    columns = (
        Column("目标", 82), Column("出处章节", 64), Column("目标年", 28, "center"), Column("目标值", 46, "right"),
        Column("基数", 50, "right"), Column("现值", 52, "right"), Column("进度", 32, "right", point=True),
        Column("性质与状态", 44, "center"), Column("口径", 98),
    )  # fmt: skip
    note = (
        "进度＝（现值－基数）÷（目标值－基数），没有基数的按零起算。"
        "可测：由本系统台账算得；推算：由登记的园区指标算得；不可量化的不评分，只留佐证。"
    )
    return Table("表9-1", "规划目标完成情况", columns, rows, note=note, size=7.5)


def evidence(doc: MonthlyDocument) -> Table:
    """表9-2: evidence notes of targets that cannot be measured."""
    rows = tuple(Row((f"{t.title}（{t.year}）", note)) for t in doc.targets for note in t.evidence)
    return Table("表9-2", "目标佐证", (Column("目标", 130), Column("佐证与来源", 310)), rows, size=8)


def tasks(doc: MonthlyDocument) -> Table:
    """表10-2: tasks carried on from meetings, plans and reports."""
    rows = tuple(
        Row((str(n), t.text, t.owner, t.due.isoformat() if t.due else NONE, t.origin, t.said, t.light))
        for n, t in enumerate(doc.tasks, start=1)
    )
    columns = (
        Column("序号", 24, "center"), Column("事项", 138), Column("责任单位", 62), Column("时限", 50, "center", unbroken=True),
        Column("来源", 74), Column("落实情况", 78), Column("灯", 18, "center"),
    )  # fmt: skip
    note = "红：已过期；黄：三十日内到期或未定时限；绿：其余及已办结。上月以来办结的保留一期。"
    return Table("表10-2", "任务落实", columns, rows, note=note, size=8)


def levels(doc: MonthlyDocument) -> Table:
    """表7-3: policy-area proposals and what was decided."""
    rows = tuple(
        Row((x.subject, x.level or "未划入", x.proposal, x.reason, x.scheme, x.decided or "待决定")) for x in doc.levels
    )
    columns = (
        Column("对象", 80), Column("现层次", 76), Column("建议", 62), Column("理由", 120), Column("考核方案", 110),
        Column("决定", 90),
    )  # fmt: skip
    return Table("表7-3", "政策区调整建议", columns, rows, note="建议由考核得分按方案的分数线提出，由人决定。", size=8)


# --- zones ---------------------------------------------------------------------------------------------------------------


def _zone_note(doc: MonthlyDocument, *, whole: bool = False) -> str:
    """Where the groupings are from: at length below the first table made of them, 表2-2, which the others name."""
    said = "".join(f"{g.title}按{g.citation}。{g.note}。" for g in doc.zones) if whole else "片区划分依据见表2-2。"
    return said + total_note(doc)


def _zones(doc: MonthlyDocument, table: CodedTable, title: str, width: float, wide: Sequence[str] = ()) -> Table:
    columns = (*_ZONE_WORDS, *_figures(table, width, wide=wide))
    note = _zone_note(doc, whole=table.number == "表2-2")
    return Table(table.number, title, columns, _rows(table), note=note, size=7.5, row_height=14)


def reporting_zones(doc: MonthlyDocument) -> Table:
    """表2-2."""
    return _zones(doc, coded.reporting_zones(doc), "各片区报送情况", 30)


def stock_zones(doc: MonthlyDocument) -> Table:
    """表3-3."""
    return _zones(doc, coded.stock_zones(doc), "各片区企业增减", 28, ("地方税收", "营业收入"))


def tier_zones(doc: MonthlyDocument) -> Table:
    """表6-3, its tiers in groups as in 表6-1."""
    table = coded.tier_zones(doc)
    columns = (*_ZONE_WORDS, *(Column(t.split("·")[1], 22, "right", group=t.split("·")[0]) for t, _ in table.columns))
    return Table(
        "表6-3", "各片区梯队企业增减", columns, _rows(table), unit="单位：家", note=_zone_note(doc), size=7.5, row_height=14
    )


def cluster_zones(doc: MonthlyDocument) -> Table:
    """表7-2."""
    return _zones(doc, coded.cluster_zones(doc), "各片区组团", 34, ("营业收入", "地方税收"))


def space_zones(doc: MonthlyDocument) -> Table:
    """表8-6."""
    return _zones(doc, coded.space_zones(doc), "各片区用地", 32)


def sharing_zones(doc: MonthlyDocument) -> Table:
    """表5-4."""
    return _zones(doc, coded.sharing_zones(doc), "各片区分享收付", 66)


def outside_zones(doc: MonthlyDocument) -> Table:
    """表4-5."""
    table = _zones(replace(doc, missing=()), coded.outside_zones(doc), "本年与外省市之间已落地的迁移", 36)
    return replace(table, note="按本市分园所在片区；另一方不在本市，不进表4-1，不参与区际结算。" + table.note)


def outside_cases(doc: MonthlyDocument) -> Table:
    """表4-6: every case of the year with a party outside the city."""
    rows = tuple(
        Row(
            (
                c.number, c.company, c.direction, c.park.removesuffix("园"), c.place, c.nature or NONE, c.state,
                c.opened_on.isoformat(), c.landed_on.isoformat() if c.landed_on else NONE, c.answer, c.sharing or "不分享",
            )
        )
        for c in doc.outside
    )  # fmt: skip
    columns = (
        Column("案件号", 52, unbroken=True), Column("企业", 78), Column("方向", 34), Column("本市\n分园", 26),
        Column("外省市一方", 50), Column("性质", 34), Column("状态", 34), Column("立案", 48, "center", unbroken=True),
        Column("落地", 48, "center", unbroken=True), Column("对方", 56), Column("分享", 54),
    )  # fmt: skip
    note = "对方意见取自其来文；未答复不影响企业迁移。没有有依据的分享办法，即不分享；有办法的只作试算。"
    return Table("表4-6", "与外省市迁移案件", columns, rows, note=note, size=7, row_height=16)


def move_zones(doc: MonthlyDocument, grouping: Grouping) -> Table:
    """表4-4: moves from zone to zone, and the share that goes the way the plan names."""
    table = coded.move_zones(doc, grouping)
    columns = (Column("迁出\\迁入", 80), *(Column(t, 60, "right") for t, _ in table.columns))
    assert grouping.direction is not None
    found = zone_moves(grouping, doc.move_matrix)
    way = f"由{grouping.direction.from_zone}向{grouping.direction.to_zone}"
    note = f"行为迁出片区，列为迁入片区。{way}{found.along}件，占{percent(found.share)}"
    note += f"（{grouping.direction.citation}）。片区划分依据见表2-2。"
    return Table(
        "表4-4",
        "本年落地案件的片区方向",
        columns,
        _rows(table),
        unit="单位：件",
        note=note,
    )
