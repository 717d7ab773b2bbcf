"""What 报送接收 says, without a window: sentences, standings, offers, and where a sentence ends and the advice begins."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from string import Formatter

import pytest

from zgc_desktop.domain.decisions import IssueSummary
from zgc_desktop.domain.issues import CHECKS, found
from zgc_desktop.domain.periods import Month
from zgc_desktop.domain.submissions import (
    AcceptResult,
    ColumnMatch,
    FileState,
    ReceivedFile,
    SubmissionItem,
    SubmissionState,
)
from zgc_desktop.viewmodels import intake as vm
from zgc_desktop.viewmodels import intake_file as one

OCTOBER = Month(2026, 10)
PARKS = ("东城园", "海淀园", "昌平园", "通州园")


def item(park: str, version: int = 1, state: str = "registered", errors: int = 0, note: str = "") -> SubmissionItem:
    return SubmissionItem(
        id=hash((park, version)) % 1000,
        park=park,
        month=OCTOBER,
        version=version,
        state=SubmissionState(state),
        file_name=f"{park}.xlsx",
        sha256="ab" * 32,
        received_at=datetime(2026, 11, 5, 9, 30),
        companies=10,
        tax_fen=123_456_789,
        revenue_fen=None,
        errors=errors,
        warnings=0,
        notices=0,
        added=0,
        changed=0,
        vanished=0,
        park_decided_by="工作表“企业”的标题行：2026年10月某园",
        month_decided_by="文件名：某园2026-10",
        sheets=("企业情况",),
        sheet_keys=("enterprise",),
        accepted_note=note,
    )


def received(state: FileState, month: str | None = "2026-10") -> ReceivedFile:
    issues = () if state is FileState.REGISTERED else (found("F-UNREADABLE", reason="坏了"),)
    return ReceivedFile("a.xlsx", "海淀园", month, 1, state, 3, 0, 0, issues)


def cell(line: vm.ParkLine, key: str) -> object:
    return next(c for c in vm.MONTH_COLUMNS if c.key == key).cell_of(line)


def test_every_park_has_a_line_and_the_newest_version_stands() -> None:
    lines = vm.park_lines(PARKS, [item("海淀园", 1, "accepted"), item("海淀园", 2), item("昌平园")])
    assert [x.park for x in lines] == list(PARKS)
    assert [x.item.version if x.item else 0 for x in lines] == [0, 2, 1, 0]
    assert [o.version for o in lines[1].older] == [1]
    assert vm.month_sentence(OCTOBER, lines) == "2026-10，已到 2 / 4 园，已接受 1 园，待接受 2 份，未到：东城园、通州园"


def test_only_the_newest_version_counts_what_is_still_to_be_decided() -> None:
    """已判定的错误不再算待处理，旧版的数照旧。"""
    items = [item("海淀园", 2, errors=3), item("海淀园", 1, errors=5), item("昌平园", errors=2)]
    left = vm.with_open_issues(items, {"海淀园": IssueSummary(0, 1, 0, 0, 0)})
    assert [(i.errors, i.warnings) for i in left] == [(0, 1), (5, 0), (2, 0)]
    assert vm.standing(vm.ParkLine("海淀园", left[0]))[1] == "可接受"


def test_a_month_nobody_has_reported_says_how_many_are_awaited_without_naming_all() -> None:
    assert vm.month_sentence(OCTOBER, vm.park_lines(PARKS, [])) == "2026-10，已到 0 / 4 园，已接受 0 园"
    assert vm.month_sentence(None, ()) == "还没有期间，收到第一份报送即建立"


@pytest.mark.parametrize(
    ("submission", "mark", "word"),
    [
        (None, "none", "未到"),
        (item("海淀园"), "info", "可接受"),
        (item("海淀园", errors=2), "error", "有错误"),
        (item("海淀园", state="accepted"), "pass", "已接受"),
        (item("海淀园", state="accepted", errors=2, note="园方已说明"), "warn", "带问题接收"),
        (item("海淀园", state="returned"), "warn", "已退回"),
    ],
)
def test_a_standing_is_mark_and_word(submission: SubmissionItem | None, mark: str, word: str) -> None:
    assert vm.standing(vm.ParkLine("海淀园", submission))[:2] == (mark, word)


def test_a_new_version_says_which_accepted_one_it_would_replace() -> None:
    (line,) = vm.park_lines(["海淀园"], [item("海淀园", 1, "accepted"), item("海淀园", 2)])
    assert vm.standing(line)[2] == "没有错误，可以接受并入库；第 1 版已入库，接受后由本版替代"


def test_a_missing_figure_is_a_dash_and_never_a_zero() -> None:
    absent, there = vm.park_lines(["通州园", "海淀园"], [item("海淀园", errors=3)])
    assert [cell(absent, k).text for k in ("tax", "companies", "errors")] == ["—", "—", "—"]  # type: ignore[attr-defined]
    assert [cell(there, k).text for k in ("tax", "revenue", "errors", "warnings")] == ["123.46", "—", "3", "0"]  # type: ignore[attr-defined]


def test_how_a_file_was_recognised_is_one_word_each() -> None:
    there = vm.ParkLine("海淀园", item("海淀园"))
    assert cell(there, "basis").text == "标题行 / 文件名"  # type: ignore[attr-defined]
    assert vm.decided_words("模板标记：海淀园", "模板标记：2026-10") == "模板标记"


def test_buttons_say_what_they_would_do() -> None:
    lines = vm.park_lines(PARKS, [item("东城园"), item("海淀园", errors=2), item("昌平园"), item("通州园", errors=1)])
    everything = vm.offer(lines)
    assert (everything.clean, everything.accept_words) == (("东城园", "昌平园"), "接受全部可接受的 2 份")
    assert (everything.faulty, everything.missing) == ((), "另有 2 份有错误，选中后可带问题接收")
    chosen = vm.offer(lines, ["东城园", "海淀园", "通州园"])
    assert (chosen.clean, chosen.accept_words) == (("东城园",), "接受东城园")
    assert (chosen.faulty, chosen.errors, chosen.despite_words) == (("海淀园", "通州园"), 3, "带问题接收 2 份…")
    assert chosen.missing == ""


def test_a_button_that_cannot_be_pressed_has_its_reason_beside_it() -> None:
    assert vm.offer(vm.park_lines(PARKS, [])).missing == "没有待接受的报送"
    faulty = vm.park_lines(PARKS, [item("海淀园", errors=2)])
    assert vm.offer(faulty).missing == "1 份有错误，选中后可带问题接收"
    assert vm.offer(faulty, ["海淀园"]).missing == "所选有错误，须说明理由"
    assert vm.offer(faulty, ["海淀园"]).clean == ()


def test_a_run_is_told_by_what_became_of_the_files() -> None:
    files = [received(s) for s in (FileState.REGISTERED, FileState.DUPLICATE, FileState.UNREADABLE, FileState.REGISTERED)]
    assert vm.run_sentence(files, OCTOBER) == "本次接收 4 份：登记 2 份，内容相同 1 份，无法读取 1 份"
    assert vm.run_sentence([received(FileState.REGISTERED, "2026-09")], OCTOBER).endswith("；其中 1 份属于 2026-09")
    assert [x.file.state for x in vm.run_lines(files)] == [
        FileState.UNREADABLE,
        FileState.DUPLICATE,
        FileState.REGISTERED,
        FileState.REGISTERED,
    ]
    assert vm.needs_a_look(files)


def test_only_what_was_written_is_announced() -> None:
    assert vm.received_change([received(FileState.DUPLICATE)]) is None
    change = vm.received_change([received(FileState.REGISTERED), received(FileState.UNREADABLE)])
    assert change is not None
    assert (change.added, change.months) == (1, {"2026-10"})
    assert "submissions" in change.subjects


def test_accepting_is_told_with_whom_it_held_back() -> None:
    some = AcceptResult(("东城园", "昌平园"), (("海淀园", "第1版还有 2 项错误未处理"),))
    assert vm.accept_sentence(OCTOBER, some) == "已接受 2026-10 东城园、昌平园，未接受：海淀园 第1版还有 2 项错误未处理"
    assert vm.accept_sentence(OCTOBER, AcceptResult()) == "2026-10 没有需要接受的报送"
    assert vm.accept_sentence(OCTOBER, AcceptResult(PARKS)) == "已接受 2026-10 东城园等 4 园"


@pytest.mark.parametrize("code", sorted(CHECKS))
def test_the_advice_of_every_check_stands_apart_from_its_sentence(code: str) -> None:
    check = CHECKS[code]
    words = {name for _, name, _, _ in Formatter().parse(check.sentence + check.advice) if name}
    issue = found(code, **dict.fromkeys(words, "某"))
    problem, advice = one.sentence_and_advice(issue)
    assert issue.message == f"{problem}；{advice}"
    assert problem.count("；") == check.sentence.count("；")


def test_a_column_says_the_title_of_the_field_it_fills_or_that_it_was_not_imported() -> None:
    columns = (
        ColumnMatch("企业情况", "C", "单位名称", "name", "同义词", 90),
        ColumnMatch("企业情况", "D", "备注2", "", "未识别"),
    )
    view = one.view_of_version(replace(item("海淀园"), columns=columns))
    field = next(c for c in one.MATCH_COLUMNS if c.key == "field")
    assert [field.cell_of(x).text for x in one.match_lines(view)] == ["→ 企业名称", "未导入"]


def test_what_a_file_rests_on_is_listed() -> None:
    facts = {f.what: f for f in one.view_of_version(item("海淀园", state="accepted", note="园方已说明")).facts}
    assert facts["分园"].basis == "工作表“企业”的标题行：2026年10月某园"
    assert facts["状态"].basis == "带问题接收，理由：园方已说明"
    unknown = one.view_of_file(replace(received(FileState.NEEDS_MAPPING), park=None))
    assert (unknown.facts[0].value, unknown.columns) == ("未定", ())
