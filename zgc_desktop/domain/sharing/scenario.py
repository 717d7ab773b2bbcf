"""Scenarios (情景): one company's story with its rule, run and compared to the 分 with what must come out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from zgc_desktop.domain.money import Fen, yuan, yuan_plain
from zgc_desktop.domain.rulebook import RuleFileError
from zgc_desktop.domain.sharing.allocation import STATE_LABELS
from zgc_desktop.domain.sharing.case import BaseYear, Case, Event, Move, TaxLine
from zgc_desktop.domain.sharing.division import DivisionResult, division_json, division_lines
from zgc_desktop.domain.sharing.reading import (
    amount_of,
    choice_of,
    date_of,
    list_of,
    period_at,
    positive_amount_of,
    ratio_of,
    refuse_unknown,
    table_of,
    text_of,
    whole_of,
)
from zgc_desktop.domain.sharing.rule import SharingRule, altered, parse_rule
from zgc_desktop.domain.sharing.run import CaseRun, PeriodResult, run_case
from zgc_desktop.domain.sharing.schedule import Period

_EVENTS: Final[dict[str, tuple[tuple[str, ...], tuple[str, ...]]]] = {
    "base_corrected": (("year", "amount"), ()),
    "tax_corrected": (("period", "amount"), ("company",)),
    "split": (("parts",), ("company",)),
    "reregistered": (("new_company",), ("company",)),
    "returned": ((), ("to",)),
}
"""Event kind -> keys it needs, keys it may have."""
_AMOUNT_TABLES: Final = ("shares", "cumulative", "remaining", "adjustment")
_TABLE_LABELS: Final = {"shares": "分享额", "cumulative": "累计", "remaining": "上限余额", "adjustment": "调账"}


@dataclass(frozen=True, slots=True)
class Expect:
    """What must come out in one period (or of the case as a whole, without a period)."""

    period: Period | None
    company: str
    counted: Fen | None
    state: str
    eligible: bool | None
    reason: str
    tables: Mapping[str, Mapping[str, Fen]]


@dataclass(frozen=True, slots=True)
class Scenario:
    """A parsed scenario: rule, case and expectations, not yet run."""

    name: str
    file: str
    rule: SharingRule
    case: Case
    expects: tuple[Expect, ...]
    notices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ScenarioResult:
    """A scenario as run: the case's periods, and each expected figure that did not come out."""

    scenario: Scenario
    run: CaseRun
    failures: tuple[str, ...]
    notices: tuple[str, ...]

    @property
    def name(self) -> str:
        return self.scenario.name

    @property
    def passed(self) -> bool:
        return not self.failures


def parse_scenario(data: Mapping[str, object], file: str, rules: Iterable[SharingRule]) -> Scenario:
    """Return the scenario a parsed TOML table tells; RuleFileError with file, key and reason for what it may not say."""
    refuse_unknown(data, ("name", "rule", "move", "base", "tax", "event", "expect", "settled_through"), file, "")
    moves = tuple(_move(m, file, k) for k, m in _tables(data, "move", file))
    if not moves:
        raise RuleFileError(file, "move", "没有写迁移", "请至少写一次迁移（[[move]]）")
    rule, notices = _rule(data, file, tuple(rules), moves[0])
    name = text_of(data["name"], file, "name") if "name" in data else file
    case = Case(
        moves=moves,
        base=tuple(_base(b, file, k) for k, b in _tables(data, "base", file)),
        tax=tuple(_tax(t, file, k) for k, t in _tables(data, "tax", file)),
        events=tuple(_event(e, file, k) for k, e in _tables(data, "event", file)),
        settled_through=period_at(data["settled_through"], file, "settled_through") if "settled_through" in data else None,
        name=name,
        file=file,
    )
    expects = tuple(_expect(e, file, k) for k, e in _tables(data, "expect", file))
    return Scenario(name, file, rule, case, expects, notices + _refund_notice(case))


