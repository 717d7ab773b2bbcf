"""Deciding on issues, sending back, and comparing what comes back, in a real workspace."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest
from openpyxl import load_workbook

from db.queries import tax
from reports.return_xlsx_sheets import HEAD_ROW
from zgc_desktop.cli.main import run
from zgc_desktop.domain.comparison import Verdict
from zgc_desktop.domain.decisions import DecisionKind
from zgc_desktop.domain.errors import Refused
from zgc_desktop.domain.issues import Severity
from zgc_desktop.domain.periods import Month
from zgc_desktop.domain.returns import LIST_HEADINGS
from zgc_desktop.domain.submissions import FileState, SubmissionState
from zgc_desktop.services import decide, undo
from zgc_desktop.services.accept import accept
from zgc_desktop.services.compare import compare
from zgc_desktop.services.context import AppContext
from zgc_desktop.services.desk import view
from zgc_desktop.services.look_up import month_submissions
from zgc_desktop.services.move_case import open_case
from zgc_desktop.services.receive import receive
from zgc_desktop.services.send_back import after_working_days, rounds, send_back
from zgc_desktop.services.void_version import void
from zgc_desktop.services.workspace import check

OCTOBER, NOVEMBER = Month(2026, 10), Month(2026, 11)
Row = dict[str, object]
WriteFile = Callable[..., Path]
Make = Callable[..., Row]


@pytest.fixture
def wrong(park_file: WriteFile, make_company: Make, make_tax: Make) -> Path:
    """海淀园 2026-10：两家企业，第二家税收分项与合计不等。"""
    off = make_tax(1) | {"total_fen": 5}
    return park_file("海淀园", "2026-10", [make_company(0), make_company(1)], [make_tax(0), off])


def errors(desk: AppContext, month: Month = OCTOBER) -> list[decide.DecidedIssue]:
    return [i for i in decide.issues(desk, month) if i.issue.severity is Severity.ERROR]


def total(desk: AppContext, month: Month = OCTOBER) -> int | None:
    with desk.store.read() as connection:
        return tax.totals_by_month(connection, [month]).get(month)


def test_an_error_accepted_with_a_reason_lets_the_submission_in_and_its_value_into_the_total(
    desk: AppContext, wrong: Path
) -> None:
    receive(desk, [wrong])
    (one,) = errors(desk)
    assert accept(desk, OCTOBER).held[2][0] == "海淀园"
    with pytest.raises(Refused, match="理由"):
        decide.decide(desk, OCTOBER, [one.id], DecisionKind.ACCEPTED, " ")
    done = decide.decide(desk, OCTOBER, [one.id], DecisionKind.ACCEPTED, "经核实属实")
    assert "接受 海淀园 2026-10 问题 1 项（R-TAX-SUM）" in done.sentence
    assert accept(desk, OCTOBER, ["海淀园"]).accepted == ("海淀园",)
    assert total(desk) == 2_000_100 + 5
    (item,) = month_submissions(desk, OCTOBER)
    assert item.tax_fen == 2_000_105
    assert check(desk).problems == ()


def test_a_value_in_doubt_enters_the_total_only_when_its_error_is_accepted(desk: AppContext, wrong: Path) -> None:
    receive(desk, [wrong])
    accept(desk, OCTOBER, ["海淀园"], despite_errors="先入库")
    assert total(desk) == 2_000_100
    decide.decide(desk, OCTOBER, [errors(desk)[0].id], DecisionKind.ACCEPTED, "补了证明")
    assert total(desk) == 2_000_105
    with pytest.raises(Refused, match="已入库"):
        decide.decide(desk, OCTOBER, [errors(desk)[0].id], DecisionKind.REOPENED)


def test_a_decision_carries_on_while_the_value_is_the_same_and_lapses_when_it_changes(
    desk: AppContext, park_file: WriteFile, make_company: Make, make_tax: Make
) -> None:
    """上月说明过的，本月数没变就沿用；变了就得重新看。"""

    def file(month: str, second: int, other: int = 100) -> Path:
        return park_file(
            "海淀园", month, [make_company(0), make_company(1)], [make_tax(0, other=other), make_tax(1) | {"total_fen": second}]
        )

    receive(desk, [file("2026-10", 5)])
    decide.decide_rule(desk, OCTOBER, "海淀", "R-TAX-SUM", DecisionKind.ACCEPTED, "口径调整")
    receive(desk, [file("2026-10", 5, other=200)])
    (kept,) = errors(desk)
    assert (kept.settled, kept.carried, kept.state) == (True, True, "接受（沿用）")
    receive(desk, [file("2026-11", 5)])
    assert decide.summaries(desk, NOVEMBER)["海淀园"].sentence == "沿用此前判定 1 条，失效 0 条"
    receive(desk, [file("2026-11", 6)])
    (changed,) = errors(desk, NOVEMBER)
    assert (changed.settled, changed.state) == (False, "未处理（原判定已失效）")
    assert decide.summaries(desk, NOVEMBER)["海淀园"].errors == 1


def test_an_error_cannot_be_ignored_and_a_decision_can_be_taken_back(desk: AppContext, wrong: Path) -> None:
    receive(desk, [wrong])
    (one,) = errors(desk)
    with pytest.raises(Refused, match="不能忽略"):
        decide.decide(desk, OCTOBER, [one.id], DecisionKind.IGNORED, "没空")
    decide.decide(desk, OCTOBER, [one.id], DecisionKind.ACCEPTED, "属实")
    decide.decide(desk, OCTOBER, [one.id], DecisionKind.REOPENED)
    assert not errors(desk)[0].settled
    with pytest.raises(Refused, match="没有编号为 999"):
        decide.decide(desk, OCTOBER, [999], DecisionKind.RETURNED)


def test_an_issue_about_a_company_becomes_a_case(desk: AppContext, wrong: Path) -> None:
    receive(desk, [wrong])
    (one,) = errors(desk)
    with pytest.raises(Refused, match="迁往哪个分园"):
        decide.to_case(desk, OCTOBER, one.id)
    decide.to_case(desk, OCTOBER, one.id, "昌平园")
    (after,) = errors(desk)
    assert after.decision is not None
    assert after.settled
    assert after.decision.case_id
    with pytest.raises(Refused):
        open_case(desk, one.issue.credit_code, "海淀园", "海淀园")


def test_a_return_marks_the_park_s_own_file_counts_the_round_and_takes_the_data_out(
    desk: AppContext, wrong: Path, tmp_path: Path
) -> None:
    """退回：原文件标色、清单带链接、写明期限；退回的数据不进合计。"""
    receive(desk, [wrong])
    accept(desk, OCTOBER, ["海淀园"], despite_errors="先入库")
    assert total(desk) == 2_000_100
    sent = send_back(desk, OCTOBER, "海淀园", tmp_path / "退回 件")
    assert sent.path.name == "退回_海淀园_2026-10_v1_第1次_1项.xlsx"
    assert (sent.original, sent.notice.round, sent.notice.deadline) == (None, 1, date(2026, 11, 13))
    assert total(desk) in (None, 0)
    assert [i.state for i in month_submissions(desk, OCTOBER)] == [SubmissionState.RETURNED]
    book = load_workbook(sent.path)
    cover = [str(c.value) for row in book.worksheets[0].iter_rows(max_row=HEAD_ROW) for c in row]
    assert any(f"操作记录 {sent.notice.journal_mark}（" in words for words in cover)
    link = book.worksheets[0].cell(HEAD_ROW + 1, 4)
    sheet, cell = link.hyperlink.location.replace("'", "").split("!")
    assert (sheet, book[sheet][cell].value) == ("税收", 0.05)
    with zipfile.ZipFile(wrong) as before, zipfile.ZipFile(sent.path) as after:
        same = [n for n in before.namelist() if before.read(n) == after.read(n)]
        assert {"xl/worksheets/sheet2.xml", "xl/theme/theme1.xml"} <= set(same)
    with pytest.raises(Refused, match="已经退回"):
        send_back(desk, OCTOBER, "海淀园", tmp_path)
    assert accept(desk, OCTOBER, ["海淀园"]).held == (("海淀园", "第1版已退回，待重报"),)
    assert check(desk).problems == ()


def mended(desk: AppContext, path: Path, tmp_path: Path, value: float, *, remark: str = "", name: str = "重报.xlsx") -> Path:
    """The park's work on a returned file: the amount, its words in the list, saved by its own program."""
    book = load_workbook(path)
    listed = book["00 退回清单"]
    link = listed.cell(HEAD_ROW + 1, 4)
    sheet, cell = link.hyperlink.location.replace("'", "").split("!")
    book[sheet][cell] = value
    listed.cell(HEAD_ROW + 1, 1 + LIST_HEADINGS.index("园方说明")).value = remark
    listed.cell(HEAD_ROW + 1, 1 + LIST_HEADINGS.index("已改")).value = "是"
    out = tmp_path / "重报" / name
    out.parent.mkdir(exist_ok=True)
    book.save(out)
    return out


