"""The Windows build: what can be proved of it without Windows."""

from __future__ import annotations

import re
import runpy
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


def test_the_workflow_runs_the_suite_builds_installs_tests_and_uninstalls(root: Path) -> None:
    steps = (root / ".github" / "workflows" / "windows.yml").read_text(encoding="utf-8")
    in_order = ["chcp 936", "run.py test", "build.py", "'/S'", "--self-test", "uninstall.exe", "upload-artifact"]
    places = [steps.index(word) for word in in_order]
    assert places == sorted(places)
    assert 'PYTHONUTF8: "0"' in steps
