"""What 报送接收 has done in the worker: services are imported there, so that the window shows before they load."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from zgc_desktop.domain.issues import Issue
from zgc_desktop.domain.mappings import Answers, MappingQuestions
from zgc_desktop.domain.periods import Month
from zgc_desktop.domain.submissions import AcceptResult, ReceivedFile, SubmissionItem
from zgc_desktop.ui.operations import IsCancelled, Progress
from zgc_desktop.ui.session import SessionWork
from zgc_desktop.ui.texts import tr
from zgc_desktop.viewmodels import intake as vm

if TYPE_CHECKING:
    from zgc_desktop.services.context import AppContext

MonthRead = tuple[tuple[str, ...], tuple[SubmissionItem, ...]]


def month_work(month: Month | None) -> SessionWork[MonthRead]:
    """The parks in the plan's order, and every version of the month; the newest with what is still to be decided."""

    def work(ctx: AppContext, _progress: Progress, _cancelled: IsCancelled) -> MonthRead:
        from zgc_desktop.services import decide, exchange, look_up

        if month is None:
            return tuple(ctx.catalogue.parks), ()
        items = look_up.month_submissions(ctx, month, set_aside=True)
        items = vm.with_stamps(items, exchange.self_checks(ctx, month))
        return tuple(ctx.catalogue.parks), vm.with_open_issues(items, decide.summaries(ctx, month))

    return work


def issues_work(submission_id: int) -> SessionWork[tuple[Issue, ...]]:
    """The issues of one version."""

    def work(ctx: AppContext, _progress: Progress, _cancelled: IsCancelled) -> tuple[Issue, ...]:
        from zgc_desktop.services import look_up

        return look_up.issues_of(ctx, submission_id)

    return work


def receive_work(paths: Sequence[Path]) -> SessionWork[tuple[ReceivedFile, ...]]:
    """Receive files and folders; progress counts files, once while reading and once while checking."""

    def work(ctx: AppContext, progress: Progress, cancelled: IsCancelled) -> tuple[ReceivedFile, ...]:
        from zgc_desktop.services.receive import receive

        return receive(ctx, paths, progress=_by_file(progress), cancelled=cancelled)

    return work


def _by_file(progress: Progress) -> Callable[[int, int, str], None]:
    """Two steps a file become two rounds over the files: what is counted is what the user dropped."""

    def tell(n: int, of: int, text: str) -> None:
        files = of // 2
        progress(min(n % files + 1 if n < of else files, files) if files else 0, files, text)

    return tell


def questions_work(path: Path) -> SessionWork[MappingQuestions]:
    """What one file leaves uncertain, and all its columns."""

    def work(ctx: AppContext, _progress: Progress, _cancelled: IsCancelled) -> MappingQuestions:
        from zgc_desktop.services import map_columns

        return map_columns.questions(ctx, path)

    return work


def answer_work(path: Path, answers: Answers) -> SessionWork[ReceivedFile]:
    """Keep what was answered and read the file again with it."""

    def work(ctx: AppContext, _progress: Progress, _cancelled: IsCancelled) -> ReceivedFile:
        from zgc_desktop.services import map_columns

        return map_columns.answer(ctx, path, answers)

    return work


def accept_work(month: Month, parks: tuple[str, ...], reason: str) -> SessionWork[AcceptResult]:
    """Accept the newest versions of some parks."""

    def work(ctx: AppContext, _progress: Progress, _cancelled: IsCancelled) -> AcceptResult:
        from zgc_desktop.services.accept import accept

        return accept(ctx, month, parks, despite_errors=reason)

    return work


def template_work(parks: tuple[str, ...], month: Month, folder: Path) -> SessionWork[str]:
    """Write templates into a folder; a file that stands there already may be filled in, so it stays."""

    def work(ctx: AppContext, progress: Progress, cancelled: IsCancelled) -> str:
        from zgc_desktop.services import template

        written, there = 0, 0
        for n, park in enumerate(parks):
            out = folder / f"中关村月报_{park}_{month}.xlsx"
            progress(n, len(parks), out.name)
            if cancelled():
                break
            if out.exists():
                there += 1
            else:
                template.write(ctx, park, month, out)
                written += 1
        left = len(parks) - written - there
        said = [tr("已导出 {n} 份模板到 {folder}", n=written, folder=folder)]
        said += [tr("{n} 份已存在，未覆盖", n=there)] if there else []
        said += [tr("已取消，其余 {n} 份未写", n=left)] if left else []
        return "，".join(said)

    return work
