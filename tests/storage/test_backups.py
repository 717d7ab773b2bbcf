"""Copies before risky commands, going back to one and forward again, and everything in one file."""

from __future__ import annotations

import json
import shutil
import sqlite3
import zipfile
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from zgc_desktop import bootstrap
from zgc_desktop.domain.backup_rota import RECENT
from zgc_desktop.domain.errors import EnvironmentProblem, Refused
from zgc_desktop.domain.periods import Month
from zgc_desktop.services import backups, settle, transfer, workspace
from zgc_desktop.services.accept import accept
from zgc_desktop.services.context import AppContext
from zgc_desktop.services.receive import receive

OCTOBER = Month(2026, 10)


@pytest.fixture
def office(desk: AppContext, park_file: Callable[..., Path], make_company: Callable[..., dict[str, object]]) -> AppContext:
    """One park's October, received and accepted."""
    receive(desk, [park_file("海淀园", "2026-10", [make_company(0), make_company(1)])])
    accept(desk, OCTOBER)
    return desk


def dump(ctx: AppContext) -> list[str]:
    """The database word for word."""
    with sqlite3.connect(ctx.paths.database) as connection:
        lines = list(connection.iterdump())
    connection.close()
    return lines


def entries(ctx: AppContext) -> list[str]:
    with sqlite3.connect(ctx.paths.database) as connection:
        found = [row[0] for row in connection.execute("SELECT command FROM journal ORDER BY seq")]
    connection.close()
    return found


def say(ctx: AppContext, text: str) -> None:
    """One more journalled write."""
    import db.tables as t

    with ctx.store.write("note", ctx.who, ctx.now()) as unit:
        unit.insert(t.SettingRow, {"key": text, "value": text})
        unit.say(text)


def test_a_copy_stands_before_every_risky_command(office: AppContext) -> None:
    assert [c.why for c in backups.listing(office)] == ["receive"]
    settle.settle(office, OCTOBER)
    newest = backups.listing(office)[0]
    assert newest.why == "settle"
    assert newest.journal_hash
    assert backups.verify(office, newest.name) == ()


def test_a_state_is_copied_once(office: AppContext) -> None:
    first = backups.take(office, "settle")
    assert backups.take(office, "publish") == first
    say(office, "又一步")
    assert backups.take(office, "publish") != first


def test_a_copy_that_was_changed_is_told(office: AppContext) -> None:
    item = backups.take(office, "manual")
    path = office.paths.backups / item.name
    data = bytearray(path.read_bytes())
    data[-100] ^= 1
    path.write_bytes(data)
    assert any("校验值不符" in p for p in backups.verify(office, item.name))
    before = dump(office)
    with pytest.raises(Refused, match="不完整"):
        backups.restore(office, item.name)
    assert dump(office) == before


@pytest.mark.file_only
def test_a_restore_brings_the_state_back_and_is_itself_undone(office: AppContext) -> None:
    item = backups.take(office, "manual")
    then = [line for line in dump(office) if "journal" not in line and "setting" not in line]
    say(office, "后来的一步")
    later = dump(office)
    done = backups.restore(office, item.name, reason="试")
    assert done.lost_entries == 1
    assert [line for line in dump(office) if "journal" not in line and "setting" not in line] == then
    assert entries(office)[-1] == "restore"
    assert workspace.check(office).problems == ()
    back = backups.undo_restore(office)
    assert set(later) - set(dump(office)) == set()
    assert back.source.name == done.safety


def test_a_restore_never_pushes_out_its_own_copies(office: AppContext) -> None:
    item = backups.take(office, "manual")
    say(office, "后来")
    done = backups.restore(office, item.name)
    moving = office
    for n in range(RECENT + 8):
        moving = bootstrap.open_workspace(
            office.paths.root, who="张", clock=lambda n=n: datetime(2027, 1, 1, 9) + timedelta(minutes=n)
        )
        backups.take(moving, "manual", always=True)
    left = {c.name for c in backups.listing(moving)}
    assert {item.name, done.safety} <= left
    assert len(left) <= RECENT + 14


@pytest.mark.file_only
def test_an_old_journal_is_never_replayed_over_a_restored_database(office: AppContext) -> None:
    """A -wal or -journal of the former database beside the new one would silently bring half of it back."""
    item = backups.take(office, "manual")
    say(office, "后来")
    (office.paths.root / "tongchoutai.db-wal").write_bytes(b"\x37\x7f\x06\x82" + bytes(4096))
    (office.paths.root / "tongchoutai.db-shm").write_bytes(bytes(32768))
    backups.restore(office, item.name)
    assert not [p.name for p in office.paths.root.iterdir() if p.name.startswith("tongchoutai.db-")]
    assert workspace.check(office).problems == ()
    assert "note" not in entries(office)


