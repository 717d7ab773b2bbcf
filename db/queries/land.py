"""Reads of plots and linked plots."""

from __future__ import annotations

from sqlalchemy import Connection, select

import db.land_tables as own
from db.plain_rows import record
from db.queries import park_facts
from db.store import table_of
from zgc_desktop.domain.land.linked import LinkedPlot
from zgc_desktop.domain.land.plots import Plot, latest, plain_key
from zgc_desktop.domain.periods import Month

_P = table_of(own.PlotRow)
_L = table_of(own.LinkedPlotRow)
_ALWAYS = Month(2200, 12)


def plots(connection: Connection, month: Month) -> tuple[Plot, ...]:
    """The newest record of every plot up to a month, by number: of accepted files and of what people registered.

    Within one month a person's record stands before the file's.
    """
    stated = [s.plot for s in park_facts.plots(connection, month)]
    return latest((*stated, *(plot for plot, _ in by_hand(connection, month))), month)


def by_hand(connection: Connection, month: Month) -> tuple[tuple[Plot, str], ...]:
    """(record, who registered it) of everything people registered up to a month, oldest first."""
    query = select(_P).where(_P.c.undone_at == "", _P.c.month <= month.number).order_by(_P.c.month, _P.c.id)
    return tuple((record(Plot, row, as_of="month"), row.person) for row in connection.execute(query))


def plot_records(connection: Connection, number: str) -> tuple[tuple[int, Plot, str], ...]:
    """(id, record, when it was taken back or '') of everything ever said of a plot, oldest first; id 0 = from a file."""
    key = plain_key(number)
    return tuple(found for found in every_record(connection) if plain_key(found[1].number) == key)


def every_record(connection: Connection) -> tuple[tuple[int, Plot, str], ...]:
    """(id, record, when it was taken back or '') of every plot, by month and age; id 0 = from an accepted file."""
    stated = [(0, s.plot, "") for s in park_facts.plots(connection, _ALWAYS)]
    query = select(_P).order_by(_P.c.month, _P.c.id)
    own = [(row.id, record(Plot, row, as_of="month"), row.undone_at) for row in connection.execute(query)]
    return tuple(sorted((*stated, *own), key=lambda found: found[1].as_of))


def linked(connection: Connection) -> tuple[LinkedPlot, ...]:
    """The linked plots that stand, oldest first."""
    query = select(_L).where(_L.c.undone_at == "").order_by(_L.c.id)
    return tuple(record(LinkedPlot, row) for row in connection.execute(query))
