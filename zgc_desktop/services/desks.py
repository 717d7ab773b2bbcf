"""Who works on a workspace: on a server every open window and whoever writes just now; in a folder its one writer."""

from __future__ import annotations

from dataclasses import dataclass

from db.turns import Desk
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
