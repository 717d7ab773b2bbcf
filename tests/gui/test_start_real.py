"""Starting on a real folder: the window first, then the workspace; what cannot be opened says why on the page."""

from __future__ import annotations

import logging
import re
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import datetime
from operator import attrgetter
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from zgc_desktop.domain.changes import ChangeSummary
from zgc_desktop.domain.periods import Month
from zgc_desktop.services import accept, demo
from zgc_desktop.ui import theme
from zgc_desktop.ui.main_window import MainWindow
from zgc_desktop.ui.pages.ledger import LedgerPage
from zgc_desktop.ui.pages.rules import RulesPage
from zgc_desktop.ui.session import Session
from zgc_desktop.ui.start import LogFile, make_window

HEAVY = ("sqlalchemy", "sqlmodel", "alembic", "openpyxl", "python_calamine", "reportlab", "pydantic", "stdnum", "PIL", "typer")
SEPTEMBER, OCTOBER = Month(2026, 9), Month(2026, 10)
Opened = tuple[MainWindow, Session]


@pytest.fixture
def start(qtbot: QtBot, qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[Path], Opened]]:
    """Start the window on a folder; it is 16 November 2026 and 张 is at the desk."""
    monkeypatch.setenv("ZGC_USER", "张")
    theme.apply(qapp, "light")
    made: list[MainWindow] = []

    def open_on(folder: Path) -> Opened:
        session = Session(folder, clock=lambda: datetime(2026, 11, 16, 9, 0))
        window = make_window(session)
        made.append(window)
        qtbot.addWidget(window)
        window.show()
        qtbot.waitUntil(lambda: session.is_open or session.problem is not None, timeout=20_000)
        settle(qtbot, window)
        return window, session

    yield open_on
    for window in made:
        window.operations.close()


def settle(qtbot: QtBot, window: MainWindow) -> None:
    """Wait until nothing is under way."""
    qtbot.waitUntil(lambda: not window.operations.running, timeout=20_000)
    QApplication.processEvents()  # what was put into a page is shown a moment later


def words(widget: QWidget) -> str:
    """Everything a widget says in labels and buttons that are shown."""
    said = [w.text() for kind in (QLabel, QPushButton) for w in widget.findChildren(kind) if w.isVisible()]
    return "\n".join(said)


def press(widget: QWidget, text: str) -> None:
    (found,) = (b for b in widget.findChildren(QPushButton) if b.text() == text and b.isVisible())
    found.click()


def test_nothing_heavy_is_imported_before_the_real_window_shows(root: Path, tmp_path: Path) -> None:
    code = (
        "import sys\n"
        "from pathlib import Path\n"
        "from PySide6.QtWidgets import QApplication\n"
        "from zgc_desktop.ui import app, theme\n"
        "from zgc_desktop.ui.session import Session\n"
        "from zgc_desktop.ui.start import make_window, open_window\n"
        "qt = QApplication([])\n"
        "theme.apply(qt, 'light')\n"
        "window = make_window(Session(Path(sys.argv[1])))\n"
        "for key in ('companies', 'receive', 'desk'):\n"
        "    window.go(key)\n"
        "window.grab()\n"
        f"print(sorted(set({HEAVY!r}) & set(sys.modules)))\n"
    )
    command = [sys.executable, "-c", code, str(tmp_path / "w")]
    ran = subprocess.run(command, cwd=root, capture_output=True, encoding="utf-8", check=False)
    assert ran.returncode == 0, ran.stderr
    assert ran.stdout.strip() == "[]"
    assert not (tmp_path / "w").exists()


def test_pages_say_that_the_workspace_is_being_opened(qtbot: QtBot, qapp: QApplication, office: Path) -> None:
    theme.apply(qapp, "light")
    session = Session(office)
    window = make_window(session)
    qtbot.addWidget(window)
    assert not session.is_open
    desk = window.page("desk")
    assert desk is not None
    assert any(w.text() == "正在打开工作区…" for w in desk.findChildren(QLabel))
    window.operations.close()


def test_the_frame_of_the_window_tells_workspace_month_and_person(start: Callable[[Path], Opened], office: Path) -> None:
    window, _ = start(office)
    assert window.topbar.picker.text() == "2026 年 10 月"
    assert window.topbar.months == (SEPTEMBER, OCTOBER)
    assert window.topbar.lock.word == "未锁定"
    assert window.status.left.text() == "office/办公室　·　2026-10 未锁定"
    assert re.fullmatch(r"备份 .+　·　版本 .+　·　张", window.status.right.text())
    assert window.topbar.person.text() == "张"
    counts = {key: item.count for key, item in window.rail.items.items() if item.count}
    assert counts["receive"] == 14
    assert counts["checks"] == 1
    assert not window.ribbon.isVisible()


