"""Names and text as Windows takes them: what an office's file systems and code pages would change or refuse."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from zgc_desktop.cli.main import run as zgc
from zgc_desktop.paths import safe_filename

DEVICES = ("CON", "PRN", "AUX", "NUL", "COM1", "LPT9")


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("中关村月报_昌平园_2026-10.xlsx", "中关村月报_昌平园_2026-10.xlsx"),
        ("尾点.", "尾点"),
        ("尾空格 ", "尾空格"),
        ("多点. . .", "多点"),
        ("谁的？a?b*c.xlsx", "谁的？a_b_c.xlsx"),
        ("甲:乙.pdf", "甲_乙.pdf"),
        (r"..\..\外.xlsx", ".._.._外.xlsx"),
        ("上/下|<左>.csv", "上_下__左_.csv"),
        ("换\n行\t.txt", "换_行_.txt"),
        ("con.xlsx", "_con.xlsx"),
        ("LPT1", "_LPT1"),
        ("COM10.txt", "COM10.txt"),
        ("", "_"),
        ("...", "_"),
        ("𬭎㛃䶮.xlsx", "𬭎㛃䶮.xlsx"),
    ],
)
def test_a_name_of_ours_means_the_same_file_on_windows(name: str, kept: str) -> None:
    """尾点、尾空格会被 Windows 丢掉，? 会被拒绝，冒号在 NTFS 上另开一个流，CON 是设备。"""
    assert safe_filename(name) == kept
    assert safe_filename(kept) == kept


def test_no_name_of_ours_is_a_device_or_too_long_for_a_deep_folder() -> None:
    """工作区和输出文件夹常在很深的路径里；超过 260 个字的路径，多数 Windows 打不开。"""
    for device in DEVICES:
        assert safe_filename(f"{device}.pdf").split(".")[0].upper() not in DEVICES
    long = safe_filename("北京某某科技发展有限公司" * 30 + ".xlsx")
    assert (len(long), long.endswith(".xlsx")) == (120, True)
    assert len(safe_filename("长" * 400)) == 120


def test_names_are_spelled_as_one_composed_text() -> None:
    """同一个名字拆开写和合起来写，在两台机器上要是同一个文件。"""
    assert safe_filename("e\u0301.xlsx") == "\u00e9.xlsx"


def test_no_day_is_formatted_with_a_sign_only_linux_knows(root: Path) -> None:
    """strftime('%-d') 在 Windows 上是错误。"""
    sign = re.compile(r"%[-#][dmHIMSjy]")
    wrong = []
    for path in (p for folder in ("zgc_desktop", "db", "reports") for p in sorted((root / folder).rglob("*.py"))):
        texts = (n.value for n in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(n, ast.Constant))
        wrong += [f"{path.name}: {t!r}" for t in texts if isinstance(t, str) and sign.search(t)]
    assert wrong == []


@pytest.mark.parametrize("page", ["gbk", "cp936:strict", "ascii"])
def test_a_console_under_the_ansi_code_page_gets_whole_utf8(page: str, root: Path, tmp_path: Path) -> None:
    """中文 Windows 的控制台是 936；输出一律 UTF-8，字库没有的字也不会让命令半途而止。"""
    env = dict(os.environ, PYTHONIOENCODING=page, PYTHONUTF8="0", PYTHONPATH=str(root))
    call = [sys.executable, "-m", "zgc_desktop", "settle", "--month", "㛃𬭎", "--workspace", str(tmp_path / "区")]
    done = subprocess.run(call, capture_output=True, cwd=root, env=env, check=False)
    assert done.returncode == 2
    assert "“㛃𬭎”不是月份" in done.stderr.decode("utf-8")


def test_a_program_without_a_console_runs_its_commands(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """pythonw 没有标准输出和标准错误。"""
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    assert zgc(["month", "list", "--workspace", str(tmp_path / "区")]) == 0
    assert zgc(["settle", "--month", "2026-13", "--workspace", str(tmp_path / "区")]) == 2
