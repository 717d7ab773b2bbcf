"""What 税收分享 reads and writes, as work for the worker: services are loaded there, not at the start of the window."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from zgc_desktop.domain.adjustments import Adjustment
from zgc_desktop.domain.errors import Refused
from zgc_desktop.domain.money import Fen
from zgc_desktop.domain.monthly import SharingLine
from zgc_desktop.domain.periods import Month
from zgc_desktop.domain.settlement import Matrix, matrix
from zgc_desktop.domain.sharing.explain import Explanation
from zgc_desktop.domain.submissions import SubmissionState
from zgc_desktop.domain.what_if import Simulation
from zgc_desktop.ui.operations import IsCancelled, Progress
from zgc_desktop.ui.session import SessionWork
from zgc_desktop.viewmodels.sharing import NO_RUN
from zgc_desktop.viewmodels.sharing_plans import Compared, Plan
from zgc_desktop.viewmodels.sharing_what_if import settings

if TYPE_CHECKING:
    from zgc_desktop.services.context import AppContext
    from zgc_desktop.services.settle import Settlement
    from zgc_desktop.services.settle_ledger import RunView


@dataclass(frozen=True, slots=True)
class Adjustable:
    """A case a posting may be about, and who pays whom in it."""

    case_id: str
    company: str
    payer: str
    receiver: str


@dataclass(frozen=True, slots=True)
class Seen:
    """What the page shows of a month: the kept run, and the figures as the facts stand now."""

    month: Month
    settlement: Settlement
    view: RunView | None
    stale: bool
    """The facts have changed since the run was kept."""
    matrix: Matrix
    person: str
    absent: tuple[str, ...] = ()
    """Parks whose submission is not in the month's totals: their tax is in no line."""
    zones: Mapping[str, str] = field(default_factory=dict)
    """Party -> the zone its parks lie in."""
    adjustable: tuple[Adjustable, ...] = ()
    """Landed cases, of which an earlier month may be corrected by a posting."""
    postings: tuple[Adjustment, ...] = ()
    """调整分录 registered in this month."""

    @property
    def state(self) -> str:
        return self.view.state if self.view is not None else NO_RUN

    @property
    def locked(self) -> bool:
        return self.state == "已锁定"


def look(ctx: AppContext, month: Month) -> Seen:
    """Read a month; for the worker."""
    from zgc_desktop.services import look_up, settle, settle_adjust, settle_ledger, statements
    from zgc_desktop.services.zones import zones_of_parties

    settlement = settle.compute(ctx, month)
    view: RunView | None = None
    try:
        view = settle_ledger.view(ctx, month)
    except Refused:
        view = None  # nothing was kept of this month yet: what is shown is a preview
    section = view.section if view is not None else settlement.section
    now = settle.fingerprint_of(settle.section_json(settlement.section))
    stale = view is not None and not settlement.locked and now != view.run.fingerprint
    there = {s.park for s in look_up.month_submissions(ctx, month) if s.state is SubmissionState.ACCEPTED}
    absent = tuple(park for park in ctx.catalogue.parks if park not in there)
    return Seen(
        month, settlement, view, stale, matrix(section.lines, statements.parties(ctx)), ctx.who, absent, zones_of_parties(ctx),
        _adjustable(ctx), settle_adjust.adjustments(ctx, month),
    )  # fmt: skip


def _adjustable(ctx: AppContext) -> tuple[Adjustable, ...]:
    from zgc_desktop.services import move_case

    def party(park: str) -> str:
        return ctx.catalogue.party_of(park).name

    landed = (c for c in move_case.all_cases(ctx) if c.landed_on is not None)
    return tuple(Adjustable(c.id, c.name, party(c.to_park), party(c.from_park)) for c in landed)


def settle(month: Month) -> SessionWork[object]:
    """Compute a month and keep it as its trial run."""

    def work(ctx: AppContext, progress: Progress, cancelled: IsCancelled) -> object:
        from zgc_desktop.services import settle as service

        return service.settle(ctx, month)

    return work


def confirm(month: Month, party: str, case_id: str, person: str, note: str) -> SessionWork[object]:
    """A district confirms its lines, or those of one case."""

    def work(ctx: AppContext, progress: Progress, cancelled: IsCancelled) -> object:
        from zgc_desktop.services import settle_ledger

        return settle_ledger.confirm(ctx, month, party, person, case_id=case_id, note=note)

    return work


def difference(
    month: Month, party: str, case_id: str, person: str, reason: str, claimed_fen: Fen | None
) -> SessionWork[object]:
    """A district differs on its line of a case."""

    def work(ctx: AppContext, progress: Progress, cancelled: IsCancelled) -> object:
        from zgc_desktop.services import settle_ledger

        return settle_ledger.register_difference(ctx, month, party, person, case_id, reason, claimed_fen=claimed_fen)

    return work


def resolve(number: int, outcome: str, person: str, note: str) -> SessionWork[object]:
    """What came of a difference."""

    def work(ctx: AppContext, progress: Progress, cancelled: IsCancelled) -> object:
        from zgc_desktop.services import settle_ledger

        return settle_ledger.resolve(ctx, number, outcome, person, note)

    return work


