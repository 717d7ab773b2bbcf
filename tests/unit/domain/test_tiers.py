"""Tier standards: the published test values exactly at their thresholds, and what happens where figures are missing."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zgc_desktop.domain import metrics, tier_conditions
from zgc_desktop.domain.money import UNIT_FEN, to_fen
from zgc_desktop.domain.rulebook import RuleFileError
from zgc_desktop.domain.tier_conditions import Growth
from zgc_desktop.domain.tier_review import ProposalKind, Recognition, near_misses, propose
from zgc_desktop.domain.tier_rules import parse_standard
from zgc_desktop.domain.tiers import Outcome, TierStandard, check_overlaps, criteria_of, decide, evaluate, standards_on

ROOT = Path(__file__).parents[3]
SHIPPED = sorted((ROOT / "resources" / "rules" / "tiers").glob("*.toml"))
SCENARIOS = sorted((ROOT / "tests" / "scenarios" / "tiers").glob("*.toml"))
DAY = date(2026, 10, 31)
WAN = UNIT_FEN["万元"]


def load(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"), parse_float=Decimal)


STANDARDS = tuple(parse_standard(load(p), p.name) for p in SHIPPED)


def standard(key: str, day: date = DAY) -> TierStandard:
    return next(s for s in standards_on(STANDARDS, day) if s.key == key)


def wan(*amounts: str) -> list[int]:
    return [to_fen(Decimal(a), "万元") for a in amounts]


def gazelle_facts(base: str | None, y2: str, y1: str, y0: str, **more: object) -> dict[str, object]:
    """A company of ten years whose only way in is its revenue."""
    keys = ("revenue_y3_fen", "revenue_y2_fen", "revenue_y1_fen", "revenue_y0_fen")
    facts: dict[str, object] = {k: to_fen(Decimal(v), "万元") for k, v in zip(keys, (base, y2, y1, y0), strict=True) if v}
    return {**facts, "employees_y3": 20, "employees_y0": 22, "founded_on": date(2012, 3, 1), "industry": "先进制造", **more}


@pytest.mark.parametrize(
    ("base", "y2", "y1", "y0", "expected"),
    [
        ("1000", "1200", "1440", "1728", Outcome.MET),
        ("1000", "1200", "1440", "1727.99", Outcome.NOT_MET),
        ("999.99", "1200", "1500", "2000", Outcome.NOT_MET),
        ("2000", "4000", "5000", "4900", Outcome.NOT_MET),
        (None, "1200", "1440", "1728", Outcome.UNDECIDABLE),
        ("1000", "1200", "1728", "1728", Outcome.NOT_MET),
    ],
)
def test_gazelle_stands_exactly_at_its_thresholds(base: str | None, y2: str, y1: str, y0: str, expected: Outcome) -> None:
    result = evaluate(standard("gazelle-national-hitech"), gazelle_facts(base, y2, y1, y0), DAY)
    assert result.outcome is expected
    assert decide(result.standard, gazelle_facts(base, y2, y1, y0), DAY) is expected


def test_missing_base_is_undecidable_and_named_not_failed() -> None:
    result = evaluate(standard("gazelle-national-hitech"), gazelle_facts(None, "1200", "1440", "1728"), DAY)
    assert result.missing == ("基年收入",)
    assert "无法判定" in result.sentence
    assert "缺基年收入" in result.sentence


def test_three_year_growth_of_a_fifth_is_the_cross_product_of_1728() -> None:
    by_id = {c.id: c for c in criteria_of(standard("gazelle-national-hitech").rule)}
    growth = by_id["revenue_growth"].condition
    for base in (1_000 * WAN, 1_234_567_891, 7):
        exact = -(-base * 1728 // 1000)
        for y0, expected in ((exact, True), (exact - 1, False)):
            assert tier_conditions.holds(growth, {"revenue_y3_fen": base, "revenue_y0_fen": y0}, DAY) is expected


def test_arithmetic_and_compound_mean_differ_where_the_text_is_ambiguous() -> None:
    series = tuple(metrics.METRICS[f"main_revenue_y{i}_fen"] for i in range(3))
    facts = {"main_revenue_y0_fen": 110, "main_revenue_y1_fen": 120, "main_revenue_y2_fen": 100}
    five = Fraction(5, 100)
    assert tier_conditions.holds(Growth(series, "arithmetic", "at_least", five), facts, DAY) is True
    assert tier_conditions.holds(Growth(series, "cagr", "at_least", five), facts, DAY) is False


@pytest.mark.parametrize("base", [0, -5])
def test_growth_from_nothing_cannot_be_computed(base: int) -> None:
    growth = next(c for c in criteria_of(standard("gazelle-national-hitech").rule) if c.id == "revenue_growth")
    facts = {"revenue_y3_fen": base, "revenue_y0_fen": 100}
    assert tier_conditions.holds(growth.condition, facts, DAY) is None
    assert tier_conditions.missing(growth.condition, facts) == ("大于零的基期（增长率不可计算）",)


def test_people_who_doubled_still_lack_the_year_before() -> None:
    facts = gazelle_facts("100", "110", "121", "133", employees_y3=100, employees_y0=220)
    result = evaluate(standard("gazelle-national-hitech"), facts, DAY)
    assert result.outcome is Outcome.UNDECIDABLE
    assert result.missing == ("前一年从业人员",)
    facts["employees_y1"] = 219
    assert evaluate(standard("gazelle-national-hitech"), facts, DAY).outcome is Outcome.MET


def test_supporting_criteria_are_shown_and_decide_nothing() -> None:
    facts = gazelle_facts("1000", "1200", "1440", "1728", rd_y0_fen=1)
    result = evaluate(standard("gazelle-national-hitech"), facts, DAY)
    rd = next(t for t in result.tests if t.id == "rd_share")
    assert result.outcome is Outcome.MET
    assert rd.outcome is Outcome.NOT_MET
    assert rd.sentence.startswith("〔参考〕")


def test_ten_years_end_on_the_tenth_anniversary() -> None:
    facts = {
        "privately_funded": "是",
        "listed": "否",
        "valuation_usd_fen": 10 * UNIT_FEN["亿元"],
        "founded_on": date(2016, 10, 31),
    }
    assert decide(standard("unicorn"), facts, DAY) is Outcome.MET
    assert decide(standard("unicorn"), {**facts, "founded_on": date(2016, 10, 30)}, DAY) is Outcome.NOT_MET
    assert decide(standard("unicorn"), {**facts, "valuation_usd_fen": 10 * UNIT_FEN["亿元"] - 1}, DAY) is Outcome.NOT_MET


def test_a_leap_day_comes_round_on_the_last_of_february() -> None:
    assert metrics.anniversary(date(2024, 2, 29), 1) == date(2025, 2, 28)
    assert metrics.full_years(date(2024, 2, 29), date(2025, 2, 28)) == 1


def test_the_version_follows_the_recognition_day() -> None:
    assert standard("little-giant", date(2026, 3, 31)).version == "2022"
    assert standard("little-giant", date(2026, 4, 1)).version == "2026"


def test_unknown_thresholds_are_never_computed() -> None:
    facts = {"revenue_y0_fen": 10**15, "rd_y0_fen": 10**14, "class1_ip": 99, "global_share_permille": 900, "score": 100}
    result = evaluate(standard("little-giant"), facts, DAY)
    assert result.outcome is Outcome.UNDECIDABLE
    assert result.missing == ("标准阈值（未定）",)
    assert not result.near_miss


def test_overlapping_versions_are_refused_with_both_files() -> None:
    data = load(ROOT / "resources/rules/tiers/little-giant-2022.toml")
    del data["standard"]["effective_to"]
    both = [parse_standard(data, "a.toml"), standard("little-giant")]
    with pytest.raises(RuleFileError) as refused:
        check_overlaps(both)
    assert "a.toml" in str(refused.value)
    assert "little-giant-2026.toml" in str(refused.value)


def test_one_unit_more_changes_exactly_the_company_at_the_threshold() -> None:
    people = {
        name: gazelle_facts("1000", "1200", "1440", y0) for name, y0 in (("甲", "1727.99"), ("乙", "1728"), ("丙", "1728.01"))
    }
    people["丁"] = gazelle_facts("1000.01", "1200", "1440", "2000")
    people["戊"] = gazelle_facts("1000", "1200", "1440", "2000")

    def met(data: Mapping[str, Any]) -> set[str]:
        changed = parse_standard(data, "试.toml")
        return {n for n, f in people.items() if decide(changed, f, DAY) is Outcome.MET}

    data = load(ROOT / "resources/rules/tiers/gazelle-national-hitech.toml")
    before = met(data)
    by_id = {t["id"]: t for t in data["test"]}
    by_id["base_revenue"]["at_least"] = "1000.01"
    assert before - met(data) == {"乙", "丙", "戊"}
    by_id["base_revenue"]["at_least"] = "1000"
    by_id["revenue_growth"]["at_least"] = "0.200001"
    assert before - met(data) == {"乙"}


# --- near misses and proposals ---------------------------------------------------------------------------------------


def test_one_short_is_named_with_what_is_short() -> None:
    failed = evaluate(standard("gazelle-national-hitech"), gazelle_facts("1000", "1200", "1440", "1727.99"), DAY)
    unknown = evaluate(standard("gazelle-national-hitech"), gazelle_facts(None, "1200", "1440", "1728"), DAY)
    far = evaluate(standard("gazelle-national-hitech"), gazelle_facts("1000", "900", "950", "1000"), DAY)
    said = [m.sentence for m in near_misses([failed, unknown, far])]
    assert len(said) == 2
    assert "差 1 项：营业收入三年复合增长率" in said[0]
    assert "补报基年收入" in said[1]


def test_a_company_of_which_nothing_is_known_is_near_to_nothing() -> None:
    facts = {"industry": "先进制造", "founded_on": date(2018, 1, 1), "revenue_y0_fen": 5_000 * WAN}
    results = [evaluate(s, facts, DAY) for s in standards_on(STANDARDS, DAY)]
    assert near_misses(r for r in results if r.standard.tier in ("隐形冠军", "独角兽", "小巨人")) == ()


def test_who_is_on_no_list_is_not_near_to_the_list() -> None:
    result = evaluate(standard("leading-list"), {"on_lists": ()}, DAY)
    assert result.outcome is Outcome.NOT_MET
    assert near_misses([result]) == ()


def recognition(tier: str, valid_to: date | None) -> Recognition:
    return Recognition("91110108MA01TJ3Y5P", tier, "演示〔2023〕1号", "第1批", date(2023, 11, 1), valid_to)


@pytest.mark.parametrize(
    ("y0", "recognised", "expected"),
    [
        ("1728", [], [ProposalKind.ENTER]),
        ("1728", [recognition("瞪羚", date(2027, 6, 30))], []),
        ("1728", [recognition("瞪羚", date(2026, 12, 31))], [ProposalKind.REEXAMINE]),
        ("1000", [recognition("瞪羚", date(2027, 6, 30))], [ProposalKind.REEXAMINE]),
        ("1000", [recognition("瞪羚", date(2026, 10, 30))], [ProposalKind.LEAVE]),
        ("1000", [], []),
    ],
)
def test_computed_and_recognised_side_by_side_make_the_proposal(
    y0: str, recognised: list[Recognition], expected: list[ProposalKind]
) -> None:
    results = [evaluate(standard("gazelle-national-hitech"), gazelle_facts("1000", "1200", "1440", y0), DAY)]
    made = propose(recognised, results, DAY)
    assert [p.kind for p in made] == expected
    assert all(len(p.reasons) > 3 for p in made)


def test_missing_figures_propose_nothing_and_take_nothing_away() -> None:
    results = [evaluate(standard("gazelle-national-hitech"), {}, DAY)]
    assert propose([], results, DAY) == ()
    assert propose([recognition("瞪羚", date(2028, 1, 1))], results, DAY) == ()


def test_a_listed_unicorn_is_proposed_to_leave() -> None:
    facts = {
        "privately_funded": "是",
        "listed": "是",
        "valuation_usd_fen": 20 * UNIT_FEN["亿元"],
        "founded_on": date(2020, 1, 1),
    }
    made = propose([recognition("独角兽", None)], [evaluate(standard("unicorn"), facts, DAY)], DAY)
    assert [p.kind for p in made] == [ProposalKind.LEAVE]
    assert "尚未上市" in made[0].reasons[0]


def test_standards_of_other_places_propose_nothing() -> None:
    facts = gazelle_facts("1000", "1200", "1440", "1728", hitech=True)
    result = evaluate(standard("gazelle-huangpu"), facts, DAY)
    assert result.outcome is Outcome.MET
    assert propose([], [result], DAY) == ()


# --- whatever the data ------------------------------------------------------------------------------------------------

_ODD = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(max_size=5),
    st.dates(),
    st.datetimes(),
    st.lists(st.integers(), max_size=2),
)


@given(st.dictionaries(st.sampled_from(sorted({m.fact_key for m in metrics.METRICS.values()})), _ODD), st.dates())
def test_no_company_data_ever_raises_and_both_ways_agree(facts: dict[str, object], day: date) -> None:
    for each in STANDARDS:
        result = evaluate(each, facts, day)
        assert result.outcome is decide(each, facts, day)
        assert (result.outcome is Outcome.MET) == (not result.lacking)
        assert all(t.sentence and t.citation.title for t in result.tests)
        propose([], [result], day)


def test_absurd_figures_count_as_missing() -> None:
    assert metrics.usable(metrics.METRICS["revenue_y0_fen"], {"revenue_y0_fen": 10**5000}) is None
    assert metrics.usable(metrics.METRICS["global_rank"], {"global_rank": 0}) is None
    assert metrics.usable(metrics.METRICS["age"], {"founded_on": datetime(2020, 1, 2, 3)}) == date(2020, 1, 2)


def test_every_sheet_column_named_as_a_source_exists() -> None:
    from zgc_desktop.domain.layouts import ENTERPRISE, TIER

    titles = {f"{s.title}!{c.title}": c.key for s in (ENTERPRISE, TIER) for c in s.columns}
    for metric in metrics.METRICS.values():
        if metric.source:
            assert titles[metric.source] == metric.fact_key


# --- scenarios --------------------------------------------------------------------------------------------------------


def facts_of(raw: Mapping[str, Any]) -> dict[str, object]:
    """Amounts are written as ``"1728 万元"``."""
    facts: dict[str, object] = {}
    for key, value in raw.items():
        if key.endswith("_fen"):
            number, unit = str(value).split()
            value = to_fen(Decimal(number), unit.replace("美元", "元"))
        facts[key] = value
    return facts


CASES = [(path.stem, case) for path in SCENARIOS for case in load(path)["scenario"]]


@pytest.mark.parametrize(("file", "case"), CASES, ids=[f"{f}:{c['name']}" for f, c in CASES])
def test_scenario(file: str, case: dict[str, Any]) -> None:
    day = case.get("day", DAY)
    result = evaluate(standard(case["standard"], day), facts_of(case.get("facts", {})), day)
    assert result.outcome.value == case["expect"], result.sentence
    if "lacking" in case:
        assert [t.id for t in result.lacking] == case["lacking"], result.sentence


def test_every_shipped_standard_has_a_scenario_of_its_own_version() -> None:
    told = {(c["standard"], standard(c["standard"], c.get("day", DAY)).version) for _, c in CASES}
    assert {(s.key, s.version) for s in STANDARDS} == told
