"""Reads of the ledger: companies as at a month, one company's card, and figures by park, industry and cluster."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, func, select

import db.tables as t
from db.bulk import plain_rows
from db.queries import identity, outside
from db.queries.claims import park_line
from db.queries.tax import place
from db.store import table_of
from zgc_desktop.domain.companies import CompanyCard, CompanyItem, MonthFigures, Residence
from zgc_desktop.domain.company_ties import Member
from zgc_desktop.domain.money import Fen
from zgc_desktop.domain.periods import Month
from zgc_desktop.domain.placement import Group

_S = table_of(t.SubmissionRow)
_R = table_of(t.RosterFactRow)
_T = table_of(t.TaxFactRow)
_M = table_of(t.StandingRow)
_C = table_of(t.CompanyRow)
_N = table_of(t.CompanyNameRow)
_I = table_of(t.IssueRow)
_G = table_of(t.RecognitionRow)
_K = table_of(t.CaseRow)
_AT_ONCE: Final = 5_000
"""So many words one question may hold: SQLite takes some thirty thousand."""
_NO_ZONES: Final[Mapping[str, str]] = MappingProxyType({})
_SAME_R = (_R.c.month == _M.c.month) & (_R.c.submission_id == _M.c.submission_id) & (_R.c.company_id == _M.c.company_id)
_SAME_T = (_T.c.month == _M.c.month) & (_T.c.submission_id == _M.c.submission_id) & (_T.c.company_id == _M.c.company_id)


def companies(connection: Connection, month: Month, zones: Mapping[str, str] = _NO_ZONES) -> tuple[CompanyItem, ...]:
    """Every company that counts in a month, by park and name; ``zones`` gives each park's zone."""
    marked = {
        row[0]: row[1]
        for row in connection.execute(
            select(_I.c.credit_code, func.count())
            .join(_S, _S.c.id == _I.c.submission_id)
            .where(_S.c.month == month.number, _S.c.state == "accepted", _I.c.credit_code != "", _I.c.severity != "notice")
            .group_by(_I.c.credit_code)
        )
    }
    query = (
        select(_M.c.company_id, _C.c.credit_code, _C.c.name, _M.c.park, _M.c.cluster, _M.c.industry, _R.c.tier, _R.c.status,
               _R.c.employees, _R.c.revenue_fen, _T.c.total_fen, _M.c.disputed_with, _M.c.cluster_how)
        .select_from(_M)
        .join(_C, _C.c.id == _M.c.company_id)
        .join(_R, _SAME_R)
        .outerjoin(_T, _SAME_T)
        .where(_M.c.month == month.number)
        .order_by(_M.c.park, _C.c.name, _C.c.id)
    )  # fmt: skip
    return tuple(_item(r, marked.get(r[1], 0), zones.get(r[3], "")) for r in plain_rows(connection, query))


_ON_PURPOSE = ("outside", "manual")
"""How a company came to be in no cluster where nobody has to place it any more."""


