"""The check catalogue (校验目录) as read models: each check's state and numbers, a trial run, a row beside last month's."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from zgc_desktop.domain.check_settings import Parameter
from zgc_desktop.domain.issues import Check, Issue
from zgc_desktop.domain.periods import Month


@dataclass(frozen=True, slots=True)
class CheckItem:
    """One check as it stands on a day. ``from_day`` None = since the first release; ``until`` = the next decision's day."""

    check: Check
    active: bool
    switchable: bool
    from_day: date | None
    until: date | None
    reason: str
    numbers: tuple[tuple[Parameter, int], ...] = ()


@dataclass(frozen=True, slots=True)
class TrialLine:
    """One park's month in a trial run: how many issues of the check it had, how many it would have, and which those are."""

    month: Month
    park: str
    before: int
    after: int
    issues: tuple[Issue, ...]


@dataclass(frozen=True, slots=True)
class Trial:
    """What a changed check would have raised over past months; nothing was written. ``unread``: originals not readable."""

    code: str
    lines: tuple[TrialLine, ...]
    unread: tuple[str, ...] = ()

    @property
    def before(self) -> int:
        return sum(x.before for x in self.lines)

    @property
    def after(self) -> int:
        return sum(x.after for x in self.lines)


@dataclass(frozen=True, slots=True)
class BesideCell:
    """One field of a company's row: where it stands, this version's value and last month's, as text with the unit."""

    sheet: str
    cell: str
    title: str
    now: str
    before: str

    @property
    def changed(self) -> bool:
        return self.now != self.before


@dataclass(frozen=True, slots=True)
class RowBeside:
    """A company's whole row with last month's beside it (整行对照). ``before_label`` "" = no earlier month."""

    credit_code: str
    company: str
    now_label: str
    before_label: str
    cells: tuple[BesideCell, ...]
