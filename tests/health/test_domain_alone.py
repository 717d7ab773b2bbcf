"""The rules stand alone: the domain tests pass where neither Qt nor SQLAlchemy nor any other library is installed."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import venv
from importlib import metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement

# python-stdnum is there as the reference that our own check digits are compared with; the rules never import it.
NEEDED_TO_TEST = ("pytest", "hypothesis", "python-stdnum")
ABSENT = ("PySide6", "sqlalchemy", "sqlmodel", "openpyxl", "python_calamine", "reportlab", "pydantic", "platformdirs", "typer")


def with_requirements(names: tuple[str, ...]) -> set[str]:
    """Return the installed distributions that ``names`` need on this machine, with themselves."""
    found: set[str] = set()
    waiting = list(names)
    while waiting:
        name = waiting.pop().lower()
        if name in found:
            continue
        found.add(name)
        for line in metadata.requires(name) or ():
            requirement = Requirement(line)
            if requirement.marker is None or requirement.marker.evaluate({"extra": ""}):
                waiting.append(requirement.name)
    return found


@pytest.fixture(scope="module")
def bare_python(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A fresh environment holding what the domain tests need, copied from this one, and nothing else."""
    folder = tmp_path_factory.mktemp("bare")
    venv.create(folder, with_pip=False, symlinks=os.name != "nt")
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    site = subprocess.run(
        [python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"],
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    target = Path(site.stdout.strip())
    for name in with_requirements(NEEDED_TO_TEST):
        for file in metadata.files(name) or ():
            if ".." not in file.parts and file.suffix != ".pyc":  # scripts lie outside, and are not needed
                copy = target.joinpath(*file.parts)
                copy.parent.mkdir(parents=True, exist_ok=True)
                shutil.copy(Path(str(file.locate())), copy)
    return python


def run_bare(python: Path, root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the bare Python on the project, which is not installed there either."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("PYTEST", "PYTHON"))}
    environment |= {"PYTHONPATH": str(root), "PYTHONUTF8": "1", "PYTHONDONTWRITEBYTECODE": "1"}
    return subprocess.run([python, *arguments], cwd=root, env=environment, capture_output=True, encoding="utf-8", check=False)


def test_the_bare_environment_is_bare(bare_python: Path, root: Path) -> None:
    for name in ABSENT:
        ran = run_bare(bare_python, root, "-c", f"import {name}")
        assert ran.returncode == 1
        assert "ModuleNotFoundError" in ran.stderr


def test_every_rule_and_figure_module_imports_without_any_library(bare_python: Path, root: Path) -> None:
    files = [path for room in ("domain", "figures") for path in (root / "zgc_desktop" / room).rglob("*.py")]
    names = [".".join(path.relative_to(root).with_suffix("").parts).removesuffix(".__init__") for path in files]
    assert len(names) > 10
    ran = run_bare(bare_python, root, "-W", "error", "-c", "".join(f"import {name}\n" for name in names))
    assert ran.returncode == 0, ran.stderr


@pytest.mark.slow
def test_the_domain_tests_pass_without_any_library(bare_python: Path, root: Path, tmp_path: Path) -> None:
    # The project's own settings name Qt for pytest-qt, which is not there.
    settings = tmp_path / "pytest.ini"
    settings.write_text("[pytest]\nfilterwarnings = error\nmarkers =\n    slow: part of every run\n", encoding="utf-8")
    arguments = ["-c", str(settings), "--rootdir", str(root), "--import-mode=importlib", "-p", "no:cacheprovider", "-q"]
    ran = run_bare(bare_python, root, "-m", "pytest", *arguments, str(root / "tests" / "unit" / "domain"))
    assert ran.returncode == 0, ran.stdout + ran.stderr
    passed = re.search(r"(\d+) passed", ran.stdout)
    assert passed
    assert int(passed[1]) >= 20
