"""The annotated return workbook (退回件): a patch of the park's own bytes, everything that is not marked left as it is."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Final

from reports.ooxml import CannotPatch, Package, SheetPart, Why, attribute, attributes, plain, prefix_of
from reports.ooxml_comments import add_comments
from reports.ooxml_sheet import MAX_COLUMNS, CellEdit, Format, SheetXml, column_number, letters, split_address, unselected
from reports.ooxml_styles import Styles
from reports.return_xlsx_sheets import FILLS, LINES, Writer
from reports.sheets import HEAD, REQUIRED
from zgc_desktop.domain.issues import Issue, Severity
from zgc_desktop.domain.returns import (
    COMPARED_SHEET,
    HOW_SHEET,
    ITEM_COLUMN,
    KEPT_SHEET,
    LIST_SHEET,
    OWN_SHEETS,
    SIGNED,
    ReturnItem,
    ReturnNotice,
)

MAX_COMMENTS: Final = 300
"""Comments on one sheet; beyond them cells are coloured and listed only."""

_RANK: Final = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.NOTICE: 2}
_SHEET_TYPE: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"
_PEEK: Final = 16_384


def marked_workbook(
    data: bytes,
    notice: ReturnNotice,
    contents: Mapping[tuple[str, str], str] | None = None,
    twins: Sequence[ReturnItem] = (),
) -> bytes:
    """Return the park's file with the notice's items marked in it and the list sheets added; nothing else changes.

    Every part that is not a marked sheet, its comments, the styles, the workbook's own lists of sheets or a sheet that was
    selected keeps its bytes. ``contents`` puts texts into (sheet, cell); ``twins`` are second places of items, marked there
    but listed once. CannotPatch says why it is not possible.
    """
    try:
        return _marked(Package(data), notice, contents or {}, twins)
    except (ValueError, LookupError) as error:
        # Markup that is damaged shows itself in many ways; the clean template is always there to fall back on.
        raise CannotPatch(Why.MARKUP) from error


def _marked(
    package: Package, notice: ReturnNotice, contents: Mapping[tuple[str, str], str], twins: Sequence[ReturnItem]
) -> bytes:
    listed = package.sheets()
    if len({s.name for s in listed}) != len(listed) or len({s.part for s in listed}) != len(listed):
        raise CannotPatch(Why.BROKEN)
    names = frozenset(s.name for s in listed) - frozenset(OWN_SHEETS)
    again = any(s.name == LIST_SHEET for s in listed)
    styles = Styles(package)
    earlier = styles.earlier_marks(tuple(FILLS.values())) if again else {}
    todo = _by_sheet((*notice.items, *twins))
    for sheet in listed:
        if sheet.name in OWN_SHEETS:
            continue
        items = todo.get(sheet.name, [])
        put = {cell: words for (name, cell), words in contents.items() if name == sheet.name}
        if items or put or again:
            header, headings = notice.header_rows.get(sheet.name, 0), notice.headings.get(sheet.name, {})
            _Marking(package, sheet, styles, items, put, header, headings, earlier, again).carry_out()
        else:
            _unselect(package, sheet.part)
    writer = Writer(notice, styles, package.main_namespace, package.relation_namespace, names)
    _add_sheets(package, listed, writer)
    styles.save()
    return package.save()


def _by_sheet(items: Sequence[ReturnItem]) -> dict[str, list[ReturnItem]]:
    found: dict[str, list[ReturnItem]] = {}
    for item in items:
        if item.issue.cell and split_address(item.issue.cell):
            found.setdefault(item.issue.sheet, []).append(item)
    return found


def _unselect(package: Package, part: str) -> None:
    data = package.bytes_of(part)
    head = data[:_PEEK]
    if b"tabSelected" in head and (changed := unselected(head)) != head:
        package.write(part, changed + data[_PEEK:])


@dataclass(slots=True)
class _Marking:
    """The marks of one sheet."""

    package: Package
    sheet: SheetPart
    styles: Styles
    items: Sequence[ReturnItem]
    contents: Mapping[str, str]
    header_row: int
    headings: Mapping[str, str]
    earlier: Mapping[int, int]
    again: bool
    edits: dict[int, dict[int, CellEdit]] = field(default_factory=dict)

    def carry_out(self) -> None:
        """Patch the sheet's XML, its comments and frames."""
        xml = SheetXml(self.package.bytes_of(self.sheet.part))
        if not xml.head.lstrip().startswith(b"<") or b"worksheet" not in xml.head[:4096]:
            raise CannotPatch(Why.BROKEN)
        if self.again and self.earlier:
            xml.reformat(self.earlier)
        xml.unselect()
        self._mark_cells()
        if self.items:
            self._number_rows(xml)
        elif self.again:
            self._clear_column(xml, *self._old_column(xml))
        xml.edit(self.edits)
        comments = self._comments()
        if comments or self.again:
            add_comments(self.package, self.sheet.part, xml, comments, SIGNED)
        self.package.write(self.sheet.part, xml.data)

    def _mark_cells(self) -> None:
        worst: dict[tuple[int, int], Severity] = {}
        for item in self.items:
            place = split_address(item.issue.cell)
            assert place is not None
            severity = item.issue.severity
            worst[place] = min(worst.get(place, severity), severity, key=_RANK.__getitem__)
        texts = {place: words for cell, words in self.contents.items() if (place := split_address(cell))}
        for place in worst.keys() | texts.keys():
            found = worst.get(place)
            look = self._marked(found) if found else _same
            self.edits.setdefault(place[0], {})[place[1]] = CellEdit(look, texts.get(place))

    def _marked(self, severity: Severity) -> Format:
        return lambda base: self.styles.marked(base, FILLS[severity], LINES[severity])

    def _number_rows(self, xml: SheetXml) -> None:
        """The one added column: heading, the numbers of each row's items, a filter over it."""
        rows: dict[int, list[int]] = {}
        for item in self.items:
            place = split_address(item.issue.cell)
            assert place is not None
            rows.setdefault(place[0], []).append(item.number)
        old_header, old = self._old_column(xml)
        header = self.header_row or old_header or max(min(rows) - 1, 1)
        column = old or self._free_column(xml, header)
        if not column:
            return
        last = max(xml.last_row, *rows)
        self._clear_column(xml, old_header, old)
        number_look = self.styles.look(bold=True, colour=REQUIRED)
        for row, numbers in rows.items():
            words = " ".join(f"№{n}" for n in sorted(numbers))
            self.edits.setdefault(row, {})[column] = CellEdit(lambda _: number_look, words)
        titles = self._heading_row(xml, header)
        if titles not in rows:
            head_look = self.styles.look(bold=True, fill=HEAD, frame=True, centre=True)
            self.edits.setdefault(titles, {})[column] = CellEdit(lambda _: head_look, ITEM_COLUMN)
        xml.declare_size(column, last)
        xml.widen(column, 14)
        xml.add_filter(f"A{header}:{letters(column)}{max(last, header)}")

    def _heading_row(self, xml: SheetXml, header: int) -> int:
        """The lowest row above the companies that holds headings of known columns, else the row above the companies.

        Between the two there may be a row of codes or of numbers (甲 乙 丙) and a 合计, which are no headings.
        """
        rows = {r.number: xml.text_cells_of(r) for r in xml.rows if r.number <= header} if self.headings else {}
        shared = self._shared({value for cells in rows.values() for kind, value in cells.values() if kind == "s"})
        known = {column_number(letter): re.sub(r"\s", "", text) for letter, text in self.headings.items()}
        found = 0
        for number, cells in rows.items():
            words = {c: re.sub(r"\s", "", shared.get(v, "") if kind == "s" else v) for c, (kind, v) in cells.items()}
            hits = sum(1 for c, word in words.items() if len(word) > 1 and word in known.get(c, ""))
            found = number if hits >= min(2, len(known)) else found
        return found or header

    def _shared(self, wanted: set[str]) -> dict[str, str]:
        """Some of the workbook's shared texts, by index."""
        part = self.package.related("sharedStrings")
        numbers = {int(n) for n in wanted if n.isdigit()}
        if not part or not numbers:
            return {}
        items = re.finditer(rb"<(\w+:)?si(?:\s[^>]*)?(?:/>|>(.*?)</\1?si>)", self.package.bytes_of(part), re.S)
        found = {}
        for n, m in enumerate(islice(items, max(numbers) + 1)):
            if n in numbers:
                parts = re.findall(rb"<(?:\w+:)?t(?:\s[^>]*)?>(.*?)</", m[2] or b"", re.S)
                found[str(n)] = plain(b"".join(parts).decode())
        return found

    def _free_column(self, xml: SheetXml, header: int) -> int:
        """The first column after everything used that no merged heading reaches over; 0 when the sheet is full."""
        column = xml.last_column() + 1
        spans = sorted((left, right) for top, left, bottom, right in xml.merges() if bottom >= header)
        for left, right in spans:
            if left <= column <= right:
                column = right + 1
        return column if column <= MAX_COLUMNS else 0

    def _old_column(self, xml: SheetXml) -> tuple[int, int]:
        """(heading row, column) an earlier round added; zeros when there is none."""
        if not self.again:
            return 0, 0
        rows = {r.number: xml.text_cells_of(r) for r in xml.rows[:60]}
        shared = self._shared({value for cells in rows.values() for kind, value in cells.values() if kind == "s"})
        for row, cells in rows.items():
            for column, (kind, value) in cells.items():
                if (shared.get(value) if kind == "s" else value) == ITEM_COLUMN:
                    return row, column
        return 0, 0

    def _clear_column(self, xml: SheetXml, header: int, column: int) -> None:
        """Empty an earlier round's numbers below its heading."""
        for row in xml.filled_rows(column) if column else ():
            if row != header:
                self.edits.setdefault(row, {}).setdefault(column, CellEdit(_same, ""))

    def _comments(self) -> dict[str, str]:
        """The words of the first cells, by address: every item of a cell in one comment."""
        found: dict[str, str] = {}
        for item in self.items:
            cell = item.issue.cell
            if cell in found:
                found[cell] += "\n" + _words(item)
            elif len(found) < MAX_COMMENTS:
                found[cell] = _words(item)
        return found


