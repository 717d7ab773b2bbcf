"""Positions and gaps (产业定位、产业缺口): how far a park's industries are towards 千亿 and 百亿, and what clusters still lack.

Sources: plan 2018–2035, 2.5 (千亿级优势主导产业、百亿级重点培育产业) and 4.4 (补充式、填空式招引).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from typing import Final

from zgc_desktop.domain.areas import Area
from zgc_desktop.domain.catalogue import Catalogue
from zgc_desktop.domain.money import UNIT_FEN, Fen

GOALS: Final = {"千亿级": 1000 * UNIT_FEN["亿元"], "百亿级": 100 * UNIT_FEN["亿元"]}
FILL, COMPLETE = "填空式", "补充式"
"""填空式: a planned industry without any company. 补充式: it has companies, but fields of it have none."""


@dataclass(frozen=True, slots=True)
class Position:
    """One industry a park is positioned on: its level, and the running revenue of the park's companies in it, in 分.

    ``total`` None = the park's month is not in or nobody stated it; ``stated`` of ``companies`` stated it.
    """

    park: str
    industry: str
    level: str
    total: Fen | None
    companies: int
    stated: int
    source: str
    entry: int = 0

    @property
    def goal(self) -> Fen:
        """What its level means in revenue a year."""
        return GOALS[self.level]

    @property
    def share(self) -> Fraction | None:
        """How far it has come; None where nothing was stated."""
        return None if self.total is None else Fraction(self.total, self.goal)


@dataclass(frozen=True, slots=True)
class Gap:
    """What one cluster lacks of one planned industry: which way of attracting it calls for, and which fields have nobody.

    ``unnamed`` companies state the industry without a field, so a field listed here may still be theirs.
    """

    cluster: str
    park: str
    industry: str
    kind: str
    companies: int
    unnamed: int
    fields: tuple[str, ...]
    modes: tuple[str, ...]
    carriers: tuple[str, ...]
    free: Area | None = None
    wishes: tuple[str, ...] = ()
    """Companies of this industry that wrote that they look for room."""


def gaps(members: Iterable[tuple[str, str]], catalogue: Catalogue) -> tuple[Gap, ...]:
    """The gaps of every cluster with a planned industry, from (cluster, industry as stated) of the companies that count."""
    named: dict[tuple[str, str], list[str]] = {}
    find = cache(catalogue.industry_and_field)  # thousands of companies state the same few texts
    for where, text in members:
        known = find(text)
        if known is not None:
            named.setdefault((where, known[0].name), []).append(known[1])
    found = []
    for cluster in catalogue.clusters.values():
        for name in cluster.industries:
            if name not in catalogue.industries:
                continue
            fields = named.get((cluster.name, name), [])
            missing = tuple(f for f in catalogue.industries[name].fields if f not in fields)
            if missing:
                kind = COMPLETE if fields else FILL
                unnamed = sum(1 for f in fields if not f)
                found.append(
                    Gap(cluster.name, cluster.park, name, kind, len(fields), unnamed, missing, cluster.modes, cluster.carriers)
                )
    return tuple(found)
