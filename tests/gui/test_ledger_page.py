"""企业台账 on a real workspace: search, facets, chips, the card with its sources, keys, empty states, the usual sizes."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from datetime import datetime
from itertools import product
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from zgc_desktop.domain.changes import ChangeSummary
from zgc_desktop.ui import theme
from zgc_desktop.ui.main_window import MainWindow
from zgc_desktop.ui.pages.ledger import LedgerPage
from zgc_desktop.ui.session import Session
from zgc_desktop.ui.start import make_window
from zgc_desktop.ui.table.view import DataTable
from zgc_desktop.ui.widgets.basic import Chip, ElidedLabel

HENGYUE, ZHIYUAN, YANCHUAN = "北京衡岳智造科技有限公司", "北京知远数联技术有限公司", "北京砚川机器人有限公司"
Opened = tuple[MainWindow, LedgerPage]
MODES: tuple[theme.Mode, ...] = ("light", "dark")


@pytest.fixture
def start(qtbot: QtBot, qapp: QApplication) -> Iterator[Callable[[Path], Opened]]:
    """Open 企业台账 on a folder."""
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
        window.go("companies")
        settle(qtbot, window)
        page = window.page("companies")
        assert isinstance(page, LedgerPage)
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


def shown(page: LedgerPage) -> list[str]:
    data = page.table.table
    return [data.row(n).name for n in range(len(data))]


def texts(page: LedgerPage, name: str) -> dict[str, str]:
    """A company's line as it is read."""
    data = page.table.table
    row = next(c for c in data.rows if c.name == name)
    return {c.key: c.cell_of(row).text for c in data.columns}


def press(widget: QWidget, text: str) -> None:
    (found,) = (b for b in widget.findChildren(QPushButton) if b.text() == text and b.isVisible())
    found.click()


def open_card(qtbot: QtBot, window: MainWindow, page: LedgerPage, name: str) -> None:
    row = next(c for c in page.table.table.rows if c.name == name)
    assert page.table.select_key(row.id)
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    settle(qtbot, window)


def test_the_ledger_lists_every_company_once_with_sums_below(start: Callable[[Path], Opened], office: Path) -> None:
    _, page = start(office)
    assert shown(page) == [YANCHUAN, HENGYUE, ZHIYUAN]
    assert page.note.text() == "2026-10，共 3 家，不含 15 园（未入库）"
    assert texts(page, YANCHUAN)["status"] == "注销"
    assert texts(page, ZHIYUAN) | {"cluster": "", "tier": ""} == {
        "name": ZHIYUAN,
        "code": "91110114MA0J9HTM4L",
        "park": "昌平",
        "zone": "平原新城",
        "cluster": "",
        "industry": "新一代信息技术",
        "tier": "",
        "employees": "31",
        "revenue": "200.00",
        "tax": "3.23",
        "status": "在册",
        "watched": "—",
        "issues": "0",
    }
    sums = page.table.table.totals()
    assert sums["revenue"].text == "700.00"


def test_a_disputed_company_is_marked_with_the_other_park(start: Callable[[Path], Opened], office: Path) -> None:
    _, page = start(office)
    assert texts(page, HENGYUE)["status"] == "争议 昌平"
    assert dict(page.table.table.facet("status")) == {"争议": 1, "在册": 1, "注销": 1}


def test_the_ledger_is_narrowed_by_the_zone_of_the_park(start: Callable[[Path], Opened], office: Path) -> None:
    """片区是规划的划分：左侧勾选平原新城，只剩昌平园的企业。"""
    _, page = start(office)
    assert dict(page.table.table.facet("zone")) == {"中心城区": 2, "平原新城": 1}
    tick = page.facets.findChild(QCheckBox, "zone=平原新城")
    assert isinstance(tick, QCheckBox)
    tick.click()
    assert shown(page) == [ZHIYUAN]


