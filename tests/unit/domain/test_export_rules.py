"""Source categories: every column has one or is 未定, and what an audience may not hold is named with the law."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from zgc_desktop.domain.errors import Refused
from zgc_desktop.domain.export_rules import INSIDE, read_export_rules
from zgc_desktop.domain.rulebook import RuleFileError

SHIPPED = Path(__file__).resolve().parents[3] / "resources" / "rules" / "export" / "categories.toml"


def shipped() -> dict[str, Any]:
    return tomllib.loads(SHIPPED.read_text(encoding="utf-8"))


def test_columns_are_told_apart_by_their_titles() -> None:
    rules = read_export_rules(shipped(), "categories.toml")
    titles = ("增值税·地方(元)", "地方合计税收", "营业收入·本月(万元)", "企业名称", "统一社会信用代码", "神秘指标")
    assert [rules.category_of(t) for t in titles] == ["税务", "税务", "企业自报", "公开", "公开", "未定"]


def test_nothing_of_a_single_company_but_what_is_public_goes_outside() -> None:
    rules = read_export_rules(shipped(), "categories.toml")
    rules.require(["企业名称", "分园", "梯队"], "对外")
    with pytest.raises(Refused, match=r"不能给“对外”.*税务.*《中华人民共和国税收征收管理法》 第八条.*税收·地方") as told:
        rules.require(["企业名称", "税收·地方（万元）", "营业收入（万元）"], "对外")
    assert "营业收入（万元）" in told.value.sentence


def test_what_nobody_has_classed_stays_inside() -> None:
    rules = read_export_rules(shipped(), "categories.toml")
    rules.require(["神秘指标"], INSIDE)
    with pytest.raises(Refused, match="未定"):
        rules.require(["神秘指标"], "分园")


def test_an_audience_nobody_knows_is_refused() -> None:
    rules = read_export_rules(shipped(), "categories.toml")
    with pytest.raises(Refused, match="可用：本办公室"):
        rules.require(["企业名称"], "邻居")


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"extra": 1}, "extra"),
        ({"audience": [{"key": "区", "may_hold": ["公开"]}]}, "本办公室"),
        ({"audience": [{"key": INSIDE, "may_hold": ["机密"]}]}, "机密"),
        ({"category": []}, "category"),
    ],
)
def test_a_faulty_file_is_refused_by_its_key(change: dict[str, Any], said: str) -> None:
    with pytest.raises(RuleFileError) as told:
        read_export_rules({**shipped(), **change}, "categories.toml")
    assert said in told.value.sentence
