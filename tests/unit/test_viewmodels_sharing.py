"""税收分享 in words: badges, the sentence behind a figure, counted reasons, the matrix and the rule's values."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from zgc_desktop.domain.monthly import OutOfScope, SharingLine
from zgc_desktop.domain.settlement import Answer, Difference, LedgerLine, LineStatus, matrix
from zgc_desktop.services.rules import sharing_rules
from zgc_desktop.viewmodels import sharing as vm

LINE = SharingLine(
    case_id="MV-2026-001",
    company="北京衡岳智造科技有限公司",
    credit_code="91110108MA01TJ3Y5P",
    payer="昌平区",
    receiver="海淀区",
    counted_fen=123_456_789,
    vat_fen=90_000_000,
    cit_fen=33_456_789,
    ratio="50%",
    computed_fen=61_728_395,
    cap_left_before_fen=60_000_000,
    truncated_fen=1_728_395,
    due_fen=60_000_000,
    kept_fen=63_456_789,
    period="18/36",
    state="封顶，最后一期",
    clause="财预〔2015〕92号 比例与期限",
    source="昌平园 第1版 · 税收!E7",
)


def status(line: SharingLine, *parties: str, told: tuple[Difference, ...] = ()) -> LineStatus:
    kept = LedgerLine(line, 1, "jjj-2015", "")
    given = {p: Answer(kept.key, kept.digest, p, "李", "2026-11-06") for p in parties}
    return LineStatus(kept, tuple((p, given.get(p)) for p in (line.payer, line.receiver)), told)


@pytest.mark.parametrize(
    ("row", "word"),
    [
        (vm.Line(replace(LINE, state="分享中")), ("tag", "分享中")),
        (vm.Line(LINE), ("warn", "封顶")),
        (vm.Line(replace(LINE, state="分享中"), status(LINE)), ("info", "待核对")),
        (vm.Line(replace(LINE, state="分享中"), status(LINE, "昌平区")), ("info", "待海淀")),
        (vm.Line(LINE, status(LINE, "昌平区", "海淀区")), ("pass", "双方已认")),
        (vm.Line(replace(LINE, due_fen=-1), status(LINE, "昌平区", "海淀区")), ("error", "退库")),
        (vm.Line(replace(LINE, adjustment=True, corrects="2026-09")), ("info", "调账")),
    ],
)
def test_a_line_wears_its_most_urgent_state(row: vm.Line, word: tuple[str, str]) -> None:
    assert vm.badge_of(row) == word


def test_an_open_difference_outranks_everything() -> None:
    told = Difference(1, "2026-10", "", "昌平区", "王", "2026-11-06", None, "口径不同")
    assert vm.badge_of(vm.Line(LINE, status(LINE, "昌平区", "海淀区", told=(told,)))) == ("error", "有差异")


def test_the_cap_is_told_in_one_sentence() -> None:
    said = vm.sentence_of(LINE)
    assert said == "按 50 % 算得 61.73 万元，超过上限余额，按 60.00 万元结算，差额归迁入方。"
    assert "全额结算" in vm.sentence_of(replace(LINE, truncated_fen=0))
    assert "不改写原结算" in vm.sentence_of(replace(LINE, adjustment=True, corrects="2026-09"))


def test_every_column_with_a_figure_is_named_with_that_figure() -> None:
    said = {key: vm.figure_of(LINE, key) for key in vm.EXPLAINED}
    assert said["counted"] == ("本月税收", "123.46", "万元")
    assert said["ratio"] == ("比例", "50 %", "")
    assert said["computed"] == ("应得（算）", "61.73", "万元")
    assert said["due"] == ("应得（结）", "60.00", "万元")
    assert vm.figure_of(replace(LINE, cap_left_before_fen=None), "cap") == ("上限余额", "不设上限", "")
    assert vm.figure_of(LINE, "company") == said["due"]


def test_reasons_are_counted_and_none_is_lost() -> None:
    outside = [
        OutOfScope("A", "甲", "迁移性质“市场行为”不在分享范围之列"),
        OutOfScope("B", "乙", "前 3 年合计……未达到（…）"),
        OutOfScope("C", "丙", "前 3 年合计……未达到（…）"),
        OutOfScope("D", "丁", "2026-10 税收未报，补报后计算；未报不作零处理"),
        OutOfScope("E", "戊", "想不到的原因"),
    ]
    assert vm.out_summary(outside) == "性质不在范围 1，低于门槛 2，税收未报 1，其他 1"


def test_the_net_matrix_sets_off_opposite_claims() -> None:
    back = replace(LINE, case_id="MV-2026-002", payer="海淀区", receiver="昌平区", due_fen=10_000_000)
    found = matrix((LINE, back), ("海淀区", "昌平区"))
    (row,) = vm.owing_rows(found, net=True)
    assert (row.payer, row.total, row.to("海淀区")) == ("昌平区", 50_000_000, 50_000_000)
    assert [r.payer for r in vm.owing_rows(found, net=False)] == ["海淀区", "昌平区"]
    titles = [c.title for c in vm.matrix_columns(found, net=True)]
    assert titles == ["应付 ＼ 应收", "海淀", "应付合计", ""]


def test_districts_without_a_line_are_missing_not_zero() -> None:
    rows = {
        r.party: r
        for r in vm.party_rows(matrix((LINE,), ("海淀区", "昌平区", "房山区")), (vm.Line(LINE),), {"海淀区": "中心城区"})
    }
    assert (rows["海淀区"].zone, rows["昌平区"].zone) == ("中心城区", "")
    assert (rows["海淀区"].receives, rows["海淀区"].net) == (60_000_000, 60_000_000)
    assert (rows["昌平区"].pays, rows["昌平区"].net) == (60_000_000, -60_000_000)
    assert (rows["房山区"].receives, rows["房山区"].net) == (None, None)


def test_every_stated_value_of_a_shipped_rule_is_in_words_with_its_clause() -> None:
    for shown in sharing_rules(Path(__file__).resolve().parents[2] / "resources"):
        lines = vm.rule_lines(shown)
        assert {x.key for x in lines} >= {"taxes", "ratios", "start"}
        assert all(x.name and x.value and x.clause for x in lines)
        assert not any(x.value in ("rolling_12", "clawback", "waterfall", "each_period") for x in lines)
