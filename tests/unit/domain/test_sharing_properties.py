"""Random rules and histories: what must always hold, and a slow reference in exact fractions that agrees to the 分."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date
from fractions import Fraction

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.unit.domain.sharing_reference import reference
from zgc_desktop.domain.sharing.case import BaseYear, Case, Event, Move, TaxLine
from zgc_desktop.domain.sharing.explain import recompute, walk
from zgc_desktop.domain.sharing.rule import SharingRule, parse_rule
from zgc_desktop.domain.sharing.run import CaseRun, run_case
from zgc_desktop.domain.sharing.schedule import period_of

MANY = settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
FEW = settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])

ratios = st.sampled_from(["0", "0.05", "0.3333", "0.5", "0.6", "0.77", "1"])


@st.composite
def rules(draw: st.DrawFn, *, basis: tuple[str, ...] = ("actual", "base", "base_up_to_actual", "increment")) -> SharingRule:
    table: dict[str, object] = {
        "title": "随机规则",
        "base_years": 3,
        "base": draw(st.sampled_from(["sum", "average", "last"])),
        "start": draw(st.sampled_from(["registered", "registered_and_at_capacity", "first_tax"])),
        "window": draw(st.sampled_from(["rolling_12", "calendar_year"])),
        "basis": draw(st.sampled_from(basis)),
        "ratios": draw(st.lists(ratios, min_size=1, max_size=3)),
        "negative": draw(st.sampled_from(["clawback", "carry", "zero"])),
        "chain": draw(st.sampled_from(["waterfall", "same_pool", "extinguish"])),
        "rounding": draw(st.sampled_from(["each_period", "cumulative"])),
    }
    if draw(st.booleans()):
        table["cap"] = draw(st.sampled_from([{"of_base_sum": "1"}, {"of_base_sum": "0.377"}, {"amount": "123456.78"}]))
    if draw(st.booleans()):
        table["extension"] = {"years": draw(st.integers(1, 2)), "ratio": draw(ratios), "when": "cap_not_reached"}
    if draw(st.integers(0, 3)) == 0:
        table["floor"] = "54321.00"
    if draw(st.integers(0, 3)) == 0:
        table["recover_first"] = "40000.01"
    return parse_rule({"rule": table}, "随机.toml", cited=False)


@st.composite
def histories(draw: st.DrawFn, *, refunds: bool = True) -> Case:
    """Monthly tax over four to six years, one or two moves, refunds now and then."""
    low = -9_000_000 if refunds else 0
    months = draw(st.integers(30, 72))
    seed = draw(st.integers(0, 10**9))
    rng = random.Random(seed)
    tax = [
        TaxLine(
            period_of(f"{2022 + m // 12}-{m % 12 + 1:02d}"),
            rng.randint(low, -1) if rng.random() < 0.1 and refunds else rng.randint(0, 9_000_000),
        )
        for m in range(months)
    ]
    registered = date(2021, 12, 31) if draw(st.booleans()) else date(2022, draw(st.integers(1, 9)), 15)
    moves = [Move("甲", "乙", "政府主导", registered, date(2022, draw(st.integers(1, 12)), 1))]
    if draw(st.booleans()):
        second = date(2023, draw(st.integers(1, 12)), draw(st.sampled_from([1, 20])))
        moves.append(Move("乙", draw(st.sampled_from(["丙", "甲"])), "政府主导", second, second))
    base = tuple(BaseYear(2018 + n, rng.randint(0, 90_000_000)) for n in range(4) if 2018 + n < 2022)
    return Case(tuple(moves), base, tuple(tax), file="随机.toml")


@MANY
@given(rules(), histories())
def test_shares_add_up_and_nobody_passes_a_cap_or_falls_below_zero(rule: SharingRule, case: Case) -> None:
    run = run_case(rule, case)
    for period in run.periods:
        assert sum(period.shares.values()) == period.counted
        assert all(left >= 0 for left in period.remaining.values())
        assert all(had >= 0 for had in period.cumulative.values())


@MANY
@given(rules(), histories(), st.randoms())
def test_the_order_of_the_input_lines_changes_nothing(rule: SharingRule, case: Case, rng: random.Random) -> None:
    pieces: list[TaxLine] = []
    for line in case.tax:  # two places collect, and every amount comes in two lines
        part = (line.amount or 0) // 3
        pieces += [replace(line, amount=part, collected_by="丁"), replace(line, amount=(line.amount or 0) - part)]
    shuffled, base = pieces[:], list(case.base)
    rng.shuffle(shuffled)
    rng.shuffle(base)
    one = run_case(rule, replace(case, tax=tuple(pieces)))
    two = run_case(rule, replace(case, tax=tuple(shuffled), base=tuple(base)))
    assert one.periods == two.periods
    for period in one.periods:
        assert sum(period.shares.values()) == period.counted


@FEW
@given(rules(), histories())
def test_the_leaves_of_an_explanation_recompute_to_every_share(rule: SharingRule, case: Case) -> None:
    run = run_case(rule, case)
    for period in run.periods[::7]:
        for party, share in period.shares.items():
            tree = run.explain(period.period, party)
            assert tree.amount_fen == share == recompute(tree)
            for _, node in walk(tree):
                assert node.amount_fen is None or recompute(node) == node.amount_fen, node.label


@FEW
@given(rules(), histories(), st.integers(0, 71), st.integers(-5_000_000, 9_000_000), st.integers(2018, 2021))
def test_what_was_settled_plus_the_adjustment_is_what_should_have_been(
    rule: SharingRule, case: Case, which: int, amount: int, year: int
) -> None:
    settled = case.tax[20].period
    target = case.tax[which % 20].period
    events = (
        Event(date(2023, 11, 1), "tax_corrected", period=target, amount=amount),
        Event(date(2023, 11, 2), "base_corrected", year=year, amount=77_777_777),
    )
    before, after = run_case(rule, case), run_case(rule, replace(case, events=events))
    corrected = run_case(rule, replace(case, events=events, settled_through=settled))
    n = next(k for k, p in enumerate(corrected.periods) if p.adjustment or k == 21)
    assert [p.shares for p in corrected.periods[:21]] == [p.shares for p in before.periods[:21]]
    assert [p.shares for p in corrected.periods[21:]] == [p.shares for p in after.periods[21:]]
    for party in ("甲", "乙"):
        booked = sum(p.shares.get(party, 0) for p in before.periods[:21])
        true = sum(p.shares.get(party, 0) for p in after.periods[:21])
        assert booked + corrected.periods[n].adjustment.get(party, 0) == true
        tree = corrected.explain_adjustment(corrected.periods[21].period, party)
        assert tree.amount_fen == true - booked == recompute(tree)


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(rules(basis=("actual",)), histories())
def test_a_slow_exact_reference_agrees_to_the_fen(rule: SharingRule, case: Case) -> None:
    rule = replace(rule, floor=None, recover_first=None)
    run = run_case(rule, case)
    assert run.eligible
    for line, period, expected in zip(case.tax, run.periods, reference(rule, case), strict=True):
        got = {p: period.shares.get(p, 0) for p in ("甲", "乙", "丙")}
        assert got == expected, line.period.text


def _only(run: CaseRun, period: str) -> dict[str, int]:
    return dict(next(p for p in run.periods if p.period == period).shares)


@MANY
@given(st.lists(st.integers(-(10**9), 10**10), min_size=1, max_size=4), ratios)
def test_a_split_company_shares_as_much_as_it_would_whole_but_for_rounding(amounts: list[int], ratio: str) -> None:
    rule = parse_rule(
        {
            "rule": {
                "start": "registered",
                "window": "rolling_12",
                "basis": "actual",
                "ratios": [ratio] * 5,
                "negative": "clawback",
                "rounding": "each_period",
            }
        },
        "分立.toml",
        cited=False,
    )
    move = Move("甲", "乙", "政府主导", date(2021, 12, 31))
    first = TaxLine(period_of("2022"), 10**11)
    whole = Case((move,), tax=(first, *(TaxLine(period_of(str(2023 + n)), a) for n, a in enumerate(amounts))))
    half = [TaxLine(period_of(str(2023 + n)), a // 2, company="一") for n, a in enumerate(amounts)]
    rest = [TaxLine(period_of(str(2023 + n)), a - a // 2, company="二") for n, a in enumerate(amounts)]
    parts = (("一", Fraction(1, 2)), ("二", Fraction(1, 2)))
    apart = replace(whole, tax=(first, *half, *rest), events=(Event(date(2022, 12, 31), "split", parts=parts),))
    one, two = run_case(rule, whole), run_case(rule, apart)
    for n in range(len(amounts)):
        period = str(2023 + n)
        assert abs(_only(one, period)["甲"] - _only(two, period)["甲"]) <= 1
        assert sum(_only(two, period).values()) == amounts[n]
