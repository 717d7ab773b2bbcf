"""The entries of the plan's catalogue (目录条目): parks, districts, clusters, industries, modes, carriers, contradictions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from zgc_desktop.domain.rulebook import Citation


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What every entry carries: the days it holds for (both ends included) and where it is written."""

    name: str
    since: date
    until: date | None
    citation: Citation
    note: str = ""

    def in_force(self, day: date) -> bool:
        return self.since <= day and (self.until is None or day <= self.until)


@dataclass(frozen=True, slots=True)
class Alias:
    """Another way of writing a name (别名) and where that writing comes from."""

    name: str
    where: str


@dataclass(frozen=True, slots=True, kw_only=True)
class District(Entry):
    """A party to sharing (分享方): a district, or 北京经济技术开发区, which is not one and has no GB/T 2260 code."""

    administrative: bool
    code: str
    old_codes: tuple[str, ...]
    registry_codes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Park(Entry):
    """A park (分园): where it lies, which party it settles as; ``zone`` is empty where the plan does not say."""

    short: str
    districts: tuple[str, ...]
    party: str
    zone: str
    aliases: tuple[Alias, ...]
    aliases_alone: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """A place a cluster covers (涵盖地块), and how addresses write it; no writing where the plan's words are too general."""

    name: str
    keywords: tuple[str, ...]
    basis: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Cluster(Entry):
    """A cluster (组团). ``focus``, ``covers`` and ``positioning`` quote the plan.

    ``industries`` is what the plan prints: for two clusters it holds 产业研发, which chapter 2 does not know.
    """

    park: str
    industries: tuple[str, ...]
    covers: str
    focus: str
    positioning: str
    places: tuple[Place, ...]
    modes: tuple[str, ...]
    carriers: tuple[str, ...]
    aliases: tuple[Alias, ...]
    aliases_in_park: tuple[Alias, ...]


@dataclass(frozen=True, slots=True)
class Layout:
    """Where the plan puts an industry or one of its fields (布局区); ``area`` is what it does not bring down to districts."""

    field: str
    districts: tuple[str, ...]
    area: str
    quote: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Industry(Entry):
    """An industry of chapter 2 (产业) with its fields (领域) and district layout."""

    short: str
    group: str
    fields: tuple[str, ...]
    layouts: tuple[Layout, ...]
    aliases: tuple[Alias, ...]

    @property
    def districts(self) -> frozenset[str]:
        """Every district or party chapter 2 names for the industry or one of its fields."""
        return frozenset(name for layout in self.layouts for name in layout.districts)


@dataclass(frozen=True, slots=True, kw_only=True)
class FutureIndustry(Entry):
    """One of the six future industries (未来产业): a second tag, never a cluster's focus."""

    quote: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OlderIndustry(Entry):
    """An industry cluster of the 2011 outline (旧称) and the industries it is read as today, the main one first."""

    now: tuple[str, ...]
    quote: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Mode(Entry):
    """A development mode (发展模式) of chapter 4; ``quote`` is the sentence naming the clusters guided to it."""

    text: str
    quote: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Carrier(Entry):
    """A kind of carrier (产业载体); ``open_list`` where the plan ends its list with 等."""

    open_list: bool
    quote: str


@dataclass(frozen=True, slots=True)
class CitedPlace:
    """One of the places that disagree: the document with its clause, and its words."""

    citation: Citation
    quote: str


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Where the plan disagrees with itself or its forerunner (口径差异); no ruling until the office gives one."""

    code: str
    kind: str
    text: str
    places: tuple[CitedPlace, ...]
    effect: str
    clusters: tuple[str, ...]
    parks: tuple[str, ...]
    industry: str
    office_ruling: str
    ruled_on: date | None
    since: date


@dataclass(frozen=True, slots=True)
class CodeRule:
    """A GB/T 4754 code, and everything below it, read as one industry (默认对照); the longest code wins."""

    code: str
    industry: str
    note: str
    citation: Citation
