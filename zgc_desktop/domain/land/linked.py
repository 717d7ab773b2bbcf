"""Linked plots (增减挂钩): what is given up and what is built for it, in balance per group (plan 3.3)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from zgc_desktop.domain.areas import Area, print_area
from zgc_desktop.domain.errors import Refused

REDUCED, ADDED = "减少", "新增"
SIDES: Final = (REDUCED, ADDED)


@dataclass(frozen=True, slots=True)
class LinkedPlot:
    """One plot's part in a group: how much it gives up or adds, when that is done (None = planned), at what cost in 分."""

    group: str
    number: str
    park: str
    side: str
    area: Area
    done_on: date | None = None
    cost_fen: int | None = None
    source: str = ""
    id: int = 0


@dataclass(frozen=True, slots=True)
class LinkedBalance:
    """A group's account: planned and done on both sides; cost is None when any part's cost was not stated."""

    group: str
    reduced: Area
    added: Area
    reduced_done: Area
    added_done: Area
    cost_fen: int | None
    plots: tuple[LinkedPlot, ...]

    @property
    def left(self) -> Area:
        """What may still be added for what is given up; negative = more is added than given up."""
        return self.reduced - self.added

    @property
    def left_done(self) -> Area:
        """The same over what is really done."""
        return self.reduced_done - self.added_done

    @property
    def sentence(self) -> str:
        """The balance in words."""
        if self.left < 0:
            return f"新增大于减少 {print_area(-self.left, places=4)} 公顷，须补减少地块"
        if self.left_done < 0:
            return f"已新增先于已减少 {print_area(-self.left_done, places=4)} 公顷，减少地块须抓紧落实"
        return f"尚可新增 {print_area(self.left, places=4)} 公顷" if self.left else "平衡"


def check_linked(linked: LinkedPlot, others: Sequence[LinkedPlot]) -> None:
    """Refused, naming what is wrong, unless the plot can stand in its group beside the others."""
    where = f"挂钩组 {linked.group or '（未命名）'} 地块 {linked.number}"
    if not linked.group.strip() or not linked.number.strip():
        raise Refused("没有写明挂钩组或地块编号", where=where)
    if linked.side not in SIDES:
        raise Refused(f"“{linked.side}”不是挂钩的一侧", where=where, advice=f"可用：{'、'.join(SIDES)}")
    if linked.area <= 0:
        raise Refused("面积应大于 0", where=where)
    if not linked.source.strip():
        raise Refused("没有写明来源", where=where, advice="请注明批复文件")
    if any(o.group == linked.group and o.number == linked.number and o.side == linked.side for o in others):
        raise Refused(f"该地块在本组{linked.side}一侧已登记", where=where, advice="要改面积，请先撤回原记录并写明理由")


def balances(plots: Sequence[LinkedPlot]) -> tuple[LinkedBalance, ...]:
    """The account of every group, by name."""
    found = []
    for group in sorted({p.group for p in plots}):
        own = tuple(p for p in plots if p.group == group)
        costs = [p.cost_fen for p in own]
        found.append(
            LinkedBalance(
                group,
                sum(p.area for p in own if p.side == REDUCED),
                sum(p.area for p in own if p.side == ADDED),
                sum(p.area for p in own if p.side == REDUCED and p.done_on),
                sum(p.area for p in own if p.side == ADDED and p.done_on),
                sum(c for c in costs if c is not None) if None not in costs else None,
                own,
            )
        )
    return tuple(found)
