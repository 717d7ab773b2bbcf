"""Lines of the ledger over random cases: several collecting places, several creditors, corrections; always to the 分."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from zgc_desktop.domain.monthly import SharingLine
from zgc_desktop.domain.settlement import (
    Answer,
    Difference,
    LedgerLine,
    Sums,
    adjustments,
    balances,
    entries,
    line_states,
    matrix,
    rule_print,
    shares_of,
    sharing_lines,
    sums_of,
)
from zgc_desktop.domain.sharing.case import Case, Move, TaxLine
from zgc_desktop.domain.sharing.rule import SharingRule, altered, parse_rule
from zgc_desktop.domain.sharing.run import run_case
from zgc_desktop.domain.sharing.schedule import period_of

MANY = settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])
RULE = parse_rule(
    {
        "rule": {
            "start": "registered", "window": "rolling_12", "basis": "actual", "ratios": ["0.5", "0.3333", "0.77"],
            "negative": "clawback", "chain": "waterfall", "rounding": "each_period", "cap": {"amount": "900000.01"},
        }
    },
    "随机.toml",
    cited=False,
)  # fmt: skip
amounts = st.integers(-9_000_000, 90_000_000)
LINE = SharingLine("MV-1", "甲企业", "91", "乙区", "甲区", 0, None, None, "50%", 0, None, 0, 0, 0, "1/36", "分享中", "", "")


@st.composite
def cases(draw: st.DrawFn) -> Case:
    """Two years of months collected in up to three places; a second move half of the time."""
    moves = [Move("甲区", "乙区", "政府主导", date(2021, 12, 31))]
    if draw(st.booleans()):
        moves.append(Move("乙区", "丙区", "政府主导", date(2022, draw(st.integers(2, 11)), 1)))
    lines = []
    for month in range(24):
        period = period_of(f"{2022 + month // 12}-{month % 12 + 1:02d}")
        for place in draw(st.lists(st.sampled_from(["", "甲区", "乙区", "丁区"]), min_size=1, max_size=3, unique=True)):
            lines.append(TaxLine(period, draw(amounts), collected_by=place))
    return Case(tuple(moves), tax=tuple(lines), file="随机.toml")


def month_lines(rule: SharingRule, case: Case) -> list[tuple[str, tuple[SharingLine, ...]]]:
    run = run_case(rule, case)
    ids = [f"MV-{n}" for n in range(len(case.moves))]
    return [(row.period.text, sharing_lines(rule, row, ids, "甲企业", "91", "")) for row in run.now.rows]


@MANY
@given(cases())
def test_lines_add_up_and_every_creditor_is_paid_to_the_fen_by_those_who_collected(case: Case) -> None:
    run = run_case(RULE, case)
    for row in run.now.rows:
        shares = shares_of(row)
        if not row.steps:
            assert shares == ()
            continue
        assert row.facts is not None
        assert sum(s.counted for s in shares) == row.facts.counted
        assert sum(s.counted for s in shares) == sum(s.due + s.kept for s in shares)
        for move in {s.move for s in row.steps}:
            taken = sum(s.taken for s in row.steps if s.move == move)
            assert sum(s.due for s in shares if s.step.move == move) == taken
        assert {p: a for p, a in _received(shares).items() if a} == {p: a for p, a in row.shares.items() if a}


def _received(shares: tuple[object, ...]) -> dict[str, int]:
    found: dict[str, int] = {}
    for s in shares:
        found[s.step.creditor] = found.get(s.step.creditor, 0) + s.due  # type: ignore[attr-defined]
        found[s.place] = found.get(s.place, 0) + s.kept  # type: ignore[attr-defined]
    return found


@MANY
@given(cases())
def test_entries_sum_to_zero_and_gross_and_net_give_the_same_positions(case: Case) -> None:
    lines = [x for _, month in month_lines(RULE, case) for x in month]
    posted = [e for x in lines for e in entries(x)]
    assert sum(e.amount_fen for e in posted) == 0
    found = matrix(lines, ("甲区",))
    held = balances(posted)
    for party in found.parties:
        assert found.position(party) == held.get(party, 0)
    assert all(amount > 0 for amount in found.net.values())
    assert not {(b, a) for a, b in found.net} & set(found.net)


@MANY
@given(cases(), cases())
def test_booked_plus_adjustments_is_what_is_known_now(before: Case, after: Case) -> None:
    """上月锁定的数加上调账，正好是现在该有的数。"""
    then, now = dict(month_lines(RULE, before)), dict(month_lines(RULE, replace(after, moves=before.moves)))
    for month in sorted({*then, *now}):
        booked = sums_of(then.get(month, ()))
        made = adjustments(now.get(month, ()), booked, month, LINE)
        total = dict(booked)
        for key, change in sums_of(made).items():
            was = total.get(key, Sums())
            total[key] = Sums(was.counted + change.counted, was.due + change.due, was.kept + change.kept)
        assert {k: v for k, v in total.items() if any(v)} == {k: v for k, v in sums_of(now.get(month, ())).items() if any(v)}
        assert all(x.corrects == month and x.adjustment for x in made)
        assert all(x.counted_fen == x.due_fen + x.kept_fen for x in made) or len(made) > 1


def test_a_confirmation_counts_for_the_figures_it_was_given_for_only() -> None:
    line = LedgerLine(replace(LINE, due_fen=5, counted_fen=10, kept_fen=5), 1, "r", "p")
    answers = [Answer(line.key, line.digest, party, "王", "2026-11-06") for party in ("乙区", "甲区")]
    assert line_states([line], answers, [])[0].agreed
    changed = replace(line, line=replace(line.line, due_fen=6, kept_fen=4))
    assert line_states([changed], answers, [])[0].waiting_for == ("乙区", "甲区")
    assert line_states([replace(line, rule_print="q")], answers, [])[0].waiting_for == ("乙区", "甲区")
    moved = replace(line, line=replace(line.line, source="第2版"))
    assert line_states([moved], answers, [])[0].agreed


def test_an_open_difference_blocks_and_one_locked_with_excuses_its_party() -> None:
    line = LedgerLine(replace(LINE, due_fen=5, counted_fen=10, kept_fen=5), 1, "r", "p")
    answer = Answer(line.key, line.digest, "乙区", "王", "2026-11-06")
    told = Difference(1, "2026-10", line.key, "甲区", "赵", "2026-11-06", 6, "少算")
    assert not line_states([line], [answer], [told])[0].agreed
    assert line_states([line], [answer], [replace(told, outcome="带差异锁定")])[0].agreed
    assert line_states([line], [answer], [replace(told, outcome="维持原数")])[0].waiting_for == ("甲区",)


def test_the_print_of_a_rule_changes_with_any_value() -> None:
    assert rule_print(RULE) == rule_print(parse_rule(RULE.data, "另一个文件.toml", cited=False))
    assert rule_print(RULE) != rule_print(altered(RULE, {"ratios": ["0.5", "0.3333", "0.78"]}, "试"))
