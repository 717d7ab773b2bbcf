"""The run of a rule over a case (分享测算): every period's tax divided among the parties, later facts paid as adjustments."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import Final

from zgc_desktop.domain.money import Fen, half_up, yuan
from zgc_desktop.domain.rulebook import RuleFileError
from zgc_desktop.domain.sharing.case import Case, Event
from zgc_desktop.domain.sharing.claims import Claim, Step, begin_later_claim, cap_of, settle, split_claim, state_of
from zgc_desktop.domain.sharing.facts import (
    BaseFacts,
    Holders,
    PeriodFacts,
    base_facts,
    corrected_lines,
    gather,
    returned_to,
    unit_names,
)
from zgc_desktop.domain.sharing.rule import SharingRule
from zgc_desktop.domain.sharing.schedule import Period, clock_month, closed_month, month_number

_STATE_ORDER: Final = ("sharing", "extension", "gap", "capped", "expired", "not_started")
STATE_LABELS: Final = {
    "not_started": "未起算",
    "gap": "空窗",
    "sharing": "分享中",
    "extension": "延长期",
    "capped": "已达上限",
    "expired": "期满",
    "ineligible": "不适用",
    "no_data": "未报",
}


@dataclass(slots=True)
class Row:
    """One period as replayed: who got what, and the steps that led there."""

    period: Period
    facts: PeriodFacts | None
    shares: dict[str, Fen]
    cumulative: dict[str, Fen]
    remaining: dict[str, Fen]
    state: str
    steps: list[Step]
    residual: dict[str, dict[str, Fen]]
    """By company: what stayed with each collecting place after the creditors."""
    companies: dict[str, dict[str, Fen]]


@dataclass(slots=True)
class Replay:
    """The whole case under one state of knowledge."""

    parties: tuple[str, ...]
    eligible: bool
    reason: str
    base: BaseFacts | None
    rows: list[Row]
    claims: list[Claim]
    counted: list[PeriodFacts] = field(default_factory=list)
    """The tax of the reported periods as the rule counts it."""


@dataclass(slots=True)
class _Unit:
    """A company that carries claims: the original one, or a part of a split."""

    name: str
    claims: list[Claim]
    kept: dict[str, Fen] = field(default_factory=dict)


def replay(
    rule: SharingRule,
    case: Case,
    events: Iterable[Event],
    also: Iterable[Period] = (),
    counted: list[PeriodFacts] | None = None,
) -> Replay:
    """Run the case from its first period with the given events known; ``also``: periods to show though not reported.

    ``counted`` is the case's tax as another rule that counts alike has counted it (``Replay.counted``).
    """
    known = sorted(events, key=lambda e: (e.on, e.kind, e.company))
    holders = Holders(case, known)
    units = unit_names(case, known)
    if counted is None:
        counted = gather(rule, case, corrected_lines(case, known, holders), holders, units)
    ledger = _with_empty(counted, also, case.file)
    base = base_facts(rule, case, known) if _base_needed(rule) else None
    verdicts = [_verdict(rule, case, n, base) for n in range(len(case.moves))]
    claims = [_claim(rule, case, n, base, ledger, known) for n, (good, _) in enumerate(verdicts) if good]
    parties = tuple(dict.fromkeys([p for m in case.moves for p in (m.from_party, m.to_party)]))
    reason = (
        verdicts[0][1] if len(verdicts) == 1 else "；".join(f"第{n}次迁移：{why}" for n, (_, why) in enumerate(verdicts, 1))
    )
    run = Replay(parties, bool(claims), reason, base, [], claims, counted)
    live = {"": _Unit("", claims)}
    splits = [e for e in known if e.kind == "split"]
    for facts in ledger:
        run.rows.append(_settle_period(rule, case, facts, live, splits, units, holders, run))
    run.claims = [c for u in live.values() for c in u.claims]
    return run


def _base_needed(rule: SharingRule) -> bool:
    cap_on_base = rule.cap is not None and rule.cap.of_base_sum is not None
    return rule.threshold is not None or cap_on_base or rule.basis != "actual"


def _with_empty(ledger: list[PeriodFacts], also: Iterable[Period], file: str) -> list[PeriodFacts]:
    extra = {p.text: p for p in also}
    for facts in ledger:
        extra.pop(facts.period.text, None)
    for period in extra.values():
        clash = next((f.period for f in ledger if f.period.first < period.end and period.first < f.period.end), None)
        if clash is not None:
            reason = f"期间 {period.text} 与税款行 {clash.text} 重叠"
            raise RuleFileError(file, f"period {period.text}", reason, "请按税款行的期间填写")
    if not extra:
        return ledger
    full = ledger + [PeriodFacts(p, missing=True) for p in extra.values()]
    return sorted(full, key=lambda f: f.period.first)


def _verdict(rule: SharingRule, case: Case, n: int, base: BaseFacts | None) -> tuple[bool, str]:
    """Whether a move founds a claim, and the sentence that says why."""
    move = case.moves[n]
    if rule.natures is not None and move.nature not in rule.natures:
        listed = "、".join(rule.natures)
        return False, f"迁移性质“{move.nature}”不在分享范围（{listed}）之列（{rule.clause('natures')}），列入不分享清单"
    if n > 0:
        return True, "再次迁移，不再测门槛，按持有期净留存作基数和上限"
    if base is None:
        return True, f"迁移性质“{move.nature}”在分享范围内，规则不设门槛"
    if base.absent:
        years = "、".join(str(y) for y in base.absent)
        return False, f"基数年 {years} 没有数据：未填报或经营不足 {rule.base_years} 年，不适用本规则，转双方协商"
    if rule.threshold is None:
        return True, f"迁移性质“{move.nature}”在分享范围内，规则不设门槛"
    at_least, measure = rule.threshold.at_least, rule.threshold.measure
    # The average is never divided out: Σ ≥ n × threshold is the same test without rounding.
    measured, times = (
        (base.years[-1][1], 1) if measure == "last" else (base.total, rule.base_years if measure == "average" else 1)
    )
    label = {"sum": "合计", "average": "合计", "last": "末年"}[measure]
    average = f"，年均门槛 {yuan(at_least)} 元" if measure == "average" else f"，门槛 {yuan(at_least)} 元"
    good = measured >= at_least * times
    verdict = f"{'达到' if good else '未达到'}（{rule.clause('threshold')}）"
    return good, f"前 {rule.base_years} 年{label} {yuan(measured)} 元{average}，{verdict}"


def _claim(
    rule: SharingRule, case: Case, n: int, base: BaseFacts | None, ledger: list[PeriodFacts], events: list[Event]
) -> Claim:
    move = case.moves[n]
    day = _start_day(rule, case, n, ledger)
    claim = Claim(
        creditor=move.from_party,
        move=n,
        company="",
        registered=closed_month(move.registered_on),
        start=None if day is None else clock_month(day),
        ended=_end_month(rule, case, n, events),
    )
    if n == 0:
        claim.base = base.value if base else 0
        claim.cap = cap_of(rule, base.total if base else 0)
        claim.recover = rule.recover_first or 0
    return claim


def _start_day(rule: SharingRule, case: Case, n: int, ledger: list[PeriodFacts]) -> date | None:
    """The day a claim's clock starts from; None while a needed day is still open."""
    move = case.moves[n]
    if rule.start == "registered":
        return move.registered_on
    if rule.start == "first_tax":
        if move.first_tax_on is not None:
            return max(move.first_tax_on, move.registered_on)
        closed = closed_month(move.registered_on)
        first = next((f for f in ledger if f.period.end > closed and f.counted > 0 and not f.missing), None)
        return None if first is None else max(first.period.first_day, move.registered_on)
    if move.at_capacity_on is None:
        return None
    return move.at_capacity_on if rule.start == "at_capacity" else max(move.registered_on, move.at_capacity_on)


