"""What 报告中心 says of a month's report: its state in one sentence, its facts, and the lists an editor works through."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final, Protocol

from zgc_desktop.domain.monthly import Erratum
from zgc_desktop.domain.monthly_edits import SECTIONS
from zgc_desktop.domain.periods import Month
from zgc_desktop.viewmodels.columns import Mark

TABS: Final = ("预览", "文字", "问题与建议", "勘误")
"""What the page's right side shows."""


@dataclass(frozen=True, slots=True)
class ReportFile:
    """A file of a written report."""

    name: str
    size: int
    written_at: datetime


@dataclass(frozen=True, slots=True)
class ListItem:
    """One line of a list on the page: its mark, what it is, the text itself, a note, and what can be done with it."""

    key: str
    mark: Mark
    head: str
    text: str
    note: str = ""
    acts: tuple[str, ...] = ()


class Sentence(Protocol):
    """A sentence of the report, as the words service lists it."""

    @property
    def section(self) -> str: ...
    @property
    def place(self) -> int: ...
    @property
    def text(self) -> str: ...
    @property
    def generated(self) -> str: ...
    @property
    def edited(self) -> bool: ...
    @property
    def stale(self) -> tuple[tuple[str, str], ...]: ...


class Matter(Protocol):
    """A matter of 问题与建议, as the matters service lists it."""

    @property
    def key(self) -> str: ...
    @property
    def text(self) -> str: ...
    @property
    def owner(self) -> str: ...
    @property
    def due(self) -> date | None: ...
    @property
    def state(self) -> str: ...
    @property
    def follow_up(self) -> str: ...


def sentence_items(items: Sequence[Sentence], *, published: bool) -> tuple[ListItem, ...]:
    """The sentences of the report: generated or written by a person, stale numbers named."""
    return tuple(
        ListItem(
            key=f"{i.section}/{i.place}",
            mark="error" if i.stale else "info" if i.edited else "",
            head=f"{SECTIONS[i.section]}第 {i.place} 句" + ("，已改写" if i.edited else ""),
            text=i.text,
            note="数已变：" + "、".join(f"{old} 现为 {now}" for old, now in i.stale) if i.stale else "",
            acts=() if published else ("改写", "恢复原句") if i.edited else ("改写",),
        )
        for i in items
    )


_STATES: Final[dict[str, tuple[Mark, str]]] = {
    "": ("warn", "待定"),
    "keep": ("pass", "保留"),
    "drop": ("none", "不列"),
    "last": ("info", "上月提出"),
}


def matter_items(items: Sequence[Matter], *, published: bool) -> tuple[ListItem, ...]:
    """The matters of the month: what the figures suggest, what was decided of it, what came of last month's."""
    made = []
    for i in items:
        mark, word = _STATES[i.state]
        acts = {"": ("保留", "不列"), "keep": ("改写", "不列"), "drop": ("保留",), "last": ("落实情况",)}[i.state]
        if i.state == "keep" and i.follow_up:
            acts += ("落实情况",)
        head = f"{word}　{i.owner}　{i.due.isoformat() if i.due else '无时限'}"
        note = f"上月落实情况：{i.follow_up}" if i.follow_up else ""
        made.append(ListItem(i.key, mark, head, i.text, note, () if published else acts))
    return tuple(made)


def erratum_items(items: Sequence[Erratum]) -> tuple[ListItem, ...]:
    """The corrections of issues already published, as the next issue will print them."""
    return tuple(
        ListItem(
            key=f"{e.issue}/{e.code}",
            mark="warn" if e.reason == "原因未登记" else "pass",
            head=f"{e.issue}　{e.code}　{e.effect}",
            text=f"{e.old} → {e.new}",
            note=f"原因：{e.reason}",
            acts=("登记原因",),
        )
        for e in items
    )


def state_sentence(month: Month | None, written: str, *, stale: bool | None, there: bool, published: str = "") -> str:
    """Where the month's report stands; ``stale`` is None while it is not known yet whether the figures moved on."""
    if month is None:
        return "还没有期间，收到第一份报送即建立"
    if published:
        return f"{month} 月报已发布，{published[:16].replace('T', ' ')}，不再改写"
    if not written:
        return f"{month} 还没有生成月报"
    if not there:
        return f"{month} 月报生成过，文件已不在发件文件夹"
    said = "正在与现有数据核对" if stale is None else "数据已有变动" if stale else "与现有数据一致"
    return f"{month} 月报草稿，{said}"


def publish_sentence(lacking: Sequence[str]) -> str:
    """What publishing means, and what stands against it."""
    said = "发布后快照锁定，PDF 与工作簿存档，从此不改写；以后的更正列入下一期勘误。"
    return said if not lacking else f"{said}还有缺项：{'；'.join(lacking)}。确需发布的请写明理由，理由印在编制信息里。"


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
