"""Divisions of one amount among several parties (分摊): by weighted factors, or through a pool of increments."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from zgc_desktop.domain.money import Fen, half_up, yuan, yuan_plain
from zgc_desktop.domain.percent import ratio_text
from zgc_desktop.domain.rulebook import Citation, RuleFileError, citation_from
from zgc_desktop.domain.sharing.reading import (
    amount_of,
    choice_of,
    list_of,
    period_at,
    positive_amount_of,
    ratio_of,
    refuse_unknown,
    table_of,
    text_of,
    whole_of,
)

METHODS: Final = ("factors", "pool")
_KEYS: Final[dict[str, tuple[tuple[str, ...], tuple[str, ...]]]] = {
    "factors": (("amount", "weights"), ("round_down",)),
    "pool": (("ratio",), ()),
}
"""Method -> keys it needs, keys it may have, besides method, remainder, period and citation."""
_PARTY_KEYS: Final = {"factors": ("name", "factors"), "pool": ("name", "base", "now", "people")}


@dataclass(frozen=True, slots=True)
class Sharer:
    """One party of a division: its factor amounts, or its tax base then and now and its people. Amounts in 分."""

    name: str
    factors: Mapping[str, Fen]
    base: Fen = 0
    now: Fen = 0
    people: int = 0


@dataclass(frozen=True, slots=True)
class Division:
    """How one amount is divided: method, weights, and who bears the difference of a 分 (尾差), never left unsaid."""

    file: str
    method: str
    period: str
    parties: tuple[Sharer, ...]
    remainder: str
    citation: Citation
    amount: Fen = 0
    weights: Mapping[str, Fraction] | None = None
    round_down: Fen = 1
    ratio: Fraction = Fraction(0)


@dataclass(frozen=True, slots=True)
class Divided:
    """What each party gets; ``given`` is what it put in (pool only). Shares add up to ``amount`` exactly."""

    amount: Fen
    shares: Mapping[str, Fen]
    given: Mapping[str, Fen]

    @property
    def net(self) -> Mapping[str, Fen]:
        """Gets less gives; sums to zero in a pool."""
        return {name: got - self.given.get(name, 0) for name, got in self.shares.items()}


def divide(division: Division) -> Divided:
    """Divide the amount exactly; RuleFileError where the parties' figures leave nothing to divide by."""
    if division.method == "pool":
        given = {p.name: half_up(max(0, p.now - p.base) * division.ratio) for p in division.parties}
        amount, parts = sum(given.values()), _pool_parts(division)
    else:
        given, amount, parts = {}, division.amount, _factor_parts(division)
    shares = {name: half_up(amount * part) for name, part in parts.items()}
    shares[division.remainder] += amount - sum(shares.values())
    return Divided(amount, shares, given)


