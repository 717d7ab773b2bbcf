"""公顷, 亩, ㎡ and 平方公里 convert exactly both ways, and what is no area is refused."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zgc_desktop.domain.areas import UNIT_AREA, in_unit, plain, print_area, to_area, unit_named
from zgc_desktop.domain.errors import Refused


def test_the_units_stand_in_the_ratios_of_the_law():
    assert to_area("1", "公顷") == to_area("15", "亩") == to_area("10000", "㎡")
    assert to_area("1", "平方公里") == to_area("100", "公顷") == to_area("1500", "亩")
    assert 3 * to_area("1", "亩") == to_area("2000", "㎡")


@given(st.integers(0, 10**9), st.sampled_from(["公顷", "亩"]))
def test_four_decimals_of_a_hectare_or_mu_come_back_as_written(parts, unit):
    amount = Decimal(parts).scaleb(-4)
    area = to_area(amount, unit)
    assert Decimal(plain(area, unit)) == amount
    assert in_unit(area, unit) == amount


@given(st.integers(0, 10**12), st.sampled_from(sorted(UNIT_AREA)), st.sampled_from(sorted(UNIT_AREA)))
def test_there_and_back_through_any_two_units_loses_nothing(area, one, other):
    through = in_unit(area, one) * UNIT_AREA[one] / UNIT_AREA[other]
    assert through * UNIT_AREA[other] == area


def test_a_mu_that_no_decimal_of_a_square_metre_holds_is_said_so_and_printed_rounded():
    area = to_area("1", "亩")
    assert plain(area, "㎡") is None
    assert print_area(area, "㎡") == "666.67"
    assert print_area(to_area("32000", "平方米")) == "3.20"
    assert print_area(to_area("1234.5", "公顷"), places=1) == "1,234.5"


@pytest.mark.parametrize(("amount", "unit", "words"), [
    ("-1", "公顷", "面积不能为"), ("三", "公顷", "不是面积"), ("NaN", "亩", "面积不能为"),
    ("0.0000001", "公顷", "小数位太多"), ("1", "英亩", "不认识的面积单位"),
])  # fmt: skip
def test_what_is_no_area_is_refused_with_what_to_do(amount, unit, words):
    with pytest.raises(Refused, match=words):
        to_area(amount, unit)


def test_units_answer_to_their_other_names():
    assert [unit_named(word) for word in ("平方米", "m2", " HA ", "km²", "亩")] == ["㎡", "㎡", "公顷", "平方公里", "亩"]