def _end_month(rule: SharingRule, case: Case, n: int, events: list[Event]) -> int | None:
    """The month in which a claim ends early: the company came back, or a later move extinguishes it."""
    creditor = case.moves[n].from_party
    later = case.moves[n + 1 :]
    ends = [clock_month(m.registered_on) for m in later if m.to_party == creditor or rule.chain == "extinguish"]
    for event in events:
        if event.kind == "returned" and event.on >= case.moves[n].registered_on and returned_to(case, event) == creditor:
            ends.append(clock_month(event.on))
    return min(ends, default=None)


def _settle_period(
    rule: SharingRule, case: Case, facts: PeriodFacts, live: dict[str, _Unit], splits: list[Event], units: Mapping[str, str],
    holders: Holders, run: Replay,
) -> Row:  # fmt: skip
    period = facts.period
    row = Row(period, facts, {}, {}, {}, "no_data", [], {}, {})
    pending = set(facts.groups) if not facts.missing else set()
    while splits and month_number(splits[0].on) < period.end:
        event = splits.pop(0)
        source = units.get(event.company, "")
        if source in pending:  # the old company's last tax comes before its claims are divided
            pending.remove(source)
            _settle_unit(rule, case, live[source], facts, holders, row)
        _divide(live, source, event)
    for name in sorted(pending) if len(pending) > 1 else pending:
        if name not in live:
            reason = f"{name or '原企业'}已分立，不再有自己的债权"
            raise RuleFileError(case.file, f"tax {period.text}.company", reason, "请把税款写到分立后的企业名下")
        _settle_unit(rule, case, live[name], facts, holders, row)
    _take_stock(row, facts, live, run)
    return row


