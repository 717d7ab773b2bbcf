"""The catalogue says what the plan says, cites where, and finds names however a park writes them."""

from __future__ import annotations

import copy
import json
import re
import tomllib
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from zgc_desktop.domain.catalogue import FILES, Catalogue, parse_catalogue
from zgc_desktop.domain.rulebook import RuleFileError

ROOT = Path(__file__).parents[3]
SEEDS = ROOT.parent / "shared" / "seeds"
Tables = dict[str, dict[str, Any]]

TABLES: Tables = {
    stem: tomllib.loads((ROOT / "resources" / "catalogue" / f"{stem}.toml").read_text(encoding="utf-8"), parse_float=Decimal)
    for stem in FILES
}
CATALOGUE: Catalogue = parse_catalogue(TABLES)


def changed(change: Callable[[Tables], object]) -> Tables:
    tables = copy.deepcopy(TABLES)
    change(tables)
    return tables


def cluster(tables: Tables, name: str) -> dict[str, Any]:
    found: dict[str, Any] = next(item for item in tables["clusters"]["cluster"] if item["name"] == name)
    return found


# --- what is in it -----------------------------------------------------------------------------------------------------


def test_no_catalogue_file_lies_unread_in_the_folder() -> None:
    assert {path.stem for path in (ROOT / "resources" / "catalogue").glob("*.toml")} == set(FILES)


def test_the_31_clusters_are_the_golden_table_row_by_row() -> None:
    golden = (ROOT / "tests" / "golden" / "catalogue-clusters.txt").read_text(encoding="utf-8").splitlines()[1:]
    printed = [
        " | ".join([c.name, c.park, *("、".join(names) or "未载明" for names in (c.industries, c.modes, c.carriers))])
        for c in CATALOGUE.clusters.values()
    ]
    assert sorted(printed) == sorted(golden)
    assert len(printed) == 31


def test_there_are_17_parks_in_the_order_of_the_plan_and_each_has_a_cluster() -> None:
    order = "东城、西城、海淀、朝阳、丰台、石景山、通州、亦庄、大兴、昌平、顺义、房山、怀柔、密云、门头沟、平谷、延庆"
    assert "、".join(park.short for park in CATALOGUE.parks.values()) == order
    assert all(park.name == f"{park.short}园" for park in CATALOGUE.parks.values())
    assert all(CATALOGUE.clusters_of(park) for park in CATALOGUE.parks)


def test_35_mode_entries_five_clusters_with_two_and_only_daxing_linkong_with_none() -> None:
    counts = {c.name: len(c.modes) for c in CATALOGUE.clusters.values()}
    assert sum(counts.values()) == 35
    assert sum(count == 2 for count in counts.values()) == 5
    assert [name for name, count in counts.items() if count == 0] == ["大兴临空"]


def test_every_cluster_a_mode_sentence_names_has_that_mode_and_no_other_has() -> None:
    """第四章 names the clusters of each mode in one sentence: the sentence is read again, names and all."""
    for mode in CATALOGUE.modes.values():
        named = re.sub(rf"^重点引导|向{mode.name}模式发展$", "", mode.quote).split("、")
        found = [CATALOGUE.cluster_named(text) for text in named]
        assert None not in found
        assert {c.name for c in found if c} == {c.name for c in CATALOGUE.clusters.values() if mode.name in c.modes}


def test_every_carrier_sentence_agrees_with_the_clusters() -> None:
    for carrier in CATALOGUE.carriers.values():
        named = re.sub(r"^.*?重点在|等组团布局$", "", carrier.quote).split("、")
        expected = {c.name for c in CATALOGUE.clusters.values() if carrier.name in c.carriers}
        assert {found.name for text in named if (found := CATALOGUE.cluster_named(text))} == expected
        assert carrier.open_list is carrier.quote.endswith("等组团布局")


def test_a_clusters_industries_are_the_ones_its_focus_sentence_names_in_that_order() -> None:
    names = [*CATALOGUE.industries, "产业研发"]
    for c in CATALOGUE.clusters.values():
        by_place = sorted((c.focus.index(name), name) for name in names if name in c.focus)
        assert tuple(name for _, name in by_place) == c.industries, c.name


def test_every_layout_names_the_districts_its_quoted_sentence_names() -> None:
    for industry in CATALOGUE.industries.values():
        for layout in industry.layouts:
            for district in layout.districts:
                spoken = "亦庄" if district == "北京经济技术开发区" else district.removesuffix("区")
                assert spoken in layout.quote
            assert layout.area in layout.quote


