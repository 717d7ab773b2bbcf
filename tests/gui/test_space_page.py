"""组团空间 on a real workspace: tiles, the 31 clusters, one cluster beside the plan, the unassigned with their reasons."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from datetime import datetime
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDesktopServices, QDragEnterEvent, QDropEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from zgc_desktop.domain.changes import ChangeSummary
from zgc_desktop.domain.periods import Month
from zgc_desktop.figures.scene import Rect
from zgc_desktop.ui import theme
from zgc_desktop.ui.main_window import MainWindow
from zgc_desktop.ui.pages.moves_ask import Ask
from zgc_desktop.ui.pages.space import MATCH, TREND, SpacePage
from zgc_desktop.ui.scene_view import SceneView
from zgc_desktop.ui.session import Session
from zgc_desktop.ui.start import make_window
from zgc_desktop.ui.table.dragging import rows_as_mime
from zgc_desktop.ui.table.view import DataTable

HENGYUE, ZHIYUAN = "北京衡岳智造科技有限公司", "北京知远数联技术有限公司"
Opened = tuple[MainWindow, SpacePage]
MODES: tuple[theme.Mode, ...] = ("light", "dark")


@pytest.fixture
def start(qtbot: QtBot, qapp: QApplication) -> Iterator[Callable[[Path], Opened]]:
    """Open 组团空间 on a folder."""
    theme.apply(qapp, "light")
    made: list[MainWindow] = []

    def open_on(folder: Path) -> Opened:
        session = Session(folder, clock=lambda: datetime(2026, 11, 16, 9, 0))
        window = make_window(session)
        made.append(window)
        qtbot.addWidget(window)
        window.show()
        qtbot.waitUntil(lambda: session.is_open, timeout=20_000)
        settle(qtbot, window)
        window.go("space")
        settle(qtbot, window)
        page = window.page("space")
        assert isinstance(page, SpacePage)
        return window, page

    yield open_on
    for window in made:
        window.operations.close()


def settle(qtbot: QtBot, window: MainWindow) -> None:
    """Wait until nothing is under way."""
    qtbot.waitUntil(lambda: not window.operations.running, timeout=20_000)
    QApplication.processEvents()


def words(widget: QWidget) -> list[str]:
    return [w.text() for kind in (QLabel, QPushButton) for w in widget.findChildren(kind) if w.isVisible()]


def line(page: SpacePage, name: str) -> dict[str, str]:
    data = page.table.table
    item = next(c for c in data.rows if c.cluster.name == name)
    return {c.key: c.cell_of(item).text for c in data.columns}


def tile(page: SpacePage, park: str) -> Rect:
    return next(s for s in page.map.scene.shapes if isinstance(s, Rect) and s.key == (park,))


def test_every_cluster_of_the_plan_has_its_line_and_unreported_parks_have_no_zeros(
    start: Callable[[Path], Opened], office: Path
) -> None:
    _, page = start(office)
    assert len(page.table.table) == 31
    assert "组团 31" in words(page)
    assert line(page, "运河")["companies"] == "—"
    assert line(page, "永丰")["companies"] == "0"
    assert line(page, "大兴临空")["modes"] == "—（未载明）"
    assert line(page, "永丰")["planned"] == "信息、制造、材料、生物"
    QAbstractItemModelTester(page.table.model(), QAbstractItemModelTester.FailureReportingMode.Fatal)


def test_the_map_tells_reported_parks_from_missing_ones_and_changes_its_figure(
    start: Callable[[Path], Opened], office: Path
) -> None:
    _, page = start(office)
    assert tile(page, "通州园").dashed
    assert tile(page, "通州园").tip == "通州园：未报"
    assert tile(page, "顺义园").tip == "顺义园：已收到，尚未入库"
    assert "收入 100.00 万元" in tile(page, "海淀园").tip
    assert "海淀园 100" in page.map.scene.alt
    assert page.measure.itemText(0) == "收入（万元）"
    page.measure.setCurrentIndex(1)
    assert page.map.scene.alt.startswith("分园企业示意")
    assert "海淀园 1，" in page.map.scene.alt


def test_a_click_on_a_tile_shows_its_clusters_and_the_chip_takes_it_back(
    qtbot: QtBot, start: Callable[[Path], Opened], office: Path
) -> None:
    _, page = start(office)
    there = tile(page, "海淀园")
    at = page.map.rect().topLeft()
    at.setX(int(there.x + there.w / 2))
    at.setY(int(there.y + there.h / 2))
    qtbot.mouseClick(page.map, Qt.MouseButton.LeftButton, pos=at)
    data = page.table.table
    assert [data.row(n).cluster.name for n in range(len(data))] == ["中知学原始创新", "上地西三旗", "永丰", "翠湖"]
    assert page.park_chip.isVisible()
    page.park_chip.click()
    assert len(data) == 31
    assert not page.park_chip.isVisible()


def test_the_cluster_is_shown_beside_the_plans_own_words(qtbot: QtBot, start: Callable[[Path], Opened], office: Path) -> None:
    window, page = start(office)
    page.show_target("昌平新城")
    QApplication.processEvents()
    said = " ".join(words(page.basis))
    assert "涵盖地块" in said
    assert "补充式、填空式招引" in said
    assert "特色创新园/产业加速器" in said
    assert "第三章第二节" in page.basis.accessibleName()
    page.show_target("东城园")
    QApplication.processEvents()
    assert any(text.startswith("K01") for text in words(page.basis))
    assert "园区本月未入库" in words(page.detail)
    window.offered["next_record"].trigger()
    QApplication.processEvents()
    assert "西城园组团" in words(page.detail)


def test_unassigned_companies_tell_every_reason_and_lead_to_their_card(
    qtbot: QtBot, start: Callable[[Path], Opened], office: Path
) -> None:
    window, page = start(office)
    page.tabs.choose(1)
    settle(qtbot, window)
    data = page.unplaced.table
    assert [data.row(n).name for n in range(len(data))] == [ZHIYUAN, HENGYUE]
    assert page.unplaced.select_key("91110108MA01TJ3Y5P")
    QApplication.processEvents()
    assert "1. 未填报组团" in words(page.unplaced_tab.reasons)
    page.search.setText("知远")
    QApplication.processEvents()
    assert len(data) == 1
    next(b for b in page.unplaced_tab.reasons.findChildren(QPushButton) if b.text() == "看企业卡片").click()
    settle(qtbot, window)
    assert window.current == "companies"


def test_without_a_month_the_plan_stands_and_the_page_leads_to_receiving(
    qtbot: QtBot, start: Callable[[Path], Opened], tmp_path: Path
) -> None:
    window, page = start(tmp_path / "新")
    assert len(page.table.table) == 31
    assert "还没有入库的报送" in page.ribbon.accessibleName()
    assert line(page, "永丰")["revenue"] == "—"
    page.tabs.choose(1)
    QApplication.processEvents()
    assert "没有未分配的企业" in words(page)
    next(b for b in page.ribbon.findChildren(QPushButton) if b.isVisible()).click()
    assert window.current == "receive"


def test_another_month_and_changes_elsewhere_are_read_again(
    qtbot: QtBot, start: Callable[[Path], Opened], office: Path
) -> None:
    window, page = start(office)
    page.show_target("翠湖")
    window.announce(ChangeSummary("接受", subjects=frozenset({"clusters"})))
    settle(qtbot, window)
    assert page.table.current_key() == "翠湖"
    window.topbar.back.click()
    settle(qtbot, window)
    assert page.view is not None
    assert page.view.month == Month(2026, 9)
    assert not tile(page, "顺义园").dashed


def answer(page: SpacePage, given: dict[str, str]) -> None:
    """Fill in the dialog that is open and do its act."""
    dialog = next(d for d in page.findChildren(Ask) if d.isVisible())
    for key, text in given.items():
        edit = dialog.edits[key]
        if isinstance(edit, QComboBox):
            edit.setCurrentText(text)
        else:
            edit.setText(text)
    assert dialog.act.isEnabled(), dialog.missing.text()
    dialog.act.click()


def test_a_rule_is_previewed_registered_and_taken_back(qtbot: QtBot, start: Callable[[Path], Opened], office: Path) -> None:
    window, page = start(office)
    page.tabs.choose(1)
    tab = page.unplaced_tab
    assert not tab.apply.isEnabled()
    tab.kind.setCurrentText("关键词")
    tab.cluster.setCurrentText("永丰")
    tab.words.setText("知行街")
    tab.try_out.click()
    settle(qtbot, window)
    assert HENGYUE in [r.name for r in tab.preview.table.rows]
    tab.apply.click()
    answer(page, {"note": "园方来函"})
    settle(qtbot, window)
    assert HENGYUE not in [r.name for r in page.unplaced.table.rows]
    assert [r.words for r in tab.rules.table.rows] == ["知行街"]
    window.undo_bar.undo.click()
    settle(qtbot, window)
    assert HENGYUE in [r.name for r in page.unplaced.table.rows]
    assert not tab.rules.table.rows


def test_a_company_is_placed_by_hand_with_a_reason(qtbot: QtBot, start: Callable[[Path], Opened], office: Path) -> None:
    window, page = start(office)
    page.tabs.choose(1)
    page.unplaced.select_key("91110108MA01TJ3Y5P")
    next(a for a in page.unplaced.actions() if a.shortcut().toString() == "Alt+G").trigger()
    answer(page, {"cluster": "永丰", "reason": "实地核实"})
    settle(qtbot, window)
    assert line(page, "永丰")["companies"] == "1"
    assert line(page, "永丰")["lq"] == "n 小"  # below the floor of companies nothing is shown


def test_a_clusters_card_is_written_and_opened(
    start: Callable[[Path], Opened], office: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", staticmethod(opened.append))
    window, page = start(office)
    page.table.select_key("永丰")
    page.offers()["print"]()
    settle(qtbot, window)
    (paper,) = (Path(u.toLocalFile()) for u in opened)
    assert paper.name == "评估卡_永丰_2026-10.pdf"
    assert paper.read_bytes().startswith(b"%PDF")


def test_wishes_and_room_are_matched_pinned_and_handed_on(qtbot: QtBot, start: Callable[[Path], Opened], office: Path) -> None:
    window, page = start(office)
    page.tabs.choose(MATCH)
    settle(qtbot, window)
    assert "没有可匹配的企业" in words(page)
    page.match.wish.click()
    answer(page, {"code": "91110108MA01TJ3Y5P", "paper": "意向书", "day": "2026-10-20", "need": "1000"})
    settle(qtbot, window)
    page.match.room.click()
    answer(page, {"cluster": "永丰", "free": "5000", "source": "园方台账"})
    settle(qtbot, window)
    page.match.room.click()
    answer(page, {"cluster": "昌平新城", "free": "5000", "source": "园方台账"})
    settle(qtbot, window)
    (proposed,) = page.match.table.table.rows
    assert "得分" in " ".join(words(page.match)) or "得分" in page.match._note.text()
    page.match.pin.click()
    answer(page, {"cluster": "昌平新城", "reason": "企业选定"})
    settle(qtbot, window)
    (proposed,) = page.match.table.table.rows
    assert proposed.option is not None
    assert proposed.option.cluster == "昌平新城"
    page.match.leads.click()
    settle(qtbot, window)
    assert "线索" in window.undo_bar.accessibleName()


def test_clusters_are_followed_over_the_months_and_a_dot_leads_to_its_row(
    qtbot: QtBot, start: Callable[[Path], Opened], office: Path
) -> None:
    window, page = start(office)
    page.tabs.choose(TREND)
    settle(qtbot, window)
    tab = page.trend
    assert len(list(tab.smalls.scene.keyed())) == 31
    assert "未报" in [s.text for s in tab.smalls.scene.shapes if hasattr(s, "text")]
    tab.smalls.clicked.emit(("永丰",))
    QApplication.processEvents()
    assert "永丰组团" in words(tab)
    assert [str(x.month) for x in tab.table.table.rows] == ["2026-10", "2026-09"]
    tab.lines.clicked.emit(("companies", "26-09"))
    assert tab.table.current_key() == "2026-09"


@pytest.fixture
def pictures(tmp_path: Path) -> Path:
    """Where the pictures go: named by ZGC_SHOTS to be looked at, else forgotten with the test."""
    folder = Path(os.environ.get("ZGC_SHOTS", tmp_path / "shots"))
    folder.mkdir(parents=True, exist_ok=True)
    return folder


@pytest.mark.parametrize("mode", MODES)
def test_nothing_in_the_cluster_page_is_cut(
    qtbot: QtBot,
    qapp: QApplication,
    start: Callable[[Path], Opened],
    office: Path,
    pictures: Path,
    cut_words: Callable[[QWidget], list[str]],
    mode: theme.Mode,
) -> None:
    theme.apply(qapp, mode)
    window, page = start(office)
    theme.apply(qapp, mode)
    page.show_target("未来科学城西区")
    found = []
    for size, tab in product(((1440, 900), (1366, 768)), range(6)):
        window.resize(*size)
        page.tabs.choose(tab)
        settle(qtbot, window)
        shot = window.grab()
        shot.save(str(pictures / f"space-{mode}-{size[0]}-{tab}.png"))
        found += [f"{size} {tab}: {fault}" for fault in cut_words(window)]
        tables = [t for t in window.findChildren(DataTable) if t.isVisible() and t.horizontalScrollBar().maximum()]
        found += [f"{size} {tab}: {t.accessibleName()} scrolls sideways" for t in tables]
        found += [f"{size} {tab}: {fault}" for fault in outside_pictures(window)]
    assert found == []
    assert QColor(shot.toImage().pixel(2, shot.height() // 2)) == theme.colour("rail")


def outside_pictures(window: QWidget) -> list[str]:
    """Pictures whose shapes reach beyond their place."""
    views = [v for v in window.findChildren(SceneView) if v.isVisible()]
    return [
        f"picture {v.accessibleName()[:20]}"
        for v in views
        for s in v.scene.shapes
        if isinstance(s, Rect) and (s.x + s.w > v.width() + 1 or s.y + s.h > v.height() + 1)
    ]


def test_f3_walks_the_matches_of_the_open_tab(qtbot: QtBot, start: Callable[[Path], Opened], office: Path) -> None:
    """One search field serves all tabs: the keys walk the table that is shown, from the field and from the table."""
    _window, page = start(office)
    page.search.setFocus()
    page.search.setText("园")
    rows = []
    for widget, key in ((page.search, "F3"), (page.search, "F3"), (page.table, "Shift+F3")):
        next(a for a in widget.actions() if a.shortcut().toString() == key).trigger()
        rows.append(page.table.current_key())
    assert rows[0] != rows[1]
    assert rows[2] == rows[0]
    page.tabs.choose(1)
    page.search.setText("科技")
    next(a for a in page.search.actions() if a.shortcut().toString() == "F3").trigger()
    assert "科技" in str(next(u.name for u in page.unplaced.table.rows if u.credit_code == page.unplaced.current_key()))


def drop_on(table: Any, mime: QMimeData, at: QPoint) -> bool:
    """Let a drag fall on a table as the mouse would; whether it was taken."""
    copy, left, keys = Qt.DropAction.MoveAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(table.viewport(), QDragEnterEvent(at, copy, mime, left, keys))
    fall = QDropEvent(QPointF(at), copy, mime, left, keys)
    QApplication.sendEvent(table.viewport(), fall)
    QApplication.processEvents()
    return fall.isAccepted()


def test_companies_are_dragged_onto_a_cluster_and_the_reason_is_asked_first(
    qtbot: QtBot, start: Callable[[Path], Opened], office: Path
) -> None:
    """15:20 twelve by hand with drag: the row under the mouse is chosen, cancel writes nothing, the key does the same."""
    window, page = start(office)
    page.tabs.choose(1)
    tab = page.unplaced_tab
    page.unplaced.select_key("91110108MA01TJ3Y5P")
    QApplication.processEvents()
    assert tab.whose.text() == "海淀园"
    assert {c.cluster.park for c in tab.targets.table.rows} == {"海淀园"}
    at = tab.targets.table.find("永丰")
    place = tab.targets.visualRect(tab.targets.model().index(at, 0)).center()
    assert not drop_on(tab.targets, QMimeData(), place)
    assert drop_on(tab.targets, rows_as_mime(["91110108MA01TJ3Y5P"]), place)
    dialog = next(d for d in page.findChildren(Ask) if d.isVisible())
    assert dialog.edits["cluster"].currentText() == "永丰"
    dialog.reject()
    QApplication.processEvents()
    assert HENGYUE in [r.name for r in page.unplaced.table.rows]
    everybody = [u.credit_code for u in page.unplaced.table.rows]
    assert len(everybody) > 1
    drop_on(tab.targets, rows_as_mime(everybody), place)
    QApplication.processEvents()
    assert next(d for d in page.findChildren(Ask) if d.isVisible()).windowTitle() == "调整归属 1 家"  # the park's own only
    answer(page, {"reason": "实地核实"})
    settle(qtbot, window)
    assert HENGYUE not in [r.name for r in page.unplaced.table.rows]
    assert line(page, "永丰")["companies"] == "1"
    window.undo_bar.undo.click()
    settle(qtbot, window)
    assert HENGYUE in [r.name for r in page.unplaced.table.rows]
    page.unplaced.select_key("91110108MA01TJ3Y5P")
    tab.targets.select_key("翠湖")
    QTest.keyClick(tab.targets, Qt.Key.Key_Return)
    answer(page, {"reason": "实地核实"})
    settle(qtbot, window)
    assert line(page, "翠湖")["companies"] == "1"


def test_a_press_on_chosen_rows_keeps_them_for_the_drag_and_a_click_chooses_one(
    start: Callable[[Path], Opened], office: Path
) -> None:
    _window, page = start(office)
    page.tabs.choose(1)
    QApplication.processEvents()
    table = page.unplaced
    table.selectAll()
    every = table.selected_keys()
    assert len(every) > 1
    place = table.visualRect(table.model().index(1, 1)).center()
    QTest.mousePress(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert table.selected_keys() == every
    QTest.mouseRelease(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert table.selected_keys() == [every[1]]
