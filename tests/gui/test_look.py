"""The look is measured: contrast of every token pair, nothing clipped at the usual sizes, light and dark, pictures kept."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from itertools import pairwise, product
from pathlib import Path
from typing import NamedTuple

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QLineEdit, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from tests.gui.every_page import contrast, cut_words, luminance
from zgc_desktop.domain.periods import Month
from zgc_desktop.figures import bars, grids
from zgc_desktop.figures.lines import Series, line_chart, sparkline
from zgc_desktop.figures.scene import Rect, Scene
from zgc_desktop.ui import theme
from zgc_desktop.ui.commands import PAGES
from zgc_desktop.ui.main_window import MainWindow
from zgc_desktop.ui.pages.base import Page, Shell
from zgc_desktop.ui.scene_view import SceneView
from zgc_desktop.ui.table.pane import TablePane
from zgc_desktop.ui.table.view import DataTable
from zgc_desktop.ui.widgets.bands import ProgressStrip, Ribbon
from zgc_desktop.ui.widgets.basic import (
    Chip,
    Tabs,
    button,
    card,
    figure,
    label,
    legend,
    page_head,
    plain_card,
)
from zgc_desktop.ui.widgets.layout import col, page_body, row
from zgc_desktop.ui.widgets.marks import Badge
from zgc_desktop.ui.widgets.stage_bar import Stage, StageBar
from zgc_desktop.viewmodels.columns import Cell, Column, Mark

MODES: tuple[theme.Mode, ...] = ("light", "dark")
SIZES = ((1440, 900), (1366, 768))
NAMES = "东城 西城 海淀 朝阳 丰台 石景山 通州 亦庄 大兴 昌平 顺义 房山 怀柔 密云 门头沟 平谷 延庆"
PARKS = tuple(f"{name}园" for name in NAMES.split())
MARKS: tuple[Mark, ...] = ("error", "warn", "info", "pass", "none")


# ---- contrast -----------------------------------------------------------------------------------------------------------


def pairs() -> Iterator[tuple[str, str, float]]:
    """(ink, ground, least ratio) of everything the window puts on something: WCAG AA, 3 for shapes."""
    grounds = ("surface", "bg", "rail", "sunken", "hover", "accent_soft")
    yield from ((ink, ground, 4.5) for ink, ground in product(("text", "text2", "text3", "accent"), grounds))
    for mark in MARKS:
        yield from ((mark, ground, 4.5) for ground in (f"{mark}_soft", "surface"))
        yield from ((f"{mark}_mark", ground, 3.0) for ground in ("surface", "accent_soft", f"{mark}_soft"))
        yield "text", f"{mark}_soft", 4.5
    yield from (("on_toast", "toast", 4.5), ("toast_link", "toast", 4.5))
    yield from (("on_accent", "accent_fill", 4.5), ("on_accent", "accent_press", 4.5))
    yield from (("control", "surface", 3.0), ("control", "bg", 3.0), ("accent", "surface", 3.0))
    yield from ((f"heat_text{n}", f"heat{n}", 4.5) for n in range(5))


@pytest.mark.parametrize("mode", MODES)
def test_every_word_and_mark_reads_on_its_ground(mode: theme.Mode) -> None:
    colours = theme.load(mode)
    short = [
        f"{ink} on {ground}: {contrast(colours.hex(ink), colours.hex(ground)):.2f} < {least}"
        for ink, ground, least in pairs()
        if contrast(colours.hex(ink), colours.hex(ground)) < least
    ]
    assert short == []


@pytest.mark.parametrize("mode", MODES)
def test_chart_colours_keep_their_order_in_grey(mode: theme.Mode) -> None:
    colours = theme.load(mode)
    grey = [116 * luminance(colours.hex(f"chart{n}")) ** (1 / 3) - 16 for n in range(5)]
    steps = [b - a for a, b in pairwise(grey)]
    assert all(s > 10 for s in steps) or all(s < -10 for s in steps)


def test_both_modes_have_the_same_names_and_only_the_theme_knows_colours(root: Path) -> None:
    assert set(theme.load("light").colours) == set(theme.load("dark").colours)
    hard_coded = re.compile(r"\"#[0-9A-Fa-f]{3,8}\"|rgb\(")
    sources = {f.name: f.read_text(encoding="utf-8") for f in (root / "zgc_desktop" / "ui").rglob("*.py")}
    icons = {f.name: f.read_text(encoding="utf-8") for f in (root / "resources" / "icons").glob("*.svg")}
    with_colours = [name for name, text in sources.items() if hard_coded.search(text)]
    with_colours += [name for name, text in icons.items() if "currentColor" not in text or hard_coded.search(text)]
    assert with_colours == []


def test_every_icon_the_window_names_exists(root: Path) -> None:
    have = {f.stem for f in (root / "resources" / "icons").glob("*.svg")}
    assert {e.icon for e in PAGES} | {n for n, _ in theme.ART} | {"search", "sun", "moon", "help", "close"} <= have


# ---- pages with invented content, built of every widget -----------------------------------------------------------------


class Firm(NamedTuple):
    code: str
    name: str
    tax: int | None
    state: str


class Desk(Page):
    """The building blocks of 工作台."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        stages = StageBar()
        stages.set_stages(
            [Stage("open", "开放", "10-25", "done", 1), Stage("in", "接收", "16 / 17 园", "now", 0.94)]
            + [Stage(n, n, "未开始", "later") for n in ("校验", "合并", "结算", "核定", "发布")]
        )
        sheets = ("企业", "税收", "迁移", "梯队", "空间", "自检")
        columns = [Column[str]("park", "分园", lambda r: r.removesuffix("园"), width=84)]
        columns += [Column[str](s, s, lambda r: "", cell=_sheet_cell, align_as="center", least=60) for s in sheets]
        grid = DataTable(columns, lambda r: r, name="报送格局", row_height=theme.sizes().row_s)
        grid.set_rows(PARKS)
        marks = legend([("pass", "通过"), ("error", "错误数"), ("warn", "警告数"), ("none", "未到")])
        right = card("报送格局", grid.fit(), note="17 园，已报 16 园", tools=[marks])
        forward = button("推进到合并")
        forward.setEnabled(False)
        head = page_head(
            "工作台",
            note="报送截止 11-08（周五），还有 1 个工作日",
            tools=[label("推进前还缺：1 园未到，61 项未处理", "note"), forward, button("打开下一件", role="primary")],
        )
        left = col(self._bands(), self._numbers(), self._pictures(), None, gap=12)
        self.put(page_body(head, plain_card(row((stages, 1)), (16, 2, 8, 2)), row((left, 1), (right, 1), gap=12)))

    def _bands(self) -> QWidget:
        ribbon, strip = Ribbon(), ProgressStrip()
        ribbon.stale("参数已变更，当前结果按旧参数计算", lambda: None)
        strip.start("解析")
        strip.advance(12, 17, "昌平园10月.xlsx")
        chips = row(Chip("", "error", 61, on=True), Chip("", "warn", 22), Badge("pass"), Badge("tag", "政府主导"), None)
        return card("条带", col(ribbon, strip, chips, Tabs(["结算", "对账单", "模拟"]), margins=(16, 0, 16, 12)))

    def _numbers(self) -> QWidget:
        spark = SceneView(lambda w, h: sparkline([1, 3, 2, None, 5, 4, 6], w, h), height=36)
        one = figure("本月入库税收", "184,203.11", "万元", "同比 +4.8 %，近 12 月", spark)
        return plain_card(row((one, 1), (figure("迁移在办", "23", "件", "较上月 -2 件"), 1), gap=28))

    def _pictures(self) -> QWidget:
        gains = [
            bars.Bar("海淀园", 1200, "+12.00", ("海淀园",)),
            bars.Bar("通州园", None, ""),
            bars.Bar("昌平园", -620, "-6.20"),
        ]
        return card("各园", SceneView(lambda w, h: bars.difference_bars(gains, w), height=90), body_margins=(16, 0, 16, 8))


