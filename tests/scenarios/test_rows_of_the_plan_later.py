"""Mechanisms of the plan 2018–2035, chapter 6: coordination, land, exit, sharing, review and evaluation; one scenario a row."""

from __future__ import annotations

from datetime import date

import pytest

from tests.scenarios.conftest import BODY, OCTOBER, SEPTEMBER, TODAY, Number
from tests.storage import ledger_story as story
from tests.storage.conftest import CODES
from zgc_desktop.domain.areas import to_area
from zgc_desktop.domain.assessment.levels import ExitNotice
from zgc_desktop.domain.coordination import Resolution, Task
from zgc_desktop.domain.errors import Refused
from zgc_desktop.domain.land.plots import Plot
from zgc_desktop.domain.moves import CaseState
from zgc_desktop.domain.review.commitments import Condition, Promise
from zgc_desktop.domain.review.opinions import SILENT
from zgc_desktop.domain.review.projects import Project
from zgc_desktop.domain.review.steps import APPLIED, FORMAL, MEETING, OPINIONS
from zgc_desktop.services import (
    assess,
    case_record,
    explain,
    land,
    match,
    meetings,
    month_report,
    move_case,
    plan,
    projects,
    review_papers,
    settle,
    simulate,
    statements,
    yearbook,
)
from zgc_desktop.services.context import AppContext

DAY = date(2026, 3, 2)


def _plot(number: str, **more: object) -> Plot:
    given: dict[str, object] = {"area": to_area(10, "公顷"), "used": 0, "source": "报送表 5", "state": "在用"}
    return Plot(number, str(more.pop("park", "海淀园")), OCTOBER, **(given | more))  # type: ignore[arg-type]


def _applied(ctx: AppContext, name: str, **more: object) -> str:
    """Enter a project; its number."""
    projects.apply_for(ctx, Project("", name, "昌平园", DAY, industry="先进制造", source="申报书", **more))  # type: ignore[arg-type]
    return next(f.project.number for f in projects.project_files(ctx) if f.project.name == name)


def _to_meeting(ctx: AppContext, number: str) -> None:
    projects.advance(ctx, number, FORMAL, date(2026, 3, 3))
    projects.advance(ctx, number, OPINIONS, date(2026, 3, 4))
    projects.ask(ctx, number, ["区规自分局", "区生态局"], date(2026, 3, 4), date(2026, 3, 14))
    projects.give_opinion(ctx, number, "区规自分局", date(2026, 3, 10), "同意")
    projects.advance(ctx, number, MEETING, date(2026, 3, 16))


def test_row_43_bodies_decide_with_a_quorum_and_what_they_decide_is_followed(office: AppContext) -> None:
    """领导小组办公室：机构、成员、议题、议定事项，责任单位到期前办结。"""
    made = Resolution(BODY, TODAY, "案件", "MV-2026-001", "基数如何核定", "议定", "财政局复核基数")
    to_do = [Task("情景43 复核基数", "财政局", date(2026, 12, 20), "")]
    with pytest.raises(Refused, match="不足 2 人"):
        meetings.resolve(office, made, ["科委"], to_do)
    meetings.resolve(office, made, ["科委", "发改委"], to_do)
    task = next(t for t in meetings.tasks(office) if t.text.startswith("情景43"))
    assert (task.owner, task.light(TODAY)) == ("财政局", "绿")
    assert BODY in task.origin


def test_row_44_opinions_have_rounds_members_and_dates(office: AppContext) -> None:
    """协商、咨询：征求谁、几号前、第几轮；补正后再来一轮，前一轮的意见还在。"""
    number = _applied(office, "情景44")
    _to_meeting(office, number)
    held = projects.MeetingHeld(BODY, date(2026, 3, 20), ("科委", "发改委"), 0, 2, "补正", "材料不齐")
    projects.decide(office, number, held)
    projects.advance(office, number, FORMAL, date(2026, 4, 1))
    projects.advance(office, number, OPINIONS, date(2026, 4, 2))
    projects.ask(office, number, ["区生态局"], date(2026, 4, 2), date(2026, 12, 1))
    file = projects.project_file(office, number)
    assert file.round == 2
    assert [(s.body, s.answer) for s in projects.opinions_of(office, file)] == [("区生态局", "待反馈")]
    assert [o.round for o in file.opinions] == [1]


