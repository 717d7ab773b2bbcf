"""How names are read: every accepted writing of a park, cluster or industry in normal form, and what it stands for."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from zgc_desktop.domain.catalogue_entries import Cluster, CodeRule, Industry, OlderIndustry, Park

K = TypeVar("K")
V = TypeVar("V")

_BLANK = re.compile(r"[\s\u200b\ufeff]+")
_PREFIX = re.compile(r"^(?:北京市|北京)?(?:中关村国家自主创新示范区|中关村科技园区|中关村科技园|中关村)|^(?:北京市|北京)")
_OFFICE = re.compile(r"(?:管理委员会|管委会|工作委员会|工委|管理机构)$")
_PARK_END = re.compile(r"(?:科技园区|科技园|园区|园|区)$")
_CLUSTER_END = re.compile(r"(?:重点发展组团|发展组团|重点组团|组团)$")
_INDUSTRY_END = re.compile(r"(?:产业集群|产业|行业|领域)$")


class NameTaken(ValueError):
    """One writing was claimed by two entries (别名冲突)."""

    def __init__(self, name: str, first: object, second: object) -> None:
        self.name, self.first, self.second = name, first, second
        super().__init__(f"{name}: {first} / {second}")


@dataclass(frozen=True, slots=True)
class NameIndex:
    """Every accepted writing, in normal form, and the key it stands for."""

    parks: Mapping[str, str]
    park_full: re.Pattern[str]
    park_bare: re.Pattern[str]
    park_alone: re.Pattern[str]
    park_first: re.Pattern[str]
    clusters: Mapping[str, str]
    clusters_in_park: Mapping[tuple[str, str], str]
    industries: Mapping[str, tuple[str, str]]
    codes: Mapping[str, CodeRule]


def normal_text(text: str) -> str:
    """A text as names are compared: half width, no blanks, lower case."""
    return _BLANK.sub("", unicodedata.normalize("NFKC", text)).casefold()


def park_forms(text: str) -> tuple[str, ...]:
    """The writings under which a park's name is looked up, the fullest first."""
    plain = _OFFICE.sub("", normal_text(text))
    short = _PREFIX.sub("", plain)
    return tuple(dict.fromkeys(form for form in (plain, short, _PARK_END.sub("", short)) if form))


def cluster_forms(text: str) -> tuple[str, ...]:
    """The writings under which a cluster's name is looked up: as written, then without 组团 at its end."""
    plain = normal_text(text)
    return tuple(dict.fromkeys(form for form in (plain, _CLUSTER_END.sub("", plain)) if form))


def industry_forms(text: str) -> tuple[str, ...]:
    """The writings under which an industry's name is looked up: as written, then without 产业 and the like at its end."""
    plain = normal_text(text)
    return tuple(dict.fromkeys(form for form in (plain, _INDUSTRY_END.sub("", plain)) if form))


def build_names(
    parks: Iterable[Park],
    clusters: Iterable[Cluster],
    industries: Iterable[Industry],
    older: Iterable[OlderIndustry],
    codes: Iterable[CodeRule],
) -> NameIndex:
    """The look-up tables of all accepted writings. NameTaken where one writing would stand for two things."""
    parks = tuple(parks)
    park_names, full, bare, alone = _park_names(parks)
    first = re.compile(rf"(?:北京市?)?(?:中关村)?({_any_of(park.short for park in parks).pattern})园?区?[-—·、,/]?")
    everywhere, local = _cluster_names(clusters)
    by_code: dict[str, CodeRule] = {}
    for rule in codes:
        _claim(by_code, rule.code, rule, rule.code)
    return NameIndex(park_names, full, bare, alone, first, everywhere, local, _industry_names(industries, older), by_code)


def _park_names(parks: Iterable[Park]) -> tuple[dict[str, str], re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    names: dict[str, str] = {}
    full: list[str] = []
    bare: list[str] = []
    alone: list[str] = []
    for park in parks:
        aliases = [normal_text(alias.name) for alias in park.aliases]
        for form in (park.name, park.short, *aliases, *map(normal_text, park.aliases_alone)):
            _claim(names, form, park.name, form)
        if park.party.startswith(park.short):
            _claim(names, park.party, park.name, park.party)
        # In running text a name ending in 园 or the party's whole name is sure; 大兴 or 亦庄 alone may be part of an address.
        full += [park.name, *(alias for alias in aliases if alias.endswith("园") or alias == park.party)]
        bare += [park.short, *(alias for alias in aliases if alias not in full)]
        alone += map(normal_text, park.aliases_alone)
    # 经开区 speaks of 亦庄园 only where no place name stands before it: 石龙经开区 is another.
    apart = re.compile(rf"(?<![\u4e00-\u9fff])(?:北京市?|中关村)?({_any_of(alone).pattern})")
    return names, _any_of(full), _any_of(bare), apart


def _cluster_names(clusters: Iterable[Cluster]) -> tuple[dict[str, str], dict[tuple[str, str], str]]:
    everywhere: dict[str, str] = {}
    local: dict[tuple[str, str], str] = {}
    for cluster in clusters:
        for name in (cluster.name, *(alias.name for alias in cluster.aliases)):
            for form in cluster_forms(name):
                _claim(everywhere, form, cluster.name, name)
        for alias in cluster.aliases_in_park:
            for form in cluster_forms(alias.name):
                _claim(local, (cluster.park, form), cluster.name, alias.name)
    return everywhere, local


def _industry_names(industries: Iterable[Industry], older: Iterable[OlderIndustry]) -> dict[str, tuple[str, str]]:
    names: dict[str, tuple[str, str]] = {}
    for industry in industries:
        for name in (industry.name, *(alias.name for alias in industry.aliases)):
            for form in industry_forms(name):
                _claim(names, form, (industry.name, ""), name)
        for field in industry.fields:
            _claim(names, normal_text(field), (industry.name, field), field)
    for old in older:
        for form in industry_forms(old.name):
            # 新材料产业集群 without its ending is today's 新材料: the older name adds nothing there.
            names.setdefault(form, (old.now[0], ""))
    return names


def _any_of(names: Iterable[str]) -> re.Pattern[str]:
    # Longest first, so that 门头沟园 is not cut short by a shorter name inside it.
    return re.compile("|".join(map(re.escape, sorted(names, key=lambda name: (-len(name), name)))))


def _claim(index: dict[K, V], form: K, owner: V, name: str) -> None:
    if index.setdefault(form, owner) != owner:
        raise NameTaken(name, index[form], owner)
