"""The catalogue's files read strictly: each function turns one parsed TOML file into its entries."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import date
from typing import TypedDict, TypeVar

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
from zgc_desktop.domain.rulebook import Citation
from zgc_desktop.domain.strict_table import StrictTable

RESEARCH = "产业研发"
"""A focus of two clusters which chapter 2 does not know as an industry: printed as the plan prints it."""

GROUPS = ("主导产业", "重点产业", "科技创新服务产业")
ZONES = ("", "平原新城", "城市副中心")
KINDS = (
    "组团产业不在分区布局",
    "布局产业没有组团承接",
    "方向不是产业领域",
    "名称写法",
    "未载明",
    "口径未界定",
    "旧称",
)

Raw = Mapping[str, object]
E = TypeVar("E")


class _Common(TypedDict):
    name: str
    since: date
    until: date | None
    citation: Citation
    note: str


class _File:
    """A catalogue file: its first day, its source and its usual clause, which each entry may narrow."""

    def __init__(self, stem: str, raw: Raw) -> None:
        self.top = StrictTable(f"{stem}.toml", "", raw)
        since = self.top.day("effective_from")
        if since is None:
            raise self.top.refuse("effective_from", "缺少生效日", "目录的每一项都要有生效日")
        self.since = since
        self.clause = self.top.text("clause")
        self.source = self.top.citation("source")

    def common(self, table: StrictTable, name: str | None = None, source: Citation | None = None) -> _Common:
        """Name, dates, citation and note of one entry."""
        since, until = table.day("effective_from") or self.since, table.day("effective_to")
        if until is not None and until < since:
            raise table.refuse("effective_to", "失效日早于生效日")
        citation = replace(source or self.source, clause=table.text("clause", self.clause))
        return {
            "name": name or table.text("name"),
            "since": since,
            "until": until,
            "citation": citation,
            "note": table.text("note", ""),
        }


def read_districts(raw: Raw) -> dict[str, District]:
    """The parties to sharing by name, in file order."""
    file, found, codes = _File("districts", raw), dict[str, District](), set[str]()
    for table in file.top.tables("district"):
        administrative = table.flag("administrative", True)
        district = District(
            **file.common(table),
            administrative=administrative,
            code=table.text("code") if administrative else table.text("code", ""),
            old_codes=table.texts("old_codes"),
            registry_codes=table.texts("registry_codes"),
        )
        for code in (district.code, *district.old_codes, *district.registry_codes):
            if code and (len(code) != 6 or not code.isdecimal()):
                raise table.refuse("code", f"代码“{code}”应为六位数字")
            if code in codes:
                raise table.refuse("code", f"代码“{code}”已属于另一个区")
            codes.update([code] if code else [])
        _add(found, district.name, district, table)
    file.top.done()
    return found


def read_parks(raw: Raw, districts: Mapping[str, District]) -> dict[str, Park]:
    """The parks by name, in the plan's order."""
    file, found = _File("parks", raw), dict[str, Park]()
    for table in file.top.tables("park"):
        park = Park(
            **file.common(table),
            short=table.text("short"),
            districts=table.members("districts", districts, required=True),
            party=table.choice("party", districts),
            zone=table.choice("zone", ZONES, ""),
            aliases=_aliases(table, "aliases"),
            aliases_alone=table.texts("aliases_alone"),
        )
        _add(found, park.name, park, table)
    file.top.done()
    return found


def read_industries(
    raw: Raw, districts: Collection[str]
) -> tuple[dict[str, Industry], tuple[FutureIndustry, ...], tuple[OlderIndustry, ...]]:
    """The industries by name, the future industries, and the older names with what they are read as today."""
    file, found = _File("industries", raw), dict[str, Industry]()
    for table in file.top.tables("industry"):
        fields = table.texts("fields", required=True)
        industry = Industry(
            **file.common(table),
            short=table.text("short"),
            group=table.choice("group", GROUPS),
            fields=fields,
            layouts=tuple(_layout(each, fields, districts) for each in table.tables("layout")),
            aliases=_aliases(table, "aliases"),
        )
        _add(found, industry.name, industry, table)
    future, older = _future(file), _older(file, found)
    file.top.done()
    return found, future, older


def read_modes(raw: Raw) -> dict[str, Mode]:
    """The development modes by name."""
    file, found = _File("modes", raw), dict[str, Mode]()
    for table in file.top.tables("mode"):
        mode = Mode(**file.common(table), text=table.text("text"), quote=table.text("quote"))
        _add(found, mode.name, mode, table)
    file.top.done()
    return found


def read_carriers(raw: Raw) -> dict[str, Carrier]:
    """The kinds of carrier by name."""
    file, found = _File("carriers", raw), dict[str, Carrier]()
    for table in file.top.tables("carrier"):
        carrier = Carrier(**file.common(table), open_list=table.flag("open", False), quote=table.text("quote"))
        _add(found, carrier.name, carrier, table)
    file.top.done()
    return found


