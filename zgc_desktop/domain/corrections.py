"""Corrections (更正) of what a park reported: which fields the office may correct, and how a typed value is read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Final

from zgc_desktop.domain.layouts import SHEETS, Column
from zgc_desktop.domain.money import UNIT_FEN, in_unit
from zgc_desktop.domain.periods import Month

SHOWN_IN: Final = "万元"
"""The unit amounts are typed in, as the ledger shows them."""
CLUSTER: Final = "cluster"
"""The one field the office decides itself (归属): it is a choice by hand and touches no file."""
OUTSIDE: Final = "园内组团外"
"""In the park, in no cluster."""

FIELDS: Final[Mapping[str, tuple[str, str]]] = {
    "employees": ("enterprise", "employees"),
    "revenue_fen": ("enterprise", "revenue_fen"),
    "rd_fen": ("enterprise", "rd_fen"),
    "total_fen": ("tax", "total_fen"),
    "vat_fen": ("tax", "vat_fen"),
    "cit_fen": ("tax", "cit_fen"),
    "other_fen": ("tax", "other_fen"),
    "industry": ("enterprise", "industry"),
    "status": ("enterprise", "status"),
    "name": ("enterprise", "name"),
    "registered_address": ("enterprise", "registered_address"),
}
"""(sheet, column) of every field of a file that can be corrected, in the order they are offered."""
TAX_PARTS: Final = ("vat_fen", "cit_fen", "other_fen")
"""What 地方合计 is the sum of: correcting one moves the sum with it."""

Value = int | str
"""An amount in 分, a count, or a text."""


@dataclass(frozen=True, slots=True)
class Correction:
    """A value to be corrected: the company of the ledger, the field, and the text somebody typed (amounts in 万元)."""

    company_id: int
    field: str
    text: str


@dataclass(frozen=True, slots=True)
class CorrectionLine:
    """One line of a preview: what stands, what would stand, where, and why it is refused ("" where it is not)."""

    company_id: int
    name: str
    park: str
    field: str
    old: str
    new: str
    place: str = ""
    refused: str = ""
    warning: str = ""
    """What the checks say of the new value without refusing it."""


@dataclass(frozen=True, slots=True)
class CorrectionPreview:
    """What a bulk edit would do, line by line, before anything is written."""

    month: Month
    lines: tuple[CorrectionLine, ...]

    @property
    def taken(self) -> tuple[CorrectionLine, ...]:
        """The lines that would be written."""
        return tuple(line for line in self.lines if not line.refused)

    @property
    def refused(self) -> tuple[CorrectionLine, ...]:
        """The lines that would not."""
        return tuple(line for line in self.lines if line.refused)


def fields_to_choose() -> Mapping[str, str]:
    """Every field that can be corrected by its title, the office's own first."""
    return {title_of(field): field for field in (CLUSTER, *FIELDS)}


def column_of(field: str) -> Column:
    """The declared column of a field of a file; KeyError for any other."""
    sheet, key = FIELDS[field]
    return SHEETS[sheet].column(key)


def title_of(field: str) -> str:
    """A field as people call it."""
    return "组团" if field == CLUSTER else column_of(field).title


def value_of(field: str, text: str) -> Value | None:
    """The value a typed text means: 分 for amounts in 万元, a whole number for counts, else the text; None where it is none.

    Amounts and counts may carry thousands separators. A choice has to be one of its choices.
    """
    column, said = column_of(field), text.strip()
    if column.kind in ("money", "count"):
        try:
            number = Decimal(said.replace(",", "").replace("，", "").replace(" ", ""))
        except InvalidOperation:
            return None
        if not number.is_finite() or (number < 0 and not column.may_be_negative):
            return None
        whole = number * UNIT_FEN[SHOWN_IN] if column.kind == "money" else number
        return int(whole) if whole == int(whole) else None
    if column.choices and said not in column.choices:
        return None
    return said or None


def fault_of(field: str, text: str) -> str:
    """Why a text is no value of a field; "" where it is one."""
    column = column_of(field)
    if value_of(field, text) is not None:
        return ""
    if column.kind == "money":
        return "写成以万元为单位的数，最多到分" + ("" if column.may_be_negative else "，不为负")
    if column.kind == "count":
        return "写成不小于 0 的整数"
    return f"可用：{'、'.join(column.choices)}" if column.choices else "不能改为空"


def shown(field: str, value: object) -> str:
    """A value as it is typed and compared: amounts in 万元 with every digit they have; "" for none."""
    if value is None:
        return ""
    if isinstance(value, date):
        return value.isoformat()
    if column_of(field).kind == "money" and isinstance(value, int):
        return plain_number(in_unit(value, SHOWN_IN), 2)
    return str(value)


def plain_number(value: Decimal, least: int = 0) -> str:
    """A number with every digit it has, at least so many decimals, no separators."""
    text = f"{value:f}"
    whole, _, decimals = text.partition(".")
    decimals = decimals.rstrip("0").ljust(least, "0")
    return f"{whole}.{decimals}" if decimals else whole
