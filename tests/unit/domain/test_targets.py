"""Targets of both plans: words as written, measured, derived or said not to be measurable; progress exact."""

import tomllib
from decimal import Decimal
from fractions import Fraction

import pytest

from zgc_desktop.domain.rulebook import RuleFileError
from zgc_desktop.domain.targets import (
    DERIVED,
    MEASURED,
    MEASURES,
    QUALITATIVE,
    Figure,
    past_due,
    print_figure,
    progress,
    read_targets,
)


@pytest.fixture(scope="module")
def shipped(root):
    text = (root / "resources/plan/targets.toml").read_text(encoding="utf-8")
    return read_targets(tomllib.loads(text, parse_float=Decimal), "targets.toml")


def test_the_words_of_every_target_stand_in_its_plan(shipped, shared):
    seeds = {p.name[:3]: "".join(p.read_text(encoding="utf-8").split()) for p in (shared / "seeds").glob("*.txt")}
    for target in shipped:
        text = seeds["004" if target.plan == "发展规划纲要" else "000"]
        assert "".join(target.quote.split()) in text, target.key


def test_all_mechanisms_about_targets_are_served(shipped):
    assert {row for t in shipped for row in t.seed_rows} >= {1, 5, 20, 63, 64, 65, 66, 67, 68, 69, 70}
    assert {t.kind for t in shipped} == {MEASURED, DERIVED, QUALITATIVE}


def state(shipped, key, **figures):
    found = progress(
        shipped, {k: Figure(Fraction(v), "截至 2026-10，不含通州园") for k, v in figures.items()}, {"2022-park": ["评估报告"]}
    )
    return next(p for p in found if p.target.key == key)


def test_progress_runs_from_the_baseline_to_the_goal(shipped):
    half = state(shipped, "2015-revenue", total_revenue="2.15")
    assert (half.share, half.reached, half.sentence) == (
        Fraction(1, 2),
        False,
        "2.15万亿元，距目标差 0.85万亿元（截至 2026-10，不含通州园）",
    )
    assert state(shipped, "2015-revenue", total_revenue="1.3").share == 0
    assert state(shipped, "2015-services", service_share=62).share == Fraction(1, 2)
    assert state(shipped, "2022-clusters", clusters_formed=31).sentence == "31个，已达到目标 31个（截至 2026-10，不含通州园）"


def test_without_data_nothing_is_made_up(shipped):
    dark = state(shipped, "2015-research")
    assert (dark.now, dark.share, dark.reached) == (None, None, None)
    assert dark.sentence.startswith("无数据：")
    noted, empty = state(shipped, "2022-park"), state(shipped, "2035-park")
    assert (noted.sentence, empty.sentence) == ("不可量化；已记录佐证 1 条", "不可量化；尚无佐证记录")


def test_every_measure_has_a_target_and_says_how_it_is_computed(shipped):
    assert {t.measure for t in shipped if t.measure} == set(MEASURES)


def test_a_target_is_past_its_year_only_when_the_year_has_ended(shipped):
    from datetime import date

    target = next(t for t in shipped if t.key == "2020-revenue")
    assert [past_due(target, date(2020, 12, 31)), past_due(target, date(2021, 1, 1))] == [False, True]


def test_figures_are_printed_once_rounded():
    assert [print_figure(Fraction(v), "%") for v in ("5", "4.995", "-1.5", "1234.5")] == ["5%", "5.00%", "-1.50%", "1,234.50%"]


TARGET = {"key": "a", "title": "甲", "plan": "规划", "year": 2030, "kind": "可测", "measure": "talents", "unit": "人",
          "goal": 5,
          "quote": "原文", "citation": {"title": "规划"}}  # fmt: skip


@pytest.mark.parametrize(("change", "words"), [
    ({"kind": "不可量化"}, "不能有数值"), ({"measure": "心情"}, "没有口径"), ({"goal": None}, "缺少目标值"),
    ({"base": 5}, "与目标值相同"),
    ({"base": 1}, "缺少此项"), ({"citation": None}, "引文"), ({"colour": 1}, "不认识的键"), ({"year": 1900}, "2000 至 2050"),
])  # fmt: skip
def test_a_broken_target_is_refused(change, words):
    with pytest.raises(RuleFileError, match=words):
        read_targets({"target": [{**TARGET, **change}]}, "targets.toml")
    with pytest.raises(RuleFileError, match="重复"):
        read_targets({"target": [TARGET, TARGET]}, "targets.toml")


def test_a_goal_may_be_seen_reached_without_some_parks_but_never_missed(shipped):
    def reached(value, whole):
        found = progress(shipped, {"clusters_formed": Figure(Fraction(value), "不含通州园", whole)}, {})
        return next(p for p in found if p.target.key == "2022-clusters").reached

    assert [reached(31, False), reached(30, False), reached(30, True)] == [True, None, False]