def test_row_46_supply_and_demand_of_land_meet_with_a_reason_for_every_place(office: AppContext, next_plot: Number) -> None:
    """用地供需服务平台：登记的空间和书面意向求解，去不了的每一处都有原因。"""
    for cluster, park, area in (("西红门", "大兴园", 20), ("西集", "通州园", 1)):
        land.register_plots(office, [_plot(next_plot(), park=park, cluster=cluster, area=to_area(area, "公顷"))])
    match.register_wish(office, CODES[3], written_on=DAY, paper="意向书", need_m2=50_000, stay=False)
    placed = match.propose(office, OCTOBER)
    at = next(n for n, w in enumerate(placed.model.wishes) if w.credit_code == CODES[3])
    told = next(p for p in placed.proposed if p.wish.credit_code == CODES[3])
    assert told.option is not None
    assert told.option.cluster == "西红门"
    reasons = {o.cluster: o.blocked for o in placed.model.options[at]}
    assert "还差 40,000 ㎡" in reasons["西集"]
    assert reasons[""] == "企业须迁出，不能留在原址"


def test_row_48_the_way_out_has_a_notice_a_term_and_an_outcome(office: AppContext) -> None:
    """退出机制：告知、限期整改、办结；期限须晚于告知。"""
    notice = ExitNotice("情景48 某地块", "闲置满两年", date(2026, 9, 1), date(2026, 10, 31), paper="告知书 1 号")
    with pytest.raises(Refused, match="不晚于告知日"):
        assess.give_notice(office, ExitNotice("x", "y", date(2026, 9, 1), date(2026, 9, 1), paper="z"))
    assess.give_notice(office, notice)
    number, kept = next((n, x) for n, x in assess.exit_list(office) if x.subject == notice.subject)
    assert kept.state(TODAY) == "已逾期"
    assess.end_notice(office, number, "收回", TODAY)
    assert dict(assess.exit_list(office))[number].state(TODAY) == "已办结：收回"


def test_row_50_flexible_terms_run_out_on_a_clock(office: AppContext, next_plot: Number) -> None:
    """弹性年限：起止、将到期、已到期、超过上限，各有依据；到期早于起始的不收。"""
    number, late = next_plot(), next_plot()
    term = {"supply": "弹性年期", "term_from": date(2012, 1, 1)}
    land.register_plots(
        office, [_plot(number, **term, term_to=date(2026, 12, 31)), _plot(late, **term, term_to=date(2020, 1, 1))]
    )
    running = {c.plot.number: c.kind for c in land.land_of(office, OCTOBER).clocks if c.plot.number in (number, late)}
    assert running == {number: "将到期", late: "已到期"}
    with pytest.raises(Refused, match="不晚于起始日"):
        land.register_plots(office, [_plot(next_plot(), **term, term_to=date(2011, 1, 1))])


def test_row_51_the_share_the_platform_company_keeps_has_a_trend(office: AppContext, next_plot: Number) -> None:
    """自持比例：逐宗登记，按面积加权，逐月可比；超过 100% 的不收。"""
    number = next_plot()
    own = {"park": "延庆园", "cluster": "延庆园"}
    earlier = Plot(number, "延庆园", SEPTEMBER, to_area(10, "公顷"), cluster="延庆园", self_held=3000, source="9 月报送")
    land.register_plots(office, [earlier])
    land.register_plots(office, [_plot(number, **own, self_held=4500)])
    trend = land.trend_of(office, [SEPTEMBER, OCTOBER])["组团", "延庆园"]
    assert [(m, s.self_held and s.self_held * 100) for m, s in trend] == [(SEPTEMBER, 30), (OCTOBER, 45)]
    with pytest.raises(Refused, match="不在 0 至 100%"):
        land.register_plots(office, [_plot(next_plot(), self_held=10_001)])


def test_row_54_interests_are_shared_by_a_rule_one_can_try_and_net(books: AppContext) -> None:
    """利益与资源相协调：按办法分、换个比例试算、各区相抵后付净额；试算不进账。"""
    run = settle.settle(books, story.AUGUST)
    assert run.section.difference_fen == 0
    tried = simulate.simulate(books, story.AUGUST, ["ratios=0.4,0.4,0.4"])
    assert sum(p.change_fen for p in tried.parties) == 0
    assert any(p.change_fen for p in tried.parties)
    table = statements.month_matrix(books, story.AUGUST)
    assert sum(table.position(p) for p in table.parties) == 0


def test_row_55_a_move_is_a_case_of_three_parties(books: AppContext) -> None:
    """企业跨区迁移：迁出、迁入、市级各说各的，谁也不能代谁。"""
    case = move_case.open_case(books, story.CODES[2], "海淀园", "昌平园")
    assert {lane.party for lane in case_record.lanes(books, case.id)} == {"海淀区", "昌平区", "市级"}
    case_record.say(books, case.id, "海淀区", "知悉", "李", day=TODAY)
    with pytest.raises(Refused, match="不是本案的一方"):
        case_record.say(books, case.id, "东城区", "知悉", "李", day=TODAY)
    with pytest.raises(Refused, match="不能落地"):
        move_case.land(books, case.id)
    assert next(c for c in move_case.all_cases(books) if c.id == case.id).state is not CaseState.LANDED


