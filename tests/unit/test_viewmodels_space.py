"""How 组团空间 reads: tiles in their unit, structures that add up, what is missing said as missing."""

from __future__ import annotations

from fractions import Fraction

import pytest

from zgc_desktop.bootstrap import load_catalogue
from zgc_desktop.domain.catalogue import Catalogue
from zgc_desktop.domain.money import UNIT_FEN
from zgc_desktop.domain.periods import Month
from zgc_desktop.domain.placement import Group, focus_fit_of
from zgc_desktop.figures.multiples import Small, small_multiples
from zgc_desktop.figures.scene import Rect, Text
from zgc_desktop.paths import resources_dir
from zgc_desktop.viewmodels import space as vm

OCTOBER = Month(2026, 10)
WAN, YI = UNIT_FEN["万元"], UNIT_FEN["亿元"]


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load_catalogue(resources_dir())


def firm(industry: str, revenue: int | None, *, cluster: str = "永丰") -> Group:
    return Group("海淀园", cluster, industry, 1, int(revenue is not None), revenue, 1, 100)


def view(catalogue: Catalogue, *firms: Group) -> vm.SpaceView:
    made = vm.space_view(catalogue, OCTOBER, focus_fit_of(firms, catalogue), firms, (), ())
    clusters = tuple(vm.ClusterItem(c.cluster, c.fit, True, c.parts, c.contradictions) for c in made.clusters)
    return vm.SpaceView(OCTOBER, clusters, made.parks, ())


def cluster(found: vm.SpaceView, name: str) -> vm.ClusterItem:
    return next(c for c in found.clusters if c.cluster.name == name)


def test_the_structure_is_by_revenue_and_folds_small_parts_into_one(catalogue: Catalogue) -> None:
    names = [*catalogue.industries][:6]
    found = view(catalogue, *(firm(name, (10 - n) * WAN) for n, name in enumerate(names)))
    shown = vm.structure(cluster(found, "永丰"))
    assert shown is not None
    assert shown.title == "收入结构"
    assert [b.label for b in shown.bars[:2]] == ["信息", "生物"]
    assert shown.bars[-1].label == "其他"
    assert shown.bars[-1].text == "24 %"
    assert sum(Fraction(b.value or 0) for b in shown.bars) == 45 * WAN


def test_where_a_revenue_is_missing_the_structure_counts_companies(catalogue: Catalogue) -> None:
    found = view(catalogue, firm("新材料", None), firm("先进制造", WAN), firm("不知道", WAN))
    shown = vm.structure(cluster(found, "永丰"))
    assert shown is not None
    assert shown.title == "企业结构"
    assert {b.label for b in shown.bars} == {"材料", "制造", vm.UNKNOWN}
    assert vm.structure(cluster(found, "翠湖")) is None


@pytest.mark.parametrize(
    ("fen", "title", "text"),
    [
        (YI * 2318 + YI * 45 // 100, "收入（亿元）", "2,318.5"),
        (WAN * 1234, "收入（万元）", "1,234"),
        (-YI * 2, "收入（亿元）", "-2.0"),
    ],
)
def test_a_tile_prints_its_figure_in_the_unit_of_the_map(fen: int, title: str, text: str) -> None:
    parks = (vm.ParkItem("海淀园", "in", 3, fen, None, Fraction(2, 3)), vm.ParkItem("通州园", "missing", 0, None, None, None))
    assert vm.metric_titles(parks)[0] == title
    cells = vm.tiles(parks, "revenue")
    assert cells["海淀园"].text == text
    assert not cells["通州园"].reported
    assert vm.tiles(parks, "focus")["海淀园"].text == "67 %"
    assert vm.tiles(parks, "tax")["海淀园"].value is None


def test_what_the_plan_does_not_say_is_said_to_be_so(catalogue: Catalogue) -> None:
    found = view(catalogue)
    airport = cluster(found, "大兴临空")
    assert vm.modes_text(airport.cluster) == "—（未载明）"
    assert dict(vm.basis(airport))["补充式、填空式招引"] == "先进制造、生物与健康"
    assert dict(vm.figures(airport))["定位内占比"] == "—"
    ((title, said),) = vm.contradiction_lines(airport)
    assert title.startswith("K")
    assert said.endswith("尚未裁定。")


def test_little_lines_share_their_scale_of_months_and_say_what_is_missing() -> None:
    cells = (Small("永丰", (1, None, 3), "3 %", "永丰：1 → 3"), Small("翠湖", (None, None, None), "—"))
    scene = small_multiples(cells, 320, chosen="永丰")
    assert [s.key for s in scene.keyed()] == [("永丰",), ("翠湖",)]
    assert "未报" in [s.text for s in scene.shapes if isinstance(s, Text)]
    assert max(s.x + s.w for s in scene.shapes if isinstance(s, Rect)) <= scene.width
