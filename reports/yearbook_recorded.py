"""The yearly book's chapter of what was recorded: a table a register, by subject, and in public only how many entries."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import Final

from reportlab.platypus import Flowable

from reports.fonts import Fonts
from reports.paper_parts import part
from reports.tables import Column, Row, Table, TableBlock
from zgc_desktop.domain.recorded import Recorded, RecordedTable

_ROOM: Final = 120.0
_DAYS, _LONGEST = 58.0, 16


def recorded(fonts: Fonts, found: Recorded, chapter: str) -> list[Flowable]:
    """The whole chapter: a heading, then under each subject its registers, then what is recorded elsewhere."""
    every = (*found.registers, *found.elsewhere)
    if not every:
        return part(fonts, chapter, [], "本年没有登记事项。")
    story: list[Flowable] = []
    for n, (subject, tables) in enumerate(groupby(every, key=lambda t: t.subject), start=1):
        blocks = [TableBlock(fonts, _table(t)) for t in tables]
        story += part(fonts, f"（{_CHINESE[n]}）{_ABOUT.get(subject, subject)}", blocks, room=_ROOM)
    return [*part(fonts, chapter, story[:1], room=_ROOM), *story[1:]]


_CHINESE: Final = "零一二三四五六七八九十"
_ABOUT: Final = {
    "企业": "关于企业的登记", "组团": "关于组团的登记", "分园": "关于分园的登记", "地块": "关于地块的登记",
    "项目": "关于项目的登记", "示范区": "关于示范区的登记", "用地": "储备与存量用地", "议事": "议事机构",
}  # fmt: skip


def _table(t: RecordedTable) -> Table:
    columns = []
    for n, (title, figures) in enumerate(t.columns):
        align = "right" if figures else "left"
        columns.append(Column(title, _width(title, [row[n] for row in t.rows]), align, unbroken=title == "起止"))  # type: ignore[arg-type]
    return Table("", t.title, tuple(columns), tuple(Row(row) for row in t.rows), note=f"依据：{t.cited}。", size=8)


def _width(title: str, texts: Sequence[str]) -> float:
    """A width by the longest line of a column, so that short ones leave room to the long."""
    if title == "起止":
        return _DAYS
    longest = max(len(line) for text in (title, *texts) for line in text.split("\n"))
    return max(30.0, min(longest, _LONGEST) * 8.0)


def counted(rows: Sequence[tuple[str, str, str]]) -> list[Table]:
    """How many entries each register holds (subject, register, count as published), for the public version."""
    if not rows:
        return []
    columns = (Column("对象", 100), Column("登记簿", 240), Column("登记", 100, "right"))
    note = "只列条数，不列登记内容。"
    return [Table("", "本年登记事项", columns, tuple(Row(r) for r in rows), note=note, size=8.5)]
