"""Set a version aside (作废): registered by mistake, it counts nowhere any more; file and rows stay, and it can be undone."""

from __future__ import annotations

from db.queries import decisions, submissions
from db.store import UnitOfWork
from db.submissions import set_state
from zgc_desktop.domain.changes import ChangeSummary
from zgc_desktop.domain.errors import Refused
from zgc_desktop.domain.periods import Month
from zgc_desktop.domain.submissions import SubmissionItem, SubmissionState
from zgc_desktop.services import decide, reconcile
from zgc_desktop.services.context import AppContext, one_command


@one_command("void")
def void(ctx: AppContext, month: Month, park: str, reason: str) -> ChangeSummary:
    """Set a park's newest version of a month aside; the one it replaced before it was accepted stands again.

    Refused without a reason, for an unknown park, and for a version that was accepted or returned: those are returned or
    answered, not set aside. The closed or locked month refuses it as any change of what was reported.
    """
    name = decide.park_named(ctx, park)
    if not reason.strip():
        raise Refused("没有写作废的理由", advice="例如 认错分园、重复发送")
    with ctx.store.write("void", ctx.who, ctx.now()) as unit:
        mine = [v for v in submissions.versions(unit.connection, month) if v.park == name]
        item = _newest(name, month, mine)
        set_state(unit, item.id, SubmissionState.VOID, note=reason.strip())
        back = _before(mine[:-1])
        said = f"；第{back.version}版恢复为{_was(unit, back).word}" if back is not None else ""
        if back is not None:
            set_state(unit, back.id, _was(unit, back))
        unit.say(
            f"作废 {name} {month} 第{item.version}版{said}",
            reason=reason.strip(),
            subjects={"submissions", "issues", "companies", "leads", "reports"},
            months={month},
        )
    with ctx.store.read() as connection:
        known = submissions.months(connection)
    for each in (month, month.plus(1)):
        if each in known:
            reconcile.refresh(ctx, each)
    assert unit.summary is not None
    return unit.summary


def _newest(park: str, month: Month, mine: list[SubmissionItem]) -> SubmissionItem:
    if not mine:
        raise Refused(f"{park} {month} 没有可作废的报送")
    item = mine[-1]
    if item.state is SubmissionState.ACCEPTED:
        raise Refused(f"{park} {month} 第{item.version}版已入库，不能作废", advice="请退回，或撤销那次接受")
    if item.state is not SubmissionState.REGISTERED:
        raise Refused(f"{park} {month} 第{item.version}版{item.state.word}，不能作废", advice="请等分园重报")
    return item


def _before(earlier: list[SubmissionItem]) -> SubmissionItem | None:
    """The version that was waiting or returned when the one set aside came in its place."""
    last = earlier[-1] if earlier else None
    return last if last is not None and last.state is SubmissionState.SUPERSEDED else None


def _was(unit: UnitOfWork, item: SubmissionItem) -> SubmissionState:
    returned = {r.submission_id for r in decisions.returns(unit.connection, item.month, item.park)}
    return SubmissionState.RETURNED if item.id in returned else SubmissionState.REGISTERED
