"""Receiving park files into a real workspace: versions, duplicates, bad input, cancelling."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import load_workbook

from db.queries import submissions
from zgc_desktop import bootstrap
from zgc_desktop.cli.main import run
from zgc_desktop.domain.errors import Cancelled, EnvironmentProblem
from zgc_desktop.domain.periods import Month
from zgc_desktop.domain.submissions import FileState, SubmissionState
from zgc_desktop.services.accept import accept
from zgc_desktop.services.context import AppContext
from zgc_desktop.services.look_up import companies, issues_of, month_submissions
from zgc_desktop.services.receive import receive
from zgc_desktop.services.template import write
from zgc_desktop.services.workspace import check

OCTOBER = Month(2026, 10)
Row = dict[str, object]
WriteFile = Callable[..., Path]


def test_a_filled_template_comes_back_without_a_question(
    desk: AppContext, park_file: WriteFile, make_company: Callable[..., Row], make_tax: Callable[..., Row]
) -> None:
    """本园用模板填好报来，一次登记成功，金额一分不差。"""
    (line,) = receive(desk, [park_file("海淀园", "2026-10", [make_company(0), make_company(1)], [make_tax(0), make_tax(1)])])
    assert (line.park, line.month, line.version, line.state) == ("海淀园", "2026-10", 1, FileState.REGISTERED)
    assert (line.companies, line.tax_fen, line.revenue_fen) == (2, 2 * 2_000_100, 300_000_000)
    assert [i for i in line.issues if i.severity.value != "notice"] == []


def test_the_same_bytes_twice_are_registered_once(
    desk: AppContext, park_file: WriteFile, make_company: Callable[..., Row], make_tax: Callable[..., Row]
) -> None:
    path = park_file("海淀园", "2026-10", [make_company(0)], [make_tax(0)])
    receive(desk, [path])
    (again,) = receive(desk, [path])
    assert again.state is FileState.DUPLICATE
    assert "海淀园 第1版" in again.issues[0].message
    assert len(month_submissions(desk, OCTOBER)) == 1


def test_one_call_with_the_same_file_twice_registers_it_once(
    desk: AppContext, park_file: WriteFile, make_company: Callable[..., Row], make_tax: Callable[..., Row]
) -> None:
    path = park_file("海淀园", "2026-10", [make_company(0)], [make_tax(0)])
    copy = path.with_name("海淀园再报.xlsx")
    copy.write_bytes(path.read_bytes())
    assert [line.state for line in receive(desk, [path, copy])] == [FileState.REGISTERED, FileState.DUPLICATE]


def test_a_changed_file_is_a_new_version_and_the_old_one_is_kept(
    desk: AppContext, park_file: WriteFile, make_company: Callable[..., Row], make_tax: Callable[..., Row]
) -> None:
    receive(desk, [park_file("海淀园", "2026-10", [make_company(0), make_company(1)], [make_tax(0), make_tax(1)])])
    changed = [make_company(0, registered_address="北京市海淀区创启路 9 号"), make_company(2)]
    (line,) = receive(desk, [park_file("海淀园", "2026-10", changed, [make_tax(0), make_tax(2)])])
    assert (line.version, line.added, line.changed, line.vanished) == (2, 1, 1, 1)
    states = [(s.version, s.state) for s in month_submissions(desk, OCTOBER)]
    assert states == [(2, SubmissionState.REGISTERED), (1, SubmissionState.SUPERSEDED)]
    assert check(desk).originals == 2


def test_an_accepted_version_counts_until_its_correction_is_accepted(
    desk: AppContext, park_file: WriteFile, make_company: Callable[..., Row], make_tax: Callable[..., Row]
) -> None:
    receive(desk, [park_file("海淀园", "2026-10", [make_company(0)], [make_tax(0)])])
    accept(desk, OCTOBER, ["海淀园"])
    receive(desk, [park_file("海淀园", "2026-10", [make_company(0)], [make_tax(0, vat=9_999_999)])])
    assert companies(desk, OCTOBER)[0].tax_fen == 2_000_100
    accept(desk, OCTOBER, ["海淀园"])
    assert companies(desk, OCTOBER)[0].tax_fen == 9_999_999 + 765_433 + 100


def test_cancelling_writes_nothing(
    desk: AppContext, park_file: WriteFile, make_company: Callable[..., Row], make_tax: Callable[..., Row]
) -> None:
    paths = [park_file(park, "2026-10", [make_company(n)], [make_tax(n)]) for n, park in enumerate(("海淀园", "昌平园"))]
    seen: list[str] = []
    with pytest.raises(Cancelled):
        receive(desk, paths, progress=lambda _n, _of, what: seen.append(what), cancelled=lambda: len(seen) >= 2)
    with desk.store.read() as connection:
        assert submissions.months(connection) == ()
    assert list(desk.paths.archive.rglob("*")) == []


@pytest.mark.parametrize(
    "names", [("九.xlsx", "十.xlsx"), ("2026-11 九.xlsx", "2026-10 十.xlsx"), ("2026-09.xlsx", "2026-10.xlsx")]
)
def test_a_month_is_checked_against_the_one_before_it_whatever_the_files_are_called(
    desk: AppContext,
    park_file: WriteFile,
    make_company: Callable[..., Row],
    make_tax: Callable[..., Row],
    names: tuple[str, str],
) -> None:
    """九月和十月一起收，文件名写错或不写月份，十月照样与九月比较。"""
    old = park_file("海淀园", "2026-09", [make_company(0, revenue_fen=100_000_000)], [make_tax(0)], names[0])
    new = park_file("海淀园", "2026-10", [make_company(0, revenue_fen=7_000_000_000)], [make_tax(0, vat=5)], names[1])
    october, september = receive(desk, [new, old])
    assert (september.month, october.month) == ("2026-09", "2026-10")
    assert "X-JUMP" in {i.code for i in october.issues}


def test_bad_files_are_a_sentence_each_and_the_good_one_goes_on(
    desk: AppContext, park_file: WriteFile, make_company: Callable[..., Row], make_tax: Callable[..., Row], tmp_path: Path
) -> None:
    bad = tmp_path / "坏文件"
    bad.mkdir()
    good = park_file("海淀园", "2026-10", [make_company(0)], [make_tax(0)])
    (bad / "空.xlsx").write_bytes(b"")
    (bad / "断.xlsx").write_bytes(good.read_bytes()[:2000])
    (bad / "网页.xls").write_text("<html><body>报表</body></html>", encoding="utf-8")
    lines = receive(desk, [bad, good, tmp_path / "不存在.xlsx"])
    assert [line.state for line in lines] == [FileState.UNREADABLE] * 3 + [FileState.REGISTERED, FileState.UNREADABLE]
    for line in lines:
        if line.state is FileState.UNREADABLE:
            assert line.issues[0].message
            assert "Traceback" not in line.issues[0].message


def test_a_file_of_another_month_than_asked_for_is_not_registered(
    desk: AppContext, park_file: WriteFile, make_company: Callable[..., Row], make_tax: Callable[..., Row]
) -> None:
    path = park_file("海淀园", "2026-09", [make_company(0)], [make_tax(0)])
    (line,) = receive(desk, [path], month=OCTOBER)
    assert line.state is FileState.NEEDS_MAPPING
    assert any(i.code == "F-MONTH-DIFF" and "2026-09" in i.message for i in line.issues)


def test_a_park_without_its_tax_sheet_is_missing_its_tax_not_zero(
    desk: AppContext, park_file: WriteFile, make_company: Callable[..., Row]
) -> None:
    path = park_file("海淀园", "2026-10", [make_company(0)])
    book = load_workbook(path)
    del book["税收"]
    book.save(path)
    (line,) = receive(desk, [path])
    assert line.tax_fen is None
    assert any(i.code == "S-NO-TAX" for i in line.issues)
    accept(desk, OCTOBER, ["海淀园"])
    assert companies(desk, OCTOBER)[0].tax_fen is None


def test_issues_are_kept_with_their_cells(
    desk: AppContext, park_file: WriteFile, make_company: Callable[..., Row], make_tax: Callable[..., Row]
) -> None:
    (line,) = receive(desk, [park_file("海淀园", "2026-10", [make_company(0, name=None)], [make_tax(0)])])
    kept = issues_of(desk, line.submission_id or 0)
    assert [(i.code, i.sheet, i.cell) for i in kept] == [(i.code, i.sheet, i.cell) for i in line.issues]
    assert ("R-NAME-MISSING", "企业") in {(i.code, i.sheet) for i in kept}


def test_a_park_with_errors_is_held_until_a_person_takes_it_with_a_reason(
    desk: AppContext, park_file: WriteFile, make_company: Callable[..., Row], make_tax: Callable[..., Row]
) -> None:
    receive(desk, [park_file("海淀园", "2026-10", [make_company(0, name=None), make_company(1)], [make_tax(0), make_tax(1)])])
    result = accept(desk, OCTOBER, ["海淀园"])
    assert result.accepted == ()
    assert "1 项错误" in result.held[0][1]
    assert accept(desk, OCTOBER, ["海淀"], despite_errors="园方已电话确认").accepted == ("海淀园",)
    assert month_submissions(desk, OCTOBER)[0].accepted_note == "园方已电话确认"


def test_the_next_template_is_filled_with_the_companies_last_reported(
    desk: AppContext, park_file: WriteFile, make_company: Callable[..., Row], make_tax: Callable[..., Row], tmp_path: Path
) -> None:
    receive(desk, [park_file("海淀园", "2026-10", [make_company(0), make_company(1)], [make_tax(0), make_tax(1)])])
    path = write(desk, "海淀", Month(2026, 11), tmp_path / "模板.xlsx")
    (line,) = receive(desk, [path])
    assert (line.park, line.month, line.companies) == ("海淀园", "2026-11", 2)


def test_the_command_line_prints_json_alone_and_keeps_its_exit_codes(
    desk: AppContext, park_file: WriteFile, make_company: Callable[..., Row], capsys: pytest.CaptureFixture[str]
) -> None:
    path = park_file("海淀园", "2026-10", [make_company(0, name=None)], [])
    where = ["--workspace", str(desk.paths.address)]
    assert run(["receive", str(path), "--json", *where]) == 1
    facts = json.loads(capsys.readouterr().out)
    assert facts["files"][0]["state"] == "registered"
    assert facts["files"][0]["issues"][0]["severity"] == "error"
    assert run(["receive", str(path.parent / "没有.d"), *where]) == 1
    assert run(["leads", "--month", "十月", *where]) == 2
    assert "不是月份" in capsys.readouterr().err
    assert run(["template", "--park", "火星园", "--month", "2026-10", "--out", "x.xlsx", *where]) == 2
    assert run(["leads"]) == 2


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0, reason="只有 root 能挂载一个小磁盘 / needs root to mount a small disk"
)
@pytest.mark.file_only
def test_a_full_disk_leaves_whole_submissions_and_says_so(
    desk: AppContext, park_file: WriteFile, make_company: Callable[..., Row], make_tax: Callable[..., Row], tmp_path: Path
) -> None:
    disk = tmp_path / "小盘"
    disk.mkdir()
    # Room for the empty workspace, the copy made before receiving, and a few of the ten files, however many tables there are.
    room = 2 * desk.store.path.stat().st_size + 300_000
    mount = ["mount", "-t", "tmpfs", "-o", f"size={room}", "tmpfs", str(disk)]
    mounted = subprocess.run(mount, check=False, capture_output=True)
    if mounted.returncode:
        pytest.skip("本机不允许挂载 / mounting is not allowed here")
    try:
        ctx = bootstrap.open_workspace(disk / "工作区")
        files = [park_file("海淀园", f"2026-{m:02d}", [make_company(0)], [make_tax(0, vat=m)]) for m in range(1, 11)]
        with pytest.raises(EnvironmentProblem, match=r"其余 \d+ 份未写入"):
            receive(ctx, files)
        registered = [s for m in range(1, 11) for s in month_submissions(ctx, Month(2026, m))]
        assert all(companies_of.companies == 1 for companies_of in registered)
        assert [p for p in check(ctx).problems if "原件" not in p] == []
    finally:
        subprocess.run(["umount", str(disk)], check=True)
