"""Files as Windows keeps them: nobody may remove, rename or replace what is open, and Excel's handle lets others only read."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.storage.conftest import company, tax_line
from tests.storage.exchange_story import PARK, Offices
from zgc_desktop.domain.errors import EnvironmentProblem
from zgc_desktop.domain.periods import Month
from zgc_desktop.domain.submissions import FileState
from zgc_desktop.services import (
    backups,
    encrypt,
    exchange_receive,
    exchange_send,
    publish,
    self_check,
    send_back,
    template,
    workspace,
)
from zgc_desktop.services.accept import accept
from zgc_desktop.services.context import AppContext
from zgc_desktop.services.receive import receive
from zgc_desktop.services.settle import settle

OCTOBER = Month(2026, 10)
pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="Windows 自己就是这样；这里由 /proc 得知谁开着什么"),
    pytest.mark.file_only,
]


def is_open(path: object) -> bool:
    """Whether this process holds a handle on a file."""
    try:
        wanted = Path(os.fspath(path)).stat()  # type: ignore[call-overload]
    except (FileNotFoundError, NotADirectoryError):
        return False
    for handle in Path("/proc/self/fd").iterdir():
        try:
            held = handle.stat()
        except OSError:
            continue
        if (held.st_dev, held.st_ino) == (wanted.st_dev, wanted.st_ino):
            return True
    return False


@pytest.fixture
def like_windows(monkeypatch: pytest.MonkeyPatch) -> set[Path]:
    """A file system that refuses as Windows does; what is put into the set is held open by another program."""
    elsewhere: set[Path] = set()

    def guarded(name: str, targets: int) -> Callable[..., object]:
        done = getattr(os, name)

        def call(*paths: object, **more: object) -> object:
            for path in paths[:targets]:
                if is_open(path) or Path(os.fspath(path)) in elsewhere:  # type: ignore[call-overload]
                    error = PermissionError(13, "另一个程序正在使用此文件，进程无法访问。", os.fspath(path))  # type: ignore[call-overload]
                    error.winerror = 32  # type: ignore[attr-defined]
                    raise error
            return done(*paths, **more)

        return call

    for name, targets in (("replace", 2), ("rename", 2), ("unlink", 1), ("remove", 1)):
        monkeypatch.setattr(os, name, guarded(name, targets))
    return elsewhere


def test_the_layer_refuses_what_windows_refuses(like_windows: set[Path], tmp_path: Path) -> None:
    """A layer that lets everything through would prove nothing."""
    one, other = tmp_path / "一.xlsx", tmp_path / "二.xlsx"
    one.write_bytes(b"1")
    other.write_bytes(b"2")
    with one.open("rb"):
        for act in (one.unlink, lambda: one.rename(other), lambda: other.replace(one)):
            with pytest.raises(PermissionError):
                act()
    other.replace(one)
    like_windows.add(one)
    with pytest.raises(PermissionError):
        one.unlink()


def test_a_month_and_the_care_of_its_workspace_touch_no_file_that_is_open(
    like_windows: set[Path], desk: AppContext, park_file: Callable[..., Path], tmp_path: Path
) -> None:
    """接收、退回、接受、结算、发布、备份、恢复、加密、解密：没有一步去删、改名、覆盖还开着的文件。"""
    bad = tax_line(1) | {"total_fen": 5}
    receive(desk, [park_file("海淀园", "2026-10", [company(0), company(1)], [tax_line(0), bad])])
    send_back.send_back(desk, OCTOBER, "海淀园", tmp_path / "退回")
    accept(desk, OCTOBER, ["海淀园"], despite_errors="试")
    template.write(desk, "海淀园", OCTOBER.plus(1), tmp_path / "模板.xlsx")
    settle(desk, OCTOBER)
    publish.publish(desk, OCTOBER, tmp_path / "月报", despite="试")
    copy = backups.take(desk, "manual", always=True)
    backups.restore(desk, copy.name)
    backups.undo_restore(desk)
    sealed, _code = encrypt.encrypt(desk, "一个很长的口令 2026")
    changed, _code = encrypt.change_key(sealed, "另一个很长的口令 2026")
    plain = encrypt.decrypt(changed)
    assert workspace.check(plain).problems == ()


def test_packages_come_and_go_beside_what_is_open(like_windows: set[Path], offices: Offices, filled: Path) -> None:
    found = self_check.self_check(offices.park, filled)
    assert found.is_sendable
    made = exchange_send.pack_submission(offices.park, filled, offices.post)
    exchange_receive.take_in(offices.city, made.path)
    like_windows.add(made.path)  # an archive program shows it
    with pytest.raises(EnvironmentProblem, match=r"正在 Excel、WPS、阅读器中打开.*请关闭"):
        exchange_send.issue_again(offices.park, made.item.id, offices.post)
    like_windows.add(filled)  # Excel has the park's file open: the stamp cannot be put into it
    filled_now = filled.read_bytes()
    answer = exchange_send.pack_answer(offices.city, PARK, OCTOBER, offices.post)
    assert not exchange_receive.take_in(offices.park, answer.path).repeat
    assert filled.read_bytes() == filled_now


def test_a_stamp_is_refused_with_a_sentence_while_excel_has_the_file_open(
    like_windows: set[Path], offices: Offices, filled: Path
) -> None:
    before = filled.read_bytes()
    like_windows.add(filled)
    with pytest.raises(EnvironmentProblem, match=r"无法写入，文件未写出.*请关闭该文件"):
        exchange_send.pack_submission(offices.park, filled, offices.post)
    assert filled.read_bytes() == before
    like_windows.clear()
    assert not exchange_send.pack_submission(offices.park, filled, offices.post).again


def test_a_file_excel_shows_is_received_and_one_it_locks_is_said(
    desk: AppContext, park_file: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Excel 打开着的文件读得进来；独占打开的，说明请关闭，其余照收。"""
    shown, locked = (park_file(park, "2026-10", [company(n)], [tax_line(n)]) for n, park in enumerate(("海淀园", "昌平园")))
    done = Path.read_bytes

    def read(self: Path) -> bytes:
        if self == locked:
            raise PermissionError(13, "另一个程序正在使用此文件，进程无法访问。", str(self))
        return done(self)

    monkeypatch.setattr(Path, "read_bytes", read)
    with shown.open("rb"):
        lines = receive(desk, [shown, locked])
    assert [x.state for x in lines] == [FileState.REGISTERED, FileState.UNREADABLE]
    assert "可能正被其他程序占用" in lines[1].issues[0].message
