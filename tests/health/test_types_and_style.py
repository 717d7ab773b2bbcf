"""The type checker and the linter have nothing to say."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest


def silent(root: Path, *command: str) -> None:
    """Run a tool of the environment over the project; its words are the failure's message."""
    ran = subprocess.run([sys.executable, "-m", *command], cwd=root, capture_output=True, encoding="utf-8", check=False)
    assert ran.returncode == 0, ran.stdout + ran.stderr


@pytest.mark.slow
def test_types_are_strict_and_right(root: Path) -> None:
    silent(root, "mypy", "--no-error-summary")


def test_the_linter_finds_nothing(root: Path) -> None:
    silent(root, "ruff", "check", "--quiet", ".")


def test_the_code_is_formatted(root: Path) -> None:
    silent(root, "ruff", "format", "--check", "--quiet", ".")
