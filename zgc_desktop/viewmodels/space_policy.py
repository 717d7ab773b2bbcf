"""How 政策区 reads: the level of every cluster and plot with its day, what the last assessment says, what was decided."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from zgc_desktop.domain.areas import UNIT_AREA, Area, print_area
from zgc_desktop.domain.assessment.levels import FOCUS, RESERVED, SMALL, LevelDecision
from zgc_desktop.domain.assessment.scoring import Score
from zgc_desktop.domain.catalogue import Catalogue
from zgc_desktop.domain.land.plots import Plot
from zgc_desktop.viewmodels.columns import Column, Mark
from zgc_desktop.viewmodels.ledger import short_park

CLUSTER, PLOT, OTHER = "组团", "地块", "其他"
UNCLASSED: Final = "未划入"
LEFT: Final = "已退出"
LEAST_AREA: Final = 2 * UNIT_AREA["平方公里"]
"""重点发展组团 are 2 平方公里 or more (plan 2018–2035, 3.2): a smaller one is pointed out, never refused."""


@dataclass(frozen=True, slots=True)
class Judged:
    """One subject's score in the newest assessment that had it, with what it proposes."""

    assessment: int
    title: str
    on: date
    score: Score
    kind: str
    reason: str


@dataclass(frozen=True, slots=True)
class DecisionLine:
    """One decision on a level, by its number."""

    id: int
    assessment: int
    decision: LevelDecision


@dataclass(frozen=True, slots=True)
class PolicyLine:
    """One cluster, plot or other subject: its level on a day and since when, score, proposal, decisions oldest first."""

    subject: str
    kind: str
    park: str
    level: str
    since: date | None
    ground: str
    judged: Judged | None
    decisions: tuple[DecisionLine, ...]
    area: Area | None = None
    """As registered of a cluster; None = not registered."""

    @property
    def too_small(self) -> bool:
        """Whether a cluster's registered area is below what the plan calls one."""
        return self.area is not None and self.area < LEAST_AREA

    @property
    def proposal(self) -> str:
        """What the newest assessment suggests and nobody has decided since; '' where there is nothing to decide."""
        if self.judged is None or not self.judged.kind:
            return ""
        decided = any(d.assessment == self.judged.assessment for d in self.decisions)
        return "" if decided else self.judged.kind

    @property
    def suggested_level(self) -> str:
        """The level the proposal would lead to."""
        if self.proposal == "建议纳入":
            return FOCUS
        return "" if self.proposal == "建议退出" else self.level

    @property
    def shown_level(self) -> str:
        """The level in a word, 未划入 or 已退出 where there is none."""
        if self.level:
            return self.level
        return LEFT if any(d.decision.decision == "同意" for d in self.decisions) else UNCLASSED


def policy_lines(
    catalogue: Catalogue,
    plots: Sequence[Plot],
    decisions: Sequence[tuple[int, int, LevelDecision]],
    judged: Mapping[str, Judged],
    day: date,
    areas: Mapping[str, Area],
) -> tuple[PolicyLine, ...]:
    """Every cluster with its area, every plot with a level, every other subject decided on or assessed, as of a day."""
    own: dict[str, list[DecisionLine]] = {}
    for number, assessment, decision in decisions:
        own.setdefault(decision.subject, []).append(DecisionLine(number, assessment, decision))
    found = [
        replace(_line(name, CLUSTER, c.park, None, own, judged, day), area=areas.get(name))
        for name, c in catalogue.clusters.items()
    ]
    known = {line.subject for line in found}
    for plot in plots:
        if (plot.level or plot.number in own or plot.number in judged) and plot.number not in known:
            found.append(_line(plot.number, PLOT, plot.park, plot, own, judged, day))
            known.add(plot.number)
    found += [_line(name, OTHER, "", None, own, judged, day) for name in sorted({*own, *judged} - known)]
    return tuple(found)


