"""Mechanisms of the outline 2011–2020: targets, labels, funds, zones, assessment, gates, tasks; one scenario a row."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from tests.scenarios.conftest import BODY, OCTOBER, TODAY, WAN, Number
from tests.storage.conftest import CODES, NAMES
from zgc_desktop.domain.admission.criteria import FAILED, UNDECIDED
from zgc_desktop.domain.admission.standards import Standard
from zgc_desktop.domain.areas import to_area
from zgc_desktop.domain.assessment.schemes import read_scheme
from zgc_desktop.domain.assessment.scoring import score_all
from zgc_desktop.domain.coordination import Task
from zgc_desktop.domain.errors import Refused
from zgc_desktop.domain.land.plots import Plot
from zgc_desktop.domain.money import UNIT_FEN
from zgc_desktop.domain.outside import OutsideCase
from zgc_desktop.domain.registers import WHOLE
from zgc_desktop.domain.review.commitments import Fund
from zgc_desktop.domain.review.projects import Project
from zgc_desktop.domain.rulebook import Citation
from zgc_desktop.domain.targets import Progress
from zgc_desktop.domain.tiers import criteria_of
from zgc_desktop.services import (
    admission,
    assess,
    export_table,
    land,
    meetings,
    move_case,
    outside,
    plan,
    projects,
    registers,
    review_tiers,
    yearbook,
)
from zgc_desktop.services.context import AppContext
from zgc_desktop.services.rules import standards_in_use

DAY = date(2026, 1, 1)


def _target(ctx: AppContext, key: str) -> Progress:
    return next(p for p in plan.plan_progress(ctx, OCTOBER) if p.target.key == key)


def _indicator(ctx: AppContext, subject: str, indicator: str, period: str, value: str, unit: str) -> None:
    values = {"指标": indicator, "期间": period, "本期": value, "单位": unit}
    registers.register(ctx, "园区指标", subject, values, source="年报", from_day=DAY)


def test_row_64_research_share_is_measured_from_companies_that_state_both(office: AppContext) -> None:
    """研发占比 5%：只计两项都报的企业，分子分母同一批。"""
    found = _target(office, "2015-research")
    assert found.target.goal == 5
    assert found.now == Fraction(60 + 2, 600 + 400) * 100


def test_row_65_patents_need_the_base_of_2008_and_say_so_until_it_is_there(office: AppContext) -> None:
    """翻一番要 2008 年基数；没有基数就没有现值，登记后才算，各园口径须一致。"""
    assert _target(office, "2015-patents").now is None
    for period, value in (("2008", "1000"), ("2026", "2500")):
        _indicator(office, WHOLE, "发明专利授权", period, value, "件")
    now = _target(office, "2015-patents").now
    assert now is not None
    assert now == Fraction(5, 2)


def test_row_67_total_revenue_is_a_line_to_three_and_ten_trillion(office: AppContext) -> None:
    goals = {t.key: t.goal for t in plan.targets(office) if t.measure == "total_revenue"}
    assert goals == {"2015-revenue": 3, "2020-revenue": 10}
    found = _target(office, "2020-revenue")
    assert found.now is not None
    assert not found.whole
    assert "未入库" in found.sentence


def test_row_68_the_share_of_services_is_never_made_of_parts(office: AppContext) -> None:
    """高技术服务业占 GDP：只认全区的数，一个园的占比不算全区。"""
    _indicator(office, "海淀园", "高技术服务业增加值占比", "2026", "80", "%")
    assert _target(office, "2015-services").now is None
    _indicator(office, WHOLE, "高技术服务业增加值占比", "2026", "64.5", "%")
    now = _target(office, "2015-services").now
    assert now is not None
    assert now == Fraction(129, 2)


def test_row_69_large_companies_are_counted_from_the_ledger(office: AppContext) -> None:
    """年销售收入过 500 亿元的企业：台账里三家报了累计收入，只有一家是 600 亿元。"""
    now = _target(office, "2015-large").now
    assert now is not None
    assert now == 1


def test_row_71_pilot_companies_carry_a_label_with_its_days(office: AppContext) -> None:
    """百家创新型企业试点：有起止、有文号；失效之后不再算。"""
    registers.register(
        office, "企业标记", CODES[1], {"标记": "百家创新型企业试点", "文号": "示 1 号"}, source="名单",
        from_day=date(2025, 1, 1), to_day=date(2025, 12, 31),
    )  # fmt: skip

    def labelled(day: date) -> list[str]:
        labels = next(r for r in registers.registers(office, day) if r.kind.key == "labels")
        return [e.subject for e in labels.entries if e.value("label") == "百家创新型企业试点"]

    assert CODES[1] in labelled(date(2025, 6, 1))
    assert CODES[1] not in labelled(date(2026, 6, 1))


def test_row_74_three_hundred_hundred_million_in_five_years_and_not_one_fen_more(office: AppContext) -> None:
    """审批联席会：5 年 300 亿元，逐笔累计，超出余额或年限的不收。"""
    limit = 300 * UNIT_FEN["亿元"]
    projects.register_fund(office, Fund("集中支持资金", limit, 2026, 2030, "发展规划纲要 四（一）3"))
    projects.apply_for(office, Project("", "情景74", "昌平园", DAY, source="申报书"))
    number = next(f.project.number for f in projects.project_files(office) if f.project.name == "情景74")
    projects.grant(office, number, "集中支持资金", limit - 1, date(2026, 5, 1), "批复 1")
    with pytest.raises(Refused, match="超出余额"):
        projects.grant(office, number, "集中支持资金", 2, date(2026, 6, 1), "批复 2")
    with pytest.raises(Refused, match="不在资金期限"):
        projects.grant(office, number, "集中支持资金", 1, date(2031, 1, 1), "批复 3")
    projects.grant(office, number, "集中支持资金", 1, date(2026, 7, 1), "批复 4")
    assert {f.name: given for f, given in projects.funds_in_use(office)}["集中支持资金"] == limit


def test_row_77_the_eight_old_clusters_are_read_as_todays_industries(office: AppContext) -> None:
    """八大产业集群是旧称，对照到 2019 年的产业，有日期和出处。"""
    older = {o.name: o for o in office.catalogue.older_industries}
    assert len(older) == 8
    assert older["装备产业集群"].now == ("先进制造", "现代交通")
    known = office.catalogue.industry_named("新能源汽车产业集群")
    assert known is not None
    assert known.name == "现代交通"
    assert all(o.citation.clause for o in older.values())


def test_row_82_bases_built_with_neighbours_are_cases_and_no_moves(office: AppContext) -> None:
    """京津冀协作、共建基地：在外设的基地有案件，不算迁移、不适用迁移的分享办法；共建的组团有标签。"""
    on, name = date(2026, 10, 9), "京津中关村科技城"
    opened = OutsideCase(
        "", "在外设基地", CODES[2], "", "海淀园", "天津宝坻", "天津", on, "共建协议", nature="项目落地", base=name
    )  # fmt: skip
    outside.open_case(office, opened)
    number = next(v.case.number for v in outside.cases(office) if v.case.base == name)
    with pytest.raises(Refused, match="在外设基地不是迁移"):
        outside.describe(office, number, rule="jjj-2015", rule_paper="名单")
    outside.advance(office, number, "办理中", date(2026, 10, 12), "选址意见")
    outside.describe(office, number, registered_on=date(2026, 10, 20))
    outside.advance(office, number, "已落地", date(2026, 10, 21), "营业执照")
    flows = outside.flows_of(office, date(2026, 10, 31))
    assert ("海淀园", "天津", 1) in flows.bases
    assert ("海淀园", "天津", 1) not in flows.out
    tag = {"标签": "京津冀共建", "共建方": "天津宝坻", "共建方分享比例": "30"}
    registers.register(office, "组团标签", "中知学原始创新", tag, source="协议", from_day=DAY)
    found = {r.kind.key: r.entries for r in registers.registers(office, TODAY)}
    assert ("天津宝坻", "30") in [(e.value("partner"), e.value("share")) for e in found["tags"]]


def test_row_87_the_scorecard_has_dated_weights_and_recomputes(office: AppContext) -> None:
    """集约利用评价：方案有日期和权重，底稿逐项相加等于得分；理想值为零的方案不收。"""
    ((_, scheme),) = assess.schemes(office)
    assert sum(g.weight for g in scheme.groups) == 1
    assert not scheme.in_force(date(2025, 12, 31))
    figures = {"甲": {"output": Fraction(50), "built": Fraction(80), "idle": Fraction(5)}}
    (score,) = score_all(scheme, figures)
    assert score.total == sum(x.points for x in score.lines)
    assert score.total == 60 * Fraction(1, 2) + 40 * (Fraction(3, 4) * Fraction(4, 5) + Fraction(1, 4) * Fraction(3, 4))
    text = (office.paths.rules / "assessment" / "组团.toml").read_text(encoding="utf-8").replace("ideal = 100", "ideal = 0", 1)
    (office.paths.rules / "坏.toml").write_text(text, encoding="utf-8")
    from zgc_desktop.services.rules import read_toml

    with pytest.raises(Refused, match="不能作除数"):
        read_scheme(read_toml(office.paths.rules / "坏.toml"), "坏.toml")


def _tested(ctx: AppContext, name: str, park: str, **more: object) -> tuple[str, dict[str, str]]:
    """The conclusion of a project's test and the state of each line."""
    given: dict[str, object] = {"investment_fen": 3000 * WAN, "area": to_area(2, "公顷"), "source": "申报书"}
    projects.apply_for(ctx, Project("", name, park, date(2026, 3, 1), **(given | more)))  # type: ignore[arg-type]
    told = next(t.admission for t in admission.tested(ctx) if t.project.name == name)
    return told.conclusion, {line.title: line.state for line in told.lines}


