"""How 梯队评审 reads: words of a proposal, states of a recognition, conditions line by line, what a standard leaves open."""

from __future__ import annotations

from datetime import date

import pytest

from zgc_desktop.domain.periods import Month
from zgc_desktop.domain.tier_decisions import Decision, LadderLine
from zgc_desktop.domain.tier_review import NearMiss, ProposalKind, Recognition, propose
from zgc_desktop.domain.tiers import Outcome, TierStandard, evaluate
from zgc_desktop.figures.ladder import ladder_chart
from zgc_desktop.figures.scene import Rect
from zgc_desktop.paths import resources_dir
from zgc_desktop.services.rules import tier_standards
from zgc_desktop.viewmodels import tiers as vm

DAY, OCTOBER, WAN = date(2026, 10, 31), Month(2026, 10), 1_000_000
WHO = vm.Company("code", "北京衡岳", "海淀园", ("独角兽", "独角兽"))


@pytest.fixture(scope="module")
def standard() -> TierStandard:
    return next(s for s in tier_standards(resources_dir()) if s.key == "gazelle-national-hitech")


def item(standard: TierStandard, *recognised: Recognition, last: int = 1728) -> vm.ProposalItem:
    facts = {
        "revenue_y3_fen": 1000 * WAN,
        "revenue_y2_fen": 1001 * WAN,
        "revenue_y1_fen": 1700 * WAN,
        "revenue_y0_fen": last * WAN,
    }
    result = evaluate(standard, facts | {"founded_on": date(2019, 3, 1), "industry": "新材料"}, DAY)
    (proposal,) = propose(recognised, [result], DAY)
    return vm.ProposalItem(WHO, proposal)


def view(*proposals: vm.ProposalItem, examined: int = 3, standards: tuple[vm.StandardItem, ...] = ()) -> vm.TiersView:
    return vm.TiersView(OCTOBER, False, examined, proposals, (), standards)


def test_a_proposal_is_named_by_what_it_would_do(standard: TierStandard) -> None:
    new = item(standard)
    assert new.proposal.kind is ProposalKind.ENTER
    assert vm.suggestion(new.proposal) == "列入瞪羚"
    assert vm.chosen_words([new] * 4).endswith(" 等 4 项")
    assert vm.act_words(Decision.AGREE, [new, new]) == "同意入列 2 项"
    ending = item(standard, Recognition("code", "瞪羚", "文1号", "第1批", date(2023, 12, 31), date(2026, 12, 31)))
    assert vm.suggestion(ending.proposal) == "复核瞪羚"
    assert vm.act_words(Decision.AGREE, [new, ending]) == "同意 2 项"
    cells = {c.key: c.cell_of(new).text for c in vm.PROPOSAL_COLUMNS}
    assert (cells["now"], cells["decision"], cells["opinion"]) == ("独角兽", "待市级", "—")


def test_every_condition_has_its_line_and_missing_figures_are_named(standard: TierStandard) -> None:
    lines = vm.criterion_lines(item(standard).proposal.results)
    assert len({line.number for line in lines}) == len(lines)
    assert all(line.missing for line in lines if line.outcome is Outcome.UNDECIDABLE)
    assert any(line.title.startswith("〔参考〕") for line in lines) == bool(standard.supporting)
    marks = {vm.CRITERION_COLUMNS[3].cell_of(line).mark for line in lines}
    assert marks <= {"pass", "error", "none"}
    assert {"pass", "none"} <= marks
    untested = vm.standard_lines(standard)
    assert [line.title for line in untested] == [line.title for line in lines]
    assert {line.outcome for line in untested} == {None}


@pytest.mark.parametrize(
    ("end", "word"),
    [(None, "有效"), (date(2027, 6, 1), "有效"), (date(2026, 10, 31), "即将届满"), (date(2026, 10, 30), "已届满")],
)
def test_a_recognition_says_how_long_it_lasts(end: date | None, word: str) -> None:
    held = vm.HeldItem(WHO, Recognition("code", "瞪羚", "文1号", "第1批", date(2023, 1, 1), end), DAY)
    assert held.state[1] == word


def test_near_misses_tell_evidence_from_figures(standard: TierStandard) -> None:
    short = evaluate(standard, {"revenue_y3_fen": 999 * WAN, "revenue_y0_fen": 2000 * WAN, "revenue_y1_fen": 1 * WAN}, DAY)
    near = vm.NearItem(WHO, NearMiss(short, short.lacking))
    cells = {c.key: c.cell_of(near) for c in vm.NEAR_COLUMNS}
    assert (cells["kind"].mark, cells["kind"].text) == (("none", "缺证据") if short.missing else ("warn", "差数值"))
    assert cells["missing"].text == ("、".join(short.missing) or "—")


def test_where_nothing_is_proposed_the_reason_names_the_figures_that_are_missing(standard: TierStandard) -> None:
    assert "还没有入库" in vm.why_nothing(view(examined=0))
    said = vm.why_nothing(view(standards=(vm.StandardItem(standard, 204), vm.StandardItem(standard, None))))
    assert said.endswith(f"{standard.title}：204 家。")
    assert vm.state_sentence(view(item(standard))) == "2026-10 测算 3 家，待市级 1 项"


def test_a_standard_says_what_it_does_not_say(standard: TierStandard) -> None:
    facts = dict(vm.standard_facts(vm.StandardItem(standard, 1)))
    assert facts["认定有效期"] == "未载明"
    assert facts["有效"] == f"{standard.version}，2014-01-01 起"
    assert vm.use_of(standard) == "提出建议"


def test_the_ladder_has_a_row_a_cohort_and_year_and_never_a_zero_for_a_year_without_a_ledger() -> None:
    lines = (LadderLine(2024, 2025, 3, 1, 1, 0, 1, None), LadderLine(2024, 2026, 3, 0, 2, 0, 0, 1))
    scene = ladder_chart(vm.ladder_steps(lines), 500)
    assert [s.key for s in scene.keyed()] == [("2024", "2025"), ("2024", "2026")]
    assert "2024 年入列的在 2025 年：共 3：上升 1 持平 1 退出 1 离开 未报" in scene.alt
    assert max(s.x + s.w for s in scene.shapes if isinstance(s, Rect)) <= scene.width