def test_the_returned_file_filled_in_comes_back_without_a_question_and_is_compared(
    desk: AppContext, wrong: Path, tmp_path: Path
) -> None:
    receive(desk, [wrong])
    sent = send_back(desk, OCTOBER, "海淀园", tmp_path)
    with pytest.raises(Refused, match="还没有重报"):
        compare(desk, OCTOBER, "海淀园")
    later = replace(desk, clock=lambda: datetime(2026, 11, 10, 15, 0))
    (line,) = receive(later, [mended(later, sent.path, tmp_path, 20_001.0, remark="已更正合计")])
    assert (line.state, line.version, line.tax_fen) == (FileState.REGISTERED, 2, 4_000_200)
    assert [i.message for i in line.issues if i.code in ("S-COLUMN-UNKNOWN", "S-SHEET-UNUSED")] == []
    found = compare(later, OCTOBER, "海淀园")
    assert [(x.verdict, x.remark, x.claimed) for x in found.lines] == [(Verdict.MENDED, "已更正合计", True)]
    assert found.sentence == "第1次退回 1 项：已改 1，未改 0，改错 0；新增 0，未要求的改动 0"
    (one,) = rounds(later, OCTOBER)
    assert (one.working_days, one.overdue, one.round.answered_by) == (2, False, line.submission_id)
    assert accept(later, OCTOBER, ["海淀园"]).accepted == ("海淀园",)


