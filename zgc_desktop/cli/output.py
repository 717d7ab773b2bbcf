"""What every command shares: options, parsing of months and days, and showing facts as JSON or words."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Sequence
from datetime import date
from typing import Annotated, TypeVar

import typer
from rich.console import Console
from rich.table import Table

from zgc_desktop import bootstrap
from zgc_desktop.domain.addresses import EXAMPLE
from zgc_desktop.domain.changes import ChangeSummary
from zgc_desktop.domain.errors import KnownError, Refused
from zgc_desktop.domain.periods import Month
from zgc_desktop.paths import Address, address_of
from zgc_desktop.services.context import AppContext

T = TypeVar("T")
Workspace = Annotated[
    str | None, typer.Option("--workspace", metavar="工作区", help=f"工作区文件夹，或 {EXAMPLE}；不写则用默认位置")
]
AsJson = Annotated[bool, typer.Option("--json", help="把结果以 JSON 写到标准输出")]
MonthText = Annotated[str, typer.Option("--month", help="月份，如 2026-10")]


def err(text: str) -> None:
    """Print prose on standard error."""
    Console(stderr=True, soft_wrap=True, highlight=False, markup=False).print(text)


def progress(done: int, total: int, what: str) -> None:
    """Progress on standard error, where a person watches it."""
    if sys.stderr is not None and sys.stderr.isatty():
        err(f"[{done}/{total}] {what}")


def month_of(text: str) -> Month:
    """The month an option names; Refused when it is none."""
    try:
        return Month.parse(text)
    except ValueError:
        raise Refused(f"“{text}”不是月份", advice="请写成 2026-10 的样式") from None


def day_of(text: str | None) -> date | None:
    """The day an option names, None when it was not given; Refused when it is none."""
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise Refused(f"“{text}”不是日期", advice="请写成 2026-10-08 的样式") from None


def place(workspace: str | None) -> Address | None:
    """Where the workspace an option names stands; None for the usual one. Refused for an address that is none."""
    return address_of(workspace) if workspace else None


def context(workspace: str | None) -> AppContext:
    """The workspace a command works on; what was found at opening goes to standard error."""
    ctx = asking(lambda words: bootstrap.open_workspace(place(workspace), passphrase=words))
    for note in ctx.start_notes:
        err(note)
    return ctx


def as_it_lies(workspace: str | None) -> AppContext:
    """The workspace without opening its database, for what must work where the database does not."""
    return asking(lambda words: bootstrap.workspace_as_it_lies(place(workspace), passphrase=words))


def asking(open_it: Callable[[str], T]) -> T:
    """Open something, asking for the passphrase where one is needed and somebody is there to type it."""
    try:
        return open_it("")
    except KnownError as problem:
        if not (bootstrap.asks_passphrase(problem) and sys.stdin is not None and sys.stdin.isatty()):
            raise
    return open_it(str(typer.prompt("口令或恢复码", hide_input=True, err=True)))


def show(data: object, as_json: bool, words: Callable[[Console], None]) -> None:
    """Write facts: JSON alone on standard output, or words for a person."""
    if as_json:
        sys.stdout.write(json.dumps(data, ensure_ascii=False, indent=1) + "\n")
    else:
        words(Console(highlight=False, markup=False, soft_wrap=True))


def table(console: Console, titles: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    """Print a table; None is —."""
    grid = Table()
    for title in titles:
        grid.add_column(title, overflow="fold")  # a name cut short with … could not be typed into the next command
    for row in rows:
        grid.add_row(*("—" if v is None else str(v) for v in row))
    console.print(grid)


def said(summary: ChangeSummary, as_json: bool) -> None:
    """Show what a write did: its sentence and its journal entry."""
    data = {"sentence": summary.sentence, "journal": summary.journal_seq}
    show(data, as_json, lambda c: c.print(summary.sentence))
