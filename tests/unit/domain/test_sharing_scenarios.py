"""The scenario files and the folders of broken files: what must come out comes out, what is wrong is refused in words."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from zgc_desktop.domain.rulebook import RuleFileError
from zgc_desktop.domain.sharing.division import is_division, parse_division_scenario, run_division
from zgc_desktop.domain.sharing.reading import toml_table
from zgc_desktop.domain.sharing.rule import SharingRule, parse_rule
from zgc_desktop.domain.sharing.scenario import parse_scenario, run_scenario, scenario_json, scenario_lines

ROOT = Path(__file__).parents[3]
SCENARIOS = sorted((ROOT / "tests" / "scenarios").glob("*.toml"))
BROKEN = sorted((ROOT / "tests" / "scenarios" / "broken").glob("*.toml"))
BROKEN_RULES = sorted((ROOT / "tests" / "scenarios" / "broken" / "rules").glob("*.toml"))
RULES = sorted((ROOT / "resources" / "rules" / "sharing").glob("*.toml"))


@pytest.fixture(scope="module")
def rules() -> list[SharingRule]:
    return [parse_rule(toml_table(p.read_text("utf-8"), p.name), p.name) for p in RULES]


def expected_words(path: Path) -> list[str]:
    first = path.read_text("utf-8").splitlines()[0]
    assert first.startswith("# expect: ")
    return [w.strip() for w in first.removeprefix("# expect: ").split("|")]


def name_of(path: Path) -> str:
    return path.stem


@pytest.mark.parametrize("path", SCENARIOS, ids=name_of)
def test_every_figure_of_a_scenario_comes_out_to_the_fen(path: Path, rules: list[SharingRule]) -> None:
    data = toml_table(path.read_text("utf-8"), path.name)
    if is_division(data):
        division = parse_division_scenario(data, path.name)
        divided = run_division(division)
        assert division.expects
        assert divided.failures == ()
        assert sum(divided.divided.shares.values()) == divided.divided.amount
        return
    scenario = parse_scenario(data, path.name, rules)
    assert scenario.expects, "a scenario without expectations proves nothing"
    result = run_scenario(scenario)
    assert result.failures == ()
    for period in result.run.periods:
        if period.counted is not None:
            assert sum(period.shares.values()) == period.counted


def run_file(path: Path, rules: list[SharingRule]) -> None:
    data = toml_table(path.read_text("utf-8"), path.name)
    if is_division(data):
        run_division(parse_division_scenario(data, path.name))
    else:
        run_scenario(parse_scenario(data, path.name, rules))


@pytest.mark.parametrize("path", BROKEN, ids=name_of)
def test_a_broken_scenario_is_refused_with_file_key_and_advice(path: Path, rules: list[SharingRule]) -> None:
    with pytest.raises(RuleFileError) as refused:
        run_file(path, rules)
    for word in [*expected_words(path), path.name if "undetermined" not in path.name else "zhengzhou-2012.toml"]:
        assert word in str(refused.value)
    assert refused.value.advice


@pytest.mark.parametrize("path", BROKEN_RULES, ids=name_of)
def test_a_broken_rule_file_is_refused_with_file_key_and_advice(path: Path) -> None:
    with pytest.raises(RuleFileError) as refused:
        parse_rule(toml_table(path.read_text("utf-8"), path.name), path.name)
    for word in [*expected_words(path), path.name]:
        assert word in str(refused.value)


def test_the_json_of_a_scenario_has_the_promised_shape(rules: list[SharingRule]) -> None:
    path = next(p for p in SCENARIOS if p.stem == "e01-three-plus-two")
    result = run_scenario(parse_scenario(toml_table(path.read_text("utf-8"), path.name), path.name, rules))
    (item,) = json.loads(json.dumps(scenario_json([result]), ensure_ascii=False))
    assert list(item) == ["name", "eligible", "reason", "periods", "failures"]
    assert item["eligible"] is True
    assert item["failures"] == []
    assert item["periods"][0] == {
        "period": "2022",
        "counted": "20000000.00",
        "shares": {"甲区": "10000000.00", "乙区": "10000000.00"},
        "cumulative": {"甲区": "10000000.00"},
        "remaining": {"甲区": "68000000.00"},
        "state": "sharing",
    }
    assert [p["state"] for p in item["periods"]] == [*["sharing"] * 3, "extension", "extension", "expired"]


def test_every_worked_example_of_the_field_s_rules_is_a_scenario() -> None:
    """政策手册的算例逐一成为情景；手册里没有的编号写明原因。"""
    text = (ROOT / "docs" / "sharing-readings.md").read_text("utf-8")
    there = {int(p.stem[1:3]) for p in SCENARIOS if p.stem.startswith("e") and p.stem[1:3].isdigit()}
    for number in range(1, 25):
        assert number in there or f"E{number} " in text, f"E{number} is neither a scenario nor explained"


def test_a_division_does_not_depend_on_the_order_of_its_parties() -> None:
    path = ROOT / "tests" / "scenarios" / "e12-partial-move-three-factors.toml"
    data = toml_table(path.read_text("utf-8"), path.name)
    parties = data["party"]
    assert isinstance(parties, list)
    one = run_division(parse_division_scenario(data, path.name))
    two = run_division(parse_division_scenario({**data, "party": parties[::-1]}, path.name))
    assert dict(one.divided.shares) == dict(two.divided.shares)


def test_a_wrong_expectation_is_printed_with_both_figures(rules: list[SharingRule]) -> None:
    path = next(p for p in SCENARIOS if p.stem == "e02-cap-reached")
    text = path.read_text("utf-8").replace('"甲区" = "28000000.00", "乙区" = "52000000.00"', '"甲区" = "40000000.00"')
    result = run_scenario(parse_scenario(toml_table(text, path.name), path.name, rules))
    assert result.failures == ("2024 甲区 分享额：应为 40,000,000.00，算得 28,000,000.00，差 -12,000,000.00",)
    assert any("差异：2024 甲区" in line for line in scenario_lines(result))


def test_a_refund_larger_than_all_tax_is_said_in_a_sentence(rules: list[SharingRule]) -> None:
    path = next(p for p in SCENARIOS if p.stem == "e05-refund-larger-than-all")
    result = run_scenario(parse_scenario(toml_table(path.read_text("utf-8"), path.name), path.name, rules))
    assert any("退库多于全部已缴税款" in n and "tax 2023" in n for n in result.notices)


def test_an_assumed_value_is_named_beside_the_result(rules: list[SharingRule]) -> None:
    path = next(p for p in SCENARIOS if p.stem == "e05-refund-carry")
    scenario = parse_scenario(toml_table(path.read_text("utf-8"), path.name), path.name, rules)
    assert scenario.rule.clause("negative") == "情景假设，无出处"
    assert any("negative" in n for n in run_scenario(scenario).notices)
