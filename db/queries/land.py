"""Reads of plots and linked plots."""

from __future__ import annotations

from sqlalchemy import Connection, select

import db.land_tables as own
from db.plain_rows import record
from db.store import table_of
from zgc_desktop.domain.land.linked import LinkedPlot
from zgc_desktop.domain.land.plots import Plot, latest
from zgc_desktop.domain.periods import Month

_P = table_of(own.PlotRow)
_L = table_of(own.LinkedPlotRow)


def plots(connection: Connection, month: Month) -> tuple[Plot, ...]:
    """The newest record of every plot up to a month, by number."""
    query = select(_P).where(_P.c.undone_at == "", _P.c.month <= month.number).order_by(_P.c.month, _P.c.id)
    return latest((record(Plot, row, as_of="month") for row in connection.execute(query)), month)


def plot_records(connection: Connection, number: str) -> tuple[tuple[int, Plot, str], ...]:
    """(id, record, when it was taken back or '') of everything ever registered of a plot, oldest first."""
    query = select(_P).where(_P.c.number == number).order_by(_P.c.month, _P.c.id)
    return tuple((row.id, record(Plot, row, as_of="month"), row.undone_at) for row in connection.execute(query))


def every_record(connection: Connection) -> tuple[tuple[int, Plot, str], ...]:
    """(id, record, when it was taken back or '') of every plot, by month and age."""
    found = connection.execute(select(_P).order_by(_P.c.month, _P.c.id))
    return tuple((row.id, record(Plot, row, as_of="month"), row.undone_at) for row in found)


def linked(connection: Connection) -> tuple[LinkedPlot, ...]:
    """The linked plots that stand, oldest first."""
    query = select(_L).where(_L.c.undone_at == "").order_by(_L.c.id)
    return tuple(record(LinkedPlot, row) for row in connection.execute(query))
