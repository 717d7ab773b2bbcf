"""The self-check stamp of a workbook at hand: what it holds, what it deserves, what is seen of the one it carries."""

from __future__ import annotations

from dataclasses import replace

from db.store import Reading
from zgc_desktop.domain.exchange.stamp import Stamp, content_hash, counts_of, judge, result_hash, stamp_of
from zgc_desktop.domain.submissions import CheckedSubmission
from zgc_desktop.intake.raw import RawWorkbook
from zgc_desktop.intake.recognise import meta_values
from zgc_desktop.services import rule_set
from zgc_desktop.services.context import AppContext


def stamp_now(ctx: AppContext, connection: Reading, raw: RawWorkbook, checked: CheckedSubmission) -> Stamp:
    """The stamp a file deserves with this desk's rule set, history and program."""
    errors, warnings, notices = counts_of(checked.issues)
    figures = {
        "companies": checked.companies,
        "tax_fen": checked.total("tax", "total_fen"),
        "revenue_fen": checked.total("enterprise", "revenue_fen"),
    }
    return Stamp(
        rules=rule_set.version(ctx, connection),
        result=result_hash(checked.issues, figures),
        content=content_of(raw),
        errors=errors,
        warnings=warnings,
        notices=notices,
        checked_at=ctx.now(),
        program=ctx.program_version,
    )


def carried_by(raw: RawWorkbook) -> Stamp | None:
    """The stamp a workbook carries; None where it carries none."""
    return stamp_of(meta_values(raw.sheets))


def content_of(raw: RawWorkbook) -> str:
    """The hash of what a workbook holds, without the stamp's own places."""
    return content_hash((s.name, (s.row(n) for n in range(s.height))) for s in raw.sheets)


def seen_by_city(ctx: AppContext, raw: RawWorkbook, checked: CheckedSubmission, vouched: Stamp | None) -> CheckedSubmission:
    """The submission with what is seen of its stamp: in the file, else (``vouched``) beside it in the package."""
    told = carried_by(raw) or vouched
    if told is None:
        return checked
    with ctx.store.read() as connection:
        now = stamp_now(ctx, connection, raw, checked)
    return replace(checked, self_check=(told, judge(told, now.content, now.rules, now.result)))
