"""One sheet's XML edited in place: single cells change their look or get a text, everything between them is copied as it is."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from reports.ooxml import CannotPatch, Why, attributes, plain, prefix_of, text

MAX_COLUMNS: Final = 16_384
_BEFORE_FILTER: Final = ("sheetData", "sheetCalcPr", "sheetProtection", "protectedRanges", "scenarios")
_AFTER_LEGACY: Final = (
    "legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls", "webPublishItems", "tableParts", "extLst",
)  # fmt: skip

Format = Callable[[int], int]
"""From the format a cell has to the one it gets."""


def letters(column: int) -> str:
    """The letters of a column counted from 1."""
    name = ""
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name


def column_number(name: str) -> int:
    """The number from 1 of column letters."""
    number = 0
    for char in name:
        number = number * 26 + ord(char) - 64
    return number


def split_address(address: str) -> tuple[int, int] | None:
    """(row, column) from 1 of an A1 address; None when it is none a sheet has."""
    found = re.fullmatch(r"([A-Z]{1,3})([1-9][0-9]{0,6})", address)
    if not found or column_number(found[1]) > MAX_COLUMNS or int(found[2]) > 1_048_576:
        return None
    return int(found[2]), column_number(found[1])


@dataclass(frozen=True, slots=True)
class CellEdit:
    """What happens to one cell: another look, and a text in place of its content (None leaves the content; "" empties it)."""

    look: Format
    content: str | None = None
    number: bool = False
    """The content is a number and is written as one."""
    result: bool = False
    """The number is the result of the cell's formula where it has one: the formula stays."""


@dataclass(slots=True)
class _Row:
    """A row: from the start of its tag to the start of the next row's."""

    number: int
    start: int
    open_end: int
    end: int
    empty: bool


