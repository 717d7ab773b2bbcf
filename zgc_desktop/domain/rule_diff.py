"""Differences between two versions of a rule, key by key and in what they do to the past, in words an office reads."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from zgc_desktop.domain.periods import Month

_NAMES = ("id", "key", "name", "code")
"""What an entry of a list is known by, so that a moved entry is no difference."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One key that differs; None = not there."""

    key: str
    before: str | None
    after: str | None

    @property
    def sentence(self) -> str:
        """``test.base_revenue.at_least：1000 → 1500``."""
        if self.before is None:
            return f"{self.key}：新增 {self.after}"
        return f"{self.key}：{self.before} → 删去" if self.after is None else f"{self.key}：{self.before} → {self.after}"


def differences(before: Mapping[str, object], after: Mapping[str, object]) -> tuple[Difference, ...]:
    """Every key whose value differs between two parsed rule files, in the order of the newer one."""
    old, new = dict(_flat(before, "")), dict(_flat(after, ""))
    keys = dict.fromkeys((*new, *old))
    return tuple(Difference(k, old.get(k), new.get(k)) for k in keys if old.get(k) != new.get(k))


def _flat(value: object, key: str) -> list[tuple[str, str]]:
    if isinstance(value, Mapping):
        return [pair for name, item in value.items() for pair in _flat(item, f"{key}.{name}" if key else str(name))]
    if isinstance(value, list) and any(isinstance(item, Mapping) for item in value):
        return [pair for n, item in enumerate(value, start=1) for pair in _flat(item, f"{key}.{_label(item, n)}")]
    return [(key, _text(value))]


def _label(item: object, number: int) -> str:
    if isinstance(item, Mapping):
        for name in _NAMES:
            if isinstance(item.get(name), str):
                return str(item[name])
    return str(number)


def _text(value: object) -> str:
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, list):
        return "、".join(_text(item) for item in value) or "（空）"
    return str(value) if isinstance(value, str | int | Decimal | date) else repr(value)


@dataclass(frozen=True, slots=True)
class Tried:
    """One standard or rule over one month: who meets it under the office's rules and not the shipped ones, and back."""

    month: Month
    standard: str
    title: str
    shipped: int
    office: int
    entering: tuple[str, ...]
    leaving: tuple[str, ...]
    counted_in: str = "家"

    @property
    def sentence(self) -> str:
        """``2026-10 国家高新区瞪羚企业：12 → 10 家，新增 0，减少 2（甲、乙）。``"""
        moved = "、".join((*self.entering, *self.leaving)[:5])
        names = f"（{moved}{'等' if len(self.entering) + len(self.leaving) > 5 else ''}）" if moved else ""
        return (
            f"{self.month} {self.title}：{self.shipped} → {self.office} {self.counted_in}，"
            f"新增 {len(self.entering)}，减少 {len(self.leaving)}{names}。"
        )
