"""The self-check stamp (自检章): with which rule set a park checked its file, what came of it, and what the file held then."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import Enum
from typing import Final

from zgc_desktop.domain.issues import Issue, Severity

COVER_NAME: Final = "自检章"
"""The name of the stamp's line on the cover; what stands in that line is no content."""
COVER_SHEET, META_SHEET = "封面", "_meta"
_PREFIX: Final = "self_check_"
_LISTED: Final = "表"
"""Heading of the cover's own sums: formulas, which every program calculates for itself."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """One stamp: version of the rule set, hash of the result, hash of the content, the counts, when, with which program."""

    rules: str
    result: str
    content: str
    errors: int
    warnings: int
    notices: int
    checked_at: str
    program: str

    def marks(self) -> dict[str, str]:
        """The stamp as names and values of the workbook's hidden sheet."""
        return {_PREFIX + name: str(getattr(self, name)) for name in _NAMES}

    @property
    def sentence(self) -> str:
        """The stamp as the cover shows it."""
        found = f"错误 {self.errors}，警告 {self.warnings}，提示 {self.notices}"
        return f"规则 {self.rules}　{self.checked_at[:16].replace('T', ' ')}　{found}　结果 {self.result[:16]}"


_NAMES: Final = tuple(Stamp.__dataclass_fields__)
_COUNTS: Final = ("errors", "warnings", "notices")


class StampState(Enum):
    """What the city sees of a park's self-check."""

    NONE = "未自检"
    SAME = "自检一致"
    FAULTS = "自检有错误"
    EDITED = "自检后改动过"
    OTHER_RULES = "自检规则不同"
    DIFFERS = "自检结果不同"

    @property
    def why(self) -> str:
        """What the state means, in one sentence."""
        return {
            "NONE": "文件里没有自检章",
            "SAME": "内容自检后没有改动，规则相同，市级校验的结果与自检相同",
            "FAULTS": "内容自检后没有改动，自检时已有错误，园方仍报送",
            "EDITED": "自检盖章之后，文件里的数又改过，自检结果不再作数",
            "OTHER_RULES": "内容没有改动，但园方用的规则版本与市级不同，请发规则包",
            "DIFFERS": "内容没有改动、规则相同，市级校验却得出不同结果：市级掌握各园与历史，可能多查出问题",
        }[self.name]


def stamp_of(meta: Mapping[str, str]) -> Stamp | None:
    """The stamp in a workbook's hidden sheet; None where there is none, or it is not whole."""
    told = {name: meta.get(_PREFIX + name, "") for name in _NAMES}
    counts = {}
    for name in _COUNTS:
        text = told[name].removesuffix(".0")  # a number typed over by a spreadsheet program
        if not (text.isascii() and text.isdigit()):
            return None
        counts[name] = int(text)
    if not all(told.values()):
        return None
    return Stamp(**{n: v for n, v in told.items() if n not in _COUNTS}, **counts)  # type: ignore[arg-type]


def judge(stamp: Stamp | None, content: str, rules: str, result: str) -> StampState:
    """What the city sees of a file whose content, own rule set and own result have these hashes."""
    if stamp is None:
        return StampState.NONE
    if stamp.content != content:
        return StampState.EDITED
    if stamp.rules != rules:
        return StampState.OTHER_RULES
    if stamp.result != result:
        return StampState.DIFFERS
    return StampState.FAULTS if stamp.errors else StampState.SAME


def result_hash(issues: Iterable[Issue], figures: Mapping[str, int | None]) -> str:
    """The hash of what a check came to: every issue with its place and value, and the totals. File names play no part."""
    found = sorted([i.code, i.severity.value, i.sheet, i.cell, i.credit_code, i.value, i.expected] for i in issues)
    return hashlib.sha256(json.dumps([found, dict(sorted(figures.items()))], ensure_ascii=False).encode()).hexdigest()


def counts_of(issues: Iterable[Issue]) -> tuple[int, int, int]:
    """(errors, warnings, notices)."""
    listed = [i.severity for i in issues]
    return listed.count(Severity.ERROR), listed.count(Severity.WARNING), listed.count(Severity.NOTICE)


def content_hash(sheets: Iterable[tuple[str, Iterable[list[object]]]]) -> str:
    """The hash of what a workbook holds: (name, rows) of every sheet, whatever program saved it.

    The stamp's own places and the cover's sums are left out; empty cells and rows say nothing.
    """
    told = hashlib.sha256()
    for name, rows in sheets:
        if name.strip().lower() == META_SHEET:
            continue
        told.update(f"\x1d{name}".encode())
        for at, row in enumerate(rows):
            if name.strip() == COVER_SHEET and row:
                first = str(row[0]).strip()
                if first == _LISTED:
                    break
                if first == COVER_NAME:
                    continue
            cells = [f"{n}\x1f{_cell(value)}" for n, value in enumerate(row) if value is not None and value != ""]
            if cells:
                told.update(f"\x1e{at}\x1f".encode() + "\x1f".join(cells).encode())
    return told.hexdigest()


def _cell(value: object) -> str:
    """A cell in one spelling: a whole number is the same with and without its .0, a day with and without midnight."""
    if isinstance(value, bool):
        return f"b{int(value)}"
    if isinstance(value, float) and value.is_integer() and abs(value) < 10**15:
        return f"n{int(value)}"
    if isinstance(value, int | float):
        return f"n{value!r}"
    if isinstance(value, datetime) and value.time() == time():
        return f"d{value.date()}"
    if isinstance(value, date | time):
        return f"d{value.isoformat()}"
    if isinstance(value, timedelta):
        return f"t{value.total_seconds()}"
    return f"s{value}"
