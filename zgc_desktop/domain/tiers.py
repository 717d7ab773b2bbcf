"""Tier standards (梯队标准) as dated criteria: what a company's figures say, criterion by criterion, and what to propose.

Three answers, never two: met, not met, undecidable (无法判定) with the missing figure named. A computed answer proposes; it
never recognises: 认定 has a document number, a batch and a validity of its own and stands beside what the figures say.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from fractions import Fraction
from functools import cached_property

from zgc_desktop.domain import tier_conditions
from zgc_desktop.domain.periods import DateRange
from zgc_desktop.domain.rulebook import Citation, RuleFileError
from zgc_desktop.domain.tier_conditions import Condition, Facts

NEAR = Fraction(1, 5)
"""A failed figure within a fifth of its threshold counts as near (本系统约定)."""


class Outcome(StrEnum):
    """What the figures say: 达到, 未达到, 无法判定."""

    MET = "met"
    NOT_MET = "not_met"
    UNDECIDABLE = "undecidable"

    @property
    def word(self) -> str:
        return {"met": "达到", "not_met": "未达到", "undecidable": "无法判定"}[self.value]


@dataclass(frozen=True, slots=True)
class Criterion:
    """One criterion: its condition, the threshold in words and where it is written.

    ``supporting``: shown and checked but never deciding (the text is vague, or only papers can prove it).
    ``exits``: a recognised company that fails it is proposed to leave (毕业、失格).
    """

    id: str
    title: str
    condition: Condition
    threshold: str
    citation: Citation
    supporting: bool = False
    exits: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """All of, any of and none of some criteria or groups; every part given must hold."""

    title: str
    all: tuple[Criterion | Group, ...] = ()
    any: tuple[Criterion | Group, ...] = ()
    none: tuple[Criterion | Group, ...] = ()


@dataclass(frozen=True)
class TierStandard:
    """One version of one standard: its rule, its days in force, validity of a recognition, and what is still open.

    ``reference``: another place's or an old programme's standard, computed for comparison only; it proposes nothing.
    """

    key: str
    tier: str
    title: str
    version: str
    days: DateRange
    rule: Group
    supporting: tuple[Criterion, ...]
    citation: Citation
    file: str
    validity_years: int | None = None
    reexamination: str = ""
    list_name: str = ""
    open_points: tuple[str, ...] = ()
    reference: bool = False

    @cached_property
    def deciding(self) -> tuple[Criterion, ...]:
        """The criteria that decide, each once, in the order written."""
        return tuple({c.id: c for c in criteria_of(self.rule)}.values())


@dataclass(frozen=True, eq=False)
class CriterionResult:
    """One criterion tested on one company. The words and the distance are worked out when they are asked for."""

    criterion: Criterion
    outcome: Outcome
    facts: Facts = field(repr=False)
    day: date

    @property
    def id(self) -> str:
        return self.criterion.id

    @property
    def title(self) -> str:
        return self.criterion.title

    @property
    def threshold(self) -> str:
        """What is asked, in words."""
        return self.criterion.threshold

    @property
    def citation(self) -> Citation:
        return self.criterion.citation

    @property
    def supporting(self) -> bool:
        return self.criterion.supporting

    @property
    def exits(self) -> bool:
        return self.criterion.exits

    @cached_property
    def actual(self) -> str:
        """The company's figures in words, empty where there are none."""
        return tier_conditions.actual(self.criterion.condition, self.facts, self.day)

    @cached_property
    def missing(self) -> tuple[str, ...]:
        """What would be needed to decide; empty where it is decided."""
        undecided = self.outcome is Outcome.UNDECIDABLE
        return tier_conditions.missing(self.criterion.condition, self.facts) if undecided else ()

    @cached_property
    def shortfall(self) -> Fraction | None:
        """How far a failed figure is from the threshold, as a share of it; None where no figure says."""
        failed = self.outcome is Outcome.NOT_MET
        return tier_conditions.shortfall(self.criterion.condition, self.facts) if failed else None

    @property
    def sentence(self) -> str:
        """``三年复合增长：要求 ≥20%/年，实际 …，达到（《…》）。``"""
        why = f"（缺{'、'.join(self.missing)}）" if self.missing else ""
        role = "〔参考〕" if self.supporting else ""
        actual = f"实际 {self.actual}，" if self.actual else ""
        return f"{role}{self.title}：要求{self.threshold}，{actual}{self.outcome.word}{why}〔{self.citation.short}〕。"


