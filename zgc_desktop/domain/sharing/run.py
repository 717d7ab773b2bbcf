"""The result of a case (测算结果): settled periods as booked, open periods as known now, and the adjustments between."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction

from zgc_desktop.domain.money import Fen
from zgc_desktop.domain.periods import Month
from zgc_desktop.domain.rulebook import RuleFileError
from zgc_desktop.domain.sharing.allocation import Replay, Row, replay
from zgc_desktop.domain.sharing.case import Case, Event, TaxLine
from zgc_desktop.domain.sharing.claims import RECOVERING
from zgc_desktop.domain.sharing.explain import Explanation, adjustment_tree, share_tree
from zgc_desktop.domain.sharing.rule import VALUES, SharingRule
from zgc_desktop.domain.sharing.schedule import Period, month_at


@dataclass(frozen=True, slots=True)
class PeriodResult:
    """One period of a case; amounts in 分. ``counted`` None: not reported. ``shares`` add up to ``counted``."""

    period: str
    counted: Fen | None
    by_kind: Mapping[str, Fen]
    shares: Mapping[str, Fen]
    cumulative: Mapping[str, Fen]
    remaining: Mapping[str, Fen]
    state: str
    computed_before_cap: Fen
    """All creditors together, before cap and clawback limit."""
    truncated: Fen
    """What cap (positive) or clawback limit (negative) cut off."""
    ratio: Fraction | None
    k_of_n: tuple[int, int] | None
    """Months of the clock gone at the period's end, of the months of the window (extension included once it runs)."""
    adjustment: Mapping[str, Fen]
    """调账: what earlier, settled periods are corrected by in this one."""
    companies: Mapping[str, Mapping[str, Fen]]


