"""Expected submissions (应报表): who owes which sheet of which month, what came when, and the reminder that follows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from zgc_desktop.domain.periods import Month
from zgc_desktop.domain.submissions import SubmissionState


class SheetState(StrEnum):
    """Where one sheet of a park's month stands."""

    ABSENT = "未到"
    LACKING = "缺表"
    OPTIONAL = "—"
    REGISTERED = "已登记"
    ACCEPTED = "已接受"
    RETURNED = "退回中"


class DeclarationKind(StrEnum):
    """What a park may declare of a month."""

    NO_CHANGE = "no_change"
    LATE = "late"
    SUPPLEMENT = "supplement"
    CORRECTION = "correction"

    @property
    def word(self) -> str:
        return {"no_change": "本月无变动", "late": "迟报", "supplement": "补报", "correction": "更正"}[self.value]


@dataclass(frozen=True, slots=True)
class Declaration:
    """One declaration with its reason and where it comes from (封面, 电话 …)."""

    month: Month
    park: str
    kind: DeclarationKind
    reason: str
    source: str
    who: str
    day: date


@dataclass(frozen=True, slots=True)
class SheetCell:
    """One park × sheet × month. ``note`` is the sentence behind it."""

    sheet: str
    title: str
    state: SheetState
    note: str


@dataclass(frozen=True, slots=True)
class ExpectedRow:
    """One park's month. ``days_late``: working days after the cut-off, 0 = in time; None while nothing has come."""

    park: str
    month: Month
    cells: tuple[SheetCell, ...]
    version: int | None
    state: SubmissionState | None
    arrived: date | None
    days_late: int | None
    declared: tuple[Declaration, ...]
    errors: int = 0

    @property
    def no_change(self) -> bool:
        """Whether the park declared 本月无变动. It is never assumed."""
        return any(d.kind is DeclarationKind.NO_CHANGE for d in self.declared)

    @property
    def wanting(self) -> tuple[str, ...]:
        """Titles of the sheets still owed."""
        return tuple(c.title for c in self.cells if c.state in (SheetState.ABSENT, SheetState.LACKING))

    @property
    def settled(self) -> bool:
        """Whether nothing is to be asked of the park: all there, or 无变动 declared, and nothing returned."""
        return self.state is not SubmissionState.RETURNED and (not self.wanting or (self.version is None and self.no_change))

    @property
    def punctuality(self) -> str:
        """按时, 迟报 3 个工作日（理由）, 未到; a correction is said too."""
        if self.arrived is None:
            return "已声明本月无变动" if self.no_change else "未到"
        why = {d.kind: d.reason for d in self.declared}
        texts = []
        if self.days_late:
            kind = DeclarationKind.SUPPLEMENT if DeclarationKind.SUPPLEMENT in why else DeclarationKind.LATE
            texts.append(f"{kind.word} {self.days_late} 个工作日（{why.get(kind) or '未说明理由'}）")
        else:
            texts.append("按时")
        if DeclarationKind.CORRECTION in why:
            texts.append(f"更正（{why[DeclarationKind.CORRECTION]}）")
        return "，".join(texts)


@dataclass(frozen=True, slots=True)
class ExpectedMonth:
    """One month of all parks, with its cut-off moved by the working-day calendar."""

    month: Month
    cutoff: date
    rows: tuple[ExpectedRow, ...]

    @property
    def missing(self) -> tuple[str, ...]:
        """Parks nothing came from and that declared nothing."""
        return tuple(r.park for r in self.rows if r.arrived is None and not r.no_change)


@dataclass(frozen=True, slots=True)
class Reminder:
    """The text to send to one park (催报), and what it asks for."""

    park: str
    month: Month
    wanting: tuple[str, ...]
    days_late: int
    text: str
