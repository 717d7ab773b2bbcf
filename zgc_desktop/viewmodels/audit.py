"""How 审计备份 reads: the steps with what can be done about each, rows an entry changed, copies, months and exceptions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from zgc_desktop.domain.backup_rota import BackupItem
from zgc_desktop.domain.field_words import column_word, table_word, value_word
from zgc_desktop.domain.journal import Audit, Possible, Step, command
from zgc_desktop.domain.months import MonthException, MonthItem, MonthState
from zgc_desktop.viewmodels.columns import Column, Mark

STATE_MARKS: Final[Mapping[str, Mark]] = {"有效": "pass", "已撤销": "none", "不可撤销": "tag"}
MONTH_MARKS: Final[Mapping[MonthState, Mark]] = {MonthState.OPEN: "info", MonthState.CLOSED: "tag", MonthState.LOCKED: "pass"}


@dataclass(frozen=True, slots=True)
class RowLine:
    """One column of one row an entry changed, or a count of rows kept in bulk."""

    number: int
    table: str
    what: str
    key: str
    column: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class ExceptionLine:
    """An exception and whether it holds today."""

    item: MonthException
    today: date

    @property
    def state(self) -> str:
        if self.item.ended_at:
            return "已结束"
        return "有效" if self.item.holds_on(self.today) else "已到期"


def row_line(number: int, table: str, what: str, key: str, column: str, old: str, new: str) -> RowLine:
    """A line in the office's words: table, column and values as they are read, not as they are kept."""
    values = (value_word(column, v) for v in (old, new))
    return RowLine(number, table_word(table), what, key, column_word(table, column) if column else "", *values)


def moment(at: str) -> str:
    """2026-11-06 09:12 from the journal's moment."""
    return at[:16].replace("T", " ")


def size(n: int) -> str:
    """How big a file is: 1.2 MB, 340 KB."""
    return f"{n / 1_048_576:.1f} MB" if n >= 1_048_576 else f"{max(1, n // 1024)} KB"


def audit_sentence(found: Audit) -> str:
    """What the check found, in a sentence."""
    if not found.sound:
        return f"发现 {len(found.findings)} 处问题：{found.findings[0].sentence}"
    doubt = f"；{len(found.unproved)} 处由旧版写入，无法核对" if found.unproved else ""
    return f"操作记录 {found.entries:,} 条首尾相接，数据 {found.rows:,} 行与记录一致，存档 {found.files:,} 个文件未改动{doubt}"


def possible_sentence(p: Possible) -> str:
    """What keeps a step from being undone, or what would be undone with it."""
    if p.why_not:
        return p.why_not
    if p.rests:
        names = "；".join(f"#{s.seq} {s.entry.sentence}" for s in p.rests[:3])
        more = f" 等 {len(p.rests)} 步" if len(p.rests) > 3 else ""
        return f"其后有 {len(p.rests)} 步依赖它，须一并撤销：{names}{more}"
    return "可以单独撤销；撤销另作一条记录，原记录保留"


def _step_mark(step: Step) -> Mark:
    return STATE_MARKS[step.state]


def _made(item: BackupItem) -> str:
    return f"{item.made_at:%Y-%m-%d %H:%M}"


def _kept(item: BackupItem) -> str:
    return "长期保留" if item.pinned else "按规则"


def _scope(line: ExceptionLine) -> str:
    return f"{line.item.park or '各园'}，{line.item.subject.value if line.item.subject else '全部事项'}"


