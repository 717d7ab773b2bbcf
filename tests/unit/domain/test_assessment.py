"""Assessment: schemes that hold together, scores an independent calculation reproduces, ranks and proposals."""

import copy
import random
from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from zgc_desktop.domain.assessment.levels import (
    ENJOY,
    ENTER,
    LEAVE,
    ExitNotice,
    LevelDecision,
    check_decision,
    check_notice,
    proposals,
)
from zgc_desktop.domain.assessment.schemes import Thresholds, read_scheme
from zgc_desktop.domain.assessment.scoring import rank, score_all
from zgc_desktop.domain.errors import Refused
from zgc_desktop.domain.rulebook import RuleFileError


def indicator(key, scaling="极差", **more):
    return {"key": key, "title": key, "weight": 1, "direction": "正向", "scaling": scaling, "missing": "不计并归一", **more}


SCHEME = {
    "key": "cluster-2026", "title": "组团考核（示例）", "subject": "组团", "effective_from": date(2026, 1, 1),
    "ties": "并列占位",
    "group": [
        {"title": "产出", "weight": Decimal("0.6"), "indicator": [
            indicator("地均产出", weight=Decimal("0.8")),
            indicator("研发强度", "标杆", weight=Decimal("1.2"), ideal=Decimal("5.5")),
        ]},
        {"title": "集约", "weight": Decimal("0.4"), "indicator": [
            indicator("闲置率", "标杆", direction="逆向", ideal=Decimal("0.02")),
            indicator("增速", "功效", worst=-10, best=20, floor=Decimal("0.6"), low=-50, high=100),
        ]},
    ],
    "thresholds": {"leave": 60, "enter": 80},
    "citation": {"title": "示例方案", "confidence": "design"},
}  # fmt: skip


def changed(path, value):
    data = copy.deepcopy(SCHEME)
    *way, last = path
    place = data
    for step in way:
        place = place[step]
    if value is None:
        del place[last]
    else:
        place[last] = value
    return data


@pytest.mark.parametrize(("path", "value", "words"), [
    (("citation",), None, "缺少引文"), (("surprise",), 1, "不认识的键"), (("ties",), "抽签", "不认识"),
    (("group", 0, "weight"), Decimal("0.7"), "合计为 110%"), (("group", 0, "weight"), Decimal("1.6"), "160% 超过 100%"),
    (("group", 0, "indicator", 1, "ideal"), 0, "理想值为 0"), (("group", 0, "indicator", 1, "ideal"), None, "缺少理想值"),
    (("group", 1, "indicator", 1, "best"), -10, "不相等的"), (("group", 1, "indicator", 1, "best"), -20, "与方向不符"),
    (("group", 1, "indicator", 1, "floor"), 1, "底分应"), (("group", 1, "indicator", 1, "low"), 100, "下限不小于上限"),
    (("group", 1, "indicator", 1, "key"), "地均产出", "出现两次"), (("group", 0, "indicator", 0, "weight"), 0, "权重应大于 0"),
    (("thresholds", "leave"), 101, "0 至 100"), (("effective_to",), date(2025, 1, 1), "早于生效日"),
    (("effective_from",), None, "缺少此项"),
    (("group", 0, "indicator", 0, "weight"), "一", "应为数字"),
])  # fmt: skip
def test_a_broken_scheme_is_refused_with_file_key_and_reason(path, value, words):
    with pytest.raises(RuleFileError, match=words) as caught:
        read_scheme(changed(path, value), "office.toml")
    assert "office.toml" in str(caught.value)


def test_weights_within_a_group_are_relative():
    scheme = read_scheme(SCHEME, "x.toml")
    first = scheme.groups[0]
    assert [first.weight_of(i) for i in first.indicators] == [Fraction(24, 100), Fraction(36, 100)]
    assert sum(g.weight_of(i) for g in scheme.groups for i in g.indicators) == 1


def slow_total(data, subject, figures):
    """The same sum, done again from the raw tables with pen-and-paper steps and no shared code."""
    total = Fraction(0)
    for group in data["group"]:
        lines = [line for line in group["indicator"] if figures[subject].get(line["key"]) is not None]
        if not lines:
            return None
        base = sum(Fraction(line["weight"]) for line in lines)
        for line in lines:

            def cut(x, line=line):
                x = x if "low" not in line or x > line["low"] else Fraction(line["low"])
                return x if "high" not in line or x < line["high"] else Fraction(line["high"])

            x = cut(figures[subject][line["key"]])
            everyone = [cut(f[line["key"]]) for f in figures.values() if f.get(line["key"]) is not None]
            if line["scaling"] == "极差":
                part = Fraction(1) if max(everyone) == min(everyone) else (x - min(everyone)) / (max(everyone) - min(everyone))
                part = 1 - part if line["direction"] == "逆向" and max(everyone) != min(everyone) else part
            elif line["scaling"] == "标杆":
                ideal = Fraction(line["ideal"])
                up = x / ideal if line["direction"] == "正向" else (Fraction(1) if x <= ideal else ideal / x)
                part = sorted((Fraction(0), up, Fraction(1)))[1]
            else:
                place = (x - line["worst"]) / Fraction(line["best"] - line["worst"])
                part = Fraction(line["floor"]) + (1 - Fraction(line["floor"])) * sorted((Fraction(0), place, Fraction(1)))[1]
            total += 100 * Fraction(group["weight"]) * Fraction(line["weight"]) / base * part
    return total


