"""Mechanisms of both plans that group the parks: supported towns, the direction of moves, north and south."""

from __future__ import annotations

from datetime import date

from tests.scenarios.conftest import TODAY
from zgc_desktop.domain.zones import zone_moves
from zgc_desktop.services import registers, zones
from zgc_desktop.services.context import AppContext

DAY = date(2026, 10, 1)


def test_row_16_supported_towns_are_a_group_of_parks_with_tags(office: AppContext) -> None:
    """平原新城是一个片区，高教园区、副中心是组团标签；迁移和空间按片区看。"""
    structure = next(g for g in zones.groupings(office) if g.direction is not None)
    assert [structure.zone_of(p) for p in ("房山园", "大兴园", "亦庄园", "顺义园", "昌平园")] == ["平原新城"] * 5
    registers.register(office, "组团标签", "张家湾", {"标签": "副中心"}, source="规划 3.1", from_day=DAY)
    tags = next(r for r in registers.registers(office, TODAY) if r.kind.key == "tags")
    assert ("张家湾", "副中心") in [(e.subject, e.value("tag")) for e in tags.entries]


def test_row_17_moves_are_counted_along_the_planned_direction(office: AppContext) -> None:
    """由中心城区向平原新城适度转移：按片区数迁移，占比是分数，反向的另列。"""
    structure = next(g for g in zones.groupings(office) if g.direction is not None)
    moves = zone_moves(structure, [("海淀园", "昌平园", 3), ("大兴园", "朝阳园", 1), ("海淀园", "朝阳园", 2)])
    assert (moves.along, moves.across, moves.whole) == (3, 4, 6)
    assert moves.share == moves.along / moves.whole


def test_row_83_parks_are_grouped_into_north_and_south(office: AppContext) -> None:
    """北部、南部聚集区：分园归片，各片和未列入的加起来是 17 个。"""
    belts = next(g for g in zones.groupings(office) if g.zone_of("海淀园").startswith("北部"))
    assert belts.zone_of("昌平园") == belts.zone_of("海淀园")
    assert belts.zone_of("大兴园").startswith("南部")
    rows = belts.rows(list(office.catalogue.parks))
    assert sum(len(z.parks) for z in rows) == 17