def _same(base: int) -> int:
    return base


def _words(item: ReturnItem) -> str:
    """``№12 错误：…　应为：…　[R-TAX-SUM]``."""
    i: Issue = item.issue
    expected = f"　应为：{i.expected}" if i.expected else ""
    return f"№{item.number} {i.severity.word}：{i.message}{expected}　[{i.code}]"


# --- the sheets we add ------------------------------------------------------------------------------------------------


def _add_sheets(package: Package, listed: Sequence[SheetPart], writer: Writer) -> None:
    """Write our sheets (over those of an earlier round) and put them before and behind the park's own."""
    there = {s.name: s for s in listed}
    made = {LIST_SHEET: writer.list_sheet(), HOW_SHEET: writer.how_sheet()}
    if writer.notice.kept or KEPT_SHEET in there:
        made[KEPT_SHEET] = writer.kept_sheet()
    if writer.notice.compared or COMPARED_SHEET in there:
        made[COMPARED_SHEET] = writer.compared_sheet()
    xml = package.read(package.workbook)
    p = prefix_of(xml)
    ids = [int(attributes(s.tag).get("sheetId", "0")) for s in listed]
    tags: dict[str, str] = {}
    for name, content in made.items():
        if name in there:
            package.write(there[name].part, content)
            tags[name] = re.sub(r"\sstate=(\"[^\"]*\"|'[^']*')", "", there[name].tag)
            continue
        part = package.fresh("xl/worksheets/sheet{}.xml")
        package.write(part, content)
        package.declare(part, _SHEET_TYPE)
        link = package.relate(package.workbook, "worksheet", part)
        ids.append(max(ids) + 1)
        space = f'xmlns:r="{package.relation_namespace}"'
        tags[name] = f'<{p}sheet {space} name="{attribute(name)}" sheetId="{ids[-1]}" r:id="{link}"/>'
    own = [s for s in listed if s.name not in made]
    order = [LIST_SHEET, HOW_SHEET, *(s.name for s in own), *(n for n in (KEPT_SHEET, COMPARED_SHEET) if n in made)]
    tags |= {s.name: s.tag for s in own}
    xml = package.read(package.workbook)
    sheets = re.search(rf"(<{p}sheets(?:\s[^>]*)?>).*?(</{p}sheets>)", xml, re.S)
    if not sheets:
        raise CannotPatch(Why.BROKEN)
    xml = xml[: sheets.end(1)] + "".join(_closed(tags[name], p) for name in order) + xml[sheets.start(2) :]
    xml = _reindexed(xml, p, [s.name for s in listed], order, frozenset(made))
    package.write(package.workbook, re.sub(rf"<{p}workbookView\s[^>]*>", _first_tab, xml))