def run_scenario(scenario: Scenario) -> ScenarioResult:
    """Run a scenario and compare every expected figure, to the 分."""
    also = [e.period for e in scenario.expects if e.period is not None]
    run = run_case(scenario.rule, scenario.case, also)
    by_period = {p.period: p for p in run.periods}
    failures: list[str] = []
    for expect in scenario.expects:
        if expect.eligible is not None and expect.eligible != run.eligible:
            failures.append(
                f"应{'适用' if expect.eligible else '不适用'}，算得{'适用' if run.eligible else '不适用'}：{run.reason}"
            )
        if expect.reason and expect.reason not in run.reason:
            failures.append(f"理由中应有“{expect.reason}”，算得：{run.reason}")
        if expect.period is not None:
            failures += _differences(expect, by_period[expect.period.text], run)
    return ScenarioResult(scenario, run, tuple(failures), scenario.notices)


def scenario_json(results: Iterable[ScenarioResult | DivisionResult]) -> list[dict[str, object]]:
    """The results in the form of ``zgc scenario --json``: amounts as text in 元 with two decimals."""
    return [division_json(r) if isinstance(r, DivisionResult) else as_json(r) for r in results]


def as_json(result: ScenarioResult) -> dict[str, object]:
    """One scenario's result in the form of the scenario vocabulary."""
    return {
        "name": result.name,
        "eligible": result.run.eligible,
        "reason": result.run.reason,
        "periods": [_period_json(p) for p in result.run.periods],
        "failures": list(result.failures),
    }


def scenario_lines(result: ScenarioResult | DivisionResult) -> tuple[str, ...]:
    """The result as text, a line a period, differences and notices after."""
    if isinstance(result, DivisionResult):
        return division_lines(result)
    head = f"{result.name}：{'适用' if result.run.eligible else '不适用'}。{result.run.reason}"
    lines = [head, *(_period_line(p) for p in result.run.periods)]
    lines += [f"  提示：{n}" for n in result.notices]
    lines += [f"  差异：{f}" for f in result.failures]
    return tuple(lines)


def _period_json(p: PeriodResult) -> dict[str, object]:
    found: dict[str, object] = {
        "period": p.period,
        "counted": None if p.counted is None else yuan_plain(p.counted),
        "shares": _plain(p.shares),
        "cumulative": _plain(p.cumulative),
        "remaining": _plain(p.remaining),
        "state": p.state,
    }
    if p.adjustment:
        found["adjustment"] = _plain(p.adjustment)
    if p.companies:
        found["companies"] = {name: _plain(shares) for name, shares in p.companies.items()}
    return found


def _plain(amounts: Mapping[str, Fen]) -> dict[str, str]:
    return {party: yuan_plain(fen) for party, fen in amounts.items()}


def _period_line(p: PeriodResult) -> str:
    def listed(amounts: Mapping[str, Fen]) -> str:
        return " ".join(f"{party} {yuan(fen)}" for party, fen in amounts.items())

    parts = [p.period, "未报" if p.counted is None else f"计入 {yuan(p.counted)}", listed(p.shares)]
    for label, amounts in (("累计", p.cumulative), ("余额", p.remaining), ("调账", p.adjustment)):
        if amounts:
            parts.append(f"{label} {listed(amounts)}")
    parts.append(f"{p.state}（{STATE_LABELS[p.state]}）")
    return "  " + "　".join(x for x in parts if x)


def _differences(expect: Expect, got: PeriodResult, run: CaseRun) -> list[str]:
    found = []
    where = f"{got.period}{' ' + expect.company if expect.company else ''}"
    if expect.counted is not None and expect.counted != got.counted:
        found.append(f"{where} 计入税款：{_apart(expect.counted, got.counted)}")
    if expect.state and expect.state != got.state:
        found.append(f"{where} 状态：应为 {expect.state}，算得 {got.state}（{STATE_LABELS[got.state]}）")
    shares = got.companies.get(expect.company, {}) if expect.company else got.shares
    actual = {"shares": shares, "cumulative": got.cumulative, "remaining": got.remaining, "adjustment": got.adjustment}
    for key, amounts in expect.tables.items():
        for party, fen in amounts.items():
            # A party of the case that gets nothing may be absent; an unknown party, or one without a cap, may not.
            blank = 0 if party in run.now.parties and got.state != "no_data" and key != "remaining" else None
            blank = 0 if key == "adjustment" and party in run.now.parties else blank
            value = actual[key].get(party, blank)
            if value != fen:
                found.append(f"{where} {party} {_TABLE_LABELS[key]}：{_apart(fen, value)}")
    return found


