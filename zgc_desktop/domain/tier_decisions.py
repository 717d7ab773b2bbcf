"""What people decide about tier proposals: a park's opinion, the city's decision, taking back; and who is held in a tier."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from zgc_desktop.domain.periods import DateRange, Month
from zgc_desktop.domain.rulebook import Citation
from zgc_desktop.domain.strict_table import StrictTable
from zgc_desktop.domain.tier_review import ProposalKind, Recognition


class Opinion(StrEnum):
    """What a park says of a proposal (园方意见)."""

    AGREE = "同意"
    REFUSE = "不同意"
    EVIDENCE = "补材料"


class Decision(StrEnum):
    """What the city decides on a proposal (市级决定). None of them writes a recognition: that has a document of its own."""

    AGREE = "同意"
    DEFER = "暂缓"
    REFUSE = "不同意"
    EVIDENCE = "请园方补材料"

    def word(self, kind: ProposalKind) -> str:
        """The decision in words: agreeing to a new entry is 同意入列, to a leave 同意退出, to a re-examination 同意保留."""
        if self is not Decision.AGREE:
            return self.value
        return {"新增": "同意入列", "复核": "同意保留", "退出": "同意退出"}[kind.value]


DECISION_WORDS = {"同意入列": Decision.AGREE, "同意保留": Decision.AGREE, "同意退出": Decision.AGREE} | {
    d.value: d for d in Decision
}
"""How a decision may be written."""


@dataclass(frozen=True, slots=True)
class TierOpinion:
    """One opinion of a park on one proposal of a month."""

    month: Month
    credit_code: str
    tier: str
    park: str
    opinion: Opinion
    reason: str
    person: str
    day: date


@dataclass(frozen=True, slots=True)
class TierDecision:
    """One decision with the evidence as it stood. ``taken_back``: a later entry of the record reverses it."""

    id: int
    month: Month
    credit_code: str
    name: str
    tier: str
    kind: ProposalKind
    decision: Decision
    reason: str
    person: str
    day: date
    from_month: Month
    to_day: date | None
    evidence: tuple[str, ...]
    taken_back: bool = False

    @property
    def word(self) -> str:
        """``同意入列``."""
        return self.decision.word(self.kind)

    @property
    def sentence(self) -> str:
        """``2026-10 瞪羚 同意入列：理由（张，2026-11-06）。``"""
        gone = "，已撤回" if self.taken_back else ""
        return f"{self.month} {self.tier} {self.word}：{self.reason}（{self.person}，{self.day}{gone}）。"


@dataclass(frozen=True, slots=True)
class EvidenceRequest:
    """Evidence the city asked for (请园方补材料) and no later decision settled; ``answer`` is the park's, with its month."""

    credit_code: str
    name: str
    tier: str
    asked_in: Month
    reason: str
    person: str
    day: date
    answer: str = ""
    answered_in: Month | None = None

    @property
    def sentence(self) -> str:
        """``2026-11 园方答复：…``, or that there is none yet."""
        return f"{self.answered_in} 园方答复：{self.answer}" if self.answered_in else f"{self.asked_in} 起待园方补材料"


def requests_before(decisions: Iterable[TierDecision], month: Month) -> tuple[EvidenceRequest, ...]:
    """What the city still asks for when ``month`` begins: the latest decision on a company's tier asks for evidence."""
    latest: dict[tuple[str, str], TierDecision] = {}
    for d in sorted(decisions, key=lambda d: (d.month.number, d.id)):
        if d.month < month and not d.taken_back:
            latest[d.credit_code, d.tier] = d
    return tuple(
        EvidenceRequest(d.credit_code, d.name, d.tier, d.month, d.reason, d.person, d.day)
        for d in latest.values()
        if d.decision is Decision.EVIDENCE
    )


@dataclass(frozen=True, slots=True)
class Holding:
    """Days on which a company is held in a tier, by a recognition or by a decision."""

    credit_code: str
    tier: str
    days: DateRange
    source: str


