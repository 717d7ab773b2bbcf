"""How long a settlement takes: cases × 36 months from the database, and again under a changed rule, beside plain scripts.

``python benches/settle.py [cases ...]`` (default 500 5000 50000) prints a Markdown table and writes its section of
``docs/benchmarks.md``. Every peer computes the same sum to the 分, or the run stops.
"""

from __future__ import annotations

import os
import random
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import db.tables as t
from benches import pandas_peer
from benches.sections import write_section
from zgc_desktop import bootstrap
from zgc_desktop.domain.credit_code import ALPHABET, check_character
from zgc_desktop.domain.periods import Month
from zgc_desktop.services.context import AppContext
from zgc_desktop.services.settle import compute
from zgc_desktop.services.simulate import simulate

FIRST, MONTHS = Month(2023, 1), 36
LAST = FIRST.plus(MONTHS - 1)
BASE = 2_500_000_000
STANDING = ("month", "company_id", "submission_id", "park", "disputed_with", "closed", "cluster", "cluster_how",
            "cluster_reason", "industry")  # fmt: skip
TAX = ("month", "submission_id", "company_id", "sheet_row", "vat_fen", "cit_fen", "other_fen", "total_fen", "refund_fen",
       "doubtful")  # fmt: skip


def code_of(number: int) -> str:
    """An invented credit code with a right check character."""
    digits = ""
    for _ in range(9):
        number, rest = divmod(number, len(ALPHABET))
        digits = ALPHABET[rest] + digits
    first = f"91110108{digits}"
    return first + check_character(first)


def build(folder: Path, cases: int) -> AppContext:
    """A workspace with so many landed cases between 17 parks, 36 months of tax each, one month in ten a refund."""
    ctx = bootstrap.open_workspace(folder, who="测速")
    parks, rng = list(ctx.catalogue.parks), random.Random(cases)
    homes = [rng.sample(range(len(parks)), 2) for _ in range(cases)]
    with ctx.store.write("bench", "测速", ctx.now()) as unit:
        unit.insert_many(t.CompanyRow, ("id", "credit_code", "name", "founded_on", "address", "first_month"),
                         [(n + 1, code_of(n), f"企业{n}", "", "", FIRST.number) for n in range(cases)], "测速")  # fmt: skip
        unit.insert_many(
            t.CaseRow,
            ("id", "company_id", "from_park", "to_park", "state", "opened_on", "nature", "kind", "registered_on",
             "at_capacity_on", "first_tax_on", "landed_on", "note"),
            [(f"MV-2022-{n:06d}", n + 1, parks[a], parks[b], "分享中", "2022-10-01", "政府主导", "整体", "2022-12-31",
              "2023-01-01", "", "2022-12-31", "") for n, (a, b) in enumerate(homes)], "测速")  # fmt: skip
        bases = [(f"MV-2022-{n:06d}", y, BASE, "税务证明") for n in range(cases) for y in (2020, 2021, 2022)]
        unit.insert_many(t.CaseBaseRow, ("case_id", "year", "amount_fen", "source"), bases, "测速")
        sheets = '{"tax": {"name": "税收", "letters": {"vat_fen": "D", "cit_fen": "E", "total_fen": "G"}}}'
        names = ("id", "month", "park", "version", "state", "file_name", "sha256", "received_at", "companies", "errors",
                 "warnings", "notices", "added", "changed", "vanished", "park_decided_by", "month_decided_by", "columns",
                 "sheets", "encoding", "accepted_at", "accepted_note")  # fmt: skip
        months = [FIRST.plus(m) for m in range(MONTHS)]
        sent = [(m * len(parks) + p + 1, month.number, park, 1, "accepted", f"{park}.xlsx", f"{month}{park}", "2026-01-01",
                 0, 0, 0, 0, 0, 0, 0, "", "", "{}", sheets, "", "", "")
                for m, month in enumerate(months) for p, park in enumerate(parks)]  # fmt: skip
        unit.insert_many(t.SubmissionRow, names, sent, "测速")
        for m, month in enumerate(months):
            standing, tax = [], []
            for n, (_, into) in enumerate(homes):
                sign = -1 if rng.random() < 0.1 else 1
                vat, cit = sign * rng.randrange(90_000_000), sign * rng.randrange(60_000_000)
                key = m * len(parks) + into + 1
                standing.append((month.number, n + 1, key, parks[into], "", 0, "", "", "", ""))
                tax.append((month.number, key, n + 1, n + 5, vat, cit, 0, vat + cit, None, ""))
            unit.insert_many(t.StandingRow, STANDING, standing, "测速")
            unit.insert_many(t.TaxFactRow, TAX, tax, "测速")
        unit.say("测速数据")
    return ctx


