"""Months open, closed, locked (期间状态): what each state lets through, and exceptions with scope and end."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Final, NamedTuple

from zgc_desktop.domain.errors import Refused
from zgc_desktop.domain.periods import Month


class MonthState(Enum):
    """Open: everything goes. Closed: what the parks report no longer changes. Locked: nothing changes."""

    OPEN = "open"
    CLOSED = "closed"
    LOCKED = "locked"

    @property
    def word(self) -> str:
        """开放, 已关闭, 已锁定."""
        return {"open": "开放", "closed": "已关闭", "locked": "已锁定"}[self.value]


class Subject(Enum):
    """What of a month a write touches; an exception may be limited to one of them."""

    SUBMISSIONS = "报送"
    STANDINGS = "在册归属"
    CLUSTERS = "组团"
    SETTLEMENT = "分享"
    TIERS = "梯队"
    WORDS = "月报文字"


CLOSED_SUBJECTS: Final = frozenset({Subject.SUBMISSIONS, Subject.STANDINGS, Subject.CLUSTERS})
"""What a closed month no longer takes; settling, tiers and words go on until it is locked."""


class Touch(NamedTuple):
    """A month's data a write changes: month, subject, park ("" where the row is no park's)."""

    month: Month
    subject: Subject
    park: str = ""


@dataclass(frozen=True, slots=True)
class MonthItem:
    """A month of the desk: its state, who put it there, when and why."""

    month: Month
    state: MonthState
    at: str
    by: str = ""
    reason: str = ""
    exceptions: int = 0
    """Exceptions in force."""


@dataclass(frozen=True, slots=True)
class MonthException:
    """An exception (例外) to a closed or locked month: for whom, why, how far it reaches, until which day."""

    id: int
    month: Month
    park: str
    """"" = every park."""
    subject: Subject | None
    """None = every subject."""
    person: str
    reason: str
    granted_by: str
    granted_at: str
    expires_on: date
    """The last day it holds."""
    ended_at: str = ""
    ended_by: str = ""

    def holds_on(self, day: date) -> bool:
        """Whether it is in force on a day."""
        return not self.ended_at and day <= self.expires_on

    def covers(self, touch: Touch, who: str, day: date) -> bool:
        """Whether a person may make this change under it on a day."""
        return (
            self.holds_on(day)
            and self.month == touch.month
            and self.person == who
            and self.park in ("", touch.park)
            and self.subject in (None, touch.subject)
        )

    @property
    def scope(self) -> str:
        """Its reach in words: 海淀园的报送."""
        return f"{self.park or '各园'}的{self.subject.value if self.subject else '全部数据'}"


@dataclass(frozen=True, slots=True)
class Passage:
    """One write that went through an exception: the entry, and the issued figures of the month it touches."""

    exception: MonthException
    seq: int
    at: str
    who: str
    sentence: str


@dataclass(frozen=True, slots=True)
class IssuedTouch:
    """A figure of a published issue that reads differently now: place, then, now, and the errata that will say so."""

    month: Month
    place: str
    then: str
    now: str
    correction: bool
    """Whether the next issue's 勘误 prints it."""


def let_through(
    touches: Iterable[Touch],
    states: Mapping[Month, MonthState],
    exceptions: Iterable[MonthException],
    *,
    who: str,
    day: date,
) -> frozenset[int]:
    """The ids of the exceptions a write needs; Refused, naming month, subject and parks, where none covers it.

    The one guard of every write: ``touches`` is what its rows say, whichever command, window or undo it came from.
    """
    held = tuple(exceptions)
    used: set[int] = set()
    stopped: dict[tuple[Month, Subject], set[str]] = {}
    for touch in touches:
        state = states.get(touch.month, MonthState.OPEN)
        if state is MonthState.OPEN or (state is MonthState.CLOSED and touch.subject not in CLOSED_SUBJECTS):
            continue
        allowed = next((e.id for e in held if e.covers(touch, who, day)), None)
        if allowed is None:
            stopped.setdefault((touch.month, touch.subject), set()).add(touch.park)
        else:
            used.add(allowed)
    if stopped:
        raise refusal(stopped, states)
    return frozenset(used)


def refusal(stopped: Mapping[tuple[Month, Subject], set[str]], states: Mapping[Month, MonthState]) -> Refused:
    """The sentence of a refused write: which months, what of them, whose."""
    months = sorted({month for month, _ in stopped})
    said = "；".join(f"{month} {states[month].word}，不能再改{_what(stopped, month)}" for month in months)
    if any(states[m] is MonthState.LOCKED for m in months):
        advice = "更正请在之后的月份进行，已发布的列入下一期勘误；确需改动本月的，先登记例外（写明经办人、理由、范围、期限）"
    else:
        advice = "请先重新开放这个月，或登记例外"
    return Refused(said, advice=advice)


def _what(stopped: Mapping[tuple[Month, Subject], set[str]], month: Month) -> str:
    subjects = [s for s in Subject if (month, s) in stopped]
    parks = sorted({p for s in subjects for p in stopped[month, s] if p})
    whose = f"{'、'.join(parks)}的" if 0 < len(parks) <= 3 else ""
    return whose + "、".join(s.value for s in subjects)


_STEPS: Final = {
    (MonthState.OPEN, MonthState.CLOSED),
    (MonthState.OPEN, MonthState.LOCKED),
    (MonthState.CLOSED, MonthState.LOCKED),
    (MonthState.CLOSED, MonthState.OPEN),
}


def require_step(month: Month, old: MonthState, new: MonthState, reason: str) -> None:
    """Refused where a month cannot go from one state to the other: a lock is for good, reopening takes a reason."""
    if old is new:
        raise Refused(f"{month} 本来就是{old.word}的")
    if (old, new) not in _STEPS:
        advice = "确需改动请登记例外（写明经办人、理由、范围、期限），改动会单独列出"
        raise Refused(f"{month} 已锁定，不再开放", advice=advice)
    if new is MonthState.OPEN and not reason.strip():
        raise Refused(f"{month} 已关闭，重新开放要写明理由")
