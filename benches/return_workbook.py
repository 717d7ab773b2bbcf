"""Benchmark: mark 200 cells of a park's file of 30,000 rows, ours beside a bare patch of the XML and beside openpyxl.

``python benches/return_workbook.py [rows] [runs]`` prints a Markdown table; both sides run in turn on the same bytes.
"""

from __future__ import annotations

import statistics
import sys
import time
import zipfile
from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from openpyxl import Workbook, load_workbook
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill

from reports.return_xlsx import marked_workbook
from zgc_desktop.domain.issues import Issue, Severity
from zgc_desktop.domain.periods import Month
from zgc_desktop.domain.returns import ReturnItem, ReturnNotice

COLUMNS, MARKS = 30, 200


def park_file(rows: int) -> bytes:
    """A roster of ``rows`` companies × 30 columns of Chinese text, codes, money and dates."""
    book = Workbook(write_only=True)
    page = book.create_sheet("企业")
    page.append([f"列{n}" for n in range(COLUMNS)])
    for row in range(rows):
        line: list[object] = [f"9111010800{row:08}", f"北京第{row}号科技有限公司", "北京市海淀区知行街 1 号", date(2019, 3, 1)]
        page.append(line + [round(row * 1.37 + n, 2) for n in range(COLUMNS - 4)])
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def notice(rows: int) -> ReturnNotice:
    """200 items spread over the rows."""
    step = max(rows // MARKS, 1)
    items = tuple(
        ReturnItem(n, Issue("R-NUMBER", Severity.ERROR, "不是数字", "园.xlsx", "企业", f"F{2 + n * step}"), action="改正")
        for n in range(1, MARKS)
    )
    return ReturnNotice("昌平园", Month(2026, 10), 1, 1, date(2026, 11, 13), "市统筹办", "园.xlsx", items)


def bare_patch(data: bytes, asked: ReturnNotice) -> bytes:
    """The floor: unpack, set one attribute in 200 places, pack again; no comments, list, column or checks."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as target:
        for info in source.infolist():
            content = source.read(info)
            if info.filename == "xl/worksheets/sheet1.xml":
                pieces, at = [], 0
                for item in asked.items:
                    place = content.find(b'r="%b"' % item.issue.cell.encode(), at)
                    if place >= 0:
                        pieces.append(content[at:place] + b's="1" ')
                        at = place
                content = b"".join([*pieces, content[at:]])
            target.writestr(info.filename, content)
    return out.getvalue()


def with_openpyxl(data: bytes, asked: ReturnNotice) -> bytes:
    """What is usually written: load, mark, save."""
    book = load_workbook(BytesIO(data))
    page = book["企业"]
    fill = PatternFill("solid", start_color="FBDAD5")
    for item in asked.items:
        page[item.issue.cell].fill = fill
        page[item.issue.cell].comment = Comment(item.issue.message, "市统筹办")
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def main() -> None:
    """Print the table."""
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else 30_000
    runs = int(sys.argv[2]) if len(sys.argv) > 2 else 5
    data, asked = park_file(rows), notice(rows)
    sides: dict[str, Callable[[bytes, ReturnNotice], bytes]] = {
        "bare patch of the XML": bare_patch,
        "marked_workbook (ours: marks, comments, list, column, filter)": marked_workbook,
        "openpyxl load, mark, save": with_openpyxl,
    }
    times: dict[str, list[float]] = {name: [] for name in sides}
    for run in range(runs):
        for name, side in sides.items():
            if side is with_openpyxl and run:
                continue  # half a minute a run: once tells enough
            start = time.perf_counter()
            side(data, asked)
            times[name].append(time.perf_counter() - start)
    floor = statistics.median(times["bare patch of the XML"])
    print(
        f"Annotated return: {rows} rows × {COLUMNS} columns, {len(asked.items)} marked cells, file {len(data) / 1e6:.1f} MB\n"
    )
    print("| | median s | min | max | ratio |\n|---|---|---|---|---|")
    for name, found in times.items():
        middle = statistics.median(found)
        print(f"| {name} | {middle:.2f} | {min(found):.2f} | {max(found):.2f} | {middle / floor:.2f}× |")


if __name__ == "__main__":
    main()
