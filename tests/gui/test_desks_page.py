"""多台电脑：别人写的几秒内就看得见，断线说明白并等它回来；设置里搬过去、测试地址、打开服务器上的工作区。"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from tests.gui.asking import Rest, answer, press, words
from tests.postgres import Server, running
from zgc_desktop.bootstrap import open_workspace
from zgc_desktop.domain.addresses import ServerAddress
from zgc_desktop.domain.periods import Month
from zgc_desktop.paths import address_of
from zgc_desktop.services import months, office_rules, relocate, settings
from zgc_desktop.services.context import AppContext
from zgc_desktop.ui.main_window import MainWindow
from zgc_desktop.ui.others import Others

OpenPage = Callable[..., tuple[MainWindow, Any]]
CutWords = Callable[[Any], list[str]]
SEPTEMBER = Month(2026, 9)


def clock() -> datetime:
    return datetime(2026, 11, 16, 9, 0)


def server_address(postgres: Server, name: str) -> ServerAddress:
    found = address_of(postgres.url(name))
    assert isinstance(found, ServerAddress)
    return found


@pytest.fixture(scope="module")
def _moved(postgres: Server, tmp_path_factory: pytest.TempPathFactory, _office: Path) -> str:
    """The office's workspace on a server, made once: the name of its database."""
    folder = Path(shutil.copytree(_office, tmp_path_factory.mktemp("搬") / "办公室"))
    name = postgres.new()
    ctx = open_workspace(folder, who="张", clock=clock)
    relocate.move(ctx, server_address(postgres, name))
    ctx.close()
    return name


@pytest.fixture
def shared(postgres: Server, _moved: str) -> Iterator[ServerAddress]:
    """The office's workspace on a server, this test's own."""
    name = postgres.new(_moved)
    yield server_address(postgres, name)
    postgres.drop(name)


def other_desk(address: ServerAddress) -> AppContext:
    return open_workspace(address, who="李四", clock=clock)


def follower(window: MainWindow) -> Others:
    (found,) = window.findChildren(Others)
    found.timer.stop()  # the test says when to look
    return found


def test_what_another_desk_writes_is_shown_here(open_page: OpenPage, rest: Rest, shared: ServerAddress) -> None:
    """另一台电脑改了单位名称：本窗口提示是谁做的，设置页随即是新的。"""
    window, page = open_page(shared, "settings")
    others = follower(window)
    ctx = other_desk(shared)
    settings.change(ctx, settings.current(ctx).__class__(office="另一处改的名称"))
    others.look()
    rest(window)
    assert page.office.text() == "另一处改的名称"
    assert "李四刚刚：改设置" in words(window)
    others.look()
    rest(window)
    ctx.store.close()


def test_the_card_says_where_the_workspace_stands_and_who_is_there(
    open_page: OpenPage, rest: Rest, shared: ServerAddress, cut_words: CutWords
) -> None:
    """设置页写明工作区在服务器上、有谁开着窗口；加密一栏说明由谁负责，没有点不动的按钮。"""
    window, page = open_page(shared, "settings")
    follower(window)
    said = words(page.desks)
    assert "在服务器上，多台电脑可以同时使用" in said
    assert "自 2026-11-16 09:00" in said
    assert page.folder.toolTip() == shared.url
    assert "服务器管理员" in words(page.encryption)
    assert page.desks.move_back.isVisibleTo(page.desks)
    assert not page.desks.stay.isVisibleTo(page.desks)
    assert cut_words(window) == []


