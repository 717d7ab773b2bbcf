"""Months open, close, lock (开放、关闭、锁定): their states, exceptions to them, and what went through an exception."""

from __future__ import annotations

from datetime import date

from db.journal import reads
from db.journal.touches import exceptions as granted
from db.journal.touches import states
from db.month_states import add_exception, end_exception, put_state
from zgc_desktop.domain.changes import ChangeSummary
from zgc_desktop.domain.errors import Refused
from zgc_desktop.domain.monthly_errata import differences
from zgc_desktop.domain.monthly_json import from_json, parts_of
from zgc_desktop.domain.months import (
    IssuedTouch,
    MonthException,
    MonthItem,
    MonthState,
    Passage,
    Subject,
    Touch,
    require_step,
)
from zgc_desktop.domain.periods import Month
from zgc_desktop.services.context import AppContext, one_command
from zgc_desktop.services.month_report import publication
from zgc_desktop.services.verify import recomputed

_SUBJECTS = {"months", "submissions", "settlement", "tiers", "clusters", "reports"}


def listed(ctx: AppContext) -> tuple[MonthItem, ...]:
    """Every month of the desk, newest first, with its state and how many exceptions are in force today."""
    with ctx.store.read() as connection:
        rows = reads.states_of_months(connection)
        held = [e.month for e in granted(connection) if e.holds_on(ctx.today())]
    return tuple(
        MonthItem(month, MonthState(state), at or opened, by, reason, held.count(month))
        for number, state, opened, at, by, reason in rows
        for month in (Month.from_number(number),)
    )


def state_of(ctx: AppContext, month: Month) -> MonthState:
    """The state of a month; one the desk does not know yet is open."""
    with ctx.store.read() as connection:
        return states(connection).get(month, MonthState.OPEN)


@one_command("month-open")
def open_month(ctx: AppContext, month: Month, *, reason: str = "") -> ChangeSummary:
    """Open a month: a new one, or a closed one again (with a reason). Refused for a locked one."""
    return _put(ctx, month, MonthState.OPEN, reason)


@one_command("month-close")
def close_month(ctx: AppContext, month: Month, *, reason: str = "") -> ChangeSummary:
    """Close a month (关闭): what the parks report of it no longer changes; settling, tiers and words go on."""
    return _put(ctx, month, MonthState.CLOSED, reason)


@one_command("month-lock")
def lock_month(ctx: AppContext, month: Month, *, reason: str = "") -> ChangeSummary:
    """Lock a month (锁定) for good: nothing of it changes any more but through an exception."""
    return _put(ctx, month, MonthState.LOCKED, reason)


_DONE = {
    MonthState.OPEN: ("month-open", "开放"),
    MonthState.CLOSED: ("month-close", "关闭"),
    MonthState.LOCKED: ("month-lock", "锁定"),
}


def _put(ctx: AppContext, month: Month, new: MonthState, reason: str) -> ChangeSummary:
    name, word = _DONE[new]
    with ctx.store.write(name, ctx.who, ctx.now()) as unit:
        known = {row[0] for row in reads.states_of_months(unit.connection)}
        old = states(unit.connection).get(month, MonthState.OPEN)
        if month.number in known or new is not MonthState.OPEN:
            require_step(month, old, new, reason)
        put_state(unit, month, new, at=ctx.now(), by=ctx.who, reason=reason.strip())
        again = "重新" if old is MonthState.CLOSED and new is MonthState.OPEN else ""
        unit.say(f"{again}{word}月份 {month}", reason=reason.strip(), subjects=_SUBJECTS, months={month})
    assert unit.summary is not None
    return unit.summary


@one_command("month-exception")
def except_for(
    ctx: AppContext,
    month: Month,
    *,
    person: str,
    reason: str,
    expires_on: date,
    park: str = "",
    subject: Subject | None = None,
) -> ChangeSummary:
    """Let a person change a closed or locked month: for a reason, within a scope, until a day (that day included).

    ``park`` "" = every park, ``subject`` None = all of it. Refused for an open month, without person or reason, for an
    unknown park, and for a day gone by.
    """
    if not person.strip() or not reason.strip():
        raise Refused("例外要写明经办人和理由")
    if expires_on < ctx.today():
        raise Refused(f"期限 {expires_on} 已过", advice="请写明例外到哪一天为止")
    known = ctx.catalogue.park_named(park) if park else None
    if park and known is None:
        raise Refused(f"没有叫“{park}”的分园", advice=f"可用：{'、'.join(ctx.catalogue.parks)}")
    with ctx.store.write("month-exception", ctx.who, ctx.now()) as unit:
        if states(unit.connection).get(month, MonthState.OPEN) is MonthState.OPEN:
            raise Refused(f"{month} 是开放的，不需要例外")
        name = known.name if known else ""
        number = add_exception(
            unit, month, park=name, subject=subject, person=person.strip(), reason=reason.strip(), by=ctx.who, at=ctx.now(),
            expires_on=expires_on,
        )  # fmt: skip
        what = f"{name or '各园'}的{subject.value if subject else '全部数据'}"
        said = f"登记 {month} 的例外 {number}：{person.strip()} 可改{what}，至 {expires_on}"
        unit.say(said, reason=reason.strip(), subjects=_SUBJECTS, months={month})
    assert unit.summary is not None
    return unit.summary


@one_command("month-exception-end")
def end(ctx: AppContext, number: int) -> ChangeSummary:
    """End an exception before its day. Refused where it does not stand."""
    with ctx.store.write("month-exception-end", ctx.who, ctx.now()) as unit:
        if not end_exception(unit, number, at=ctx.now(), by=ctx.who):
            raise Refused(f"没有生效的例外 {number}", advice="请在月份页核对编号")
        month = next(e.month for e in granted(unit.connection) if e.id == number)
        unit.say(f"结束 {month} 的例外 {number}", subjects=_SUBJECTS, months={month})
    assert unit.summary is not None
    return unit.summary


def exceptions(ctx: AppContext, month: Month | None = None) -> tuple[MonthException, ...]:
    """Every exception ever granted (for a month), oldest first; ``holds_on(today)`` tells those in force."""
    with ctx.store.read() as connection:
        return granted(connection, month)


def went_through(ctx: AppContext, month: Month | None = None) -> tuple[Passage, ...]:
    """What was changed in closed or locked months through exceptions (of one month), oldest first."""
    with ctx.store.read() as connection:
        known = {e.id: e for e in granted(connection, month)}
        entries = reads.by_exception(connection)
    return tuple(Passage(known[n], e.seq, e.at, e.who, e.sentence) for e in entries for n in e.exceptions if n in known)


def issued_touched(ctx: AppContext, month: Month) -> tuple[IssuedTouch, ...]:
    """The figures of a month's published issue that read differently now; empty where nothing was published or moved."""
    item = publication(ctx, month)
    if item is None:
        return ()
    kept = from_json(item.content)
    found = differences(kept, recomputed(ctx, kept, parts_of(item.content)))
    return tuple(IssuedTouch(month, d.place, d.published, d.now, d.correction) for d in found)


def require_open(ctx: AppContext, month: Month, subject: Subject, park: str = "") -> None:
    """Refused where a write of this kind would be stopped by the month's state: asked before long work, and by windows."""
    ctx.store.require_open({Touch(month, subject, park)}, who=ctx.who, day=ctx.today())
