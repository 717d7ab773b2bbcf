"""The monthly report (月报) as PDF: cover, contents, sections, page numbers and watermark, built from one document."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import Any, Final, TypeAlias

from reportlab.lib.colors import HexColor
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageBreak, PageTemplate

from reports.aside import write_aside
from reports.blocks import Contents, ContentsBlock, ContentsLines, Drawn, Entry, Heading, Section
from reports.fonts import Fonts, load_face
from reports.monthly_sections import LANDSCAPE, PORTRAIT, Press, sections, story
from reports.pdfa import archived
from reports.styles import (
    AREA_HEIGHT,
    AREA_WIDTH,
    BODY_SIZE,
    BOTTOM,
    COLOURS,
    COVER_LINE,
    COVER_TITLE,
    HEADING_1,
    LEFT,
    MM,
    NUMBER_BELOW,
    PAGE_HEIGHT,
    PAGE_NUMBER,
    PAGE_WIDTH,
    PITCH,
    RIGHT,
    TITLE,
    TextStyle,
)
from reports.system_fonts import extra, places
from reports.text import TextBlock, draw_text, measure
from reports.words import DRAFT, chinese_date, document_title, scope_lines
from zgc_desktop.domain.errors import Cancelled
from zgc_desktop.domain.monthly import MonthlyDocument

Progress: TypeAlias = Callable[[int, int, str], None]
"""Told how far it is, out of how much (0 = not known yet), and what is being done."""

FRONT: Final = "cover"
_SCOPE: Final = Entry("scope", "口径")
_WATERMARK: Final = TextStyle("hei", 64, 64, bold=True, colour="watermark")
_SENT_TO: Final = TextStyle("fang", 12, 19, align="justify")
_SCOPE_TEXT: Final = TextStyle("fang", 12, 21, align="justify", indent=2)
_SCOPE_TIGHT: Final = TextStyle("fang", 12, 18, align="justify", indent=2)
"""With all fourteen sections in the contents, the scope stays on their page only when it is set closer."""


def write_monthly_pdf(
    doc: MonthlyDocument,
    out: Path,
    *,
    fonts_dir: Path,
    font_folders: Sequence[Path] = (),
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Path:
    """Return ``out`` once it holds the month's report (月报) whole.

    The same document gives the same bytes. EnvironmentProblem where a font is missing or the file cannot be written;
    Refused where a text holds a character no font has; Cancelled when asked, with nothing written.
    """
    return write_aside(
        out, monthly_pdf(doc, fonts_dir=fonts_dir, font_folders=font_folders, progress=progress, cancelled=cancelled)
    )


def monthly_pdf(
    doc: MonthlyDocument,
    *,
    fonts_dir: Path,
    font_folders: Sequence[Path] = (),
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> bytes:
    """The report's bytes as PDF/A-2b, proven for all but drafts; for a preview that writes no file.

    The system's fonts a document names are looked for in ``font_folders``; EnvironmentProblem names those that are not
    there any more.
    """
    fonts = Fonts(fonts_dir, places(doc.fonts, font_folders), extra(doc.fonts, font_folders))
    data = _Monthly(doc, fonts, progress, cancelled).print()
    return archived(data, doc.prepared_on, proven=doc.state != DRAFT)


class _Monthly(BaseDocTemplate):  # type: ignore[misc]  # reportlab ships no types
    """One printing of the report: page templates, numbers, watermark, progress."""

    def __init__(
        self,
        doc: MonthlyDocument,
        fonts: Fonts,
        progress: Progress | None,
        cancelled: Callable[[], bool] | None,
    ) -> None:
        self.month, self.fonts, self.contents = doc, fonts, Contents()
        self.told, self.cancelled = progress, cancelled
        self.done = self.expected = 0
        self.buffer = BytesIO()
        super().__init__(
            self.buffer,
            pagesize=(PAGE_WIDTH, PAGE_HEIGHT),
            invariant=1,
            pageCompression=1,
            # Without this every page would carry an unembedded Helvetica.
            initialFontName=load_face(fonts.folder / "NotoSerifSC-Regular.ttf").name,
            title=document_title(doc),
            author=doc.office,
            subject=f"{doc.month.label} {doc.state}",
            keywords=[doc.fingerprint] if doc.fingerprint else None,
            creator=f"统筹台 {doc.program_version}",
            lang="zh-CN",
            displayDocTitle=1,
        )
        self.page = 0
        area = {"leftPadding": 0, "rightPadding": 0, "topPadding": 0, "bottomPadding": 0}
        upright = Frame(LEFT, BOTTOM, AREA_WIDTH, AREA_HEIGHT, id="area", **area)
        # A landscape sheet is the portrait one turned: its type area turns with it, the head at the binding.
        turned = Frame(BOTTOM, RIGHT, AREA_HEIGHT, AREA_WIDTH, id="area", **area)
        size, turned_size = (PAGE_WIDTH, PAGE_HEIGHT), (PAGE_HEIGHT, PAGE_WIDTH)
        self.addPageTemplates(
            [
                PageTemplate(FRONT, [upright], onPage=self._unnumbered, pagesize=size, autoNextPageTemplate=PORTRAIT),
                PageTemplate(PORTRAIT, [upright], onPage=self._numbered, pagesize=size),
                PageTemplate(LANDSCAPE, [turned], onPage=self._turned, pagesize=turned_size),
            ]
        )

    def print(self) -> bytes:
        """Print the whole report once; the lines of the contents are filled in when every page is known."""
        whole = story(Press(self.month, self.fonts, self.contents))
        lines = ContentsBlock(self.fonts, [_SCOPE, *(Entry(key, title) for key, title, _ in sections(self.month))])
        self.expected = len(whole) + 2
        cover, front = Section("封面", self._cover), Section("目录", partial(self._front, lines))
        self.build([cover, front, *whole, ContentsLines(lines, self.contents)])
        self._tell("存档")
        return self.buffer.getvalue()

    # --- pages ---

    def _tell(self, step: str) -> None:
        if self.cancelled is not None and self.cancelled():
            raise Cancelled
        if self.told is not None:
            self.told(self.done, self.expected, step)

    def filterFlowables(self, flowables: list[Flowable]) -> None:
        """Set the section whose turn has come."""
        if flowables and isinstance(flowables[0], Section):
            section = flowables[0]
            self._tell(f"排版 {section.title}")
            flowables[:1] = section.build()
            self.done += 1

    def afterPage(self) -> None:
        self._tell(f"排好第{self.page}页")

    def _unnumbered(self, canvas: Any, _: Any) -> None:
        self._watermark(canvas, PAGE_WIDTH, PAGE_HEIGHT)

    def _numbered(self, canvas: Any, _: Any) -> None:
        self._watermark(canvas, PAGE_WIDTH, PAGE_HEIGHT)
        self._number(canvas)

    def _turned(self, canvas: Any, _: Any) -> None:
        self._watermark(canvas, PAGE_HEIGHT, PAGE_WIDTH)
        canvas.saveState()
        # The number stays where it is on upright pages once the sheets are bound (GB/T 9704, 横排表格).
        canvas.translate(0, PAGE_WIDTH)
        canvas.rotate(-90)
        self._number(canvas)
        canvas.restoreState()

    def _number(self, canvas: Any) -> None:
        number = canvas.getPageNumber()
        text = f"— {number} —"
        wide = measure(self.fonts, text, PAGE_NUMBER)
        # Odd pages at right, even at left, one character in from the type area.
        x = LEFT + AREA_WIDTH - BODY_SIZE - wide if number % 2 else LEFT + BODY_SIZE
        draw_text(canvas, self.fonts, text, x, BOTTOM - NUMBER_BELOW - PAGE_NUMBER.size * 0.86, PAGE_NUMBER)

    def _watermark(self, canvas: Any, width: float, height: float) -> None:
        if self.month.state != DRAFT:
            return
        text = "草稿 · 未核定"
        canvas.saveState()
        canvas.translate(width / 2, height / 2)
        canvas.rotate(40)
        draw_text(canvas, self.fonts, text, -measure(self.fonts, text, _WATERMARK) / 2, -24, _WATERMARK)
        canvas.restoreState()

    # --- cover, contents, scope ---

    def _cover(self) -> list[Flowable]:
        doc, fonts = self.month, self.fonts
        mark = TextStyle("hei", BODY_SIZE, PITCH)
        name, kind = "中关村示范区一区多园", "统筹协调月报"
        return [
            TextBlock(fonts, "内部资料　注意保存", mark),
            Drawn(40 * MM),
            TextBlock(fonts, name, COVER_TITLE),
            TextBlock(fonts, kind, COVER_TITLE),
            Drawn(8 * MM),
            Drawn(3, _double_rule),
            Drawn(8 * MM),
            TextBlock(fonts, f"{doc.month.label}　　第{doc.issue_number}期", COVER_LINE),
            *([TextBlock(fonts, "（草稿，未核定）", COVER_LINE)] if doc.state == DRAFT else []),
            Drawn(37 * MM if doc.state == DRAFT else 37 * MM + COVER_LINE.leading),
            TextBlock(fonts, doc.office, COVER_LINE),
            TextBlock(fonts, chinese_date(doc.prepared_on), COVER_LINE),
            Drawn(10 * MM),
            Drawn(4, _single_rule),
            TextBlock(fonts, f"分送：{'、'.join(doc.parks)}。", _SENT_TO),
            Drawn(4, _single_rule),
            PageBreak(),
        ]

    def _front(self, lines: ContentsBlock) -> list[Flowable]:
        fonts = self.fonts
        style, above, below = (_SCOPE_TEXT, 10, 16) if self.month.edition < 2 else (_SCOPE_TIGHT, 6, 8)
        scope = [TextBlock(fonts, f"{n}. {line}", style) for n, line in enumerate(scope_lines(self.month), start=1)]
        heading = Heading(fonts, _SCOPE.title, self.contents, _SCOPE.key)
        heading.style = HEADING_1
        return [
            TextBlock(fonts, "目　录", TITLE),
            Drawn(above),
            lines,
            Drawn(below),
            heading,
            *scope,
            PageBreak(),
        ]


def _single_rule(canvas: Any, width: float, height: float) -> None:
    canvas.setStrokeColor(HexColor(COLOURS["rule"]))
    canvas.setLineWidth(0.7)  # 版记的细线, 0.25 mm
    canvas.line(0, height / 2, width, height / 2)


def _double_rule(canvas: Any, width: float, height: float) -> None:
    canvas.setStrokeColor(HexColor(COLOURS["rule"]))
    canvas.setLineWidth(1.6)
    canvas.line(0, height, width, height)
    canvas.setLineWidth(0.5)
    canvas.line(0, 0, width, 0)