class SheetXml:
    """One worksheet part in three pieces: what stands before the rows, the rows, and what stands behind them."""

    def __init__(self, data: bytes) -> None:
        # One sign is looked for a dozen times as fast as two, and nearly every sheet has none.
        if data[:2] in (b"\xff\xfe", b"\xfe\xff") or (b"!" in data and b"<!" in data):
            raise CannotPatch(Why.MARKUP)
        first = data[:4096].decode("utf-8", "replace")
        declared = re.match(r"""[\s\ufeff]*<\?xml[^>]*encoding=["']([^"']+)""", first)
        if declared and declared[1].lower() not in ("utf-8", "utf8", "us-ascii"):
            raise CannotPatch(Why.MARKUP)
        self.p = prefix_of(first).encode()
        p = re.escape(self.p)
        self._cell = re.compile(rb"<" + p + rb"c(?=[\s/>])([^>]*?)(?:/>|>(.*?)</" + p + rb"c>)", re.S)
        opening = re.search(rb"<" + p + rb"sheetData(\s[^>]*?)?(/?)>", data)
        if not opening:
            raise CannotPatch(Why.BROKEN)
        pair = b"<%bsheetData>" % self.p, b"</%bsheetData>" % self.p
        if opening[2]:  # a sheet without rows: the empty element becomes a pair that rows can be put into
            self.head, body, self.tail = data[: opening.start()] + pair[0], b"", pair[1] + data[opening.end() :]
        else:
            end = data.rfind(pair[1])
            if end < opening.end():
                raise CannotPatch(Why.BROKEN)
            self.head, body, self.tail = data[: opening.end()], data[opening.end() : end], data[end:]
        self._hold(body)

    def _hold(self, body: bytes) -> None:
        self._body, self.rows = body, list(self._scan(body))

    @property
    def data(self) -> bytes:
        """The whole part."""
        return b"".join((self.head, self._body, self.tail))

    # --- where things are ---------------------------------------------------------------------------------------------

    def _scan(self, data: bytes) -> Iterator[_Row]:
        tag = re.compile(rb"<" + re.escape(self.p) + rb"row(?=[\s/>])(?: r=\"(\d+)\")?[^>]*(>|\Z)")
        number_of = re.compile(rb"""\sr=["'](\d+)["']""").search
        last = start = open_end = 0
        empty = False
        for m in tag.finditer(data):
            if not m[2]:
                raise CannotPatch(Why.BROKEN)
            if last:
                yield _Row(last, start, open_end, m.start(), empty)
            said = m[1] or ((found := number_of(m[0])) and found[1])
            number = int(said) if said else last + 1
            if number <= last:
                raise CannotPatch(Why.MARKUP)
            last, start, open_end = number, m.start(), m.end()
            empty = data[open_end - 2] == 47
        if last:
            yield _Row(last, start, open_end, len(data), empty)

    @property
    def last_row(self) -> int:
        """The number of the last row there is."""
        return self.rows[-1].number if self.rows else 0

    def last_column(self) -> int:
        """The number of the last column that holds anything; formatted empty cells beyond it do not count."""
        widest, data, close = 0, self._body, b"</" + self.p + b"c>"
        opening, place = b"<" + self.p + b"c ", re.compile(rb"""\sr=["']([A-Z]{1,3})\d+["']""")
        known: set[bytes] = set()
        for row in self.rows:
            # Most rows end in the column the ones before did.
            at = data.rfind(b' r="', row.open_end, row.end) + 4
            name = data[at : at + 3].rstrip(b'0123456789"') if at > 3 else b""
            if name in known:
                continue
            # From the right: the last closed cell is the last one with content, as a rule.
            at = data.rfind(close, row.open_end, row.end)
            while at >= 0:
                start = data.rfind(opening, row.open_end, at)
                piece = data[start:at] if start >= 0 else b""
                said = place.search(piece, 0, piece.find(b">") + 1)
                if not said:
                    widest = max(widest, self._widest_cell(row))
                    break
                if _holds(piece):
                    widest = max(widest, column_number(said[1].decode()))
                    if said[1] == name:
                        known.add(name)
                    break
                at = data.rfind(close, row.open_end, start)
        return widest

    def _widest_cell(self, row: _Row) -> int:
        return max((column for column, m in self._cells(row) if m[2] and _holds(m[2])), default=0)

    def _cells(self, row: _Row) -> Iterator[tuple[int, re.Match[bytes]]]:
        last = 0
        for m in self._cell.finditer(self._body, row.open_end, row.end):
            said = re.search(rb"""\sr=["']([A-Z]{1,3})\d+["']""", m[1])
            column = column_number(said[1].decode()) if said else last + 1
            if column <= last:
                raise CannotPatch(Why.MARKUP)
            last = column
            yield column, m

    def merges(self) -> list[tuple[int, int, int, int]]:
        """Merged ranges as (first row, first column, last row, last column)."""
        pattern = rb"<" + re.escape(self.p) + rb"mergeCell\s[^>]*?ref=[\"']([A-Z]+)(\d+):([A-Z]+)(\d+)"
        return [
            (int(m[2]), column_number(m[1].decode()), int(m[4]), column_number(m[3].decode()))
            for m in re.finditer(pattern, self.tail)
        ]

    def has(self, element: str) -> bool:
        """Whether such an element stands before or behind the rows."""
        tag = re.compile(rb"<" + re.escape(self.p) + element.encode() + rb"[\s/>]")
        return bool(tag.search(self.tail) or tag.search(self.head))

    # --- changes ------------------------------------------------------------------------------------------------------

    def edit(self, cells: Mapping[int, Mapping[int, CellEdit]]) -> None:
        """Carry out the edits of ``cells`` (row to column to edit); rows and cells that do not exist are made, in order.

        All edits of a sheet are made in one go: afterwards the places of its rows are no longer known.
        """
        data, at, index = self._body, 0, 0
        pieces: list[bytes] = []
        wanted, columns = sorted(cells), self._column_formats()
        for row in self.rows:
            while index < len(wanted) and wanted[index] < row.number:
                pieces += [data[at : row.start], self._new_row(wanted[index], cells[wanted[index]], columns)]
                at, index = row.start, index + 1
            if index == len(wanted):
                break
            if wanted[index] == row.number:
                pieces += [data[at : row.start], self._edited_row(row, cells[row.number], columns)]
                at, index = row.end, index + 1
        pieces.append(data[at:])
        pieces += [self._new_row(n, cells[n], columns) for n in wanted[index:]]
        self._body, self.rows = b"".join(pieces), []

    def _new_row(self, number: int, edits: Mapping[int, CellEdit], columns: Mapping[int, int]) -> bytes:
        inside = b"".join(self._made(number, c, edits[c], columns.get(c, 0), b"") for c in sorted(edits))
        return b'<%brow r="%d">%b</%brow>' % (self.p, number, inside, self.p)

    def _edited_row(self, row: _Row, edits: Mapping[int, CellEdit], columns: Mapping[int, int]) -> bytes:
        opening = self._body[row.start : row.open_end]
        a = attributes(opening.decode())
        own = int(a["s"]) if a.get("customFormat") in ("1", "true") and a.get("s", "").isdigit() else None

        def base(column: int) -> int:
            return own if own is not None else columns.get(column, 0)

        # The hint how far the row reaches would be wrong with one more column; without it every program counts itself.
        opening = re.sub(rb"""\sspans=("[^"]*"|'[^']*')""", b"", opening)
        if row.empty:
            opening = opening[:-2].rstrip() + b">"
        pieces, at, left = [opening], row.open_end, sorted(edits)
        for column, m in self._cells(row) if not row.empty else ():
            while left and left[0] < column:
                new = left.pop(0)
                pieces += [self._body[at : m.start()], self._made(row.number, new, edits[new], base(new), b"")]
                at = m.start()
            if left and left[0] == column:
                left.pop(0)
                pieces += [self._body[at : m.start()], self._changed(row.number, column, edits[column], m)]
                at = m.end()
        close = b"</" + self.p + b"row>"
        # An empty element had no end tag of its own; else what follows the row (a line break) stays behind it.
        end = self._body.rfind(close, row.open_end, row.end) if not row.empty else at
        if end < 0:
            raise CannotPatch(Why.BROKEN)
        pieces.append(self._body[at:end])
        pieces += [self._made(row.number, c, edits[c], base(c), b"") for c in left]
        return b"".join([*pieces, close, self._body[end + (0 if row.empty else len(close)) : row.end]])

    def _changed(self, row: int, column: int, edit: CellEdit, m: re.Match[bytes]) -> bytes:
        said = re.search(rb"""\ss=["'](\d+)["']""", m[1])
        old = int(said[1]) if said else 0
        rest = re.sub(rb"""\s(s|r)=("[^"]*"|'[^']*')""", b"", m[1]).rstrip()
        if edit.number and m[2] is not None and self._has_formula(m[2]):
            if not edit.result:
                raise CannotPatch(Why.FORMULA)
            return self._with_result(row, column, edit, old, rest, m[2])
        if edit.content is not None:
            rest = re.sub(rb"""\s(t|cm|vm)=("[^"]*"|'[^']*')""", b"", rest)
            return self._made(row, column, edit, old, rest)
        place = f'{letters(column)}{row}" s="{edit.look(old)}'.encode()
        head = b'<%bc r="%b"%b' % (self.p, place, rest)
        return head + b"/>" if m[2] is None else b"%b>%b</%bc>" % (head, m[2], self.p)

    def _has_formula(self, inner: bytes) -> bool:
        return re.search(rb"<" + re.escape(self.p) + rb"f[\s/>]", inner) is not None

    def _with_result(self, row: int, column: int, edit: CellEdit, old: int, rest: bytes, inner: bytes) -> bytes:
        """A formula's cell with another result; the formula itself is copied as it is."""
        p = re.escape(self.p)
        formula = re.search(rb"<" + p + rb"f(?=[\s/>])(?:[^>]*?/>|.*?</" + p + rb"f>)", inner, re.S)
        if formula is None:
            raise CannotPatch(Why.MARKUP)
        rest = re.sub(rb"""\st=("[^"]*"|'[^']*')""", b"", rest)
        place = f'{letters(column)}{row}" s="{edit.look(old)}'.encode()
        said = (edit.content or "").encode()
        return b'<%bc r="%b"%b>%b<%bv>%b</%bv></%bc>' % (
            self.p, place, rest, formula[0], self.p, said, self.p, self.p,
        )  # fmt: skip

    def _made(self, row: int, column: int, edit: CellEdit, old: int, rest: bytes) -> bytes:
        place = f'{letters(column)}{row}" s="{edit.look(old)}'.encode()
        if not edit.content:
            return b'<%bc r="%b"%b/>' % (self.p, place, rest)
        if edit.number:
            return b'<%bc r="%b"%b><%bv>%b</%bv></%bc>' % (self.p, place, rest, self.p, edit.content.encode(), self.p, self.p)
        body = b'<%bis><%bt xml:space="preserve">%b</%bt></%bis>' % (
            self.p, self.p, text(edit.content).encode(), self.p, self.p,
        )  # fmt: skip
        return b'<%bc r="%b" t="inlineStr"%b>%b</%bc>' % (self.p, place, rest, body, self.p)

    def _column_formats(self) -> dict[int, int]:
        """The format of each column that has one (columns far out to the right of everything are left aside)."""
        found: dict[int, int] = {}
        for tag in re.findall(rb"<" + re.escape(self.p) + rb"col\s[^>]*>", self.head):
            a = attributes(tag.decode())
            if a.get("style", "").isdigit():
                for column in range(int(a.get("min", 1)), min(int(a.get("max", 1)), 1000) + 1):
                    found[column] = int(a["style"])
        return found

    def reformat(self, formats: Mapping[int, int]) -> None:
        """Give every cell that has one of the formats the other named for it."""
        if not formats:
            return
        names = b"|".join(str(n).encode() for n in sorted(formats))
        pattern = re.compile(rb"(<" + re.escape(self.p) + rb"c\s[^>]*?\bs=[\"'])(" + names + rb")(?=[\"'])")
        self._hold(pattern.sub(lambda m: m[1] + str(formats[int(m[2])]).encode(), self._body))

    def unselect(self) -> None:
        """Take the sheet's tab out of the selection: two selected tabs would be edited together."""
        self.head = unselected(self.head)

    def declare_size(self, column: int, row: int) -> None:
        """Set the declared dimension, where there is one, so that it takes in everything."""
        tag = re.compile(rb"""(<""" + re.escape(self.p) + rb"""dimension\s[^>]*?ref=)("[^"]*"|'[^']*')""")
        self.head = tag.sub(b'\\1"A1:%b"' % f"{letters(column)}{row}".encode(), self.head, count=1)

    def widen(self, column: int, width: int) -> None:
        """Give a column a width unless the sheet says something about it already."""
        head, p = self.head, self.p
        new = b'<%bcol min="%d" max="%d" width="%d" customWidth="1"/>' % (p, column, column, width)
        tags = [(attributes(m[0].decode()), m) for m in re.finditer(rb"<" + re.escape(p) + rb"col\s[^>]*>", head)]
        if any(int(a.get("min", 1)) <= column <= int(a.get("max", 1)) for a, _ in tags):
            return
        at = next((m.start() for a, m in tags if int(a.get("min", 1)) > column), head.rfind(b"</" + p + b"cols>"))
        if at < 0:
            at, new = head.rfind(b"<" + p + b"sheetData"), b"<%bcols>%b</%bcols>" % (p, new, p)
        self.head = head[:at] + new + head[at:]

    def add_filter(self, reference: str) -> bool:
        """Switch on a filter over ``reference`` unless the sheet has one (or a table, which has its own); returns whether."""
        if self.has("autoFilter") or self.has("tableParts") or self.has("customSheetViews"):
            return False
        p, names = re.escape(self.p), b"|".join(e.encode() for e in _BEFORE_FILTER)
        pattern = rb"</" + p + rb"(?:" + names + rb")>|<" + p + rb"(?:" + names + rb")(?:\s[^>]*)?/>"
        at = [m.end() for m in re.finditer(pattern, self.tail)][-1]
        new = b'<%bautoFilter ref="%b"/>' % (self.p, reference.encode())
        self.tail = self.tail[:at] + new + self.tail[at:]
        return True

    def add_legacy_drawing(self, relation: str, namespace: str) -> None:
        """Point at the drawing that holds the comments' frames."""
        new = b'<%blegacyDrawing xmlns:r="%b" r:id="%b"/>' % (self.p, namespace.encode(), relation.encode())
        names = b"|".join(e.encode() for e in _AFTER_LEGACY)
        found = re.search(rb"<" + re.escape(self.p) + rb"(?:" + names + rb")[\s/>]", self.tail)
        at = found.start() if found else self.tail.rfind(b"</" + self.p + b"worksheet>")
        if at < 0:
            raise CannotPatch(Why.BROKEN)
        self.tail = self.tail[:at] + new + self.tail[at:]

    def legacy_drawing(self) -> str:
        """The relationship id of the drawing that holds the comments' frames, or ""."""
        tag = re.search(rb"<" + re.escape(self.p) + rb"legacyDrawing\s[^>]*>", self.tail)
        return next((v for k, v in attributes(tag[0].decode()).items() if k.endswith(":id")), "") if tag else ""

    def filled_rows(self, column: int) -> list[int]:
        """The numbers of the rows that hold something in a column."""
        pattern = rb"<" + re.escape(self.p) + rb"c\s[^>]*?\br=[\"']" + letters(column).encode() + rb"(\d+)[\"'][^>]*>(?=<)"
        found = re.finditer(pattern, self._body)
        return [int(m[1]) for m in found if self._body[m.end() - 2] != 47]

    def text_cells_of(self, row: _Row) -> dict[int, tuple[str, str]]:
        """Content of one row by column: ("s", index of a shared text) or ("text", the text itself) or ("", raw value)."""
        found: dict[int, tuple[str, str]] = {}
        for column, m in self._cells(row) if not row.empty else ():
            kind = re.search(rb"""\st=["'](\w+)["']""", m[1])
            inner = m[2] or b""
            value = re.search(rb"<" + re.escape(self.p) + rb"v[^>]*>(.*?)</", inner, re.S)
            if kind and kind[1] == b"inlineStr":
                parts = re.findall(rb"<" + re.escape(self.p) + rb"t(?:\s[^>]*)?>(.*?)</", inner, re.S)
                found[column] = ("text", plain(b"".join(parts).decode()))
            elif value:
                found[column] = ("s" if kind and kind[1] == b"s" else "", value[1].decode())
        return found


def unselected(xml: bytes) -> bytes:
    """A sheet's XML with its tab not selected."""
    return re.sub(rb"""(<[^>]*sheetView\s[^>]*?)\s?\btabSelected=("[^"]*"|'[^']*')""", rb"\1", xml)


def _holds(piece: bytes) -> bool:
    return b"v>" in piece or b"is>" in piece or b"f>" in piece or b"<v " in piece or b"<f " in piece
