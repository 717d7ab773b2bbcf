"""The window when something is wrong: somebody else writes, a passphrase is needed, last time ended badly, we have a bug."""

from __future__ import annotations

import json
import os
import platform
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from db import encryption as sealing
from zgc_desktop import bootstrap
from zgc_desktop.services import encrypt
from zgc_desktop.ui import theme
from zgc_desktop.ui.app import fault_reporter, thread_reporter
from zgc_desktop.ui.main_window import MainWindow
from zgc_desktop.ui.session import Session
from zgc_desktop.ui.start import make_window

HOLD = """
import sys
from pathlib import Path
from zgc_desktop import bootstrap
ctx = bootstrap.open_workspace(Path(sys.argv[1]), who="王", hold=True)
print("open", flush=True)
sys.stdin.readline()
ctx.close()
"""
Opened = tuple[MainWindow, Session]
NAME = "北京衡岳智造科技有限公司"


@pytest.fixture
def start(qtbot: QtBot, qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[Path], Opened]]:
    """Start the window on a folder and wait until it has opened it, or asks for something."""
    monkeypatch.setenv("ZGC_USER", "张")
    theme.apply(qapp, "light")
    made: list[Opened] = []

    def open_on(folder: Path) -> Opened:
        session = Session(folder, clock=lambda: datetime(2026, 11, 16, 9, 0))
        window = make_window(session)
        made.append((window, session))
        qtbot.addWidget(window)
        window.resize(1360, 820)
        window.show()
        qtbot.waitUntil(lambda: session.is_open or session.problem is not None, timeout=20_000)
        qtbot.waitUntil(lambda: not window.operations.running, timeout=20_000)
        QApplication.processEvents()
        return window, session

    yield open_on
    for window, session in made:
        window.operations.close()
        session.close()


def ribbon_of(window: MainWindow) -> str:
    return window.ribbon.accessibleName() if window.ribbon.isVisible() else ""


def test_a_second_window_says_who_writes_and_may_write_after_him(
    start: Callable[[Path], Opened], office: Path, qtbot: QtBot, root: Path
) -> None:
    first = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(office)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=root,
        env=dict(os.environ, PYTHONPATH=str(root)),
    )  # fmt: skip
    with first:
        assert first.stdout is not None
        assert first.stdout.readline().strip() == "open"
        window, session = start(office)
        assert "只读方式打开；王（电脑" in ribbon_of(window)
        assert "正在写入" in ribbon_of(window)
        (again,) = [b for b in window.ribbon.findChildren(QPushButton) if b.isVisible()]
        assert again.text() == "重新打开"
        first.communicate("\n", timeout=60)
    again.click()
    qtbot.waitUntil(lambda: session.need().store.read_only == "" and not window.operations.running, timeout=20_000)
    qtbot.waitUntil(lambda: ribbon_of(window) == "", timeout=20_000)


def test_the_passphrase_is_asked_and_a_wrong_one_is_told(
    start: Callable[[Path], Opened], office: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sealing, "_N", 2**14)
    encrypt.encrypt(bootstrap.open_workspace(office), "一句 长长的 口令")
    window, session = start(office)

    def ask(words: str) -> None:
        dialog = next(d for d in window.findChildren(QDialog) if d.isVisible())
        (line,) = dialog.findChildren(QLineEdit)
        line.setText(words)
        next(b for b in dialog.findChildren(QPushButton) if b.text() == "打开").click()

    def told() -> str:
        return "".join(w.text() for d in window.findChildren(QDialog) if d.isVisible() for w in d.findChildren(QLabel))

    assert "请输入口令" in told()
    ask("不是这一句口令")
    qtbot.waitUntil(lambda: "口令不对" in told(), timeout=20_000)
    ask("一句 长长的 口令")
    qtbot.waitUntil(lambda: session.is_open and not window.operations.running, timeout=20_000)
    assert session.need().store.key is not None


def test_the_next_start_says_how_the_last_one_ended(start: Callable[[Path], Opened], office: Path) -> None:
    note = {"who": "王", "machine": platform.node(), "pid": 1, "since": "2026-11-15T17:30:00+08:00", "program": ""}
    (office / "writer.json").write_text(json.dumps(note), encoding="utf-8")
    window, _session = start(office)
    assert "上次没有正常关闭（王，2026-11-15 17:30 打开" in ribbon_of(window)
    assert "快速检查通过" in ribbon_of(window)
    (known,) = [b for b in window.ribbon.findChildren(QPushButton) if b.isVisible()]
    known.click()
    assert ribbon_of(window) == ""


def _broken() -> None:
    raise ZeroDivisionError(f"{NAME} 91110108MA01TJ3Y5P 1234567.89")


def test_a_bug_leaves_a_report_without_company_data_and_the_window_goes_on(
    start: Callable[[Path], Opened], office: Path, qtbot: QtBot
) -> None:
    window, _session = start(office)
    window.operations.run("试算", lambda _p, _c: _broken())
    qtbot.waitUntil(lambda: not window.operations.running, timeout=20_000)
    (report,) = (office / "logs").glob("bug-*.txt")
    text = report.read_text(encoding="utf-8")
    assert "builtins.ZeroDivisionError" in text
    assert "_broken" in text
    assert "试算" in text
    dialog = next(d for d in window.findChildren(QDialog) if d.isVisible())
    shown = "".join(w.text() for w in dialog.findChildren(QLabel)) + dialog.findChildren(QPlainTextEdit)[0].toPlainText()
    assert str(report) in shown
    for secret in (NAME, "91110108MA01TJ3Y5P", "1234567"):
        assert secret not in text + shown
    dialog.accept()
    done: list[int] = []
    window.operations.run("再来", lambda _p, _c: 7, done.append)
    qtbot.waitUntil(lambda: done == [7], timeout=20_000)


def test_an_exception_of_any_thread_is_reported(
    start: Callable[[Path], Opened], office: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, _session = start(office)
    monkeypatch.setattr(threading, "excepthook", thread_reporter(window))
    thread = threading.Thread(target=_broken)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: any((office / "logs").glob("bug-*.txt")), timeout=20_000)
    dialog = next(d for d in window.findChildren(QDialog) if d.isVisible())
    dialog.accept()
    assert window.isVisible()


def test_a_report_that_cannot_be_written_hides_nothing(start: Callable[[Path], Opened], office: Path) -> None:
    window, _session = start(office)
    (office / "logs").rename(office / "logs-gone")
    (office / "logs").write_text("a file where the folder was", encoding="utf-8")
    fault_reporter(window)(ZeroDivisionError, ZeroDivisionError(), None)
    dialog = next(d for d in window.findChildren(QDialog) if d.isVisible())
    assert "ZeroDivisionError" in dialog.findChildren(QPlainTextEdit)[0].toPlainText()
    dialog.accept()
