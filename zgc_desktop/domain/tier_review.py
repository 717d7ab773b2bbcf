"""Tier review (梯队评审): recognised and computed side by side; proposals to enter, re-examine, leave. Never automatic."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import cached_property

from zgc_desktop.domain.tiers import CriterionResult, Outcome, TierResult

EXPIRY_NOTICE_DAYS = 90
"""How long before a recognition ends its re-examination is proposed (本系统约定)."""


@dataclass(frozen=True, slots=True)
class Recognition:
    """A recognition (认定) as published: document number, batch, days of validity. ``valid_to`` None = none stated."""

    credit_code: str
    tier: str
    document: str
    batch: str
    recognised_on: date
    valid_to: date | None = None
    standard_key: str = ""
    note: str = ""

    @property
    def words(self) -> str:
        """``京演示〔2025〕1号 第2批，有效期至 2028-10-31``."""
        until = f"有效期至 {self.valid_to}" if self.valid_to else "未载有效期"
        return f"{self.document} {self.batch}，{until}".strip()


class ProposalKind(StrEnum):
    """What is proposed to the park and the city."""

    ENTER = "新增"
    REEXAMINE = "复核"
    LEAVE = "退出"


@dataclass(frozen=True, eq=False)
class Proposal:
    """One proposal: the tier, what is recognised, what the figures say, and why in a sentence."""

    kind: ProposalKind
    tier: str
    recognised: Recognition | None
    results: tuple[TierResult, ...]
    why: str

    @cached_property
    def reasons(self) -> tuple[str, ...]:
        """The sentence and every criterion behind it, worked out when they are asked for."""
        return (self.why, *(line for r in self.results for line in (r.sentence, *(t.sentence for t in r.tests))))

    @property
    def reason_count(self) -> int:
        """How many ``reasons`` there are."""
        return 1 + sum(1 + len(r.standard.deciding) + len(r.standard.supporting) for r in self.results)


@dataclass(frozen=True, slots=True)
class NearMiss:
    """A company one short of a standard (差 1 项): a criterion it nearly meets, or one figure still to be brought."""

    result: TierResult
    lacking: tuple[CriterionResult, ...]

    @property
    def sentence(self) -> str:
        """What is one short, with the evidence to be asked for."""
        if self.result.missing:
            return f"{self.result.standard.title}差 1 项证据：补报{self.result.missing[0]}后可判定。"
        return f"{self.result.standard.title}差 1 项：{self.lacking[0].sentence}"


def near_misses(results: Iterable[TierResult]) -> tuple[NearMiss, ...]:
    """Standards the company is exactly one short of; those for comparison only are left out."""
    return tuple(NearMiss(r, r.lacking) for r in results if r.near_miss and not r.standard.reference)


def _review(recognised: Recognition, mine: tuple[TierResult, ...], day: date, notice: timedelta) -> Proposal | None:
    """About one recognition in force: leave, re-examine, or nothing."""
    failed = bool(mine) and all(r.outcome is Outcome.NOT_MET for r in mine)
    lost = [t for r in mine for t in r.tests if t.exits and t.outcome is Outcome.NOT_MET] if failed else []
    ended = recognised.valid_to is not None and recognised.valid_to < day
    if lost:
        why = f"已认定（{recognised.words}），但{'、'.join(t.title for t in lost)}不再符合，建议退出（毕业或失格）。"
        return Proposal(ProposalKind.LEAVE, recognised.tier, recognised, mine, why)
    if ended and failed:
        why = f"认定（{recognised.words}）已届满，按现有数据未达到标准，建议退出。"
        return Proposal(ProposalKind.LEAVE, recognised.tier, recognised, mine, why)
    if ended or (recognised.valid_to is not None and recognised.valid_to <= day + notice):
        why = f"认定（{recognised.words}）{'已届满' if ended else '即将届满'}，建议复核。"
        return Proposal(ProposalKind.REEXAMINE, recognised.tier, recognised, mine, why)
    if failed:
        why = f"认定（{recognised.words}）仍在有效期内，但按现有数据未达到标准，建议复核；有效期内不因测算退出。"
        return Proposal(ProposalKind.REEXAMINE, recognised.tier, recognised, mine, why)
    return None


def propose(
    recognised: Sequence[Recognition], results: Sequence[TierResult], day: date, notice_days: int = EXPIRY_NOTICE_DAYS
) -> tuple[Proposal, ...]:
    """Proposals for one company, in the order of its standards: 新增, 复核 or 退出, each with its reasons.

    ``recognised`` are the company's own recognitions, ``results`` what every standard in force on ``day`` says. Nothing is
    proposed from an undecidable result; a recognition runs on while it is valid, whatever the figures say.
    """
    notice = timedelta(days=notice_days)
    proposals: list[Proposal] = []
    results = [r for r in results if not r.standard.reference]
    for tier in dict.fromkeys([*(r.standard.tier for r in results), *(r.tier for r in recognised)]):
        mine = tuple(r for r in results if r.standard.tier == tier)
        # The latest recognition of a tier speaks; earlier batches were renewed by it.
        latest = max((r for r in recognised if r.tier == tier), key=lambda r: r.recognised_on, default=None)
        if latest is not None:
            made = _review(latest, mine, day, notice)
            if made is not None:
                proposals.append(made)
            continue
        met = tuple(r for r in mine if r.outcome is Outcome.MET)
        if met:
            names = "、".join(r.standard.title for r in met)
            proposals.append(Proposal(ProposalKind.ENTER, tier, None, met, f"数据达到{names}的条件，尚未认定，建议新增。"))
    return tuple(proposals)