def holdings(recognitions: Iterable[Recognition], decisions: Iterable[TierDecision]) -> tuple[Holding, ...]:
    """Who is held in which tier when (梯队在册): recognised while valid, entered from the month decided, out once leaving is.

    An agreed leave ends everything before it; what begins after it stands again.
    """
    found = [
        Holding(r.credit_code, r.tier, DateRange(r.recognised_on, r.valid_to), r.words)
        for r in recognitions
        if r.valid_to is None or r.valid_to >= r.recognised_on
    ]
    agreed = [d for d in decisions if d.decision is Decision.AGREE and not d.taken_back]
    for d in agreed:
        start = d.from_month.first_day
        if d.kind is ProposalKind.ENTER and (d.to_day is None or d.to_day >= start):
            found.append(Holding(d.credit_code, d.tier, DateRange(start, d.to_day), d.sentence))
    left: dict[tuple[str, str], list[date]] = {}
    for d in agreed:
        if d.kind is ProposalKind.LEAVE:
            left.setdefault((d.credit_code, d.tier), []).append(d.from_month.first_day)
    cut = (_cut(h, left.get((h.credit_code, h.tier), ())) for h in found)
    return tuple(h for h in cut if h is not None)


def _cut(holding: Holding, leaves: Sequence[date]) -> Holding | None:
    """The holding ended at the first leave that lies in it; None where it ends before it begins."""
    inside = [day for day in leaves if day in holding.days]
    if not inside:
        return holding
    end = min(inside) - timedelta(days=1)
    if end < holding.days.start:
        return None
    return Holding(holding.credit_code, holding.tier, DateRange(holding.days.start, end), holding.source)


# --- the ladder ------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Ladder:
    """Which tier stands above which (阶梯): steps from low to high, and where the order is from."""

    step: Mapping[str, int]
    citation: Citation


@dataclass(frozen=True, slots=True)
class LadderLine:
    """One cohort one year on: how many stand higher, the same, lower, in no tier, or left the area; they sum to ``size``.

    ``left`` None: no ledger of that year's end, so nobody can be said to have left.
    """

    cohort: int
    year: int
    size: int
    up: int
    same: int
    down: int
    out: int
    left: int | None


def read_ladder(data: object, file: str) -> Ladder:
    """The ladder from its file; RuleFileError for a tier named twice, an unknown key, a missing citation."""
    table = StrictTable(file, "", data)
    citation = table.citation("citation")
    step: dict[str, int] = {}
    for number, each in enumerate(table.tables("step"), start=1):
        for tier in each.texts("tiers", required=True):
            if tier in step:
                raise each.refuse("tiers", f"“{tier}”列了两次", "一个梯队只在一级")
            step[tier] = number
        each.done()
    table.done()
    return Ladder(step, citation)


def ladder_lines(
    held: Iterable[Holding], ladder: Ladder, ends: Sequence[date], in_area: Mapping[date, frozenset[str] | None]
) -> tuple[LadderLine, ...]:
    """Every cohort (the year a company first stood in any tier) followed from year's end to year's end.

    ``ends`` are the days looked at, one a year in order; ``in_area`` who is in the ledger on each, None = no ledger.
    """
    level: dict[str, list[int]] = {}
    for h in held:
        own = level.setdefault(h.credit_code, [0] * len(ends))
        for n, day in enumerate(ends):
            if day in h.days:
                own[n] = max(own[n], ladder.step.get(h.tier, 0))
    cohorts: dict[int, list[str]] = {}
    for code, own in level.items():
        first = next((n for n, step in enumerate(own) if step), None)
        if first is not None:
            cohorts.setdefault(first, []).append(code)
    lines = []
    for first in sorted(cohorts):
        for n in range(first + 1, len(ends)):
            lines.append(_line(cohorts[first], level, ends, first, n, in_area.get(ends[n])))
    return tuple(lines)


def _line(
    codes: Sequence[str],
    level: Mapping[str, Sequence[int]],
    ends: Sequence[date],
    first: int,
    n: int,
    here: frozenset[str] | None,
) -> LadderLine:
    count = dict.fromkeys(("up", "same", "down", "out", "left"), 0)
    for code in codes:
        before, now = level[code][n - 1], level[code][n]
        if here is not None and code not in here:
            count["left"] += 1
        elif not now:
            count["out"] += 1
        else:
            count["up" if now > before else "down" if now < before else "same"] += 1
    left = None if here is None else count["left"]
    return LadderLine(ends[first].year, ends[n].year, len(codes), count["up"], count["same"], count["down"], count["out"], left)
