"""Cluster assignment (组团归属) by pure rules, and how far each cluster's companies fit its planned focus (定位契合)."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Final, Literal, TypeAlias

from zgc_desktop.domain.catalogue import Catalogue, Cluster, Place, normal_text
from zgc_desktop.domain.money import Fen

How: TypeAlias = Literal["declared", "place_name", "only_cluster", "outside", "unassigned", "manual", "office_rule"]

HOW_LABELS: Final[Mapping[str, str]] = {
    "declared": "园区填报",
    "place_name": "地址地名",
    "only_cluster": "本园唯一组团",
    "outside": "园内组团外",
    "unassigned": "未分配",
    "manual": "人工归属",
    "office_rule": "归属规则",
}
"""How a company came to its cluster, as shown to the office."""

Addresses: TypeAlias = tuple[tuple[str, str], ...]
"""(what it is, the address in normal form), the telling one first."""

OUTSIDE: Final = frozenset({"园内组团外", "组团外", "不在组团内", "非组团"})
"""What a park writes for a company in the park but in no cluster: an answer, not a gap."""

_EMPTY = frozenset({"", "-", "—", "--", "/", "无", "未定", "未填"})
_SEVERAL = re.compile(r"[、，,;；/|＋+]|和|及")
_SURE_LENGTH: Final = 4
"""Shorter place names (清河, 东升) repeat across districts: they never point to another park."""


@dataclass(frozen=True, slots=True)
class CompanyFacts:
    """What a submission says about where a company belongs; empty text = not said."""

    credit_code: str
    name: str
    park: str
    address: str = ""
    operating_address: str = ""
    declared: str = ""
    industry: str = ""


@dataclass(frozen=True, slots=True)
class Assignment:
    """Where a company was placed and why. ``cluster`` None = in none (outside) or for a person to decide (unassigned)."""

    credit_code: str
    park: str
    cluster: str | None
    how: How
    reasons: tuple[str, ...]
    secondary: tuple[str, ...] = ()
    """Other clusters of the park that the declaration or the address speaks of."""
    contradiction: bool = False
    """The declaration names another park's cluster, or the park is not one of the plan's: a person must look."""
    industry: str | None = None
    in_focus: bool | None = None
    """Whether the industry is one the plan gives the cluster; None where it cannot be said."""


@dataclass(frozen=True, slots=True)
class ParkPlaces:
    """The place names of one park's clusters, ready to be looked for in addresses."""

    pattern: re.Pattern[str] | None
    owners: Mapping[str, tuple[tuple[Cluster, Place], ...]]
    only: Cluster | None
    own_districts: frozenset[str]


@dataclass(frozen=True, slots=True)
class PlaceIndex:
    """A catalogue prepared for assigning many companies; build once with ``place_index``."""

    catalogue: Catalogue
    parks: Mapping[str, ParkPlaces]
    elsewhere: ParkPlaces
    districts: re.Pattern[str]


@dataclass(slots=True)
class _Said:
    """What one source (declaration or address) says, while a company is being placed."""

    clusters: list[Cluster] = field(default_factory=list)
    reasons: list[str] = field(default_factory=list)
    contradiction: bool = False
    outside: bool = False


def place_index(catalogue: Catalogue) -> PlaceIndex:
    """The catalogue's place names by park, longest first, for ``assign``."""
    parks = {}
    for park in catalogue.parks.values():
        clusters = catalogue.clusters_of(park.name)
        only = clusters[0] if len(clusters) == 1 else None
        parks[park.name] = _park_places(clusters, only, frozenset({*park.districts, park.party}))
    elsewhere = _park_places(catalogue.clusters.values(), None, frozenset(), _SURE_LENGTH)
    names = sorted(catalogue.districts, key=len, reverse=True)
    return PlaceIndex(catalogue, parks, elsewhere, re.compile("|".join(map(re.escape, names))))