def test_choosing_another_month_changes_frame_and_page(qtbot: QtBot, start: Callable[[Path], Opened], office: Path) -> None:
    window, _ = start(office)
    window.topbar.back.click()
    settle(qtbot, window)
    assert "2026-09 未锁定" in window.status.left.text()
    desk = window.page("desk")
    assert desk is not None
    assert "17 园，已报 3 园" in words(desk)
    assert {key: i.count for key, i in window.rail.items.items() if i.count}["receive"] == 14


def test_a_write_of_any_page_brings_the_counts_up_to_date(qtbot: QtBot, start: Callable[[Path], Opened], office: Path) -> None:
    window, session = start(office)
    window.go("companies")
    settle(qtbot, window)
    session.run(
        window.operations,
        "接受",
        lambda ctx, _p, _c: accept.accept(ctx, OCTOBER, ["顺义园"], despite_errors="电话确认"),
        lambda _: window.announce(ChangeSummary("接受", subjects=frozenset({"submissions", "companies"}))),
    )
    settle(qtbot, window)
    assert window.rail.items["checks"].count == 0
    ledger = window.page("companies")
    assert isinstance(ledger, LedgerPage)
    assert {"北京槿蘅新材科技有限公司"} <= {c.name for c in ledger.table.table.rows}


def test_the_search_finds_a_company_by_name_and_by_code(qtbot: QtBot, start: Callable[[Path], Opened], office: Path) -> None:
    window, _ = start(office)
    hits = [h for h in window.palette_list.hits("MA01TJ3Y5P") if "衡岳" in h.title]
    assert [h.note for h in hits] == ["91110108MA01TJ3Y5P　海淀园"]
    assert [h.title for h in window.palette_list.hits("衡岳 智造")] == ["北京衡岳智造科技有限公司"]
    hits[0].run()
    settle(qtbot, window)
    ledger = window.page("companies")
    assert window.current == "companies"
    assert isinstance(ledger, LedgerPage)
    assert ledger.card.isVisible()
    assert ledger.card.card is not None
    assert ledger.card.card.item.name == "北京衡岳智造科技有限公司"


def set_schema(folder: Path, revision: str) -> str:
    """Write another schema revision into a workspace; returns the one before."""
    connection = sqlite3.connect(folder / "tongchoutai.db")
    before = str(connection.execute("select version_num from alembic_version").fetchone()[0])
    connection.execute("update alembic_version set version_num = ?", (revision,))
    connection.commit()
    connection.close()
    return before


def test_the_search_finds_a_clause_and_leads_to_its_value(qtbot: QtBot, start: Callable[[Path], Opened], office: Path) -> None:
    """Rules are read at the first search; the page opened for the first time still shows what was chosen."""
    window, _ = start(office)
    assert [h for h in window.palette_list.hits("瞪羚 条件①") if h.note == "条件①"] == []
    settle(qtbot, window)
    hits = [h for h in window.palette_list.hits("瞪羚 条件①") if h.note == "条件①"]
    assert [h.title for h in hits][:1] == ["国家高新区瞪羚企业：基年营业收入"]
    hits[1].run()
    settle(qtbot, window)
    page = window.page("rules")
    assert isinstance(page, RulesPage)
    assert page.rules.rule is not None
    assert (page.rules.rule.key, page.rules.values.current_key()) == ("gazelle-national-hitech", "营业收入三年复合增长率")


def test_a_workspace_of_a_newer_program_is_explained_on_the_page_and_can_be_tried_again(
    qtbot: QtBot, start: Callable[[Path], Opened], office: Path
) -> None:
    before = set_schema(office, "9999")
    window, session = start(office)
    for key in ("desk", "companies"):
        window.go(key)
        page = window.page(key)
        assert page is not None
        QApplication.processEvents()
        said = words(page)
        assert "工作区没有打开" in said
        assert "由更新版本的统筹台建立（结构 9999）" in said
        assert "请安装新版程序后再打开；数据未被改动" in said
        assert "Traceback" not in said
    assert window.status.left.text() == "工作区未打开"
    set_schema(office, before)
    press(window, "再试一次")
    qtbot.waitUntil(lambda: session.is_open, timeout=20_000)
    settle(qtbot, window)
    assert window.month == OCTOBER
    desk = window.page("companies")
    assert desk is not None
    assert "工作区没有打开" not in words(desk)


