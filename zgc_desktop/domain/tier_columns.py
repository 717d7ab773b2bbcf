"""Tier standards over many companies at once, column by column: the same answers as ``tiers.decide``, for whole ledgers.

A mask is one whole number with a byte a company, 1 where something holds: and, or, not over 30,000 companies are then
single operations. A criterion nobody has figures for costs nothing.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from itertools import compress
from typing import cast

from zgc_desktop.domain import metrics, tier_conditions
from zgc_desktop.domain.metrics import Metric
from zgc_desktop.domain.tier_conditions import Among, Comparator, Compare, Condition, Grew, Growth, Is, OnList, Ratio
from zgc_desktop.domain.tiers import NEAR, Criterion, Group, Outcome, TierResult, TierStandard

Mask = int
_WHOLE_NUMBERS = frozenset({"money", "count", "share", "rank"})
_DISTINCT: frozenset[type] = frozenset({str, bool, date, tuple})


@dataclass(frozen=True, slots=True)
class Answers:
    """What one condition or standard says: where it is met, where not; elsewhere it cannot be decided."""

    met: Mask
    failed: Mask


@dataclass(slots=True)
class CompanyColumns:
    """The facts of ``size`` companies by fact key, one value a company (None = not reported); what was worked out so far."""

    size: int
    facts: Mapping[str, Sequence[object]]
    _usable: dict[str, Sequence[object] | None] = field(default_factory=dict)
    _answers: dict[tuple[Condition, date], Answers] = field(default_factory=dict)
    _known: dict[str, Mask] = field(default_factory=dict)
    _told: dict[tuple[int, date], tuple[TierStandard, bytes, bytes]] = field(default_factory=dict)

    def usable(self, metric: Metric) -> Sequence[object] | None:
        """The metric's usable facts; None where nobody has any."""
        if metric.key not in self._usable:
            self._usable[metric.key] = _usable(metric, self.facts.get(metric.fact_key))
        return self._usable[metric.key]

    def answers(self, condition: Condition, day: date) -> Answers:
        """The condition tested on every company; each condition once."""
        key = (condition, day)
        if key not in self._answers:
            self._answers[key] = _answers(self, condition, day)
        return self._answers[key]

    def known(self, metric: Metric) -> Mask:
        """Where there is a usable figure."""
        if metric.key not in self._known:
            values = self.usable(metric)
            self._known[metric.key] = 0 if values is None else mask_of([v is not None for v in values])
        return self._known[metric.key]

    def told(self, standard: TierStandard, day: date) -> tuple[bytes, bytes]:
        """By company: 1 where the standard is met, 2 where it is not, 0 undecidable; and how many deciding criteria are met."""
        key = (id(standard), day)
        if key not in self._told:
            found = decide_all(standard, self, day)
            # A byte a company holds up to 255 criteria, far more than a standard has.
            counts = sum(self.answers(c.condition, day).met for c in standard.deciding)
            sides = found.met | found.failed * 2
            self._told[key] = standard, sides.to_bytes(self.size, "little"), counts.to_bytes(self.size, "little")
        return self._told[key][1:]

    @property
    def everyone(self) -> Mask:
        """The mask of all companies."""
        return int.from_bytes(b"\1" * self.size, "little")


class CompanyFacts(Mapping[str, object]):
    """The facts of one of many companies, read from their columns."""

    __slots__ = ("_columns", "_n")

    def __init__(self, columns: CompanyColumns, n: int) -> None:
        self._columns, self._n = columns.facts, n

    def __getitem__(self, key: str) -> object:
        value = self._columns[key][self._n]
        if value is None:
            raise KeyError(key)
        return value

    def __iter__(self) -> Iterator[str]:
        return (key for key, values in self._columns.items() if values[self._n] is not None)

    def __len__(self) -> int:
        return sum(1 for _ in self)


def members(mask: Mask, size: int) -> list[int]:
    """The positions a mask holds, in order."""
    return list(compress(range(size), mask.to_bytes(size, "little")))


def mask_of(flags: Iterable[bool]) -> Mask:
    """The mask of a yes or no a company."""
    return int.from_bytes(bytes(flags), "little")


