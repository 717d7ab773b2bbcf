"""The sheets about the park itself (空间、项目准入、园区指标): what is on record before a file, what accepting it enters."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import chain

from db import entries as writes
from db.plain_rows import values_of
from db.queries import coordination, land, park_facts
from db.queries import projects as project_reads
from db.queries.park_facts import PlaceIn
from db.store import Reading, UnitOfWork
from zgc_desktop.domain import areas
from zgc_desktop.domain.assessment.schemes import Scheme
from zgc_desktop.domain.cell_words import cell_words
from zgc_desktop.domain.errors import Refused
from zgc_desktop.domain.land.plots import Plot, plain_key
from zgc_desktop.domain.park_layouts import EVERY_SHEET, FLOWS, INDICATORS
from zgc_desktop.domain.park_record import KnownIndicator, KnownPlot, KnownProject, ParkRecord
from zgc_desktop.domain.periods import Month
from zgc_desktop.domain.registers import PARK, WHOLE, Entry
from zgc_desktop.services.context import AppContext


def record_of(ctx: AppContext, park: str, month: Month) -> ParkRecord:
    """What the desk knows of a park's land, projects and indicators before its file of a month, that file's own left out."""
    with ctx.store.read() as connection:
        return ParkRecord(
            _known_plots(connection, park, month),
            _known_projects(connection),
            {name: Decimal(text) for name, text in park_facts.last_ytd(connection, park, month).items()},
            _entered(connection, park, month),
        )


def _known_plots(connection: Reading, park: str, month: Month) -> tuple[KnownPlot, ...]:
    """The plots that stand, and those other parks have handed in this month without being accepted yet."""
    found: dict[str, KnownPlot] = {}
    stated = [s.plot for s in park_facts.plots(connection, month) if (s.plot.park, s.plot.as_of) != (park, month)]
    known = chain((KnownPlot(p) for p in stated), (KnownPlot(p, who) for p, who in land.by_hand(connection, month)))
    for one in sorted(known, key=lambda k: (k.plot.as_of, bool(k.who))):
        found[plain_key(one.plot.number)] = one
    for other in park_facts.plots_handed_in(connection, month, park):
        found[plain_key(other.plot.number)] = KnownPlot(other.plot)
    return tuple(found.values())


def _known_projects(connection: Reading) -> tuple[KnownProject, ...]:
    who = project_reads.entered_by(connection)
    return tuple(KnownProject(f.project, f.state, who.get(f.project.id, "")) for f in project_reads.project_files(connection))


def _entered(connection: Reading, park: str, month: Month) -> dict[str, KnownIndicator]:
    found: dict[str, KnownIndicator] = {}
    for entry in coordination.entries(connection, "indicators"):
        name = entry.value("indicator")
        if entry.subject == park and entry.value("period") == str(month):
            figure = entry.value("total") if name in FLOWS and entry.value("total") else entry.value("value")
            found[name] = KnownIndicator(Decimal(figure), entry.person)
    return found


def enter_projects(unit: UnitOfWork, ctx: AppContext, submissions: Iterable[int]) -> int:
    """Enter the projects of versions just accepted that are not on record yet, each under the next number; returns how many.

    A project on record keeps its number: what it states is read from the newest accepted line about it.
    """
    accepted = set(submissions)
    lines = [x.project for x in park_facts.projects(unit.connection) if x.counts and x.place.submission_id in accepted]
    if not lines:
        return 0
    on_record = project_reads.every_key(unit.connection)
    taken = project_reads.numbers(unit.connection)
    entered = 0
    for project in lines:
        if project_reads.project_key(project) in on_record:
            continue
        head = f"XM-{project.applied_on.year}-"
        last = max((int(n[len(head) :]) for n in taken if n.startswith(head) and n[len(head) :].isdigit()), default=0)
        named = replace(project, number=f"{head}{last + 1:03d}")
        writes.add(unit, "project", values_of(named, "id"), person=ctx.who, at=ctx.now())
        taken.add(named.number)
        on_record.add(project_reads.project_key(project))
        entered += 1
    return entered


def indicator_entries(connection: Reading, month: Month, entered: Iterable[Entry]) -> tuple[Entry, ...]:
    """The park indicators up to a month, oldest first: of accepted files, and what people entered, which stands before them."""
    by_hand = list(entered)
    said = {(e.subject, e.value("indicator"), e.value("period")) for e in by_hand}
    of_files = [e for e, _ in park_facts.indicators(connection, month)]
    kept = [e for e in of_files if (e.subject, e.value("indicator"), e.value("period")) not in said]
    return tuple(sorted((*kept, *by_hand), key=lambda e: e.from_day))


def indicator_figures(ctx: AppContext, month: Month) -> dict[str, dict[str, str]]:
    """The newest figure of every indicator up to a month within its year by park: what an assessment may be fed with."""
    with ctx.store.read() as connection:
        entered = [e for e in coordination.entries(connection, "indicators") if e.holds(month.last_day)]
        known = indicator_entries(connection, month, entered)
    found: dict[str, dict[str, str]] = {}
    for entry in known:
        if entry.subject != WHOLE and entry.value("period").startswith(str(month.year)):
            found.setdefault(entry.subject, {})[entry.value("indicator")] = entry.value("value")
    return found


def figures_for(ctx: AppContext, scheme: Scheme, month: Month) -> dict[str, dict[str, str]]:
    """What the parks reported up to a month as the figures of a scheme on parks, by indicator key; Refused for another scheme.

    An indicator of the scheme is a reported one by its title (or key); one nobody reports stays without a figure (未报).
    """
    if scheme.subject != PARK:
        raise Refused(f"方案{scheme.title}考核的是{scheme.subject}，不是分园", advice="园区指标只能用于分园的方案")
    wanted = {i.title if i.title in INDICATORS else i.key: i.key for g in scheme.groups for i in g.indicators}
    if not wanted.keys() & INDICATORS.keys():
        raise Refused(f"方案{scheme.title}没有报送表 7 的指标", advice=f"报送的指标：{'、'.join(INDICATORS)}")
    reported = indicator_figures(ctx, month)
    return {park: {key: reported.get(park, {}).get(name, "") for name, key in wanted.items()} for park in ctx.catalogue.parks}


# --- the template ----------------------------------------------------------------------------------------------------


def registered_rows(ctx: AppContext, park: str, month: Month) -> dict[str, list[dict[str, object]]]:
    """What a park's template is pre-filled with, by sheet: its plots, its projects, its indicators' names and last 累计."""
    with ctx.store.read() as connection:
        plots = [p for p in land.plots(connection, month) if p.park == park]
        projects = [f.project for f in project_reads.project_files(connection) if f.project.park == park]
        before = park_facts.last_ytd(connection, park, month)
        told = {e.value("indicator"): e for e, _ in park_facts.indicators(connection, month.plus(-1), park)}
        last_year = {
            e.value("indicator"): e.value("value")
            for e, _ in park_facts.indicators(connection, month.plus(-12), park)
            if e.value("period") == str(month.plus(-12))
        }
    return {
        "space": [_plot_row(p) for p in plots],
        "project": [
            {"name": p.name, "company_code": p.credit_code or None, **{k: getattr(p, k) or None for k in _PROJECT_KEYS}}
            for p in projects
        ],
        "indicator": [
            {
                "indicator": name,
                "unit": unit,
                "before": before.get(name),
                "last_year": last_year.get(name),
                "basis": told[name].value("basis") or None if name in told else None,
            }
            for name, unit in INDICATORS.items()
        ],
    }


_PROJECT_KEYS = (
    "cluster", "industry", "total_investment_fen", "investment_fen", "area", "output_fen", "people", "research", "energy",
    "environment",
)  # fmt: skip
_PLOT_KEYS = (
    "number", "cluster", "level", "use", "area", "used", "ownership", "supply", "term_from", "term_to", "ratio_percent",
    "self_held", "state", "idle_since",
)  # fmt: skip


def _plot_row(plot: Plot) -> dict[str, object]:
    row = {key: None if getattr(plot, key) == "" else getattr(plot, key) for key in _PLOT_KEYS}
    return {**row, "cluster": plot.cluster or "园内组团外", "note": plot.reserve_reason or plot.note or None}


# --- where a figure is from ------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class SourceLine:
    """One field of a plot, project or indicator: its title, its value in words, and the cell (or person) it is from."""

    title: str
    value: str
    place: str


def explain_plot(ctx: AppContext, number: str, month: Month) -> tuple[SourceLine, ...]:
    """Where a plot's figures of a month are from, field by field; Refused for a number nobody has registered by then."""
    with ctx.store.read() as connection:
        plot = next((p for p in land.plots(connection, month) if plain_key(p.number) == plain_key(number)), None)
        if plot is None:
            raise Refused(f"{month} 没有登记地块“{number}”", advice="编号见 zgc land stock 或用地空间页")
        places = {s.plot.source: s.place for s in park_facts.plots(connection, month)}
    lines = _fields("space", plot, places.get(plot.source), plot.source)
    if plot.free is not None:
        lines.append(SourceLine("可用（公顷）", areas.print_area(plot.free, places=4), "面积 − 已用"))
    return tuple(lines)


