"""What stands on a page besides paragraphs, tables and charts: headings, contents, boxes, places for signatures."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.platypus import Flowable

from reports.fonts import Fonts
from reports.styles import BOX_TEXT, BOX_TITLE, COLOURS, CONTENTS, HEADING_1, HEADING_2, TextStyle
from reports.text import Line, TextBlock, baseline, break_lines, draw_line, draw_text, measure
from reports.words import tight


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the contents."""

    key: str
    title: str
    level: int = 0


@dataclass(slots=True)
class Contents:
    """The contents of one document: entries in order and, once set, the page each stands on."""

    entries: list[Entry] = field(default_factory=list)
    pages: dict[str, int] = field(default_factory=dict)

    def note(self, entry: Entry, page: int) -> None:
        """Remember where a heading was printed."""
        if entry.key not in self.pages:
            self.entries.append(entry)
        self.pages[entry.key] = page


class Heading(TextBlock):
    """A heading that bookmarks its page, stands in the PDF's outline and reports itself to the contents."""

    def __init__(self, fonts: Fonts, text: str, contents: Contents, key: str, level: int = 0) -> None:
        super().__init__(fonts, text, (HEADING_1, HEADING_2)[level])
        self.entry, self.contents = Entry(key, text, level), contents

    def split(self, width: float, height: float) -> list[Flowable]:
        return []

    def draw(self) -> None:
        # A place and no zoom (0): the reader lands on the heading at the size he was reading in.
        _, top = self.canv.absolutePosition(0, self.height)
        self.canv.bookmarkPage(self.entry.key, fit="XYZ", left=0, top=top, zoom=0)
        self.canv.addOutlineEntry(self.entry.title, self.entry.key, self.entry.level)
        self.contents.note(self.entry, self.canv.getPageNumber())
        super().draw()


class ContentsBlock(Flowable):  # type: ignore[misc]  # reportlab ships no types
    """The place of the contents' lines, each leading to its heading; the lines themselves are printed last."""

    FORM = "contents"

    def __init__(self, fonts: Fonts, entries: Sequence[Entry]) -> None:
        super().__init__()
        self.fonts, self.entries = fonts, entries

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        self.width, self.height = width, len(self.entries) * CONTENTS.leading
        return width, self.height

    def draw(self) -> None:
        # A form the PDF may define later: so a document is printed once, and its contents still name every page.
        self.canv.doForm(self.FORM)
        for n, entry in enumerate(self.entries):
            top = self.height - n * CONTENTS.leading
            self.canv.linkRect("", entry.key, (0, top - CONTENTS.leading, self.width, top), relative=1, thickness=0)

    def print_lines(self, canvas: Any, pages: Mapping[str, int]) -> None:
        """Print title, leaders and page number of every line."""
        y = self.height
        for entry in self.entries:
            base = y - baseline(CONTENTS)
            number = str(pages[entry.key])
            draw_text(canvas, self.fonts, entry.title, 0, base, CONTENTS)
            wide = measure(self.fonts, number, CONTENTS)
            draw_text(canvas, self.fonts, number, self.width - wide, base, CONTENTS)
            _leader(canvas, measure(self.fonts, entry.title, CONTENTS) + 6, self.width - wide - 6, base)
            y -= CONTENTS.leading


class Section(Flowable):  # type: ignore[misc]  # reportlab ships no types
    """A section that is set only when its turn comes: it can name what the earlier ones used, and long work can be stopped."""

    def __init__(self, title: str, build: Callable[[], list[Flowable]]) -> None:
        super().__init__()
        self.title, self.build = title, build


class ContentsLines(Flowable):  # type: ignore[misc]  # reportlab ships no types
    """The end of a document: takes no room, and fills in the contents now that every page is known."""

    def __init__(self, block: ContentsBlock, contents: Contents) -> None:
        super().__init__()
        self.block, self.contents = block, contents

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        return 0, 0

    def draw(self) -> None:
        canvas, block = self.canv, self.block
        canvas.beginForm(block.FORM, 0, 0, block.width, block.height)
        block.print_lines(canvas, self.contents.pages)
        canvas.endForm()


def _leader(canvas: Any, left: float, right: float, y: float) -> None:
    canvas.saveState()
    canvas.setStrokeColor(HexColor(COLOURS["pale"]))
    canvas.setLineWidth(0.8)
    canvas.setLineCap(1)
    canvas.setDash(0.1, 4)
    # Leaders of all lines share one raster, or the dots dance.
    canvas.line(left - left % 4.1 + 4.1, y + 2, right, y + 2)
    canvas.restoreState()


