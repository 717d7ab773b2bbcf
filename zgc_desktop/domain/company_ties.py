"""Companies tied to each other across parks (企业联系): circles, headquarters and sites, graduates, and the older fields.

Whatever the ties, a company is counted once: in the park it stands in on the month's last day, and once in the sum of all
circles however many it belongs to. Sources: plan 2018–2035 4.5, 4.6, 5.6; plan 2011–2020 四(三) and 八(三)1.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from zgc_desktop.domain.catalogue_entries import OlderIndustry
from zgc_desktop.domain.money import Fen
from zgc_desktop.domain.placement import Group
from zgc_desktop.domain.registers import Entry

ELSEWHERE: Final = "未落户本市"
UNKNOWN: Final = "落户未登记"
TIES: Final = frozenset({"circles", "sites", "graduates"})
"""Registers that tie companies to each other."""


@dataclass(frozen=True, slots=True)
class Member:
    """A company of the month's ledger as the registers name it: where it counts, and what it reported (None = nothing)."""

    credit_code: str
    name: str
    park: str
    cluster: str
    revenue_fen: Fen | None
    tax_fen: Fen | None


@dataclass(frozen=True, slots=True)
class Tally:
    """Companies together, each once: how many, in which parks, revenue and tax of those that stated it (None = nobody)."""

    companies: int
    parks: tuple[str, ...]
    revenue_fen: Fen | None
    tax_fen: Fen | None


@dataclass(frozen=True, slots=True)
class Circle:
    """A leader's circle (领军企业生态圈): the leader, its members in the ledger by relation, and those not in the ledger."""

    leader: str
    code: str
    tally: Tally
    relations: tuple[tuple[str, int], ...]
    absent: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Headquarters:
    """A headquarters with sites in other parks; it counts at home only."""

    name: str
    home: str
    sites: tuple[tuple[str, str, str], ...]
    """(park, what is done there, people as registered)."""


@dataclass(frozen=True, slots=True)
class Graduates:
    """Graduates of one incubator: where they went, and how many of those stand in the ledger there."""

    incubator: str
    went: tuple[tuple[str, int, int], ...]
    """(cluster, graduates, of them in the ledger in that cluster this month)."""

    @property
    def whole(self) -> int:
        return sum(n for _, n, _ in self.went)


@dataclass(frozen=True, slots=True)
class FieldLine:
    """One field of 2019 with the clusters of 2011 read as it: the main ones, those that touch it, and its companies."""

    industry: str
    older: tuple[str, ...]
    touching: tuple[str, ...]
    tally: Tally


@dataclass(frozen=True, slots=True)
class CompanyTies:
    """All four, and every circle together with each company once."""

    circles: tuple[Circle, ...]
    together: Tally
    headquarters: tuple[Headquarters, ...]
    graduates: tuple[Graduates, ...]
    fields: tuple[FieldLine, ...]
    whole: Tally


def tally(companies: Iterable[Member]) -> Tally:
    """The sum of these companies, each code once, parks in the order of how many stand there."""
    mine = {c.credit_code: c for c in companies}
    revenue = [c.revenue_fen for c in mine.values() if c.revenue_fen is not None]
    tax = [c.tax_fen for c in mine.values() if c.tax_fen is not None]
    parks = Counter(c.park for c in mine.values())
    return Tally(
        len(mine), tuple(p for p, _ in parks.most_common()), sum(revenue) if revenue else None, sum(tax) if tax else None
    )


def tally_of(groups: Iterable[Group]) -> Tally:
    """The sum of groups of the month's companies, parks in the order of how many stand there."""
    parks, revenue, tax = Counter[str](), list[Fen](), list[Fen]()
    for g in sorted(groups, key=lambda g: g.park):
        parks[g.park] += g.companies
        revenue += [g.revenue_fen] if g.revenue_fen is not None else []
        tax += [g.tax_fen] if g.tax_fen is not None else []
    whole = tuple(p for p, _ in parks.most_common())
    return Tally(parks.total(), whole, sum(revenue) if revenue else None, sum(tax) if tax else None)


def asked_for(entries: Iterable[Entry]) -> frozenset[str]:
    """The codes and names by which the registers of ties name companies: only these are looked up."""
    told = {e.subject.strip() for e in entries if e.kind in TIES}
    return frozenset(told | {e.value("leader").strip().upper() for e in entries if e.kind == "circles"})


