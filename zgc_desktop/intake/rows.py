"""Which rows below a header are companies, which are totals, and which are neither; row numbers stay the sheet's own."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Final

from zgc_desktop.domain.park_layouts import EVERY_SHEET, ROW_NAMES
from zgc_desktop.intake.headings import known_heading
from zgc_desktop.intake.raw import Cell
from zgc_desktop.intake.table_layout import COMPANY_KINDS, PARK_KINDS, TableLayout, text_of

_TOTAL: Final = re.compile(r"^(?:.{0,12}?)(合计|总计|小计|共计|总和)(?:数|行)?[:：]?$")
_PART_OF: Final = re.compile(r"^其中[:：]?")
_FOOT: Final = re.compile(
    r"^(?:单位负责人|统计负责人|填表人|制表人?|审核人?|复核人?|负责人|联系电话|报出日期|填报日期|填报人|经办人|主管领导|"
    r"注\s*\d*[:：、.]|备注[:：]|说明[:：]|填表说明|填报说明|\*|※)"
)
_INDEX: Final = frozenset("甲乙丙丁戊己庚辛壬癸")
_CODE_ROW: Final = ("代码", "栏次", "指标代码", "栏目", "行次")
_FIELD_KEYS: Final = frozenset(c.key for s in EVERY_SHEET.values() for c in s.columns)
_CODE_LIKE: Final = re.compile(r"[0-9A-Z]{15,20}")


@dataclass(frozen=True, slots=True)
class TotalRow:
    """A 合计 or 小计 row. ``since`` is the first row it adds up; a 合计 that stands before its companies adds up all."""

    row: int
    word: str
    since: int
    grand: bool


@dataclass(frozen=True, slots=True)
class Rows:
    """0-based rows of a table: companies, totals, and the others with why they were skipped."""

    companies: tuple[int, ...]
    totals: tuple[TotalRow, ...]
    skipped: tuple[tuple[int, str], ...]


def classify(layout: TableLayout) -> Rows:
    """Return what each row below the header is. A row with a credit code is always a company."""
    sheet = layout.sheet
    places = {c for kind in layout.meanings for k, c in layout.columns_of(kind).items() if k in ("credit_code", "name")}
    codes = _column_of(layout, "credit_code")
    names = _column_of(layout, "name")
    labels = sorted(places) if places else [0]
    companies: list[int] = []
    totals: list[TotalRow] = []
    skipped: list[tuple[int, str]] = []
    since = layout.header_bottom + 1
    wrong_cells = {row for row, _ in sheet.errors} | {row for row, _ in sheet.uncalculated}
    for row in range(layout.header_bottom + 1, layout.end):
        code = codes[row] if codes else ""
        # The fast path: nearly every row has an 18-character code, and nothing more needs to be known of it.
        if type(code) is str and len(code) == 18 and code.isascii() and code.isalnum():
            companies.append(row)
            continue
        cells = sheet.row(row)
        word, why = _other_row(cells, labels, code, names[row] if names else "", row - layout.header_bottom)
        if word:
            grand = word != "小计"
            totals.append(TotalRow(row, word, layout.header_bottom + 1 if grand else since, grand))
            since = row + 1 if not grand else since
        elif why and not (why == "空行" and row in wrong_cells):
            skipped.append((row, why))
        else:
            companies.append(row)
    return Rows(tuple(companies), tuple(totals), tuple(skipped))


def classify_park(layout: TableLayout, kind: str) -> Rows:
    """Return what each row below the header of a park sheet is. Indicators have no totals, and untouched ones are no rows."""
    sheet, places = layout.sheet, layout.columns_of(kind)
    names = places[ROW_NAMES[kind]]
    told = [c for key, c in places.items() if EVERY_SHEET[kind].column(key).kind == "figure"] if kind == "indicator" else []
    rows: list[int] = []
    totals: list[TotalRow] = []
    skipped: list[tuple[int, str]] = []
    since = layout.header_bottom + 1
    # The template's own formulas stand in rows nobody has filled in yet.
    computed = {c for key, c in places.items() if EVERY_SHEET[kind].column(key).computed}
    wrong_cells = {row for row, column in sheet.errors if column not in computed}
    last = max(places.values())
    for row in range(layout.header_bottom + 1, layout.end):
        cells = sheet.row(row)
        # What a park wrote beside its table is no row of it.
        inside: list[Cell] = ["" if c in computed else cells[c] for c in range(last + 1)]
        word, why = _other_row(inside, [names], "", cells[names], row - layout.header_bottom, PARK_KINDS)
        if word and kind != "indicator":
            totals.append(TotalRow(row, word, layout.header_bottom + 1 if word != "小计" else since, word != "小计"))
            since = row + 1
        elif why and not (why == "空行" and row in wrong_cells):
            skipped.append((row, why))
        elif told and row not in wrong_cells and not any(text_of(cells[c]) for c in told):
            skipped.append((row, "没有数"))
        else:
            rows.append(row)
    return Rows(tuple(rows), tuple(totals), tuple(skipped))


def _column_of(layout: TableLayout, key: str) -> list[Cell]:
    for kind in layout.meanings:
        if (index := layout.columns_of(kind).get(key)) is not None:
            return layout.sheet.columns[index]
    return []


def _other_row(
    cells: list[Cell],
    labels: list[int],
    code: Cell,
    name: Cell,
    below_header: int,
    kinds: tuple[str, ...] = COMPANY_KINDS,
) -> tuple[str, str]:
    """(total word, "") for a total row, ("", why) for a row to skip, ("", "") for a company."""
    texts = [t for c in cells if (t := text_of(c))]
    if not texts:
        return "", "空行"
    if isinstance(code, float | int) and not isinstance(code, bool) and abs(code) > 1e12:
        return "", ""
    code_text = unicodedata.normalize("NFKC", text_of(code)).upper()
    if _CODE_LIKE.search("".join(code_text.split()).replace("-", "")):
        return "", ""
    # A total's label may sit in any column up to the name, or be spaced out: 合　　计.
    lead = [("".join(unicodedata.normalize("NFKC", text_of(c)).split())) for c in cells[: labels[-1] + 1]]
    for text in lead:
        if (found := _TOTAL.match(text)) and not (code_text and text != code_text and len(code_text) > 8):
            return found[1], ""
    first = "".join(unicodedata.normalize("NFKC", texts[0]).split())
    if _FOOT.match(first) and len(texts) <= max(8, len(cells) // 2):
        return "", "表尾"
    if any(_PART_OF.match(text) for text in lead):
        return "", "其中行"
    if below_header <= 3 and (_is_index_row(texts) or (first in _CODE_ROW and max(map(len, texts)) <= 4)):
        return "", "栏次行"
    if all(text in _FIELD_KEYS for text in texts):
        return "", "列代号行"
    if sum(known_heading(text, kinds) for text in texts) * 2 > len(texts) and len(texts) > 2:
        return "", "重复的表头"
    if len(texts) == 1 and not code_text and not text_of(name):
        return "", "说明行" if not _is_number(texts[0]) else "只有序号的行"
    return "", ""


def _is_index_row(texts: list[str]) -> bool:
    """甲 乙 丙 1 2 3 …, or 1 2 3 4 … under every column."""
    marks = [t for t in texts if t in _INDEX or t == "—"]
    numbers = [int(t) for t in texts if t.isdecimal() and len(t) <= 3]
    in_order = numbers == list(range(numbers[0], numbers[0] + len(numbers))) if numbers else True
    return len(marks) + len(numbers) == len(texts) and in_order and (bool(marks) or len(numbers) > 3)


def _is_number(text: str) -> bool:
    return text.replace(".", "", 1).isdecimal()
