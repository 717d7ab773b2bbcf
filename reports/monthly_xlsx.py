"""The monthly workbook (月报工作簿): the same document as the PDF in cells, with live formulas that tie its totals."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

from openpyxl.workbook import Workbook

from reports import monthly_plan_sheets as plan
from reports import monthly_sheets as sheets
from reports.aside import write_aside
from reports.book import Book
from reports.monthly_ties import ties
from reports.sheets import Pen, workbook_bytes
from reports.words import document_title
from zgc_desktop.domain.errors import Cancelled
from zgc_desktop.domain.monthly import MonthlyDocument

Progress: TypeAlias = Callable[[int, int, str], None]
"""Told how far it is, out of how much, and what is being done."""

_SHEETS: tuple[Callable[[Book], None], ...] = (
    sheets.cover,
    sheets.key_figures,
    sheets.reporting,
    plan.reporting_zones,
    sheets.stock,
    sheets.industries,
    plan.stock_zones,
    sheets.cases,
    sheets.leads,
    sheets.move_matrix,
    plan.move_zones,
    plan.outside,
    sheets.settlement,
    plan.sharing_zones,
    sheets.sharing_lines,
    sheets.out_of_scope,
    sheets.rules,
    sheets.tiers,
    sheets.tier_proposals,
    plan.tier_zones,
    sheets.clusters,
    plan.cluster_zones,
    plan.levels,
    plan.plots,
    plan.space,
    plan.projects,
    plan.owing,
    plan.space_zones,
    plan.targets,
    sheets.issues,
    sheets.matters,
    plan.tasks,
    sheets.errata,
    ties,
)


def write_monthly_xlsx(
    doc: MonthlyDocument,
    out: Path,
    *,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Path:
    """Return ``out`` once it holds the month's workbook whole.

    The same document gives the same cells. EnvironmentProblem where the file cannot be written (open in Excel, read-only
    folder, disk full), with what stood there before untouched; Cancelled when asked, with nothing written.
    """
    return write_aside(out, monthly_xlsx(doc, progress=progress, cancelled=cancelled))


def monthly_xlsx(
    doc: MonthlyDocument,
    *,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> bytes:
    """The workbook's bytes. Their cells follow from the document alone; the bytes also hold when they were made."""
    workbook = Workbook()
    book = Book(workbook, Pen(workbook), doc)
    for n, build in enumerate(_SHEETS):
        if cancelled is not None and cancelled():
            raise Cancelled
        build(book)
        if progress is not None:
            progress(n + 1, len(_SHEETS), "写工作簿")
    # The empty sheet every new workbook starts with carried the looks until now.
    workbook.remove(workbook.worksheets[0])
    properties = workbook.properties
    properties.title = document_title(doc)
    properties.creator = f"统筹台 {doc.program_version}"
    properties.subject = f"{doc.month.label} {doc.state}"
    properties.keywords = doc.fingerprint
    properties.identifier = doc.fingerprint
    properties.language = "zh-CN"
    return workbook_bytes(workbook)
