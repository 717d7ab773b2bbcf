"""One creditor's claim as it runs (债权): clock, basis, recovery, rounding, floor and cap, one period at a time."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Final

from zgc_desktop.domain.money import Fen, half_up
from zgc_desktop.domain.rulebook import RuleFileError
from zgc_desktop.domain.sharing.rule import SharingRule
from zgc_desktop.domain.sharing.schedule import ClockYear, Period, clock_years, month_at

RECOVERING: Final = ClockYear(0, 0, 0, 1, 1, False, Fraction(1))
"""Stands for the time in which the investment comes back, before the ratios start."""


@dataclass(slots=True)
class Claim:
    """What one move-out side may still get, and what it has had. Amounts in 分, months as month numbers."""

    creditor: str
    move: int
    company: str
    registered: int
    start: int | None
    ended: int | None
    cap: Fen | None = None
    base: Fen | None = None
    recover: Fen = 0
    weight: Fraction = Fraction(1)
    taken: Fen = 0
    carry: int = 0
    years: tuple[ClockYear, ...] = ()
    at: int = 0
    year: ClockYear | None = None
    extends: bool | None = None
    year_start: int = -1
    covered: int = 0
    year_months: int = 0
    year_x12: int = 0
    year_given: Fen = 0


@dataclass(slots=True)
class Step:
    """How one claim was settled in one period: enough to explain every 分."""

    creditor: str
    company: str
    move: int
    year: ClockYear
    months: int
    pool: Fen
    before: int
    """Refunds carried from earlier periods, times twelve."""
    to_recover: Fen
    recovered: Fen
    x12: int
    """Twelve times the amount the ratio is applied to (so that a month's part of a yearly base stays whole)."""
    carried: int
    year_x12: int
    year_months: int
    base: Fen
    computed: Fen
    topup: Fen
    had: Fen
    left: Fen | None
    taken: Fen
    gone: int
    """Months of the clock gone when the period ends, of ``term``."""
    term: int

    @property
    def wanted(self) -> Fen:
        """Before cap and clawback limit."""
        return self.recovered + self.computed + self.topup


def divided(value: int, num: int, den: int) -> int:
    """value × num ÷ den, halves away from zero."""
    twice = 2 * value * num
    return (twice + den) // (2 * den) if twice >= 0 else -((den - twice) // (2 * den))


def cap_of(rule: SharingRule, base_sum: Fen) -> Fen | None:
    """The cap of a first creditor; a fraction of a 分 is cut off, so that the cap is never exceeded."""
    if rule.cap is None:
        return None
    if rule.cap.of_base_sum is not None:
        return int(base_sum * rule.cap.of_base_sum)
    return rule.cap.amount


def begin_later_claim(rule: SharingRule, claim: Claim, kept: Fen) -> None:
    """Give a middle party its base and cap: what it kept, net, while it held the company."""
    claim.base = max(0, kept)
    multiple = rule.cap.of_base_sum if rule.cap is not None else None
    claim.cap = claim.base if multiple is None else int(claim.base * multiple)


def clock_year(rule: SharingRule, claim: Claim, period: Period, file: str) -> ClockYear | None:
    """The clock year ``period`` lies in; None outside the clock; refused where a boundary cuts the period."""
    claim.year = None
    if claim.start is None or period.end <= claim.start:
        return None
    if claim.ended is not None:
        if period.first >= claim.ended:
            return None
        if period.end > claim.ended:
            _cut(file, period, claim.ended, f"{claim.creditor}的债权终止")
    if period.first < claim.start:
        _cut(file, period, claim.start, f"{claim.creditor}的分享起算")
    if claim.recover > 0:
        claim.year = RECOVERING
        return RECOVERING
    if not claim.years:
        start_window(rule, claim, claim.start)
    years = claim.years
    while claim.at < len(years) and years[claim.at].end <= period.first:
        claim.at += 1
    if claim.at == len(years):
        return None
    year = years[claim.at]
    if year.extended:
        if claim.extends is None:
            claim.extends = claim.cap is None or claim.taken < claim.cap
        if not claim.extends:
            return None
    if period.first < year.start:
        return None
    if period.end > year.end:
        _cut(file, period, year.end, f"{claim.creditor}的第 {year.k} 个分享年度结束")
    claim.year = year
    return year


def start_window(rule: SharingRule, claim: Claim, month: int) -> None:
    """Start the ratios in ``month``."""
    extension = rule.extension
    years, ratio = (extension.years, extension.ratio) if extension else (0, Fraction(0))
    claim.years = clock_years(month, rule.window, rule.ratios, years, ratio)
    claim.at = 0


def _cut(file: str, period: Period, month: int, what: str) -> None:
    reason = f"期间 {period.text} 被 {month_at(month).first_day} 切开（{what}）"
    raise RuleFileError(file, f"tax {period.text}", reason, "请改为按季度或按月填写")


def exact_due(rule: SharingRule, year: ClockYear, base: Fen, months: int, x12: int) -> int:
    """What the ratio gives, as a whole number of (12 × ratio's denominator)-ths of a 分."""
    if rule.basis == "base":
        return year.num * base * months
    if rule.basis == "base_up_to_actual":
        return min(year.num * base * months, x12 * year.den)
    return year.num * x12


def settle(rule: SharingRule, claim: Claim, period: Period, pool: Fen, others: Fen, file: str) -> Step | None:
    """Settle one claim for one period and keep its running state; None where its clock does not run.

    ``pool`` is the tax it has a claim on; ``others`` what earlier creditors took out of the same pool (same_pool only).
    """
    year = clock_year(rule, claim, period, file)
    if year is None:
        return None
    months = period.months
    before, had, to_recover = claim.carry, claim.taken, claim.recover
    recovered = _recover(rule, claim, pool) if year is RECOVERING else 0
    rest, computed, topup, x12 = pool - recovered, 0, 0, 0
    year_x12 = year_months = 0
    if year is RECOVERING and claim.recover == 0:
        start_window(rule, claim, period.first if rest else period.end)
        if rest:
            year = claim.year = claim.years[0]
    base = claim.base or 0
    if year is not RECOVERING:
        if claim.year_start != year.start:
            claim.year_start = year.start
            claim.covered = claim.year_months = claim.year_x12 = claim.year_given = 0
        x12 = _basis(rule, claim, rest, base, months)
        year_x12, year_months = claim.year_x12, claim.year_months
        claim.year_x12 += x12
        claim.year_months += months
        claim.covered += months
        denominator = 12 * year.den
        if rule.rounding == "cumulative":
            up_to_now = divided(exact_due(rule, year, base, claim.year_months, claim.year_x12), 1, denominator)
            computed = up_to_now - divided(exact_due(rule, year, base, year_months, year_x12), 1, denominator)
        else:
            computed = divided(exact_due(rule, year, base, months, x12), 1, denominator)
        if others:
            computed = max(0, computed - others) if computed >= 0 else min(0, computed - others)
        if rule.floor is not None:
            topup = _topup(rule, claim, year, period, recovered + computed)
    gone = term = 0
    if year is not RECOVERING:
        gone, term = period.end - claim.years[0].start, 12 * len(rule.ratios)
        if year.extended and rule.extension is not None:
            term += 12 * rule.extension.years
    left = None if claim.cap is None else claim.cap - had
    taken = max(recovered + computed + topup, -had)
    if left is not None and taken > left:
        taken = left
    claim.taken = had + taken
    claim.year_given += taken
    return Step(
        claim.creditor, claim.company, claim.move, year, months, pool, before, to_recover, recovered, x12, claim.carry,
        year_x12, year_months, base, computed, topup, had, left, taken, gone, term,
    )  # fmt: skip


def _recover(rule: SharingRule, claim: Claim, pool: Fen) -> Fen:
    """The part of ``pool`` that pays the investment back; a refund takes back what was paid, or waits, or counts as zero."""
    if pool < 0:
        if rule.negative == "clawback":
            back = max(pool, -claim.taken)
            claim.recover -= back
            return back
        if rule.negative == "carry":
            claim.carry += 12 * pool
        return 0
    set_off = min(pool, -claim.carry // 12)
    claim.carry += 12 * set_off
    paid = min(pool - set_off, claim.recover)
    claim.recover -= paid
    return paid


def _basis(rule: SharingRule, claim: Claim, pool: Fen, base: Fen, months: int) -> int:
    """Twelve times the amount the ratio is applied to, after the rule's way with negative figures."""
    if rule.basis == "base":
        return 0
    if claim.year is RECOVERING:
        return 0
    x12 = 12 * pool + claim.carry
    if rule.basis == "increment":
        x12 -= base * months
    claim.carry = 0
    if x12 < 0:
        rule.need("negative", "本案有负数（退库或低于基数）")
        if rule.negative != "clawback":
            claim.carry = x12 if rule.negative == "carry" else 0
            return 0
    return x12


def _topup(rule: SharingRule, claim: Claim, year: ClockYear, period: Period, due: Fen) -> Fen:
    """What is missing to the yearly floor (保底), when the clock year closes with every month reported."""
    length = year.end - year.start
    if period.end != year.end or claim.covered != length or rule.floor is None:
        return 0
    floor = half_up(rule.floor * claim.weight * Fraction(length, 12))
    return max(0, floor - claim.year_given - due)


def state_of(claim: Claim, period: Period) -> str:
    """How a claim stands after ``period``, in the words of the scenario vocabulary."""
    if claim.ended is not None and period.first >= claim.ended:
        return "expired"
    if claim.start is None or period.end <= claim.registered:
        return "not_started"
    if period.end <= claim.start:
        return "gap"
    if claim.cap is not None and claim.taken >= claim.cap:
        return "capped"
    if claim.year is None:
        return "expired"
    return "extension" if claim.year.extended else "sharing"


def split_claim(claim: Claim, parts: tuple[tuple[str, Fraction], ...]) -> list[Claim]:
    """Divide a claim among the companies of a split (分立): what is left and what was had; the clock goes on in each."""
    names = [name for name, _ in parts]
    shares = [ratio for _, ratio in parts]
    had = split_amount(claim.taken, shares)
    left = None if claim.cap is None else split_amount(claim.cap - claim.taken, shares)
    base = None if claim.base is None else split_amount(claim.base, shares)
    recover, given = split_amount(claim.recover, shares), split_amount(claim.year_given, shares)
    carry = split_amount(claim.carry, shares)
    return [
        replace(
            claim,
            company=name,
            weight=claim.weight * shares[n],
            taken=had[n],
            cap=None if left is None else had[n] + left[n],
            base=None if base is None else base[n],
            recover=recover[n],
            carry=carry[n],
            year_given=given[n],
            # The yearly rounding starts afresh: what was rounded before the split stays with the old company.
            year_x12=0,
            year_months=0,
        )
        for n, name in enumerate(names)
    ]


def split_amount(amount: int, shares: list[Fraction]) -> list[int]:
    """Amounts by the given parts, half up; the last part takes the difference."""
    first = [half_up(amount * s) for s in shares[:-1]]
    return [*first, amount - sum(first)]
