"""Typed conditions of tier criteria: whether a company's facts meet one (yes, no, undecidable), what is missing, how far off.

Nothing here raises for company data: a fact that is missing or of no usable form makes a condition undecidable.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Final, Literal

from zgc_desktop.domain import metrics
from zgc_desktop.domain.metrics import Metric

Comparator = Literal["at_least", "at_most", "more_than", "less_than"]
SIGN: Final[Mapping[str, str]] = {"at_least": "≥", "at_most": "≤", "more_than": ">", "less_than": "<"}
UNSET: Final = "标准阈值（未定）"
Facts = Mapping[str, object]
"""A company's facts by metric key; anything may be missing or odd."""


@dataclass(frozen=True, slots=True)
class Compare:
    """Metric against a threshold in the metric's own hundredths, ‰, people or years; None = the threshold is 未定."""

    metric: Metric
    comparator: Comparator
    threshold: Fraction | None


@dataclass(frozen=True, slots=True)
class Growth:
    """Growth a year over so many years: compound (cagr) or the plain mean of the yearly rates (arithmetic)."""

    series: tuple[Metric, ...]
    """Last year first, the base year last: one more than the years."""
    method: Literal["cagr", "arithmetic"]
    comparator: Comparator
    threshold: Fraction | None

    @property
    def needed(self) -> tuple[Metric, ...]:
        """The years that count: both ends for compound growth, every year for the mean."""
        return self.series if self.method == "arithmetic" else (self.series[0], self.series[-1])


@dataclass(frozen=True, slots=True)
class Grew:
    """Last year above the year before (当年正增长)."""

    now: Metric
    before: Metric


@dataclass(frozen=True, slots=True)
class Ratio:
    """One metric as a share of another."""

    part: Metric
    whole: Metric
    comparator: Comparator
    threshold: Fraction | None


@dataclass(frozen=True, slots=True)
class Is:
    """A flag that must be so."""

    metric: Metric
    wanted: bool


@dataclass(frozen=True, slots=True)
class Among:
    """A text that must be one of (``wanted``) or none of some words."""

    metric: Metric
    words: tuple[str, ...]
    wanted: bool


@dataclass(frozen=True, slots=True)
class OnList:
    """A place on a named list (名单制): nothing is computed."""

    metric: Metric
    name: str


Condition = Compare | Growth | Grew | Ratio | Is | Among | OnList


# --- met or not ------------------------------------------------------------------------------------------------------


def _sided(comparator: Comparator, left: Fraction | int, right: Fraction | int) -> bool:
    if comparator == "at_least":
        return left >= right
    if comparator == "at_most":
        return left <= right
    return left > right if comparator == "more_than" else left < right


def _reference(metric: Metric, day: date) -> date:
    return date(max(day.year - 1, 1), 12, 31) if metric.to_last_year_end else day


def _numbers(asked: Sequence[Metric], facts: Facts) -> list[int] | None:
    found = [metrics.usable(m, facts) for m in asked]
    numbers = [v for v in found if isinstance(v, int)]
    return numbers if len(numbers) == len(asked) else None


def _compare(test: Compare, facts: Facts, day: date) -> bool | None:
    value = metrics.usable(test.metric, facts)
    if test.threshold is None or value is None:
        return None
    if isinstance(value, date):
        # Exact to the day: "at most 10 years" still holds on the tenth anniversary itself.
        turns = metrics.anniversary(value, int(test.threshold))
        return _sided(test.comparator, _reference(test.metric, day).toordinal(), turns.toordinal())
    return _sided(test.comparator, value, test.threshold) if isinstance(value, int) else None


def _growth(test: Growth, facts: Facts) -> bool | None:
    """Compared without a root and without rounding: three years at 20 % ⇔ R0·1000 ≥ 1728·R3."""
    values = _numbers(test.needed, facts)
    if values is None or test.threshold is None or any(v <= 0 for v in values[1:]):
        return None
    years = len(test.series) - 1
    if test.method == "cagr":
        factor = 1 + test.threshold
        return _sided(test.comparator, values[0] * factor.denominator**years, values[-1] * factor.numerator**years)
    rates = sum(Fraction(values[i], values[i + 1]) - 1 for i in range(years))
    return _sided(test.comparator, rates, test.threshold * years)


