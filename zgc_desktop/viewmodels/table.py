"""A table's rows by key: sorting, filtering, facets and sums over plain tuples, made for 100,000 rows."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from html import escape
from itertools import compress
from types import NoneType
from typing import Generic, TypeVar

from zgc_desktop.domain.money import half_up
from zgc_desktop.viewmodels.columns import MISSING, SUMMABLE, Cell, Column, SortKey, printed_sum, searchable
from zgc_desktop.viewmodels.filtering import Condition, Filters, condition

R = TypeVar("R")
_BETWEEN = "\x00"
FEW = 8
"""Fewer than one row in so many are sorted by themselves; more are taken from the sorted whole."""


@dataclass(frozen=True, slots=True)
class Total:
    """A column's sum over the shown rows, and how many of them had no value."""

    value: int
    text: str
    missing: int


@dataclass(frozen=True)
class Prepared(Generic[R]):
    """Rows with what search, facets and sums need, made ahead in a worker: the first keystroke is as fast as the rest."""

    rows: tuple[R, ...]
    texts: Mapping[str, list[str]]
    haystack: list[str]
    numbers: Mapping[str, list[int | None]] = field(default_factory=dict)
    facets: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    """How many rows have each value, by column, in the order they are listed in."""


def prepare(columns: Sequence[Column[R]], rows: Iterable[R], also: Callable[[R], str] | None = None) -> Prepared[R]:
    """The rows with what filtering them needs. Pure; meant for a worker thread.

    ``also`` gives further text a row is found by that no column shows, such as the pinyin initials of a name.
    """
    given = tuple(rows)
    texts = {c.key: [c.text_of(r) for r in given] for c in columns if c.is_searched or c.facet}
    parts = [texts[c.key] for c in columns if c.is_searched]
    numbers = {c.key: _numbers(c, given) for c in columns if c.total}
    haystack = _joined([*parts, [also(r) for r in given]] if also else parts, len(given))
    return Prepared(given, texts, haystack, numbers, {c.key: ranked(texts[c.key]) for c in columns if c.facet})


def ranked(texts: Iterable[str]) -> dict[str, int]:
    """How often each text stands there, the commonest first, what is missing last."""
    counts = Counter(texts)
    return {v: counts[v] for v in sorted(counts, key=lambda v: (v == MISSING, -counts[v], searchable(v)))}


def _numbers(column: Column[R], rows: Sequence[R]) -> list[int | None]:
    """What a column adds up of each row."""
    if column.kind not in SUMMABLE:
        return [None] * len(rows)
    values = list(map(column.value, rows))
    if set(map(type, values)) <= {int, NoneType}:  # a whole column is looked at once, not each of its cells
        return values  # type: ignore[return-value]
    return [column.number_of(row) for row in rows]


def _joined(parts: Sequence[Sequence[str]], count: int) -> list[str]:
    """One joined text a row: searching it costs milliseconds where asking every column costs a second."""
    if not parts or not count:
        return [""] * count
    lines = map("\n".join, zip(*parts, strict=True))
    folded = searchable(_BETWEEN.join(lines)).split(_BETWEEN)  # one text is folded faster than 100,000
    return folded if len(folded) == count else [searchable("\n".join(t)) for t in zip(*parts, strict=True)]


