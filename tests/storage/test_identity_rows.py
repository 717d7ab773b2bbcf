"""A row without a code that is found to be a company counts as that company, and nothing is lost when it is taken back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from zgc_desktop.domain.errors import Refused
from zgc_desktop.domain.identity import IdentityDecision
from zgc_desktop.domain.periods import Month
from zgc_desktop.services import decide as issues
from zgc_desktop.services.accept import accept
from zgc_desktop.services.context import AppContext
from zgc_desktop.services.identity import decide, decided, proposals, undo
from zgc_desktop.services.look_up import companies, company_card, month_submissions
from zgc_desktop.services.receive import receive
from zgc_desktop.services.reconcile import open_leads
from zgc_desktop.services.workspace import check

Row = dict[str, object]
WriteFile = Callable[..., Path]
Make = Callable[..., Row]
SEPTEMBER, OCTOBER = Month(2026, 9), Month(2026, 10)
SAME = IdentityDecision.SAME


@pytest.fixture
def bare(desk: AppContext, park_file: WriteFile, make_company: Make, make_tax: Make) -> AppContext:
    """September is in; October lists the company without its code, on the roster and on the tax sheet."""
    receive(desk, [park_file("海淀园", "2026-09", [make_company(0)], [make_tax(0)])])
    accept(desk, SEPTEMBER)
    lines = [make_company(0, credit_code=None, revenue_fen=120_000_000)], [make_tax(0) | {"credit_code": None}]
    receive(desk, [park_file("海淀园", "2026-10", *lines)])
    return desk


def state(ctx: AppContext) -> tuple[int, int | None, int | None, list[str]]:
    (item,) = month_submissions(ctx, OCTOBER)
    left = [i.issue.code for i in issues.issues(ctx, OCTOBER) if not i.settled]
    return item.companies, item.revenue_fen, item.tax_fen, left


def test_a_row_found_to_be_a_company_counts_and_is_taken_back_whole(bare: AppContext) -> None:
    """判为同一企业：这一行计入这家企业，代码问题随之了结；撤销后与原来一样。"""
    before = state(bare)
    (proposal,) = proposals(bare, OCTOBER)
    decide(bare, OCTOBER, proposal.resemblance.pair, SAME, "同名同址")
    after = state(bare)
    assert after[:3] == (1, 120_000_000, 2_000_100)
    assert [c for c in after[3] if c.startswith("R-CODE")] == []
    assert accept(bare, OCTOBER).accepted == ("海淀园",)
    (company,) = companies(bare, OCTOBER)
    assert (company.revenue_fen, company.tax_fen) == (120_000_000, 2_000_100)
    assert [m.month for m in company_card(bare, company.id, OCTOBER).months] == [SEPTEMBER, OCTOBER]
    undo(bare, decided(bare)[0].id)
    assert state(bare) == before
    assert before[0] == 0
    assert before[3].count("R-CODE-MISSING") == 2
    assert companies(bare, OCTOBER) == ()
    assert check(bare).problems == ()


def test_the_next_version_of_the_row_is_known_again(
    bare: AppContext, park_file: WriteFile, make_company: Make, make_tax: Make
) -> None:
    (proposal,) = proposals(bare, OCTOBER)
    decide(bare, OCTOBER, proposal.resemblance.pair, SAME, "同名同址")
    lines = [make_company(0, credit_code=None, revenue_fen=130_000_000)], [make_tax(0)]
    receive(bare, [park_file("海淀园", "2026-10", *lines)])
    newest = month_submissions(bare, OCTOBER)[0]
    assert (newest.version, newest.companies, newest.revenue_fen, newest.tax_fen) == (2, 1, 130_000_000, 2_000_100)


def test_a_company_already_listed_is_not_entered_twice(
    desk: AppContext, park_file: WriteFile, make_company: Make, make_tax: Make
) -> None:
    receive(desk, [park_file("海淀园", "2026-09", [make_company(0)], [make_tax(0)])])
    both = [make_company(0), make_company(0, credit_code=None)]
    receive(desk, [park_file("海淀园", "2026-10", both, [make_tax(0)])])
    (proposal,) = proposals(desk, OCTOBER)
    with pytest.raises(Refused, match="已有"):
        decide(desk, OCTOBER, proposal.resemblance.pair, SAME, "同名同址")
    assert len(proposals(desk, OCTOBER)) == 1


def test_a_company_merged_into_another_is_neither_lost_nor_new_to_the_comparison(
    desk: AppContext, park_file: WriteFile, make_company: Make, make_tax: Make
) -> None:
    """换了代码又换了园：合并前各是各的，合并后就是一条疑似迁移，卡片上是同一家；撤销即还原。"""
    typed = "北京衡岳智造科技有限责任公司"
    receive(desk, [park_file("海淀园", "2026-09", [make_company(0)], [make_tax(0)])])
    receive(desk, [park_file("海淀园", "2026-10", [make_company(1)], [make_tax(1)])])
    receive(desk, [park_file("昌平园", "2026-10", [make_company(2, name=typed)], [make_tax(2)])])
    accept(desk, SEPTEMBER)
    accept(desk, OCTOBER)
    assert open_leads(desk, OCTOBER) == ()
    pair = next(p for p in proposals(desk, OCTOBER) if p.resemblance.record.name == typed).resemblance.pair
    decide(desk, OCTOBER, pair, SAME, "已核对营业执照")
    (lead,) = open_leads(desk, OCTOBER)
    assert (lead.first.park, lead.second.park) == ("海淀园", "昌平园")
    card = company_card(desk, lead.company_id, OCTOBER)
    assert [m.park for m in card.months] == ["海淀园", "昌平园"]
    assert typed in (card.item.name, *card.former_names)
    undo(desk, decided(desk)[0].id)
    assert open_leads(desk, OCTOBER) == ()
    assert len(company_card(desk, lead.company_id, OCTOBER).months) == 1
