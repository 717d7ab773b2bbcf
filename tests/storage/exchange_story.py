"""The city and two parks with a workspace each, a folder their packages lie in, and what the officers do with files."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from openpyxl import load_workbook

from db.queries import exchange as reads
from zgc_desktop import bootstrap
from zgc_desktop.domain.exchange.manifest import CITY, Manifest, PackageKind
from zgc_desktop.domain.exchange.replies import Reply, told_plain
from zgc_desktop.domain.exchange.slips import state_hash
from zgc_desktop.domain.exchange.stamp import StampState
from zgc_desktop.domain.periods import Month
from zgc_desktop.paths import Address
from zgc_desktop.services import exchange, exchange_pack, exchange_send
from zgc_desktop.services.context import AppContext

OCTOBER = Month(2026, 10)
PARK, OTHER = "昌平园", "海淀园"


@dataclass
class Offices:
    """The city and two parks, each with its own workspace, and a folder their packages lie in."""

    city: AppContext
    park: AppContext
    other: AppContext
    post: Path


def opened(place: Address, who: str) -> AppContext:
    """A workspace on 6 November 2026."""
    return bootstrap.open_workspace(place, who=who, clock=lambda: datetime(2026, 11, 6, 9, 0))


def edit(path: Path, sheet: str, cell: str, value: object) -> None:
    """Change one cell and save, as a park does in its spreadsheet program."""
    book = load_workbook(path)
    book[sheet][cell] = value
    book.save(path)


def sent(offices: Offices, path: Path, reason: str = "") -> Path:
    """The package 昌平园 makes of a file."""
    return exchange_send.pack_submission(offices.park, path, offices.post, despite_errors=reason).path


def reply_file(path: Path, month: Month, lines: Sequence[Reply], number: int = 1, park: str = PARK) -> Path:
    """A park's reply to its statement as its program packs it, whatever its workspace holds."""
    parts = {"payload/reply.json": exchange_pack.as_json(told_plain(lines))}
    listed = tuple(exchange_pack.part(n, c) for n, c in parts.items())
    at = f"2026-11-0{number}T09:00:00"
    m = Manifest(PackageKind.REPLY, park, CITY, month, number, at, "李", "1.0", "", "", (), listed)
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(exchange_pack.packed(m, parts))
    return path


def seen(city: AppContext) -> list[StampState]:
    """What the city sees of October's stamps, version by version."""
    return list(exchange.self_checks(city, OCTOBER).values())


def held(ctx: AppContext) -> str:
    """The hash of every record of a case slip a desk has."""
    with ctx.store.read() as connection:
        return state_hash(reads.records(connection))
