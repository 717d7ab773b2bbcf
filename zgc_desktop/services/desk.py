"""The desk (工作台): what stage the month is at, what is to do, and who has sent what."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from fractions import Fraction
from typing import Literal

from db.journal.touches import states
from db.queries import moves, settlements, submissions, tax
from db.queries import records as reads
from db.queries.decisions import ReturnRound, returns
from db.queries.ledger import stock_by_month
from db.queries.records import JournalItem
from db.queries.reports import published_months
from zgc_desktop.domain.desk import Action, DeskView, Figure, GridCell, GridRow, Mark, Stage, TodoItem
from zgc_desktop.domain.exchange.stamp import StampState
from zgc_desktop.domain.monthly_words import change
from zgc_desktop.domain.months import MonthState
from zgc_desktop.domain.moves import CaseState, Lead, LeadKind, MoveCase
from zgc_desktop.domain.periods import Month
from zgc_desktop.domain.settlement import LOCKED, SettlementRun
from zgc_desktop.domain.submissions import SubmissionItem, SubmissionState
from zgc_desktop.services.backups import copies
from zgc_desktop.services.context import AppContext
from zgc_desktop.services.decided_issues import undecided_errors
from zgc_desktop.services.settings import cutoff_of
from zgc_desktop.services.working_days import working_days

_SHEETS = (
    ("enterprise", "企业"), ("tax", "税收"), ("tier", "梯队"), ("space", "空间"), ("project", "项目"), ("indicator", "指标"),
)  # fmt: skip
_SELF_CHECK = "自检"
_STAMPS: Mapping[StampState, tuple[Mark | Literal[""], str]] = {
    StampState.SAME: ("pass", ""), StampState.NONE: ("", "—"), StampState.EDITED: ("warn", "改动"),
    StampState.FAULTS: ("warn", "有错"), StampState.OTHER_RULES: ("warn", "规则"), StampState.DIFFERS: ("warn", "不同"),
}  # fmt: skip
_OPEN = (CaseState.LEAD, CaseState.OUT_REGISTERED, CaseState.IN_CONFIRMED, CaseState.CITY, CaseState.UNDER_WAY)


@dataclass(frozen=True, slots=True)
class _Facts:
    months: tuple[Month, ...]
    current: Mapping[str, SubmissionItem]
    counts: Mapping[tuple[int, str, str], int]
    leads: tuple[Lead, ...]
    cases: tuple[MoveCase, ...]
    run: SettlementRun | None
    reported: bool
    published: bool
    state: MonthState
    journal: tuple[JournalItem, ...]
    tax: tuple[int | None, ...]
    stock: tuple[int | None, ...]
    returned: Mapping[str, ReturnRound]
    """The last return of each park that has not answered it yet."""

    @property
    def agreed(self) -> bool:
        """Whether the month's settlement is locked."""
        return self.run is not None and self.run.state == LOCKED


def view(ctx: AppContext, month: Month | None = None) -> DeskView:
    """The desk of ``month``; None asks for the newest open month, or the month before today in a new workspace."""
    with ctx.store.read() as connection:
        known = submissions.months(connection)
    chosen = month or (known[-1] if known else Month.of(ctx.today()).plus(-1))
    facts = _facts(ctx, chosen, known)
    due, today = cutoff_of(ctx, chosen), ctx.today()
    stages = _stages(ctx, facts, chosen)
    lacking, following = _before_next(ctx, facts)
    return DeskView(
        month=chosen,
        months=known,
        locked=facts.state is MonthState.LOCKED,
        cutoff=due,
        cutoff_note=_cutoff_note(due, today),
        stages=stages,
        missing_before_next=lacking,
        next_stage=following,
        todo=_todo(ctx, facts, chosen, due, today),
        sheets=(*(title for _, title in _SHEETS), _SELF_CHECK),
        grid=tuple(_grid_row(park, facts) for park in ctx.catalogue.parks),
        received=len(facts.current),
        figures=_figures(facts, [p for p in ctx.catalogue.parks if not _is_in_totals(facts.current.get(p))]),
        actions=tuple(Action(j.seq, j.at, j.who, j.sentence) for j in facts.journal),
        last_backup=last_backup(ctx),
        rail_counts=_rail_counts(ctx, facts),
        tax_fen=facts.tax[-1],
    )


