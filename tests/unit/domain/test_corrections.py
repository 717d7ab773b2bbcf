"""How a typed value of a correction is read: amounts in 万元 to the 分, counts whole, choices among theirs."""

from __future__ import annotations

import pytest

from zgc_desktop.domain.corrections import FIELDS, column_of, fault_of, shown, title_of, value_of


@pytest.mark.parametrize(
    ("field", "text", "value"),
    [
        ("revenue_fen", "1,283.55", 1_283_550_000),
        ("revenue_fen", "0.000001", 1),
        ("revenue_fen", "-3", -3_000_000),
        ("revenue_fen", "0.0000001", None),
        ("revenue_fen", "", None),
        ("rd_fen", "-3", None),
        ("employees", "1 200", 1200),
        ("employees", "3.5", None),
        ("employees", "NaN", None),
        ("status", "停业", "停业"),
        ("status", "开心", None),
        ("name", " 北京甲公司 ", "北京甲公司"),
        ("name", " ", None),
    ],
)
def test_a_typed_value_is_read_exactly_or_not_at_all(field: str, text: str, value: object) -> None:
    assert value_of(field, text) == value
    assert bool(fault_of(field, text)) is (value is None)


def test_every_field_is_a_declared_column_and_shows_what_it_reads() -> None:
    assert [title_of(f) for f in ("cluster", "vat_fen")] == ["组团", "增值税·地方"]
    for field in FIELDS:
        assert column_of(field).title
    assert shown("revenue_fen", 1_283_550_000) == "1283.55"
    assert value_of("revenue_fen", shown("revenue_fen", 123_456_789_01)) == 123_456_789_01
    assert shown("employees", None) == ""