def test_row_88_companies_and_projects_are_examined_before_they_come_in(office: AppContext) -> None:
    """准入审核制度：先对标准，再联审；未报的是未定，不是不符合。"""
    standard = Standard(
        "门头沟园", "", DAY, None, (("investment", 1000 * WAN), ("head_output", 100 * WAN)), (), Citation("情景标准")
    )
    admission.register_standard(office, standard)
    conclusion, lines = _tested(office, "情景88", "门头沟园")
    assert (conclusion, lines["投资强度"], lines["人均产出"]) == (UNDECIDED, "达到", "未定")
    number = next(f.project.number for f in projects.project_files(office) if f.project.name == "情景88")
    assert projects.project_file(office, number).state == "申报"
    assert BODY in [b.name for b in meetings.bodies(office)]


def test_row_89_transfers_are_listed_and_idle_land_is_timed(office: AppContext, next_plot: Number) -> None:
    """转让和闲置：转让有双方和批文，闲置满一年、满两年各有处置依据。"""
    number = next_plot()
    plot = Plot(
        number, "房山园", OCTOBER, to_area(3, "公顷"), cluster="窦店", state="闲置", idle_since=date(2024, 5, 1), source="核查"
    )
    land.register_plots(office, [plot])
    clock = next(c for c in land.land_of(office, OCTOBER).clocks if c.plot.number == number)
    assert (clock.kind, "可依法无偿收回" in clock.sentence) == ("闲置", True)
    values = {"类别": "转让", "转出方": "甲公司", "转入方": "乙公司", "面积": "3", "批准文件": "批 1"}
    registers.register(office, "用地转让", number, values, source="合同", from_day=DAY)
    listed = next(r for r in registers.registers(office, TODAY) if r.kind.key == "transfers")
    assert (number, "乙公司") in [(e.subject, e.value("to_party")) for e in listed.entries]