def _facts(ctx: AppContext, month: Month, known: tuple[Month, ...]) -> _Facts:
    year = [month.plus(n) for n in range(-11, 1)]
    with ctx.store.read() as connection:
        current = {i.park: i for i in submissions.current(connection, month)}
        # An error somebody has accepted with a reason is no longer to do.
        left = undecided_errors(connection, current.values())
        current = {park: replace(i, errors=left[i.id]) for park, i in current.items()}
        rows = submissions.issue_counts(connection, tuple(i.id for i in current.values()))
        # Months are compared on the parks that are in this one's totals: a park that has not reported is in neither.
        in_totals = [i.park for i in current.values() if i.state is SubmissionState.ACCEPTED]
        totals = tax.totals_by_month(connection, year, in_totals)
        stock = stock_by_month(connection, year, in_totals)
        return _Facts(
            known,
            current,
            {(sid, sheet, severity): n for sid, sheet, severity, n in rows},
            tuple(lead for lead in moves.leads(connection, month) if lead.state == "open"),
            moves.cases(connection),
            settlements.run_of(connection, month),
            bool(reads.last_fingerprint(connection, month)),
            month in published_months(connection),
            states(connection).get(month, MonthState.OPEN),
            reads.journal(connection, 12),
            tuple(totals.get(m) for m in year),
            tuple(stock.get(m) for m in year),
            {r.park: r for r in returns(connection, month) if r.park not in current},
        )


def last_backup(ctx: AppContext) -> datetime | None:
    """When the newest copy in ``backups`` was written."""
    written = [p.stat().st_mtime for p in copies(ctx)]
    return datetime.fromtimestamp(max(written)).astimezone() if written else None


def _cutoff_note(due: date, today: date) -> str:
    weekday = "一二三四五六日"[due.weekday()]
    left = working_days(today, due)
    when = f"还有 {left} 个工作日" if left > 0 else "今天截止" if today == due else f"已过 {-left} 个工作日"
    return f"报送截止 {due:%m-%d}（周{weekday}），{when}"


def _errors(facts: _Facts) -> int:
    return sum(i.errors for i in facts.current.values() if i.state is SubmissionState.REGISTERED)


def _accepted(facts: _Facts) -> int:
    return sum(1 for i in facts.current.values() if i.state is SubmissionState.ACCEPTED)


def _stages(ctx: AppContext, facts: _Facts, month: Month) -> tuple[Stage, ...]:
    total = len(ctx.catalogue.parks)
    arrived, accepted, errors = len(facts.current), _accepted(facts), _errors(facts)
    checked = sum(1 for i in facts.current.values() if not i.errors or i.state is SubmissionState.ACCEPTED)
    opened = month in facts.months
    marks = (
        ("开放", "已开放" if opened else "未开始", Fraction(int(opened)), "工作台"),
        ("接收", f"{arrived} / {total} 园", Fraction(arrived, total), "报送接收"),
        ("校验", f"待处理 {errors} 项" if arrived else "未开始", Fraction(checked, total), "校验退回"),
        ("合并", f"{accepted} / {total} 园" if accepted else "未开始", Fraction(accepted, total), "报送接收"),
        ("结算", "已试算" if facts.run else "未开始", Fraction(1 if facts.run else 0), "税收分享"),
        ("核定", "已锁定" if facts.agreed else "未开始", Fraction(int(facts.agreed)), "税收分享"),
        ("发布", *_published(facts), "报告中心"),
    )
    return tuple(Stage(n, note, "done" if s == 1 else "now" if s > 0 else "later", s, page) for n, note, s, page in marks)


def _published(facts: _Facts) -> tuple[str, Fraction]:
    if facts.published:
        return "已发布", Fraction(1)
    return ("已出草稿", Fraction(1, 2)) if facts.reported else ("未开始", Fraction(0))


def _before_next(ctx: AppContext, facts: _Facts) -> tuple[str, str]:
    """What is missing before the month can go on, and to which stage."""
    absent = len(ctx.catalogue.parks) - len(facts.current)
    waiting, errors = len(facts.current) - _accepted(facts), _errors(facts)
    lacking = [f"{absent} 园未到"] if absent else []
    lacking += [f"{errors} 项错误未处理"] if errors else []
    lacking += [f"{waiting} 园待接受"] if waiting and not errors else []
    if waiting or absent:
        return "，".join(lacking), "合并"
    if facts.run is None:
        return "", "结算"
    if not facts.agreed:
        return "", "核定"
    return "", "" if facts.published else "发布"


