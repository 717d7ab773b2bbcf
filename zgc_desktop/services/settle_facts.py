"""The facts a settlement works on: cases grouped by company, their tax, events and rule, and what is already locked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from itertools import groupby

from db.queries import case_history, moves, settlements
from db.queries.settlements import BookedLine, Books, CaseTax
from db.store import Reading
from zgc_desktop.domain.adjustments import Adjustment
from zgc_desktop.domain.case_events import CLOSED, FOR_THE_ENGINE, REREGISTERED, SPLIT, CaseEvent
from zgc_desktop.domain.moves import CaseState, MoveCase
from zgc_desktop.domain.periods import Month
from zgc_desktop.domain.rulebook import RuleNotInForce
from zgc_desktop.domain.settlement import Ruling, rule_print
from zgc_desktop.domain.sharing.case import BaseYear, Case, Event, Move, TaxLine
from zgc_desktop.domain.sharing.rule import SharingRule, rule_in_force
from zgc_desktop.domain.sharing.schedule import Period, clock_month, month_number, period_of
from zgc_desktop.services.context import AppContext


@dataclass(frozen=True, slots=True)
class Group:
    """One company's landed cases in order of date, its events, and what its locked lines say."""

    company_id: int
    cases: tuple[MoveCase, ...]
    events: tuple[CaseEvent, ...]
    booked: tuple[BookedLine, ...]

    def closed_by(self, month: Month) -> CaseEvent | None:
        """The event that ended the case before this month, if one did."""
        return next((e for e in self.events if e.kind == CLOSED and e.on < month.first_day), None)


@dataclass(frozen=True)
class Facts:
    """Everything of one month's settlement except the tax, which is read company by company."""

    month: Month
    groups: tuple[Group, ...]
    waiting: tuple[MoveCase, ...]
    books: Books
    companies: Mapping[str, int]
    """Credit code -> company, of companies named in events."""
    rulings: tuple[Ruling, ...] = ()
    """Rulings that let a month lock although a case's tax was 未报."""
    adjusted: tuple[tuple[Adjustment, MoveCase], ...] = ()
    """Postings (调整分录) registered in this month, each with its case."""

    @property
    def opens(self) -> Month | None:
        """The first month that is not locked; None where nothing is."""
        return None if self.books.last is None else self.books.last.plus(1)

    @cached_property
    def labels(self) -> dict[int, str]:
        """Companies that stand in for an original one -> their credit code."""
        return {number: code for code, number in self.companies.items()}


def gather(connection: Reading, month: Month) -> Facts:
    """The month's cases by company, with their events and locked lines."""
    known_cases = {c.id: c for c in moves.cases(connection)}
    cases = [c for c in known_cases.values() if c.state is not CaseState.WITHDRAWN]
    events = case_history.events(connection)
    books = settlements.books(connection)
    landed: dict[int, list[MoveCase]] = {}
    waiting = []
    for case in sorted(cases, key=lambda c: (c.registered_on is None, c.registered_on, c.id)):
        if case.landed_on is not None and case.landed_on <= month.last_day:
            landed.setdefault(case.company_id, []).append(case)
        else:
            waiting.append(case)
    told: dict[str, list[CaseEvent]] = {}
    for event in events:
        told.setdefault(event.case_id, []).append(event)
    booked: dict[int, list[BookedLine]] = {}
    for line in books.lines:
        booked.setdefault(line.company_id, []).append(line)
    groups = tuple(
        Group(
            company,
            tuple(listed),
            tuple(sorted((e for c in listed for e in told.get(c.id, ())), key=lambda e: (e.on, e.id))),
            tuple(booked.get(company, ())),
        )
        for company, listed in landed.items()
    )
    codes = {c for e in events for c in (e.company, e.new_company, *(code for code, _ in e.parts)) if c}
    known = settlements.company_ids(connection, codes)
    adjusted = tuple((a, known_cases[a.case_id]) for a in settlements.adjustments(connection, month))
    return Facts(month, groups, tuple(waiting), books, known, settlements.rulings(connection), adjusted)


def tax_by_company(connection: Reading, facts: Facts) -> Iterator[tuple[int, list[CaseTax]]]:
    """(company, its tax rows oldest first) for every company of a case, one at a time."""
    rows = settlements.case_tax(connection, facts.month, facts.companies.values())
    for company, listed in groupby(rows, key=lambda r: r.company_id):
        yield company, list(listed)


def cases_with_tax(connection: Reading, ctx: AppContext, facts: Facts) -> Iterator[tuple[Group, Case]]:
    """Each company's facts for the engine. Companies that stand in for others are read first, all others as they come."""
    parties = {park: ctx.catalogue.party_of(park).name for park in ctx.catalogue.parks}
    groups = {g.company_id: g for g in facts.groups}
    stand_ins: dict[int, list[CaseTax]] = {}
    held: dict[int, list[CaseTax]] = {}
    done = set()
    for company, rows in tax_by_company(connection, facts):
        if company in facts.labels:
            stand_ins[company] = rows
        group = groups.get(company)
        if group is None:
            continue
        if any(e.kind in (SPLIT, REREGISTERED) for e in group.events):
            held[company] = rows
        else:
            done.add(company)
            yield group, case_of(group, rows, (), parties, facts)
    for company, group in groups.items():
        if company not in done:
            others = [(code, stand_ins.get(facts.companies.get(code, -1), [])) for code in _stand_ins(group)]
            yield group, case_of(group, held.get(company, []), others, parties, facts)


def _stand_ins(group: Group) -> list[str]:
    """Credit codes whose tax belongs to a group: parts of a split and companies registered anew."""
    own = group.cases[0].credit_code
    codes = [code for e in group.events for code in (*(c for c, _ in e.parts), e.new_company) if code and code != own]
    return list(dict.fromkeys(codes))


