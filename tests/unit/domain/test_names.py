"""Company names: the many ways to write one are one, and two companies stay two."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zgc_desktop.domain.names import candidates, folded, likeness, normal_name

SAME = [
    ("北京甲乙科技有限公司", "北京市甲乙科技有限公司"),
    ("北京甲乙科技有限公司", "北京甲乙科技有限责任公司"),
    ("北京甲乙科技有限公司", "甲乙科技（北京）有限公司"),
    ("北京甲乙科技有限公司", " 北京甲乙 科技有限公司　"),
    ("甲乙(中国)科技有限公司", "甲乙（中国）科技有限公司"),
    ("北京ＡＢＣ科技股份有限公司", "北京abc科技股份有限公司"),
]
DIFFERENT = [
    ("北京甲乙科技有限公司", "北京甲乙科技股份有限公司"),
    ("北京甲乙科技有限公司", "北京甲丙科技有限公司"),
    ("中国工商银行股份有限公司北京房山支行", "中国工商银行股份有限公司北京密云支行"),
    ("北京大学", "清华大学"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_ways_of_writing_one_company_have_one_normal_form(one: str, other: str) -> None:
    assert normal_name(one) == normal_name(other)
    assert likeness(one, other) >= 95


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_two_companies_have_two_normal_forms(one: str, other: str) -> None:
    assert normal_name(one) != normal_name(other)
    assert likeness(one, other) < 95


def test_a_branch_is_never_taken_for_its_head_office() -> None:
    assert likeness("北京甲乙科技有限公司", "北京甲乙科技有限公司丰台分公司") <= 55


def test_a_short_name_keeps_its_city() -> None:
    assert normal_name("北京大学") == "北京大学"


@given(st.text(max_size=40), st.text(max_size=40))
def test_likeness_is_mutual_and_between_0_and_100(one: str, other: str) -> None:
    assert likeness(one, other) == likeness(other, one)
    assert 0 <= likeness(one, other) <= 100


@given(st.text(max_size=40))
def test_folding_twice_is_folding_once(name: str) -> None:
    assert folded(folded(name)) == folded(name)


def test_candidates_come_best_first_with_their_evidence() -> None:
    known = {
        "91110108551385082Q": "北京甲乙科技有限公司",
        "91110302MA0073WQXB": "北京甲乙科技发展有限公司",
        "91350100M000100Y43": "上海丙丁贸易有限公司",
    }
    found = candidates("北京市甲乙科技有限责任公司", known, code="91110108551385083Q")
    assert [c.credit_code for c in found] == ["91110108551385082Q", "91110302MA0073WQXB"]
    assert found[0].evidence == ("名称相似 95", "信用代码只差 1 位")


def test_a_former_name_leads_to_the_company() -> None:
    known = {"91110108551385082Q": "北京新名科技有限公司"}
    found = candidates("北京旧号商贸有限公司", known, former={"91110108551385082Q": ["北京旧号商贸有限公司"]})
    assert [(c.score, c.evidence) for c in found] == [(97, ("与曾用名“北京旧号商贸有限公司”相似 100",))]
