"""版本比较 in 规则参数: two editions of rules of one kind side by side, value by value; shipped and the office's own alike."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from zgc_desktop.viewmodels.columns import Column, Mark
from zgc_desktop.viewmodels.rules import OFFICE, RuleItem, RuleValue

Change: TypeAlias = Literal["相同", "改动", "只在甲", "只在乙"]
CHANGE_MARKS: Final[dict[Change, Mark]] = {"相同": "tag", "改动": "warn", "只在甲": "info", "只在乙": "info"}


@dataclass(frozen=True, slots=True)
class Edition:
    """One version of one rule as it can be chosen: its kind, and how it is called."""

    item: RuleItem
    version: str
    label: str

    @property
    def family(self) -> str:
        return self.item.family

    @property
    def key(self) -> tuple[str, str, str]:
        return self.item.key, self.version, self.item.origin

    def values(self) -> dict[str, tuple[RuleValue, ...]]:
        """Its values by name. What is dated apart from the versions (a rate with days of its own) belongs to each of them."""
        found: dict[str, tuple[RuleValue, ...]] = {}
        for v in sorted(self.item.values, key=lambda v: str(v.since or "")):
            if v.version == self.version or v.version not in self.item.versions:
                found[v.name] = (*found.get(v.name, ()), v)
        return found


@dataclass(frozen=True, slots=True)
class ComparedValue:
    """One value in two editions; None = that edition does not state it."""

    name: str
    first: str | None
    second: str | None
    first_source: str
    second_source: str

    @property
    def change(self) -> Change:
        if self.first is None:
            return "只在乙"
        if self.second is None:
            return "只在甲"
        return "相同" if self.first == self.second else "改动"


def editions(in_use: Sequence[RuleItem], shipped: Sequence[RuleItem]) -> tuple[Edition, ...]:
    """Every version of every rule in use, and the shipped ones that files of the office stand in place of."""
    replaced = {i.key for i in in_use if i.origin == OFFICE}
    made = []
    for item in (*in_use, *(i for i in shipped if i.key in replaced)):
        whose = f"（{item.origin}）" if item.key in replaced else ""
        for version in item.versions or ("",):
            made.append(Edition(item, version, f"{item.title}{whose}　{version}".rstrip()))
    return tuple(made)


def worth_comparing(found: Sequence[Edition]) -> tuple[int, int]:
    """Which two to begin with: an office's file and what it replaces, else two versions of a rule, else the first two alike."""
    pairs = [(a, b) for a in range(len(found)) for b in range(len(found)) if a != b and found[a].family == found[b].family]
    same = [(a, b) for a, b in pairs if found[a].item.key == found[b].item.key]
    own = [(a, b) for a, b in same if found[a].item.origin != OFFICE and found[b].item.origin == OFFICE]
    return (own or [p for p in same if p[0] < p[1]] or pairs or [(0, 0)])[0]


def compared(first: Edition, second: Edition) -> tuple[ComparedValue, ...]:
    """Every value either states, in the order of the second and then of the first."""
    one, other = first.values(), second.values()
    pairs = ((name, one.get(name, ()), other.get(name, ())) for name in dict.fromkeys((*other, *one)))
    return tuple(ComparedValue(name, _text(a), _text(b), _source(a), _source(b)) for name, a, b in pairs)


def _text(values: Sequence[RuleValue]) -> str | None:
    said = ["未定" if v.undetermined else f"{v.text} {v.unit}".strip() for v in values]
    if len(values) < 2:
        return said[0] if said else None
    return "；".join(f"自 {v.since} {text}" if v.since else text for v, text in zip(values, said, strict=True))


def _source(values: Sequence[RuleValue]) -> str:
    return "；".join(dict.fromkeys(v.citation.short for v in values if v.citation is not None))


def sentence(lines: Sequence[ComparedValue]) -> str:
    """30 项，改动 2，只在甲 1，只在乙 0."""
    counts = {word: sum(1 for x in lines if x.change == word) for word in ("改动", "只在甲", "只在乙")}
    return f"{len(lines)} 项，" + "，".join(f"{word} {n}" for word, n in counts.items())


COLUMNS: Final[tuple[Column[ComparedValue], ...]] = (
    Column("name", "参数", lambda x: x.name, width=180),
    Column("first", "甲", lambda x: x.first, least=200, tip=lambda x: f"{x.first or '—'}\n{x.first_source}".strip()),
    Column("second", "乙", lambda x: x.second, least=200, tip=lambda x: f"{x.second or '—'}\n{x.second_source}".strip()),
    Column("first_source", "甲的依据", lambda x: x.first_source or None, width=170, tip=lambda x: x.first_source),
    Column("second_source", "乙的依据", lambda x: x.second_source or None, width=170, tip=lambda x: x.second_source),
    Column("change", "比较", lambda x: x.change, "badge", 96, mark=lambda x: CHANGE_MARKS[x.change], facet=True),
)
