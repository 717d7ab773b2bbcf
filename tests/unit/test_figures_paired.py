"""Paired bars: two plans on one zero line, each with its figure, nothing beyond its place."""

from __future__ import annotations

import pytest

from zgc_desktop.figures.paired import Pair, paired_bars
from zgc_desktop.figures.scene import PRINT, Rect, Text

PAIRS = (
    Pair("海淀", (-120_400, 96_100), ("-12.04", "+9.61"), ("海淀区",)),
    Pair("昌平", (120_400, 0), ("+12.04", "0.00"), ("昌平区",)),
)


def test_bars_go_left_and_right_of_one_line_and_say_their_figure() -> None:
    scene = paired_bars(PAIRS, ("方案A", "方案B"), 500)
    bars = [s for s in scene.shapes if isinstance(s, Rect) and s.fill and not s.key][2:]  # after the squares of the legend
    first, second, third, _ = bars
    assert first.x + first.w == pytest.approx(second.x)  # both start at zero
    assert third.w == pytest.approx(first.w)
    assert {s.text for s in scene.shapes if isinstance(s, Text)} >= {"方案A", "方案B", "-12.04", "+9.61", "0.00"}
    assert scene.alt == "海淀 方案A -12.04，方案B +9.61；昌平 方案A +12.04，方案B 0.00"


def test_a_row_can_be_pointed_at_and_tells_whose_it_is() -> None:
    keyed = list(paired_bars(PAIRS, ("方案A", "方案B"), 500).keyed())
    assert [k.key for k in keyed] == [("海淀区",), ("昌平区",)]
    assert keyed[0].tip == "海淀 方案A -12.04，方案B +9.61"


@pytest.mark.parametrize("width", [180, 320, 900])
def test_nothing_reaches_beyond_the_picture(width: float) -> None:
    for m in (PRINT,):
        scene = paired_bars(PAIRS, ("方案A", "方案B"), width, m=m)
        for s in scene.shapes:
            if isinstance(s, Rect):
                assert s.x >= -0.01
                assert s.x + s.w <= width + 0.01
                assert s.y + s.h <= scene.height + 0.01


def test_one_series_has_no_legend_and_three_are_refused() -> None:
    one = tuple(Pair(p.label, p.values[:1], p.texts[:1], p.key) for p in PAIRS)
    scene = paired_bars(one, ("",), 400)
    assert scene.alt == "海淀 -12.04；昌平 +12.04"
    with pytest.raises(ValueError, match="at most 2"):
        paired_bars(PAIRS, ("甲", "乙", "丙"), 400)