def assign(facts: CompanyFacts, index: PlaceIndex) -> Assignment:
    """Place one company: what the park declared, then place names in the address, then the park's only cluster.

    A declared cluster of another park is a contradiction and decides nothing. What no rule reaches is ``unassigned``.
    """
    places = index.parks.get(facts.park)
    if places is None:
        reason = f"所属分园“{facts.park}”不在目录的 {len(index.parks)} 个分园之内" if facts.park else "没有所属分园"
        return Assignment(facts.credit_code, facts.park, None, "unassigned", (reason,), contradiction=bool(facts.park))
    # The operating address says where the company works; the registered one is second best.
    texts = (("经营地址", facts.operating_address), ("注册地址", facts.address))
    addresses = tuple((title, normal_text(text)) for title, text in texts if text)
    declared, spotted = _declared(facts, places, index), _spotted(facts.park, addresses, places, index)
    cluster, how = _decide(declared, spotted, places)
    reasons = [*declared.reasons, *spotted.reasons]
    secondary = [each.name for each in dict.fromkeys([*declared.clusters, *spotted.clusters]) if each is not cluster]
    if how == "only_cluster" and cluster is not None:
        reasons.append(f"{facts.park}只有{_label(cluster)}一个组团")
    elif how in ("declared", "outside") and spotted.clusters and spotted.clusters[0] not in declared.clusters:
        # A town's name covers more than its cluster: the park knows better, the office is told.
        reasons.append("填报与地址不一致，按填报归属，请核对")
    elif how == "unassigned" and not spotted.clusters:
        reasons.append("没有可据以归属的组团名或地名，待人工分配")
    industry, in_focus, said = _focus(facts.industry, cluster, index.catalogue)
    reasons += [*_district_note(facts.park, addresses, places, index), *said]
    return Assignment(
        facts.credit_code, facts.park, cluster.name if cluster else None, how, tuple(reasons),
        tuple(secondary), declared.contradiction, industry, in_focus,
    )  # fmt: skip


def assign_all(companies: Iterable[CompanyFacts], catalogue: Catalogue) -> tuple[Assignment, ...]:
    """Place every company, in the order given."""
    index = place_index(catalogue)
    return tuple(assign(facts, index) for facts in companies)


def _decide(declared: _Said, spotted: _Said, places: ParkPlaces) -> tuple[Cluster | None, How]:
    if declared.clusters:
        return declared.clusters[0], "declared"
    if declared.outside:
        return None, "outside"
    if len(spotted.clusters) == 1:
        return spotted.clusters[0], "place_name"
    if places.only is not None:
        return places.only, "only_cluster"
    return None, "unassigned"


def _declared(facts: CompanyFacts, places: ParkPlaces, index: PlaceIndex) -> _Said:
    said, text = _Said(), facts.declared.strip()
    if normal_text(text) in _EMPTY:
        said.reasons.append("未填报组团")
        return said
    if normal_text(text) in OUTSIDE:
        said.outside = True
        said.reasons.append(f"填报“{text}”：在园内，不属任何组团")
        return said
    whole = index.catalogue.cluster_named(text, facts.park) is not None
    for part in [text] if whole else [piece.strip() for piece in _SEVERAL.split(text) if piece.strip()]:
        _read_declared(part, facts.park, places, index.catalogue, said)
    return said


def _read_declared(text: str, park: str, places: ParkPlaces, catalogue: Catalogue, said: _Said) -> None:
    cluster = catalogue.cluster_named(text, park)
    if cluster is None:
        owners = {owner for owner, place in places.owners.get(normal_text(text), ())}
        if len(owners) == 1:
            cluster = owners.pop()
            said.reasons.append(f"填报“{text}”是{_label(cluster)}涵盖的地块")
            said.clusters.append(cluster)
            return
        said.reasons.append(f"填报组团“{text}”不在 {len(catalogue.clusters)} 个组团之内")
    elif cluster.park != park:
        said.contradiction = True
        said.reasons.append(f"填报的{_label(cluster)}属{cluster.park}，不属{park}，填报有矛盾，不据以归属")
    else:
        how = "填报组团" if normal_text(text) == cluster.name else f"填报组团“{text}”，按别名认作"
        said.reasons.append(f"{how}{_label(cluster)}")
        said.clusters.append(cluster)


