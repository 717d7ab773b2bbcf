"""A slow, obviously right reference for sharing: one case, exact fractions, dates compared day by day."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from zgc_desktop.domain.sharing.case import Case
from zgc_desktop.domain.sharing.rule import SharingRule


@dataclass
class _Creditor:
    name: str
    starts: date
    ends: date | None
    cap: Fraction | None
    base_known: bool
    had: int = 0
    waiting: Fraction = Fraction(0)
    exact: dict[object, Fraction] = field(default_factory=dict)
    rounded: dict[object, int] = field(default_factory=dict)
    extended: bool | None = None


def _round(value: Fraction) -> int:
    # Through text and Decimal: nothing shared with the engine's whole-number division.
    digits = Decimal(value.numerator) / Decimal(value.denominator) if value.denominator < 10**6 else None
    assert digits is not None
    return int(digits.quantize(Decimal(1), rounding=ROUND_HALF_UP))


def _first_of_month(day: date) -> date:
    if day.day == 1:
        return day
    return date(day.year + day.month // 12, day.month % 12 + 1, 1)


def _years_later(day: date, years: int) -> date:
    return day.replace(year=day.year + years)


def _ratio_at(rule: SharingRule, creditor: _Creditor, day: date) -> tuple[object, Fraction] | None:
    close = _years_later(creditor.starts, len(rule.ratios))
    if day < close:
        rolling = (day.year - creditor.starts.year) - ((day.month, day.day) < (creditor.starts.month, creditor.starts.day))
        calendar = day.year - creditor.starts.year
        k = rolling if rule.window == "rolling_12" else calendar
        return (k, False), rule.ratios[min(k, len(rule.ratios) - 1)]
    if rule.extension is None or day >= _years_later(close, rule.extension.years):
        return None
    if creditor.extended is None:
        creditor.extended = creditor.cap is None or creditor.had < creditor.cap
    if not creditor.extended:
        return None
    k = day.year - close.year
    if rule.window == "rolling_12":
        k -= (day.month, day.day) < (close.month, close.day)
    return (k, True), rule.extension.ratio


def reference(rule: SharingRule, case: Case) -> list[dict[str, int]]:
    """Shares of every month: ratio × actual tax only, one or two moves, no floor and no recovery."""
    base = sum(b.amount or 0 for b in case.base if b.year >= 2019)  # both dates close 2021 last
    creditors = []
    for n, move in enumerate(case.moves):
        assert move.at_capacity_on is not None
        start = move.registered_on
        if rule.start == "registered_and_at_capacity":
            start = max(start, move.at_capacity_on)
        if rule.start == "first_tax":
            firsts = [t.period.first_day for t in case.tax if (t.amount or 0) > 0 and t.period.last_day > move.registered_on]
            start = max(min(firsts), move.registered_on) if firsts else date(2999, 1, 1)
        ends = [
            _first_of_month(m.registered_on)
            for m in case.moves[n + 1 :]
            if m.to_party == move.from_party or rule.chain == "extinguish"
        ]
        cap: Fraction | None = None
        if rule.cap is not None:
            cap = Fraction(int(base * rule.cap.of_base_sum) if rule.cap.of_base_sum is not None else rule.cap.amount or 0)
        creditors.append(_Creditor(move.from_party, _first_of_month(start), min(ends, default=None), cap, n == 0))
    kept: dict[str, int] = {}
    result = []
    for line in case.tax:
        day, amount = line.period.first_day, line.amount or 0
        holder = case.moves[0].from_party
        for move in case.moves:
            if line.period.last_day > move.registered_on:
                holder = move.to_party
        shares = dict.fromkeys(("甲", "乙", "丙"), 0)
        left = amount
        pool_taken = 0
        for creditor in creditors:
            if day < creditor.starts:
                continue
            if not creditor.base_known:
                creditor.base_known = True
                whole = Fraction(max(0, kept.get(creditor.name, 0)))
                multiple = rule.cap.of_base_sum if rule.cap and rule.cap.of_base_sum is not None else Fraction(1)
                creditor.cap = Fraction(int(whole * multiple))
            if creditor.ends is not None and day >= creditor.ends:
                continue
            at = _ratio_at(rule, creditor, day)
            if at is None:
                continue
            year, ratio = at
            tax = Fraction(0) if holder == creditor.name else Fraction(amount if rule.chain == "same_pool" else left)
            tax += creditor.waiting
            creditor.waiting = Fraction(0)
            if tax < 0 and rule.negative == "carry":
                creditor.waiting, tax = tax, Fraction(0)
            if tax < 0 and rule.negative == "zero":
                tax = Fraction(0)
            if rule.rounding == "cumulative":
                creditor.exact[year] = creditor.exact.get(year, Fraction(0)) + ratio * tax
                due = _round(creditor.exact[year]) - creditor.rounded.get(year, 0)
                creditor.rounded[year] = _round(creditor.exact[year])
            else:
                due = _round(ratio * tax)
            if rule.chain == "same_pool" and pool_taken:
                due = max(0, due - pool_taken) if due >= 0 else min(0, due - pool_taken)
            due = max(due, -creditor.had)
            if creditor.cap is not None:
                due = min(due, int(creditor.cap) - creditor.had)
            creditor.had += due
            shares[creditor.name] += due
            left -= due
            pool_taken += due
        shares[holder] += left
        kept[holder] = kept.get(holder, 0) + left
        result.append(shares)
    return result
