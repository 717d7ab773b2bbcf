"""Benchmark: receive the files of 17 parks, 30,000 companies × 30 columns, beside a bare read and a bare insert.

``python benches/receive.py [companies] [runs]`` prints a Markdown table and writes its section of ``docs/benchmarks.md``.
Each run receives a first and a second month into a new workspace; the floor reads the same files with calamine and inserts
the same rows with ``executemany``, in turn with it. pandas + openpyxl, merely reading, stands beside where it is installed.
"""

from __future__ import annotations

import os
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from openpyxl import Workbook
from python_calamine import CalamineWorkbook
from sections import write_section

from zgc_desktop import bootstrap
from zgc_desktop.domain.credit_code import check_character
from zgc_desktop.domain.submissions import FileState
from zgc_desktop.services.receive import receive

HEAD = (
    "统一社会信用代码", "企业名称", "曾用名", "注册地址", "经营地址", "组团", "产业领域", "主营业务", "成立日期",
    "从业人员(人)", "资产总计(万元)", "营业收入·本月(万元)", "营业收入·累计(万元)", "研发费用·本月(万元)",
    "研发费用·累计(万元)", "发明专利·累计(件)", "状态", "本月变动", "现梯队", "增值税·地方(元)",
    "企业所得税·地方(元)", "其他地方税(元)", "地方合计(元)", "其中退库(元)", "联系人", "联系电话", "邮政编码",
    "登记机关", "法定代表人", "备注",
)  # fmt: skip
MONTHS = ("2026-09", "2026-10")


def park_file(path: Path, park: str, month: str, first: int, count: int, clusters: Sequence[str], industry: str) -> None:
    """One park's month: roster and tax in one sheet of 30 columns, figures that grow a little from month to month."""
    book = Workbook(write_only=True)
    page = book.create_sheet("企业")
    page.append([f"{month[:4]}年{int(month[5:])}月中关村{park}企业及税收情况表"])
    page.append(HEAD)
    number = int(month[5:])
    for n in range(first, first + count):
        chance = Random(n * 1000 + number)
        body = f"91110108MA{n:07d}"
        vat, cit, other = (round(chance.uniform(1, 90_000), 2) for _ in range(3))
        revenue = round(100 + n % 997 + chance.uniform(0, 20), 2)
        page.append(
            [
                body + check_character(body),
                f"北京{_word(n)}第{n}科技有限公司",
                "",
                f"北京市海淀区知行街{n % 400}号{n}室",
                f"北京市海淀区创新路{n % 300}号",
                clusters[n % len(clusters)],
                industry,
                "软件开发与技术服务",
                date(2000 + n % 20, 1 + n % 12, 1 + n % 28),
                10 + n % 300,
                5_000 + n % 3_000,
                revenue,
                revenue * number,
                round(revenue / 20, 2),
                round(revenue * number / 20, 2),
                n % 12,
                "在营",
                "无",
                "",
                vat,
                cit,
                other,
                round(vat + cit + other, 2),
                0,
                "张某",
                f"010-{n:08d}",
                "100080",
                "北京市海淀区市场监督管理局",
                "李某",
                "",
            ]
        )
    book.save(path)


