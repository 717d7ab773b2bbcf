"""Scores under a scheme (评分底稿): every indicator's figure, scaled value, weight and points, so that anyone can recompute it.

Exact fractions throughout; a printed score is rounded once. Missing figures follow the scheme's rule and are never zero
unless the scheme says so.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from zgc_desktop.domain.assessment.schemes import (
    BENCHMARK,
    HIGHER,
    RANGE,
    SHARED,
    SKIP,
    UNDECIDED,
    ZERO,
    Group,
    Indicator,
    Scheme,
)
from zgc_desktop.domain.errors import Refused
from zgc_desktop.domain.money import half_up

Figures = Mapping[str, Fraction | None]
"""One subject's figures by indicator key; None = 未报."""
Spans = Mapping[str, tuple[Fraction, Fraction] | None]
"""Least and greatest figure by indicator key; None where nobody has one."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the worksheet: ``scaled`` on 0–1 (None = no figure), the weight it counts for here, points of 100."""

    group: str
    indicator: Indicator
    figure: Fraction | None
    counted: Fraction | None
    """The figure after cutting off extremes."""
    scaled: Fraction | None
    weight: Fraction
    points: Fraction
    note: str


@dataclass(frozen=True, slots=True)
class Score:
    """One subject's worksheet. ``total`` out of 100, None = 未定; ``rank`` from 1, None where there is no total."""

    subject: str
    lines: tuple[Line, ...]
    total: Fraction | None
    rank: int | None = None

    @property
    def missing(self) -> tuple[str, ...]:
        """Titles of the indicators without a figure."""
        return tuple(line.indicator.title for line in self.lines if line.figure is None)

    @property
    def printed(self) -> str:
        """The total with two decimals; 未定 where there is none."""
        return "未定" if self.total is None else print_score(self.total)


def print_score(score: Fraction) -> str:
    """A score with two decimals, rounded half up once."""
    cents = half_up(score * 100)
    return f"{'-' if cents < 0 else ''}{abs(cents) // 100:,}.{abs(cents) % 100:02d}"


def score_all(scheme: Scheme, figures: Mapping[str, Figures]) -> tuple[Score, ...]:
    """Every subject's worksheet and rank, best first, those without a total last; Refused for an indicator it has not."""
    known = {i.key for i in scheme.indicators}
    for subject, own in figures.items():
        strange = sorted(set(own) - known)
        if strange:
            raise Refused(
                f"方案里没有指标“{strange[0]}”", where=f"{scheme.title} {subject}", advice=f"可用：{'、'.join(sorted(known))}"
            )
    spans = {i.key: _span(i, figures) for i in scheme.indicators}
    scores = [_worksheet(scheme, subject, own, spans) for subject, own in figures.items()]
    return rank(scores, scheme.ties)


def _cut(indicator: Indicator, figure: Fraction) -> Fraction:
    low = figure if indicator.low is None else max(figure, indicator.low)
    return low if indicator.high is None else min(low, indicator.high)


def _span(indicator: Indicator, figures: Mapping[str, Figures]) -> tuple[Fraction, Fraction] | None:
    """Least and greatest figure of all subjects, extremes cut off; None where nobody has one."""
    found = [_cut(indicator, value) for own in figures.values() if (value := own.get(indicator.key)) is not None]
    return (min(found), max(found)) if found else None


def scaled(indicator: Indicator, figure: Fraction, span: tuple[Fraction, Fraction]) -> Fraction:
    """The figure on 0–1. Where all subjects have the same figure, 极差 gives everyone 1: nobody is worse than another."""
    if indicator.scaling == RANGE:
        least, most = span
        if least == most:
            return Fraction(1)
        return (figure - least if indicator.direction == HIGHER else most - figure) / (most - least)
    if indicator.scaling == BENCHMARK:
        return _against_ideal(indicator, figure)
    assert indicator.worst is not None
    assert indicator.best is not None
    share = (figure - indicator.worst) / (indicator.best - indicator.worst)
    return indicator.floor + (1 - indicator.floor) * min(max(share, Fraction(0)), Fraction(1))


def _against_ideal(indicator: Indicator, figure: Fraction) -> Fraction:
    """现状/理想, more than the ideal counting as 1 (TD/T 1029-2010); for 逆向 ideal/figure."""
    assert indicator.ideal is not None
    if indicator.direction == HIGHER:
        return min(max(figure / indicator.ideal, Fraction(0)), Fraction(1))
    return Fraction(1) if figure <= indicator.ideal else indicator.ideal / figure


def _worksheet(scheme: Scheme, subject: str, own: Figures, spans: Spans) -> Score:
    lines = tuple(line for group in scheme.groups for line in _group_lines(group, own, spans))
    undecided = any(line.figure is None and line.indicator.missing == UNDECIDED for line in lines)
    empty = [g.title for g in scheme.groups if not any(x.weight for x in lines if x.group == g.title)]
    total = None if undecided or empty else sum((line.points for line in lines), Fraction(0))
    return Score(subject, lines, total)


def _group_lines(group: Group, own: Figures, spans: Spans) -> Sequence[Line]:
    """Lines of one group; what is left out hands its weight to the others of the group in proportion."""
    out = {i.key for i in group.indicators if own.get(i.key) is None and i.missing == SKIP}
    kept = sum((i.weight for i in group.indicators if i.key not in out), Fraction(0))
    lines = []
    for indicator in group.indicators:
        figure, span = own.get(indicator.key), spans[indicator.key]
        weight = Fraction(0) if indicator.key in out or not kept else group.weight * indicator.weight / kept
        if figure is None or span is None:
            note = {SKIP: "未报，不计，权重归其余指标", ZERO: "未报，按方案记零分", UNDECIDED: "未报，总分未定"}[
                indicator.missing
            ]
            lines.append(Line(group.title, indicator, None, None, None, weight, Fraction(0), note))
            continue
        counted = _cut(indicator, figure)
        value = scaled(indicator, counted, span)
        note = "极值截断" if counted != figure else ""
        lines.append(Line(group.title, indicator, figure, counted, value, weight, 100 * weight * value, note))
    return lines


def rank(scores: Sequence[Score], ties: str) -> tuple[Score, ...]:
    """Scores best first with ranks under the stated tie rule; equal totals share one, without a total there is none."""
    with_total = sorted((s for s in scores if s.total is not None), key=lambda s: -(s.total or Fraction(0)))
    ranked: list[Score] = []
    for place, score in enumerate(with_total, start=1):
        last = ranked[-1] if ranked else None
        if last is not None and last.total == score.total:
            number = last.rank
        elif ties == SHARED:
            number = place
        else:
            number = 1 if last is None else (last.rank or 0) + 1
        ranked.append(Score(score.subject, score.lines, score.total, number))
    return (*ranked, *(s for s in scores if s.total is None))
