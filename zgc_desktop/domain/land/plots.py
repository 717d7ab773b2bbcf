"""Plots and buildings (地块、楼宇): what is registered of each as at a month, and what cannot be so.

Sources: plan 2018–2035, 3.2 (组团), 3.3 (储备、增减挂钩、集体建设用地), 3.4 (政策区), 6.2 (弹性年限、自持比例).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from zgc_desktop.domain.areas import Area, print_area
from zgc_desktop.domain.errors import Refused
from zgc_desktop.domain.periods import Month

KINDS: Final = ("地块", "楼宇")
LEVELS: Final = ("重点发展区", "预留发展区", "小规模创新发展区")
"""The three levels of policy areas (plan 3.4)."""
USES: Final = ("科研", "工业", "商务", "集体", "其他")
OWNERSHIPS: Final = ("国有", "集体")
CONVERSIONS: Final = ("", "未转型", "转型中", "已转型", "流转中", "已流转")
"""State of collective building land (集体建设用地转型、流转); empty for land owned by the state."""
SUPPLIES: Final = ("出让", "租赁", "弹性年期", "先租后让", "划拨", "作价入股", "未供")
STATES: Final = ("在用", "闲置", "储备", "在建")

_FIELD_LIMIT: Final = 10_000
"""Per ten thousand: the whole, for shares kept in 1/10000."""


@dataclass(frozen=True, slots=True)
class Plot:
    """One plot or building as registered for a month. Areas in 1/300 ㎡; None = not stated (未报), never zero.

    ``parent`` is the plot a building or a part stands on; ``ratio_percent`` the floor-area ratio × 100;
    ``self_held`` the share the platform company keeps itself, in 1/10000.
    """

    number: str
    park: str
    as_of: Month
    area: Area
    name: str = ""
    kind: str = "地块"
    cluster: str = ""
    level: str = ""
    use: str = ""
    ownership: str = ""
    conversion: str = ""
    used: Area | None = None
    supply: str = ""
    term_from: date | None = None
    term_to: date | None = None
    ratio_percent: int | None = None
    self_held: int | None = None
    state: str = ""
    idle_since: date | None = None
    available_on: date | None = None
    reserve_reason: str = ""
    parent: str = ""
    output_fen: int | None = None
    note: str = ""
    source: str = ""

    @property
    def free(self) -> Area | None:
        """What is still free; None where the used part was not stated."""
        return None if self.used is None else self.area - self.used


def check_plot(plot: Plot, clusters: Mapping[str, str]) -> tuple[str, ...]:
    """What is wrong with one plot, a sentence each; empty = it can be registered. ``clusters`` gives each cluster's park."""
    found = [*_choices(plot), *_amounts(plot), *_days(plot)]
    if not plot.number.strip():
        found.append("没有地块编号；请按规划图则或不动产单元填写")
    if plot.cluster and plot.cluster not in clusters:
        found.append(f"没有叫“{plot.cluster}”的组团；名称见 zgc catalogue")
    elif plot.cluster and clusters[plot.cluster] != plot.park:
        found.append(f"{plot.cluster}组团属于{clusters[plot.cluster]}，不属于{plot.park}；请核对分园或组团")
    if plot.parent == plot.number and plot.number:
        found.append("所在地块写成了自己；独立地块请留空")
    if not plot.source.strip():
        found.append("没有写明来源；请注明文件或报送表")
    return tuple(found)


def _choices(plot: Plot) -> Iterable[str]:
    fields = (
        ("种类", plot.kind, KINDS),
        ("政策区", plot.level, ("", *LEVELS)),
        ("用途", plot.use, ("", *USES)),
        ("权属", plot.ownership, ("", *OWNERSHIPS)),
        ("转型状态", plot.conversion, CONVERSIONS),
        ("供应方式", plot.supply, ("", *SUPPLIES)),
        ("状态", plot.state, ("", *STATES)),
    )
    for title, value, allowed in fields:
        if value not in allowed:
            yield f"{title}“{value}”不在选项内；可用：{'、'.join(a for a in allowed if a)}"
    if plot.conversion and plot.ownership == "国有":
        yield "国有用地没有集体建设用地的转型状态；请核对权属"


