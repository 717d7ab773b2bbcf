"""Decisions on issues (处理): returned, accepted, turned into a case, ignored; what they rest on and how long they hold."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from zgc_desktop.domain.issues import Issue, Severity


class DecisionKind(StrEnum):
    """What was decided on an issue. ``REOPENED`` takes the decision before it back."""

    RETURNED = "returned"
    ACCEPTED = "accepted"
    CASE = "case"
    IGNORED = "ignored"
    REOPENED = "reopened"

    @property
    def word(self) -> str:
        return {"returned": "退回", "accepted": "接受", "case": "转迁移案件", "ignored": "忽略并记住", "reopened": "撤销判定"}[
            self.value
        ]


SETTLING: Final = (DecisionKind.ACCEPTED, DecisionKind.IGNORED, DecisionKind.CASE)
"""Decisions after which an issue stands in nobody's way; they carry on to later versions and months."""

NEEDS_REASON: Final = (DecisionKind.ACCEPTED, DecisionKind.IGNORED)

USUAL_REASONS: Final = ("经核实属实", "季度集中入库", "重组并表", "执照即如此", "已补充证明材料", "口径调整")
"""Offered in lists; any other words will do."""


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision: on which issue of which park (``key``), on what values it rests (``rests_on``), who said why."""

    park: str
    submission_id: int
    key: str
    rests_on: str
    kind: DecisionKind
    reason: str
    who: str
    at: str
    case_id: str = ""
    id: int = 0


@dataclass(frozen=True, slots=True)
class DecidedIssue:
    """An issue with the decision that holds for it. ``lapsed`` is an earlier one whose values have changed since."""

    id: int
    submission_id: int
    park: str
    issue: Issue
    decision: Decision | None = None
    carried: bool = False
    lapsed: Decision | None = None

    @property
    def settled(self) -> bool:
        """Whether nothing more is to be done about it."""
        return self.decision is not None and self.decision.kind in SETTLING

    @property
    def state(self) -> str:
        """One phrase for a list: 未处理, 退回, 接受（沿用）, 未处理（原判定已失效）."""
        if self.decision is None:
            return "未处理（原判定已失效）" if self.lapsed else "未处理"
        return f"{self.decision.kind.word}（沿用）" if self.carried else self.decision.kind.word


def issue_key(issue: Issue) -> str:
    """Which issue this is, over versions and months: the check, the company (plot, project, indicator) and the column.

    Else the place.
    """
    named = issue.company if issue.code.startswith("P-") else ""
    where = issue.credit_code or named or f"{issue.sheet}!{issue.cell}"
    return "\x1f".join((issue.code, where, issue.column))


def rests_on(issue: Issue) -> str:
    """The values a decision on this issue rests on."""
    return "\x1f".join((issue.value, issue.expected))


Found = tuple[int, int, str, Issue]
"""(issue id, submission id, park, issue)."""


def resolve(found: Iterable[Found], decisions: Sequence[Decision]) -> tuple[DecidedIssue, ...]:
    """The issues with the decision that holds for each, in the order given.

    The newest decision on the same issue of the park counts. It holds while the values it rests on are the same; a return
    holds for the version it was made on only, since the next version is the answer to it.
    """
    newest: dict[tuple[str, str], Decision] = {}
    for decision in sorted(decisions, key=lambda d: d.id):
        newest[(decision.park, decision.key)] = decision
    return tuple(_resolved(*one, newest) for one in found)


def _resolved(
    issue_id: int, submission_id: int, park: str, issue: Issue, newest: Mapping[tuple[str, str], Decision]
) -> DecidedIssue:
    last = newest.get((park, issue_key(issue)))
    here = last is not None and last.submission_id == submission_id
    if last is None or last.kind is DecisionKind.REOPENED or (last.kind is DecisionKind.RETURNED and not here):
        return DecidedIssue(issue_id, submission_id, park, issue)
    if last.rests_on != rests_on(issue):
        return DecidedIssue(issue_id, submission_id, park, issue, lapsed=last)
    return DecidedIssue(issue_id, submission_id, park, issue, last, carried=not here)


@dataclass(frozen=True, slots=True)
class IssueSummary:
    """How a version's issues stand: what is open by severity, what was carried on, what has lapsed."""

    errors: int
    warnings: int
    notices: int
    carried: int
    lapsed: int

    @property
    def sentence(self) -> str:
        """``沿用上月判定 3 条，失效 1 条``; empty when neither happened."""
        if not self.carried and not self.lapsed:
            return ""
        return f"沿用此前判定 {self.carried} 条，失效 {self.lapsed} 条"


def summary(issues: Sequence[DecidedIssue]) -> IssueSummary:
    """Count what is still open and what was carried on."""

    def undecided(severity: Severity) -> int:
        return sum(1 for i in issues if i.issue.severity is severity and not i.settled)

    return IssueSummary(
        undecided(Severity.ERROR),
        undecided(Severity.WARNING),
        undecided(Severity.NOTICE),
        sum(1 for i in issues if i.carried),
        sum(1 for i in issues if i.lapsed),
    )
