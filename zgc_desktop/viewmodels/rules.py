"""How 规则参数 reads: every dated value with its citation and state, its timeline, and where the plan disagrees."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal, TypeAlias, TypeVar

from zgc_desktop.domain.catalogue import Catalogue
from zgc_desktop.domain.catalogue_entries import Contradiction, Entry
from zgc_desktop.domain.indicators import Limits
from zgc_desktop.domain.matching import Scoring
from zgc_desktop.domain.periods import DateRange
from zgc_desktop.domain.rulebook import CONFIDENCE, Citation
from zgc_desktop.domain.sharing.rule import Rate, SharingRule
from zgc_desktop.domain.tier_decisions import Ladder
from zgc_desktop.domain.tiers import TierStandard, criteria_of
from zgc_desktop.figures.timeline import Span
from zgc_desktop.viewmodels.columns import MISSING, Cell, Column, Mark
from zgc_desktop.viewmodels.sharing import rule_lines

E = TypeVar("E", bound=Entry)
OFFICE: Final = "本办"
SHIPPED: Final = "随程序"
State: TypeAlias = Literal["在用", "未定", "参考", "未生效", "已失效"]
STATE_MARKS: Final[Mapping[str, Mark]] = {"在用": "pass", "未定": "warn", "参考": "tag", "未生效": "info", "已失效": "none"}
UNDETERMINED: Final = "未定"


@dataclass(frozen=True, slots=True)
class RuleValue:
    """One value of one version of a rule: name, value in words with its unit, first and last day in force, where written.

    ``citation`` None: written nowhere. ``since`` None: the rule names no day. ``undetermined``: the rule says it is open.
    """

    name: str
    text: str
    unit: str
    since: date | None
    until: date | None
    citation: Citation | None
    version: str
    note: str = ""
    undetermined: bool = False

    def in_force(self, day: date) -> bool:
        """Whether it holds on a day."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


@dataclass(frozen=True, slots=True)
class RuleItem:
    """One rule with all its versions. ``origin`` says whether the office's own file stands in place of the shipped one."""

    key: str
    family: str
    title: str
    file: str
    origin: str
    versions: tuple[str, ...]
    values: tuple[RuleValue, ...]
    open_points: tuple[str, ...] = ()
    reference: bool = False

    def names(self) -> tuple[str, ...]:
        """The names of its values, each once, in the rule's order."""
        return tuple(dict.fromkeys(v.name for v in self.values))

    def timeline(self, name: str) -> tuple[RuleValue, ...]:
        """All values of one name, oldest first."""
        return tuple(sorted((v for v in self.values if v.name == name), key=lambda v: v.since or date.min))


@dataclass(frozen=True, slots=True)
class ValueLine:
    """A value as its line shows it on a day, with its state, and how many values its timeline has."""

    value: RuleValue
    state: State
    changes: int


def state_of(value: RuleValue, day: date, *, reference: bool = False) -> State:
    """What a value is on a day: 未定 outweighs being in force, a rule for comparison only is 参考."""
    if value.undetermined or (value.citation is not None and value.citation.confidence == "unknown"):
        return "未定"
    if value.since is not None and day < value.since:
        return "未生效"
    if value.until is not None and day > value.until:
        return "已失效"
    return "参考" if reference else "在用"


def value_lines(rule: RuleItem, day: date) -> tuple[ValueLine, ...]:
    """Each value once: the one in force on the day, else the next to come, else the last there was."""
    found = []
    for name in rule.names():
        dated = rule.timeline(name)
        now = next((v for v in reversed(dated) if v.in_force(day)), None)
        later = next((v for v in dated if v.since is not None and v.since > day), None)
        shown = now or later or dated[-1]
        found.append(ValueLine(shown, state_of(shown, day, reference=rule.reference), len(dated)))
    return tuple(found)


def spans(rule: RuleItem, name: str, day: date) -> tuple[Span, ...]:
    """The timeline of one value as bars."""
    return tuple(
        Span(v.version, f"{v.text}{f' {v.unit}' if v.unit else ''}", v.since, v.until, v.in_force(day))
        for v in rule.timeline(name)
    )


