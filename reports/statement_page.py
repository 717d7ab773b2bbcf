"""The pages of settlement papers (对账单, 算据, 模拟): type area, title, page numbers and watermark, printed to bytes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any, Final

from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate

from reports.fonts import Fonts, load_face
from reports.styles import MM, PAGE_HEIGHT, PAGE_WIDTH, TextStyle
from reports.text import TextBlock, draw_text, measure

MARGIN: Final = 16 * MM
PAPER_TITLE: Final = TextStyle("song", 18, 30, bold=True, align="center")
PAPER_LINE: Final = TextStyle("hei", 9.5, 15)
PAPER_NOTE: Final = TextStyle("hei", 8, 12.5, colour="grey")
PAPER_HEAD: Final = TextStyle("hei", 11, 22, bold=True)
_FOOT: Final = TextStyle("hei", 8, 10, colour="grey")
_WATERMARK: Final = TextStyle("hei", 60, 60, bold=True, colour="watermark")


@dataclass(frozen=True, slots=True)
class Paper:
    """What every page of a paper says: its title (for the file), the line at its foot, the watermark."""

    title: str
    foot: str
    author: str
    watermark: str = ""
    landscape: bool = True


class _Pages(BaseDocTemplate):  # type: ignore[misc]  # reportlab ships no types
    """One printing of a paper."""

    def __init__(self, paper: Paper, fonts: Fonts) -> None:
        self.paper, self.fonts, self.buffer = paper, fonts, BytesIO()
        self.wide, self.high = (PAGE_HEIGHT, PAGE_WIDTH) if paper.landscape else (PAGE_WIDTH, PAGE_HEIGHT)
        super().__init__(
            self.buffer,
            pagesize=(self.wide, self.high),
            invariant=1,
            pageCompression=1,
            # Without this every page would carry an unembedded Helvetica.
            initialFontName=load_face(fonts.folder / "NotoSerifSC-Regular.ttf").name,
            title=paper.title,
            author=paper.author,
            lang="zh-CN",
            displayDocTitle=1,
        )
        area = {"leftPadding": 0, "rightPadding": 0, "topPadding": 0, "bottomPadding": 0}
        frame = Frame(MARGIN, MARGIN, self.wide - 2 * MARGIN, self.high - 2 * MARGIN, **area)
        self.addPageTemplates([PageTemplate("paper", [frame], onPage=self._furnish)])

    def _furnish(self, canvas: Any, _: Any) -> None:
        if self.paper.watermark:
            canvas.saveState()
            canvas.translate(self.wide / 2, self.high / 2)
            canvas.rotate(32 if self.paper.landscape else 50)
            text = self.paper.watermark
            draw_text(canvas, self.fonts, text, -measure(self.fonts, text, _WATERMARK) / 2, -22, _WATERMARK)
            canvas.restoreState()
        number = f"第 {canvas.getPageNumber()} 页"
        draw_text(canvas, self.fonts, self.paper.foot, MARGIN, MARGIN * 0.55, _FOOT)
        right = self.wide - MARGIN - measure(self.fonts, number, _FOOT)
        draw_text(canvas, self.fonts, number, right, MARGIN * 0.55, _FOOT)


def printed(paper: Paper, fonts: Fonts, parts: Sequence[Flowable]) -> tuple[bytes, int]:
    """The paper as PDF bytes, and how many pages it took. The same parts give the same bytes."""
    pages = _Pages(paper, fonts)
    pages.build(list(parts))
    return pages.buffer.getvalue(), pages.page


def titled(fonts: Fonts, title: str, lines: Sequence[str]) -> list[Flowable]:
    """The head of a paper: its title and the lines under it."""
    return [TextBlock(fonts, title, PAPER_TITLE), *(TextBlock(fonts, line, PAPER_LINE) for line in lines)]
