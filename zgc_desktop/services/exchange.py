"""What was exchanged: packages sent and received, a park's editions with their receipts, files taken out of packages."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from typing import Any

from db.queries import exchange as reads
from reports.aside import write_aside
from zgc_desktop.domain.errors import Refused
from zgc_desktop.domain.exchange import listing
from zgc_desktop.domain.exchange.listing import Edition, PackageItem
from zgc_desktop.domain.exchange.manifest import PackageKind
from zgc_desktop.domain.exchange.stamp import StampState
from zgc_desktop.domain.periods import Month
from zgc_desktop.paths import safe_filename
from zgc_desktop.services.context import AppContext
from zgc_desktop.services.exchange_pack import Opened, taken_apart
from zgc_desktop.services.exchange_send import PAYLOAD, RETURNS, SELF_CHECK, STATEMENT_LINES, STATEMENTS, receipts_in
from zgc_desktop.services.workspace import original


def packages(ctx: AppContext) -> tuple[PackageItem, ...]:
    """Every package sent and received, newest first."""
    with ctx.store.read() as connection:
        return reads.packages(connection)


def self_checks(ctx: AppContext, month: Month) -> Mapping[int, StampState]:
    """What is seen of the stamps of a month's versions, by the version's id; one without a stamp is left out."""
    with ctx.store.read() as connection:
        return reads.self_checks_of_month(connection, month)


def opened(ctx: AppContext, item: PackageItem) -> Opened:
    """A package from the archive, taken apart and proved once more."""
    return taken_apart(original(ctx, item.sha256), item.file_name)


def editions(ctx: AppContext) -> tuple[Edition, ...]:
    """What this park has sent, newest first, each with the newest receipt the city gave for that very file."""
    sent: list[tuple[PackageItem, str, str]] = []
    answered: list[tuple[PackageItem, dict[str, Any]]] = []
    for item in packages(ctx):
        if item.manifest.kind is PackageKind.SUBMISSION and item.direction == listing.OUT:
            part = next(p for p in item.manifest.parts if p.name.startswith(PAYLOAD) and p.name != SELF_CHECK)
            sent.append((item, part.name.removeprefix(PAYLOAD), part.sha256))
        elif item.manifest.kind is PackageKind.ANSWER and item.direction == listing.IN:
            answered += [(item, dict(told)) for told in receipts_in(opened(ctx, item).parts)]
    return listing.editions(sent, answered)


def newest_files(ctx: AppContext, folder: str) -> tuple[tuple[PackageItem, str], ...]:
    """(package, part) of the newest return file (``returns/``) or statement (``statements/``) of each month and name."""
    found: dict[tuple[Month | None, str], tuple[PackageItem, str]] = {}
    answers = [p for p in packages(ctx) if p.manifest.kind is PackageKind.ANSWER and p.direction == listing.IN]
    for item in sorted(answers, key=lambda p: (p.manifest.order, p.id)):
        for part in item.manifest.parts:
            if part.name.startswith(folder) and part.name != STATEMENT_LINES:
                found[(item.manifest.month, part.name)] = (item, part.name)
    return tuple(sorted(found.values(), key=lambda pair: (pair[0].manifest.created_at, pair[1]), reverse=True))


def returns(ctx: AppContext) -> tuple[tuple[PackageItem, str], ...]:
    """The return files the city sent."""
    return newest_files(ctx, RETURNS)


def statements(ctx: AppContext) -> tuple[tuple[PackageItem, str], ...]:
    """The statements the city sent."""
    return newest_files(ctx, STATEMENTS)


def take_out(ctx: AppContext, package: str, part: str, out: Path) -> Path:
    """Write one file of a package into the folder ``out``; one of that name is not overwritten unless it is the same."""
    item = next((p for p in packages(ctx) if p.id == package), None)
    content = opened(ctx, item).parts.get(part) if item else None
    if content is None:
        raise Refused("没有这个文件", where=part, advice="请刷新后再试")
    target = out / safe_filename(PurePosixPath(part).name)
    if target.exists() and target.read_bytes() != content:
        raise Refused("同名文件已存在，没有覆盖", where=str(target), advice="请另选文件夹，或先移走它")
    return write_aside(target, content)
