"""Companies come to clusters by what parks declare, by place names and by park, each time with the reason."""

from __future__ import annotations

import time
import tomllib
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zgc_desktop.domain.catalogue import FILES, parse_catalogue
from zgc_desktop.domain.placement import Assignment, CompanyFacts, Member, assign, assign_all, focus_fit, place_index

FOLDER = Path(__file__).parents[3] / "resources" / "catalogue"
CATALOGUE = parse_catalogue(
    {stem: tomllib.loads((FOLDER / f"{stem}.toml").read_text(encoding="utf-8"), parse_float=Decimal) for stem in FILES}
)
INDEX = place_index(CATALOGUE)


def placed(park: str, declared: str = "", address: str = "", industry: str = "新材料", operating: str = "") -> Assignment:
    return assign(CompanyFacts("91110108551385082Q", "某公司", park, address, operating, declared, industry), INDEX)


def test_a_declared_cluster_of_the_park_is_taken() -> None:
    found = placed("海淀园", "永丰组团", "北京市海淀区苏州街18号")
    assert (found.cluster, found.how, found.contradiction) == ("永丰", "declared", False)
    assert found.in_focus is True


def test_a_declared_alias_is_read_and_the_reason_says_so() -> None:
    found = placed("昌平园", "未来科学城西园组团")
    assert found.cluster == "未来科学城西区"
    assert "按别名认作未来科学城西区组团" in found.reasons[0]


def test_a_declared_covered_place_stands_for_its_cluster() -> None:
    found = placed("海淀园", "西三旗")
    assert (found.cluster, found.how) == ("上地西三旗", "declared")


def test_the_first_of_several_declared_clusters_is_main_and_the_others_secondary() -> None:
    found = placed("海淀园", "翠湖、永丰")
    assert (found.cluster, found.secondary) == ("翠湖", ("永丰",))


def test_a_declared_cluster_of_another_park_is_a_contradiction_and_never_taken() -> None:
    found = placed("门头沟园", "电子城")
    assert (found.cluster, found.how, found.contradiction) == ("门头沟园", "only_cluster", True)
    assert "电子城组团属朝阳园" in found.reasons[0]
    undecided = placed("海淀园", "西集")
    assert (undecided.cluster, undecided.how, undecided.contradiction) == (None, "unassigned", True)


def test_an_unknown_declaration_leaves_the_decision_to_the_address() -> None:
    found = placed("海淀园", "东坝组团", "北京市海淀区上地十街10号")
    assert (found.cluster, found.how) == ("上地西三旗", "place_name")
    assert any("不在 31 个组团之内" in reason for reason in found.reasons)


def test_a_place_name_in_the_address_places_a_company_and_is_named_in_the_reason() -> None:
    found = placed("通州园", "", "北京市通州区张家湾镇光华路16号")
    assert (found.cluster, found.how) == ("张家湾", "place_name")
    assert any("注册地址含“张家湾”" in reason for reason in found.reasons)


def test_the_operating_address_outweighs_the_registered_one() -> None:
    found = placed("海淀园", "", "北京市海淀区清河中街68号", operating="北京市海淀区永丰路5号")
    assert found.cluster == "永丰"


def test_the_longest_place_name_wins() -> None:
    found = placed("昌平园", "", "北京市昌平区未来科学城西区小汤山工业区")
    assert found.cluster == "未来科学城西区"


def test_two_equally_long_place_names_of_different_clusters_stay_undecided() -> None:
    found = placed("海淀园", "", "北京市海淀区清河永丰街1号")
    assert (found.cluster, found.how) == (None, "unassigned")
    assert any("无法按地名归属" in reason for reason in found.reasons)
    assert set(found.secondary) == {"上地西三旗", "永丰"}


def test_a_declaration_that_disagrees_with_the_address_stands_and_the_office_is_told() -> None:
    found = placed("海淀园", "翠湖", "北京市海淀区上地信息路1号")
    assert (found.cluster, found.how, found.contradiction) == ("翠湖", "declared", False)
    assert any("填报与地址不一致" in reason for reason in found.reasons)
    assert found.secondary == ("上地西三旗",)


def test_a_park_with_one_cluster_gives_it_and_says_why() -> None:
    found = placed("密云园", "", "北京市密云区某路1号")
    assert (found.cluster, found.how) == ("密云园", "only_cluster")
    assert "密云园只有密云园组团一个组团" in found.reasons


def test_in_the_park_but_in_no_cluster_is_an_answer_and_not_a_gap() -> None:
    found = placed("东城园", "园内组团外")
    assert (found.cluster, found.how) == (None, "outside")


def test_nothing_known_goes_to_the_queue_with_a_reason() -> None:
    found = placed("朝阳园", "", "北京市朝阳区建国路88号")
    assert (found.cluster, found.how) == (None, "unassigned")
    assert found.reasons[0] == "未填报组团"
    assert any("待人工分配" in reason for reason in found.reasons)


