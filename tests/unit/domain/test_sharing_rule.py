"""Shared rules as data: every value cited, dates without gaps, what-if copies, versions by day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from zgc_desktop.domain.rulebook import RuleFileError, RuleNotInForce
from zgc_desktop.domain.sharing.reading import toml_table
from zgc_desktop.domain.sharing.rule import VALUES, SharingRule, altered, check_versions, parse_rule, rule_in_force
from zgc_desktop.domain.sharing.schedule import clock_month, clock_years, last_base_year, period_of

FOLDER = Path(__file__).parents[3] / "resources" / "rules" / "sharing"


def shipped(name: str) -> SharingRule:
    path = FOLDER / f"{name}.toml"
    return parse_rule(toml_table(path.read_text("utf-8"), path.name), path.name)


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.toml")), ids=lambda p: p.stem)
def test_every_shipped_value_is_cited_and_its_open_points_are_said(path: Path) -> None:
    rule = shipped(path.stem)
    stated = toml_table(path.read_text("utf-8"), path.name)["rule"]
    assert isinstance(stated, dict)
    assert all(key in rule.citations for key in VALUES if key in stated)
    assert rule.open_points
    assert all(c.confidence != "original" for c in rule.citations.values()), "none of them was checked against an original"


def test_the_jjj_rule_says_what_the_document_says() -> None:
    rule = shipped("jjj-2015")
    assert rule.ratios == (Fraction(1, 2),) * 3
    assert rule.threshold is not None
    assert rule.threshold.at_least == 2_000_000_000
    assert rule.clause("cap") == "财预〔2015〕92号 上限"
    assert rule.citation("rounding") is not None
    assert any("§二" in point for point in rule.open_points)


def test_a_template_is_marked_as_an_example() -> None:
    assert "示例" in shipped("stepdown-example").title


def test_a_changed_value_loses_its_citation_and_the_rest_keep_theirs() -> None:
    rule = shipped("jjj-2015")
    changed = altered(rule, {"ratios": ["0.6", "0.4"]}, "模拟")
    assert changed.ratios == (Fraction(3, 5), Fraction(2, 5))
    assert changed.clause("ratios") == "情景假设，无出处"
    assert changed.clause("cap") == rule.clause("cap")
    assert rule.ratios == (Fraction(1, 2),) * 3


def test_an_emptied_table_takes_the_cap_away() -> None:
    assert altered(shipped("jjj-2015"), {"cap": {}, "extension": {}}, "模拟").cap is None


def test_a_change_of_an_unknown_key_is_refused() -> None:
    with pytest.raises(RuleFileError, match="不认识的键"):
        altered(shipped("jjj-2015"), {"ratio": "0.5"}, "模拟")


def test_a_rule_is_not_in_force_before_its_date() -> None:
    rule = shipped("jjj-2015")
    assert rule_in_force([rule], "jjj-2015", date(2015, 6, 3)) is rule
    with pytest.raises(RuleNotInForce, match="2015-06-02"):
        rule_in_force([rule], "jjj-2015", date(2015, 6, 2))


def test_versions_may_neither_overlap_nor_leave_a_gap() -> None:
    rule = shipped("jjj-2015")
    older = replace(rule, effective_to=date(2019, 12, 31))
    newer = replace(rule, effective_from=date(2020, 1, 1), file="jjj-2020.toml")
    check_versions([newer, older])
    assert rule_in_force([newer, older], "jjj-2015", date(2020, 1, 1)) is newer
    with pytest.raises(RuleFileError, match=r"jjj-2020.toml.*空档"):
        check_versions([replace(newer, effective_from=date(2020, 1, 2)), older])
    with pytest.raises(RuleFileError, match=r"jjj-2020.toml.*重叠"):
        check_versions([newer, rule])


@pytest.mark.parametrize(
    ("day", "month"), [(date(2022, 1, 1), "2022-01"), (date(2021, 12, 31), "2022-01"), (date(2024, 3, 15), "2024-04")]
)
def test_the_clock_starts_on_the_first_of_a_month(day: date, month: str) -> None:
    assert clock_month(day) == period_of(month).first


def test_base_years_are_the_whole_years_before_the_registration() -> None:
    assert last_base_year(date(2021, 12, 31)) == 2021
    assert last_base_year(date(2021, 12, 30)) == 2020
    assert last_base_year(date(2022, 1, 1)) == 2021


def test_calendar_years_cut_the_same_thirty_six_months() -> None:
    ratios = (Fraction(1), Fraction(1, 2), Fraction(1, 4))
    years = clock_years(period_of("2024-10").first, "calendar_year", ratios, 0, Fraction(0))
    assert [(y.end - y.start, y.ratio) for y in years] == [
        (3, 1),
        (12, Fraction(1, 2)),
        (12, Fraction(1, 4)),
        (9, Fraction(1, 4)),
    ]


@pytest.mark.parametrize("text", ["2022-13", "2022-Q0", "22", "2022-7", "2022-Q3 ", ""])
def test_a_period_that_does_not_exist_is_no_period(text: str) -> None:
    with pytest.raises(ValueError, match="not a period"):
        period_of(text)