# ---- one rule from each kind ---------------------------------------------------------------------------------------------


def sharing_items(rules: Iterable[SharingRule], origin: Callable[[str], str], default: str) -> tuple[RuleItem, ...]:
    """The sharing rules, one item a key with all its versions; those that are not the ``default`` are for comparison."""
    by_key: dict[str, list[SharingRule]] = {}
    for rule in rules:
        by_key.setdefault(rule.key, []).append(rule)
    found = []
    for key, versions in by_key.items():
        last = versions[-1]
        values = tuple(v for rule in versions for v in _sharing_values(rule))
        names = tuple(str(r.effective_from or UNDETERMINED) for r in versions)
        item = RuleItem(
            key, "税收分享", last.title, last.file, origin(last.file), names, values, last.open_points, key != default
        )
        found.append(item)
    return tuple(found)


def _sharing_values(rule: SharingRule) -> list[RuleValue]:
    version = str(rule.effective_from) if rule.effective_from else ""
    values = []
    for line in rule_lines(rule):
        rates = {"local_share": rule.local_share, "district_share": rule.district_share}.get(line.key)
        if rates:
            values += [_rate(line.name, kind, rate, rule, line.key) for kind, many in rates.items() for rate in many]
            continue
        open_ = line.key in rule.undetermined
        cited = None if open_ else rule.citation(line.key)
        note = line.clause if open_ else cited.note if cited else ""
        since, until = rule.effective_from, rule.effective_to
        values.append(RuleValue(line.name, line.value, "", since, until, cited, version, note, open_))
    return values


def _rate(name: str, kind: str, rate: Rate, rule: SharingRule, key: str) -> RuleValue:
    share = f"{float(rate.ratio * 100):g} %"
    return RuleValue(f"{name}·{kind}", share, "", rate.start, rate.end, rate.citation or rule.citation(key), str(rate.start))


def tier_items(standards: Iterable[TierStandard], origin: Callable[[str], str]) -> tuple[RuleItem, ...]:
    """The tier standards, one item a key with all its versions."""
    by_key: dict[str, list[TierStandard]] = {}
    for each in standards:
        by_key.setdefault(each.key, []).append(each)
    found = []
    for key, versions in by_key.items():
        ordered = sorted(versions, key=lambda s: s.days.start)
        last = ordered[-1]
        values = tuple(v for s in ordered for v in _standard_values(s))
        names = tuple(s.version for s in ordered)
        item = RuleItem(
            key, "梯队标准", last.title, last.file, origin(last.file), names, values, last.open_points, last.reference
        )
        found.append(item)
    return tuple(found)


def _standard_values(s: TierStandard) -> list[RuleValue]:
    days: DateRange = s.days
    years = "" if s.validity_years is None else str(s.validity_years)
    validity = RuleValue(
        "认定有效期",
        years or "未载明",
        "年" if years else "",
        days.start,
        days.end,
        s.citation,
        s.version,
        undetermined=not years,
    )
    deciding = {c.id: c for c in criteria_of(s.rule)}
    made = [(c.title, c) for c in deciding.values()] + [(f"〔参考〕{c.title}", c) for c in s.supporting]
    tests = [RuleValue(n, c.threshold, "", days.start, days.end, c.citation, s.version, c.note) for n, c in made]
    return [*tests, validity]


def other_items(ladder: Ladder, scoring: Scoring, limits: Limits, origin: Callable[[str], str]) -> tuple[RuleItem, ...]:
    """The ladder, the weights of matching and the limits of the cluster figures: conventions of this system, undated."""
    steps: dict[int, list[str]] = {}
    for tier, step in ladder.step.items():
        steps.setdefault(step, []).append(tier)
    ladder_values = [(f"第 {n} 级", "、".join(steps[step]), "") for n, step in enumerate(sorted(steps), start=1)]
    weights = [
        ("定位相符", str(scoring.field), "分"),
        ("发展模式相符", str(scoring.mode), "分"),
        ("载体相符", str(scoring.carrier), "分"),
        ("准入标准相符", str(scoring.admission), "分"),
        ("留在原址", str(scoring.stay), "分"),
        ("值得建议的最低分", str(scoring.least), "分"),
    ]
    bounds = [
        ("显示区位商的企业下限", str(limits.floor), "家"),
        ("分园主导产业不超过", str(limits.leading_industries), "个"),
        ("一个细分领域不超过", str(limits.parks_a_niche), "个分园"),
    ]
    return (
        _plain("steps", "梯队阶梯", "梯队阶梯次序", "ladder/steps.toml", ladder_values, ladder.citation, origin),
        _plain("scoring", "组团匹配", "供需匹配打分", "placement/scoring.toml", weights, scoring.citation, origin),
        _plain("limits", "组团匹配", "组团指标参数", "placement/limits.toml", bounds, limits.citation, origin),
    )


