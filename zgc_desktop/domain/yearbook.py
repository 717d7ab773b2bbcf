"""The yearly book of both plans (规划实施年度报告) as data, and what of it a public version may tell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from zgc_desktop.domain.company_ties import CompanyTies
from zgc_desktop.domain.money import Fen
from zgc_desktop.domain.monthly import MonthlyDocument
from zgc_desktop.domain.monthly_plan import TargetLine
from zgc_desktop.domain.publication import PublicationLimits
from zgc_desktop.domain.recorded import NOTHING_RECORDED, Recorded
from zgc_desktop.domain.suppression import Published, suppressed
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


def told_count(n: int, least: int, unit: str = COMPANIES) -> str:
    """A lone count as published: ``不足3家`` from 1 to below the least."""
    return f"不足{least}{unit}" if 0 < n < least else f"{n:,}{unit}"


def public_targets(targets: Sequence[TargetLine], least: int) -> tuple[TargetLine, ...]:
    """The targets without evidence texts, which may name companies, and without small counts of companies."""
    found = []
    for t in targets:
        bare = replace(t, evidence=())
        if t.unit == COMPANIES and t.now is not None and 0 < t.now < least:
            bare = replace(bare, now=None, share=None, said=told_count(int(t.now), least))
        found.append(bare)
    return tuple(found)


def public_book(book: Yearbook, limits: PublicationLimits) -> PublicBook:
    """What may leave the office: sums by zone with small counts hidden, targets, counts of ties and projects."""
    least, doc = limits.least, book.doc
    return PublicBook(
        book.year, doc, book.quotes, limits, public_targets(doc.targets, least), _fields(book, least), _tiers(book, least),
        _moves(book, least), _ties(book.ties, least), _projects(doc, least),
        tuple((about, title, told_count(n, least, "条")) for about, title, n in book.recorded.counts),
    )  # fmt: skip


def _fields(book: Yearbook, least: int) -> PublicTable | None:
    grouping, doc = book.structure, book.doc
    if grouping is None or not any(n for _, counts in doc.industries for n in counts):
        return None
    zones = _reported(grouping, doc)
    places = [[doc.parks.index(p) for p in z.parks] for z in zones]
    counts = [[sum(row[i] or 0 for i in own) for _, row in doc.industries] for own in places]
    table = suppressed(counts, least)
    revenue = [_revenue(doc, z.parks) for z in zones]
    last = len(doc.industries)
    whole = [v for v in revenue if v is not None]
    every = all(table.shown(r, last) for r in range(len(zones) + 1))
    # Were one zone's sum hidden, the others and the whole would tell it.
    amounts = (*(revenue if every else [None] * len(zones)), sum(whole) if whole and table.shown(len(zones), last) else None)
    return PublicTable((*(z.name for z in zones), "合计"), tuple(n for n, _ in doc.industries), table, amounts)


def _reported(grouping: Grouping, doc: MonthlyDocument) -> list[Zone]:
    """The zones of which a park is in the totals: the others are named above as 未报 and are no zero."""
    missing = {park for park, _ in doc.missing}
    return [z for z in grouping.rows(doc.parks) if set(z.parks) - missing]


def _revenue(doc: MonthlyDocument, parks: Sequence[str]) -> Fen | None:
    told = [s.revenue_fen for s in doc.stock if s.park in parks and s.reported and s.revenue_fen is not None]
    return sum(told) if told else None


def _tiers(book: Yearbook, least: int) -> PublicTable | None:
    grouping, doc = book.structure, book.doc
    names = tuple(dict.fromkeys(t.tier for t in doc.tiers))
    if grouping is None or not names:
        return None
    zones = _reported(grouping, doc)
    counts = [[sum(t.now for t in doc.tiers if t.tier == n and t.park in z.parks) for n in names] for z in zones]
    return PublicTable((*(z.name for z in zones), "合计"), names, suppressed(counts, least))


def _moves(book: Yearbook, least: int) -> PublicTable | None:
    grouping, doc = book.structure, book.doc
    if grouping is None or not doc.move_matrix:
        return None
    names = tuple(z.name for z in grouping.rows(doc.parks))
    found = {(a, b): n for a, b, n in zone_moves(grouping, doc.move_matrix).pairs}
    counts = [[found.get((a, b), 0) for b in names] for a in names]
    return PublicTable((*names, "合计"), names, suppressed(counts, least))


def _ties(ties: CompanyTies, least: int) -> tuple[tuple[str, str], ...]:
    grown = sum(g.whole for g in ties.graduates)
    return (
        ("领军企业生态圈", f"{len(ties.circles)}个" if len(ties.circles) >= least or not ties.circles else f"不足{least}个"),
        ("圈内企业（去重）", told_count(ties.together.companies, least)),
        ("有异地经营点的总部企业", told_count(len(ties.headquarters), least)),
        ("孵化毕业企业", told_count(grown, least)),
    )


def _projects(doc: MonthlyDocument, least: int) -> tuple[tuple[str, str], ...]:
    if doc.review is None:
        return ()
    states = Counter(p.state for p in doc.review.projects)
    whole = sum(states.values())
    small = any(0 < n < least for n in states.values())
    rows = [("在审和在管项目", told_count(whole, least, "个"))]
    # With one state small, the others and the whole would tell it: then no state is told.
    return (*rows, *(() if small else tuple((s, f"{n}个") for s, n in states.items())))
