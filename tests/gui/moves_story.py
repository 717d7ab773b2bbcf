"""A small office with a double claim and one case, its window on 迁移协调, and what its tests say to both."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from zgc_desktop import bootstrap
from zgc_desktop.domain.moves import MoveCase
from zgc_desktop.domain.periods import Month
from zgc_desktop.services import accept, move_case, reconcile
from zgc_desktop.ui import theme
from zgc_desktop.ui.main_window import MainWindow
from zgc_desktop.ui.pages.moves import MovesPage
from zgc_desktop.ui.pages.moves_ask import Ask
from zgc_desktop.ui.pages.moves_board import TicketFrame
from zgc_desktop.ui.session import Session

SEPTEMBER, OCTOBER = Month(2026, 9), Month(2026, 10)
ZHIYUAN, YANCHUAN = "91110114MA0J9HTM4L", "91110115MA053JJL2M"


def now() -> datetime:
    return datetime(2026, 11, 6, 9, 0)


@pytest.fixture(scope="session", name="_moves_office")
def moves_office(_office: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """October has a double claim of 海淀园 and 昌平园; one case is registered."""
    folder = Path(shutil.copytree(_office, tmp_path_factory.mktemp("moves") / "办公室"))
    ctx = bootstrap.open_workspace(folder, who="张", clock=now)
    accept.accept(ctx, OCTOBER, ["顺义园"], despite_errors="园方已说明")
    reconcile.refresh(ctx, OCTOBER)
    move_case.open_case(ctx, ZHIYUAN, "昌平园", "海淀园", opened_on=date(2026, 11, 2))
    return folder


@pytest.fixture(name="session")
def moves_session(_moves_office: Path, tmp_path: Path) -> Session:
    return Session(Path(shutil.copytree(_moves_office, tmp_path / "office" / "办公室")), clock=now)


@pytest.fixture(name="window")
def moves_window(qtbot: QtBot, qapp: QApplication, session: Session) -> Iterator[MainWindow]:
    theme.apply(qapp, "light")
    made = MainWindow({"moves": lambda shell: MovesPage(shell, session)})
    qtbot.addWidget(made)
    with qtbot.waitSignal(session.ready, timeout=10_000):
        session.open(made.operations)
    made.set_months([SEPTEMBER, OCTOBER], OCTOBER)
    made.resize(1440, 900)
    made.show()
    qtbot.waitExposed(made)
    made.go("moves")
    settle(qtbot, made)
    yield made
    made.operations.close()


def settle(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: not window.operations.running, timeout=30_000)
    QApplication.processEvents()


def moves(window: MainWindow) -> MovesPage:
    page = window.page("moves")
    assert isinstance(page, MovesPage)
    return page


def words(widget: QWidget) -> list[str]:
    return [w.text() for w in widget.findChildren(QLabel) if w.isVisible()]


def tickets(page: MovesPage) -> dict[str, list[TicketFrame]]:
    assert page.seen is not None
    titles = ("线索", "迁出登记", "迁入确认", "市级统筹", "办理中", "已落地", "分享中")
    return dict(zip(titles, page.board.columns, strict=True))


def asked(page: MovesPage) -> Ask:
    (dialog,) = [d for d in page.findChildren(Ask) if d.isVisible()]
    return dialog


def fill(dialog: Ask, **answers: str) -> None:
    for key, said in answers.items():
        edit = dialog.edits[key]
        if isinstance(edit, QComboBox):
            assert edit.findText(said) >= 0, [edit.itemText(n) for n in range(edit.count())]
            edit.setCurrentText(said)
        else:
            assert isinstance(edit, QLineEdit)
            edit.setText(said)


def case(session: Session, number: str) -> MoveCase:
    return next(c for c in move_case.all_cases(session.need()) if c.id == number)


def choose(qtbot: QtBot, window: MainWindow, key: str) -> MovesPage:
    page = moves(window)
    page.select(key)
    settle(qtbot, window)
    return page