def _line(
    subject: str,
    kind: str,
    park: str,
    plot: Plot | None,
    own: Mapping[str, Sequence[DecisionLine]],
    judged: Mapping[str, Judged],
    day: date,
) -> PolicyLine:
    decisions = tuple(own.get(subject, ()))
    agreed = [d for d in decisions if d.decision.decision == "同意" and d.decision.effective_from <= day]
    level, since, ground = "", None, ""
    if plot is not None and plot.level:
        level, since, ground = plot.level, plot.as_of.first_day, f"用地登记 {plot.source}"
    if agreed:
        last = agreed[-1]
        level, since, ground = last.decision.new_level, last.decision.effective_from, last.decision.reason
    return PolicyLine(subject, kind, park, level, since, ground, judged.get(subject), decisions)


LEVEL_MARKS: Final[dict[str, Mark]] = {FOCUS: "tag", RESERVED: "tag", SMALL: "tag", UNCLASSED: "none", LEFT: "none"}

POLICY_COLUMNS: Final[tuple[Column[PolicyLine], ...]] = (
    Column("subject", "对象", lambda x: x.subject, "link", least=150),
    Column("kind", "种类", lambda x: x.kind, width=64, facet=True),
    Column("park", "园", lambda x: x.park or None, width=72, show=lambda x: short_park(x.park) or "—", facet=True),
    Column(
        "level", "层次", lambda x: x.shown_level, "badge", 134, facet=True, mark=lambda x: LEVEL_MARKS.get(x.shown_level, "tag")
    ),
    Column("area", "面积", lambda x: x.area, "badge", 128, unit="平方公里", align_as="right",
           show=lambda x: "—" if x.area is None else print_area(x.area, "平方公里"),
           mark=lambda x: "warn" if x.too_small else "",
           tip=lambda x: "规划所称重点发展组团在 2 平方公里以上" if x.too_small else ""),
    Column("since", "自", lambda x: x.since, "date", 92),
    Column("total", "最近得分", lambda x: x.judged.score.total if x.judged else None, "number", 84,
           show=lambda x: x.judged.score.printed if x.judged else "—"),
    Column("rank", "名次", lambda x: x.judged.score.rank if x.judged else None, "number", 56),
    Column("on", "考核日", lambda x: x.judged.on if x.judged else None, "date", 92),
    Column("proposal", "待决定", lambda x: x.proposal or None, "badge", 108, facet=True,
           mark=lambda x: "" if not x.proposal else "warn" if x.proposal == "建议退出" else "info"),
    Column("ground", "依据", lambda x: x.ground or None, least=180),
)  # fmt: skip

DECISION_COLUMNS: Final[tuple[Column[DecisionLine], ...]] = (
    Column("from", "生效", lambda x: x.decision.effective_from, "date", 96),
    Column("decision", "决定", lambda x: x.decision.decision, width=64),
    Column("level", "层次", lambda x: x.decision.new_level or "不在政策区", width=112),
    Column("reason", "理由", lambda x: x.decision.reason, least=80),
    Column("person", "决定人", lambda x: x.decision.person or None, width=60),
    Column("assessment", "考核", lambda x: x.assessment or None, "number", 48),
)


def summary(lines: Sequence[PolicyLine]) -> str:
    """How many subjects stand on each level and how many proposals wait."""
    parts = [
        f"{name} {n}" for name in (FOCUS, RESERVED, SMALL, LEFT, UNCLASSED) if (n := sum(x.shown_level == name for x in lines))
    ]
    waiting = sum(1 for x in lines if x.proposal)
    return "，".join(parts) + (f"；{waiting} 项建议待决定" if waiting else "")


def said_of(line: PolicyLine) -> str:
    """What the newest assessment says of a subject."""
    if line.judged is None:
        return "没有考核得分"
    missing = f"；未报 {'、'.join(line.judged.score.missing)}" if line.judged.score.missing else ""
    proposal = f"；{line.judged.kind}：{line.judged.reason}" if line.judged.kind else ""
    return f"{line.judged.title} {line.judged.on}：得分 {line.judged.score.printed}{proposal}{missing}"
