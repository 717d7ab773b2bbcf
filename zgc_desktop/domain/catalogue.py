"""The plan's catalogue (目录) as one value: what is in it, how names find it, and what ``zgc catalogue`` prints."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from zgc_desktop.domain import catalogue_tables as tables_of
from zgc_desktop.domain.catalogue_entries import (
    Alias,
    Carrier,
    CitedPlace,
    Cluster,
    CodeRule,
    Contradiction,
    District,
    FutureIndustry,
    Industry,
    Layout,
    Mode,
    OlderIndustry,
    Park,
    Place,
)
from zgc_desktop.domain.catalogue_names import (
    NameIndex,
    NameTaken,
    build_names,
    cluster_forms,
    industry_forms,
    normal_text,
    park_forms,
)
from zgc_desktop.domain.rulebook import RuleFileError

__all__ = [
    "FILES",
    "Alias",
    "Carrier",
    "Catalogue",
    "CitedPlace",
    "Cluster",
    "CodeRule",
    "Contradiction",
    "District",
    "FutureIndustry",
    "Industry",
    "Layout",
    "Mode",
    "OlderIndustry",
    "Park",
    "Place",
    "normal_text",
    "parse_catalogue",
]

FILES = ("districts", "parks", "industries", "modes", "carriers", "clusters", "contradictions", "gbt4754")
"""The stems of the files the catalogue is made of; each is ``resources/catalogue/<stem>.toml``."""


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The catalogue as one value, everything by key and in the plan's order."""

    parks: Mapping[str, Park]
    districts: Mapping[str, District]
    clusters: Mapping[str, Cluster]
    industries: Mapping[str, Industry]
    future_industries: tuple[FutureIndustry, ...]
    older_industries: tuple[OlderIndustry, ...]
    modes: Mapping[str, Mode]
    carriers: Mapping[str, Carrier]
    contradictions: tuple[Contradiction, ...]
    names: NameIndex = field(repr=False, compare=False)

    def on(self, day: date) -> Catalogue:
        """The catalogue with the clusters of a day: merged and later ones are left out (plan 3.2: 2022 年之后优化拓展).

        Before the first cluster's own day the first ones stand, because the plan gathers what was there.
        """
        day = max(day, min((c.since for c in self.clusters.values()), default=day))
        there = {name: cluster for name, cluster in self.clusters.items() if cluster.in_force(day)}
        if len(there) == len(self.clusters):
            return self
        known = {form: name for form, name in self.names.clusters.items() if name in there}
        in_park = {form: name for form, name in self.names.clusters_in_park.items() if name in there}
        return replace(self, clusters=there, names=replace(self.names, clusters=known, clusters_in_park=in_park))

    def park_named(self, text: str) -> Park | None:
        """The park a cell names (中关村海淀园管委会, 海淀, 经开区 …); None where the text is anything else."""
        for form in park_forms(text):
            if form in self.names.parks:
                return self.parks[self.names.parks[form]]
        return None

    def park_in_text(self, text: str) -> Park | None:
        """The one park a title or file name speaks of; None where it names none or several.

        A full name (大兴园, 北京经济技术开发区) outweighs bare ones: 大兴区亦庄园 is 亦庄园, 大兴亦庄 is undecided.
        """
        plain = normal_text(text)
        for pattern in (self.names.park_full, self.names.park_bare, self.names.park_alone):
            found = {self.names.parks[match] for match in pattern.findall(plain)}
            if found:
                return self.parks[found.pop()] if len(found) == 1 else None
        return self.park_named(text)

    def cluster_named(self, text: str, park: str | None = None) -> Cluster | None:
        """The cluster a cell names. With a park its local short names (东区, 南区) are read too.

        The park is help, not a filter: a name of another park's cluster is still found; compare ``Cluster.park``.
        """
        for form in cluster_forms(text):
            key = self.names.clusters_in_park.get((park, form)) if park else None
            key = key or self.names.clusters.get(form) or self._after_park(form)
            if key:
                return self.clusters[key]
        return None

    def _after_park(self, form: str) -> str | None:
        # 海淀园永丰 and 顺义南区 name the park first; 东城 or 西城园管委会 names the cluster that is the whole park.
        spoken = self.names.park_first.match(form)
        if spoken and (rest := form[spoken.end() :]):
            park = self.names.parks[spoken[1]]
            key = self.names.clusters_in_park.get((park, rest)) or self.names.clusters.get(rest)
            return key if key and self.clusters[key].park == park else None
        whole = self.park_named(form)
        return whole.name if whole and whole.name in self.clusters else None

    def industry_named(self, text: str) -> Industry | None:
        """The industry a cell names, by its name, a short name, one of its fields, or its 2011 name; 产业研发 is none."""
        found = self.industry_and_field(text)
        return found[0] if found else None

    def industry_and_field(self, text: str) -> tuple[Industry, str] | None:
        """The industry a cell names and the field (领域) where the cell names one, else an empty text."""
        for form in industry_forms(text):
            if form in self.names.industries:
                industry, named = self.names.industries[form]
                return self.industries[industry], named
        return None

    def future_named(self, text: str) -> FutureIndustry | None:
        """The future industry (未来产业) a cell names: a second tag, so it never decides focus."""
        forms = industry_forms(text)
        return next((item for item in self.future_industries if item.name in forms), None)

    def industry_of_code(self, code: str) -> tuple[Industry, CodeRule] | None:
        """The industry a GB/T 4754 code falls in by default and the rule that says so; the longest matching code decides."""
        digits = re.sub(r"^[A-Ta-t]", "", normal_text(code))
        for length in range(len(digits), 1, -1):
            rule = self.names.codes.get(digits[:length])
            if rule:
                return self.industries[rule.industry], rule
        return None

    def clusters_of(self, park: str) -> tuple[Cluster, ...]:
        """The clusters of a park, in the plan's order."""
        return tuple(cluster for cluster in self.clusters.values() if cluster.park == park)

    def party_of(self, park: str) -> District:
        """The party a park settles as: its district, or 北京经济技术开发区 for 亦庄园."""
        return self.districts[self.parks[park].party]

    def parks_of_party(self, party: str) -> tuple[Park, ...]:
        """The parks that settle as this party."""
        return tuple(park for park in self.parks.values() if park.party == party)

    def outside_layout(self, cluster: str) -> tuple[str, ...]:
        """The cluster's industries for which chapter 2 does not name its district."""
        found = self.clusters[cluster]
        party = self.parks[found.park].party
        known = (name for name in found.industries if name in self.industries)
        return tuple(name for name in known if party not in self.industries[name].districts)

    def contradictions_about(self, *, cluster: str = "", park: str = "") -> tuple[Contradiction, ...]:
        """What is registered about a cluster, or about a park."""
        return tuple(c for c in self.contradictions if (cluster and cluster in c.clusters) or (park and park in c.parks))

    def as_json(self) -> dict[str, list[dict[str, object]]]:
        """Plain data for ``zgc catalogue``: parks, clusters, industries, contradictions."""
        return {
            "parks": [{"name": park.name, "district": park.party} for park in self.parks.values()],
            "clusters": [_cluster_json(cluster) for cluster in self.clusters.values()],
            "industries": [_industry_json(industry) for industry in self.industries.values()],
            "contradictions": [_contradiction_json(item) for item in self.contradictions],
            "future_industries": [{"name": item.name} for item in self.future_industries],
        }