def holds(condition: Condition, facts: Facts, day: date) -> bool | None:
    """Whether a condition is met on a day; None where it cannot be decided (无法判定)."""
    match condition:
        case Compare():
            return _compare(condition, facts, day)
        case Growth():
            return _growth(condition, facts)
        case Grew():
            pair = _numbers((condition.now, condition.before), facts)
            return None if pair is None else pair[0] > pair[1]
        case Ratio():
            pair = _numbers((condition.part, condition.whole), facts)
            if pair is None or condition.threshold is None or pair[1] <= 0:
                return None
            sides = pair[0] * condition.threshold.denominator, pair[1] * condition.threshold.numerator
            return _sided(condition.comparator, *sides)
        case Is() | Among() | OnList():
            value = metrics.usable(condition.metric, facts)
            if value is None:
                return None
            if isinstance(condition, Is):
                return value is condition.wanted
            if isinstance(condition, Among):
                return (value in condition.words) is condition.wanted
            return isinstance(value, tuple) and condition.name in value


# --- in words --------------------------------------------------------------------------------------------------------


def needed(condition: Condition) -> tuple[Metric, ...]:
    """The metrics a condition asks for."""
    match condition:
        case Growth():
            return condition.needed
        case Grew():
            return condition.now, condition.before
        case Ratio():
            return condition.part, condition.whole
        case _:
            return (condition.metric,)


def missing(condition: Condition, facts: Facts) -> tuple[str, ...]:
    """What would be needed to decide, in words; empty where nothing is missing."""
    lacking = tuple(m.title for m in needed(condition) if metrics.usable(m, facts) is None)
    if isinstance(condition, Compare | Growth | Ratio) and condition.threshold is None:
        return (UNSET,)
    if lacking:
        return lacking
    if isinstance(condition, Growth) and any(v <= 0 for v in (_numbers(condition.needed, facts) or [])[1:]):
        return ("大于零的基期（增长率不可计算）",)
    if isinstance(condition, Ratio) and (_numbers((condition.whole,), facts) or [1])[0] <= 0:
        return (f"大于零的{condition.whole.title}（占比不可计算）",)
    return ()


def actual(condition: Condition, facts: Facts, day: date) -> str:
    """The company's figures in words, empty where there are none: years run from the earliest to the latest."""
    asked = needed(condition)
    found = [(m, metrics.usable(m, facts)) for m in asked]
    words = [metrics.fact_text(m, v, _reference(m, day)) for m, v in found if v is not None]
    if len(words) < len(asked):
        return ""
    if isinstance(condition, Growth | Grew):
        return " → ".join(reversed(words))
    if isinstance(condition, Ratio):
        part, whole = _numbers(asked, facts) or (0, 0)
        basis = abs(part) * 10_000 // whole if whole > 0 else None
        share = "" if basis is None else f"，即 {'-' if part < 0 else ''}{basis // 100}.{basis % 100:02d}%"
        return f"{words[0]} / {words[1]}{share}"
    return words[0]


_FAR: Final = Fraction(1)
_PLACE: Final = Fraction(1, 5)
"""One place in a ranking counts as a fifth (本系统约定)."""


def shortfall(condition: Condition, facts: Facts) -> Fraction | None:
    """How far a failed figure is from its threshold, as a share of it (1 = beyond reach); None where no figure says."""
    match condition:
        case Compare(metric=metric, threshold=threshold, comparator=comparator):
            value = metrics.usable(metric, facts)
            if isinstance(value, date):
                return _FAR if comparator in ("at_most", "less_than") else None
            if isinstance(value, bool) or not isinstance(value, int) or not threshold:
                return None
            if metric.kind == "rank":
                return min((value - threshold) * _PLACE, _FAR)
            return min(abs(threshold - value) / threshold, _FAR)
        case Growth(threshold=threshold, method="cagr", series=series):
            values = _numbers(condition.needed, facts)
            if values is None or threshold is None or values[1] <= 0:
                return None
            wanted = values[1] * (1 + threshold) ** (len(series) - 1)
            return min(abs(wanted - values[0]) / wanted, _FAR)
        case Grew(now=now, before=before):
            values = _numbers((now, before), facts)
            return None if values is None or values[1] <= 0 else min(Fraction(abs(values[1] - values[0]), values[1]), _FAR)
        case Is(wanted=wanted):
            # A missing qualification can be obtained; a listing, an accident or a ban is not undone.
            return None if wanted else _FAR
        case Among() | OnList():
            return _FAR
        case _:
            return None
