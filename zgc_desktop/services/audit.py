"""Audit (审计): the journal as a list, one entry with its rows, and the proof that nothing was tampered with."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from db.journal import reads
from db.journal.audit import row_findings
from db.journal.chain import chain_findings
from db.journal.marks import printed_mark
from db.journal.rows import Change
from zgc_desktop.domain.errors import Refused
from zgc_desktop.domain.journal import Audit, Entry, Finding, Step, command, holders, taken_back
from zgc_desktop.domain.periods import Month
from zgc_desktop.services import archive_check
from zgc_desktop.services.context import AppContext, Progress, no_progress


@dataclass(frozen=True, slots=True)
class ChangedRow:
    """One row an entry changed: table, 新增/修改/删除, its key, and (column, old, new)."""

    table: str
    what: str
    key: str
    values: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class EntryDetail:
    """One entry whole: the line, whether it holds, its rows (bulk facts as a count), and how many there are."""

    step: Step
    rows: tuple[ChangedRow, ...]
    counts: tuple[tuple[str, str, int], ...]
    """(table, 新增/修改/删除, rows)."""


def head(ctx: AppContext) -> str:
    """Number and hash of the newest entry, short, as printed on papers and in manifests: ``128:9f3c…``; "" when empty."""
    with ctx.store.read() as connection:
        seq, own = reads.head(connection)
    return printed_mark(seq, own) if seq else ""


def listed(
    ctx: AppContext, limit: int = 200, *, who: str = "", word: str = "", month: Month | None = None
) -> tuple[Entry, ...]:
    """The newest entries, follow-ups and undos included: of a person, with a word in the sentence, of a month."""
    with ctx.store.read() as connection:
        narrowed = bool(who or word or month)
        entries = reads.entries(connection, last=None if narrowed else limit)
    found = (
        e for e in entries if who in ("", e.who) and word in f"{e.sentence}{e.reason}" and (month is None or month in e.months)
    )
    return tuple(found)[:limit]


def shown(ctx: AppContext, seq: int, limit: int = 500) -> EntryDetail:
    """One entry with the rows it changed (the first ``limit``). Refused where there is none."""
    with ctx.store.read() as connection:
        entries = reads.entries(connection, since=seq)
        entry = next((e for e in entries if e.seq == seq), None)
        if entry is None:
            raise Refused(f"操作记录中没有第 {seq} 条")
        changes = reads.first_changes(connection, seq, limit)
    gone, held = taken_back(entries), holders(entries)
    step = Step(entry, held.get(seq, gone[seq]) if seq in gone else None, command(entry.command).fixed)
    counts = tuple((c["table"], _WORD[c["op"]], int(c["count"])) for c in changes)
    rows: list[ChangedRow] = []
    for row in _rows(changes):
        if len(rows) == limit:
            break
        rows.append(row)
    return EntryDetail(step, tuple(rows), counts)


_WORD = {"insert": "新增", "update": "修改", "delete": "删除"}


def _rows(changes: list[Change]) -> Iterator[ChangedRow]:
    for change in changes:
        columns, word = change["columns"], _WORD[change["op"]]
        for row in change.get("rows", ()):
            if change["op"] == "update":
                key, old, new = row
                values = tuple((n, _text(a), _text(b)) for n, a, b in zip(columns, old, new, strict=True) if a != b)
                yield ChangedRow(change["table"], word, "，".join(_text(k) for k in key), values)
            else:
                pairs = zip(columns, row, strict=True)
                if change["op"] == "insert":
                    told = tuple((n, "", _text(v)) for n, v in pairs)
                else:
                    told = tuple((n, _text(v), "") for n, v in pairs)
                yield ChangedRow(change["table"], word, _text(row[0]), told)


def _text(value: Any) -> str:
    return "" if value is None else f"{len(value)} 字节" if isinstance(value, bytes) else str(value)


def verify(
    ctx: AppContext, *, anchor: str = "", rows: bool = True, files: bool = True, progress: Progress = no_progress
) -> Audit:
    """Prove the journal's chain, every data row against it, and every archived file against its name.

    Finds any edit, removal or insertion of entries, any row changed by other means than this program, by table and key, and
    any archived original, return, attachment or published file that is gone or changed. ``anchor``: a head from a paper or
    a manifest (``128:9f3c…``): a journal cut short or written anew shows only against one. Refused for an anchor that is none.
    """
    kept = _anchor(anchor)
    with ctx.store.read() as connection:
        progress(0, 3, "核对操作记录")
        findings: list[Finding] = list(chain_findings(connection, kept))
        entries, own = reads.count(connection), reads.head(connection)
        looked, unproved = 0, list[str]()
        if rows:
            progress(1, 3, "核对数据行")
            found, looked, unproved = row_findings(connection)
            findings += found
    archived = 0
    if files:
        archive = archive_check.check(ctx, progress=progress)
        findings += [Finding(None, problem) for problem in archive.problems]
        archived = archive.files
    progress(3, 3, "完成")
    return Audit(entries, f"{own[0]}:{own[1]}" if own[0] else "", tuple(findings), looked, tuple(unproved), archived)


def _anchor(text: str) -> tuple[int, str] | None:
    if not text.strip():
        return None
    number, _, start = text.strip().partition(":")
    if not number.isdigit() or len(start) < 8 or not set(start.lower()) <= set("0123456789abcdef"):
        raise Refused(f"“{text}”不是操作记录校验值", advice="请照文件上印的写，如 128:9f3c2a1b0d4e5f60")
    return int(number), start.lower()
