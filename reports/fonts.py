"""The letters of every printed document: roles 宋 仿宋 楷 黑, the files that serve them, and who covers which character."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import groupby
from pathlib import Path
from typing import Any, Final, Literal, TypeAlias

from reportlab.pdfbase import pdfmetrics, ttfonts
from reportlab.pdfbase.ttfonts import TTFError, TTFont

from zgc_desktop.domain.errors import EnvironmentProblem, Refused

Role: TypeAlias = Literal["song", "fang", "kai", "hei"]
"""宋 (page numbers), 仿宋 (body), 楷 (second headings, names), 黑 (first headings, tables)."""

_SERIF, _SERIF_BOLD = "NotoSerifSC-Regular.ttf", "NotoSerifSC-Bold.ttf"
_SANS, _SANS_BOLD = "NotoSansSC-Regular.ttf", "NotoSansSC-Bold.ttf"

BUNDLED: Final[Mapping[tuple[Role, bool], tuple[str, ...]]] = {
    ("song", False): (_SERIF, _SANS),
    ("song", True): (_SERIF_BOLD, _SANS_BOLD, _SERIF),
    ("fang", False): (_SERIF, _SANS),
    ("fang", True): (_SERIF_BOLD, _SANS_BOLD, _SERIF),
    ("kai", False): (_SERIF, _SANS),
    ("kai", True): (_SERIF_BOLD, _SANS_BOLD, _SERIF),
    ("hei", False): (_SANS, _SERIF),
    ("hei", True): (_SANS_BOLD, _SERIF_BOLD, _SANS),
}
"""Files by role and weight, first choice first; the rest fill in characters the first lacks."""


@dataclass(frozen=True, slots=True)
class Face:
    """One registered font file: the name reportlab knows it by, its family, its glyphs and their widths (1/1000 em)."""

    name: str
    family: str
    glyphs: Mapping[int, int]
    widths: Mapping[int, float]
    default_width: float

    def covers(self, character: str) -> bool:
        """Whether the file draws this character itself (a glyph number 0 is the empty box)."""
        return bool(self.glyphs.get(ord(character)))

    def width(self, character: str) -> float:
        """The character's width in thousandths of the size."""
        return self.widths.get(ord(character), self.default_width)


@dataclass(slots=True)
class Fonts:
    """The fonts of one document: loads a file when a role first needs it, and remembers which were used."""

    folder: Path
    chosen: Mapping[tuple[Role, bool], Path] = field(default_factory=dict)
    """Files that come before the bundled ones: the system's own 公文 fonts, where the office wants them."""
    extra: tuple[Path, ...] = ()
    """Files asked last, for characters none of the others has."""
    used: set[str] = field(default_factory=set)
    laid: dict[object, tuple[object, ...]] = field(default_factory=dict)
    """Paragraphs already broken into lines: names of parks and steps stand in many cells."""
    _faces: dict[tuple[str, Role, bool], Face] = field(default_factory=dict)
    _widths: dict[tuple[str, Role, bool], float] = field(default_factory=dict)

    def face(self, character: str, role: Role, bold: bool = False) -> Face:
        """The first face of the role's chain that covers the character.

        Refused where no font has it: an empty box in a signed paper would be a different name.
        """
        key = (character, role, bold)
        known = self._faces.get(key)
        if known is None:
            known = self._faces[key] = self._find(character, role, bold)
            self.used.add(known.name)
        return known

    def _find(self, character: str, role: Role, bold: bool) -> Face:
        first = self.chosen.get((role, bold))
        bundled = (self.folder / file for file in BUNDLED[role, bold])
        for path in (*([first] if first else []), *bundled, *self.extra):
            face = load_face(path)
            if character.isspace() or face.covers(character):
                return face
        raise Refused(
            f"文字中有排不出的字“{character}”（U+{ord(character):04X}）",
            why="可用的字体都没有这个字",
            advice="录入时混入的符号请在企业台账中更正；确为名称用字的，请把公文字体改为系统字体后再排",
        )

    def runs(self, text: str, role: Role, bold: bool = False) -> Iterator[tuple[Face, str]]:
        """The text in stretches of one face each."""
        for face, characters in groupby(text, lambda c: self.face(c, role, bold)):
            yield face, "".join(characters)

    def width(self, text: str, role: Role, size: float, bold: bool = False) -> float:
        """How wide the text prints on one line, in points."""
        key = (text, role, bold)
        known = self._widths.get(key)
        if known is None:
            known = self._widths[key] = sum(self.face(c, role, bold).width(c) for c in text)
        return known * size / 1000

    def report(self) -> str:
        """The fonts used so far, by family and weight, as 编制信息 prints them."""
        return "、".join(sorted(load.family for load in _registered.values() if load.name in self.used))


_registered: dict[Path, Face] = {}


@lru_cache(maxsize=64)
def load_face(path: Path) -> Face:
    """Register a font file once per process. EnvironmentProblem where it is missing or no TrueType font."""
    taken = {face.name for face in _registered.values()}
    name = path.stem
    while name in taken:
        name += "x"
    try:
        font = TTFont(name, str(path))
    except (TTFError, OSError) as error:
        raise EnvironmentProblem(
            f"字体文件 {path.name} 缺失、损坏或不能嵌入，无法排版",
            where=str(path.parent),
            advice="请重新安装程序，或把随附的 fonts 文件夹恢复完整",
        ) from error
    pdfmetrics.registerFont(font)
    known: Any = font.face
    family = f"{_text(known.familyName)} {_text(known.styleName)}".strip()
    face = Face(name, family, known.charToGlyph, known.charWidths, known.defaultWidth)
    _registered[path] = face
    return face


def _text(name: object) -> str:
    return name.decode("latin-1") if isinstance(name, bytes) else str(name)


def _unicode_map(fontname: str, subset: list[int]) -> str:
    """reportlab writes characters beyond U+FFFF as five hex digits, which readers take for another one; this is UTF-16."""
    text = str(_original_map(fontname, subset))
    for place, code in enumerate(subset):
        if code > 0xFFFF:
            utf16 = chr(code).encode("utf-16-be").hex().upper()
            text = text.replace(f"<{place:02X}> <{code:04X}>", f"<{place:02X}> <{utf16}>")
    return text


_original_map = ttfonts.makeToUnicodeCMap
if getattr(_original_map, "__module__", "") == ttfonts.__name__:
    ttfonts.makeToUnicodeCMap = _unicode_map
