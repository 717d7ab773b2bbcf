"""One writer a workspace: a second process looks on, a killed one leaves no question, and the next start says what happened."""

from __future__ import annotations

import gzip
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from zgc_desktop import bootstrap
from zgc_desktop.domain.errors import EnvironmentProblem, Refused
from zgc_desktop.services import backups, recovery, transfer
from zgc_desktop.services.context import AppContext

pytestmark = pytest.mark.file_only

ROOT = Path(__file__).resolve().parents[2]
HOLD = """
import sys
from pathlib import Path
from zgc_desktop import bootstrap

ctx = bootstrap.open_workspace(Path(sys.argv[1]), who="王", hold=True)
print(ctx.store.read_only or "writes", flush=True)
sys.stdin.readline()
ctx.close()
"""


@contextmanager
def another_window(folder: Path) -> Iterator[subprocess.Popen[str]]:
    """A second process that holds the workspace until it is told to close."""
    child = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(folder)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT,
        encoding="utf-8", env=dict(os.environ, PYTHONPATH=str(ROOT), PYTHONIOENCODING="utf-8"),
    )  # fmt: skip
    try:
        yield child
    finally:
        if child.poll() is None:
            child.communicate("\n", timeout=60)
        for pipe in (child.stdin, child.stdout):
            if pipe:
                pipe.close()
        child.wait(60)


def said(child: subprocess.Popen[str]) -> str:
    assert child.stdout is not None
    return child.stdout.readline().strip()


def test_the_second_looks_on_and_is_told_who_writes_since_when(desk: AppContext, tmp_path: Path) -> None:
    with another_window(desk.paths.root) as child:
        assert said(child) == "writes"
        second = bootstrap.open_workspace(desk.paths.root, who="李", hold=True)
        assert "以只读方式打开" in second.store.read_only
        assert "王" in second.store.read_only
        assert f"进程 {child.pid}" in second.store.read_only
        with pytest.raises(EnvironmentProblem, match=r"王.*正在写入"), second.store.write("试", "李", ""):
            pass
        with pytest.raises(EnvironmentProblem, match=r"王.*正在写入"):
            backups.take(second, "manual", always=True)
        out = transfer.export_workspace(second, tmp_path / "看也能导出.zip")
        assert out.file.is_file()
    again = bootstrap.open_workspace(desk.paths.root, who="李", hold=True)
    assert again.store.read_only == ""
    assert again.start_notes == ()
    again.close()


def test_a_command_reads_beside_a_window_and_is_refused_only_when_it_writes(desk: AppContext) -> None:
    with another_window(desk.paths.root) as child:
        assert said(child) == "writes"
        command = bootstrap.open_workspace(desk.paths.root, who="李")
        with command.store.read() as connection:
            assert connection.exec_driver_sql("SELECT count(*) FROM journal").scalar_one() == 0
        with pytest.raises(EnvironmentProblem, match="正在写入"), command.store.write("试", "李", ""):
            pass


def test_a_killed_writer_leaves_no_question_and_the_next_start_says_so(desk: AppContext) -> None:
    with another_window(desk.paths.root) as child:
        assert said(child) == "writes"
        child.kill()
        child.wait(60)
    part = desk.paths.archive / ".0123456789ab.part"
    part.write_bytes(b"half")
    after = bootstrap.open_workspace(desk.paths.root, who="李", hold=True)
    assert after.store.read_only == ""
    assert "上次没有正常关闭（王" in after.start_notes[0]
    assert "1 个没有写完的临时文件" in after.start_notes[1]
    assert "快速检查通过" in after.start_notes[2]
    assert not part.exists()
    after.close()
    assert bootstrap.open_workspace(desk.paths.root, hold=True).start_notes == ()


def test_another_machine_is_believed_until_a_person_takes_over(desk: AppContext) -> None:
    note = {"who": "赵", "machine": "另一台", "pid": 1, "since": "2026-11-06T08:00:00+08:00", "program": ""}
    (desk.paths.root / "writer.json").write_text(json.dumps(note), encoding="utf-8")
    ctx = bootstrap.open_workspace(desk.paths.root, who="李", hold=True)
    assert "赵（电脑 另一台，进程 1）自 2026-11-06 08:00 起正在写入" in ctx.store.read_only
    assert "take-over" in ctx.store.read_only
    with pytest.raises(Refused, match="理由"):
        recovery.take_over(ctx, " ")
    assert "赵" in recovery.take_over(ctx, "那台电脑已报废")
    assert bootstrap.open_workspace(desk.paths.root, who="李", hold=True).store.read_only == ""


def test_the_first_of_many_starts_wins_and_only_the_first(desk: AppContext) -> None:
    with ExitStack() as windows:
        children = [windows.enter_context(another_window(desk.paths.root)) for _ in range(3)]
        words = [said(child) for child in children]
    assert sorted(word == "writes" for word in words) == [False, False, True]


def test_a_workspace_of_an_older_program_waits_until_the_other_has_closed(tmp_path: Path) -> None:
    """Upgrading is writing: it is not done while somebody else writes, and looking needs today's schema."""
    folder = tmp_path / "旧"
    folder.mkdir()
    stored = Path(__file__).parent / "schemas" / "0001.sqlite3.gz"
    (folder / "tongchoutai.db").write_bytes(gzip.decompress(stored.read_bytes()))
    note = {"who": "赵", "machine": "另一台", "pid": 1, "since": "2026-11-06T08:00:00+08:00", "program": ""}
    (folder / "writer.json").write_text(json.dumps(note), encoding="utf-8")
    with pytest.raises(EnvironmentProblem, match=r"要先升级才能打开；赵（电脑 另一台.*等对方关闭"):
        bootstrap.open_workspace(folder, hold=True)
    assert recovery.take_over(bootstrap.workspace_as_it_lies(folder), "那台电脑已报废")
    assert bootstrap.open_workspace(folder, hold=True).store.read_only == ""


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root 不受文件夹只读限制")
def test_a_read_only_folder_opens_for_looking(desk: AppContext) -> None:
    desk.paths.root.chmod(0o500)
    try:
        assert "只读" in bootstrap.open_workspace(desk.paths.root, hold=True).store.read_only
    finally:
        desk.paths.root.chmod(0o700)


def test_a_network_drive_is_refused_with_a_way_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OneDrive", str(tmp_path))
    with pytest.raises(EnvironmentProblem, match=r"不能放在同步盘文件夹.*export-workspace"):
        bootstrap.open_workspace(tmp_path / "工作区")
    assert not (tmp_path / "工作区").exists()


def test_an_exported_file_may_lie_where_a_workspace_may_not(
    desk: AppContext, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, make_company: Callable[..., dict[str, object]]
) -> None:
    cloud = tmp_path / "云"
    monkeypatch.setenv("OneDrive", str(cloud))
    out = transfer.export_workspace(desk, cloud / "搬家.zip")
    assert transfer.import_workspace(out.file, tmp_path / "本机").workspace.is_dir()
    with pytest.raises(EnvironmentProblem, match="同步盘"):
        transfer.import_workspace(out.file, cloud / "工作区")
