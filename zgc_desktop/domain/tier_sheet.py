"""The review sheet of tiers (梯队评审表) as data: a month's proposals, their criteria, what park and city said."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from zgc_desktop.domain.periods import Month
from zgc_desktop.domain.tiers import TierResult


@dataclass(frozen=True, slots=True)
class Evidence:
    """One criterion of one proposal: asked, found, said, and where the criterion is written."""

    standard: str
    title: str
    threshold: str
    actual: str
    said: str
    """达到, 未达到, or 无法判定 with what is missing."""
    citation: str


@dataclass(frozen=True, slots=True)
class SheetLine:
    """One proposal. ``opinion`` and ``decision`` are empty while nothing was said."""

    number: int
    kind: str
    tier: str
    company: str
    credit_code: str
    park: str
    recognised: str
    why: str
    opinion: str
    decision: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class TierSheet:
    """A month's proposals, ready to be printed for the review meeting."""

    month: Month
    day: date
    office: str
    prepared_on: date
    examined: int
    standards: tuple[tuple[str, str, str], ...]
    """(title, version, citation) of the standards the proposals rest on."""
    lines: tuple[SheetLine, ...]
    undecidable: tuple[tuple[str, int], ...]

    @property
    def waiting(self) -> int:
        """Proposals the city has not decided."""
        return sum(1 for x in self.lines if not x.decision)


def evidence_of(results: Iterable[TierResult]) -> tuple[Evidence, ...]:
    """Every criterion of the standards behind a proposal, supporting ones marked 参考."""
    return tuple(
        Evidence(
            r.standard.title,
            f"{t.title}（参考）" if t.supporting else t.title,
            t.threshold,
            t.actual or "未报",
            t.outcome.word + (f"，缺{'、'.join(t.missing)}" if t.missing else ""),
            t.citation.short,
        )
        for r in results
        for t in r.tests
    )
