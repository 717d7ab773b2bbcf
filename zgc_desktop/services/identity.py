"""Identity (身份核对): who a doubtful record may be; decisions remembered while their values stand; merge and take back."""

from __future__ import annotations

from collections.abc import Sequence

from db.identity import add_decision, add_merge, undo_decision
from db.queries import identity as reads
from db.queries import raw_rows, submissions
from db.queries.raw_rows import RawRows
from db.store import Reading
from zgc_desktop.domain.changes import ChangeSummary
from zgc_desktop.domain.credit_code import fault
from zgc_desktop.domain.errors import Refused
from zgc_desktop.domain.identity import Decided, IdentityDecision, Proposal, Record, Resemblance, in_force, resemblances
from zgc_desktop.domain.periods import Month
from zgc_desktop.domain.submissions import SubmissionItem
from zgc_desktop.services.accept import rebuild_month
from zgc_desktop.services.context import AppContext

_NO_CODE = ("R-CODE-MISSING", "R-CODE-NUMERIC", "R-CODE-FORM")


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
    asked += [row for item in submissions.current(connection, month) for row in _rows(connection, item)]
    # A company already merged is still compared, so that its decision can be seen; it is no candidate for others.
    known = [r for r, first in on_file if first <= month.number and r.company_id not in gone]
    return resemblances(asked, known)


def _rows(connection: Reading, item: SubmissionItem) -> list[Record]:
    """The roster rows of a version that have no usable code, with what the park wrote there."""
    issues = [i for _, i in submissions.issues_of(connection, (item.id,)) if i.code in _NO_CODE]
    if not issues:
        return []
    table = next((t for t in raw_rows.of_submission(connection, item.id) if t.sheet_key == "enterprise"), None)
    sheet = dict(zip(item.sheet_keys, item.sheets, strict=True)).get("enterprise")
    if table is None or sheet is None:
        return []
    records = []
    for issue in issues:
        number = int("".join(c for c in issue.cell if c.isdigit()) or 0)
        if issue.sheet == sheet and number in table.rows:
            at = table.rows.index(number)
            name = _value(table, "name", at)
            key = f"{item.park}|{issue.value}|{name}"
            place = f"{item.park} 第{item.version}版 {issue.place}"
            address, founded = _value(table, "registered_address", at), _value(table, "founded_on", at)
            records.append(Record(key, issue.value, name, (), address, founded, None, place))
    return [r for r in records if r.name]


def _value(table: RawRows, key: str, at: int) -> str:
    values = table.values.get(key)
    return str(values[at]) if values and values[at] is not None else ""


def decide(ctx: AppContext, month: Month, pair: str, decision: IdentityDecision, reason: str = "") -> ChangeSummary:
    """Decide a pair: same merges two companies on file (合并并保留全部记录), different and later are remembered.

    A decision on a row without a code is kept too; the row itself is mended by the park's next version. Months already
    accepted are counted anew. Refused for an unknown pair, and for 同一/不同 without a reason.
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
        ids = [i for i in (left.company_id, right.company_id) if i]
        months = reads.accepted_months(unit.connection, ids) if len(ids) == 2 else ()
        for touched in months:
            rebuild_month(unit, ctx, touched)
        unit.say(
            f"身份核对：{left.name}与{right.name}（{right.credit_code}）{decision.word}",
            reason=reason.strip(),
            subjects={"companies", "settlement", "reports"},
            months=set(months),
        )
    assert unit.summary is not None
    return unit.summary


def _refuse_merged(merge: tuple[int, int] | None, old: Decided) -> None:
    """A merge is only taken back by its own undo, never in passing."""
    if merge is not None:
        raise Refused("这一对已合并", why=old.reason, advice=f"请先用 zgc identity undo {old.id} 撤销")


def decided(ctx: AppContext) -> tuple[Decided, ...]:
    """Every decision ever made, the newest first."""
    with ctx.store.read() as connection:
        return tuple(reversed(reads.decisions(connection)))


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
        months = reads.accepted_months(unit.connection, merge) if merge else ()
        for touched in months:
            rebuild_month(unit, ctx, touched)
        unit.say(
            f"撤销第 {decision_id} 号身份判定（{old.decision.word}）",
            subjects={"companies", "settlement", "reports"},
            months=set(months),
        )
    assert unit.summary is not None
    return unit.summary
