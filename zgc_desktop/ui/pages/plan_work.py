"""What 规划目标 asks of the services: one read of everything it shows, and its writes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from zgc_desktop.domain.periods import Month
from zgc_desktop.ui.pages.admission_work import day
from zgc_desktop.viewmodels import plan as vm
from zgc_desktop.viewmodels.ties import tie_lines

if TYPE_CHECKING:
    from pathlib import Path

    from zgc_desktop.domain.changes import ChangeSummary
    from zgc_desktop.domain.company_ties import CompanyTies
    from zgc_desktop.domain.plain_table import PlainTable
    from zgc_desktop.domain.positions import Gap, Position
    from zgc_desktop.domain.registers import RegisterKind
    from zgc_desktop.domain.targets import Progress
    from zgc_desktop.domain.zone_sums import ZoneLine
    from zgc_desktop.services.context import AppContext

    Figures = tuple[tuple[Progress, ...], tuple[Position, ...], tuple[Gap, ...], CompanyTies]

Answers = Mapping[str, str]


def look(ctx: AppContext, month: Month | None) -> vm.PlanView:
    """Everything the page shows, figures as at the month; for a worker."""
    from zgc_desktop.services import meetings, registers

    today = ctx.today()
    shown = month or Month.of(today)
    progress, positions, gaps, ties = figures(ctx, shown)
    return vm.PlanView(
        today,
        tuple(vm.TargetLine(p, today) for p in progress),
        tuple(vm.RegisterLine(r.kind, r.entries) for r in registers.registers(ctx)),
        tuple(vm.BodyLine(body, today) for body in meetings.bodies(ctx)),
        meetings.resolutions(ctx),
        positions,
        gaps,
        tie_lines(ties),
        min(shown, Month.of(today).plus(-1)).year,
    )


def by_zone(ctx: AppContext, month: Month) -> tuple[ZoneLine, ...]:
    """The month by zone; for a worker, it takes as long as a draft of the report."""
    from zgc_desktop.services.zones import zone_lines

    return zone_lines(ctx, month)


def figures(ctx: AppContext, month: Month) -> Figures:
    """What is summed from a month's ledger, once a state of the workspace: targets, positions, gaps, ties; for a worker."""
    from zgc_desktop.services import company_ties, plan, positions
    from zgc_desktop.services.kept import kept

    def work() -> Figures:
        return (
            plan.plan_progress(ctx, month, ctx.today()),
            positions.positions(ctx, month),
            positions.gaps(ctx, month),
            company_ties.ties_of(ctx, month),
        )

    return kept(ctx, ("plan", month), work)


def register(ctx: AppContext, kind: RegisterKind, given: Answers) -> ChangeSummary:
    """Add one entry to a register."""
    from zgc_desktop.services.registers import register as service

    values = {f.key: given[f.key] for f in kind.fields if given[f.key]}
    last = day(given["_to"], "截止日") if given["_to"] else None
    first = day(given["_from"], "起始日")
    subject, source = given.get("_subject", ""), given["_source"]
    return service(ctx, kind.key, subject, values, source=source, from_day=first, to_day=last)


def correct(ctx: AppContext, kind: RegisterKind, number: int, given: Answers) -> ChangeSummary:
    """Put a corrected entry in an entry's place."""
    from zgc_desktop.services.registers import correct as service

    values = {f.key: given[f.key] for f in kind.fields if given[f.key]}
    last = day(given["_to"], "截止日") if given["_to"] else None
    first = day(given["_from"], "起始日")
    return service(ctx, number, given.get("_subject", ""), values, source=given["_source"], from_day=first, to_day=last)


def export(ctx: AppContext, table: PlainTable) -> Path:
    """Write a register into the outbox; returns the file."""
    from zgc_desktop.services.export_table import export_table

    return export_table(ctx, table)


def take_back(ctx: AppContext, number: int, given: Answers) -> ChangeSummary:
    """Take one entry back."""
    from zgc_desktop.services.registers import take_back as service

    return service(ctx, number, given["reason"])


def add_body(ctx: AppContext, given: Answers) -> ChangeSummary:
    """Register a body; an empty quorum means that no rule is known."""
    from zgc_desktop.domain.errors import Refused
    from zgc_desktop.services.meetings import add_body as service

    quorum = given["quorum"]
    if quorum and not quorum.isdigit():
        raise Refused(f"有效到会人数“{quorum}”不是整数")
    return service(ctx, given["name"], int(quorum) if quorum else None, given["source"])


def add_member(ctx: AppContext, body: str, given: Answers) -> ChangeSummary:
    """Seat a member."""
    from zgc_desktop.domain.coordination import Member
    from zgc_desktop.services.meetings import add_member as service

    last = day(given["to"], "任期截止") if given["to"] else None
    return service(ctx, Member(body, given["name"], given["kind"], day(given["from"], "任期起始"), last))


def resolve(ctx: AppContext, body: str, given: Answers) -> ChangeSummary:
    """Record a resolution, with one task where an owner is named."""
    from zgc_desktop.domain.coordination import Resolution, Task
    from zgc_desktop.services.meetings import resolve as service

    on = day(given["on"], "日期")
    due = day(given["due"], "时限") if given["due"] else None
    tasks = [Task(given["text"], given["owner"], due, "")] if given["owner"] else []
    present = tuple(n.strip() for n in given["present"].replace("，", "、").split("、") if n.strip())
    made = Resolution(body, on, given["matter"], given["subject"], given["question"], given["outcome"], given["text"])
    return service(ctx, made, present, tasks)
