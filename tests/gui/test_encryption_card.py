"""加密 in the window: chosen for a new or a full workspace, another passphrase, another key, none; the code shown once."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QDialog, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from db import encryption as sealing
from tests.gui.asking import Rest, answer, press, words
from zgc_desktop.bootstrap import open_workspace
from zgc_desktop.services import audit, encrypt
from zgc_desktop.ui.main_window import MainWindow
from zgc_desktop.ui.pages.moves_ask import Ask
from zgc_desktop.ui.pages.settings_encryption import copy_for_a_while

OpenPage = Callable[..., tuple[MainWindow, Any]]
FIRST, SECOND = "一句 长长的 口令", "另一句 长长的 口令"
PLAIN = b"SQLite format 3"


@pytest.fixture(autouse=True)
def _quick_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sealing, "_N", 2**14)
    monkeypatch.delenv("ZGC_PASSPHRASE", raising=False)


def code_shown(window: MainWindow) -> str:
    """The recovery code; it goes only after somebody said that it was written down."""
    dialog = next(d for d in window.findChildren(QDialog) if d.isVisible() and d.windowTitle() == "恢复码")
    (close,) = [b for b in dialog.findChildren(QPushButton) if b.text() == "关闭"]
    assert not close.isEnabled()
    code = next(line for line in words(dialog).splitlines() if len(line) == 29)
    dialog.reject()
    assert dialog.isVisible()
    dialog.findChildren(QCheckBox)[0].setChecked(True)
    close.click()
    return code


def files_in_the_open(root: Path) -> list[Path]:
    kept = [*root.glob("archive/??/*"), *root.glob("backups/*.db"), root / "tongchoutai.db"]
    return [p for p in kept if not (sealing.is_sealed(b := p.read_bytes()) or (p.suffix == ".db" and not b.startswith(PLAIN)))]


def test_a_workspace_is_encrypted_rekeyed_and_opened_again_in_the_window(open_page: OpenPage, rest: Rest, office: Path) -> None:
    window, page = open_page(office, "settings")
    assert "未加密" in words(page.encryption)
    press(page, "加密工作区…")
    dialog = next(d for d in window.findChildren(Ask) if d.isVisible())
    assert dialog.edits["new"].echoMode() is QLineEdit.EchoMode.Password  # type: ignore[union-attr]
    dialog.edits["new"].setText("短")  # type: ignore[union-attr]
    dialog.edits["again"].setText("短")  # type: ignore[union-attr]
    assert "至少 8 个字符" in dialog.missing.text()
    dialog.edits["new"].setText(FIRST)  # type: ignore[union-attr]
    assert dialog.missing.text() == "两次输入不同"
    answer(window, {"new": FIRST, "again": FIRST}, rest)
    code = code_shown(window)
    assert files_in_the_open(office) == []
    assert "已加密" in words(page.encryption)

    press(page, "更换口令…")
    answer(window, {"old": "不是这一句口令", "new": SECOND, "again": SECOND}, rest)
    assert "口令不对" in page.ribbon.accessibleName()
    press(page, "更换口令…")
    answer(window, {"old": code, "new": SECOND, "again": SECOND}, rest)  # who forgot the passphrase has the code
    with pytest.raises(sealing.WrongPassphrase):
        open_workspace(office, passphrase=FIRST)
    assert audit.verify(open_workspace(office, passphrase=SECOND)).sound

    press(page, "更换密钥…")
    answer(window, {"old": SECOND, "new": FIRST, "again": FIRST}, rest)
    again = code_shown(window)
    assert again != code
    with pytest.raises(sealing.WrongPassphrase):
        open_workspace(office, passphrase=code)
    assert encrypt.is_encrypted(open_workspace(office, passphrase=again))

    window.go("audit")  # every page goes on reading under the new key
    rest(window)
    assert "更换工作区密钥" in window.page("audit").history.table.table.rows[0].entry.sentence  # type: ignore[union-attr]
    window.go("settings")
    press(page, "解除加密…")
    answer(window, {"old": FIRST}, rest)
    assert not sealing.is_sealed((office / "tongchoutai.db").read_bytes())
    assert not encrypt.is_encrypted(open_workspace(office))


def test_a_new_workspace_may_begin_with_a_passphrase(open_page: OpenPage, rest: Rest, tmp_path: Path) -> None:
    window, desk = open_page(tmp_path / "新办公室", "desk")
    press(desk, "加密…")
    rest(window)
    assert window.current == "settings"
    answer(window, {"new": FIRST, "again": FIRST}, rest)
    code_shown(window)
    assert files_in_the_open(tmp_path / "新办公室") == []


def test_the_code_leaves_the_clipboard_again(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("zgc_desktop.ui.pages.settings_encryption.CLIPBOARD_MS", 10)
    clipboard = QApplication.clipboard()
    copy_for_a_while("AAAAA-BBBBB")
    assert clipboard.text() == "AAAAA-BBBBB"
    qtbot.waitUntil(lambda: clipboard.text() == "")
    copy_for_a_while("AAAAA-BBBBB")
    clipboard.setText("后来抄的")
    qtbot.wait(50)
    assert clipboard.text() == "后来抄的"


def test_a_machine_that_is_gone_is_taken_over_with_a_reason(open_page: OpenPage, rest: Rest, office: Path) -> None:
    note = {"who": "王", "machine": "另一台", "pid": 1, "since": "2026-11-15T17:30:00+08:00", "program": ""}
    (office / "writer.json").write_text(json.dumps(note), encoding="utf-8")
    window, page = open_page(office, "settings")
    assert "只读方式打开" in window.ribbon.accessibleName()
    assert not page.encryption.encrypt.isEnabled()
    press(window.ribbon, "接管写权…")
    answer(window, {"reason": "电脑已送修"}, rest)
    rest(window)
    assert not window.ribbon.isVisible()
    assert page.encryption.encrypt.isEnabled()
    entry = audit.listed(open_workspace(office), 1)[0]
    assert (entry.command, entry.reason) == ("take-over", "电脑已送修")
    assert "王（电脑 另一台" in entry.sentence


def test_nobody_here_is_taken_over(open_page: OpenPage, office: Path) -> None:
    window, _page = open_page(office, "settings")
    window.ribbon.read_only("王正在写入", "重新打开", lambda: None)
    assert [b.text() for b in window.ribbon.findChildren(QPushButton) if b.isVisible()] == ["重新打开"]
    window.ribbon.hide()


def test_esc_does_not_throw_the_code_away(open_page: OpenPage, rest: Rest, office: Path) -> None:
    window, page = open_page(office, "settings")
    press(page, "加密工作区…")
    answer(window, {"new": FIRST, "again": FIRST}, rest)
    dialog = next(d for d in window.findChildren(QDialog) if d.windowTitle() == "恢复码")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    code_shown(window)
