"""Reads of cases with a party outside the city, and of where their companies were reported last."""

from __future__ import annotations

from sqlalchemy import Connection, select

import db.outside_tables as own
import db.tables as t
from db.plain_rows import record
from db.store import table_of
from zgc_desktop.domain.outside import OutsideCase, OutsideFigure, OutsideStep
from zgc_desktop.domain.periods import Month

_C = table_of(own.OutsideCaseRow)
_S = table_of(own.OutsideStepRow)
_F = table_of(own.OutsideFigureRow)


def cases(connection: Connection) -> tuple[OutsideCase, ...]:
    """Every case with what is on file of it, by number."""
    steps: dict[int, list[OutsideStep]] = {}
    for row in connection.execute(select(_S).order_by(_S.c.id)):
        steps.setdefault(row.outside_id, []).append(record(OutsideStep, row))
    figures: dict[int, dict[tuple[str, str], OutsideFigure]] = {}
    for row in connection.execute(select(_F).order_by(_F.c.id)):
        figures.setdefault(row.outside_id, {})[row.kind, row.period] = record(OutsideFigure, row)
    return tuple(
        record(
            OutsideCase,
            row,
            {
                "steps": tuple(steps.get(row.id, ())),
                "figures": tuple(sorted(figures.get(row.id, {}).values(), key=lambda f: (f.kind, f.period))),
            },
        )
        for row in connection.execute(select(_C).order_by(_C.c.number))
    )


def last_reported(connection: Connection) -> dict[str, tuple[Month, str]]:
    """Credit code -> (newest month it counts in, park), for the companies of such cases."""
    s, c = table_of(t.StandingRow).c, table_of(t.CompanyRow).c
    codes = {
        row[0]: row[1]
        for row in connection.execute(select(c.id, c.credit_code).where(c.credit_code.in_(select(_C.c.credit_code))))
    }
    months = select(table_of(t.MonthRow).c.month)  # named, so that the key (month, company) is looked up and nothing scanned
    found: dict[str, tuple[Month, str]] = {}
    for company, code in codes.items():  # a handful; asked for together, the database reads every month of every company
        one = (s.month.in_(months), s.company_id == company)
        newest = select(s.month, s.park).where(*one).order_by(s.month.desc()).limit(1)
        if (row := connection.execute(newest).first()) is not None:
            found[code] = Month.from_number(row[0]), row[1]
    return found
