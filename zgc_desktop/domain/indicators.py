"""Indicators of clusters and parks: location quotient (区位商), shift-share (偏离份额), similarity, leading industries.

Exact fractions throughout; below a floor of companies an indicator is withheld (n小), never shown as if it meant something.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from zgc_desktop.domain.catalogue import Catalogue
from zgc_desktop.domain.rulebook import Citation
from zgc_desktop.domain.strict_table import StrictTable


@dataclass(frozen=True, slots=True)
class Limits:
    """The floor of companies below which nothing is shown, and how many leading industries and parks are meant to be enough."""

    floor: int
    leading_industries: int
    parks_a_niche: int
    citation: Citation


@dataclass(frozen=True, slots=True)
class Quotient:
    """How much stronger an industry is in an area than everywhere (1 = the same); None = withheld, ``n`` below the floor."""

    area: str
    industry: str
    n: int
    here: int
    value: Fraction | None


@dataclass(frozen=True, slots=True)
class ShiftShare:
    """An area's change split in three that add up to it: growth of all, its mix of industries, its own part.

    ``None`` where withheld. ``unsplit`` is the change in industries that did not exist before, held in ``own``.
    """

    area: str
    n: int
    before: int
    after: int
    overall: Fraction | None
    mix: Fraction | None
    own: Fraction | None
    unsplit: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Similarity:
    """How far two parks have the same structure: the share of companies in common industries, 0 to 1; None = withheld."""

    first: str
    second: str
    n: int
    value: Fraction | None


@dataclass(frozen=True, slots=True)
class Finding:
    """A park with more leading industries, or an industry in more parks, than the limit: a hint, never a refusal."""

    kind: str
    subject: str
    found: tuple[str, ...]
    limit: int
    citation: Citation

    @property
    def sentence(self) -> str:
        """The finding in words with its source."""
        what = "主导产业" if self.kind == "park" else "分园布局"
        return (
            f"{self.subject}有 {len(self.found)} 个{what}（{'、'.join(self.found)}），"
            f"超过一般不超过 {self.limit} 个的要求〔{self.citation.short}〕。"
        )


def read_limits(data: object, file: str) -> Limits:
    """The limits from their file; RuleFileError for a missing citation, an unknown key, a number out of range."""
    table = StrictTable(file, "", data)
    made = Limits(
        table.whole("floor", 1, 100_000),
        table.whole("leading_industries", 1, 100),
        table.whole("parks_a_niche", 1, 100),
        table.citation("citation"),
    )
    table.done()
    return made


def quotients(members: Iterable[tuple[str, str]], floor: int) -> tuple[Quotient, ...]:
    """The location quotients of (area, industry) pairs, one pair a company whose industry is known."""
    pairs = Counter(members)
    areas, industries, total = Counter[str](), Counter[str](), sum(pairs.values())
    for (area, industry), count in pairs.items():
        areas[area] += count
        industries[industry] += count
    return tuple(
        Quotient(
            area, industry, areas[area], count,
            Fraction(count * total, areas[area] * industries[industry]) if areas[area] >= floor else None,
        )
        for (area, industry), count in pairs.items()
    )  # fmt: skip


Amounts = Mapping[tuple[str, str], int]
"""Companies, or money in 分, by (area, industry)."""


def shift_share(before: Amounts, after: Amounts, companies: Mapping[str, int], floor: int) -> tuple[ShiftShare, ...]:
    """Every area's change between two months, split; withheld below ``floor`` companies or where there was nothing before."""
    total_before, total_after = sum(before.values()), sum(after.values())
    by_industry = _by_industry(before), _by_industry(after)
    areas = dict.fromkeys(area for area, _ in (*before, *after))
    return tuple(
        _split(area, before, after, by_industry, (total_before, total_after), companies.get(area, 0), floor) for area in areas
    )


def _by_industry(amounts: Amounts) -> Counter[str]:
    found = Counter[str]()
    for (_, industry), amount in amounts.items():
        found[industry] += amount
    return found


def _split(
    area: str,
    before: Amounts,
    after: Amounts,
    by_industry: tuple[Mapping[str, int], Mapping[str, int]],
    totals: tuple[int, int],
    n: int,
    floor: int,
) -> ShiftShare:
    industries = sorted({i for a, i in (*before, *after) if a == area})
    first = {i: before.get((area, i), 0) for i in industries}
    last = {i: after.get((area, i), 0) for i in industries}
    sums = sum(first.values()), sum(last.values())
    if n < floor or totals[0] <= 0 or sums[0] <= 0:
        return ShiftShare(area, n, *sums, None, None, None)
    growth = Fraction(totals[1], totals[0]) - 1
    overall, mix, own, unsplit = Fraction(0), Fraction(0), Fraction(0), []
    for industry in industries:
        was, now = by_industry[0].get(industry, 0), by_industry[1].get(industry, 0)
        overall += first[industry] * growth
        if was <= 0:
            # An industry that was nowhere has no growth of its own to compare with.
            unsplit.append(industry)
            own += last[industry] - first[industry] * (1 + growth)
            continue
        pace = Fraction(now, was) - 1
        mix += first[industry] * (pace - growth)
        own += last[industry] - first[industry] * (1 + pace)
    return ShiftShare(area, n, *sums, overall, mix, own, tuple(unsplit))


def similarities(members: Iterable[tuple[str, str]], parks: Sequence[str], floor: int) -> tuple[Similarity, ...]:
    """Every pair of parks: the overlap of their structures. ``members`` as for ``quotients``."""
    structure: dict[str, Counter[str]] = {park: Counter() for park in parks}
    for park, industry in members:
        if park in structure:
            structure[park][industry] += 1
    found = []
    for i, first in enumerate(parks):
        for second in parks[i + 1 :]:
            a, b = structure[first], structure[second]
            sizes = a.total(), b.total()
            n = min(sizes)
            value = None
            if n >= floor:
                value = sum((min(Fraction(a[x], sizes[0]), Fraction(b[x], sizes[1])) for x in a), Fraction(0))
            found.append(Similarity(first, second, n, value))
    return tuple(found)


def leading_findings(catalogue: Catalogue, limits: Limits) -> tuple[Finding, ...]:
    """Parks whose clusters have more planned industries than the limit, and industries planned in more parks than the limit."""
    by_park: dict[str, dict[str, None]] = {park: {} for park in catalogue.parks}
    by_industry: dict[str, dict[str, None]] = {}
    for cluster in catalogue.clusters.values():
        for industry in cluster.industries:
            if industry in catalogue.industries:
                by_park[cluster.park][industry] = None
                by_industry.setdefault(industry, {})[cluster.park] = None
    parks = [("park", p, tuple(found), limits.leading_industries) for p, found in by_park.items()]
    industries = [("industry", i, tuple(found), limits.parks_a_niche) for i, found in by_industry.items()]
    return tuple(Finding(*each, limits.citation) for each in (*parks, *industries) if len(each[2]) > each[3])
