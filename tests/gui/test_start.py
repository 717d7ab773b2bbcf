"""Starting: nothing heavy is imported before the window shows, Qt speaks Chinese, an uncaught exception becomes a report."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtWidgets import QApplication, QDialog, QPlainTextEdit
from pytestqt.qtbot import QtBot

from zgc_desktop.ui import language, theme
from zgc_desktop.ui.app import fault_reporter
from zgc_desktop.ui.main_window import MainWindow

HEAVY = ("sqlalchemy", "sqlmodel", "alembic", "openpyxl", "python_calamine", "reportlab", "pydantic", "stdnum", "PIL", "typer")


def test_the_window_shows_before_anything_heavy_is_imported(root: Path) -> None:
    code = (
        "import sys\n"
        "from PySide6.QtWidgets import QApplication\n"
        "from zgc_desktop.ui import app, theme\n"
        "from zgc_desktop.ui.main_window import MainWindow\n"
        "qt = QApplication([])\n"
        "theme.apply(qt, 'light')\n"
        "window = MainWindow()\n"
        "window.go('desk')\n"
        "window.show()\n"
        "qt.processEvents()\n"
        f"print(sorted(set({HEAVY!r}) & set(sys.modules)))\n"
        "window.close()\n"
    )
    ran = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, encoding="utf-8", check=False)
    assert ran.returncode == 0, ran.stderr
    assert ran.stdout.strip() == "[]"


def test_qts_own_buttons_are_chinese(qapp: QApplication) -> None:
    language.speak(qapp, "zh_CN")
    if not qapp.findChildren(QTranslator, "spoken"):
        pytest.skip("Qt came without its translations")
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "取消"


def test_an_exception_nobody_caught_is_reported_and_the_window_stays(
    qtbot: QtBot, qapp: QApplication, caplog: pytest.LogCaptureFixture
) -> None:
    theme.apply(qapp, "light")
    window = MainWindow()
    qtbot.addWidget(window)
    window.show()
    problem = ZeroDivisionError("division by zero")
    fault_reporter(window)(ZeroDivisionError, problem, None)
    (dialog,) = window.findChildren(QDialog)
    (details,) = dialog.findChildren(QPlainTextEdit)
    assert "ZeroDivisionError" in details.toPlainText()
    assert window.isVisible()
    assert "uncaught" in caplog.text
    dialog.accept()
