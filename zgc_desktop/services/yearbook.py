"""The yearly book of both plans and its public version: gathered from the year's newest report, written as PDF."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from db.queries import coordination, ledger
from db.queries import outside as outside_cases
from reports.aside import write_aside
from reports.yearbook_pdf import public_book_pdf, yearbook_pdf
from zgc_desktop.domain import outside
from zgc_desktop.domain.errors import Refused
from zgc_desktop.domain.periods import Month
from zgc_desktop.domain.publication import PublicationLimits, read_publication
from zgc_desktop.domain.recorded import Recorded, elsewhere, of_year, register_tables
from zgc_desktop.domain.yearbook import PublicBook, Yearbook
from zgc_desktop.domain.yearbook import public_book as made_public
from zgc_desktop.services import month_report
from zgc_desktop.services.company_ties import ties_of
from zgc_desktop.services.context import AppContext
from zgc_desktop.services.land import land_of
from zgc_desktop.services.meetings import bodies
from zgc_desktop.services.park_sheets import indicator_entries
from zgc_desktop.services.plan import targets
from zgc_desktop.services.registers import kinds
from zgc_desktop.services.rules import read_toml, rule_files

INDICATORS: Final = "indicators"


def limits(ctx: AppContext) -> PublicationLimits:
    """The least count a public paper may tell: shipped, or the office's own with its reason."""
    path = next(p for p in rule_files(ctx.resources, ctx.paths.rules, "publication") if p.name == "limits.toml")
    return read_publication(read_toml(path), path.name)


def last_month(ctx: AppContext, year: int) -> Month:
    """The month a year's book is as at: December, or the last month that is over; Refused for a year that has none."""
    now = Month.of(ctx.today()).plus(-1)
    found = min(Month(year, 12), now)
    if found.year != year:
        raise Refused(f"{year} 年还没有结束的月份", advice="请写已有月份的年度")
    return found


def yearbook(ctx: AppContext, year: int) -> Yearbook:
    """The book of a year as at its last month that is over."""
    month = last_month(ctx, year)
    doc = month_report.document(ctx, month)
    if not doc.targets:
        doc = month_report.draft(ctx, month)  # published before targets stood in the report
    quotes = tuple((t.key, t.quote) for t in targets(ctx))
    return Yearbook(year, doc, quotes, ties_of(ctx, month), recorded_in(ctx, month))


def recorded_in(ctx: AppContext, month: Month) -> Recorded:
    """What was recorded in a month's year up to its last day: registers, park indicators of files, reserves, output, bodies."""
    first, last = Month(month.year, 1).first_day, month.last_day
    with ctx.store.read() as connection:
        entered = of_year(coordination.entries(connection), first, last)
        names = {c.credit_code: c.name for c in ledger.companies(connection, month)}
        over_border = outside.of_year(outside_cases.cases(connection), last)
        of_parks = indicator_entries(connection, month, [e for e in entered if e.kind == INDICATORS])
    # A park reports every month: the newest figure of the year stands for it.
    newest = {(e.subject, e.value("indicator")): e for e in of_year(of_parks, first, last)}
    entries = (*(e for e in entered if e.kind != INDICATORS), *newest.values())
    land = land_of(ctx, month)
    tables = register_tables(kinds(ctx), entries, names, [*ctx.catalogue.parks, *ctx.catalogue.clusters])
    return Recorded(tables, elsewhere(land.plots, land.by_park, bodies(ctx), last, over_border))


def public_book(ctx: AppContext, year: int) -> PublicBook:
    """The public version: no company data, small counts hidden."""
    return made_public(yearbook(ctx, year), limits(ctx))


def write_yearbook(ctx: AppContext, year: int, out: Path, *, public: bool = False) -> Path:
    """Write the book, or its public version, into a folder; returns the file."""
    fonts = ctx.resources / "fonts"
    if public:
        return write_aside(out / f"规划实施年度报告_{year}_公开版.pdf", public_book_pdf(public_book(ctx, year), fonts))
    return write_aside(out / f"规划实施年度报告_{year}.pdf", yearbook_pdf(yearbook(ctx, year), fonts))
