"""身份核对 and 截至 in the ledger: a doubtful pair decided by key and taken back, the ledger as it was, the card tells it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from datetime import datetime
from itertools import product
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from zgc_desktop import bootstrap
from zgc_desktop.domain.credit_code import check_character
from zgc_desktop.domain.periods import Month
from zgc_desktop.services import accept
from zgc_desktop.services.context import AppContext
from zgc_desktop.ui import theme
from zgc_desktop.ui.main_window import MainWindow
from zgc_desktop.ui.pages.ledger import LedgerPage
from zgc_desktop.ui.session import Session
from zgc_desktop.ui.start import make_window

OCTOBER = Month(2026, 10)
TYPED = "北京衡岳智造科技有限责任公司"
"""A company of 海淀园 as another clerk types it, under a code of its own."""
CODE = "91110115MA08KD2Q3"


@pytest.fixture(scope="session")
def _twice_office(
    _office: Path,
    tmp_path_factory: pytest.TempPathFactory,
    send: Callable[[AppContext, Path, Month, dict[str, list[dict[str, object]]]], None],
    roster: Callable[..., dict[str, object]],
) -> Path:
    base = tmp_path_factory.mktemp("twice")
    folder = Path(shutil.copytree(_office, base / "办公室"))
    ctx = bootstrap.open_workspace(folder, who="张", clock=lambda: datetime(2026, 11, 6, 9, 0))
    again = roster(0, credit_code=CODE + check_character(CODE), name=TYPED)
    send(ctx, base / "10", OCTOBER, {"大兴园": [again]})
    accept.accept(ctx, OCTOBER, ["大兴园"], despite_errors="已核")
    return folder


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, _twice_office: Path, tmp_path: Path) -> Iterator[MainWindow]:
    theme.apply(qapp, "light")
    folder = Path(shutil.copytree(_twice_office, tmp_path / "office" / "办公室"))
    made = make_window(Session(folder, clock=lambda: datetime(2026, 11, 6, 9, 0)))
    qtbot.addWidget(made)
    made.resize(1440, 900)
    made.show()
    qtbot.waitUntil(lambda: made.month is not None and not made.operations.running, timeout=30_000)
    made.go("companies")
    settle(qtbot, made)
    yield made
    made.operations.close()


def settle(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: not window.operations.running, timeout=30_000)
    QApplication.processEvents()


def ledger(window: MainWindow) -> LedgerPage:
    page = window.page("companies")
    assert isinstance(page, LedgerPage)
    return page


def words(widget: QWidget) -> list[str]:
    return [w.text() for w in widget.findChildren(QLabel) if w.isVisible()]


def asked(qtbot: QtBot, window: MainWindow) -> LedgerPage:
    page = ledger(window)
    page.tabs.choose(1)
    settle(qtbot, window)
    return page


def test_a_doubtful_pair_stands_side_by_side_with_what_each_field_says(
    qtbot: QtBot, window: MainWindow, qtmodeltester: ModelTester
) -> None:
    page = asked(qtbot, window)
    view = page.identity
    assert view.title.text().startswith("第 1 / 1 组，相似 ")
    lines = {line.field: line for line in view.table.table.rows}
    assert {lines["名称"].left, lines["名称"].right} == {TYPED, "北京衡岳智造科技有限公司"}
    assert lines["注册地址"].evidence == "注册地址相同"
    assert lines["注册地址"].points == 15
    assert lines["曾用名"].points is None
    assert "合并并保留全部记录" in view.same.text()
    qtmodeltester.check(view.table.model())


def test_alt_s_merges_only_with_a_reason_and_the_bar_takes_it_back(qtbot: QtBot, window: MainWindow) -> None:
    page = asked(qtbot, window)
    view = page.identity
    assert len(page.table.table.rows) == 4
    qtbot.keyClick(view.table, Qt.Key.Key_S, Qt.KeyboardModifier.AltModifier)
    settle(qtbot, window)
    assert view.proposal is not None
    assert view.missing.text() == "同一、不同须写依据"
    view.reason.setText("已核对营业执照")
    qtbot.keyClick(view.reason, Qt.Key.Key_S, Qt.KeyboardModifier.AltModifier)
    settle(qtbot, window)
    assert view.proposal is None
    assert len(page.table.table.rows) == 3
    window.undo_bar.undo.click()
    settle(qtbot, window)
    assert view.proposal is not None
    assert len(page.table.table.rows) == 4


def test_alt_l_puts_off_without_a_word_and_the_card_tells_what_was_decided(qtbot: QtBot, window: MainWindow) -> None:
    page = asked(qtbot, window)
    qtbot.keyClick(page.identity.table, Qt.Key.Key_L, Qt.KeyboardModifier.AltModifier)
    settle(qtbot, window)
    assert "判以后再定" in page.identity.earlier.text()
    page.identity.reason.setText("同名不同照")
    page.identity.different.trigger()
    settle(qtbot, window)
    assert page.identity.proposal is None
    page.tabs.choose(0)
    row = next(c for c in page.table.table.rows if c.name == TYPED)
    page.open_card(row.id)
    settle(qtbot, window)
    page.card.tabs.choose(7)
    card = page.card.card
    assert card is not None
    assert next(said for _, said in card.decided).startswith("与北京衡岳智造科技有限公司：不同企业；同名不同照")
    assert any("身份核对" in said and TYPED in said for _, said in card.journal)


def test_the_ledger_can_be_seen_as_it_was_and_comes_back(qtbot: QtBot, window: MainWindow) -> None:
    page = ledger(window)
    october = len(page.table.table.rows)
    assert [page.as_of.itemText(n) for n in range(page.as_of.count())] == ["截至 2026-10", "截至 2026-09"]
    page.as_of.setCurrentIndex(1)
    page.as_of.activated.emit(1)
    settle(qtbot, window)
    assert page.note.text().startswith("2026-09，共 4 家")
    assert TYPED not in {c.name for c in page.table.table.rows}
    assert page.as_of.currentText() == "截至 2026-09"
    window.set_months(window.topbar.months, Month(2026, 9))
    window.set_months(window.topbar.months, OCTOBER)
    settle(qtbot, window)
    assert page.as_of.currentText() == "截至 2026-10"
    assert len(page.table.table.rows) == october


def test_companies_without_a_cluster_are_one_click_away(qtbot: QtBot, window: MainWindow) -> None:
    page = ledger(window)
    assert page.unplaced.text() == "未分配组团  4"
    page.unplaced.click()
    assert page.table.table.ticked == {"cluster": frozenset({"—"})}
    page.unplaced.click()
    assert not page.table.table.is_filtered


def test_the_ledger_is_found_by_initials_and_exported_as_filtered(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = ledger(window)
    page.search.setText("bjycjqr")
    assert [c.name for c in page.table.table.shown_rows()] == ["北京砚川机器人有限公司"]
    opened: list[str] = []

    def open_it(url: QUrl) -> bool:
        opened.append(url.toLocalFile())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_it)
    window.offered["export"].trigger()
    settle(qtbot, window)
    (out,) = opened
    sheet = load_workbook(out)["数据"]
    assert str(sheet["A2"].value).startswith("筛选：“bjycjqr”；1 行，共 4 行")
    assert sheet["B4"].value == "91110115MA053JJL2M"


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_nothing_of_identity_is_cut(
    qapp: QApplication,
    qtbot: QtBot,
    window: MainWindow,
    cut_words: Callable[[QWidget], list[str]],
    tmp_path: Path,
    mode: theme.Mode,
) -> None:
    theme.apply(qapp, mode)
    page = asked(qtbot, window)
    pictures = Path(os.environ.get("ZGC_SHOTS", tmp_path))
    found = []
    for size, step in product(((1440, 900), (1366, 768)), ("pair", "row")):
        window.resize(*size)
        page.tabs.choose(1 if step == "pair" else 0)
        if step == "row" and not page.table.filter_row.is_on:
            page.table.toggle_filter_row()
            page.table.type_under("tax", ">1")
        settle(qtbot, window)
        window.grab().save(str(pictures / f"identity-{step}-{mode}-{size[0]}.png"))
        found += [f"{size} {step}: {fault}" for fault in cut_words(window)]
    theme.apply(qapp, "light")
    assert found == []
