"""Comparison of a resubmission with the round before: what was asked is 已改, 未改 or 改错; what is new; what nobody asked."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from zgc_desktop.domain.cell_words import cell_words
from zgc_desktop.domain.issues import Issue, Severity
from zgc_desktop.domain.layouts import Column
from zgc_desktop.domain.money import in_unit
from zgc_desktop.domain.park_layouts import ROW_NAMES
from zgc_desktop.domain.returns import ReturnItem


class Verdict(StrEnum):
    """What became of a place; the value is the word a park officer reads."""

    UNCHANGED = "未改"
    WRONG = "改错"
    MENDED = "已改"
    NEW = "新增"
    UNASKED = "未要求的改动"


ORDER: Final = tuple(Verdict)


@dataclass(frozen=True, slots=True)
class ParkSheet:
    """One sheet of a version: its rows by column key, where each stands, the titles and money units of the columns.

    ``values[key][i]`` is None where nothing was reported; money is 分, told in ``units[key]`` as the file's column wrote it.
    """

    key: str
    name: str
    row_numbers: Sequence[int]
    letters: Mapping[str, str]
    values: Mapping[str, Sequence[object]]
    titles: Mapping[str, str] = field(default_factory=dict)
    units: Mapping[str, str] = field(default_factory=dict)
    columns: Mapping[str, Column] = field(default_factory=dict)

    def text(self, index: int, key: str) -> str:
        """A value in words: amounts in the column's unit (``1,283.55 万元``), "" where nothing was reported."""
        value = self.values[key][index]
        unit = self.units.get(key, "")
        if key in self.columns:
            return cell_words(self.columns[key], value, unit)
        if unit and isinstance(value, int):
            whole, _, cents = f"{in_unit(value, unit):,f}".partition(".")
            return f"{whole}.{cents.rstrip('0'):0<2} {unit}"
        return "" if value is None else str(value)

    def code(self, index: int) -> str:
        """The credit code of a row, "" where it has none."""
        value = self.values["credit_code"][index] if "credit_code" in self.values else None
        return value if isinstance(value, str) else ""

    def name_of(self, index: int) -> str:
        """The company's name in a row; the plot, project or indicator of a sheet about the park."""
        key = ROW_NAMES.get(self.key, "name")
        value = self.values[key][index] if key in self.values else None
        return value if isinstance(value, str) else ""

    def cell(self, index: int, key: str) -> str:
        """The A1 address of a value."""
        return f"{self.letters[key]}{self.row_numbers[index]}"


@dataclass(frozen=True, slots=True)
class Compared:
    """One line: the item it answers (None = nobody asked), where, what stood there, what stands there, and the verdict."""

    verdict: Verdict
    sheet: str
    cell: str
    column: str
    company: str
    credit_code: str
    before: str
    now: str
    item: ReturnItem | None = None
    issue: Issue | None = None
    remark: str = ""
    claimed: bool = False

    @property
    def place(self) -> str:
        """``税收!H57``."""
        return f"{self.sheet}!{self.cell}" if self.cell else self.sheet


@dataclass(frozen=True, slots=True)
class Answer:
    """What the park wrote beside an item in the returned list: 园方说明 and whether it says 已改."""

    remark: str = ""
    done: bool = False


_ROW_WIDE: Final = frozenset({"R-TAX-SUM", "R-DUP", "R-TAX-ORPHAN", "R-TAX-MISSING"})
"""Checks whose mending may change any cell of the row."""


def compare(
    asked: Sequence[ReturnItem],
    before: Mapping[str, ParkSheet],
    after: Mapping[str, ParkSheet],
    issues_before: Sequence[Issue],
    issues_after: Sequence[Issue],
    answers: Mapping[int, Answer] | None = None,
) -> tuple[Compared, ...]:
    """Return a line for every item asked, every new issue, and every change nobody asked for, in this order.

    Companies are matched by credit code, then by name and row, so that a corrected code is no new company; what has no
    company is matched by its address.
    """
    pairs = {key: _pairs(before[key], after[key]) for key in before if key in after}
    found = _Found(asked, before, after, pairs, issues_after, answers or {})
    lines = [found.answered(item) for item in asked]
    lines += found.new_issues(issues_before)
    for key in sorted(before.keys() | after.keys()):
        lines += found.unasked(key)
    return tuple(lines)