def of_rule(amounts: list[int]) -> int:
    """One company under the rule of 2015: half, half up, clawback, capped by three years' base. Returns the last month's."""
    had = last = 0
    for amount in amounts:
        share = (amount + 1) // 2 if amount >= 0 else -((1 - amount) // 2)
        share = min(max(share, -had), 3 * BASE - had)
        had += share
        last = share
    return last


QUERY = """SELECT s.company_id, f.vat_fen, f.cit_fen FROM standing s
JOIN tax_fact f ON f.month = s.month AND f.submission_id = s.submission_id AND f.company_id = s.company_id
ORDER BY s.company_id, s.month"""


def plain_script(ctx: AppContext) -> int:
    """The work of a throw-away script: one query, a dict of lists, the rule. No sources, sentences or explanations."""
    connection = sqlite3.connect(ctx.store.path)
    by_company: dict[int, list[int]] = {}
    for company, vat, cit in connection.execute(QUERY):
        by_company.setdefault(company, []).append(vat + cit)
    connection.close()
    return sum(of_rule(amounts) for amounts in by_company.values())


def bare_loop(ctx: AppContext) -> Callable[[], int]:
    """The integers alone, already in memory: nothing can be faster in this language."""
    connection = sqlite3.connect(ctx.store.path)
    by_company: dict[int, list[int]] = {}
    for company, vat, cit in connection.execute(QUERY):
        by_company.setdefault(company, []).append(vat + cit)
    connection.close()
    return lambda: sum(of_rule(amounts) for amounts in by_company.values())


def timed(work: Callable[[], Any], runs: int) -> tuple[float, float, Any]:
    """Median seconds on the clock and of processor time, and what the work gave."""
    found, result = [], None
    for _ in range(runs):
        clock, busy = time.perf_counter(), time.process_time()
        result = work()
        found.append((time.perf_counter() - clock, time.process_time() - busy))
    found.sort()
    return (*found[len(found) // 2], result)


def measure(cases: int) -> list[tuple[str, float, float]]:
    """(work, seconds, processor seconds) of one size; stops where a peer gives another sum."""
    runs = 5 if cases <= 500 else 1
    with tempfile.TemporaryDirectory() as folder:
        ctx = build(Path(folder) / "测速", cases)
        rows, sums = [], set()
        clock, busy, settled = timed(lambda: compute(ctx, LAST, explainable=False).section, runs)
        rows.append(("settle the month from the database", clock, busy))
        sums.add(settled.due_fen)
        assert settled.difference_fen == 0
        clock, busy, told = timed(lambda: simulate(ctx, LAST, ["ratios=0.4,0.4,0.4"]), runs)
        rows.append(("simulate a changed rule beside the one in force (two runs)", clock, busy))
        assert len(told.cases) == cases
        peers: list[tuple[str, Callable[[], int]]] = [
            ("peer: plain script, one query and dicts", lambda: plain_script(ctx)),
            ("floor: bare integer loop, data in memory", bare_loop(ctx)),
        ]
        for name, work in peers:
            clock, busy, due = timed(work, runs)
            rows.append((name, clock, busy))
            sums.add(due)
        if (told_by := pandas_peer.run("settle", [str(ctx.store.path)])) is not None:
            rows.insert(-1, ("peer: plain pandas script", told_by[0], told_by[1]))
            sums.add(told_by[2])
        if len(sums) != 1:
            raise SystemExit(f"the peers disagree: {sums}")
    return rows


def main() -> None:
    """Measure every size and write the section."""
    sizes = [int(a) for a in sys.argv[1:]] or [500, 5_000, 50_000]
    lines = [
        "| Cases × 36 months | Work | Seconds | Processor s | ms per case | × the plain script |",
        "|---|---|---|---|---|---|",
    ]
    for cases in sizes:
        rows = measure(cases)
        peer = next(busy for name, _, busy in rows if name.startswith("peer: plain script"))
        for name, clock, busy in rows:
            per = f"{busy * 1000 / cases:.3f}"
            lines.append(f"| {cases:,} | {name} | {clock:.2f} | {busy:.2f} | {per} | {busy / peer:.1f} |")
        print("\n".join(lines[-len(rows) :]), flush=True)
    about = (
        f"`python benches/settle.py {' '.join(map(str, sizes))}`: companies that moved between 17 parks, 36 months of tax, "
        "a refund every tenth month. Ours reads what was accepted with the cell of every figure, settles under the rule in "
        "force and forecasts caps; each peer gives the same sum to the 分. Median of 5 runs (one above 500), "
        f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f} at the end on {date.today()}."
    )
    write_section("Settle", f"{about}\n\n" + "\n".join(lines))
    print("\n".join(lines))


if __name__ == "__main__":
    main()
