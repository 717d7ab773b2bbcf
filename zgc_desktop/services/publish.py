"""The month's report (月报) as PDF and workbook; published once, it is kept and printed from what was kept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from db.queries import records, reports
from db.records import add_report
from db.reports import Publication, add_publication
from db.store import UnitOfWork
from reports.aside import write_aside
from reports.monthly_pdf import monthly_pdf
from reports.monthly_xlsx import monthly_xlsx
from reports.system_fonts import folders
from zgc_desktop.domain.errors import Refused
from zgc_desktop.domain.monthly import MonthlyDocument
from zgc_desktop.domain.monthly_edits import SECTIONS
from zgc_desktop.domain.monthly_json import as_json, fingerprint, from_json
from zgc_desktop.domain.periods import Month
from zgc_desktop.services import audit, backups, office_rules
from zgc_desktop.services.context import AppContext, Progress, never, no_progress, one_command
from zgc_desktop.services.kept import kept
from zgc_desktop.services.month_report import PUBLISHED, document, draft, publication
from zgc_desktop.services.monthly import missing_parks
from zgc_desktop.services.published_files import original
from zgc_desktop.services.rule_prints import rule_prints
from zgc_desktop.services.workspace import keep_original


@dataclass(frozen=True, slots=True)
class Written:
    """Where a report's files are, and the fingerprint both carry."""

    pdf: Path
    xlsx: Path
    fingerprint: str
    document: MonthlyDocument


@dataclass(frozen=True, slots=True)
class ReportStanding:
    """Where a month's report stands, as far as it is known without working the month out: ``judge`` tells the rest.

    ``written`` is the fingerprint of what was written last ("" = never).
    """

    month: Month
    written: str
    missing: tuple[tuple[str, str], ...]
    pdf: Path | None
    xlsx: Path | None
    published_at: str = ""
    """When it was published; empty for a draft."""
    issue_number: int = 0


@dataclass(frozen=True, slots=True)
class Judged:
    """What the facts of a month say of its report now."""

    month: Month
    now: str
    """The fingerprint of what the facts say now."""
    lacking: tuple[str, ...] = ()
    """What has to be put right, or explained, before it can be published."""
    edited: int = 0
    stale: int = 0
    """Sentences people wrote, and those of them with a number the figures no longer give."""


def standing(ctx: AppContext, month: Month, out: Path) -> ReportStanding:
    """Where the report of a month stands, read at once; ``out`` is where its files are looked for."""
    published = publication(ctx, month)
    with ctx.store.read() as connection:
        written = records.last_fingerprint(connection, month)
    pdf, xlsx = (out / f"{_file_name(month)}.{suffix}" for suffix in ("pdf", "xlsx"))
    doc = from_json(published.content) if published else None
    return ReportStanding(
        month,
        written,
        doc.missing if doc else missing_parks(ctx, month),
        pdf if pdf.is_file() else None,
        xlsx if xlsx.is_file() else None,
        published.published_at if published else "",
        doc.issue_number if doc else month.month,
    )


def judge(ctx: AppContext, month: Month) -> Judged:
    """Work the month out and say what that means for its report; kept until something is written, so again is free."""

    def work() -> Judged:
        doc, published = document(ctx, month), publication(ctx, month) is not None
        stale = sum(1 for e in doc.edited if e.stale)
        return Judged(month, doc.fingerprint, () if published else lacking(doc), len(doc.edited), stale)

    return kept(ctx, ("judge", month), work)


def kept_pdf(ctx: AppContext, month: Month) -> bytes:
    """The PDF a month was published as; empty for a draft, or where the archive no longer has it whole."""
    item = publication(ctx, month)
    data, problem = original(ctx, item.pdf_sha256, "PDF") if item else (b"", "")
    return b"" if problem else data


def _file_name(month: Month) -> str:
    return f"一区多园统筹协调月报_{month}"


@one_command("report")
def report(
    ctx: AppContext,
    month: Month,
    out: Path,
    *,
    fonts: str = "",
    progress: Progress = no_progress,
    cancelled: Callable[[], bool] = never,
) -> Written:
    """Write PDF and workbook of a month into the folder ``out``; each whole or not at all.

    A published month is handed out as it was kept, byte for byte; printed from its snapshot only where the archive lost it.
    ``fonts`` is ``bundled`` or ``system``, the workspace's setting when empty; a published month keeps its own.
    """
    progress(0, 1, "汇总")
    doc = document(ctx, month, fonts=fonts)
    pdf, xlsx = _kept(ctx, month) or _printed(ctx, doc, progress, cancelled)
    written = _write(out, doc, pdf, xlsx)
    with ctx.store.write("report", ctx.who, ctx.now()) as unit:
        _note(ctx, unit, doc)
        unit.say(f"输出 {month} 月报{doc.state}，指纹 {doc.fingerprint[:16]}", subjects={"reports"}, months={month})
    return written


