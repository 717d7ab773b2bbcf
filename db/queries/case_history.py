"""Reads of what the parties said of a case, and of what happened to it after landing."""

from __future__ import annotations

import json
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from sqlalchemy import Connection, select

import db.tables as t
from db.journal.marks import printed_mark
from db.store import table_of
from zgc_desktop.domain.case_events import CaseEvent, Position

_P = table_of(t.CasePositionRow)
_E = table_of(t.CaseEventRow)
_J = table_of(t.JournalRow)


def positions(connection: Connection, case_id: str | None = None) -> tuple[Position, ...]:
    """What was said of a case (of every case when None), oldest first."""
    query = select(_P).order_by(_P.c.id)
    if case_id is not None:
        query = query.where(_P.c.case_id == case_id)
    return tuple(
        Position(r.case_id, r.side, r.party, r.answer, r.reason, r.person, date.fromisoformat(r.day),
                 date.fromisoformat(r.due) if r.due else None, r.recorded_at, r.id)
        for r in connection.execute(query)
    )  # fmt: skip


def events(connection: Connection, case_id: str | None = None) -> tuple[CaseEvent, ...]:
    """Events of a case (of every case when None), oldest first."""
    query = select(_E).order_by(_E.c.day, _E.c.id)
    if case_id is not None:
        query = query.where(_E.c.case_id == case_id)
    found = []
    for r in connection.execute(query):
        more = json.loads(r.content)
        parts = tuple((code, Fraction(ratio)) for code, ratio in more.get("parts", ()))
        found.append(
            CaseEvent(
                r.case_id, date.fromisoformat(r.day), r.kind, r.source, r.company, parts, more.get("new_company", ""),
                more.get("to_party", ""), more.get("note", ""), r.recorded_by, r.recorded_at, r.id,
                tuple(more.get("grounds", ())),
            )
        )  # fmt: skip
    return tuple(found)


class JournalLine(NamedTuple):
    """One journalled write that touched a case."""

    at: str
    who: str
    command: str
    sentence: str
    reason: str
    mark: str
    """Number and hash, as papers print them."""


def journal_of(connection: Connection, case_id: str) -> tuple[JournalLine, ...]:
    """What was done to a case, oldest first: its own commands, and settlement decisions that name it."""
    own = _J.c.command.like("case-%") & _J.c.changes.contains(f'"{case_id}"', autoescape=True)
    named = _J.c.command.like("settlement-%") & _J.c.sentence.contains(case_id, autoescape=True)
    query = select(_J.c.at, _J.c.who, _J.c.command, _J.c.sentence, _J.c.reason, _J.c.seq, _J.c.hash)
    found = connection.execute(query.where(own | named).order_by(_J.c.seq))
    return tuple(JournalLine(r.at, r.who, r.command, r.sentence, r.reason, printed_mark(r.seq, r.hash)) for r in found)