def _factor_parts(division: Division) -> dict[str, Fraction]:
    """Each party's part: the sum over the factors of weight × own ÷ all, factor amounts cut down first where so ruled."""
    unit = division.round_down
    parts = {p.name: Fraction(0) for p in division.parties}
    for factor, weight in (division.weights or {}).items():
        cut = {p.name: p.factors[factor] // unit * unit for p in division.parties}
        total = sum(cut.values())
        if not total:
            raise RuleFileError(division.file, f"party.factors.{factor}", f"各方的{factor}合计为零，无法分摊", "请核对各方数值")
        for name, value in cut.items():
            parts[name] += weight * Fraction(value, total)
    return parts


def _pool_parts(division: Division) -> dict[str, Fraction]:
    """People × (mean base a head ÷ own base a head); the mean cancels out: people² ÷ own base."""
    for p in division.parties:
        if not p.now:
            raise RuleFileError(division.file, "party.now", f"{p.name}的现值税基为零，人均无从比较", "请核对，或把它移出本池")
    weights = {p.name: Fraction(p.people * p.people, p.now) for p in division.parties}
    total = sum(weights.values())
    return {name: weight / total for name, weight in weights.items()}


def parse_division(data: Mapping[str, object], file: str) -> Division:
    """Return the division a parsed table states (``[division]`` and ``[[party]]``); RuleFileError for what is not allowed."""
    table = table_of(data.get("division"), file, "division")
    if "method" not in table:
        raise RuleFileError(file, "division.method", "缺少这个键", f"可用：{'、'.join(METHODS)}")
    method = choice_of(table["method"], METHODS, file, "division.method")
    needed, optional = _KEYS[method]
    refuse_unknown(table, ("method", "remainder", "period", "citation", *needed, *optional), file, "division")
    for key in (*needed, "remainder", "citation"):
        if key not in table:
            advice = {"citation": "没有出处的办法不能作为规则", "remainder": "请写明尾差归哪一方"}.get(key, "请补上")
            raise RuleFileError(file, f"division.{key}", "缺少这个键", advice)
    weights = _weights(table, file) if method == "factors" else None
    parties = _parties(data, file, method, tuple(weights or ()))
    remainder = choice_of(table["remainder"], [p.name for p in parties], file, "division.remainder")
    unit = positive_amount_of(table["round_down"], file, "division.round_down") if "round_down" in table else 1
    return Division(
        file,
        method,
        period_at(table["period"], file, "division.period").text if "period" in table else "",
        parties,
        remainder,
        citation_from(table_of(table["citation"], file, "division.citation"), file, "division.citation"),
        amount_of(table["amount"], file, "division.amount") if "amount" in table else 0,
        weights,
        unit or 1,
        ratio_of(table["ratio"], file, "division.ratio") if "ratio" in table else Fraction(0),
    )


def _weights(table: Mapping[str, object], file: str) -> dict[str, Fraction]:
    stated = table_of(table["weights"], file, "division.weights")
    weights = {name: ratio_of(v, file, f"division.weights.{name}") for name, v in stated.items()}
    if sum(weights.values(), Fraction(0)) != 1:
        raise RuleFileError(file, "division.weights", "各因素权重之和不等于 1", "如 0.35、0.35、0.30")
    return weights


def _parties(data: Mapping[str, object], file: str, method: str, factors: tuple[str, ...]) -> tuple[Sharer, ...]:
    found: list[Sharer] = []
    for n, value in enumerate(list_of(data.get("party", []), file, "party"), 1):
        where = f"party[{n}]"
        entry = table_of(value, file, where)
        refuse_unknown(entry, _PARTY_KEYS[method], file, where)
        for key in _PARTY_KEYS[method]:
            if key not in entry:
                raise RuleFileError(file, f"{where}.{key}", "缺少这个键", "请补上")
        name = text_of(entry["name"], file, f"{where}.name")
        if name in {p.name for p in found}:
            raise RuleFileError(file, f"{where}.name", f"“{name}”写了两次", "请合并为一方")
        found.append(_sharer(name, entry, file, where, factors))
    if len(found) < 2:
        raise RuleFileError(file, "party", "至少要有两方才能分摊", "请逐方写 [[party]]")
    return tuple(found)


def _sharer(name: str, entry: Mapping[str, object], file: str, where: str, factors: tuple[str, ...]) -> Sharer:
    if "factors" not in entry:
        base, now = (positive_amount_of(entry[k], file, f"{where}.{k}") for k in ("base", "now"))
        return Sharer(name, {}, base, now, whole_of(entry["people"], file, f"{where}.people", 1, 10**9))
    stated = table_of(entry["factors"], file, f"{where}.factors")
    refuse_unknown(stated, factors, file, f"{where}.factors")
    for factor in factors:
        if factor not in stated:
            raise RuleFileError(file, f"{where}.factors.{factor}", f"{name}没有填{factor}", "未填不作零，请补上")
    return Sharer(name, {f: positive_amount_of(stated[f], file, f"{where}.factors.{f}") for f in factors})


@dataclass(frozen=True, slots=True)
class DivisionScenario:
    """A division with what must come out of it, not yet run."""

    name: str
    division: Division
    expects: tuple[tuple[str, Mapping[str, Fen]], ...]
    """(``shares``, ``given`` or ``net``, amounts by party)"""


@dataclass(frozen=True, slots=True)
class DivisionResult:
    """A division as run: what each gets, and each expected figure that did not come out."""

    scenario: DivisionScenario
    divided: Divided
    failures: tuple[str, ...]

    @property
    def name(self) -> str:
        return self.scenario.name


_LABELS: Final = {"shares": "分得", "given": "入池", "net": "净额"}


def is_division(data: Mapping[str, object]) -> bool:
    """Whether a parsed scenario file tells a division rather than a company's moves."""
    return "division" in data


def parse_division_scenario(data: Mapping[str, object], file: str) -> DivisionScenario:
    """Return the scenario a table with ``[division]``, ``[[party]]`` and ``[[expect]]`` tells."""
    refuse_unknown(data, ("name", "division", "party", "expect"), file, "")
    division = parse_division(data, file)
    names = [p.name for p in division.parties]
    expects = []
    for n, value in enumerate(list_of(data.get("expect", []), file, "expect"), 1):
        entry = table_of(value, file, f"expect[{n}]")
        refuse_unknown(entry, tuple(_LABELS), file, f"expect[{n}]")
        for key, amounts in entry.items():
            where = f"expect[{n}].{key}"
            stated = table_of(amounts, file, where)
            refuse_unknown(stated, names, file, where)
            expects.append((key, {p: amount_of(v, file, f"{where}.{p}") for p, v in stated.items()}))
    name = text_of(data["name"], file, "name") if "name" in data else file
    return DivisionScenario(name, division, tuple(expects))


def run_division(scenario: DivisionScenario) -> DivisionResult:
    """Run a division and compare every expected figure, to the 分."""
    divided = divide(scenario.division)
    got = {"shares": divided.shares, "given": divided.given, "net": divided.net}
    failures = []
    for key, amounts in scenario.expects:
        for party, fen in amounts.items():
            value = got[key].get(party, 0)
            if value != fen:
                failures.append(f"{party} {_LABELS[key]}：应为 {yuan(fen)}，算得 {yuan(value)}，差 {yuan(value - fen)}")
    return DivisionResult(scenario, divided, tuple(failures))


def division_json(result: DivisionResult) -> dict[str, object]:
    """The result in the form of ``zgc scenario --json``: one period, with what was put into the pool and the net beside it."""
    divided, division = result.divided, result.scenario.division
    row: dict[str, object] = {
        "period": division.period,
        "counted": yuan_plain(divided.amount),
        "shares": {p: yuan_plain(v) for p, v in divided.shares.items()},
        "cumulative": {},
        "remaining": {},
        "state": "sharing",
    }
    if divided.given:
        row["given"] = {p: yuan_plain(v) for p, v in divided.given.items()}
        row["net"] = {p: yuan_plain(v) for p, v in divided.net.items()}
    return {
        "name": result.name, "eligible": True, "reason": _reason(division), "periods": [row],
        "failures": list(result.failures),
    }  # fmt: skip


def division_lines(result: DivisionResult) -> tuple[str, ...]:
    """The result as text: the method with its source, a line a party, differences after."""
    divided = result.divided
    lines = [f"{result.name}：{_reason(result.scenario.division)}", f"  分摊 {yuan(divided.amount)}"]
    for party, share in divided.shares.items():
        extra = f"　入池 {yuan(divided.given[party])}　净额 {yuan(divided.net[party])}" if divided.given else ""
        lines.append(f"  {party} {yuan(share)}{extra}")
    return (*lines, *(f"  差异：{f}" for f in result.failures))


def _reason(division: Division) -> str:
    if division.method == "pool":
        how = f"增量池：各方正增量的 {ratio_text(division.ratio)} 入池，按 人口×(均值/人均) 分配"
    else:
        how = "因素分摊：" + "，".join(f"{k} {ratio_text(v)}" for k, v in (division.weights or {}).items())
        if division.round_down > 1:
            how += f"，因素金额向下取至 {yuan(division.round_down)} 元"
    return f"{how}；尾差归{division.remainder}（{division.citation.short}）"