@one_command("publish")
def publish(
    ctx: AppContext,
    month: Month,
    out: Path,
    *,
    despite: str = "",
    fonts: str = "",
    progress: Progress = no_progress,
    cancelled: Callable[[], bool] = never,
) -> Written:
    """Publish a month (发布): keep its document, rules and files for good, and write the files into ``out``.

    Refused when it is published already, when shares do not add up, and, unless ``despite`` says why, when the tax of a
    case is not reported or a number in an edited sentence is stale.
    """
    office_rules.require_shared(ctx)
    progress(0, 1, "汇总")
    doc = replace(draft(ctx, month, fonts=fonts), state=PUBLISHED, issued_note=despite.strip())
    doc = replace(doc, journal_head=audit.head(ctx))
    _check(ctx, doc)
    doc = replace(doc, fingerprint=fingerprint(doc))
    pdf, xlsx = _printed(ctx, doc, progress, cancelled)
    item = Publication(
        month=month,
        issue_number=doc.issue_number,
        fingerprint=doc.fingerprint,
        published_at=ctx.now(),
        published_by=ctx.who,
        program_version=doc.program_version,
        rule_prints=rule_prints(ctx),
        reason=doc.issued_note,
        # Kept under their SHA-256 before the transaction: a file nobody refers to does no harm, a missing one would.
        pdf_sha256=keep_original(ctx, pdf),
        xlsx_sha256=keep_original(ctx, xlsx),
        content=as_json(doc),
    )
    backups.take(ctx, "publish")
    with ctx.store.write("publish", ctx.who, ctx.now()) as unit:
        if reports.publication(unit.connection, month) is not None:
            raise _already(month)
        add_publication(unit, item)
        _note(ctx, unit, doc)
        said = f"发布 {month} 月报第 {doc.issue_number} 期，指纹 {doc.fingerprint[:16]}"
        unit.say(said, reason=doc.issued_note, subjects={"reports"}, months={month})
    return _write(out, doc, pdf, xlsx)


def _note(ctx: AppContext, unit: UnitOfWork, doc: MonthlyDocument) -> None:
    add_report(
        unit,
        doc.month,
        fingerprint=doc.fingerprint,
        state=doc.state,
        written_at=ctx.now(),
        program_version=ctx.program_version,
        content=as_json(doc),
    )


def _check(ctx: AppContext, doc: MonthlyDocument) -> None:
    """Refused, with what to do, where the month cannot be published."""
    if publication(ctx, doc.month) is not None:
        raise _already(doc.month)
    if doc.sharing.difference_fen:
        raise Refused(f"{doc.month} 税收分享合计差 {doc.sharing.difference_fen} 分，不能发布", advice="请核查分享明细")
    if (found := lacking(doc)) and not doc.issued_note:
        advice = "请补报或改正文字；确需发布的，用 --despite 写明理由，理由印在编制信息里"
        raise Refused(f"{doc.month} 月报还不能发布", why="；".join(found), advice=advice)


def lacking(doc: MonthlyDocument) -> tuple[str, ...]:
    """What a document lacks to be published: tax of a case, numbers gone stale in edited sentences."""
    found = []
    if doc.sharing.missing:
        found.append(f"{'、'.join(doc.sharing.missing)} 税收未报")
    stale = [f"{SECTIONS[e.section]}第 {e.place} 句中的 {a}（现为 {b}）" for e in doc.edited for a, b in e.stale]
    if stale:
        found.append("改写的文字里数已变：" + "、".join(stale))
    return tuple(found)


def _already(month: Month) -> Refused:
    advice = "重印用 zgc report；更正会列入下一期勘误"
    return Refused(f"{month} 月报已发布，不再改写", advice=advice)


def _printed(ctx: AppContext, doc: MonthlyDocument, progress: Progress, cancelled: Callable[[], bool]) -> tuple[bytes, bytes]:
    fonts = ctx.resources / "fonts"
    pdf = monthly_pdf(doc, fonts_dir=fonts, font_folders=folders(), progress=progress, cancelled=cancelled)
    return pdf, monthly_xlsx(doc, progress=progress, cancelled=cancelled)


def _kept(ctx: AppContext, month: Month) -> tuple[bytes, bytes] | None:
    """The files a month was published as; None for a draft, or where the archive no longer has both whole."""
    item = publication(ctx, month)
    if item is None:
        return None
    pdf, no_pdf = original(ctx, item.pdf_sha256, "PDF")
    xlsx, no_xlsx = original(ctx, item.xlsx_sha256, "工作簿")
    return None if no_pdf or no_xlsx else (pdf, xlsx)


def _write(out: Path, doc: MonthlyDocument, pdf: bytes, xlsx: bytes) -> Written:
    name = _file_name(doc.month)
    return Written(write_aside(out / f"{name}.pdf", pdf), write_aside(out / f"{name}.xlsx", xlsx), doc.fingerprint, doc)
