"""The window around the pages: navigation, months, palette, drawer, dropped files, failures, leaving."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, QSettings, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QInputMethodEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from zgc_desktop.domain.changes import ChangeSummary
from zgc_desktop.domain.errors import Refused
from zgc_desktop.domain.periods import Month
from zgc_desktop.ui import dialogs, theme
from zgc_desktop.ui.commands import EVERY_PAGE, FORBIDDEN_KEYS, PAGES
from zgc_desktop.ui.main_window import MainWindow
from zgc_desktop.ui.operations import IsCancelled, Progress
from zgc_desktop.ui.pages.base import Page, Shell
from zgc_desktop.ui.pages.makers import MAKERS
from zgc_desktop.ui.shell.palette import Hit

SEPTEMBER, OCTOBER = Month(2026, 9), Month(2026, 10)


class Notebook(Page):
    """A page that writes down what the window asks of it."""

    subjects = frozenset({"companies"})

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self.done: list[object] = []

    def refresh(self) -> None:
        self.done.append(("refresh", self.shell.month))

    def show_target(self, target: object) -> None:
        self.done.append(("target", target))

    def receive_files(self, files: Sequence[Path]) -> None:
        self.done.append(("files", tuple(files)))

    def offers(self) -> Mapping[str, Callable[[], object]]:
        return {"find": lambda: self.done.append("find")}


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication) -> Iterator[MainWindow]:
    theme.apply(qapp, "light")
    made = MainWindow({"companies": Notebook, "receive": Notebook})
    qtbot.addWidget(made)
    made.set_months([SEPTEMBER, OCTOBER], OCTOBER)
    made.go("desk")
    made.show()
    qtbot.waitActive(made)
    yield made
    made.operations.close()


def notebook(window: MainWindow, key: str = "companies") -> Notebook:
    page = window.page(key)
    assert isinstance(page, Notebook)
    return page


def type_text(window: MainWindow, text: str) -> None:
    """Type as an input method does: QTest aborts on characters beyond ASCII."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(window.topbar.search, event)


@pytest.mark.parametrize("entry", [e for e in PAGES if e.shortcut], ids=lambda e: e.title)
def test_every_page_with_a_key_opens_by_it(qtbot: QtBot, window: MainWindow, entry: object) -> None:
    place = next(n for n, e in enumerate(PAGES, 1) if e is entry)
    qtbot.keyClick(window, getattr(Qt.Key, f"Key_{place % 10}"), Qt.KeyboardModifier.ControlModifier)
    assert window.current == PAGES[place - 1].key
    assert window.rail.items[window.current].isChecked()


def test_pages_are_built_when_first_opened(window: MainWindow) -> None:
    assert window.page("companies") is None
    window.rail.items["companies"].click()
    assert notebook(window).done == [("refresh", OCTOBER)]
    window.go("desk")
    window.go("companies", "911101080000000001")
    assert notebook(window).done[1:] == [("target", "911101080000000001")]


def test_no_key_collides_with_an_input_method_or_with_another(window: MainWindow) -> None:
    actions = [*window.page_actions.values(), *window.offered.values(), *window.window_actions]
    keys = [a.shortcut().toString() for a in actions if not a.shortcut().isEmpty()]
    assert not set(keys) & {QKeySequence(k).toString() for k in FORBIDDEN_KEYS}
    assert len(keys) == len(set(keys))
    assert all(any(ord(c) > 0x2E80 for c in a.text()) for a in actions)


def test_a_command_works_only_where_the_page_offers_it(qtbot: QtBot, window: MainWindow) -> None:
    assert not window.offered["find"].isEnabled()
    window.go("companies")
    qtbot.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert notebook(window).done[-1] == "find"
    assert not window.offered["print"].isEnabled()


