"""What follows from an assessment (考核建议): proposals to leave, enter or change a policy-area level; a person decides.

Source: plan 2018–2035 3.4: 重点发展区不达标退出, 小规模创新发展区达标享受政策, 预留发展区适时纳入. The lines that count as
达标 are the scheme's; where they are 未定 nothing is proposed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from zgc_desktop.domain.assessment.schemes import Thresholds
from zgc_desktop.domain.assessment.scoring import Score, print_score
from zgc_desktop.domain.errors import Refused

FOCUS, RESERVED, SMALL = "重点发展区", "预留发展区", "小规模创新发展区"
LEAVE, ENTER, ENJOY = "建议退出", "建议纳入", "建议享受政策"
DECISIONS: Final = ("同意", "不同意", "暂缓")


@dataclass(frozen=True, slots=True)
class Proposal:
    """One proposal out of a score; the office decides on it."""

    subject: str
    level: str
    kind: str
    reason: str


def proposals(scores: Sequence[Score], levels: Mapping[str, str], thresholds: Thresholds) -> tuple[Proposal, ...]:
    """What the scores suggest for each subject's present level; nothing for one without a total or without a line set."""
    found = []
    for score in scores:
        level = levels.get(score.subject, "")
        if score.total is None:
            continue
        points = print_score(score.total)
        if level == FOCUS and thresholds.leave is not None and score.total < thresholds.leave:
            found.append(Proposal(score.subject, level, LEAVE, f"得分 {points}，低于退出线 {print_score(thresholds.leave)}"))
        elif level in (RESERVED, SMALL) and thresholds.enter is not None and score.total >= thresholds.enter:
            kind = ENTER if level == RESERVED else ENJOY
            found.append(Proposal(score.subject, level, kind, f"得分 {points}，达到 {print_score(thresholds.enter)} 分线"))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class LevelDecision:
    """A person's decision on a proposal, effective from a day; ``new_level`` '' = out of the policy areas."""

    subject: str
    decision: str
    new_level: str
    effective_from: date
    reason: str
    person: str


def check_decision(decision: LevelDecision, now: str) -> None:
    """Refused unless the decision is one, has a reason, and changes the level exactly when it agrees."""
    where = decision.subject
    if decision.decision not in DECISIONS:
        raise Refused(f"“{decision.decision}”不是决定", where=where, advice=f"可用：{'、'.join(DECISIONS)}")
    if not decision.reason.strip():
        raise Refused("决定须写明理由", where=where)
    if decision.new_level not in ("", FOCUS, RESERVED, SMALL):
        raise Refused(
            f"没有“{decision.new_level}”这一层次", where=where, advice=f"可用：{FOCUS}、{RESERVED}、{SMALL}，退出则留空"
        )
    if decision.decision == "同意" and decision.new_level == now:
        raise Refused(f"同意调整，但层次仍是{now or '未划入'}", where=where, advice="请写明调整后的层次")
    if decision.decision != "同意" and decision.new_level != now:
        raise Refused(f"{decision.decision}不改变层次（现为{now or '未划入'}）", where=where)


@dataclass(frozen=True, slots=True)
class ExitNotice:
    """A notice to a project or area on the exit list (退出名单): what to mend by when, and how it ended ('' = open)."""

    subject: str
    reason: str
    given_on: date
    mend_by: date
    outcome: str = ""
    outcome_on: date | None = None
    paper: str = ""

    def state(self, today: date) -> str:
        """已办结, 已逾期 or 整改期内."""
        if self.outcome:
            return f"已办结：{self.outcome}"
        return "已逾期" if today > self.mend_by else "整改期内"


def check_notice(notice: ExitNotice) -> None:
    """Refused unless the notice has a reason, a paper, and a term that ends after it is given."""
    if not notice.reason.strip() or not notice.paper.strip():
        raise Refused("退出告知须写明理由和告知文书", where=notice.subject)
    if notice.mend_by <= notice.given_on:
        raise Refused(f"整改期限 {notice.mend_by} 不晚于告知日 {notice.given_on}", where=notice.subject)
