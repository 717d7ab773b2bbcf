"""Declared columns: one declaration says how a value is titled, printed, aligned, sorted, filtered, summed and copied."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Final, Generic, Literal, TypeAlias, TypeVar

from zgc_desktop.domain.money import in_unit, wan, yuan
from zgc_desktop.domain.periods import Month

R = TypeVar("R")
Kind: TypeAlias = Literal["text", "link", "number", "money", "ratio", "badge", "mark", "date", "code", "bar"]
Align: TypeAlias = Literal["left", "right", "center"]
Mark: TypeAlias = Literal["", "error", "warn", "info", "pass", "none", "tag"]
"""One of the five shapes, "tag" for a neutral fact without a shape, "" for nothing."""
SortKey: TypeAlias = int | float | str | bytes | Fraction | Decimal | date | tuple[int | str, ...]

MISSING: Final = "—"
FIGURES: Final[frozenset[str]] = frozenset({"number", "money", "ratio", "code", "date", "bar"})
"""Kinds that are never shortened: too narrow shows ###."""
RIGHT: Final[frozenset[str]] = frozenset({"number", "money", "ratio"})
UNSEARCHED: Final[frozenset[str]] = frozenset({"number", "money", "ratio", "bar"})
SUMMABLE: Final[frozenset[str]] = frozenset({"number", "money"})


@dataclass(frozen=True, slots=True)
class Cell:
    """One painted cell: its text and how it looks, colours by token name. ``share`` (0 to 1) is the length of a bar."""

    text: str = ""
    kind: Kind = "text"
    mark: Mark = ""
    tone: str = "text"
    bold: bool = False
    ground: str = ""
    share: float = 0.0
    tip: str = ""


@dataclass(frozen=True)
class Edit(Generic[R]):
    """How a cell is changed in place: the text it starts with, the choices where there are some, and what is refused."""

    text: Callable[[R], str]
    fault: Callable[[R, str], str]
    """Why a text is not taken for a row; "" where it is."""
    choices: tuple[str, ...] = ()