def test_another_workspace_can_be_chosen_where_this_one_does_not_open(
    qtbot: QtBot, start: Callable[[Path], Opened], office: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "文件").write_text("不是文件夹", encoding="utf-8")
    window, session = start(tmp_path / "文件")
    desk = window.page("desk")
    assert desk is not None
    assert "工作区应是一个文件夹" in words(desk)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", staticmethod(lambda *_: str(office)))
    press(window, "打开另一个工作区…")
    qtbot.waitUntil(lambda: session.is_open, timeout=20_000)
    settle(qtbot, window)
    assert window.month == OCTOBER


def test_the_demo_is_named_as_such_and_one_click_leads_back(
    qtbot: QtBot, start: Callable[[Path], Opened], office: Path, tmp_path: Path
) -> None:
    window, session = start(tmp_path / "我的")
    assert window.month is None
    shown = Path(shutil.move(office, tmp_path / "演示"))
    (shown / demo.MARK).write_text("虚构", encoding="utf-8")
    session.reopen(shown)
    qtbot.waitUntil(lambda: session.paths.root == shown, timeout=20_000)
    settle(qtbot, window)
    assert window.month == OCTOBER
    assert "演示，全部虚构" in window.status.left.text()
    assert window.ribbon.isVisible()
    press(window.ribbon, "回到我的工作区")
    qtbot.waitUntil(lambda: session.paths.root == tmp_path / "我的", timeout=20_000)
    settle(qtbot, window)
    assert window.month is None
    assert not window.ribbon.isVisible()
    desk = window.page("desk")
    assert desk is not None
    assert "还没有建立期间" in words(desk)


def test_a_workspace_that_does_not_open_leaves_the_one_that_is_open(
    qtbot: QtBot, start: Callable[[Path], Opened], office: Path, tmp_path: Path
) -> None:
    window, session = start(office)
    (tmp_path / "文件").write_text("", encoding="utf-8")
    with qtbot.waitSignal(session.failed, timeout=20_000):
        session.reopen(tmp_path / "文件")
    settle(qtbot, window)
    assert session.paths.root == office
    assert window.month == OCTOBER
    assert "工作区应是一个文件夹" in words(window.undo_bar)


def test_the_log_is_written_where_the_workspace_is_and_never_makes_its_folder(tmp_path: Path) -> None:
    path = tmp_path / "logs" / "window.log"
    log = LogFile(path)
    record = logging.LogRecord("x", logging.ERROR, "f", 1, "出了问题", None, None)
    log.handle(record)
    assert not path.parent.exists()
    path.parent.mkdir()
    log.handle(record)
    log.close()
    assert "出了问题" in path.read_text(encoding="utf-8")


def test_leaving_while_the_window_only_reads_asks_nothing(start: Callable[[Path], Opened], office: Path) -> None:
    """A modal question would fail this test: nothing is lost by not finishing to read."""
    window, _ = start(office)
    window.go("companies")
    assert window.operations.running
    assert window.close()


MAIN_TABLES = {
    "receive": ("table", "run_table"),
    "checks": ("table",),
    "companies": ("table",),
    "moves": ("table",),
    "sharing": ("table",),
    "tiers": ("proposals", "waiting", "near", "leaving", "held", "standards", "steps"),
    "space": ("table", "unplaced", "match.table", "trend.table"),
    "rules": ("rules.rules", "rules.values", "checks.table", "contradictions.table", "office.files"),
    "admission": ("projects", "standards", "scores", "notices", "tasks"),
    "plan": ("targets", "registers", "bodies"),
    "audit": ("history.table", "backups.table", "months.table"),
}


def test_every_main_table_remembers_how_its_user_left_it(
    qtbot: QtBot, qapp: QApplication, office: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ZGC_USER", "张")
    theme.apply(qapp, "light")
    kept = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    session = Session(office, clock=lambda: datetime(2026, 11, 16, 9, 0))
    window = make_window(session, settings=kept)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitUntil(lambda: session.is_open, timeout=20_000)
    written: set[str] = set()
    for page, names in MAIN_TABLES.items():
        window.go(page)
        settle(qtbot, window)
        for name in names:
            attrgetter(name)(window.page(page)).touched()
            new = {key for key in kept.allKeys() if key.startswith("tables/张/")} - written
            assert len(new) == 1, (page, name, new)
            written |= new
    window.operations.close()
