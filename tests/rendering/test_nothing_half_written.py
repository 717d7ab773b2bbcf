"""A paper that cannot be written is a sentence, what stood there before still stands, and nothing half is left behind."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from reports import aside
from reports.monthly_pdf import write_monthly_pdf
from reports.monthly_xlsx import write_monthly_xlsx
from zgc_desktop.domain.errors import EnvironmentProblem
from zgc_desktop.domain.monthly import MonthlyDocument

Sample = Callable[..., MonthlyDocument]
ROOT = Path(__file__).resolve().parents[2]

FULL = """
import resource, signal, sys
from pathlib import Path
from reports.aside import write_aside
from zgc_desktop.domain.errors import EnvironmentProblem
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
try:
    write_aside(Path(sys.argv[1]), b"x" * 100_000)
except EnvironmentProblem as problem:
    print(problem.sentence)
    sys.exit(problem.exit_code)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no limit on the size of a file")
def test_a_disk_that_fills_half_way_leaves_the_old_paper(tmp_path: Path) -> None:
    """写到一半盘满（这里以文件大小上限代替）：说明原因，原文件不动，不留半份。"""
    old = tmp_path / "月报.pdf"
    old.write_bytes(b"old")
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", FULL, str(old)], cwd=ROOT, capture_output=True, timeout=60, check=False
    )
    assert done.returncode == 3, done.stderr.decode()
    assert "文件未写出" in done.stdout.decode()
    assert old.read_bytes() == b"old"
    assert [p.name for p in tmp_path.iterdir()] == ["月报.pdf"]


def test_a_full_disk_is_named_as_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(aside.os, "fsync", full)
    with pytest.raises(EnvironmentProblem, match=r"磁盘空间不足.*清理磁盘"):
        aside.write_aside(tmp_path / "月报.pdf", b"new")
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_open_elsewhere_is_said_and_kept(
    sample_month: Sample, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Windows 上 Excel 打开着工作簿时，替换会被拒绝：说明关闭或另选文件夹，旧文件不动。"""
    old = tmp_path / "月报.xlsx"
    old.write_bytes(b"old")

    def refuse(_self: Path, _target: Path) -> Path:
        raise PermissionError(13, "Access is denied")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(EnvironmentProblem, match=r"正在 Excel、WPS、阅读器中打开.*请关闭"):
        write_monthly_xlsx(sample_month(), old)
    monkeypatch.undo()
    assert old.read_bytes() == b"old"
    assert [p.name for p in tmp_path.iterdir()] == ["月报.xlsx"]


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="whoever runs the tests may write everywhere")
def test_a_folder_that_is_read_only_is_a_sentence(sample_month: Sample, fonts_dir: Path, tmp_path: Path) -> None:
    folder = tmp_path / "只读"
    folder.mkdir()
    folder.chmod(0o500)
    try:
        with pytest.raises(EnvironmentProblem, match="文件夹只读"):
            write_monthly_pdf(sample_month(), folder / "月报.pdf", fonts_dir=fonts_dir)
        assert list(folder.iterdir()) == []
    finally:
        folder.chmod(0o700)


def test_a_folder_nobody_may_write_to_is_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same for whoever may write everywhere: the system's answer, given by hand."""

    def refuse(_self: Path, *_: object, **__: object) -> object:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(EnvironmentProblem, match=r"文件夹只读.*另选可写的文件夹"):
        aside.write_aside(tmp_path / "月报.pdf", b"new")
    monkeypatch.undo()
    assert list(tmp_path.iterdir()) == []
