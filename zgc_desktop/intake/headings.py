"""Headings of park files: their normal form, the unit they name, and the declared column they mean."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from rapidfuzz import fuzz, process

from zgc_desktop.domain.areas import UNIT_AREA
from zgc_desktop.domain.layouts import SHEETS, Column
from zgc_desktop.domain.money import UNIT_FEN
from zgc_desktop.domain.park_layouts import EVERY_SHEET

FUZZY_FROM: Final = 90
"""Below this score a heading is not recognised: a wrong column costs more than an unread one."""

LIKE_FROM: Final = 70
"""From this score on an unread heading is asked about, where the column it looks like is not filled otherwise."""

_BRACKETS: Final = re.compile(r"[(\[【〔](.*?)[)\]】〕]")
_NOISE: Final = re.compile(r"[\W_]+")
_NOTES: Final = re.compile(
    r"^(?:必填|选填|可选|18位|\d+位|人|名|个|件|项|家|位|%|个?百分点|日期|文本|下拉|如有|yyyy.*|"
    r"[万亿]?元/(?:公顷|人|亩|㎡|m2|平方米)|公顷|市?亩|㎡|m2|平方?米|平方公里|km2|ha|自动计算)$"
)
_UNIT_WORDS: Final = {**{name: name for name in UNIT_FEN}, "人民币元": "元", "人民币万元": "万元", "rmb": "元", "圆": "元"}
_UNIT_LINE: Final = re.compile(r"(?:计量|金额|货币)?单位[:：]?(?:人民币)?((?:十|百|千|百万|千万|十万|万|亿)?元)")
_AREA_WORDS: Final = {
    **{name: name for name in UNIT_AREA}, "m2": "㎡", "平方米": "㎡", "平米": "㎡", "市亩": "亩", "ha": "公顷",
    "km2": "平方公里",
}  # fmt: skip
_AREA_LINE: Final = re.compile(r"单位[:：]?(?:.{0,12}?[,、;/])?(公顷|市?亩|m2|平方公里|km2|平方?米|ha)")
_LINE_IS_SENDER: Final = re.compile(r"填报单位|单位负责人|报送单位")


@dataclass(frozen=True, slots=True)
class Heading:
    """One source column's heading: its texts top to bottom and the units its brackets name ("" = none)."""

    parts: tuple[str, ...]
    normal_parts: tuple[str, ...]
    unit: str
    area_unit: str = ""

    @property
    def text(self) -> str:
        return "·".join(self.parts)


@dataclass(frozen=True, slots=True)
class Meaning:
    """The declared column a heading means, how that was decided and with what score (100 = certain)."""

    sheet_key: str
    column: Column
    how: str
    score: int


def _unit_of(note: str) -> str:
    text = _NOISE.sub("", note).lower().removeprefix("单位")
    return _UNIT_WORDS.get(text, "")


def normal(text: str) -> str:
    """Return a heading's normal form: half width, lower case, no spaces or punctuation, brackets of units and notes gone."""
    folded = unicodedata.normalize("NFKC", text)
    kept = _BRACKETS.sub(lambda m: "" if _unit_of(m[1]) or _NOTES.match(m[1].strip().lower()) else m[1], folded)
    return _NOISE.sub("", kept).lower()


def heading_of(parts: Sequence[str]) -> Heading:
    """Return the heading of one column from its header cells, top to bottom."""
    texts = tuple(dict.fromkeys(p.strip() for p in parts if p.strip()))
    unit = area = ""
    for text in reversed(texts):
        folded = unicodedata.normalize("NFKC", text)
        notes = [m[1] for m in _BRACKETS.finditer(folded)] + re.split(r"[,/:;]", folded)[1:]
        unit = unit or next((found for note in notes if (found := _unit_of(note))), "")
        area = area or next((found for note in notes if (found := _area_unit_of(note))), "")
    return Heading(tuple(" ".join(t.split()) for t in texts), tuple(n for t in texts if (n := normal(t))), unit, area)


def _area_unit_of(note: str) -> str:
    return _AREA_WORDS.get(_NOISE.sub("", note).lower().removeprefix("单位"), "")


def area_unit_in_line(text: str) -> str:
    """Return the unit of area a line above the table names (``单位：万元、公顷``), or ""."""
    folded = "".join(unicodedata.normalize("NFKC", text).split()).lower()
    for found in _AREA_LINE.finditer(folded):
        if not folded[: found.start()].endswith(("填报", "报送")):
            return _AREA_WORDS.get(found[1], "㎡" if found[1].endswith("米") else "")
    return ""


def unit_in_line(text: str) -> str:
    """Return the unit a line above the table names (``单位：万元``), or ""."""
    folded = "".join(unicodedata.normalize("NFKC", text).split())
    for found in _UNIT_LINE.finditer(folded):
        before = folded[: found.start()]
        if not before.endswith(("填报", "报送")):
            return found[1]
    return ""


@cache
def _names(sheet_key: str) -> dict[str, Column]:
    names: dict[str, Column] = {}
    for column in EVERY_SHEET[sheet_key].columns:
        for name in (column.title, *column.synonyms):
            names.setdefault(normal(name), column)
        names.setdefault(normal(column.heading), column)
    return names


@cache
def _candidates(normal_parts: tuple[str, ...]) -> tuple[str, ...]:
    """The texts to look up, most telling first: the whole path, the lower levels, the leaf, the top."""
    parts = normal_parts
    joined = ["".join(parts[i:]) for i in range(len(parts))]
    backward = ["".join(reversed(parts))] if len(parts) == 2 else []
    return tuple(dict.fromkeys([*joined, *backward]))


@cache
def meaning_of(normal_parts: tuple[str, ...], sheet_key: str) -> Meaning | None:
    """Return the column of a sheet kind that a heading means, or None. Only what is as good as certain is taken."""
    names = _names(sheet_key)
    candidates = _candidates(normal_parts)
    for text in candidates:
        if text in names:
            column = names[text]
            return Meaning(sheet_key, column, "列名" if text == normal(column.title) else "同义列名", 100)
    for text in candidates[:1]:
        best = process.extractOne(text, names.keys(), scorer=fuzz.ratio, score_cutoff=FUZZY_FROM) if len(text) > 4 else None
        if best is not None:
            return Meaning(sheet_key, names[best[0]], f"近似列名“{names[best[0]].title}”", int(best[1]))
    return None


@cache
def resembles(normal_parts: tuple[str, ...], sheet_key: str) -> Meaning | None:
    """Return the column a heading looks like without being as good as certain; None when it looks like nothing declared."""
    names = _names(sheet_key)
    best: tuple[str, float] | None = None
    for text in _candidates(normal_parts):
        hit = process.extractOne(text, names.keys(), scorer=fuzz.ratio, score_cutoff=LIKE_FROM) if len(text) > 2 else None
        if hit is not None and (best is None or hit[1] > best[1]):
            best = (hit[0], hit[1])
    return Meaning(sheet_key, names[best[0]], f"近似列名“{names[best[0]].title}”", int(best[1])) if best else None


def known_heading(text: str, kinds: Iterable[str] = SHEETS) -> bool:
    """Whether a cell's text is exactly a declared heading of one of these sheet kinds."""
    form = normal(text)
    return bool(form) and any(form in _names(key) for key in kinds)
