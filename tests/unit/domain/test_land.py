"""Plots, their clocks, linked plots and the land stock: what is refused, what is counted, what is offered."""

from dataclasses import replace
from datetime import date

import pytest

from zgc_desktop.domain.areas import to_area
from zgc_desktop.domain.errors import Refused
from zgc_desktop.domain.land.clocks import EXPIRED, EXPIRING, IDLE, OVERLONG, clocks, full_months, read_land_rules
from zgc_desktop.domain.land.linked import ADDED, REDUCED, LinkedPlot, balances, check_linked
from zgc_desktop.domain.land.plots import Plot, check_plot, latest, overlaps, refuse_wrong
from zgc_desktop.domain.land.stock import add_up, offers, stock_by
from zgc_desktop.domain.periods import Month
from zgc_desktop.domain.rulebook import RuleFileError

MONTH = Month(2026, 10)
CLUSTERS = {"永丰": "海淀园", "西集": "通州园"}
CITED = {"title": "示例文件"}
RULES = {
    "limit": [{"supply": "租赁", "years": 15, "effective_from": date(2017, 12, 31), "citation": CITED}],
    "idle": [
        {"months": 24, "follows": "可依法收回", "citation": CITED},
        {"months": 12, "follows": "征缴闲置费", "citation": CITED},
    ],
    "notice": {"months": 12, "citation": CITED},
}


def plot(number="A-1", hectares="10", **values):
    return Plot(number, "海淀园", MONTH, to_area(hectares, "公顷"), cluster="永丰", source="报送表", **values)


@pytest.mark.parametrize(("values", "words"), [
    ({"hectares": "0"}, "面积应大于 0"),
    ({"used": to_area("11", "公顷")}, "已用 11.00 公顷大于面积 10.00 公顷"),
    ({"self_held": 10_001}, "自持比例 100.01% 不在"),
    ({"term_from": date(2026, 1, 1), "term_to": date(2025, 1, 1)}, "不晚于起始日"),
    ({"term_to": date(2030, 1, 1)}, "没有起始日"),
    ({"state": "闲置"}, "没有闲置起始日"),
    ({"state": "在用", "idle_since": date(2025, 1, 1)}, "状态却是在用"),
    ({"state": "闲置", "idle_since": date(2027, 1, 1)}, "晚于 2026-10 月末"),
    ({"state": "储备"}, "没有写明储备理由"),
    ({"use": "住宅"}, "用途“住宅”不在选项内"),
    ({"ownership": "国有", "conversion": "转型中"}, "没有集体建设用地"),
    ({"number": " "}, "没有地块编号"),
    ({"ratio_percent": 0}, "容积率应大于 0"),
    ({"parent": "A-1"}, "写成了自己"),
])  # fmt: skip
def test_a_plot_that_cannot_be_so_is_refused_in_a_sentence(values, words):
    wrong = plot(**values)
    assert any(words in sentence for sentence in check_plot(wrong, CLUSTERS))
    with pytest.raises(Refused):
        refuse_wrong(wrong, CLUSTERS)


def test_a_sound_plot_passes_and_the_cluster_must_be_the_parks_own():
    assert check_plot(plot(used=to_area("6.8", "公顷"), state="在用"), CLUSTERS) == ()
    assert "属于通州园" in check_plot(replace(plot(), cluster="西集"), CLUSTERS)[0]
    assert "没有叫“北坞”的组团" in check_plot(replace(plot(), cluster="北坞"), CLUSTERS)[0]


def test_overlapping_plots_are_named_with_both_parks_and_both_areas():
    twice = overlaps([plot(), replace(plot(), park="昌平园")])
    assert twice == ("地块 A-1 重叠：海淀园与昌平园都登记了它；请核实后由一方撤回",)
    parts = [plot(), plot("A-1-1", "6", parent="A-1"), plot("A-1-2", "4.0001", parent="A-1")]
    assert "合计 10.0001 公顷，大于 10.0000 公顷" in overlaps(parts)[0]
    assert overlaps([*parts[:2], plot("A-1-2", "4", parent="A-1")]) == ()
    assert "没有登记" in overlaps([plot("B-1-1", parent="B-1")])[0]


def test_a_plot_stays_as_registered_until_it_is_registered_anew():
    old, new = replace(plot(), as_of=Month(2026, 8)), replace(plot(hectares="9"), as_of=Month(2026, 10))
    assert latest([new, old], Month(2026, 9)) == (old,)
    assert latest([new, old], MONTH) == (new,)
    assert latest([new, old], Month(2026, 7)) == ()


