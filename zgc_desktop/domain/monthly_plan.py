"""Parts of the monthly document that follow the plans: land, admission, joint review, policy areas, targets, tasks.

They joined the document in its second edition; a document published before has none of them and prints as it did.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Final

from zgc_desktop.domain.areas import Area
from zgc_desktop.domain.money import Fen

EDITION: Final = 2
"""What a document made now can hold: edition 2 has the parts of this module and codes for totals, annexes and sentences."""


@dataclass(frozen=True, slots=True)
class SpaceLine:
    """表8-1, one park, cluster or the whole. Areas in 1/300 ㎡; None = nobody stated it, never zero."""

    name: str
    park: str
    kind: str
    """分园, 组团 or 合计."""
    plots: int
    area: Area
    used: Area | None
    free: Area | None
    unstated: int
    """Plots whose used part was not stated: they are in no sum of used and free."""
    idle: Area
    reserve: Area
    self_held: Fraction | None
    expiring: int
    expired: int


@dataclass(frozen=True, slots=True)
class ClockLine:
    """One running clock of land: 已到期, 将到期, 闲置 or 年期超限."""

    kind: str
    number: str
    park: str
    cluster: str
    area: Area
    said: str
    cited: str


@dataclass(frozen=True, slots=True)
class PlotLine:
    """One plot or building for the workbook."""

    number: str
    name: str
    park: str
    cluster: str
    level: str
    use: str
    ownership: str
    area: Area
    used: Area | None
    free: Area | None
    supply: str
    term_from: date | None
    term_to: date | None
    ratio_percent: int | None
    self_held: int | None
    state: str
    idle_since: date | None
    counted: bool
    """False for a building or part whose ground is registered itself: it is in no sum."""


@dataclass(frozen=True, slots=True)
class LinkLine:
    """One linked group (增减挂钩)."""

    group: str
    reduced: Area
    added: Area
    said: str


@dataclass(frozen=True, slots=True)
class SpaceSection:
    """Land of the month: sums by park and cluster, clocks, plots, linked groups; parks that registered none are named."""

    lines: tuple[SpaceLine, ...]
    clocks: tuple[ClockLine, ...]
    plots: tuple[PlotLine, ...]
    links: tuple[LinkLine, ...]
    missing: tuple[str, ...]

    @property
    def whole(self) -> SpaceLine:
        """The line of all parks."""
        return next(line for line in self.lines if line.kind == "合计")


@dataclass(frozen=True, slots=True)
class MeasureLine:
    """One criterion of a project's admission test, as printed."""

    title: str
    unit: str
    needed: str
    actual: str
    state: str
    reason: str


@dataclass(frozen=True, slots=True)
class ProjectLine:
    """表8-2, one project: standard version, criteria, conclusion, and where its joint review stands."""

    number: str
    name: str
    park: str
    cluster: str
    industry: str
    applied_on: date
    state: str
    standard: str
    measures: tuple[MeasureLine, ...]
    conclusion: str
    major: bool
    investment_fen: Fen | None
    area: Area | None


@dataclass(frozen=True, slots=True)
class OweLine:
    """表8-3, one condition or promise a project has not met yet."""

    project: str
    kind: str
    text: str
    owner: str
    due: date | None
    light: str
    said: str


@dataclass(frozen=True, slots=True)
class ExitLine:
    """表8-4, one entry of the exit list."""

    subject: str
    reason: str
    given_on: date
    mend_by: date
    state: str


@dataclass(frozen=True, slots=True)
class FundLine:
    """A fund with a limit and what was given out of it so far."""

    name: str
    years: str
    limit_fen: Fen
    used_fen: Fen


@dataclass(frozen=True, slots=True)
class ReviewSection:
    """Admission and joint review as at the month's end."""

    projects: tuple[ProjectLine, ...]
    owing: tuple[OweLine, ...]
    exits: tuple[ExitLine, ...]
    funds: tuple[FundLine, ...]
    standards: int
    """Standards in force at the month's end."""


@dataclass(frozen=True, slots=True)
class LevelLine:
    """表7-3, one policy-area proposal out of an assessment, and what was decided on it ('' = nothing yet)."""

    subject: str
    level: str
    proposal: str
    reason: str
    scheme: str
    decided: str


@dataclass(frozen=True, slots=True)
class TargetLine:
    """表9-1, one target: how it stands, with its measure; ``share`` of the way from the baseline, None = cannot be said."""

    key: str
    title: str
    cited: str
    kind: str
    """可测, 推算 or 不可量化."""
    year: int
    unit: str
    goal: Fraction | None
    base: Fraction | None
    base_year: int | None
    now: Fraction | None
    share: Fraction | None
    state: str
    measure: str
    said: str
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TaskLine:
    """表10-2, one task of a body, plan or report, with its light."""

    text: str
    owner: str
    due: date | None
    origin: str
    light: str
    said: str


@dataclass(frozen=True, slots=True)
class OutsideLine:
    """表4-6, one case with a party outside the city."""

    number: str
    credit_code: str
    company: str
    direction: str
    """迁出本市, 迁入本市 or 在外设基地."""
    park: str
    place: str
    region: str
    nature: str
    state: str
    opened_on: date
    landed_on: date | None
    answer: str
    """What the other side said last, 待答复 or 未答复."""
    sharing: str
    """The clause it shares by; empty = nothing is divided."""


@dataclass(frozen=True, slots=True)
class PlanParts:
    """Everything of the second edition, gathered at once."""

    space: SpaceSection | None
    review: ReviewSection | None
    levels: tuple[LevelLine, ...]
    area_levels: tuple[tuple[str, str], ...]
    targets: tuple[TargetLine, ...]
    tasks: tuple[TaskLine, ...]
    outside: tuple[OutsideLine, ...]


def progress_state(kind: str, now: Fraction | None, reached: bool | None, past: bool) -> str:
    """已达到, 未达到 (its year is over), 推进中, 数据不全 (parks are missing), 无数据 or 不可量化."""
    if kind == "不可量化":
        return kind
    if now is None:
        return "无数据"
    if reached is None:
        return "数据不全"
    return "已达到" if reached else "未达到" if past else "推进中"
