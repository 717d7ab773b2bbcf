"""What 企业台账 writes, as work for the worker: services are loaded there, not at the start of the window."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from zgc_desktop.domain.changes import ChangeSummary
from zgc_desktop.domain.corrections import Correction, CorrectionPreview
from zgc_desktop.domain.periods import Month
from zgc_desktop.ui.operations import IsCancelled, Progress
from zgc_desktop.ui.session import SessionWork

if TYPE_CHECKING:
    from zgc_desktop.services.context import AppContext

Write: TypeAlias = "SessionWork[ChangeSummary]"


def preview(month: Month, given: tuple[Correction, ...]) -> SessionWork[CorrectionPreview]:
    """What corrections would do."""

    def work(ctx: AppContext, progress: Progress, cancelled: IsCancelled) -> CorrectionPreview:
        from zgc_desktop.services import correct

        return correct.preview(ctx, month, given, progress=progress, cancelled=cancelled)

    return work


def correct(month: Month, given: tuple[Correction, ...], reason: str) -> Write:
    """Write corrections as one step."""

    def work(ctx: AppContext, progress: Progress, cancelled: IsCancelled) -> ChangeSummary:
        from zgc_desktop.services import correct

        return correct.correct(ctx, month, given, reason, progress=progress, cancelled=cancelled)

    return work


def watch(companies: tuple[int, ...], note: str) -> Write:
    """Put companies on the office's watch list."""

    def work(ctx: AppContext, _progress: Progress, _cancelled: IsCancelled) -> ChangeSummary:
        from zgc_desktop.services import watch_list

        return watch_list.watch(ctx, companies, note)

    return work


def unwatch(companies: tuple[int, ...]) -> Write:
    """Take companies off the watch list."""

    def work(ctx: AppContext, _progress: Progress, _cancelled: IsCancelled) -> ChangeSummary:
        from zgc_desktop.services import watch_list

        return watch_list.unwatch(ctx, companies)

    return work
