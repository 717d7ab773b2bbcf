"""A case's facts as a rule counts them: tax by period, company and collecting place, the base, and who holds the company."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import Final, NamedTuple

from zgc_desktop.domain.money import Fen, half_up, yuan
from zgc_desktop.domain.rulebook import RuleFileError
from zgc_desktop.domain.sharing.case import Case, Event, TaxLine
from zgc_desktop.domain.sharing.rule import Rate, SharingRule
from zgc_desktop.domain.sharing.schedule import Period, clock_month, closed_month, last_base_year, month_number, span_period

UNSPLIT: Final = "未分税种"
OTHER_TAXES: Final = frozenset(
    (
        "增值税",
        "企业所得税",
        "营业税",
        "个人所得税",
        "消费税",
        "城市维护建设税",
        "城建税",
        "教育费附加",
        "地方教育附加",
        "房产税",
        "城镇土地使用税",
        "土地使用税",
        "土地增值税",
        "印花税",
        "契税",
        "资源税",
        "环境保护税",
        "车船税",
        "车辆购置税",
        "耕地占用税",
        "关税",
    )
)
"""Kinds that exist: one the rule does not share is left uncounted; any other word is a slip of the pen and refused."""

_SMALLER: Final = "请改为按季度或按月填写"


class CountedLine(NamedTuple):
    """A tax line as counted: amount, the place (or party) it belongs to, the unit, and whether it goes past the sharing."""

    line: TaxLine
    amount: Fen
    place: str
    unit: str
    direct: bool


@dataclass(slots=True)
class PeriodFacts:
    """What was collected in one period: counted tax by company and collecting place, and tax that goes past the sharing."""

    period: Period
    counted: Fen = 0
    by_kind: dict[str, Fen] = field(default_factory=dict)
    groups: dict[str, dict[str, Fen]] = field(default_factory=dict)
    direct: dict[str, Fen] = field(default_factory=dict)
    lines: list[CountedLine] = field(default_factory=list)
    missing: bool = False


class BaseFacts(NamedTuple):
    """The base (基数): yearly figures, their sum, and ``value``, the amount a ratio is applied to, in whole 分."""

    years: tuple[tuple[int, Fen, str], ...]
    total: Fen
    value: Fen
    absent: tuple[int, ...]


class Holders:
    """Which party has the company at the end of each period: moves and a return in order of date."""

    __slots__ = ("first", "switches")

    def __init__(self, case: Case, events: Iterable[Event]) -> None:
        self.first = case.moves[0].from_party
        changes = [(closed_month(m.registered_on), m.to_party) for m in case.moves]
        changes += [(clock_month(e.on), returned_to(case, e)) for e in events if e.kind == "returned"]
        self.switches = sorted(changes, key=lambda c: c[0])

    def at_end_of(self, period: Period) -> str:
        """The party that holds the company when ``period`` ends."""
        holder = self.first
        for month, party in self.switches:
            if period.end > month:
                holder = party
        return holder


def returned_to(case: Case, event: Event) -> str:
    """The creditor the company moved back to; with several creditors the event must name it."""
    creditors = {m.from_party for m in case.moves if m.registered_on <= event.on}
    if event.to_party:
        if event.to_party not in creditors:
            raise RuleFileError(case.file, "event.to", f"“{event.to_party}”不是本案的迁出方", "请核对迁回地")
        return event.to_party
    if len(creditors) != 1:
        raise RuleFileError(case.file, "event.to", "不止一个（或没有）迁出方，看不出迁回了哪里", "请在 returned 事件里写 to")
    return creditors.pop()


def kind_part(
    rule: SharingRule, kind: str, first: date, last: date, file: str, where: str
) -> tuple[Fraction, Rate, Rate | None]:
    """The counted part of a gross tax kind between two days: local share, times the district's where the scope says so."""
    local = _rate(rule.local_share, "local_share", kind, first, last, file, where)
    if rule.scope != "district":
        return local.ratio, local, None
    district = _rate(rule.district_share, "district_share", kind, first, last, file, where)
    return local.ratio * district.ratio, local, district


def _rate(table: Mapping[str, tuple[Rate, ...]], key: str, kind: str, first: date, last: date, file: str, where: str) -> Rate:
    for rate in table.get(kind, ()):
        if rate.start <= first and (rate.end is None or last <= rate.end):
            return rate
        if rate.start <= last and (rate.end is None or first <= rate.end):
            advice = f"{_SMALLER}，或直接填地方分成 amount"
            raise RuleFileError(file, where, f"{kind}的分成率（{key}）在 {first} 至 {last} 之间变动，无法折算", advice)
    reason = f"规则的 {key} 没有 {kind} 在 {first} 至 {last} 的分成率"
    raise RuleFileError(file, where, reason, "请在规则中补录该税种该日期的分成率，或直接填 amount")


