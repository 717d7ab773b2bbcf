"""What 规则参数 says of dated values: states on a day, timelines, sources, trial numbers."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from zgc_desktop.domain.check_catalogue import CheckItem
from zgc_desktop.domain.check_settings import PARAMETERS
from zgc_desktop.domain.issues import CHECKS
from zgc_desktop.domain.rulebook import Citation
from zgc_desktop.figures.scene import Rect
from zgc_desktop.figures.timeline import Span, timeline
from zgc_desktop.services.rules import sharing_rules, tier_standards
from zgc_desktop.viewmodels import rules as vm
from zgc_desktop.viewmodels import rules_checks, rules_office

CITED = Citation("某办法", number="某发〔2020〕1号", clause="第三条")
OLD = vm.RuleValue("门槛", "500", "万元", date(2020, 1, 1), date(2024, 12, 31), CITED, "2020")
NEW = vm.RuleValue("门槛", "800", "万元", date(2025, 1, 1), None, CITED, "2025")
OPEN = vm.RuleValue("上限", "未定", "", date(2020, 1, 1), None, None, "2020", "文件未写", undetermined=True)
RULE = vm.RuleItem("r", "税收分享", "某规则", "r.toml", vm.SHIPPED, ("2020", "2025"), (OLD, NEW, OPEN))


def test_a_value_is_shown_as_it_stands_on_the_day() -> None:
    assert [(v.value.text, v.state) for v in vm.value_lines(RULE, date(2024, 6, 1))] == [("500", "在用"), ("未定", "未定")]
    later = vm.value_lines(RULE, date(2026, 1, 1))[0]
    assert (later.value.text, later.state) == ("800", "在用")
    assert vm.value_lines(RULE, date(2019, 1, 1))[0].state == "未生效"


def test_a_value_that_has_ended_says_so_instead_of_vanishing() -> None:
    ended = vm.RuleItem("r", "梯队标准", "某", "r.toml", vm.SHIPPED, ("2020",), (OLD,))
    assert vm.value_lines(ended, date(2026, 1, 1))[0].state == "已失效"
    assert vm.rule_state(ended, date(2026, 1, 1)) == "已失效"


def test_open_values_are_counted_before_anything_else() -> None:
    assert vm.rule_state(RULE, date(2026, 1, 1)) == "未定 1"
    assert ("出处", "没有出处") in vm.citation_facts(OPEN)


def test_the_timeline_has_a_bar_a_version_and_marks_the_one_in_force() -> None:
    scene = timeline(vm.spans(RULE, "门槛", date(2026, 1, 1)), date(2026, 1, 1), 400)
    bars = [s for s in scene.shapes if isinstance(s, Rect)]
    assert [b.fill for b in bars] == ["heat1", "accent_fill"]
    assert bars[0].x + bars[0].w <= bars[1].x + 1
    assert max(b.x + b.w for b in bars) <= scene.width
    assert "2020-01-01 至 2024-12-31 500 万元" in scene.alt
    assert timeline((), date(2026, 1, 1), 400).shapes == ()


def test_a_bar_without_a_first_day_is_dashed() -> None:
    scene = timeline((Span("一", "1", None, None, True),), date(2026, 1, 1), 300)
    assert next(s for s in scene.shapes if isinstance(s, Rect)).dashed


def test_every_shipped_rule_becomes_lines_with_a_source_or_the_word_open(root: Path) -> None:
    resources = root / "resources"
    sharing = vm.sharing_items(sharing_rules(resources), lambda _: vm.SHIPPED, "jjj-2015")
    tiers = vm.tier_items(tier_standards(resources), lambda _: vm.SHIPPED)
    assert [r.reference for r in sharing if r.key == "jjj-2015"] == [False]
    for rule in (*sharing, *tiers):
        for line in vm.value_lines(rule, date(2026, 10, 31)):
            assert line.value.citation is not None or line.state == "未定", (rule.key, line.value.name)
    rates = next(r for r in sharing if r.key == "jjj-2015").timeline("地方分成率·增值税")
    assert [(v.text, str(v.since)) for v in rates] == [("25 %", "1994-01-01"), ("50 %", "2016-05-01")]


def test_numbers_of_a_check_are_whole_and_within_their_bounds() -> None:
    numbers = tuple((p, p.default) for p in PARAMETERS["X-JUMP"])
    item = CheckItem(CHECKS["X-JUMP"], True, True, None, None, "", numbers)
    assert rules_checks.numbers_fault(item, {"times": "20", "from_wan": "100"}) == ""
    assert "2 到 10000" in rules_checks.numbers_fault(item, {"times": "一", "from_wan": "100"})
    assert "自始启用" in rules_checks.state_sentence(item)
    assert "{" not in rules_checks.question(item)


def test_who_a_trial_moves_is_named_up_to_eight() -> None:
    assert rules_office.names(()) is None
    assert rules_office.names(tuple("甲乙丙丁戊己庚辛壬")) == "甲、乙、丙、丁、戊、己、庚、辛 等 9 家"
