"""The office of the intake page's tests: parks' files, a workspace with a faulty one, and the window on it."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from reports.template_xlsx import write_template
from zgc_desktop.bootstrap import load_catalogue, open_workspace
from zgc_desktop.domain.periods import Month
from zgc_desktop.paths import resources_dir
from zgc_desktop.services.receive import receive
from zgc_desktop.ui import theme
from zgc_desktop.ui.main_window import MainWindow
from zgc_desktop.ui.pages.base import Page, Shell
from zgc_desktop.ui.pages.intake import IntakePage
from zgc_desktop.ui.session import Session
from zgc_desktop.ui.table.view import DataTable

CODES = ("91110108MA01TJ3Y5P", "91110114MA0J9HTM4L", "91110113MA09D4H3XP")
"""Valid and fictitious, from the field's rules."""
NAMES = ("北京衡岳智造科技有限公司", "北京知远数联技术有限公司", "北京槿蘅新材科技有限公司")
OCTOBER = Month(2026, 10)
Row = dict[str, object]
WriteFile = Callable[..., Path]


class Watcher(Page):
    """Another page that shows submissions: it counts how often it must read again."""

    subjects = frozenset({"submissions"})

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self.read = 0

    def refresh(self) -> None:
        self.read += 1


def company(n: int, **changes: object) -> Row:
    line: Row = {
        "credit_code": CODES[n],
        "name": NAMES[n],
        "registered_address": "北京市海淀区知行街 1 号",
        "industry": "新一代信息技术",
        "founded_on": date(2019, 3, 1),
        "employees": 30 + n,
        "revenue_fen": 100_000_000 * (n + 1),
        "rd_fen": 5_000_000,
        "status": "在营",
    }
    return line | changes


def tax(n: int) -> Row:
    parts = {"vat_fen": 1_234_567, "cit_fen": 765_433, "other_fen": 100}
    return {"credit_code": CODES[n], "name": NAMES[n], **parts, "total_fen": sum(parts.values()), "source": "税务"}


def write_file(folder: Path, park: str, *roster: Row, month: Month = OCTOBER, name: str = "") -> Path:
    """A park's filled-in template, every company with a tax line that adds up."""
    catalogue = load_catalogue(resources_dir())
    codes = [CODES.index(str(line["credit_code"])) for line in roster]
    return write_template(
        folder / (name or f"中关村月报_{park}_{month}.xlsx"),
        park=park,
        month=month,
        clusters=[c.name for c in catalogue.clusters_of(park)],
        industries=list(catalogue.industries),
        parks=list(catalogue.parks),
        rows={"enterprise": list(roster), "tax": [tax(n) for n in dict.fromkeys(codes)]},
    )


@pytest.fixture(name="park_file")
def intake_file(tmp_path: Path) -> WriteFile:
    """Write a park's file: ``park_file("海淀园", company(0))``."""
    return partial(write_file, tmp_path / "收件")


@pytest.fixture(scope="session")
def _empty_desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return open_workspace(tmp_path_factory.mktemp("intake") / "空").paths.root


@pytest.fixture(scope="session")
def _faulty_desk(tmp_path_factory: pytest.TempPathFactory, _empty_desk: Path) -> Path:
    """海淀园 has a company without a name, 昌平园 is clean; both wait."""
    base = tmp_path_factory.mktemp("intake-faulty")
    ctx = open_workspace(Path(shutil.copytree(_empty_desk, base / "有错误")))
    write_file(base / "收件", "海淀园", company(0), company(1, name=None))
    write_file(base / "收件", "昌平园", company(2))
    receive(ctx, [base / "收件"])
    return ctx.paths.root


@pytest.fixture(name="faulty")
def intake_faulty(_faulty_desk: Path) -> Path:
    """The window opens on a workspace with a faulty and a clean file; this is the faulty one."""
    return _faulty_desk.parent / "收件" / f"中关村月报_海淀园_{OCTOBER}.xlsx"


@pytest.fixture(name="workspace")
def intake_workspace(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A workspace of the test's own: empty, or with the faulty file where the test asks for that."""
    made = request.getfixturevalue("_faulty_desk" if "faulty" in request.fixturenames else "_empty_desk")
    return Path(shutil.copytree(made, tmp_path / "工作 区"))


@pytest.fixture(name="window")
def intake_window(qtbot: QtBot, qapp: QApplication, workspace: Path) -> Iterator[MainWindow]:
    """The window on the workspace; October 2026 is chosen."""
    theme.apply(qapp, "light")
    session = Session(workspace)
    made = MainWindow({"receive": lambda shell: IntakePage(shell, session), "desk": Watcher})
    qtbot.addWidget(made)
    with qtbot.waitSignal(session.ready, timeout=10_000):
        session.open(made.operations)
    made.set_months([Month(2026, 9), OCTOBER], OCTOBER)
    made.show()
    qtbot.waitActive(made)
    made.go("desk")
    made.go("receive")
    settle(qtbot, made)
    yield made
    made.operations.close()


def settle(qtbot: QtBot, window: MainWindow) -> None:
    """Wait until nothing is under way."""
    qtbot.waitUntil(lambda: not window.operations.running, timeout=20_000)


def intake(window: MainWindow) -> IntakePage:
    page = window.page("receive")
    assert isinstance(page, IntakePage)
    return page


def drop(qtbot: QtBot, window: MainWindow, target: QWidget, *files: Path) -> None:
    """Drag files over a widget and let them fall, as the Explorer does."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(f)) for f in files])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(20, 20), Qt.DropAction.CopyAction, mime, buttons, keys)
    QApplication.sendEvent(target, enter)
    assert enter.isAccepted()
    fall = QDropEvent(QPointF(20, 20), Qt.DropAction.CopyAction, mime, buttons, keys)
    with qtbot.waitSignal(window.operations.started, timeout=5_000):
        QApplication.sendEvent(target, fall)
    settle(qtbot, window)


def texts(table: DataTable[object], n: int) -> dict[str, str]:
    """What a shown row says, by column."""
    return {c.key: table.table.cell(n, at).text for at, c in enumerate(table.table.columns)}


def park_row(page: IntakePage, park: str) -> dict[str, str]:
    n = page.table.table.find(park)
    assert n is not None
    return texts(page.table, n)  # type: ignore[arg-type]  # rows of any kind read the same


def select(qtbot: QtBot, window: MainWindow, park: str) -> None:
    assert intake(window).table.select_key(park)
    settle(qtbot, window)
