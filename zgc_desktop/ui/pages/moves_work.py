"""What 迁移协调 reads and writes, as work for the worker: services are loaded there, not at the start of the window."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from zgc_desktop.domain.moves import BaseYear, CaseState, Lead, MoveCase
from zgc_desktop.domain.periods import Month
from zgc_desktop.ui.operations import IsCancelled, Progress
from zgc_desktop.ui.session import SessionWork

if TYPE_CHECKING:
    from zgc_desktop.services.case_record import History
    from zgc_desktop.services.context import AppContext


@dataclass(frozen=True, slots=True)
class Seen:
    """What the page shows: the month's leads and every case."""

    month: Month | None
    leads: tuple[Lead, ...]
    cases: tuple[MoveCase, ...]
    parks: tuple[str, ...]
    person: str
    today: date


def look(ctx: AppContext, month: Month | None) -> Seen:
    """Read leads and cases."""
    from zgc_desktop.services import move_case, reconcile

    leads = reconcile.open_leads(ctx, month) if month is not None else ()
    return Seen(month, leads, move_case.all_cases(ctx), tuple(ctx.catalogue.parks), ctx.who, ctx.today())


def history(case_id: str) -> Callable[[AppContext], History]:
    """Everything of one case."""

    def read(ctx: AppContext) -> History:
        from zgc_desktop.services import case_record

        return case_record.history(ctx, case_id)

    return read


def open_from_lead(lead_id: int, from_park: str) -> SessionWork[object]:
    """Open a case from a lead."""

    def work(ctx: AppContext, _progress: Progress, _cancelled: IsCancelled) -> object:
        from zgc_desktop.services import move_case

        return move_case.open_from_lead(ctx, lead_id, from_park=from_park)

    return work


def open_case(code: str, from_park: str, to_park: str, opened_on: date | None) -> SessionWork[object]:
    """Open a case by hand."""

    def work(ctx: AppContext, _progress: Progress, _cancelled: IsCancelled) -> object:
        from zgc_desktop.services import move_case

        return move_case.open_case(ctx, code, from_park, to_park, opened_on=opened_on)

    return work


def describe(
    case_id: str,
    nature: str | None,
    kind: str | None,
    registered_on: date | None,
    at_capacity_on: date | None,
    note: str | None,
) -> SessionWork[object]:
    """Record what is known of a case; None leaves a value as it is."""

    def work(ctx: AppContext, _progress: Progress, _cancelled: IsCancelled) -> object:
        from zgc_desktop.services import move_case

        return move_case.describe(
            ctx, case_id, nature=nature, kind=kind, registered_on=registered_on, at_capacity_on=at_capacity_on, note=note
        )

    return work


def record_base(case_id: str, years: tuple[BaseYear, ...]) -> SessionWork[object]:
    """Record the base years of a case."""

    def work(ctx: AppContext, _progress: Progress, _cancelled: IsCancelled) -> object:
        from zgc_desktop.services import move_case

        return move_case.record_base(ctx, case_id, years)

    return work


def advance(case_id: str, to: CaseState) -> SessionWork[object]:
    """Move a case forward."""

    def work(ctx: AppContext, _progress: Progress, _cancelled: IsCancelled) -> object:
        from zgc_desktop.services import move_case

        return move_case.advance(ctx, case_id, to)

    return work


def withdraw(case_id: str, reason: str) -> SessionWork[object]:
    """Withdraw a case; the reason is kept with its note."""

    def work(ctx: AppContext, _progress: Progress, _cancelled: IsCancelled) -> object:
        from zgc_desktop.services import move_case

        return move_case.advance(ctx, case_id, CaseState.WITHDRAWN, reason=reason)

    return work


def land(case_id: str) -> SessionWork[object]:
    """Land a case."""

    def work(ctx: AppContext, _progress: Progress, _cancelled: IsCancelled) -> object:
        from zgc_desktop.services import move_case

        return move_case.land(ctx, case_id)

    return work


def say(case_id: str, party: str, answer: str, person: str, reason: str) -> SessionWork[object]:
    """Record what a side says, in its own lane."""

    def work(ctx: AppContext, _progress: Progress, _cancelled: IsCancelled) -> object:
        from zgc_desktop.services import case_record

        return case_record.say(ctx, case_id, party, answer, person, reason=reason)

    return work


def export_history(case_id: str) -> SessionWork[Path]:
    """Write a case's history into the outbox."""

    def work(ctx: AppContext, _progress: Progress, _cancelled: IsCancelled) -> Path:
        from zgc_desktop.services import case_record

        return case_record.export_history(ctx, case_id, ctx.paths.outbox)

    return work
