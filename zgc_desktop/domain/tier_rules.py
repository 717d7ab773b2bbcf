"""Reading tier standards from rule data: every key checked, every criterion with its citation, nothing invented."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal, InvalidOperation
from difflib import get_close_matches
from fractions import Fraction
from typing import Literal, NoReturn

from zgc_desktop.domain.metrics import METRICS, MONEY_UNITS, SERIES, Metric
from zgc_desktop.domain.periods import DateRange
from zgc_desktop.domain.rulebook import Citation, RuleFileError, citation_from
from zgc_desktop.domain.tier_conditions import (
    SIGN,
    Among,
    Comparator,
    Compare,
    Condition,
    Grew,
    Growth,
    Is,
    OnList,
    Ratio,
)
from zgc_desktop.domain.tiers import Criterion, Group, TierStandard

UNDETERMINED = "undetermined"
Table = Mapping[str, object]

_COMPARATORS: tuple[Comparator, ...] = ("at_least", "at_most", "more_than", "less_than")
_HEAD_KEYS = ["key", "tier", "title", "version", "effective_from", "effective_to", "citation"]
_STANDARD_KEYS = frozenset([*_HEAD_KEYS, "validity_years", "reexamination", "reference", "list_name", "open_points"])
_TEST_KEYS = frozenset(["id", "title", "citation", "clause", "note", "supporting", "exits", "unit", "rate"])
_CONDITION_KEYS = frozenset(["metric", "growth", "grew", "ratio", "on_list", "is", "one_of", "not_in", "years", "method"])


class _Reader:
    """The file being read: remembers its name and citations so that every refusal says where."""

    def __init__(self, file: str, citations: Mapping[str, Citation]) -> None:
        self.file, self.citations = file, citations

    def refuse(self, key: str, reason: str, advice: str = "") -> NoReturn:
        raise RuleFileError(self.file, key, reason, advice)

    def only(self, table: Table, allowed: frozenset[str], key: str) -> None:
        for name in table:
            if name not in allowed:
                self.refuse(f"{key}.{name}", "不认识的键", f"可用：{'、'.join(sorted(allowed))}")

    def text(self, table: Table, name: str, key: str, default: str | None = None) -> str:
        value = table.get(name, default)
        if not isinstance(value, str) or (default is None and not value.strip()):
            self.refuse(f"{key}.{name}", "缺少文字" if value is None else f"应为文字，现为 {value!r}")
        return value.strip()

    def day(self, table: Table, name: str, key: str) -> date:
        value = table.get(name)
        if type(value) is not date:
            self.refuse(f"{key}.{name}", "缺少日期" if value is None else f"应为日期，现为 {value!r}", "写成 2026-04-01")
        return value

    def flag(self, table: Table, name: str, key: str) -> bool:
        value = table.get(name, False)
        if not isinstance(value, bool):
            self.refuse(f"{key}.{name}", f"应为 true 或 false，现为 {value!r}")
        return value

    def number(self, value: object, key: str) -> Fraction:
        # A float has already lost digits; the loader reads decimals exactly, so one here is a mistake of the caller.
        if isinstance(value, bool) or not isinstance(value, (int, str, Decimal)):
            self.refuse(key, f"应为数字，现为 {value!r}")
        try:
            number = Decimal(value)
        except InvalidOperation:
            self.refuse(key, f"应为数字，现为 {value!r}")
        if not number.is_finite():
            self.refuse(key, f"应为数字，现为 {value!r}")
        return Fraction(number)

    def words(self, table: Table, name: str, key: str) -> tuple[str, ...]:
        value = table.get(name, [])
        if not isinstance(value, list) or not all(isinstance(v, str) and v.strip() for v in value):
            self.refuse(f"{key}.{name}", "应为文字的列表")
        return tuple(value)

    def metric(self, name: object, key: str) -> Metric:
        if not isinstance(name, str) or name not in METRICS:
            near = get_close_matches(str(name), METRICS, 3, 1 / 2)
            self.refuse(key, f"没有登记的指标 {name!r}", f"{'相近的' if near else '可用'}：{'、'.join(near or METRICS)}")
        return METRICS[name]

    def citation(self, table: Table, key: str) -> Citation:
        name = table.get("citation")
        if name is None:
            self.refuse(f"{key}.citation", "缺少引文", "没有出处的条件不能作为标准")
        if not isinstance(name, str) or name not in self.citations:
            self.refuse(f"{key}.citation", f"没有这条引文 {name!r}", f"已登记：{'、'.join(self.citations) or '无'}")
        clause = self.text(table, "clause", key, "")
        return replace(self.citations[name], clause=clause) if clause else self.citations[name]


def _comparator(reader: _Reader, table: Table, key: str) -> Comparator:
    given = [c for c in _COMPARATORS if c in table]
    if len(given) != 1:
        reader.refuse(key, f"应恰有一个比较：{'、'.join(_COMPARATORS)}")
    return given[0]


def _money_threshold(reader: _Reader, table: Table, metric: Metric, value: Fraction, key: str) -> Fraction:
    """In hundredths of the metric's currency; another currency only by a dated, cited rate."""
    unit = table.get("unit")
    if not isinstance(unit, str) or unit not in MONEY_UNITS:
        reader.refuse(f"{key}.unit", f"金额单位不认识 {unit!r}", "如 万元、亿元、亿美元")
    size, currency = MONEY_UNITS[unit]
    if unit == "分":
        currency = metric.currency
    if currency == metric.currency:
        if "rate" in table:
            reader.refuse(f"{key}.rate", "币种相同，不应有汇率")
        return value * size
    rate = table.get("rate")
    if not isinstance(rate, Mapping):
        reader.refuse(
            f"{key}.rate", f"阈值为{unit}，指标为{metric.unit}，缺少有日期的汇率", "补 rate = { value, on, citation }"
        )
    reader.only(rate, frozenset({"value", "on", "citation"}), f"{key}.rate")
    reader.day(rate, "on", f"{key}.rate")
    reader.citation(rate, f"{key}.rate")
    factor = reader.number(rate.get("value"), f"{key}.rate.value")
    if factor <= 0:
        reader.refuse(f"{key}.rate.value", "汇率应大于 0")
    return value * size * factor


