"""Coordination (协调议事): bodies and members, what a meeting decided, and tasks with owner, deadline and 红黄绿.

Sources: plan 2018–2035 6.1 (部际协调小组、领导小组办公室、常态化沟通), plan 2011–2020 四(一) and 八(五).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from zgc_desktop.domain.errors import Refused
from zgc_desktop.domain.review.commitments import RED, light

PARTY_KINDS: Final = ("成员单位", "分园", "高校院所", "科技企业", "服务机构", "顾问委员会")
MATTERS: Final = ("案件", "项目", "对账差异", "考核建议", "其他")
OUTCOMES: Final = ("议定", "暂缓", "转办", "不议")


@dataclass(frozen=True, slots=True)
class Member:
    """A member of a body from a day until a day (None = still)."""

    body: str
    name: str
    kind: str
    from_day: date
    to_day: date | None = None

    def sits(self, day: date) -> bool:
        return self.from_day <= day and (self.to_day is None or day <= self.to_day)


@dataclass(frozen=True, slots=True)
class Body:
    """A body that meets: members, and how many make a quorum (None = not set), with the paper that says so."""

    name: str
    quorum: int | None
    source: str
    members: tuple[Member, ...] = ()

    def sitting(self, day: date) -> tuple[str, ...]:
        """Names of those who are members on a day."""
        return tuple(m.name for m in self.members if m.sits(day))


def check_body(body: Body) -> None:
    """Refused unless the body has a name, a source, and a quorum no larger than its membership."""
    if not body.name.strip() or not body.source.strip():
        raise Refused("议事机构须写明名称和设立依据", where=body.name)
    if body.quorum is not None and body.quorum < 1:
        raise Refused("有效到会人数应至少为 1", where=body.name, advice="没有规定请留空")


def check_member(body: Body, member: Member) -> None:
    """Refused unless the member is named, of a known kind, and not sitting already in that time."""
    if not member.name.strip():
        raise Refused("没有写明成员", where=body.name)
    if member.kind not in PARTY_KINDS:
        raise Refused(f"没有“{member.kind}”这类成员", where=body.name, advice=f"可用：{'、'.join(PARTY_KINDS)}")
    if member.to_day and member.to_day < member.from_day:
        raise Refused(f"任期截止 {member.to_day} 早于起始 {member.from_day}", where=f"{body.name} {member.name}")
    for other in body.members:
        ends = other.to_day is not None and other.to_day < member.from_day
        begins = member.to_day is not None and member.to_day < other.from_day
        if other.name == member.name and not (ends or begins):
            raise Refused("该成员在此期间已在册", where=f"{body.name} {member.name}")


@dataclass(frozen=True, slots=True)
class Resolution:
    """What a meeting decided on one matter; ``subject`` is the case's, project's or difference's number."""

    body: str
    on: date
    matter: str
    subject: str
    question: str
    outcome: str
    text: str
    id: int = 0


def check_resolution(resolution: Resolution, body: Body, present: Sequence[str]) -> None:
    """Refused without a quorum of members present, an outcome, or the words of what was decided."""
    where = f"{body.name} {resolution.on}"
    members = body.sitting(resolution.on)
    strangers = sorted(set(present) - set(members))
    if strangers:
        raise Refused(f"{'、'.join(strangers)}当日不是成员", where=where, advice="请先登记成员，或记为列席")
    if body.quorum is None:
        raise Refused("该机构没有登记有效到会人数", where=where, advice="请先登记议事规则及其出处")
    if len(set(present)) < body.quorum:
        raise Refused(f"到会 {len(set(present))} 人，不足 {body.quorum} 人，不能作出决定", where=where)
    if resolution.matter not in MATTERS or resolution.outcome not in OUTCOMES:
        raise Refused("议题种类或结论不在选项内", where=where, advice=f"结论可用：{'、'.join(OUTCOMES)}")
    if not resolution.question.strip() or not resolution.text.strip():
        raise Refused("须写明议题和议定内容", where=where)


@dataclass(frozen=True, slots=True)
class Task:
    """Something to be done by someone by a day; it comes from a resolution, a plan's clause or the month's report."""

    text: str
    owner: str
    due: date | None
    origin: str
    done_on: date | None = None
    result: str = ""
    id: int = 0

    def light(self, today: date) -> str:
        """红 past its day, 黄 near it or without a day, 绿 else or done."""
        return light(self.due, self.done_on is not None, today)

    def sentence(self, today: date) -> str:
        """For the next month's report: what became of it."""
        if self.done_on:
            return f"已于 {self.done_on} 办结：{self.result}"
        if self.due is None:
            return "未定时限"
        if self.light(today) == RED:
            return f"逾期 {(today - self.due).days} 天"
        return f"{self.due} 前办结，余 {(self.due - today).days} 天"


def check_task(task: Task) -> None:
    """Refused unless the task says what, who and where it comes from."""
    for title, value in (("事项", task.text), ("责任单位", task.owner), ("来源", task.origin)):
        if not value.strip():
            raise Refused(f"任务须写明{title}", where=task.text or task.owner)


def check_done(task: Task, on: date, result: str) -> None:
    """Refused for a task done already, or without words about the result."""
    if task.done_on:
        raise Refused(f"该任务已于 {task.done_on} 办结", where=task.text)
    if not result.strip():
        raise Refused("办结须写明落实情况", where=task.text)
