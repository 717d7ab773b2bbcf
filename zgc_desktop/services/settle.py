"""Settle (结算): share a month's tax of companies that moved, by the rule in force, exact to the 分, as a trial run (试算)."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace

from db.moves import update_case
from db.queries import moves, tax
from db.queries.tax import TaxRow
from db.records import SettlementRun, put_trial
from db.store import UnitOfWork
from zgc_desktop.domain.money import Fen
from zgc_desktop.domain.monthly import NetLine, OutOfScope, SharingLine, SharingSection
from zgc_desktop.domain.moves import CaseState, MoveCase
from zgc_desktop.domain.percent import ratio_text
from zgc_desktop.domain.periods import Month
from zgc_desktop.domain.rulebook import CONFIDENCE
from zgc_desktop.domain.sharing.case import BaseYear, Case, Move, TaxLine
from zgc_desktop.domain.sharing.explain import Explanation
from zgc_desktop.domain.sharing.rule import SharingRule, rule_in_force
from zgc_desktop.domain.sharing.run import CaseRun, PeriodResult, run_case
from zgc_desktop.domain.sharing.schedule import period_of
from zgc_desktop.services.context import AppContext
from zgc_desktop.services.rules import DEFAULT_SHARING_RULE, sharing_rules

_SHARING = ("sharing", "extension")
_WHY = {
    "gap": "变更登记与达产尚未同时具备，起算前的税收全归迁入方",
    "not_started": "尚未起算",
    "capped": "迁出方累计所得已达上限",
    "expired": "分享期满",
}


@dataclass(frozen=True, slots=True)
class Settled:
    """One company's run: its cases in order of date, and what the rule gives."""

    cases: tuple[MoveCase, ...]
    run: CaseRun


@dataclass(frozen=True, slots=True)
class Settlement:
    """A month's trial run: the section the report prints, and the runs behind it for explanations."""

    month: Month
    rule: SharingRule
    section: SharingSection
    settled: tuple[Settled, ...]

    def explain(self, case_id: str, party: str) -> Explanation | None:
        """The tree behind a party's share in one case this month; None when the case is not in this run."""
        for item in self.settled:
            if any(c.id == case_id for c in item.cases):
                return item.run.explain(str(self.month), party)
        return None


def settle(ctx: AppContext, month: Month, *, rule_key: str = DEFAULT_SHARING_RULE) -> Settlement:
    """Run the month's sharing and keep it as the month's trial run.

    A case whose tax was not reported stays in ``missing``: it is 未报, never zero. Shares add up to the tax counted.
    """
    settlement = compute(ctx, month, rule_key=rule_key)
    section = settlement.section
    run = SettlementRun(
        month, rule_key, "trial", ctx.now(), section.counted_fen, section.due_fen, section.kept_fen, _content(section)
    )
    with ctx.store.write("settle", ctx.who, ctx.now()) as unit:
        put_trial(unit, run)
        _enter_sharing(unit, settlement)
        unit.say(
            f"试算 {month} 税收分享：{len(section.lines)} 笔，不在范围 {len(section.out_of_scope)} 件，"
            f"合计差 {section.difference_fen} 分",
            subjects={"settlement", "reports"},
            months={month},
        )
    return settlement


def _enter_sharing(unit: UnitOfWork, settlement: Settlement) -> None:
    """A landed case that shares for the first time is 分享中 from now on."""
    sharing = {line.case_id for line in settlement.section.lines if line.due_fen}
    for item in settlement.settled:
        for case in item.cases:
            if case.id in sharing and case.state is CaseState.LANDED:
                update_case(unit, replace(case, state=CaseState.SHARING))


def compute(ctx: AppContext, month: Month, *, rule_key: str = DEFAULT_SHARING_RULE) -> Settlement:
    """The month's sharing without keeping it."""
    rule = rule_in_force(sharing_rules(ctx.resources), rule_key, month.last_day)
    with ctx.store.read() as connection:
        cases = [c for c in moves.cases(connection) if c.state is not CaseState.WITHDRAWN]
        rows = tax.of_companies(connection, {c.company_id for c in cases}, month)
    landed, waiting = _grouped(cases, month)
    by_company: dict[int, list[TaxRow]] = {}
    for row in rows:
        by_company.setdefault(row.company_id, []).append(row)
    settled = [_settle_company(ctx, rule, group, by_company.get(company, []), month) for company, group in landed.items()]
    lines: list[SharingLine] = []
    outside = [OutOfScope(c.id, c.name, f"案件{c.state.value}，尚未落地") for c in waiting]
    missing: list[str] = []
    for item in settled:
        _sort_out(ctx, rule, item, month, lines, outside, missing)
    section = SharingSection(
        rule.title,
        _cited(rule),
        _note(rule),
        tuple(sorted(lines, key=lambda x: x.case_id)),
        tuple(sorted(outside, key=lambda x: x.case_id)),
        _pairs(lines),
        tuple(missing),
    )
    return Settlement(month, rule, section, tuple(settled))


def _grouped(cases: Sequence[MoveCase], month: Month) -> tuple[dict[int, list[MoveCase]], list[MoveCase]]:
    """Landed cases by company in order of date (a second move goes on where the first ended), and those not landed yet."""
    landed: dict[int, list[MoveCase]] = {}
    waiting = []
    for case in sorted(cases, key=lambda c: (c.registered_on is None, c.registered_on, c.id)):
        if case.landed_on is not None and case.landed_on <= month.last_day:
            landed.setdefault(case.company_id, []).append(case)
        else:
            waiting.append(case)
    return landed, waiting


