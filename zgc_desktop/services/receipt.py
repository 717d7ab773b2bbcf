"""Receipts (回执): each version answered by a small file with its number, hash, counts, state and what is still wanted."""

from __future__ import annotations

import json
from pathlib import Path

from db.journal.marks import mark_of
from db.queries import raw_rows, submissions
from reports.aside import write_aside
from reports.receipt_pdf import write_receipt_pdf
from zgc_desktop.domain.errors import Refused
from zgc_desktop.domain.expected import ExpectedRow
from zgc_desktop.domain.issues import Issue, Severity
from zgc_desktop.domain.park_layouts import EVERY_SHEET
from zgc_desktop.domain.periods import Month
from zgc_desktop.domain.receipt import Receipt, receipt_number
from zgc_desktop.domain.submissions import SubmissionItem, SubmissionState
from zgc_desktop.services.context import AppContext
from zgc_desktop.services.reminders import expected


def receipts(ctx: AppContext, month: Month, park: str = "", *, version: int | None = None) -> tuple[Receipt, ...]:
    """The receipt of each park's newest version of a month; of one park, or of one version of it.

    Refused for an unknown park, or when nothing was received.
    """
    found = ctx.catalogue.park_named(park) if park else None
    if park and found is None:
        raise Refused(f"没有叫“{park}”的分园", advice=f"可用：{'、'.join(ctx.catalogue.parks)}")
    with ctx.store.read() as connection:
        versions = (submissions.versions if version is None else submissions.every_version)(connection, month)
    mine = [v for v in versions if found is None or v.park == found.name]
    newest = list({v.park: v for v in mine}.values())
    chosen = newest if version is None else [v for v in mine if v.version == version]
    if not chosen:
        what = f"第{version}版" if version is not None else "报送"
        raise Refused(f"{found.name if found else ''}{month} 没有收到{what}", advice="先用 zgc receive 接收")
    (grid,) = expected(ctx, [month])
    rows = {r.park: r for r in grid.rows}
    order = {name: n for n, name in enumerate(ctx.catalogue.parks, start=1)}
    chosen.sort(key=lambda v: order[v.park])
    return tuple(_receipt(ctx, item, rows[item.park], order[item.park]) for item in chosen)


def _receipt(ctx: AppContext, item: SubmissionItem, row: ExpectedRow, order: int) -> Receipt:
    with ctx.store.read() as connection:
        mark = mark_of(connection, item.month)
        counts = {t.sheet_key: len(t.rows) for t in raw_rows.of_submission(connection, item.id)}
        issues = tuple(issue for _, issue in submissions.issues_of(connection, (item.id,)))
    return Receipt(
        number=receipt_number(item.month, order, item.version),
        park=item.park,
        month=item.month,
        version=item.version,
        file_name=item.file_name,
        sha256=item.sha256,
        received_at=item.received_at,
        state=item.state.word,
        punctuality=row.punctuality,
        sheets=tuple((EVERY_SHEET[key].title, counts[key]) for key in EVERY_SHEET if key in counts),
        companies=item.companies,
        tax_fen=item.tax_fen,
        revenue_fen=item.revenue_fen,
        errors=item.errors,
        warnings=item.warnings,
        notices=item.notices,
        added=item.added,
        changed=item.changed,
        vanished=item.vanished,
        wanted=_wanted(item, row, issues),
        who=ctx.who,
        program=f"统筹台 {ctx.program_version}",
        journal_mark=mark,
    )


def _wanted(item: SubmissionItem, row: ExpectedRow, issues: tuple[Issue, ...]) -> tuple[str, ...]:
    """What the park still owes. A superseded version owes nothing: its successor does; nor does one set aside."""
    if item.state is SubmissionState.VOID:
        return (f"此版已作废，不计入：{item.accepted_note}",)
    if item.state is SubmissionState.SUPERSEDED:
        return ("此版已被新版替代，以新版回执为准",)
    if item.state is SubmissionState.ACCEPTED:
        return ()
    wanted = [f"{title}表未报，请补报" for title in row.wanting]
    wanted += [f"{i.place} {i.company} {i.message}".replace("  ", " ") for i in issues if i.severity is Severity.ERROR]
    return tuple(wanted)


def write(ctx: AppContext, month: Month, out: Path, park: str = "", *, version: int | None = None) -> tuple[Path, ...]:
    """Write the receipts into folder ``out``, each as JSON and as one page of PDF; returns the files."""
    written: list[Path] = []
    for receipt in receipts(ctx, month, park, version=version):
        name = f"回执_{receipt.park}_{receipt.month}_v{receipt.version}"
        text = json.dumps(receipt.as_json(), ensure_ascii=False, indent=1) + "\n"
        written.append(write_aside(out / f"{name}.json", text.encode()))
        written.append(write_receipt_pdf(receipt, out / f"{name}.pdf", fonts_dir=ctx.resources / "fonts"))
    return tuple(written)
