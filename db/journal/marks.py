"""What a paper prints of the journal: number and hash of the last entry it rests on, the same whenever it is printed again."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from sqlalchemy import Connection, or_, select

import db.tables as t
from db.journal.unit import table_of
from zgc_desktop.domain.periods import Month

_J = table_of(t.JournalRow)
SHOWN: Final = 16
"""So many characters of a hash are printed."""


def mark_of(connection: Connection, month: Month, commands: Sequence[str] = ()) -> str:
    """The newest entry about a month, of commands that begin so where any are named: ``128:9f3c2a1b0d4e5f60``; '' for none.

    Not the journal's very head: a paper printed again would print another one although it says the same.
    """
    query = select(_J.c.seq, _J.c.hash).where(_J.c.about.contains(f'"{month}"', autoescape=True))
    if commands:
        query = query.where(or_(*(_J.c.command.startswith(c, autoescape=True) for c in commands)))
    row = connection.execute(query.order_by(_J.c.seq.desc()).limit(1)).first()
    return printed_mark(row[0], row[1]) if row else ""


def printed_mark(seq: int, own_hash: str) -> str:
    """Number and beginning of the hash as papers print them and ``zgc audit verify --head`` takes them."""
    return f"{seq}:{own_hash[:SHOWN]}"