def rule_missing(month: Month, case_id: str, person: str, reason: str) -> SessionWork[object]:
    """Somebody rules that a month may lock although a case's tax is not reported."""

    def work(ctx: AppContext, progress: Progress, cancelled: IsCancelled) -> object:
        from zgc_desktop.services import settle_ledger

        return settle_ledger.rule_missing(ctx, month, case_id, person, reason)

    return work


def adjust(
    month: Month, case_id: str, about: Month, amounts: tuple[Fen, Fen], person: str, reason: str, evidence: str
) -> SessionWork[object]:
    """Register a posting: by how much the tax counted and what is due change, in 分."""

    def work(ctx: AppContext, progress: Progress, cancelled: IsCancelled) -> object:
        from zgc_desktop.services import settle_adjust

        counted, due = amounts
        return settle_adjust.adjust(
            ctx, month, case_id, about, counted_fen=counted, due_fen=due, person=person, reason=reason, evidence=evidence
        )

    return work


def take_back(number: int, reason: str) -> SessionWork[object]:
    """Take a posting of an open month back."""

    def work(ctx: AppContext, progress: Progress, cancelled: IsCancelled) -> object:
        from zgc_desktop.services import settle_adjust

        return settle_adjust.take_back(ctx, number, reason)

    return work


def lock(month: Month, person: str) -> SessionWork[object]:
    """Lock a month for good."""

    def work(ctx: AppContext, progress: Progress, cancelled: IsCancelled) -> object:
        from zgc_desktop.services import settle_ledger

        return settle_ledger.lock(ctx, month, person)

    return work


def statements(month: Month) -> SessionWork[object]:
    """Write every district's statement and the matrix into the outbox."""

    def work(ctx: AppContext, progress: Progress, cancelled: IsCancelled) -> object:
        from zgc_desktop.services import statements as service

        return service.write(ctx, month, ctx.paths.outbox, progress=progress, cancelled=cancelled)

    return work


def simulate(month: Month, changes: tuple[str, ...], months: int) -> SessionWork[Simulation]:
    """Every case under a changed rule; reads only."""

    def work(ctx: AppContext, _progress: Progress, _cancelled: IsCancelled) -> Simulation:
        from zgc_desktop.services import simulate as service

        return service.simulate(ctx, month, changes, forecast_months=months)

    return work


def compare(month: Month, plans: tuple[Plan, ...]) -> SessionWork[Compared]:
    """Each plan beside the rule in force, all as far ahead as the farthest of them, so that 现行 is the same; reads only."""

    def work(ctx: AppContext, progress: Progress, cancelled: IsCancelled) -> Compared:
        from zgc_desktop.services import simulate as service

        ahead, found = max(p.months for p in plans), list[Simulation]()
        for n, plan in enumerate(plans):
            progress(n, len(plans), plan.name)
            if found and cancelled():
                break
            found.append(service.simulate(ctx, month, settings(dict(plan.given)), forecast_months=ahead))
        return Compared(tuple(p.name for p in plans[: len(found)]), tuple(found))

    return work


def simulation_page(found: Simulation) -> SessionWork[Path]:
    """Write a simulation as one marked page into the outbox."""

    def work(ctx: AppContext, _progress: Progress, _cancelled: IsCancelled) -> Path:
        from zgc_desktop.services import simulate as service

        return service.as_pdf(ctx, found, ctx.paths.outbox)

    return work


def plans_page(both: Compared) -> SessionWork[Path]:
    """Write plans beside the rule in force as one marked page into the outbox."""

    def work(ctx: AppContext, _progress: Progress, _cancelled: IsCancelled) -> Path:
        from zgc_desktop.services import simulate as service

        return service.plans_pdf(ctx, both.names, both.found, ctx.paths.outbox)

    return work


def export(tree: Explanation, note: str) -> SessionWork[Path]:
    """Write a tree as one page into the outbox."""

    def work(ctx: AppContext, _progress: Progress, _cancelled: IsCancelled) -> Path:
        from zgc_desktop.services import explain

        return explain.as_pdf(ctx, tree, ctx.paths.outbox, note=note)

    return work


def tree_of_line(month: Month, line: SharingLine) -> Callable[[AppContext], tuple[Explanation, str]]:
    """The tree behind what a line's receiver gets, and which rule it stands on."""

    def look(ctx: AppContext) -> tuple[Explanation, str]:
        from zgc_desktop.services import explain

        tree = explain.figure(ctx, month, line.case_id, line.receiver)
        return tree, explain.rule_words(ctx, month, line.case_id)

    return look


def tree_of_pair(month: Month, payer: str, receiver: str, *, net: bool) -> Callable[[AppContext], tuple[Explanation, str]]:
    """The tree behind what one district owes another, and which rule it stands on."""

    def look(ctx: AppContext) -> tuple[Explanation, str]:
        from zgc_desktop.services import explain

        return explain.cell(ctx, month, payer, receiver, net=net), explain.rule_words(ctx, month)

    return look
