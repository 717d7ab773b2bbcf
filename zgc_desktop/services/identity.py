"""Identity (身份核对): who a doubtful record may be; decisions remembered while their values stand; merge and take back."""

from __future__ import annotations

import json
from collections.abc import Sequence

from db.identity import add_decision, add_merge, undo_decision
from db.journal.touches import states
from db.queries import identity as reads
from db.queries import submissions
from db.queries.ledger import company_id_of
from db.store import Reading, UnitOfWork
from zgc_desktop.domain.changes import ChangeSummary
from zgc_desktop.domain.credit_code import fault
from zgc_desktop.domain.errors import Refused
from zgc_desktop.domain.identity import Decided, IdentityDecision, Proposal, Resemblance, in_force, resemblances
from zgc_desktop.domain.months import MonthState
from zgc_desktop.domain.periods import Month
from zgc_desktop.services import reconcile
from zgc_desktop.services.accept import rebuild_month
from zgc_desktop.services.adopt_row import give, rows_without_code, take_back
from zgc_desktop.services.context import AppContext, one_command


def proposals(ctx: AppContext, month: Month, *, everything: bool = False) -> tuple[Proposal, ...]:
    """The pairs to decide of a month, the likeliest first; undecided ones never hold anything up.

    Asked of: rows without a usable code, companies whose code fails its check character, and companies first seen this
    month while the desk already knew others. ``everything`` shows decided pairs too.
    """
    with ctx.store.read() as connection:
        decided = reads.decisions(connection)
        found = [in_force(r, decided) for r in _resemblances(connection, month)]
    return tuple(p for p in found if everything or p.open)


def _resemblances(connection: Reading, month: Month) -> tuple[Resemblance, ...]:
    on_file = reads.records(connection)
    gone = reads.merged(connection)
    months = submissions.months(connection)
    fresh = month.number if months and month > months[0] else None
    asked = [r for r, first in on_file if first == fresh or (first <= month.number and fault(r.credit_code) is not None)]
    asked += [row for item in submissions.current(connection, month) for row, _ in rows_without_code(connection, item)]
    # A company already merged is still compared, so that its decision can be seen; it is no candidate for others.
    known = [r for r, first in on_file if first <= month.number and r.company_id not in gone]
    return resemblances(asked, known)


@one_command("identity")
def decide(ctx: AppContext, month: Month, pair: str, decision: IdentityDecision, reason: str = "") -> ChangeSummary:
    """Decide a pair: same merges two companies on file (合并并保留全部记录), different and later are remembered.

    A row without a code that is the same as a company becomes that company's line in its version; the file stays as it
    came. Months already accepted are counted anew, leads follow. Refused for an unknown pair, for 同一/不同 without a reason,
    and for a row of a company that its version lists already.
    """
    chosen = next((p for p in proposals(ctx, month, everything=True) if p.resemblance.pair == pair), None)
    if chosen is None:
        raise Refused(f"{month} 没有编号为“{pair}”的待核对企业", advice="用 zgc identity list 查看")
    if decision is not IdentityDecision.LATER and not reason.strip():
        raise Refused("没有写理由", advice="请写明依据，例如 已核对营业执照")
    left, right = chosen.resemblance.record, chosen.resemblance.other
    at = ctx.now()
    with ctx.store.write("identity", ctx.who, at) as unit:
        for old in (chosen.decided, chosen.lapsed):
            if old is not None:
                _refuse_merged(reads.merge_of(unit.connection, old.id), old)
                undo_decision(unit, old.id, at=at, who=ctx.who)
        number = add_decision(unit, chosen.resemblance, decision, reason=reason.strip(), at=at, who=ctx.who)
        if decision is IdentityDecision.SAME and left.company_id and right.company_id:
            if reads.merged(unit.connection).get(right.company_id) == left.company_id:
                raise Refused(f"{right.name}已并入{left.name}", advice="请先撤销那一次合并")
            add_merge(unit, left.company_id, right.company_id, number, at=at, who=ctx.who)
        if decision is IdentityDecision.SAME and left.company_id is None:
            give(unit, ctx, month, left, right, reason.strip())
        months = _follow(unit, ctx, [i for i in (left.company_id, right.company_id) if i])
        unit.say(
            f"身份核对：{left.name}与{right.name}（{right.credit_code}）{decision.word}",
            reason=reason.strip(),
            subjects={"companies", "settlement", "reports", "submissions", "issues", "leads"},
            months={month, *months},
        )
    assert unit.summary is not None
    return unit.summary


