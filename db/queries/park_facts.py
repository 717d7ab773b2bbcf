"""Reads of what the accepted files say of the parks themselves: plots, projects, indicators, each with its source cell."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, Select, Table, select

import db.park_tables as own
import db.tables as t
from db.store import table_of
from zgc_desktop.domain.land.plots import Plot
from zgc_desktop.domain.park_layouts import FLOWS, INDICATORS
from zgc_desktop.domain.periods import Month
from zgc_desktop.domain.registers import Entry
from zgc_desktop.domain.review.projects import Project

_SPACE = table_of(own.SpaceFactRow)
_PROJECT = table_of(own.ProjectFactRow)
_INDICATOR = table_of(own.IndicatorFactRow)
_S = table_of(t.SubmissionRow)
_ACCEPTED, _LIVE = ("accepted",), ("registered", "accepted")


@dataclass(frozen=True, slots=True)
class PlaceIn:
    """Where a line of a file stands: park, month, version, the sheet's name, its row, and the letter of every column."""

    submission_id: int
    park: str
    month: Month
    version: int
    sheet: str
    row: int
    letters: dict[str, str]

    def cell(self, key: str) -> str:
        """The A1 address of one field; the row alone where the file has no such column."""
        return f"{self.letters[key]}{self.row}" if self.letters.get(key) else f"第 {self.row} 行"

    def source(self, key: str) -> str:
        """``报送：昌平园 2026-10 第1版 空间!B6``."""
        return f"报送：{self.park} {self.month} 第{self.version}版 {self.sheet}!{self.cell(key)}"


def _lines(table: Table, sheet_key: str, query: Select[Any], connection: Connection) -> Iterator[tuple[Row[Any], PlaceIn]]:
    """The rows of a query over a fact table joined to its version, each with its place."""
    sheets: dict[int, tuple[str, dict[str, str]]] = {}
    for row in connection.execute(query):
        if row.submission_id not in sheets:
            told = json.loads(row.sheets).get(sheet_key, {})
            sheets[row.submission_id] = told.get("name", ""), told.get("letters", {})
        name, letters = sheets[row.submission_id]
        place = PlaceIn(row.submission_id, row.park, Month.from_number(row.month), row.version, name, row.sheet_row, letters)
        yield row, place


def _of(table: Table, states: Iterable[str], *, sound: bool = True) -> Select[Any]:
    """The lines of versions in some states, oldest first; those with a value in doubt only when asked."""
    query = (
        select(table, _S.c.park, _S.c.version, _S.c.sheets, _S.c.state.label("version_state"))
        .join(_S, _S.c.id == table.c.submission_id)
        .where(_S.c.state.in_(tuple(states)))
        .order_by(table.c.month, table.c.submission_id, table.c.sheet_row)
    )
    return query.where(table.c.doubtful == "") if sound else query


@dataclass(frozen=True, slots=True)
class StatedPlot:
    """A plot as a file states it, and where."""

    plot: Plot
    place: PlaceIn


def plots(connection: Connection, month: Month) -> tuple[StatedPlot, ...]:
    """The plots of accepted files up to a month, oldest first."""
    query = _of(_SPACE, _ACCEPTED).where(_SPACE.c.month <= month.number)
    return tuple(_stated(connection, query))


def plots_handed_in(connection: Connection, month: Month, park: str) -> tuple[StatedPlot, ...]:
    """The plots in the other parks' files of a month, whether accepted yet or not."""
    query = _of(_SPACE, _LIVE).where(_SPACE.c.month == month.number, _S.c.park != park)
    return tuple(_stated(connection, query))


