"""Benchmark: every tier standard over 30,000 companies × 48 months from the database, beside one SQL window query.

``python benches/tiers.py [companies] [runs]`` writes the section "Tiers" of docs/benchmarks.md. Both sides run in turn.
"""

from __future__ import annotations

import json
import os
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import db.tables as t
from benches.sections import write_section
from db import year_ends
from db.queries import tier_facts
from db.store import UnitOfWork
from zgc_desktop import bootstrap
from zgc_desktop.domain.periods import Month
from zgc_desktop.domain.tiers import standards_on
from zgc_desktop.services.context import AppContext
from zgc_desktop.services.review_tiers import outcomes, review
from zgc_desktop.services.rules import standards_in_use

TITLES = ("Ledger", "Work", "Wall", "Least", "Processor", "× the peer, wall", "× the peer, processor")
FIRST, MONTHS, REVIEWED = Month(2022, 1), 48, Month(2026, 1)
_FACT = (
    "month", "submission_id", "company_id", "sheet_row", "industry", "founded_on", "employees", "revenue_fen",
    "revenue_ytd_fen", "doubtful",
)  # fmt: skip
_STANDING = (
    "month", "company_id", "submission_id", "park", "industry", "disputed_with", "closed", "cluster", "cluster_how",
    "cluster_reason",
)  # fmt: skip
_SUBMISSION = (
    "id", "month", "park", "version", "state", "file_name", "sha256", "received_at", "companies", "errors", "warnings",
    "notices", "added", "changed", "vanished", "park_decided_by", "month_decided_by", "columns", "sheets", "encoding",
    "accepted_at", "accepted_note",
)  # fmt: skip


def fill(ctx: AppContext, companies: int, *, totals: bool) -> None:
    """A ledger of 48 months and the month reviewed; every tenth company sends a tier sheet. ``totals``: with 累计 columns."""
    chance = random.Random(7)
    parks, industries = list(ctx.catalogue.parks), list(ctx.catalogue.industries)
    years = [chance.randint(2008, 2024) for _ in range(companies)]
    growth = [chance.choice((0.9, 1.0, 1.1, 1.2, 1.3, 1.6)) for _ in range(companies)]
    size = [int(chance.lognormvariate(17.5, 1.5)) for _ in range(companies)]
    home = [chance.randrange(len(parks)) for _ in range(companies)]
    with ctx.store.write("bench", "bench", ctx.now()) as unit:
        lines = ((n, f"{n:018d}", f"企业{n:05d}", f"{years[n - 1]}-03-01", "", 202201) for n in range(1, companies + 1))
        unit.insert_many(t.CompanyRow, ("id", "credit_code", "name", "founded_on", "address", "first_month"), lines, "bench")
        for step in range(MONTHS + 1):
            month = FIRST.plus(step)
            ids = {park: step * len(parks) + n + 1 for n, park in enumerate(parks)}
            rows = ((i, month.number, p, 1, "accepted", "", f"{i}", "2026-01-01T00:00:00+00:00", 0, 0, 0, 0, 0, 0, 0, "", "",
                     "[]", "{}", "", "", "")
                    for p, i in ids.items())  # fmt: skip
            unit.insert_many(t.MonthRow, ("month", "state", "opened_at"), [(month.number, "open", "2026-01-01")], "bench")
            unit.insert_many(t.SubmissionRow, _SUBMISSION, rows, "bench")
            monthly = [int(s * g ** (month.year - 2022)) for s, g in zip(size, growth, strict=True)]
            facts = sorted(
                (month.number, ids[parks[home[n]]], n + 1, n, industries[n % 7], "", 20 + n % 300, monthly[n],
                 monthly[n] * month.month if totals else None, "")
                for n in range(companies)
            )  # fmt: skip
            unit.insert_many(t.RosterFactRow, _FACT, facts, "bench")
            stand = (
                (f[0], f[2], f[1], parks[home[f[2] - 1]], f[4], "", 0, "", "", "") for f in sorted(facts, key=lambda f: f[2])
            )
            unit.insert_many(t.StandingRow, _STANDING, stand, "bench")
        _tier_sheets(unit, companies, home, ids, parks)
        for year in range(FIRST.year, REVIEWED.year):
            year_ends.refresh(unit, year)  # as accepting the year's months does
        unit.say("bench")