def test_industries_are_two_plus_four_plus_one_and_six_future_ones() -> None:
    groups = [industry.group for industry in CATALOGUE.industries.values()]
    assert groups == ["主导产业"] * 2 + ["重点产业"] * 4 + ["科技创新服务产业"]
    future = "、".join(item.name for item in CATALOGUE.future_industries)
    assert future == "人机交互、量子科技、基因诊疗、无人科技、未来材料、区块链"


def test_yizhuang_settles_as_a_party_of_its_own_across_daxing_and_tongzhou() -> None:
    party = CATALOGUE.party_of("亦庄园")
    assert (party.name, party.administrative, party.code) == ("北京经济技术开发区", False, "")
    assert CATALOGUE.parks["亦庄园"].districts == ("大兴区", "通州区")
    assert [park.name for park in CATALOGUE.parks_of_party("大兴区")] == ["大兴园"]
    assert len({park.party for park in CATALOGUE.parks.values()}) == 17


def test_every_entry_is_dated_and_cited_and_the_draft_says_it_is_one() -> None:
    entries = [
        *CATALOGUE.parks.values(),
        *CATALOGUE.districts.values(),
        *CATALOGUE.clusters.values(),
        *CATALOGUE.industries.values(),
        *CATALOGUE.modes.values(),
        *CATALOGUE.carriers.values(),
        *CATALOGUE.future_industries,
        *CATALOGUE.older_industries,
    ]
    for entry in entries:
        assert entry.citation.title
        assert entry.citation.clause
        assert entry.citation.checked_on is not None
        assert entry.in_force(entry.since)
    assert "草案" in CATALOGUE.clusters["永丰"].citation.note


def test_an_entry_without_a_zone_in_the_plan_has_none() -> None:
    zones = {park.zone for park in CATALOGUE.parks.values()}
    assert zones == {"", "平原新城", "城市副中心"}
    assert CATALOGUE.parks["东城园"].zone == ""


# --- contradictions ----------------------------------------------------------------------------------------------------


def test_the_13_cluster_industry_pairs_outside_chapter_2_are_exactly_the_registered_ones() -> None:
    """Computed from the layout and the clusters, then compared with what is registered by hand."""
    computed = {(name, industry) for name in CATALOGUE.clusters for industry in CATALOGUE.outside_layout(name)}
    of_kind = [c for c in CATALOGUE.contradictions if c.kind == "组团产业不在分区布局"]
    assert {(c.clusters[0], c.industry) for c in of_kind} == computed
    assert len(computed) == len(of_kind) == 13


def test_industries_laid_out_in_a_district_without_a_cluster_are_exactly_the_registered_ones() -> None:
    computed = set()
    for industry in CATALOGUE.industries.values():
        for district in industry.districts:
            for park in CATALOGUE.parks_of_party(district):
                if not any(industry.name in c.industries for c in CATALOGUE.clusters_of(park.name)):
                    computed.add((park.name, industry.name))
    of_kind = [c for c in CATALOGUE.contradictions if c.kind == "布局产业没有组团承接"]
    assert {(c.parks[0], c.industry) for c in of_kind} == computed
    assert len(computed) == len(of_kind) == 3


def test_every_contradiction_cites_two_different_places_and_awaits_the_offices_ruling() -> None:
    for item in CATALOGUE.contradictions:
        places = {(place.citation.title, place.citation.clause, place.quote) for place in item.places}
        assert len(places) >= 2, item.code
        assert all(place.citation.clause and place.quote for place in item.places)
        assert (item.office_ruling, item.ruled_on) == ("", None)