def _share(reader: _Reader, value: Fraction, key: str) -> Fraction:
    if not 0 <= value <= 1:
        reader.refuse(key, "占比应在 0 与 1 之间（1 即 100%）", '20% 写作 "0.20"')
    return value


def _percent(value: Fraction) -> str:
    return f"{_plain(value * 100)}%"


def _threshold(reader: _Reader, table: Table, metric: Metric | None, key: str) -> tuple[Comparator, Fraction | None, str]:
    """Comparator, threshold (None = 未定) and its words. Metric None: a plain ratio."""
    comparator = _comparator(reader, table, key)
    place = f"{key}.{comparator}"
    raw = table[comparator]
    if raw == UNDETERMINED:
        if not (table.get("note") or reader.citation(table, key).note):
            reader.refuse(f"{key}.note", "阈值未定，须说明未定的原因")
        return comparator, None, " 未定"
    value = reader.number(raw, place)
    if metric is not None and metric.kind == "money":
        scaled = _money_threshold(reader, table, metric, value, key)
        return comparator, scaled, f" {SIGN[comparator]}{_plain(value)} {table['unit']}"
    if "unit" in table or "rate" in table:
        reader.refuse(f"{key}.unit", "只有金额条件写单位")
    if metric is None or metric.kind == "share":
        _share(reader, value, place)
        return comparator, value if metric is None else value * 1000, f" {SIGN[comparator]}{_percent(value)}"
    if metric.kind not in ("count", "rank", "years"):
        reader.refuse(f"{key}.metric", f"“{metric.title}”不能比较大小")
    if value.denominator != 1 or value < 0:
        reader.refuse(place, f"“{metric.title}”的阈值应为不小于 0 的整数")
    return comparator, value, f" {SIGN[comparator]}{value} {metric.unit}"


def _plain(value: Fraction) -> str:
    return f"{(Decimal(value.numerator) / value.denominator).normalize():,f}"


def _growth(reader: _Reader, table: Table, key: str) -> tuple[Condition, str]:
    name = table["growth"]
    if not isinstance(name, str) or name not in SERIES:
        reader.refuse(f"{key}.growth", f"没有登记的年度序列 {name!r}", f"可用：{'、'.join(SERIES)}")
    years, (title, keys) = table.get("years"), SERIES[name]
    if not isinstance(years, int) or isinstance(years, bool) or not 1 <= years < len(keys):
        reader.refuse(f"{key}.years", f"年数应为 1 至 {len(keys) - 1} 的整数")
    method = table.get("method")
    if method not in ("cagr", "arithmetic"):
        reader.refuse(f"{key}.method", "增长率的算法须写明", "cagr（复合）或 arithmetic（算术平均）")
    kind: Literal["cagr", "arithmetic"] = "cagr" if method == "cagr" else "arithmetic"
    comparator, place = _comparator(reader, table, key), key
    raw = table[comparator]
    series = tuple(METRICS[k] for k in keys[: years + 1])
    words = f"{title}{years} 年{'复合' if kind == 'cagr' else '算术平均'}增长率"
    if raw == UNDETERMINED:
        if not (table.get("note") or reader.citation(table, key).note):
            reader.refuse(f"{key}.note", "阈值未定，须说明未定的原因")
        return Growth(series, kind, comparator, None), f"{words} 未定"
    value = reader.number(raw, f"{place}.{comparator}")
    if value <= -1:
        reader.refuse(f"{place}.{comparator}", "增长率应大于 -1（-100%）")
    return Growth(series, kind, comparator, value), f"{words} {SIGN[comparator]}{_percent(value)}"


