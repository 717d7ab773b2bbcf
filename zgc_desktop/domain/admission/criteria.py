"""A project against a standard (准入测试): each criterion met, not met or 未定, with its numbers; exact comparison."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Final

from zgc_desktop.domain.admission.standards import (
    ENERGY,
    ENVIRONMENT,
    GATES,
    HEAD_OUTPUT,
    INVESTMENT,
    LAND_OUTPUT,
    MEASURES,
    RESEARCH,
    Standard,
    standard_for,
)  # fmt: skip
from zgc_desktop.domain.areas import UNIT_AREA, Area
from zgc_desktop.domain.money import UNIT_FEN, half_up

MET, UNMET, UNDECIDED = "达到", "未达到", "未定"
PASSED, FAILED = "符合", "不符合"
GATE_STATES: Final = ("有", "无", "不需", "")
"""Whether the review paper of a gate is there; '' = not stated."""


@dataclass(frozen=True, slots=True)
class Figures:
    """What a project states: 分, 1/300 ㎡, people, 1/10000; None = not stated, never zero."""

    park: str
    industry: str
    on: date
    investment_fen: int | None = None
    area: Area | None = None
    output_fen: int | None = None
    people: int | None = None
    research: int | None = None
    energy: str = ""
    environment: str = ""


@dataclass(frozen=True, slots=True)
class CriterionResult:
    """One line of the test. ``needed`` and ``actual`` are printed with two decimals in the measure's unit; '' = none."""

    title: str
    unit: str
    needed: str
    actual: str
    state: str
    reason: str


@dataclass(frozen=True, slots=True)
class Admission:
    """A project's whole test: the standard (None = none in force), its lines and the conclusion."""

    standard: Standard | None
    lines: tuple[CriterionResult, ...]

    @property
    def conclusion(self) -> str:
        """不符合 when any line is not met; 符合 when all are met; else 未定."""
        states = {line.state for line in self.lines}
        if UNMET in states:
            return FAILED
        return PASSED if states == {MET} else UNDECIDED


def actual(figures: Figures, measure: str) -> Fraction | None:
    """A project's value of a measure in the unit thresholds are kept in; None where a part was not stated or is zero."""
    if measure == RESEARCH:
        return None if figures.research is None else Fraction(figures.research)
    if measure == HEAD_OUTPUT:
        return _over(figures.output_fen, figures.people, 1)
    return _over(figures.investment_fen if measure == INVESTMENT else figures.output_fen, figures.area, UNIT_AREA["公顷"])


def _over(amount: int | None, base: int | None, scale: int) -> Fraction | None:
    return None if amount is None or not base else Fraction(amount * scale, base)


def printed(measure: str, value: Fraction | int) -> str:
    """A measure's value in its unit with two decimals, rounded half up once."""
    cents = half_up(Fraction(value) * 100 / (100 if measure == RESEARCH else UNIT_FEN["万元"]))
    return f"{'-' if cents < 0 else ''}{abs(cents) // 100:,}.{abs(cents) % 100:02d}"


_PARTS: Final = {
    INVESTMENT: "固定资产投资或用地面积未填",
    LAND_OUTPUT: "预计年产出或用地面积未填",
    HEAD_OUTPUT: "预计年产出或从业人员未填",
    RESEARCH: "研发投入强度未填",
}


def _measured(figures: Figures, standard: Standard, measure: str) -> CriterionResult:
    (title, unit), needed, value = MEASURES[measure], standard.threshold(measure), actual(figures, measure)
    shown = "" if value is None else printed(measure, value)
    if needed is None:
        return CriterionResult(title, unit, "", shown, UNDECIDED, "标准未定")
    least = printed(measure, needed)
    if value is None:
        return CriterionResult(title, unit, least, "", UNDECIDED, _PARTS[measure])
    if value >= needed:
        return CriterionResult(title, unit, least, shown, MET, "")
    return CriterionResult(title, unit, least, shown, UNMET, f"低于标准 {printed(measure, needed - value)} {unit}")


def _gate(figures: Figures, gate: str) -> CriterionResult:
    stated = figures.energy if gate == ENERGY else figures.environment
    if stated in ("有", "不需"):
        return CriterionResult(GATES[gate], "", "须通过", stated, MET, "")
    if stated == "无":
        return CriterionResult(GATES[gate], "", "须通过", stated, UNMET, f"{GATES[gate]}尚未通过")
    return CriterionResult(GATES[gate], "", "须通过", "", UNDECIDED, f"{GATES[gate]}情况未填")


def admit(figures: Figures, standards: Iterable[Standard]) -> Admission:
    """The project against the standard in force on its day; without one every line is 未定."""
    return admit_under(figures, standard_for(standards, figures.park, figures.industry, figures.on))


def admit_under(figures: Figures, standard: Standard | None) -> Admission:
    """The project against one standard, whatever its dates; None = every measure 未定."""
    if standard is None:
        values = {m: actual(figures, m) for m in MEASURES}
        lines = [
            CriterionResult(MEASURES[m][0], MEASURES[m][1], "", "" if v is None else printed(m, v), UNDECIDED, "没有生效的标准")
            for m, v in values.items()
        ]
        return Admission(None, tuple(lines))
    lines = [_measured(figures, standard, measure) for measure in MEASURES]
    return Admission(standard, (*lines, *(_gate(figures, gate) for gate in (ENERGY, ENVIRONMENT) if gate in standard.gates)))


@dataclass(frozen=True, slots=True)
class Change:
    """A past project whose conclusion a changed standard would turn, with the lines that differ."""

    name: str
    before: Admission
    after: Admission

    @property
    def lines(self) -> tuple[tuple[CriterionResult, CriterionResult], ...]:
        """Pairs (before, after) of the criteria whose state differs."""
        old = {line.title: line for line in self.before.lines}
        pairs = [(old[line.title], line) for line in self.after.lines if line.title in old]
        return tuple((a, b) for a, b in pairs if a.state != b.state)


def changed_by(
    standard: Standard, projects: Sequence[tuple[str, Figures]], standards: Sequence[Standard]
) -> tuple[Change, ...]:
    """What a standard on trial would have done to past projects of its scope: those whose conclusion would differ."""
    found = []
    for name, figures in projects:
        if standard.park in ("", figures.park) and standard.industry in ("", figures.industry):
            before, after = admit(figures, standards), admit_under(figures, standard)
            if before.conclusion != after.conclusion:
                found.append(Change(name, before, after))
    return tuple(found)
