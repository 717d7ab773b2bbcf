"""The chain of the journal: every entry's hash rests on the one before, so an edit, a gap or an insertion shows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection

from db.journal.unit import GENESIS
from zgc_desktop.domain.journal import Finding

_ENTRIES = "SELECT seq, hash, previous_hash, at, who, command, sentence, reason, changes, about FROM journal ORDER BY seq"


def chain_findings(connection: Connection, anchor: tuple[int, str] | None = None) -> Iterator[Finding]:
    """What is wrong with the chain, oldest first. ``anchor`` (number, beginning of its hash) was kept outside.

    Without an anchor a journal cut short, or written anew from some entry on, looks sound: that is what the head
    printed on issued papers and in backup manifests is for.
    """
    # Rows of the bare driver: a hundred thousand entries are read and hashed within a second.
    cursor: Any = connection.exec_driver_sql(_ENTRIES).cursor
    yield from findings_among(cursor, anchor)


def findings_among(entries: Iterable[Sequence[Any]], anchor: tuple[int, str] | None = None) -> Iterator[Finding]:
    """``chain_findings`` over entries from anywhere: number, hash, hash before, and what is hashed, in order."""
    previous, before, at_anchor = GENESIS, 0, ""
    for row in entries:
        seq, own, told = row[0], row[1], row[2]
        # ``entry_hash`` written out; entries of the first schemas had no ``about``.
        is_own = own == sha256("\x1f".join(row[2:] if row[9] else row[2:9]).encode()).hexdigest()
        if seq != before + 1:
            yield Finding(seq, f"操作记录第 {before + 1} 条至第 {seq - 1} 条不见了")
        if told != previous:
            yield Finding(seq, f"操作记录第 {seq} 条与前后不符，之前的记录可能被改动、删除或插入：{row[6]}")
        if not is_own:
            yield Finding(seq, f"操作记录第 {seq} 条与自己的校验值不符，可能被改动：{row[6]}")
        previous, before = own, seq
        if anchor is not None and seq == anchor[0]:
            at_anchor = own
    if anchor is not None and not at_anchor.startswith(anchor[1]):
        why = f"现为 {at_anchor[:16]}" if at_anchor else f"现在只到第 {before} 条"
        yield Finding(anchor[0], f"操作记录第 {anchor[0]} 条与外存的校验值 {anchor[1][:16]} 不符（{why}），记录被截断或重写过")
