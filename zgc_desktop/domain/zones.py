"""Zones (片区): parks grouped as a cited plan groups them, sums by zone, and the direction of moves between zones."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from zgc_desktop.domain.rulebook import Citation, RuleFileError
from zgc_desktop.domain.strict_table import StrictTable

OUTSIDE: Final = "未列入"
"""Parks a grouping names in no zone: shown as what they are, so that the zones and they add up to the whole."""


@dataclass(frozen=True, slots=True)
class Zone:
    """One zone and its parks."""

    name: str
    parks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Direction:
    """The way a plan wants companies to move, from zone to zone, and where it says so."""

    from_zone: str
    to_zone: str
    citation: str


@dataclass(frozen=True, slots=True)
class Grouping:
    """One way of grouping the parks; ``citation`` and ``note`` are printed below every table made of it."""

    key: str
    title: str
    zones: tuple[Zone, ...]
    citation: str
    note: str = ""
    direction: Direction | None = None

    def zone_of(self, park: str) -> str:
        """The zone of a park, or 未列入."""
        return next((z.name for z in self.zones if park in z.parks), OUTSIDE)

    def rows(self, parks: Sequence[str]) -> tuple[Zone, ...]:
        """The zones with the parks among these, in their order, then those in none; zones without any are left out."""
        named = [Zone(z.name, tuple(p for p in parks if p in z.parks)) for z in self.zones]
        rest = Zone(OUTSIDE, tuple(p for p in parks if self.zone_of(p) == OUTSIDE))
        return tuple(z for z in (*named, rest) if z.parks)


@dataclass(frozen=True, slots=True)
class ZoneMoves:
    """Landed moves between zones: (from zone, to zone, cases); those along the direction and those across zones."""

    pairs: tuple[tuple[str, str, int], ...]
    along: int
    across: int
    whole: int

    @property
    def share(self) -> Fraction | None:
        """Cases along the direction over all landed cases; None where none landed."""
        return Fraction(self.along, self.whole) if self.whole else None


def zone_moves(grouping: Grouping, matrix: Iterable[tuple[str, str, int]]) -> ZoneMoves:
    """A park-to-park matrix (from, to, cases) added up by zone."""
    counts: Counter[tuple[str, str]] = Counter()
    for a, b, n in matrix:
        counts[grouping.zone_of(a), grouping.zone_of(b)] += n
    way = grouping.direction
    along = counts[way.from_zone, way.to_zone] if way else 0
    across = sum(n for (a, b), n in counts.items() if a != b)
    pairs = tuple((a, b, n) for (a, b), n in sorted(counts.items()) if n)
    return ZoneMoves(pairs, along, across, sum(counts.values()))


def read_groupings(data: object, file: str, parks: Sequence[str]) -> tuple[Grouping, ...]:
    """Read the groupings; RuleFileError for an unknown park, one in two zones, or a missing citation."""
    table = StrictTable(file, "", data)
    found = tuple(_grouping(entry, parks) for entry in table.tables("grouping"))
    table.done()
    keys = [g.key for g in found]
    for key in keys:
        if keys.count(key) > 1:
            raise RuleFileError(file, key, "划分重复", "每个 key 只能用一次")
    return found


def _grouping(table: StrictTable, parks: Sequence[str]) -> Grouping:
    key, title, note = table.text("key"), table.text("title"), table.text("note", "")
    cited = _said(table.citation("citation"))
    zones, taken = [], dict[str, str]()
    for entry in table.tables("zone"):
        zone = Zone(entry.text("name"), entry.members("parks", parks, required=True))
        for park in zone.parks:
            if park in taken:
                raise entry.refuse("parks", f"{park}已在“{taken[park]}”", "一个分园在一种划分里至多属一个片区")
            taken[park] = zone.name
        entry.done()
        zones.append(zone)
    way = _direction(table.table("direction"), [z.name for z in zones]) if table.has("direction") else None
    table.done()
    return Grouping(key, title, tuple(zones), cited, note, way)


def _direction(table: StrictTable, names: Sequence[str]) -> Direction:
    found = Direction(table.choice("from", names), table.choice("to", names), _said(table.citation("citation")))
    table.done()
    return found


def _said(citation: Citation) -> str:
    """The citation as one text for print: 《title》 clause."""
    return f"《{citation.title}》{citation.clause}"
