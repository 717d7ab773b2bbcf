"""What 审计备份 reads and writes, as work for the worker: services are loaded there, not at the start of the window."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from zgc_desktop.domain.backup_rota import BackupItem
from zgc_desktop.domain.changes import ChangeSummary
from zgc_desktop.domain.journal import Audit, Possible, Step
from zgc_desktop.domain.months import MonthItem, MonthState
from zgc_desktop.domain.periods import Month
from zgc_desktop.ui.operations import IsCancelled, Progress
from zgc_desktop.ui.session import SessionWork
from zgc_desktop.viewmodels import audit as vm

if TYPE_CHECKING:
    from zgc_desktop.services.backups import Restored
    from zgc_desktop.services.context import AppContext
    from zgc_desktop.services.transfer import Transferred

STEPS, ROWS = 2_000, 500


@dataclass(frozen=True, slots=True)
class Seen:
    """What the page shows."""

    steps: tuple[Step, ...]
    head: str
    backups: tuple[BackupItem, ...]
    months: tuple[MonthItem, ...]
    exceptions: tuple[vm.ExceptionLine, ...]
    parks: tuple[str, ...]
    now: datetime
    who: str
    read_only: str
    on_server: bool
    folder: Path


@dataclass(frozen=True, slots=True)
class Detail:
    """One step: what it changed and whether it can be taken back or brought back."""

    step: Step
    rows: tuple[vm.RowLine, ...]
    possible: Possible


def look(ctx: AppContext) -> Seen:
    """Read history, copies, months; for the worker."""
    from zgc_desktop.services import audit, backups, months, undo

    today = ctx.today()
    return Seen(
        undo.list_steps(ctx, STEPS),
        audit.head(ctx),
        backups.listing(ctx),
        months.listed(ctx),
        tuple(vm.ExceptionLine(e, today) for e in reversed(months.exceptions(ctx))),
        tuple(ctx.catalogue.parks),
        ctx.clock().astimezone(),
        ctx.who,
        ctx.store.read_only,
        ctx.store.on_server,
        ctx.paths.backups,
    )


def detail(ctx: AppContext, seq: int) -> Detail:
    """One step with its rows; for the worker."""
    from zgc_desktop.services import audit, undo

    found = audit.shown(ctx, seq, ROWS)
    lines: list[vm.RowLine] = []
    for row in found.rows:
        for column, old, new in row.values:
            lines.append(vm.row_line(len(lines), row.table, row.what, row.key, column, old, new))
    kept = {r.table for r in found.rows}
    for table, what, count in found.counts:
        if table not in kept:
            lines.append(vm.row_line(len(lines), table, what, "", "", "", f"{count:,} 行"))
    possible = undo.can_undo(ctx, seq) if found.step.done else undo.can_redo(ctx, seq)
    return Detail(found.step, tuple(lines), possible)


def undo_step(seq: int, together: bool, reason: str) -> SessionWork[ChangeSummary]:
    """Undo a step, with what rests on it where that is wanted."""

    def work(ctx: AppContext, _p: Progress, _c: IsCancelled) -> ChangeSummary:
        from zgc_desktop.services import undo

        return undo.undo(ctx, seq, together=together, reason=reason)

    return work


def redo_step(seq: int) -> SessionWork[ChangeSummary]:
    """Bring an undone step back."""

    def work(ctx: AppContext, _p: Progress, _c: IsCancelled) -> ChangeSummary:
        from zgc_desktop.services import undo

        return undo.redo(ctx, seq)

    return work


def verify(anchor: str) -> SessionWork[Audit]:
    """Prove the journal and the rows."""

    def work(ctx: AppContext, progress: Progress, _c: IsCancelled) -> Audit:
        from zgc_desktop.services import audit

        return audit.verify(ctx, anchor=anchor, progress=progress)

    return work


def take_backup(ctx: AppContext, _p: Progress, _c: IsCancelled) -> tuple[BackupItem, Path | None]:
    """A copy now, and one more where the office keeps them."""
    from zgc_desktop.services import backup_copy, backups

    item = backups.take(ctx, "manual", always=True)
    return item, backup_copy.copy_out(ctx, item)


def verify_backup(name: str) -> SessionWork[tuple[str, ...]]:
    """What is wrong with a copy; empty = whole."""

    def work(ctx: AppContext, _p: Progress, _c: IsCancelled) -> tuple[str, ...]:
        from zgc_desktop.services import backups

        return backups.verify(ctx, name)

    return work


def restore(name: str, reason: str) -> SessionWork[Restored]:
    """Go back to a copy; what is there now is kept."""

    def work(ctx: AppContext, progress: Progress, _c: IsCancelled) -> Restored:
        from zgc_desktop.services import backups

        return backups.restore(ctx, name, reason=reason, progress=progress)

    return work


def put_month(month: Month, state: MonthState, reason: str) -> SessionWork[ChangeSummary]:
    """Open, close or lock a month."""

    def work(ctx: AppContext, _p: Progress, _c: IsCancelled) -> ChangeSummary:
        from zgc_desktop.services import months

        do: dict[MonthState, Callable[..., ChangeSummary]] = {
            MonthState.OPEN: months.open_month,
            MonthState.CLOSED: months.close_month,
            MonthState.LOCKED: months.lock_month,
        }
        return do[state](ctx, month, reason=reason)

    return work


def grant(month: Month, person: str, park: str, reason: str, until: date) -> SessionWork[ChangeSummary]:
    """Grant an exception to a closed or locked month."""

    def work(ctx: AppContext, _p: Progress, _c: IsCancelled) -> ChangeSummary:
        from zgc_desktop.services import months

        return months.except_for(ctx, month, person=person, reason=reason, expires_on=until, park=park)

    return work


def end_exception(number: int) -> SessionWork[ChangeSummary]:
    """End an exception before its day."""

    def work(ctx: AppContext, _p: Progress, _c: IsCancelled) -> ChangeSummary:
        from zgc_desktop.services import months

        return months.end(ctx, number)

    return work


def export_to(out: Path) -> SessionWork[Transferred]:
    """Write the whole workspace into one file."""

    def work(ctx: AppContext, progress: Progress, _c: IsCancelled) -> Transferred:
        from zgc_desktop.services import transfer

        return transfer.export_workspace(ctx, out, progress=progress)

    return work


def import_from(file: Path, folder: Path) -> SessionWork[Transferred]:
    """Make a workspace of an exported file."""

    def work(_ctx: AppContext, progress: Progress, _c: IsCancelled) -> Transferred:
        from zgc_desktop.services import transfer

        return transfer.import_workspace(file, folder, progress=progress)

    return work
