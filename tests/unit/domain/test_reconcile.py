"""Leads: two parks claiming one company, and companies gone here and new there; mistyped codes move nobody."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from zgc_desktop.domain.moves import LeadKind
from zgc_desktop.domain.periods import Month
from zgc_desktop.domain.reconcile import Claim, find_leads, suspects

SEPTEMBER, OCTOBER = Month(2026, 9), Month(2026, 10)
CODE = "91110108551385082Q"
OTHER = "91110302MA0073WQXB"
TYPO = "91110108551385082A"


def claim(park: str, month: Month, *, company: int = 1, code: str = CODE, name: str = "北京甲乙科技有限公司") -> Claim:
    return Claim(company, code, name, park, month, f"{park} 第1版 · 企业!A{company + 4}", 100, 10)


def resident(park: str, month: Month) -> Claim:
    """Somebody else in the park, so that it has reported."""
    return claim(park, month, company=99, code="91350100M000100Y43", name="上海丙丁贸易有限公司")


def test_two_parks_claiming_a_company_in_one_month_are_a_lead_with_both_cells() -> None:
    (lead,) = find_leads(OCTOBER, [claim("昌平园", OCTOBER), claim("海淀园", OCTOBER)], [])
    assert lead.kind is LeadKind.DOUBLE_CLAIM
    assert (lead.first.place, lead.second.place) == ("昌平园 第1版 · 企业!A5", "海淀园 第1版 · 企业!A5")
    assert (lead.first.revenue_fen, lead.first.tax_fen) == (100, 10)


def test_the_park_that_had_the_company_comes_first() -> None:
    now = [claim("昌平园", OCTOBER), claim("海淀园", OCTOBER)]
    (lead,) = find_leads(OCTOBER, now, [claim("海淀园", SEPTEMBER)])
    assert (lead.kind, lead.first.park, lead.second.park) == (LeadKind.DOUBLE_CLAIM, "海淀园", "昌平园")


def test_gone_from_one_park_and_new_in_another_is_a_silent_move() -> None:
    now = [claim("海淀园", OCTOBER), resident("昌平园", OCTOBER)]
    (lead,) = find_leads(OCTOBER, now, [claim("昌平园", SEPTEMBER)])
    assert (lead.kind, lead.first.park, lead.second.park) == (LeadKind.SILENT_MOVE, "昌平园", "海淀园")
    assert (lead.first.month, lead.second.month) == (SEPTEMBER, OCTOBER)


def test_a_park_that_has_not_reported_yet_has_lost_nobody() -> None:
    assert find_leads(OCTOBER, [claim("海淀园", OCTOBER)], [claim("昌平园", SEPTEMBER)]) == ()


def test_staying_leaving_and_being_new_are_no_leads() -> None:
    stays = find_leads(OCTOBER, [claim("海淀园", OCTOBER)], [claim("海淀园", SEPTEMBER)])
    leaves = find_leads(OCTOBER, [resident("海淀园", OCTOBER)], [claim("海淀园", SEPTEMBER)])
    new = find_leads(OCTOBER, [claim("海淀园", OCTOBER)], [resident("海淀园", SEPTEMBER)])
    assert stays == leaves == new == ()


def test_a_company_both_parks_claimed_before_moves_nowhere_when_one_gives_up() -> None:
    before = [claim("海淀园", SEPTEMBER), claim("昌平园", SEPTEMBER)]
    now = [claim("海淀园", OCTOBER), resident("昌平园", OCTOBER)]
    assert find_leads(OCTOBER, now, before) == ()


def test_three_parks_are_two_leads_beside_the_first() -> None:
    now = [claim(park, OCTOBER) for park in ("昌平园", "海淀园", "西城园")]
    leads = find_leads(OCTOBER, now, [claim("西城园", SEPTEMBER)])
    assert [(x.first.park, x.second.park) for x in leads] == [("西城园", "昌平园"), ("西城园", "海淀园")]


def test_a_mistyped_code_in_its_own_park_is_no_move() -> None:
    now = [claim("海淀园", OCTOBER, company=2, code=TYPO)]
    assert find_leads(OCTOBER, now, [claim("海淀园", SEPTEMBER)]) == ()


def test_a_mistyped_code_still_claims_its_company_against_another_park() -> None:
    """海淀园 mistyped the code; 昌平园 has the right one: they dispute the company, it has not moved."""
    now = [claim("海淀园", OCTOBER, company=2, code=TYPO), claim("昌平园", OCTOBER)]
    (lead,) = find_leads(OCTOBER, now, [claim("海淀园", SEPTEMBER)])
    assert (lead.kind, lead.credit_code) == (LeadKind.DOUBLE_CLAIM, CODE)
    assert {lead.first.place, lead.second.place} == {"海淀园 第1版 · 企业!A6", "昌平园 第1版 · 企业!A5"}


def test_companies_of_one_name_with_sound_codes_are_two() -> None:
    now = [claim("海淀园", OCTOBER), claim("昌平园", OCTOBER, company=2, code=OTHER)]
    assert find_leads(OCTOBER, now, []) == ()


# The company meant by either mistyped code is the first; the second typo stands too far from it.
LEDGER = {1: CODE, 2: OTHER, 3: TYPO, 4: "91110108551385028Q", 5: "911101085513AB082A"}
LINES = st.lists(
    st.tuples(st.sampled_from(sorted(LEDGER)), st.sampled_from(("东城园", "昌平园", "海淀园"))), unique=True, max_size=9
)


@given(LINES, LINES)
def test_the_lines_of_suspects_alone_show_every_lead(now: list[tuple[int, str]], before: list[tuple[int, str]]) -> None:
    current, previous = (
        [claim(park, month, company=company, code=LEDGER[company]) for company, park in lines]
        for lines, month in ((now, OCTOBER), (before, SEPTEMBER))
    )
    few = suspects(now, before, {LEDGER[company]: company for company, _ in now})
    leads = find_leads(
        OCTOBER,
        [c for c in current if c.company_id in few],
        [c for c in previous if c.company_id in few],
        reported={park for _, park in now},
    )
    assert leads == find_leads(OCTOBER, current, previous)
