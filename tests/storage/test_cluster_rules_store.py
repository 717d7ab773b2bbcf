"""Assignment rules, choices by hand, indicators and placement on a real workspace."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest

from db.queries import records
from zgc_desktop import bootstrap
from zgc_desktop.cli import main
from zgc_desktop.domain.cluster_rules import in_force as office_rules
from zgc_desktop.domain.cluster_rules import lay_over
from zgc_desktop.domain.errors import Refused
from zgc_desktop.domain.matching import PinKind
from zgc_desktop.domain.periods import Month
from zgc_desktop.domain.placement import CompanyFacts, assign, place_index
from zgc_desktop.services import cluster_rules, look_up, match, undo
from zgc_desktop.services.accept import accept
from zgc_desktop.services.context import AppContext
from zgc_desktop.services.indicators import indicators
from zgc_desktop.services.place import placed
from zgc_desktop.services.receive import receive

Row = dict[str, object]
Make = Callable[..., Row]
WriteFile = Callable[..., Path]
OCTOBER = Month(2026, 10)
CODE, SECOND, THIRD = "91110108MA01TJ3Y5P", "91110114MA0J9HTM4L", "91110113MA09D4H3XP"


@pytest.fixture
def placed_desk(desk: AppContext, park_file: WriteFile, make_company: Make) -> AppContext:
    """海淀园: two companies at a plot no place name knows, one that declared 翠湖."""
    roster = [
        make_company(0, registered_address="北京市海淀区知行街A1地块2号楼"),
        make_company(1, registered_address="北京市海淀区知行街A10地块"),
        make_company(2, registered_address="北京市海淀区知行街A1地块", cluster="翠湖"),
    ]
    receive(desk, [park_file("海淀园", "2026-10", roster)])
    accept(desk, OCTOBER, ["海淀园"], despite_errors="试")
    return desk


def where(ctx: AppContext) -> dict[str, tuple[str, str]]:
    return {a.credit_code: (a.cluster, a.how) for a in placed(ctx, OCTOBER).assignments}


def rule(words: str = "知行街A1", kind: str = "地块", cluster: str = "永丰") -> cluster_rules.AssignmentRule:
    return cluster_rules.new_rule(kind, words, cluster, OCTOBER)


def test_what_no_rule_reaches_waits_in_the_queue(placed_desk: AppContext) -> None:
    assert {a.credit_code for a in cluster_rules.queue(placed_desk, OCTOBER)} == {CODE, SECOND}


def test_a_preview_says_who_would_move_and_writes_nothing(placed_desk: AppContext) -> None:
    """地块 A1 的规则只动 A1 的企业：不动 A10，也不动园区已填报组团的企业。"""
    with placed_desk.store.read() as connection:
        before = records.last_seq(connection)
    seen = cluster_rules.preview(placed_desk, rule(), OCTOBER)
    assert [(p.credit_code, p.before, p.after) for p in seen] == [(CODE, "", "永丰")]
    with placed_desk.store.read() as connection:
        assert records.last_seq(connection) == before


def test_what_is_applied_is_what_the_preview_said_and_undo_brings_it_back(placed_desk: AppContext) -> None:
    before = where(placed_desk)
    number, summary = cluster_rules.apply(placed_desk, rule(), "规划图核对")
    assert summary.months == {"2026-10"}
    assert where(placed_desk) == before | {CODE: ("永丰", "office_rule")}
    cluster_rules.undo(placed_desk, number, "看错图")
    assert where(placed_desk) == before
    with pytest.raises(Refused, match=f"没有生效的归属规则 {number}"):
        cluster_rules.undo(placed_desk, number, "再撤")


def test_a_keyword_rule_needs_every_word(placed_desk: AppContext) -> None:
    assert len(cluster_rules.preview(placed_desk, rule("知行街 地块", "关键词"), OCTOBER)) == 2
    assert cluster_rules.preview(placed_desk, rule("知行街 9号", "关键词"), OCTOBER) == ()


def test_two_rules_that_disagree_decide_nothing(placed_desk: AppContext) -> None:
    cluster_rules.apply(placed_desk, rule(), "甲说")
    cluster_rules.apply(placed_desk, rule("知行街", "地名", "翠湖"), "乙说")
    assert where(placed_desk)[CODE] == ("", "unassigned")
    assert set(cluster_rules.secondary(placed_desk, OCTOBER)[CODE]) == {"永丰", "翠湖"}
    assert where(placed_desk)[SECOND] == ("翠湖", "office_rule")


def test_a_choice_by_hand_has_one_main_and_others_secondary_from_its_month_on(placed_desk: AppContext) -> None:
    cluster_rules.choose(placed_desk, THIRD, "永丰", "主业在永丰", from_month=OCTOBER, secondary=["翠湖", "永丰"])
    assert where(placed_desk)[THIRD] == ("永丰", "manual")
    assert cluster_rules.secondary(placed_desk, OCTOBER)[THIRD] == ("翠湖",)
    (choice,) = cluster_rules.standing(placed_desk)[1]
    cluster_rules.undo_choice(placed_desk, choice.id, "企业更正")
    assert where(placed_desk)[THIRD] == ("翠湖", "declared")


def test_a_choice_for_a_later_month_leaves_this_one_alone(placed_desk: AppContext) -> None:
    before = where(placed_desk)
    cluster_rules.choose(placed_desk, CODE, "永丰", "下月搬入", from_month=OCTOBER.plus(1))
    assert where(placed_desk) == before


@pytest.fixture
def ending(placed_desk: AppContext) -> AppContext:
    """The same desk whose own catalogue ends 永丰 on 30 November 2026."""
    text = (placed_desk.resources / "catalogue" / "clusters.toml").read_text(encoding="utf-8")
    own = placed_desk.paths.rules / "catalogue" / "clusters.toml"
    own.parent.mkdir(parents=True)
    head = '[[cluster]]\nname = "永丰"\n'
    assert head in text
    own.write_text(text.replace(head, f"{head}effective_to = 2026-11-30\n"), encoding="utf-8")
    return bootstrap.open_workspace(placed_desk.paths.address, who="张", clock=lambda: datetime(2026, 11, 6, 9, 0))


def test_a_cluster_is_not_chosen_outside_its_days_and_nothing_is_written(ending: AppContext) -> None:
    """永丰到 2026-11-30 为止：起始月或终止月在此后的人工归属、归属规则都不收，也不留下半条。"""
    november, december = OCTOBER.plus(1), OCTOBER.plus(2)
    for first, last in ((december, None), (november, december)):
        with pytest.raises(Refused, match="永丰组团到 2026-11-30 为止，2026-12 已没有"):
            cluster_rules.choose(ending, CODE, "永丰", "试", from_month=first, to_month=last)
    with pytest.raises(Refused, match="2026-12 已没有"):
        cluster_rules.choose(ending, CODE, "翠湖", "试", from_month=december, secondary=["永丰"])
    with pytest.raises(Refused, match="2026-12 已没有"):
        cluster_rules.apply(ending, cluster_rules.new_rule("地块", "知行街A1", "永丰", december), "试")
    assert cluster_rules.standing(ending) == ((), ())
    cluster_rules.choose(ending, CODE, "永丰", "试", from_month=OCTOBER, to_month=november)
    assert where(ending)[CODE] == ("永丰", "manual")


def test_an_open_choice_ends_with_its_cluster_and_says_so(ending: AppContext) -> None:
    """不写终止月的人工归属随组团终止：其后的月份照地址与填报归属，理由写明。"""
    cluster_rules.choose(ending, CODE, "永丰", "主业在永丰", from_month=OCTOBER)
    facts = CompanyFacts(CODE, "甲", "海淀园", declared="翠湖")
    placed_in = []
    for month in (OCTOBER.plus(1), OCTOBER.plus(2)):
        base = assign(facts, place_index(ending.catalogue.on(month.last_day)))
        held = office_rules((), cluster_rules.standing(ending)[1], month, ending.catalogue)
        placed_in.append(lay_over(base, facts, held, ending.catalogue))
    assert [p.cluster for p in placed_in] == ["永丰", "翠湖"]
    assert "本月没有这个组团，不再适用" in placed_in[1].reasons[-1]


def test_a_choice_in_another_park_does_not_hold(placed_desk: AppContext) -> None:
    cluster_rules.choose(placed_desk, CODE, "窦店", "误填", from_month=OCTOBER)
    assert where(placed_desk)[CODE] == ("", "unassigned")


@pytest.mark.parametrize(
    ("kind", "words", "cluster", "said"),
    [("楼宇", "甲座", "永丰", "种类"), ("地名", "甲", "永丰", "至少两个字"), ("地名", "甲座", "永风", "没有叫")],
)
def test_a_rule_that_cannot_be_is_refused(placed_desk: AppContext, kind: str, words: str, cluster: str, said: str) -> None:
    with pytest.raises(Refused, match=said):
        cluster_rules.preview(placed_desk, rule(words, kind, cluster), OCTOBER)


def test_below_the_floor_nothing_is_shown_and_the_limits_are_cited(placed_desk: AppContext) -> None:
    found = indicators(placed_desk, OCTOBER)
    assert [(q.area, q.n, q.value) for q in found.quotients] == [("翠湖", 1, None)]
    assert {f.subject for f in found.findings if f.kind == "park"} >= {"亦庄园"}
    assert all("〔" in f.sentence for f in found.findings)


@pytest.fixture
def wishing(placed_desk: AppContext) -> AppContext:
    """Two written wishes, and room for one of them in 永丰."""
    for code in (CODE, SECOND):
        match.register_wish(placed_desk, code, written_on=date(2026, 10, 9), paper="意向书", need_m2=800, modes=["专业加速"])
    match.register_room(placed_desk, "永丰", OCTOBER, 1000, source="试")
    return placed_desk


def test_a_proposal_is_made_of_written_wishes_and_becomes_a_lead_and_nothing_more(
    wishing: AppContext, capsys: pytest.CaptureFixture[str]
) -> None:
    found = match.propose(wishing, OCTOBER)
    assert found.solution.gap == 0
    assert sorted(p.option.label for p in found.proposed if p.option) == ["永丰组团", "留在原址"]
    (mover,) = [p.wish.credit_code for p in found.proposed if p.option and p.option.cluster]
    match.make_leads(wishing, OCTOBER, [mover])
    assert [(lead.credit_code, lead.to_park, lead.to_cluster) for lead in match.leads(wishing, OCTOBER)] == [
        (mover, "海淀园", "永丰")
    ]
    assert main.run(["leads", "--month", "2026-10", "--workspace", str(wishing.paths.address), "--json"]) == 0
    (told,) = json.loads(capsys.readouterr().out)["placement"]
    assert (told["credit_code"], told["to"], told["to_cluster"]) == (mover, "海淀园", "永丰")
    with pytest.raises(Refused, match="已转为线索"):
        match.make_leads(wishing, OCTOBER, [mover])
    source = Path(match.__file__).read_text(encoding="utf-8")
    assert "move_case" not in source
    assert "db.moves" not in source


def test_who_is_to_stay_gives_no_lead(wishing: AppContext) -> None:
    match.pin(wishing, CODE, "", PinKind.PIN, "产线不能动")
    told = {p.wish.credit_code: p for p in match.propose(wishing, OCTOBER).proposed}
    assert told[SECOND].option is not None
    assert (told[CODE].why.startswith("留在原址"), told[SECOND].option.cluster) == (True, "永丰")
    with pytest.raises(Refused, match="没有可转为线索的建议"):
        match.make_leads(wishing, OCTOBER, [CODE])


def test_without_room_or_wishes_it_says_what_is_missing(placed_desk: AppContext) -> None:
    with pytest.raises(Refused, match="用地数据未报"):
        match.propose(placed_desk, OCTOBER)
    match.register_room(placed_desk, "永丰", OCTOBER, 1000, source="试")
    with pytest.raises(Refused, match="没有登记书面意向"):
        match.propose(placed_desk, OCTOBER)


@pytest.mark.parametrize(
    ("changes", "said"),
    [({"paper": " "}, "书面意向"), ({"need_m2": 0}, "大于 0"), ({"modes": ["飞"]}, "不认识的发展模式")],
)
def test_a_wish_that_cannot_be_is_refused(placed_desk: AppContext, changes: dict[str, object], said: str) -> None:
    good: dict[str, object] = {"written_on": date(2026, 10, 9), "paper": "意向书"}
    with pytest.raises(Refused, match=said):
        match.register_wish(placed_desk, CODE, **(good | changes))  # type: ignore[arg-type]


def test_a_new_wish_takes_the_place_of_the_old_and_can_be_taken_back(wishing: AppContext) -> None:
    match.register_wish(wishing, CODE, written_on=date(2026, 10, 20), paper="更正", need_m2=100)
    mine = [w for w in match.wishes(wishing, OCTOBER) if w.wish.credit_code == CODE]
    assert [w.paper for w in mine] == ["更正"]
    match.take_back(wishing, "wish", mine[0].id, "企业撤回")
    assert [w.wish.credit_code for w in match.wishes(wishing, OCTOBER)] == [SECOND]


def run(ctx: AppContext, capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    code = main.run([*arguments, "--workspace", str(ctx.paths.address)])
    said = capsys.readouterr()
    return code, said.out, said.err


def test_the_commands_preview_apply_list_and_undo(placed_desk: AppContext, capsys: pytest.CaptureFixture[str]) -> None:
    about = ("--kind", "地块", "--words", "知行街A1", "--cluster", "永丰")
    code, out, _ = run(placed_desk, capsys, "clusters", "preview", "--month", "2026-10", *about, "--json")
    assert (code, [c["after"] for c in json.loads(out)["companies"]]) == (0, ["永丰"])
    code, out, _ = run(placed_desk, capsys, "clusters", "apply", *about, "--from", "2026-10", "--reason", "核对", "--json")
    number = json.loads(out)["id"]
    assert [r["id"] for r in json.loads(run(placed_desk, capsys, "clusters", "rules", "--json")[1])["rules"]] == [number]
    assert run(placed_desk, capsys, "clusters", "undo", str(number), "--reason", "错")[0] == 0
    assert json.loads(run(placed_desk, capsys, "clusters", "--month", "2026-10", "--json")[1])["unassigned"] == 2
    code, out, _ = run(placed_desk, capsys, "indicators", "--month", "2026-10", "--json")
    assert (code, json.loads(out)["floor"]) == (0, 20)


def test_the_solve_command_shows_score_bound_and_gap(wishing: AppContext, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(wishing, capsys, "match", "solve", "--month", "2026-10", "--json")
    told = json.loads(out)
    assert (code, told["gap"], told["score"] == told["bound"]) == (0, 0, True)
    assert run(wishing, capsys, "match", "solve", "--month", "2026-10")[1].count("已证明最优") == 1


def test_several_companies_are_placed_as_one_step_and_undone_as_one(placed_desk: AppContext) -> None:
    said = cluster_rules.choose_all(placed_desk, [CODE, SECOND, CODE], "永丰", "实地核实", from_month=OCTOBER).sentence
    assert said == "人工归属 2 家 → 永丰组团，2026-10 起"
    assert where(placed_desk)[CODE] == where(placed_desk)[SECOND] == ("永丰", "manual")
    undo.undo(placed_desk)
    assert {a.credit_code for a in cluster_rules.queue(placed_desk, OCTOBER)} == {CODE, SECOND}
    for codes, reason in (([CODE], " "), (["91110117MA02J1K618"], "试"), ([], "试")):
        with pytest.raises(Refused):
            cluster_rules.choose_all(placed_desk, codes, "永丰", reason, from_month=OCTOBER)


def test_the_ledger_and_组团空间_count_the_same_companies_without_a_cluster(placed_desk: AppContext) -> None:
    """A company put outside all clusters on purpose waits for nobody: it is not 未分配 in either place."""
    assert {c.credit_code for c in look_up.companies(placed_desk, OCTOBER) if not c.cluster and not c.outside} == {CODE, SECOND}
    cluster_rules.choose(placed_desk, CODE, "", "跨组团经营", from_month=OCTOBER)
    open_ones = {c.credit_code for c in look_up.companies(placed_desk, OCTOBER) if not c.cluster and not c.outside}
    assert open_ones == {SECOND} == {a.credit_code for a in cluster_rules.queue(placed_desk, OCTOBER)}
