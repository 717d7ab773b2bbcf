"""The directions of the house hold, and the contracts that say so bite."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

LINT = "from importlinter.cli import lint_imports_command; lint_imports_command()"


def lint_imports(folder: Path) -> tuple[int, str]:
    """Run every contract of ``folder``'s pyproject.toml over the packages that lie there."""
    environment = dict(os.environ, PYTHONPATH=str(folder), PYTHONUTF8="1", NO_COLOR="1", COLUMNS="400")
    ran = subprocess.run(
        [sys.executable, "-c", LINT, "--no-cache"],
        cwd=folder,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return ran.returncode, ran.stdout + ran.stderr


def test_imports_run_as_the_contracts_say(root: Path) -> None:
    code, said = lint_imports(root)
    assert code == 0, said


def test_every_contract_is_a_sentence(root: Path) -> None:
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    for contract in project["tool"]["importlinter"]["contracts"]:
        assert len(contract["name"].split()) >= 5, contract["name"]


BREAKAGES = [
    ("zgc_desktop/domain/planted.py", "import pydantic", "The domain knows the standard library only"),
    ("zgc_desktop/domain/planted.py", "import zgc_desktop.intake", "Imports run one way inside the application"),
    ("zgc_desktop/intake/planted.py", "import db", "Intake, database and reports are siblings"),
    ("reports/planted.py", "import zgc_desktop.intake", "Intake, database and reports are siblings"),
    ("db/planted.py", "import zgc_desktop.figures", "The database and the intake draw no pictures"),
    ("zgc_desktop/viewmodels/planted.py", "import db", "View models know the domain and the figures"),
    ("zgc_desktop/ui/planted.py", "import reports", "The window and the command line do not reach past the services"),
    ("zgc_desktop/services/planted.py", "import PySide6.QtCore", "Qt is spoken in the window and the start module only"),
    ("zgc_desktop/services/planted.py", "import sqlalchemy", "SQL is spoken in the database package only"),
    ("zgc_desktop/services/planted.py", "import openpyxl", "Excel is read in the intake and written in the reports only"),
    ("zgc_desktop/services/planted.py", "import reportlab", "PDF is made in the reports only"),
]


@pytest.fixture(scope="module")
def broken_copy(root: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """What import-linter says of a copy of the packages in which every direction is broken once."""
    copy = tmp_path_factory.mktemp("broken")
    for package in ("zgc_desktop", "db", "reports"):
        shutil.copytree(root / package, copy / package, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(root / "pyproject.toml", copy)
    for path, statement, _ in BREAKAGES:
        with (copy / path).open("a", encoding="utf-8") as planted:
            planted.write(f"{statement}\n")
    (copy / "zgc_desktop" / "planted.py").write_text("", encoding="utf-8")
    code, said = lint_imports(copy)
    assert code == 1, said
    return said


def findings(said: str, contract: str) -> str:
    """Return what stands under ``contract``'s own heading among the broken contracts."""
    broken = said.split("Broken contracts", 1)[1].splitlines()
    headings = [at - 1 for at, line in enumerate(broken) if line and set(line) == {"-"} and at > 1]
    for start, end in zip(headings, [*headings[1:], len(broken)], strict=True):
        if contract in broken[start]:
            return "\n".join(broken[start:end])
    return ""


@pytest.mark.parametrize(("path", "statement", "contract"), BREAKAGES)
def test_a_planted_wrong_import_breaks_its_contract(broken_copy: str, path: str, statement: str, contract: str) -> None:
    importer = path.removesuffix(".py").replace("/", ".")
    imported = statement.split()[-1].removesuffix(".QtCore")
    assert f"{importer} -> {imported}" in findings(broken_copy, contract)


def test_a_module_without_a_place_breaks_the_layers(broken_copy: str) -> None:
    found = findings(broken_copy, "every module of it has its place")
    assert any(line.endswith("zgc_desktop.planted") for line in found.splitlines())
