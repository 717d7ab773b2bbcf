"""What was worked out of one state of the workspace is kept in memory until the state changes: a second look is free."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Any, Final, TypeVar

from db.journal import reads
from zgc_desktop.domain.catalogue import Catalogue
from zgc_desktop.domain.journal import COMMANDS, Scope
from zgc_desktop.services.bulk_work import without_cycle_search
from zgc_desktop.services.context import AppContext
from zgc_desktop.services.rules import FileState, states_of

T = TypeVar("T")
MOST: Final = 12
"""So many results are kept, those asked for last."""
NOTED: Final = frozenset(name for name, c in COMMANDS.items() if c.scope is Scope.NOTED)
"""Commands that only note what was done outside the figures: a report written, a right taken over."""
State = tuple[str, int, str, int, int, tuple[FileState, ...]]


def state(ctx: AppContext) -> State:
    """What every figure depends on: the last journal entry that changed something, the rules, and the present day."""
    with ctx.store.read() as connection:
        seq, mark = reads.head(connection, but=NOTED)
    files = [p for folder in (ctx.resources / "rules", ctx.paths.rules) for p in sorted(folder.rglob("*.toml"))]
    return ctx.paths.where, seq, mark, ctx.today().toordinal(), id(ctx.catalogue), states_of(files)


class _Slot:
    """One result and who may make it: a second caller waits for the first instead of working it out again."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.made: tuple[Any, Catalogue] | None = None
        """The result; and the catalogue it was made with, held so that no other one is taken for it."""


_slots: OrderedDict[Hashable, _Slot] = OrderedDict()
_guard = threading.Lock()


def kept(ctx: AppContext, what: Hashable, make: Callable[[], T]) -> T:
    """What ``make`` returns, made once for each ``what`` and state of the workspace; whatever it raises is raised.

    Only for what depends on nothing but database, rule files and day, and is never changed by who gets it.
    """
    now = state(ctx)
    key = (now, what)
    with _guard:
        slot = _slots.setdefault(key, _Slot())
        _slots.move_to_end(key)
        while len(_slots) > MOST:
            _slots.popitem(last=False)
    with slot.lock:
        if slot.made is not None:
            found: T = slot.made[0]
            return found
        with without_cycle_search():
            made = make()
        if state(ctx) == now:  # else something was written meanwhile: this is of neither state for certain
            slot.made = made, ctx.catalogue
        return made