def _settle_company(
    ctx: AppContext, rule: SharingRule, cases: Sequence[MoveCase], rows: Sequence[TaxRow], month: Month
) -> Settled:
    started = [
        Move(
            ctx.catalogue.party_of(c.from_park).name,
            ctx.catalogue.party_of(c.to_park).name,
            c.nature,
            c.registered_on,
            c.at_capacity_on,
            c.first_tax_on,
        )
        for c in cases
        if c.registered_on is not None
    ]
    first = min(m.registered_on for m in started)
    base = tuple(BaseYear(b.year, b.amount_fen, source=b.source) for b in cases[0].base)
    lines = tuple(_tax_line(row) for row in rows if row.month.last_day >= first)
    case = Case(tuple(started), base, lines, name=cases[0].name, file=f"案件 {cases[0].id}")
    return Settled(tuple(cases), run_case(rule, case, also=[period_of(str(month))]))


def _tax_line(row: TaxRow) -> TaxLine:
    """The counted kinds of a month as reported; 未报 when the park gave neither kind."""
    kinds = {"增值税": row.vat_fen, "企业所得税": row.cit_fen}
    local = {name: amount for name, amount in kinds.items() if amount is not None}
    source = f"{row.vat_source}、{row.cit_source.rpartition('!')[2]}"
    return TaxLine(period_of(str(row.month)), local=local or None, source=source)


def _sort_out(
    ctx: AppContext,
    rule: SharingRule,
    item: Settled,
    month: Month,
    lines: list[SharingLine],
    outside: list[OutOfScope],
    missing: list[str],
) -> None:
    """Put one company's month where it belongs: lines, out of scope with the clause, or not reported."""
    last = item.cases[-1]
    clause = _clause(rule, "natures")
    if not item.run.eligible:
        outside.append(OutOfScope(last.id, last.name, item.run.reason))
        return
    period = next((p for p in item.run.periods if p.period == str(month)), None)
    if period is None or period.state == "no_data":
        missing.append(f"{last.id} {last.name}")
        outside.append(OutOfScope(last.id, last.name, f"{month} 税收未报，补报后计算；未报不作零处理"))
    elif period.state not in _SHARING and not any(period.shares.get(p, 0) for p in _creditors(item)):
        outside.append(OutOfScope(last.id, last.name, f"{_WHY.get(period.state, period.state)}（{_clause(rule, 'start')}）"))
    else:
        lines += _lines(rule, item, period, month, clause)


def _creditors(item: Settled) -> tuple[str, ...]:
    return tuple(dict.fromkeys(m.from_party for m in item.run.case.moves))


def _lines(rule: SharingRule, item: Settled, period: PeriodResult, month: Month, clause: str) -> list[SharingLine]:
    """One line a creditor; the tax counted and what the collecting side keeps stand on the first."""
    payer = item.run.case.moves[-1].to_party
    source = next((t.source for t in item.run.case.tax if t.period.text == str(month)), "")
    receivers = [p for p in _creditors(item) if p != payer and (period.shares.get(p, 0) or len(item.cases) == 1)]
    made = []
    for number, receiver in enumerate(receivers):
        first = number == 0
        due = period.shares.get(receiver, 0)
        kept = period.shares.get(payer, 0) if first else 0
        left = period.remaining.get(receiver)
        made.append(
            SharingLine(
                case_id=next(
                    (c.id for c, m in zip(item.cases, item.run.case.moves, strict=True) if m.from_party == receiver), ""
                ),
                company=item.cases[0].name,
                credit_code=item.cases[0].credit_code,
                payer=payer,
                receiver=receiver,
                counted_fen=(period.counted or 0) if first else 0,
                vat_fen=period.by_kind.get("增值税") if first else None,
                cit_fen=period.by_kind.get("企业所得税") if first else None,
                ratio="—" if period.ratio is None else ratio_text(period.ratio),
                computed_fen=period.computed_before_cap if first else 0,
                cap_left_before_fen=None if left is None else left + due,
                truncated_fen=period.truncated if first else 0,
                due_fen=due,
                kept_fen=kept,
                period="" if period.k_of_n is None else f"{period.k_of_n[0]}/{period.k_of_n[1]}",
                state={"sharing": "分享中", "extension": "延长期", "capped": "封顶，最后一期"}.get(period.state, period.state),
                clause=_clause(rule, "ratios") or clause,
                source=source,
            )
        )
    return made


def _pairs(lines: Sequence[SharingLine]) -> tuple[NetLine, ...]:
    pairs: dict[tuple[str, str], Fen] = {}
    for line in lines:
        pairs[(line.payer, line.receiver)] = pairs.get((line.payer, line.receiver), 0) + line.due_fen
    return tuple(NetLine(payer, receiver, amount) for (payer, receiver), amount in sorted(pairs.items()) if amount)


def _clause(rule: SharingRule, key: str) -> str:
    cited = rule.citations.get(key) or rule.document
    return cited.short if cited else ""


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


def _content(section: SharingSection) -> str:
    return json.dumps(asdict(section), ensure_ascii=False, sort_keys=True)
