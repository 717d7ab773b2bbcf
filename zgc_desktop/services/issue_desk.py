"""Reads for 校验退回: a month's issues with their decisions and last month's values, and how a park's answer compares."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from db.queries import decisions as reads
from db.queries import moves, submissions
from zgc_desktop.domain.decisions import DecidedIssue
from zgc_desktop.domain.history import History
from zgc_desktop.domain.issues import Issue
from zgc_desktop.domain.money import in_unit
from zgc_desktop.domain.park_layouts import EVERY_SHEET
from zgc_desktop.domain.periods import Month
from zgc_desktop.domain.submissions import SubmissionItem
from zgc_desktop.services.compare import Comparison, compare
from zgc_desktop.services.context import AppContext
from zgc_desktop.services.decide import newest
from zgc_desktop.services.decided_issues import decided
from zgc_desktop.services.send_back import after_working_days

MOST_DAYS = 10
"""The longest deadline offered, in working days."""


@dataclass(frozen=True, slots=True)
class IssueDesk:
    """The newest version of each park, the issues of those versions, and what deciding on them needs.

    ``last`` gives last month's value as text by issue id, for the versions asked for. ``leads``: credit codes with an open
    move lead. ``deadlines[n]`` is the day n+1 working days from today.
    """

    parks: tuple[str, ...]
    items: tuple[SubmissionItem, ...]
    issues: tuple[DecidedIssue, ...]
    last: Mapping[int, str]
    leads: frozenset[str]
    deadlines: tuple[date, ...]


def read(ctx: AppContext, month: Month, known: Collection[int] = ()) -> IssueDesk:
    """The month as 校验退回 shows it; versions in ``known`` (ids) are not asked for last month's values again."""
    with ctx.store.read() as connection:
        items = newest(ctx, submissions.versions(connection, month))
        order = {park: n for n, park in enumerate(ctx.catalogue.parks)}
        items = tuple(sorted(items, key=lambda i: order.get(i.park, len(order))))
        issues = decided(connection, items)
        last: dict[int, str] = {}
        for item in items:
            mine = [i for i in issues if i.submission_id == item.id and i.issue.credit_code and i.issue.cell]
            if mine and item.id not in known:
                past = submissions.history(connection, item.park, month)
                last |= {i.id: text for i in mine if (text := _last_value(i.issue, item, past))}
        leads = frozenset(x.credit_code for x in moves.leads(connection, month) if x.state == "open")
    today = ctx.today()
    deadlines = tuple(after_working_days(today, n) for n in range(1, MOST_DAYS + 1))
    return IssueDesk(tuple(ctx.catalogue.parks), items, issues, last, leads, deadlines)


def _last_value(issue: Issue, item: SubmissionItem, past: History) -> str:
    """Last month's figure of the issue's cell in the unit of the park's column, or ""."""
    letter = issue.cell.rstrip("0123456789")
    match = next((c for c in item.columns if c.sheet == issue.sheet and c.letter == letter), None)
    if match is None:
        return ""
    value = past.figures.get(issue.credit_code, {}).get(match.field)
    if value is None:
        return ""
    keys = dict(zip(item.sheets, item.sheet_keys, strict=False))
    columns = EVERY_SHEET[keys[issue.sheet]].columns if keys.get(issue.sheet) in EVERY_SHEET else ()
    column = next((c for c in columns if c.key == match.field), None)
    if column is not None and column.kind == "money":
        return f"{in_unit(value, match.unit or column.unit):,.2f}"
    return f"{value:,}"


def answer(ctx: AppContext, month: Month, park: str) -> Comparison | None:
    """The newest version of a park beside the return it answers; None where it answers none (yet)."""
    with ctx.store.read() as connection:
        versions: Sequence[SubmissionItem] = [v for v in submissions.versions(connection, month) if v.park == park]
        rounds = reads.returns(connection, month, park)
    if not versions or not any(r.version < versions[-1].version for r in rounds):
        return None
    return compare(ctx, month, park)
