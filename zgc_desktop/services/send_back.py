"""Send back (退回): a version's open issues go to the park in its own file, marked, with a deadline and a round counted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from db.decisions import ReturnRecord, add_return
from db.queries import decisions as reads
from db.queries import submissions
from db.queries.decisions import ReturnRound, StoredTable
from db.submissions import set_state
from reports.aside import write_aside
from reports.ooxml import CannotPatch
from reports.return_xlsx import marked_workbook
from reports.return_xlsx_plain import ParkTable, on_clean_template
from zgc_desktop.domain.changes import ChangeSummary
from zgc_desktop.domain.decisions import DecidedIssue, DecisionKind
from zgc_desktop.domain.errors import Refused
from zgc_desktop.domain.history import History
from zgc_desktop.domain.issues import CHECKS, Issue, Severity
from zgc_desktop.domain.money import in_unit
from zgc_desktop.domain.months import Subject, Touch
from zgc_desktop.domain.park_layouts import EVERY_SHEET
from zgc_desktop.domain.periods import Month
from zgc_desktop.domain.returns import ACTIONS, SIGNED, ComparedLine, KeptIssue, ReturnItem, ReturnNotice
from zgc_desktop.domain.submissions import SubmissionItem, SubmissionState
from zgc_desktop.paths import safe_filename
from zgc_desktop.services import audit, compare, decide, reconcile, workspace
from zgc_desktop.services.accept import rebuild_month
from zgc_desktop.services.context import AppContext, one_command
from zgc_desktop.services.decided_issues import decided
from zgc_desktop.services.working_days import is_working_day, working_days

ANSWER_DAYS = 5
"""Working days a park has to answer, unless said otherwise."""

_SUBJECTS = (
    "submissions", "issues", "companies", "clusters", "settlement", "tiers", "reports", "land", "projects", "registers",
)  # fmt: skip
_PATCHABLE = (".xlsx", ".xlsm")


@dataclass(frozen=True, slots=True)
class SentBack:
    """A return that went out: its file, the original beside it where the file is not the park's own, and what it asks."""

    path: Path
    original: Path | None
    why_not_patched: str
    notice: ReturnNotice
    change: ChangeSummary


@dataclass(frozen=True, slots=True)
class RoundItem:
    """One return of a month with how long its answer took, in working days (None = not answered yet)."""

    round: ReturnRound
    working_days: int | None
    overdue: bool


@one_command("return")
def send_back(
    ctx: AppContext,
    month: Month,
    park: str,
    out: Path,
    *,
    reason: str = "",
    days: int = ANSWER_DAYS,
    contact: str = "",
) -> SentBack:
    """Return a park's newest version: write the marked workbook into ``out``, take the version out of every total.

    The items are the issues decided 退回 and every error and warning still open. Refused where there is nothing to ask,
    where the version has been returned already, and without a version.
    """
    name = decide.park_named(ctx, park)
    # Before the workbook is written: a file that lies in the outbox is as good as sent.
    ctx.store.require_open({Touch(month, Subject.SUBMISSIONS, name)}, who=ctx.who, day=ctx.today())
    with ctx.store.read() as connection:
        found = decide.newest(ctx, submissions.versions(connection, month), name)
        if not found:
            raise Refused(f"{name} {month} 没有可退回的报送")
        item = found[0]
        if item.state is SubmissionState.RETURNED:
            raise Refused(f"{name} {month} 第{item.version}版已经退回", advice="请等分园重报")
        issues = decided(connection, [item])
        asked = [i for i in issues if _is_asked(i)]
        if not asked:
            raise Refused(f"{name} {month} 第{item.version}版没有要退回的问题", advice="可以接受入库，或先把问题判为退回")
        rounds = reads.returns(connection, month, name)
        tables = reads.tables_of(connection, item.id)
        history = submissions.history(connection, name, month)
        lines = compare.lines_for_return(ctx, connection, item, rounds) if rounds else ()
    deadline = after_working_days(ctx.today(), days)
    notice = _notice(item, issues, asked, tables, history, len(rounds) + 1, deadline, contact or f"{SIGNED} {ctx.who}", lines)
    notice = replace(notice, journal_mark=audit.head(ctx))
    data, why, suffix, original = _workbook(ctx, notice, item, tables)
    path = write_aside(out / safe_filename(notice.stem + suffix), data)
    beside = None
    if why:
        beside = write_aside(out / safe_filename(f"{notice.stem}_原件{Path(item.file_name).suffix}"), original)
    return SentBack(path, beside, why, notice, _write(ctx, item, notice, asked, reason, path.name, data, why))


def _is_asked(found: DecidedIssue) -> bool:
    if found.decision is not None:
        return found.decision.kind is DecisionKind.RETURNED
    return found.issue.severity is not Severity.NOTICE


def after_working_days(day: date, count: int) -> date:
    """The day that lies ``count`` working days after ``day``."""
    while count > 0:
        day += timedelta(days=1)
        count -= is_working_day(day)
    return day


def _notice(
    item: SubmissionItem,
    issues: Sequence[DecidedIssue],
    asked: Sequence[DecidedIssue],
    tables: Sequence[StoredTable],
    history: History,
    number: int,
    deadline: date,
    contact: str,
    compared: tuple[ComparedLine, ...],
) -> ReturnNotice:
    ordered = sorted(asked, key=lambda i: (not i.issue.sheet, i.issue.severity != Severity.ERROR, i.id))
    items = tuple(_item(n, i.issue, tables, history) for n, i in enumerate(ordered, start=1))
    kept = tuple(
        KeptIssue(i.issue, i.decision.reason, i.decision.who)
        for i in issues
        if i.decision is not None and i.decision.kind in (DecisionKind.ACCEPTED, DecisionKind.CASE)
    )
    headers: dict[str, int] = {}
    for table in tables:
        if table.row_numbers:
            row = max(min(table.row_numbers) - 1, 1)
            headers[table.sheet] = min(headers.get(table.sheet, row), row)
    headings: dict[str, dict[str, str]] = {}
    for column in item.columns:
        headings.setdefault(column.sheet, {})[column.letter] = column.heading
    return ReturnNotice(
        item.park,
        item.month,
        item.version,
        number,
        deadline,
        contact,
        item.file_name,
        items,
        kept,
        compared,
        headers,
        headings,
    )


