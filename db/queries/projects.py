"""Reads of admission standards, projects and everything recorded on them, and funds."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, Table, func, select

import db.project_tables as own
from db.plain_rows import record
from db.queries import park_facts
from db.queries.park_facts import StatedProject
from db.store import table_of
from zgc_desktop.domain.admission.standards import MEASURES, Standard
from zgc_desktop.domain.land.plots import plain_key
from zgc_desktop.domain.periods import Month
from zgc_desktop.domain.review.commitments import Condition, Fund, Grant, Promise
from zgc_desktop.domain.review.opinions import Asked, Opinion
from zgc_desktop.domain.review.projects import HeldMeeting, Project, ProjectFile
from zgc_desktop.domain.review.steps import Step
from zgc_desktop.domain.rulebook import Citation

_S = table_of(own.AdmissionStandardRow)
_P = table_of(own.ProjectRow)
_F = table_of(own.FundRow)
_G = table_of(own.GrantRow)


def standards(connection: Connection) -> tuple[Standard, ...]:
    """The admission standards that stand, oldest first."""
    return tuple(_standard(r) for r in connection.execute(select(_S).where(_S.c.undone_at == "").order_by(_S.c.id)))


def _standard(row: Row[Any]) -> Standard:
    found = tuple((m, int(row._mapping[m])) for m in MEASURES if row._mapping[m] is not None)
    cited = Citation(
        row.title, row.issuer, row.paper_number, date.fromisoformat(row.paper_date) if row.paper_date else None, row.clause
    )
    return record(Standard, row, {"thresholds": found, "citation": cited})


def projects(connection: Connection) -> tuple[Project, ...]:
    """Every project, by its number, as it stands.

    A project that came in a file has the figures of the newest accepted line about it, up to the month its review began;
    without such a line it stands only where the review has begun.
    """
    known = [record(Project, row) for row in connection.execute(select(_P).order_by(_P.c.number))]
    if not any(p.submission_id for p in known):
        return tuple(known)
    stated: dict[tuple[str, str], list[StatedProject]] = {}
    for one in park_facts.projects(connection):
        stated.setdefault(project_key(one.project), []).append(one)
    begun = {row[0]: date.fromisoformat(row[1]) for row in connection.execute(_FIRST_STEPS)}
    found = (_as_stated(p, stated.get(project_key(p), []), begun.get(p.id)) if p.submission_id else p for p in known)
    return tuple(p for p in found if p is not None)


def entered_by(connection: Connection) -> dict[int, str]:
    """Who entered each project that came in no file, by id."""
    query = select(_P.c.id, _P.c.person).where(_P.c.submission_id == 0)
    return {row[0]: row[1] for row in connection.execute(query)}


def numbers(connection: Connection) -> set[str]:
    """Every project number ever given."""
    return set(connection.execute(select(_P.c.number)).scalars())


def every_key(connection: Connection) -> set[tuple[str, str]]:
    """Which projects are on record, those included that no accepted line speaks of any more."""
    return {project_key(record(Project, row)) for row in connection.execute(select(_P))}


def project_key(project: Project) -> tuple[str, str]:
    """Which project a line of a file is about: park and name."""
    return project.park, plain_key(project.name)


def _as_stated(project: Project, lines: list[StatedProject], begun: date | None) -> Project | None:
    """The project with the figures of the line that counts; None where none does and nothing was done on it yet."""
    counting = [x for x in lines if x.counts]
    if begun is not None:
        counting = [x for x in counting if x.place.month.last_day <= begun or x.place.month == Month.of(begun)]
        counting = counting or [x for x in lines if x.place.submission_id == project.submission_id]
    if not counting:
        return project if begun is not None else None
    told = counting[-1].project
    return replace(
        told, number=project.number, id=project.id, applied_on=project.applied_on, major=project.major, plot=project.plot
    )


_STEP = table_of(own.ProjectStepRow)
_FIRST_STEPS = select(_STEP.c.project_id, func.min(_STEP.c.on)).group_by(_STEP.c.project_id)


def project_files(connection: Connection) -> tuple[ProjectFile, ...]:
    """Every project with all that was said, decided and owed on it, by its number."""
    kinds = (
        (own.ProjectStepRow, Step), (own.OpinionAskedRow, Asked), (own.ProjectOpinionRow, Opinion),
        (own.ProjectMeetingRow, HeldMeeting), (own.ProjectConditionRow, Condition), (own.ProjectPromiseRow, Promise),
    )  # fmt: skip
    steps, asked, opinions, meetings, conditions, promises = (
        _by_project(connection, table_of(row_type), kind) for row_type, kind in kinds
    )
    given = grants(connection)
    return tuple(
        ProjectFile(
            p,
            tuple(steps.get(p.id, ())),
            tuple(asked.get(p.id, ())),
            tuple(opinions.get(p.id, ())),
            tuple(meetings.get(p.id, ())),
            tuple(conditions.get(p.id, ())),
            tuple(promises.get(p.id, ())),
            tuple(g for g in given if g.project == p.number),
        )
        for p in projects(connection)
    )


def _by_project(connection: Connection, table: Table, kind: type[Any]) -> dict[int, list[Any]]:
    found: dict[int, list[Any]] = {}
    for row in connection.execute(select(table).order_by(table.c.id)):
        found.setdefault(row.project_id, []).append(record(kind, row))
    return found


def funds(connection: Connection) -> tuple[tuple[int, Fund], ...]:
    """(id, fund) of every fund, by name."""
    return tuple((r.id, record(Fund, r, limit="limit_fen")) for r in connection.execute(select(_F).order_by(_F.c.name)))


def grants(connection: Connection) -> tuple[Grant, ...]:
    """The grants that stand, oldest first."""
    query = (
        select(_G, _F.c.name.label("fund"), _P.c.number.label("project"))
        .join(_F, _F.c.id == _G.c.fund_id)
        .join(_P, _P.c.id == _G.c.project_id)
        .where(_G.c.undone_at == "")
        .order_by(_G.c.id)
    )
    return tuple(record(Grant, row, amount="amount_fen") for row in connection.execute(query))
