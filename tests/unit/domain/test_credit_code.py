"""Credit codes: published vectors, the standard's reference implementation, and repairs that are proposed only."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum.cn import uscc

from zgc_desktop.domain.credit_code import ALPHABET, check_character, fault, faulty, normalise, suggestion

GENUINE = ["91110108551385082Q", "91350100M000100Y43", "91110302MA0073WQXB", "91350200MA2YJ1XR9G", "91110108MA01TJ3Y5P"]


@pytest.mark.parametrize("code", GENUINE)
def test_genuine_codes_pass(code: str) -> None:
    assert fault(code) is None


def test_a_published_code_that_fails_is_told_from_one_badly_formed() -> None:
    """91350203M0001QAY9B exists and fails its check: a warning, never a refusal."""
    assert fault("91350203M0001QAY9B") == "check"
    assert fault("91350100M000100Y4A") == "check"
    assert fault("91110108551385082") == "length"
    assert fault("9111010855138508ZQ") == "alphabet"


@given(st.text(ALPHABET, min_size=8, max_size=8), st.integers(10**8, 10**9 - 1))
def test_the_check_agrees_with_the_reference_implementation(unit: str, digits: int) -> None:
    first17 = f"{digits // 10:08d}"[:8] + unit + str(digits % 10)
    assert check_character(first17) == uscc.calc_check_digit(first17)


@given(st.text(ALPHABET, min_size=17, max_size=17))
def test_every_code_completed_by_its_check_character_passes(first17: str) -> None:
    code = first17 + check_character(first17)
    assert fault(code) is None
    assert suggestion(code) is None


@given(st.text(ALPHABET, min_size=17, max_size=17), st.integers(0, 17), st.sampled_from(ALPHABET))
def test_one_wrong_character_is_always_found(first17: str, at: int, other: str) -> None:
    code = first17 + check_character(first17)
    wrong = code[:at] + other + code[at + 1 :]
    assert fault(wrong) == (None if wrong == code else "check")


def test_a_remainder_of_zero_gives_the_character_0() -> None:
    """A published snippet indexes 31 here and fails."""
    assert check_character("0" * 17) == "0"


def test_dress_is_taken_off_and_nothing_else_changed() -> None:
    assert normalise(" ９１１１０１０８-551385082ｑ ") == "91110108551385082Q"
    assert normalise("'91110108551385082Q") == "91110108551385082Q"
    assert normalise("O1IZ") == "O1IZ"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("9111O108551385082Q", "91110108551385082Q"),
        ("9I110108551385082Q", "91110108551385082Q"),
        ("91110108551385028Q", "91110108551385082Q"),
        ("91110108551385081Q", None),
        ("短", None),
    ],
)
def test_look_alikes_and_swapped_neighbours_are_proposed(typed: str, meant: str | None) -> None:
    assert suggestion(typed) == meant


@given(st.lists(st.one_of(st.sampled_from(GENUINE), st.text(ALPHABET + "OIZé", min_size=17, max_size=19))))
def test_many_codes_at_once_are_judged_as_one_by_one(codes: list[str]) -> None:
    assert faulty(codes) == {code for code in codes if fault(code) is not None}
