"""Papers of admission and joint review: publication sheets of standards and minutes of joint meetings, written as PDF."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from db.queries import coordination, projects
from reports.aside import write_aside
from reports.review_pdf import minutes_pdf, standard_pdf
from zgc_desktop.domain.errors import Refused
from zgc_desktop.domain.review_papers import Minutes, StandardSheet
from zgc_desktop.domain.review_papers import meetings_of as held_on
from zgc_desktop.domain.review_papers import minutes as made
from zgc_desktop.domain.review_papers import standard_sheet as sheet_of
from zgc_desktop.paths import safe_filename
from zgc_desktop.services.context import AppContext
from zgc_desktop.services.settings import current


def standard_sheet(ctx: AppContext, number: int) -> StandardSheet:
    """The publication sheet (准入标准公布件) of a standard by its number; Refused for one that is not in the register."""
    with ctx.store.read() as connection:
        known = projects.standards(connection)
    found = next((s for s in known if s.id == number), None)
    if found is None:
        raise Refused(f"没有第 {number} 号准入标准", advice="编号见 zgc standard list")
    return sheet_of(found, known, current(ctx).office, ctx.today())


def minutes(ctx: AppContext, body: str, on: date) -> Minutes:
    """The minutes (会议纪要) of a body's meeting on a day; Refused for an unknown body or a day without a meeting."""
    with ctx.store.read() as connection:
        bodies = [b for _, b in coordination.bodies(connection)]
        files, known = projects.project_files(connection), projects.standards(connection)
        said = coordination.resolutions(connection)
    found = next((b for b in bodies if b.name == body), None)
    if found is None:
        raise Refused(f"没有登记议事机构“{body}”", advice=f"已登记：{'、'.join(b.name for b in bodies) or '无'}")
    return made(found, on, files, known, said, current(ctx).office, ctx.today())


def meetings_held(ctx: AppContext) -> tuple[tuple[str, date], ...]:
    """(body, day) of every meeting with a decision or a resolution, newest first."""
    with ctx.store.read() as connection:
        return held_on(projects.project_files(connection), coordination.resolutions(connection))


def write_standard_sheet(ctx: AppContext, number: int, out: Path) -> Path:
    """Write a standard's publication sheet into a folder; returns the file."""
    sheet = standard_sheet(ctx, number)
    s = sheet.standard
    name = safe_filename(f"准入标准公布件_{s.park or '各分园'}_{s.industry or '各产业'}_{s.effective_from}.pdf")
    return write_aside(out / name, standard_pdf(sheet, ctx.resources / "fonts"))


def write_minutes(ctx: AppContext, body: str, on: date, out: Path) -> Path:
    """Write the minutes of a meeting into a folder; returns the file."""
    paper = minutes_pdf(minutes(ctx, body, on), ctx.resources / "fonts")
    return write_aside(out / safe_filename(f"会议纪要_{body}_{on}.pdf"), paper)
