"""The self-test of an installed program finds what works and names what does not."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from zgc_desktop.ui import self_test


def test_every_fault_is_named_and_the_rest_goes_on(
    office: Path, tmp_path: Path, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    def month(
        folder: Path,
    ) -> str:  # the demo takes a quarter of a minute: here a workspace that is there already, and no papers
        shutil.copytree(office, folder / "workspace")
        return "工作区"

    monkeypatch.setattr(self_test, "_month", month)
    told = tmp_path / "自检 结果.json"
    assert self_test.main([str(told)]) == 1
    result = json.loads(told.read_text(encoding="utf-8"))
    checks = {check["name"]: check for check in result["checks"]}
    assert result["ok"] is False
    assert checks["数据库"]["ok"]
    assert "条操作记录" in checks["数据库"]["detail"]
    assert checks["窗口"]["ok"], checks["窗口"]["detail"]
    assert checks["程序库"]["ok"], checks["程序库"]["detail"]
    assert checks["PDF"]["detail"].startswith("FileNotFoundError")
    assert checks["Excel"]["detail"].startswith("FileNotFoundError")


def test_a_self_test_without_a_file_to_write_is_refused() -> None:
    assert self_test.main([]) == 2


def test_a_library_that_is_cut_off_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(self_test, "LATE", ("psycopg", "psycopg.is_not_here"))
    with pytest.raises(ImportError, match=r"psycopg\.is_not_here"):
        self_test._libraries(tmp_path)


def test_a_library_that_ends_the_program_is_named_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "ends_the_program.py").write_text("import os; os.abort()\n", encoding="ascii")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    monkeypatch.setattr(self_test, "LATE", ("ends_the_program", "psycopg.is_not_here"))
    with pytest.raises(ImportError, match=r"ends_the_program（加载时程序被中止，代码 0x.+、psycopg\.is_not_here（Module"):
        self_test._libraries(tmp_path)


def test_a_check_that_is_not_finished_counts_as_failed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told = tmp_path / "自检.json"
    seen = []

    def month(_folder: Path) -> str:
        seen.append(json.loads(told.read_text(encoding="utf-8")))
        raise KeyboardInterrupt  # what no check catches, like a program that is ended

    monkeypatch.setattr(self_test, "_month", month)
    with pytest.raises(KeyboardInterrupt):
        self_test.main([str(told)])
    assert seen == [json.loads(told.read_text(encoding="utf-8"))]
    assert seen[0]["ok"] is False
    assert seen[0]["checks"] == [{"name": "演示月", "ok": False, "seconds": 0.0, "detail": "没有做完"}]
