"""流向: cases by direction, their net, and the sentence; withdrawn cases went nowhere."""

from __future__ import annotations

from datetime import date

from zgc_desktop.domain.moves import CaseState, MoveCase
from zgc_desktop.viewmodels import moves_flow as vm

PARKS = ("海淀园", "昌平园", "顺义园")


def case(number: int, out: str, into: str, state: CaseState = CaseState.UNDER_WAY) -> MoveCase:
    return MoveCase(
        id=f"MV-{number}", company_id=number, credit_code="", name=f"企业{number}", from_park=out, to_park=into, state=state,
        opened_on=date(2026, 9, 1),
    )  # fmt: skip


CASES = (
    case(1, "海淀园", "昌平园", CaseState.LANDED),
    case(2, "海淀园", "昌平园"),
    case(3, "海淀园", "顺义园"),
    case(4, "昌平园", "海淀园", CaseState.WITHDRAWN),
)


def test_each_direction_counts_its_cases_and_names_the_companies() -> None:
    rows = dict(vm.grid(CASES, PARKS))
    cell = rows["海淀"][1]
    assert (cell.value, cell.text, cell.key) == (2, "2", ("海淀园", "昌平园"))
    assert cell.tip == "海淀园 → 昌平园：2 件，已落地 1 件\n企业1、企业2"
    assert all(c.value is None for c in rows["昌平"])


def test_what_comes_in_less_what_goes_out_adds_up_to_nought() -> None:
    sums = vm.net(CASES, PARKS)
    assert sums == {"海淀园": -3, "昌平园": 2, "顺义园": 1}
    assert sum(sums.values()) == 0
    assert vm.sentence(CASES, PARKS) == "共 3 件，2 个方向；净迁入最多 昌平 +2，净迁出最多 海淀 -3"
    assert vm.sentence((), PARKS) == "没有案件"