def decide_all(standard: TierStandard, columns: CompanyColumns, day: date) -> Answers:
    """The standard's outcome for every company; the same as ``tiers.decide`` one by one."""
    return _truth(standard.rule, lambda c: columns.answers(c.condition, day), columns.everyone)


def result_of(standard: TierStandard, columns: CompanyColumns, n: int, day: date) -> TierResult:
    """What a standard says of the ``n``-th company; the same as ``tiers.evaluate``, its outcome looked up."""
    outcomes, counts = columns.told(standard, day)
    return TierResult(standard, day, _BY_CODE[outcomes[n]], CompanyFacts(columns, n), counts[n])


_BY_CODE = (Outcome.UNDECIDABLE, Outcome.MET, Outcome.NOT_MET)


def near_all(standard: TierStandard, columns: CompanyColumns, day: date) -> Mask:
    """Companies that may be one short of the standard (差 1 项): everybody who is, and a few who are not.

    Freed in turn: each criterion where it fails narrowly, and the criteria that want nothing but one and the same figure.
    Whoever could meet the standard then is looked at one by one.
    """
    every, found, any_met = columns.everyone, 0, 0
    figures: dict[str, dict[Criterion, Mask]] = {}
    for criterion in standard.deciding:
        answers = columns.answers(criterion.condition, day)
        any_met |= answers.met
        narrow = _narrow(columns, criterion.condition, answers, day)
        if narrow:
            found |= _could(standard.rule, columns, day, {criterion: narrow}, every)
        unknown = every ^ (answers.met | answers.failed)
        for figure, where in _wanting(columns, criterion.condition, unknown).items():
            figures.setdefault(figure, {})[criterion] = where
    for freed in figures.values():
        # One figure away only where the rest already speaks for it.
        found |= _could(standard.rule, columns, day, freed, every) & any_met
    return found & ~decide_all(standard, columns, day).met


def _wanting(columns: CompanyColumns, condition: Condition, unknown: Mask) -> dict[str, Mask]:
    """Where a condition is undecided for want of one figure only, by that figure's name."""
    if not unknown or (isinstance(condition, Compare | Growth | Ratio) and condition.threshold is None):
        return {}
    known = {m: columns.known(m) for m in tier_conditions.needed(condition)}
    found: dict[str, Mask] = {}
    for metric, there in known.items():
        where = unknown & ~there
        for other, also in known.items():
            where &= also if other is not metric else where
        found[metric.title] = found.get(metric.title, 0) | where
    for there in known.values():
        unknown &= there
    # Every figure is there and yet no rate: a base that is not above zero.
    base = condition.whole.title if isinstance(condition, Ratio) else ""
    return {name: where for name, where in {**found, f"大于零的{base}": unknown}.items() if where}


# --- the rule over masks ---------------------------------------------------------------------------------------------


def _truth(node: Criterion | Group, answer: Callable[[Criterion], Answers], every: Mask) -> Answers:
    if isinstance(node, Criterion):
        return answer(node)
    met, failed = every, 0
    for part in node.all:
        found = _truth(part, answer, every)
        met, failed = met & found.met, failed | found.failed
    for part in node.none:
        found = _truth(part, answer, every)
        met, failed = met & found.failed, failed | found.met
    if node.any:
        one_met, all_failed = 0, every
        for part in node.any:
            found = _truth(part, answer, every)
            one_met, all_failed = one_met | found.met, all_failed & found.failed
        met, failed = met & one_met, failed | all_failed
    return Answers(met, failed)


def _could(rule: Group, columns: CompanyColumns, day: date, freed: Mapping[Criterion, Mask], every: Mask) -> Mask:
    """Where the rule is met once the freed criteria come out as it wishes: both met and failed at the same time."""

    def answer(criterion: Criterion) -> Answers:
        found, free = columns.answers(criterion.condition, day), freed.get(criterion, 0)
        return Answers(found.met | free, found.failed | free) if free else found

    return _truth(rule, answer, every).met


# --- one condition over a column -------------------------------------------------------------------------------------


