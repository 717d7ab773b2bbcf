"""Every numeric criterion of every shipped standard, exactly at its threshold and one step on either side of it."""

from __future__ import annotations

import tomllib
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

from zgc_desktop.domain import metrics
from zgc_desktop.domain.metrics import Metric
from zgc_desktop.domain.tier_conditions import Compare, Condition, Growth, Ratio, holds
from zgc_desktop.domain.tier_rules import parse_standard
from zgc_desktop.domain.tiers import Criterion, criteria_of

FOLDER = Path(__file__).parents[3] / "resources" / "rules" / "tiers"
DAY = date(2026, 10, 31)
WANTED = {
    "at_least": (False, True, True),
    "at_most": (True, True, False),
    "more_than": (False, False, True),
    "less_than": (True, False, False),
}
"""What a criterion says one step below its threshold, at it, and one step above."""


def numeric() -> list[tuple[str, Criterion]]:
    found = []
    for path in sorted(FOLDER.glob("*.toml")):
        read = parse_standard(tomllib.loads(path.read_text("utf-8"), parse_float=Decimal), path.name)
        for criterion in (*criteria_of(read.rule), *read.supporting):
            condition = criterion.condition
            if isinstance(condition, Compare | Growth | Ratio) and condition.threshold is not None:
                found.append((f"{path.stem}:{criterion.id}", criterion))
    return list(dict(found).items())


CRITERIA = numeric()


def around(condition: Condition) -> list[dict[str, object]]:
    """Facts one step below, at, and one step above the threshold; a step is a 分, a person, a place or a day."""
    assert isinstance(condition, Compare | Growth | Ratio)
    threshold = condition.threshold
    assert threshold is not None
    if isinstance(condition, Growth):
        return [years_of(condition, step) for step in (-1, 0, 1)]
    if isinstance(condition, Ratio):
        part, whole = threshold.numerator * 1_000_000, threshold.denominator * 1_000_000
        return [{condition.part.key: part + step, condition.whole.key: whole} for step in (-1, 0, 1)]
    if condition.metric.kind == "years":
        return [{condition.metric.fact_key: founded(condition.metric, int(threshold), step)} for step in (-1, 0, 1)]
    assert threshold.denominator == 1, "a threshold finer than the figure could never be met exactly"
    return [{condition.metric.fact_key: int(threshold) + step} for step in (-1, 0, 1)]


def founded(metric: Metric, years: int, step: int) -> date:
    """The founding day of a company that is ``step`` days older than so many years."""
    on = date(DAY.year - 1, 12, 31) if metric.to_last_year_end else DAY
    return date(on.year - years, on.month, on.day) - timedelta(days=step)


def years_of(condition: Growth, step: int) -> dict[str, object]:
    """A series that grows every year by exactly the threshold, its last year moved by ``step``."""
    assert condition.threshold is not None
    factor, years = 1 + condition.threshold, len(condition.series) - 1
    base = factor.denominator**years * 10_000
    values = [Fraction(base) * factor**n for n in range(years + 1)]  # base year first
    assert all(v.denominator == 1 for v in values)
    facts: dict[str, object] = {m.fact_key: int(v) for m, v in zip(reversed(condition.series), values, strict=True)}
    facts[condition.series[0].fact_key] = int(values[-1]) + step
    return facts


@pytest.mark.parametrize(("name", "criterion"), CRITERIA, ids=[n for n, _ in CRITERIA])
def test_a_criterion_turns_exactly_at_its_threshold(name: str, criterion: Criterion) -> None:
    condition = criterion.condition
    assert isinstance(condition, Compare | Growth | Ratio)
    wanted: list[bool | None] = list(WANTED[condition.comparator])
    trio = around(condition)
    if isinstance(condition, Compare) and metrics.usable(condition.metric, trio[0]) is None:
        wanted[0] = None  # no rank above the first, no score below nought: such a figure decides nothing
    assert [holds(condition, facts, DAY) for facts in trio] == wanted, f"{name} {criterion.threshold}"


def test_every_standard_that_computes_something_is_among_them() -> None:
    assert len(CRITERIA) > 60
    assert {type(c.condition) for _, c in CRITERIA} == {Compare, Growth, Ratio}