def _word(n: int) -> str:
    letters = "衡岳知远槿蘅砚川岑原明哲启航博雅中科天工"
    return letters[n % 19] + letters[n // 19 % 19] + letters[n // 361 % 19]


def make_files(folder: Path, companies: int) -> dict[str, list[Path]]:
    """The files of 17 parks for two months."""
    catalogue = bootstrap.load_catalogue(Path(__file__).resolve().parent.parent / "resources")
    parks = list(catalogue.parks)
    each = -(-companies // len(parks))
    files: dict[str, list[Path]] = {}
    for month in MONTHS:
        for p, park in enumerate(parks):
            path = folder / month / f"{park}{month}.xlsx"
            path.parent.mkdir(exist_ok=True)
            clusters = [c.name for c in catalogue.clusters_of(park)] or ["园内组团外"]
            park_file(path, park, month, p * each, each, clusters, next(iter(catalogue.industries)))
            files.setdefault(month, []).append(path)
    return files


def floor(files: Sequence[Path], database: Path) -> tuple[float, float]:
    """(seconds to read with calamine, seconds to insert the same rows with executemany and commit)."""
    start = time.perf_counter()
    sheets = [CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python() for path in files]
    read = time.perf_counter() - start
    rows = [
        tuple(c.isoformat() if isinstance(c, date) else c for c in row) for sheet in sheets for row in sheet[2:]
    ]  # not part of either side
    connection = sqlite3.connect(database)
    connection.execute("PRAGMA synchronous=FULL")
    connection.execute(f"CREATE TABLE IF NOT EXISTS fact ({', '.join(f'c{n}' for n in range(len(HEAD)))})")
    start = time.perf_counter()
    with connection:
        connection.executemany(f"INSERT INTO fact VALUES ({', '.join('?' * len(HEAD))})", rows)
    wrote = time.perf_counter() - start
    connection.close()
    return read, wrote


def pandas_read(files: Sequence[Path]) -> float | None:
    """Seconds pandas + openpyxl take merely to read; None where pandas is not installed."""
    try:
        import pandas  # type: ignore[import-not-found, import-untyped, unused-ignore]
    except ImportError:
        return None
    start = time.perf_counter()
    for path in files:
        pandas.read_excel(path, engine="openpyxl", header=1)
    return time.perf_counter() - start


def peak_mib() -> float:
    """Peak memory of this process and the largest child, in MiB; 0 where the platform does not say."""
    try:
        import resource
    except ImportError:
        return 0.0
    return sum(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)) / 1024


def ours(files: dict[str, list[Path]], folder: Path) -> list[float]:
    """Seconds to receive each month into one new workspace: read, recognise, parse, check, reconcile, commit."""
    ctx = bootstrap.open_workspace(folder, who="bench", clock=lambda: datetime(2026, 11, 6, 9, 0))
    seconds = []
    for month in MONTHS:
        start = time.perf_counter()
        lines = receive(ctx, files[month])
        seconds.append(time.perf_counter() - start)
        assert all(line.state is FileState.REGISTERED for line in lines), [line.issues[:3] for line in lines]
    return seconds


def main() -> None:
    """Measure and write the section."""
    companies = int(sys.argv[1]) if len(sys.argv) > 1 else 30_000
    runs = int(sys.argv[2]) if len(sys.argv) > 2 else 5
    taken: dict[str, list[float]] = {}
    ratios: dict[str, list[float]] = {}
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        files = make_files(folder, companies)
        for n in range(runs):
            floors = []
            for month in MONTHS:
                read, wrote = floor(files[month], folder / f"floor{n}.db")
                floors.append(read + wrote)
                taken.setdefault("bare calamine read", []).append(read)
                taken.setdefault("bare executemany", []).append(wrote)
            for month, bare, seconds in zip(("first", "second"), floors, ours(files, folder / f"desk{n}"), strict=True):
                taken.setdefault(f"receive, {month} month", []).append(seconds)
                ratios.setdefault(f"receive, {month} month", []).append(seconds / bare)
        memory = peak_mib()
        peer = pandas_read(files[MONTHS[0]])
    write_section("Receive", section(companies, runs, taken, ratios, memory, peer))


def section(
    companies: int,
    runs: int,
    taken: dict[str, list[float]],
    ratios: dict[str, list[float]],
    memory: float,
    peer: float | None,
) -> str:
    """The section as Markdown."""
    load = f", load {os.getloadavg()[0]:.1f} at the end" if hasattr(os, "getloadavg") else ""
    lines = [
        f"`python benches/receive.py {companies} {runs}`: 17 files, {companies:,} companies × {len(HEAD)} columns a",
        "month: read, recognise, parse, check, reconcile, back up, commit.",
        f"{runs} runs in turn, seconds; {os.cpu_count()} cores{load}.",
        f"Peak memory of program and reader together: {memory:.0f} MiB.",
        "",
        "| Work | Median | Min | Max | × bare read + insert |",
        "|---|---|---|---|---|",
    ]
    for name, times in taken.items():
        ratio = f"{statistics.median(ratios[name]):.2f}" if name in ratios else ""
        lines.append(f"| {name} | {statistics.median(times):.2f} | {min(times):.2f} | {max(times):.2f} | {ratio} |")
    said = "not installed here" if peer is None else f"{peer:.1f} s, merely reading one month"
    lines += ["", f"pandas + openpyxl: {said}."]
    return "\n".join(lines)


if __name__ == "__main__":
    main()
