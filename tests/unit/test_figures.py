"""Pictures as data: what lies where, what can be pointed at, and what missing values look like."""

from __future__ import annotations

from fractions import Fraction

import pytest

from zgc_desktop.figures.bars import Bar, difference_bars, fold_small, horizontal_bars, stacked_bar
from zgc_desktop.figures.grids import TILES, HeatCell, even_bounds, heat_grid, heat_step, tile_map
from zgc_desktop.figures.lines import Series, line_chart, sparkline
from zgc_desktop.figures.scene import PRINT, Dot, Line, Polyline, Rect, Scene, Text, hit, shortened, text_width


def texts(scene: Scene) -> list[str]:
    return [s.text for s in scene.shapes if isinstance(s, Text)]


def filled(scene: Scene) -> list[Rect]:
    return [s for s in scene.shapes if isinstance(s, Rect) and s.fill]


def inside(scene: Scene) -> bool:
    """Whether every text and box of the scene lies within its frame (text widths are the layout's own estimate)."""
    for s in scene.shapes:
        if isinstance(s, Rect):
            ok = s.x >= -0.01 and s.y >= -0.01 and s.x + s.w <= scene.width + 0.01 and s.y + s.h <= scene.height + 0.01
        elif isinstance(s, Text):
            w = text_width(s.text, s.size, bold=s.bold)
            left = s.x - {"start": 0.0, "middle": w / 2, "end": w}[s.anchor]
            ok = left >= -1 and left + w <= scene.width + 1 and 0 <= s.y <= scene.height
        else:
            ok = True
        if not ok:
            return False
    return True


PARKS = [
    Bar("海淀园", 12_000_000, "12.00", ("海淀园",)),
    Bar("朝阳园", 6_000_000, "6.00", ("朝阳园",)),
    Bar("通州园", None, "", ("通州园",)),
    Bar("延庆园", 0, "0.00", ("延庆园",)),
]


def test_a_bar_half_as_large_is_half_as_long() -> None:
    longest, half, zero = filled(horizontal_bars(PARKS, 400))
    assert half.w == pytest.approx(longest.w / 2)
    assert zero.w == 0


def test_a_park_that_did_not_report_is_said_so_and_not_drawn_as_zero() -> None:
    scene = horizontal_bars(PARKS, 400)
    assert "未报" in texts(scene)
    assert [s for s in scene.shapes if isinstance(s, Rect) and s.dashed]
    assert "通州园 未报" in scene.alt
    assert "延庆园 0.00" in scene.alt


def test_pointing_at_a_row_finds_its_park() -> None:
    scene = horizontal_bars(PARKS, 400)
    found = hit(scene, 200, 26 * 1.5)
    assert found is not None
    assert found.key == ("朝阳园",)
    assert found.tip == "朝阳园 6.00"
    assert hit(scene, 200, 26 * 9) is None


def test_negative_values_are_refused_where_length_cannot_show_them() -> None:
    with pytest.raises(ValueError, match="difference_bars"):
        horizontal_bars([Bar("昌平园", -1, "-0.01")], 300)


def test_differences_grow_left_and_right_of_one_zero_line() -> None:
    scene = difference_bars([Bar("海淀园", -300, "-3"), Bar("昌平园", 600, "6")], 400)
    (zero,) = [s for s in scene.shapes if isinstance(s, Line)]
    left, right = filled(scene)
    assert left.x + left.w == pytest.approx(zero.x1)
    assert right.x == pytest.approx(zero.x1)
    assert right.w == pytest.approx(2 * left.w)
    assert left.fill != right.fill
    assert inside(scene)


def test_differences_of_one_sign_use_the_whole_width() -> None:
    scene = difference_bars([Bar("昌平园", 600, "6"), Bar("顺义园", None, "")], 400)
    (bar,) = filled(scene)
    assert bar.w > 300
    assert inside(scene)


def test_the_parts_of_a_structure_fill_the_bar_in_the_given_order() -> None:
    scene = stacked_bar([Bar("信息", 50, "50 %"), Bar("制造", 30, "30 %"), Bar("其他", 20, "20 %")], 300)
    parts = [r for r in filled(scene) if r.y == 0]
    assert [p.fill for p in parts] == ["chart0", "chart1", "chart4"]
    assert parts[1].x == pytest.approx(150)
    assert parts[-1].x + parts[-1].w == pytest.approx(298.5)
    assert texts(scene) == ["信息", "50 %", "制造", "30 %", "其他", "20 %"]


