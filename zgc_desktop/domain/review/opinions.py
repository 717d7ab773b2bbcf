"""Parallel opinions (部门并联意见) and the joint meeting (会审): deadlines, silence, recusal, quorum."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from zgc_desktop.domain.errors import Refused
from zgc_desktop.domain.review.steps import APPROVED, CONDITIONAL, DECISIONS, REJECTED, SUPPLEMENT

AGREE, WITH_CONDITIONS, DISAGREE, RECUSED = "同意", "有条件同意", "不同意", "回避"
ANSWERS: Final = (AGREE, WITH_CONDITIONS, DISAGREE, RECUSED)
SILENT: Final = "逾期未反馈，视为无意见"
"""How silence past the deadline is recorded: kept as what it is, neither 同意 nor 不同意."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A body asked for its opinion in one round, to answer by a day."""

    body: str
    round: int
    asked_on: date
    due: date


@dataclass(frozen=True, slots=True)
class Opinion:
    """What a body answered; a later version replaces an earlier one and both are kept."""

    body: str
    round: int
    on: date
    answer: str
    text: str
    person: str
    version: int = 1


def check_asked(name: str, asked: Asked, others: Sequence[Asked]) -> None:
    """Refused unless the body is named, not asked twice in the round, and given a day after the asking."""
    if not asked.body.strip():
        raise Refused("没有写明征求哪个部门的意见", where=name)
    if asked.due <= asked.asked_on:
        raise Refused(f"答复期限 {asked.due} 不晚于征求日 {asked.asked_on}", where=f"{name} {asked.body}")
    if any(o.body == asked.body and o.round == asked.round for o in others):
        raise Refused(f"本轮已向{asked.body}征求意见", where=name)


def check_opinion(name: str, opinion: Opinion, asked: Sequence[Asked]) -> None:
    """Refused for a body that was not asked, an unknown answer, one without words where words are due, or one too late."""
    where = f"{name} {opinion.body}"
    request = next((a for a in asked if a.body == opinion.body and a.round == opinion.round), None)
    if request is None:
        raise Refused(f"没有向{opinion.body}征求意见", where=name, advice="请先登记征求意见及期限")
    if opinion.answer not in ANSWERS:
        raise Refused(f"“{opinion.answer}”不是意见", where=where, advice=f"可用：{'、'.join(ANSWERS)}")
    if opinion.answer != AGREE and not opinion.text.strip():
        raise Refused(f"{opinion.answer}须写明内容或理由", where=where)
    if opinion.on < request.asked_on:
        raise Refused(f"答复日 {opinion.on} 早于征求日 {request.asked_on}", where=where)
    if opinion.on > request.due:
        said = f"答复日 {opinion.on} 已过期限 {request.due}，已按“{SILENT}”留痕"
        raise Refused(said, where=where, advice="请在会审上提出，或由会议记录写明")


@dataclass(frozen=True, slots=True)
class Standing:
    """Where one body's opinion stands on a day: the answer, 待反馈, or silence."""

    body: str
    due: date
    answer: str
    text: str
    versions: int


def standings(asked: Sequence[Asked], opinions: Sequence[Opinion], round_: int, today: date) -> tuple[Standing, ...]:
    """Each asked body's newest answer in a round, in the order they were asked."""
    found = []
    for request in (a for a in asked if a.round == round_):
        given = [o for o in opinions if o.body == request.body and o.round == round_]
        newest = max(given, key=lambda o: (o.on, o.version), default=None)
        answer = newest.answer if newest else (SILENT if today > request.due else "待反馈")
        found.append(Standing(request.body, request.due, answer, newest.text if newest else "", len(given)))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Meeting:
    """A joint meeting on one project: who was there, who stepped aside, how they voted, what was decided.

    ``members`` are all members of the body; ``quorum`` how many must be present and entitled, None = the body has set none.
    """

    on: date
    members: tuple[str, ...]
    present: tuple[str, ...]
    recused: tuple[str, ...]
    votes_for: int
    votes_against: int
    decision: str
    conditions: int
    quorum: int | None
    minutes: str = ""


def check_meeting(name: str, meeting: Meeting, standing: Sequence[Standing]) -> None:
    """Refused unless every asked body has answered or let its day pass, a quorum is there and the votes carry the decision."""
    waiting = [s for s in standing if s.answer == "待反馈"]
    if waiting:
        bodies = "、".join(f"{s.body}（{s.due} 前）" for s in waiting)
        raise Refused(f"仍待{bodies}反馈意见", where=name, advice="期限未到不能会审；提前会审请先撤回该征求意见")
    if meeting.decision not in DECISIONS:
        raise Refused(f"“{meeting.decision}”不是会审结论", where=name, advice=f"可用：{'、'.join(DECISIONS)}")
    strangers = sorted((set(meeting.present) | set(meeting.recused)) - set(meeting.members))
    if strangers:
        raise Refused(f"{'、'.join(strangers)}不是该机构成员", where=name, advice="请先登记成员，或记为列席")
    entitled = [m for m in meeting.present if m not in meeting.recused]
    if meeting.quorum is None:
        raise Refused("该机构没有登记有效到会人数", where=name, advice="请先登记议事规则（到会几人方为有效）及其出处")
    if len(entitled) < meeting.quorum:
        why = f"到会 {len(meeting.present)} 人，其中回避 {len(meeting.present) - len(entitled)} 人，须 {meeting.quorum} 人"
        raise Refused("到会人数不足，不能作出决定", where=name, why=why)
    _check_votes(name, meeting, len(entitled))
    if meeting.decision == CONDITIONAL and not meeting.conditions:
        raise Refused("有条件通过须至少写明一项条件", where=name)


def _check_votes(name: str, meeting: Meeting, entitled: int) -> None:
    if meeting.votes_for < 0 or meeting.votes_against < 0:
        raise Refused("票数不能为负", where=name)
    if meeting.votes_for + meeting.votes_against > entitled:
        raise Refused(f"票数合计多于有表决权的 {entitled} 人", where=name)
    carried = meeting.votes_for > meeting.votes_against
    if meeting.decision in (APPROVED, CONDITIONAL) and not carried:
        raise Refused(f"赞成 {meeting.votes_for} 票、反对 {meeting.votes_against} 票，不能作为{meeting.decision}", where=name)
    if meeting.decision in (REJECTED, SUPPLEMENT) and not meeting.minutes.strip():
        raise Refused(f"{meeting.decision}须在会议记录中写明理由", where=name)
