"""报告中心 on a real workspace: a draft is written, shown, found stale, and cancelled without a trace."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from zgc_desktop.domain.changes import ChangeSummary
from zgc_desktop.domain.periods import Month
from zgc_desktop.services.accept import accept
from zgc_desktop.ui import theme
from zgc_desktop.ui.main_window import MainWindow
from zgc_desktop.ui.pages.reports_page import ReportsPage
from zgc_desktop.ui.session import Session

OCTOBER = Month(2026, 10)
PDF = "一区多园统筹协调月报_2026-10.pdf"


@pytest.fixture
def session(office: Path) -> Session:
    return Session(office, clock=lambda: datetime(2026, 11, 6, 9, 0))


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, session: Session) -> Iterator[MainWindow]:
    """The window on two months of an office; October is shown."""
    theme.apply(qapp, "light")
    made = MainWindow({"reports": lambda shell: ReportsPage(shell, session)})
    qtbot.addWidget(made)
    with qtbot.waitSignal(session.ready, timeout=10_000):
        session.open(made.operations)
    made.set_months([Month(2026, 9), OCTOBER], OCTOBER)
    made.show()
    qtbot.waitExposed(made)
    made.go("reports")
    settle(qtbot, made)
    yield made
    made.operations.close()


def settle(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: not window.operations.running, timeout=30_000)


def reports(window: MainWindow) -> ReportsPage:
    page = window.page("reports")
    assert isinstance(page, ReportsPage)
    return page


def words(page: QWidget) -> list[str]:
    return [w.text() for w in page.findChildren(QLabel) if w.isVisible()]


def test_before_a_draft_the_page_says_so_and_names_the_missing_parks(window: MainWindow) -> None:
    page = reports(window)
    assert page.state.text() == "2026-10 还没有生成月报"
    assert not page.open_pdf.isEnabled()
    said = words(page)
    assert {"通州园", "还没有生成月报", "目前用命令行"} <= set(said)
    assert any("zgc publish" in text for text in said)


def test_a_draft_is_written_to_the_outbox_and_shown(
    qtbot: QtBot,
    qapp: QApplication,
    window: MainWindow,
    session: Session,
    monkeypatch: pytest.MonkeyPatch,
    cut_words: Callable[[QWidget], list[str]],
) -> None:
    page = reports(window)
    page.write_draft()
    assert page.strip.isVisible()
    settle(qtbot, window)
    assert page.state.text() == "2026-10 月报草稿，与现有数据一致"
    assert page.preview.document.pageCount() > 5
    assert page.preview.page.text().startswith("第 1 / ")
    page.preview.turn(1)
    assert page.preview.page.text().startswith("第 2 / ")
    page.copy_fingerprint()
    fingerprint = QGuiApplication.clipboard().text()
    assert page.preview.keywords == fingerprint
    assert len(fingerprint) == 64
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()) or True)
    page.open_pdf.click()
    page.open_folder.click()
    assert [Path(p) for p in opened] == [session.paths.outbox / PDF, session.paths.outbox]
    for size in ((1440, 900), (1366, 768)):
        window.resize(*size)
        qapp.processEvents()
        assert cut_words(window) == []


def test_a_draft_older_than_the_facts_is_said_so(qtbot: QtBot, window: MainWindow, session: Session) -> None:
    page = reports(window)
    page.write_draft()
    settle(qtbot, window)
    accept(session.need(), OCTOBER, ["顺义园"], despite_errors="园方已说明")
    window.announce(ChangeSummary("接受", subjects=frozenset({"submissions"})))
    settle(qtbot, window)
    assert page.state.text() == "2026-10 月报草稿，数据已有变动"
    assert page.ribbon.isVisible()
    page.write_draft()
    settle(qtbot, window)
    assert not page.ribbon.isVisible()


def test_cancelling_leaves_no_file(qtbot: QtBot, window: MainWindow, session: Session) -> None:
    page = reports(window)
    page.write_draft()
    page.strip.cancel.click()
    settle(qtbot, window)
    assert page.ribbon.accessibleName() == "已取消，未写入任何数据"
    assert list(session.paths.outbox.glob("*")) == []
    assert page.state.text() == "2026-10 还没有生成月报"


def test_a_file_the_system_cannot_open_is_said_with_its_path(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = reports(window)
    page.write_draft()
    settle(qtbot, window)
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: False)
    page.open_pdf.click()
    assert PDF in page.ribbon.accessibleName()


def test_a_month_without_a_report_does_not_show_the_other_months(qtbot: QtBot, window: MainWindow) -> None:
    page = reports(window)
    page.write_draft()
    settle(qtbot, window)
    window.set_months([Month(2026, 9), OCTOBER], Month(2026, 9))
    settle(qtbot, window)
    assert page.state.text() == "2026-09 还没有生成月报"
    assert not page.preview.isVisible()
