"""zgc backup, restore, export, encrypt: what a person types, what is printed, and the exit codes."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import load_workbook

from db import encryption as sealing
from zgc_desktop.cli.main import run
from zgc_desktop.domain.periods import Month
from zgc_desktop.services.accept import accept
from zgc_desktop.services.context import AppContext
from zgc_desktop.services.receive import receive

Line = dict[str, object]
Said = Callable[..., tuple[int, dict[str, object], str]]


@pytest.fixture
def office(
    desk: AppContext, park_file: Callable[..., Path], make_company: Callable[..., Line], make_tax: Callable[..., Line],
    monkeypatch: pytest.MonkeyPatch,
) -> AppContext:  # fmt: skip
    """One park's October, accepted; scrypt is quick."""
    monkeypatch.setattr(sealing, "_N", 2**14)
    receive(desk, [park_file("海淀园", "2026-10", [make_company(0)], [make_tax(0)])])
    accept(desk, Month(2026, 10))
    return desk


@pytest.fixture
def zgc(office: AppContext, capsys: pytest.CaptureFixture[str]) -> Said:
    """Run a command on the office's workspace: exit code, JSON, standard error."""

    def said(*words: str) -> tuple[int, dict[str, object], str]:
        capsys.readouterr()
        code = run([*words, "--workspace", str(office.paths.address), "--json"])
        told = capsys.readouterr()
        return code, json.loads(told.out) if told.out.strip() else {}, told.err

    return said


def test_a_copy_is_made_listed_verified_and_gone_back_to(zgc: Said) -> None:
    code, made, _ = zgc("backup", "now", "--note", "月初")
    assert (code, made["why"], made["note"]) == (0, "manual", "月初")
    _, listed, _ = zgc("backup", "list")
    assert [c["why_words"] for c in listed["backups"]] == ["手工", "接收前"]  # type: ignore[index, attr-defined]
    assert zgc("backup", "verify")[0] == 0
    code, done, _ = zgc("restore", str(made["name"]), "--reason", "试")
    assert (code, done["restored"]) == (0, made["name"])
    assert zgc("restore", "--undo")[0] == 0
    assert zgc("restore")[0] == 2
    code, _, told = zgc("restore", "没有.db")
    assert code == 2
    assert "没有这份备份" in told


@pytest.mark.file_only
def test_encrypting_prints_the_code_once_and_asks_from_then_on(zgc: Said, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ZGC_NEW_PASSPHRASE", "一句 长长的 口令")
    code, told, _ = zgc("encrypt")
    assert code == 0
    assert len(str(told["recovery_code"])) == 29
    code, _, why = zgc("check")
    assert code == 3
    assert "工作区已加密" in why
    monkeypatch.setenv("ZGC_PASSPHRASE", "一句 长长的 口令")
    assert zgc("check")[0] == 0
    monkeypatch.setenv("ZGC_PASSPHRASE", str(told["recovery_code"]))
    monkeypatch.setenv("ZGC_NEW_PASSPHRASE", "another pass phrase")
    assert zgc("rekey")[0] == 0
    monkeypatch.setenv("ZGC_PASSPHRASE", "一句 长长的 口令")
    assert "口令不对" in zgc("check")[2]
    monkeypatch.setenv("ZGC_PASSPHRASE", "another pass phrase")
    assert zgc("decrypt") == (0, {"encrypted": False}, "")
    monkeypatch.delenv("ZGC_PASSPHRASE")
    assert zgc("check")[0] == 0


def test_a_workspace_moves_in_one_file(zgc: Said, tmp_path: Path) -> None:
    code, told, _ = zgc("export-workspace", str(tmp_path / "搬家.zip"))
    assert code == 0
    new = tmp_path / "新"
    assert run(["import-workspace", str(told["file"]), "--workspace", str(new)]) == 0
    assert run(["check", "--workspace", str(new)]) == 0


def test_a_list_with_tax_does_not_go_outside(zgc: Said, office: AppContext, tmp_path: Path) -> None:
    """企业名录给外单位，只剩公开的列。"""
    code, _, why = zgc("export-companies", "--month", "2026-10", "--for", "对外")
    assert code == 2
    assert "含税务、企业自报数据" in why
    assert "第八条" in why
    out = tmp_path / "名录.xlsx"
    code, told, _ = zgc("export-companies", "--month", "2026-10", "--for", "对外", "--leave-out", "--out", str(out))
    assert (code, told["left_out"]) == (0, ["从业人员（人）", "营业收入（万元）", "税收·地方（万元）"])
    page = load_workbook(out).active
    assert page is not None
    assert "来源类别：公开；供对外使用" in str(page["A2"].value)
    assert [c.value for c in page[3]][-1] == "状态"
    assert zgc("export-companies", "--month", "2026-10", "--for", "本办公室")[0] == 0