def test_search_and_facets_narrow_the_ledger_and_chips_take_them_away(
    qtbot: QtBot, start: Callable[[Path], Opened], office: Path
) -> None:
    _, page = start(office)
    qtbot.keyClicks(page.search, "ma0j9h")
    assert shown(page) == [ZHIYUAN]
    assert page.note.text() == "2026-10，1 家，共 3 家，不含 15 园（未入库）"
    page.search.clear()
    tick = page.facets.findChild(QCheckBox, "park=海淀")
    assert isinstance(tick, QCheckBox)
    tick.click()
    assert shown(page) == [YANCHUAN, HENGYUE]
    page.search.setText("衡岳")
    QApplication.processEvents()
    chips = page.filter_bar.findChildren(Chip)
    assert [c.text() for c in chips] == ["“衡岳”  ×", "园：海淀  ×"]
    chips[0].click()
    assert page.search.text() == ""
    assert shown(page) == [YANCHUAN, HENGYUE]
    QApplication.processEvents()
    (chip,) = page.filter_bar.findChildren(Chip)
    chip.click()
    assert len(shown(page)) == 3
    assert not page.filter_bar.isVisible()
    assert not tick.isChecked()


def test_where_filters_leave_nothing_each_can_be_taken_away_with_one_click(
    qtbot: QtBot, start: Callable[[Path], Opened], office: Path
) -> None:
    window, page = start(office)
    page.table.tick("park", ["昌平"])
    page.search.setText("衡岳")
    settle(qtbot, window)
    assert shown(page) == []
    assert "0 条" in words(page)
    press(page, "去掉筛选“衡岳”可见 1 条")
    assert shown(page) == [ZHIYUAN]
    assert page.search.text() == ""


def test_a_card_tells_where_each_figure_came_from(qtbot: QtBot, start: Callable[[Path], Opened], office: Path) -> None:
    window, page = start(office)
    open_card(qtbot, window, page, HENGYUE)
    card = page.card
    assert card.isVisible()
    assert HENGYUE in words(card)
    assert "海淀园（与昌平园同月列报）" in words(card)
    assert "91110108MA01TJ3Y5P　海淀园" in " ".join(words(card))
    card.tabs.choose(1)
    QApplication.processEvents()
    (table,) = card.findChildren(DataTable)
    read = [[table.table.cell(n, c).text for c in range(3)] for n in range(len(table.table))]
    assert sorted(read) == [
        ["2026-09", "海淀园", "计入"],
        ["2026-10", "昌平园", "未计入"],
        ["2026-10", "海淀园", "计入"],
    ]
    places = {table.table.cell(n, 9).tip for n in range(len(table.table))}
    assert any(p.startswith("地方税收 ← 昌平园 第1版 · 税收!") for p in places)
    table.select_key((202609, "海淀园"))
    line = next(w.text() for w in card.findChildren(ElidedLabel) if "来源：" in w.text())
    assert line.startswith("2026-09 来源：营业收入 ← 海淀园 第1版 · 企业!")
    assert "地方税收 ← 海淀园 第1版 · 税收!" in line


def test_park_line_and_the_empty_tabs_speak(qtbot: QtBot, start: Callable[[Path], Opened], office: Path) -> None:
    window, page = start(office)
    open_card(qtbot, window, page, ZHIYUAN)
    page.card.tabs.choose(3)
    QApplication.processEvents()
    (line,) = page.card.findChildren(DataTable)
    assert [line.table.cell(0, c).text for c in range(4)] == ["2026-09-01", "至今", "昌平园", "首次报送"]
    for n, sentence in (
        (4, "没有迁移案件。"),
        (5, "没有登记的认定。"),
        (6, "本月报送中没有这家企业的问题。"),
        (7, "没有对这家企业作过判定。"),
        (8, "操作记录中没有写明这家企业的条目。"),
    ):
        page.card.tabs.choose(n)
        QApplication.processEvents()
        assert sentence in words(page.card)


def test_alt_arrows_step_through_the_companies_and_escape_closes(
    qtbot: QtBot, start: Callable[[Path], Opened], office: Path
) -> None:
    window, page = start(office)
    open_card(qtbot, window, page, YANCHUAN)
    window.offered["next_record"].trigger()
    settle(qtbot, window)
    assert page.card.card is not None
    assert page.card.card.item.name == HENGYUE
    window.offered["previous_record"].trigger()
    settle(qtbot, window)
    assert page.card.card.item.name == YANCHUAN
    window.offered["previous_record"].trigger()
    settle(qtbot, window)
    assert page.card.card.item.name == YANCHUAN
    qtbot.keyClick(page.table, Qt.Key.Key_Escape)
    assert not page.card.isVisible()
    window.offered["next_record"].trigger()
    settle(qtbot, window)
    assert not page.card.isVisible()


