"""勘误: what a published month said against what its figures say now, and what is no correction but later progress."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from zgc_desktop.domain.monthly import Erratum, MonthlyDocument
from zgc_desktop.domain.monthly_codes import figures
from zgc_desktop.domain.monthly_json import plain
from zgc_desktop.domain.periods import Month

_OF_THE_MONTH: Final = ("表1", "表3-1", "表3-2", "表4-1", "表5-1", "表5-2", "表5-3", "表6-1", "表7-1", "表8-1", "表9-1")
_PROGRESS: Final = ("迁移在办", "待判定线索")
"""Key figures that count what was open on a day: they move on after the month without anything having been wrong."""

PARTS: Final = {
    "missing": "未计入分园",
    "key_figures": "要情",
    "coordination": "提请协调事项",
    "sentences": "文字",
    "reporting": "报送情况",
    "stock": "企业增减平衡",
    "industries": "产业分布",
    "tax_history": "逐月税收",
    "move_matrix": "迁移矩阵",
    "cases": "迁移案件",
    "leads": "线索",
    "sharing": "税收分享",
    "tiers": "梯队增减",
    "tier_proposals": "梯队建议",
    "clusters": "组团",
    "unassigned": "待分配企业",
    "rules": "适用规则",
    "issues_by_park": "报送问题",
    "program_version": "程序版本",
    "office": "编制单位",
    "parks": "分园",
    "edited": "人工改写的文字",
    "space": "用地",
    "review": "准入与联合审议",
    "levels": "政策区建议",
    "area_levels": "政策区层次",
    "targets": "规划目标",
    "tasks": "跟踪任务",
    "zones": "片区",
    "parties": "分享方",
    "outside": "与外省市迁移",
    "edition": "版式",
}
_LATER: Final = frozenset(
    {
        "cases",
        "leads",
        "coordination",
        "sentences",
        "edited",
        "tier_proposals",
        "reporting",
        "issues_by_park",
        "tasks",
        "levels",
        "outside",
    }
)
"""Parts that also tell what was going on: they may move on after the month was published."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One place where a published document and its recomputation differ; ``correction`` = it belongs in 勘误."""

    place: str
    published: str
    now: str
    correction: bool = False

    @property
    def sentence(self) -> str:
        """``更正〔表3-1·昌平·月末〕：635家 → 636家``."""
        return f"{'更正' if self.correction else '变化'} {self.place}：{self.published} → {self.now}"


def told(published: MonthlyDocument, later: Iterable[Erratum] = ()) -> dict[str, str]:
    """What the office has said so far of a month: its issue, put right by the errata of later issues."""
    said = {code: f.text for code, f in figures(published).items() if _is_of_the_month(code)}
    return said | {e.code: e.new for e in later if e.issue == published.month}


def errata(
    month: Month, said: Mapping[str, str], now: MonthlyDocument, reasons: Mapping[str, str], default: str
) -> tuple[Erratum, ...]:
    """Every figure of a published month that reads differently now; ``reasons`` by code, else by row, or ``default``."""
    current = {code: f for code, f in figures(now).items() if _is_of_the_month(code)}
    settles = any(f.settles and said.get(code) != f.text for code, f in current.items())
    made = []
    for code in dict.fromkeys((*said, *current)):
        old, figure = said.get(code, "—"), current.get(code)
        new = figure.text if figure else "—"
        if old == new:
            continue
        reason = reasons.get(code) or reasons.get(code.strip("〔〕").split("·")[1], default)
        is_settled = figure.settles if figure else code.startswith("〔表5-")
        effect = "列入以前月份调整" if is_settled else "见表5各行" if settles and "税收" in code else "不影响结算"
        made.append(Erratum(month, code, old, new, reason, effect))
    return tuple(made)


def _is_of_the_month(code: str) -> bool:
    table, row, column = code.strip("〔〕").split("·", 2)
    if table == "表1":
        return column == "本月" and row not in _PROGRESS
    return table in _OF_THE_MONTH


def differences(published: MonthlyDocument, now: MonthlyDocument) -> tuple[Difference, ...]:
    """Every place where two documents of a month differ: coded figures by their code, the rest by its part and line."""
    old, new = figures(published), figures(now)
    found = []
    for code in dict.fromkeys((*old, *new)):
        a, b = old[code].text if code in old else "—", new[code].text if code in new else "—"
        if a != b:
            found.append(Difference(code, a, b, _is_of_the_month(code)))
    coded = {"key_figures", "stock", "industries", "move_matrix", "clusters"}
    ignored = {"fingerprint", "prepared_on", "state", "month", "errata", "issued_note", "left_out", "journal_head"}
    before, after = plain(published), plain(now)
    for name in before:
        if name in ignored or before[name] == after[name] or (name in coded and found):
            continue
        found += _unlike(PARTS.get(name, name), before[name], after[name], name not in _LATER)
    return tuple(found)


def _unlike(place: str, a: Any, b: Any, correction: bool) -> list[Difference]:
    """The smallest parts that differ, each with the way to it."""
    if isinstance(a, dict) and isinstance(b, dict):
        return [
            d
            for k in dict.fromkeys((*a, *b))
            if a.get(k) != b.get(k)
            for d in _unlike(f"{place}·{k}", a.get(k), b.get(k), correction)
        ]
    if isinstance(a, list) and isinstance(b, list) and len(a) == len(b):
        pairs = [(n, x, y) for n, (x, y) in enumerate(zip(a, b, strict=True)) if x != y]
        return [d for n, x, y in pairs for d in _unlike(f"{place}·{_name(x, n)}", x, y, correction)]
    if isinstance(a, list) and isinstance(b, list):
        gone, come = [x for x in a if x not in b], [y for y in b if y not in a]
        return [
            *(Difference(f"{place}·{_name(x, n)}", _text(x), "—", correction) for n, x in enumerate(gone)),
            *(Difference(f"{place}·{_name(y, n)}", "—", _text(y), correction) for n, y in enumerate(come)),
        ]
    return [Difference(place, _text(a), _text(b), correction)]


def _name(item: Any, n: int) -> str:
    if isinstance(item, dict):
        return str(next((item[k] for k in ("case_id", "park", "cluster", "company", "name", "key") if item.get(k)), n + 1))
    return str(item[0]) if isinstance(item, list) and item and isinstance(item[0], str) else str(n + 1)


def _text(value: Any) -> str:
    if value is None:
        return "—"
    if isinstance(value, dict):
        return "、".join(str(v) for v in value.values() if v not in (None, "", [], False))
    return "、".join(map(_text, value)) if isinstance(value, Sequence) and not isinstance(value, str) else str(value)