@dataclass(frozen=True)  # no slots: a generic class with slots cannot be called with its type, Column[Firm](...)
class Column(Generic[R]):
    """One column over rows of type R. ``value`` reads the raw value, None = missing (shown as —, never as zero).

    money: whole 分, shown in 万元, the tooltip in 元. ratio: Fraction or Decimal, shown in percent. badge, mark: ``value``
    is the word, ``mark`` its shape. code: text that must stay text when copied. ``unit`` goes into the header once.
    """

    key: str
    title: str
    value: Callable[[R], object]
    kind: Kind = "text"
    width: int = 0
    """Pixels; 0 = takes what is left."""
    least: int = field(default=120, kw_only=True)
    """The fewest pixels of a column that takes what is left."""
    unit: str = ""
    mark: Callable[[R], Mark] | None = None
    show: Callable[[R], str] | None = None
    """The text, where it is not the plain form of the value."""
    tip: Callable[[R], str] | None = None
    sort: Callable[[R], SortKey | None] | None = None
    cell: Callable[[R], Cell] | None = None
    """The whole cell, where a declaration is not enough (grids)."""
    tone: str = "text"
    bold: bool = False
    searched: bool | None = None
    """Whether the search looks here; by default everywhere but in amounts and shares."""
    facet: bool = False
    total: bool = False
    hidden: bool = False
    """Starts hidden; the column chooser shows it."""
    align_as: Align | None = field(default=None, kw_only=True)
    edit: Edit[R] | None = field(default=None, kw_only=True)
    """Where the cell can be changed in place."""

    @property
    def align(self) -> Align:
        """Figures right, everything else left, unless declared otherwise."""
        return self.align_as or ("right" if self.kind in RIGHT else "left")

    @property
    def is_searched(self) -> bool:
        """Whether the search looks into this column."""
        return self.kind not in UNSEARCHED if self.searched is None else self.searched

    @property
    def header(self) -> str:
        """Title with its unit once: 本月税收（万元）."""
        return f"{self.title}（{self.unit}）" if self.unit else self.title

    def text_of(self, row: R) -> str:
        """The value as it is read on the screen."""
        if self.show is not None:
            return self.show(row)
        if self.cell is not None:
            return self.cell(row).text
        return printed(self.value(row), self.kind)

    def cell_of(self, row: R) -> Cell:
        """The cell as it is to be painted."""
        if self.cell is not None:
            return self.cell(row)
        value, text = self.value(row), self.text_of(row)
        mark = self.mark(row) if self.mark is not None else ""
        tip = self.tip(row) if self.tip is not None else ""
        tone, share = self.tone, 0.0
        if value is None:
            tone, mark = "text3", "" if self.kind in ("badge", "mark") and not mark else mark
        elif self.kind in ("number", "money", "ratio") and isinstance(value, int | Fraction | Decimal) and value < 0:
            tone = "error"
        elif self.kind == "mark" and mark not in ("", "tag"):
            tone = mark
        if self.kind == "money" and isinstance(value, int) and not tip:
            tip = f"{yuan(value)} 元"
        if self.kind == "bar" and isinstance(value, int | float | Fraction | Decimal):
            share = min(1.0, max(0.0, float(value)))
        return Cell(text, self.kind, mark, tone, self.bold, share=share, tip=tip or text)

    def copied(self, row: R) -> str:
        """The value as it goes to the clipboard: amounts exact and without commas, missing values empty."""
        value = self.value(row)
        if value is None:
            return ""
        if self.kind == "money" and isinstance(value, int):
            return exact_wan(value)
        if self.kind == "number" and isinstance(value, int | Decimal):
            return str(value)
        return " ".join(self.text_of(row).split())

    def sort_key(self, row: R) -> SortKey | None:
        """What the column sorts by; None sorts last both ways."""
        if self.sort is not None:
            return self.sort(row)
        return natural_key(self.value(row))

    def number_of(self, row: R) -> int | None:
        """The value where it can be summed, else None."""
        value = self.value(row)
        return value if self.kind in SUMMABLE and isinstance(value, int) and not isinstance(value, bool) else None


def printed(value: object, kind: Kind) -> str:
    """The plain form of a value of this kind; — for None."""
    if value is None:
        return MISSING
    if kind == "money" and isinstance(value, int):
        return wan(value)
    if kind == "number" and isinstance(value, int | Decimal):
        return f"{value:,}"
    if kind in ("ratio", "bar") and isinstance(value, int | float | Fraction | Decimal):
        return percent(Fraction(value))
    if isinstance(value, date):
        return value.isoformat()
    return str(value)


def percent(value: Fraction, digits: int = 1) -> str:
    """A share in percent, 4.8 %: halves away from zero, a space before the sign."""
    scale = 10**digits
    tenths = abs(value) * 100 * scale
    whole = int(tenths + Fraction(1, 2))
    sign = "-" if value < 0 and whole else ""
    return f"{sign}{whole // scale:,}{'.' + str(whole % scale).zfill(digits) if digits else ''} %"


def exact_wan(fen: int) -> str:
    """An amount in 万元 with every digit it has, at least two decimals, no commas."""
    text = f"{in_unit(fen, '万元'):.6f}"
    return text.rstrip("0").ljust(text.index(".") + 3, "0")


def printed_sum(value: int, kind: Kind) -> str:
    """A sum over a column of this kind."""
    return wan(value) if kind == "money" else f"{value:,}"


def natural_key(value: object) -> SortKey | None:
    """A sort key for any plain value. Chinese text sorts as GB 18030 does: common characters by pinyin, as in Excel."""
    if value is None or value == "":
        return None
    if isinstance(value, str):
        return value.encode("gb18030", "replace")
    if isinstance(value, Month):
        return value.number
    if isinstance(value, int | float | Fraction | Decimal | date | bytes):
        return value
    return str(value).encode("gb18030", "replace")


def searchable(text: str) -> str:
    """The form text is searched in: half-width, lower case, so that （集团） finds (集团) and ａ finds A."""
    return unicodedata.normalize("NFKC", text).casefold()
