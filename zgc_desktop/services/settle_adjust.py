"""Manual postings (调整分录): correct an earlier month's sharing in an open one, with reason and evidence, never the fact."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from db import settlements as writes
from db.queries import moves, settlements
from zgc_desktop.domain import adjustments as rules
from zgc_desktop.domain.adjustments import Adjustment
from zgc_desktop.domain.changes import ChangeSummary
from zgc_desktop.domain.errors import Refused
from zgc_desktop.domain.money import Fen, yuan
from zgc_desktop.domain.periods import Month
from zgc_desktop.domain.settlement import LOCKED
from zgc_desktop.services.context import AppContext, one_command

_SUBJECTS = {"settlement", "reports"}


@one_command("settlement-adjust")
def adjust(
    ctx: AppContext,
    month: Month,
    case_id: str,
    about: Month,
    *,
    due_fen: Fen,
    person: str,
    reason: str,
    evidence: str,
    counted_fen: Fen = 0,
    day: date | None = None,
) -> Adjustment:
    """Register a posting in an open ``month`` that corrects what a case shared in ``about``; returns it with its number.

    It becomes a line of the month's next trial run, is confirmed by both districts and locked like any other, and is never
    worked out again by a rule. Refused as ``domain.adjustments.check`` says, and where the month is locked.
    """
    with ctx.store.write("settlement-adjust", ctx.who, ctx.now()) as unit:
        found = moves.cases(unit.connection, case_id)
        if not found:
            raise Refused(f"没有案件 {case_id}", where=str(month), advice="案件号见迁移协调")
        payer, receiver = (ctx.catalogue.party_of(park).name for park in (found[0].to_park, found[0].from_park))
        told = (day or ctx.today()).isoformat()
        given = Adjustment(
            0, month, about, case_id, payer, receiver, counted_fen, due_fen, person.strip(), told, reason.strip(),
            evidence.strip(),
        )  # fmt: skip
        trials = frozenset(r.month for r in settlements.runs(unit.connection) if r.state != LOCKED)
        rules.check(given, (payer, receiver), settlements.books(unit.connection).last, trials)
        given = replace(given, id=writes.add_adjustment(unit, given, ctx.now()))
        unit.say(
            f"{person} 登记调整分录{given.name}：{month} 更正 {about} {case_id}，{payer}应付{receiver}增减 {yuan(due_fen)} 元，"
            f"依据 {given.evidence}",
            reason=given.reason, subjects=_SUBJECTS, months={month},
        )  # fmt: skip
    return given


@one_command("settlement-adjust-undo")
def take_back(ctx: AppContext, number: int, reason: str) -> ChangeSummary:
    """Take a posting of an open month back; it leaves the month's next trial run. Refused once its month is locked."""
    if not reason:
        raise Refused("撤回调整分录须写明理由", where=f"第{number}号")
    with ctx.store.write("settlement-adjust-undo", ctx.who, ctx.now()) as unit:
        found = settlements.adjustments(unit.connection, number=number)
        if not found:
            raise Refused(f"没有调整分录第{number}号")
        run = settlements.run_of(unit.connection, found[0].month)
        if run is not None and run.state == LOCKED:
            advice = "请在其后的月份登记一笔相反的调整分录"
            raise Refused(f"{found[0].month} 的结算已锁定，调整分录第{number}号不能撤回", advice=advice)
        writes.drop_adjustment(unit, number)
        unit.say(f"撤回调整分录第{number}号", reason=reason, subjects=_SUBJECTS, months={found[0].month})
    assert unit.summary is not None
    return unit.summary


def adjustments(ctx: AppContext, month: Month | None = None) -> tuple[Adjustment, ...]:
    """The postings of a month (of all months when None), oldest first."""
    with ctx.store.read() as connection:
        return settlements.adjustments(connection, month)
