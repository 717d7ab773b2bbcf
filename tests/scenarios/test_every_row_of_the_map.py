"""The map of the two plans' mechanisms is covered: every ● row has its scenario, every ◐ row can be recorded and is listed."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

HERE = Path(__file__).parent
MAP = HERE.parents[1].parent / "shared" / "product" / "seed-map.md"
ROW = re.compile(r"^\| (\d+) \|.*\| ([●◐○]) \|$")


def rows_of(fit: str) -> list[int]:
    if not MAP.exists():
        pytest.skip("没有 ../shared/product/seed-map.md，无法核对机制清单")
    found = [ROW.match(line) for line in MAP.read_text(encoding="utf-8").splitlines()]
    return [int(m[1]) for m in found if m and m[2] == fit]


def _scenarios() -> set[int]:
    text = "\n".join(path.read_text(encoding="utf-8") for path in HERE.glob("test_rows_*.py"))
    return {int(n) for n in re.findall(r"^def test_row_(\d+)_", text, re.MULTILINE)}


def test_every_row_built_for_has_a_scenario_named_after_it() -> None:
    rows = rows_of("●")
    assert len(rows) == 60
    assert set(rows) - _scenarios() == set()


def test_no_scenario_names_a_row_that_is_not_built_for() -> None:
    assert _scenarios() - set(rows_of("●")) == set()