def counted_by_kind(
    rule: SharingRule, gross: Mapping[str, Fen], first: date, last: date, file: str, where: str
) -> dict[str, Fen]:
    """Gross tax by kind as the rule counts it, each kind rounded half up once; kinds it does not share are left out."""
    for key in ("taxes", "scope"):
        rule.need(key, "税款按毛额（gross）填写")
    found: dict[str, Fen] = {}
    for kind, amount in gross.items():
        if kind in rule.taxes:
            found[kind] = half_up(amount * kind_part(rule, kind, first, last, file, where)[0])
        elif kind not in OTHER_TAXES:
            raise RuleFileError(file, f"{where}.{kind}", "不认识的税种", f"规则分享的税种：{'、'.join(rule.taxes)}")
    return found


def line_kinds(rule: SharingRule, line: TaxLine, file: str) -> Mapping[str, Fen]:
    """The counted tax of one line, by kind."""
    if line.amount is not None:
        return {UNSPLIT: line.amount}
    if line.local is not None:
        shared = rule.taxes
        if not shared or line.local.keys() <= set(shared):
            return line.local
        return {kind: fen for kind, fen in line.local.items() if kind in shared}
    where = f"tax {line.period.text}"
    return counted_by_kind(rule, line.gross or {}, line.period.first_day, line.period.last_day, file, where)


def base_facts(rule: SharingRule, case: Case, events: Iterable[Event]) -> BaseFacts:
    """The base of the first move; years without a figure are named in ``absent``, never taken as zero."""
    rule.need("base_years", "门槛、上限或分享额要用基数")
    last = last_base_year(case.moves[0].registered_on)
    corrected = {e.year: e.amount for e in sorted(events, key=lambda e: e.on) if e.kind == "base_corrected"}
    found: dict[int, tuple[Fen, str]] = {}
    for line in case.base:
        where = f"base {line.year}"
        if line.year > last:
            reason = f"{line.year} 年不在登记变更日 {case.moves[0].registered_on} 之前的整年内"
            raise RuleFileError(case.file, where, reason, f"基数年最晚为 {last} 年")
        if line.year in found:
            raise RuleFileError(case.file, where, "同一基数年写了两次", "请合并为一行")
        if line.amount is None and line.gross is None:
            continue
        if line.amount is None:
            year = span_period(line.year * 12, 12)
            kinds = counted_by_kind(rule, line.gross or {}, year.first_day, year.last_day, case.file, where)
            found[line.year] = sum(kinds.values()), line.source
        else:
            found[line.year] = line.amount, line.source
    for year_number, amount in corrected.items():
        if amount is not None:
            found[year_number] = amount, f"{year_number} 年基数更正"
    for year_number, (fen, _) in found.items():
        if fen < 0:
            reason = f"基数为负：{yuan(fen)} 元"
            raise RuleFileError(case.file, f"base {year_number}", reason, "基数按净入库数，退库多于缴纳时请先核实并商定")
    wanted = range(last - rule.base_years + 1, last + 1)
    years = tuple((y, *found[y]) for y in wanted if y in found)
    total = sum(y[1] for y in years)
    absent = tuple(y for y in wanted if y not in found)
    value = 0
    if not absent:
        # A base is an amount of money: the average is rounded to the 分 before any ratio is applied (policy E8).
        value = {"average": half_up(Fraction(total, rule.base_years)), "last": years[-1][1]}.get(rule.base, total)
    return BaseFacts(years, total, value, absent)


def corrected_lines(case: Case, events: Iterable[Event], holders: Holders) -> tuple[TaxLine, ...]:
    """The case's tax lines with later corrections of a period's total put in."""
    lines = list(case.tax)
    for event in sorted(events, key=lambda e: e.on):
        if event.kind != "tax_corrected" or event.period is None or event.amount is None:
            continue
        where = f"event {event.on} tax_corrected"
        mine = [n for n in lines if n.period.text == event.period.text and (not event.company or n.company == event.company)]
        if len({n.company for n in mine}) > 1:
            raise RuleFileError(case.file, where, f"{event.period.text} 有几家企业的税款，看不出更正哪一家", "请写 company")
        places = {n.collected_by or holders.at_end_of(n.period) for n in mine}
        place = places.pop() if len(places) == 1 else ""
        company = mine[0].company if mine else event.company
        if all(n.amount is not None for n in mine):
            lines = [n for n in lines if n not in mine or n.belongs_to]
            kept = sum(n.amount or 0 for n in mine if n.belongs_to)
            lines.append(
                TaxLine(event.period, event.amount - kept, collected_by=place, company=company, source=f"{event.on} 更正")
            )
        else:
            # By-kind lines cannot be rewritten from a total: the corrected total stands in their place, unsplit.
            lines = [n for n in lines if n not in mine]
            lines.append(TaxLine(event.period, event.amount, collected_by=place, company=company, source=f"{event.on} 更正"))
    return tuple(lines)


