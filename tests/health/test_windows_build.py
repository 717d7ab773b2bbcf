"""The Windows build: what can be proved of it without Windows."""

from __future__ import annotations

import os
import re
import runpy
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

WINDOWS = Path("packaging/windows")


@pytest.fixture
def build(root: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[dict[str, Any]]:
    monkeypatch.setattr(sys, "path", [str(root / WINDOWS), *sys.path])
    yield runpy.run_path(str(root / WINDOWS / "build.py"))
    sys.modules.pop("prune", None)


def test_an_installed_program_names_the_version_of_the_package(root: Path, build: dict[str, Any]) -> None:
    assert (
        build["program_version"]() == tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    )


def test_the_lock_is_answered_for_windows_and_not_for_the_machine_that_builds(build: dict[str, Any], tmp_path: Path) -> None:
    text = build["windows_lock"](tmp_path).read_text(encoding="utf-8")
    pinned = re.findall(r"^([a-z0-9-]+)==([^ ]+)", text, re.M)
    assert {"colorama", "tzdata", "pyside6-essentials", "psycopg", "psycopg-binary"} <= {name for name, _ in pinned}
    assert ";" not in re.sub(r"#.*", "", text)
    names = [name for name, _ in pinned]
    assert sorted(names) == sorted(set(names))  # one version each: numpy has one for each Python
    assert text.count("--hash=") >= len(names)


def test_every_qt_module_the_program_imports_is_kept(root: Path, build: dict[str, Any]) -> None:
    modules = sys.modules["prune"].qt_modules([root / name for name in build["PROGRAM"]])
    assert {"QtCore", "QtGui", "QtWidgets", "QtPdf", "QtPdfWidgets", "QtSvg"} <= modules
    assert modules <= {"QtCore", "QtGui", "QtWidgets", "QtPdf", "QtPdfWidgets", "QtSvg", "QtPrintSupport", "QtNetwork"}


def test_the_installer_removes_what_the_build_makes_and_nothing_of_the_users(root: Path) -> None:
    script = (root / WINDOWS / "installer.nsi").read_text(encoding="utf-8")
    removed = set(re.findall(r'RMDir /r "\$INSTDIR\\(\w+)"', script))
    assert removed == {"python", "packages", "app", "licences"}
    assert "workspace" not in re.sub(r";.*", "", script)
    assert "RequestExecutionLevel user" in script
    made = (root / WINDOWS / "build.py").read_text(encoding="utf-8")
    assert all(f'folder / "{name}"' in made for name in removed)


@pytest.mark.parametrize(("stubs", "machine"), [("both", 0x8664), ("32 bits", 0x14C)])
def test_the_installer_is_made_by_an_nsis_with_and_without_64_bit_stubs(
    root: Path, tmp_path: Path, stubs: str, machine: int
) -> None:
    nsis = Path("/usr/share/nsis")
    if shutil.which("makensis") is None or not (nsis / "Stubs" / "lzma_solid-amd64-unicode").exists():
        pytest.skip("Debian's NSIS is not installed")
    if stubs == "32 bits":  # what NSIS's makers publish for Windows
        nsis = Path(shutil.copytree(nsis, tmp_path / "nsis", ignore=shutil.ignore_patterns("*amd64*")))
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "zgc.cmd").write_bytes(b"@rem")
    setup = tmp_path / "tongchoutai-1.2.3-setup.exe"
    given = {"VERSION": "1.2.3", "FOLDER": tmp_path / "folder", "SETUP": setup, "ROOT": root}
    defines = [f"-D{name}={value}" for name, value in given.items()]
    subprocess.run(
        ["makensis", "-V2", "-WX", "-INPUTCHARSET", "UTF8", *defines, str(root / WINDOWS / "installer.nsi")],
        env={**os.environ, "NSISDIR": str(nsis)}, check=True, timeout=60,
    )  # fmt: skip
    program = setup.read_bytes()
    head = int.from_bytes(program[0x3C:0x40], "little")
    assert int.from_bytes(program[head + 4 : head + 6], "little") == machine


def test_the_workflow_runs_the_suite_builds_installs_tests_and_uninstalls(root: Path) -> None:
    steps = (root / ".github" / "workflows" / "windows.yml").read_text(encoding="utf-8")
    in_order = ["chcp 936", "run.py test", "build.py", "'/S'", "--self-test", "uninstall.exe", "upload-artifact"]
    places = [steps.index(word) for word in in_order]
    assert places == sorted(places)
    assert 'PYTHONUTF8: "0"' in steps
