"""服务器上的备份：写完读一遍再算数；恢复是一步，也能退回；没有工具的电脑写成单个文件；整体导出能在文件夹里打开。"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from db import dumps
from db.carrying import prints
from tests.postgres import Server
from zgc_desktop import bootstrap
from zgc_desktop.domain.errors import EnvironmentProblem, Refused
from zgc_desktop.domain.periods import Month
from zgc_desktop.paths import address_of
from zgc_desktop.services import audit, backups, encrypt, months, transfer, undo, workspace
from zgc_desktop.services.accept import accept
from zgc_desktop.services.context import AppContext
from zgc_desktop.services.receive import receive
from zgc_desktop.services.workspace import check

SEPTEMBER, OCTOBER = Month(2026, 9), Month(2026, 10)


@pytest.fixture
def shared(
    postgres: Server, empty_database: str, park_file: Callable[..., Path], make_company: Callable, make_tax: Callable
) -> Iterator[AppContext]:
    """A workspace on a server: October of one park received and accepted."""
    name = postgres.new(empty_database)
    ctx = bootstrap.open_workspace(address_of(postgres.url(name)), who="张", clock=lambda: datetime(2026, 11, 6, 9, 0))
    shutil.rmtree(ctx.paths.backups)
    ctx.paths.make()
    receive(ctx, [park_file("海淀园", "2026-10", [make_company(0), make_company(1)], [make_tax(0), make_tax(1)])])
    accept(ctx, OCTOBER)
    yield ctx
    ctx.store.close()
    postgres.drop(name)


def contents(ctx: AppContext) -> dict[str, object]:
    with ctx.store.read() as connection:
        return dict(prints(connection))


def test_a_copy_stands_before_a_risky_step_and_is_read_back(shared: AppContext) -> None:
    """接收之前已有一份，由服务器自己的工具写成，读过一遍才算数。"""
    (first,) = backups.listing(shared)
    assert (first.why, Path(first.name).suffix) == ("receive", dumps.SUFFIX)
    later = replace(shared, clock=lambda: datetime(2026, 11, 6, 9, 30))
    made = backups.take(later, "manual", note="月底")
    assert (made.journal_seq, made.journal_hash) == shared.store.head()
    assert made.note == "月底"
    assert backups.verify(shared, made.name) == ()
    assert backups.take(later, "settle") == made  # the same state twice is one copy
    held = dumps.read_through(shared.paths.backups / made.name)
    assert held.rows["company"] == 2
    assert "kept_file" not in held.rows


def test_going_back_and_forth_is_whole_and_told(shared: AppContext) -> None:
    """恢复到备份，再撤销恢复，内容与当时一样，操作记录说明白，原件一直在。"""
    made, before = backups.take(shared, "manual"), contents(shared)
    months.close_month(shared, OCTOBER, reason="收齐")
    after = contents(shared)
    done = backups.restore(shared, made.name, reason="关早了")
    assert done.lost_entries == 1
    back = contents(shared)
    assert [n for n in back if back[n] != before[n]] == ["journal", "setting"]
    assert audit.verify(shared).sound
    assert check(shared).problems == ()
    assert f"恢复到备份 {made.name}" in undo.list_steps(shared, 1)[0].entry.sentence
    again = backups.undo_restore(shared)
    forth = contents(shared)
    assert [n for n in forth if forth[n] != after[n]] == ["journal", "setting"]
    assert again.source.name == done.safety
    assert audit.verify(shared).sound
    assert {i.name for i in backups.listing(shared) if i.pinned} == {made.name, done.safety, again.safety}


def test_a_restore_that_fails_leaves_everything_as_it_was(shared: AppContext) -> None:
    """备份损坏：核验看得出来，恢复被拒绝，数据一行不动，别的电脑照常写入。"""
    made, before = backups.take(shared, "manual"), contents(shared)
    path = shared.paths.backups / made.name
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) * 2 // 3])
    assert backups.verify(shared, made.name)
    with pytest.raises(Refused, match="不完整，没有恢复"):
        backups.restore(shared, made.name)
    with pytest.raises(EnvironmentProblem, match="读不完整"), shared.store.outside_journal(replaces=True) as connection:
        dumps.pour(connection, path)  # as if the file broke after it was verified
    assert contents(shared) == before
    months.close_month(shared, OCTOBER)
    assert audit.verify(shared).sound


def test_another_desk_sees_the_restored_state_and_works_on(shared: AppContext) -> None:
    """恢复以后，另一台电脑读到的是恢复后的内容，并能接着写。"""
    other = bootstrap.open_workspace(shared.paths.address, who="李", clock=lambda: datetime(2026, 11, 6, 9, 0))
    made = backups.take(shared, "manual")
    months.close_month(other, OCTOBER)
    backups.restore(shared, made.name)
    assert contents(other) == contents(shared)
    months.close_month(other, OCTOBER, reason="再关")
    assert audit.verify(shared).sound
    other.store.close()


def test_without_the_tools_the_copy_is_one_file(shared: AppContext, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """没有 pg_dump 的电脑也有备份：写成单个数据库文件，同样核验、同样能恢复，并说明缘由。"""
    monkeypatch.setenv("ZGC_PG_BIN", str(tmp_path))
    made, before = backups.take(shared, "manual", always=True), contents(shared)
    assert Path(made.name).suffix == ".db"
    assert "本机没有 pg_dump" in made.note
    assert backups.verify(shared, made.name) == ()
    months.close_month(shared, OCTOBER)
    backups.restore(shared, made.name)
    back = contents(shared)
    assert [n for n in back if back[n] != before[n]] == ["journal", "setting"]
    assert audit.verify(shared).sound


def test_an_export_of_a_shared_workspace_opens_in_a_folder(shared: AppContext, tmp_path: Path) -> None:
    """服务器上的工作区整体导出成一个文件，在文件夹里打开，原件、规则和操作记录都在。"""
    done = transfer.export_workspace(shared, tmp_path)
    assert (done.journal_seq, done.journal_hash) == shared.store.head()
    transfer.import_workspace(done.file, tmp_path / "取出")
    taken = bootstrap.open_workspace(tmp_path / "取出", who="张", clock=lambda: datetime(2026, 11, 6, 9, 0))
    assert taken.store.read_only == ""
    assert contents(taken) == contents(shared)
    assert workspace.kept_files(taken) == workspace.kept_files(shared)
    assert check(taken).problems == ()


def test_what_is_a_files_matter_is_said_on_a_server(shared: AppContext, desk: AppContext) -> None:
    """加密是文件夹的事，服务器上说明由谁负责；服务器的备份不能恢复到文件夹里。"""
    with pytest.raises(Refused, match="服务器管理员"):
        encrypt.encrypt(shared, "几个词连写的口令")
    if not desk.store.on_server:
        made = backups.take(shared, "manual")
        shutil.copy(shared.paths.backups / made.name, desk.paths.backups / made.name)
        with pytest.raises(Refused, match="服务器上工作区的备份"):
            backups.restore(desk, made.name)


def test_the_password_is_no_part_of_a_command_line(shared: AppContext, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """口令经环境变量交给工具，进程列表里看不到。"""
    address = shared.paths.server
    assert address is not None
    told = address_of(address.url.replace("://zgc@", "://zgc:s3cret@"))
    spy = tmp_path / "pg_dump"
    spy.write_text(
        f'#!/bin/sh\necho "$PGPASSWORD" > "{tmp_path}/env"\necho "$@" > "{tmp_path}/args"\nexit 1\n', encoding="utf-8"
    )
    spy.chmod(0o755)
    monkeypatch.setenv("ZGC_PG_BIN", str(tmp_path))
    if os.name == "nt":
        pytest.skip("用一段 sh 脚本代替工具")
    with pytest.raises(EnvironmentProblem, match="备份没有写成"):
        dumps.dump(told, tmp_path / "x.dump")  # type: ignore[arg-type]
    assert (tmp_path / "env").read_text(encoding="utf-8").strip() == "s3cret"
    assert "s3cret" not in (tmp_path / "args").read_text(encoding="utf-8")
    assert not (tmp_path / "x.dump").exists()
