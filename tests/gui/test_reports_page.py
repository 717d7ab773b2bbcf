"""报告中心 on a real workspace: a draft is written, shown, found stale, and cancelled without a trace."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.storage.test_issue import PASSWORD, certificate
from zgc_desktop.domain.changes import ChangeSummary
from zgc_desktop.domain.periods import Month
from zgc_desktop.services.accept import accept
from zgc_desktop.ui import theme
from zgc_desktop.ui.main_window import MainWindow
from zgc_desktop.ui.pages.moves_ask import Ask
from zgc_desktop.ui.pages.report_lists import ItemList
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
    assert {"通州园", "还没有生成月报", "没有缺项，可以发布。"} <= set(said)
    assert (page.publish.isEnabled(), page.check.isEnabled(), page.sign.isEnabled()) == (True, False, False)


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
    assert page.preview.shown.document.pageCount() > 5
    assert page.preview.page.text().startswith("第 1 / ")
    page.preview.turn(1)
    assert page.preview.page.text().startswith("第 2 / ")
    page.copy_fingerprint()
    fingerprint = QGuiApplication.clipboard().text()
    assert page.preview.shown.keywords == fingerprint
    assert len(fingerprint) == 64
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()) or True)
    page.open_pdf.click()
    page.open_folder.click()
    assert [Path(p) for p in opened] == [session.paths.outbox / PDF, session.paths.outbox]
    for size in ((1440, 900), (1366, 768)):
        window.resize(*size)
        qapp.processEvents()
        qtbot.waitUntil(lambda: cut_words(window) == [], timeout=3_000)  # once the line of what is lacking is laid


def test_a_broken_draft_is_said_so_and_written_anew_from_there(qtbot: QtBot, window: MainWindow, session: Session) -> None:
    """发件箱里的 PDF 被截断：页面说明已损坏，一直留着这句话，按钮重新生成后恢复预览。"""
    page = reports(window)
    page.write_draft()
    settle(qtbot, window)
    draft = session.paths.outbox / PDF
    draft.write_bytes(draft.read_bytes()[:400])
    page.refresh()
    settle(qtbot, window)
    assert any("月报 PDF 已损坏" in said for said in words(page))
    page.write_draft()
    settle(qtbot, window)
    assert not any("已损坏" in said for said in words(page))
    assert page.preview.shown.document.pageCount() > 5


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
    assert page.ribbon.accessibleName() == "已取消，未写入任何数据。"
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


def answer(page: QWidget, **given: str) -> Ask:
    """Fill in the dialog that is open and take it."""
    (dialog,) = [d for d in page.findChildren(Ask) if d.isVisible()]
    for key, text in given.items():
        edit = dialog.edits[key]
        assert isinstance(edit, QLineEdit)
        edit.setText(text)
    assert dialog.act.isEnabled(), dialog.missing.text()
    dialog.act.click()
    return dialog


def look_at(qtbot: QtBot, window: MainWindow, page: ReportsPage, tab: int) -> ItemList:
    page.tabs.choose(tab)
    settle(qtbot, window)
    return page.editor.lists[tab - 1]


def test_a_month_is_published_verified_and_signed_from_the_page(
    qtbot: QtBot, qapp: QApplication, window: MainWindow, session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    cut_words: Callable[[QWidget], list[str]],
) -> None:  # fmt: skip
    """发布、复核、签名都在报告中心完成；发布后不再改写。"""
    page = reports(window)
    page.publish.click()
    answer(page)
    assert page.strip.isVisible()
    settle(qtbot, window)
    assert page.state.text().startswith("2026-10 月报已发布，2026-11-06")
    assert "已发布第 10 期" in page.issue.text()
    assert page.preview.shown.document.pageCount() > 5
    assert (page.publish.isEnabled(), page.check.isEnabled(), page.sign.isEnabled()) == (False, True, True)
    page.check.click()
    settle(qtbot, window)
    assert window.drawer.isVisible()
    assert any("均与发布时相同" in text for text in words(window))
    window.close_drawer()
    p12 = certificate(tmp_path / "单位.p12")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *a, **k: (str(p12), ""))
    page.sign.click()
    dialog = answer(page, password=PASSWORD)
    assert "单位.p12" in " ".join(w.text() for w in dialog.findChildren(QLabel))
    settle(qtbot, window)
    assert (session.paths.outbox / PDF.replace(".pdf", "_签名.pdf")).is_file()
    for size in ((1440, 900), (1366, 768)):
        window.resize(*size)
        qapp.processEvents()
        qtbot.waitUntil(lambda: cut_words(window) == [], timeout=3_000)  # once the line of what is lacking is laid
    (session.paths.outbox / PDF).unlink()
    page.write.click()
    settle(qtbot, window)
    assert (session.paths.outbox / PDF).is_file()


def test_a_wrong_password_is_a_sentence_and_nothing_is_written(
    qtbot: QtBot, window: MainWindow, session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = reports(window)
    page.publish.click()
    answer(page)
    settle(qtbot, window)
    p12 = certificate(tmp_path / "单位.p12")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *a, **k: (str(p12), ""))
    page.sign.click()
    answer(page, password="不是它")
    settle(qtbot, window)
    assert "口令不对" in page.ribbon.accessibleName()
    assert list(session.paths.outbox.glob("*签名*")) == []


def test_sentences_are_rewritten_and_marked_when_a_number_goes_stale(
    qtbot: QtBot, qapp: QApplication, window: MainWindow, session: Session, cut_words: Callable[[QWidget], list[str]]
) -> None:
    """改写的句子留着；接受了顺义园以后，句中旧数被标出，发布要写理由。"""
    page = reports(window)
    shown = look_at(qtbot, window, page, 1)
    first = shown.items[0]
    shown.buttons[first.key, "改写"].click()
    answer(shown, text=f"{first.text}请重点走访。")
    settle(qtbot, window)
    assert shown.items[0].head.endswith("已改写")
    accept(session.need(), OCTOBER, ["顺义园"], despite_errors="园方已说明")
    window.announce(ChangeSummary("接受", subjects=frozenset({"submissions"})))
    settle(qtbot, window)
    stale = [i for i in page.editor.words.items if i.note]
    assert "数已变" in stale[0].note
    assert "其中 1 句的数已变" in page.issue.text()
    page.publish.click()
    (dialog,) = [d for d in page.findChildren(Ask) if d.isVisible()]
    assert not dialog.act.isEnabled()
    dialog.reject()
    for size in ((1440, 900), (1366, 768)):
        window.resize(*size)
        qapp.processEvents()
        qtbot.waitUntil(lambda: cut_words(window) == [], timeout=3_000)  # once the line of what is lacking is laid
    shown.buttons[stale[0].key, "恢复原句"].click()
    settle(qtbot, window)
    assert not [i for i in page.editor.words.items if i.note]


def test_matters_are_kept_dropped_and_added_on_the_page(qtbot: QtBot, window: MainWindow, session: Session) -> None:
    page = reports(window)
    shown = look_at(qtbot, window, page, 2)
    states = {i.key: i.head for i in shown.items}
    assert states["late:通州园"].startswith("待定　通州园")
    shown.buttons["late:通州园", "保留"].click()
    answer(shown, text="请通州园说明未报原因。", due="2026-12-01")
    settle(qtbot, window)
    shown.buttons["late:东城园", "不列"].click()
    settle(qtbot, window)
    page.editor.add.click()
    answer(shown, text="请各园核对税收口径。", owner="各分园")
    settle(qtbot, window)
    states = {i.key: i.head for i in shown.items}
    assert states["late:通州园"] == "保留　通州园　2026-12-01"
    assert states["late:东城园"].startswith("不列")
    assert states["own:2026-10-1"].startswith("保留　各分园")


def test_the_other_papers_are_written_from_the_page(qtbot: QtBot, window: MainWindow, session: Session) -> None:
    page = reports(window)
    for other in page.others[1:]:
        other.click()
        settle(qtbot, window)
    names = {p.name.split("_")[0] for p in session.paths.outbox.glob("*.pdf")}
    assert names == {"反馈单", "协调会题单"}
