"""Write the month's report (月报): one document, printed as PDF and as workbook, and kept with its fingerprint."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from db.queries import records
from db.records import add_report
from reports.monthly_pdf import write_monthly_pdf
from reports.monthly_xlsx import write_monthly_xlsx
from zgc_desktop.domain.monthly import MonthlyDocument
from zgc_desktop.domain.periods import Month
from zgc_desktop.services import monthly
from zgc_desktop.services.context import AppContext, Progress, never, no_progress


@dataclass(frozen=True, slots=True)
class Written:
    """Where a report's files are, and the fingerprint both carry."""

    pdf: Path
    xlsx: Path
    fingerprint: str
    document: MonthlyDocument


@dataclass(frozen=True, slots=True)
class ReportStanding:
    """Where a month's report stands.

    ``written`` is the fingerprint of what was written last ("" = never), ``now`` that of what its facts say now.
    """

    month: Month
    written: str
    now: str
    missing: tuple[tuple[str, str], ...]
    pdf: Path | None
    xlsx: Path | None


def standing(ctx: AppContext, month: Month, out: Path) -> ReportStanding:
    """Compare the report last written for a month with what its facts say now; ``out`` is where its files are looked for."""
    document = monthly.document(ctx, month)
    with ctx.store.read() as connection:
        last = records.last_report(connection, month)
    pdf, xlsx = (out / f"{_file_name(month)}.{suffix}" for suffix in ("pdf", "xlsx"))
    return ReportStanding(
        month,
        last[0] if last else "",
        document.fingerprint,
        document.missing,
        pdf if pdf.is_file() else None,
        xlsx if xlsx.is_file() else None,
    )


def _file_name(month: Month) -> str:
    return f"一区多园统筹协调月报_{month}"


def report(
    ctx: AppContext,
    month: Month,
    out: Path,
    *,
    progress: Progress = no_progress,
    cancelled: Callable[[], bool] = never,
) -> Written:
    """Write PDF and workbook of a month into the folder ``out``; each whole or not at all."""
    progress(0, 1, "汇总")
    document = monthly.document(ctx, month)
    name = _file_name(month)
    pdf = write_monthly_pdf(
        document, out / f"{name}.pdf", fonts_dir=ctx.resources / "fonts", progress=progress, cancelled=cancelled
    )
    xlsx = write_monthly_xlsx(document, out / f"{name}.xlsx", progress=progress, cancelled=cancelled)
    with ctx.store.write("report", ctx.who, ctx.now()) as unit:
        add_report(
            unit,
            month,
            fingerprint=document.fingerprint,
            state=document.state,
            written_at=ctx.now(),
            program_version=ctx.program_version,
            content=monthly.as_json(document),
        )
        unit.say(f"输出 {month} 月报{document.state}，指纹 {document.fingerprint[:16]}", subjects={"reports"}, months={month})
    return Written(pdf, xlsx, document.fingerprint, document)