def test_row_91_a_project_without_its_energy_review_does_not_pass(office: AppContext) -> None:
    standard = Standard("密云园", "", DAY, None, (("investment", 1000 * WAN),), ("energy",), Citation("情景标准"))
    admission.register_standard(office, standard)
    assert _tested(office, "情景91 无", "密云园", energy="无")[0] == FAILED
    assert _tested(office, "情景91 未填", "密云园")[1]["节能审查"] == "未定"
    assert _tested(office, "情景91 有", "密云园", energy="有")[1]["节能审查"] == "达到"


def test_row_92_a_project_without_its_environmental_review_does_not_pass(office: AppContext) -> None:
    standard = Standard("石景山园", "", DAY, None, (("investment", 1000 * WAN),), ("environment",), Citation("情景标准"))
    admission.register_standard(office, standard)
    assert _tested(office, "情景92 无", "石景山园", environment="无")[0] == FAILED
    assert _tested(office, "情景92 有", "石景山园", environment="有")[1]["环境准入"] == "达到"


def test_row_97_graduates_of_incubators_lead_to_a_cluster_or_away(office: AppContext) -> None:
    """大学科技园、孵化器：载体有类别，毕业企业落到哪个组团，没落下的说去向。"""
    carrier = {"载体名称": "大学科技园", "类别": "大学科技园", "在孵企业": "40"}
    registers.register(office, "产业载体", "上地西三旗", carrier, source="园方台账", from_day=DAY)
    for code, where in ((CODES[3], {"落户组团": "昌平新城"}), (CODES[4], {"未落户本市时去向": "河北廊坊"})):
        registers.register(office, "孵化毕业企业", code, {"孵化载体": "大学科技园"} | where, source="毕业名单", from_day=DAY)
    listed = next(r for r in registers.registers(office, TODAY) if r.kind.key == "graduates")
    assert {e.subject: e.value("to_cluster") for e in listed.entries} == {CODES[3]: "昌平新城", CODES[4]: ""}


