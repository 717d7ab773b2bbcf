"""The desk (工作台) at a glance: stages of the month, what is to do, who has sent what, three figures, what was done."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from fractions import Fraction
from typing import Literal

from zgc_desktop.domain.money import Fen
from zgc_desktop.domain.periods import Month

Mark = Literal["error", "warn", "info", "pass", "none"]


@dataclass(frozen=True, slots=True)
class Stage:
    """One stage of the month: 开放, 接收, 校验, 合并, 结算, 核定, 发布. ``share`` of it done, exactly."""

    name: str
    note: str
    state: Literal["done", "now", "later"]
    share: Fraction
    page: str


@dataclass(frozen=True, slots=True)
class TodoItem:
    """One thing to do today: how urgent, what, the fact behind it, and the page or command that deals with it."""

    mark: Mark
    title: str
    note: str
    action: str
    page: str
    park: str = ""


@dataclass(frozen=True, slots=True)
class GridCell:
    """One park × sheet of the submissions grid: a mark and a short text (v2, error count, 未到, —)."""

    mark: Mark | Literal[""]
    text: str
    tip: str


@dataclass(frozen=True, slots=True)
class GridRow:
    """One park's line of the submissions grid (报送格局)."""

    park: str
    cells: tuple[GridCell, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """One of the three figures, with its last 12 months (None = no data that month)."""

    name: str
    value: int | None
    unit: str
    delta: str
    history: tuple[int | None, ...]
    without: tuple[str, ...] = ()
    """Parks that are not in yet: no month counts them, so that months compare."""


@dataclass(frozen=True, slots=True)
class Action:
    """One journal line."""

    seq: int
    at: datetime
    who: str
    sentence: str


@dataclass(frozen=True, slots=True)
class DeskView:
    """Everything 工作台 shows of a month. ``months`` are the months the desk has opened; empty = a new workspace."""

    month: Month
    months: tuple[Month, ...]
    locked: bool
    cutoff: date
    cutoff_note: str
    stages: tuple[Stage, ...]
    missing_before_next: str
    next_stage: str
    todo: tuple[TodoItem, ...]
    sheets: tuple[str, ...]
    grid: tuple[GridRow, ...]
    received: int
    figures: tuple[Figure, ...]
    actions: tuple[Action, ...]
    last_backup: datetime | None
    rail_counts: tuple[tuple[str, int], ...]
    tax_fen: Fen | None = None
