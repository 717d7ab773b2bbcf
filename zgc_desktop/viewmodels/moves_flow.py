"""流向 in 迁移协调: how many cases go from each park to each other one, as cells of a heat grid."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from zgc_desktop.domain.moves import CaseState, MoveCase
from zgc_desktop.figures.grids import HeatCell
from zgc_desktop.viewmodels.moves import short_park

_DONE = (CaseState.LANDED, CaseState.SHARING, CaseState.CLOSED)
NAMES_SHOWN = 3


def flows(cases: Iterable[MoveCase]) -> dict[tuple[str, str], list[MoveCase]]:
    """(move-out park, move-in park) -> its cases; withdrawn ones went nowhere."""
    found: dict[tuple[str, str], list[MoveCase]] = {}
    for case in cases:
        if case.state is not CaseState.WITHDRAWN:
            found.setdefault((case.from_park, case.to_park), []).append(case)
    return found


def grid(cases: Iterable[MoveCase], parks: Sequence[str]) -> tuple[tuple[str, tuple[HeatCell, ...]], ...]:
    """One row a park that companies leave, one cell a park they go to; in the order of the plan."""
    found = flows(cases)
    return tuple((short_park(out), tuple(_cell(out, into, found.get((out, into), ())) for into in parks)) for out in parks)


def _cell(out: str, into: str, cases: Sequence[MoveCase]) -> HeatCell:
    if not cases:
        return HeatCell(None)
    names = "、".join(c.name for c in cases[:NAMES_SHOWN]) + (f"等 {len(cases)} 家" if len(cases) > NAMES_SHOWN else "")
    landed = sum(1 for c in cases if c.state in _DONE)
    tip = f"{out} → {into}：{len(cases)} 件，已落地 {landed} 件\n{names}"
    return HeatCell(len(cases), str(len(cases)), key=(out, into), tip=tip)


def net(cases: Iterable[MoveCase], parks: Sequence[str]) -> dict[str, int]:
    """Each park's cases coming in less those going out."""
    sums = dict.fromkeys(parks, 0)
    for (out, into), listed in flows(cases).items():
        sums[out] = sums.get(out, 0) - len(listed)
        sums[into] = sums.get(into, 0) + len(listed)
    return sums


def sentence(cases: Sequence[MoveCase], parks: Sequence[str]) -> str:
    """共 8 件，5 个方向；净迁入最多 昌平 +2，净迁出最多 海淀 -3."""
    found = flows(cases)
    total = sum(len(listed) for listed in found.values())
    if not total:
        return "没有案件"
    sums = net(cases, parks)
    most, least = max(sums, key=lambda p: sums[p]), min(sums, key=lambda p: sums[p])
    said = f"共 {total} 件，{len(found)} 个方向"
    if sums[most] > 0:
        said += f"；净迁入最多 {short_park(most)} +{sums[most]}，净迁出最多 {short_park(least)} {sums[least]}"
    return said


def route_words(out: str, into: str) -> str:
    """A direction as the list of cases writes it."""
    return f"{short_park(out)} → {short_park(into)}"