def test_where_there_is_no_draft_ctrl_s_says_that_everything_is_kept(qtbot: QtBot, window: MainWindow) -> None:
    window.go("companies")
    qtbot.keyClick(window, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert window.undo_bar.accessibleName() == "已自动保存"
    assert [hit.note for hit in window.palette_list.hits("保存草稿")] == ["Ctrl+S"]


def test_another_month_refreshes_the_page_shown_and_the_others_later(window: MainWindow) -> None:
    window.go("companies")
    window.topbar.back.click()
    assert window.month == SEPTEMBER
    assert notebook(window).done[-1] == ("refresh", SEPTEMBER)
    assert not window.topbar.back.isEnabled()
    window.topbar.forward.click()
    assert window.topbar.picker.text() == "2026 年 10 月"


def test_a_write_refreshes_only_pages_that_show_its_subject(window: MainWindow) -> None:
    window.go("companies")
    window.announce(ChangeSummary("换规则", subjects=frozenset({"rules"})))
    assert len(notebook(window).done) == 1
    window.announce(ChangeSummary("接收 海淀园", subjects=frozenset({"companies"})))
    assert len(notebook(window).done) == 2
    window.go("desk")
    window.announce(ChangeSummary("接收 昌平园", subjects=frozenset({"companies"})))
    assert len(notebook(window).done) == 2
    window.go("companies")
    assert len(notebook(window).done) == 3


def test_the_palette_finds_commands_by_chinese_words(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert window.palette_list.isVisible()
    assert window.topbar.search.hasFocus()
    type_text(window, "台账")
    shown = [window.palette_list.list.item(n).text() for n in range(window.palette_list.list.count())]
    assert shown == ["企业台账"]
    qtbot.keyClick(window.topbar.search, Qt.Key.Key_Return)
    assert window.current == "companies"
    assert not window.palette_list.isVisible()
    assert window.topbar.search.text() == ""


def test_the_palette_shows_what_finders_bring_and_goes_by_number_and_month(qtbot: QtBot, window: MainWindow) -> None:
    found: list[str] = []
    window.add_finder(lambda words: [Hit(f"北京{words}公司", "海淀园", lambda: found.append(words))])
    qtbot.keyClick(window, Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    type_text(window, "澄观")
    qtbot.keyClick(window.topbar.search, Qt.Key.Key_Return)
    assert found == ["澄观"]
    qtbot.keyClick(window, Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(window.topbar.search, "12")
    titles = [h.title for h in window.palette_list.hits("12")]
    assert titles[0] == f"12 号页 {PAGES[11].title}"
    assert "2026年9月" in [h.title for h in window.palette_list.hits("202609")]


def test_escape_closes_the_palette_and_then_the_drawer(qtbot: QtBot, window: MainWindow) -> None:
    window.show_drawer("解释", "MV-031　海淀园 → 昌平园", QLabel("六十万元"), [QPushButton("复制说明")])
    assert window.drawer.isVisible()
    assert window.drawer.width() == 360
    qtbot.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(window.topbar.search, Qt.Key.Key_Escape)
    assert not window.palette_list.isVisible()
    assert window.drawer.isVisible()
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert not window.drawer.isVisible()


def test_files_dropped_anywhere_arrive_at_the_receiving_page(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    mime = QMimeData()
    names = ("海淀园2026年10月.xlsx", "~$海淀园2026年10月.xlsx")
    mime.setUrls([QUrl.fromLocalFile(str(tmp_path / n)) for n in names] + [QUrl("https://example.com/x.xlsx")])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(700, 400), Qt.DropAction.CopyAction, mime, buttons, keys)
    QApplication.sendEvent(window, enter)
    assert enter.isAccepted()
    with qtbot.waitSignal(window.files_dropped, timeout=2000):
        QApplication.sendEvent(window, QDropEvent(QPointF(700, 400), Qt.DropAction.CopyAction, mime, buttons, keys))
    assert window.current == "receive"
    assert notebook(window, "receive").done[-1] == ("files", (tmp_path / names[0],))


def test_text_dragged_over_the_window_is_not_taken(window: MainWindow) -> None:
    mime = QMimeData()
    mime.setText("只是文字")
    enter = QDragEnterEvent(
        QPoint(5, 5), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    enter.ignore()
    QApplication.sendEvent(window, enter)
    assert not enter.isAccepted()


def test_every_page_of_the_rail_has_its_work_built_in() -> None:
    assert set(MAKERS) == EVERY_PAGE.keys()


def test_undo_is_offered_and_taken_once(window: MainWindow) -> None:
    undone: list[int] = []
    window.say("已接收 海淀园 第 2 版", lambda: undone.append(1))
    assert window.undo_bar.accessibleName() == "已接收 海淀园 第 2 版"
    next(b for b in window.undo_bar.findChildren(QPushButton)).click()
    assert undone == [1]
    assert not window.undo_bar.isVisible()
    window.say("已导出")
    assert not next(b for b in window.undo_bar.findChildren(QPushButton)).isVisible()


def test_running_work_shows_in_the_status_bar_and_can_be_cancelled_there(qtbot: QtBot, window: MainWindow) -> None:
    started = threading.Event()

    def work(progress: Progress, cancelled: IsCancelled) -> None:
        progress(12, 17, "昌平园10月.xlsx")
        started.set()
        while not cancelled():
            threading.Event().wait(0.001)

    with qtbot.waitSignal(window.operations.idle, timeout=5000):
        operation = window.operations.run("解析", work)
        with qtbot.waitSignal(operation.progressed, timeout=5000):
            assert started.wait(5)
        said = [w.text() for w in window.status.strip.findChildren(QLabel)]
        assert "解析 12 / 17" in said
        assert "昌平园10月.xlsx" in said
        assert window.status.strip.isVisible()
        window.status.strip.cancel.click()
    assert not window.status.strip.isVisible()


def test_a_failure_is_a_sentence_in_a_dialog_that_blocks_nothing(qtbot: QtBot, window: MainWindow) -> None:
    def work(progress: Progress, cancelled: IsCancelled) -> None:
        raise Refused("没有这个月份", advice="请先建立期间")

    with qtbot.waitSignal(window.operations.idle, timeout=5000):
        window.operations.run("结算", work)
    (dialog,) = window.findChildren(QDialog)
    assert "没有这个月份；请先建立期间。" in [w.text() for w in dialog.findChildren(QLabel)]
    next(b for b in dialog.findChildren(QPushButton) if b.text() == "复制详情").click()
    assert QGuiApplication.clipboard().text() == "结算\n没有这个月份；请先建立期间。"
    dialog.accept()


def test_closing_while_work_runs_asks_first(qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    asked, answer, gate = list[list[str]](), [False], threading.Event()

    def ask(parent: object, running: Sequence[str]) -> bool:
        asked.append(list(running))
        return answer[0]

    def work(progress: Progress, cancelled: IsCancelled) -> None:
        while not (cancelled() or gate.wait(0.001)):
            pass

    monkeypatch.setattr(dialogs, "ask_to_leave", ask)
    window.operations.run("接收 17 份报送", work)
    assert not window.close()
    assert window.isVisible()
    answer[0] = True
    assert window.close()
    assert asked == [["接收 17 份报送"]] * 2


def test_the_rail_folds_on_a_narrow_window_and_on_request(qtbot: QtBot, window: MainWindow) -> None:
    window.resize(1440, 900)
    assert window.rail.width() == 168
    window.resize(1366, 768)
    assert window.rail.width() == 56
    window.rail.toggle()
    assert window.rail.width() == 168


def test_counts_are_said_as_well_as_painted(window: MainWindow) -> None:
    window.rail.set_counts({"checks": 61})
    assert window.rail.items["checks"].accessibleName() == "校验退回 61"
    assert window.rail.items["desk"].accessibleName() == "工作台"


def test_the_theme_is_switched_and_remembered(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    theme.apply(qapp, "light")
    settings = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    window = MainWindow(settings=settings)
    qtbot.addWidget(window)
    window.topbar.switch.click()
    assert theme.current().mode == "dark"
    assert settings.value("theme") == "dark"
    window.topbar.switch.click()
    assert theme.current().mode == "light"


def test_help_lists_the_keys_that_work(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.keyClick(window, Qt.Key.Key_F1)
    (dialog,) = window.findChildren(QDialog)
    said = [w.text() for w in dialog.findChildren(QLabel)]
    assert {"工作台", "Ctrl+1", "搜索与命令", "Ctrl+K"} <= set(said)
    assert "打印" not in said
    dialog.accept()
