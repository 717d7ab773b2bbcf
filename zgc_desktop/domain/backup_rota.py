"""The rota of backups (备份): which copies stay, by day, week and month, and which can never be pushed out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

DAILY, WEEKLY, MONTHLY, RECENT = 12, 10, 9, 20
"""So many days, ISO weeks and months keep their newest copy; and so many of the newest stay whatever their day."""

ROTA: Final = (
    f"最近 {RECENT} 份全部保留；另按日保留 {DAILY} 份、按周 {WEEKLY} 份、按月 {MONTHLY} 份；"
    "恢复前的保全件和被恢复的那一份一直保留，不会被挤掉"
)
WHY: Final = {
    "receive": "接收前",
    "correct": "更正前",
    "settle": "结算前",
    "settlement-lock": "结算锁定前",
    "publish": "发布前",
    "undo": "撤销前",
    "exchange": "收包前",
    "upgrade": "升级前",
    "restore": "恢复前保全",
    "encrypt": "加密前",
    "manual": "手工",
    "damaged": "损坏的原库",
}


@dataclass(frozen=True, slots=True)
class BackupItem:
    """One copy in ``backups``: its name, when and why it was made, and the journal's head it holds."""

    name: str
    made_at: datetime
    why: str
    size: int
    journal_seq: int
    journal_hash: str
    schema: str
    program: str = ""
    pinned: bool = False
    """A restore's own safety copy or the copy it restored from: no rota removes it."""
    note: str = ""

    @property
    def why_words(self) -> str:
        """Why it was made, as a person reads it."""
        return WHY.get(self.why, self.why)


def surplus(copies: Sequence[BackupItem]) -> tuple[BackupItem, ...]:
    """The copies the rota no longer keeps, oldest first."""
    ordered = sorted(copies, key=lambda c: (c.made_at, c.name), reverse=True)
    kept = {c.name for c in ordered if c.pinned} | {c.name for c in ordered[:RECENT]}
    rules: tuple[tuple[int, Callable[[datetime], object]], ...] = (
        (DAILY, lambda at: at.date()),
        (WEEKLY, lambda at: at.isocalendar()[:2]),
        (MONTHLY, lambda at: (at.year, at.month)),
    )
    for most, span in rules:
        newest: dict[object, str] = {}
        for copy in ordered:
            newest.setdefault(span(copy.made_at), copy.name)
        kept |= set(list(newest.values())[:most])
    return tuple(c for c in reversed(ordered) if c.name not in kept)
