"""A sharing rule (分享规则) as dated, cited data: read from its table, checked, and chosen by day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise
from typing import Final

from zgc_desktop.domain.money import Fen
from zgc_desktop.domain.rulebook import Citation, RuleFileError, RuleNotInForce, citation_from
from zgc_desktop.domain.sharing.reading import (
    choice_of,
    date_of,
    decimal_of,
    list_of,
    positive_amount_of,
    ratio_of,
    refuse_unknown,
    table_of,
    text_of,
    texts_of,
    whole_of,
)

CHOICES: Final[dict[str, tuple[str, ...]]] = {
    "scope": ("local", "district"),
    "base": ("sum", "average", "last"),
    "start": ("registered", "registered_and_at_capacity", "at_capacity", "first_tax"),
    "window": ("rolling_12", "calendar_year"),
    "basis": ("actual", "base", "base_up_to_actual", "increment"),
    "negative": ("clawback", "carry", "zero"),
    "chain": ("waterfall", "same_pool", "extinguish"),
    "rounding": ("each_period", "cumulative"),
    "by": ("collected", "accrued"),
}
_AMOUNTS: Final = ("floor", "recover_first")
_TABLES: Final = ("threshold", "extension", "cap", "local_share", "district_share")
VALUES: Final = ("taxes", "natures", *CHOICES, "base_years", "ratios", *_AMOUNTS, *_TABLES)
"""Keys whose value decides money: each needs a citation in a rule file."""
HEAD: Final = ("key", "title", "effective_from", "effective_to", "open_points", "undetermined")
_OPTIONAL: Final = ("by", *_AMOUNTS, *_TABLES)
_KNOWN: Final = (*HEAD, *VALUES)


@dataclass(frozen=True, slots=True)
class Threshold:
    """What a company must have paid before the move (门槛); compared exactly."""

    measure: str
    at_least: Fen


@dataclass(frozen=True, slots=True)
class Extension:
    """Years added after the window (延长)."""

    years: int
    ratio: Fraction
    when: str


@dataclass(frozen=True, slots=True)
class Cap:
    """The most a creditor may get (上限): a multiple of its base sum, or an amount."""

    of_base_sum: Fraction | None
    amount: Fen | None


@dataclass(frozen=True, slots=True)
class Rate:
    """A part of a tax kind (分成率) between two days, both included."""

    start: date
    end: date | None
    ratio: Fraction
    citation: Citation | None


@dataclass(frozen=True, slots=True)
class SharingRule:
    """One version of a sharing rule. An empty text, or None, is a value the rule does not state."""

    key: str
    title: str
    file: str
    effective_from: date | None
    effective_to: date | None
    taxes: tuple[str, ...]
    natures: tuple[str, ...] | None
    scope: str
    base_years: int
    base: str
    threshold: Threshold | None
    start: str
    window: str
    basis: str
    ratios: tuple[Fraction, ...]
    extension: Extension | None
    cap: Cap | None
    floor: Fen | None
    negative: str
    chain: str
    rounding: str
    by: str
    recover_first: Fen | None
    local_share: Mapping[str, tuple[Rate, ...]]
    district_share: Mapping[str, tuple[Rate, ...]]
    document: Citation | None
    citations: Mapping[str, Citation]
    open_points: tuple[str, ...]
    undetermined: Mapping[str, str]
    assumed: frozenset[str]
    data: Mapping[str, object]

    def citation(self, key: str) -> Citation | None:
        """Where the value of ``key`` is written; None where it is an assumption of a scenario."""
        return None if key in self.assumed else self.citations.get(key, self.document)

    def clause(self, key: str) -> str:
        """The citation of ``key`` for a table cell; says so where the value is assumed."""
        found = self.citation(key)
        return found.short if found else "情景假设，无出处"

    def need(self, key: str, why: str) -> None:
        """Refuse to go on where the rule does not state ``key``: nothing silently defaults."""
        if key in self.undetermined:
            reason = f"未定：{self.undetermined[key]}"
            raise RuleFileError(self.file, f"rule.{key}", reason, "请由主管处室确定后补入规则，或在情景中写明假设值")
        if not getattr(self, key):
            known = f"，可用：{'、'.join(CHOICES[key])}" if key in CHOICES else ""
            raise RuleFileError(self.file, f"rule.{key}", f"规则没有写 {key}，而{why}", f"请补上{known}")

    def in_force(self, day: date) -> bool:
        """Whether this version is in force on ``day``."""
        after = self.effective_from is None or self.effective_from <= day
        return after and (self.effective_to is None or day <= self.effective_to)


def parse_rule(data: Mapping[str, object], file: str, *, cited: bool = True) -> SharingRule:
    """Return the rule a parsed TOML table states; RuleFileError names file, key and advice where it is not allowed.

    With ``cited`` (a rule file) every key must be stated and cited. Without it (a rule written inside a scenario) a key may be
    left out; it is refused only where the calculation needs it.
    """
    refuse_unknown(data, ("rule", "citation", "citations"), file, "")
    rule = table_of(data.get("rule"), file, "rule")
    refuse_unknown(rule, _KNOWN, file, "rule")
    undetermined = _notes(rule, file)
    if cited:
        unneeded = () if _uses_base(rule) else ("base_years", "base")
        for key in (*HEAD[:3], *VALUES):
            if key not in rule and key not in (*_OPTIONAL, *unneeded) and key not in undetermined:
                raise RuleFileError(file, f"rule.{key}", "缺少这个键", "规则文件须写明每一项；未定的列入 undetermined 并说明")
    document, citations = _citations(data, rule, file, cited)
    start = date_of(rule["effective_from"], file, "rule.effective_from") if "effective_from" in rule else None
    end = date_of(rule["effective_to"], file, "rule.effective_to") if "effective_to" in rule else None
    if start and end and end < start:
        raise RuleFileError(file, "rule.effective_to", "失效日早于生效日", "请核对日期")

    def word(key: str, default: str = "") -> str:
        return choice_of(rule[key], CHOICES[key], file, f"rule.{key}") if key in rule else default

    def money(key: str) -> Fen | None:
        return positive_amount_of(rule[key], file, f"rule.{key}") if key in rule else None

    return SharingRule(
        key=text_of(rule["key"], file, "rule.key") if "key" in rule else "",
        title=text_of(rule["title"], file, "rule.title") if "title" in rule else "情景内规则",
        file=file,
        effective_from=start,
        effective_to=end,
        taxes=texts_of(rule["taxes"], file, "rule.taxes") if "taxes" in rule else (),
        natures=texts_of(rule["natures"], file, "rule.natures") if "natures" in rule else None,
        scope=word("scope"),
        base_years=whole_of(rule["base_years"], file, "rule.base_years", 1, 10) if "base_years" in rule else 0,
        base=word("base"),
        threshold=_threshold(rule, file),
        start=word("start"),
        window=word("window"),
        basis=word("basis"),
        ratios=_ratios(rule, file),
        extension=_extension(rule, file),
        cap=_cap(rule, file),
        floor=money("floor"),
        negative=word("negative"),
        chain=word("chain"),
        rounding=word("rounding"),
        by=word("by", "collected"),
        recover_first=money("recover_first"),
        local_share=_rates(rule, "local_share", file),
        district_share=_rates(rule, "district_share", file),
        document=document,
        citations=citations,
        open_points=texts_of(rule["open_points"], file, "rule.open_points") if rule.get("open_points") else (),
        undetermined=undetermined,
        assumed=frozenset() if cited else frozenset(k for k in VALUES if k in rule and k not in citations),
        data=data,
    )


def altered(rule: SharingRule, changes: Mapping[str, object], file: str) -> SharingRule:
    """Return a copy of ``rule`` in which the values of ``changes`` replace its own: for what-if, never for settling.

    Changed values lose their citation; a value that was 未定 and is now given counts as assumed.
    """
    refuse_unknown(changes, _KNOWN, file, "rule")
    stated = dict(table_of(rule.data.get("rule"), rule.file, "rule"))
    stated.update(changes)
    open_keys = {k: v for k, v in rule.undetermined.items() if k not in changes}
    stated.pop("undetermined", None)
    if open_keys:
        stated["undetermined"] = open_keys
    cites = table_of(rule.data.get("citations", {}), rule.file, "citations")
    kept = {k: v for k, v in cites.items() if k not in changes}
    return parse_rule({**rule.data, "rule": stated, "citations": kept}, file, cited=False)


def rule_in_force(rules: Iterable[SharingRule], key: str, day: date) -> SharingRule:
    """Return the version of rule ``key`` in force on ``day``; RuleNotInForce where there is none."""
    versions = [r for r in rules if r.key == key]
    for rule in versions:
        if rule.in_force(day):
            return rule
    known = "；".join(f"{r.effective_from} 至 {r.effective_to or '今'}" for r in versions) or "无"
    raise RuleNotInForce(f"{day} 没有生效的分享规则“{key}”", why=f"已登记：{known}", advice="请补录该日有效的版本")


def check_versions(rules: Iterable[SharingRule]) -> None:
    """Refuse versions of one rule whose dates overlap or leave a gap."""
    by_key: dict[str, list[SharingRule]] = {}
    for rule in rules:
        by_key.setdefault(rule.key, []).append(rule)
    for versions in by_key.values():
        versions.sort(key=lambda r: r.effective_from or date.min)
        for older, newer in pairwise(versions):
            _adjoin(older.effective_to, newer.effective_from or date.min, newer.file, "rule.effective_from")


def _adjoin(end: date | None, start: date, file: str, key: str) -> None:
    if end is None or start <= end:
        raise RuleFileError(file, key, f"日期重叠：前一段到 {end or '今'}，后一段从 {start} 起", "请改前一段的截止日")
    if start != end + timedelta(days=1):
        raise RuleFileError(file, key, f"日期有空档：前一段到 {end}，后一段从 {start} 起", "请补上空档期间的取值")


def _notes(rule: Mapping[str, object], file: str) -> dict[str, str]:
    notes = table_of(rule.get("undetermined", {}), file, "rule.undetermined")
    refuse_unknown(notes, (*VALUES, "effective_from", "effective_to"), file, "rule.undetermined")
    return {k: text_of(v, file, f"rule.undetermined.{k}") for k, v in notes.items()}


def _uses_base(rule: Mapping[str, object]) -> bool:
    """Whether threshold, cap or basis refer to the base years."""
    cap = rule.get("cap")
    on_base = isinstance(cap, dict) and "of_base_sum" in cap
    return on_base or bool(rule.get("threshold")) or rule.get("basis") != "actual"


def _citations(
    data: Mapping[str, object], rule: Mapping[str, object], file: str, cited: bool
) -> tuple[Citation | None, dict[str, Citation]]:
    """The rule's document, and per key either a clause of it or a source of its own."""
    own = table_of(data.get("citation", {}), file, "citation")
    document = citation_from(own, file, "citation") if own or cited else None
    tables = table_of(data.get("citations", {}), file, "citations")
    refuse_unknown(tables, VALUES, file, "citations")
    found: dict[str, Citation] = {}
    for key, value in tables.items():
        entry = table_of(value, file, f"citations.{key}")
        # A title makes it a source of its own; without one it is a clause of the rule's document.
        found[key] = citation_from(entry if "title" in entry else {**own, **entry}, file, f"citations.{key}")
    if cited:
        for key in VALUES:
            if key in rule and key not in found:
                raise RuleFileError(file, f"citations.{key}", f"{key} 缺少引文", "没有出处的数值不能作为规则，请补条款或来源")
    return document, found