def test_an_unknown_park_is_not_guessed() -> None:
    found = placed("天津园", "永丰")
    assert (found.cluster, found.how) == (None, "unassigned")
    assert "天津园" in found.reasons[0]


def test_an_address_in_another_district_is_remarked_on() -> None:
    found = placed("延庆园", "西城园", "北京市西城区宣武门外大街6号")
    assert found.contradiction
    assert any("注册地址在西城区" in reason for reason in found.reasons)
    assert not any("注册地址在" in reason for reason in placed("亦庄园", "亦庄园", "北京市大兴区亦庄镇1号").reasons)


def test_a_base_of_another_park_in_the_address_is_a_hint_and_no_decision() -> None:
    found = placed("通州园", "", "北京市通州区光机电一体化产业基地兴光四街")
    assert (found.cluster, found.how) == (None, "unassigned")
    assert any("像在亦庄园" in reason for reason in found.reasons)


@pytest.mark.parametrize(
    ("industry", "in_focus"),
    [("新材料", True), ("现代交通", False), ("量子科技", None), ("产业研发", None), ("", None), ("不详", None)],
)
def test_focus_is_judged_only_where_the_industry_is_one_of_the_plans(industry: str, in_focus: bool | None) -> None:
    found = placed("海淀园", "永丰", industry=industry)
    assert found.in_focus is in_focus


def test_a_field_of_an_industry_counts_as_the_industry() -> None:
    found = placed("海淀园", "永丰", industry="生物医药")
    assert (found.industry, found.in_focus) == ("生物与健康", True)


@given(
    st.sampled_from(sorted(CATALOGUE.parks)),
    st.one_of(st.sampled_from(sorted(CATALOGUE.clusters)), st.text(max_size=12)),
    st.text(max_size=20),
)
def test_no_company_is_ever_placed_in_another_parks_cluster_or_without_a_reason(park: str, declared: str, address: str) -> None:
    found = placed(park, declared, address)
    assert found.reasons
    for name in (found.cluster, *found.secondary):
        assert name is None or CATALOGUE.clusters[name].park == park
    assert (found.cluster is None) == (found.how in ("outside", "unassigned"))


# --- focus fit -----------------------------------------------------------------------------------------------------------


def fit_of(cluster: str, members: list[Member]) -> dict[str, object]:
    found = next(item for item in focus_fit(members, CATALOGUE) if item.cluster == cluster)
    return {name: getattr(found, name) for name in found.__slots__}


def test_focus_fit_counts_companies_revenue_and_tax_exactly() -> None:
    members = [
        Member("永丰", "新材料", 100, 7),
        Member("永丰", "人工智能", 100, None),
        Member("永丰", "现代交通", 100, 3),
        Member("永丰", "说不清", 900, 90),
        Member("翠湖", "新材料", 5, 5),
    ]
    fit = fit_of("永丰", members)
    assert (fit["companies"], fit["recognised"], fit["inside"]) == (4, 3, 2)
    assert fit["share_companies"] == Fraction(2, 3)
    assert (fit["revenue_n"], fit["revenue_fen"], fit["share_revenue"]) == (3, 1200, Fraction(2, 3))
    assert (fit["tax_n"], fit["tax_fen"], fit["share_tax"]) == (2, 100, Fraction(7, 10))
    assert fit["gaps"] == ("先进制造", "生物与健康")


def test_a_cluster_without_companies_has_no_share_rather_than_zero() -> None:
    fits = focus_fit([], CATALOGUE)
    assert [fit.cluster for fit in fits] == list(CATALOGUE.clusters)
    assert {(fit.companies, fit.share_companies, fit.revenue_fen, fit.share_tax) for fit in fits} == {(0, None, None, None)}


def test_amounts_nobody_reported_stay_missing() -> None:
    fit = fit_of("永丰", [Member("永丰", "新材料")])
    assert (fit["share_companies"], fit["revenue_fen"], fit["share_revenue"]) == (Fraction(1), None, None)


def test_refunds_that_make_a_share_meaningless_give_none() -> None:
    fit = fit_of("永丰", [Member("永丰", "新材料", None, 134), Member("永丰", "现代交通", None, -34)])
    assert (fit["tax_fen"], fit["share_tax"]) == (100, None)


def test_a_focus_that_is_no_industry_is_noted_and_never_a_gap() -> None:
    fit = fit_of("健翔园", [Member("健翔园", "新一代信息技术")])
    assert "产业研发" in str(fit["note"])
    assert fit["gaps"] == ("科技创新服务",)


def test_thirty_thousand_companies_are_placed_in_a_blink() -> None:
    parks, clusters = list(CATALOGUE.parks), list(CATALOGUE.clusters)
    facts = [
        CompanyFacts(
            str(n), f"某{n}公司", parks[n % 17], f"北京市海淀区上地{n}号", "", clusters[n % 31] if n % 3 else "", "人工智能"
        )
        for n in range(30_000)
    ]
    start = time.perf_counter()
    assert len(assign_all(facts, CATALOGUE)) == 30_000
    assert time.perf_counter() - start < 10
