"""工作台 on a real workspace: what is due, what its buttons do, the first start, the usual sizes in both themes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit, QMenu, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from zgc_desktop.domain.errors import Cancelled
from zgc_desktop.domain.periods import Month
from zgc_desktop.services import accept
from zgc_desktop.services.context import AppContext
from zgc_desktop.ui import theme
from zgc_desktop.ui.main_window import MainWindow
from zgc_desktop.ui.pages.desk import DeskPage
from zgc_desktop.ui.pages.desk_first import build_demo
from zgc_desktop.ui.pages.desk_parts import FigureBox, TodoRow
from zgc_desktop.ui.pages.moves_ask import Ask
from zgc_desktop.ui.scene_view import SceneView
from zgc_desktop.ui.session import Session
from zgc_desktop.ui.start import make_window
from zgc_desktop.ui.table.view import DataTable
from zgc_desktop.ui.widgets.stage_bar import StageBar

OCTOBER = Month(2026, 10)
Opened = tuple[MainWindow, DeskPage]


@pytest.fixture
def start(qtbot: QtBot, qapp: QApplication) -> Iterator[Callable[[Path], Opened]]:
    """Open 工作台 on a folder; it is Monday, 16 November 2026: five working days after the cut-off."""
    theme.apply(qapp, "light")
    made: list[MainWindow] = []

    def open_on(folder: Path) -> Opened:
        session = Session(folder, clock=lambda: datetime(2026, 11, 16, 9, 0))
        window = make_window(session)
        made.append(window)
        qtbot.addWidget(window)
        window.show()
        qtbot.waitUntil(lambda: session.is_open, timeout=20_000)
        settle(qtbot, window)
        page = window.page("desk")
        assert isinstance(page, DeskPage)
        return window, page

    yield open_on
    for window in made:
        window.operations.close()


def settle(qtbot: QtBot, window: MainWindow) -> None:
    """Wait until nothing is under way."""
    qtbot.waitUntil(lambda: not window.operations.running, timeout=20_000)
    QApplication.processEvents()


def words(widget: QWidget) -> list[str]:
    return [w.text() for kind in (QLabel, QPushButton) for w in widget.findChildren(kind) if w.isVisible()]


def row_of(page: DeskPage, title: str) -> TodoRow:
    (found,) = (r for r in page.findChildren(TodoRow) if title in r.task.item.title)
    return found


def named(page: QWidget, text: str) -> QPushButton:
    (found,) = (b for b in page.findChildren(QPushButton) if b.text() == text and b.isVisible())
    return found


def stages(page: DeskPage) -> StageBar:
    (bar,) = page.findChildren(StageBar)
    return bar


def grid(page: DeskPage) -> DataTable[object]:
    (found,) = (t for t in page.findChildren(DataTable) if t.accessibleName() == "报送格局")
    return found


def test_the_desk_says_what_blocks_the_month(start: Callable[[Path], Opened], office: Path) -> None:
    _, page = start(office)
    said = words(page)
    assert "报送截止 11-09（周一），已过 5 个工作日" in said
    assert "推进前还缺：14 园未到，1 项错误未处理" in said
    assert not named(page, "推进到合并").isEnabled()
    titles = [r.task.item.title for r in page.findChildren(TodoRow)]
    assert titles[:3] == ["14 园尚未报送", "双重主张 1 家待判定", "1 园有 1 项错误待处理"]
    assert "17 园，已报 3 园" in said
    assert [s.fact for s in stages(page).stages][:4] == ["已开放", "3 / 17 园", "待处理 1 项", "2 / 17 园"]


def test_the_three_figures_carry_their_months_as_a_line(start: Callable[[Path], Opened], office: Path) -> None:
    _, page = start(office)
    lines = {v.accessibleName() for v in page.findChildren(SceneView)}
    assert len(lines) == 2
    assert any(text.startswith("在册企业近 2 个月由 ") for text in lines)
    assert "万元" in words(page)


def test_the_text_for_late_parks_names_park_month_day_and_delay(start: Callable[[Path], Opened], office: Path) -> None:
    window, page = start(office)
    QGuiApplication.clipboard().clear()
    row_of(page, "尚未报送").act.click()
    copied = QGuiApplication.clipboard().text()
    assert copied.count("2026年10月月度报送应于 2026-11-09（周一）前报送，截至 2026-11-16 尚未收到，已逾期 5 个工作日") == 14
    assert copied.startswith("东城园：\n")
    assert "海淀园" not in copied
    assert "已复制14 园的催报文本，可粘贴到邮件或即时消息" in words(window.undo_bar)


def test_open_leads_to_the_page_and_the_park(qtbot: QtBot, start: Callable[[Path], Opened], office: Path) -> None:
    window, page = start(office)
    row_of(page, "双重主张").act.click()
    assert window.current == "moves"
    window.go("desk")
    named(page, "打开下一件").click()
    settle(qtbot, window)
    assert window.current == "receive"


def test_arrows_move_between_things_to_do_and_enter_does_them(
    qtbot: QtBot, start: Callable[[Path], Opened], office: Path
) -> None:
    window, page = start(office)
    qtbot.waitActive(window)
    rows = page.findChildren(TodoRow)
    rows[0].setFocus()
    qtbot.keyClick(rows[0], Qt.Key.Key_Down)
    assert rows[1].hasFocus()
    qtbot.keyClick(rows[1], Qt.Key.Key_Return)
    assert window.current == "moves"


def test_enter_on_the_page_opens_the_next_thing(qtbot: QtBot, start: Callable[[Path], Opened], office: Path) -> None:
    window, page = start(office)
    qtbot.keyClick(page, Qt.Key.Key_Return)
    settle(qtbot, window)
    assert window.current == "receive"


def test_a_stage_leads_to_its_page(qtbot: QtBot, start: Callable[[Path], Opened], office: Path) -> None:
    window, page = start(office)
    bar = stages(page)
    step = bar.width() // len(bar.stages)
    qtbot.mouseClick(bar, Qt.MouseButton.LeftButton, pos=QPoint(step * 2 + 30, 30))
    assert window.current == "checks"
    window.go("desk")
    qtbot.mouseClick(bar, Qt.MouseButton.LeftButton, pos=QPoint(30, 30))
    assert window.current == "desk"
    assert "2026年10月已开放，报送截止 2026-11-09（周一）" in words(window.undo_bar)


def test_enter_in_the_grid_opens_that_parks_submission(qtbot: QtBot, start: Callable[[Path], Opened], office: Path) -> None:
    window, page = start(office)
    table = grid(page)
    assert table.rowHeight(0) == 26
    assert table.select_key("昌平园")
    qtbot.keyClick(table, Qt.Key.Key_Return)
    settle(qtbot, window)
    assert window.current == "receive"


def test_a_late_park_can_be_reminded_from_the_grid(start: Callable[[Path], Opened], office: Path) -> None:
    _, page = start(office)
    for park, offered in (("通州园", ["打开通州园的报送", "复制通州园的催报文本"]), ("海淀园", ["打开海淀园的报送"])):
        menu = QMenu(page)
        grid(page).menu_asked.emit(menu, park)
        always = [f"{park}的历次版本", f"{park}的问题与退回", "", f"登记{park}本月无变动…", f"登记{park}迟报…"]
        assert [a.text() for a in menu.actions()] == [*offered, *always]
        if len(offered) > 1:
            menu.actions()[1].trigger()
    assert QGuiApplication.clipboard().text().startswith("通州园：\n")


def test_what_a_park_said_of_its_month_is_kept_with_who_said_it(
    qtbot: QtBot, start: Callable[[Path], Opened], office: Path
) -> None:
    window, page = start(office)
    menu = QMenu(page)
    grid(page).menu_asked.emit(menu, "通州园")
    next(a for a in menu.actions() if a.text() == "登记通州园本月无变动…").trigger()
    (dialog,) = page.findChildren(Ask)
    assert not dialog.act.isEnabled()
    edit = dialog.edits["reason"]
    assert isinstance(edit, QLineEdit)
    edit.setText("电话告知 李某")
    dialog.act.click()
    settle(qtbot, window)
    settle(qtbot, window)
    assert page.seen is not None
    assert page.seen.view.actions[0].sentence == "通州园 2026-10 本月无变动"
    assert window.undo_bar.undo.isVisible()


def test_a_backup_is_written_and_named(qtbot: QtBot, start: Callable[[Path], Opened], office: Path) -> None:
    for old in (office / "backups").glob("*.db"):
        old.unlink()
    window, page = start(office)
    assert "还没有备份" in window.status.right.text()
    row_of(page, "备份已超过 1 天").act.click()
    settle(qtbot, window)
    settle(qtbot, window)
    (copy,) = (office / "backups").glob("*.db")
    assert f"已备份到 {copy}" in words(window.undo_bar)
    assert not [r for r in page.findChildren(TodoRow) if "备份" in r.task.item.title]
    assert "还没有备份" not in window.status.right.text()


def test_with_all_parks_in_the_trial_settlement_is_the_next_step(
    qtbot: QtBot, start: Callable[[Path], Opened], office: Path, everyone: Callable[[Path], None]
) -> None:
    everyone(office)
    window, page = start(office)
    step = named(page, "推进到结算")
    assert step.isEnabled()
    step.click()
    settle(qtbot, window)
    settle(qtbot, window)
    assert any("2026-10 税收分享已试算" in w for w in words(window.undo_bar))
    assert "双方确认后锁定结算" in words(page)
    named(page, "推进到核定").click()
    settle(qtbot, window)
    assert window.current == "sharing"


def test_the_first_start_offers_templates_submissions_and_the_demo(
    qtbot: QtBot, start: Callable[[Path], Opened], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, page = start(tmp_path / "新")
    assert "还没有建立期间" in words(page)
    assert window.topbar.picker.text() == "未建立期间"
    out = tmp_path / "发给各园"
    out.mkdir()
    filled = out / "中关村月报_海淀园_2026-10.xlsx"
    filled.write_bytes(b"filled in by the park")
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", staticmethod(lambda *_: str(out)))
    named(page, "导出模板…").click()
    settle(qtbot, window)
    assert len(list(out.glob("*.xlsx"))) == 17
    assert filled.read_bytes() == b"filled in by the park"
    assert f"已写入 16 个文件到 {out}；1 个已有同名文件，未覆盖" in words(window.undo_bar)
    named(page, "去接收").click()
    settle(qtbot, window)
    assert window.current == "receive"


def test_a_folder_dialog_that_is_left_writes_nothing(
    start: Callable[[Path], Opened], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, page = start(tmp_path / "新")
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", staticmethod(lambda *_: ""))
    named(page, "导出模板…").click()
    assert not window.operations.running


def test_the_demo_never_replaces_a_real_workspace(qtbot: QtBot, start: Callable[[Path], Opened], tmp_path: Path) -> None:
    """Where the demo would be built stands something else: it is left alone, and the window says so."""
    real = tmp_path / "演示" / "workspace"
    real.mkdir(parents=True)
    (real / "tongchoutai.db").write_bytes(b"real data")
    window, page = start(tmp_path / "新")
    assert page.demo_folder == tmp_path / "演示"
    named(page, "看演示").click()
    settle(qtbot, window)
    assert "这里已有一个不是演示的工作区" in "".join(words(window))
    assert (real / "tongchoutai.db").read_bytes() == b"real data"


def test_building_the_demo_can_be_cancelled(tmp_path: Path) -> None:
    with pytest.raises(Cancelled):
        build_demo(tmp_path / "演示", lambda n, of, text="": None, lambda: True)


def test_at_1440_by_900_a_whole_month_is_seen_without_scrolling(
    qtbot: QtBot, start: Callable[[Path], Opened], office: Path
) -> None:
    window, page = start(office)
    window.resize(1440, 900)
    settle(qtbot, window)
    area = page.findChild(QScrollArea)
    assert isinstance(area, QScrollArea)
    assert area.verticalScrollBar().maximum() == 0
    assert area.horizontalScrollBar().maximum() == 0


@pytest.fixture
def everyone() -> Callable[[Path], None]:
    """Let every park of October report and be accepted."""
    from reports.template_xlsx import write_template
    from zgc_desktop import bootstrap
    from zgc_desktop.services import receive

    def send(folder: Path) -> None:
        ctx = bootstrap.open_workspace(folder, who="张", clock=lambda: datetime(2026, 11, 6, 9, 0))
        late = [p for p in ctx.catalogue.parks if p not in ("海淀园", "昌平园", "顺义园")]
        for n, park in enumerate(late):
            _empty_but_one(ctx, folder.parent / "收件", park, n)
        receive.receive(ctx, [folder.parent / "收件"])
        accept.accept(ctx, OCTOBER, despite_errors="电话确认")

    def _empty_but_one(ctx: AppContext, folder: Path, park: str, n: int) -> None:
        from zgc_desktop.domain.credit_code import check_character

        body = f"91110105MA{n:07d}"
        line = {
            "credit_code": body + check_character(body),
            "name": f"北京{park}科技有限公司",
            "revenue_fen": 100,
            "status": "在营",
        }
        write_template(
            folder / f"中关村月报_{park}_2026-10.xlsx",
            park=park,
            month=OCTOBER,
            clusters=[],
            industries=list(ctx.catalogue.industries),
            parks=list(ctx.catalogue.parks),
            rows={"enterprise": [line]},
        )

    return send


def test_a_figure_says_each_month_when_pointed_at_and_opens_its_rows(
    qtbot: QtBot, start: Callable[[Path], Opened], office: Path
) -> None:
    """Hovering over the line names month and figure; a click, or Enter, goes to the companies it counts."""
    window, page = start(office)
    boxes = page.findChildren(FigureBox)
    assert [b.accessibleName().split(" ")[0] for b in boxes] == ["在册企业", "本月入库税收", "迁移在办"]
    points = list(boxes[0].findChild(SceneView).scene.keyed())
    assert points[-1].tip.startswith("2026-10　")
    assert points[-1].tip.endswith(" 家")
    boxes[2].setFocus()
    QTest.keyClick(boxes[2], Qt.Key.Key_Return)
    assert window.current == "moves"
    window.go("desk")
    settle(qtbot, window)
    QTest.mouseClick(window.page("desk").findChildren(FigureBox)[0], Qt.MouseButton.LeftButton)
    assert window.current == "companies"
