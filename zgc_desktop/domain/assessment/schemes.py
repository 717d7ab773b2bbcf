"""Assessment schemes (考核方案): groups of indicators with weights, direction, scaling and what to do without a figure.

Sources: 国科发火〔2021〕106号 (group weight times relative weight within the group), TD/T 1029-2010 (ideal values). Which
indicators and weights an office uses is its own dated, cited data; none are shipped.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Final

from zgc_desktop.domain.rulebook import Citation
from zgc_desktop.domain.strict_table import StrictTable

SUBJECTS: Final = ("组团", "分园", "政策区")
RANGE, BENCHMARK, POWER = "极差", "标杆", "功效"
SCALINGS: Final = (RANGE, BENCHMARK, POWER)
"""极差 (x-min)/(max-min) over all subjects; 标杆 x/ideal; 功效 from a worst to a best value onto a floor to 1."""
HIGHER, LOWER = "正向", "逆向"
SKIP, ZERO, UNDECIDED = "不计并归一", "记零分", "整体未定"
MISSING: Final = (SKIP, ZERO, UNDECIDED)
"""Without a figure: leave the indicator out and let the others of its group carry its weight; score 0; or no total at all."""
SHARED, DENSE = "并列占位", "并列不占位"
TIES: Final = (SHARED, DENSE)
"""Two first places: the next is third (并列占位) or second (并列不占位)."""


@dataclass(frozen=True, slots=True)
class Indicator:
    """One indicator of a group; ``weight`` is relative within the group."""

    key: str
    title: str
    unit: str
    weight: Fraction
    direction: str
    scaling: str
    missing: str
    ideal: Fraction | None = None
    worst: Fraction | None = None
    best: Fraction | None = None
    floor: Fraction = Fraction(0)
    low: Fraction | None = None
    high: Fraction | None = None
    """Figures below ``low`` or above ``high`` count as these (极值截断); None = not cut off."""


@dataclass(frozen=True, slots=True)
class Group:
    """Indicators that share one weight of the whole."""

    title: str
    weight: Fraction
    indicators: tuple[Indicator, ...]

    def weight_of(self, indicator: Indicator) -> Fraction:
        """Weight in the whole: group weight × relative weight / sum of the group's relative weights."""
        return self.weight * indicator.weight / sum((i.weight for i in self.indicators), Fraction(0))


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Total scores out of 100 from which the office considers something; None = 未定, and nothing is proposed."""

    leave: Fraction | None
    enter: Fraction | None


@dataclass(frozen=True, slots=True)
class Scheme:
    """One dated, cited scheme for one kind of subject; total scores run from 0 to 100."""

    key: str
    title: str
    subject: str
    effective_from: date
    effective_to: date | None
    groups: tuple[Group, ...]
    ties: str
    thresholds: Thresholds
    citation: Citation

    @property
    def indicators(self) -> tuple[Indicator, ...]:
        """Every indicator in its order."""
        return tuple(i for g in self.groups for i in g.indicators)

    def in_force(self, day: date) -> bool:
        return self.effective_from <= day and (self.effective_to is None or day <= self.effective_to)


def read_scheme(data: object, file: str) -> Scheme:
    """Read a scheme; RuleFileError with file, key and reason for anything unknown, unbalanced or without citation."""
    table = StrictTable(file, "", data)
    key, title, subject = table.text("key"), table.text("title"), table.choice("subject", SUBJECTS)
    begins, ends = table.day("effective_from"), table.day("effective_to")
    if begins is None:
        raise table.refuse("effective_from", "缺少此项", "没有生效日的方案不能使用")
    if ends and ends < begins:
        raise table.refuse("effective_to", f"早于生效日 {begins}")
    groups = tuple(_group(entry) for entry in table.tables("group"))
    total = sum((g.weight for g in groups), Fraction(0))
    if total != 1:
        raise table.refuse("group", f"各组权重合计为 {_percent(total)}%，应为 100%")
    keys = [i.key for g in groups for i in g.indicators]
    for twice in {k for k in keys if keys.count(k) > 1}:
        raise table.refuse("group", f"指标“{twice}”出现两次", "每项指标只能计一次")
    ties = table.choice("ties", TIES)
    thresholds = _thresholds(table.table("thresholds")) if table.has("thresholds") else Thresholds(None, None)
    citation = table.citation("citation")
    table.done()
    return Scheme(key, title, subject, begins, ends, groups, ties, thresholds, citation)


def _percent(share: Fraction) -> str:
    return f"{(Decimal(share.numerator) * 100 / share.denominator).normalize():f}"


def _group(table: StrictTable) -> Group:
    title, weight = table.text("title"), _share(table, "weight")
    indicators = tuple(_indicator(entry) for entry in table.tables("indicator"))
    table.done()
    return Group(title, weight, indicators)


def _indicator(table: StrictTable) -> Indicator:
    scaling = table.choice("scaling", SCALINGS)
    found = Indicator(
        table.text("key"),
        table.text("title"),
        table.text("unit", ""),
        _positive(table, "weight"),
        table.choice("direction", (HIGHER, LOWER)),
        scaling,
        table.choice("missing", MISSING),
        _number(table, "ideal"),
        _number(table, "worst"),
        _number(table, "best"),
        _number(table, "floor") or Fraction(0),
        _number(table, "low"),
        _number(table, "high"),
    )
    if scaling == BENCHMARK and (found.ideal is None or found.ideal <= 0):
        why = "缺少理想值" if found.ideal is None else f"理想值为 {found.ideal}，不能作除数"
        raise table.refuse("ideal", why, "标杆法须给大于 0 的 ideal")
    if scaling == POWER:
        _check_power(table, found)
    if found.low is not None and found.high is not None and found.low >= found.high:
        raise table.refuse("low", "下限不小于上限")
    table.done()
    return found


def _check_power(table: StrictTable, indicator: Indicator) -> None:
    if indicator.worst is None or indicator.best is None or indicator.worst == indicator.best:
        raise table.refuse("best", "功效法须给不相等的 worst 与 best")
    if (indicator.best > indicator.worst) != (indicator.direction == HIGHER):
        raise table.refuse("direction", "worst、best 的大小与方向不符", "正向指标 best 大于 worst，逆向相反")
    if not 0 <= indicator.floor < 1:
        raise table.refuse("floor", "底分应不小于 0 且小于 1", "如 0.6 表示从 60% 起")


def _number(table: StrictTable, name: str) -> Fraction | None:
    value = table.decimal(name)
    return None if value is None else Fraction(value)


def _positive(table: StrictTable, name: str) -> Fraction:
    value = table.decimal(name)
    if value is None or value <= 0:
        raise table.refuse(name, "缺少此项" if value is None else "权重应大于 0")
    return Fraction(value)


def _share(table: StrictTable, name: str) -> Fraction:
    value = _positive(table, name)
    if value > 1:
        raise table.refuse(name, f"权重 {_percent(value)}% 超过 100%", "写成小数，如 0.3")
    return value


def _thresholds(table: StrictTable) -> Thresholds:
    leave, enter = _number(table, "leave"), _number(table, "enter")
    for name, value in (("leave", leave), ("enter", enter)):
        if value is not None and not 0 <= value <= 100:
            raise table.refuse(name, "分数线应在 0 至 100 之间")
    table.done()
    return Thresholds(leave, enter)
