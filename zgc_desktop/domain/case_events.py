"""What happens to a case after landing (案件事件): split, new registration, return, end; and how the parties answer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Final

from zgc_desktop.domain.errors import Refused

SPLIT, REREGISTERED, RETURNED, CLOSED, ATTACHED = "split", "reregistered", "returned", "closed", "attached"
KIND_WORDS: Final = {SPLIT: "分立", REREGISTERED: "注销再设", RETURNED: "迁回", CLOSED: "办结", ATTACHED: "附件"}
FOR_THE_ENGINE: Final = (SPLIT, REREGISTERED, RETURNED)
"""Kinds that change how a case shares; the others are kept for the record."""

GROUNDS: Final = ("同一实际控制人或过半同一股东", "过半人员承接", "同址或同资产", "十二个月内再设")
GROUNDS_NEEDED: Final = 2
"""The continuity test (连续性) of a company registered anew: on at least two of these grounds it counts as the same one.

A proposal of the field's handbook (1.6, E14), not a regulation: it is recorded with the event and can be looked up.
"""

OUT, INTO, CITY = "迁出方", "迁入方", "市级"
ANSWERS: Final[dict[str, tuple[str, ...]]] = {
    OUT: ("知悉", "对分享条款有异议", "对事实有异议"),
    INTO: ("可接收", "有条件接收", "暂不具备接收条件"),
    CITY: ("转双方协商", "列入协调会", "按规则分享", "不适用分享"),
}
"""What each side may say. Nobody can refuse the move itself (公平竞争审查条例): no answer here stops a landing."""
SILENT: Final = "未答复"
ANSWER_DAYS: Final = 10
"""Working days a side has to answer before its silence is recorded as 未答复; the case goes on either way."""


@dataclass(frozen=True, slots=True)
class CaseEvent:
    """One dated event of a case. ``company`` and ``parts`` name companies by credit code; empty company = the case's own."""

    case_id: str
    on: date
    kind: str
    source: str
    company: str = ""
    parts: tuple[tuple[str, Fraction], ...] = ()
    new_company: str = ""
    to_party: str = ""
    note: str = ""
    recorded_by: str = ""
    recorded_at: str = ""
    id: int = 0
    grounds: tuple[str, ...] = ()
    """Why a company registered anew counts as the same one."""

    @property
    def sentence(self) -> str:
        """The event in words, for the history."""
        if self.kind == SPLIT:
            parts = "、".join(f"{code} {ratio}" for code, ratio in self.parts)
            return f"分立：{self.company or '原企业'} → {parts}"
        if self.kind == REREGISTERED:
            why = f"（{'、'.join(self.grounds)}）" if self.grounds else ""
            return f"注销再设：{self.company or '原企业'} → {self.new_company}，视同原企业，时钟与上限接续{why}"
        if self.kind == RETURNED:
            return f"迁回{self.to_party}：自该日起债权终止，已结不追溯"
        if self.kind == ATTACHED:
            return f"附件：{self.source}（SHA-256 {self.note[:16]}…）"
        return f"办结：{self.note}"


def check_event(event: CaseEvent) -> None:
    """Refused, naming what is wrong, unless the event can be recorded."""
    where = event.case_id
    if event.kind not in KIND_WORDS:
        raise Refused(f"没有“{event.kind}”这种事件", where=where, advice=f"可用：{'、'.join(KIND_WORDS.values())}")
    if not event.source:
        raise Refused(f"{KIND_WORDS[event.kind]}没有注明依据", where=where, advice="请写明文书名称与页码")
    if event.kind == SPLIT:
        if len(event.parts) < 2 or len({code for code, _ in event.parts}) < len(event.parts):
            raise Refused("分立至少要写明两家互不相同的企业", where=where, advice="如 --part 代码=0.6175 --part 代码=0.3825")
        if any(not 0 < ratio < 1 for _, ratio in event.parts) or sum(ratio for _, ratio in event.parts) != 1:
            total = sum(ratio for _, ratio in event.parts)
            raise Refused("分立比例须各在 0 与 1 之间且合计为 1", where=where, why=f"现合计 {total}", advice="请核对分立方案")
    if event.kind == REREGISTERED and not event.new_company:
        raise Refused("没有写明再设的企业", where=where, advice="请给出其统一社会信用代码（--new-code）")
    if event.kind == REREGISTERED:
        _check_continuity(event)
    if event.kind == CLOSED and not event.note:
        raise Refused("办结须写明理由", where=where, advice="如 企业已注销，不再产生税收")


def _check_continuity(event: CaseEvent) -> None:
    """Refused unless enough grounds are named on which the company counts as the same one."""
    for ground in event.grounds:
        if ground not in GROUNDS:
            raise Refused(f"没有“{ground}”这项连续性依据", where=event.case_id, advice=f"可用：{'、'.join(GROUNDS)}")
    if len(set(event.grounds)) < GROUNDS_NEEDED:
        named = "、".join(dict.fromkeys(event.grounds)) or "无"
        advice = f"依据：{'、'.join(GROUNDS)}；不足两项的是另一家企业，不接续"
        raise Refused(
            f"注销再设须至少有 {GROUNDS_NEEDED} 项连续性依据", where=event.case_id, why=f"现有：{named}", advice=advice
        )


def check_sequence(own: str, events: tuple[CaseEvent, ...]) -> None:
    """Refused where an event is about a company that no longer is, or was not yet; ``own`` is the case's credit code."""
    living, closed = {own}, ""
    for event in sorted(events, key=lambda e: (e.on, e.id)):
        if event.kind == ATTACHED:
            continue
        if closed:
            raise Refused(f"案件已于 {closed} 办结，其后不能再登记{KIND_WORDS[event.kind]}", where=event.case_id)
        about = event.company or own
        if event.kind in (SPLIT, REREGISTERED) and about not in living:
            why = f"此时仍在的企业：{'、'.join(sorted(living))}"
            raise Refused(f"{event.on} 时 {about} 已不在本案之中", where=event.case_id, why=why, advice="请核对日期与企业")
        if event.kind == SPLIT:
            living = (living - {about}) | {code for code, _ in event.parts}
        elif event.kind == REREGISTERED:
            if event.new_company in living:
                raise Refused(f"{event.new_company} 已在本案之中，不是新设企业", where=event.case_id)
            living = (living - {about}) | {event.new_company}
        elif event.kind == CLOSED:
            closed = event.on.isoformat()


@dataclass(frozen=True, slots=True)
class Position:
    """What one side said of a case; ``due`` is the day until which it may answer before silence is recorded."""

    case_id: str
    side: str
    party: str
    answer: str
    reason: str
    person: str
    day: date
    due: date | None = None
    recorded_at: str = ""
    id: int = 0


def check_position(case_id: str, side: str, answer: str, reason: str) -> None:
    """Refused unless the side may say this; an objection or a condition needs its reason."""
    if side not in ANSWERS:
        raise Refused(f"没有“{side}”这一方", where=case_id, advice=f"可用：{'、'.join(ANSWERS)}")
    if answer not in ANSWERS[side]:
        why = "迁移本身不设同意或否决" if any(word in answer for word in ("不同意", "否决", "拒绝", "同意")) else ""
        raise Refused(f"{side}不能作“{answer}”的意见", where=case_id, why=why, advice=f"可用：{'、'.join(ANSWERS[side])}")
    if not reason and answer not in ("知悉", "可接收"):
        raise Refused(f"“{answer}”须写明理由", where=case_id, advice="请用一句话说明，便于协调")