def _condition(reader: _Reader, table: Table, key: str) -> tuple[Condition, str]:
    kinds = [k for k in ("metric", "growth", "grew", "ratio", "on_list") if k in table]
    if len(kinds) != 1:
        reader.refuse(key, "应恰有一个：metric、growth、grew、ratio、on_list")
    kind = kinds[0]
    extra = {
        "metric": {"metric", "is", "one_of", "not_in", *_COMPARATORS},
        "growth": {"growth", "years", "method", *_COMPARATORS},
        "grew": {"grew"},
        "ratio": {"ratio", *_COMPARATORS},
        "on_list": {"on_list"},
    }[kind]
    reader.only(table, _TEST_KEYS | extra, key)
    if kind == "growth":
        return _growth(reader, table, key)
    if kind == "grew":
        name = table["grew"]
        if not isinstance(name, str) or name not in SERIES:
            reader.refuse(f"{key}.grew", f"没有登记的年度序列 {name!r}", f"可用：{'、'.join(SERIES)}")
        title, keys = SERIES[name]
        return Grew(METRICS[keys[0]], METRICS[keys[1]]), f"{title}较前一年正增长"
    if kind == "on_list":
        name = reader.text(table, "on_list", key)
        return OnList(METRICS["on_lists"], name), f"列入“{name}”认定名单"
    if kind == "ratio":
        pair = table["ratio"]
        if not isinstance(pair, list) or len(pair) != 2:
            reader.refuse(f"{key}.ratio", "应为两个指标：[分子, 分母]")
        part, whole = (reader.metric(p, f"{key}.ratio") for p in pair)
        if ({part.kind, whole.kind} - {"money"} and {part.kind, whole.kind} - {"count"}) or part.currency != whole.currency:
            reader.refuse(f"{key}.ratio", "分子与分母应为同类指标")
        comparator, value, words = _threshold(reader, table, None, key)
        return Ratio(part, whole, comparator, value), f"{part.title}占{whole.title}{words}"
    return _on_metric(reader, table, key)


def _on_metric(reader: _Reader, table: Table, key: str) -> tuple[Condition, str]:
    metric = reader.metric(table["metric"], f"{key}.metric")
    ways = [w for w in ("is", "one_of", "not_in", *_COMPARATORS) if w in table]
    if len(ways) != 1:
        reader.refuse(key, f"应恰有一个：is、one_of、not_in、{'、'.join(_COMPARATORS)}")
    way = ways[0]
    if way == "is":
        if metric.kind != "flag":
            reader.refuse(f"{key}.is", f"“{metric.title}”不是是否类指标")
        wanted = reader.flag(table, "is", key)
        return Is(metric, wanted), f"{metric.title}为{'是' if wanted else '否'}"
    if way in ("one_of", "not_in"):
        if metric.kind != "text":
            reader.refuse(f"{key}.{way}", f"“{metric.title}”不是文字类指标")
        words = reader.words(table, way, key)
        if not words:
            reader.refuse(f"{key}.{way}", "列表为空")
        return Among(
            metric, words, way == "one_of"
        ), f"{metric.title}{'属于' if way == 'one_of' else '不属于'}{'、'.join(words)}"
    comparator, value, said = _threshold(reader, table, metric, key)
    return Compare(metric, comparator, value), f"{metric.title}{said}"


def _criterion(reader: _Reader, table: object, number: int) -> Criterion:
    key = f"test[{number}]"
    if not isinstance(table, Mapping):
        reader.refuse(key, "应为一个表")
    key = f"test.{reader.text(table, 'id', key)}"
    reader.only(table, _TEST_KEYS | _CONDITION_KEYS | set(_COMPARATORS), key)
    citation = reader.citation(table, key)
    condition, words = _condition(reader, table, key)
    return Criterion(
        reader.text(table, "id", key),
        reader.text(table, "title", key, "") or words.split(" ")[0],
        condition,
        words,
        citation,
        reader.flag(table, "supporting", key),
        reader.flag(table, "exits", key),
        reader.text(table, "note", key, ""),
    )


