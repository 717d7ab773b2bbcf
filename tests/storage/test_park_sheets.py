"""Sheets 5 to 7 of a park's file on a real workspace: registered, accepted, replaced, undone, never over a person's word."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.storage.answers import ok, refused
from tests.storage.park_sheets_story import (
    HECTARE,
    NOVEMBER,
    OCTOBER,
    SEPTEMBER,
    by_hand,
    hand_in,
    indicator,
    park_file,
    plot,
    project,
)  # fmt: skip
from zgc_desktop import bootstrap
from zgc_desktop.domain.decisions import DecisionKind
from zgc_desktop.domain.errors import Refused
from zgc_desktop.domain.periods import Month
from zgc_desktop.paths import Address
from zgc_desktop.services import decide, months, park_sheets, send_back, template
from zgc_desktop.services.accept import accept
from zgc_desktop.services.context import AppContext
from zgc_desktop.services.land import history_of, land_of, register_plots
from zgc_desktop.services.plan import plan_progress
from zgc_desktop.services.projects import advance, apply_for, project_files
from zgc_desktop.services.receive import receive
from zgc_desktop.services.undo import redo, undo

Row = dict[str, object]
Make = Callable[..., Row]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "收件"
    made.mkdir()
    return made


def plots_of(desk: AppContext, month: Month = OCTOBER) -> dict[str, tuple[int, str]]:
    return {p.number: (p.area // HECTARE, p.source) for p in land_of(desk, month).plots}


def test_accepted_sheets_stand_in_the_land_register_the_projects_and_the_indicators(
    desk: AppContext, folder: Path, make_company: Make
) -> None:
    """入库之前什么都不算；入库之后，每一宗地、每一个项目都指得出来自哪个单元格。"""
    found = hand_in(desk, folder, OCTOBER, [make_company(0)], space=[plot()], project=[project()], indicator=[indicator()])
    assert found == []
    assert (plots_of(desk), project_files(desk), park_sheets.indicator_figures(desk, OCTOBER)) == ({}, (), {})
    accept(desk, OCTOBER, ["昌平园"])
    assert plots_of(desk) == {"CP-01": (10, "报送：昌平园 2026-10 第1版 空间!A6")}
    (file,) = project_files(desk)
    assert (file.project.number, file.state, file.project.investment_fen) == ("XM-2026-001", "申报", 10_000 * 1_000_000)
    assert str(file.project.applied_on) == "2026-10-31"
    assert park_sheets.indicator_figures(desk, OCTOBER) == {"昌平园": {"发明专利授权": "40"}}
    assert history_of(desk, "cp-01")[0][1].area == 10 * HECTARE


def test_a_file_without_the_sheets_says_nothing_and_an_unchanged_month_stays_as_last_month(
    desk: AppContext, folder: Path, make_company: Make
) -> None:
    """没有这几张表就是未报，不是零；本月无变动照上月。"""
    hand_in(desk, folder, SEPTEMBER, [make_company(0)], space=[plot()])
    accept(desk, SEPTEMBER, ["昌平园"])
    assert hand_in(desk, folder, OCTOBER, [make_company(0)]) == []
    accept(desk, OCTOBER, ["昌平园"])
    assert plots_of(desk)["CP-01"][0] == 10
    assert "昌平园" not in land_of(desk, OCTOBER).missing_parks
    assert land_of(desk, Month(2026, 8)).missing_parks == tuple(desk.catalogue.parks)


def test_a_resubmission_replaces_its_own_rows_and_nothing_counts_twice(
    desk: AppContext, folder: Path, make_company: Make
) -> None:
    first = {"space": [plot(), plot("CP-02", 3)], "project": [project(), project("第二项目")], "indicator": [indicator()]}
    hand_in(desk, folder, OCTOBER, [make_company(0)], **first)
    accept(desk, OCTOBER, ["昌平园"])
    again = {"space": [plot(hectares=8)], "project": [project(people=99)], "indicator": [indicator(ytd="41")]}
    hand_in(desk, folder, OCTOBER, [make_company(0)], **again)
    assert plots_of(desk)["CP-01"][0] == 10  # the version before stands until the new one is accepted
    accept(desk, OCTOBER, ["昌平园"])
    assert plots_of(desk) == {"CP-01": (8, "报送：昌平园 2026-10 第2版 空间!A6")}
    assert [(f.project.number, f.project.people) for f in project_files(desk)] == [("XM-2026-001", 99)]
    assert park_sheets.indicator_figures(desk, OCTOBER)["昌平园"] == {"发明专利授权": "41"}


def test_undoing_an_acceptance_takes_it_all_back_and_redoing_brings_it_back(
    desk: AppContext, folder: Path, make_company: Make
) -> None:
    hand_in(desk, folder, OCTOBER, [make_company(0)], space=[plot()], project=[project()], indicator=[indicator()])
    accept(desk, OCTOBER, ["昌平园"])
    undo(desk)
    assert (plots_of(desk), project_files(desk), park_sheets.indicator_figures(desk, OCTOBER)) == ({}, (), {})
    redo(desk)
    assert (len(plots_of(desk)), len(project_files(desk))) == (1, 1)


def test_a_returned_version_no_longer_stands(desk: AppContext, folder: Path, make_company: Make, tmp_path: Path) -> None:
    """退回的件，地块和项目一并退出；已经开始审议的项目留着。"""
    hand_in(desk, folder, OCTOBER, [make_company(0)], space=[plot(state="闲置")], project=[project(), project("已审项目")])
    accept(desk, OCTOBER, ["昌平园"])
    advance(desk, "XM-2026-002", "形式审查", desk.today())
    sent = send_back.send_back(desk, OCTOBER, "昌平园", tmp_path / "发件")
    assert plots_of(desk) == {}
    assert [f.project.name for f in project_files(desk)] == ["已审项目"]
    page = load_workbook(sent.path)["空间"]
    marked = page["O6"]
    assert "P-IDLE" in marked.comment.text
    assert [c.value for c in page[4]][-1] == "退回问题"


def test_a_row_with_an_error_stands_only_once_a_person_accepted_it(desk: AppContext, folder: Path, make_company: Make) -> None:
    """有错的行不入库，也不当作零；核实属实后才算。"""
    wrong = plot("CP-02", 3, used=4 * HECTARE)
    found = hand_in(desk, folder, OCTOBER, [make_company(0)], space=[plot(), wrong])
    assert found == ["P-USED 空间!F7"]
    assert accept(desk, OCTOBER, ["昌平园"]).held == (("昌平园", "第1版还有 1 项错误未处理"),)
    issue = next(i for i in decide.issues(desk, OCTOBER, "昌平园") if i.issue.code == "P-USED")
    decide.decide(desk, OCTOBER, [issue.id], DecisionKind.ACCEPTED, reason="经核实属实")
    accept(desk, OCTOBER, ["昌平园"])
    assert set(plots_of(desk)) == {"CP-01", "CP-02"}
    # The decision carries to the next version while the value stays the same.
    hand_in(desk, folder, OCTOBER, [make_company(0)], space=[wrong, plot()])
    assert decide.issues(desk, OCTOBER, "昌平园")[0].carried
    accept(desk, OCTOBER, ["昌平园"])
    assert set(plots_of(desk)) == {"CP-01", "CP-02"}


def test_with_errors_taken_as_they_are_the_doubtful_row_stays_out(desk: AppContext, folder: Path, make_company: Make) -> None:
    hand_in(desk, folder, OCTOBER, [make_company(0)], space=[plot(), plot("CP-02", 3, used=4 * HECTARE)])
    accept(desk, OCTOBER, ["昌平园"], despite_errors="园方将更正")
    assert set(plots_of(desk)) == {"CP-01"}


def test_one_plot_in_two_parks_is_told_to_the_second(desk: AppContext, folder: Path, make_company: Make) -> None:
    hand_in(desk, folder, OCTOBER, [make_company(0)], space=[plot("DK-7")])
    other = plot("dk－7", cluster="翠湖")
    assert hand_in(desk, folder, OCTOBER, [make_company(1)], "海淀园", space=[other]) == ["P-PLOT-ELSEWHERE 空间!A6"]
    accept(desk, OCTOBER, ["昌平园", "海淀园"], despite_errors="待两园核实")
    assert [p.park for p in land_of(desk, OCTOBER).plots] == ["昌平园"]


def test_what_a_person_registered_is_never_silently_overwritten(desk: AppContext, folder: Path, make_company: Make) -> None:
    """同月以窗口登记为准；以后的月份以报送为准，但每一处不同都先说出来。"""
    register_plots(desk, [by_hand(hectares=9)])
    assert hand_in(desk, folder, OCTOBER, [make_company(0)], space=[plot()]) == ["P-HAND 空间!E6"]
    accept(desk, OCTOBER, ["昌平园"])
    assert plots_of(desk)["CP-01"] == (9, "核查")
    assert hand_in(desk, folder, NOVEMBER, [make_company(0)], space=[plot()]) == ["P-HAND 空间!E6"]
    accept(desk, NOVEMBER, ["昌平园"])
    assert plots_of(desk, NOVEMBER)["CP-01"][0] == 10
    assert plots_of(desk, OCTOBER)["CP-01"][0] == 9


def test_a_project_under_review_keeps_the_figures_it_applied_with(desk: AppContext, folder: Path, make_company: Make) -> None:
    hand_in(desk, folder, SEPTEMBER, [make_company(0)], project=[project()])
    accept(desk, SEPTEMBER, ["昌平园"])
    advance(desk, "XM-2026-001", "形式审查", SEPTEMBER.last_day)
    changed = project(investment_fen=9_000 * 1_000_000)
    assert hand_in(desk, folder, OCTOBER, [make_company(0)], project=[changed]) == ["P-PROJECT-DIFF 项目准入!F6"]
    accept(desk, OCTOBER, ["昌平园"])
    assert [f.project.investment_fen for f in project_files(desk)] == [10_000 * 1_000_000]


def test_a_project_entered_by_hand_keeps_its_figures_and_is_not_entered_again(
    desk: AppContext, folder: Path, make_company: Make
) -> None:
    hand_in(desk, folder, SEPTEMBER, [make_company(0)], project=[project()])
    accept(desk, SEPTEMBER, ["昌平园"])
    mine = project_files(desk)[0].project
    apply_for(desk, replace(mine, name="窗口项目", source="申报书", submission_id=0))
    told = hand_in(desk, folder, OCTOBER, [make_company(0)], project=[project("窗口 项目", people=61)])
    assert told == ["P-HAND 项目准入!K6"]
    accept(desk, OCTOBER, ["昌平园"])
    assert [(f.project.name, f.project.people) for f in project_files(desk)] == [("智能装备一期", 60), ("窗口项目", 60)]


def test_indicators_feed_the_targets_and_a_person_s_entry_of_the_month_stands_before_them(
    zgc: Callable[..., object], zgc_place: Address, tmp_path: Path, make_company: Make
) -> None:
    desk = bootstrap.open_workspace(zgc_place, who="张")
    folder = tmp_path / "收件"
    hand_in(desk, folder, OCTOBER, [make_company(0)], indicator=[indicator("高端人才", unit="千人", value="1.2", ytd=None)])
    accept(desk, OCTOBER, ["昌平园"])
    target = next(p for p in plan_progress(desk, OCTOBER) if p.target.measure == "talents")
    assert (target.now, target.whole) == (1200, False)
    by_hand_too = ("--set", "指标=高端人才", "--set", "期间=2026-10", "--set", "单位=人", "--set", "本期=1300")
    ok(zgc("register", "add", "园区指标", "--subject", "昌平园", "--from", "2026-10-31", "--source", "核查", *by_hand_too))
    assert next(p.now for p in plan_progress(desk, OCTOBER) if p.target.measure == "talents") == 1300
    again = [indicator("高端人才", unit="人", value="1200", ytd=None)]
    assert hand_in(desk, folder, OCTOBER, [make_company(0)], indicator=again) == ["P-HAND 园区指标!C6"]


def test_a_running_total_that_falls_is_told_at_its_cell(desk: AppContext, folder: Path, make_company: Make) -> None:
    hand_in(desk, folder, SEPTEMBER, [make_company(0)], indicator=[indicator(ytd="50")])
    assert hand_in(desk, folder, OCTOBER, [make_company(0)], indicator=[indicator(ytd="40")]) == [
        "P-INDICATOR-FALL 园区指标!D6"
    ]


def test_a_locked_month_takes_no_sheet(desk: AppContext, folder: Path, make_company: Make) -> None:
    hand_in(desk, folder, OCTOBER, [make_company(0)], space=[plot()])
    accept(desk, OCTOBER, ["昌平园"])
    months.close_month(desk, OCTOBER)
    with pytest.raises(Refused, match="已关闭"):
        hand_in(desk, folder, OCTOBER, [make_company(0)], space=[plot(hectares=5)])
    assert plots_of(desk)["CP-01"][0] == 10


def test_the_next_template_holds_what_is_registered_and_comes_back_without_a_word(
    desk: AppContext, folder: Path, make_company: Make
) -> None:
    hand_in(desk, folder, OCTOBER, [make_company(0)], space=[plot(area=200_000, used=None)], project=[project()],
            indicator=[indicator()])  # fmt: skip
    accept(desk, OCTOBER, ["昌平园"])
    written = template.write(desk, "昌平园", NOVEMBER, folder / "十一月.xlsx")
    book = load_workbook(written)
    assert [c.value for c in book["空间"][6]][:2] == ["CP-01", "昌平新城"]
    assert book["空间"]["E6"].value == "1 亩"
    assert book["项目准入"]["A6"].value == "智能装备一期"
    patents = next(row for row in book["园区指标"].iter_rows(min_row=6, values_only=True) if row[0] == "发明专利授权")
    assert (patents[2], patents[3], patents[4]) == (None, None, 40)
    (got,) = receive(desk, [written])
    assert [i.code for i in got.issues if i.sheet in ("空间", "项目准入", "园区指标")] == []
    accept(desk, NOVEMBER, ["昌平园"])
    assert land_of(desk, NOVEMBER).plots[0].area == 200_000
    assert len(project_files(desk)) == 1


def test_explain_leads_from_a_figure_to_its_cell(
    zgc: Callable[..., object], zgc_place: Address, tmp_path: Path, make_company: Make
) -> None:
    desk = bootstrap.open_workspace(zgc_place, who="张")
    folder = tmp_path / "收件"
    folder.mkdir()
    file = park_file(desk, folder, OCTOBER, [make_company(0)], space=[plot()], project=[project()], indicator=[indicator()])
    receive(desk, [file])
    accept(desk, OCTOBER, ["昌平园"])
    lines = {x["title"]: x for x in ok(zgc("explain", "--plot", "CP-01", "--month", "2026-10"))["lines"]}
    assert lines["面积(公顷)"] == {"title": "面积(公顷)", "value": "10 公顷", "source": "报送：昌平园 2026-10 第1版 空间!E6"}
    project_lines = {
        x["title"]: x["source"] for x in ok(zgc("explain", "--project", "XM-2026-001", "--month", "2026-10"))["lines"]
    }
    assert project_lines["固定资产投资(万元)"].endswith("项目准入!F6")
    told = ok(zgc("explain", "--indicator", "发明专利授权", "--park", "昌平", "--month", "2026-10"))["lines"]
    assert told[0]["value"] == "40 件"
    assert "园区指标!D6" in told[0]["source"]
    refused(zgc("explain", "--plot", "没有", "--month", "2026-10"), "没有登记地块")