def test_the_cluster_without_a_mode_and_the_focus_that_is_no_industry_are_registered() -> None:
    assert [c.kind for c in CATALOGUE.contradictions_about(cluster="大兴临空")] == ["未载明"]
    assert any(c.industry == "产业研发" for c in CATALOGUE.contradictions_about(cluster="健翔园"))
    assert CATALOGUE.contradictions_about(cluster="永丰") == ()


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the two plans are not beside the project")
def test_every_quotation_stands_word_for_word_in_the_plans() -> None:
    plans = "".join(re.sub(r"[\s*]", "", path.read_text(encoding="utf-8")) for path in sorted(SEEDS.glob("*.txt")))
    quotes = [place.quote for c in CATALOGUE.contradictions for place in c.places]
    quotes += [text for c in CATALOGUE.clusters.values() for text in (c.covers, c.focus, c.positioning)]
    quotes += [text for mode in CATALOGUE.modes.values() for text in (mode.text, mode.quote)]
    quotes += [carrier.quote for carrier in CATALOGUE.carriers.values()]
    quotes += [layout.quote for industry in CATALOGUE.industries.values() for layout in industry.layouts]
    quotes += [field for industry in CATALOGUE.industries.values() for field in industry.fields]
    quotes += [item.quote for item in (*CATALOGUE.future_industries, *CATALOGUE.older_industries)]
    assert [quote for quote in quotes if re.sub(r"\s", "", quote) not in plans] == []
    assert len(quotes) > 150


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the two plans are not beside the project")
def test_each_clusters_sentence_in_the_plan_holds_its_covered_places_focus_and_positioning_together() -> None:
    plan = re.sub(r"[\s*]", "", next(SEEDS.glob("000*.txt")).read_text(encoding="utf-8"))
    section = plan[plan.index("东城园组团涵盖") : plan.index("第四章探索园区发展模式", plan.index("东城园组团涵盖"))]
    for c in CATALOGUE.clusters.values():
        assert any(
            f"{c.name}组团{c.covers}" in sentence and c.focus in sentence and c.positioning in sentence
            for sentence in section.split("。")
        ), c.name


# --- names -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "park"),
    [
        ("海淀", "海淀园"),
        ("中关村海淀园", "海淀园"),
        ("中关村科技园区石景山园管理委员会", "石景山园"),
        ("西城园管委会", "西城园"),
        ("北京市朝阳区", "朝阳园"),
        (" 大 兴　园 ", "大兴园"),
        ("经开区", "亦庄园"),
        ("北京经济技术开发区管理委员会", "亦庄园"),
        ("亦庄", "亦庄园"),
        ("雍和园", "东城园"),
        ("德胜园", "西城园"),
        ("电子城", "朝阳园"),
        ("浦东", None),
        ("", None),
    ],
)
def test_a_cell_naming_a_park_finds_it(text: str, park: str | None) -> None:
    found = CATALOGUE.park_named(text)
    assert (found.name if found else None) == park


@pytest.mark.parametrize(
    ("text", "park"),
    [
        ("2026年10月中关村东城园企业情况表", "东城园"),
        ("大兴9月报表.xlsx", "大兴园"),
        ("填报单位（盖章）：门头沟园管委会", "门头沟园"),
        ("经开区2026年9月企业情况.xls", "亦庄园"),
        ("北京经济技术开发区（大兴区）月报", "亦庄园"),
        ("大兴区亦庄园月报", "亦庄园"),
        ("大兴亦庄9月", None),
        ("东城园、西城园汇总", None),
        ("石龙经开区月报", None),
        ("企业情况表", None),
    ],
)
def test_a_title_or_file_name_names_one_park_or_none(text: str, park: str | None) -> None:
    found = CATALOGUE.park_in_text(text)
    assert (found.name if found else None) == park


@pytest.mark.parametrize(
    ("text", "park", "expected"),
    [
        ("未来科学城西园组团", None, "未来科学城西区"),
        ("未来科学城西区", None, "未来科学城西区"),
        ("通州运河组团", None, "运河"),
        ("永丰组团", None, "永丰"),
        ("海淀园永丰", None, "永丰"),
        ("丰台园东区", None, "丰台园东区"),
        ("东区", "丰台园", "丰台园东区"),
        ("东区", None, None),
        ("顺义南区", None, "顺义园南区"),
        ("生物医药基地", "大兴园", "大兴生物医药基地"),
        ("西城", None, "西城园"),
        ("电子城", "门头沟园", "电子城"),
        ("海淀园西集", None, None),
        ("什么组团", None, None),
    ],
)
def test_a_cell_naming_a_cluster_finds_it(text: str, park: str | None, expected: str | None) -> None:
    found = CATALOGUE.cluster_named(text, park)
    assert (found.name if found else None) == expected


def test_every_cluster_resolves_by_its_name_and_each_alias() -> None:
    for c in CATALOGUE.clusters.values():
        for name in (c.name, f"{c.name}组团", *(alias.name for alias in c.aliases)):
            assert CATALOGUE.cluster_named(name) is c
        for alias in c.aliases_in_park:
            assert CATALOGUE.cluster_named(alias.name, c.park) is c


