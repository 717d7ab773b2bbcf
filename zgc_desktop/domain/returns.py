"""A return (退回) as data: the numbered items a park has to answer, and what the returned workbook says around them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from zgc_desktop.domain.issues import Issue, Severity
from zgc_desktop.domain.periods import Month

LIST_SHEET: Final = "00 退回清单"
HOW_SHEET: Final = "01 怎么改"
KEPT_SHEET: Final = "98 接受说明"
COMPARED_SHEET: Final = "99 与上次对比"
OWN_SHEETS: Final = (LIST_SHEET, HOW_SHEET, KEPT_SHEET, COMPARED_SHEET)
"""Sheets a returned workbook carries beside the park's own; when it comes back they hold no submission."""

ONE_TABLE: Final = "one_table"
"""Mark in the hidden sheet of a return on the clean template: roster and tax came as one table, each company's code once."""

ITEM_COLUMN: Final = "退回问题"
"""Heading of the one column added after the last used one: the numbers of the row's items, the row's token."""

SIGNED: Final = "市统筹办"
"""Who signs the comments."""

REMARK_HEADING: Final = "园方说明"
DONE_HEADING: Final = "已改"
LIST_HEADINGS: Final = (
    "序号", "级别", "工作表", "单元格", "列名", "企业", "信用代码", "现值", "上月值", "问题", "依据", "建议值", "要求",
    REMARK_HEADING, DONE_HEADING, "状态",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class ReturnItem:
    """One numbered item (№) of a return. ``issue.cell`` empty = the sheet or the file as a whole."""

    number: int
    issue: Issue
    last_value: str = ""
    basis: str = ""
    action: str = ""
    state: str = "待改"


@dataclass(frozen=True, slots=True)
class KeptIssue:
    """An issue accepted this time, with who said why."""

    issue: Issue
    reason: str
    who: str


@dataclass(frozen=True, slots=True)
class ComparedLine:
    """One line of 99 与上次对比, in words."""

    number: int | None
    place: str
    before: str
    action: str
    now: str
    verdict: str
    remark: str = ""


@dataclass(frozen=True, slots=True)
class ReturnNotice:
    """Everything one return says.

    ``header_rows`` is the row (from 1) above the first company of each sheet, ``headings`` what each column letter of a sheet
    is headed by, both where they are known: the added column's heading goes beside those, its filter above the companies.
    """

    park: str
    month: Month
    version: int
    round: int
    deadline: date
    contact: str
    file_name: str
    items: tuple[ReturnItem, ...]
    kept: tuple[KeptIssue, ...] = ()
    compared: tuple[ComparedLine, ...] = ()
    header_rows: Mapping[str, int] = field(default_factory=dict)
    headings: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    note: str = ""
    journal_mark: str = ""
    """Number and hash of the journal's last entry when it was sent; the file itself is archived."""

    def count(self, severity: Severity) -> int:
        """How many items of that severity."""
        return sum(1 for item in self.items if item.issue.severity is severity)

    @property
    def stem(self) -> str:
        """The returned file's name without its suffix: ``退回_昌平园_2019-10_v1_第1次_36项``."""
        return f"退回_{self.park}_{self.month}_v{self.version}_第{self.round}次_{len(self.items)}项"


ACTIONS: Final[Mapping[Severity, str]] = {
    Severity.ERROR: "改正",
    Severity.WARNING: "改正，或在“园方说明”写明理由",
    Severity.NOTICE: "核对",
}
