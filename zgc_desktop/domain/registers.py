"""Registers (登记簿): what the plans ask the office to keep on record, each kind declared as data with its clause.

A kind says what an entry is about (企业, 组团, 分园, 地块, 项目, 示范区), which fields it has and where it is reported. One
entry is dated, has a source, and is taken back with a reason, never deleted.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Final

from zgc_desktop.domain.errors import Refused
from zgc_desktop.domain.rulebook import Citation, RuleFileError
from zgc_desktop.domain.strict_table import StrictTable

COMPANY, CLUSTER, PARK, PLOT, PROJECT, WHOLE = "企业", "组团", "分园", "地块", "项目", "示范区"
SUBJECTS: Final = (COMPANY, CLUSTER, PARK, PLOT, PROJECT, WHOLE)
TEXT, NUMBER, MONEY, DAY, CHOICE = "文字", "数值", "万元", "日期", "选项"
FIELD_KINDS: Final = (TEXT, NUMBER, MONEY, DAY, CHOICE)


@dataclass(frozen=True, slots=True)
class RegisterField:
    """One field of an entry. Numbers and 万元 are kept as exact decimal text."""

    key: str
    title: str
    kind: str
    required: bool
    unit: str = ""
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RegisterKind:
    """One register: its name, what it is about, its fields, the plan's words it serves, and the report's section."""

    key: str
    title: str
    about: str
    subject: str
    fields: tuple[RegisterField, ...]
    section: str
    seed_rows: tuple[int, ...]
    citation: Citation
    instead: str = ""
    """Where such things are recorded now; empty = here. What was recorded here before stays and is listed."""

    def field(self, key: str) -> RegisterField | None:
        """The field of a key or title, None where there is none."""
        return next((f for f in self.fields if key in (f.key, f.title)), None)


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: about whom, from and until when it holds (None = open), its values as text, and where it is from."""

    kind: str
    subject: str
    from_day: date
    to_day: date | None
    values: tuple[tuple[str, str], ...]
    source: str
    person: str = ""
    recorded_at: str = ""
    id: int = 0

    def value(self, key: str) -> str:
        """The text of a field; '' where it was left out."""
        return dict(self.values).get(key, "")

    def holds(self, day: date) -> bool:
        """Whether the entry is in force on a day."""
        return self.from_day <= day and (self.to_day is None or day <= self.to_day)


def read_kinds(data: object, file: str) -> tuple[RegisterKind, ...]:
    """Read the declared registers; RuleFileError for anything unknown, doubled or without citation."""
    table = StrictTable(file, "", data)
    kinds = tuple(_kind(entry) for entry in table.tables("register"))
    table.done()
    keys = [k.key for k in kinds]
    for key in keys:
        if keys.count(key) > 1:
            raise RuleFileError(file, key, "登记簿重复", "每个 key 只能用一次")
    return kinds


def _kind(table: StrictTable) -> RegisterKind:
    rows = table.texts("seed_rows", required=False)
    if not all(r.isdigit() for r in rows):
        raise table.refuse("seed_rows", "应为机制编号的列表", '如 ["28", "30"]')
    found = RegisterKind(
        table.text("key"),
        table.text("title"),
        table.text("about"),
        table.choice("subject", SUBJECTS),
        tuple(_field(entry) for entry in table.tables("field")),
        table.text("section", ""),
        tuple(int(r) for r in rows),
        table.citation("citation"),
        table.text("instead", ""),
    )
    table.done()
    titles = [f.title for f in found.fields] + [f.key for f in found.fields]
    if len(set(titles)) != len(titles):
        raise table.refuse("field", "字段名称或 key 重复")
    return found


def _field(table: StrictTable) -> RegisterField:
    kind = table.choice("kind", FIELD_KINDS)
    choices = table.texts("choices")
    if (kind == CHOICE) != bool(choices):
        raise table.refuse("choices", "选项字段须列出选项，其他字段不能有")
    found = RegisterField(
        table.text("key"), table.text("title"), kind, table.flag("required", False), table.text("unit", ""), choices
    )
    table.done()
    return found


def kind_named(kinds: Iterable[RegisterKind], name: str) -> RegisterKind:
    """The register of a key or title; Refused where there is none."""
    known = tuple(kinds)
    for kind in known:
        if name in (kind.key, kind.title):
            return kind
    raise Refused(f"没有叫“{name}”的登记簿", advice=f"可用：{'、'.join(k.title for k in known)}")


def read_values(kind: RegisterKind, given: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """The values of an entry by field key, each checked and in one form; Refused with the field's title and what to do."""
    found: dict[str, str] = {}
    for name, text in given.items():
        field = kind.field(name)
        if field is None:
            raise Refused(f"没有“{name}”这个字段", where=kind.title, advice=f"可用：{'、'.join(f.title for f in kind.fields)}")
        if field.key in found:
            raise Refused(f"“{field.title}”填了两次", where=kind.title)
        if text.strip():
            found[field.key] = _read(kind, field, text.strip())
    for field in kind.fields:
        if field.required and field.key not in found:
            raise Refused(f"“{field.title}”必填", where=kind.title)
    return tuple((f.key, found[f.key]) for f in kind.fields if f.key in found)


def _read(kind: RegisterKind, field: RegisterField, text: str) -> str:
    where = f"{kind.title} {field.title}"
    if field.kind == CHOICE and text not in field.choices:
        raise Refused(f"“{text}”不在选项内", where=where, advice=f"可用：{'、'.join(field.choices)}")
    if field.kind == DAY:
        try:
            return date.fromisoformat(text).isoformat()
        except ValueError:
            raise Refused(f"“{text}”不是日期", where=where, advice="请写成 2026-10-08 的样式") from None
    if field.kind in (NUMBER, MONEY):
        try:
            number = Decimal(text.replace(",", ""))
        except InvalidOperation:
            raise Refused(f"“{text}”不是数字", where=where, advice=f"单位为{field.unit or field.kind}，只填数字") from None
        if not number.is_finite():
            raise Refused(f"“{text}”不是数字", where=where)
        if field.unit == "%" and not 0 <= number <= 100:
            raise Refused(f"{text}% 不在 0 至 100% 之间", where=where)
        return f"{number:f}"
    return text


def check_entry(kind: RegisterKind, entry: Entry) -> None:
    """Refused unless the entry has a source, a subject where the register asks one, and days in order."""
    where = f"{kind.title} {entry.subject}".strip()
    if not entry.source.strip():
        raise Refused("没有写明来源", where=where, advice="请注明文件、报送表或承办人")
    if kind.subject != WHOLE and not entry.subject.strip():
        raise Refused(f"没有写明是哪个{kind.subject}", where=kind.title)
    if entry.to_day and entry.to_day < entry.from_day:
        raise Refused(f"截止日 {entry.to_day} 早于起始日 {entry.from_day}", where=where)


def in_force(entries: Sequence[Entry], day: date) -> tuple[Entry, ...]:
    """The entries that hold on a day, by subject and then by age."""
    return tuple(sorted((e for e in entries if e.holds(day)), key=lambda e: (e.subject, e.from_day, e.id)))
