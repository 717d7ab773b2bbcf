"""设置 on a real workspace: the office's settings are journalled, the user's own take effect, nothing is cut."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.gui.asking import answer
from zgc_desktop import preferences
from zgc_desktop.bootstrap import open_workspace
from zgc_desktop.services import report_fonts, settings
from zgc_desktop.ui import language, theme
from zgc_desktop.ui.app import dress
from zgc_desktop.ui.main_window import MainWindow
from zgc_desktop.ui.texts import tr

OpenPage = Callable[..., tuple[MainWindow, Any]]
Rest = Callable[[MainWindow], None]


@pytest.fixture(autouse=True)
def _own_preferences(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("XDG_CONFIG_HOME", "APPDATA", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(tmp_path / "config"))
    monkeypatch.delenv("ZGC_USER", raising=False)


def test_what_the_office_sets_is_journalled_and_the_desk_follows(open_page: OpenPage, rest: Rest, office: Path) -> None:
    window, page = open_page(office, "settings")
    assert not page.act.isEnabled()
    assert page.missing.text() == "没有改动"
    page.cutoff.setCurrentIndex(11)
    page.office.setText("某区统筹办")
    page.fonts.setCurrentIndex(1)
    page.who.setText("王")
    page.reason.setText("会议纪要第3号")
    page.act.click()
    rest(window)
    ctx = open_workspace(office)
    assert (settings.current(ctx).cutoff_day, settings.current(ctx).office) == (12, "某区统筹办")
    assert report_fonts.chosen(ctx) == "system"
    assert ctx.who == "王"
    window.go("desk")
    rest(window)
    assert any("11-12" in w.text() for w in window.page("desk").findChildren(QLabel))  # type: ignore[union-attr]


def test_what_cannot_be_saved_says_why_and_changes_nothing(open_page: OpenPage, rest: Rest, office: Path) -> None:
    window, page = open_page(office, "settings")
    page.copies.setText(str(office / "backups"))
    page.act.click()
    rest(window)
    assert "在工作区里面" in page.ribbon.accessibleName()
    assert settings.current(open_workspace(office)).backup_folder == ""
    page.office.setText(" ")
    assert not page.act.isEnabled()


def test_the_folder_for_copies_and_the_usual_workspace_are_chosen(
    open_page: OpenPage, rest: Rest, office: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, page = open_page(office, "settings")
    stick = tmp_path / "U盘"
    stick.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", staticmethod(lambda *_a, **_k: str(stick)))
    page._choose_copies()
    assert page.copies.text() == str(stick)
    page.usual.click()
    rest(window)
    assert preferences.load().workspace == str(office)
    assert not page.usual.isEnabled()


def test_theme_and_language_are_remembered_and_the_next_window_speaks_english(
    qapp: QApplication, open_page: OpenPage, office: Path, tmp_path: Path
) -> None:
    window, page = open_page(office, "settings")
    stored = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    window._settings = stored
    page._choose_theme(2)
    assert theme.current().mode == "dark"
    page._choose_language(1)
    assert page.again.isVisible()
    try:
        dress(qapp, stored)
        assert tr("保存") == "Save"
        assert tr("次月") != "次月"
    finally:
        language.speak(qapp, "zh_CN")
        theme.apply(qapp, "light")
    assert tr("保存") == "保存"


def test_checks_are_switched_in_the_catalogue_and_the_page_leads_there(
    qtbot: QtBot, open_page: OpenPage, rest: Rest, office: Path
) -> None:
    window, page = open_page(office, "settings")
    assert "没有停用" in page._switched.text()
    next(b for b in page.findChildren(QWidget) if getattr(b, "text", str)() == "看校验目录").click()  # type: ignore[attr-defined]
    rest(window)
    assert window.current == "rules"


def test_the_use_of_an_empty_workspace_is_changed_here_and_of_one_with_data_it_says_why_not(
    open_page: OpenPage, rest: Rest, office: Path, tmp_path: Path
) -> None:
    window, page = open_page(tmp_path / "新", "settings")
    assert page.profile.whose.text() == "市级"
    page.profile.change.click()
    answer(window, {"party": "昌平园"}, rest)
    assert page.profile.whose.text() == "昌平园"
    assert next(iter(window.pages_offered)).key == "park_report"
    window.offered["undo"].trigger()
    rest(window)
    assert window.page("settings").profile.whose.text() == "市级"
    window, page = open_page(office, "settings")
    assert not page.profile.change.isEnabled()
    assert "已有报送或交换包" in page.profile.why.text()
