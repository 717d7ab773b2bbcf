"""Settle (结算): share a month's tax of companies that moved, exact to the 分, as a trial run until both sides agree."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field, fields, replace

from db.moves import update_case
from db.queries import moves, settlements
from db.queries.settlements import BookedLine
from db.settlements import put_trial
from db.store import Reading, UnitOfWork
from zgc_desktop.domain.adjustments import NO_RULE, line_of
from zgc_desktop.domain.errors import Refused
from zgc_desktop.domain.money import Fen
from zgc_desktop.domain.monthly import NetLine, OutOfScope, SharingLine, SharingSection
from zgc_desktop.domain.moves import CaseState
from zgc_desktop.domain.periods import Month
from zgc_desktop.domain.rulebook import CONFIDENCE, RuleFileError, RuleNotInForce
from zgc_desktop.domain.settlement import (
    LOCKED,
    TRIAL,
    LedgerLine,
    SettlementRun,
    Sums,
    adjustments,
    matrix,
    rule_print,
    sharing_lines,
)
from zgc_desktop.domain.sharing.allocation import Row
from zgc_desktop.domain.sharing.case import Case
from zgc_desktop.domain.sharing.claims import Claim
from zgc_desktop.domain.sharing.explain import Explanation
from zgc_desktop.domain.sharing.rule import SharingRule, rule_in_force
from zgc_desktop.domain.sharing.run import CaseRun, replay_only, run_case
from zgc_desktop.domain.sharing.schedule import period_of
from zgc_desktop.services import backups
from zgc_desktop.services.bulk_work import without_cycle_search
from zgc_desktop.services.context import AppContext, one_command
from zgc_desktop.services.rules import sharing_rules_in_use
from zgc_desktop.services.settings import current_in
from zgc_desktop.services.settle_facts import Facts, Group, RulesOfCases, cases_with_tax, gather

_SHARING = ("sharing", "extension")
_WHY = {
    "gap": "变更登记与达产尚未同时具备，起算前的税收全归迁入方",
    "not_started": "尚未起算",
    "capped": "迁出方累计所得已达上限",
    "expired": "分享期满",
}


@dataclass(frozen=True, slots=True)
class CapForecast:
    """A creditor's cap: what is left after this month, and the month it runs out at the pace of the last year."""

    case_id: str
    creditor: str
    left_fen: Fen
    runs_out: Month | None
    """None: the term ends first, or nothing is being shared."""


@dataclass(frozen=True, slots=True)
class Settlement:
    """A month's run: the section the report prints, its ledger lines, and the facts behind it for explanations."""

    month: Month
    rule: SharingRule
    section: SharingSection
    lines: tuple[LedgerLine, ...] = ()
    faults: tuple[str, ...] = ()
    """Cases whose facts contradict each other, with the reason: they block locking."""
    notes: tuple[str, ...] = ()
    forecasts: tuple[CapForecast, ...] = ()
    run: SettlementRun | None = None
    """The run this is read from, where it is locked."""
    facts: Mapping[str, tuple[SharingRule, Case]] = field(default_factory=dict)

    @property
    def locked(self) -> bool:
        return self.run is not None and self.run.state == LOCKED

    def explain(self, case_id: str, party: str) -> Explanation | None:
        """The tree behind a party's share in one case this month; None when the case is not in this run."""
        found = self.rerun(case_id)
        return None if found is None else found.explain(str(self.month), party)

    def rerun(self, case_id: str) -> CaseRun | None:
        """The engine's run of one case, worked out again; None when the case is not in this run."""
        if case_id not in self.facts:
            return None
        rule, case = self.facts[case_id]
        return run_case(rule, case, also=[period_of(str(self.month))])


@one_command("settle")
def settle(ctx: AppContext, month: Month, *, rule_key: str = "") -> Settlement:
    """Run the month's sharing and keep it as its trial run, by the workspace's rule unless told another.

    Refused where the month is locked already. A case whose tax was not reported stays in ``missing``: it is 未报, never
    zero. Shares add up to the tax counted.
    """
    backups.take(ctx, "settle")
    with ctx.store.write("settle", ctx.who, ctx.now()) as unit:
        rule_key = rule_key or current_in(unit.connection, month).sharing_rule
        books = settlements.books(unit.connection)
        if books.last is not None and month <= books.last:
            opens = books.last.plus(1)
            why = f"已锁定到 {books.last}，锁定的结算不改写"
            raise Refused(f"{month} 不能再试算", why=why, advice=f"更正、补报、退库请在 {opens} 试算，差额会列为调账")
        settlement = compute_in(unit.connection, ctx, month, rule_key=rule_key)
        section = settlement.section
        content = section_json(section)
        run = SettlementRun(
            month, rule_key, TRIAL, ctx.now(), section.counted_fen, section.due_fen, section.kept_fen, content,
            rule_print(settlement.rule), fingerprint_of(content),
        )  # fmt: skip
        if not _same_trial(unit.connection, run, settlement.lines):
            put_trial(unit, run, settlement.lines)
        _enter_sharing(unit, settlement)
        unit.say(
            f"试算 {month} 税收分享：{len(section.lines)} 笔，不在范围 {len(section.out_of_scope)} 件，"
            f"合计差 {section.difference_fen} 分",
            subjects={"settlement", "reports"},
            months={month},
        )
    return settlement


