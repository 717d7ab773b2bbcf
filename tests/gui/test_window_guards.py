"""The guards of the window tests themselves: what they promise to catch, they catch."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QFileDialog, QLabel, QMessageBox
from pytestqt.qtbot import QtBot

CARELESS = '''
"""Tests that do what no test may."""
from PySide6.QtCore import qWarning
from PySide6.QtWidgets import QLabel

kept = []

def test_ignores_a_warning_of_qt(qtbot):
    qWarning("something is wrong")

def test_leaves_a_window_open(qtbot):
    kept.append(QLabel("left"))
    kept[0].show()

def test_fails_with_a_window_shown(qtbot):
    label = QLabel("to be seen")
    qtbot.addWidget(label)
    label.show()
    assert False

def test_raises_in_a_slot(qtbot):
    label = QLabel()
    qtbot.addWidget(label)
    label.linkActivated.connect(lambda text: 1 / 0)
    label.linkActivated.emit("x")
'''


def test_a_message_box_nobody_answers_fails_the_test(qtbot: QtBot) -> None:
    with pytest.raises(pytest.fail.Exception, match=r"QMessageBox\.question"):
        QMessageBox.question(None, "确认", "要覆盖吗？")


def test_a_file_dialog_nobody_answers_fails_the_test(qtbot: QtBot) -> None:
    with pytest.raises(pytest.fail.Exception, match=r"QFileDialog\.getOpenFileNames"):
        QFileDialog.getOpenFileNames(None, "选择报送文件")


def test_careless_window_tests_fail_each_for_its_reason(root: Path, tmp_path: Path) -> None:
    careless = tmp_path / "test_careless.py"
    careless.write_text(CARELESS, encoding="utf-8")
    environment = dict(os.environ, PYTHONPATH=str(root / "tests" / "gui"), ZGC_FAILED_SHOTS=str(tmp_path / "shots"))
    ran = subprocess.run(
        [
            sys.executable,
            "-m",
            "pytest",
            "-p",
            "conftest",
            "-p",
            "no:cacheprovider",
            "-c",
            str(root / "pyproject.toml"),
            str(careless),
        ],
        cwd=root,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    summary = {line.split("::")[1] for line in ran.stdout.splitlines() if line.startswith(("FAILED", "ERROR"))}
    causes = {line.partition(" - ")[0].strip() for line in summary}
    assert causes == {
        "test_ignores_a_warning_of_qt",
        "test_leaves_a_window_open",
        "test_fails_with_a_window_shown",
        "test_raises_in_a_slot",
    }, ran.stdout
    assert "left open: [\"QLabel '' ''\"]" in ran.stdout
    assert [picture.name for picture in (tmp_path / "shots").iterdir()] == ["test_fails_with_a_window_shown-0.png"]


def test_chinese_is_drawn_as_characters_and_not_as_boxes(qtbot: QtBot) -> None:
    """Where a font lacks a character, every character gets the same box; two different ones must look different."""

    def picture(text: str) -> QImage:
        label = QLabel(text)
        qtbot.addWidget(label)
        label.setFixedSize(QSize(40, 40))
        return label.grab().toImage()

    pictures = [picture(text) for text in ("统", "筹", "台", "𬭎")]
    assert all(a != b for i, a in enumerate(pictures) for b in pictures[:i])
    background = pictures[0].pixelColor(0, 0)
    assert any(
        abs(QColor(pictures[0].pixel(x, y)).lightness() - background.lightness()) > 60 for x in range(40) for y in range(40)
    )