def _tier_sheets(unit: UnitOfWork, companies: int, home: list[int], ids: dict[str, int], parks: list[str]) -> None:
    sheets = (
        (REVIEWED.number, ids[parks[home[n]]], n + 1, n,
         json.dumps({"privately_funded": "是", "listed": "否", "valuation_usd_fen": n * 10_000_000, "rd_y0_fen": 10**9}))
        for n in range(0, companies, 10)
    )  # fmt: skip
    unit.insert_many(t.TierFactRow, ("month", "submission_id", "company_id", "sheet_row", "figures"), sheets, "bench")


def timed(sides: dict[str, Callable[[], object]], runs: int) -> dict[str, list[tuple[float, float]]]:
    """(seconds, seconds of processor) of every side, run in turn."""
    taken: dict[str, list[tuple[float, float]]] = {name: [] for name in sides}
    for _ in range(runs):
        for name, side in sides.items():
            start, busy = time.perf_counter(), time.process_time()
            side()
            taken[name].append((time.perf_counter() - start, time.process_time() - busy))
    return taken


def window(ctx: AppContext) -> int:
    """The peer: three-year growth of every company by one window query."""
    with ctx.store.read() as connection:
        return sum(
            1 for _, now, base in tier_facts.growth_by_window(connection, range(2022, 2026)) if now and base and now > base
        )


def measure(companies: int, runs: int, folder: Path, *, totals: bool) -> list[str]:
    """The table lines of one ledger."""
    ctx = bootstrap.open_workspace(folder, who="bench", clock=lambda: datetime(2026, 2, 6))
    fill(ctx, companies, totals=totals)
    standards = standards_on(standards_in_use(ctx), REVIEWED.last_day)
    clock, before = time.perf_counter(), time.process_time()
    told = review(ctx, REVIEWED)
    whole = time.perf_counter() - clock, time.process_time() - before
    taken = timed(
        {
            f"all {len(standards)} standards in force decided": lambda: outcomes(ctx, REVIEWED, standards),
            "peer: one SQL window query of the growth": lambda: window(ctx),
        },
        runs,
    )
    taken[f"whole review, {len(told.companies):,} companies listed, reasons when asked (once)"] = [whole]
    middle = {name: tuple(statistics.median(x[n] for x in pairs) for n in (0, 1)) for name, pairs in taken.items()}
    peer = middle["peer: one SQL window query of the growth"]
    kind = "with 累计 columns" if totals else "months added up"
    return [
        f"| {kind} | {name} | {wall:.2f} | {min(x[0] for x in taken[name]):.2f} | {busy:.2f} | {wall / peer[0]:.2f} | "
        f"{busy / peer[1]:.2f} |"
        for name, (wall, busy) in middle.items()
    ]


def main() -> None:
    """Measure and write the section."""
    companies, runs = (int(a) for a in (sys.argv[1:] + ["30000", "3"][len(sys.argv) - 1 :])[:2])
    lines = []
    for totals in (False, True):
        with tempfile.TemporaryDirectory() as folder:
            lines += measure(companies, runs, Path(folder), totals=totals)
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else 0
    body = (
        f"`python benches/tiers.py {companies} {runs}`: {companies:,} companies × {MONTHS} months of revenue and people and "
        f"the month reviewed; a tier sheet from every tenth. Medians of {runs} runs in turn, seconds; "
        f"{os.cpu_count()} cores, load {load:.1f} at the end.\n\n"
        f"| {' | '.join(TITLES)} |\n{'|---' * len(TITLES)}|\n" + "\n".join(lines)
    )
    write_section("Tiers", body)
    print(body)


if __name__ == "__main__":
    main()