def _same_trial(connection: Reading, run: SettlementRun, lines: Sequence[LedgerLine]) -> bool:
    """Whether the month's trial already says this, so that running it again writes and journals nothing."""
    old = settlements.run_of(connection, run.month)
    if old is None or (old.fingerprint, old.rule_key, old.rule_print) != (run.fingerprint, run.rule_key, run.rule_print):
        return False
    return [n[1:] for n in settlements.line_numbers(connection, old.id)] == [
        (x.company_id, x.rule_key, x.rule_print) for x in lines
    ]


def _enter_sharing(unit: UnitOfWork, settlement: Settlement) -> None:
    """A landed case that shares for the first time is 分享中 from now on."""
    sharing = {line.case_id for line in settlement.section.lines if line.due_fen and not line.posting}
    for case in moves.cases(unit.connection) if sharing else ():
        if case.id in sharing and case.state is CaseState.LANDED:
            update_case(unit, replace(case, state=CaseState.SHARING))


def compute(ctx: AppContext, month: Month, *, rule_key: str = "", explainable: bool = True) -> Settlement:
    """The month's sharing without keeping it; a locked month comes from the ledger as it was locked.

    ``explainable``: each case's facts stay at hand for explanations; without it tens of thousands of cases take no room.
    """
    with ctx.store.read() as connection:
        return compute_in(connection, ctx, month, rule_key=rule_key, explainable=explainable)


@without_cycle_search()
def compute_in(
    connection: Reading,
    ctx: AppContext,
    month: Month,
    *,
    rule_key: str = "",
    explainable: bool = False,
    on_trial: Sequence[SharingRule] | None = None,
) -> Settlement:
    """``compute`` on a connection that is already open, so that a write sees the moment it writes in.

    ``on_trial``: other rules than those in use, over a locked month too; what comes of them is never kept.
    """
    kept = settlements.run_of(connection, month)
    rules = sharing_rules_in_use(ctx) if on_trial is None else on_trial
    if on_trial is None and kept is not None and kept.state == LOCKED:
        return _as_locked(connection, kept, rules)
    facts = gather(connection, month)
    chosen = RulesOfCases(rules, rule_key or current_in(connection, month).sharing_rule, month)
    result = _Result(facts, chosen, explainable)
    for group, case in cases_with_tax(connection, ctx, facts):
        result.add(group, case)
    for waiting in facts.waiting:
        result.outside.append(OutOfScope(waiting.id, waiting.name, f"案件{waiting.state.value}，尚未落地"))
    for given, about in facts.adjusted:
        line = line_of(given, about.name, about.credit_code)
        result.lines.append(LedgerLine(line, about.company_id, NO_RULE, NO_RULE))
    return result.settlement()


def _as_locked(connection: Reading, run: SettlementRun, rules: Sequence[SharingRule]) -> Settlement:
    section = section_from(run.content)
    kept = settlements.line_numbers(connection, run.id)
    lines = tuple(LedgerLine(x, n[1], n[2], n[3]) for x, n in zip(section.lines, kept, strict=True))
    rule = rule_in_force(rules, run.rule_key, run.month.last_day)
    notes = (f"{run.month} 已于 {run.locked_at[:10]} 由 {run.locked_by} 锁定",)
    return Settlement(run.month, rule, section, lines, notes=notes, run=run)


