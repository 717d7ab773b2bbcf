"""Land stock (用地存量): area, free area and output by cluster, park, level or zone, and what was not stated."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from zgc_desktop.domain.areas import UNIT_AREA, Area
from zgc_desktop.domain.land.plots import Plot

_WHOLE = 10_000
"""Self-held shares are kept in 1/10000."""


@dataclass(frozen=True, slots=True)
class Stock:
    """The plots of one group added up. Areas in 1/300 ㎡; ``unstated`` counts plots whose used part was not stated."""

    name: str
    plots: int
    area: Area
    free: Area | None
    unstated: int
    idle: Area
    reserve: Area
    largest_free: Area | None
    self_held: Fraction | None
    output_fen: int | None

    @property
    def output_per_hectare(self) -> Fraction | None:
        """Output in 分 per 公顷 of the plots whose output was stated (地均产出); None where none was."""
        return None if self.output_fen is None or not self.area else Fraction(self.output_fen * UNIT_AREA["公顷"], self.area)


def _lands(plots: Sequence[Plot]) -> list[Plot]:
    """Without buildings and parts whose ground is registered itself, so that no area counts twice."""
    numbers = {p.number for p in plots}
    return [p for p in plots if p.kind == "地块" and p.parent not in numbers]


def add_up(name: str, plots: Sequence[Plot]) -> Stock:
    """The stock of these plots; buildings and parts of a registered plot are not added a second time."""
    own = _lands(plots)
    stated = [p.free for p in own if p.free is not None]
    held = [(p.self_held, p.area) for p in own if p.self_held is not None]
    held_area = sum(area for _, area in held)
    outputs = [p.output_fen for p in own]
    return Stock(
        name,
        len(own),
        sum(p.area for p in own),
        sum(stated) if stated else None,
        len(own) - len(stated),
        sum(p.area for p in own if p.state == "闲置"),
        sum(p.area for p in own if p.state == "储备"),
        max(stated, default=None),
        Fraction(sum(share * area for share, area in held), held_area * _WHOLE) if held_area else None,
        sum(o for o in outputs if o is not None) if own and None not in outputs else None,
    )


def stock_by(plots: Sequence[Plot], group_of: Callable[[Plot], str], order: Sequence[str]) -> tuple[Stock, ...]:
    """One line a group in the given order; a group without a plot is left out, '' is called 未分组."""
    names = [*order, *sorted({group_of(p) for p in plots} - set(order))]
    lines = [(name, [p for p in plots if group_of(p) == name]) for name in names]
    return tuple(add_up(name or "未分组", own) for name, own in lines if own)


@dataclass(frozen=True, slots=True)
class Offer:
    """What a cluster offers companies on a day: free area, the largest single piece, and the plots behind it."""

    cluster: str
    free: Area
    largest: Area
    plots: tuple[str, ...]


def offers(plots: Sequence[Plot], day: date) -> tuple[Offer, ...]:
    """The free space of each cluster that a company could take on a day: no reserve, nothing that comes later.

    Idle land is offered: putting it to use is what the plan asks for (plan 6.2 存量提质增效).
    """
    found: dict[str, list[tuple[Area, str]]] = {}
    for plot in _lands(plots):
        ready = plot.available_on is None or plot.available_on <= day
        if plot.cluster and plot.free and ready and plot.state != "储备":
            found.setdefault(plot.cluster, []).append((plot.free, plot.number))
    return tuple(
        Offer(cluster, sum(a for a, _ in own), max(a for a, _ in own), tuple(n for _, n in own))
        for cluster, own in sorted(found.items())
    )
