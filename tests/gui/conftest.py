"""What window tests share: our font, no modal box nobody answers, nothing left open, a picture of every failure."""

from __future__ import annotations

import gc
import os
import shutil
import time
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any, NoReturn

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QStandardPaths, QTimer
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import (
    QApplication,
    QColorDialog,
    QFileDialog,
    QFontDialog,
    QInputDialog,
    QMessageBox,
    QWidget,
)
from pytestqt.qtbot import QtBot

from reports.template_xlsx import write_template
from tests.gui.every_page import cut_words
from tests.gui.firms import FIRMS, roster_line
from zgc_desktop import bootstrap
from zgc_desktop.domain.periods import Month
from zgc_desktop.services import accept, demo, receive
from zgc_desktop.services.context import AppContext
from zgc_desktop.ui import theme
from zgc_desktop.ui.app import SELDOM
from zgc_desktop.ui.main_window import MainWindow
from zgc_desktop.ui.session import Session
from zgc_desktop.ui.start import make_window

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


# ---- a small office with two months, built by the real services ------------------------------------------------------------


def _tax(n: int) -> dict[str, object]:
    code, name = FIRMS[n]
    parts = {"vat_fen": 1_234_567 * (n + 1), "cit_fen": 765_433, "other_fen": 100}
    return {"credit_code": code, "name": name, **parts, "total_fen": sum(parts.values()), "source": "税务"}


def _send(ctx: AppContext, folder: Path, month: Month, parks: dict[str, list[dict[str, object]]]) -> None:
    """Parks send their month, and the desk receives it."""
    for park, roster in parks.items():
        codes = [code for code, _ in FIRMS]
        write_template(
            folder / f"中关村月报_{park}_{month}.xlsx",
            park=park,
            month=month,
            clusters=[c.name for c in ctx.catalogue.clusters_of(park)],
            industries=list(ctx.catalogue.industries),
            parks=list(ctx.catalogue.parks),
            rows={
                "enterprise": roster,
                "tax": [_tax(codes.index(c)) for line in roster if (c := str(line["credit_code"])) in codes],
            },
        )
    receive.receive(ctx, [folder])


@pytest.fixture(scope="session")
def roster() -> Callable[..., dict[str, object]]:
    """The n-th company as a line of a park's roster, with changes."""
    return roster_line


@pytest.fixture(scope="session")
def send() -> Callable[[AppContext, Path, Month, dict[str, list[dict[str, object]]]], None]:
    """Parks send their month, and the desk receives it."""
    return _send


@pytest.fixture(scope="session")
def _office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """September is in; October: 海淀园 and 昌平园 list the same company and are in, 顺义园 has an error and waits."""
    base = tmp_path_factory.mktemp("office")
    ctx = bootstrap.open_workspace(base / "办公室", who="张", clock=lambda: datetime(2026, 11, 6, 9, 0))
    september, october = Month(2026, 9), Month(2026, 10)
    _send(
        ctx,
        base / "9",
        september,
        {"海淀园": [roster_line(0), roster_line(3)], "昌平园": [roster_line(1)], "顺义园": [roster_line(2)]},
    )
    accept.accept(ctx, september)
    claimed = {"海淀园": [roster_line(0), roster_line(3, status="注销")], "昌平园": [roster_line(1), roster_line(0)]}
    _send(ctx, base / "10", october, claimed | {"顺义园": [roster_line(2), roster_line(4, name="")]})
    accept.accept(ctx, october, ["海淀园", "昌平园"])
    return ctx.paths.root


@pytest.fixture
def office(_office: Path, tmp_path: Path) -> Path:
    """The folder of a workspace with September and October 2026, this test's own."""
    return Path(shutil.copytree(_office, tmp_path / "office" / "办公室"))


@pytest.fixture(scope="session")
def _demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demonstration's workspace: three months of seventeen parks, every page has something to show."""
    made = demo.build(
        tmp_path_factory.mktemp("演示"), lambda folder, clock: bootstrap.open_workspace(folder, who="演示", clock=clock)
    )
    return made.workspace


@pytest.fixture
def full(_demo: Path, tmp_path: Path) -> Path:
    """A copy of it, this test's own."""
    return Path(shutil.copytree(_demo, tmp_path / "满" / "办公室"))


# ---- nothing is cut ---------------------------------------------------------------------------------------------------------


@pytest.fixture(name="cut_words")
def _cut_words() -> Callable[[QWidget], list[str]]:
    """Words of a window that do not fit: labels, buttons, titles and figures; names may be cut, they have a tooltip."""
    return cut_words


# ---- a window on a workspace ------------------------------------------------------------------------------------------------


def come_to_rest(qtbot: QtBot, window: MainWindow) -> None:
    """Wait until nothing is under way; what a page reads may be followed by what its details read."""
    for _ in range(3):
        qtbot.waitUntil(lambda: not window.operations.running, timeout=60_000)
        QApplication.processEvents()


OpenPage = Callable[..., tuple[MainWindow, Any]]


@pytest.fixture
def open_page(qtbot: QtBot, qapp: QApplication) -> Iterator[OpenPage]:
    """Open one page of the window on the workspace in a folder; (window, page)."""
    theme.apply(qapp, "light")
    made: list[MainWindow] = []

    def opened(folder: Path, page: str, *, now: datetime = datetime(2026, 11, 16, 9, 0)) -> tuple[MainWindow, Any]:
        session = Session(folder, clock=lambda: now)
        window = make_window(session)
        made.append(window)
        qtbot.addWidget(window)
        window.show()
        qtbot.waitUntil(lambda: session.is_open, timeout=20_000)
        come_to_rest(qtbot, window)
        window.go(page)
        come_to_rest(qtbot, window)
        return window, window.page(page)

    yield opened
    for window in made:
        window.operations.close()


@pytest.fixture
def rest(qtbot: QtBot) -> Callable[[MainWindow], None]:
    """Wait until a window has nothing under way."""
    return lambda window: come_to_rest(qtbot, window)


# ---- the event loop's heartbeat ---------------------------------------------------------------------------------------------

BEAT_MS = 5


class Watchdog(QObject):
    """Measures the main thread's own CPU time between beats, not the clock: on two busy cores the clock also counts others.

    A gap is work that kept the loop from its next event: a slow slot, a model filled row by row, a picture laid out.
    """

    def __init__(self) -> None:
        super().__init__()
        self.worst: dict[str, float] = {}
        self._what = ""
        self._last = 0.0
        self._timer = QTimer(self)
        self._timer.setInterval(BEAT_MS)
        self._timer.timeout.connect(self._beat)

    @contextmanager
    def watching(self, what: str) -> Iterator[None]:
        """Watch a piece of the day: what is done inside must be one act of the user and the waiting for its end."""
        gc.collect()  # the rubbish of the test itself is not the window's
        usual = gc.get_threshold()
        gc.set_threshold(*usual[:2], SELDOM)  # as the program has it: `ui.app.spare_the_window`
        self.worst.setdefault(what, 0.0)
        self._what, self._last = what, time.thread_time()
        self._timer.start()
        try:
            yield
        finally:
            self._beat()
            self._timer.stop()
            gc.set_threshold(*usual)

    def _beat(self) -> None:
        now = time.thread_time()
        self.worst[self._what] = max(self.worst[self._what], now - self._last)
        self._last = now


@pytest.fixture
def watchdog(qapp: QApplication) -> Watchdog:
    """The heartbeat of this test's window."""
    return Watchdog()
