"""What 校验退回 has done in the worker: services are imported there, so that the window shows before they load."""

from __future__ import annotations

import tempfile
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from zgc_desktop.domain.changes import ChangeSummary
from zgc_desktop.domain.check_catalogue import RowBeside
from zgc_desktop.domain.decisions import DecisionKind
from zgc_desktop.domain.periods import Month
from zgc_desktop.paths import safe_filename
from zgc_desktop.ui.operations import IsCancelled, Progress
from zgc_desktop.ui.session import SessionWork
from zgc_desktop.viewmodels import checks as vm
from zgc_desktop.viewmodels.table import Prepared, prepare

if TYPE_CHECKING:
    from zgc_desktop.services.compare import Comparison
    from zgc_desktop.services.context import AppContext
    from zgc_desktop.services.issue_desk import IssueDesk
    from zgc_desktop.services.send_back import SentBack

RETURNS = "退回件"
"""The folder of the outbox that return files go into, a folder a month."""


@dataclass(frozen=True, slots=True)
class MonthRead:
    """A month ready to be shown."""

    desk: IssueDesk
    lines: Prepared[vm.IssueLine]
    last: dict[int, str]
    """Last month's values of every version known so far, by issue id."""


def read_month(ctx: AppContext, month: Month, known: Collection[int], last: dict[int, str]) -> MonthRead:
    """The issues of a month; for a worker."""
    from zgc_desktop.services import issue_desk

    desk = issue_desk.read(ctx, month, known)
    values = {**last, **desk.last}
    return MonthRead(desk, prepare(vm.COLUMNS, vm.issue_lines(desk.issues, desk.items, values)), values)


def read_row(ctx: AppContext, submission_id: int, sheet: str, row: int) -> RowBeside | None:
    """A row beside last month's, None where the issue is about no company's row; for a worker."""
    from zgc_desktop.domain.errors import Refused
    from zgc_desktop.services.checks import row_beside

    try:
        return row_beside(ctx, submission_id, sheet, row)
    except Refused:  # a total, a heading, a cover sheet: there is no row to show
        return None


def read_answer(ctx: AppContext, month: Month, park: str) -> Comparison | None:
    """The park's newest version beside the return it answers; for a worker."""
    from zgc_desktop.services.issue_desk import answer

    return answer(ctx, month, park)


def decide_work(
    month: Month, ids: tuple[int, ...], kind: DecisionKind, reason: str, other_park: str = ""
) -> SessionWork[ChangeSummary]:
    """Record one decision; a case for one issue only."""

    def work(ctx: AppContext, _progress: Progress, _cancelled: IsCancelled) -> ChangeSummary:
        from zgc_desktop.services import decide

        if kind is DecisionKind.CASE:
            return decide.to_case(ctx, month, ids[0], other_park, reason)
        return decide.decide(ctx, month, ids, kind, reason)

    return work


def return_folder(ctx_outbox: Path, month: Month) -> Path:
    """Where the return files of a month go."""
    return ctx_outbox / RETURNS / str(month)


def return_work(month: Month, park: str, reason: str, days: int) -> SessionWork[SentBack]:
    """Write the return file into the workspace's outbox and take the version out of the totals."""

    def work(ctx: AppContext, _progress: Progress, _cancelled: IsCancelled) -> SentBack:
        from zgc_desktop.services.send_back import send_back

        return send_back(ctx, month, park, return_folder(ctx.paths.outbox, month), reason=reason, days=days)

    return work


def copy_work(sha256: str, file_name: str) -> SessionWork[Path]:
    """A copy of an original in a folder of its own: what is changed in it changes nothing here."""

    def work(ctx: AppContext, _progress: Progress, _cancelled: IsCancelled) -> Path:
        from zgc_desktop.domain.errors import EnvironmentProblem
        from zgc_desktop.services.workspace import original

        target = Path(tempfile.mkdtemp(prefix="tongchoutai-")) / safe_filename(f"副本_{file_name}")
        try:
            target.write_bytes(original(ctx, sha256))
        except OSError as error:
            raise EnvironmentProblem("存档中的原件读不出来", where=file_name, advice="请先运行 zgc check") from error
        return target

    return work
