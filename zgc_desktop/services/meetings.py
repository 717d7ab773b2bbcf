"""Meetings (协调议事): bodies and members, resolutions with a quorum, tasks carried on until they are done."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from db import entries as writes
from db.plain_rows import values_of
from db.queries import coordination as reads
from db.store import UnitOfWork
from zgc_desktop.domain.changes import ChangeSummary
from zgc_desktop.domain.coordination import (
    Body,
    Member,
    Resolution,
    Task,
    check_body,
    check_done,
    check_member,
    check_resolution,
    check_task,
)
from zgc_desktop.domain.errors import Refused
from zgc_desktop.services.context import AppContext, one_command

_SUBJECTS = ("meetings",)


def bodies(ctx: AppContext) -> tuple[Body, ...]:
    """Every body with its members, by name."""
    with ctx.store.read() as connection:
        return tuple(body for _, body in reads.bodies(connection))


def resolutions(ctx: AppContext) -> tuple[Resolution, ...]:
    """Every resolution, oldest first."""
    with ctx.store.read() as connection:
        return reads.resolutions(connection)


def tasks(ctx: AppContext) -> tuple[Task, ...]:
    """The tasks that stand: open ones by deadline (those without one last), then the done ones."""
    with ctx.store.read() as connection:
        found = reads.tasks(connection)
    return tuple(sorted(found, key=lambda t: (t.done_on is not None, t.due is None, t.due or date.max, t.id)))


@one_command("body")
def add_body(ctx: AppContext, name: str, quorum: int | None, source: str) -> ChangeSummary:
    """Register a body that meets, with its quorum (None = no rule) and the paper that founds it."""
    body = Body(name.strip(), quorum, source)
    check_body(body)
    with ctx.store.write("body", ctx.who, ctx.now()) as unit:
        if any(b.name == body.name for _, b in reads.bodies(unit.connection)):
            raise Refused("同名机构已登记", where=body.name)
        writes.add(unit, "body", values_of(body, "members"), person=ctx.who, at=ctx.now())
        unit.say(f"登记议事机构 {body.name}，有效到会 {quorum or '未定'} 人", reason=source, subjects=_SUBJECTS)
    return _summary(unit)


@one_command("body-member")
def add_member(ctx: AppContext, member: Member) -> ChangeSummary:
    """Seat a member in a body from a day."""
    with ctx.store.write("body-member", ctx.who, ctx.now()) as unit:
        number, body = _body(unit, member.body)
        check_member(body, member)
        writes.add(unit, "member", values_of(member, "body") | {"body_id": number}, person=ctx.who, at=ctx.now())
        unit.say(f"{body.name} 成员 {member.name} 自 {member.from_day}", subjects=_SUBJECTS)
    return _summary(unit)


@one_command("resolution")
def resolve(ctx: AppContext, resolution: Resolution, present: Sequence[str], to_do: Sequence[Task] = ()) -> ChangeSummary:
    """Record what a meeting decided with the tasks that follow from it; without a quorum nothing is written."""
    with ctx.store.write("resolution", ctx.who, ctx.now()) as unit:
        number, body = _body(unit, resolution.body)
        check_resolution(resolution, body, present)
        values = values_of(resolution, "body", "id") | {"body_id": number, "present": "、".join(present)}
        written = writes.add(unit, "resolution", values, person=ctx.who, at=ctx.now())
        for task in to_do:
            _add_task(ctx, unit, replace(task, origin=task.origin or f"{body.name} {resolution.on}"), written)
        unit.say(f"{body.name} {resolution.outcome}：{resolution.question}", reason=resolution.text, subjects=_SUBJECTS)
    return _summary(unit)


@one_command("task")
def add_task(ctx: AppContext, task: Task) -> ChangeSummary:
    """Register a task that comes from a plan, a report or a person."""
    with ctx.store.write("task", ctx.who, ctx.now()) as unit:
        _add_task(ctx, unit, task, 0)
        unit.say(f"登记任务 {task.text}：{task.owner}，{task.due or '未定时限'}", subjects=_SUBJECTS)
    return _summary(unit)


def _add_task(ctx: AppContext, unit: UnitOfWork, task: Task, resolution: int) -> None:
    check_task(task)
    writes.add(unit, "task", values_of(task, "id") | {"resolution_id": resolution}, person=ctx.who, at=ctx.now())


@one_command("task-done")
def finish_task(ctx: AppContext, number: int, on: date, result: str) -> ChangeSummary:
    """Record that a task is done and with what result."""
    with ctx.store.write("task-done", ctx.who, ctx.now()) as unit:
        found = next((t for t in reads.tasks(unit.connection) if t.id == number), None)
        if found is None:
            raise Refused(f"没有第 {number} 号任务", advice="编号见 zgc task list")
        check_done(found, on, result)
        writes.change(unit, "task", number, {"done_on": on.isoformat(), "result": result})
        unit.say(f"任务办结 {found.text}", reason=result, subjects=_SUBJECTS)
    return _summary(unit)


def _body(unit: UnitOfWork, name: str) -> tuple[int, Body]:
    for number, body in reads.bodies(unit.connection):
        if body.name == name:
            return number, body
    raise Refused(f"没有登记议事机构“{name}”", advice="请先用 zgc body add 登记")


def _summary(unit: UnitOfWork) -> ChangeSummary:
    assert unit.summary is not None
    return unit.summary
