"""How the office's own rule files read: state of each, difference by difference, and who a trial would move."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from zgc_desktop.domain.rule_diff import Difference
from zgc_desktop.viewmodels.columns import Column

NAMED: Final = 8


@dataclass(frozen=True, slots=True)
class FileLine:
    """One file of the office, whether it replaces a shipped one, and its problem ('' = none)."""

    file: str
    replaces: bool
    problem: str

    @property
    def state(self) -> str:
        return "有问题" if self.problem else "替换" if self.replaces else "新增"


@dataclass(frozen=True, slots=True)
class DiffLine:
    """One key that differs; None = not there."""

    file: str
    key: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class TriedLine:
    """One standard over one month: how many meet it by either rule, who would come and who would go."""

    month: str
    title: str
    shipped: int
    office: int
    entering: tuple[str, ...]
    leaving: tuple[str, ...]


def file_lines(found: Iterable[tuple[str, bool, str]]) -> tuple[FileLine, ...]:
    """The files as the table lists them."""
    return tuple(FileLine(*f) for f in found)


def diff_lines(found: Iterable[tuple[str, bool, Sequence[Difference]]]) -> tuple[DiffLine, ...]:
    """Every difference of every file."""
    return tuple(DiffLine(file, d.key, d.before, d.after) for file, _, many in found for d in many)


def names(found: Sequence[str]) -> str | None:
    """甲、乙 等 12 家; None for nobody."""
    return ("、".join(found[:NAMED]) + (f" 等 {len(found)} 家" if len(found) > NAMED else "")) or None


FILE_COLUMNS: Final[tuple[Column[FileLine], ...]] = (
    Column("file", "文件", lambda f: f.file, least=180, tip=lambda f: f.problem or f.file),
    Column(
        "state", "状态", lambda f: f.state, "badge", 96, tip=lambda f: f.problem,
        mark=lambda f: "error" if f.problem else "tag" if f.replaces else "info",
    ),
)  # fmt: skip

DIFF_COLUMNS: Final[tuple[Column[DiffLine], ...]] = (
    Column("key", "键", lambda d: d.key, least=170, tip=lambda d: d.key),
    Column("before", "随程序", lambda d: d.before, least=130, tone="text2", tip=lambda d: d.before or ""),
    Column("after", "本办", lambda d: d.after, least=130, bold=True, tip=lambda d: d.after or ""),
)

TRIED_COLUMNS: Final[tuple[Column[TriedLine], ...]] = (
    Column("month", "月份", lambda t: t.month, "date", 92),
    Column("title", "标准", lambda t: t.title, width=200),
    Column("shipped", "随程序", lambda t: t.shipped, "number", 84, unit="家"),
    Column("office", "本办", lambda t: t.office, "number", 84, unit="家", bold=True),
    Column("entering", "新达到", lambda t: names(t.entering), least=140, tip=lambda t: "\n".join(t.entering)),
    Column("leaving", "不再达到", lambda t: names(t.leaving), least=140, tip=lambda t: "\n".join(t.leaving)),
)