def _ratios(rule: Mapping[str, object], file: str) -> tuple[Fraction, ...]:
    if "ratios" not in rule:
        return ()
    listed = list_of(rule["ratios"], file, "rule.ratios")
    if not 1 <= len(listed) <= 100:
        raise RuleFileError(file, "rule.ratios", "比例表为空或多于 100 年", "请逐年列出迁出方比例")
    return tuple(ratio_of(v, file, f"rule.ratios[{n}]") for n, v in enumerate(listed, 1))


def _given(rule: Mapping[str, object], key: str, file: str, allowed: Sequence[str], needed: Sequence[str]) -> dict[str, object]:
    """The sub-table ``key``; empty where the rule leaves it out (or a what-if empties it)."""
    value = table_of(rule.get(key, {}), file, f"rule.{key}")
    refuse_unknown(value, allowed, file, f"rule.{key}")
    for name in needed:
        if value and name not in value:
            raise RuleFileError(file, f"rule.{key}.{name}", "缺少这个键", "请补上")
    return value


def _threshold(rule: Mapping[str, object], file: str) -> Threshold | None:
    keys = ("measure", "at_least")
    value = _given(rule, "threshold", file, keys, keys)
    if not value:
        return None
    measure = choice_of(value["measure"], CHOICES["base"], file, "rule.threshold.measure")
    return Threshold(measure, positive_amount_of(value["at_least"], file, "rule.threshold.at_least"))