def _spotted(park: str, addresses: Addresses, places: ParkPlaces, index: PlaceIndex) -> _Said:
    said = _Said()
    for title, address in addresses:
        word, hits = _longest(address, places)
        owners = list(dict.fromkeys(owner for owner, _ in hits))
        if len(owners) == 1:
            kind = "组团名称即地名" if hits[0][1].basis == "组团名称" else f"涵盖地块“{hits[0][1].name}”"
            said.clusters.append(owners[0])
            said.reasons.append(f"{title}含“{word}”（{kind}），属{_label(owners[0])}")
            return said
        if owners:
            said.clusters += owners
            said.reasons.append(f"{title}同时指向{'、'.join(map(_label, owners))}，无法按地名归属")
            return said
    for title, address in addresses:
        word, hits = _longest(address, index.elsewhere)
        if hits and hits[0][0].park != park:
            said.reasons.append(f"{title}含“{word}”，像在{hits[0][0].park}{_label(hits[0][0])}，请核对所属分园")
            return said
    return said


def _longest(address: str, places: ParkPlaces) -> tuple[str, tuple[tuple[Cluster, Place], ...]]:
    """The longest place name in an address and whose it is; several owners where equally long names disagree."""
    found = places.pattern.findall(address) if places.pattern else []
    if not found:
        return "", ()
    words = dict.fromkeys(found)
    size = max(map(len, words))
    longest = [word for word in words if len(word) == size]
    return "、".join(longest), tuple(hit for word in longest for hit in places.owners[word])


def _district_note(park: str, addresses: Addresses, places: ParkPlaces, index: PlaceIndex) -> tuple[str, ...]:
    for title, address in addresses:
        found = index.districts.search(address)
        if title == "注册地址" and found and found[0] not in places.own_districts:
            return (f"注册地址在{found[0]}，{park}在{'、'.join(sorted(places.own_districts))}，请核对",)
    return ()


def _focus(text: str, cluster: Cluster | None, catalogue: Catalogue) -> tuple[str | None, bool | None, tuple[str, ...]]:
    industry = catalogue.industry_named(text) if text else None
    if industry is None:
        if not text:
            return None, None, ("未填报产业领域，不判断定位契合",)
        kind = "是未来产业标签" if catalogue.future_named(text) else "不在规划的产业之内"
        return None, None, (f"填报产业“{text}”{kind}，不判断定位契合",)
    if cluster is None:
        return industry.name, None, ()
    planned = "、".join(cluster.industries)
    if industry.name in cluster.industries:
        return industry.name, True, (f"{industry.name}属该组团重点产业（{planned}）",)
    return industry.name, False, (f"{industry.name}不在该组团重点产业（{planned}）之内",)


def _label(cluster: Cluster) -> str:
    return f"{cluster.name}组团"


def _park_places(
    clusters: Iterable[Cluster], only: Cluster | None, own_districts: frozenset[str], at_least: int = 1
) -> ParkPlaces:
    owners: dict[str, list[tuple[Cluster, Place]]] = defaultdict(list)
    for cluster in clusters:
        for place in cluster.places:
            for keyword in place.keywords:
                if len(keyword) >= at_least:
                    owners[normal_text(keyword)].append((cluster, place))
    words = sorted(owners, key=lambda word: (-len(word), word))
    pattern = re.compile("|".join(map(re.escape, words))) if words else None
    return ParkPlaces(pattern, {word: tuple(hits) for word, hits in owners.items()}, only, own_districts)


@dataclass(frozen=True, slots=True)
class Member:
    """One company of a cluster as focus fit counts it. Amounts in 分, None = not reported."""

    cluster: str
    industry: str
    revenue_fen: Fen | None = None
    tax_fen: Fen | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """Companies of one park, cluster and industry together: how many, how many of them reported an amount, and its sum."""

    park: str
    cluster: str
    industry: str
    companies: int
    revenue_n: int = 0
    revenue_fen: Fen | None = None
    tax_n: int = 0
    tax_fen: Fen | None = None