def test_an_independent_calculation_gives_every_score():
    dice, scheme = random.Random(3), read_scheme(SCHEME, "x.toml")
    keys = [i.key for i in scheme.indicators]
    for _ in range(300):
        subjects = [f"组团{n}" for n in range(dice.randint(1, 6))]
        figures = {
            s: {k: None if dice.random() < 0.2 else Fraction(dice.randint(-200, 2_000), dice.choice((1, 3, 100))) for k in keys}
            for s in subjects
        }
        for score in score_all(scheme, figures):
            assert score.total == slow_total(SCHEME, score.subject, figures)
            if score.total is not None:
                assert 0 <= score.total <= 100
                assert sum(line.points for line in score.lines) == score.total
                assert sum(line.weight for line in score.lines) == 1


def test_missing_figures_follow_the_stated_rule():
    def total(rule):
        data = changed(("group", 0, "indicator", 0, "missing"), rule)
        found = score_all(
            read_scheme(data, "x.toml"), {"甲": {"研发强度": Fraction(11, 2), "闲置率": Fraction(0), "增速": Fraction(20)}}
        )
        return found[0]

    assert (total("不计并归一").printed, total("记零分").printed, total("整体未定").printed) == ("100.00", "76.00", "未定")
    assert total("整体未定").missing == ("地均产出",)


def test_a_group_without_any_figure_leaves_the_total_undecided():
    found = score_all(read_scheme(SCHEME, "x.toml"), {"甲": {"地均产出": Fraction(1)}})[0]
    assert (found.total, found.rank, found.printed) == (None, None, "未定")


def test_extremes_are_cut_off_and_said_so():
    found = score_all(read_scheme(SCHEME, "x.toml"), {"甲": {"增速": Fraction(900), "地均产出": Fraction(1)}})[0]
    line = next(x for x in found.lines if x.indicator.key == "增速")
    assert (line.figure, line.counted, line.note) == (900, 100, "极值截断")


def test_ties_share_a_place_under_either_rule():
    scheme = read_scheme(SCHEME, "x.toml")
    base = score_all(scheme, {"甲": {}})[0]
    scores = [
        replace(base, subject=s, total=t and Fraction(t))
        for s, t in (("甲", 80), ("乙", 90), ("丙", 90), ("丁", None), ("戊", 70))
    ]
    assert [(s.subject, s.rank) for s in rank(scores, "并列占位")] == [("乙", 1), ("丙", 1), ("甲", 3), ("戊", 4), ("丁", None)]
    assert [s.rank for s in rank(scores, "并列不占位")] == [1, 1, 2, 3, None]


def test_an_indicator_the_scheme_does_not_know_is_refused():
    with pytest.raises(Refused, match="没有指标“绿化率”"):
        score_all(read_scheme(SCHEME, "x.toml"), {"甲": {"绿化率": Fraction(1)}})


def test_scores_propose_and_a_missing_line_proposes_nothing():
    base = score_all(read_scheme(SCHEME, "x.toml"), {"甲": {}})[0]
    totals = {"甲": Fraction(5999, 100), "乙": Fraction(60), "丙": Fraction(80), "丁": Fraction(80), "戊": None}
    levels = {"甲": "重点发展区", "乙": "重点发展区", "丙": "预留发展区", "丁": "小规模创新发展区", "戊": "重点发展区"}
    scores = [replace(base, subject=s, total=t) for s, t in totals.items()]
    found = proposals(scores, levels, Thresholds(Fraction(60), Fraction(80)))
    assert [(p.subject, p.kind) for p in found] == [("甲", LEAVE), ("丙", ENTER), ("丁", ENJOY)]
    assert found[0].reason == "得分 59.99，低于退出线 60.00"
    assert proposals(scores, levels, Thresholds(None, None)) == ()


def test_a_person_decides_with_a_reason_and_the_level_changes_only_with_consent():
    good = LevelDecision("甲", "同意", "", date(2026, 7, 1), "连续两年不达标", "李四")
    check_decision(good, "重点发展区")
    for wrong, words in (
        (replace(good, reason=" "), "须写明理由"), (replace(good, new_level="重点发展区"), "层次仍是"),
        (replace(good, decision="暂缓"), "不改变层次"), (replace(good, new_level="特区"), "没有“特区”"),
        (replace(good, decision="研究"), "不是决定"),
    ):  # fmt: skip
        with pytest.raises(Refused, match=words):
            check_decision(wrong, "重点发展区")


def test_exit_notices_run_out_and_end():
    notice = ExitNotice("甲项目", "未达产", date(2026, 1, 1), date(2026, 6, 30), paper="告知书 1 号")
    check_notice(notice)
    assert [notice.state(date(2026, 6, 30)), notice.state(date(2026, 7, 1))] == ["整改期内", "已逾期"]
    assert replace(notice, outcome="收回").state(date(2027, 1, 1)) == "已办结：收回"
    with pytest.raises(Refused, match="不晚于告知日"):
        check_notice(replace(notice, mend_by=date(2026, 1, 1)))
    with pytest.raises(Refused, match="告知文书"):
        check_notice(replace(notice, paper=""))
