"""The office's watch list (关注): companies everybody at the desk keeps an eye on; shared by the workspace and journalled."""

from __future__ import annotations

from collections.abc import Sequence

from db.desk_lists import add_watch, end_watch
from db.queries import desk_lists, ledger
from zgc_desktop.domain.changes import ChangeSummary
from zgc_desktop.domain.errors import Refused
from zgc_desktop.services.context import AppContext, one_command

_NAMED = 3


def watched(ctx: AppContext) -> dict[int, str]:
    """Why each watched company is watched and by whom, by company."""
    with ctx.store.read() as connection:
        return desk_lists.watched(connection)


@one_command("watch")
def watch(ctx: AppContext, companies: Sequence[int], note: str = "") -> ChangeSummary:
    """Put companies on the list; those on it already stay as they are. Refused where all are."""
    with ctx.store.write("watch", ctx.who, ctx.now()) as unit:
        known = desk_lists.watched(unit.connection)
        new = [c for c in dict.fromkeys(companies) if c not in known]
        if not new:
            raise Refused("所选企业已在关注中")
        for company in new:
            add_watch(unit, company, note.strip(), person=ctx.who, at=ctx.now())
        names = [ledger.name_of(unit.connection, c) for c in new]
        unit.say(f"关注 {_listed(names)}", reason=note.strip(), subjects={"companies"})
    assert unit.summary is not None
    return unit.summary


@one_command("watch-end")
def unwatch(ctx: AppContext, companies: Sequence[int]) -> ChangeSummary:
    """Take companies off the list; Refused where none is on it."""
    with ctx.store.write("watch-end", ctx.who, ctx.now()) as unit:
        gone = [c for c in dict.fromkeys(companies) if end_watch(unit, c, person=ctx.who, at=ctx.now())]
        if not gone:
            raise Refused("所选企业不在关注中")
        names = [ledger.name_of(unit.connection, c) for c in gone]
        unit.say(f"取消关注 {_listed(names)}", subjects={"companies"})
    assert unit.summary is not None
    return unit.summary


def _listed(names: Sequence[str]) -> str:
    return "、".join(names[:_NAMED]) + (f"等 {len(names)} 家" if len(names) > _NAMED else "")
