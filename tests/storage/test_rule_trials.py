"""A changed standard tried on the past: draft standards on projects, a changed scheme on an assessment; nothing written."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.scenarios.conftest import SCHEME
from tests.storage.answers import ok, refused
from zgc_desktop import bootstrap
from zgc_desktop.domain.areas import to_area
from zgc_desktop.domain.assessment.levels import FOCUS, LevelDecision
from zgc_desktop.domain.review.projects import Project
from zgc_desktop.services import admission, assess, projects, rule_folder
from zgc_desktop.services.context import AppContext

DRAFT = """
[citation]
title = "拟行标准（征求意见稿）"
number = "示〔2026〕9号"
[[standard]]
park = "昌平园"
industry = "先进制造"
effective_from = 2027-01-01
investment = {investment}
land_output = 2000
head_output = 50
research = 5.5
gates = ["节能审查"]
"""
WAN = 1_000_000


def _draft(ctx: AppContext, text: str, name: str = "2027.toml") -> Path:
    path = ctx.paths.rules / "admission" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def _apply(ctx: AppContext, name: str, investment: int, **more: object) -> None:
    given: dict[str, object] = {
        "industry": "先进制造", "area": to_area(1, "公顷"), "output_fen": 3000 * WAN, "people": 40, "research": 600,
        "energy": "有", "source": "书", "investment_fen": investment * WAN,
    }  # fmt: skip
    project = Project("", name, "昌平园", date(2026, 10, 1), **(given | more))  # type: ignore[arg-type]
    projects.apply_for(ctx, project)


def test_a_draft_standard_says_what_it_would_do_to_past_projects_and_is_in_force_only_once_registered(desk: AppContext) -> None:
    _apply(desk, "甲", 1600)
    _apply(desk, "乙", 1400)
    _apply(desk, "丙", 9000, industry="新材料")
    assert rule_folder.try_out(desk) == ()
    _draft(desk, DRAFT.format(investment=1500))
    (tried,) = rule_folder.try_out(desk)
    assert (tried.shipped, tried.office, tried.entering, tried.leaving) == (0, 1, ("XM-2026-001 甲",), ())
    assert "以往项目 2 个，结论改变 2 个" in tried.sentence
    assert admission.standards(desk) == ()


def test_a_draft_is_checked_like_every_rule_file_and_adopted_whole_or_not(zgc, zgc_place) -> None:
    ctx = bootstrap.open_workspace(zgc_place, who="张")
    path = _draft(ctx, DRAFT.format(investment='"一千五"'))
    code, data, said = zgc("rules", "check")
    assert code == 1, said
    assert "investment" in data["files"][0]["problem"]
    refused(zgc("standard", "adopt", "无此文件"), "没有拟行标准文件")
    two = DRAFT.format(investment=1500)
    path.write_text(two + two[two.index("[[standard]]") :], encoding="utf-8")
    refused(zgc("rules", "try"), "同一范围的标准日期重叠")
    path.write_text(two, encoding="utf-8")
    ctx.close()
    assert ok(zgc("rules", "check"))["ok"]
    ok(zgc("standard", "adopt", "2027"))
    (kept,) = ok(zgc("standard", "list"))
    assert (kept["from"], kept["park"]) == ("2027-01-01", "昌平园")
    refused(zgc("standard", "adopt", "2027"), "同一范围的标准日期重叠")
    assert len(ok(zgc("standard", "list"))) == 1


def test_a_changed_scheme_recomputes_past_assessments_and_names_the_proposals_that_turn(desk: AppContext) -> None:
    path = desk.paths.rules / "assessment" / "组团.toml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(SCHEME, encoding="utf-8")
    for subject in ("永丰", "翠湖"):
        assess.decide_level(desk, LevelDecision(subject, "同意", FOCUS, date(2026, 1, 1), "规划", ""))
    figures = {"永丰": {"output": "100", "built": "90", "idle": "1"}, "翠湖": {"output": "55", "built": "70", "idle": "5"}}
    assess.assess(desk, "cluster", figures, on=date(2026, 10, 20), source="考核表")
    (kept,) = assess.assessments(desk)
    assert kept.proposals == ()
    assert rule_folder.try_out(desk) == ()
    path.write_text(SCHEME.replace("leave = 60", "leave = 70"), encoding="utf-8")
    (tried,) = rule_folder.try_out(desk)
    assert (tried.shipped, tried.office, tried.entering) == (0, 1, ("翠湖 建议退出",))
    assert "得分不变" in tried.title
    path.write_text(SCHEME.replace("weight = 0.6", "weight = 0.8").replace("weight = 0.4", "weight = 0.2"), encoding="utf-8")
    (tried,) = rule_folder.try_out(desk)
    assert "2 个得分改变" in tried.title
    assert assess.assessments(desk)[0].scores == kept.scores


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (("effective_from = 2027-01-01", ""), "没有写生效日"),
        (("昌平园", "无此园"), "没有叫“无此园”的分园"),
        (("research = 5.5", "research = 5.555"), "小数位太多"),
        (("research = 5.5", "research = 101"), "超过 100%"),
        (('title = "拟行标准（征求意见稿）"', ""), "title"),
        (("gates", "gate"), "gate"),
    ],
)
def test_a_faulty_draft_is_named_with_file_and_reason(desk: AppContext, change: tuple[str, str], said: str) -> None:
    _draft(desk, DRAFT.format(investment=1500).replace(*change))
    (found,) = rule_folder.check(desk.resources, desk.paths.rules)
    assert found.file == "admission/2027.toml"
    assert said in found.problem
