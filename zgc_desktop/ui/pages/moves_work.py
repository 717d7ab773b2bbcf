"""What 迁移协调 reads and writes, as work for the worker: services are loaded there, not at the start of the window."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from zgc_desktop.domain.case_events import CaseEvent
from zgc_desktop.domain.errors import Refused
from zgc_desktop.domain.moves import BaseYear, CaseState, Lead, MoveCase
from zgc_desktop.domain.outside import NUMBERED, OutsideItem
from zgc_desktop.domain.periods import Month
from zgc_desktop.domain.plain_table import PlainTable
from zgc_desktop.domain.zones import Grouping
from zgc_desktop.paths import safe_filename
from zgc_desktop.ui.operations import IsCancelled, Progress
from zgc_desktop.ui.session import SessionWork
from zgc_desktop.viewmodels.table import Change

if TYPE_CHECKING:
    from zgc_desktop.domain.monthly_sheets import Agenda
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
    outside: tuple[OutsideItem, ...] = ()
    """Cases with a party outside the city."""
    rules: tuple[str, ...] = ()
    """Keys of the sharing rules that name their document."""
    zones: Grouping | None = None
    """How the plan groups the parks and which way it wants moves to go; None where a file of the office groups too few."""


def look(ctx: AppContext, month: Month | None) -> Seen:
    """Read leads and cases."""
    from zgc_desktop.services import move_case, outside, reconcile
    from zgc_desktop.services.rules import sharing_rules_in_use
    from zgc_desktop.services.zones import whole_grouping

    leads = reconcile.open_leads(ctx, month) if month is not None else ()
    rules = dict.fromkeys(r.key for r in sharing_rules_in_use(ctx) if r.document is not None)
    return Seen(
        month, leads, move_case.all_cases(ctx), tuple(ctx.catalogue.parks), ctx.who, ctx.today(), outside.cases(ctx),
        tuple(rules), whole_grouping(ctx),
    )  # fmt: skip


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


def change_cells(changes: tuple[Change, ...]) -> SessionWork[object]:
    """Change cells of the list, one entry a case."""

    def work(ctx: AppContext, _progress: Progress, _cancelled: IsCancelled) -> object:
        from zgc_desktop.services import move_case

        by_case: dict[str, dict[str, str]] = {}
        for change in changes:
            by_case.setdefault(str(change.key), {})[change.column] = change.text
        for case_id, told in by_case.items():
            day = {key: date.fromisoformat(told[key]) for key in ("registered", "capacity") if key in told}
            move_case.describe(
                ctx, case_id, nature=told.get("nature"), kind=told.get("kind"),
                registered_on=day.get("registered"), at_capacity_on=day.get("capacity"),
            )  # fmt: skip
        return len(by_case)

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


def agenda(month: Month) -> Callable[[AppContext], Agenda]:
    """The month's questions for the coordination meeting."""

    def read(ctx: AppContext) -> Agenda:
        from zgc_desktop.services import sheets

        return sheets.agenda(ctx, month)

    return read


def write_agenda(month: Month) -> SessionWork[Path]:
    """Write the agenda as PDF into the outbox."""

    def work(ctx: AppContext, _progress: Progress, _cancelled: IsCancelled) -> Path:
        from zgc_desktop.services import sheets

        return sheets.write_agenda(ctx, month, ctx.paths.outbox)

    return work


def write_slip(month: Month, case_id: str) -> SessionWork[Path]:
    """Write the case's slip as PDF (and JSON) into the outbox."""

    def work(ctx: AppContext, _progress: Progress, _cancelled: IsCancelled) -> Path:
        from zgc_desktop.services import sheets

        return sheets.write_case_slip(ctx, month, case_id, ctx.paths.outbox)[0]

    return work


def attach(case_id: str, files: tuple[tuple[Path, str], ...]) -> SessionWork[object]:
    """Keep files with a case, also one over the city's border, each with what it is."""

    def work(ctx: AppContext, progress: Progress, _cancelled: IsCancelled) -> object:
        from zgc_desktop.services import case_record, outside

        kept, keep = None, outside.attach if case_id.startswith(NUMBERED) else case_record.attach
        for n, (file, about) in enumerate(files, 1):
            kept = keep(ctx, case_id, file, about)
            progress(n, len(files), file.name)
        return kept

    return work


def copy_of(case_id: str, kept: CaseEvent) -> SessionWork[Path]:
    """A copy of an attachment under its own name in the outbox: what is archived is never opened itself."""

    def work(ctx: AppContext, _progress: Progress, _cancelled: IsCancelled) -> Path:
        from zgc_desktop.services.workspace import original

        about, _, name = kept.source.rpartition("（")
        out = ctx.paths.outbox / safe_filename(f"附件_{case_id}_{name.removesuffix('）') or about}")
        out.parent.mkdir(parents=True, exist_ok=True)
        out.write_bytes(original(ctx, kept.note))
        return out

    return work


def event(told: CaseEvent) -> SessionWork[object]:
    """Record an event of a landed case."""

    def work(ctx: AppContext, _progress: Progress, _cancelled: IsCancelled) -> object:
        from zgc_desktop.services import case_record

        return case_record.record_event(ctx, told)

    return work


def reconcile_again(month: Month) -> SessionWork[object]:
    """Look for double claims and silent moves anew in what has been received."""

    def work(ctx: AppContext, _progress: Progress, _cancelled: IsCancelled) -> object:
        from zgc_desktop.services import reconcile

        return reconcile.refresh(ctx, month)

    return work


def put_on_agenda(month: Month, about: str, proposal: str, facts: str, parties: tuple[str, ...]) -> SessionWork[object]:
    """Put a case, a lead or a matter on the month's agenda."""

    def work(ctx: AppContext, _progress: Progress, _cancelled: IsCancelled) -> object:
        from zgc_desktop.services import agenda, sheets

        if about and any(about in item.facts for item in sheets.agenda(ctx, month).items if not item.entry):
            raise Refused(f"{about} 已自动列入 {month} 题单", advice="无须再列；题单中可见")
        return agenda.put_on(ctx, month, about, proposal, facts=facts, parties=parties)

    return work


def take_off_agenda(month: Month, number: int, reason: str) -> SessionWork[object]:
    """Take a question that was put there by hand off the agenda."""

    def work(ctx: AppContext, _progress: Progress, _cancelled: IsCancelled) -> object:
        from zgc_desktop.services import agenda

        return agenda.take_off(ctx, month, number, reason)

    return work


def move_on_agenda(month: Month, number: int, by: int) -> SessionWork[object]:
    """Move a question by hand among its like."""

    def work(ctx: AppContext, _progress: Progress, _cancelled: IsCancelled) -> object:
        from zgc_desktop.services import agenda

        return agenda.move(ctx, month, number, by)

    return work


def with_histories(case_ids: tuple[str, ...]) -> Callable[[AppContext, PlainTable], Path]:
    """Write a list of cases with the history of each on a second sheet."""

    def write(ctx: AppContext, table: PlainTable) -> Path:
        from zgc_desktop.services.export_table import export_cases

        return export_cases(ctx, table, case_ids)

    return write
