"""The whole history of a move case (案卷) as a workbook: the facts of the case, and every entry with who and when."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from openpyxl.workbook import Workbook

from reports.sheets import Pen, save_workbook
from reports.text_sheets import text_sheet


def write_history_xlsx(
    case_id: str, facts: Sequence[tuple[str, str]], rows: Sequence[tuple[str, str, str, str, str]], out: Path
) -> Path:
    """Return ``out`` once it holds the case's facts and its history, oldest first."""
    workbook = Workbook()
    pen = Pen(workbook)
    text_sheet(pen, workbook, "案情", f"案卷 {case_id}", ("项目", "内容"), (30, 70), facts)
    text_sheet(
        pen,
        workbook,
        "经过",
        f"案卷 {case_id} 全部经过",
        ("时间", "谁", "类别", "内容", "依据或理由"),
        (26, 24, 12, 80, 50),
        rows,
    )
    workbook.remove(workbook.worksheets[0])
    workbook.properties.title = f"案卷 {case_id}"
    workbook.properties.creator = "统筹台"
    return save_workbook(workbook, out)