def _divide(live: dict[str, _Unit], source: str, event: Event) -> None:
    unit = live.pop(source)
    by_claim = [split_claim(c, event.parts) for c in unit.claims]
    ratios = [r for _, r in event.parts]
    for n, (name, ratio) in enumerate(event.parts):
        kept = {p: half_up(v * ratio) for p, v in unit.kept.items()}
        if n == len(ratios) - 1:
            kept = {p: v - sum(half_up(v * r) for r in ratios[:-1]) for p, v in unit.kept.items()}
        live[name] = _Unit(name, [parts[n] for parts in by_claim], kept)


def _settle_unit(rule: SharingRule, case: Case, unit: _Unit, facts: PeriodFacts, holders: Holders, row: Row) -> None:
    """Divide one company's tax of a period: creditors in order of the moves, the rest to the places that collected it."""
    period = facts.period
    collected = facts.groups[unit.name]
    left = dict(collected)
    same_pool = rule.chain == "same_pool"
    taken_before = 0
    for claim in unit.claims:
        creditor = claim.creditor
        if claim.start is None or period.end <= claim.start:
            continue
        if claim.base is None:
            begin_later_claim(rule, claim, unit.kept.get(creditor, 0))
        source = collected if same_pool else left
        pool = sum(source.values())
        if creditor in source:  # a creditor has no claim on tax it collected itself
            pool -= source[creditor]
            if len(source) == 1:
                continue
        step = settle(rule, claim, period, pool, taken_before if same_pool else 0, case.file)
        if step is None:
            continue
        row.steps.append(step)
        if step.taken:
            taken_before += step.taken
            row.shares[creditor] = row.shares.get(creditor, 0) + step.taken
            _deduct(left, creditor, step.taken, holders, period)
    for place, amount in left.items():
        row.shares[place] = row.shares.get(place, 0) + amount
        unit.kept[place] = unit.kept.get(place, 0) + amount
    row.residual[unit.name] = left
    if unit.name:
        row.companies[unit.name] = dict(left)
        for step in row.steps:
            if step.company == unit.name:
                row.companies[unit.name][step.creditor] = row.companies[unit.name].get(step.creditor, 0) + step.taken


def _deduct(left: dict[str, Fen], creditor: str, taken: Fen, holders: Holders, period: Period) -> None:
    """Take a creditor's share out of the collecting places' tax, in proportion; the last place bears the difference."""
    places = [p for p in left if p != creditor]
    if len(places) == 1:
        left[places[0]] -= taken
        return
    holder = holders.at_end_of(period)
    if not sum(left[p] for p in places):
        left[holder] = left.get(holder, 0) - taken
        return
    total, rest = sum(left[p] for p in places), taken
    # The holder comes last: differences of a 分 stay where the company is (尾差归迁入方).
    places.sort(key=lambda p: (p == holder, p))
    for place in places[:-1]:
        part = half_up(Fraction(left[place] * taken, total))
        left[place] -= part
        rest -= part
    left[places[-1]] -= rest


def _take_stock(row: Row, facts: PeriodFacts, live: dict[str, _Unit], run: Replay) -> None:
    """Fill in what each creditor has had, what is left under its cap, and the state after the period."""
    if not facts.missing:
        for party, amount in facts.direct.items():
            row.shares[party] = row.shares.get(party, 0) + amount
        shares = {p: row.shares.pop(p, 0) for p in run.parties}
        if row.shares:
            shares |= {p: row.shares[p] for p in sorted(row.shares)}
        row.shares = shares
    states = set()
    over: dict[str, Fen] = {}
    for unit in live.values():
        for claim in unit.claims:
            states.add(state_of(claim, row.period))
            if claim.move and row.period.end <= claim.registered:
                continue
            row.cumulative[claim.creditor] = row.cumulative.get(claim.creditor, 0) + claim.taken
            if claim.cap is not None:
                ended = claim.ended is not None and row.period.first >= claim.ended
                remaining = over if ended else row.remaining
                remaining[claim.creditor] = remaining.get(claim.creditor, 0) + claim.cap - claim.taken
    for creditor, amount in over.items():  # an ended claim's rest is shown only where no other claim took its place
        row.remaining.setdefault(creditor, amount)
    if not facts.missing:
        row.state = min(states, key=_STATE_ORDER.index, default="ineligible")
