"""A ledger's story for tests: companies, tax and cases put straight into a real database, months locked by the services."""

from __future__ import annotations

import json
from datetime import date, timedelta

from sqlalchemy import select

import db.tables as t
from db.queries import settlements
from db.store import table_of
from zgc_desktop.domain.moves import BaseYear
from zgc_desktop.domain.periods import Month
from zgc_desktop.services import move_case, settle_ledger
from zgc_desktop.services.context import AppContext
from zgc_desktop.services.settle import settle

CODES = ("91110108MA01TJ3Y5P", "91110114MA0J9HTM4L", "91110113MA09D4H3XP", "91110115MA053JJL2M", "91110117MA02J1K618")
JULY, AUGUST, SEPTEMBER, OCTOBER = (Month(2026, m) for m in (7, 8, 9, 10))
Tax = tuple[int, int]


def report_tax(ctx: AppContext, month: Month, lines: dict[str, tuple[str, Tax | None]]) -> None:
    """Tax of a month as accepted: code -> (park, (VAT, CIT)); None: the company is there and its tax is not. Replaces."""
    with ctx.store.write("试", "试", ctx.now()) as unit:
        unit.delete(t.StandingRow, {"month": month.number})
        for park in dict.fromkeys(park for park, _ in lines.values()):
            ids = settlements.company_ids(unit.connection, lines)
            there = table_of(t.SubmissionRow).c
            asked = select(there.id).where(there.month == month.number, there.park == park)
            version = 1 + len(unit.connection.execute(asked).all())
            key = unit.insert(t.SubmissionRow, {
                "month": month.number, "park": park, "version": version, "state": "accepted", "file_name": f"{park}.xlsx",
                "sha256": f"{park}{month}{version}", "received_at": ctx.now(), "companies": 1, "errors": 0, "warnings": 0,
                "notices": 0, "added": 0, "changed": 0, "vanished": 0, "park_decided_by": "", "month_decided_by": "",
                "columns": "{}", "sheets": json.dumps({"tax": {"name": "税收", "letters": {"vat_fen": "D", "cit_fen": "E"}}}),
            })  # fmt: skip
            for row, (code, (where, tax)) in enumerate(lines.items(), start=5):
                if where != park:
                    continue
                company = ids[code]
                unit.insert_many(t.StandingRow, ("month", "company_id", "submission_id", "park", "disputed_with", "closed",
                    "cluster", "cluster_how", "cluster_reason", "industry"),
                    [(month.number, company, key, park, "", 0, "", "", "", "")], "试")  # fmt: skip
                if tax is not None:
                    unit.insert_many(t.TaxFactRow, ("month", "submission_id", "company_id", "sheet_row", "vat_fen", "cit_fen",
                        "other_fen", "total_fen", "refund_fen", "doubtful"),
                        [(month.number, key, company, row, *tax, 0, sum(tax), None, "")], "试")  # fmt: skip
        unit.say("试")


def known(ctx: AppContext, *codes: str) -> None:
    """Companies the ledger knows by name."""
    with ctx.store.write("试", "试", ctx.now()) as unit:
        for code in codes:
            unit.insert(t.CompanyRow, {"credit_code": code, "name": f"企业{code[-4:]}", "first_month": 202606})
        unit.say("试")


def moved(ctx: AppContext, code: str, out: str = "海淀园", into: str = "昌平园", day: date = date(2026, 6, 30),
          capacity: date | None = None, base: int = 2_000_000_000) -> str:  # fmt: skip
    """A landed, government-led case that shares from its capacity day on."""
    case = move_case.open_case(ctx, code, out, into)
    move_case.describe(ctx, case.id, nature="政府主导", kind="整体", registered_on=day,
                       at_capacity_on=capacity or day + timedelta(days=1))  # fmt: skip
    move_case.record_base(ctx, case.id, tuple(BaseYear(day.year - n, base, "税务证明") for n in (3, 2, 1)))
    move_case.land(ctx, case.id)
    return case.id


def locked(ctx: AppContext, *months: Month) -> AppContext:
    for month in months:
        settle(ctx, month)
        for party in sorted({p for x in settle_ledger.view(ctx, month).lines for p, _ in x.answers}):
            settle_ledger.confirm(ctx, month, party, "王")
        settle_ledger.lock(ctx, month, "李")
    return ctx
