"""What a file's columns leave uncertain, as questions; and what a person answered, put on the table before it is parsed."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from zgc_desktop.domain import returns
from zgc_desktop.domain.errors import Refused
from zgc_desktop.domain.layouts import Column
from zgc_desktop.domain.mappings import Answers, Memory, Remembered
from zgc_desktop.domain.money import UNIT_FEN
from zgc_desktop.domain.park_layouts import EVERY_SHEET, PARK_SHEETS
from zgc_desktop.domain.questions import Question
from zgc_desktop.intake.headings import Heading, Meaning, normal, resembles
from zgc_desktop.intake.parse import unread_columns
from zgc_desktop.intake.raw import RawWorkbook, letter
from zgc_desktop.intake.table_layout import TableLayout, lay_out, park_tables, top_of
from zgc_desktop.intake.values import as_text

OWN_SHEETS: Final = frozenset({"_meta", "封面", "填报说明", "填写示例", "码表", "说明", *returns.OWN_SHEETS})
"""Sheets of the template and of a returned workbook that hold no submission."""

_LETTERS: Final = re.compile(r"[A-Za-z]{1,3}")
_CODE_LIKE: Final = re.compile(r"[0-9A-Z]{18}")
_COMMON_UNITS: Final = ("元", "千元", "万元", "亿元")
_IDENTITY: Final = ("credit_code", "name")


def tables_of(workbook: RawWorkbook) -> list[TableLayout]:
    """Every table of the workbook that may be a submission; below one about the park itself no company is looked for."""
    found: list[TableLayout] = []
    for sheet in workbook.sheets:
        if sheet.name.strip() in OWN_SHEETS:
            continue
        about_park = park_tables(sheet, anywhere=bool(workbook.encoding))
        if not about_park:
            found += lay_out(sheet)
            continue
        start = top_of(about_park[0], 0)
        companies = [t for t in lay_out(sheet) if t.header_bottom < start and t.meanings]
        found += [replace(t, end=min(t.end, start)) for t in companies]
        found += about_park
    return found


def signature(layout: TableLayout) -> str:
    """What a table's headings are remembered by: the same headings in the same order, whatever the rows."""
    text = "\x1f".join(_path(layout.headings[c]) for c in sorted(layout.headings))
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def _path(heading: Heading) -> str:
    return "·".join(heading.normal_parts)


def recall(layouts: Iterable[TableLayout], park: str, memory: Memory) -> list[TableLayout]:
    """The tables with the park's earlier answers in place; those never asked about are the same objects."""
    found = []
    for layout in layouts:
        kept = memory(park, signature(layout))
        found.append(layout if kept is None else remap(layout, kept))
    return found


def remap(layout: TableLayout, kept: Remembered) -> TableLayout:
    """The table with answered columns meaning what the answer says. An answer about a heading no longer there is idle."""
    meanings = {kind: dict(columns) for kind, columns in layout.meanings.items()}
    left_out: dict[int, str] = {}
    units: dict[int, tuple[str, str]] = {}
    for index, heading in layout.headings.items():
        path = _path(heading)
        if path in kept.units:
            units[index] = (kept.units[path], kept.how)
        if path not in kept.columns:
            continue
        for columns in meanings.values():
            columns.pop(index, None)
        if not kept.columns[path]:
            left_out[index] = f"{kept.how}：不导入"
            continue
        kind, _, key = kept.columns[path].partition(".")
        _put(meanings, kind, index, EVERY_SHEET[kind].column(key), kept.how)
    return replace(layout, meanings=meanings, told_units=units, left_out=left_out)


def _put(meanings: dict[str, dict[int, Meaning]], kind: str, index: int, column: Column, how: str) -> None:
    if kind not in meanings:
        # A tax column answered on a roster makes the sheet a tax sheet too, with the same codes and names.
        same = {} if kind in PARK_SHEETS else _identity_of(meanings)
        meanings[kind] = {c: Meaning(kind, EVERY_SHEET[kind].column(m.column.key), m.how, m.score) for c, m in same.items()}
    for other in [c for c, m in meanings[kind].items() if m.column.key == column.key]:
        del meanings[kind][other]
    meanings[kind][index] = Meaning(kind, column, how, 100)


