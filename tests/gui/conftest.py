"""What window tests share: our font, no modal box nobody answers, nothing left open, a picture of every failure."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Generator, Iterator
from pathlib import Path
from typing import Any, NoReturn

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QStandardPaths
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication, QColorDialog, QFileDialog, QFontDialog, QInputDialog, QMessageBox, QWidget

ROOT = Path(__file__).resolve().parents[2]
FONTS = ROOT / "resources" / "fonts"
PICTURES = Path(os.environ.get("ZGC_FAILED_SHOTS", ROOT / "shots-failed"))

MODAL = {
    QMessageBox: ("information", "question", "warning", "critical", "about", "aboutQt"),
    QFileDialog: ("getOpenFileName", "getOpenFileNames", "getSaveFileName", "getExistingDirectory"),
    QInputDialog: ("getText", "getItem", "getInt", "getDouble", "getMultiLineText"),
    QColorDialog: ("getColor",),
    QFontDialog: ("getFont",),
}

# Qt keeps one of these for itself and reuses it.
QT_OWN = {"QTipLabel"}


@pytest.fixture(scope="session", autouse=True)
def _our_font(qapp: QApplication) -> None:
    """The same letters on every machine, and Chinese ones where the system has none."""
    QStandardPaths.setTestModeEnabled(True)
    for name in ("NotoSansSC-Regular.ttf", "NotoSansSC-Bold.ttf"):
        assert QFontDatabase.addApplicationFont(str(FONTS / name)) >= 0
    qapp.setStyle("Fusion")
    qapp.setFont(QFont("Noto Sans SC", 10))


@pytest.fixture(autouse=True)
def _no_modal(monkeypatch: pytest.MonkeyPatch) -> None:
    """A modal box nobody answers would hang; the test that expects one replaces it itself."""

    def refuse(name: str) -> Callable[..., NoReturn]:
        def called(*arguments: Any, **_: Any) -> NoReturn:
            pytest.fail(f"unexpected modal {name}{arguments[1:3]!r}")

        return called

    for box, names in MODAL.items():
        for name in names:
            monkeypatch.setattr(box, name, staticmethod(refuse(f"{box.__name__}.{name}")))


@pytest.fixture(autouse=True)
def _undressed(qapp: QApplication, _our_font: None) -> Iterator[None]:
    """Whoever applies a theme does not dress the next test."""
    palette, font = qapp.palette(), qapp.font()
    yield
    if qapp.styleSheet():
        qapp.setStyleSheet("")
        qapp.setPalette(palette)
        qapp.setFont(font)


def _open_windows() -> list[QWidget]:
    return [w for w in QApplication.topLevelWidgets() if w.parent() is None and w.metaObject().className() not in QT_OWN]


@pytest.fixture(autouse=True)
def _nothing_left_open(qapp: QApplication) -> Iterator[None]:
    """A window that outlives its test would receive the next test's events."""
    before = set(map(id, _open_windows()))
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    if any(id(window) not in before for window in _open_windows()):
        gc.collect()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    left = [window for window in _open_windows() if id(window) not in before]
    names = [f"{w.metaObject().className()} {w.objectName()!r} {w.windowTitle()!r}" for w in left]
    for window in left:
        window.close()
        window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not names, f"left open: {names}"


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Keep a picture of every visible window of a failed test in ``shots-failed/``."""
    report = yield
    if report.when == "call" and report.failed and QApplication.instance() is not None:
        PICTURES.mkdir(parents=True, exist_ok=True)
        safe = "".join(c if c.isalnum() or c in "-_" else "_" for c in item.name)
        for number, window in enumerate(QApplication.topLevelWidgets()):
            if window.isVisible():
                window.grab().save(str(PICTURES / f"{safe}-{number}.png"))
    return report