def _usable(metric: Metric, values: Sequence[object] | None) -> Sequence[object] | None:
    if values is None:
        return None
    kinds = set(map(type, values)) - {type(None)}
    found: Sequence[object]
    if metric.kind in _WHOLE_NUMBERS:
        limit = metrics.BEYOND_ANY_FIGURE
        least = 1 if metric.kind == "rank" else -limit if metric.kind == "money" else 0
        numbers = cast("list[int]", [v for v in values if v is not None] if kinds == {int} else [])
        if numbers and least <= min(numbers) and max(numbers) <= limit:
            return values
        found = [v if type(v) is int and least <= v <= limit else None for v in values]
    elif len(kinds) <= 1 and kinds <= _DISTINCT:
        # One kind only, so that equal values are the same value: each is looked at once.
        read = {v: metrics.usable(metric, {metric.fact_key: v}) for v in set(values)}
        found = [read[v] for v in values]
    else:
        found = [metrics.usable(metric, {metric.fact_key: v}) for v in values]
    return found if any(v is not None for v in found) else None


def _sided(values: Sequence[object], comparator: str, threshold: Fraction) -> Answers:
    """Whole numbers against a threshold, the threshold brought to the whole number it amounts to."""
    if comparator in ("at_least", "less_than"):
        bound = math.ceil(threshold)
        high = mask_of([v is not None and v >= bound for v in values])  # type: ignore[operator]  # whole numbers only
    else:
        bound = math.floor(threshold)
        high = mask_of([v is not None and v > bound for v in values])  # type: ignore[operator]
    known = mask_of([v is not None for v in values])
    low = known ^ high
    return Answers(high, low) if comparator in ("at_least", "more_than") else Answers(low, high)


def _products(columns: CompanyColumns, now: Metric, base: Metric, comparator: str, left: int, right: int) -> Answers:
    """``now · left`` against ``base · right`` where the base is above zero."""
    tops, bottoms = columns.usable(now), columns.usable(base)
    if tops is None or bottoms is None:
        return Answers(0, 0)
    pairs: list[tuple[int, int] | None] = [
        (a, b) if a is not None and b is not None and b > 0 else None  # type: ignore[misc, operator]
        for a, b in zip(tops, bottoms, strict=True)
    ]
    if comparator in ("at_least", "less_than"):
        high = mask_of([p is not None and p[0] * left >= p[1] * right for p in pairs])
    else:
        high = mask_of([p is not None and p[0] * left > p[1] * right for p in pairs])
    low = mask_of([p is not None for p in pairs]) ^ high
    return Answers(high, low) if comparator in ("at_least", "more_than") else Answers(low, high)


def _answers(columns: CompanyColumns, condition: Condition, day: date) -> Answers:
    match condition:
        case Compare(threshold=None) | Growth(threshold=None) | Ratio(threshold=None):
            return Answers(0, 0)
        case Compare(metric=metric, threshold=threshold, comparator=comparator) if metric.kind in _WHOLE_NUMBERS:
            values = columns.usable(metric)
            return Answers(0, 0) if values is None or threshold is None else _sided(values, comparator, threshold)
        case Growth(series=series, method="cagr", threshold=threshold, comparator=comparator) if threshold is not None:
            years, factor = len(series) - 1, 1 + threshold
            return _products(columns, series[0], series[-1], comparator, factor.denominator**years, factor.numerator**years)
        case Growth(method="arithmetic", threshold=threshold) if threshold is not None:
            return _mean_growth(columns, condition, threshold)
        case Ratio(part=part, whole=whole, threshold=threshold, comparator=comparator) if threshold is not None:
            return _products(columns, part, whole, comparator, threshold.denominator, threshold.numerator)
        case Grew(now=now, before=before):
            return _risen(columns, now, before)
        case Compare() | Is() | Among() | OnList():
            return _by_value(columns, condition, condition.metric, day)
        case _:
            return _one_by_one(columns, condition, day)