def _item(r: Any, issues: int, zone: str) -> CompanyItem:
    return CompanyItem(
        r[0], r[1], r[2], r[3], r[4], r[5], r[6] or "", r[7] or "", r[8], r[9], r[10], r[11], issues, zone=zone,
        outside=not r[4] and r[12] in _ON_PURPOSE,
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class StandingFigures:
    """What the sections of the report are summed from, one company of one month."""

    company_id: int
    park: str
    cluster: str
    cluster_how: str
    industry: str
    closed: bool
    disputed: bool
    revenue_fen: Fen | None
    tax_fen: Fen | None


def figures(connection: Connection, month: Month) -> tuple[StandingFigures, ...]:
    """Park, cluster, industry, revenue and tax of every company that counts in a month."""
    query = (
        select(_M.c.company_id, _M.c.park, _M.c.cluster, _M.c.cluster_how, _M.c.industry, _M.c.closed, _M.c.disputed_with,
               _R.c.revenue_fen, _T.c.total_fen)
        .select_from(_M)
        .join(_R, _SAME_R)
        .outerjoin(_T, _SAME_T)
        .where(_M.c.month == month.number)
        .order_by(_M.c.company_id)  # as the rows are kept; a server promises no order by itself
    )  # fmt: skip
    rows = plain_rows(connection, query)
    return tuple(StandingFigures(r[0], r[1], r[2], r[3], r[4], bool(r[5]), bool(r[6]), r[7], r[8]) for r in rows)


def groups(connection: Connection, month: Month) -> tuple[Group, ...]:
    """How many companies count in a month by park, cluster and industry, closed ones left out, and their sums."""
    keys = (_M.c.park, _M.c.cluster, _M.c.industry)
    revenue, tax = _R.c.revenue_fen, _T.c.total_fen
    query = (
        select(*keys, func.count(), func.count(revenue), func.sum(revenue), func.count(tax), func.sum(tax))
        .select_from(_M)
        .join(_R, _SAME_R)
        .outerjoin(_T, _SAME_T)
        .where(_M.c.month == month.number, _M.c.closed == 0)
        .group_by(*keys)
        .order_by(*keys)
    )
    return tuple(Group(*row) for row in connection.execute(query))


def named(connection: Connection, month: Month, told: Iterable[str]) -> tuple[Member, ...]:
    """The companies of a month that bear one of these codes or names, by park and name; closed ones left out."""
    query = (
        select(_C.c.credit_code, _C.c.name, _M.c.park, _M.c.cluster, _R.c.revenue_fen, _T.c.total_fen)
        .select_from(_C)
        .join(_M, (_M.c.month == month.number) & (_M.c.company_id == _C.c.id))
        .join(_R, _SAME_R)
        .outerjoin(_T, _SAME_T)
        .where(_M.c.closed == 0)
    )
    wanted, found = sorted(told), dict[str, Member]()
    for start in range(0, len(wanted), _AT_ONCE):
        some = wanted[start : start + _AT_ONCE]
        for column, words in ((_C.c.credit_code, {w.upper() for w in some}), (_C.c.name, set(some))):
            found |= {r[0]: Member(*r) for r in connection.execute(query.where(column.in_(words)))}
    return tuple(sorted(found.values(), key=lambda c: (c.park, c.name)))


def stated_industries(connection: Connection, month: Month) -> Counter[tuple[str, str]]:
    """How many companies of a month stated each industry, by (cluster, industry as stated); those of no cluster left out."""
    keys = (_M.c.cluster, _M.c.industry)
    query = select(*keys, func.count()).where(_M.c.month == month.number, _M.c.cluster != "").group_by(*keys).order_by(*keys)
    return Counter({(r[0], r[1]): r[2] for r in connection.execute(query)})


@dataclass(frozen=True, slots=True)
class Assigned:
    """One company's cluster in a month, and why."""

    credit_code: str
    name: str
    park: str
    cluster: str
    how: str
    reason: str
    industry: str


def assigned(connection: Connection, month: Month) -> tuple[Assigned, ...]:
    """Cluster assignments of a month with their reasons, by park and name."""
    return _assigned(connection, _M.c.month == month.number)


def unassigned(connection: Connection, month: Month) -> tuple[Assigned, ...]:
    """The companies of a month that no cluster took, with the reasons, by park and name; closed ones left out."""
    return _assigned(connection, _M.c.month == month.number, _M.c.cluster_how == "unassigned", _M.c.closed == 0)


def _assigned(connection: Connection, *where: ColumnElement[bool]) -> tuple[Assigned, ...]:
    query = (
        select(_C.c.credit_code, _C.c.name, _M.c.park, _M.c.cluster, _M.c.cluster_how, _M.c.cluster_reason, _M.c.industry)
        .join(_C, _C.c.id == _M.c.company_id)
        .where(*where)
        .order_by(_M.c.park, _C.c.name, _C.c.id)
    )
    return tuple(Assigned(*row) for row in connection.execute(query))


def company_id_of(connection: Connection, credit_code: str) -> int | None:
    """The company with that credit code."""
    return connection.execute(select(_C.c.id).where(_C.c.credit_code == credit_code)).scalar()


def card(connection: Connection, company_id: int, month: Month) -> CompanyCard | None:
    """Everything known of one company; its line is that of the newest month not after ``month`` in which it counted.

    One merged into another is shown as that one, with the months, names, cases and issues of both.
    """
    company_id, both = identity.counted_as(connection, company_id)
    company = connection.execute(select(_C).where(_C.c.id == company_id)).first()
    if company is None:
        return None
    months = _months(connection, both, month)
    line: Sequence[Residence] = next((found for one in both if (found := park_line(connection, one))), ())
    names = connection.execute(select(_N.c.name).where(_N.c.company_id.in_(both)).order_by(_N.c.seen_month, _N.c.id)).scalars()
    cases = connection.execute(select(_K).where(_K.c.company_id.in_(both)).order_by(_K.c.id))
    codes = set(connection.execute(select(_C.c.credit_code).where(_C.c.id.in_(both))).scalars())
    over = outside.cases(connection)
    recognised = connection.execute(select(_G).where(_G.c.company_id.in_(both)).order_by(_G.c.valid_from))
    issues = connection.execute(
        select(_S.c.park, _S.c.version, _I.c.sheet, _I.c.cell, _I.c.message)
        .join(_S, _S.c.id == _I.c.submission_id)
        .where(_I.c.credit_code.in_(select(_C.c.credit_code).where(_C.c.id.in_(both))), _S.c.month == month.number)
        .order_by(_I.c.id)
    )
    return CompanyCard(
        item=_line(connection, both, month, company.credit_code, company.name),
        former_names=tuple(dict.fromkeys(n for n in names if n != company.name)),
        address=company.address,
        founded_on=_date(company.founded_on),
        residences=tuple(line),
        months=months,
        cases=(
            *((c.id, f"{c.from_park} → {c.to_park}，{c.nature or '性质未填'}，{c.state}") for c in cases),
            *((c.number, f"{c.route}，{c.nature or '性质未填'}，{c.state.value}") for c in over if c.credit_code in codes),
        ),
        recognitions=tuple((g.tier, f"{g.document} {g.batch}，{g.valid_from} 至 {g.valid_to or '长期'}") for g in recognised),
        issues=tuple((f"{i[0]} 第{i[1]}版 · {i[2]}!{i[3]}", i[4]) for i in issues),
    )


def _date(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _line(connection: Connection, both: Sequence[int], month: Month, code: str, name: str) -> CompanyItem:
    query = (
        select(_M.c.park, _M.c.cluster, _M.c.industry, _R.c.tier, _R.c.status, _R.c.employees, _R.c.revenue_fen, _T.c.total_fen,
               _M.c.disputed_with)
        .select_from(_M)
        .join(_R, _SAME_R)
        .outerjoin(_T, _SAME_T)
        # Each month by name: standings are kept by month, and without it every company's would be gone through.
        .where(_M.c.company_id.in_(both), _M.c.month.in_(_opened(connection, month)))
        .order_by(_M.c.month.desc())
    )  # fmt: skip
    r = connection.execute(query).first()
    if r is None:
        return CompanyItem(both[0], code, name, "", "", "", "", "", None, None, None)
    return CompanyItem(both[0], code, name, r[0], r[1], r[2], r[3] or "", r[4] or "", r[5], r[6], r[7], r[8])


def _opened(connection: Connection, until: Month) -> list[int]:
    """The numbers of the months the desk has opened up to one."""
    table = table_of(t.MonthRow)
    return list(connection.execute(select(table.c.month).where(table.c.month <= until.number)).scalars())


def _months(connection: Connection, both: Sequence[int], until: Month) -> tuple[MonthFigures, ...]:
    """Every accepted claim on the company up to a month, oldest first, with the cells behind the figures."""
    same_tax = (_T.c.month == _R.c.month) & (_T.c.submission_id == _R.c.submission_id) & (_T.c.company_id == _R.c.company_id)
    counted = (_M.c.month == _R.c.month) & (_M.c.submission_id == _R.c.submission_id) & (_M.c.company_id == _R.c.company_id)
    query = (
        select(_R.c.month, _S.c.park, _S.c.version, _S.c.sheets, _R.c.sheet_row, _R.c.revenue_fen, _R.c.rd_fen, _R.c.employees,
               _T.c.total_fen, _T.c.sheet_row.label("tax_row"), _M.c.company_id.label("counts"))
        .select_from(_R)
        .join(_S, _S.c.id == _R.c.submission_id)
        .outerjoin(_T, same_tax)
        .outerjoin(_M, counted)
        # By the versions' month and in their order: then each is one look into the facts, and not all of them are gone through.
        .where(_R.c.company_id.in_(both), _R.c.month == _S.c.month, _S.c.month <= until.number, _S.c.state == "accepted")
        .order_by(_S.c.month, _S.c.park)
    )  # fmt: skip
    found = []
    for r in connection.execute(query):
        sources = [
            (title, place(r.park, r.version, r.sheets, "enterprise", field, r.sheet_row))
            for title, field, value in (("营业收入", "revenue_fen", r.revenue_fen), ("研发费用", "rd_fen", r.rd_fen))
            if value is not None
        ]
        if r.total_fen is not None:
            sources.append(("地方税收", place(r.park, r.version, r.sheets, "tax", "total_fen", r.tax_row)))
        month = Month.from_number(r.month)
        found.append(
            MonthFigures(month, r.park, r.revenue_fen, r.total_fen, r.rd_fen, r.employees, r.counts is not None, tuple(sources))
        )
    return tuple(found)


def name_of(connection: Connection, company_id: int) -> str:
    """A company's present name."""
    return str(connection.execute(select(_C.c.name).where(_C.c.id == company_id)).scalar_one())


def stock_by_month(connection: Connection, months: Iterable[Month], parks: Iterable[str] | None = None) -> dict[Month, int]:
    """How many companies counted in each month, closed ones left out, in all parks or in some (同口径)."""
    numbers = [m.number for m in months]
    query = select(_M.c.month, func.count()).where(_M.c.month.in_(numbers), _M.c.closed == 0).group_by(_M.c.month)
    if parks is not None:
        query = query.where(_M.c.park.in_(list(parks)))
    return {Month.from_number(row[0]): row[1] for row in connection.execute(query)}
