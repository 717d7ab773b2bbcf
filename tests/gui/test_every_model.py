"""Every table of every page keeps Qt's rules for models, on a new workspace and on one with data; every tab is opened."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QPushButton

from tests.gui.asking import Rest
from zgc_desktop.ui.commands import PAGES
from zgc_desktop.ui.main_window import MainWindow
from zgc_desktop.ui.table.view import DataTable
from zgc_desktop.ui.widgets.basic import Tabs

OpenPage = Callable[..., tuple[MainWindow, Any]]
FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal


@pytest.mark.parametrize("full", [False, True], ids=("empty", "full"))
def test_every_table_of_every_page_and_tab_keeps_qts_rules(
    open_page: OpenPage, rest: Rest, office: Path, tmp_path: Path, full: bool
) -> None:
    window, _ = open_page(office if full else tmp_path / "新", "desk")
    seen: dict[int, DataTable[Any]] = {}
    for entry in PAGES:
        window.go(entry.key)
        rest(window)
        page = window.page(entry.key)
        assert page is not None, entry.key
        for tabs in [t for t in page.findChildren(Tabs) if t.isVisible()]:
            for n in range(len(tabs.findChildren(QPushButton))):
                tabs.choose(n)
                rest(window)
                seen |= {id(t): t for t in page.findChildren(DataTable)}
            tabs.choose(0)
        seen |= {id(t): t for t in page.findChildren(DataTable)}
        for table in seen.values():
            QAbstractItemModelTester(table.model(), FATAL)
            assert table.accessibleName(), entry.key
        seen.clear()
        QApplication.processEvents()