def _plain(
    key: str,
    family: str,
    title: str,
    file: str,
    values: Sequence[tuple[str, str, str]],
    citation: Citation,
    origin: Callable[[str], str],
) -> RuleItem:
    made = tuple(RuleValue(n, t, unit, citation.date, None, citation, "现行") for n, t, unit in values)
    return RuleItem(key, family, title, file, origin(file), ("现行",), made)


def catalogue_items(catalogue: Catalogue, origin: Callable[[str], str]) -> tuple[RuleItem, ...]:
    """The catalogue's lists as rules: parks, clusters, industries, modes, carriers, each entry a dated value."""
    c = catalogue
    return (
        _listed("parks", "分园", c.parks.values(), lambda p: "、".join(p.districts), origin),
        _listed(
            "clusters", "组团", c.clusters.values(), lambda x: f"{x.park}；{'、'.join(x.industries)}；{_modes(x.modes)}", origin
        ),
        _listed("industries", "产业领域", c.industries.values(), lambda i: "、".join(i.fields) or i.group, origin),
        _listed("modes", "发展模式", c.modes.values(), lambda m: m.text, origin),
        _listed("carriers", "载体", c.carriers.values(), lambda x: x.quote, origin),
    )


def _modes(modes: Sequence[str]) -> str:
    return "、".join(modes) or "模式未载明"


def _listed(stem: str, title: str, entries: Iterable[E], words: Callable[[E], str], origin: Callable[[str], str]) -> RuleItem:
    listed = list(entries)
    values = tuple(RuleValue(e.name, words(e), "", e.since, e.until, e.citation, "规划", e.note) for e in listed)
    file = f"catalogue/{stem}.toml"
    return RuleItem(stem, "规划目录", f"{title} {len(listed)}", file, origin(file), ("规划",), values)


# ---- tables ----------------------------------------------------------------------------------------------------------------


def confidence_mark(c: Citation | None) -> Mark:
    """✓ only for what was checked against the original."""
    if c is None or c.confidence == "unknown":
        return "warn"
    return "pass" if c.confidence == "original" else "tag" if c.confidence == "design" else "none"


def confidence_word(c: Citation | None) -> str:
    """How surely a value is known."""
    return CONFIDENCE[c.confidence] if c is not None else CONFIDENCE["unknown"]


def rule_state(rule: RuleItem, day: date) -> str:
    """在用 3 版, 未定 2 项 …: what the list says at the right."""
    lines = value_lines(rule, day)
    open_ = sum(line.state == "未定" for line in lines)
    if open_:
        return f"未定 {open_}"
    if rule.reference:
        return "参考"
    return "在用" if any(line.state == "在用" for line in lines) else lines[0].state if lines else UNDETERMINED


def rule_columns(day: Callable[[], date]) -> tuple[Column[RuleItem], ...]:
    """Columns of the list of rules; ``day`` is the day states are told for."""

    def mark(rule: RuleItem) -> Mark:
        said = rule_state(rule, day())
        return "warn" if said.startswith("未定") else STATE_MARKS.get(said, "none")

    return (
        Column("title", "规则", lambda r: r.title, "link", least=150, tip=lambda r: f"{r.title}　{r.file}"),
        Column("family", "类别", lambda r: r.family, width=72, tone="text2", facet=True),
        Column("origin", "来源", lambda r: r.origin, width=60, tone="text2", facet=True, hidden=True),
        Column("state", "状态", lambda r: rule_state(r, day()), "badge", 88, mark=mark),
    )