class TableData(Generic[R]):
    """Rows with declared columns. The shown rows are positions into ``rows``: filtered by words and facets, then sorted."""

    def __init__(self, columns: Sequence[Column[R]], key: Callable[[R], Hashable], rows: Iterable[R] = ()) -> None:
        self.columns = tuple(columns)
        self._key = key
        self._place = {c.key: n for n, c in enumerate(self.columns)}
        self.words = ""
        self.ticked: dict[str, frozenset[str]] = {}
        self.typed: dict[str, str] = {}
        self.order: tuple[tuple[str, bool], ...] = ()
        self.set_rows(rows)

    # ---- rows -------------------------------------------------------------------------------------------------------

    def set_rows(self, rows: Iterable[R] | Prepared[R]) -> None:
        """Take new rows; words, facets and order stay as they are."""
        ready = rows if isinstance(rows, Prepared) else Prepared(tuple(rows), {}, [])
        self.rows: tuple[R, ...] = ready.rows
        self._texts: dict[str, list[str]] = dict(ready.texts)
        self._numbers: dict[str, list[int | None]] = dict(ready.numbers)
        self._sort_keys: dict[str, list[SortKey | None]] = {}
        self._facets: dict[str, Mapping[str, int]] = dict(ready.facets)
        self._totals: tuple[object, Mapping[str, Total]] = None, {}
        self._hits: tuple[str | None, list[int]] = None, []
        self._sorted: tuple[object, list[int]] = (), []
        self._folded: dict[str, list[str]] = {}
        self._haystack: list[str] | None = ready.haystack or None
        self._row_of: dict[Hashable, int] | None = None
        self._arrange()

    def __len__(self) -> int:
        return len(self.shown)

    def row(self, n: int) -> R:
        """The n-th shown row."""
        return self.rows[self.shown[n]]

    def key_at(self, n: int) -> Hashable:
        """The key of the n-th shown row."""
        return self._key(self.row(n))

    def find(self, key: Hashable) -> int | None:
        """Where a row is shown now, or None."""
        if self._row_of is None:
            self._row_of = {self._key(self.rows[at]): n for n, at in enumerate(self.shown)}
        return self._row_of.get(key)

    def column(self, key: str) -> Column[R]:
        """A column by its key."""
        return self.columns[self._place[key]]

    def cell(self, n: int, column: int) -> Cell:
        """What the n-th shown row paints in a column."""
        return self.columns[column].cell_of(self.row(n))

    # ---- sorting and filtering ---------------------------------------------------------------------------------------

    def sort_by(self, *order: tuple[str, bool]) -> None:
        """Sort by (column key, descending) pairs, the first one strongest; no pair restores the order of the rows."""
        self.order = tuple(o for o in order if o[0] in self._place)
        self._arrange()

    def search(self, words: str) -> None:
        """Show rows that contain every one of the words, half- and full-width and case alike."""
        self.words = words.strip()
        self._arrange()

    def tick(self, column: str, values: Iterable[str]) -> None:
        """Show rows whose column reads as one of the values; nothing ticked = all."""
        chosen = frozenset(values)
        if chosen:
            self.ticked[column] = chosen
        else:
            self.ticked.pop(column, None)
        self._arrange()

    def type_under(self, column: str, text: str) -> None:
        """Show rows whose column meets what is typed under its title; "" = all. What cannot be read leaves nothing out."""
        if text.strip():
            self.typed[column] = text.strip()
        else:
            self.typed.pop(column, None)
        self._arrange()

    def filters(self) -> Filters:
        """What the rows are filtered by now."""
        return Filters(self.words, dict(self.ticked), dict(self.typed))

    def filter_by(self, filters: Filters) -> None:
        """Filter by this and by nothing else; columns that are not here are left out."""
        self.words = filters.words.strip()
        self.ticked = {key: values for key, values in filters.ticked.items() if key in self._place and values}
        self.typed = {key: text for key, text in filters.typed.items() if key in self._place and text}
        self._arrange()

    def clear_filters(self) -> None:
        """Show everything again."""
        self.filter_by(Filters())

    @property
    def is_filtered(self) -> bool:
        return bool(self.words or self.ticked or self.typed)

    def facet(self, column: str) -> tuple[tuple[str, int], ...]:
        """The column's values with their counts under the other filters.

        All values stay, in the order of their counts over all rows (missing last), so that nothing jumps while one types.
        """
        texts = self._text_column(column)
        if column not in self._facets:
            self._facets[column] = ranked(texts)
        whole = self._facets[column]
        own = column in self.ticked or column in self.typed
        passing = self._passing(leave_out=column) if own else self._passed
        if len(passing) == len(self.rows):
            return tuple(whole.items())
        counts = Counter(map(texts.__getitem__, passing))
        return tuple((value, counts[value]) for value in whole)

    def without_each_filter(self) -> tuple[tuple[str, int], ...]:
        """For an empty result: each filter (column key, or "" for the words) with how many rows show without it."""
        found = [(key, len(self._passing(leave_out=key))) for key in dict.fromkeys((*self.ticked, *self.typed))]
        if self.words:
            found.append(("", len(self._passing(leave_words=True))))
        return tuple(found)

    def _passing(self, *, leave_out: str = "", leave_words: bool = False) -> list[int]:
        chosen: Sequence[int] = self._found() if self.words and not leave_words else range(len(self.rows))
        for key, values in self.ticked.items():
            if key != leave_out:
                texts = self._text_column(key)
                chosen = [n for n in chosen if texts[n] in values]
        for key, text in self.typed.items():
            passes = condition(text, self.column(key).kind) if key != leave_out else None
            if passes is not None:
                chosen = self._meeting(key, passes, chosen)
        return list(chosen)

    def _found(self) -> list[int]:
        """The rows with every word. A word that goes on is looked for in what it found so far."""
        said = searchable(self.words)
        before, hits = self._hits
        if before != said:
            hay = self._searched_text()
            chosen: Sequence[int] = hits if before is not None and said.startswith(before) else range(len(self.rows))
            for word in said.split():
                chosen = [n for n in chosen if word in hay[n]]
            self._hits = said, list(chosen)
        return self._hits[1]

    def _meeting(self, key: str, passes: Condition, chosen: Iterable[int]) -> list[int]:
        if key not in self._folded:
            self._folded[key] = [searchable(t) for t in self._text_column(key)]
        shown, value, rows = self._folded[key], self.column(key).value, self.rows
        return [n for n in chosen if passes(shown[n], value(rows[n]))]

    def _arrange(self) -> None:
        self._passed = self._passing()
        if not self.order:
            self.shown = self._passed
        elif len(self._passed) * FEW < len(self.rows):
            self.shown = self._in_order(self._passed)
        else:
            if self._sorted[0] != self.order:
                self._sorted = self.order, self._in_order(range(len(self.rows)))
            passes = bytearray(len(self.rows))
            for n in self._passed:
                passes[n] = 1
            whole = self._sorted[1]
            self.shown = list(compress(whole, map(passes.__getitem__, whole)))
        self._row_of = None

    def _in_order(self, shown: Sequence[int]) -> list[int]:
        """Rows in the order asked for, equal ones as they stand."""
        found = list(shown)
        for key, descending in reversed(self.order):
            keys = self._sort_column(key)
            known = [n for n in found if keys[n] is not None]
            known.sort(key=keys.__getitem__, reverse=descending)  # type: ignore[arg-type]  # None is set aside
            found = known + [n for n in found if keys[n] is None] if len(known) < len(found) else known
        return found

    def _text_column(self, key: str) -> list[str]:
        if key not in self._texts:
            text_of = self.column(key).text_of
            self._texts[key] = [text_of(r) for r in self.rows]
        return self._texts[key]

    def _number_column(self, column: Column[R]) -> list[int | None]:
        if column.key not in self._numbers:
            self._numbers[column.key] = _numbers(column, self.rows)
        return self._numbers[column.key]

    def _sort_column(self, key: str) -> list[SortKey | None]:
        if key not in self._sort_keys:
            sort_key = self.column(key).sort_key
            self._sort_keys[key] = [sort_key(r) for r in self.rows]
        return self._sort_keys[key]

    def _searched_text(self) -> list[str]:
        if self._haystack is None:
            self._haystack = _joined([self._text_column(c.key) for c in self.columns if c.is_searched], len(self.rows))
        return self._haystack

    def copy(self) -> TableData[R]:
        """The same rows, filters and order, apart from what is changed here afterwards."""
        twin = TableData(self.columns, self._key)
        twin.words, twin.ticked, twin.typed, twin.order = self.words, dict(self.ticked), dict(self.typed), self.order
        twin.rows, twin.shown, twin._passed = self.rows, list(self.shown), list(self._passed)
        return twin

    def shown_rows(self) -> tuple[R, ...]:
        """The shown rows in their order."""
        return tuple(self.rows[n] for n in self.shown)

    # ---- sums and copies ---------------------------------------------------------------------------------------------

    def totals(self) -> Mapping[str, Total]:
        """The sums of the columns declared with ``total`` over the shown rows; missing values are counted, not added."""
        if self._totals[0] is self._passed:  # asked for whenever the foot is painted
            return self._totals[1]
        sums: dict[str, Total] = {}
        for c in self.columns:
            if c.total:
                numbers = self._number_column(c)
                values = list(map(numbers.__getitem__, self._passed))
                missing = values.count(None)
                value = sum(filter(None, values))
                sums[c.key] = Total(value, printed_sum(value, c.kind) if missing < len(values) else MISSING, missing)
        self._totals = self._passed, sums
        return sums

    def copy_text(self, rows: Sequence[int], columns: Sequence[int], *, headers: bool = False) -> str:
        """Shown rows and columns as tab-separated text for the clipboard."""
        lines = ["\t".join(self.columns[c].header for c in columns)] if headers else []
        lines += ["\t".join(self.columns[c].copied(self.row(n)) for c in columns) for n in rows]
        return "\n".join(lines)

    def copy_html(self, rows: Sequence[int], columns: Sequence[int], *, headers: bool = False) -> str:
        """The same as an HTML table: Excel and WPS read it first and keep codes and dates as text, as declared there."""
        as_text = " style=\"mso-number-format:'\\@'\""
        body = []
        if headers:
            body.append("".join(f"<th>{escape(self.columns[c].header)}</th>" for c in columns))
        for n in rows:
            row = self.row(n)
            cells = []
            for c in columns:
                column = self.columns[c]
                plain = column.kind in ("number", "money")
                cells.append(f"<td{'' if plain else as_text}>{escape(column.copied(row))}</td>")
            body.append("".join(cells))
        return '<meta charset="utf-8"><table>' + "".join(f"<tr>{b}</tr>" for b in body) + "</table>"


