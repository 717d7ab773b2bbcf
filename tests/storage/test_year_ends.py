"""The kept figures of a year (年末数) equal the plain sums of the facts that count, whatever was done and undone before."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date
from random import Random

import pytest
from sqlalchemy import text

from db import year_ends
from db.queries import tier_facts
from db.submissions import Registration, register
from tests.storage.conftest import CODES, NAMES
from zgc_desktop.domain.decisions import DecisionKind
from zgc_desktop.domain.errors import Refused
from zgc_desktop.domain.issues import Issue, Severity
from zgc_desktop.domain.periods import Month
from zgc_desktop.domain.submissions import CheckedSubmission, FactTable, Recognised
from zgc_desktop.services import audit, decide, move_case, undo
from zgc_desktop.services.accept import accept
from zgc_desktop.services.context import AppContext

YEAR = 2025
PARKS = {"海淀园": (0, 1, 2), "昌平园": (2, 3)}
"""Who is on whose roster: one company on both."""
PLAIN = """
SELECT s.company_id,
  CASE WHEN d.revenue_ytd_fen IS NOT NULL THEN d.revenue_ytd_fen
       WHEN (SELECT count(f.revenue_fen) FROM standing c JOIN roster_fact f ON f.month = c.month
             AND f.submission_id = c.submission_id AND f.company_id = c.company_id
             WHERE c.company_id = s.company_id AND c.month / 100 = s.month / 100) = 12
       THEN (SELECT sum(f.revenue_fen) FROM standing c JOIN roster_fact f ON f.month = c.month
             AND f.submission_id = c.submission_id AND f.company_id = c.company_id
             WHERE c.company_id = s.company_id AND c.month / 100 = s.month / 100) END,
  d.employees
FROM standing s JOIN roster_fact d ON d.month = s.month AND d.submission_id = s.submission_id AND d.company_id = s.company_id
WHERE s.month = :december ORDER BY 1
"""
"""The same said in SQL of its own, company by company."""


@dataclass
class Line:
    """One company of a month as its park reports it; ``doubtful``: an error puts the revenue in question."""

    n: int
    revenue: int | None
    total: int | None = None
    doubtful: bool = False


def report(ctx: AppContext, park: str, month: Month, lines: list[Line], version: int) -> None:
    """Register one version of a park's month."""
    values: dict[str, list[object]] = {
        "credit_code": [CODES[x.n] for x in lines],
        "name": [NAMES[x.n] for x in lines],
        "employees": [None if x.revenue is None else 20 + x.n for x in lines],
        "revenue_fen": [x.revenue for x in lines],
        "revenue_ytd_fen": [x.total for x in lines],
    }
    doubtful = frozenset((n, "revenue_fen") for n, x in enumerate(lines) if x.doubtful)
    rows = tuple(range(2, 2 + len(lines)))
    table = FactTable(
        "enterprise", "企业", rows, {"credit_code": "A", "name": "B", "revenue_fen": "D"}, values, frozenset(), doubtful
    )
    said = [
        Issue("V-AMOUNT", Severity.ERROR, "金额看不准", "f", "企业", f"D{rows[n]}", "营业收入") for n, _ in sorted(doubtful)
    ]
    known = Registration(park, month, version, "2026-01-05T09:00:00+08:00", 0, 0, 0)
    mark = hashlib.sha256(f"{park}{month}{version}{lines}".encode()).hexdigest()
    checked = CheckedSubmission(
        "f.xlsx", mark, Recognised(park, ""), Recognised(str(month), ""), {"enterprise": table}, (), tuple(said)
    )
    with ctx.store.write("receive", ctx.who, ctx.now()) as unit:
        register(unit, checked, known)
        unit.say(f"登记 {park} {month}")


def plain(ctx: AppContext) -> list[tuple[int, int | None, int | None]]:
    """What the months say."""
    with ctx.store.read() as connection:
        return [tuple(r) for r in connection.execute(text(PLAIN), {"december": YEAR * 100 + 12})]


def kept(ctx: AppContext) -> list[tuple[int, int | None, int | None]]:
    """What is kept of them."""
    with ctx.store.read() as connection:
        end = tier_facts.year_ends(connection, [YEAR])[YEAR]
    return sorted((company, end.revenue_fen[company], end.employees[company]) for company in end.revenue_fen)


