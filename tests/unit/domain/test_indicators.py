"""Location quotients, shift-share and similarity: exact, withheld below the floor, parts that add up."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zgc_desktop.domain.indicators import quotients, read_limits, shift_share, similarities
from zgc_desktop.domain.rulebook import RuleFileError

PAIRS = [("甲", "信"), ("甲", "信"), ("甲", "生"), ("乙", "信"), ("乙", "生"), ("乙", "生")]


def test_the_quotient_is_the_share_here_over_the_share_everywhere() -> None:
    found = {(q.area, q.industry): q.value for q in quotients(PAIRS, 3)}
    assert found["甲", "信"] == Fraction(2, 3) / Fraction(3, 6)
    assert found["乙", "信"] == Fraction(1, 3) / Fraction(3, 6)


def test_below_the_floor_the_quotient_is_withheld_and_n_is_said() -> None:
    assert {(q.area, q.n, q.value) for q in quotients(PAIRS, 4)} == {("甲", 3, None), ("乙", 3, None)}


AREAS = st.dictionaries(st.tuples(st.sampled_from("甲乙丙"), st.sampled_from("信生制")), st.integers(0, 50), min_size=1)


@given(AREAS, AREAS)
def test_the_three_parts_add_up_to_the_change(before: dict[tuple[str, str], int], after: dict[tuple[str, str], int]) -> None:
    """总体增长 + 产业结构 + 自身竞争力 = 实际变化，一家不差。"""
    for shift in shift_share(before, after, Counter({"甲": 30, "乙": 30, "丙": 19}), 20):
        if shift.area == "丙":
            assert shift.own is None
        if shift.overall is not None and shift.mix is not None and shift.own is not None:
            assert shift.overall + shift.mix + shift.own == shift.after - shift.before


def test_two_parks_of_one_structure_are_wholly_similar_and_of_none_in_common_not_at_all() -> None:
    members = [("甲园", "信")] * 4 + [("乙园", "信")] * 2 + [("丙园", "生")] * 2
    found = {(s.first, s.second): s.value for s in similarities(members, ["甲园", "乙园", "丙园"], 2)}
    assert found == {("甲园", "乙园"): 1, ("甲园", "丙园"): 0, ("乙园", "丙园"): 0}


@pytest.mark.parametrize(("change", "key"), [({"floor": 0}, "floor"), ({"citation": None}, "citation"), ({"x": 1}, "x")])
def test_broken_limits_are_refused_with_their_key(change: dict[str, object], key: str) -> None:
    good = {"floor": 20, "leading_industries": 3, "parks_a_niche": 3, "citation": {"title": "文"}}
    with pytest.raises(RuleFileError) as refused:
        read_limits({k: v for k, v in (good | change).items() if v is not None}, "limits.toml")
    assert refused.value.key == key
