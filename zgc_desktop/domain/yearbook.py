"""The yearly book of both plans (规划实施年度报告) as data, and what of it a public version may tell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from zgc_desktop.domain.areas import print_area
from zgc_desktop.domain.company_ties import CompanyTies
from zgc_desktop.domain.money import Fen
from zgc_desktop.domain.monthly import MonthlyDocument
from zgc_desktop.domain.monthly_plan import TargetLine
from zgc_desktop.domain.publication import PublicationLimits
from zgc_desktop.domain.recorded import NOTHING_RECORDED, Recorded
from zgc_desktop.domain.suppression import HIDDEN, Link, Published, together
from zgc_desktop.domain.zones import Grouping, Zone, zone_moves

COMPANIES: Final = "家"


@dataclass(frozen=True, slots=True)
class Yearbook:
    """One year of the plans: the report of the year's newest month behind it, the plans' own words, and the ties."""

    year: int
    doc: MonthlyDocument
    quotes: tuple[tuple[str, str], ...]
    """(target key, the plan's words)."""
    ties: CompanyTies
    recorded: Recorded = NOTHING_RECORDED

    @property
    def structure(self) -> Grouping | None:
        """The grouping that names every park, by which the book's sums are made."""
        return next((g for g in self.doc.zones if len(g.rows(self.doc.parks)) == len(g.zones)), None)


@dataclass(frozen=True, slots=True)
class PublicTable:
    """A table of counts with what had to be hidden; ``amounts`` are the revenues of its rows, None where not told."""

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    counts: Published
    amounts: tuple[Fen | None, ...] = ()

    def texts(self, row: int) -> tuple[str, ...]:
        """The counts of a row as published, its total last."""
        return tuple(self.counts.text(row, c) for c in range(len(self.columns) + 1))


@dataclass(frozen=True, slots=True)
class PublicBook:
    """The public version: no company, no park's small number, and why."""

    year: int
    doc: MonthlyDocument
    quotes: tuple[tuple[str, str], ...]
    limits: PublicationLimits
    targets: tuple[TargetLine, ...]
    fields: PublicTable | None
    tiers: PublicTable | None
    moves: PublicTable | None
    ties: tuple[tuple[str, str], ...]
    projects: tuple[tuple[str, str], ...]
    recorded: tuple[tuple[str, str, str], ...] = ()
    """(subject, register, how many entries as published)."""
    land: tuple[tuple[str, str, str, str], ...] = ()
    """(zone, plots, area, free area) as published, the whole last; areas of few plots are not told."""


def told_count(n: int, least: int, unit: str = COMPANIES, mark: str = "") -> str:
    """A lone count as published: ``不足3家`` from 1 to below the least, ``隐去`` where another count would tell it."""
    if mark == HIDDEN:
        return "隐去"
    return f"不足{least}{unit}" if 0 < n < least else f"{n:,}{unit}"


def public_targets(targets: Sequence[TargetLine], least: int, *, few: bool = False) -> tuple[TargetLine, ...]:
    """The targets without evidence texts, which may name companies, and without small counts of companies and people.

    ``few``: the companies behind all figures are too few to be told; then no sum of theirs is.
    """
    found = []
    for t in targets:
        bare = replace(t, evidence=())
        if t.unit in (COMPANIES, "人") and t.now is not None and 0 < t.now < least:
            bare = replace(bare, now=None, share=None, said=told_count(int(t.now), least, t.unit))
        elif few and t.now is not None:
            bare = replace(bare, now=None, share=None, said="企业过少，隐去")
        found.append(bare)
    return tuple(found)


def public_book(book: Yearbook, limits: PublicationLimits) -> PublicBook:
    """What may leave the office: sums by zone, targets, counts of ties, projects, registers and land.

    Small counts are hidden in all of it at once: what one table hides, no other table, total or lone count tells.
    """
    least, doc, ties = limits.least, book.doc, book.ties
    zones = _reported(book.structure, doc) if book.structure is not None else []
    tables = {name: counts for name, counts in _tables(book, zones).items() if counts is not None}
    listed = {title: n for _, title, n in book.recorded.counts}
    lone = {
        CIRCLES: len(ties.circles),
        TOGETHER: ties.together.companies,
        HEADQUARTERS: len(ties.headquarters),
        GRADUATES: sum(g.whole for g in ties.graduates),
        **{_entries(title): n for title, n in listed.items()},
    }
    states = Counter(p.state for p in doc.review.projects) if doc.review is not None else Counter[str]()
    if states:
        tables[PROJECTS] = [list(states.values())]
    found, marks = together(tables, tuple(lone.items()), _links(tables, zones), least)
    counted = (
        (CIRCLES, told_count(lone[CIRCLES], least, "个", marks[CIRCLES])),
        *((name, told_count(lone[name], least, COMPANIES, marks[name])) for name in (TOGETHER, HEADQUARTERS, GRADUATES)),
    )
    fields = _fields(book, zones, found)
    few = FIELDS in found and not found[FIELDS].shown(len(zones), len(doc.industries))
    return PublicBook(
        book.year, doc, book.quotes, limits, public_targets(doc.targets, least, few=few), fields,
        _table(found, TIERS, zones, _tier_names(doc)), _moves(book, found), counted, _projects(states, found),
        tuple((about, title, told_count(n, least, "条", marks[_entries(title)])) for about, title, n in book.recorded.counts),
        _land(doc, found),
    )  # fmt: skip


FIELDS, TIERS, MOVES, LAND, PROJECTS = "fields", "tiers", "moves", "land", "projects"
CIRCLES, TOGETHER, HEADQUARTERS, GRADUATES = "领军企业生态圈", "圈内企业（去重）", "有异地经营点的总部企业", "孵化毕业企业"
Counts = Sequence[Sequence[int]]


def _entries(register: str) -> str:
    """The name of a register's lone count, apart from that of what it ties together."""
    return f"登记 {register}"


def _tables(book: Yearbook, zones: Sequence[Zone]) -> dict[str, Counts | None]:
    doc, grouping = book.doc, book.structure
    places = [[doc.parks.index(p) for p in z.parks] for z in zones]
    fields = [[sum(row[i] or 0 for i in own) for _, row in doc.industries] for own in places]
    names = _tier_names(doc)
    tiers = [[sum(t.now for t in doc.tiers if t.tier == n and t.park in z.parks) for n in names] for z in zones]
    plots = {line.park: line.plots for line in doc.space.lines if line.kind == "分园"} if doc.space is not None else {}
    moves: Counts | None = None
    if grouping is not None and doc.move_matrix:
        ends = [z.name for z in grouping.rows(doc.parks)]
        pairs = {(a, b): n for a, b, n in zone_moves(grouping, doc.move_matrix).pairs}
        moves = [[pairs.get((a, b), 0) for b in ends] for a in ends]
    return {
        FIELDS: fields if zones and any(n for _, counts in doc.industries for n in counts) else None,
        TIERS: tiers if zones and names else None,
        MOVES: moves,
        LAND: [[sum(plots.get(p, 0) for p in z.parks)] for z in _land_zones(book)] if plots and grouping is not None else None,
    }


def _land_zones(book: Yearbook) -> tuple[Zone, ...]:
    return book.structure.rows(book.doc.parks) if book.structure is not None else ()


def _links(tables: Mapping[str, Counts], zones: Sequence[Zone]) -> tuple[Link, ...]:
    """What one count says of another: a zone's tier companies are among its companies, a circle's among the entries."""
    found = []
    if FIELDS in tables and TIERS in tables:
        last, tiers = len(tables[FIELDS][0]), len(tables[TIERS][0])
        for r in range(len(zones) + 1):
            found += [Link(((TIERS, r, c),), ((FIELDS, r, last),)) for c in range(tiers)]
    if FIELDS in tables:
        found.append(Link(((TOGETHER, 0, 0),), ((FIELDS, len(zones), len(tables[FIELDS][0])),)))
    circles, sites, graduates = ((_entries(name), 0, 0) for name in (CIRCLES, "总部与异地经营点", "孵化毕业企业"))
    return (
        *found,
        Link(((CIRCLES, 0, 0),), (circles,)),
        Link(((TOGETHER, 0, 0),), ((CIRCLES, 0, 0), circles)),
        Link(((CIRCLES, 0, 0),), ((TOGETHER, 0, 0),)),
        Link(((HEADQUARTERS, 0, 0),), (sites,)),
        Link(((GRADUATES, 0, 0),), (graduates,)),
    )


def _table(found: Mapping[str, Published], name: str, zones: Sequence[Zone], columns: tuple[str, ...]) -> PublicTable | None:
    return PublicTable((*(z.name for z in zones), "合计"), columns, found[name]) if name in found else None


def _fields(book: Yearbook, zones: Sequence[Zone], found: Mapping[str, Published]) -> PublicTable | None:
    made = _table(found, FIELDS, zones, tuple(n for n, _ in book.doc.industries))
    if made is None:
        return None
    revenue = [_revenue(book.doc, z.parks) for z in zones]
    last, table = len(book.doc.industries), made.counts
    whole = [v for v in revenue if v is not None]
    every = all(table.shown(r, last) for r in range(len(zones) + 1))
    # Were one zone's sum hidden, the others and the whole would tell it.
    told = revenue if every else [None] * len(zones)
    return replace(made, amounts=(*told, sum(whole) if whole and table.shown(len(zones), last) else None))


def _reported(grouping: Grouping, doc: MonthlyDocument) -> list[Zone]:
    """The zones of which a park is in the totals: the others are named above as 未报 and are no zero."""
    missing = {park for park, _ in doc.missing}
    return [z for z in grouping.rows(doc.parks) if set(z.parks) - missing]


def _revenue(doc: MonthlyDocument, parks: Sequence[str]) -> Fen | None:
    told = [s.revenue_fen for s in doc.stock if s.park in parks and s.reported and s.revenue_fen is not None]
    return sum(told) if told else None


def _tier_names(doc: MonthlyDocument) -> tuple[str, ...]:
    return tuple(dict.fromkeys(t.tier for t in doc.tiers))


def _moves(book: Yearbook, found: Mapping[str, Published]) -> PublicTable | None:
    if MOVES not in found or book.structure is None:
        return None
    names = tuple(z.name for z in book.structure.rows(book.doc.parks))
    return PublicTable((*names, "合计"), names, found[MOVES])


def _projects(states: Counter[str], found: Mapping[str, Published]) -> tuple[tuple[str, str], ...]:
    if not states:
        return ()
    table, last = found[PROJECTS], len(states)
    told = [table.text(0, c).replace(COMPANIES, "个") for c in range(last + 1)]
    told = [t if t.startswith("不足") or t == "隐去" else f"{t}个" for t in told]
    return (("在审和在管项目", told[last]), *zip(states, told[:last], strict=True))


def _land(doc: MonthlyDocument, found: Mapping[str, Published]) -> tuple[tuple[str, str, str, str], ...]:
    """Land by zone of one grouping: a zone of few plots tells no area, and then only the whole does."""
    if LAND not in found or doc.space is None:
        return ()
    table = found[LAND]
    grouping = next(g for g in doc.zones if len(g.rows(doc.parks)) == len(g.zones))
    mine = grouping.rows(doc.parks)
    every = all(table.shown(r, 0) for r in range(len(mine) + 1))
    lines = {line.park: line for line in doc.space.lines if line.kind == "分园"}

    def areas(parks: Sequence[str], told: bool) -> tuple[str, str]:
        own = [lines[p] for p in parks if p in lines]
        if not told:
            return "隐去", "隐去"
        free = [line.free for line in own if line.free is not None]
        return (print_area(sum(line.area for line in own)) if own else "—", print_area(sum(free)) if free else "未报")

    rows = [(z.name, table.text(r, 0).replace(COMPANIES, "宗"), *areas(z.parks, every)) for r, z in enumerate(mine)]
    last = len(mine)
    return (*rows, ("合计", table.text(last, 0).replace(COMPANIES, "宗"), *areas(doc.parks, table.shown(last, 0))))
