"""A hundred thousand random splits and histories: sums, caps, order, clawback, the replayed ledger, and the reference."""

from __future__ import annotations

import os
import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from fractions import Fraction

from tests.unit.domain.sharing_reference import reference
from zgc_desktop.domain.money import largest_remainder, share_half_up
from zgc_desktop.domain.settlement import balances, entries, sharing_lines
from zgc_desktop.domain.sharing.case import BaseYear, Case, Move, TaxLine
from zgc_desktop.domain.sharing.claims import split_amount
from zgc_desktop.domain.sharing.rule import SharingRule, parse_rule
from zgc_desktop.domain.sharing.run import replay_only, run_case
from zgc_desktop.domain.sharing.schedule import Period, period_of

MORE = 10 if os.environ.get("HYPOTHESIS_PROFILE") == "explore" else 1
SPLITS, HISTORIES, REFERENCES = 90_000 * MORE, 10_000 * MORE, 400 * MORE
"""Ninety and ten thousand together; as many again where somebody looks for new ones (HYPOTHESIS_PROFILE=explore)."""
RATIOS = ("0", "0.05", "0.3333", "0.5", "0.6", "0.77", "1")
YEARS = [period_of(str(y)) for y in range(2022, 2028)]
QUARTERS = [period_of(f"{y}-Q{q}") for y in (2022, 2023) for q in (1, 2, 3, 4)]
MONTHS = [period_of(f"2022-{m:02d}") for m in range(1, 10)]


def rule_from(rng: random.Random, basis: tuple[str, ...] = ("actual", "base", "base_up_to_actual", "increment")) -> SharingRule:
    table: dict[str, object] = {
        "title": "随机规则",
        "base_years": 3,
        "base": rng.choice(("sum", "average", "last")),
        "start": rng.choice(("registered", "registered_and_at_capacity", "first_tax")),
        "window": rng.choice(("rolling_12", "calendar_year")),
        "basis": rng.choice(basis),
        "ratios": [rng.choice(RATIOS) for _ in range(rng.randint(1, 3))],
        "negative": rng.choice(("clawback", "carry", "zero")),
        "chain": rng.choice(("waterfall", "same_pool", "extinguish")),
        "rounding": rng.choice(("each_period", "cumulative")),
    }
    if rng.random() < 0.5:
        table["cap"] = rng.choice(({"of_base_sum": "1"}, {"of_base_sum": "0.377"}, {"amount": "123456.78"}))
    if rng.random() < 0.5:
        table["extension"] = {"years": rng.randint(1, 2), "ratio": rng.choice(RATIOS), "when": "cap_not_reached"}
    if basis != ("actual",) and rng.random() < 0.2:
        table["floor"] = "54321.00"
    return parse_rule({"rule": table}, "随机.toml", cited=False)


def history_from(rng: random.Random) -> Case:
    """Six years, eight quarters or nine months; a second move where years allow it; refunds now and then."""
    periods: list[Period] = rng.choice((YEARS, QUARTERS, MONTHS))
    moves = [Move("甲", "乙", "政府主导", date(2021, 12, 31), date(2022, 1, 1))]
    if periods is YEARS and rng.random() < 0.5:
        day = date(rng.randint(2023, 2025), 1, 1)
        moves.append(Move("乙", rng.choice(("丙", "甲")), "政府主导", day, day))
    lines = []
    for period in periods:
        for _ in range(rng.choice((1, 1, 2))):
            place = rng.choice(("", "", "丁"))
            amount = rng.randint(-9_000_000, -1) if rng.random() < 0.12 else rng.randint(0, 9_000_000)
            lines.append(TaxLine(period, amount, collected_by=place))
    base = tuple(BaseYear(y, rng.randint(0, 9_000_000)) for y in (2019, 2020, 2021))
    return Case(tuple(moves), base, tuple(lines), file="随机.toml")


def histories(seed: int, count: int) -> Iterator[tuple[random.Random, SharingRule, Case]]:
    rng = random.Random(seed)
    known = [rule_from(rng) for _ in range(300)]
    for _ in range(count):
        yield rng, rng.choice(known), history_from(rng)


