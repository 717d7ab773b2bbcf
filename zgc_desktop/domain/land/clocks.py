"""Clocks of land (用地时钟): terms that run out, idle plots, supply terms longer than a cited limit."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from zgc_desktop.domain.land.plots import Plot
from zgc_desktop.domain.rulebook import Citation, RuleFileError
from zgc_desktop.domain.strict_table import StrictTable

EXPIRED, EXPIRING, IDLE, OVERLONG = "已到期", "将到期", "闲置", "年期超限"


@dataclass(frozen=True, slots=True)
class TermLimit:
    """The longest term one way of supply may have, in years, from a day on."""

    supply: str
    years: int
    effective_from: date
    effective_to: date | None
    citation: Citation

    def in_force(self, day: date) -> bool:
        return self.effective_from <= day and (self.effective_to is None or day <= self.effective_to)


@dataclass(frozen=True, slots=True)
class IdleStep:
    """What follows when a plot has lain idle for so many full months."""

    months: int
    follows: str
    citation: Citation


@dataclass(frozen=True, slots=True)
class LandRules:
    """Terms and idle steps as cited data, and how many months before its end a term counts as 将到期."""

    limits: tuple[TermLimit, ...]
    idle_steps: tuple[IdleStep, ...]
    notice_months: int
    notice_citation: Citation


@dataclass(frozen=True, slots=True)
class Clock:
    """One plot's running clock: which, since or until when, how many months (negative = overdue), and what follows."""

    plot: Plot
    kind: str
    day: date
    months: int
    sentence: str
    citation: Citation


def read_land_rules(data: object, file: str) -> LandRules:
    """Read the rule file of land; RuleFileError for an unknown key, a wrong value, overlapping dates or a missing citation."""
    table = StrictTable(file, "", data)
    limits = tuple(
        TermLimit(
            entry.text("supply"),
            entry.whole("years", 1, 99),
            _required_day(entry, "effective_from"),
            entry.day("effective_to"),
            _closed(entry),
        )
        for entry in table.tables("limit", required=False)
    )
    for earlier, later in pairwise(sorted(limits, key=lambda limit: (limit.supply, limit.effective_from))):
        same = earlier.supply == later.supply
        if same and (earlier.effective_to is None or later.effective_from <= earlier.effective_to):
            raise RuleFileError(
                file, "limit", f"{later.supply}的两个年限在 {later.effective_from} 起重叠", "请给前一个补 effective_to"
            )
    steps = tuple(
        IdleStep(entry.whole("months", 1, 600), entry.text("follows"), _closed(entry))
        for entry in table.tables("idle", required=False)
    )
    notice = table.table("notice")
    months, citation = notice.whole("months", 0, 120), _closed(notice)
    table.done()
    return LandRules(limits, tuple(sorted(steps, key=lambda s: s.months)), months, citation)


def _required_day(table: StrictTable, name: str) -> date:
    day = table.day(name)
    if day is None:
        raise table.refuse(name, "缺少此项")
    return day


def _closed(table: StrictTable) -> Citation:
    citation = table.citation("citation")
    table.done()
    return citation


def full_months(since: date, today: date) -> int:
    """Whole months from one day to another; negative when ``today`` is earlier."""
    if today < since:
        return -full_months(today, since)
    return (today.year - since.year) * 12 + today.month - since.month - (today.day < since.day)


def clocks(plots: Sequence[Plot], rules: LandRules, today: date) -> tuple[Clock, ...]:
    """Every running clock of these plots on a day, the most pressing first."""
    found = [clock for plot in plots for clock in (*_terms(plot, rules, today), *_idle(plot, rules, today))]
    order = {EXPIRED: 0, IDLE: 1, EXPIRING: 2, OVERLONG: 3}
    return tuple(sorted(found, key=lambda c: (order[c.kind], c.day, c.plot.number)))


def _terms(plot: Plot, rules: LandRules, today: date) -> Iterable[Clock]:
    if plot.term_to is None:
        return
    left = full_months(today, plot.term_to)
    if plot.term_to < today:
        said = f"年期已于 {plot.term_to} 届满，过期 {full_months(plot.term_to, today)} 个月"
        yield Clock(plot, EXPIRED, plot.term_to, left, said, rules.notice_citation)
    elif left < rules.notice_months:
        yield Clock(
            plot, EXPIRING, plot.term_to, left, f"年期将于 {plot.term_to} 届满，余 {left} 个整月", rules.notice_citation
        )
    for limit in rules.limits:
        if plot.term_from and limit.supply == plot.supply and limit.in_force(plot.term_from):
            last = _years_later(plot.term_from, limit.years)
            if plot.term_to > last:
                over = f"超过一般上限 {limit.years} 年（至 {last}）"
                said = f"{plot.supply}年期至 {plot.term_to}，{over}；重大项目另有规定的请在备注写明"
                yield Clock(plot, OVERLONG, plot.term_to, left, said, limit.citation)


def _years_later(day: date, years: int) -> date:
    try:
        return day.replace(year=day.year + years)
    except ValueError:  # 29 February
        return date(day.year + years, 3, 1)


def _idle(plot: Plot, rules: LandRules, today: date) -> Iterable[Clock]:
    if plot.state != "闲置" or plot.idle_since is None or plot.idle_since > today:
        return
    months = full_months(plot.idle_since, today)
    reached = [step for step in rules.idle_steps if months >= step.months]
    if reached:
        step = reached[-1]
        yield Clock(
            plot, IDLE, plot.idle_since, -months, f"自 {plot.idle_since} 闲置满 {months} 个月：{step.follows}", step.citation
        )
    else:
        first = rules.idle_steps[0] if rules.idle_steps else None
        ahead = f"，满 {first.months} 个月将适用：{first.follows}" if first else ""
        citation = first.citation if first else rules.notice_citation
        yield Clock(plot, IDLE, plot.idle_since, -months, f"自 {plot.idle_since} 闲置 {months} 个月{ahead}", citation)