STEP_COLUMNS: Final[tuple[Column[Step], ...]] = (
    Column("seq", "序号", lambda s: s.seq, "code", 64, show=lambda s: str(s.seq)),
    Column("at", "时间", lambda s: moment(s.entry.at), "date", 138),
    Column("who", "谁", lambda s: s.entry.who, width=72, facet=True),
    Column("what", "操作", lambda s: command(s.entry.command).word, width=110, facet=True),
    Column("sentence", "内容", lambda s: s.entry.sentence, least=260, tip=lambda s: s.entry.sentence),
    Column("reason", "理由", lambda s: s.entry.reason or None, width=150, tip=lambda s: s.entry.reason),
    Column("months", "月份", lambda s: "、".join(map(str, s.entry.months)) or None, width=92),
    Column("state", "状态", lambda s: s.state, "badge", 100, mark=_step_mark, facet=True, tip=lambda s: s.why_fixed),
)  # fmt: skip

ROW_COLUMNS: Final[tuple[Column[RowLine], ...]] = (
    Column("table", "数据表", lambda r: r.table, width=150, tone="text2"),
    Column("what", "变化", lambda r: r.what, width=64),
    Column("key", "行", lambda r: r.key or None, width=110, tip=lambda r: r.key),
    Column("column", "列", lambda r: r.column or None, width=140),
    Column("old", "原值", lambda r: r.old or None, least=120, tone="text2", tip=lambda r: r.old),
    Column("new", "新值", lambda r: r.new or None, least=140, tip=lambda r: r.new),
)

BACKUP_COLUMNS: Final[tuple[Column[BackupItem], ...]] = (
    Column("at", "时间", lambda b: b.made_at, "date", 150, show=_made, sort=lambda b: b.made_at.timestamp()),
    Column("why", "缘由", lambda b: b.why_words, width=110, facet=True),
    Column("seq", "操作记录到", lambda b: b.journal_seq or None, "number", 128, unit="条"),
    Column("size", "大小", lambda b: size(b.size), width=84, align_as="right", sort=lambda b: b.size),
    Column("program", "程序版本", lambda b: b.program or None, width=92, tone="text2"),
    Column("name", "文件", lambda b: b.name, least=200, tone="text2", tip=lambda b: b.name),
    Column("pinned", "保留", _kept, "badge", 100, mark=lambda b: "pass" if b.pinned else "tag"),
)  # fmt: skip

MONTH_COLUMNS: Final[tuple[Column[MonthItem], ...]] = (
    Column("month", "月份", lambda m: str(m.month), "date", 100),
    Column("state", "状态", lambda m: m.state.word, "badge", 100, mark=lambda m: MONTH_MARKS[m.state], facet=True),
    Column("at", "自", lambda m: moment(m.at) or None, "date", 150),
    Column("by", "谁", lambda m: m.by or None, width=90),
    Column("reason", "理由", lambda m: m.reason or None, least=200),
    Column("exceptions", "有效例外", lambda m: m.exceptions, "number", 90),
)

EXCEPTION_COLUMNS: Final[tuple[Column[ExceptionLine], ...]] = (
    Column("id", "编号", lambda e: e.item.id, "code", 60, show=lambda e: str(e.item.id)),
    Column("month", "月份", lambda e: str(e.item.month), "date", 92),
    Column("person", "准许谁", lambda e: e.item.person, width=92),
    Column("scope", "范围", _scope, width=150),
    Column("reason", "理由", lambda e: e.item.reason, least=160, tip=lambda e: e.item.reason),
    Column("granted", "登记", lambda e: f"{e.item.granted_by} {moment(e.item.granted_at)}", width=190, tone="text2"),
    Column("until", "有效至", lambda e: e.item.expires_on, "date", 104),
    Column("state", "状态", lambda e: e.state, "badge", 90, mark=lambda e: "pass" if e.state == "有效" else "none"),
)  # fmt: skip


def newest_backup(items: tuple[BackupItem, ...], now: datetime) -> str:
    """How old the newest copy is, in words."""
    if not items:
        return "还没有备份"
    made = items[0].made_at
    days = (now.date() - made.date()).days
    day = "今日" if days == 0 else "昨日" if days == 1 else f"{days} 天前"
    return f"{len(items)} 份，最近一份 {day} {made:%H:%M}"
