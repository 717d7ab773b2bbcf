"""What 报告中心 says of a month's report: the state in one sentence, its facts, and what is not offered yet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from zgc_desktop.domain.periods import Month

NOT_YET: Final = (
    "核定发布、快照锁定：zgc publish",
    "复核已发布的月报：zgc verify",
    "对账单：zgc statement",
    "修改月报文字：zgc words",
)
"""What this page does not do yet, and the command that does."""


@dataclass(frozen=True, slots=True)
class ReportFile:
    """A file of a written report."""

    name: str
    size: int
    written_at: datetime


def state_sentence(month: Month | None, written: str, *, stale: bool, there: bool) -> str:
    """Where the month's report stands."""
    if month is None:
        return "还没有期间，收到第一份报送即建立"
    if not written:
        return f"{month} 还没有生成月报"
    if not there:
        return f"{month} 月报生成过，文件已不在发件文件夹"
    return f"{month} 月报草稿，数据已有变动" if stale else f"{month} 月报草稿，与现有数据一致"


def scope_sentence(missing: Sequence[tuple[str, str]]) -> str:
    """Which parks are in no total, and why."""
    if not missing:
        return "17 园全部计入"
    return "不含" + "、".join(f"{park}（{why}）" for park, why in missing) + "；不按零计算"


def short(fingerprint: str) -> str:
    """The head of a fingerprint, in groups of four as one reads it aloud."""
    head = fingerprint[:16]
    return " ".join(head[n : n + 4] for n in range(0, len(head), 4))


def size_words(size: int) -> str:
    """A file size: 324 KB, 1.2 MB."""
    return f"{size / 1024 / 1024:.1f} MB" if size >= 1024 * 1024 else f"{max(1, round(size / 1024))} KB"


def page_words(page: int, pages: int) -> str:
    """第 3 / 12 页."""
    return f"第 {page} / {pages} 页" if pages else ""
