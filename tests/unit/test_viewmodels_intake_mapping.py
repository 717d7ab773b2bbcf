"""What the mapping dialog shows of a file's columns, what it still needs, and which answers it gives."""

from __future__ import annotations

import pytest

from zgc_desktop.domain.mappings import MappingQuestions
from zgc_desktop.domain.questions import Question
from zgc_desktop.domain.submissions import ColumnMatch
from zgc_desktop.viewmodels import intake_mapping as vm

REVENUE = ("enterprise.revenue_fen", "企业·营业收入·本月")
ASKED = Question(
    "column",
    "像是",
    "企业",
    "G4",
    "G",
    "营收",
    (REVENUE, ("", "不导入")),
    REVENUE[0],
    83,
    ("12.5", "30"),
    "近似列名“营业收入·本月”",
)
UNIT = Question("unit", "单位", "企业", "H4", "H", "研发", (("万元", "万元"), ("元", "元")), examples=("1",))
COLUMNS = (
    ColumnMatch("企业", "A", "信用代码", "credit_code", "同义列名"),
    ColumnMatch("企业", "F", "住所", "registered_address", "同义列名", example="海淀"),
    ColumnMatch("企业", "G", "营收", "", "待确认", 83),
    ColumnMatch("企业", "H", "研发", "rd_fen", "同义列名；单位：没有写明"),
    ColumnMatch("企业", "K", "备注2", "", "未识别", 0, example="甲、乙"),
)


def asked(*questions: Question) -> MappingQuestions:
    return MappingQuestions("f.xlsx", "", "海淀园", "2026-10", questions, COLUMNS, kinds={"企业": ("enterprise",)})


def test_what_is_asked_stands_first_with_examples_score_and_way() -> None:
    rows = vm.mapping_rows(asked(ASKED, UNIT))
    assert [r.letter for r in rows] == ["G", "H", "A", "F", "K"]
    assert (rows[0].examples, rows[0].how, rows[0].score, rows[0].chosen) == (
        "12.5、30",
        "近似列名“营业收入·本月”",
        83,
        REVENUE[0],
    )
    assert (rows[1].units, rows[1].field, rows[1].how) == (("万元", "元"), "研发费用·本月", "同义列名")
    assert [vm.state(r)[1] for r in rows] == ["需确认", "需确认", "已认出", "已认出", "未导入"]
    assert vm.count_sentence(rows) == "共 5 列：需确认 2 列，已认出 2 列，未导入 1 列"


def test_codes_stay_where_they_are_and_an_unread_column_may_fill_any_other_field() -> None:
    rows = {r.letter: r for r in vm.mapping_rows(asked())}
    assert rows["A"].choices == ()
    assert rows["K"].choices[0] == ("", "不导入")
    assert REVENUE in rows["K"].choices
    assert rows["F"].choices[0] == ("enterprise.registered_address", "企业·注册地址")


def test_it_says_what_is_missing_before_anything_is_kept() -> None:
    who = (Question("park", "哪个分园", choices=(("海淀园", "海淀园"),)), Question("month", "哪个月"))
    whole = asked(*who, UNIT)
    rows = vm.mapping_rows(whole)
    assert vm.lacking(whole, rows, "", "", {}, {}) == "还缺：分园"
    assert vm.lacking(whole, rows, "海淀园", "", {}, {}) == "还缺：月份"
    assert vm.lacking(whole, rows, "海淀园", "十月", {}, {}) == "月份写作 2026-10"
    assert vm.lacking(whole, rows, "海淀园", "2026-10", {}, {}) == "还缺：H 列的单位"
    assert vm.lacking(whole, rows, "海淀园", "2026-10", {}, {rows[0].key: "万元"}) == ""


def test_two_columns_never_fill_one_field() -> None:
    whole = asked(ASKED)
    rows = vm.mapping_rows(whole)
    said = vm.lacking(whole, rows, "", "", {"企业!备注2": REVENUE[0]}, {})
    assert said == "G 列与 K 列都对应“营业收入·本月”，只能留一列"


@pytest.mark.parametrize(
    ("chosen", "told"),
    [
        ({}, {"企业!营收": REVENUE[0]}),
        ({"企业!营收": ""}, {"企业!营收": ""}),
        ({"企业!备注2": "enterprise.note"}, {"企业!营收": REVENUE[0], "企业!备注2": "enterprise.note"}),
    ],
)
def test_only_what_was_asked_or_changed_is_answered(chosen: dict[str, str], told: dict[str, str]) -> None:
    rows = vm.mapping_rows(asked(ASKED, UNIT))
    given = vm.answers(rows, "", "", chosen, {"企业!研发": "元"})
    assert (dict(given.columns), dict(given.units)) == (told, {"企业!研发": "元"})