class _Rule:
    """Groups and criteria by id, joined into one tree; remembers what was used, refuses circles."""

    def __init__(self, reader: _Reader, tests: Mapping[str, Criterion], groups: Table) -> None:
        self.reader, self.tests, self.groups, self.used = reader, tests, groups, set[str]()

    def node(self, name: str, key: str, above: tuple[str, ...]) -> Criterion | Group:
        self.used.add(name)
        if name in self.tests:
            if self.tests[name].supporting:
                self.reader.refuse(key, f"参考条件“{name}”不能参与判定", "去掉 supporting，或从规则中移出")
            return self.tests[name]
        if name in above:
            self.reader.refuse(key, f"条件组“{name}”引用了自己")
        if name not in self.groups:
            self.reader.refuse(key, f"没有条件或条件组“{name}”")
        return self.group(self.groups[name], f"group.{name}", (*above, name))

    def group(self, table: object, key: str, above: tuple[str, ...]) -> Group:
        if not isinstance(table, Mapping):
            self.reader.refuse(key, "应为一个表")
        self.reader.only(table, frozenset({"title", "all", "any", "none"}), key)
        parts = {
            way: tuple(self.node(n, f"{key}.{way}", above) for n in self.reader.words(table, way, key))
            for way in ("all", "any", "none")
        }
        if not any(parts.values()):
            self.reader.refuse(key, "条件组是空的")
        return Group(self.reader.text(table, "title", key, ""), parts["all"], parts["any"], parts["none"])


def parse_standard(data: Mapping[str, object], file: str) -> TierStandard:
    """One tier standard from its data (a TOML file read with exact decimals); RuleFileError with file, key and reason."""
    plain = _Reader(file, {})
    plain.only(data, frozenset({"standard", "citation", "test", "group", "rule"}), "")
    cited, groups, tests = data.get("citation", {}), data.get("group", {}), data.get("test", [])
    if not isinstance(cited, Mapping) or not isinstance(groups, Mapping) or not isinstance(tests, list):
        plain.refuse("", "citation 与 group 应为表，test 应为表的列表")
    citations: dict[str, Citation] = {}
    for name, table in cited.items():
        if not isinstance(table, Mapping):
            plain.refuse(f"citation.{name}", "应为一个表")
        citations[name] = citation_from(table, file, f"citation.{name}")
    reader = _Reader(file, citations)
    criteria: dict[str, Criterion] = {}
    for number, table in enumerate(tests, 1):
        made = _criterion(reader, table, number)
        if made.id in criteria or made.id in groups:
            reader.refuse(f"test.{made.id}", "编号重复")
        criteria[made.id] = made
    rule = _Rule(reader, criteria, groups)
    tree = rule.group(data.get("rule"), "rule", ())
    for name in (*criteria, *groups):
        if name not in rule.used and not (name in criteria and criteria[name].supporting):
            reader.refuse(name, "没有被规则引用", "请在 [rule] 或条件组中引用，或标 supporting = true")
    return _standard(reader, data.get("standard"), tree, tuple(c for c in criteria.values() if c.supporting))


def _standard(reader: _Reader, head: object, rule: Group, supporting: tuple[Criterion, ...]) -> TierStandard:
    if not isinstance(head, Mapping):
        reader.refuse("standard", "缺少 [standard]")
    reader.only(head, _STANDARD_KEYS, "standard")
    start = reader.day(head, "effective_from", "standard")
    end = reader.day(head, "effective_to", "standard") if "effective_to" in head else None
    if end is not None and end < start:
        reader.refuse("standard.effective_to", f"早于起始日 {start}")
    years = head.get("validity_years")
    if years is not None and (not isinstance(years, int) or isinstance(years, bool) or years < 1):
        reader.refuse("standard.validity_years", "应为不小于 1 的整数")
    return TierStandard(
        reader.text(head, "key", "standard"),
        reader.text(head, "tier", "standard"),
        reader.text(head, "title", "standard"),
        reader.text(head, "version", "standard"),
        DateRange(start, end),
        rule,
        supporting,
        reader.citation(head, "standard"),
        reader.file,
        years,
        reader.text(head, "reexamination", "standard", ""),
        reader.text(head, "list_name", "standard", ""),
        reader.words(head, "open_points", "standard"),
        reader.flag(head, "reference", "standard"),
    )
