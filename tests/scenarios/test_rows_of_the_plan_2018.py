"""Mechanisms of the plan 2018–2035, chapters 1 to 4 and 5: one scenario a row of the map, named after it."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.scenarios.conftest import OCTOBER, SEPTEMBER, TODAY, Number
from tests.storage.conftest import CODES
from zgc_desktop.bootstrap import load_catalogue
from zgc_desktop.domain.admission.criteria import FAILED, PASSED, UNDECIDED
from zgc_desktop.domain.admission.standards import Standard
from zgc_desktop.domain.areas import to_area
from zgc_desktop.domain.assessment.levels import LevelDecision
from zgc_desktop.domain.cluster_rules import AssignmentRule, RuleKind, check_rule
from zgc_desktop.domain.errors import Refused
from zgc_desktop.domain.land.plots import Plot
from zgc_desktop.domain.matching import Room, Wish, build, explain
from zgc_desktop.domain.outside import NOT_DIVIDED, OutsideCase
from zgc_desktop.domain.periods import Month
from zgc_desktop.domain.placement import CompanyFacts, assign, place_index
from zgc_desktop.domain.review.projects import Project
from zgc_desktop.domain.rulebook import Citation
from zgc_desktop.services import (
    admission,
    assess,
    cluster_rules,
    company_ties,
    indicators,
    land,
    look_up,
    match,
    matters,
    outside,
    place,
    plan,
    positions,
    projects,
    registers,
    review_papers,
    review_tiers,
    tier_radar,
)
from zgc_desktop.services.context import AppContext
from zgc_desktop.services.match_solver import solve
from zgc_desktop.viewmodels.space_policy import policy_lines

DAY = date(2026, 10, 1)


def _districts(ctx: AppContext, industry: str, field: str = "") -> set[str]:
    return {d for layout in ctx.catalogue.industries[industry].layouts if layout.field == field for d in layout.districts}


def _plot(number: str, **more: object) -> Plot:
    given: dict[str, object] = {
        "area": to_area(10, "公顷"),
        "used": 0,
        "cluster": "永丰",
        "source": "报送表 5",
        "state": "在用",
    }
    return Plot(number, str(more.pop("park", "海淀园")), OCTOBER, **(given | more))  # type: ignore[arg-type]


def test_row_1_targets_carry_the_years_of_the_plan(office: AppContext) -> None:
    """规划期限 2018—2035，近期 2022，中期 2025。"""
    years = {t.year for t in plan.targets(office) if "2018-2035" in t.citation.title}
    assert years == {2022, 2025, 2035}


def test_row_3_what_needs_coordination_is_raised_and_followed(office: AppContext) -> None:
    """提请协调事项：谁、何时、上月的落实情况。"""
    matters.add(office, SEPTEMBER, "两园同报一家企业，请议定归属", "市级统筹办", date(2026, 10, 31))
    raised = next(m for m in matters.listed(office, OCTOBER) if m.text.startswith("两园同报"))
    matters.follow(office, OCTOBER, raised.key, "两园已会签")
    again = next(m for m in matters.listed(office, OCTOBER) if m.key == raised.key)
    assert (again.owner, again.due, again.follow_up) == ("市级统筹办", date(2026, 10, 31), "两园已会签")
    with pytest.raises(Refused, match="没有写责任单位"):
        matters.add(office, OCTOBER, "无人负责的事项", " ", None)


def test_row_4_distinct_parks_show_in_focus_quotient_and_similarity(office: AppContext) -> None:
    """特色化、差异化看三个数：定位内占比、区位商、相似度。"""
    fit = {f.cluster: f for f in place.placed(office, OCTOBER).fit}
    assert (fit["永丰"].inside, fit["永丰"].recognised) == (2, 2)
    assert fit["翠湖"].share_companies == 0
    found = indicators.indicators(office, OCTOBER)
    quotient = next(q for q in found.quotients if (q.area, q.industry) == ("昌平新城", "先进制造"))
    assert quotient.value == 4
    alike = next(s for s in found.similarities if {s.first, s.second} == {"海淀园", "昌平园"})
    assert alike.value == 0


def test_row_6_information_technology_has_its_fields_and_districts(office: AppContext) -> None:
    """新一代信息技术：七个领域、九个布局区；人工智能认得出来。"""
    known = office.catalogue.industry_and_field("人工智能")
    assert known is not None
    assert (known[0].name, known[1]) == ("新一代信息技术", "人工智能")
    assert len(known[0].fields) == 7
    assert {"海淀区", "门头沟区", "北京经济技术开发区"} < _districts(office, "新一代信息技术")


def test_row_7_health_lies_north_and_south_and_farming_in_three_places(office: AppContext) -> None:
    """生物与健康：北部海淀昌平、南部大兴亦庄，现代农业另有三地；不在其中的组团只登记口径差异，不拦。"""
    assert _districts(office, "生物与健康") == {"海淀区", "昌平区", "大兴区", "北京经济技术开发区"}
    assert _districts(office, "生物与健康", "现代农业") == {"延庆区", "平谷区", "通州区"}
    assert "生物与健康" in office.catalogue.outside_layout("密云园")
    assert office.catalogue.contradictions_about(cluster="密云园")


@pytest.mark.parametrize(("industry", "districts"), [("先进制造", 11)])
def test_row_8_manufacturing_lies_in_eleven_districts(office: AppContext, industry: str, districts: int) -> None:
    assert len(_districts(office, industry)) == districts
    assert industry in office.catalogue.outside_layout("窦店")


def test_row_9_energy_lies_in_five_districts(office: AppContext) -> None:
    assert _districts(office, "新能源与节能环保") == {"海淀区", "昌平区", "北京经济技术开发区", "延庆区", "密云区"}


def test_row_10_transport_lies_in_five_districts(office: AppContext) -> None:
    assert _districts(office, "现代交通") == {"海淀区", "丰台区", "北京经济技术开发区", "房山区", "顺义区"}


def test_row_11_materials_lie_in_five_districts(office: AppContext) -> None:
    assert _districts(office, "新材料") == {"海淀区", "昌平区", "怀柔区", "房山区", "顺义区"}


def test_row_12_services_have_districts_field_by_field(office: AppContext) -> None:
    """科技服务、金融科技、城市科技各有布局区；文化科技只写“中心城区”，照原文，不替它列区。"""
    assert _districts(office, "科技创新服务", "金融科技") == {"海淀区", "西城区", "石景山区"}
    assert _districts(office, "科技创新服务", "城市科技") == {"海淀区", "通州区"}
    culture = next(x for x in office.catalogue.industries["科技创新服务"].layouts if x.field == "文化科技")
    assert (culture.districts, culture.area) == ((), "中心城区")


def test_row_13_a_future_industry_is_a_second_tag_and_never_blocks(office: AppContext) -> None:
    """六个未来产业是第二标签；企业的产业和定位判断不受影响。"""
    assert len(office.catalogue.future_industries) == 6
    tag = office.catalogue.future_named("量子科技")
    assert tag is not None
    assert all(tag.name not in c.industries for c in office.catalogue.clusters.values())


def _project(name: str, **more: object) -> Project:
    given: dict[str, object] = {
        "industry": "先进制造", "investment_fen": 3000 * WAN_FEN, "area": to_area(2, "公顷"), "output_fen": 6000 * WAN_FEN,
        "people": 60, "research": 500, "energy": "有", "environment": "有", "source": "申报书",
    }  # fmt: skip
    return Project("", name, str(more.pop("park", "昌平园")), DAY, **(given | more))  # type: ignore[arg-type]


WAN_FEN = 1_000_000


def test_row_15_a_project_is_tested_against_the_standard_of_its_day(office: AppContext) -> None:
    """准入标准有日期、有出处；申报当日的标准说了算，没有标准是未定，不是通过。"""
    projects.apply_for(office, _project("情景15 标准前", park="怀柔园"))
    cited = Citation("情景示例标准")
    first = Standard(
        "怀柔园", "先进制造", date(2026, 11, 1), None, (("investment", 1500 * WAN_FEN), ("research", 600)), (), cited
    )
    admission.register_standard(office, first)
    projects.apply_for(office, replace(_project("情景15 标准后", park="怀柔园"), applied_on=date(2026, 11, 2)))
    told = {t.project.name: t.admission for t in admission.tested(office)}
    assert told["情景15 标准前"].conclusion == UNDECIDED
    assert told["情景15 标准后"].conclusion == FAILED
    assert {line.title: line.state for line in told["情景15 标准后"].lines}["投资强度"] == "达到"
    with pytest.raises(Refused, match="重叠"):
        admission.register_standard(office, first)


def test_row_19_a_cluster_below_two_square_kilometres_is_pointed_out(office: AppContext) -> None:
    """组团在 2 平方公里以上：登记面积后核对，不足的提示，不拦。"""
    for cluster, area in (("翠湖", "1.99"), ("永丰", "2")):
        registers.register(office, "cluster_areas", cluster, {"面积": area}, source="控规", from_day=DAY)
    lines = policy_lines(office.catalogue, (), (), {}, TODAY, registers.cluster_areas(office, TODAY))
    small = {x.subject: x.too_small for x in lines}
    assert (small["翠湖"], small["永丰"], small["东城园"]) == (True, False, False)


def test_row_20_thirty_one_clusters_and_a_new_one_by_date(office: AppContext, tmp_path: Path) -> None:
    """31 个组团，都有定位；2022 年之后的优化拓展由本办文件按日期加入，之前的月份不受影响。"""
    assert len(office.catalogue.clusters) == 31
    assert all(c.focus and c.positioning and c.citation.clause for c in office.catalogue.clusters.values())
    folder = tmp_path / "catalogue"
    shutil.copytree(office.resources / "catalogue", folder)
    text = (folder / "clusters.toml").read_text(encoding="utf-8")
    new = '\n[[cluster]]\nname = "怀柔新城"\npark = "怀柔园"\neffective_from = 2023-01-01\n' + text[text.rindex("covers = ") :]
    new = new[: new.index("aliases = ")] + 'aliases = []\nplaces = [{ name = "怀柔新城", keywords = ["怀柔新城"] }]\n'
    (folder / "clusters.toml").write_text(text + new, encoding="utf-8")
    own = load_catalogue(office.resources, tmp_path)
    assert len(own.clusters) == 32
    assert own.on(date(2022, 12, 31)).clusters.keys() == office.catalogue.clusters.keys()
    told = CompanyFacts("1", "甲", "怀柔园", declared="怀柔新城")
    placed = [assign(told, place_index(own.on(day))).cluster for day in (date(2022, 12, 31), date(2023, 1, 31))]
    assert placed == ["怀柔科学城", "怀柔新城"]
    early = AssignmentRule(0, RuleKind.PLACE, "怀柔新城", "", "怀柔新城", Month(2022, 12), None)
    with pytest.raises(Refused, match="自 2023-01-01 起设立，2022-12 还没有"):
        check_rule(early, own)
    assert check_rule(replace(early, from_month=Month(2023, 1)), own).park == "怀柔园"


def test_row_21_plots_and_place_names_decide_the_cluster(office: AppContext) -> None:
    """涵盖地块是地址里找的地名；规划没写的地块由归属规则补，先预览再登记。"""
    assert "雍和园" in [p.name for p in office.catalogue.clusters["东城园"].places]
    rule = cluster_rules.new_rule("地块", "知行街A1", "上地西三旗", OCTOBER)
    preview = cluster_rules.preview(office, rule, OCTOBER)
    assert [(f.credit_code, f.before, f.after) for f in preview] in ([], [(CODES[1], "永丰", "上地西三旗")])
    number, _ = cluster_rules.apply(office, rule, "情景：楼宇归属")
    assert [r.words for r in cluster_rules.standing(office)[0]] == ["知行街A1"]
    cluster_rules.undo(office, number, "情景结束")


def test_row_25_every_area_has_its_level_from_a_day_on(office: AppContext) -> None:
    """三个层次，自哪天起；生效日之前还是原来的层次。"""
    assess.decide_level(office, LevelDecision("顺义园南区", "同意", "预留发展区", date(2022, 1, 1), "规划 3.4", ""))
    assess.decide_level(office, LevelDecision("顺义园南区", "同意", "重点发展区", date(2026, 6, 1), "适时纳入", ""))
    on = [assess.levels(office, day).get("顺义园南区") for day in (date(2021, 12, 31), date(2026, 5, 31), date(2026, 6, 1))]
    assert on == [None, "预留发展区", "重点发展区"]


def test_row_26_assessment_proposes_and_a_person_decides(office: AppContext) -> None:
    """重点发展区不达标建议退出，预留和小规模达标建议纳入、享受政策；没有人决定，什么也不变。"""
    for subject, level in (("电子城", "重点发展区"), ("良乡", "预留发展区"), ("燕房", "小规模创新发展区")):
        assess.decide_level(office, LevelDecision(subject, "同意", level, date(2022, 1, 1), "规划 3.4", ""))
    good, bad = {"output": "100", "built": "100", "idle": "0"}, {"output": "10", "built": "50", "idle": "20"}
    assess.assess(office, "cluster", {"电子城": bad, "良乡": good, "燕房": good}, on=date(2026, 7, 31), source="情景")
    done = next(a for a in assess.assessments(office) if a.record.on == date(2026, 7, 31))
    assert {p.subject: p.kind for p in done.proposals} == {"电子城": "建议退出", "良乡": "建议纳入", "燕房": "建议享受政策"}
    assert assess.levels(office, TODAY)["电子城"] == "重点发展区"
    assess.decide_level(office, LevelDecision("电子城", "同意", "", date(2026, 8, 1), "考核不达标", ""), done.record.id)
    assert assess.levels(office, TODAY)["电子城"] == ""


def test_row_27_a_cluster_may_have_several_modes_and_matching_uses_them(office: AppContext) -> None:
    """六种模式，五个组团有两种，大兴临空未载明；匹配时按模式打分。"""
    modes = {name: c.modes for name, c in office.catalogue.clusters.items()}
    assert len(office.catalogue.modes) == 6
    assert (sum(len(m) for m in modes.values()), sum(len(m) == 2 for m in modes.values())) == (35, 5)
    assert modes["大兴临空"] == ()
    cluster = office.catalogue.clusters["上地西三旗"]
    room = Room(cluster.name, cluster.park, cluster.industries, cluster.modes, cluster.carriers, 10_000)
    wish = Wish("1", "甲", "朝阳园", "", "先进制造", 100, modes=("领军企业",))
    model = build([wish], [room], match.scoring_in_use(office))
    (told,) = explain(model, solve(model))
    assert "模式相合（领军企业）" in told.why


def test_row_29_planned_industries_without_a_company_are_the_gap_list(office: AppContext) -> None:
    """补充式、填空式招引：组团规划的产业里，还一家都没有的。"""
    gaps = dict(indicators.indicators(office, OCTOBER).gaps)
    assert "先进制造" in gaps["永丰"]
    assert "新一代信息技术" not in gaps["永丰"]
    listed = {(g.cluster, g.industry): g for g in positions.gaps(office, OCTOBER)}
    assert listed["永丰", "先进制造"].kind == "填空式"
    assert listed["永丰", "新一代信息技术"].kind == "补充式"
    assert all(g.park in ("海淀园", "昌平园") for g in listed.values())


def test_row_31_a_headquarters_with_sites_elsewhere_counts_once(office: AppContext) -> None:
    """总部在海淀、经营点在昌平：标注经营点，台账里还是一家。"""
    values = {"经营点所在分园": "昌平园", "经营内容": "研发分部", "从业人员": "12"}
    registers.register(office, "总部与异地经营点", CODES[0], values, source="企业函", from_day=DAY)
    sites = next(r for r in registers.registers(office, TODAY) if r.kind.key == "sites")
    assert ("昌平园", "12") in [(e.value("site_park"), e.value("people")) for e in sites.entries]
    assert [c.park for c in look_up.companies(office, OCTOBER) if c.credit_code == CODES[0]] == ["海淀园"]


def test_row_32_carriers_of_four_kinds_have_their_capacity(office: AppContext) -> None:
    """四类载体按规划登记到组团，容量和已用由本办登记。"""
    assert len(office.catalogue.carriers) == 4
    assert office.catalogue.clusters["昌平新城"].carriers == ("特色创新园/产业加速器",)
    values = {"载体名称": "昌平加速器", "类别": "特色创新园/产业加速器", "容量": "20000", "已用": "12000"}
    registers.register(office, "产业载体", "昌平新城", values, source="园方台账", from_day=DAY)
    found = next(r for r in registers.registers(office, TODAY) if r.kind.key == "carriers")
    entry = next(e for e in found.entries if e.value("name") == "昌平加速器")
    assert int(entry.value("capacity")) - int(entry.value("taken")) == 8_000
    with pytest.raises(Refused, match="不在选项内"):
        registers.register(office, "产业载体", "永丰", values | {"类别": "写字楼"}, source="园方台账", from_day=DAY)


def test_row_39_the_ladder_is_reviewed_with_reasons(office: AppContext) -> None:
    """瞪羚、独角兽、隐形冠军：按当日标准提建议，逐条依据；阶梯图有次序。"""
    found = review_tiers.review(office, OCTOBER)
    grown = next(c for c in found.companies if c.credit_code == CODES[0])
    assert "瞪羚" in {p.tier for p in grown.proposals}
    assert all(p.reasons for p in grown.proposals)
    assert {"瞪羚", "独角兽", "隐形冠军"} <= {s.tier for s in found.standards}
    assert tier_radar.ladder(office, OCTOBER) is not None


def test_row_40_a_group_across_parks_is_seen_together_and_counted_once(office: AppContext) -> None:
    """领军企业在全域整合资源：圈内企业跨园登记，同一企业登记两次也只算一家。"""
    for member in (CODES[1], CODES[3], CODES[3]):
        values = {"leader": CODES[0], "relation": "供应链"}
        registers.register(office, "领军企业生态圈", member, values, source="企业年报", from_day=DAY)
    circle = next(r for r in registers.registers(office, TODAY) if r.kind.key == "circles")
    members = {e.subject for e in circle.entries if e.value("leader") == CODES[0]}
    ledger = {c.credit_code: c.park for c in look_up.companies(office, OCTOBER)}
    assert {ledger[m] for m in members} == {"海淀园", "昌平园"}
    tie = next(c for c in company_ties.ties_of(office, OCTOBER).circles if c.code == CODES[0])
    assert tie.tally.companies == 1 + len(members) == 3
    assert set(tie.tally.parks) == {"海淀园", "昌平园"}
    assert len(ledger) == len(look_up.companies(office, OCTOBER))


def test_row_42_moves_out_of_the_city_are_cases_with_the_other_side(office: AppContext) -> None:
    """与京津冀有序流动：迁出本市有案件，每步有文书；对方不能代答；没有依据不算分享，落地后计入流向。"""
    from zgc_desktop.services import move_case

    place, on = "河北雄安新区", date(2026, 10, 12)
    with pytest.raises(Refused, match="没有叫“河北雄安新区”的分园"):
        move_case.open_case(office, CODES[1], "海淀园", place)
    opened = OutsideCase("", "迁出本市", CODES[1], "", "海淀园", place, "河北", on, "企业函", nature="疏解", kind="部分")
    outside.open_case(office, opened)
    number = next(v.case.number for v in outside.cases(office) if v.case.place == place)
    outside.answer(office, number, "可接收", date(2026, 10, 15), "雄安新区函")
    outside.advance(office, number, "办理中", date(2026, 10, 20), "受理单")
    outside.describe(office, number, registered_on=date(2026, 10, 26))
    outside.advance(office, number, "已落地", date(2026, 10, 28), "变更登记通知书")
    found = outside.view(office, number)
    assert (found.case.state.value, found.answer, found.sharing) == ("已落地", "可接收", NOT_DIVIDED)
    assert [s.paper for s in found.case.steps] == ["企业函", "雄安新区函", "受理单", "变更登记通知书"]
    assert ("海淀园", "河北", 1) in outside.flows_of(office, OCTOBER.last_day).out


def test_row_61_a_major_project_keeps_its_plot(office: AppContext, next_plot: Number) -> None:
    """市级统筹重大项目：打标记，意向地块在储备里。"""
    number = next_plot()
    land.register_plots(office, [_plot(number, state="储备", reserve_reason="重大项目预留")])
    change = projects.apply_for(office, _project("情景61", park="海淀园", major=True, plot=number))
    assert "市级统筹重大项目" in change.sentence
    file = next(f for f in projects.project_files(office) if f.project.name == "情景61")
    kept = next(p for p in land.land_of(office, OCTOBER).plots if p.number == file.project.plot)
    assert (kept.state, kept.reserve_reason) == ("储备", "重大项目预留")
    assert all(number not in o.plots for o in land.offers_of(office, OCTOBER))


def test_row_47_standards_come_in_versions_published_with_their_paper(office: AppContext) -> None:
    """定期发布准入标准：前一版写失效日，后一版接上；每版有文号，旧项目仍按旧版。"""
    cited = Citation("情景发布文件", number="示〔2026〕1号")
    admission.register_standard(office, Standard("平谷园", "", date(2025, 1, 1), None, (("research", 300),), (), cited))
    first = next(s for s in admission.standards(office) if s.park == "平谷园")
    admission.end_standard(office, first.id, date(2025, 12, 31))
    second = Standard("平谷园", "", date(2026, 1, 1), None, (("research", 800),), (), cited)
    projects.apply_for(office, _project("情景47", park="平谷园", industry="", research=500))
    count, turned = admission.try_standard(office, second)
    assert count == 1
    admission.register_standard(office, second)
    known = [s for s in admission.standards(office) if s.park == "平谷园"]
    assert [(s.effective_to, s.citation.number) for s in known] == [
        (date(2025, 12, 31), "示〔2026〕1号"),
        (None, "示〔2026〕1号"),
    ]
    told = next(t for t in admission.tested(office) if t.project.name == "情景47")
    assert told.admission.conclusion == FAILED
    assert PASSED not in {c.after.conclusion for c in turned}
    sheet = review_papers.standard_sheet(office, known[-1].id)
    assert sheet.standard.citation.number == "示〔2026〕1号"