def _pairs(before: ParkSheet, after: ParkSheet) -> dict[int, int]:
    """The row of ``after`` that each row of ``before`` became."""
    free = _by(range(len(after.row_numbers)), after.code)
    pairs: dict[int, int] = {}
    for index in range(len(before.row_numbers)):
        code = before.code(index)
        if code and free.get(code):
            pairs[index] = free[code].pop(0)
    taken = set(pairs.values())
    left = [i for i in range(len(after.row_numbers)) if i not in taken]
    names = _by(left, after.name_of)
    places = {after.row_numbers[i]: i for i in left}
    for index in range(len(before.row_numbers)):
        if index in pairs:
            continue
        named = names.get(before.name_of(index), []) if before.name_of(index) else []
        choice = named[0] if named else places.get(before.row_numbers[index])
        if choice is not None and choice not in taken and (named or not after.name_of(choice) or not before.name_of(index)):
            pairs[index] = choice
            taken.add(choice)
            if named:
                named.pop(0)
    return pairs


def _by(indexes: Iterable[int], name: Callable[[int], str]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for index in indexes:
        if key := name(index):
            found.setdefault(key, []).append(index)
    return found


@dataclass(slots=True)
class _Found:
    asked: Sequence[ReturnItem]
    before: Mapping[str, ParkSheet]
    after: Mapping[str, ParkSheet]
    pairs: Mapping[str, Mapping[int, int]]
    issues_after: Sequence[Issue]
    answers: Mapping[int, Answer]

    def answered(self, item: ReturnItem) -> Compared:
        """The line of one item."""
        issue, answer = item.issue, self.answers.get(item.number, Answer())
        place = self._locate(issue)
        if place is None:
            same = any((i.code, i.sheet, i.column) == (issue.code, issue.sheet, issue.column) for i in self.issues_after)
            verdict = Verdict.UNCHANGED if same else Verdict.MENDED
            return _line(verdict, item, issue.cell, issue.value, "", answer)
        key, index, column = place
        old, new = self.before[key], self.after.get(key)
        was = old.values[column][index]
        row = self.pairs.get(key, {}).get(index)
        if row is None or new is None:
            return _line(Verdict.MENDED, item, issue.cell, old.text(index, column) or issue.value, "（整行已删）", answer)
        now = new.values[column][row] if column in new.values else None
        cell = new.cell(row, column) if column in new.letters else issue.cell
        here = [i for i in self.issues_after if i.sheet == new.name and i.cell == cell]
        same_issue = next((i for i in here if i.code == issue.code), None)
        if same_issue and was == now and _as_before(issue, same_issue, was):
            verdict = Verdict.UNCHANGED
        elif same_issue or any(i.severity is Severity.ERROR for i in here):
            verdict = Verdict.WRONG
        else:
            verdict = Verdict.MENDED
        # What could not be read stands as the park wrote it; what could, as it counts.
        told = new.text(row, column) if now is not None else next((i.value for i in here if i.value), "")
        return _line(verdict, item, cell, old.text(index, column) or issue.value, told, answer)

    def _locate(self, issue: Issue) -> tuple[str, int, str] | None:
        """(sheet key, row index, column key) of an issue's cell in the version before."""
        return _place(self.before, issue)

    def new_issues(self, issues_before: Sequence[Issue]) -> list[Compared]:
        """Errors and warnings that were not there before, at places nobody asked about."""
        known = {_identity(i) for i in issues_before}
        asked = {(a.issue.credit_code or a.issue.cell, a.issue.column) for a in self.asked}
        return [
            Compared(
                Verdict.NEW, i.sheet, i.cell, i.column, i.company, i.credit_code, "", self._told(i), issue=i
            )
            for i in self.issues_after
            if i.severity is not Severity.NOTICE
            and _identity(i) not in known
            and (i.credit_code or i.cell, i.column) not in asked
        ]  # fmt: skip

    def _told(self, issue: Issue) -> str:
        place = _place(self.after, issue)
        return (self.after[place[0]].text(*place[1:]) if place else "") or issue.value

    def unasked(self, key: str) -> list[Compared]:
        """Values of one sheet that changed, rows that came and went, where no item asked for it."""
        old, new = self.before.get(key), self.after.get(key)
        if old is None or new is None:
            sheet = old or new
            assert sheet is not None
            what = ("有此表", "整表已删") if old else ("", "新增此表")
            return [Compared(Verdict.UNASKED, sheet.name, "", "", "", "", *what)]
        cells, rows = self._asked_places(key)
        pairs = self.pairs[key]
        lines = []
        shared = [k for k in old.values if k in new.values and k in new.letters]
        for index, row in pairs.items():
            if index in rows:
                continue
            for column in shared:
                was, now = old.values[column][index], new.values[column][row]
                if was != now and (index, column) not in cells:
                    lines.append(_change(new, row, column, old.text(index, column), new.text(row, column)))
        gone = [i for i in range(len(old.row_numbers)) if i not in pairs and i not in rows]
        lines += [_whole_row(old, i, "在册", "整行已删") for i in gone]
        kept = set(pairs.values())
        lines += [_whole_row(new, i, "", "新增一行") for i in range(len(new.row_numbers)) if i not in kept]
        return lines

    def _asked_places(self, key: str) -> tuple[set[tuple[int, str]], set[int]]:
        cells: set[tuple[int, str]] = set()
        rows: set[int] = set()
        for item in self.asked:
            place = self._locate(item.issue)
            if place is not None and place[0] == key:
                cells.add(place[1:])
                if item.issue.code in _ROW_WIDE or place[2] == "credit_code":
                    rows.add(place[1])
        return cells, rows


def _place(sheets: Mapping[str, ParkSheet], issue: Issue) -> tuple[str, int, str] | None:
    column, digits = issue.cell.rstrip("0123456789"), issue.cell.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    for key, sheet in sheets.items():
        if sheet.name == issue.sheet and digits.isdigit() and int(digits) in sheet.row_numbers:
            field_key = next((k for k, letter in sheet.letters.items() if letter == column), None)
            if field_key is not None and field_key in sheet.values:
                return key, list(sheet.row_numbers).index(int(digits)), field_key
    return None


def _as_before(old: Issue, new: Issue, value: object) -> bool:
    """Whether an issue on an equal value is the same one: the same text where nothing could be read, the same sum expected.

    The texts of an amount that was read may differ: on a clean template it stands in the template's unit.
    """
    if value is None:
        return old.value == new.value
    return old.code not in _ROW_WIDE or old.expected == new.expected


def _identity(issue: Issue) -> tuple[str, str, str]:
    return issue.code, issue.credit_code or issue.cell, issue.column


def _line(verdict: Verdict, item: ReturnItem, cell: str, before: str, now: str, answer: Answer) -> Compared:
    i = item.issue
    return Compared(
        verdict, i.sheet, cell, i.column, i.company, i.credit_code, before, now, item, remark=answer.remark, claimed=answer.done
    )


def _change(sheet: ParkSheet, row: int, column: str, before: str, now: str) -> Compared:
    title = sheet.titles.get(column, column)
    return Compared(
        Verdict.UNASKED, sheet.name, sheet.cell(row, column), title, sheet.name_of(row), sheet.code(row), before, now
    )


def _whole_row(sheet: ParkSheet, row: int, before: str, now: str) -> Compared:
    key = ROW_NAMES.get(sheet.key, "credit_code")
    cell = sheet.cell(row, key) if key in sheet.letters else ""
    return Compared(Verdict.UNASKED, sheet.name, cell, "", sheet.name_of(row), sheet.code(row), before, now)


def tally(lines: Iterable[Compared]) -> dict[Verdict, int]:
    """How many lines of each verdict, every verdict named."""
    counts = dict.fromkeys(ORDER, 0)
    for line in lines:
        counts[line.verdict] += 1
    return counts