def read_clusters(
    raw: Raw, parks: Collection[str], industries: Collection[str], modes: Collection[str], carriers: Collection[str]
) -> dict[str, Cluster]:
    """The clusters by name, in the plan's order; every name they use must be registered in its own file."""
    file, found = _File("clusters", raw), dict[str, Cluster]()
    for table in file.top.tables("cluster"):
        cluster = Cluster(
            **file.common(table),
            park=table.choice("park", parks),
            industries=table.members("industries", (*industries, RESEARCH), required=True),
            covers=table.text("covers", ""),
            focus=table.text("focus"),
            positioning=table.text("positioning"),
            places=tuple(_place(each) for each in table.tables("places", required=False)),
            modes=table.members("modes", modes),
            carriers=table.members("carriers", carriers),
            aliases=_aliases(table, "aliases"),
            aliases_in_park=_aliases(table, "aliases_in_park"),
        )
        _add(found, cluster.name, cluster, table)
    file.top.done()
    return found


def read_contradictions(
    raw: Raw, parks: Collection[str], clusters: Collection[str], industries: Collection[str]
) -> tuple[Contradiction, ...]:
    """The registered contradictions; each cites at least two places, each from a named source."""
    top = StrictTable("contradictions.toml", "", raw)
    since = top.day("effective_from")
    if since is None:
        raise top.refuse("effective_from", "缺少生效日")
    sources_table = top.table("sources")
    sources = {name: sources_table.citation(name) for name in ("plan", "outline")}
    sources_table.done()
    found: dict[str, Contradiction] = {}
    for table in top.tables("contradiction"):
        places = tuple(_cited(each, sources) for each in table.tables("places"))
        if len(places) < 2:
            raise table.refuse("places", "口径差异须引两处原文")
        ruling, ruled_on = table.text("office_ruling", ""), table.day("ruled_on")
        if bool(ruling) != (ruled_on is not None):
            raise table.refuse("ruled_on", "裁定与裁定日须同时填写")
        item = Contradiction(
            code=table.text("code"),
            kind=table.choice("kind", KINDS),
            text=table.text("text"),
            places=places,
            effect=table.text("effect"),
            clusters=table.members("clusters", clusters),
            parks=table.members("parks", parks),
            industry=table.choice("industry", ("", RESEARCH, *industries), ""),
            office_ruling=ruling,
            ruled_on=ruled_on,
            since=table.day("effective_from") or since,
        )
        _add(found, item.code, item, table)
    top.done()
    return tuple(found.values())


def read_codes(raw: Raw, industries: Collection[str]) -> tuple[CodeRule, ...]:
    """The default reading of GB/T 4754 codes, one rule per code."""
    file, found = _File("gbt4754", raw), dict[str, CodeRule]()
    for table in file.top.tables("mapping"):
        industry, note = table.choice("industry", industries), table.text("note", "")
        for code in table.texts("codes", required=True):
            if not (code.isdecimal() and 2 <= len(code) <= 4):
                raise table.refuse("codes", f"代码“{code}”应为二至四位数字")
            if code in found:
                raise table.refuse("codes", f"代码“{code}”已对应{found[code].industry}", "一个代码只能对应一个产业")
            found[code] = CodeRule(code, industry, note, replace(file.source, clause=code))
        table.done()
    file.top.done()
    return tuple(found.values())


def _add(found: dict[str, E], key: str, entry: E, table: StrictTable) -> None:
    table.done()
    if key in found:
        raise table.refuse("", f"“{key}”重复登记", "同一名称只能登记一次")
    found[key] = entry


def _aliases(table: StrictTable, name: str) -> tuple[Alias, ...]:
    found = []
    for each in table.tables(name, required=False):
        found.append(Alias(each.text("name"), each.text("where")))
        each.done()
    return tuple(found)


def _place(table: StrictTable) -> Place:
    place = Place(table.text("name"), table.texts("keywords"), table.choice("basis", ("涵盖地块", "组团名称"), "涵盖地块"))
    table.done()
    return place


def _layout(table: StrictTable, fields: Collection[str], districts: Collection[str]) -> Layout:
    layout = Layout(
        field=table.choice("field", ("", *fields), ""),
        districts=table.members("districts", districts),
        area=table.text("area", ""),
        quote=table.text("quote"),
    )
    if not layout.districts and not layout.area:
        raise table.refuse("districts", "布局没有写明任何区域")
    table.done()
    return layout


def _future(file: _File) -> tuple[FutureIndustry, ...]:
    table = file.top.table("future")
    quote, names = table.text("quote"), table.texts("names", required=True)
    found = tuple(FutureIndustry(**file.common(table, name), quote=quote) for name in names)
    table.done()
    return found


def _older(file: _File, industries: Collection[str]) -> tuple[OlderIndustry, ...]:
    source, found = file.top.citation("older_source"), dict[str, OlderIndustry]()
    for table in file.top.tables("older"):
        now = table.members("now", industries, required=True)
        entry = OlderIndustry(**file.common(table, source=source), now=now, quote=table.text("quote"))
        _add(found, entry.name, entry, table)
    return tuple(found.values())


def _cited(table: StrictTable, sources: Mapping[str, Citation]) -> CitedPlace:
    source = sources[table.choice("source", sources)]
    place = CitedPlace(replace(source, clause=table.text("clause")), table.text("quote"))
    table.done()
    return place
