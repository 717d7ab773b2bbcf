"""The look of every printed document: page, type sizes and colours, after GB/T 9704-2012 for the body."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from reports.fonts import Role

Align: TypeAlias = Literal["left", "right", "center", "justify"]

MM: Final = 72 / 25.4

# --- page (GB/T 9704-2012, 5.2 and 7.5): type area 156 x 225 mm, top 37 mm, left 28 mm -----------------------------

PAGE_WIDTH, PAGE_HEIGHT = 210 * MM, 297 * MM
AREA_WIDTH, AREA_HEIGHT = 156 * MM, 225 * MM
TOP, LEFT = 37 * MM, 28 * MM
RIGHT, BOTTOM = PAGE_WIDTH - LEFT - AREA_WIDTH, PAGE_HEIGHT - TOP - AREA_HEIGHT
NUMBER_BELOW: Final = 7 * MM
"""The page number's distance below the type area."""

LINES, CHARACTERS = 22, 28
BODY_SIZE: Final = 16.0
"""3号."""
PITCH: Final = AREA_HEIGHT / LINES
TRACKING: Final = AREA_WIDTH / CHARACTERS - BODY_SIZE
"""28 characters of 3号 are 1.6 mm wider than the type area: each gives up a fifth of a point."""


@dataclass(frozen=True, slots=True)
class TextStyle:
    """How a paragraph is set. Lengths in points; ``indent`` in characters of its own size."""

    role: Role
    size: float
    leading: float
    bold: bool = False
    align: Align = "left"
    indent: float = 0
    before: float = 0
    after: float = 0
    tracking: float = 0
    colour: str = "ink"


BODY: Final = TextStyle("fang", BODY_SIZE, PITCH, align="justify", indent=2, tracking=TRACKING)
HEADING_1: Final = TextStyle("hei", BODY_SIZE, PITCH, bold=True, indent=2, tracking=TRACKING)
HEADING_2: Final = TextStyle("kai", BODY_SIZE, PITCH, bold=True, indent=2, tracking=TRACKING)
HEADING_3: Final = TextStyle("fang", BODY_SIZE, PITCH, bold=True, indent=2, tracking=TRACKING)
TITLE: Final = TextStyle("song", 22, 36, bold=True, align="center")
COVER_TITLE: Final = TextStyle("song", 30, 48, bold=True, align="center")
COVER_LINE: Final = TextStyle("kai", 18, 32, align="center")
PAGE_NUMBER: Final = TextStyle("song", 14, 14)
CONTENTS: Final = TextStyle("fang", 14, 26)

TABLE_TITLE: Final = TextStyle("hei", 10.5, 16, bold=True, align="center")
TABLE_UNIT: Final = TextStyle("hei", 8, 12, align="right", colour="grey")
TABLE_NOTE: Final = TextStyle("hei", 8, 12, colour="grey")
ROW_NUMBER: Final = TextStyle("hei", 5.5, 7, colour="pale")
BOX_TITLE: Final = TextStyle("hei", 12, 22, bold=True)
BOX_TEXT: Final = TextStyle("fang", 12, 20, align="justify", indent=2)

CELL_SIZE: Final = 9.0
CELL_SMALL: Final = 8.0
ROW_HEIGHT: Final = 17.0
CELL_PAD: Final = 3.0

# --- colours: black ink, grey steps and one blue family that stays ordered in a grey print ---------------------------

COLOURS: Final[dict[str, str]] = {
    "ink": "#000000",
    "grey": "#475263",
    "pale": "#808A99",
    "watermark": "#ECEEF2",
    "box": "#F3F5F8",
    "head": "#EDF0F4",
    "rule": "#1A2230",
    "hair_rule": "#C3CAD5",
    # Names used by scenes.
    "text": "#000000",
    "text2": "#1A2230",
    "text3": "#475263",
    "line": "#808A99",
    "hair": "#D5DAE2",
    "field_line": "#C3CAD5",
    "control": "#606B7B",
    "surface": "#FFFFFF",
    "sunken": "#F3F5F8",
    "error": "#8E1C16",
    "chart0": "#22386B",
    "chart1": "#3F6FB0",
    "chart2": "#2F9C95",
    "chart3": "#E0A94B",
    "chart4": "#C9D3E0",
    "heat0": "#EBF0FA",
    "heat1": "#D8E3F7",
    "heat2": "#B9CCF0",
    "heat3": "#7F9FE0",
    "heat4": "#3F66C9",
    "heat_text0": "#475263",
    "heat_text1": "#1A2230",
    "heat_text2": "#1A2230",
    "heat_text3": "#0B1220",
    "heat_text4": "#FFFFFF",
}