@dataclass(frozen=True, eq=False)
class TierResult:
    """What one standard says of one company on a day: the outcome at once, the reasons when they are asked for.

    A review of tens of thousands of companies decides all of them and gives the reasons of those that are shown.
    ``met_count`` are the deciding criteria that are met, where that is known without testing each.
    """

    standard: TierStandard
    day: date
    outcome: Outcome
    facts: Facts = field(repr=False)
    counted: int | None = None
    """``met_count`` where somebody knows it already."""

    @cached_property
    def deciding(self) -> tuple[CriterionResult, ...]:
        """The criteria that decide, tested, in the order written."""
        return tuple(check_criterion(c, self.facts, self.day) for c in self.standard.deciding)

    @cached_property
    def tests(self) -> tuple[CriterionResult, ...]:
        """Every criterion tested: those that decide, then those that only support."""
        return (*self.deciding, *(check_criterion(c, self.facts, self.day) for c in self.standard.supporting))

    @cached_property
    def lacking(self) -> tuple[CriterionResult, ...]:
        """The deciding criteria nearest at hand that keep it from being met: one entry = 差 1 项."""
        return _short_of(self.standard.rule, {t.id: t for t in self.deciding})

    @property
    def met_count(self) -> int:
        """How many deciding criteria are met."""
        return sum(1 for t in self.deciding if t.outcome is Outcome.MET) if self.counted is None else self.counted

    @property
    def missing(self) -> tuple[str, ...]:
        """The figures that would be needed to decide, each once."""
        return tuple(dict.fromkeys(m for t in self.lacking for m in t.missing))

    @property
    def near_miss(self) -> bool:
        """One short (差 1 项): one criterion failed by at most ``NEAR``, or one figure is all that is missing."""
        if self.outcome is Outcome.MET:
            return False
        if all(t.outcome is Outcome.UNDECIDABLE for t in self.lacking):
            # One figure away only where the rest already speaks for it: a company of which nothing is known is not near.
            known = any(t.outcome is Outcome.MET for t in self.deciding)
            return known and len(self.missing) == 1 and self.missing[0] != tier_conditions.UNSET
        short = self.lacking[0].shortfall
        return len(self.lacking) == 1 and (short is None or short <= NEAR)

    @property
    def sentence(self) -> str:
        """The verdict in one sentence, naming what is lacking."""
        head = f"{self.standard.title}（{self.standard.version}）：{self.outcome.word}"
        if self.outcome is Outcome.MET:
            return f"{head}。"
        names = "、".join(t.title for t in self.lacking)
        gap = f"，差 {len(self.lacking)} 项：{names}" if names else ""
        missing = f"；缺{'、'.join(self.missing)}" if self.outcome is Outcome.UNDECIDABLE and self.missing else ""
        return f"{head}{gap}{missing}。"


def criteria_of(group: Group) -> Iterator[Criterion]:
    """Every deciding criterion of a rule, in the order written."""
    for part in (*group.all, *group.any, *group.none):
        if isinstance(part, Criterion):
            yield part
        else:
            yield from criteria_of(part)


# --- which standard holds --------------------------------------------------------------------------------------------


def check_overlaps(standards: Iterable[TierStandard]) -> None:
    """RuleFileError, naming file and key, where two versions of one standard are in force on the same day."""
    seen: dict[str, list[TierStandard]] = {}
    for standard in standards:
        for other in seen.setdefault(standard.key, []):
            if standard.days.overlaps(other.days):
                raise RuleFileError(
                    standard.file,
                    f"{standard.key}.effective_from",
                    f"与 {other.file} 的“{other.version}”版有效期重叠",
                    "请给旧版补 effective_to",
                )
        seen[standard.key].append(standard)


