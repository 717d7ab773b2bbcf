"""What the rows of 报送接收, 校验退回 and 工作台 offer by right click: receipts, notes, versions, rules and stopping one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMenu

from tests.gui.asking import Rest, answer
from zgc_desktop.domain.check_settings import SWITCHABLE
from zgc_desktop.ui.main_window import MainWindow
from zgc_desktop.ui.pages.checks_menu import ask_stop

OpenPage = Callable[..., tuple[MainWindow, Any]]


def offered(page: Any, key: object) -> dict[str, Any]:
    menu = QMenu(page)
    page.table.menu_asked.emit(menu, key)
    return {a.text(): a for a in menu.actions()}


def test_receipts_are_written_for_one_park_or_all_and_a_late_word_is_kept(
    open_page: OpenPage, rest: Rest, office: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, page = open_page(office, "receive")
    shown: list[str] = []

    def open_it(url: QUrl) -> bool:
        shown.append(url.toLocalFile())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_it)
    assert not offered(page, "通州园")["生成回执"].isEnabled()
    offered(page, "海淀园")["生成回执"].trigger()
    rest(window)
    assert [Path(f).name for f in shown] == ["回执_海淀园_2026-10_v1.pdf"]
    page.write_receipts()
    rest(window)
    assert len(list(Path(shown[-1]).glob("*.pdf"))) == 3
    offered(page, "海淀园")["登记更正说明…"].trigger()
    answer(window, {"reason": "税务补来数据，来电 李某"}, rest)
    assert "海淀园 2026-10 更正" in window.undo_bar.accessibleName()
    window.go("receive", ("海淀园", "versions"))
    rest(window)
    assert window.drawer.isVisible()


def test_an_issue_leads_to_its_rule_which_can_be_stopped_with_a_reason(open_page: OpenPage, rest: Rest, office: Path) -> None:
    window, page = open_page(office, "checks")
    needed = next(x for x in page.table.table.rows if x.issue.code == "R-NAME-MISSING")
    assert not offered(page, needed.found.id)["停用此规则…"].isEnabled()
    code = min(SWITCHABLE)
    ask_stop(page, page._session, code)
    answer(window, {"reason": "本月口径待定"}, rest)
    assert window.undo_bar.accessibleName().startswith(f"停用校验 {code}")
    offered(page, needed.found.id)["看此规则"].trigger()
    rest(window)
    assert window.current == "rules"
