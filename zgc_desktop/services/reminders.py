"""Expected submissions (应报表) of 17 parks by sheet and month, declarations of parks, and reminders (催报)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from db.declarations import add_declaration
from db.queries import declarations, submissions
from zgc_desktop.domain.changes import ChangeSummary
from zgc_desktop.domain.errors import Refused
from zgc_desktop.domain.expected import (
    Declaration,
    DeclarationKind,
    ExpectedMonth,
    ExpectedRow,
    Reminder,
    SheetCell,
    SheetState,
)
from zgc_desktop.domain.layouts import SHEETS
from zgc_desktop.domain.periods import Month
from zgc_desktop.domain.submissions import SubmissionItem, SubmissionState
from zgc_desktop.services.context import AppContext, one_command
from zgc_desktop.services.settings import cutoff_of
from zgc_desktop.services.working_days import working_days

_OPTIONAL = frozenset({"tier"})
"""Sheets a park sends only when it has something to put in."""
_STATES = {
    SubmissionState.ACCEPTED: SheetState.ACCEPTED,
    SubmissionState.REGISTERED: SheetState.REGISTERED,
    SubmissionState.RETURNED: SheetState.RETURNED,
}
_WEEKDAYS = "一二三四五六日"


def expected(ctx: AppContext, months: Sequence[Month]) -> tuple[ExpectedMonth, ...]:
    """The grid of some months: each park, each sheet, with its state, when it came and what was declared."""
    return tuple(_month(ctx, month) for month in months)


def _month(ctx: AppContext, month: Month) -> ExpectedMonth:
    with ctx.store.read() as connection:
        versions = submissions.versions(connection, month)
        declared = declarations.of_month(connection, month)
    due = cutoff_of(ctx, month)
    rows = []
    for park in ctx.catalogue.parks:
        mine = [v for v in versions if v.park == park]
        rows.append(_row(park, month, mine, tuple(d for d in declared if d.park == park), due))
    return ExpectedMonth(month, due, tuple(rows))


def _row(
    park: str, month: Month, versions: Sequence[SubmissionItem], declared: tuple[Declaration, ...], due: date
) -> ExpectedRow:
    standing = [v for v in versions if v.state is not SubmissionState.SUPERSEDED]
    newest = standing[-1] if standing else None
    arrived = min((v.received_at.date() for v in versions), default=None)
    late = None if arrived is None else max(working_days(due, arrived), 0)
    cells = tuple(_cell(key, sheet.title, newest, declared) for key, sheet in SHEETS.items())
    version, state = (newest.version, newest.state) if newest else (None, None)
    return ExpectedRow(park, month, cells, version, state, arrived, late, declared, newest.errors if newest else 0)


def _cell(key: str, title: str, newest: SubmissionItem | None, declared: tuple[Declaration, ...]) -> SheetCell:
    if newest is None:
        if key in _OPTIONAL:
            return SheetCell(key, title, SheetState.OPTIONAL, f"{title}表无申报可不报")
        said = any(d.kind is DeclarationKind.NO_CHANGE for d in declared)
        note = "已声明本月无变动，尚无本月数据，合计不含" if said else f"{title}表未到"
        return SheetCell(key, title, SheetState.ABSENT, note)
    if key not in newest.sheet_keys:
        if key in _OPTIONAL:
            return SheetCell(key, title, SheetState.OPTIONAL, f"第{newest.version}版没有{title}表，无申报可不报")
        return SheetCell(key, title, SheetState.LACKING, f"第{newest.version}版没有{title}表，按未报处理")
    return SheetCell(key, title, _STATES[newest.state], f"第{newest.version}版{newest.state.word}")


@one_command("declare")
def declare(
    ctx: AppContext, month: Month, park: str, kind: DeclarationKind, reason: str, *, source: str = "电话"
) -> ChangeSummary:
    """Keep what a park declared of a month. Refused for an unknown park, no reason, or 无变动 over a month that changed."""
    found = ctx.catalogue.park_named(park)
    if found is None:
        raise Refused(f"没有叫“{park}”的分园", advice=f"可用：{'、'.join(ctx.catalogue.parks)}")
    if not reason.strip():
        raise Refused("没有写理由", advice="请写明园方怎么说的，例如 电话告知 李某")
    at = ctx.now()
    with ctx.store.write("declare", ctx.who, at) as unit:
        live = [i for i in submissions.current(unit.connection, month) if i.park == found.name]
        if kind is DeclarationKind.NO_CHANGE and live and (live[0].added or live[0].vanished):
            raise Refused(
                f"{found.name} {month} 第{live[0].version}版有新增 {live[0].added} 家、消失 {live[0].vanished} 家，不是无变动",
                advice="请与园方核对后再登记",
            )
        if kind is DeclarationKind.CORRECTION and not live:
            raise Refused(f"{found.name} {month} 还没有报送，无从更正", advice="迟报请登记为 late")
        add_declaration(unit, month, found.name, kind, reason=reason.strip(), source=source, at=at, who=ctx.who)
        unit.say(f"{found.name} {month} {kind.word}", reason=reason.strip(), subjects={"submissions"}, months={month})
    assert unit.summary is not None
    return unit.summary


def reminders(ctx: AppContext, month: Month, park: str = "") -> tuple[Reminder, ...]:
    """The text for each park that still owes something of a month (催报); with ``park`` only that one's.

    A park that declared 本月无变动 or sent everything is not reminded. Refused for an unknown park.
    """
    wanted = ctx.catalogue.park_named(park) if park else None
    if park and wanted is None:
        raise Refused(f"没有叫“{park}”的分园", advice=f"可用：{'、'.join(ctx.catalogue.parks)}")
    (grid,) = expected(ctx, [month])
    rows = [r for r in grid.rows if not r.settled and (wanted is None or r.park == wanted.name)]
    return tuple(_reminder(ctx, row, grid.cutoff) for row in rows)


def _reminder(ctx: AppContext, row: ExpectedRow, due: date) -> Reminder:
    today = ctx.today()
    late = max(working_days(due, today), 0)
    day = f"{due.month}月{due.day}日（周{_WEEKDAYS[due.weekday()]}）"
    if late:
        when = f"应于 {day}前报送，截至 {today.month}月{today.day}日已逾期 {late} 个工作日"
    else:
        when = f"请于 {day}前报送，还有 {working_days(today, due)} 个工作日"
    text = f"{row.park}：{row.month.label}月报{when}。{_what(row)}"
    if row.version is None:
        text += "如本月确无变动，请在模板封面“本月无变动”选“是”后报送，未声明的一律按未报处理。"
    text += f"请收到后回复预计报送时间。联系人：{ctx.who}"
    return Reminder(row.park, row.month, row.wanting, late, text)


def _what(row: ExpectedRow) -> str:
    if row.state is SubmissionState.RETURNED:
        return f"第{row.version}版已退回，尚有 {row.errors} 项错误待改，请改好后整份重报。"
    sheets = "、".join(f"{title}表" for title in row.wanting)
    return f"尚缺：{sheets}。" if row.version is None else f"第{row.version}版已收到，尚缺：{sheets}，请补齐后整份重报。"
