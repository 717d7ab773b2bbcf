"""Reads of registers, bodies, resolutions, tasks, assessments, policy-area levels and exit notices."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, select

import db.record_tables as own
from db.plain_rows import record
from db.store import table_of
from zgc_desktop.domain.assessment.levels import ExitNotice, LevelDecision
from zgc_desktop.domain.coordination import Body, Member, Resolution, Task
from zgc_desktop.domain.registers import Entry

_R = table_of(own.RegisterEntryRow)
_B = table_of(own.BodyRow)
_M = table_of(own.BodyMemberRow)
_D = table_of(own.ResolutionRow)
_T = table_of(own.TaskRow)
_A = table_of(own.AssessmentRow)
_L = table_of(own.LevelRow)
_N = table_of(own.ExitNoticeRow)


def entries(connection: Connection, kind: str = "") -> tuple[Entry, ...]:
    """The entries that stand (of one register), oldest first."""
    query = select(_R).where(_R.c.undone_at == "").order_by(_R.c.id)
    found = connection.execute(query.where(_R.c.kind == kind) if kind else query)
    return tuple(record(Entry, r, {"values": tuple(json.loads(r.fields).items())}) for r in found)


def bodies(connection: Connection) -> tuple[tuple[int, Body], ...]:
    """(id, body with its members) of every body, by name."""
    seats = select(_M, _B.c.name.label("body")).join(_B, _B.c.id == _M.c.body_id).order_by(_M.c.id)
    members = [record(Member, row) for row in connection.execute(seats)]
    return tuple(
        (r.id, record(Body, r, {"members": tuple(m for m in members if m.body == r.name)}))
        for r in connection.execute(select(_B).order_by(_B.c.name))
    )


def resolutions(connection: Connection) -> tuple[Resolution, ...]:
    """Every resolution, oldest first."""
    query = select(_D, _B.c.name.label("body")).join(_B, _B.c.id == _D.c.body_id).order_by(_D.c.on, _D.c.id)
    return tuple(record(Resolution, row) for row in connection.execute(query))


def tasks(connection: Connection) -> tuple[Task, ...]:
    """The tasks that stand, oldest first."""
    return tuple(record(Task, r) for r in connection.execute(select(_T).where(_T.c.undone_at == "").order_by(_T.c.id)))


def tasks_with_days(connection: Connection) -> tuple[tuple[Task, date], ...]:
    """(task, day it was registered) of the tasks that stand, oldest first."""
    found = connection.execute(select(_T).where(_T.c.undone_at == "").order_by(_T.c.id))
    return tuple((record(Task, r), date.fromisoformat(r.recorded_at[:10])) for r in found)


@dataclass(frozen=True, slots=True)
class AssessmentRecord:
    """An assessment done: the scheme word for word, the figures by subject and indicator, totals as exact text."""

    id: int
    scheme: str
    scheme_text: str
    on: date
    figures: dict[str, dict[str, str]]
    totals: dict[str, str]
    source: str
    person: str


def assessments(connection: Connection) -> tuple[AssessmentRecord, ...]:
    """The assessments that stand, oldest first."""
    query = select(_A).where(_A.c.undone_at == "").order_by(_A.c.id)
    return tuple(
        record(AssessmentRecord, r, {"figures": json.loads(r.figures), "totals": json.loads(r.totals)})
        for r in connection.execute(query)
    )


def level_decisions(connection: Connection) -> tuple[LevelDecision, ...]:
    """The decisions on policy-area levels that stand, oldest first."""
    query = select(_L).where(_L.c.undone_at == "").order_by(_L.c.effective_from, _L.c.id)
    return tuple(record(LevelDecision, r) for r in connection.execute(query))


def level_records(connection: Connection) -> tuple[tuple[int, int, LevelDecision], ...]:
    """(id, assessment it rests on or 0, decision) of every decision on a level that stands, oldest first."""
    query = select(_L).where(_L.c.undone_at == "").order_by(_L.c.effective_from, _L.c.id)
    return tuple((r.id, r.assessment_id, record(LevelDecision, r)) for r in connection.execute(query))


def notices(connection: Connection) -> tuple[tuple[int, ExitNotice], ...]:
    """(id, notice) of every exit notice, oldest first."""
    return tuple((r.id, record(ExitNotice, r)) for r in connection.execute(select(_N).order_by(_N.c.id)))
