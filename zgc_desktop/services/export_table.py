"""Export what a table of the window shows (导出筛选结果) as a workbook in the outbox."""

from __future__ import annotations

from pathlib import Path

from reports.table_xlsx import write_table_xlsx
from zgc_desktop.domain.plain_table import PlainTable
from zgc_desktop.paths import safe_filename
from zgc_desktop.services.context import AppContext


def export_table(ctx: AppContext, table: PlainTable, out: Path | None = None) -> Path:
    """Write a table as xlsx, into the outbox with the time in its name unless told where; returns the file."""
    name = safe_filename(f"{table.title}_{ctx.clock():%Y%m%d-%H%M%S}.xlsx")
    return write_table_xlsx(table, out or ctx.paths.outbox / name)
