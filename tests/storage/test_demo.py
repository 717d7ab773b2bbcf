"""The demo month: invented companies through the real services, from park files to the report."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from zgc_desktop import bootstrap
from zgc_desktop.domain.errors import Refused
from zgc_desktop.domain.periods import Month
from zgc_desktop.services import admission, monthly
from zgc_desktop.services.context import AppContext
from zgc_desktop.services.demo import MARK, build
from zgc_desktop.services.demo_story import build_story
from zgc_desktop.services.land import land_of
from zgc_desktop.services.look_up import companies, issues_of, month_submissions
from zgc_desktop.services.plan import plan_progress
from zgc_desktop.services.reconcile import open_leads
from zgc_desktop.services.registers import registers
from zgc_desktop.services.rules import read_toml
from zgc_desktop.services.sheets import agenda
from zgc_desktop.services.workspace import check

OCTOBER = Month(2026, 10)


@pytest.fixture(scope="module")
def demo(demo_built: tuple[Path, str]) -> dict[str, Any]:
    return json.loads(demo_built[1])  # type: ignore[no-any-return]


@pytest.fixture(scope="module")
def desk(demo: dict[str, Any]) -> AppContext:
    return bootstrap.open_workspace(Path(demo["workspace"]))


def test_the_demo_writes_what_it_says(demo: dict[str, Any], desk: AppContext) -> None:
    assert Path(demo["pdf"]).read_bytes().startswith(b"%PDF")
    assert load_workbook(demo["xlsx"]).sheetnames
    assert check(desk).problems == ()


def test_what_the_story_planted_is_found_and_nothing_else(desk: AppContext) -> None:
    story = build_story(read_toml(desk.resources / "demo" / "story.toml"), desk.catalogue)
    planted = {kind: [p for p in story.planted if p.kind == kind] for kind in {p.kind for p in story.planted}}
    leads = [lead for lead in open_leads(desk, OCTOBER) if lead.state == "open"]
    found = {(lead.kind.value, lead.credit_code) for lead in leads}
    wanted = {("double_claim", p.credit_code) for p in planted["double_claim"]}
    wanted |= {("silent_move", p.credit_code) for p in planted["silent_move"]}
    assert found == wanted
    at_fault = next(s for s in month_submissions(desk, OCTOBER) if s.park == planted["unit_slip"][0].park)
    codes = {i.code for i in issues_of(desk, at_fault.id)}
    assert {"X-UNIT-SLIP", "R-CODE-CHECK", "R-DUP", "R-NAME-MISSING"} <= codes


def test_a_park_that_did_not_report_is_named_and_in_no_total(desk: AppContext) -> None:
    """通州园未报：每个合计都说明不含通州园，它的数不是零。"""
    doc = monthly.document(desk, OCTOBER)
    assert doc.missing == (("通州园", "未报"),)
    assert doc.scope_note == "不含通州园（未报）"
    line = next(s for s in doc.stock if s.park == "通州园")
    assert (line.reported, line.closing, line.tax_fen) == (False, None, None)
    assert all(counts[doc.parks.index("通州园")] is None for _, counts in doc.industries)


def test_a_missing_park_is_left_out_of_the_month_it_is_compared_with_too(desk: AppContext) -> None:
    """上月通州园有数、本月未报：环比按同口径，两个月都不含通州园。"""
    before = companies(desk, Month(2026, 9))
    assert any(c.park == "通州园" for c in before)
    stock = monthly.document(desk, OCTOBER).key_figures[0]
    assert stock.last_month == sum(1 for c in before if c.park != "通州园" and c.status != "注销")


def test_the_sections_tie_with_each_other_and_with_the_ledger(desk: AppContext) -> None:
    doc = monthly.document(desk, OCTOBER)
    ledger = companies(desk, OCTOBER)
    assert all(line.balances for line in doc.stock)
    assert sum(line.tax_fen or 0 for line in doc.stock) == sum(c.tax_fen or 0 for c in ledger) == doc.tax_history[-1][1]
    open_companies = [c for c in ledger if c.status != "注销"]
    assert sum(line.closing or 0 for line in doc.stock) == len(open_companies) == doc.key_figures[0].value
    assert sum(line.companies for line in doc.clusters) <= len(open_companies)
    assert doc.sharing.difference_fen == 0
    assert sum(n.amount_fen for n in doc.sharing.net) == doc.sharing.due_fen


def test_the_story_shows_sharing_a_cap_and_every_reason_for_none(desk: AppContext) -> None:
    section = monthly.document(desk, OCTOBER).sharing
    assert len(section.lines) == 2
    assert not any(line.adjustment for line in section.lines)  # September's tax paid in October is regular
    capped = next(line for line in section.lines if line.truncated_fen)
    assert capped.due_fen == capped.cap_left_before_fen
    assert capped.computed_fen - capped.truncated_fen == capped.due_fen
    reasons = " ".join(o.why for o in section.out_of_scope)
    for word in ("市场行为", "未达到", "尚未落地", "尚未起算"):
        assert word in reasons


def test_what_the_office_registers_itself_fills_sections_seven_to_ten(desk: AppContext) -> None:
    """新用户打开演示就看得到：一个有条件通过、一个待会审的项目，待决定与已决定的建议，退出告知，任务，挂钩，登记簿。"""
    doc = monthly.document(desk, OCTOBER)
    assert doc.review is not None
    assert doc.space is not None
    assert {"有条件通过", "会审"} <= {p.state for p in doc.review.projects}
    assert [o.light for o in doc.review.owing] == ["黄", "绿"]
    assert [e.state for e in doc.review.exits] == ["整改期内"]
    assert {(x.subject, bool(x.decided)) for x in doc.levels} == {("未来科学城东区", False), ("良乡", True)}
    assert len(doc.tasks) == 3
    assert len(doc.space.links) == 1
    assert {item.kind for item in agenda(desk, OCTOBER).items} >= {"项目联审", "考核建议"}
    assert sum(len(view.entries) for view in registers(desk)) >= 6


def test_the_same_month_gives_the_same_fingerprint(desk: AppContext, demo: dict[str, Any]) -> None:
    first, second = monthly.document(desk, OCTOBER), monthly.document(desk, OCTOBER)
    assert first.fingerprint == second.fingerprint
    assert load_workbook(demo["xlsx"]).properties.identifier or first.fingerprint


def test_a_former_demo_is_built_anew_but_a_real_workspace_is_never_touched(tmp_path: Path) -> None:
    real = tmp_path / "workspace"
    bootstrap.open_workspace(real)
    assert not (real / MARK).exists()
    with pytest.raises(Refused, match="不是演示的工作区"):
        build(tmp_path, lambda folder, clock: bootstrap.open_workspace(folder, who="演示", clock=clock))
    assert (real / "tongchoutai.db").is_file()


def test_an_empty_month_has_a_report_that_says_so(desk: AppContext) -> None:
    doc = monthly.document(desk, Month(2027, 3))
    assert len(doc.missing) == 17
    assert doc.key_figures[0].value is None
    assert doc.key_figures[1].value is None
    assert all(not line.reported for line in doc.stock)


def test_the_demo_s_land_projects_and_indicators_stand_without_a_fault(desk: AppContext) -> None:
    """用地、准入、规划目标三页有数可看，每个数来自演示的报送表。"""
    land = land_of(desk, OCTOBER)
    assert (len(land.plots), land.findings) == (10, ())
    assert {c.kind for c in land.clocks} >= {"闲置", "将到期"}
    assert all(p.source.startswith("报送：") for p in land.plots)
    assert Counter(t.admission.conclusion for t in admission.tested(desk)) == {"符合": 2, "不符合": 2}
    talents = next(p for p in plan_progress(desk, OCTOBER) if p.target.measure == "talents")
    assert talents.now
    assert "7 园" in talents.sentence
    found = [i for s in month_submissions(desk, OCTOBER) for i in issues_of(desk, s.id) if i.code.startswith("P-")]
    assert found == []
