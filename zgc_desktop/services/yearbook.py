"""The yearly book of both plans and its public version: gathered from the year's newest report, written as PDF."""

from __future__ import annotations

from pathlib import Path

from reports.aside import write_aside
from reports.yearbook_pdf import public_book_pdf, yearbook_pdf
from zgc_desktop.domain.errors import Refused
from zgc_desktop.domain.periods import Month
from zgc_desktop.domain.publication import PublicationLimits, read_publication
from zgc_desktop.domain.yearbook import PublicBook, Yearbook
from zgc_desktop.domain.yearbook import public_book as made_public
from zgc_desktop.services import month_report
from zgc_desktop.services.company_ties import ties_of
from zgc_desktop.services.context import AppContext
from zgc_desktop.services.plan import targets
from zgc_desktop.services.rules import read_toml, rule_files


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
    return Yearbook(year, doc, quotes, ties_of(ctx, month))


def public_book(ctx: AppContext, year: int) -> PublicBook:
    """The public version: no company data, small counts hidden."""
    return made_public(yearbook(ctx, year), limits(ctx))


def write_yearbook(ctx: AppContext, year: int, out: Path, *, public: bool = False) -> Path:
    """Write the book, or its public version, into a folder; returns the file."""
    fonts = ctx.resources / "fonts"
    if public:
        return write_aside(out / f"规划实施年度报告_{year}_公开版.pdf", public_book_pdf(public_book(ctx, year), fonts))
    return write_aside(out / f"规划实施年度报告_{year}.pdf", yearbook_pdf(yearbook(ctx, year), fonts))