class Box(Flowable):  # type: ignore[misc]  # reportlab ships no types
    """A framed box of numbered sentences under a title; splits between sentences."""

    PAD = 10.0

    def __init__(self, fonts: Fonts, title: str, sentences: Sequence[str], first: int = 1) -> None:
        super().__init__()
        self.fonts, self.title, self.sentences, self.first = fonts, title, list(sentences), first
        self.laid: list[list[Line]] = []

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        inner = width - 2 * self.PAD
        numbered = [tight(f"{n}. {s}") for n, s in enumerate(self.sentences, start=self.first)]
        self.laid = [break_lines(self.fonts, s, BOX_TEXT, inner) for s in numbered]
        self.width = width
        self.height = BOX_TITLE.leading + sum(len(p) for p in self.laid) * BOX_TEXT.leading + 2 * self.PAD - 4
        return width, self.height

    def getSpaceBefore(self) -> float:
        return 10.0

    def getSpaceAfter(self) -> float:
        return 12.0

    def split(self, width: float, height: float) -> list[Flowable]:
        self.wrap(width, height)
        room, fit = height - BOX_TITLE.leading - 2 * self.PAD + 4, 0
        for paragraph in self.laid:
            room -= len(paragraph) * BOX_TEXT.leading
            if room < 0:
                break
            fit += 1
        if not 0 < fit < len(self.sentences):
            return []
        rest = self.title if self.title.endswith("（续）") else f"{self.title}（续）"
        return [
            Box(self.fonts, self.title, self.sentences[:fit], self.first),
            Box(self.fonts, rest, self.sentences[fit:], self.first + fit),
        ]

    def draw(self) -> None:
        c = self.canv
        c.setFillColor(HexColor(COLOURS["box"]))
        c.setStrokeColor(HexColor(COLOURS["control"]))
        c.setLineWidth(0.8)
        c.rect(0, 0, self.width, self.height, stroke=1, fill=1)
        inner, y = self.width - 2 * self.PAD, self.height - self.PAD + 2
        title = Line(self.title, measure(self.fonts, self.title, BOX_TITLE), True)
        draw_line(c, self.fonts, title, self.PAD, y - baseline(BOX_TITLE), inner, BOX_TITLE)
        y -= BOX_TITLE.leading
        for paragraph in self.laid:
            for line in paragraph:
                draw_line(c, self.fonts, line, self.PAD, y - baseline(BOX_TEXT), inner, BOX_TEXT)
                y -= BOX_TEXT.leading


class Signatures(Flowable):  # type: ignore[misc]  # reportlab ships no types
    """Three boxes to sign in by hand: 编制, 复核, 审定, each with a place for the date."""

    STYLE = TextStyle("kai", 12, 16)

    def __init__(self, fonts: Fonts, roles: Sequence[str] = ("编制", "复核", "审定"), high: float = 78.0) -> None:
        super().__init__()
        self.fonts, self.roles, self.high = fonts, roles, high

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        self.width, self.height = width, self.high
        return width, self.height

    def getSpaceBefore(self) -> float:
        return 16.0

    def draw(self) -> None:
        step = self.width / len(self.roles)
        self.canv.setStrokeColor(HexColor(COLOURS["control"]))
        self.canv.setLineWidth(0.8)
        for n, role in enumerate(self.roles):
            left = n * step
            self.canv.rect(left, 0, step, self.high, stroke=1, fill=0)
            draw_text(self.canv, self.fonts, f"{role}：", left + 8, self.high - 20, self.STYLE)
            date = "　　年　　月　　日"
            wide = measure(self.fonts, date, self.STYLE)
            draw_text(self.canv, self.fonts, date, left + step - wide - 8, 10, self.STYLE)


class Drawn(Flowable):  # type: ignore[misc]  # reportlab ships no types
    """A fixed height painted by one function: the cover's rules and blank space."""

    def __init__(self, height: float, paint: Callable[[Any, float, float], None] | None = None) -> None:
        super().__init__()
        self.fixed, self.paint = height, paint

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        self.width, self.height = width, self.fixed
        return width, self.height

    def draw(self) -> None:
        if self.paint:
            self.paint(self.canv, self.width, self.height)
