"""The month's report as a document: as published, else the draft with people's words, matters and 勘误 in it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from db.queries import reports
from db.reports import Publication
from zgc_desktop.domain import monthly_edits
from zgc_desktop.domain.monthly import MonthlyDocument
from zgc_desktop.domain.monthly_json import fingerprint, from_json
from zgc_desktop.domain.monthly_matters import candidates, matters
from zgc_desktop.domain.periods import Month
from zgc_desktop.services import errata, monthly, report_fonts
from zgc_desktop.services.context import AppContext
from zgc_desktop.services.settings import cutoff_of

PUBLISHED = "已发布"


def document(ctx: AppContext, month: Month, *, fonts: str = "") -> MonthlyDocument:
    """The month's report: as published, else the draft as it stands now."""
    published = publication(ctx, month)
    return from_json(published.content) if published else draft(ctx, month, fonts=fonts)


def publication(ctx: AppContext, month: Month) -> Publication | None:
    """What was published of a month, or None."""
    with ctx.store.read() as connection:
        return reports.publication(connection, month)


def draft(ctx: AppContext, month: Month, *, as_of: date | None = None, fonts: str = "") -> MonthlyDocument:
    """The month as the report would print it today: generated figures, people's words and matters, corrections of issues.

    ``fonts`` is ``bundled`` or ``system``; the workspace's setting when empty.
    """
    doc = monthly.document(ctx, month, as_of=as_of)
    with ctx.store.read() as connection:
        written = reports.words(connection, month)
        now, before = reports.matters(connection, month), reports.matters(connection, month.plus(-1))
    found = candidates(doc, cutoff_of(ctx, month.plus(1)))
    doc = replace(doc, matters=matters(found, now, before), fonts=report_fonts.fonts_of(ctx, fonts))
    doc = monthly_edits.apply(doc, written)
    corrections = errata.for_issue(ctx, month)
    left_out = doc.left_out
    if doc.matters or doc.tasks:
        left_out = tuple(line for line in left_out if not line.startswith("十、"))
    elif found:
        left_out = tuple(_candidates_only(len(found)) if line.startswith("十、") else line for line in left_out)
    if corrections is not None:
        left_out = tuple(line for line in left_out if not line.startswith("勘误"))
        doc = replace(doc, errata=corrections)
    doc = replace(doc, left_out=left_out)
    return replace(doc, fingerprint=fingerprint(doc))


def _candidates_only(count: int) -> str:
    return f"十、问题与建议：编制人没有保留事项（由数据生成的候选{count}条）"
