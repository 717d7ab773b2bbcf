"""What the office has set for this workspace: read with our defaults where nothing is set, changed with a journal entry."""

from __future__ import annotations

from dataclasses import asdict, fields
from datetime import date
from pathlib import Path
from typing import Final

from db.queries.settings import setting
from db.settings import put_setting
from db.store import Reading
from zgc_desktop.domain.changes import ChangeSummary
from zgc_desktop.domain.errors import Refused
from zgc_desktop.domain.periods import Month
from zgc_desktop.domain.settings import OfficeSettings, changes, require_sound
from zgc_desktop.services.context import AppContext
from zgc_desktop.services.rules import sharing_rules
from zgc_desktop.services.working_days import cutoff

_PREFIX: Final = "office."


def current(ctx: AppContext) -> OfficeSettings:
    """The settings in force."""
    with ctx.store.read() as connection:
        return current_in(connection)


def current_in(connection: Reading) -> OfficeSettings:
    """``current`` on a connection that is already open."""
    found = {f.name: setting(connection, _PREFIX + f.name) for f in fields(OfficeSettings)}
    given: dict[str, object] = {name: int(v) if name == "cutoff_day" else v for name, v in found.items() if v}
    return OfficeSettings(**given)  # type: ignore[arg-type]  # names and types are those of the fields, written by ``change``


def change(ctx: AppContext, new: OfficeSettings, *, reason: str = "") -> ChangeSummary | None:
    """Set the workspace's settings; None where nothing differs.

    Refused for a cut-off day no month has, an unknown sharing rule, a folder for copies that does not exist or is the
    workspace's own.
    """
    require_sound(new, tuple(dict.fromkeys(r.key for r in sharing_rules(ctx.resources))))
    _require_folder(ctx, new.backup_folder)
    with ctx.store.write("settings", ctx.who, ctx.now()) as unit:
        before = current_in(unit.connection)
        found = changes(before, new)
        if not found:
            return None
        old = asdict(before)
        for name, value in asdict(new).items():
            if value != old[name]:
                put_setting(unit, _PREFIX + name, str(value))
        said = "；".join(f"{name} {was} → {now}" for name, was, now in found)
        unit.say(f"改设置：{said}", reason=reason.strip(), subjects={"settings", "rules", "submissions", "settlement"})
    return unit.summary


def cutoff_of(ctx: AppContext, month: Month) -> date:
    """The last day on which a month's submission is on time, by the day this office has set."""
    return cutoff(month, current(ctx).cutoff_day)


def _require_folder(ctx: AppContext, text: str) -> None:
    if not text:
        return
    folder = Path(text)
    if not folder.is_dir():
        raise Refused("备份另存文件夹不存在", where=text, advice="请先建好文件夹，或插入 U 盘后再设")
    if ctx.paths.root.resolve() in (folder.resolve(), *folder.resolve().parents):
        raise Refused("备份另存文件夹在工作区里面", where=text, why="工作区所在磁盘损坏时两份会一起丢", advice="请选另一块磁盘")