def _todo(ctx: AppContext, facts: _Facts, month: Month, due: date, today: date) -> tuple[TodoItem, ...]:
    """Things to do, the most pressing first."""
    if not facts.months:
        return ()
    items: list[TodoItem] = []
    late = working_days(due, today)
    for park in ctx.catalogue.parks:
        if sent := facts.returned.get(park):
            note = f"第{sent.round}次退回 {sent.items} 项，应于 {sent.deadline:%m-%d} 前重报"
            items.append(TodoItem("warn", f"{park}退回待重报", note, "打开", "校验退回", park))
        elif park not in facts.current:
            note = f"应于 {due:%m-%d} 报送，已逾期 {late} 个工作日" if late > 0 else f"应于 {due:%m-%d} 报送"
            items.append(TodoItem("warn", f"{park}尚未报送", note, "催报文本", "报送接收", park))
    double = [lead for lead in facts.leads if lead.kind is LeadKind.DOUBLE_CLAIM]
    silent = [lead for lead in facts.leads if lead.kind is LeadKind.SILENT_MOVE]
    for group, title in ((double, "双重主张"), (silent, "疑似迁移")):
        if group:
            first = group[0]
            note = f"{first.name}：{first.first.park}与{first.second.park}" + (
                f"，等 {len(group)} 家" if len(group) > 1 else ""
            )
            items.append(TodoItem("error", f"{title} {len(group)} 家待判定", note, "打开", "迁移协调"))
    if errors := _errors(facts):
        parks = [i.park for i in facts.current.values() if i.errors and i.state is SubmissionState.REGISTERED]
        note = "、".join(parks[:4]) + ("等" if len(parks) > 4 else "")
        items.append(TodoItem("error", f"{len(parks)} 园有 {errors} 项错误待处理", note, "打开", "校验退回"))
    ready = [i.park for i in facts.current.values() if i.state is SubmissionState.REGISTERED and not i.errors]
    if ready:
        note = "、".join(ready[:4]) + ("等" if len(ready) > 4 else "")
        items.append(TodoItem("info", f"{len(ready)} 园可以接受入库", note, "打开", "报送接收"))
    if waiting := [c for c in facts.cases if c.state in _OPEN]:
        items.append(
            TodoItem("info", f"在办迁移 {len(waiting)} 件", f"最早一件 {waiting[0].id} {waiting[0].name}", "打开", "迁移协调")
        )
    copy = last_backup(ctx)
    if copy is None or (today - copy.date()).days >= 1:
        note = f"最近一次 {copy:%m-%d %H:%M}" if copy else "还没有备份"
        items.append(TodoItem("info", "备份已超过 1 天", note, "立即备份", "审计备份"))
    return tuple(items)


def _grid_row(park: str, facts: _Facts) -> GridRow:
    item = facts.current.get(park)
    if sent := facts.returned.get(park):
        tip = f"{park} 第{sent.version}版已退回（第{sent.round}次），{sent.deadline:%m-%d} 前重报"
        return GridRow(park, (*(GridCell("warn", "退回", tip) for _ in _SHEETS), GridCell("warn", "退回", tip)))
    if item is None:
        late = (GridCell("none", "未到", f"{park}{title}表未到") for _, title in _SHEETS)
        return GridRow(park, (*late, GridCell("", "—", f"{park}未报送")))
    return GridRow(park, (*(_grid_cell(item, key, title, facts) for key, title in _SHEETS), _stamp_cell(item)))


def _stamp_cell(item: SubmissionItem) -> GridCell:
    mark, text = _STAMPS[item.self_check]
    return GridCell(mark, text, f"{item.park} 自检：{item.self_check.value}，{item.self_check.why}")


def _grid_cell(item: SubmissionItem, key: str, title: str, facts: _Facts) -> GridCell:
    sheet = dict(zip(item.sheet_keys, item.sheets, strict=True)).get(key)
    if sheet is None:
        return GridCell("", "—", f"{item.park} 第{item.version}版没有{title}表")
    errors = facts.counts.get((item.id, sheet, "error"), 0) if item.errors else 0
    warnings = facts.counts.get((item.id, sheet, "warning"), 0)
    tip = f"{item.park} 第{item.version}版 {title}：错误 {errors}，警告 {warnings}"
    if item.state is SubmissionState.ACCEPTED:
        return GridCell("pass", f"v{item.version}" if item.version > 1 else "", f"{tip}，已接受")
    if errors:
        return GridCell("error", str(errors), tip)
    if warnings:
        return GridCell("warn", str(warnings), tip)
    return GridCell("pass", f"v{item.version}" if item.version > 1 else "", tip)


def _is_in_totals(item: SubmissionItem | None) -> bool:
    return item is not None and item.state is SubmissionState.ACCEPTED


def _figures(facts: _Facts, absent: Sequence[str]) -> tuple[Figure, ...]:
    in_hand = sum(1 for c in facts.cases if c.state in _OPEN)
    without = f"（不含{'、'.join(absent)}）" if 0 < len(absent) <= 2 else f"（不含 {len(absent)} 园）" if absent else ""
    stock, paid = (change(v[-1], v[-2], "上月") for v in (facts.stock, facts.tax))
    return (
        Figure("在册企业", facts.stock[-1], "家", stock and stock + without, facts.stock, tuple(absent)),
        Figure("本月入库税收", facts.tax[-1], "分", paid and paid + without, facts.tax, tuple(absent)),
        Figure("迁移在办", in_hand, "件", f"线索 {len(facts.leads)} 条待判定", ()),
    )


def _rail_counts(ctx: AppContext, facts: _Facts) -> tuple[tuple[str, int], ...]:
    absent = len(ctx.catalogue.parks) - len(facts.current) if facts.months else 0
    counts: Sequence[tuple[str, int]] = (("报送接收", absent), ("校验退回", _errors(facts)), ("迁移协调", len(facts.leads)))
    return tuple((page, n) for page, n in counts if n)
