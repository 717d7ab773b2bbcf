"""Broken tier files: each is refused with file, key and reason."""

from __future__ import annotations

import copy
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from zgc_desktop.domain.rulebook import RuleFileError
from zgc_desktop.domain.sharing.reading import toml_table
from zgc_desktop.domain.tier_rules import parse_standard
from zgc_desktop.domain.tiers import evaluate

GOOD: dict[str, Any] = {
    "standard": {
        "key": "try",
        "tier": "瞪羚",
        "title": "试行标准",
        "version": "1",
        "effective_from": date(2026, 1, 1),
        "citation": "c",
    },
    "citation": {"c": {"title": "试行文件"}},
    "rule": {"all": ["g"]},
    "group": {"g": {"any": ["t"]}},
    "test": [{"id": "t", "metric": "revenue_y0_fen", "at_least": "1", "unit": "万元", "citation": "c"}],
}


def broken(path: str, value: object) -> dict[str, Any]:
    """GOOD with one place changed; ``...`` removes the key."""
    data: Any = copy.deepcopy(GOOD)
    *way, last = [int(s) if s.isdigit() else s for s in path.split(".")]
    place = data
    for step in way:
        place = place[step]
    if value is ...:
        del place[last]
    else:
        place[last] = value
    return data  # type: ignore[no-any-return]


def test_the_good_file_is_read() -> None:
    read = parse_standard(GOOD, "好.toml")
    assert evaluate(read, {"revenue_y0_fen": 1_000_000}, date(2026, 2, 1)).outcome.value == "met"


@pytest.mark.parametrize(
    ("path", "value", "key", "reason"),
    [
        ("test.0.metric", "revnue", "test.t.metric", "没有登记的指标"),
        ("test.0.citation", ..., "test.t.citation", "缺少引文"),
        ("test.0.citation", "x", "test.t.citation", "没有这条引文"),
        ("test.0.at_lest", "1", "test.t.at_lest", "不认识的键"),
        ("test.0.unit", "美元", "test.t.rate", "缺少有日期的汇率"),
        ("test.0.unit", ..., "test.t.unit", "金额单位不认识"),
        ("test.0.at_least", 1.5, "test.t.at_least", "应为数字"),
        ("test.0.at_least", "一", "test.t.at_least", "应为数字"),
        ("test.0.at_least", "NaN", "test.t.at_least", "应为数字"),
        ("test.0.at_least", "undetermined", "test.t.note", "须说明未定的原因"),
        ("test.0.at_most", "2", "test.t", "应恰有一个"),
        ("test.0.supporting", True, "group.g.any", "不能参与判定"),
        ("test.0", {"id": "t", "metric": "debt_permille", "at_most": "1.01", "citation": "c"}, "test.t.at_most", "100%"),
        (
            "test.0",
            {"id": "t", "ratio": ["rd_y0_fen", "revenue_y0_fen"], "at_least": 2, "citation": "c"},
            "test.t.at_least",
            "100%",
        ),
        ("test.0", {"id": "t", "growth": "revenue", "years": 3, "at_least": "0.2", "citation": "c"}, "test.t.method", "算法"),
        (
            "test.0",
            {"id": "t", "growth": "revenue", "years": 9, "method": "cagr", "at_least": 1, "citation": "c"},
            "test.t.years",
            "年数",
        ),
        ("test.0", {"id": "t", "growth": "sales", "citation": "c"}, "test.t.growth", "没有登记的年度序列"),
        ("test.0", {"id": "t", "metric": "listed", "at_least": 1, "citation": "c"}, "test.t.metric", "不能比较大小"),
        ("test.0", {"id": "t", "metric": "employees_y0", "at_least": "1.5", "citation": "c"}, "test.t.at_least", "整数"),
        ("test.0", {"id": "t", "metric": "employees_y0", "is": True, "citation": "c"}, "test.t.is", "不是是否类"),
        ("citation.c.title", ..., "citation.c", "缺少引文标题"),
        ("citation.c.page", 3, "citation.c.page", "不认识的键"),
        ("standard.effective_to", date(2025, 1, 1), "standard.effective_to", "早于起始日"),
        ("standard.effective_from", "2026", "standard.effective_from", "应为日期"),
        ("standard.tier", "", "standard.tier", "应为文字"),
        ("standard.validity_years", 0, "standard.validity_years", "整数"),
        ("standard.colour", "红", "standard.colour", "不认识的键"),
        ("rule.all", ["g", "h"], "rule.all", "没有条件或条件组"),
        ("rule.all", [], "rule", "空的"),
        ("group.g.any", ["g"], "group.g.any", "引用了自己"),
        ("group.h", {"any": ["t"]}, "h", "没有被规则引用"),
        ("rule", ..., "rule", "应为一个表"),
        ("standard", ..., "standard", "缺少 [standard]"),
        ("colour", "红", "colour", "不认识的键"),
        ("test", "t", "", "列表"),
    ],
)
def test_a_broken_file_is_refused_with_file_key_and_reason(path: str, value: object, key: str, reason: str) -> None:
    with pytest.raises(RuleFileError) as refused:
        parse_standard(broken(path, value), "坏.toml")
    assert refused.value.file == "坏.toml"
    assert refused.value.key.strip(".") == key
    assert reason in refused.value.reason


def test_another_currency_is_converted_by_its_dated_cited_rate() -> None:
    data = broken("test.0.unit", "万美元")
    data["test"][0]["rate"] = {"value": "7.10", "on": date(2026, 9, 30), "citation": "c"}
    read = parse_standard(data, "好.toml")
    seventy_one_thousand = 7_100_000
    assert evaluate(read, {"revenue_y0_fen": seventy_one_thousand}, date(2026, 2, 1)).outcome.value == "met"
    assert evaluate(read, {"revenue_y0_fen": seventy_one_thousand - 1}, date(2026, 2, 1)).outcome.value == "not_met"
    del data["test"][0]["rate"]["on"]
    with pytest.raises(RuleFileError, match="缺少日期"):
        parse_standard(data, "坏.toml")


BROKEN = sorted((Path(__file__).parents[3] / "tests" / "scenarios" / "broken" / "tiers").glob("*.toml"))


@pytest.mark.parametrize("path", BROKEN, ids=lambda p: p.stem)
def test_a_broken_standard_on_disk_is_refused_with_file_key_and_reason(path: Path) -> None:
    """坏标准文件夹：每个文件首行写明应说出的话。"""
    text = path.read_text("utf-8")
    first = text.splitlines()[0]
    assert first.startswith("# expect: ")
    with pytest.raises(RuleFileError) as refused:
        parse_standard(toml_table(text, path.name), path.name)
    for word in [*first.removeprefix("# expect: ").split(" | "), path.name]:
        assert word.strip() in str(refused.value)