def _identity_of(meanings: Mapping[str, Mapping[int, Meaning]]) -> dict[int, Meaning]:
    return {c: m for columns in meanings.values() for c, m in columns.items() if m.column.key in _IDENTITY}


def without_echoes(layout: TableLayout) -> TableLayout:
    """The table without near matches of a column that another sheet kind knows for certain."""
    certain = {c for columns in layout.meanings.values() for c, m in columns.items() if m.score == 100}
    meanings = {
        kind: {c: m for c, m in columns.items() if m.score == 100 or c not in certain}
        for kind, columns in layout.meanings.items()
    }
    return replace(layout, meanings=meanings) if meanings != layout.meanings else layout


def column_questions(layout: TableLayout, kinds: Sequence[str]) -> list[Question]:
    """What is uncertain about the columns of a table that answers for ``kinds``."""
    questions = []
    for kind in kinds:
        for index, meaning in sorted(layout.meanings[kind].items()):
            if meaning.score < 100:
                questions.append(_column_question(layout, index, meaning, kinds))
    filled = {(kind, m.column.key) for kind in kinds for m in layout.meanings[kind].values()}
    for index, _ in unread_columns(layout):
        alike = [m for kind in kinds if (m := resembles(layout.headings[index].normal_parts, kind))]
        if ("enterprise" in kinds or "tax" in kinds) and _holds_codes(layout, index):
            alike.append(Meaning(kinds[0], EVERY_SHEET[kinds[0]].column("credit_code"), "内容是 18 位代码", 95))
        alike = [m for m in alike if (m.sheet_key, m.column.key) not in filled]
        if alike:
            questions.append(_column_question(layout, index, max(alike, key=lambda m: m.score), kinds))
    return questions


def _holds_codes(layout: TableLayout, index: int) -> bool:
    cells = [as_text(c) for c in layout.sheet.columns[index][layout.header_bottom + 1 : layout.header_bottom + 41] if c != ""]
    return len(cells) >= 2 and sum(1 for c in cells if _CODE_LIKE.fullmatch(c)) * 5 >= len(cells) * 4


def _column_question(layout: TableLayout, index: int, likely: Meaning, kinds: Sequence[str]) -> Question:
    heading = layout.headings[index].text
    value = f"{likely.sheet_key}.{likely.column.key}"
    choices = [(value, f"{EVERY_SHEET[likely.sheet_key].title}·{likely.column.title}"), ("", "不导入")]
    taken = {(k, m.column.key) for k in kinds for c, m in layout.meanings[k].items() if m.score == 100 and c != index}
    for kind in kinds:
        for column in EVERY_SHEET[kind].columns:
            if (kind, column.key) not in taken and f"{kind}.{column.key}" != value:
                choices.append((f"{kind}.{column.key}", f"{EVERY_SHEET[kind].title}·{column.title}"))
    return Question(
        "column",
        f"列“{heading}”像是“{likely.column.title}”（{likely.how}，{likely.score} 分），是吗？",
        layout.sheet.name,
        f"{letter(index)}{layout.header_bottom + 1}",
        letter(index),
        heading,
        tuple(choices),
        value,
        likely.score,
        examples(layout, index),
        likely.how,
    )


def unit_question(layout: TableLayout, index: int, column: Column, why: str) -> Question:
    """Ask for the unit of a money column that nobody names."""
    heading = layout.headings[index].text
    return Question(
        "unit",
        f"金额列“{heading}”的单位是什么？（{why}）",
        layout.sheet.name,
        f"{letter(index)}{layout.header_bottom + 1}",
        letter(index),
        heading,
        tuple((u, u) for u in sorted(_COMMON_UNITS, key=lambda u: u != column.unit)),
        "",
        0,
        examples(layout, index),
    )