@pytest.mark.file_only
def test_a_database_that_is_beyond_reading_is_restored_over_and_kept(office: AppContext) -> None:
    item = backups.take(office, "manual")
    office.paths.database.write_bytes(b"nothing a database begins with" * 500)
    with pytest.raises(Refused, match="已损坏"):
        bootstrap.open_workspace(office.paths.root)
    ctx = bootstrap.workspace_as_it_lies(office.paths.root, who="张", clock=office.clock)
    done = backups.restore(ctx, item.name)
    assert (ctx.paths.backups / done.safety).read_bytes().startswith(b"nothing a database")
    assert workspace.check(ctx).problems == ()


@pytest.mark.file_only
def test_a_copy_of_an_older_schema_is_brought_up_when_restored(office: AppContext) -> None:
    from alembic import command

    from db import schema
    from db.engine import open_engine

    path = office.paths.backups / "20260101-090000-manual.db"
    config = schema._config()
    with open_engine(path).connect().execution_options(writes=True) as connection, connection.begin():
        config.attributes["connection"] = connection
        command.upgrade(config, "0003")
    assert backups.verify(office, path.name) == ()
    backups.restore(office, path.name)
    assert workspace.check(office).problems == ()
    assert entries(office) == ["restore"]


@pytest.mark.file_only
def test_everything_travels_in_one_file(office: AppContext, tmp_path: Path) -> None:
    (office.paths.root / "rules").mkdir()
    (office.paths.root / "rules" / "说明.txt").write_text("本单位规则", encoding="utf-8")
    out = transfer.export_workspace(office, tmp_path / "搬家.zip")
    made = transfer.import_workspace(out.file, tmp_path / "新 家")
    there = bootstrap.open_workspace(made.workspace)
    assert dump(there) == dump(office)
    assert (there.paths.root / "rules" / "说明.txt").read_text(encoding="utf-8") == "本单位规则"
    assert workspace.check(there) == workspace.check(office)
    assert made.journal_hash == office.store.head()[1] == out.journal_hash


def test_an_export_that_was_changed_is_refused_whole(office: AppContext, tmp_path: Path) -> None:
    out = transfer.export_workspace(office, tmp_path / "搬家.zip").file
    data = bytearray(out.read_bytes())
    data[len(data) // 2] ^= 0xFF
    out.write_bytes(data)
    with pytest.raises(EnvironmentProblem, match="不完整或被改动"):
        transfer.import_workspace(out, tmp_path / "新")
    assert not (tmp_path / "新").exists()
    assert not list(tmp_path.glob(".*importing"))


@pytest.mark.parametrize("name", ["../坏.txt", "archive/../../坏.txt", "/坏.txt", "rules\\..\\坏.txt", "outbox/坏.txt", "C:坏"])
def test_an_export_writes_nowhere_but_into_its_own_folder(office: AppContext, tmp_path: Path, name: str) -> None:
    whole = transfer.export_workspace(office, tmp_path / "搬家.zip").file
    with zipfile.ZipFile(whole) as pack:
        manifest = json.loads(pack.read("manifest.json"))
    manifest["files"].append({"name": name, "size": 1, "sha256": "0" * 64})
    bad = tmp_path / "坏.zip"
    with zipfile.ZipFile(whole) as old, zipfile.ZipFile(bad, "w") as new:
        for info in old.infolist():
            if info.filename != "manifest.json":
                new.writestr(info.filename, old.read(info))
        new.writestr("manifest.json", json.dumps(manifest))
    with pytest.raises(EnvironmentProblem, match="不该有的文件名"):
        transfer.import_workspace(bad, tmp_path / "新")
    assert not (tmp_path / "新").exists()


def test_an_import_never_lands_on_files(office: AppContext, tmp_path: Path) -> None:
    out = transfer.export_workspace(office, tmp_path / "搬家.zip").file
    with pytest.raises(Refused, match="已有文件"):
        transfer.import_workspace(out, office.paths.root)


@pytest.mark.file_only
def test_a_full_disk_during_a_restore_leaves_the_present_state(office: AppContext, monkeypatch: pytest.MonkeyPatch) -> None:
    item = backups.take(office, "manual")
    say(office, "后来")
    before = dump(office)

    def full(*_args: object, **_kwargs: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(shutil, "copyfile", full)
    with pytest.raises(EnvironmentProblem, match="磁盘空间不足"):
        backups.restore(office, item.name)
    assert dump(office) == before
    assert not list(office.paths.root.glob(".*.part"))
