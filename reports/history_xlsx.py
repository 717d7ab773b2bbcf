"""The whole history of a move case (案卷) as a workbook: the facts of the case, and every entry with who and when."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from reports.book import LOOKS
from reports.sheets import HEADING, TITLE, Pen, print_setup, save_workbook, set_widths


def write_history_xlsx(
    case_id: str, facts: Sequence[tuple[str, str]], rows: Sequence[tuple[str, str, str, str, str]], out: Path
) -> Path:
    """Return ``out`` once it holds the case's facts and its history, oldest first."""
    workbook = Workbook()
    pen = Pen(workbook)
    _sheet(pen, workbook, "案情", f"案卷 {case_id}", ("项目", "内容"), (30, 70), facts)
    _sheet(
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


def _sheet(
    pen: Pen, workbook: Workbook, name: str, title: str, heads: Sequence[str], widths: Sequence[float],
    rows: Sequence[Sequence[str]],
) -> None:  # fmt: skip
    page: Worksheet = workbook.create_sheet(name)
    pen.put(page, 1, 1, title, TITLE)
    for n, head in enumerate(heads, start=1):
        pen.put(page, 2, n, head, HEADING)
    for at, row in enumerate(rows, start=3):
        for n, value in enumerate(row, start=1):
            pen.put(page, at, n, value, LOOKS["text"])
    page.freeze_panes = "A3"
    set_widths(page, widths)
    print_setup(page, landscape=True, header=title, repeat_rows="2:2")