def _apart(expected: Fen, got: Fen | None) -> str:
    if got is None:
        return f"应为 {yuan(expected)}，没有算得"
    return f"应为 {yuan(expected)}，算得 {yuan(got)}，差 {yuan(got - expected)}"


def _tables(data: Mapping[str, object], key: str, file: str) -> list[tuple[str, dict[str, object]]]:
    items = list_of(data.get(key, []), file, key)
    return [(f"{key}[{n}]", table_of(v, file, f"{key}[{n}]")) for n, v in enumerate(items, 1)]


def _needed(table: Mapping[str, object], keys: Sequence[str], file: str, where: str) -> None:
    for key in keys:
        if key not in table:
            raise RuleFileError(file, f"{where}.{key}", "缺少这个键", "请补上")


def _rule(
    data: Mapping[str, object], file: str, rules: tuple[SharingRule, ...], move: Move
) -> tuple[SharingRule, tuple[str, ...]]:
    """The rule a scenario uses or writes, and what must be said about it."""
    table = dict(table_of(data.get("rule"), file, "rule"))
    if "use" not in table:
        return parse_rule({"rule": table}, file, cited=False), ()
    key = text_of(table.pop("use"), file, "rule.use")
    versions = [r for r in rules if r.key == key]
    if not versions:
        known = "、".join(sorted({r.key for r in rules})) or "无"
        raise RuleFileError(file, "rule.use", f"没有规则“{key}”", f"已有规则：{known}")
    fitting = [r for r in versions if r.in_force(move.registered_on)]
    chosen = (fitting or versions)[0]
    notices = [] if fitting else [f"规则“{key}”在 {move.registered_on} 尚未生效或已失效，本情景按假设采用"]
    if table:
        notices.append(f"假设值（替换规则原值）：{'、'.join(table)}")
        chosen = altered(chosen, table, file)
    return chosen, tuple(notices)


def _move(m: Mapping[str, object], file: str, where: str) -> Move:
    needed = ("from", "to", "nature", "registered_on")
    refuse_unknown(m, (*needed, "at_capacity_on", "first_tax_on"), file, where)
    _needed(m, needed, file, where)
    move = Move(
        text_of(m["from"], file, f"{where}.from"),
        text_of(m["to"], file, f"{where}.to"),
        text_of(m["nature"], file, f"{where}.nature"),
        date_of(m["registered_on"], file, f"{where}.registered_on"),
        date_of(m["at_capacity_on"], file, f"{where}.at_capacity_on") if "at_capacity_on" in m else None,
        date_of(m["first_tax_on"], file, f"{where}.first_tax_on") if "first_tax_on" in m else None,
    )
    if move.from_party == move.to_party:
        raise RuleFileError(file, f"{where}.to", f"迁出方与迁入方都是{move.to_party}", "边界调整不是迁移；请核对")
    return move


def _gross(table: Mapping[str, object], file: str, where: str, *, negative: bool) -> dict[str, Fen]:
    if "amount" in table:
        raise RuleFileError(
            file, f"{where}.gross", "amount 与 gross 同时出现", "只能填一种：地方分成 amount，或分税种毛额 gross"
        )
    kinds = table_of(table["gross"], file, f"{where}.gross")
    read = amount_of if negative else positive_amount_of
    return {kind: read(v, file, f"{where}.gross.{kind}") for kind, v in kinds.items()}


def _base(b: Mapping[str, object], file: str, where: str) -> BaseYear:
    refuse_unknown(b, ("year", "amount", "gross", "source"), file, where)
    _needed(b, ("year",), file, where)
    year = whole_of(b["year"], file, f"{where}.year", 1950, 2200)
    source = text_of(b["source"], file, f"{where}.source") if "source" in b else ""
    if "gross" in b:
        return BaseYear(year, gross=_gross(b, file, where, negative=False), source=source)
    _needed(b, ("amount",), file, where)
    amount = amount_of(b["amount"], file, f"{where}.amount")
    if amount < 0:
        raise RuleFileError(
            file, f"{where}.amount", f"基数为负：{yuan(amount)} 元", "基数按净入库数；退库多于缴纳时请先核实并商定"
        )
    return BaseYear(year, amount, source=source)