class _Result:
    """One month's run in the making: companies are added one by one and nothing of their replays is kept."""

    def __init__(self, facts: Facts, chosen: RulesOfCases, explainable: bool) -> None:
        self.month, self.facts, self.chosen, self.explainable = facts.month, facts, chosen, explainable
        self.period = period_of(str(facts.month))
        self.lines: list[LedgerLine] = []
        self.outside: list[OutOfScope] = []
        self.missing: list[str] = []
        self.faults: list[str] = []
        self.forecasts: list[CapForecast] = []
        self.earlier: set[str] = set()
        self.withdrawn: list[str] = []
        self.followed: list[str] = []
        self.behind: dict[str, tuple[SharingRule, Case]] = {}

    def add(self, group: Group, case: Case) -> None:
        """Settle one company's month and put it where it belongs."""
        last = group.cases[-1]
        try:
            rule = self.chosen.for_group(group)
            run = replay_only(rule, case, also=[self.period])
        except RuleNotInForce as error:
            self.outside.append(OutOfScope(last.id, last.name, error.sentence))
            return
        except RuleFileError as error:
            if error.file != case.file:
                raise  # the rule itself is at fault, not this case's facts
            self.faults.append(f"{last.id} {last.name}：{error.sentence}")
            self.outside.append(OutOfScope(last.id, last.name, f"案情有矛盾，未计算：{error.sentence}"))
            return
        for entered in group.cases if self.explainable else ():
            self.behind[entered.id] = (rule, case)
        self._adjust(group, rule, run)
        self._follow_up(group, run)
        row = next(r for r in run.now.rows if r.period.text == self.period.text)
        self._sort_out(group, rule, run, row)

    def _sort_out(self, group: Group, rule: SharingRule, run: CaseRun, row: Row) -> None:
        last = group.cases[-1]
        if not run.eligible:
            self.outside.append(OutOfScope(last.id, last.name, run.reason))
            return
        if row.state == "no_data":
            self._not_reported(group, run)
            return
        if row.state not in _SHARING and not any(s.taken for s in row.steps):
            why = f"{_WHY.get(row.state, row.state)}（{rule.clause('start')}）"
            self.outside.append(OutOfScope(last.id, last.name, why))
            return
        made = self._lines(group, rule, run, row)
        self.lines += [self._ledger(group, rule, x) for x in made]
        for line in made:
            left = row.remaining.get(line.receiver)
            if left is not None:
                self.forecasts.append(CapForecast(line.case_id, line.receiver, left, run.exhausted_in(line.receiver)))
        if self.facts.books.first is None or self.month == self.facts.books.first:
            self.earlier |= {r.period.text for r in run.now.rows if r.period.end <= self.period.first and _gives(r)}

    def _not_reported(self, group: Group, run: CaseRun) -> None:
        """未报 waits for the tax, unless nothing can come of it any more: the claim is over, or the case is closed."""
        last, closed = group.cases[-1], group.closed_by(self.month)
        if closed is not None:
            self.outside.append(OutOfScope(last.id, last.name, f"案件已于 {closed.on} 办结：{closed.note}"))
            return
        over = [why for c in run.now.claims if (why := _over(c, self.period.first))]
        if len(over) == len(run.now.claims):
            self.outside.append(OutOfScope(last.id, last.name, _WHY[over[-1]]))
            return
        self.missing.append(f"{last.id} {last.name}")
        self.outside.append(OutOfScope(last.id, last.name, f"{self.month} 税收未报，补报后计算；未报不作零处理"))

    def _lines(self, group: Group, rule: SharingRule, run: CaseRun, row: Row) -> tuple[SharingLine, ...]:
        first = group.cases[0]
        source = next((t.source for t in run.case.tax if t.period == row.period and t.source), "")
        return sharing_lines(rule, row, [c.id for c in group.cases], first.name, first.credit_code, source)

    def _ledger(self, group: Group, rule: SharingRule, line: SharingLine) -> LedgerLine:
        return LedgerLine(line, group.company_id, rule.key, self.chosen.print_of(rule))

    def _adjust(self, group: Group, rule: SharingRule, run: CaseRun) -> None:
        """调账: what the locked months should have been less what they were, in the first open month only."""
        books = self.facts.books
        if books.first is None or self.month != self.facts.opens:
            return
        booked: dict[str, dict[tuple[str, str, str], Sums]] = {}
        for b in group.booked:
            _book(booked.setdefault(str(b.about), {}), b)
        from_first, until = period_of(str(books.first)).first, self.period.first
        rows = {r.period.text: r for r in run.now.rows if from_first <= r.period.first and r.period.end <= until}
        for text in sorted({*rows, *booked}):
            row = rows.get(text)
            now = self._lines(group, rule, run, row) if row is not None and row.steps else ()
            then = booked.get(text, {})
            if row is not None and row.state == "no_data":
                if then:  # 未报 is never zero: what was settled stands until a figure comes
                    self.withdrawn.append(f"{group.cases[0].id} {text}")
                continue
            about = now[0] if now else self._about(group, rule)
            self.lines += [self._ledger(group, rule, x) for x in adjustments(now, then, text, about)]

    def _follow_up(self, group: Group, run: CaseRun) -> None:
        """Earlier months that were locked by a ruling while this company's tax was 未报, and still is."""
        mine = {c.id for c in group.cases}
        told = [r for r in self.facts.rulings if r.case_id in mine and r.month < str(self.month)]
        for ruling in told:
            if not any(r.period.text == ruling.month and r.state != "no_data" for r in run.now.rows):
                why = f"{ruling.day} {ruling.person}裁定锁定：{ruling.reason}"
                self.followed.append(f"{ruling.case_id} {group.cases[-1].name} {ruling.month}（{why}）")

    def _about(self, group: Group, rule: SharingRule) -> SharingLine:
        first = group.cases[0]
        return SharingLine(
            first.id, first.name, first.credit_code, "", "", 0, None, None, "", 0, None, 0, 0, 0, "", "",
            rule.clause("ratios"), "",
        )  # fmt: skip

    def settlement(self) -> Settlement:
        """The whole run, in an order that does not depend on the order of the input."""
        self.lines.sort(key=_order)
        lines = tuple(x.line for x in self.lines)
        rule = self.chosen.of_run
        section = SharingSection(
            rule.title,
            _cited(rule),
            _note(rule),
            lines,
            tuple(sorted(self.outside, key=lambda x: x.case_id)),
            _pairs(lines),
            tuple(sorted(self.missing)),
        )
        notes = list(self.chosen.changed)
        if self.earlier:
            listed = "、".join(sorted(self.earlier))
            notes.append(f"{listed} 已起算但未在本系统锁定，视为系统外已结清；如需由本系统结算，请从最早一月起逐月锁定")
        if self.withdrawn:
            notes.append(f"已锁定月份的税收现为未报，暂不调账：{'、'.join(sorted(self.withdrawn))}")
        if self.followed:
            notes.append(f"仍未报，请催报，补报后列为调账：{'；'.join(sorted(self.followed))}")
        return Settlement(
            self.month, rule, section, tuple(self.lines), tuple(self.faults), tuple(notes), tuple(self.forecasts),
            None, self.behind,
        )  # fmt: skip


