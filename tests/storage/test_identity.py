"""Who is whom: candidates with evidence, decisions that last as long as their values, a merge that can be taken back."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from zgc_desktop.cli.main import run
from zgc_desktop.domain.errors import Refused
from zgc_desktop.domain.identity import IdentityDecision, Record, compare, resemblances
from zgc_desktop.domain.periods import Month
from zgc_desktop.services.accept import accept
from zgc_desktop.services.context import AppContext
from zgc_desktop.services.identity import decide, decided, proposals, undo
from zgc_desktop.services.look_up import companies
from zgc_desktop.services.receive import receive
from zgc_desktop.services.workspace import check

Row = dict[str, object]
WriteFile = Callable[..., Path]
OCTOBER = Month(2026, 10)
SAME, DIFFERENT, LATER = IdentityDecision.SAME, IdentityDecision.DIFFERENT, IdentityDecision.LATER
TYPED = "北京衡岳智造科技有限责任公司"
"""The first company's name as another clerk types it."""


@pytest.fixture
def twice(desk: AppContext, park_file: WriteFile, make_company: Callable[..., Row], make_tax: Callable[..., Row]) -> AppContext:
    """September knows a company; in October it comes again under another code, with the same day and address."""
    receive(desk, [park_file("海淀园", "2026-09", [make_company(0), make_company(1)], [make_tax(0), make_tax(1)])])
    again = [make_company(0), make_company(2, name=TYPED)]
    receive(desk, [park_file("海淀园", "2026-10", again, [make_tax(0), make_tax(2)])])
    accept(desk, OCTOBER, ["海淀园"], despite_errors="测试")
    return desk


def test_a_new_company_like_one_on_file_is_proposed_with_evidence(twice: AppContext) -> None:
    (proposal,) = proposals(twice, OCTOBER)
    assert (proposal.resemblance.record.name, proposal.resemblance.other.name) == (TYPED, "北京衡岳智造科技有限公司")
    assert [(e.what, e.points) for e in proposal.resemblance.evidence] == [("名称", 66), ("地址", 15), ("成立日期", 15)]


def test_undecided_pairs_hold_nothing_up(twice: AppContext) -> None:
    assert len(companies(twice, OCTOBER)) == 2


def test_a_merge_counts_the_company_once_deletes_nothing_and_can_be_taken_back(twice: AppContext) -> None:
    """判为同一企业后只计一家；撤销后恢复原样，一条记录都不少。"""
    (proposal,) = proposals(twice, OCTOBER)
    decide(twice, OCTOBER, proposal.resemblance.pair, SAME, "已核对营业执照")
    assert [c.name for c in companies(twice, OCTOBER)] == ["北京衡岳智造科技有限公司"]
    assert proposals(twice, OCTOBER) == ()
    with pytest.raises(Refused, match="undo"):
        decide(twice, OCTOBER, proposal.resemblance.pair, DIFFERENT, "看错了")
    undo(twice, decided(twice)[0].id)
    assert len(companies(twice, OCTOBER)) == 2
    assert len(proposals(twice, OCTOBER)) == 1
    assert check(twice).problems == ()
    with pytest.raises(Refused):
        undo(twice, decided(twice)[0].id)


def test_a_decision_is_not_asked_again_until_its_values_change(
    twice: AppContext, park_file: WriteFile, make_company: Callable[..., Row], make_tax: Callable[..., Row]
) -> None:
    (proposal,) = proposals(twice, OCTOBER)
    decide(twice, OCTOBER, proposal.resemblance.pair, DIFFERENT, "同名不同照")
    assert proposals(twice, OCTOBER) == ()
    moved = [make_company(0), make_company(2, name=TYPED, founded_on=None, registered_address="北京市海淀区新址 9 号")]
    receive(twice, [park_file("海淀园", "2026-10", moved, [make_tax(0), make_tax(2)])])
    (asked,) = proposals(twice, OCTOBER)
    assert asked.lapsed is not None
    assert asked.lapsed.decision is DIFFERENT


def test_later_stays_on_the_list_and_other_decisions_want_a_reason(twice: AppContext) -> None:
    (proposal,) = proposals(twice, OCTOBER)
    pair = proposal.resemblance.pair
    decide(twice, OCTOBER, pair, LATER)
    assert proposals(twice, OCTOBER)[0].decided is not None
    with pytest.raises(Refused, match="理由"):
        decide(twice, OCTOBER, pair, SAME)
    with pytest.raises(Refused):
        decide(twice, OCTOBER, "00000000", LATER)


def test_a_row_without_a_code_is_compared_with_the_companies_on_file(
    desk: AppContext, park_file: WriteFile, make_company: Callable[..., Row], make_tax: Callable[..., Row]
) -> None:
    receive(desk, [park_file("海淀园", "2026-09", [make_company(0)], [make_tax(0)])])
    receive(desk, [park_file("海淀园", "2026-10", [make_company(0, credit_code=None)], [make_tax(0)])])
    (proposal,) = proposals(desk, OCTOBER)
    assert proposal.resemblance.record.place == "海淀园 第1版 企业!A6"
    assert proposal.resemblance.score == 100
    decide(desk, OCTOBER, proposal.resemblance.pair, SAME, "同名同址")
    assert proposals(desk, OCTOBER) == ()


def test_a_branch_is_not_its_head_office() -> None:
    head = Record("a", "a", "北京衡岳智造科技有限公司")
    branch = Record("b", "b", "北京衡岳智造科技有限公司海淀分公司")
    assert compare(head, branch)[0] < 60
    assert resemblances([branch], [head]) == ()


def test_former_names_and_nearly_equal_codes_speak_for_a_pair() -> None:
    old = Record("91110108MA01TJ3Y5P", "91110108MA01TJ3Y5P", "北京新号科技有限公司", ("北京衡岳智造科技有限公司",))
    new = Record("91110108MA01TJ3Y5Q", "91110108MA01TJ3Y5Q", "北京衡岳智造科技有限公司")
    score, evidence = compare(new, old)
    assert score == 77
    assert [e.what for e in evidence] == ["名称", "信用代码"]


def test_the_command_line_lists_decides_and_undoes(twice: AppContext, capsys: pytest.CaptureFixture[str]) -> None:
    where = ["--workspace", str(twice.paths.address)]
    month = ["--month", "2026-10"]
    assert run(["identity", "list", *month, "--json", *where]) == 0
    (pair,) = json.loads(capsys.readouterr().out)["pairs"]
    assert run(["identity", "decide", pair["pair"], "perhaps", *month, *where]) == 2
    assert run(["identity", "decide", pair["pair"], "same", *month, "--reason", "已核对", *where]) == 0
    capsys.readouterr()
    assert run(["identity", "list", *month, "--all", "--json", *where]) == 0
    number = json.loads(capsys.readouterr().out)["pairs"][0]["decision_id"]
    assert run(["identity", "undo", str(number), *where]) == 0
    assert run(["identity", "list", *month, *where]) == 0
