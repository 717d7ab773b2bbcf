"""A copy beside the backups: the one just made, also kept in the folder the office has set (U 盘、另一块硬盘)."""

from __future__ import annotations

from pathlib import Path

from reports.aside import write_aside
from zgc_desktop.domain.backup_rota import BackupItem
from zgc_desktop.services import settings
from zgc_desktop.services.context import AppContext


def copy_out(ctx: AppContext, item: BackupItem) -> Path | None:
    """The copy's file in the office's own folder, with its manifest; None where no folder is set.

    EnvironmentProblem where the folder cannot be written (the stick is not there).
    """
    folder = settings.current(ctx).backup_folder
    if not folder:
        return None
    source = ctx.paths.backups / item.name
    for part in (source.with_suffix(".json"),):
        if part.is_file():
            write_aside(Path(folder) / part.name, part.read_bytes())
    return write_aside(Path(folder) / source.name, source.read_bytes())
