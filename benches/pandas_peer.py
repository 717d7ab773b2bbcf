"""The work of the peers written with pandas, in a throw-away environment of its own: the program does not depend on it.

``run("read", files)`` starts it as a program; where no environment with pandas can be made, the peer is left out.
"""

from __future__ import annotations

import importlib.util
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

BASE = 2_500_000_000
QUERY = """SELECT s.company_id, s.month, f.vat_fen, f.cit_fen FROM standing s
JOIN tax_fact f ON f.month = s.month AND f.submission_id = s.submission_id AND f.company_id = s.company_id
ORDER BY s.company_id, s.month"""


def interpreter() -> str | None:
    """A Python that has pandas and openpyxl: this one, or that of an environment made once in the temporary folder."""
    if all(importlib.util.find_spec(name) for name in ("pandas", "openpyxl")):
        return sys.executable
    folder = Path(tempfile.gettempdir()) / f"zgc-bench-pandas-{sys.version_info.major}{sys.version_info.minor}"
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    ready = folder / "ready"
    if not ready.exists():
        made = subprocess.run([sys.executable, "-m", "venv", str(folder)], check=False, capture_output=True)
        pip = [str(python), "-m", "pip", "install", "--quiet", "pandas", "openpyxl"]
        if made.returncode or subprocess.run(pip, check=False, capture_output=True).returncode:
            return None
        ready.touch()
    return str(python)


def run(work: str, arguments: Sequence[str]) -> tuple[float, float, int] | None:
    """(seconds, seconds of processor, result) of one work after its imports; None where pandas cannot be had."""
    python = interpreter()
    if python is None:
        return None
    told = subprocess.run([python, __file__, work, *arguments], check=True, capture_output=True, text=True).stdout
    wall, busy, result = json.loads(told)
    return float(wall), float(busy), int(result)


def read(files: Sequence[str]) -> int:
    """Merely read every file with pandas and openpyxl; returns the rows."""
    import pandas  # type: ignore[import-not-found,import-untyped,unused-ignore]

    return sum(len(pandas.read_excel(path, engine="openpyxl", header=1)) for path in files)


def settle(files: Sequence[str]) -> int:
    """One company after the other's share of the last month by the rule of 2015, month by month over whole columns."""
    import sqlite3

    import pandas

    connection = sqlite3.connect(files[0])
    frame = pandas.read_sql_query(QUERY, connection)
    connection.close()
    frame["amount"] = frame.vat_fen + frame.cit_fen
    table = frame.pivot(index="company_id", columns="month", values="amount")
    had = last = table.iloc[:, 0] * 0
    for month in table.columns:
        amount = table[month]
        share = ((amount.abs() + 1) // 2) * amount.apply(lambda v: 1 if v >= 0 else -1)
        share = share.clip(lower=-had, upper=3 * BASE - had)
        had, last = had + share, share
    return int(last.sum())


def main() -> None:
    """Do one work and tell how long it took."""
    work = {"read": read, "settle": settle}[sys.argv[1]]
    import pandas  # noqa: F401  # not part of the time

    clock, busy = time.perf_counter(), time.process_time()
    result = work(sys.argv[2:])
    print(json.dumps((time.perf_counter() - clock, time.process_time() - busy, result)))


if __name__ == "__main__":
    main()
