"""What the one-page papers share: facts in pairs, small headings, numbered requests, signatures, the line of provenance."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.platypus import CondPageBreak, Flowable

from reports.blocks import Drawn, Signatures
from reports.fonts import Fonts
from reports.statement_page import PAPER_HEAD, PAPER_LINE, PAPER_NOTE, Paper
from reports.styles import TextStyle
from reports.tables import Column, Row, Table, TableBlock
from reports.text import TextBlock
from reports.words import DRAFT, chinese_date, tight
from zgc_desktop.domain.monthly_sheets import PaperHead

REQUEST = TextStyle("hei", 10, 17, align="justify")


def paper(head: PaperHead, title: str) -> Paper:
    """An upright page of this office; a draft is marked across it."""
    foot = f"{head.office}　{head.month.label}　数据指纹 {head.fingerprint[:16]}"
    return Paper(title, foot, head.office, "草稿 · 未核定" if head.state == DRAFT else "", landscape=False)


def line_of(head: PaperHead, *more: str) -> str:
    """Month, day and state on one line under the title."""
    state = "草稿，未核定" if head.state == DRAFT else head.state
    return "　　".join((f"期间：{head.month.label}", f"日期：{chinese_date(head.prepared_on)}", f"依据：月报{state}", *more))


def part(fonts: Fonts, title: str, flowables: Sequence[Flowable], otherwise: str = "", *, room: float = 0.0) -> list[Flowable]:
    """A small heading with what stands under it; ``otherwise`` where nothing does, or nothing at all.

    Papers of several pages ask for ``room`` below the heading, or it begins the next page.
    """
    if not flowables and not otherwise:
        return []
    below = list(flowables) or [TextBlock(fonts, otherwise, PAPER_LINE)]
    return [*([CondPageBreak(room)] if room else []), Drawn(6), TextBlock(fonts, title, PAPER_HEAD), *below]


def pairs(fonts: Fonts, facts: Sequence[tuple[str, str]]) -> list[Flowable]:
    """Facts two pairs a line, in the table of every other document."""
    even = [*facts, ("", "")] if len(facts) % 2 else list(facts)
    rows = tuple(Row((*even[n], *even[n + 1])) for n in range(0, len(even), 2))
    columns = (Column("", 64), Column("", 186), Column("", 64), Column("", 186))
    return [TableBlock(fonts, Table("", "", columns, rows, size=9))]


def requests(fonts: Fonts, sentences: Sequence[str]) -> list[Flowable]:
    """Numbered sentences."""
    return [TextBlock(fonts, tight(f"{n}. {s}"), REQUEST) for n, s in enumerate(sentences, start=1)]


def table(fonts: Fonts, columns: Sequence[Column], rows: Sequence[Row], note: str = "", size: float = 8.5) -> list[Flowable]:
    """A table without number or title: the paper's own heading stands above it."""
    return [TableBlock(fonts, Table("", "", tuple(columns), tuple(rows), note=note, size=size))] if rows else []


def signed(fonts: Fonts, roles: Sequence[str], note: str = "") -> list[Flowable]:
    """Places to sign, and a grey line below."""
    return [Drawn(4), Signatures(fonts, roles, 56.0), *([Drawn(6), TextBlock(fonts, note, PAPER_NOTE)] if note else [])]