class Ledger:
    """Companies of the month by code and by name; a name two companies bear names neither."""

    def __init__(self, companies: Sequence[Member]) -> None:
        self._codes = {c.credit_code: c for c in companies}
        names = Counter(c.name for c in companies)
        self._names = {c.name: c for c in companies if names[c.name] == 1}

    def find(self, told: str) -> Member | None:
        """The company a register names by code or by name."""
        return self._codes.get(told.strip().upper()) or self._names.get(told.strip())


def circles(entries: Sequence[Entry], ledger: Ledger) -> tuple[tuple[Circle, ...], Tally]:
    """Every circle, and all of them together with each company once."""
    by_leader: dict[str, list[Entry]] = defaultdict(list)
    for e in entries:
        by_leader[e.value("leader").strip().upper()].append(e)
    found, everyone = [], list[Member]()
    for code, own in sorted(by_leader.items()):
        leader = ledger.find(code)
        members = {e.subject: ledger.find(e.subject) for e in own}
        inside = [c for c in (leader, *members.values()) if c is not None]
        everyone += inside
        relations = Counter(e.value("relation") for e in own)
        absent = tuple(name for name, c in members.items() if c is None)
        name = leader.name if leader else code
        found.append(Circle(name, code, tally(inside), tuple(relations.most_common()), absent))
    return tuple(found), tally(everyone)


def headquarters(entries: Sequence[Entry], ledger: Ledger) -> tuple[Headquarters, ...]:
    """Companies with sites in other parks; a site in the home park is none."""
    by_name: dict[str, list[Entry]] = defaultdict(list)
    for e in entries:
        by_name[e.subject].append(e)
    found = []
    for subject, own in sorted(by_name.items()):
        company = ledger.find(subject)
        home = company.park if company else ""
        sites = tuple(
            (e.value("site_park"), e.value("activity"), e.value("people")) for e in own if e.value("site_park") != home
        )
        if sites:
            found.append(Headquarters(company.name if company else subject, home, sites))
    return tuple(found)


def graduates(entries: Sequence[Entry], ledger: Ledger, clusters: Mapping[str, object]) -> tuple[Graduates, ...]:
    """Graduates by incubator and by the cluster they went to; one company of an incubator counts once, its newest entry."""
    newest: dict[tuple[str, str], Entry] = {}
    for e in entries:
        company = ledger.find(e.subject)
        newest[e.value("incubator"), company.credit_code if company else e.subject] = e
    went: dict[str, Counter[str]] = defaultdict(Counter)
    there: dict[str, Counter[str]] = defaultdict(Counter)
    for (incubator, _), e in newest.items():
        cluster = e.value("to_cluster") or (ELSEWHERE if e.value("outside") else UNKNOWN)
        went[incubator][cluster] += 1
        company = ledger.find(e.subject)
        there[incubator][cluster] += company is not None and company.cluster == cluster
    order = {name: n for n, name in enumerate(clusters)}
    return tuple(
        Graduates(
            incubator,
            tuple((c, n, there[incubator][c]) for c, n in sorted(counts.items(), key=lambda x: order.get(x[0], len(order)))),
        )
        for incubator, counts in sorted(went.items())
    )


def crosswalk(groups: Sequence[Group], industries: Sequence[str], older: Sequence[OlderIndustry]) -> tuple[FieldLine, ...]:
    """The fields of 2019 with the industry clusters of 2011: a company stands in the line of its field, and in no other."""
    lines = []
    for name in (*industries, ""):
        own = [g for g in groups if (g.industry if g.industry in industries else "") == name]
        main = tuple(o.name for o in older if o.now and o.now[0] == name)
        touching = tuple(o.name for o in older if name in o.now[1:])
        if own or main or touching:
            lines.append(FieldLine(name or "其他或未填报", main, touching, tally_of(own)))
    return tuple(lines)


def company_ties(
    named: Sequence[Member],
    groups: Sequence[Group],
    entries: Sequence[Entry],
    clusters: Mapping[str, object],
    industries: Sequence[str],
    older: Sequence[OlderIndustry],
) -> CompanyTies:
    """Everything of a month from the registers in force, the companies they name (``asked_for``) and the sums of all."""
    ledger = Ledger(named)

    def of(kind: str) -> list[Entry]:
        return [e for e in entries if e.kind == kind]

    found, together = circles(of("circles"), ledger)
    return CompanyTies(
        found, together, headquarters(of("sites"), ledger), graduates(of("graduates"), ledger, clusters),
        crosswalk(groups, industries, older), tally_of(groups),
    )  # fmt: skip
