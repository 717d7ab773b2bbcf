"""A folder nobody may write into: a sentence, and nothing half done. Root may write anywhere, so the process gives that up."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from zgc_desktop import bootstrap
from zgc_desktop.domain.periods import Month
from zgc_desktop.services import audit
from zgc_desktop.services.accept import accept
from zgc_desktop.services.context import AppContext
from zgc_desktop.services.receive import receive
from zgc_desktop.services.settle import settle

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="the rights of root are given up by a call of Linux"),
    pytest.mark.file_only,
]
Row = dict[str, object]
OCTOBER = Month(2026, 10)
BOUND = """
import ctypes, os, sys
if os.geteuid() == 0:  # CAP_DAC_OVERRIDE and CAP_DAC_READ_SEARCH: root is then the owner of its files and no more
    header, data = (ctypes.c_uint32 * 2)(0x20080522, 0), (ctypes.c_uint32 * 6)()
    libc = ctypes.CDLL(None, use_errno=True)
    assert libc.capget(header, data) == 0
    for n in (0, 1, 2):
        data[n] &= ~0b110
    assert libc.capset(header, data) == 0
from zgc_desktop.cli.main import run

sys.exit(run(sys.argv[1:]))
"""


@pytest.fixture
def office(
    desk: AppContext, park_file: Callable[..., Path], make_company: Callable[[int], Row], make_tax: Callable[[int], Row]
) -> Path:
    """A workspace with one accepted and settled month; nobody writes in it."""
    receive(desk, [park_file("海淀园", "2026-10", [make_company(0), make_company(1)], [make_tax(0), make_tax(1)])])
    accept(desk, OCTOBER, ["海淀园"])
    settle(desk, OCTOBER)
    desk.close()
    return desk.paths.root


@contextmanager
def nobody_writes(*folders: Path) -> Iterator[None]:
    every = [f for folder in folders for f in (folder, *(p for p in folder.rglob("*") if p.is_dir()))]
    before = [f.stat().st_mode for f in every]
    for folder in every:
        folder.chmod(0o500)
    try:
        yield
    finally:
        for folder, mode in zip(every, before, strict=True):
            folder.chmod(mode)


def zgc(root: Path, *arguments: str) -> tuple[int, str]:
    """Run a command as somebody who is bound by the rights of folders; (exit code, everything said)."""
    done = subprocess.run(
        [sys.executable, "-c", BOUND, *arguments],
        capture_output=True,
        text=True,
        cwd=root,
        env=dict(os.environ, PYTHONPATH=str(root)),
    )
    assert "Traceback" not in done.stderr
    return done.returncode, done.stdout + done.stderr


def everything(folder: Path) -> dict[str, str]:
    """Every file by its path, with its SHA-256."""
    found = (p for p in folder.rglob("*") if p.is_file())
    return {str(p.relative_to(folder)): hashlib.sha256(p.read_bytes()).hexdigest() for p in found}


def test_where_no_workspace_can_be_made_a_sentence_says_so(tmp_path: Path, root: Path) -> None:
    with nobody_writes(tmp_path):
        code, said = zgc(root, "audit", "list", "--workspace", str(tmp_path / "没有"))
    assert (code, "没有写权限" in said) == (3, True), said
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "command",
    [
        ("settle", "--month", "2026-10"),
        ("undo", "3"),
        ("month", "close", "2026-10"),
        ("backup", "now"),
        ("encrypt",),
        ("publish", "--month", "2026-10", "--out", "."),
    ],
    ids=lambda c: c[0],
)
def test_a_read_only_workspace_is_told_and_stays_as_it_is(
    office: Path, root: Path, command: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ZGC_NEW_PASSPHRASE", "一句 长长的 口令")
    before = everything(office)
    with nobody_writes(office):
        code, said = zgc(root, *command, "--workspace", str(office))
    assert code in (2, 3), said
    assert any(word in said for word in ("只读", "写权限", "不可写")), said
    assert everything(office) == before
    assert audit.verify(bootstrap.open_workspace(office, who="张")).sound


def test_a_read_only_workspace_can_still_be_read(office: Path, root: Path) -> None:
    with nobody_writes(office):
        code, said = zgc(root, "audit", "verify", "--workspace", str(office))
    assert (code, "没有发现改动" in said) == (0, True), said


@pytest.mark.parametrize("command", [("report", "--month", "2026-10"), ("statement", "--month", "2026-10")], ids=lambda c: c[0])
def test_a_folder_for_papers_that_is_read_only_is_named_and_holds_nothing_half(
    office: Path, root: Path, tmp_path: Path, command: tuple[str, ...]
) -> None:
    out = tmp_path / "只读 文件夹"
    out.mkdir()
    with nobody_writes(out):
        code, said = zgc(root, *command, "--out", str(out), "--workspace", str(office))
    assert code == 3, said
    assert "文件夹只读" in said
    assert str(out) in said
    assert everything(out) == {}
    assert audit.verify(bootstrap.open_workspace(office, who="张")).sound