def _risen(columns: CompanyColumns, now: Metric, before: Metric) -> Answers:
    """Where a whole number is above another."""
    tops, bottoms = columns.usable(now), columns.usable(before)
    if tops is None or bottoms is None or not {now.kind, before.kind} <= _WHOLE_NUMBERS:
        return Answers(0, 0)
    pairs = list(zip(tops, bottoms, strict=True))
    high = mask_of([a is not None and b is not None and a > b for a, b in pairs])  # type: ignore[operator]
    return Answers(high, mask_of([a is not None and b is not None for a, b in pairs]) ^ high)


def _mean_growth(columns: CompanyColumns, growth: Growth, threshold: Fraction) -> Answers:
    """The plain mean of yearly rates against a threshold, all multiplied out: no fraction is made for any company."""
    lists = [columns.usable(m) for m in growth.series]
    if any(values is None for values in lists):
        return Answers(0, 0)
    years = len(growth.series) - 1
    scale, wanted = threshold.denominator, years * (threshold.numerator + threshold.denominator)
    sums: list[int] = []
    known: list[bool] = []
    for figures in zip(*(values for values in lists if values is not None), strict=True):
        there = None not in figures and all(v > 0 for v in figures[1:])
        known.append(there)
        if not there:
            sums.append(0)
            continue
        bases: int = math.prod(figures[1:])
        rates = sum(figures[i] * (bases // figures[i + 1]) for i in range(years))
        sums.append(rates * scale - bases * wanted)
    return _both(_sided(sums, growth.comparator, Fraction(0)), mask_of(known))


def _both(found: Answers, where: Mask) -> Answers:
    return Answers(found.met & where, found.failed & where)


def _by_value(columns: CompanyColumns, condition: Condition, metric: Metric, day: date) -> Answers:
    """Days, texts, flags: each distinct value is tested once."""
    values = columns.usable(metric)
    if values is None:
        return Answers(0, 0)
    said = {v: tier_conditions.holds(condition, {metric.fact_key: v}, day) for v in set(values)}
    met = mask_of([said[v] is True for v in values])
    return Answers(met, mask_of([said[v] is False for v in values]))


def _one_by_one(columns: CompanyColumns, condition: Condition, day: date) -> Answers:
    """Means of yearly rates and the like: company by company, where every figure is there."""
    needed = tier_conditions.needed(condition)
    lists = [columns.usable(m) for m in needed]
    if any(values is None for values in lists):
        return Answers(0, 0)
    keys = [m.fact_key for m in needed]
    said: list[bool | None] = [
        None if None in figures else tier_conditions.holds(condition, dict(zip(keys, figures, strict=True)), day)
        for figures in zip(*(values for values in lists if values is not None), strict=True)
    ]
    return Answers(mask_of([s is True for s in said]), mask_of([s is False for s in said]))


def _narrow(columns: CompanyColumns, condition: Condition, answers: Answers, day: date) -> Mask:
    """Where a failed condition is within reach: no further than ``NEAR`` from its threshold, or no figure says how far."""
    if not answers.failed:
        return 0
    left, right = NEAR.denominator, NEAR.denominator - NEAR.numerator
    match condition:
        case Among() | OnList() | Is(wanted=False):
            return 0
        case Growth(series=series, method="cagr", threshold=threshold) if threshold is not None:
            years, factor = len(series) - 1, 1 + threshold
            sides = factor.denominator**years * left, factor.numerator**years * right
            return answers.failed & _products(columns, series[0], series[-1], "at_least", *sides).met
        case Grew(now=now, before=before):
            return answers.failed & _products(columns, now, before, "at_least", left, right).met
        case Compare(metric=metric, comparator=comparator, threshold=threshold) if threshold:
            if metric.kind == "years":
                return 0 if comparator in ("at_most", "less_than") else answers.failed
            eased = _eased(metric, comparator, threshold)
            return answers.failed & columns.answers(eased, day).met
        case _:
            return answers.failed


def _eased(metric: Metric, comparator: Comparator, threshold: Fraction) -> Compare:
    """The comparison as met by whoever is within reach of it."""
    if metric.kind == "rank":
        return Compare(metric, "at_most", threshold + 1)
    if comparator in ("at_least", "more_than"):
        return Compare(metric, "at_least", threshold * (1 - NEAR))
    return Compare(metric, "at_most", threshold * (1 + NEAR))
