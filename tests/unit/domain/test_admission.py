"""Admission standards by park, industry and day; a project tested line by line; what a changed standard would turn."""

from dataclasses import replace
from datetime import date

import pytest

from zgc_desktop.domain.admission.criteria import FAILED, MET, PASSED, UNDECIDED, UNMET, Figures, admit, changed_by
from zgc_desktop.domain.admission.standards import (
    ENERGY,
    HEAD_OUTPUT,
    INVESTMENT,
    LAND_OUTPUT,
    RESEARCH,
    Standard,
    check_standard,
    standard_for,
)
from zgc_desktop.domain.areas import to_area
from zgc_desktop.domain.errors import Refused
from zgc_desktop.domain.rulebook import Citation

WAN = 1_000_000
ALL = ((INVESTMENT, 1_500 * WAN), (LAND_OUTPUT, 3_000 * WAN), (HEAD_OUTPUT, 100 * WAN), (RESEARCH, 500))
STANDARD = Standard("昌平园", "先进制造", date(2026, 1, 1), date(2026, 12, 31), ALL, (ENERGY,), Citation("示例标准"), 1)
DAY = date(2026, 6, 1)
PROJECT = Figures("昌平园", "先进制造", DAY, 3_000 * WAN, to_area("2", "公顷"), 6_000 * WAN, 60, 500, "有")


def states(figures, *standards):
    return [line.state for line in admit(figures, standards or (STANDARD,)).lines]


def test_a_project_exactly_at_every_threshold_meets_the_standard():
    assert states(PROJECT) == [MET] * 5
    assert admit(PROJECT, [STANDARD]).conclusion == PASSED


def test_one_fen_below_a_threshold_is_not_met_and_says_by_how_much():
    short = admit(replace(PROJECT, investment_fen=3_000 * WAN - 1), [STANDARD])
    assert short.lines[0].state == UNMET
    assert short.conclusion == FAILED
    much = admit(replace(PROJECT, investment_fen=2_000 * WAN), [STANDARD]).lines[0]
    assert (much.needed, much.actual, much.reason) == ("1,500.00", "1,000.00", "低于标准 500.00 万元/公顷")


def test_mu_and_hectares_give_the_same_answer():
    assert states(replace(PROJECT, area=to_area("30", "亩"))) == [MET] * 5
    assert states(replace(PROJECT, area=to_area("30.0001", "亩")))[:2] == [UNMET, UNMET]


def test_what_is_not_stated_is_undecided_and_never_a_failure():
    found = admit(replace(PROJECT, people=None, energy=""), [STANDARD])
    assert [line.state for line in found.lines] == [MET, MET, UNDECIDED, MET, UNDECIDED]
    assert found.conclusion == UNDECIDED
    assert states(replace(PROJECT, energy="无"))[-1] == UNMET
    assert states(replace(PROJECT, energy="不需"))[-1] == MET


def test_without_a_standard_in_force_everything_is_undecided_but_the_numbers_are_shown():
    found = admit(replace(PROJECT, on=date(2025, 6, 1)), [STANDARD])
    assert found.standard is None
    assert found.conclusion == UNDECIDED
    assert [line.actual for line in found.lines] == ["1,500.00", "3,000.00", "100.00", "5.00"]


def test_a_missing_threshold_is_undecided():
    assert states(PROJECT, replace(STANDARD, thresholds=ALL[:1])) == [MET, UNDECIDED, UNDECIDED, UNDECIDED, MET]


def test_the_nearest_standard_of_the_day_applies():
    park, industry, everyone = (
        replace(STANDARD, industry="", id=2),
        replace(STANDARD, park="", id=3),
        replace(STANDARD, park="", industry="", id=4),
    )
    every = [everyone, industry, park, STANDARD]
    assert standard_for(every, "昌平园", "先进制造", DAY).id == 1
    assert standard_for(every, "昌平园", "新材料", DAY).id == 2
    assert standard_for(every, "海淀园", "先进制造", DAY).id == 3
    assert standard_for(every, "海淀园", "新材料", DAY).id == 4
    assert standard_for(every, "海淀园", "新材料", date(2027, 1, 1)) is None


@pytest.mark.parametrize(("change", "words"), [
    ({"citation": Citation(" ")}, "没有出处"), ({"park": "北京园"}, "没有叫“北京园”"),
    ({"industry": "烟草"}, "没有叫“烟草”的产业"),
    ({"thresholds": (), "gates": ()}, "没有任何指标"), ({"thresholds": ((RESEARCH, 10_001),)}, "超过 100%"),
    ({"thresholds": ((INVESTMENT, 0),)}, "应大于 0"), ({"effective_to": date(2025, 1, 1)}, "早于生效日"),
    ({"id": 9, "effective_from": date(2026, 12, 31), "effective_to": None}, "日期重叠"), ({"gates": ("消防",)}, "没有“消防”"),
    ({"thresholds": (("用水", 5),)}, "没有“用水”"),
])  # fmt: skip
def test_a_standard_that_cannot_stand_is_refused_in_a_sentence(change, words):
    with pytest.raises(Refused, match=words):
        check_standard(replace(STANDARD, **change), [STANDARD], ("昌平园",), ("先进制造",))


def test_the_next_version_may_begin_the_day_after_the_last():
    check_standard(
        replace(STANDARD, id=2, effective_from=date(2027, 1, 1), effective_to=None), [STANDARD], ("昌平园",), ("先进制造",)
    )


def test_raising_a_threshold_by_one_turns_exactly_the_project_at_the_border():
    projects = [
        ("在线上", PROJECT),
        ("高一分", replace(PROJECT, investment_fen=3_000 * WAN + 2)),
        ("别的园", replace(PROJECT, park="海淀园")),
    ]
    trial = replace(STANDARD, thresholds=((INVESTMENT, 1_500 * WAN + 1), *ALL[1:]))
    turned = changed_by(trial, projects, [STANDARD])
    assert [(c.name, c.before.conclusion, c.after.conclusion) for c in turned] == [("在线上", PASSED, FAILED)]
    assert [(a.state, b.state) for a, b in turned[0].lines] == [(MET, UNMET)]