def _order(x: LedgerLine) -> tuple[str, ...]:
    return x.line.case_id, x.line.corrects, x.line.belongs_to, x.line.posting, x.line.receiver, x.line.payer


def _gives(row: Row) -> bool:
    return any(s.taken for s in row.steps)


def _book(into: dict[tuple[str, str, str], Sums], b: BookedLine) -> None:
    was = into.get((b.case_id, b.payer, b.receiver), Sums())
    into[b.case_id, b.payer, b.receiver] = Sums(was.counted + b.counted_fen, was.due + b.due_fen, was.kept + b.kept_fen)


def _over(claim: Claim, month: int) -> str:
    """Why nothing can come of a claim in a month any more (``capped`` or ``expired``); empty while something can."""
    if claim.cap is not None and claim.taken >= claim.cap and claim.base is not None:
        return "capped"
    ended = claim.ended is not None and month >= claim.ended
    years = [y for y in claim.years if not y.extended or claim.extends is not False]
    return "expired" if ended or (years and month >= years[-1].end) else ""


def _pairs(lines: Sequence[SharingLine]) -> tuple[NetLine, ...]:
    found = matrix(lines, ()).gross
    return tuple(NetLine(payer, receiver, amount) for (payer, receiver), amount in sorted(found.items()) if amount)


def _cited(rule: SharingRule) -> str:
    document = rule.document
    if document is None:
        return ""
    parts = [f"《{document.title}》", document.issuer, document.number, str(document.date or "")]
    return "，".join(p for p in parts if p)


def _note(rule: SharingRule) -> str:
    """What must be said beside every figure this rule gives; its open points stand in full in the table of rules."""
    notes = ["北京市区际分享办法未公开，本规则供试算与协商，结算前须由财政部门确认"]
    if rule.document is not None and rule.document.confidence != "original":
        notes.append(f"文件{CONFIDENCE[rule.document.confidence]}")
    if rule.open_points:
        notes.append(f"未定事项 {len(rule.open_points)} 处，见规则与出处表")
    return "；".join(notes)


def section_json(section: SharingSection) -> str:
    """The section as the ledger keeps it; lines that a rule gave read as they did before there were postings."""
    told = asdict(section)
    told["lines"] = [{k: v for k, v in x.items() if k != "posting" or v} for x in told["lines"]]
    return json.dumps(told, ensure_ascii=False, sort_keys=True)


def fingerprint_of(content: str) -> str:
    """SHA-256 of a section as kept."""
    return hashlib.sha256(content.encode()).hexdigest()


def section_from(content: str) -> SharingSection:
    """The section the ledger kept, word for word."""
    data = json.loads(content)
    known = {f.name for f in fields(SharingLine)}
    return SharingSection(
        data["rule_title"],
        data["rule_citation"],
        data["rule_note"],
        tuple(SharingLine(**{k: v for k, v in x.items() if k in known}) for x in data["lines"]),
        tuple(OutOfScope(**x) for x in data["out_of_scope"]),
        tuple(NetLine(**x) for x in data["net"]),
        tuple(data["missing"]),
    )