def test_clocks_run_from_the_day_and_the_most_pressing_comes_first():
    today = date(2026, 11, 22)
    lands = [
        plot("long", supply="租赁", term_from=date(2020, 1, 1), term_to=date(2036, 1, 1)),
        plot("soon", term_from=date(2010, 1, 1), term_to=date(2027, 11, 21)),
        plot("not yet", term_from=date(2010, 1, 1), term_to=date(2027, 11, 22)),
        plot("over", term_from=date(2000, 1, 1), term_to=date(2026, 11, 21)),
        plot("idle", state="闲置", idle_since=date(2024, 11, 22)),
        plot("young", state="闲置", idle_since=date(2025, 11, 23)),
    ]
    found = [(c.kind, c.plot.number) for c in clocks(lands, read_land_rules(RULES, "x.toml"), today)]
    assert found == [(EXPIRED, "over"), (IDLE, "idle"), (IDLE, "young"), (EXPIRING, "soon"), (OVERLONG, "long")]
    said = {c.plot.number: c.sentence for c in clocks(lands, read_land_rules(RULES, "x.toml"), today)}
    assert said["idle"].endswith("闲置满 24 个月：可依法收回")
    assert said["young"] == "自 2025-11-23 闲置 11 个月，满 12 个月将适用：征缴闲置费"


def test_full_months_are_counted_to_the_day():
    assert full_months(date(2026, 1, 31), date(2026, 2, 28)) == 0
    assert full_months(date(2026, 1, 28), date(2026, 2, 28)) == 1
    assert full_months(date(2026, 3, 1), date(2026, 1, 1)) == -2


@pytest.mark.parametrize(("change", "words"), [
    ({"surprise": 1}, "surprise"),
    ({"notice": {"months": 12}}, "citation"),
    ({"limit": [*RULES["limit"], {**RULES["limit"][0], "effective_from": date(2020, 1, 1)}]}, "重叠"),
    ({"limit": [{"supply": "租赁", "years": 0, "effective_from": date(2017, 12, 31), "citation": CITED}]}, "years"),
])  # fmt: skip
def test_a_broken_rule_file_of_land_is_refused_with_file_and_key(change, words):
    with pytest.raises(RuleFileError, match=words) as caught:
        read_land_rules({**RULES, **change}, "terms.toml")
    assert "terms.toml" in str(caught.value)


def linked(number, side, hectares, done=None, cost=None):
    return LinkedPlot("一组", number, "房山园", side, to_area(hectares, "公顷"), done, cost, "批复")


def test_linked_plots_balance_in_plan_and_in_fact_and_a_missing_cost_is_not_zero():
    account = balances([linked("老村", REDUCED, "5", cost=100), linked("新园", ADDED, "3", date(2026, 1, 1))])[0]
    assert account.sentence == "已新增先于已减少 3.0000 公顷，减少地块须抓紧落实"
    assert account.cost_fen is None
    over = balances([linked("老村", REDUCED, "5"), linked("新园", ADDED, "5.5")])[0]
    assert over.sentence == "新增大于减少 0.5000 公顷，须补减少地块"
    even = balances([linked("老村", REDUCED, "5", date(2026, 1, 1), 7), linked("新园", ADDED, "5", date(2026, 2, 1), 8)])[0]
    assert (even.sentence, even.cost_fen) == ("平衡", 15)


def test_a_linked_plot_without_source_side_or_twice_is_refused():
    good = linked("老村", REDUCED, "5")
    check_linked(good, [])
    for wrong, words in ((replace(good, source=""), "来源"), (replace(good, side="左"), "不是挂钩的一侧")):
        with pytest.raises(Refused, match=words):
            check_linked(wrong, [])
    with pytest.raises(Refused, match="已登记"):
        check_linked(good, [good])


def test_stock_adds_ground_once_and_says_what_was_not_stated():
    ground = plot(used=to_area("4", "公顷"), self_held=5_000, output_fen=900)
    house = plot("A-1-楼", "2", kind="楼宇", parent="A-1", used=0)
    dark = plot("A-2", "5", state="闲置", idle_since=date(2026, 1, 1))
    stock = add_up("永丰", [ground, house, dark])
    assert (stock.plots, stock.area, stock.free, stock.unstated) == (2, to_area("15", "公顷"), to_area("6", "公顷"), 1)
    assert stock.idle == to_area("5", "公顷")
    assert stock.output_fen is None
    assert stock.self_held == 1 / 2
    assert [s.name for s in stock_by([ground, replace(dark, cluster="")], lambda p: p.cluster, ["永丰", "西集"])] == [
        "永丰",
        "未分组",
    ]
    assert add_up("空", []).free is None


def test_only_space_a_company_could_take_that_day_is_offered():
    ready = plot(used=to_area("4", "公顷"))
    later = plot("A-2", "5", used=0, available_on=date(2027, 1, 1))
    kept = plot("A-3", "5", used=0, state="储备", reserve_reason="轨道")
    assert [(o.free, o.plots) for o in offers([ready, later, kept], date(2026, 11, 1))] == [(to_area("6", "公顷"), ("A-1",))]
    both = offers([ready, later, kept], date(2027, 1, 1))[0]
    assert (both.free, both.largest) == (to_area("11", "公顷"), to_area("6", "公顷"))