def test_the_second_round_says_what_became_of_the_first(desk: AppContext, wrong: Path, tmp_path: Path) -> None:
    receive(desk, [wrong])
    first = send_back(desk, OCTOBER, "海淀园", tmp_path)
    receive(desk, [mended(desk, first.path, tmp_path, 77.0)])
    assert [x.verdict for x in compare(desk, OCTOBER, "海淀园").lines] == [Verdict.WRONG]
    second = send_back(desk, OCTOBER, "海淀园", tmp_path, reason="仍不相等")
    assert second.path.name == "退回_海淀园_2026-10_v2_第2次_1项.xlsx"
    book = load_workbook(second.path)
    assert book.sheetnames[:2] == ["00 退回清单", "01 怎么改"]
    assert book.sheetnames[-1] == "99 与上次对比"
    assert [c.value for c in book["99 与上次对比"][3]][5] == "改错"
    assert [r.round.round for r in rounds(desk, OCTOBER, "海淀园")] == [1, 2]
    assert rounds(desk, OCTOBER)[1].round.reason == "仍不相等"


def test_a_text_file_comes_back_on_a_clean_template_with_the_original_beside(desk: AppContext, tmp_path: Path) -> None:
    text = (
        "2026年10月昌平园企业情况表\n统一社会信用代码,企业名称,注册地址,产业领域,营业收入(万元),状态\n"
        "91110108MA01TJ3Y5P,北京衡岳智造科技有限公司,北京市昌平区,新一代信息技术,12.5,在营\n"
        "91110114MA0J9HTM4L,北京知远数联技术有限公司,北京市昌平区,新一代信息技术,约三百,在营\n"
    )
    source = tmp_path / "昌平园2026-10.csv"
    source.write_text(text, encoding="gb18030")
    receive(desk, [source])
    sent = send_back(desk, OCTOBER, "昌平园", tmp_path / "出")
    assert sent.why_not_patched == "是 .csv 格式"
    assert sent.original is not None
    assert sent.original.read_bytes() == source.read_bytes()
    book = load_workbook(sent.path)
    listed = book["00 退回清单"]
    assert "不能在原件上标注" in str(listed["B8"].value)
    rows = {str(listed.cell(r, 6).value): r for r in range(HEAD_ROW + 1, listed.max_row + 1) if listed.cell(r, 4).hyperlink}
    link = listed.cell(rows["北京知远数联技术有限公司"], 4).hyperlink.location.replace("'", "").split("!")
    assert book[link[0]][link[1]].value == "约三百"