def _tax(t: Mapping[str, object], file: str, where: str) -> TaxLine:
    refuse_unknown(t, ("period", "amount", "gross", "collected_by", "belongs_to", "company", "source"), file, where)
    _needed(t, ("period",), file, where)

    def text(key: str) -> str:
        return text_of(t[key], file, f"{where}.{key}") if key in t else ""

    return TaxLine(
        period=period_at(t["period"], file, f"{where}.period"),
        amount=amount_of(t["amount"], file, f"{where}.amount") if "amount" in t else None,
        gross=_gross(t, file, where, negative=True) if "gross" in t else None,
        collected_by=text("collected_by"),
        belongs_to=period_at(t["belongs_to"], file, f"{where}.belongs_to") if "belongs_to" in t else None,
        company=text("company"),
        source=text("source"),
    )


def _event(e: Mapping[str, object], file: str, where: str) -> Event:
    _needed(e, ("on", "kind"), file, where)
    kind = choice_of(e["kind"], tuple(_EVENTS), file, f"{where}.kind")
    needed, optional = _EVENTS[kind]
    refuse_unknown(e, ("on", "kind", *needed, *optional), file, where)
    _needed(e, needed, file, where)
    on = date_of(e["on"], file, f"{where}.on")

    def text(key: str) -> str:
        return text_of(e[key], file, f"{where}.{key}") if key in e else ""

    if kind == "base_corrected":
        year = whole_of(e["year"], file, f"{where}.year", 1950, 2200)
        return Event(on, kind, year=year, amount=positive_amount_of(e["amount"], file, f"{where}.amount"))
    if kind == "tax_corrected":
        period, amount = period_at(e["period"], file, f"{where}.period"), amount_of(e["amount"], file, f"{where}.amount")
        return Event(on, kind, period=period, amount=amount, company=text("company"))
    if kind == "split":
        return Event(on, kind, parts=_parts(e["parts"], file, f"{where}.parts"), company=text("company"))
    return Event(on, kind, company=text("company"), new_company=text("new_company"), to_party=text("to"))


def _parts(value: object, file: str, where: str) -> tuple[tuple[str, Fraction], ...]:
    parts = tuple((name, ratio_of(v, file, f"{where}.{name}")) for name, v in table_of(value, file, where).items())
    if sum((r for _, r in parts), Fraction(0)) != 1:
        raise RuleFileError(file, where, "分立各方比例之和不等于 1", "请核对各方比例")
    return parts


def _expect(e: Mapping[str, object], file: str, where: str) -> Expect:
    refuse_unknown(e, ("period", "company", "counted", "state", "eligible", "reason", *_AMOUNT_TABLES), file, where)
    if "period" not in e and set(e) - {"eligible", "reason"}:
        raise RuleFileError(file, f"{where}.period", "缺少期间", "请写明预期的是哪一期")
    tables = {}
    for key in _AMOUNT_TABLES:
        if key in e:
            amounts = table_of(e[key], file, f"{where}.{key}")
            tables[key] = {p: amount_of(v, file, f"{where}.{key}.{p}") for p, v in amounts.items()}
    eligible = e.get("eligible")
    if eligible is not None and not isinstance(eligible, bool):
        raise RuleFileError(file, f"{where}.eligible", f"应为 true 或 false，现为 {eligible!r}", "请改正")
    return Expect(
        period=period_at(e["period"], file, f"{where}.period") if "period" in e else None,
        company=text_of(e["company"], file, f"{where}.company") if "company" in e else "",
        counted=amount_of(e["counted"], file, f"{where}.counted") if "counted" in e else None,
        state=choice_of(e["state"], tuple(STATE_LABELS), file, f"{where}.state") if "state" in e else "",
        eligible=eligible,
        reason=text_of(e["reason"], file, f"{where}.reason") if "reason" in e else "",
        tables=tables,
    )


def _refund_notice(case: Case) -> tuple[str, ...]:
    """Say it where refunds are larger than all tax before them: the claim stops at zero, and someone should look."""
    lines = sorted(case.tax, key=lambda t: t.period.first)
    total = 0
    for line in lines:
        total += line.amount if line.amount is not None else sum((line.gross or {}).values())
        if total < 0:
            what = f"截至 {line.period.text} 的退库多于全部已缴税款（净额 {yuan(total)} 元）"
            return (f"{case.file} tax {line.period.text}：{what}；冲减以累计为零为限，请核对退库是否属于迁移前的税款",)
    return ()
