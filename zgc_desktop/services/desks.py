"""Who works on a workspace: on a server every open window and whoever writes just now; in a folder its one writer."""

from __future__ import annotations

from dataclasses import dataclass, replace

from db.carrying import first_filled, foreign_tables
from db.journal import reads
from db.store import Store
from db.turns import Desk as Desk
from zgc_desktop.domain.addresses import ServerAddress
from zgc_desktop.domain.changes import ChangeSummary
from zgc_desktop.domain.journal import Entry
from zgc_desktop.services import office_rules
from zgc_desktop.services.context import AppContext


@dataclass(frozen=True, slots=True)
class Seen:
    """Where the workspace stands, and who is there: windows oldest first, whoever writes first of all."""

    where: str
    on_server: bool
    desks: tuple[Desk, ...]


def seen(ctx: AppContext) -> Seen:
    """Who is at the workspace just now."""
    if not ctx.store.on_server:
        by = ctx.store.writer.noted() if ctx.store.writer else None
        one = (Desk(by.who, by.machine, by.pid, by.program, by.since),) if by else ()
        return Seen(ctx.paths.where, False, one)
    writing, present = ctx.store.writing_now(), ctx.store.desks()
    others = tuple(d for d in present if writing is None or (d.machine, d.process) != (writing.machine, writing.process))
    return Seen(ctx.paths.where, True, (*((writing,) if writing else ()), *others))


@dataclass(frozen=True, slots=True)
class News:
    """What was written since somebody looked last, oldest first, and the state it led to."""

    head: tuple[int, str]
    entries: tuple[Entry, ...]
    replaced: bool = False
    """The journal is not the one that was looked at: a backup was restored."""
    rules: bool = False
    """The office's own rules became others, and were laid out on this machine."""

    @property
    def change(self) -> ChangeSummary:
        """What all of it touched, as a write of this desk would have told it."""
        subjects = frozenset(s for e in self.entries for s in e.subjects)
        months = frozenset(str(m) for e in self.entries for m in e.months)
        return ChangeSummary(self.entries[-1].sentence if self.entries else "", months=months, subjects=subjects)


def news(ctx: AppContext, since: tuple[int, str]) -> News:
    """What stands in the journal after the entry ``since`` (number, hash), whoever wrote it; new rules are laid out here."""
    with ctx.store.read() as connection:
        now = reads.head(connection)
        if now == since:
            return News(now, ())
        found = reads.entries(connection, since=since[0])
    known = found[-1].hash if found and found[-1].seq == since[0] else ""
    if since[0] and known != since[1]:
        return News(now, (), True)
    new = tuple(e for e in reversed(found) if e.seq > since[0])
    changed = any("rules" in e.subjects for e in new) and office_rules.bring(ctx)[0]
    return News(now, new, rules=changed)


def head(ctx: AppContext) -> tuple[int, str]:
    """Number and hash of the last entry, as ``news`` takes it."""
    with ctx.store.read() as connection:
        return reads.head(connection)


@dataclass(frozen=True, slots=True)
class Tried:
    """An address tried out: what stands there, in a sentence; whether a workspace can be opened or moved there."""

    sentence: str
    holds_workspace: bool
    is_empty: bool


def try_address(address: ServerAddress, passphrase: str = "") -> Tried:
    """Connect to an address and say what is there; nothing is written. EnvironmentProblem where it cannot be reached."""
    store = Store(address if address.password else replace(address, password=passphrase))
    try:
        if store.require_known() is None:
            with store.read() as connection:
                others = foreign_tables(connection)
            if others:
                return Tried(f"连接正常；这个数据库里有别的表（{others[0]} 等），请换一个空的数据库", False, False)
            return Tried("连接正常；数据库是空的，可以在这里新建，或把工作区搬来", False, True)
        with store.read() as connection:
            seq, filled = reads.head(connection)[0], first_filled(connection)
    finally:
        store.close()
    if not filled:
        return Tried("连接正常；有一个空的工作区，可以打开，或把工作区搬来", True, True)
    return Tried(f"连接正常；有一个工作区，操作记录 {seq} 条，可以打开", True, False)