def test_one_table_comes_back_on_two_sheets_without_a_new_issue(desk: AppContext, tmp_path: Path) -> None:
    """企业与税收原在一张表：模板上成了两张，代码有疑的两处都标出，读回来还是一项。"""
    text = (
        "2026年10月昌平园\n统一社会信用代码,企业名称,注册地址,产业领域,营业收入(万元),状态,地方税收合计(元)\n"
        "91110108MA01TJ3Y5P,北京衡岳智造科技有限公司,北京市昌平区,新一代信息技术,12.5,在营,10\n"
        "91110114MA0J9HTM41,北京知远数联技术有限公司,北京市昌平区,新一代信息技术,30,在营,20\n"
    )
    source = tmp_path / "昌平园2026-10.csv"
    source.write_text(text, encoding="gb18030")
    receive(desk, [source])
    before = [i.issue.code for i in decide.issues(desk, OCTOBER)]
    assert before == ["R-CODE-CHECK"]
    sent = send_back(desk, OCTOBER, "昌平园", tmp_path / "出")
    book = load_workbook(sent.path)
    assert len({book[s]["A7"].fill.start_color.rgb for s in ("企业", "税收")} - {book["税收"]["A6"].fill.start_color.rgb}) == 1
    assert "№1" in (book["税收"]["A7"].comment.text if book["税收"]["A7"].comment else "")
    (line,) = receive(desk, [sent.path])
    assert [i.code for i in line.issues] == before


def test_what_has_no_open_issue_is_not_returned_unless_one_is_decided_so(
    desk: AppContext, park_file: WriteFile, make_company: Make, make_tax: Make, tmp_path: Path
) -> None:
    receive(desk, [park_file("海淀园", "2026-10", [make_company(0), make_company(1)], [make_tax(0)])])
    with pytest.raises(Refused, match="没有要退回的问题"):
        send_back(desk, OCTOBER, "海淀园", tmp_path)
    notice = next(i for i in decide.issues(desk, OCTOBER) if i.issue.code == "R-TAX-MISSING")
    decide.decide(desk, OCTOBER, [notice.id], DecisionKind.RETURNED, "请补税收")
    assert len(send_back(desk, OCTOBER, "海淀园", tmp_path).notice.items) == 1
    with pytest.raises(Refused, match="没有可退回的报送"):
        send_back(desk, OCTOBER, "昌平园", tmp_path)


def test_working_days_pass_over_weekends_and_holidays() -> None:
    assert after_working_days(date(2026, 11, 6), 5) == date(2026, 11, 13)
    assert after_working_days(date(2026, 9, 30), 1) > date(2026, 10, 6)