def _item(number: int, issue: Issue, tables: Sequence[StoredTable], history: History) -> ReturnItem:
    check = CHECKS.get(issue.code)
    basis = f"{issue.code} {check.name}·{check.basis}" if check else issue.code
    return ReturnItem(number, issue, _last_value(issue, tables, history), basis, ACTIONS[issue.severity])


def _last_value(issue: Issue, tables: Sequence[StoredTable], history: History) -> str:
    """What the company reported in that column last month, in the column's unit; "" where it is not known."""
    letter = issue.cell.rstrip("0123456789")
    for table in tables:
        key = next((k for k, at in table.letters.items() if at == letter), "") if table.sheet == issue.sheet else ""
        value = history.figures.get(issue.credit_code, {}).get(key) if key else None
        if value is not None and table.key in EVERY_SHEET:
            column = next((c for c in EVERY_SHEET[table.key].columns if c.key == key), None)
            if column is not None and column.kind == "money":
                return f"{in_unit(value, column.unit):,f} {column.unit}"
            return f"{value:,}"
    return ""


def _workbook(
    ctx: AppContext, notice: ReturnNotice, item: SubmissionItem, tables: Sequence[StoredTable]
) -> tuple[bytes, str, str, bytes]:
    """(bytes, why it is not the park's own file or "", suffix, original bytes)."""
    original = workspace.original(ctx, item.sha256)
    suffix = Path(item.file_name).suffix.lower()
    try:
        if suffix not in _PATCHABLE:
            why = f"是 {suffix or '未知'} 格式"
        else:
            return marked_workbook(original, notice), "", suffix, original
    except CannotPatch as refused:
        why = str(refused)
    park_tables = [ParkTable(t.key, t.sheet, t.row_numbers, t.letters, t.values) for t in tables]
    data = on_clean_template(
        notice,
        park_tables,
        why=why,
        clusters=[c.name for c in ctx.catalogue.clusters_of(item.park)],
        industries=list(ctx.catalogue.industries),
        parks=list(ctx.catalogue.parks),
    )
    return data, why, ".xlsx", original


def _write(
    ctx: AppContext,
    item: SubmissionItem,
    notice: ReturnNotice,
    asked: Sequence[DecidedIssue],
    reason: str,
    file_name: str,
    data: bytes,
    why: str,
) -> ChangeSummary:
    sha256 = workspace.keep_original(ctx, data)
    at = ctx.now()
    errors, warnings = notice.count(Severity.ERROR), notice.count(Severity.WARNING)
    said = reason or f"校验发现错误 {errors} 项、警告 {warnings} 项"
    with ctx.store.write("return", ctx.who, at) as unit:
        state = {v.id: v.state for v in submissions.versions(unit.connection, item.month)}.get(item.id)
        if state is not item.state:
            raise Refused(f"{item.park} {item.month} 第{item.version}版刚被别处处理过", advice="请刷新后再试")
        undecided = [i for i in asked if i.decision is None]
        decide.record(unit, ctx, undecided, DecisionKind.RETURNED, said)
        record = ReturnRecord(
            item.month, item.park, notice.round, item.id, item.version, at, notice.deadline, said, ctx.who, file_name, sha256,
            not why, why,
        )  # fmt: skip
        add_return(unit, record, notice.items)
        set_state(unit, item.id, SubmissionState.RETURNED)
        if item.state is SubmissionState.ACCEPTED:
            rebuild_month(unit, ctx, item.month)
        unit.say(
            f"退回 {item.park} {item.month} 第{item.version}版：第{notice.round}次，{len(notice.items)} 项，"
            f"{notice.deadline:%m-%d} 前答复",
            reason=said,
            subjects=_SUBJECTS,
            months={item.month},
        )
    with ctx.store.read() as connection:
        known = submissions.months(connection)
    for month in (item.month, item.month.plus(1)):
        if month in known:
            reconcile.refresh(ctx, month)
    assert unit.summary is not None
    return unit.summary


def rounds(ctx: AppContext, month: Month, park: str = "") -> tuple[RoundItem, ...]:
    """The returns of a month, by park and round, with how many working days each answer took."""
    with ctx.store.read() as connection:
        found = reads.returns(connection, month, decide.park_named(ctx, park) if park else "")
    today = ctx.today()
    listed = []
    for one in found:
        end = one.answered_at.date() if one.answered_at else None
        took = working_days(one.returned_at.date(), end) if end else None
        listed.append(RoundItem(one, took, (end or today) > one.deadline))
    return tuple(listed)


def as_json(sent: SentBack) -> Mapping[str, Any]:
    """What went out, as plain values."""
    n = sent.notice
    return {
        "park": n.park,
        "month": str(n.month),
        "version": n.version,
        "round": n.round,
        "items": len(n.items),
        "errors": n.count(Severity.ERROR),
        "warnings": n.count(Severity.WARNING),
        "deadline": n.deadline.isoformat(),
        "path": str(sent.path),
        "original": str(sent.original) if sent.original else None,
        "patched": not sent.why_not_patched,
        "why_not_patched": sent.why_not_patched,
        "sentence": sent.change.sentence,
    }