@dataclass(frozen=True, slots=True)
class Change:
    """One cell to be changed: the row's key, the column, the new text."""

    key: Hashable
    column: str
    text: str


@dataclass(frozen=True, slots=True)
class Pasted:
    """A pasted or filled block, checked as a whole before anything is changed: what would be taken, and what not and why."""

    taken: tuple[Change, ...]
    refused: tuple[str, ...]
    act: str = "粘贴"
    """What the user did: pasted, filled down, or replaced."""


def pasted(data: TableData[R], text: str, row: int, columns: Sequence[int]) -> Pasted:
    """What a block copied from Excel or WPS would change, its first cell at ``row`` and the first of ``columns``."""
    taken: list[Change] = []
    refused: list[str] = []
    for down, line in enumerate(text.rstrip("\r\n").splitlines()):
        for across, value in enumerate(line.split("\t")):
            if row + down >= len(data) or across >= len(columns):
                refused.append(f"第 {row + down + 1} 行第 {across + 1} 列超出表外：{value}")
            else:
                _check_cell(data, row + down, columns[across], value.strip(), taken, refused)
    return Pasted(tuple(taken), tuple(refused))


def filled_down(data: TableData[R], rows: Sequence[int], columns: Sequence[int]) -> Pasted:
    """What filling down would change: the others of ``rows`` take what stands in the first, in each of ``columns``.

    One row alone takes what stands in the row above it, as in Excel and WPS; above the first row stands nothing.
    """
    source = rows[0] if len(rows) > 1 else rows[0] - 1
    taken: list[Change] = []
    refused: list[str] = []
    for row in [r for r in rows if r != source] if source >= 0 else []:
        for n in columns:
            column = data.columns[n]
            above = column.edit.text(data.row(source)) if column.edit is not None else column.text_of(data.row(source))
            _check_cell(data, row, n, above, taken, refused)
    return Pasted(tuple(taken), tuple(refused), "向下填充")