@dataclass(frozen=True, slots=True)
class FocusFit:
    """How far a cluster's companies lie inside its planned industries (定位内占比).

    ``revenue_fen`` and ``tax_fen`` sum every company that reported. Shares are of companies with a recognised industry
    only, ``revenue_n`` and ``tax_n`` of which reported the amount; None where there is nothing to divide by, or where
    negative amounts make a share meaningless.
    """

    cluster: str
    park: str
    planned: tuple[str, ...]
    companies: int
    recognised: int
    inside: int
    share_companies: Fraction | None
    revenue_n: int
    revenue_fen: Fen | None
    share_revenue: Fraction | None
    tax_n: int
    tax_fen: Fen | None
    share_tax: Fraction | None
    gaps: tuple[str, ...]
    """Planned industries without a single company: where 补充式、填空式招引 (第四章第四节) would look."""
    note: str


def focus_fit(members: Iterable[Member], catalogue: Catalogue) -> tuple[FocusFit, ...]:
    """The focus fit of every cluster in the plan's order, those without companies included."""
    return focus_fit_of((_alone(m) for m in members), catalogue)


def _alone(m: Member) -> Group:
    told = int(m.revenue_fen is not None), int(m.tax_fen is not None)
    return Group("", m.cluster, m.industry, 1, told[0], m.revenue_fen, told[1], m.tax_fen)


def focus_fit_of(groups: Iterable[Group], catalogue: Catalogue) -> tuple[FocusFit, ...]:
    """The same, of companies already counted together."""
    by_cluster: dict[str, list[Group]] = defaultdict(list)
    for group in groups:
        by_cluster[group.cluster].append(group)
    known: dict[str, str | None] = {}
    for text in {group.industry for mine in by_cluster.values() for group in mine}:
        industry = catalogue.industry_named(text)
        known[text] = industry.name if industry else None
    return tuple(_fit(cluster, by_cluster.get(cluster.name, []), known, catalogue) for cluster in catalogue.clusters.values())


def _fit(cluster: Cluster, mine: list[Group], known: Mapping[str, str | None], catalogue: Catalogue) -> FocusFit:
    planned = tuple(name for name in cluster.industries if name in catalogue.industries)
    judged = [(group, known[group.industry] in planned) for group in mine if known[group.industry] is not None]
    recognised, inside = sum(g.companies for g, _ in judged), sum(g.companies for g, fits in judged if fits)
    present = {known[group.industry] for group in mine}
    revenue = [(g.revenue_fen, fits) for g, fits in judged if g.revenue_fen is not None]
    tax = [(g.tax_fen, fits) for g, fits in judged if g.tax_fen is not None]
    unknown = [name for name in cluster.industries if name not in planned]
    return FocusFit(
        cluster=cluster.name,
        park=cluster.park,
        planned=cluster.industries,
        companies=sum(group.companies for group in mine),
        recognised=recognised,
        inside=inside,
        share_companies=Fraction(inside, recognised) if recognised else None,
        revenue_n=sum(g.revenue_n for g, _ in judged),
        revenue_fen=total(group.revenue_fen for group in mine),
        share_revenue=_amount_share(revenue),
        tax_n=sum(g.tax_n for g, _ in judged),
        tax_fen=total(group.tax_fen for group in mine),
        share_tax=_amount_share(tax),
        gaps=tuple(name for name in planned if name not in present),
        note=f"“{'、'.join(unknown)}”不是产业领域，无法按企业所属产业判定，占比可能偏低" if unknown else "",
    )


def total(amounts: Iterable[Fen | None]) -> Fen | None:
    """The sum of the amounts that were reported; None where none was."""
    reported = [amount for amount in amounts if amount is not None]
    return sum(reported) if reported else None


def _amount_share(amounts: list[tuple[Fen, bool]]) -> Fraction | None:
    total, inside = sum(amount for amount, _ in amounts), sum(amount for amount, fits in amounts if fits)
    # A refund month can push a part below nothing or above the whole: no share is better than 134 %.
    return Fraction(inside, total) if total > 0 and 0 <= inside <= total else None
