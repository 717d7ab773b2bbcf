"""Targets of both plans (规划目标): each with its clause and words, its year, baseline and measure, and how far it has come.

A target is 可测 (measured from the program's own data), 推算 (derived from entered indicators, saying how) or 不可量化 (no
number is made up; evidence notes are kept instead). Progress over a baseline is (now - base) / (goal - base).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Final

from zgc_desktop.domain.money import half_up
from zgc_desktop.domain.rulebook import Citation, RuleFileError
from zgc_desktop.domain.strict_table import StrictTable

MEASURED, DERIVED, QUALITATIVE = "可测", "推算", "不可量化"
MEASURES: Final = {
    "total_revenue": "示范区总收入：当年累计营业收入之和",
    "research_share": "研发投入占总收入比例：当年累计研发费用 ÷ 累计营业收入，只计两项都报的企业",
    "large_companies": "年销售收入过 500 亿元的企业数：当年累计营业收入",
    "clusters_formed": "发展组团数：本月台账中有企业的组团",
    "patents_growth": "发明专利年授权量相对 2008 年的倍数：由登记的园区指标与 2008 年基数推算",
    "service_share": "高技术服务业占增加值的比重：由登记的园区指标推算",
    "talents": "高端人才数：由登记的园区指标推算",
}
"""Measures a target may name, each with how it is computed."""


@dataclass(frozen=True, slots=True)
class Target:
    """One target. ``goal`` and ``base`` are in ``unit``; None for qualitative ones or where the plan gives no number."""

    key: str
    title: str
    plan: str
    year: int
    kind: str
    measure: str
    unit: str
    goal: Fraction | None
    base: Fraction | None
    base_year: int | None
    quote: str
    seed_rows: tuple[int, ...]
    citation: Citation


@dataclass(frozen=True, slots=True)
class Figure:
    """A measure's figure, exactly, and what it covers: until when it runs and who is missing from it."""

    value: Fraction
    scope: str
    whole: bool = True
    """Whether nobody is missing; without somebody a goal may be seen reached, but never missed."""


@dataclass(frozen=True, slots=True)
class Progress:
    """A target's state on a day: the figure now (None = no data), its share of the way (None = none), and in words."""

    target: Target
    now: Fraction | None
    share: Fraction | None
    sentence: str
    evidence: tuple[str, ...]
    whole: bool = True

    @property
    def reached(self) -> bool | None:
        """Whether the goal is reached; None where that cannot be said."""
        if self.now is None or self.target.goal is None:
            return None
        return True if self.now >= self.target.goal else False if self.whole else None


def read_targets(data: object, file: str) -> tuple[Target, ...]:
    """Read the targets; RuleFileError for anything unknown, a number without a measure, or a missing citation."""
    table = StrictTable(file, "", data)
    targets = tuple(_target(entry) for entry in table.tables("target"))
    table.done()
    keys = [t.key for t in targets]
    for key in keys:
        if keys.count(key) > 1:
            raise RuleFileError(file, key, "目标重复", "每个 key 只能用一次")
    return targets


def _target(table: StrictTable) -> Target:
    kind = table.choice("kind", (MEASURED, DERIVED, QUALITATIVE))
    measure = table.text("measure", "")
    goal, base = table.decimal("goal"), table.decimal("base")
    if kind == QUALITATIVE and (measure or goal is not None):
        raise table.refuse("kind", "不可量化的目标不能有数值或口径")
    if kind != QUALITATIVE and measure not in MEASURES:
        raise table.refuse("measure", f"没有口径“{measure}”", f"可用：{'、'.join(MEASURES)}")
    if kind != QUALITATIVE and goal is None:
        raise table.refuse("goal", "缺少目标值")
    if goal is not None and goal == base:
        raise table.refuse("base", "基数与目标值相同")
    base_year = table.whole("base_year", 1990, 2035) if base is not None else None
    found = Target(
        table.text("key"),
        table.text("title"),
        table.text("plan"),
        table.whole("year", 2000, 2050),
        kind,
        measure,
        table.text("unit", ""),
        None if goal is None else Fraction(goal),
        None if base is None else Fraction(base),
        base_year,
        table.text("quote"),
        tuple(int(r) for r in table.texts("seed_rows")),
        table.citation("citation"),
    )
    table.done()
    return found


def print_figure(value: Fraction, unit: str) -> str:
    """A figure with two decimals at most and its unit: ``1.30万亿元``, ``31个``."""
    if value.denominator == 1:
        return f"{value.numerator:,}{unit}"
    cents = half_up(value * 100)
    return f"{'-' if cents < 0 else ''}{abs(cents) // 100:,}.{abs(cents) % 100:02d}{unit}"


def progress(
    targets: Sequence[Target], figures: Mapping[str, Figure | None], evidence: Mapping[str, Sequence[str]]
) -> tuple[Progress, ...]:
    """Every target's state from figures by measure (None = no data) and evidence notes by target."""
    return tuple(_progress(t, figures.get(t.measure) if t.measure else None, tuple(evidence.get(t.key, ()))) for t in targets)


def _progress(target: Target, found: Figure | None, notes: tuple[str, ...]) -> Progress:
    if target.kind == QUALITATIVE:
        said = f"不可量化；已记录佐证 {len(notes)} 条" if notes else "不可量化；尚无佐证记录"
        return Progress(target, None, None, said, notes)
    if found is None:
        return Progress(target, None, None, f"无数据：{MEASURES[target.measure]}", notes)
    assert target.goal is not None
    now = found.value
    start = target.base if target.base is not None else Fraction(0)
    share = (now - start) / (target.goal - start)
    figure = print_figure(now, target.unit)
    if now >= target.goal:
        said = f"{figure}，已达到目标 {print_figure(target.goal, target.unit)}（{found.scope}）"
        return Progress(target, now, share, said, notes, found.whole)
    gap = print_figure(target.goal - now, target.unit)
    return Progress(target, now, share, f"{figure}，距目标差 {gap}（{found.scope}）", notes, found.whole)


def past_due(target: Target, day: date) -> bool:
    """Whether the target's year has ended by a day."""
    return day.year > target.year