def test_more_than_five_parts_are_folded_into_others() -> None:
    many = [Bar(f"行业{n}", n, str(n)) for n in range(1, 9)]
    with pytest.raises(ValueError, match="其他"):
        stacked_bar(many, 300)
    folded = fold_small(many, "10")
    assert [b.label for b in folded] == ["行业8", "行业7", "行业6", "行业5", "其他"]
    assert folded[-1].value == 10
    assert "行业1" in folded[-1].tip


def test_a_month_without_a_report_breaks_the_line() -> None:
    scene = sparkline([1, 2, None, 4, 5, None, 7, None, 9, 9], 100, 36)
    runs = [s for s in scene.shapes if isinstance(s, Polyline)]
    assert [len(r.points) for r in runs] == [2, 2, 2]
    alone, last = [s for s in scene.shapes if isinstance(s, Dot)]
    assert last.x == pytest.approx(96)
    assert alone.x < last.x


@pytest.mark.parametrize("values", [[], [None, None], [7], [3, 3, 3]])
def test_a_line_of_nothing_one_or_equal_values_still_lays_out(values: list[int | None]) -> None:
    assert inside(sparkline(values, 100, 36))


def test_lines_carry_their_names_apart_and_each_point_its_figure() -> None:
    months = [f"{m}月" for m in range(1, 13)]
    same = tuple(range(12))
    series = [Series("本年", same, tuple(map(str, same)), ("本年",)), Series("上年", same, tuple(map(str, same)), ("上年",))]
    scene = line_chart(months, series, 600, 240, ticks=[(0, "0"), (10, "10")])
    names = [s for s in scene.shapes if isinstance(s, Text) and s.text in {"本年", "上年"}]
    assert abs(names[0].y - names[1].y) > 12
    dots = [s for s in scene.shapes if isinstance(s, Dot) and s.key == ("本年", "12月")]
    assert dots[0].tip == "12月 本年 11"
    assert inside(scene)


def test_month_names_that_would_touch_are_thinned_but_the_last_stays() -> None:
    months = [f"2026-{m:02d}" for m in range(1, 13)]
    scene = line_chart(months, [Series("税收", tuple(range(12)))], 260, 160)
    shown = [t for t in texts(scene) if t.startswith("2026")]
    assert len(shown) < 12
    assert shown[-1] == "2026-12"


def test_heat_follows_rank_and_equal_values_share_a_shade() -> None:
    bounds = even_bounds([1, 2, 3, 4, 5, 5, 5])
    assert [heat_step(v, bounds) for v in (1, 2, 3, 4, 5)] == [0, 1, 2, 3, 4]
    assert even_bounds([]) == ()
    assert heat_step(Fraction(7), even_bounds([7, 7])) == 2


def test_a_heat_grid_tells_nothing_not_reported_and_negative_apart() -> None:
    cells = [HeatCell(100, "1.00"), HeatCell(None, key=("a",)), HeatCell(None, reported=False), HeatCell(-5, "-0.05")]
    scene = heat_grid(["海淀", "西城", "通州", "朝阳"], [("昌平", cells)], 500, corner="应付 / 应收")
    assert "未报" in texts(scene)
    assert "-0.05" in texts(scene)
    assert next(s for s in scene.shapes if isinstance(s, Text) and s.text == "-0.05").fill == "error"
    assert [s for s in scene.shapes if isinstance(s, Dot)]
    assert inside(scene)


def test_the_tile_map_shows_every_park_once_and_says_it_is_no_map() -> None:
    assert len(TILES) == 17
    assert len(set(TILES.values())) == 17
    scene = tile_map({"海淀园": HeatCell(9, "9.00", key=("海淀园",))}, 400, 360)
    assert {"方位示意", "非地图"} <= set(texts(scene))
    assert texts(scene).count("未报") == 16
    haidian = next(s for s in filled(scene) if s.key == ("海淀园",))
    found = hit(scene, haidian.x + 5, haidian.y + 5)
    assert found is haidian


def test_only_names_are_ever_cut() -> None:
    assert shortened("北京经济技术开发区", 40, 12).endswith("…")
    assert text_width(shortened("北京经济技术开发区", 40, 12), 12) <= 40
    assert shortened("海淀园", 100, 12) == "海淀园"


def test_paper_is_laid_out_smaller_than_the_window() -> None:
    assert horizontal_bars(PARKS, 400, m=PRINT).height < horizontal_bars(PARKS, 400).height