def test_however_an_amount_is_split_its_parts_add_up_to_the_fen() -> None:
    rng = random.Random(20261122)
    for _ in range(SPLITS // 3):
        amount, ratio = rng.randint(-(10**12), 10**14), Fraction(rng.randint(0, 10**6), 10**6)
        first, rest = share_half_up(amount, ratio)
        assert first + rest == amount
        assert abs(first - amount * ratio) <= Fraction(1, 2)
        weights = [rng.randint(0, 10**9) for _ in range(rng.randint(1, 5))]
        weights[0] += 1
        parts = largest_remainder(amount, weights)
        assert sum(parts) == amount
        assert all(abs(p * sum(weights) - amount * w) < sum(weights) for p, w in zip(parts, weights, strict=True))
        cut = rng.randint(0, 10**4)
        assert sum(split_amount(amount, [Fraction(cut, 10**4), Fraction(10**4 - cut, 10**4)])) == amount


def test_ten_thousand_histories_add_up_keep_their_caps_and_replay_to_the_balances() -> None:
    """合计不差一分；谁也不超上限；冲减累计不为负；按分录重放即得余额。"""
    for number, (_, rule, case) in enumerate(histories(1, HISTORIES)):
        run = replay_only(rule, case)
        posted = []
        for row in run.now.rows:
            assert row.facts is not None
            assert sum(row.shares.values()) == row.facts.counted
            assert all(left >= 0 for left in row.remaining.values())
            if number % 4:  # lines of the ledger cost more than the replay itself
                continue
            lines = sharing_lines(rule, row, ["一", "二"], "企业", "", "")
            assert sum(x.counted_fen for x in lines) == sum(x.due_fen + x.kept_fen for x in lines)
            posted += [e for x in lines for e in entries(x)]
        found = balances(posted)
        assert sum(found.values()) == 0
        had: dict[str, int] = {}
        for claim in run.now.claims:
            assert claim.taken >= 0
            assert claim.cap is None or claim.taken <= claim.cap
            had[claim.creditor] = had.get(claim.creditor, 0) + claim.taken
        if number % 4 == 0 and len(case.moves) == 1:  # with two moves a middle party both receives and pays
            assert found.get("甲", 0) == had.get("甲", 0)


def test_no_order_of_the_input_changes_a_history() -> None:
    for rng, rule, case in histories(2, HISTORIES // 4):
        tax, base = list(case.tax), list(case.base)
        rng.shuffle(tax)
        rng.shuffle(base)
        one = replay_only(rule, case).now.rows
        two = replay_only(rule, replace(case, tax=tuple(tax), base=tuple(base))).now.rows
        assert [(r.shares, r.cumulative, r.remaining, r.state) for r in one] == [
            (r.shares, r.cumulative, r.remaining, r.state) for r in two
        ]


def test_the_slow_reference_agrees_on_four_hundred_seeded_histories() -> None:
    rng = random.Random(3)
    for _ in range(REFERENCES):
        rule = rule_from(rng, ("actual",))
        moves = [Move("甲", "乙", "政府主导", date(2021, 12, 31), date(2022, rng.randint(1, 12), 1))]
        if rng.random() < 0.5:
            day = date(2023, rng.randint(1, 12), rng.choice((1, 20)))
            moves.append(Move("乙", rng.choice(("丙", "甲")), "政府主导", day, day))
        tax = tuple(
            TaxLine(
                period_of(f"{2022 + m // 12}-{m % 12 + 1:02d}"),
                rng.randint(-9_000_000, -1) if rng.random() < 0.1 else rng.randint(0, 9_000_000),
            )
            for m in range(rng.randint(30, 66))
        )
        base = tuple(BaseYear(y, rng.randint(0, 90_000_000)) for y in (2019, 2020, 2021))
        case = Case(tuple(moves), base, tax, file="随机.toml")
        for period, expected in zip(run_case(rule, case).periods, reference(rule, case), strict=True):
            assert {p: period.shares.get(p, 0) for p in ("甲", "乙", "丙")} == expected, period.period