def examples(layout: TableLayout, index: int) -> tuple[str, ...]:
    """The first values of a column, three at most."""
    cells = layout.sheet.columns[index][layout.header_bottom + 1 : layout.end]
    return tuple(t for c in cells[:40] if (t := as_text(c)))[:3]


def to_remember(workbook: RawWorkbook, answers: Answers) -> dict[str, tuple[dict[str, str], dict[str, str]]]:
    """Return (columns, units) by signature of the tables the answers speak of; Refused for what the file does not have."""
    found: dict[str, tuple[dict[str, str], dict[str, str]]] = {}
    layouts = tables_of(workbook)
    for told, target in answers.columns.items():
        for layout, index in _places(layouts, told, workbook.file_name):
            columns, _ = found.setdefault(signature(layout), ({}, {}))
            columns[_path(layout.headings[index])] = _field(layout, target) if target else ""
    for told, unit in answers.units.items():
        if unit not in UNIT_FEN:
            raise Refused(f"没有叫“{unit}”的金额单位", advice=f"可用：{'、'.join(_COMMON_UNITS)}")
        for layout, index in _places(layouts, told, workbook.file_name):
            _, units = found.setdefault(signature(layout), ({}, {}))
            units[_path(layout.headings[index])] = unit
    return found


def _places(layouts: Sequence[TableLayout], told: str, file_name: str) -> list[tuple[TableLayout, int]]:
    """Where a heading stands: named in full, by its lowest line, by letter, or as ``工作表!列名``."""
    sheet_name, _, rest = told.rpartition("!")
    among = [t for t in layouts if not sheet_name or t.sheet.name == sheet_name]
    wanted = normal(rest)
    exact = [(t, c) for t in among for c, h in t.headings.items() if rest == h.text or wanted == "".join(h.normal_parts)]
    if not exact:
        exact = [(t, c) for t in among for c, h in t.headings.items() if h.normal_parts and wanted == h.normal_parts[-1]]
    if not exact and _LETTERS.fullmatch(rest):
        exact = [(t, c) for t in among for c in t.headings if letter(c) == rest.upper()]
    if not exact:
        names = "、".join(dict.fromkeys(h.text for t in among for h in t.headings.values()))
        raise Refused(f"没有叫“{told}”的列", where=file_name, advice=f"表中的列：{names}" if names else "没有认出表头")
    return exact


def _field(layout: TableLayout, target: str) -> str:
    """``enterprise.revenue_fen`` for a field given by key or title, in the sheet kind this table is."""
    kind, _, key = target.rpartition(".")
    kinds = [kind] if kind else [*layout.meanings, *(k for k in EVERY_SHEET if k not in layout.meanings)]
    for candidate in kinds:
        for column in EVERY_SHEET[candidate].columns if candidate in EVERY_SHEET else ():
            if key in (column.key, column.title, column.heading):
                return f"{candidate}.{column.key}"
    raise Refused(f"没有叫“{target}”的指标", advice="可用列名或代号，如 营业收入·本月 或 revenue_fen")


def month_and_park_questions(park: bool, month: bool, parks: Sequence[str]) -> list[Question]:
    """Ask whose file it is and of which month, where nothing in it says so."""
    questions = []
    if not park:
        questions.append(Question("park", "这是哪个分园报来的？", choices=tuple((p, p) for p in parks)))
    if not month:
        questions.append(Question("month", "这是哪个月份的报送？（如 2026-10）"))
    return questions


def merged(
    old: Remembered | None, columns: Mapping[str, str], units: Mapping[str, str]
) -> tuple[dict[str, str], dict[str, str]]:
    """Earlier answers with the new ones over them."""
    return {**(old.columns if old else {}), **columns}, {**(old.units if old else {}), **units}
