"""Benchmark: receive the files of 17 parks, 30,000 companies × 30 columns, beside a bare read and a bare insert.

``python benches/receive.py [companies] [runs]`` prints a Markdown table and writes its section of ``docs/benchmarks.md``.
Each run receives a first and a second month into a new workspace; the floor reads the same files with calamine and inserts
the same rows with ``executemany``, in turn with it. pandas + openpyxl, merely reading, stands beside where it can be had.
"""

from __future__ import annotations

import os
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from openpyxl import Workbook
from python_calamine import CalamineWorkbook

from benches import pandas_peer
from benches.sections import write_section
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


def busy() -> float:
    """Seconds of processor this program and its ended children have used."""
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


def floor(files: Sequence[Path], database: Path) -> tuple[Seconds, Seconds]:
    """What it takes to read with calamine, and to insert the same rows with executemany and commit."""
    with watch() as read:
        sheets = [CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python() for path in files]
    rows = [
        tuple(c.isoformat() if isinstance(c, date) else c for c in row) for sheet in sheets for row in sheet[2:]
    ]  # not part of either side
    connection = sqlite3.connect(database)
    connection.execute("PRAGMA synchronous=FULL")
    connection.execute(f"CREATE TABLE IF NOT EXISTS fact ({', '.join(f'c{n}' for n in range(len(HEAD)))})")
    with watch() as wrote, connection:
        connection.executemany(f"INSERT INTO fact VALUES ({', '.join('?' * len(HEAD))})", rows)
    connection.close()
    return read, wrote


@dataclass(slots=True)
class Seconds:
    """On the clock and of the processor."""

    wall: float = 0.0
    busy: float = 0.0

    def __add__(self, other: Seconds) -> Seconds:
        return Seconds(self.wall + other.wall, self.busy + other.busy)


@contextmanager
def watch() -> Iterator[Seconds]:
    """How long what stands inside takes."""
    taken, clock, before = Seconds(), time.perf_counter(), busy()
    yield taken
    taken.wall, taken.busy = time.perf_counter() - clock, busy() - before


def peak_mib() -> float:
    """Peak memory of this process and the largest child, in MiB; 0 where the platform does not say."""
    try:
        import resource
    except ImportError:
        return 0.0
    return sum(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)) / 1024


def ours(files: dict[str, list[Path]], folder: Path) -> list[Seconds]:
    """What receiving each month into one new workspace takes: read, recognise, parse, check, reconcile, commit."""
    ctx = bootstrap.open_workspace(folder, who="bench", clock=lambda: datetime(2026, 11, 6, 9, 0))
    seconds = []
    for month in MONTHS:
        with watch() as taken:
            lines = receive(ctx, files[month])
        seconds.append(taken)
        assert all(line.state is FileState.REGISTERED for line in lines), [line.issues[:3] for line in lines]
    return seconds


def main() -> None:
    """Measure and write the section."""
    companies = int(sys.argv[1]) if len(sys.argv) > 1 else 30_000
    runs = int(sys.argv[2]) if len(sys.argv) > 2 else 3
    taken: dict[str, list[Seconds]] = {}
    ratios: dict[str, list[Seconds]] = {}
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        files = make_files(folder, companies)
        ours(files, folder / "warm")  # what is loaded once is no part of either side
        memory = peak_mib()
        for n in range(runs):
            floors = []
            for month in MONTHS:
                read, wrote = floor(files[month], folder / f"floor{n}.db")
                floors.append(read + wrote)
                taken.setdefault("bare calamine read", []).append(read)
                taken.setdefault("bare executemany", []).append(wrote)
            for month, bare, mine in zip(("first", "second"), floors, ours(files, folder / f"desk{n}"), strict=True):
                taken.setdefault(f"receive, {month} month", []).append(mine)
                ratio = Seconds(mine.wall / bare.wall, mine.busy / bare.busy)
                ratios.setdefault(f"receive, {month} month", []).append(ratio)
        peer = pandas_peer.run("read", [str(path) for path in files[MONTHS[0]]])
    body = section(companies, runs, taken, ratios, memory, peer)
    write_section("Receive", body)
    print(body)


TITLES = ("Work", "Median", "Min", "Max", "Processor", "× bare read + insert", "least ×", "× of processor")


def section(
    companies: int,
    runs: int,
    taken: dict[str, list[Seconds]],
    ratios: dict[str, list[Seconds]],
    memory: float,
    peer: tuple[float, float, int] | None,
) -> str:
    """The section as Markdown."""
    load = f", load {os.getloadavg()[0]:.1f} at the end" if hasattr(os, "getloadavg") else ""
    lines = [
        f"`python benches/receive.py {companies} {runs}`: 17 files, {companies:,} companies × {len(HEAD)} columns a",
        "month: read, recognise, parse, check, reconcile, back up, commit.",
        f"{runs} runs in turn after one to warm up, seconds; {os.cpu_count()} cores{load}. The first month meets an empty",
        "workspace, the second is checked against it. Processor: of the program and its reader together.",
        f"Peak memory of program and reader together: {memory:.0f} MiB.",
        "",
        f"| {' | '.join(TITLES)} |",
        "|---" * len(TITLES) + "|",
    ]
    for name, times in taken.items():
        walls = [t.wall for t in times]
        middle = f"{statistics.median(walls):.2f} | {min(walls):.2f} | {max(walls):.2f}"
        of = ratios.get(name, [])
        ratio = (
            f"{statistics.median(r.wall for r in of):.2f} | {min(r.wall for r in of):.2f} | "
            f"{statistics.median(r.busy for r in of):.2f}"
            if of
            else "| | "
        )
        lines.append(f"| {name} | {middle} | {statistics.median(t.busy for t in times):.2f} | {ratio} |")
    if peer is not None:
        lines.append(f"| peer: pandas + openpyxl, merely reading one month | {peer[0]:.2f} | | | {peer[1]:.2f} | | | |")
    else:
        lines += ["", "pandas + openpyxl: not to be had here."]
    return "\n".join(lines)


if __name__ == "__main__":
    main()
