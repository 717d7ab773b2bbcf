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
from zgc_desktop.domain.settings import OfficeSettings, changes, cutoff_day_on, require_sound, with_cutoff_day
from zgc_desktop.services.context import AppContext, one_command
from zgc_desktop.services.rules import sharing_rules_in_use
from zgc_desktop.services.working_days import cutoff

_PREFIX: Final = "office."


def current(ctx: AppContext) -> OfficeSettings:
    """The settings in force for the month that is reported now."""
    with ctx.store.read() as connection:
        return current_in(connection, reported_now(ctx))


def current_in(connection: Reading, month: Month) -> OfficeSettings:
    """The settings in force for a month, on a connection that is already open."""
    found = {f.name: setting(connection, _PREFIX + f.name) for f in fields(OfficeSettings)}
    day = cutoff_day_on(found.pop("cutoff_day"), month)
    return OfficeSettings(cutoff_day=day, **{name: value for name, value in found.items() if value})


def reported_now(ctx: AppContext) -> Month:
    """The month parks report on today: the one before this."""
    return Month.of(ctx.today()).plus(-1)


@one_command("settings")
def change(ctx: AppContext, new: OfficeSettings, *, reason: str = "") -> ChangeSummary | None:
    """Set the workspace's settings; None where nothing differs. The cut-off day holds from the month reported now.

    Refused for a cut-off day no month has, a sharing rule that is unknown or names no first day in force, a folder for
    copies that does not exist or lies in the workspace.
    """
    require_sound(new, tuple(key for key, _ in sharing_choices(ctx)))
    _require_folder(ctx, new.backup_folder)
    with ctx.store.write("settings", ctx.who, ctx.now()) as unit:
        month = reported_now(ctx)
        before = current_in(unit.connection, month)
        found = changes(before, new)
        if not found:
            return None
        old = asdict(before)
        for name, value in asdict(new).items():
            if name == "cutoff_day" and value != old[name]:
                value = with_cutoff_day(setting(unit.connection, _PREFIX + name), month, new.cutoff_day)
            if value != old[name]:
                put_setting(unit, _PREFIX + name, str(value))
        said = "；".join(f"{name} {was} → {now}" for name, was, now in found)
        unit.say(f"改设置：{said}", reason=reason.strip(), subjects={"settings", "rules", "submissions", "settlement"})
    return unit.summary


def sharing_choices(ctx: AppContext) -> tuple[tuple[str, str], ...]:
    """(key, title) of the sharing rules a settlement can run on: those whose first day in force is known."""
    return tuple(dict.fromkeys((r.key, r.title) for r in sharing_rules_in_use(ctx) if r.effective_from is not None))


def cutoff_of(ctx: AppContext, month: Month) -> date:
    """The last day on which a month's submission is on time, by the day this office has set."""
    with ctx.store.read() as connection:
        return cutoff_in(connection, month)


def cutoff_in(connection: Reading, month: Month) -> date:
    """``cutoff_of`` on a connection that is already open."""
    return cutoff(month, current_in(connection, month).cutoff_day)


def _require_folder(ctx: AppContext, text: str) -> None:
    if not text:
        return
    folder = Path(text)
    if not folder.is_dir():
        raise Refused("备份另存文件夹不存在", where=text, advice="请先建好文件夹，或插入 U 盘后再设")
    if ctx.paths.root.resolve() in (folder.resolve(), *folder.resolve().parents):
        raise Refused("备份另存文件夹在工作区里面", where=text, why="工作区所在磁盘损坏时两份会一起丢", advice="请选另一块磁盘")
