"""What the mapping dialog (列映射) shows: every column with what it fills and why, what is asked, and the answers given."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from zgc_desktop.domain.mappings import Answers, MappingQuestions
from zgc_desktop.domain.park_layouts import EVERY_SHEET
from zgc_desktop.domain.periods import Month
from zgc_desktop.domain.questions import Question
from zgc_desktop.domain.submissions import ColumnMatch
from zgc_desktop.viewmodels.columns import Mark

LEFT_OUT: Final = "不导入"
_IDENTITY: Final = ("credit_code", "name")

Choice = tuple[str, str]
"""(value of the answer, label)."""


@dataclass(frozen=True, slots=True)
class MappingRow:
    """One source column: where it stands, what its first values are, what it fills, by what and how surely.

    ``choices`` are the fields it may fill, empty where nothing can be chosen (codes and names found by their headings);
    ``chosen`` is the value that stands, "" = not imported. ``units`` are to choose from where nobody says the unit.
    """

    key: str
    sheet: str
    letter: str
    heading: str
    examples: str
    field: str
    how: str
    score: int | None
    asked: bool
    choices: tuple[Choice, ...] = ()
    chosen: str = ""
    units: tuple[str, ...] = ()
    unit: str = ""
    uncertain: bool = False
    """Which field it fills is asked, not only its unit."""

    @property
    def place(self) -> str:
        """``H 本月入库税收``."""
        return f"{self.letter} {self.heading}"


def mapping_rows(asked: MappingQuestions) -> tuple[MappingRow, ...]:
    """The columns of a file, those that a person must look at first, each in the file's order."""
    columns = {(q.sheet, q.letter): q for q in asked.questions if q.kind == "column"}
    units = {(q.sheet, q.letter): q for q in asked.questions if q.kind == "unit"}
    rows = [_row(c, columns.get((c.sheet, c.letter)), units.get((c.sheet, c.letter)), asked.kinds) for c in asked.columns]
    return tuple(sorted(rows, key=lambda r: not r.asked))


def _row(
    match: ColumnMatch, column: Question | None, unit: Question | None, kinds: Mapping[str, tuple[str, ...]]
) -> MappingRow:
    of_sheet = kinds.get(match.sheet, ())
    # An empty sheet was read as nothing; what its headings mean is known all the same.
    kind = next((k for k in of_sheet or EVERY_SHEET if any(c.key == match.field for c in EVERY_SHEET[k].columns)), "")
    chosen = f"{kind}.{match.field}" if kind else ""
    known = column is None and match.field in _IDENTITY
    source = column or unit
    return MappingRow(
        key=f"{match.sheet}!{match.letter if '!' in match.heading else match.heading}",
        sheet=match.sheet,
        letter=match.letter,
        heading=match.heading,
        examples="、".join(source.examples) if source else match.example,
        field=_title(chosen),
        how=column.how if column else match.how.split("；")[0],
        score=column.score if column else match.score if match.field else None,
        asked=source is not None,
        choices=column.choices if column else () if known else _fields(of_sheet, chosen),
        chosen=column.suggestion if column else chosen,
        units=tuple(value for value, _ in unit.choices) if unit else (),
        unit=match.unit,
        uncertain=column is not None,
    )


def _fields(kinds: Iterable[str], chosen: str) -> tuple[Choice, ...]:
    """What a column may be told to fill: as it stands first, then nothing, then every field of the sheet's kinds."""
    every = [(f"{k}.{c.key}", _label(k, c.title)) for k in kinds for c in EVERY_SHEET[k].columns if c.key not in _IDENTITY]
    first = [c for c in every if c[0] == chosen]
    return (*first, ("", LEFT_OUT), *(c for c in every if c[0] != chosen)) if every else ()


def _label(kind: str, title: str) -> str:
    return f"{EVERY_SHEET[kind].title}·{title}"


def _title(value: str) -> str:
    kind, _, key = value.partition(".")
    return EVERY_SHEET[kind].column(key).title if key else LEFT_OUT


def state(row: MappingRow) -> tuple[Mark, str]:
    """(mark, word) of a column: to be confirmed, recognised, or not imported."""
    if row.asked:
        return "warn", "需确认"
    return ("none", "未导入") if row.field == LEFT_OUT else ("pass", "已认出")


def of_whom(asked: MappingQuestions) -> tuple[Question | None, Question | None]:
    """The questions whose file it is and of which month, None where the file says so."""
    of_kind = {q.kind: q for q in asked.questions}
    return of_kind.get("park"), of_kind.get("month")


def count_sentence(rows: Iterable[MappingRow]) -> str:
    """``共 24 列：需确认 2 列，已认出 20 列，未导入 2 列``."""
    listed = tuple(rows)
    open_ones = sum(1 for r in listed if r.asked)
    left = sum(1 for r in listed if not r.asked and r.field == LEFT_OUT)
    parts = (("需确认", open_ones), ("已认出", len(listed) - open_ones - left), ("未导入", left))
    return f"共 {len(listed)} 列：" + "，".join(f"{word} {n} 列" for word, n in parts if n)


def lacking(
    asked: MappingQuestions,
    rows: Iterable[MappingRow],
    park: str,
    month: str,
    fields: Mapping[str, str],
    units: Mapping[str, str],
) -> str:
    """What is still to be said before the answers can be kept, or ""."""
    park_asked, month_asked = of_whom(asked)
    if park_asked and not park:
        return "还缺：分园"
    if month_asked and not month:
        return "还缺：月份"
    if month:
        try:
            Month.parse(month)
        except ValueError:
            return "月份写作 2026-10"
    without = [r.letter for r in rows if r.units and not units.get(r.key) and fields.get(r.key, r.chosen)]
    return f"还缺：{'、'.join(without)} 列的单位" if without else _twice(rows, fields)


def _twice(rows: Iterable[MappingRow], fields: Mapping[str, str]) -> str:
    """Two columns of one sheet cannot fill the same field."""
    taken: dict[tuple[str, str], str] = {}
    for row in rows:
        value = fields.get(row.key, row.chosen)
        other = taken.setdefault((row.sheet, value), row.letter) if value else row.letter
        if other != row.letter:
            return f"{other} 列与 {row.letter} 列都对应“{_title(value)}”，只能留一列"
    return ""


def answers(rows: Iterable[MappingRow], park: str, month: str, fields: Mapping[str, str], units: Mapping[str, str]) -> Answers:
    """What a person said: every column asked about, and those given another field than they had."""
    listed = tuple(rows)
    told = {r.key: fields.get(r.key, r.chosen) for r in listed if r.choices}
    columns = {r.key: told[r.key] for r in listed if r.choices and (r.uncertain or told[r.key] != r.chosen)}
    given = {r.key: units[r.key] for r in listed if r.units and units.get(r.key)}
    return Answers(park, month, columns, given)