def _extension(rule: Mapping[str, object], file: str) -> Extension | None:
    keys = ("years", "ratio", "when")
    value = _given(rule, "extension", file, keys, keys)
    if not value:
        return None
    return Extension(
        whole_of(value["years"], file, "rule.extension.years", 1, 50),
        ratio_of(value["ratio"], file, "rule.extension.ratio"),
        choice_of(value["when"], ("cap_not_reached",), file, "rule.extension.when"),
    )


def _cap(rule: Mapping[str, object], file: str) -> Cap | None:
    value = _given(rule, "cap", file, ("of_base_sum", "amount"), ())
    if not value:
        return None
    if len(value) > 1:
        raise RuleFileError(file, "rule.cap", "上限写了两种算法", "of_base_sum 与 amount 只能写一个")
    if "amount" in value:
        return Cap(None, positive_amount_of(value["amount"], file, "rule.cap.amount"))
    return Cap(decimal_of(value["of_base_sum"], file, "rule.cap.of_base_sum"), None)


def _rates(rule: Mapping[str, object], key: str, file: str) -> dict[str, tuple[Rate, ...]]:
    tables = table_of(rule.get(key, {}), file, f"rule.{key}")
    return {kind: _rate_list(value, file, f"rule.{key}.{kind}") for kind, value in tables.items()}