def test_row_101_tasks_have_owner_day_and_light(office: AppContext) -> None:
    """职责分工：任务来自规划条款或月报，责任单位、时限、红黄绿。"""
    for text, due in (("情景101 红", date(2026, 11, 1)), ("情景101 黄", date(2026, 11, 20)), ("情景101 绿", date(2027, 6, 1))):
        meetings.add_task(office, Task(text, "发改委", due, "发展规划纲要 八（五）1"))
    lights = {t.text[-1]: t.light(TODAY) for t in meetings.tasks(office) if t.text.startswith("情景101")}
    assert lights == {"红": "红", "黄": "黄", "绿": "绿"}
    with pytest.raises(Refused):
        meetings.add_task(office, Task("情景101 无主", "", date(2027, 1, 1), "会议"))


def test_row_102_cases_and_tasks_are_followed_until_they_are_done(office: AppContext) -> None:
    """统筹协调、跟踪帮助：案件有经过，任务办结要写落实情况。"""
    from zgc_desktop.services import case_record

    case = move_case.open_case(office, CODES[3], "昌平园", "海淀园")
    case_record.say(office, case.id, "昌平区", "知悉", "李", day=TODAY)
    assert "知悉" in str(case_record.history(office, case.id))
    meetings.add_task(office, Task(f"情景102 协调 {case.id}", "科委", date(2026, 11, 30), case.id))
    task = next(t for t in meetings.tasks(office) if t.text.startswith("情景102"))
    with pytest.raises(Refused, match="落实情况"):
        meetings.finish_task(office, task.id, TODAY, " ")
    meetings.finish_task(office, task.id, TODAY, "已衔接")
    assert next(t for t in meetings.tasks(office) if t.id == task.id).sentence(TODAY).endswith("已衔接")


def test_row_103_what_the_public_gets_holds_no_company_figures(office: AppContext, tmp_path: Path) -> None:
    """督促检查、社会监督：对外的名录不含企业自报数和税；要带就被拒绝，说出是哪几列。"""
    with pytest.raises(Refused) as why:
        export_table.export_companies(office, OCTOBER, "对外", tmp_path / "全.xlsx")
    assert "税收" in why.value.sentence
    path, left_out = export_table.export_companies(office, OCTOBER, "对外", tmp_path / "公开.xlsx", leave_out=True)
    assert path.exists()
    assert {"营业收入（万元）", "税收·地方（万元）", "从业人员（人）"} <= set(left_out)
    book = yearbook.public_book(office, 2026)
    assert book.limits.least > 1
    assert not any(name in str(book.targets) + str(book.ties) + str(book.projects) for name in NAMES)
    assert yearbook.write_yearbook(office, 2026, tmp_path, public=True).read_bytes().startswith(b"%PDF")


def test_row_105_technology_sme_is_a_size_class_and_the_first_step_of_the_ladder(office: AppContext) -> None:
    """科技型中小企业：五百人、两亿元以下，缺数据的是未定，不当作符合。"""
    standard = next(s for s in standards_in_use(office) if s.tier == "科技型中小企业")
    assert {"职工不超过 500 人", "年销售收入不超过 2 亿元"} <= {c.title for c in criteria_of(standard.rule)}
    undecided = dict(review_tiers.review(office, OCTOBER).undecidable)
    assert undecided["科技型中小企业"] == 4