def test_the_command_line_goes_round_the_loop(
    desk: AppContext, wrong: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    where = ["--workspace", str(desk.paths.address), "--json"]
    month = ["--month", "2026-10", "--park", "海淀园"]

    def said(*arguments: str, code: int = 0) -> dict[str, object]:
        capsys.readouterr()
        assert run([*arguments, *where]) == code
        answer = json.loads(capsys.readouterr().out)
        assert isinstance(answer, dict)
        return answer

    receive(desk, [wrong])
    listed = said("issues", *month, code=1)
    assert listed["open"] == {"errors": 1, "warnings": 0, "notices": 0}
    assert said("return", *month, "--out", str(tmp_path))["round"] == 1
    sent = next(tmp_path.glob("退回_*.xlsx"))
    receive(desk, [mended(desk, sent, tmp_path, 77.0)])
    assert said("compare", *month, code=1)["counts"] == {"未改": 0, "改错": 1, "已改": 0, "新增": 0, "未要求的改动": 0}
    assert said("decide", "--rule", "R-TAX-SUM", *month, "--as", "accept", "--reason", "属实")["sentence"]
    assert said("issues", *month)["open"] == {"errors": 0, "warnings": 0, "notices": 0}
    assert len(said("returns", "--month", "2026-10")["returns"]) == 1  # type: ignore[arg-type]
    assert run(["decide", *month, "--as", "吃掉", "--rule", "X", *where]) == 2


def test_the_desk_says_what_is_returned_and_no_longer_counts_accepted_errors(
    desk: AppContext, wrong: Path, tmp_path: Path
) -> None:
    """工作台：接受了的错误不再算待处理；退回的园显示“退回”，不是“未到”。"""
    receive(desk, [wrong])
    assert "1 园有 1 项错误待处理" in [t.title for t in view(desk, OCTOBER).todo]
    decide.decide(desk, OCTOBER, [errors(desk)[0].id], DecisionKind.ACCEPTED, "属实")
    assert "1 园可以接受入库" in [t.title for t in view(desk, OCTOBER).todo]
    decide.decide(desk, OCTOBER, [errors(desk)[0].id], DecisionKind.RETURNED)
    send_back(desk, OCTOBER, "海淀园", tmp_path)
    now = view(desk, OCTOBER)
    assert "海淀园退回待重报" in [t.title for t in now.todo]
    assert {c.text for row in now.grid if row.park == "海淀园" for c in row.cells} == {"退回"}


def test_a_whole_column_in_doubt_is_released_by_one_decision(
    desk: AppContext, park_file: WriteFile, make_company: Make, make_tax: Make
) -> None:
    """整列疑似单位错误，核实属实后一次接受，全列计入合计。"""
    before, now = ([make_company(n, revenue_fen=10_000_000 * k * (n + 1)) for n in range(5)] for k in (1, 1000))
    taxes = [make_tax(n) for n in range(5)]
    receive(desk, [park_file("海淀园", "2026-09", before, taxes), park_file("海淀园", "2026-10", now, taxes)])
    (slip,) = [i for i in errors(desk) if i.issue.code == "X-UNIT-SLIP"]
    assert slip.issue.cell == ""
    decide.decide(desk, OCTOBER, [slip.id], DecisionKind.ACCEPTED, "重组并表")
    assert accept(desk, OCTOBER, ["海淀园"]).accepted == ("海淀园",)
    item = next(i for i in month_submissions(desk, OCTOBER))
    assert item.revenue_fen == sum(10_000_000_000 * (n + 1) for n in range(5))


def test_a_version_registered_by_mistake_is_set_aside_and_the_one_before_it_stands_again(
    desk: AppContext, park_file: WriteFile, make_company: Make, make_tax: Make
) -> None:
    """误发的一版作废: counted nowhere, its file kept, the waiting version back; undone in one step; the file may come again."""
    receive(desk, [park_file("海淀园", "2026-10", [make_company(0)], [make_tax(0)])])
    mistaken = park_file("海淀园", "2026-10", [make_company(0), make_company(1)], [make_tax(0)])
    receive(desk, [mistaken])
    with pytest.raises(Refused, match="没有写作废的理由"):
        void(desk, OCTOBER, "海淀园", " ")
    change = void(desk, OCTOBER, "海淀园", "误发")
    assert "作废 海淀园 2026-10 第2版；第1版恢复为已登记" in change.sentence
    every = month_submissions(desk, OCTOBER, set_aside=True)
    assert [(v.version, v.state) for v in every] == [(2, SubmissionState.VOID), (1, SubmissionState.REGISTERED)]
    assert every[0].accepted_note == "误发"
    assert [v.version for v in month_submissions(desk, OCTOBER)] == [1]
    undo.undo(desk, next(s.seq for s in undo.list_steps(desk) if s.entry.command == "void"))
    assert [v.state.word for v in month_submissions(desk, OCTOBER)] == ["已登记", "已被新版替代"]
    void(desk, OCTOBER, "海淀园", "还是误发")
    assert accept(desk, OCTOBER, ["海淀园"], despite_errors="试").accepted == ("海淀园",)
    with pytest.raises(Refused, match="第1版已入库，不能作废"):
        void(desk, OCTOBER, "海淀园", "误发")
    (again,) = receive(desk, [mistaken])
    assert (again.state, again.version) == (FileState.REGISTERED, 3)
    assert check(desk).problems == ()


def test_a_returned_version_stands_as_returned_when_the_answer_is_set_aside(
    desk: AppContext, wrong: Path, park_file: WriteFile, make_company: Make, make_tax: Make, tmp_path: Path
) -> None:
    receive(desk, [wrong])
    park = month_submissions(desk, OCTOBER)[0].park
    send_back(desk, OCTOBER, park, tmp_path / "out")
    receive(desk, [park_file(park, "2026-10", [make_company(3)], [make_tax(3)])])
    assert rounds(desk, OCTOBER, park)[0].round.answered_at is not None
    void(desk, OCTOBER, park, "误发")
    assert [v.state for v in month_submissions(desk, OCTOBER)] == [SubmissionState.RETURNED]
    assert rounds(desk, OCTOBER, park)[0].round.answered_at is None
    assert run(["void", "--month", "2026-10", "--park", park, "--reason", "再废", "--workspace", str(desk.paths.address)]) == 2