def _rate_list(value: object, file: str, key: str) -> tuple[Rate, ...]:
    entries: list[tuple[date, date | None, Fraction, Citation | None]] = []
    for n, item in enumerate(list_of(value, file, key), 1):
        where = f"{key}[{n}]"
        entry = table_of(item, file, where)
        refuse_unknown(entry, ("from", "to", "ratio", "citation"), file, where)
        for name in ("from", "ratio"):
            if name not in entry:
                raise RuleFileError(file, f"{where}.{name}", "缺少这个键", "每段分成率须有起始日和比例")
        start = date_of(entry["from"], file, f"{where}.from")
        end = date_of(entry["to"], file, f"{where}.to") if "to" in entry else None
        if end and end < start:
            raise RuleFileError(file, f"{where}.to", "截止日早于起始日", "请核对日期")
        source = table_of(entry["citation"], file, f"{where}.citation") if "citation" in entry else None
        citation = citation_from(source, file, f"{where}.citation") if source is not None else None
        entries.append((start, end, ratio_of(entry["ratio"], file, f"{where}.ratio"), citation))
    if not entries:
        raise RuleFileError(file, key, "分成率表为空", "请至少写一段")
    entries.sort(key=lambda e: e[0])
    rates: list[Rate] = []
    for n, (start, end, ratio, citation) in enumerate(entries):
        following = entries[n + 1][0] if n + 1 < len(entries) else None
        if following is not None:
            if following == start:
                raise RuleFileError(file, key, f"日期重叠：两段都从 {start} 起", "每段的起始日须不同")
            if end is not None:
                _adjoin(end, following, file, key)
            end = following - timedelta(days=1)
        rates.append(Rate(start, end, ratio, citation))
    return tuple(rates)