def _closed(tag: str, p: str) -> str:
    return tag if tag.endswith("/>") else f"{tag}</{p}sheet>"


def _first_tab(m: re.Match[str]) -> str:
    tag = re.sub(r"""\s(activeTab|firstSheet)=("[^"]*"|'[^']*')""", "", m[0])
    return re.sub(r"\s*(/?>)$", r' firstSheet="0" activeTab="0"\1', tag)


def _reindexed(xml: str, p: str, before: Sequence[str], after: Sequence[str], ours: frozenset[str]) -> str:
    """Names that belong to one sheet (print areas and titles) point at its new index; those of our old sheets go."""

    def moved(m: re.Match[str]) -> str:
        said = re.search(r"\slocalSheetId=[\"'](\d+)[\"']", m[1])
        if not said:
            return m[0]
        if int(said[1]) >= len(before):
            raise CannotPatch(Why.BROKEN)
        name = before[int(said[1])]
        if name in ours:
            return ""
        return m[0].replace(said[0], f' localSheetId="{after.index(name)}"', 1)

    pattern = rf"(<{p}definedName\s[^>]*?)(?:/>|>.*?</{p}definedName>)"
    xml = re.sub(pattern, moved, xml, flags=re.S)
    return re.sub(rf"<{p}definedNames>\s*</{p}definedNames>", "", xml)