@dataclass(frozen=True, slots=True)
class CaseRun:
    """A rule run over a case: whether it shares, why, and every period's result."""

    rule: SharingRule
    case: Case
    eligible: bool
    reason: str
    periods: tuple[PeriodResult, ...]
    now: Replay
    booked: Replay | None
    settled: frozenset[str]

    def explain(self, period: str, party: str) -> Explanation:
        """The tree behind a party's share of a period: formula, clause, citation, down to the source cells."""
        source = self.booked if self.booked is not None and period in self.settled else self.now
        return share_tree(self.rule, self.case, source, period, party)

    def explain_adjustment(self, period: str, party: str) -> Explanation:
        """The tree behind an adjustment line: each settled period as recomputed, less as booked."""
        paid = {p.period: p.shares.get(party, 0) for p in self.periods if p.period in self.settled}
        return adjustment_tree(self.rule, self.case, self.now, period, party, paid)

    def exhausted_in(self, creditor: str = "", average_of: int = 12) -> Month | None:
        """The month in which a creditor's cap runs out: as it did, else forecast from the last months' average.

        None where there is no cap, nothing is being shared, or the term ends first.
        """
        name = creditor or (self.case.moves[0].from_party if self.case.moves else "")
        claims = [c for c in self.now.claims if c.creditor == name and c.cap is not None]
        if not claims:
            return None
        left = sum((c.cap or 0) - c.taken for c in claims)
        given = [(r.period, r.shares.get(name, 0)) for r in self.now.rows if r.state != "no_data"]
        if left <= 0:
            return next((month_at(r.period.end - 1) for r in self.now.rows if r.remaining.get(name) == 0), None)
        months = amount = 0
        for period, share in reversed(given):
            if months >= average_of:
                break
            months, amount = months + period.months, amount + share
        if amount <= 0 or not months:
            return None
        month = given[-1][0].end - 1 + -(-left * months // amount)
        last = max((c.years[-1].end for c in claims if c.years), default=0)
        return month_at(month) if month < last and given[-1][0].end <= last else None


def replay_only(rule: SharingRule, case: Case, also: Iterable[Period] = ()) -> CaseRun:
    """``run_case`` without the results period by period (``periods`` is empty): for many cases at once."""
    _check_usable(rule, case)
    case = _in_order(case)
    now = replay(rule, case, case.events, also)
    return CaseRun(rule, case, now.eligible, now.reason, (), now, None, frozenset())


def replay_beside(rule: SharingRule, other: SharingRule, case: Case, also: Iterable[Period] = ()) -> tuple[CaseRun, CaseRun]:
    """``replay_only`` under two rules; the tax is counted once where both count it alike."""
    also = tuple(also)
    one = replay_only(rule, case, also)
    alike = rule.taxes == other.taxes and rule.by == other.by and all(line.gross is None for line in case.tax)
    _check_usable(other, case)
    now = replay(other, one.case, one.case.events, also, one.now.counted if alike else None)
    return one, CaseRun(other, one.case, now.eligible, now.reason, (), now, None, frozenset())


def run_case(rule: SharingRule, case: Case, also: Iterable[Period] = ()) -> CaseRun:
    """Run ``rule`` over ``case``; RuleFileError with key and advice where rule or facts do not suffice.

    ``also`` names periods to show even though nothing was reported. Events reach settled periods only as adjustment
    lines in the first open period; the settled figures are those of ``case.settled`` or, without a ledger, those the
    rule gives without the events.
    """
    _check_usable(rule, case)
    case = _in_order(case)
    also = tuple(also)
    close = case.settled_through
    if close is None or not (case.events or case.settled):
        now = replay(rule, case, case.events, also)
        return _result(rule, case, now, None, frozenset(), {}, "")
    opens = _first_open(case, also, close)
    now = replay(rule, case, case.events, (*also, opens))
    booked = replay(rule, case, _known_then(case.events, close), (*also, opens))
    settled = frozenset(r.period.text for r in booked.rows if r.period.end <= close.end)
    adjustment: dict[str, Fen] = {}
    ledger = case.settled or {}
    was = {r.period.text: ledger.get(r.period.text, r.shares) for r in booked.rows}
    for row in now.rows:
        if row.period.end <= close.end:
            paid = was.get(row.period.text, {})
            for party in dict.fromkeys([*row.shares, *paid]):
                change = row.shares.get(party, 0) - paid.get(party, 0)
                adjustment[party] = adjustment.get(party, 0) + change
    adjustment = {p: a for p, a in adjustment.items() if a}
    return _result(rule, case, now, booked, settled, adjustment, opens.text)


def _known_then(events: Iterable[Event], close: Period) -> tuple[Event, ...]:
    """Events the closed periods already reckoned with: a split or a new registration shows in the company's own returns."""
    return tuple(e for e in events if e.kind in ("split", "reregistered") and e.on <= close.last_day)


def _first_open(case: Case, also: tuple[Period, ...], close: Period) -> Period:
    """The first period after the settled ones; the one that follows them where nothing is reported yet."""
    later = [n.period for n in case.tax if n.period.end > close.end] + [p for p in also if p.end > close.end]
    return min(later, key=lambda p: p.first) if later else close.following


def _in_order(case: Case) -> Case:
    """The case with its lines in one order, so that the order they came in changes nothing, not even an explanation."""
    if len({n.period for n in case.tax}) == len(case.tax):
        return case
    return replace(case, tax=tuple(sorted(case.tax, key=_place)))


def _place(line: TaxLine) -> tuple[object, ...]:
    kinds = sorted((line.gross or line.local or {}).items())
    late = line.belongs_to.text if line.belongs_to else ""
    return line.period, line.company, line.collected_by, late, line.source, line.amount or 0, kinds


def _check_usable(rule: SharingRule, case: Case) -> None:
    """Refuse a rule that leaves open what this case needs, and a case without moves in order."""
    if not case.moves:
        raise RuleFileError(case.file, "move", "没有迁移", "请至少写一次迁移（[[move]]）")
    for before, after in zip(case.moves, case.moves[1:], strict=False):
        where = f"move {after.registered_on}"
        if after.registered_on < before.registered_on:
            raise RuleFileError(case.file, where, "迁移没有按日期先后排列", "请按登记变更日排序")
        if after.from_party != before.to_party:
            reason = f"前一次迁到{before.to_party}，这一次却从{after.from_party}迁出"
            raise RuleFileError(case.file, where, reason, "请核对迁出方")
    for key in ("ratios", "start", "window", "basis", "rounding"):
        rule.need(key, "测算必须用到它")
    if len(case.moves) > 1:
        rule.need("chain", "本案有第二次迁移")
    if rule.basis != "actual":
        rule.need("base", "分享额按基数计算")
    for key in rule.undetermined:
        if key in VALUES:
            rule.need(key, "它尚未确定")


def _result(
    rule: SharingRule, case: Case, now: Replay, booked: Replay | None, settled: frozenset[str], adjustment: dict[str, Fen],
    opens: str,
) -> CaseRun:  # fmt: skip
    rows = now.rows
    if booked is not None:
        then = {r.period.text: r for r in booked.rows}
        rows = [then.get(r.period.text, r) if r.period.text in settled else r for r in now.rows]
    ledger = (case.settled or {}) if settled else {}
    periods = tuple(
        _period(
            r, adjustment if r.period.text == opens else {}, ledger.get(r.period.text) if r.period.text in settled else None
        )
        for r in rows
    )
    return CaseRun(rule, case, now.eligible, now.reason, periods, now, booked, settled)


def _period(row: Row, adjustment: Mapping[str, Fen], booked: Mapping[str, Fen] | None) -> PeriodResult:
    missing = row.facts is None or row.facts.missing
    wanted = taken = 0
    ratio, k_of_n = None, None
    for step in row.steps:
        wanted += step.wanted
        taken += step.taken
        if ratio is None and step.year is not RECOVERING:
            ratio = step.year.ratio
            k_of_n = step.gone, step.term
    return PeriodResult(
        period=row.period.text,
        counted=None if missing or row.facts is None else row.facts.counted,
        by_kind={} if missing or row.facts is None else row.facts.by_kind,
        shares=row.shares if booked is None else booked,
        cumulative=row.cumulative,
        remaining=row.remaining,
        state=row.state,
        computed_before_cap=wanted,
        truncated=wanted - taken,
        ratio=ratio,
        k_of_n=k_of_n,
        adjustment=adjustment,
        companies=row.companies,
    )
