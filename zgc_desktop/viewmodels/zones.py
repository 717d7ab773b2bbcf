"""片区 as read on the screen: a zone a line, and what every table says of it."""

from __future__ import annotations

from typing import Final

from zgc_desktop.domain.areas import in_unit, print_area
from zgc_desktop.domain.zone_sums import ZoneLine
from zgc_desktop.viewmodels.columns import Column


def named(line: ZoneLine) -> str:
    """``合计（不含通州园）``: the zone, and whom its figures lack; a zone of which nobody is in has no figures to qualify."""
    gone = [park for park, _ in line.missing]
    if not gone or len(gone) == len(line.parks):
        return line.zone
    return f"{line.zone}（不含{gone[0]}）" if len(gone) == 1 else f"{line.zone}（不含 {len(gone)} 园）"


ZONE_COLUMNS: Final[tuple[Column[ZoneLine], ...]] = (
    Column("grouping", "划分", lambda x: x.grouping or None, width=110, facet=True, tip=lambda x: x.cited),
    Column("zone", "片区", named, least=110),
    Column("companies", "企业", lambda x: x.companies, "number", 72, unit=""),
    Column("tax", "地方税收", lambda x: x.tax_fen, "money", 140, unit="万元"),
    Column("tiers", "梯队", lambda x: x.tiers, "number", 64, unit=""),
    Column("out", "迁出", lambda x: x.out, "number", 68, tip=lambda x: "本年落地、迁到别的片区的案件"),
    Column("into", "迁入", lambda x: x.into, "number", 68, tip=lambda x: "本年落地、由别的片区迁来的案件"),
    Column("net", "净迁入", lambda x: x.net, "number", 76),
    Column("way", "规划方向", lambda x: x.way or None, width=84),
    Column("outside", "外省市净迁入", lambda x: x.outside, "number", 104),
    Column("pays", "分享应付", lambda x: x.pays, "money", 140, unit="万元", hidden=True),
    Column("gets", "分享应收", lambda x: x.gets, "money", 140, unit="万元", hidden=True),
    Column("net_fen", "分享净额", lambda x: x.net_fen, "money", 140, unit="万元"),
    Column(
        "free",
        "可用（公顷）",
        lambda x: None if x.free is None else in_unit(x.free, "公顷"),
        "number",
        96,
        show=lambda x: "—" if x.free is None else print_area(x.free),
    ),
)


def zone_facts(line: ZoneLine) -> list[tuple[str, str]]:
    """The figures of every table about the zone, its parks and where the grouping is from."""
    parks = [("分园", "、".join(line.parks))]
    parks += [("不含", "、".join(f"{park}（{why}）" for park, why in line.missing))] if line.missing else []
    return [*parks, *line.facts, ("划分依据", line.cited)]
