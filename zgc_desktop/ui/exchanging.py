"""Exchange packages dropped anywhere on the window: told apart from workbooks, taken in, and shown where they belong."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from zgc_desktop.ui.commands import PAGES
from zgc_desktop.ui.main_window import MainWindow

if TYPE_CHECKING:
    from zgc_desktop.ui.pages.base import Page

EXCHANGE = "exchange"
"""What 审计备份 is asked to show first: its list of packages."""


class Exchanging(QObject):
    """Takes packages among dropped files; everything else goes on to the page that receives workbooks."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        window.taker = self.take

    def take(self, files: list[Path]) -> list[Path]:
        """Take in the packages among the files; returns the others."""
        from zgc_desktop.services.exchange_pack import looks_like_package

        packages = [f for f in files if looks_like_package(f)]
        if packages:
            self._page().receive_files(packages)
        return [f for f in files if f not in packages]

    def _page(self) -> Page:
        """The page that lists packages: 审计备份 at the city, 我的报送 in a park."""
        key = "audit" if self._window.pages_offered is PAGES else "park_report"
        self._window.go(key, EXCHANGE if key == "audit" else None)
        page = self._window.page(key)
        assert page is not None
        return page