def test_another_page_can_point_at_a_company_even_where_a_filter_hides_it(
    qtbot: QtBot, start: Callable[[Path], Opened], office: Path
) -> None:
    window, page = start(office)
    page.table.tick("park", ["海淀"])
    window.go("desk")
    window.go("companies", "91110114MA0J9HTM4L")
    settle(qtbot, window)
    assert page.card.card is not None
    assert page.card.card.item.name == ZHIYUAN
    assert page.table.table.ticked == {}
    window.go("companies", "911101080000000000")
    assert "2026-10 的台账中没有 911101080000000000" in words(window.undo_bar)


def test_a_card_pointed_at_before_the_ledger_is_read_opens_afterwards(
    qtbot: QtBot, start: Callable[[Path], Opened], office: Path
) -> None:
    window, page = start(office)
    fresh = LedgerPage(window, page._session)
    qtbot.addWidget(fresh)
    fresh.refresh()
    fresh.show_target("91110114MA0J9HTM4L")
    fresh.show()
    settle(qtbot, window)
    settle(qtbot, window)
    assert fresh.card.card is not None
    assert fresh.card.card.item.name == ZHIYUAN


def test_what_changed_elsewhere_is_read_again_and_the_place_is_kept(
    qtbot: QtBot, start: Callable[[Path], Opened], office: Path
) -> None:
    window, page = start(office)
    page.search.setText("北京")
    open_card(qtbot, window, page, HENGYUE)
    window.announce(ChangeSummary("接受", subjects=frozenset({"companies"})))
    settle(qtbot, window)
    assert page.search.text() == "北京"
    assert page.card.isVisible()
    assert page.table.table.row(page.table.currentIndex().row()).name == HENGYUE
    window.topbar.back.click()
    settle(qtbot, window)
    assert page.note.text().startswith("2026-09，")
    assert len(shown(page)) == 4


def test_a_ledger_without_companies_leads_to_receiving(qtbot: QtBot, start: Callable[[Path], Opened], tmp_path: Path) -> None:
    window, page = start(tmp_path / "新")
    assert "没有企业" in words(page)
    assert not page.facets.isVisible()
    press(page, "去接收报送")
    settle(qtbot, window)
    assert window.current == "receive"


def test_facets_fold_away_and_narrow_columns_come_back(qtbot: QtBot, start: Callable[[Path], Opened], office: Path) -> None:
    window, page = start(office)
    window.resize(1440, 900)
    settle(qtbot, window)
    keys = [c.key for c in page.table.table.columns]
    assert page.table.isColumnHidden(keys.index("industry"))
    assert not page.table.isColumnHidden(keys.index("status"))
    assert page.table.horizontalScrollBar().maximum() == 0
    page.fold.click()
    settle(qtbot, window)
    assert not page.facets.isVisible()
    assert not page.table.isColumnHidden(keys.index("industry"))
    window.offered["filter"].trigger()
    assert page.table.filter_row.fields["code"].isVisible()
    window.offered["find"].trigger()
    assert window.focusWidget() is page.search


@pytest.fixture
def pictures(tmp_path: Path) -> Path:
    """Where the pictures go: named by ZGC_SHOTS to be looked at, else forgotten with the test."""
    folder = Path(os.environ.get("ZGC_SHOTS", tmp_path / "shots"))
    folder.mkdir(parents=True, exist_ok=True)
    return folder


@pytest.mark.parametrize("mode", MODES)
def test_nothing_in_the_ledger_is_cut(
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
    open_card(qtbot, window, page, HENGYUE)
    found = []
    for size, tab in product(((1440, 900), (1366, 768)), range(9)):
        window.resize(*size)
        page.card.tabs.choose(tab)
        settle(qtbot, window)
        window.grab().save(str(pictures / f"ledger-{mode}-{size[0]}-{tab}.png"))
        found += [f"{size} {tab}: {fault}" for fault in cut_words(window)]
    assert found == []
