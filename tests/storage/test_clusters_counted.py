"""组团空间 is counted in the database: the same figures as adding up company by company, closed ones nowhere."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from db.queries import ledger
from tests.storage.conftest import company, tax_line
from zgc_desktop.domain.periods import Month
from zgc_desktop.domain.placement import Member, focus_fit
from zgc_desktop.services.accept import accept
from zgc_desktop.services.context import AppContext
from zgc_desktop.services.indicators import indicators, overview
from zgc_desktop.services.receive import receive

OCTOBER = Month(2026, 10)


def test_counted_together_as_one_by_one(desk: AppContext, park_file: Callable[..., Path]) -> None:
    """Revenue, tax, fit and quotients of the clusters; a company that closed and one without revenue among them."""
    roster = [
        company(0, cluster="永丰"),
        company(1, cluster="永丰", industry="新材料", revenue_fen=None),
        company(2, cluster="永丰", status="注销"),
        company(3),
    ]
    receive(desk, [park_file("海淀园", "2026-10", roster, [tax_line(0), tax_line(1), tax_line(2)])])
    accept(desk, OCTOBER, ["海淀园"], despite_errors="试")
    seen = overview(desk, OCTOBER)
    with desk.store.read() as connection:
        living = [f for f in ledger.figures(connection, OCTOBER) if not f.closed]
    assert len(living) == 3
    plain = focus_fit((Member(f.cluster, f.industry, f.revenue_fen, f.tax_fen) for f in living if f.cluster), desk.catalogue)
    assert seen.fit == plain
    assert set(seen.quotients) == set(indicators(desk, OCTOBER).quotients)
    assert sum(g.companies for g in seen.groups) == len(living)
    assert sum(g.revenue_fen or 0 for g in seen.groups) == sum(f.revenue_fen or 0 for f in living)
    assert sum(g.tax_fen or 0 for g in seen.groups) == sum(f.tax_fen or 0 for f in living)
    assert [a.credit_code for a in seen.unassigned] == [company(3)["credit_code"]]