def _since(line: ValueLine) -> str:
    return str(line.value.since) if line.value.since else UNDETERMINED


def _source(line: ValueLine) -> str | None:
    c = line.value.citation  # the clause first: it is what differs from line to line
    return f"{c.clause} {c.number or f'《{c.title}》'}".strip() if c else None


def _source_tip(line: ValueLine) -> str:
    c = line.value.citation
    return "\n".join(citation_words(c)) if c is not None else line.value.note


VALUE_COLUMNS: Final[tuple[Column[ValueLine], ...]] = (
    Column("name", "参数", lambda v: v.value.name, width=170, tip=lambda v: v.value.name),
    Column("text", "值", lambda v: v.value.text, least=150, bold=True, tip=lambda v: v.value.text),
    Column("unit", "单位", lambda v: v.value.unit or None, width=62, tone="text2"),
    Column("since", "生效", _since, "date", 92),
    Column("until", "失效", lambda v: str(v.value.until) if v.value.until else None, "date", 92),
    Column("source", "依据", _source, least=120, tone="text2", tip=_source_tip),
    Column("state", "状态", lambda v: v.state, "badge", 88, mark=lambda v: STATE_MARKS[v.state]),
)  # fmt: skip


def citation_words(c: Citation) -> tuple[str, ...]:
    """A citation line by line: title, issuer and number, date and clause, how surely and when it was checked, note."""
    checked = f"，核对于 {c.checked_on}" if c.checked_on else ""
    lines = (
        f"《{c.title}》",
        "　".join(p for p in (c.issuer, c.number, str(c.date) if c.date else "") if p),
        c.clause,
        f"{CONFIDENCE[c.confidence]}{checked}",
        c.note,
    )
    return tuple(line for line in lines if line)


def citation_facts(value: RuleValue) -> tuple[tuple[str, str], ...]:
    """(what, said) of a value's source; 未定 where nothing is written."""
    c = value.citation
    days = f"{value.since or UNDETERMINED} 至 {value.until or '今'}"
    if c is None:
        return ("有效", days), ("出处", "没有出处"), ("说明", value.note or MISSING)
    facts = (
        ("有效", days),
        ("文件", f"《{c.title}》"),
        ("发文", "　".join(p for p in (c.issuer, c.number, str(c.date) if c.date else "") if p)),
        ("条款", c.clause),
        ("核对", f"{CONFIDENCE[c.confidence]}{f'，{c.checked_on}' if c.checked_on else ''}"),
        ("说明", c.note if value.note in ("", c.note) else f"{value.note}；{c.note}".strip("；")),
    )
    return tuple((what, said) for what, said in facts if said)


# ---- contradictions --------------------------------------------------------------------------------------------------------


def _ruling_cell(c: Contradiction) -> Cell:
    if not c.office_ruling:
        return Cell(
            "未裁定", "badge", "none", tip="在本办规则文件夹 catalogue/contradictions.toml 填写 office_ruling 和 ruled_on"
        )
    return Cell(f"已裁定 {c.ruled_on or ''}".strip(), "badge", "pass", tip=c.office_ruling)


def _concerned(c: Contradiction) -> str:
    return "、".join(c.clusters or c.parks)


CONTRADICTION_COLUMNS: Final[tuple[Column[Contradiction], ...]] = (
    Column("code", "编号", lambda c: c.code, "code", 64),
    Column("kind", "类别", lambda c: c.kind, width=170, facet=True),
    Column("text", "内容", lambda c: c.text, least=240, tip=lambda c: c.text),
    Column("who", "涉及", lambda c: _concerned(c) or None, width=170, tip=_concerned),
    Column(
        "ruling", "裁定", lambda c: "已裁定" if c.office_ruling else "未裁定", "badge", 140, cell=_ruling_cell, facet=True
    ),
)  # fmt: skip


def contradiction_sentence(found: Sequence[Contradiction]) -> str:
    """How many there are and how many the office has ruled on."""
    ruled = sum(bool(c.office_ruling) for c in found)
    return f"{len(found)} 处，已裁定 {ruled}，未裁定 {len(found) - ruled}；只提示，不据以退回报送"