def test_new_rules_of_another_desk_open_the_workspace_anew(
    open_page: OpenPage, rest: Rest, shared: ServerAddress, root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """另一台电脑交来的规则，本机随即按它计算；撤销了也一样。"""
    window, _page = open_page(shared, "settings")
    others = follower(window)
    with monkeypatch.context() as elsewhere:
        for name in ("XDG_DATA_HOME", "LOCALAPPDATA"):
            elsewhere.setenv(name, str(tmp_path / "另一台"))
        ctx = other_desk(shared)
    own = tmp_path / "规则" / "ladder" / "steps.toml"
    own.parent.mkdir(parents=True)
    shutil.copyfile(root / "resources" / "rules" / "ladder" / "steps.toml", own)
    office_rules.share(ctx, folder=tmp_path / "规则", reason="议定")
    others.look()
    rest(window)
    assert "已重新打开" in words(window)
    here = open_workspace(shared, who="张", clock=clock)
    assert (here.paths.rules / "ladder" / "steps.toml").read_bytes() == own.read_bytes()
    for each in (ctx, here):
        each.store.close()


def test_a_lost_connection_is_said_and_awaited(open_page: OpenPage, rest: Rest, tmp_path: Path, office: Path) -> None:
    """服务器停了：窗口说明断线，打开的内容还在，写入被拒绝；服务器回来，窗口自己接上，数据是新的。"""
    with running() as server:
        name = server.new()
        address = server_address(server, name)
        ctx = open_workspace(office, who="张", clock=clock)
        relocate.move(ctx, address)
        ctx.close()
        window, page = open_page(address, "settings")
        others = follower(window)
        server.stop()
        others.look()
        rest(window)
        assert others.lost
        assert "连接不通" in window.ribbon.accessibleName()
        assert "只能查看" in window.ribbon.accessibleName()
        page.office.setText("断线时改的名称")
        page.save()
        rest(window)
        assert "连接不通" in page.ribbon.accessibleName()
        server.start()
        others.look()
        rest(window)
        assert not others.lost
        assert "连接已恢复" in words(window)
        assert window.ribbon.isHidden()
        assert page.office.text() != "断线时改的名称"
        window.operations.close()
        assert page is not None


def test_a_folder_is_moved_to_a_server_from_the_page_and_back(
    open_page: OpenPage,
    rest: Rest,
    office: Path,
    postgres: Server,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    cut_words: CutWords,
) -> None:
    """在设置里测试地址、搬到服务器，窗口转到那里；再搬回一个空文件夹。"""
    name = postgres.new()
    address = server_address(postgres, name)
    window, page = open_page(office, "settings")
    card = page.desks
    assert "在本机文件夹里" in words(card)
    assert not card.test.isEnabled()
    card.address.setText("mysql://a@b/c")
    press(card, "测试地址")
    assert "不认识“mysql”" in card.found.text()
    card.address.setText(str(tmp_path))
    press(card, "测试地址")
    assert "这是一个文件夹" in card.found.text()
    card.address.setText(address.url.replace(name, "nowhere"))
    press(card, "测试地址")
    rest(window)
    assert "没有这个数据库" in card.found.text()
    assert card.password.echoMode() is QLineEdit.EchoMode.Password
    card.address.setText(address.url)
    press(card, "测试地址")
    rest(window)
    assert "数据库是空的" in card.found.text()
    assert cut_words(window) == []
    press(card, "搬到这里…")
    answer(window, {}, rest)
    rest(window)
    assert window.status.left.toolTip() == address.url
    follower(window)
    page = window.page("settings")
    assert "在服务器上" in words(page.desks)
    assert "没有差别" in words(window)

    target = tmp_path / "搬回来"
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", staticmethod(lambda *_: str(target)))
    press(page.desks, "搬回文件夹…")
    answer(window, {}, rest)
    rest(window)
    assert window.status.left.toolTip() == str(target)
    assert open_workspace(address, who="张", clock=clock).store.read_only
    QApplication.processEvents()
    postgres.drop(name)


def test_the_place_that_was_left_says_so_and_can_be_kept(
    open_page: OpenPage, rest: Rest, office: Path, postgres: Server
) -> None:
    """搬走后的旧处打开只能查看；在设置里写明理由，可以继续用。"""
    name = postgres.new()
    ctx = open_workspace(office, who="张", clock=clock)
    relocate.move(ctx, server_address(postgres, name))
    ctx.close()
    window, page = open_page(office, "settings")
    assert "已搬到" in window.ribbon.accessibleName()
    assert "这里只能查看" in words(page.desks)
    press(page.desks, "继续使用这一份…")
    answer(window, {"reason": "服务器没有启用"}, rest)
    rest(window)
    assert window.ribbon.isHidden()
    months.close_month(open_workspace(address_of(postgres.url(name)), who="李四", clock=clock), SEPTEMBER)
    assert [label for label in page.findChildren(QLabel) if "这里只能查看" in label.text() and label.isVisible()] == []
    postgres.drop(name)


def test_a_database_that_lets_nobody_in_asks_for_the_password(
    open_page: OpenPage, rest: Rest, office: Path, shared: ServerAddress
) -> None:
    """打开的数据库要口令：窗口来问，取消后原来的工作区还在；对了就转过去。"""
    window, page = open_page(office, "settings")
    page.desks.address.setText(shared.url.replace("zgc@", "nobody_here@"))
    press(page.desks, "打开")
    rest(window)

    def asked() -> QDialog:
        return next(d for d in window.findChildren(QDialog) if d.isVisible() and d.windowTitle() == "数据库要口令")

    (line,) = asked().findChildren(QLineEdit)
    assert line.echoMode() is QLineEdit.EchoMode.Password
    line.setText("不是这一句")
    press(asked(), "打开")
    rest(window)
    assert "不让这个用户进入" in words(asked())
    press(asked(), "取消")
    assert window.status.left.toolTip() == str(office)
    page.desks.address.setText(shared.url)
    press(page.desks, "打开")
    rest(window)
    follower(window)
    assert window.status.left.toolTip() == shared.url
