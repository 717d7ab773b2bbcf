"""What 校验退回 says: values, decisions and their limits, a row beside last month's, a park's state, what came back."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from zgc_desktop.domain.check_catalogue import BesideCell, RowBeside
from zgc_desktop.domain.comparison import Compared, Verdict
from zgc_desktop.domain.decisions import DecidedIssue, Decision, DecisionKind
from zgc_desktop.domain.issues import Issue, Severity
from zgc_desktop.domain.periods import Month
from zgc_desktop.domain.submissions import SubmissionItem, SubmissionState
from zgc_desktop.viewmodels import checks as vm

OCTOBER = Month(2026, 10)
CODE = "91110108MA01TJ3Y5P"


def issue(n: int = 6, severity: Severity = Severity.ERROR, **given: str) -> Issue:
    about = {
        "message": "分项相加为 5 元，合计为 6 元；请核对分项与合计",
        "sheet": "税收",
        "cell": f"H{n}",
        "column": "地方合计",
        "credit_code": CODE,
        "company": "北京衡岳智造科技有限公司",
        "value": "50000",
        "expected": "2000100.00",
    }
    return Issue("R-TAX-SUM", severity, **(about | given))


def line(
    n: int = 1,
    kind: DecisionKind | None = None,
    *,
    lapsed: bool = False,
    severity: Severity = Severity.ERROR,
    park: str = "海淀园",
    last: str = "",
) -> vm.IssueLine:
    held = Decision(park, 7, "", "", kind, "经核实属实", "张", "2026-11-06T09:00:00") if kind else None
    found = DecidedIssue(n, 7, park, issue(n + 5, severity), None if lapsed else held, False, held if lapsed else None)
    return vm.IssueLine(found, 1, last)


def item(state: str = "registered") -> SubmissionItem:
    return SubmissionItem(
        7, "海淀园", OCTOBER, 1, SubmissionState(state), "月报.xlsx", "0" * 64, datetime(2026, 11, 6, 9), 4, 1,
        1, 3, 1, 0, 0, 0, 0, "标题行", "标题行",
    )  # fmt: skip


def cell_of(key: str, of: vm.IssueLine) -> tuple[str, str]:
    cell = next(c for c in vm.COLUMNS if c.key == key).cell_of(of)
    return cell.text, cell.tone


def test_a_figure_is_grouped_a_code_keeps_head_and_tail_and_nothing_reads_as_missing() -> None:
    assert [vm.value_cell(t).text for t in ("12835500", "-18.4", CODE, "", "瞪羚")] == [
        "12,835,500", "-18.4", "91110108…Y5P", "—", "瞪羚",
    ]  # fmt: skip
    assert cell_of("last", line(last="50,000")) == ("同左", "text2")
    assert cell_of("last", line()) == ("—", "text3")


def test_the_decision_that_holds_is_a_word_and_a_lapsed_one_says_so() -> None:
    assert cell_of("state", line()) == ("未处理", "text2")
    assert cell_of("state", line(kind=DecisionKind.ACCEPTED)) == ("接受", "pass")
    lapsed = line(kind=DecisionKind.ACCEPTED, lapsed=True)
    assert cell_of("state", lapsed) == ("已失效", "warn")
    assert lapsed.is_open


def test_the_month_is_counted_in_one_sentence() -> None:
    assert vm.month_sentence(OCTOBER, [line(), line(2, DecisionKind.RETURNED)]) == "2026-10，共 2 项，已处理 1 项"
    assert (vm.month_sentence(None, ()), vm.month_sentence(OCTOBER, ())) == ("", "2026-10")


def test_one_decision_reaches_the_open_issues_of_the_same_rule_and_park_only() -> None:
    lines = [line(1), line(2), line(3, DecisionKind.ACCEPTED), line(4, park="昌平园")]
    assert vm.same_rule(lines, lines[0]) == (1, 2)
    assert vm.same_rule(lines, lines[2]) == (1, 2, 3)


def test_what_a_decision_still_needs_is_said_before_it_is_taken() -> None:
    assert vm.barred(DecisionKind.IGNORED, issue()) == "错误不能忽略：请退回，属实的说明后接受"
    assert vm.barred(DecisionKind.IGNORED, issue(severity=Severity.WARNING)) == ""
    assert vm.barred(DecisionKind.CASE, issue(credit_code="")) == "不关乎某一家企业，不能转案件"
    assert vm.missing(DecisionKind.ACCEPTED, " ", True, "") == "说明后接受须写明理由"
    assert vm.missing(DecisionKind.CASE, "", False, "") == "没有迁移线索，须选另一方分园"
    assert vm.missing(DecisionKind.CASE, "", True, "") == ""
    assert vm.missing(DecisionKind.RETURNED, "", False, "") == ""


def test_the_row_begins_with_the_name_and_the_field_in_question() -> None:
    cells = (
        BesideCell("税收", "A6", "统一社会信用代码", CODE, CODE),
        BesideCell("税收", "B6", "企业名称", "甲", "甲"),
        BesideCell("税收", "C6", "入库月", "未报", "未报"),
        BesideCell("税收", "D6", "增值税(元)", "1,200.00", "1,000.00"),
        BesideCell("税收", "H6", "地方合计(元)", "50,000.00", "2,000,100.00"),
        BesideCell("企业", "B6", "企业名称", "甲", "甲"),
    )
    row = RowBeside(CODE, "甲", "2026-10 第1版", "2026-09 第1版", cells)
    shown = vm.beside_lines(row, [issue()], issue())
    assert [x.title for x in shown] == ["企业名称", "地方合计（元）", "统一社会信用代码", "增值税（元）", "入库月"]
    assert [x.basis for x in shown] == ["一致", "分项相加为 5 元，合计为 6 元", "一致", "较上月 +200.00", ""]
    now = next(c for c in vm.BESIDE_COLUMNS if c.key == "now").cell_of(shown[1])
    assert (now.bold, now.tone, now.ground) == (True, "error", "error_soft")
    advice = next(c for c in vm.BESIDE_COLUMNS if c.key == "advice").cell_of(shown[1])
    assert advice.text == "2,000,100.00"


def test_a_row_without_an_earlier_month_claims_no_comparison() -> None:
    row = RowBeside(CODE, "甲", "2026-10 第1版", "", (BesideCell("税收", "D6", "增值税(元)", "1.00", "未报"),))
    (shown,) = vm.beside_lines(row, (), issue())
    assert (shown.before, shown.basis) == ("", "")


@pytest.mark.parametrize(
    ("state", "back", "take"),
    [
        ("registered", "", ""),
        ("returned", "第 1 版已退回，等待重报", "第 1 版已退回，等待重报"),
        ("accepted", "", "第 1 版已入库"),
    ],
)
def test_a_park_says_what_stands_in_the_way(state: str, back: str, take: str) -> None:
    lines = [line(1), line(2, DecisionKind.RETURNED), line(3, DecisionKind.ACCEPTED), line(4, severity=Severity.NOTICE)]
    found = vm.park_state(item(state), lines)
    assert (found.cannot_return, found.cannot_accept) == (back, take)
    assert (found.asked, found.undecided, found.open_errors) == (2, 1, 2)
    assert found.sentence == "退回 1，接受 1，未处理 2"


def test_a_park_without_anything_to_ask_cannot_be_sent_back() -> None:
    assert vm.park_state(item(), [line(1, DecisionKind.ACCEPTED)]).cannot_return == "没有要退回的问题"
    assert vm.park_state(item(), []).sentence == "没有问题"


def test_deadlines_are_said_with_their_day() -> None:
    assert vm.deadline_words([date(2026, 11, 9), date(2026, 11, 10)])[1] == "2 个工作日，11-10（周二）前"


def test_what_came_back_is_read_as_it_was_compared() -> None:
    wrong = Compared(Verdict.WRONG, "税收", "H8", "地方合计", "甲", CODE, "约七万", "80,000.00 元")
    mended = Compared(Verdict.MENDED, "税收", "H6", "信用代码", "甲", CODE, "50000", CODE)
    unasked = Compared(Verdict.UNASKED, "企业", "J6", "从业人员", "甲", CODE, "30", "")
    assert [v for v, _ in vm.compared_groups([mended, unasked, wrong])] == [Verdict.WRONG, Verdict.UNASKED, Verdict.MENDED]
    assert [vm.change_words(x) for x in (wrong, mended, unasked)] == [
        "约七万 → 80,000.00 元", f"50,000 → {CODE}", "30 → （空）",
    ]  # fmt: skip
    assert vm.compared_sentence({v: n for n, v in enumerate(Verdict)}) == "已改 2，未改 0，改错 1，新增 3"
    assert vm.compared_table([wrong]).splitlines()[1].startswith("改错\t税收!H8\t地方合计\t甲")


def test_a_narrow_table_gives_up_what_the_pane_shows_too() -> None:
    assert vm.columns_that_fit(1000) == frozenset()
    assert vm.columns_that_fit(800) == {"last"}
    assert vm.columns_that_fit(300) == set(vm.SPARE)
