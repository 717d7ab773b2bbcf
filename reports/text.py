"""Chinese lines: breaking by 禁则, justifying, and printing them with the face that covers each character."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from reportlab.lib.colors import HexColor
from reportlab.platypus import Flowable

from reports.fonts import Fonts
from reports.styles import COLOURS, TextStyle

NOT_FIRST: Final = frozenset("，。、；：？！）】》〉」』〕］｝”’…—·％‰℃,.;:?!)]}%")
"""Characters no line begins with (避头)."""
NOT_LAST: Final = frozenset("（【《〈「『〔［｛“‘([{￥＄")
"""Characters no line ends with (避尾)."""

_UNITS: Final = (
    "亿元|万元|元|分|家|件|个|处|条|笔|项|园|表|行|次|期|人|公顷|万平方米|平方米|百分点|个工作日|工作日|年|月|日|版|号|页"
)
_PIECES: Final = re.compile(rf"[0-9][0-9,.]*(?:{_UNITS})|[A-Za-z0-9+\-.,/_%&@#:()]+|\s+|.", re.S)
"""A number stays with its unit: 1.93亿元 is never read as 1.93亿 and, on the next line, 元."""
_TIGHT: Final = 0.0001


@dataclass(frozen=True, slots=True)
class Line:
    """One line as it will be printed: its text, its own width, and whether the paragraph ends with it."""

    text: str
    width: float
    last: bool
    indent: float = 0.0


def clean(text: str) -> str:
    """The text on one line: line ends, tabs and invisible characters become nothing or one space."""
    joined = re.sub(r"[\r\n\t\u2028\u2029]+", " ", text)
    return re.sub(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2060\ufeff]", "", joined)


def break_lines(fonts: Fonts, text: str, style: TextStyle, width: float) -> list[Line]:
    """Break a paragraph into lines no wider than ``width``; numbers and Latin words stay whole where they fit a line."""
    key = (text, style, width)
    known = fonts.laid.get(key)
    if known is None:
        known = fonts.laid[key] = tuple(_broken(fonts, text, style, width))
    return [line for line in known if isinstance(line, Line)]


def _broken(fonts: Fonts, text: str, style: TextStyle, width: float) -> list[Line]:
    indent = style.indent * (style.size + style.tracking)
    lines: list[Line] = []
    current, used, room = "", 0.0, width - indent
    for piece in _pieces(text):
        wide = measure(fonts, piece, style)
        if used + wide > room + _TIGHT and current:
            lines.append(_line(fonts, current, style, False, indent if not lines else 0.0))
            current, used, room = "", 0.0, width
            if piece.isspace():
                continue
        for part in _fitting(fonts, piece, style, room) if wide > room else [piece]:
            if current and used + measure(fonts, part, style) > room + _TIGHT:
                lines.append(_line(fonts, current, style, False, indent if not lines else 0.0))
                current, used, room = "", 0.0, width
            current += part
            used += measure(fonts, part, style)
    lines.append(_line(fonts, current, style, True, indent if not lines else 0.0))
    return lines


def measure(fonts: Fonts, text: str, style: TextStyle) -> float:
    """The width of a text on one line in this style, tracking included."""
    return fonts.width(text, style.role, style.size, style.bold) + style.tracking * len(text)


def _line(fonts: Fonts, text: str, style: TextStyle, last: bool, indent: float) -> Line:
    text = text.rstrip()
    return Line(text, measure(fonts, text, style), last, indent)


def _pieces(text: str) -> list[str]:
    """Unbreakable pieces: what may not begin a line sticks to the piece before, what may not end one to the piece after."""
    pieces: list[str] = []
    open_end = False
    for piece in _PIECES.findall(clean(text)):
        if pieces and not pieces[-1].isspace() and (open_end or piece[0] in NOT_FIRST):
            pieces[-1] += piece
        else:
            pieces.append(piece)
        open_end = piece[-1] in NOT_LAST
    return pieces


def _fitting(fonts: Fonts, piece: str, style: TextStyle, room: float) -> list[str]:
    """A piece wider than a whole line, cut between characters: better than running off the page."""
    parts, part, used = [], "", 0.0
    for character in piece:
        wide = measure(fonts, character, style)
        if part and used + wide > room:
            parts.append(part)
            part, used = "", 0.0
        part += character
        used += wide
    return [*parts, part]


def draw_line(canvas: Any, fonts: Fonts, line: Line, x: float, y: float, width: float, style: TextStyle) -> None:
    """Print one line with its baseline at ``y`` between ``x`` and ``x + width``, aligned as the style says."""
    spare = width - line.indent - line.width
    tracking, gaps = style.tracking, max(1, len(line.text) - 1)
    if style.align == "justify" and not line.last and 0 < spare < 4 * style.size:
        tracking += spare / gaps
    elif style.align == "center":
        x += spare / 2
    elif style.align == "right":
        x += spare
    draw_text(canvas, fonts, line.text, x + line.indent, y, style, tracking)


@cache
def ink(name: str) -> HexColor:
    """A colour by its name; read once, not for every cell."""
    return HexColor(COLOURS[name])


def draw_text(canvas: Any, fonts: Fonts, text: str, x: float, y: float, style: TextStyle, tracking: float = 0.0) -> None:
    """Print a text from ``x`` on its baseline ``y``."""
    if not text:
        return
    out = canvas.beginText(x, y)
    out.setFillColor(ink(style.colour))
    if tracking:
        out.setCharSpace(tracking)
    for face, part in fonts.runs(text, style.role, style.bold):
        out.setFont(face.name, style.size)
        out.textOut(part)
    if tracking:
        out.setCharSpace(0)
    canvas.drawText(out)


def baseline(style: TextStyle) -> float:
    """How far below the top of its line a baseline lies."""
    return (style.leading - style.size) / 2 + style.size * 0.86


class TextBlock(Flowable):  # type: ignore[misc]  # reportlab ships no types
    """A paragraph on the page. Splits between lines, never leaving one line alone (孤行) on either side."""

    def __init__(self, fonts: Fonts, text: str, style: TextStyle, lines: list[Line] | None = None) -> None:
        super().__init__()
        self.fonts, self.text, self.style, self.lines = fonts, text, style, lines

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        if self.lines is None:
            self.lines = break_lines(self.fonts, self.text, self.style, width)
        self.width, self.height = width, len(self.lines) * self.style.leading
        return width, self.height

    def getSpaceBefore(self) -> float:
        return self.style.before

    def getSpaceAfter(self) -> float:
        return self.style.after

    def split(self, width: float, height: float) -> list[Flowable]:
        self.wrap(width, height)
        lines = self.lines or []
        fit = int((height + 0.01) // self.style.leading)
        if len(lines) - fit == 1 and fit > 2:
            fit -= 1
        if fit < min(2, len(lines)) or fit >= len(lines):
            return []
        return [TextBlock(self.fonts, "", self.style, part) for part in (lines[:fit], lines[fit:])]

    def draw(self) -> None:
        y = self.height - baseline(self.style)
        for line in self.lines or []:
            draw_line(self.canv, self.fonts, line, 0, y, self.width, self.style)
            y -= self.style.leading