def _amounts(plot: Plot) -> Iterable[str]:
    if plot.area <= 0:
        yield "面积应大于 0；请填公顷数"
    if plot.used is not None and plot.used > plot.area:
        yield f"已用 {print_area(plot.used)} 公顷大于面积 {print_area(plot.area)} 公顷；请核对两栏单位是否一致"
    if plot.self_held is not None and not 0 <= plot.self_held <= _FIELD_LIMIT:
        yield f"自持比例 {plot.self_held / 100:g}% 不在 0 至 100% 之间"
    if plot.ratio_percent is not None and plot.ratio_percent <= 0:
        yield "容积率应大于 0；未知请留空"


def _days(plot: Plot) -> Iterable[str]:
    if plot.term_from and plot.term_to and plot.term_to <= plot.term_from:
        yield f"年期到期日 {plot.term_to} 不晚于起始日 {plot.term_from}；请核对合同"
    if plot.term_to and not plot.term_from:
        yield "有到期日而没有起始日；请补年期起始"
    if plot.state == "闲置" and plot.idle_since is None:
        yield "状态为闲置，但没有闲置起始日，无法计时；请补填"
    if plot.idle_since and plot.state and plot.state != "闲置":
        yield f"有闲置起始日，状态却是{plot.state}；请核对"
    if plot.idle_since and plot.idle_since > plot.as_of.last_day:
        yield f"闲置起始日 {plot.idle_since} 晚于 {plot.as_of} 月末"
    if plot.state == "储备" and not plot.reserve_reason.strip():
        yield "储备地块没有写明储备理由（轨道、机场、发展轴等）"


def plain_key(text: str) -> str:
    """What tells plots (and projects) apart by number or name: width, case and spaces do not."""
    return "".join(unicodedata.normalize("NFKC", text).split()).casefold()


def overlaps(plots: Sequence[Plot]) -> tuple[str, ...]:
    """Plots of one month that cannot stand side by side: one number twice, or parts larger than the plot they stand on."""
    found: list[str] = []
    by_number: dict[str, Plot] = {}
    for plot in plots:
        other = by_number.setdefault(plot.number, plot)
        if other is not plot:
            found.append(f"地块 {plot.number} 重叠：{other.park}与{plot.park}都登记了它；请核实后由一方撤回")
    parts: dict[str, list[Plot]] = {}
    for plot in plots:
        if plot.parent and plot.kind == "地块":
            parts.setdefault(plot.parent, []).append(plot)
    for number, inside in parts.items():
        whole = by_number.get(number)
        if whole is None:
            found.append(f"地块 {inside[0].number} 所在的地块 {number} 没有登记；请先登记该地块")
        elif sum(p.area for p in inside) > whole.area:
            total = print_area(sum(p.area for p in inside), places=4)
            names = "、".join(p.number for p in inside)
            found.append(
                f"地块 {number} 内的 {names} 合计 {total} 公顷，大于 {print_area(whole.area, places=4)} 公顷，相互重叠"
            )
    return tuple(found)


def latest(records: Iterable[Plot], month: Month) -> tuple[Plot, ...]:
    """The newest record of each plot up to a month (a plot stays as registered until it is registered anew), by number."""
    found: dict[str, Plot] = {}
    for plot in records:
        key = plain_key(plot.number)
        if plot.as_of <= month and (key not in found or plot.as_of >= found[key].as_of):
            found[key] = plot
    return tuple(found[number] for number in sorted(found))


def refuse_wrong(plot: Plot, clusters: Mapping[str, str]) -> None:
    """Refused with the first thing wrong and how many more there are."""
    wrong = check_plot(plot, clusters)
    if wrong:
        more = f"另有 {len(wrong) - 1} 处不符" if len(wrong) > 1 else ""
        raise Refused(wrong[0], where=f"{plot.park} 地块 {plot.number or '（无编号）'}", why=more)