def test_row_56_shared_tax_adds_up_and_explains_itself(books: AppContext) -> None:
    """税收收入分享：每一分都有去处，点开是算式、条款和单元格。"""
    run = settle.settle(books, story.SEPTEMBER)
    line = run.section.lines[0]
    assert line.counted_fen == line.due_fen + line.kept_fen
    tree = explain.figure(books, story.SEPTEMBER, line.case_id, line.receiver)
    assert tree.amount_fen == line.due_fen
    assert tree.children
    found = statements.statement(books, story.SEPTEMBER, "海淀区")
    assert found.party == "海淀区"


def test_row_59_parks_are_managed_by_reporting_and_assessment(office: AppContext) -> None:
    """动态管理和评价考核：谁没报一目了然，考核得分能当场重算。"""
    document = month_report.document(office, OCTOBER)
    assert [park for park, _ in document.missing][:2] == ["东城园", "西城园"]
    assert len(document.missing) == 15
    figures = {
        "丰台园东区": {"output": "80", "built": "100", "idle": "10"},
        "丰台园西区": {"output": "80", "built": "", "idle": "0"},
    }
    assess.assess(office, "cluster", figures, on=date(2026, 8, 31), source="情景")
    done = next(a for a in assess.assessments(office) if a.record.on == date(2026, 8, 31))
    assert {s.subject: s.total for s in done.scores} == {"丰台园东区": 83, "丰台园西区": 58}
    assert next(s for s in done.scores if s.subject == "丰台园西区").missing == ("建成率",)


def test_row_60_a_project_is_reviewed_together_before_it_lands(office: AppContext) -> None:
    """落地联合审议：申报到达产逐步走，静默算无意见，条件逐项销号，承诺到期核实，会议不足人数不算数。"""
    number = _applied(office, "情景60")
    with pytest.raises(Refused):
        projects.advance(office, number, MEETING, date(2026, 3, 3))
    _to_meeting(office, number)
    silent = {s.body: s.answer for s in projects.opinions_of(office, projects.project_file(office, number))}
    assert silent["区生态局"] == SILENT
    condition = Condition("补能评", "企业", "签约", date(2026, 5, 1))
    held = projects.MeetingHeld(BODY, date(2026, 3, 20), ("科委", "发改委"), 2, 0, "有条件通过", "纪要 1", (), (condition,))
    with pytest.raises(Refused, match="到会人数不足"):
        projects.decide(office, number, projects.MeetingHeld(BODY, held.on, ("科委",), 1, 0, "通过", "纪要"))
    projects.decide(office, number, held)
    projects.promise(office, number, Promise("年产出", "万元", 600_000, date(2028, 12, 31)))
    with pytest.raises(Refused, match="条件未销号"):
        projects.advance(office, number, "签约", date(2026, 4, 1))
    (open_,) = projects.project_file(office, number).conditions
    projects.strike_off(office, number, open_.id, date(2026, 4, 2), "能评批复")
    for state, on in (("签约", date(2026, 4, 3)), ("开工", date(2026, 6, 1)), ("投产", date(2026, 9, 1))):
        projects.advance(office, number, state, on)
    with pytest.raises(Refused, match="还没有考核值"):
        projects.advance(office, number, "达产考核", date(2026, 10, 1))
    (promised,) = projects.project_file(office, number).promises
    projects.found(office, number, promised.id, 590_000, date(2026, 10, 1), "审计报告")
    projects.advance(office, number, "达产考核", date(2026, 10, 2))
    file = projects.project_file(office, number)
    assert [s.state for s in file.steps][:2] == [APPLIED, FORMAL] or file.steps[0].state == FORMAL
    assert file.promises[0].state == "未达到"
    paper = review_papers.minutes(office, BODY, held.on)
    assert paper.on == held.on


def test_row_62_the_plan_is_evaluated_target_by_target(office: AppContext) -> None:
    """定期评估：每项目标说现值、口径、缺谁；不可量化的说不可量化，不编数。"""
    found = plan.plan_progress(office, OCTOBER)
    assert len(found) == len(plan.targets(office))
    for progress in found:
        assert progress.sentence
        assert progress.target.citation.clause
        if progress.target.kind == "不可量化":
            assert progress.now is None
    revenue = next(p for p in found if p.target.key == "2020-revenue")
    assert "未入库" in revenue.sentence
    assert revenue.target.quote
    book = yearbook.yearbook(office, 2026)
    assert book.doc.month == OCTOBER
    assert [t.title for t in book.doc.targets] == [p.target.title for p in found]