def gather(
    rule: SharingRule, case: Case, lines: Iterable[TaxLine], holders: Holders, units: Mapping[str, str]
) -> list[PeriodFacts]:
    """The case's periods in order, every line counted once; periods missing between two of a kind stand as 未报."""
    by_period: dict[Period, PeriodFacts] = {}
    for line in lines:
        facts = by_period.get(line.period)
        if facts is None:
            facts = by_period[line.period] = PeriodFacts(line.period)
        if line.missing:
            facts.missing = True
            continue
        _count(rule, case, line, facts, holders, units)
    ordered = sorted(by_period.values(), key=lambda f: f.period.first)
    full: list[PeriodFacts] = []
    for facts in ordered:
        if full:
            before, here = full[-1].period, facts.period
            if here.first < before.end:
                reason = f"期间 {before.text} 与 {here.text} 重叠"
                raise RuleFileError(case.file, f"tax {here.text}", reason, "同一段时间只按一种期间填写")
            while before.months == here.months and before.end < here.first:
                before = before.following
                full.append(PeriodFacts(before, missing=True))
        full.append(facts)
    return full


def _count(
    rule: SharingRule, case: Case, line: TaxLine, facts: PeriodFacts, holders: Holders, units: Mapping[str, str]
) -> None:
    amount = 0
    for kind, fen in line_kinds(rule, line, case.file).items():
        facts.by_kind[kind] = facts.by_kind.get(kind, 0) + fen
        amount += fen
    facts.counted += amount
    past = earlier_holder(rule, case, line) if line.belongs_to is not None and rule.by == "accrued" else ""
    unit = units.get(line.company, "")
    if past:
        facts.direct[past] = facts.direct.get(past, 0) + amount
        facts.lines.append(CountedLine(line, amount, past, unit, True))
        return
    group = facts.groups.setdefault(unit, {})
    place = line.collected_by or holders.at_end_of(line.period)
    facts.lines.append(CountedLine(line, amount, place, unit, False))
    group[place] = group.get(place, 0) + amount


def earlier_holder(rule: SharingRule, case: Case, line: TaxLine) -> str:
    """Under 所属期: the party that held the company in the period the tax belongs to, if a move has come since; else empty."""
    assert line.belongs_to is not None
    for move in case.moves:
        closed = closed_month(move.registered_on)
        if line.period.end > closed and line.belongs_to.first < closed:
            if line.belongs_to.end > closed:
                reason = f"所属期 {line.belongs_to.text} 跨过登记变更日 {move.registered_on}"
                raise RuleFileError(case.file, f"tax {line.period.text}.belongs_to", reason, _SMALLER)
            return move.from_party
    return ""


def unit_names(case: Case, known: Iterable[Event]) -> dict[str, str]:
    """Company label -> the unit that carries its claims: parts of a known split stand alone, all else is the original."""
    known = list(known)
    units: dict[str, str] = {}
    for event in sorted(case.events, key=lambda e: e.on):
        if event.kind == "reregistered":
            units[event.new_company] = units.get(event.company, "")
        elif event.kind == "split":
            source = units.get(event.company, "")
            for part, _ in event.parts:
                units[part] = part if event in known else source
    _check_companies(case, units)
    return units


def _check_companies(case: Case, units: Mapping[str, str]) -> None:
    others = {n.company for n in case.tax if n.company and n.company not in units}
    if len(others) > 1:
        names = "、".join(sorted(others))
        advice = "请补 split 或 reregistered 事件，或分成几个情形"
        raise RuleFileError(case.file, "tax.company", f"出现几家来历不明的企业：{names}", advice)
    for event in case.events:
        if event.kind != "split":
            continue
        parts = {p for p, _ in event.parts}
        for line in case.tax:
            where = f"tax {line.period.text}.company"
            if line.company in parts and line.period.end <= month_number(event.on):
                raise RuleFileError(case.file, where, f"{line.company} 在 {event.on} 分立后才有", "请核对期间或企业")
            if line.period.first >= clock_month(event.on) and line.company == event.company:
                names = "、".join(sorted(parts))
                raise RuleFileError(case.file, where, f"{event.on} 分立后的税款没有写明企业", f"请写 company：{names}")