def replaced(data: TableData[R], rows: Sequence[int], column: int, find: str, to: str) -> Pasted:
    """What replacing words in one column would change, in those of ``rows`` that hold them; upper and lower case alike."""
    taken: list[Change] = []
    refused: list[str] = []
    edit = data.columns[column].edit
    pattern = re.compile(re.escape(find), re.IGNORECASE)
    if edit is None or not find:
        return Pasted((), (), "替换")
    for row in rows:
        old = edit.text(data.row(row))
        new = pattern.sub(lambda _: to, old).strip()
        if new != old:
            _check_cell(data, row, column, new, taken, refused)
    return Pasted(tuple(taken), tuple(refused), "替换")


def _check_cell(data: TableData[R], row: int, n: int, said: str, taken: list[Change], refused: list[str]) -> None:
    """Put one cell among what is taken or refused; what stands there already is neither."""
    column, target = data.columns[n], data.row(row)
    fault = "本列不可改" if column.edit is None else column.edit.fault(target, said)
    if column.edit is not None and said == column.edit.text(target):
        return
    if fault:
        refused.append(f"第 {row + 1} 行{column.title}“{said}”：{fault}")
    else:
        taken.append(Change(data.key_at(row), column.key, said))


@dataclass(frozen=True, slots=True)
class Filter:
    """One filter that can be taken away: a value of a column, what is typed under its title, or the words (column "")."""

    column: str
    value: str
    text: str
    typed: bool = False


def filters_in_words(columns: Sequence[Column[R]], filters: Filters) -> tuple[Filter, ...]:
    """The filters that are on, in the order of the columns, the words first."""
    found = [Filter("", filters.words, f"“{filters.words}”")] if filters.words else []
    for column in columns:
        for value in sorted(filters.ticked.get(column.key, frozenset())):
            found.append(Filter(column.key, value, f"{column.title}：{'未填' if value == MISSING else value}"))
        if text := filters.typed.get(column.key):
            found.append(Filter(column.key, text, f"{column.title} {text}", typed=True))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Summary:
    """What the status bar says of a selection of figures: 计数, 求和, 平均."""

    count: int
    total: str
    average: str

    @property
    def sentence(self) -> str:
        return f"计数 {self.count}　求和 {self.total}　平均 {self.average}"


def summarise(data: TableData[R], cells: Iterable[tuple[int, int]]) -> Summary | None:
    """Count, sum and average of the selected (row, column) figures, or None where fewer than two or kinds differ."""
    values: list[int] = []
    kinds = set()
    for n, c in cells:
        column = data.columns[c]
        value = column.number_of(data.row(n))
        if value is not None:
            values.append(value)
            kinds.add(column.kind)
    if len(values) < 2 or len(kinds) != 1:
        return None
    kind = kinds.pop()
    total = sum(values)
    mean = half_up(Fraction(total, len(values)))
    return Summary(len(values), printed_sum(total, kind), printed_sum(mean, kind))