def parse_catalogue(tables: Mapping[str, Mapping[str, object]]) -> Catalogue:
    """The catalogue from its parsed TOML files, keyed by file stem (see ``FILES``).

    RuleFileError for a file missing or too many, an unknown key, a name no other file knows, a duplicate, or a
    writing claimed by two entries.
    """
    _check_files(tables)
    districts = tables_of.read_districts(tables["districts"])
    parks = tables_of.read_parks(tables["parks"], districts)
    industries, future, older = tables_of.read_industries(tables["industries"], districts)
    modes = tables_of.read_modes(tables["modes"])
    carriers = tables_of.read_carriers(tables["carriers"])
    clusters = tables_of.read_clusters(tables["clusters"], parks, industries, modes, carriers)
    codes = tables_of.read_codes(tables["gbt4754"], industries)
    try:
        names = build_names(parks.values(), clusters.values(), industries.values(), older, codes)
    except NameTaken as taken:
        reason = f"“{taken.name}”同时指向“{taken.first}”和“{taken.second}”"
        raise RuleFileError("resources/catalogue", taken.name, reason, "一个写法只能对应一个名称，请去掉其中一处") from taken
    contradictions = tables_of.read_contradictions(tables["contradictions"], parks, clusters, industries)
    return Catalogue(parks, districts, clusters, industries, future, older, modes, carriers, contradictions, names)


def _check_files(tables: Mapping[str, Mapping[str, object]]) -> None:
    for stem in FILES:
        if stem not in tables:
            raise RuleFileError(f"{stem}.toml", "", "目录缺少这个文件", "请恢复随程序附带的 resources/catalogue")
    for stem in tables:
        if stem not in FILES:
            raise RuleFileError(f"{stem}.toml", "", "目录中有不认识的文件", f"可用：{'、'.join(FILES)}")


def _cluster_json(cluster: Cluster) -> dict[str, object]:
    return {
        "name": cluster.name,
        "park": cluster.park,
        "industries": list(cluster.industries),
        "modes": list(cluster.modes),
        "carriers": list(cluster.carriers),
        "aliases": [alias.name for alias in (*cluster.aliases, *cluster.aliases_in_park)],
    }


def _industry_json(industry: Industry) -> dict[str, object]:
    layouts = [{"field": each.field, "districts": list(each.districts), "area": each.area} for each in industry.layouts]
    return {"name": industry.name, "group": industry.group, "fields": list(industry.fields), "layout": layouts}


def _contradiction_json(item: Contradiction) -> dict[str, object]:
    places = [{"document": p.citation.title, "clause": p.citation.clause, "quote": p.quote} for p in item.places]
    return {
        "code": item.code,
        "kind": item.kind,
        "text": item.text,
        "clusters": list(item.clusters),
        "parks": list(item.parks),
        "industry": item.industry,
        "places": places,
        "effect": item.effect,
        "office_ruling": item.office_ruling,
    }