def _sheet_cell(park: str) -> Cell:
    if park == "通州园":
        return Cell("未到", mark="none", tone="none")
    return Cell("21", mark="error", tone="error") if park == "昌平园" else Cell("", mark="pass", tip="通过")


class Ledger(Page):
    """The building blocks of 企业台账."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        columns = (
            Column[Firm]("name", "企业名称", lambda r: r.name, "link", least=240),
            Column[Firm]("code", "信用代码", lambda r: r.code, "code", 170),
            Column[Firm]("tax", "本月税收", lambda r: r.tax, "money", 130, unit="万元", total=True, bold=True),
            Column[Firm]("state", "状态", lambda r: r.state, "badge", 100, mark=lambda r: "pass"),
        )
        table = DataTable(columns, lambda r: r.code, name="企业台账", cells=True, frame_current=True)
        table.set_rows([Firm(f"9111010800000{n:05d}", f"北京澄观第{n}有限公司", n * 12_345_678, "在册") for n in range(50)])
        table.select_key("911101080000000003")
        self.put(page_body(page_head("企业台账", tools=[QLineEdit()]), (card("全部", TablePane(table, totals=True)), 1)))


@pytest.fixture
def pictures(tmp_path: Path) -> Path:
    """Where the pictures go: named by ZGC_SHOTS to be looked at, else forgotten with the test."""
    folder = Path(os.environ.get("ZGC_SHOTS", tmp_path))
    folder.mkdir(parents=True, exist_ok=True)
    return folder


@pytest.mark.parametrize(("mode", "size"), list(product(MODES, SIZES)), ids=lambda v: str(v))
def test_nothing_is_cut_at_the_usual_sizes(
    qtbot: QtBot, qapp: QApplication, pictures: Path, mode: theme.Mode, size: tuple[int, int]
) -> None:
    theme.apply(qapp, mode)
    window = MainWindow({"desk": Desk, "companies": Ledger})
    qtbot.addWidget(window)
    window.set_months([Month(2026, 10)], Month(2026, 10))
    window.status.set_left(["tongchoutai.db", "2026-10 未锁定"])
    window.status.set_right(["备份 昨日 17:40", "规则 2026.1", "张"])
    window.resize(*size)
    window.show()
    qtbot.waitExposed(window)
    found = []
    for key in ("desk", "companies", "sharing"):
        window.go(key)
        qapp.processEvents()
        found += [f"{key}: {fault}" for fault in cut_words(window)]
        shot = window.grab()
        shot.save(str(pictures / f"{key}-{mode}-{size[0]}.png"))
        ground = QColor(shot.toImage().pixel(window.width() - 4, window.height() // 2))
        assert ground.name().upper() in {theme.current().hex(n).upper() for n in ("bg", "field_line", "surface")}
    theme.apply(qapp, "light")
    assert found == []


def test_a_theme_change_repaints_what_is_already_there(qtbot: QtBot, qapp: QApplication) -> None:
    theme.apply(qapp, "light")
    press = button("导出…", icon_name="download")
    qtbot.addWidget(press)
    press.show()
    qtbot.waitExposed(press)
    light = press.grab().toImage()
    theme.apply(qapp, "dark")
    dark = press.grab().toImage()
    theme.apply(qapp, "light")
    assert light != dark
    assert press.grab().toImage() == light


# ---- pictures in the window -----------------------------------------------------------------------------------------------


def chart(width: float, height: float) -> Scene:
    return bars.horizontal_bars([bars.Bar("海淀园", 5, "5", ("海淀园",)), bars.Bar("昌平园", 2, "2", ("昌平园",))], width)


@pytest.mark.qt_log_ignore("does not support raise")  # the tooltip, on a platform without a screen
def test_a_picture_says_what_is_hovered_and_tells_what_is_clicked(qtbot: QtBot, qapp: QApplication) -> None:
    theme.apply(qapp, "light")
    view = SceneView(chart, height=60)
    qtbot.addWidget(view)
    view.resize(400, 60)
    view.show()
    got: list[object] = []
    view.clicked.connect(got.append)
    qtbot.mouseMove(view, QPoint(200, 40))
    assert QToolTip.text() == "昌平园 2"
    QToolTip.hideText()
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(200, 40))
    assert got == [("昌平园",)]
    assert view.accessibleName() == "海淀园 5，昌平园 2"


def test_the_stage_bar_goes_by_mouse_and_by_keys(qtbot: QtBot, qapp: QApplication) -> None:
    theme.apply(qapp, "light")
    view = StageBar([Stage("in", "接收", "16 / 17 园", "now", 0.9), Stage("check", "校验", "未开始", "later")])
    qtbot.addWidget(view)
    view.resize(600, 60)
    view.show()
    got: list[str] = []
    view.chosen.connect(got.append)
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(400, 30))
    qtbot.keyClick(view, Qt.Key.Key_Left)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert got == ["check", "in"]


@pytest.mark.parametrize("mode", MODES)
def test_every_picture_uses_colours_the_theme_has(qtbot: QtBot, qapp: QApplication, mode: theme.Mode) -> None:
    months = [f"{n}月" for n in range(1, 13)]
    cells = {p: grids.HeatCell(n + 1, str(n + 1), key=(p,)) for n, p in enumerate(PARKS[:-1])}
    rows = [("昌平", [grids.HeatCell(1, "1"), grids.HeatCell(None), grids.HeatCell(None, reported=False)])]
    scenes = [
        bars.difference_bars([bars.Bar("海淀园", -1, "-1"), bars.Bar("通州园", None, "")], 300),
        bars.stacked_bar([bars.Bar("信息", 1, "50 %"), bars.Bar("其他", 1, "50 %")], 300),
        line_chart(months, [Series("税收", tuple(range(12)))], 400, 160, ticks=[(0, "0")]),
        grids.heat_grid(["海淀", "西城", "通州"], rows, 300),
        grids.tile_map(cells, 400, 300),
    ]
    theme.apply(qapp, mode)
    for scene in scenes:
        view = SceneView(lambda w, h, s=scene: s, height=int(scene.height))
        qtbot.addWidget(view)
        view.resize(int(scene.width), int(scene.height))
        assert not view.grab().isNull()
        used = {s.fill for s in scene.shapes if isinstance(s, Rect) and s.fill}
        assert used <= set(theme.current().colours)
    theme.apply(qapp, "light")
