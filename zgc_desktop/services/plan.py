"""Plan targets (规划目标): each with its figure from the program's data or registered indicators, or said to have none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from fractions import Fraction
from typing import Final

from db.queries import coordination as reads
from db.queries.submissions import current
from db.queries.year_totals import YearTotals, year_totals
from zgc_desktop.domain.money import UNIT_FEN
from zgc_desktop.domain.periods import Month
from zgc_desktop.domain.registers import WHOLE, Entry, in_force
from zgc_desktop.domain.submissions import SubmissionState
from zgc_desktop.domain.targets import Figure, Progress, Target, progress, read_targets
from zgc_desktop.services.context import AppContext
from zgc_desktop.services.park_sheets import indicator_entries
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
        entered = [e for e in in_force(every, month.last_day) if e.kind == "indicators"]
        indicators = indicator_entries(connection, month, entered)
        counted = {item.park for item in current(connection, month) if item.state is SubmissionState.ACCEPTED}
    parks = tuple(ctx.catalogue.parks)
    missing = tuple(park for park in parks if park not in counted)
    known, figures = targets(ctx), _measured(totals, month, missing) | _registered(indicators, month, parks)
    notes = [e for e in in_force(every, evidence_on or month.last_day) if e.kind == "evidence"]
    evidence = {
        t.key: [f"{e.value('text')}（{e.source}）" for e in notes if e.value("target") in (t.key, t.title)] for t in known
    }
    return progress(known, figures, evidence)


def _without(missing: Sequence[str], why: str) -> str:
    return f"，不含{'、'.join(missing)}（{why}）" if missing else ""


def _measured(totals: YearTotals, month: Month, missing: Sequence[str]) -> dict[str, Figure | None]:
    """Figures from what is accepted of the month; each says up to when it runs and which parks it lacks."""
    until = f"截至 {month} 的当年累计{_without(missing, '未入库')}"

    def figure(value: Fraction | None, scope: str) -> Figure | None:
        return None if value is None else Figure(value, scope, not missing)

    revenue = None if totals.revenue is None else Fraction(totals.revenue, 10_000 * UNIT_FEN["亿元"])
    share = None
    if totals.both_research is not None and totals.both_revenue:
        share = Fraction(totals.both_research * 100, totals.both_revenue)
    stated = f"，{totals.revenue_stated} / {totals.companies} 家报了累计收入"
    return {
        "total_revenue": figure(revenue, until + stated),
        "research_share": figure(share, f"{until}，{totals.both_stated} / {totals.companies} 家两项都报"),
        "large_companies": figure(None if totals.large is None else Fraction(totals.large), until + stated),
        "clusters_formed": figure(
            Fraction(totals.clusters) if totals.companies else None, f"{month} 台账{_without(missing, '未入库')}"
        ),
    }


def _registered(entries: Sequence[Entry], month: Month, parks: Sequence[str]) -> dict[str, Figure | None]:
    """Figures from registered indicators: the whole 示范区's own entry, else the parks' added up with who is missing.

    A share is never made of the parks' shares: it needs an entry of the whole.
    """
    year = str(month.year)
    service = _of_year(entries, "高技术服务业增加值占比", year).get(WHOLE)
    talents, patents = _of_year(entries, "高端人才", year), _of_year(entries, "发明专利授权", year)
    before = _of_year(entries, "发明专利授权", _PATENTS_2008)
    now, base = _total(patents, parks), _total(before, parks)
    alike = now is not None and base is not None and base.value and patents.keys() == before.keys()
    return {
        "service_share": Figure(Fraction(service.value("value")), f"{year} 年，{service.source}") if service else None,
        "talents": _total(talents, parks),
        "patents_growth": Figure(now.value / base.value, now.scope, now.whole) if alike and now and base else None,
    }


def _of_year(entries: Sequence[Entry], indicator: str, year: str) -> dict[str, Entry]:
    """The newest entry of an indicator in a year by whom it is about."""
    return {e.subject: e for e in entries if e.value("indicator") == indicator and e.value("period").startswith(year)}


def _total(newest: Mapping[str, Entry], parks: Sequence[str]) -> Figure | None:
    """What the whole 示范区 registered, else the sum of the parks that did; None where nobody did."""
    if whole := newest.get(WHOLE):
        return Figure(Fraction(whole.value("value")), f"{whole.value('period')}，{whole.source}")
    if not newest:
        return None
    missing = [park for park in parks if park not in newest]
    amount = sum((Fraction(e.value("value")) for e in newest.values()), Fraction(0))
    return Figure(amount, f"{len(newest)} 园登记的指标合计{_without(missing, '未登记')}", not missing)