def standards_on(standards: Iterable[TierStandard], day: date) -> tuple[TierStandard, ...]:
    """The versions in force on a recognition day (按认定日期选版本), in order; RuleFileError where versions overlap."""
    every = tuple(standards)
    check_overlaps(every)
    return tuple(s for s in every if day in s.days)


# --- one criterion ---------------------------------------------------------------------------------------------------


def check_criterion(criterion: Criterion, facts: Facts, day: date) -> CriterionResult:
    """One criterion checked on a company's facts; never raises, whatever the facts are."""
    return CriterionResult(criterion, _outcome(tier_conditions.holds(criterion.condition, facts, day)), facts, day)


def _outcome(held: bool | None) -> Outcome:
    return Outcome.UNDECIDABLE if held is None else Outcome.MET if held else Outcome.NOT_MET


# --- the whole rule --------------------------------------------------------------------------------------------------


Answer = Callable[[Criterion], bool | None]


def _truth(node: Criterion | Group, answer: Answer) -> bool | None:
    """Three-valued: one failing part of ``all`` decides even where others are unknown; one met part of ``any`` likewise.

    Asks no further than needed.
    """
    if isinstance(node, Criterion):
        return answer(node)
    unknown = False
    for part in node.all:
        held = _truth(part, answer)
        if held is False:
            return False
        unknown = unknown or held is None
    for part in node.none:
        held = _truth(part, answer)
        if held:
            return False
        unknown = unknown or held is None
    if node.any:
        open_option = False
        for part in node.any:
            held = _truth(part, answer)
            if held:
                break
            open_option = open_option or held is None
        else:
            if not open_option:
                return False
            unknown = True
    return None if unknown else True


_Short = tuple[CriterionResult, ...]
_FAR = Fraction(1)


def _cost(short: _Short) -> tuple[int, int, Fraction]:
    """Fewest things short first (a failed criterion or a figure to bring), then fewest failures, then the smallest distance."""
    failed = [t for t in short if t.outcome is not Outcome.UNDECIDABLE]
    asked = {m for t in short for m in t.missing}
    distance = sum((_FAR if t.shortfall is None else t.shortfall for t in failed), Fraction(0))
    return len(failed) + len(asked), len(failed), distance


def _short_of(node: Criterion | Group, tests: Mapping[str, CriterionResult], wanted: bool = True) -> _Short:
    """The criteria nearest at hand that would have to come out otherwise (or be known) for the node to be as wanted."""
    if isinstance(node, Criterion):
        test = tests[node.id]
        return () if test.outcome is (Outcome.MET if wanted else Outcome.NOT_MET) else (test,)
    options = [_short_of(n, tests, wanted) for n in node.any]
    needed = [_short_of(n, tests, wanted) for n in node.all] + [_short_of(n, tests, not wanted) for n in node.none]
    if not wanted:
        # To fail a group it is enough to fail one ``all``, or to hold one ``none``, or to fail every ``any``.
        every_option = [tuple(dict.fromkeys(c for o in options for c in o))] if options else []
        return min(needed + every_option, key=_cost)
    if options:
        needed.append(min(options, key=_cost))
    return tuple(dict.fromkeys(c for n in needed for c in n))


def decide(standard: TierStandard, facts: Facts, day: date) -> Outcome:
    """The outcome alone, for runs over every company; the same as ``evaluate(...).outcome``."""
    return _outcome(_truth(standard.rule, lambda c: tier_conditions.holds(c.condition, facts, day)))


def evaluate(standard: TierStandard, facts: Facts, day: date) -> TierResult:
    """What a standard says of a company's facts on a day, criterion by criterion, with the shortest way to meeting it.

    Facts are keyed as ``metrics.METRICS`` (the tier sheet's own keys, plus ``founded_on``, ``industry``, ``on_lists`` …).
    Missing or unusable facts make a criterion undecidable; nothing in them ever raises.
    """
    return TierResult(standard, day, decide(standard, facts, day), facts)
