"""What every use case needs, wired once by ``bootstrap``: the workspace, its database, the catalogue, who and when."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from functools import wraps
from pathlib import Path
from typing import Concatenate, ParamSpec, TypeVar

from db.store import Store
from zgc_desktop.domain import journal
from zgc_desktop.domain.catalogue import Catalogue
from zgc_desktop.paths import WorkspacePaths

P = ParamSpec("P")
T = TypeVar("T")
Progress = Callable[[int, int, str], None]
"""(done, of how many, what) — called from the worker's thread."""


def no_progress(_done: int, _total: int, _what: str) -> None:
    """Nobody is watching."""


def never() -> bool:
    """Nobody cancels."""
    return False


@dataclass(frozen=True, slots=True)
class AppContext:
    """An open workspace and the shipped rules."""

    paths: WorkspacePaths
    store: Store
    catalogue: Catalogue
    resources: Path
    who: str
    clock: Callable[[], datetime]
    program_version: str
    start_notes: tuple[str, ...] = ()
    """What was found at opening that a person should know: an unfinished last time, a folder that is not safe."""

    def close(self) -> None:
        """Give the right to write back, where this session held it, and end the connections to a server."""
        self.store.close()

    def now(self) -> str:
        """The present moment as the database writes it: ISO text with the offset, to the second."""
        return self.clock().astimezone().isoformat(timespec="seconds")

    def today(self) -> date:
        """The present day."""
        return self.clock().astimezone().date()


def one_command(name: str) -> Callable[[Callable[Concatenate[AppContext, P], T]], Callable[Concatenate[AppContext, P], T]]:
    """A use case whose looking and writing are one: on a server no other desk writes between its first look and its last row.

    ``name`` is the journal's word for it, which others are told while they wait.
    """

    def taking_turns(use: Callable[Concatenate[AppContext, P], T]) -> Callable[Concatenate[AppContext, P], T]:
        @wraps(use)
        def command(ctx: AppContext, /, *args: P.args, **kwargs: P.kwargs) -> T:
            with ctx.store.command(journal.command(name).word):
                return use(ctx, *args, **kwargs)

        return command

    return taking_turns