class History:
    """A year of two parks, and random hands on it."""

    def __init__(self, ctx: AppContext, chance: Random) -> None:
        self.ctx, self.chance, self.versions = ctx, chance, 0

    def receive(self, park: str, month: Month, holes: float) -> None:
        chance, december = self.chance, month.month == 12
        self.versions += 1
        lines = [
            Line(
                n,
                None if chance.random() < holes else chance.randrange(10**10),
                chance.randrange(10**11) if december and chance.random() < holes else None,
                doubtful=chance.random() < holes / 3,
            )
            for n in PARKS[park]
        ]
        report(self.ctx, park, month, lines, self.versions)

    def step(self) -> None:
        chance, ctx = self.chance, self.ctx
        park, month = chance.choice(list(PARKS)), Month(YEAR, chance.choice((3, 7, 12)))
        act = chance.choice(("new", "new", "accept", "accept", "release", "land", "undo", "undo", "redo", "older"))
        if act == "new":
            self.receive(park, month, chance.choice((0.0, 0.0, 0.3)))
            accept(ctx, month, [park], despite_errors="试")
        elif act == "accept":
            accept(ctx, month, [park], despite_errors="试")
        elif act == "release":
            found = [i for i in decide.issues(ctx, month) if i.issue.severity is Severity.ERROR]
            if found:
                decide.decide(ctx, month, [chance.choice(found).id], DecisionKind.ACCEPTED, "属实")
        elif act == "land":
            case = move_case.open_case(ctx, CODES[2], *chance.sample(list(PARKS), 2))
            day = date(YEAR, chance.choice((2, 6, 12)), 3)
            move_case.describe(ctx, case.id, nature="政府主导", kind="整体", registered_on=day, at_capacity_on=day)
            move_case.land(ctx, case.id)
        elif act == "undo":
            undo.undo(ctx)
        elif act == "redo":
            undo.redo(ctx)
        else:
            undo.undo(ctx, chance.choice(undo.list_steps(ctx, 30)).seq, together=True)


@pytest.mark.parametrize("seed", [1, 2])
def test_year_ends_equal_the_plain_sums_whatever_was_accepted_landed_undone_and_redone(desk: AppContext, seed: int) -> None:
    history = History(desk, Random(seed))
    for n in range(1, 13):
        for park in PARKS:
            history.receive(park, Month(YEAR, n), 0.3 if n == 3 else 0.0)
        accept(desk, Month(YEAR, n), despite_errors="试")
        assert kept(desk) == plain(desk)
    assert len(kept(desk)) == 4
    told, done = set(), 0
    for _ in range(45):
        try:
            history.step()
            done += 1
        except Refused:
            pass  # what is refused changed nothing: the figures are compared all the same
        assert kept(desk) == plain(desk)
        told |= {revenue is None for _, revenue, _ in kept(desk)}
    assert done > 20
    assert told == {True, False}  # years that are whole and years with a month missing, both
    assert [f for f in audit.verify(desk).findings if f.table] == []  # no file is archived here


def test_a_workspace_that_kept_no_year_ends_gets_them_when_it_is_opened_and_its_journal_proves_them(desk: AppContext) -> None:
    history = History(desk, Random(3))
    for n in range(1, 13):
        history.receive("海淀园", Month(YEAR, n), 0.0)
        accept(desk, Month(YEAR, n), despite_errors="试")
    was = kept(desk)
    assert [revenue is None for _, revenue, _ in was] == [False] * 3
    with desk.store.write("试", "张", desk.now()) as unit:  # as an older program left it
        unit.delete(year_ends.t.YearEndRow, {"year": YEAR})
        unit.say("试")
    assert kept(desk) == []
    desk.store.prepare()
    assert kept(desk) == was == plain(desk)
    head = desk.store.head()
    desk.store.prepare()
    assert desk.store.head() == head
    assert [f for f in audit.verify(desk).findings if f.table] == []  # no file is archived here


def test_a_year_with_a_month_missing_has_no_revenue_and_never_a_part_of_it(desk: AppContext) -> None:
    for n in (*range(1, 6), *range(7, 13)):
        report(desk, "海淀园", Month(YEAR, n), [Line(0, 100), Line(1, 100, total=1300 if n == 12 else None)], n)
        accept(desk, Month(YEAR, n), despite_errors="试")
    assert [revenue for _, revenue, _ in kept(desk)] == [None, 1300]
    report(desk, "海淀园", Month(YEAR, 6), [Line(0, 100), Line(1, 100)], 30)
    accept(desk, Month(YEAR, 6), despite_errors="试")
    assert [revenue for _, revenue, _ in kept(desk)] == [1200, 1300]
    undo.undo(desk)
    assert [revenue for _, revenue, _ in kept(desk)] == [None, 1300]