def case_of(
    group: Group,
    rows: Sequence[CaseTax],
    others: Iterable[tuple[str, Sequence[CaseTax]]],
    parties: Mapping[str, str],
    facts: Facts,
) -> Case:
    """One company's facts as the engine takes them: tax by month from the first registration on, where it was collected."""
    moves_made = tuple(
        Move(parties[c.from_park], parties[c.to_park], c.nature, c.registered_on, c.at_capacity_on, c.first_tax_on)
        for c in group.cases
        if c.registered_on is not None
    )
    first = Month.of(min(m.registered_on for m in moves_made))
    own = group.cases[0].credit_code
    labelled = _labelled_from(group, own)
    lines = [
        _tax_line(row, parties, own if labelled is not None and month_number(row.month.first_day) >= labelled else "")
        for row in rows
        if row.month >= first
    ]
    others = tuple(others)
    for code, listed in others:
        lines += [_tax_line(row, parties, code) for row in listed if row.month >= first]
    late = {row.source: row for told in (rows, *(listed for _, listed in others)) for row in told if row.late}
    if late:
        lines = [part for line in lines for part in (_by_period(line, late[line.source]) if line.source in late else (line,))]
    lines += _not_reported(group, own, lines, facts.month)
    base = tuple(BaseYear(b.year, b.amount_fen, source=b.source) for b in group.cases[0].base)
    events = tuple(_event(e, own, labelled) for e in group.events if e.kind in FOR_THE_ENGINE)
    return Case(moves_made, base, tuple(lines), events, name=group.cases[0].name, file=f"案件 {group.cases[0].id}")


def _labelled_from(group: Group, own: str) -> int | None:
    """From which month number the original company's tax bears its code: where it lives on as a part of a split."""
    days = [e.on for e in group.events if e.kind == SPLIT and own in dict(e.parts)]
    return clock_month(min(days)) if days else None


def _event(event: CaseEvent, own: str, labelled: int | None) -> Event:
    company = event.company
    if company in ("", own):
        company = own if labelled is not None and clock_month(event.on) > labelled else ""
    return Event(
        event.on, event.kind, parts=event.parts, company=company, new_company=event.new_company, to_party=event.to_party
    )


def _not_reported(group: Group, own: str, lines: Sequence[TaxLine], until: Month) -> list[TaxLine]:
    """未报 lines for months in which a part of a split or a company registered anew should have reported and did not."""
    there = {(n.company, n.period.text) for n in lines}
    made = []
    for event in group.events:
        names = [code for code, _ in event.parts] or ([event.new_company] if event.new_company else [])
        first = clock_month(event.on)
        for code in names:
            gone = min((clock_month(e.on) for e in group.events if e.company == code and e is not event), default=10**9)
            for number in range(first, month_number(until.last_day) + 1):
                text = f"{number // 12:04d}-{number % 12 + 1:02d}"
                if number < gone and (code, text) not in there:
                    made.append(TaxLine(period_of(text), company=code))
    return made


def _tax_line(row: CaseTax, parties: Mapping[str, str], company: str) -> TaxLine:
    """The counted kinds of a month as reported, collected where the park that counts is; 未报 when neither kind was given."""
    local = {}
    if row.vat_fen is not None:
        local["增值税"] = row.vat_fen
    if row.cit_fen is not None:
        local["企业所得税"] = row.cit_fen
    return TaxLine(_period(row.month), None, None, local or None, parties[row.park], None, company, row.source)


def _by_period(line: TaxLine, row: CaseTax) -> list[TaxLine]:
    """The month's tax apart from what belongs to earlier periods (补缴、退库), and that by itself; together the same."""
    rest = dict(line.local or {})
    made = []
    for part in row.late:
        kinds = {k: fen for k, fen in (("增值税", part.vat_fen), ("企业所得税", part.cit_fen)) if fen is not None}
        for kind, fen in kinds.items():
            rest[kind] = rest.get(kind, 0) - fen
        period = period_of(part.belongs_to)
        made.append(TaxLine(line.period, None, None, kinds, line.collected_by, period, line.company, part.source))
    return [replace(line, local=rest), *made]


@lru_cache(maxsize=4096)
def _period(month: Month) -> Period:
    return period_of(str(month))


class RulesOfCases:
    """Which rule a case is settled by: the one its locked lines used, in the version in force on its registration day."""

    def __init__(self, rules: Sequence[SharingRule], key: str, month: Month) -> None:
        self.rules, self.key = rules, key
        self.of_run = rule_in_force(rules, key, month.last_day)
        self.prints = {id(r): rule_print(r) for r in rules}
        self.changed: list[str] = []

    def for_group(self, group: Group) -> SharingRule:
        """The group's rule; RuleNotInForce where no version was in force when the company moved."""
        last = group.booked[-1] if group.booked else None
        key = last.rule_key if last else self.key
        day = group.cases[0].registered_on
        assert day is not None  # a landed case has its day
        try:
            rule = rule_in_force(self.rules, key, day)
        except RuleNotInForce as error:
            raise RuleNotInForce(f"登记变更日 {day} 没有生效的分享规则“{key}”", why=error.why, advice=error.advice) from None
        if last and last.rule_print != self.prints[id(rule)]:
            self.changed.append(f"{group.cases[0].id} 的规则“{key}”与 {last.booked_in} 锁定时的内容不同，差额见调账")
        return rule

    def print_of(self, rule: SharingRule) -> str:
        """The rule's fingerprint."""
        return self.prints[id(rule)] if id(rule) in self.prints else rule_print(rule)
