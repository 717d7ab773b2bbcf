"""How 工作台 reads: grouped things to do, the text that asks a park to report, figures with units, columns of the grid."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from typing import TYPE_CHECKING

from zgc_desktop.domain.money import wan
from zgc_desktop.domain.periods import Month
from zgc_desktop.viewmodels.columns import MISSING, Cell, Column
from zgc_desktop.viewmodels.filtering import Filters

if TYPE_CHECKING:  # the window starts with this page: the desk's own types come with the first reading
    from zgc_desktop.domain.desk import Action, DeskView, Figure, GridRow, TodoItem

REMIND = "催报文本"
"""The action of a thing to do that waits for a park's file."""
SINGLY = 2
"""So many late parks get a line each; more are one line with one text for all."""


@dataclass(frozen=True, slots=True)
class Task:
    """One line of 今天要办: what, the fact behind it, what its button says, and the parks it is about."""

    item: TodoItem
    parks: tuple[str, ...] = ()

    @property
    def action(self) -> str:
        return self.item.action


def tasks(todo: Sequence[TodoItem]) -> tuple[Task, ...]:
    """The things to do in their order; more than two late parks become one line."""
    late = [i for i in todo if i.action == REMIND]
    if len(late) <= SINGLY:
        return tuple(Task(i, (i.park,) if i.park else ()) for i in todo)
    parks = tuple(i.park for i in late)
    named = "、".join(parks[:3])
    from zgc_desktop.domain.desk import TodoItem

    together = TodoItem(late[0].mark, f"{len(parks)} 园尚未报送", f"{named}等，{late[0].note}", REMIND, late[0].page)
    rest = [Task(i, (i.park,) if i.park else ()) for i in todo if i.action != REMIND]
    first = next(n for n, i in enumerate(todo) if i.action == REMIND)
    return (*rest[:first], Task(together, parks), *rest[first:])


def reminder(parks: Sequence[str], month: Month, due: date, today: date, late: int) -> str:
    """The text that asks parks for their submission (催报): park, month, cut-off, working days late, what to send."""
    since = (
        f"截至 {today:%Y-%m-%d} 尚未收到，已逾期 {late} 个工作日，请于今日内报送。"
        if late > 0
        else f"截至 {today:%Y-%m-%d} 尚未收到，请按期报送。"
    )
    texts = [
        f"{park}：\n"
        f"{month.label}月度报送应于 {day_of(due)}前报送，{since}\n"
        f"请使用当月模板填报企业、税收、梯队各表；确无数据的表请注明“本月无”。如已寄出，请告知发送时间。"
        for park in parks
    ]
    return "\n\n".join(texts)


def day_of(day: date) -> str:
    """A day with its weekday: 2026-11-09（周一）."""
    return f"{day:%Y-%m-%d}（周{'一二三四五六日'[day.weekday()]}）"


def moment(at: datetime, now: datetime, zone: tzinfo | None = None) -> str:
    """When something was done: 09:12 today, 昨日, 11-05 this year, 2025-12-31 before; in local time."""
    then, here = at.astimezone(zone), now.astimezone(zone)
    days = (here.date() - then.date()).days
    if days == 0:
        return f"{then:%H:%M}"
    if days == 1:
        return "昨日"
    return f"{then:%m-%d}" if then.year == here.year else f"{then:%Y-%m-%d}"


def moment_long(at: datetime, now: datetime, zone: tzinfo | None = None) -> str:
    """The same with the time of day: 今日 17:40, 昨日 17:40, 11-05 17:40."""
    short = moment(at, now, zone)
    clock = f"{at.astimezone(zone):%H:%M}"
    return f"今日 {clock}" if short == clock else f"{short} {clock}"


def action_lines(actions: Sequence[Action], now: datetime, most: int) -> tuple[tuple[str, str, str], ...]:
    """(when, sentence, tooltip) of the newest actions."""
    return tuple(
        (moment(a.at, now), a.sentence, f"{a.at.astimezone():%Y-%m-%d %H:%M}　{a.who}　{a.sentence}") for a in actions[:most]
    )


@dataclass(frozen=True, slots=True)
class BigFigure:
    """One of the three figures as it is read; ``line`` is empty where fewer than two months are known."""

    name: str
    value: str
    unit: str
    note: str
    line: tuple[int | None, ...]
    said: str
    tips: tuple[str, ...] = ()
    """Each month of the line with its figure, for hovering."""


def opens(figure: Figure, parks: Iterable[str]) -> tuple[str, Filters | None]:
    """The page whose rows a figure counts, and which of them: those struck off (注销) pay tax, but are no longer listed."""
    if figure.unit == "件":
        return "moves", None
    ticked = {"status": frozenset({"在册", "争议"})} if figure.unit == "家" else {}
    if figure.without:
        ticked["park"] = frozenset(p.removesuffix("园") for p in parks if p not in figure.without)
    return "companies", Filters(ticked=ticked)


def big_figure(figure: Figure, month: Month) -> BigFigure:
    """A figure of a month in its printed unit, its history ending there; amounts in 万元."""
    money = figure.unit == "分"
    value = MISSING if figure.value is None else wan(figure.value) if money else f"{figure.value:,}"
    unit = "万元" if money else figure.unit
    known = [v for v in figure.history if v is not None]
    note = figure.delta or ("本月无数据" if figure.value is None else "")
    if len(known) < 2:
        return BigFigure(figure.name, value, unit, note, (), "")
    first, last = (wan(v) if money else f"{v:,}" for v in (known[0], known[-1]))
    said = f"{figure.name}近 {len(known)} 个月由 {first} 到 {last} {unit}"
    line = since_first(figure.history)
    tips = tuple(
        f"{month.plus(n - len(line) + 1)}　{MISSING if v is None else wan(v) if money else f'{v:,}'} {unit}"
        for n, v in enumerate(line)
    )
    return BigFigure(figure.name, value, unit, note, line, said, tips)


def since_first(history: tuple[int | None, ...]) -> tuple[int | None, ...]:
    """The months from the first known one on; gaps after it stay gaps."""
    first = next((n for n, v in enumerate(history) if v is not None), len(history))
    return history[first:]


def grid_columns(sheets: Sequence[str]) -> tuple[Column[GridRow], ...]:
    """The columns of 报送格局: the park, then one per sheet."""
    first: Column[GridRow] = Column("park", "分园", lambda r: r.park.removesuffix("园"), width=84, tip=lambda r: r.park)
    return (first, *(_sheet_column(n, title) for n, title in enumerate(sheets)))


def _sheet_column(n: int, title: str) -> Column[GridRow]:
    def cell(row: GridRow) -> Cell:
        given = row.cells[n]
        tone = given.mark if given.mark in ("error", "warn") else "text2" if given.mark == "pass" else "text3"
        return Cell(given.text, mark=given.mark, tone=tone, tip=given.tip)

    return Column(f"sheet{n}", title, lambda r: r.cells[n].text, cell=cell, align_as="center", least=60)


def forward(view: DeskView) -> tuple[str, str, bool]:
    """The step to the next stage: what its button says, what is missing in words, and whether it can be taken."""
    if view.missing_before_next:
        return f"推进到{view.next_stage}", f"推进前还缺：{view.missing_before_next}", False
    if not view.next_stage:
        return "推进", "本月已发布", False
    said = {"核定": "双方确认后锁定结算", "发布": "核对月报后发布"}.get(view.next_stage, "")
    return f"推进到{view.next_stage}", said, True


def rail_note(view: DeskView) -> str:
    """How far the submissions are: 17 园，已报 16 园."""
    return f"{len(view.grid)} 园，已报 {view.received} 园"