def explain_project(ctx: AppContext, number: str) -> tuple[SourceLine, ...]:
    """Where a project's figures are from, field by field; Refused for a number that is none."""
    with ctx.store.read() as connection:
        project = next((p for p in project_reads.projects(connection) if number in (p.number, p.name)), None)
        if project is None:
            raise Refused(f"没有项目“{number}”", advice="编号见 zgc project list")
        places = {x.project.source: x.place for x in park_facts.projects(connection)}
    return tuple(_fields("project", project, places.get(project.source), project.source))


def explain_indicator(ctx: AppContext, park: str, indicator: str, month: Month) -> tuple[SourceLine, ...]:
    """Where a park's indicator of a month is from; Refused where neither a file nor a person states it by then."""
    with ctx.store.read() as connection:
        entered = [e for e in coordination.entries(connection, "indicators") if e.holds(month.last_day)]
        known = [
            e
            for e in indicator_entries(connection, month, entered)
            if e.subject == park and e.value("indicator") == indicator and e.value("period") <= str(month)
        ]
    if not known:
        raise Refused(f"{park} {month} 没有报送或登记“{indicator}”", advice=f"固定指标：{'、'.join(INDICATORS)}")
    entry = known[-1]
    where = entry.source if not entry.id else f"{entry.source}（{entry.person} 登记）"
    return (SourceLine(f"{park} {indicator} {entry.value('period')}", f"{entry.value('value')} {entry.value('unit')}", where),)


def _fields(sheet: str, item: object, place: PlaceIn | None, source: str) -> list[SourceLine]:
    lines = []
    for column in EVERY_SHEET[sheet].columns:
        key = "credit_code" if column.key == "company_code" else column.key
        value = getattr(item, key, None)
        if value in (None, "") or column.computed:
            continue
        lines.append(SourceLine(column.heading, cell_words(column, value), place.source(column.key) if place else source))
    return lines
