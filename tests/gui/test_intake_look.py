"""报送接收 at the usual sizes, light and dark: nothing cut or scrolling sideways; and what it says when it cannot read."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from zgc_desktop.domain.periods import Month
from zgc_desktop.ui import theme
from zgc_desktop.ui.main_window import MainWindow
from zgc_desktop.ui.pages.intake import IntakePage
from zgc_desktop.ui.pages.intake_dialogs import TemplateDialog
from zgc_desktop.ui.session import Session
from zgc_desktop.ui.table.view import DataTable

OCTOBER = Month(2026, 10)


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, office: Path) -> Iterator[MainWindow]:
    """The window on an office in which 顺义园 has an error and waits."""
    theme.apply(qapp, "light")
    session = Session(office)
    made = MainWindow({"receive": lambda shell: IntakePage(shell, session)})
    qtbot.addWidget(made)
    with qtbot.waitSignal(session.ready, timeout=10_000):
        session.open(made.operations)
    made.set_months([Month(2026, 9), OCTOBER], OCTOBER)
    made.show()
    made.go("receive")
    settle(qtbot, made)
    yield made
    made.operations.close()


def settle(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: not window.operations.running, timeout=20_000)


def intake(window: MainWindow) -> IntakePage:
    page = window.page("receive")
    assert isinstance(page, IntakePage)
    return page


def shown_tables(window: QWidget) -> list[DataTable[object]]:
    return [t for t in window.findChildren(DataTable) if t.isVisible()]


@pytest.mark.parametrize(("mode", "size"), list(product(("light", "dark"), ((1440, 900), (1366, 768)))), ids=lambda v: str(v))
def test_nothing_on_the_intake_page_is_cut(
    qapp: QApplication,
    qtbot: QtBot,
    window: MainWindow,
    cut_words: Callable[[QWidget], list[str]],
    tmp_path: Path,
    mode: theme.Mode,
    size: tuple[int, int],
) -> None:
    theme.apply(qapp, mode)
    window.resize(*size)
    page = intake(window)
    pictures = Path(os.environ.get("ZGC_SHOTS", tmp_path))
    found = []
    for step in ("month", "issues", "columns"):
        if step == "issues":
            assert page.table.select_key("顺义园")
            settle(qtbot, window)
        elif step == "columns":
            page.pane.tabs.choose(1)
        qapp.processEvents()
        found += [f"{step}: {fault}" for fault in cut_words(window)]
        sideways = [t.accessibleName() for t in shown_tables(window) if t.horizontalScrollBar().maximum()]
        found += [f"{step}: {name} scrolls sideways" for name in sideways]
        window.grab().save(str(pictures / f"receive-{step}-{mode}-{size[0]}.png"))
    theme.apply(qapp, "light")
    assert found == []


def test_a_wrong_month_is_said_under_the_field(qtbot: QtBot, window: MainWindow) -> None:
    page = intake(window)
    page.export_template()
    (ask,) = page.findChildren(TemplateDialog)
    ask.month.setText("十月")
    assert not ask.act.isEnabled()
    assert ask.fault.text() == "期间写作 2026-10"
    ask.reject()


def test_a_workspace_that_cannot_be_opened_is_said_with_a_way_on(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    theme.apply(qapp, "light")
    not_a_folder = tmp_path / "文件"
    not_a_folder.write_text("", encoding="utf-8")
    session = Session(not_a_folder)
    window = MainWindow({"receive": lambda shell: IntakePage(shell, session)})
    qtbot.addWidget(window)
    window.show()
    with qtbot.waitSignal(session.failed, timeout=10_000):
        session.open(window.operations)
    window.go("receive")
    assert "文件夹" in intake(window).ribbon.accessibleName()
    window.operations.close()