def _stated(connection: Connection, query: Select[Any]) -> Iterator[StatedPlot]:
    for row, place in _lines(_SPACE, "space", query, connection):
        if row.number is None or row.area is None:
            continue
        reserved = row.state == "储备"
        plot = Plot(
            row.number, place.park, place.month, row.area,
            cluster=_in_cluster(row.cluster), level=row.level or "", use=row.use or "", ownership=row.ownership or "",
            used=row.used, supply=row.supply or "", term_from=_day(row.term_from), term_to=_day(row.term_to),
            ratio_percent=row.ratio_percent, self_held=row.self_held, state=row.state or "", idle_since=_day(row.idle_since),
            reserve_reason=(row.note or "") if reserved else "", note="" if reserved else row.note or "",
            source=place.source("number"),
        )  # fmt: skip
        yield StatedPlot(plot, place)


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _in_cluster(name: str | None) -> str:
    return "" if name is None or name in ("园内组团外", "组团外", "非组团", "其他") else name


@dataclass(frozen=True, slots=True)
class StatedProject:
    """A project as a file states it, where, and whether that file counts (is accepted)."""

    project: Project
    place: PlaceIn
    counts: bool


def projects(connection: Connection, park: str = "") -> tuple[StatedProject, ...]:
    """The projects of every file ever accepted (of a park), oldest first; those replaced or returned since do not count."""
    query = _of(_PROJECT, ("accepted", "superseded", "returned"))
    found = []
    for row, place in _lines(_PROJECT, "project", query.where(_S.c.park == park) if park else query, connection):
        if row.name is None:
            continue
        told = (("阶段", row.stage), ("拟提交联审", row.to_review), ("", row.note))
        project = Project(
            "", row.name, place.park, place.month.last_day, row.company_code or "", _in_cluster(row.cluster),
            row.industry or "", row.investment_fen, row.total_investment_fen, row.area, row.output_fen, row.people,
            row.research, row.energy or "", row.environment or "", source=place.source("name"),
            note="；".join(f"{title}：{text}" if title else text for title, text in told if text),
            submission_id=place.submission_id,
        )  # fmt: skip
        found.append(StatedProject(project, place, row.version_state == "accepted"))
    return tuple(found)


def indicators(connection: Connection, month: Month, park: str = "") -> tuple[tuple[Entry, PlaceIn], ...]:
    """The fixed indicators of accepted files up to a month, oldest first, as entries of the register 园区指标.

    The figure of an indicator that adds up over the year is its 累计, of any other the month's own.
    """
    query = _of(_INDICATOR, _ACCEPTED).where(_INDICATOR.c.month <= month.number)
    found = []
    for row, place in _lines(_INDICATOR, "indicator", query.where(_S.c.park == park) if park else query, connection):
        flow = row.indicator in FLOWS
        value = row.ytd if flow and row.ytd is not None else row.value
        if row.indicator not in INDICATORS or value is None:
            continue
        key = "ytd" if flow and row.ytd is not None else "value"
        told = (
            ("indicator", row.indicator), ("period", str(place.month)), ("value", value), ("total", row.ytd),
            ("last_year", row.last_year), ("unit", INDICATORS[row.indicator]), ("basis", row.basis),
        )  # fmt: skip
        values = tuple((name, text) for name, text in told if text)
        source = place.source(key) + (f"（{row.source}）" if row.source else "")
        entry = Entry("indicators", place.park, date(place.month.year, place.month.month, 1), None, values, source)
        found.append((entry, place))
    return tuple(found)


def last_ytd(connection: Connection, park: str, month: Month) -> dict[str, str]:
    """The 累计 of a park's newest live version before a month within its year, by indicator."""
    query = (
        select(_INDICATOR.c.indicator, _INDICATOR.c.ytd, _INDICATOR.c.month)
        .join(_S, _S.c.id == _INDICATOR.c.submission_id)
        .where(_S.c.park == park, _S.c.state.in_(_LIVE), _INDICATOR.c.month < month.number)
        .where(_INDICATOR.c.month >= Month(month.year, 1).number, _INDICATOR.c.doubtful == "")
        .order_by(_INDICATOR.c.month, _INDICATOR.c.submission_id)
    )
    return {row.indicator: row.ytd for row in connection.execute(query) if row.indicator and row.ytd is not None}
