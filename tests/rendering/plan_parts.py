"""The parts of the second edition for the sample month: land of sixteen parks in 亩, projects, targets, tasks, zones."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

from zgc_desktop.domain.monthly import MonthlyDocument
from zgc_desktop.domain.monthly_plan import (
    EDITION,
    ClockLine,
    ExitLine,
    LevelLine,
    MeasureLine,
    OweLine,
    PlotLine,
    ProjectLine,
    ReviewSection,
    SpaceLine,
    SpaceSection,
    TargetLine,
    TaskLine,
)
from zgc_desktop.domain.zones import read_groupings

ZONES = Path(__file__).resolve().parents[2] / "resources" / "plan" / "zones.toml"
MU = 200_000
"""One 亩 in 1/300 ㎡: a 公顷 of it has no end of decimals."""


def _plot(n: int, park: str, *, counted: bool = True) -> PlotLine:
    area, used = MU * (31 + 7 * n), MU * (11 + 3 * n)
    return PlotLine(
        f"P-{n:02d}{'' if counted else '-B'}", "", park, "", "", "工业", "国有", area, used, area - used, "出让",
        date(2010, 1, 1), date(2027, 1, 1), 250, 4000, "在用", None, counted,
    )  # fmt: skip


def _space(doc: MonthlyDocument) -> SpaceSection:
    plots = [_plot(n, park) for n, park in enumerate(doc.parks) if park != "延庆园"]
    lines = [
        SpaceLine(p.park, p.park, "分园", 1, p.area, p.used, p.free, 0, 0, p.area if n == 3 else 0, Fraction(2, 5), 1, 0)
        for n, p in enumerate(plots)
    ]
    sums = [sum(getattr(p, name) or 0 for p in plots) for name in ("area", "used", "free")]
    whole = SpaceLine(
        "合计", "", "合计", len(plots), sums[0], sums[1], sums[2], 0, 0, plots[3].area, Fraction(2, 5), len(plots), 0
    )
    clock = ClockLine("将到期", "P-00", "东城园", "", plots[0].area, "年期将于 2027-01-01 届满，余 2 个整月", "示例依据")
    return SpaceSection((*lines, whole), (clock,), (*plots, _plot(0, "东城园", counted=False)), (), ("延庆园",))


def _review() -> ReviewSection:
    met = MeasureLine("投资强度", "万元/公顷", "1,500.00", "1,500.00", "达到", "")
    failed = MeasureLine("地均产出", "万元/公顷", "3,000.00", "2,999.99", "未达到", "低于标准 0.01 万元/公顷")
    project = ProjectLine(
        "XM-2026-001", "智能装备一期", "昌平园", "昌平新城", "先进制造", date(2026, 3, 2), "会审",
        "昌平园 · 先进制造 2026-01-01 起",
        (met, failed, MeasureLine("节能审查", "", "须通过", "有", "达到", "")), "不符合", False, 3_000_000_000, MU * 30,
    )  # fmt: skip
    owe = OweLine("XM-2026-001 智能装备一期", "附条件", "补能评", "昌平园", date(2026, 11, 1), "黄", "签约前销号")
    return ReviewSection(
        (project,), (owe,), (ExitLine("某项目", "未达产", date(2026, 8, 1), date(2026, 12, 1), "整改期内"),), (), 1
    )


def second_edition(doc: MonthlyDocument) -> MonthlyDocument:
    """The document with every part of the second edition; its figures tie with those it has."""
    target = TargetLine(
        "2015-revenue", "示范区总收入", "发展规划纲要二（三）", "可测", 2015, "万亿元", Fraction(3), Fraction(13, 10), 2009,
        Fraction(2), Fraction(7, 17), "数据不全", "当年累计营业收入之和", "2万亿元", (),
    )  # fmt: skip
    words = dict(doc.sentences) | {
        "land": ("在册用地16宗。",),
        "targets": ("两份规划的目标1项。",),
        "matters": ("跟踪任务1项：红1项。",),
    }
    return replace(
        doc,
        edition=EDITION,
        sentences=words,
        space=_space(doc),
        review=_review(),
        levels=(LevelLine("永丰", "重点发展区", "建议退出", "得分 59.99，低于退出线 60.00", "示例方案", ""),),
        area_levels=(("永丰", "重点发展区"),),
        targets=(target,),
        tasks=(TaskLine("复核基数", "财政局", date(2026, 10, 1), "领导小组 2026-09-01", "红", "逾期 30 天"),),
        zones=read_groupings(tomllib.loads(ZONES.read_text(encoding="utf-8"), parse_float=Decimal), ZONES.name, doc.parks),
        parties=tuple((p, "北京经济技术开发区" if p == "亦庄园" else f"{p.removesuffix('园')}区") for p in doc.parks),
        left_out=doc.left_out[3:],
    )