def _follow(unit: UnitOfWork, ctx: AppContext, ids: Sequence[int]) -> tuple[Month, ...]:
    """Count the accepted months of some companies anew and look for leads where they are listed; returns those months."""
    for touched in reads.accepted_months(unit.connection, ids) if len(ids) == 2 else ():
        rebuild_month(unit, ctx, touched, facts_stay=True)
    listed = reads.months_of(unit.connection, ids)
    wanted = {when for month in listed for when in (month, month.plus(1))}
    state = states(unit.connection)
    for when in submissions.months(unit.connection):
        if when in wanted and state.get(when) is not MonthState.LOCKED:
            reconcile.refresh_in(unit, when)
    return listed


def _refuse_merged(merge: tuple[int, int] | None, old: Decided) -> None:
    """A merge is only taken back by its own undo, never in passing."""
    if merge is not None:
        raise Refused("这一对已合并", why=old.reason, advice=f"请先用 zgc identity undo {old.id} 撤销")


def decided(ctx: AppContext) -> tuple[Decided, ...]:
    """Every decision ever made, the newest first."""
    with ctx.store.read() as connection:
        return tuple(reversed(reads.decisions(connection)))


@one_command("identity")
def undo(ctx: AppContext, decision_id: int) -> ChangeSummary:
    """Take a decision back, and the merge that rests on it: every record is as it was. Refused when there is none."""
    with ctx.store.read() as connection:
        known: Sequence[Decided] = reads.decisions(connection)
    old = next((d for d in known if d.id == decision_id and not d.undone), None)
    if old is None:
        raise Refused(f"没有可撤销的第 {decision_id} 号判定", advice="用 zgc identity list --all 查看")
    at = ctx.now()
    with ctx.store.write("identity", ctx.who, at) as unit:
        merge = reads.merge_of(unit.connection, decision_id)
        undo_decision(unit, decision_id, at=at, who=ctx.who)
        months = _take_back_row(unit, ctx, old)
        months += _follow(unit, ctx, merge or ())
        unit.say(
            f"撤销第 {decision_id} 号身份判定（{old.decision.word}）",
            subjects={"companies", "settlement", "reports", "submissions", "issues", "leads"},
            months=set(months),
        )
    assert unit.summary is not None
    return unit.summary


def give_remembered(unit: UnitOfWork, ctx: AppContext, park: str, month: Month) -> None:
    """Give a new version's rows without a code to the companies they were found to be, if nothing of them changed."""
    item = next((i for i in submissions.current(unit.connection, month) if i.park == park), None)
    rows = [record for record, _ in rows_without_code(unit.connection, item)] if item else []
    same = [d for d in reads.decisions(unit.connection) if d.decision is IdentityDecision.SAME and not d.undone] if rows else []
    for record in rows:
        for old in reversed(same):
            sides = json.loads(old.basis)
            if record.basis() not in sides:
                continue
            code = next((str(side["key"]) for side in sides if side["key"] != record.key), "")
            company = next((r for r, _ in reads.records(unit.connection) if r.credit_code == code), None)
            if company is not None:
                give(unit, ctx, month, record, company, f"沿用第 {old.id} 号判定", quiet=True)
            break


def _take_back_row(unit: UnitOfWork, ctx: AppContext, old: Decided) -> tuple[Month, ...]:
    """Where the decision gave a row without a code to a company: the row belongs to nobody again."""
    if old.decision is not IdentityDecision.SAME:
        return ()
    keys = [str(side["key"]) for side in json.loads(old.basis)]
    row = next((key for key in keys if "|" in key), None)
    code = next((key for key in keys if "|" not in key), "")
    company = company_id_of(unit.connection, code) if row else None
    return take_back(unit, ctx, row, code, company) if row and company else ()
