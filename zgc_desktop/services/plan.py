"""Plan targets (规划目标): each with its figure from the program's data or registered indicators, or said to have none."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from typing import Final

from db.queries import coordination as reads
from db.queries.year_totals import year_totals
from zgc_desktop.domain.money import UNIT_FEN
from zgc_desktop.domain.periods import Month
from zgc_desktop.domain.registers import Entry, in_force
from zgc_desktop.domain.targets import Progress, Target, progress, read_targets
from zgc_desktop.services.context import AppContext
from zgc_desktop.services.rules import read_toml

_LARGE: Final = 500 * UNIT_FEN["亿元"]
"""年销售收入过 500 亿元 (发展规划纲要 二（三）)."""
_PATENTS_2008: Final = "2008"


def targets(ctx: AppContext) -> tuple[Target, ...]:
    """The targets of both plans: the office's own file in place of the shipped one."""
    own = ctx.paths.rules / "plan" / "targets.toml"
    path = own if own.exists() else ctx.resources / "plan" / "targets.toml"
    return read_targets(read_toml(path), path.name)


def plan_progress(ctx: AppContext, month: Month, evidence_on: date | None = None) -> tuple[Progress, ...]:
    """Every target's state as at a month; what has no data says which data it waits for.

    Evidence counts as of ``evidence_on``, the month's last day unless said: a screen shows what was noted since.
    """
    with ctx.store.read() as connection:
        totals = year_totals(connection, month, _LARGE)
        every = reads.entries(connection)
    entries = in_force(every, month.last_day)
    known = targets(ctx)
    indicators = [e for e in entries if e.kind == "indicators"]
    figures = {
        "total_revenue": None if totals.revenue is None else Fraction(totals.revenue, 10_000 * UNIT_FEN["亿元"]),
        "research_share": Fraction(totals.both_research * 100, totals.both_revenue)
        if totals.both_research is not None and totals.both_revenue
        else None,
        "large_companies": None if totals.large is None else Fraction(totals.large),
        "clusters_formed": Fraction(len(ctx.catalogue.clusters)),
        "patents_growth": _patents(indicators, month),
        "service_share": _newest(indicators, "高技术服务业增加值占比", month),
        "talents": _sum_of_year(indicators, "高端人才", month),
    }
    notes = [e for e in in_force(every, evidence_on or month.last_day) if e.kind == "evidence"]
    evidence = {
        t.key: [f"{e.value('text')}（{e.source}）" for e in notes if e.value("target") in (t.key, t.title)] for t in known
    }
    return progress(known, figures, evidence)


def _of_year(entries: Sequence[Entry], indicator: str, year: str) -> list[Entry]:
    return [e for e in entries if e.value("indicator") == indicator and e.value("period").startswith(year)]


def _sum_of_year(entries: Sequence[Entry], indicator: str, month: Month) -> Fraction | None:
    """The newest value of each park in the month's year, added up; None where no park registered one."""
    newest = {e.subject: e for e in _of_year(entries, indicator, str(month.year))}
    return sum((Fraction(e.value("value")) for e in newest.values()), Fraction(0)) if newest else None


def _newest(entries: Sequence[Entry], indicator: str, month: Month) -> Fraction | None:
    """The one value registered for the whole 示范区 or, where several parks registered shares, none: shares do not add up."""
    found = {e.subject: e for e in _of_year(entries, indicator, str(month.year))}
    return Fraction(next(iter(found.values())).value("value")) if len(found) == 1 else None


def _patents(entries: Sequence[Entry], month: Month) -> Fraction | None:
    """This year's granted patents over those of 2008; None without either: the base of 2008 is not in the plan."""
    base = sum((Fraction(e.value("value")) for e in _of_year(entries, "发明专利授权", _PATENTS_2008)), Fraction(0))
    now = _sum_of_year(entries, "发明专利授权", month)
    return now / base if base and now is not None else None
