"""Reads of assignment rules, choices by hand, secondary clusters, wishes, room, pins and placement leads."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, select

import db.cluster_tables as own
import db.tables as t
from db.store import table_of
from zgc_desktop.domain.cluster_rules import AssignmentRule, Choice, RuleKind
from zgc_desktop.domain.matching import Pin, PinKind, Wish
from zgc_desktop.domain.periods import Month

_U = table_of(own.ClusterRuleRow)
_H = table_of(own.ClusterChoiceRow)
_2 = table_of(own.StandingSecondaryRow)
_W = table_of(own.WishRow)
_O = table_of(own.RoomRow)
_P = table_of(own.MatchPinRow)
_L = table_of(own.PlacementLeadRow)
_C = table_of(t.CompanyRow)
_M = table_of(t.StandingRow)


def split(text: str) -> tuple[str, ...]:
    """A list as it is kept in one column."""
    return tuple(part for part in text.split("、") if part)


def _until(number: int) -> Month | None:
    return Month.from_number(number) if number else None


def rules(connection: Connection) -> tuple[AssignmentRule, ...]:
    """The assignment rules that stand, oldest first."""
    rows = connection.execute(select(_U).where(_U.c.undone_at == "").order_by(_U.c.id))
    return tuple(
        AssignmentRule(
            r.id, RuleKind(r.kind), r.words, r.park, r.cluster, Month.from_number(r.from_month), _until(r.to_month), r.note
        )
        for r in rows
    )


def choices(connection: Connection) -> tuple[Choice, ...]:
    """The choices by hand that stand, oldest first."""
    query = select(_H, _C.c.credit_code).join(_C, _C.c.id == _H.c.company_id).where(_H.c.undone_at == "").order_by(_H.c.id)
    return tuple(
        Choice(
            r.id, r.credit_code, r.cluster, split(r.secondary), Month.from_number(r.from_month), _until(r.to_month), r.reason
        )
        for r in connection.execute(query)
    )


def secondary(connection: Connection, month: Month) -> dict[str, tuple[str, ...]]:
    """The secondary clusters of a month by credit code."""
    query = select(_C.c.credit_code, _2.c.cluster).join(_C, _C.c.id == _2.c.company_id).where(_2.c.month == month.number)
    found: dict[str, tuple[str, ...]] = {}
    for code, cluster in connection.execute(query):
        found[code] = (*found.get(code, ()), cluster)
    return found


@dataclass(frozen=True, slots=True)
class WishRecord:
    """A wish as registered: its id, the company, the paper and its day, who registered it."""

    id: int
    company_id: int
    written_on: date
    paper: str
    person: str
    wish: Wish


def wishes(connection: Connection, month: Month) -> tuple[WishRecord, ...]:
    """The wishes that stand of companies in a month's ledger, with where each company is then."""
    query = (
        select(_W, _C.c.credit_code, _C.c.name.label("company"), _M.c.park, _M.c.cluster, _M.c.industry)
        .join(_C, _C.c.id == _W.c.company_id)
        .join(_M, _M.c.company_id == _W.c.company_id)
        .where(_M.c.month == month.number, _M.c.closed == 0, _W.c.undone_at == "")
        .where(_W.c.written_on <= month.last_day.isoformat())
        .order_by(_W.c.id)
    )
    return tuple(
        WishRecord(
            r.id,
            r.company_id,
            date.fromisoformat(r.written_on),
            r.paper,
            r.person,
            Wish(
                r.credit_code, r.company, r.park, r.cluster, r.industry or None, r.need_m2, split(r.modes), split(r.carriers),
                split(r.parks), bool(r.stay),
            ),
        )
        for r in connection.execute(query)
    )  # fmt: skip


def room(connection: Connection, month: Month) -> dict[str, tuple[int, str, str]]:
    """(free square metres, admission standard, source) by cluster: the newest record up to a month."""
    query = select(_O).where(_O.c.month <= month.number).order_by(_O.c.month, _O.c.id)
    return {r.cluster: (r.free_m2, r.admission, r.source) for r in connection.execute(query)}


def pins(connection: Connection) -> tuple[tuple[int, Pin], ...]:
    """(id, pin) of the pins and forbids that stand."""
    query = select(_P, _C.c.credit_code).join(_C, _C.c.id == _P.c.company_id).where(_P.c.undone_at == "").order_by(_P.c.id)
    return tuple((r.id, Pin(r.credit_code, r.cluster, PinKind(r.kind), r.reason)) for r in connection.execute(query))


@dataclass(frozen=True, slots=True)
class PlacementLead:
    """A proposal handed on as a lead."""

    id: int
    credit_code: str
    name: str
    from_park: str
    from_cluster: str
    to_park: str
    to_cluster: str
    score: int
    why: str


def leads(connection: Connection, month: Month) -> tuple[PlacementLead, ...]:
    """The placement leads of a month that stand."""
    query = select(_L, _C.c.credit_code, _C.c.name).join(_C, _C.c.id == _L.c.company_id)
    rows = connection.execute(query.where(_L.c.month == month.number, _L.c.undone_at == "").order_by(_L.c.id))
    return tuple(
        PlacementLead(r.id, r.credit_code, r.name, r.from_park, r.from_cluster, r.to_park, r.to_cluster, r.score, r.why)
        for r in rows
    )


def standing_wishes(connection: Connection, company_id: int) -> tuple[int, ...]:
    """The ids of a company's wishes that stand."""
    query = select(_W.c.id).where(_W.c.company_id == company_id, _W.c.undone_at == "").order_by(_W.c.id)
    return tuple(connection.execute(query).scalars())
