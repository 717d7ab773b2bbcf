"""A park's monthly submission (报送): what was read, how it was recognised, and what state it is in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Final

from zgc_desktop.domain.exchange.stamp import Stamp, StampState
from zgc_desktop.domain.issues import Issue, Severity
from zgc_desktop.domain.money import Fen
from zgc_desktop.domain.periods import Month
from zgc_desktop.domain.questions import Question


class FileState(StrEnum):
    """What became of a received file; ``WAITING``: it lies in the watched folder and nobody has taken it in."""

    REGISTERED = "registered"
    NEEDS_MAPPING = "needs_mapping"
    UNREADABLE = "unreadable"
    DUPLICATE = "duplicate"
    WAITING = "waiting"


class SubmissionState(StrEnum):
    """Where a registered version stands. Only ``ACCEPTED`` enters totals."""

    REGISTERED = "registered"
    ACCEPTED = "accepted"
    RETURNED = "returned"
    SUPERSEDED = "superseded"
    VOID = "void"

    @property
    def word(self) -> str:
        return _STATE_WORDS[self.value]


_STATE_WORDS: Final = {
    "registered": "已登记",
    "accepted": "已接受",
    "returned": "已退回",
    "superseded": "已被新版替代",
    "void": "已作废",
}


@dataclass(frozen=True, slots=True)
class Recognised:
    """A recognised park or month (``value``) and what decided it, in words: ``标题行：2026年10月中关村东城园…``."""

    value: str
    decided_by: str


@dataclass(frozen=True, slots=True)
class ColumnMatch:
    """One source column: its heading and letter, the field it fills ("" = not imported), how, with what score and unit."""

    sheet: str
    letter: str
    heading: str
    field: str
    how: str
    score: int = 100
    unit: str = ""
    example: str = ""


@dataclass(frozen=True, slots=True)
class FactTable:
    """Rows of one sheet kind, column by column; the source row and letter of every value are kept.

    ``values[key][i]`` is None where missing; money is 分 (int), dates are date, counts int, else str.
    ``set_aside`` holds indexes of rows that count nowhere (duplicates, no code); ``doubtful`` holds (index, key) of values
    that an error puts in question: they are kept but enter no total until a person decides.
    """

    sheet_key: str
    sheet_name: str
    row_numbers: tuple[int, ...]
    letters: Mapping[str, str]
    values: Mapping[str, list[object]]
    set_aside: frozenset[int] = frozenset()
    doubtful: frozenset[tuple[int, str]] = frozenset()

    def __len__(self) -> int:
        return len(self.row_numbers)

    def cell(self, index: int, key: str) -> str:
        """The A1 address a value came from."""
        return f"{self.letters[key]}{self.row_numbers[index]}"


@dataclass(frozen=True, slots=True)
class CheckedSubmission:
    """One file, read and checked in one pass: facts by sheet key, every issue, and how it was recognised.

    ``questions`` are what a person must answer before it can be registered; ``no_change``: its cover declares 本月无变动.
    """

    file_name: str
    sha256: str
    park: Recognised | None
    month: Recognised | None
    tables: Mapping[str, FactTable]
    columns: tuple[ColumnMatch, ...]
    issues: tuple[Issue, ...]
    state: FileState = FileState.REGISTERED
    encoding: str = ""
    questions: tuple[Question, ...] = ()
    no_change: bool = False
    self_check: tuple[Stamp, StampState] | None = None
    """The self-check stamp the file came with and what is seen of it; None where it came without."""

    def total(self, sheet_key: str, key: str) -> Fen | None:
        """Sum of the rows that count; None when the sheet or column was not reported."""
        table = self.tables.get(sheet_key)
        if table is None or key not in table.values:
            return None
        column = table.values[key]
        left_out = table.set_aside | {i for i, doubted in table.doubtful if doubted == key}
        every = sum(v for v in column if isinstance(v, int))
        return every - sum(v for i in left_out if isinstance(v := column[i], int))

    @property
    def companies(self) -> int:
        """Companies in the roster, each counted once."""
        roster = self.tables.get("enterprise")
        return 0 if roster is None else len(roster) - len(roster.set_aside)

    def count(self, severity: Severity) -> int:
        """How many issues of that severity."""
        return sum(1 for i in self.issues if i.severity is severity)


@dataclass(frozen=True, slots=True)
class ReceivedFile:
    """What receiving one file came to: the command line's and the window's line for it. ``path``: where it lay."""

    file: str
    park: str | None
    month: str | None
    version: int | None
    state: FileState
    companies: int
    tax_fen: Fen | None
    revenue_fen: Fen | None
    issues: tuple[Issue, ...]
    submission_id: int | None = None
    added: int = 0
    changed: int = 0
    vanished: int = 0
    park_decided_by: str = ""
    month_decided_by: str = ""
    questions: tuple[Question, ...] = ()
    path: str = ""


@dataclass(frozen=True, slots=True)
class SubmissionItem:
    """A registered version, as the intake page and the grid show it."""

    id: int
    park: str
    month: Month
    version: int
    state: SubmissionState
    file_name: str
    sha256: str
    received_at: datetime
    companies: int
    tax_fen: Fen | None
    revenue_fen: Fen | None
    errors: int
    warnings: int
    notices: int
    added: int
    changed: int
    vanished: int
    park_decided_by: str
    month_decided_by: str
    sheets: tuple[str, ...] = ()
    sheet_keys: tuple[str, ...] = ()
    columns: tuple[ColumnMatch, ...] = ()
    accepted_note: str = ""
    """Why it was accepted with its problems, or set aside (作废)."""
    self_check: StampState = StampState.NONE
    """What is seen of the self-check stamp it came with."""


@dataclass(frozen=True, slots=True)
class AcceptResult:
    """Which parks' submissions entered the month, and which were held and why."""

    accepted: tuple[str, ...] = ()
    held: tuple[tuple[str, str], ...] = ()
    unchanged: tuple[str, ...] = field(default=())