@pytest.mark.parametrize(
    ("text", "industry", "field"),
    [
        ("新一代信息技术产业", "新一代信息技术", ""),
        ("科技创新服务业", "科技创新服务", ""),
        ("生物医药", "生物与健康", "生物医药"),
        ("新能源汽车产业集群", "现代交通", ""),
        ("新材料产业集群", "新材料", ""),
        ("产业研发", None, ""),
        ("量子科技", None, ""),
    ],
)
def test_a_cell_naming_an_industry_finds_it(text: str, industry: str | None, field: str) -> None:
    found = CATALOGUE.industry_and_field(text)
    assert (found[0].name if found else None) == industry
    assert (found[1] if found else "") == field


def test_a_future_industry_is_known_as_a_tag_only() -> None:
    found = CATALOGUE.future_named("量子科技领域")
    assert found is not None
    assert found.name == "量子科技"
    assert CATALOGUE.future_named("新材料") is None


@pytest.mark.parametrize(
    ("code", "industry"),
    [
        ("C3962", "先进制造"),
        ("3919", "新一代信息技术"),
        ("3985", "新材料"),
        ("3581", "生物与健康"),
        ("3825", "新能源与节能环保"),
        ("3612", "现代交通"),
        ("I65", "新一代信息技术"),
        ("7340", "生物与健康"),
        ("7320", "科技创新服务"),
    ],
)
def test_the_longest_industry_code_decides_and_says_it_is_our_own_reading(code: str, industry: str) -> None:
    found = CATALOGUE.industry_of_code(code)
    assert found is not None
    assert found[0].name == industry
    assert found[1].citation.confidence == "design"


def test_a_code_outside_the_default_reading_has_no_industry() -> None:
    assert CATALOGUE.industry_of_code("0111") is None
    assert CATALOGUE.industry_of_code("") is None


# --- as the command line prints it -------------------------------------------------------------------------------------


def test_the_json_has_the_shape_the_command_line_promises() -> None:
    data = json.loads(json.dumps(CATALOGUE.as_json(), ensure_ascii=False))
    assert [len(data[key]) for key in ("parks", "clusters", "industries")] == [17, 31, 7]
    assert data["parks"][7] == {"name": "亦庄园", "district": "北京经济技术开发区"}
    west = next(item for item in data["clusters"] if item["name"] == "未来科学城西区")
    assert set(west) == {"name", "park", "industries", "modes", "carriers", "aliases"}
    assert "未来科学城西园" in west["aliases"]
    assert all(len(item["places"]) >= 2 for item in data["contradictions"])


# --- files that are wrong ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda t: cluster(t, "永丰").update(focsu="x"), "不认识的键"),
        (lambda t: cluster(t, "永丰").update(park="天津园"), "不认识“天津园”"),
        (lambda t: cluster(t, "永丰").update(industries=["新材料", "量子"]), "不认识“量子”"),
        (lambda t: cluster(t, "永丰").update(modes=["专业加速", "专业加速"]), "重复项"),
        (lambda t: cluster(t, "永丰").update(name="翠湖"), "重复登记"),
        (lambda t: cluster(t, "永丰")["aliases"].append({"name": "运河组团", "where": "x"}), "同时指向"),
        (lambda t: t["parks"]["park"][0].update(party="上海"), "不认识“上海”"),
        (lambda t: t["parks"]["park"][0]["aliases"].append({"name": "西城", "where": "x"}), "同时指向"),
        (lambda t: t["districts"]["district"][0].update(code="11010"), "六位数字"),
        (lambda t: t["districts"]["district"][0].update(code="110102"), "已属于另一个区"),
        (lambda t: t["contradictions"]["contradiction"][0]["places"].pop(), "引两处原文"),
        (lambda t: t["contradictions"]["contradiction"][0].update(office_ruling="按组团"), "同时填写"),
        (lambda t: t["gbt4754"]["mapping"][0]["codes"].append("27"), "已对应"),
        (lambda t: t["clusters"].pop("source"), "缺少引文"),
        (lambda t: t["clusters"].pop("effective_from"), "缺少生效日"),
        (lambda t: t["modes"].update(extra=1), "不认识的键"),
        (lambda t: t.pop("modes"), "缺少这个文件"),
        (lambda t: t.update(more={}), "不认识的文件"),
        (lambda t: t["clusters"].update(cluster="永丰"), "应为若干张表"),
    ],
)
def test_a_wrong_catalogue_file_is_refused_with_file_and_reason(change: Callable[[Tables], object], said: str) -> None:
    with pytest.raises(RuleFileError) as refused:
        parse_catalogue(changed(change))
    assert said in str(refused.value)
    assert refused.value.file
