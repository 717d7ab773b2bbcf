"""Registers: declared kinds with their clauses, entries checked field by field, nothing undated and nothing without source."""

import tomllib
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from zgc_desktop.domain.errors import Refused
from zgc_desktop.domain.registers import Entry, check_entry, in_force, kind_named, read_kinds, read_values
from zgc_desktop.domain.rulebook import RuleFileError

RECORDED_ONLY = (
    2, 5, 14, 18, 24, 28, 30, 33, 34, 35, 36, 37, 38, 41, 53, 57, 58, 63, 66, 70, 72, 76, 78, 79, 80, 81, 84, 85, 86, 90, 93,
    95, 96, 98, 99, 106,
)  # fmt: skip
"""Mechanisms of the plans that are to be recordable and reported, beside those the land, meetings and budgets have."""


@pytest.fixture(scope="module")
def shipped(root):
    text = (root / "resources/registers/kinds.toml").read_text(encoding="utf-8")
    return read_kinds(tomllib.loads(text, parse_float=Decimal), "kinds.toml")


def test_every_mechanism_that_is_only_recorded_has_a_register(shipped):
    served = {row for kind in shipped for row in kind.seed_rows}
    assert set(RECORDED_ONLY) <= served


def test_every_register_is_reported_somewhere_and_cited(shipped):
    assert all(kind.section and kind.citation.clause and kind.about for kind in shipped)


def test_values_are_read_by_title_or_key_into_one_form(shipped):
    kind = kind_named(shipped, "园区指标")
    values = {"指标": "高端人才", "period": "2026", "本期": "1,234.50", "单位": "人"}
    assert read_values(kind, values) == (("indicator", "高端人才"), ("period", "2026"), ("value", "1234.50"), ("unit", "人"))


@pytest.mark.parametrize(("kind", "values", "words"), [
    ("园区指标", {"指标": "绿化"}, "不在选项内"), ("园区指标", {"指标": "高端人才"}, "“期间”必填"),
    ("园区指标", {"本期": "多"}, "不是数字"), ("组团标签", {"标签": "副中心", "共建方分享比例": "101"}, "不在 0 至 100%"),
    ("政策与规划引用", {"日期": "去年"}, "不是日期"), ("企业标记", {"颜色": "红"}, "没有“颜色”这个字段"),
    ("园区指标", {"本期": "1", "value": "2"}, "填了两次"), ("园区指标", {"本期": "Infinity"}, "不是数字"),
])  # fmt: skip
def test_a_wrong_value_is_refused_with_its_field(shipped, kind, values, words):
    with pytest.raises(Refused, match=words):
        read_values(kind_named(shipped, kind), values)


def test_an_entry_needs_a_source_a_subject_and_days_in_order(shipped):
    kind = kind_named(shipped, "tags")
    good = Entry("tags", "永丰", date(2026, 1, 1), None, (("tag", "三城一区"),), "规划第三章")
    check_entry(kind, good)
    for wrong, words in (
        (replace(good, source=" "), "没有写明来源"), (replace(good, subject=""), "没有写明是哪个组团"),
        (replace(good, to_day=date(2025, 1, 1)), "早于起始日"),
    ):  # fmt: skip
        with pytest.raises(Refused, match=words):
            check_entry(kind, wrong)
    with pytest.raises(Refused, match="没有叫“账本”的登记簿"):
        kind_named(shipped, "账本")


def test_entries_hold_between_their_days():
    old = Entry("tags", "永丰", date(2026, 1, 1), date(2026, 3, 31), (), "文件")
    new = replace(old, from_day=date(2026, 4, 1), to_day=None)
    assert in_force([new, old], date(2026, 3, 31)) == (old,)
    assert in_force([new, old], date(2026, 4, 1)) == (new,)


KIND = {
    "key": "a", "title": "甲", "about": "试", "subject": "组团", "citation": {"title": "文件"},
    "field": [{"key": "x", "title": "某项", "kind": "文字"}],
}  # fmt: skip


@pytest.mark.parametrize(("change", "words"), [
    ({"citation": None}, "引文"), ({"subject": "街道"}, "不认识"), ({"colour": 1}, "不认识的键"),
    ({"seed_rows": ["二"]}, "机制编号"),
    ({"field": [{"key": "x", "title": "某项", "kind": "选项"}]}, "须列出选项"),
    ({"field": [{"key": "x", "title": "某项", "kind": "文字"}] * 2}, "重复"),
])  # fmt: skip
def test_a_broken_declaration_is_refused(change, words):
    with pytest.raises(RuleFileError, match=words):
        read_kinds({"register": [{**KIND, **change}]}, "kinds.toml")
    with pytest.raises(RuleFileError, match="重复"):
        read_kinds({"register": [KIND, KIND]}, "kinds.toml")
