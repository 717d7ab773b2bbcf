"""Case slips between three real workspaces: written in one's own lane, merged in any order, followed by the city's cases."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from db.queries import exchange as reads
from tests.storage.conftest import company, tax_line
from tests.storage.exchange_story import OTHER, PARK, Offices, held
from zgc_desktop.domain.errors import Refused
from zgc_desktop.domain.exchange.manifest import CITY
from zgc_desktop.domain.exchange.slips import as_plain, slips
from zgc_desktop.services import exchange_cases, exchange_pack, exchange_receive, exchange_send, move_case, undo
from zgc_desktop.services.case_record import lanes
from zgc_desktop.services.context import AppContext
from zgc_desktop.services.receive import receive


def deliver(ctx: AppContext, path: Path) -> exchange_receive.Taken:
    return exchange_receive.take_in(ctx, path)


@pytest.fixture
def case(offices: Offices, park_file: Callable[..., Path]) -> str:
    """市级立的案：海淀园 → 昌平园，两园都已收到案卷包。"""
    receive(offices.city, [park_file(OTHER, "2026-10", [company(0)], [tax_line(0)])])
    number = move_case.open_case(offices.city, str(company(0)["credit_code"]), OTHER, PARK).id
    for ctx, whom in ((offices.park, PARK), (offices.other, OTHER)):
        deliver(ctx, exchange_send.pack_cases(offices.city, whom, offices.post / "案卷1").path)
    return number


def test_a_case_travels_between_the_three_parties_and_the_city_follows(offices: Offices, case: str) -> None:
    city, park, other = offices.city, offices.park, offices.other
    assert [v.slip.value("number") for v in exchange_cases.listed(park)] == [case]
    exchange_cases.state_fact(other, case, "base_2023", "1,234.56", source="完税证明")
    exchange_cases.say(other, case, "对分享条款有异议", reason="上限应另议", person="赵")
    exchange_cases.say(park, case, "可接收", person="王")
    with pytest.raises(Refused, match="迁出方不能作“可接收”的意见"):
        exchange_cases.say(other, case, "可接收")
    with pytest.raises(Refused, match="不由迁入方填写"):
        exchange_cases.state_fact(park, case, "base_2023", "1", source="x")
    for ctx in (park, other):
        deliver(city, exchange_send.pack_cases(ctx, CITY, offices.post).path)
    (found,) = move_case.all_cases(city)
    assert [(b.year, b.amount_fen, b.source) for b in found.base] == [(2023, 123_456, "完税证明")]
    assert [lane.word for lane in lanes(city, case)] == ["对分享条款有异议", "可接收", "待答复"]
    for ctx, whom in ((park, PARK), (other, OTHER)):
        deliver(ctx, exchange_send.pack_cases(city, whom, offices.post).path)
    assert held(city) == held(park) == held(other)


def test_what_the_parties_state_differently_is_shown_and_a_person_decides(offices: Offices, case: str) -> None:
    city, park, other = offices.city, offices.park, offices.other
    move_case.describe(city, case, nature="政府主导", registered_on=datetime(2026, 11, 10).date())
    for ctx, whom in ((park, PARK), (other, OTHER)):
        deliver(ctx, exchange_send.pack_cases(city, whom, offices.post).path)
    exchange_cases.state_fact(park, case, "registered_on", "2026-11-15")
    exchange_cases.state_fact(other, case, "registered_on", "2026-11-12")
    notes = [deliver(city, exchange_send.pack_cases(c, CITY, offices.post).path).notes for c in (park, other)]
    assert notes == [(), (f"{case} 变更登记日各方不一，待裁定",)]
    (view,) = exchange_cases.listed(city)
    (fact,) = view.slip.contested
    assert fact.sides(PARK) == ("2026-11-15", "海淀园 2026-11-12", "2026-11-10")
    # The first answer had reached the case; the quarrel changes nothing more until it is decided.
    assert move_case.all_cases(city)[0].registered_on == datetime(2026, 11, 15).date()
    with pytest.raises(Refused, match="各方不一，裁定须写明依据"):
        exchange_cases.state_fact(city, case, "registered_on", "2026-11-12")
    exchange_cases.state_fact(city, case, "registered_on", "2026-11-12", source="营业执照变更日")
    assert move_case.all_cases(city)[0].registered_on == datetime(2026, 11, 12).date()
    deliver(park, exchange_send.pack_cases(city, PARK, offices.post).path)
    (mine,) = exchange_cases.listed(park)
    assert (mine.slip.contested, mine.slip.value("registered_on")) == ((), "2026-11-12")


def test_a_park_opens_a_case_and_the_city_takes_it_up_once_it_knows_the_company(
    offices: Offices, park_file: Callable[..., Path]
) -> None:
    city, other = offices.city, offices.other
    code = str(company(0)["credit_code"])
    exchange_cases.open_slip(other, code, "北京衡岳智造科技有限公司", OTHER, PARK)
    with pytest.raises(Refused, match="已有案卷"):
        exchange_cases.open_slip(other, code, "北京衡岳智造科技有限公司", OTHER, PARK)
    path = exchange_send.pack_cases(other, CITY, offices.post).path
    (note,) = deliver(city, path).notes
    assert "不在台账，未立案" in note
    receive(city, [park_file(OTHER, "2026-10", [company(0)], [tax_line(0)])])
    again = deliver(city, path)
    assert (again.repeat, again.notes) == (True, ())
    (case,) = move_case.all_cases(city)
    assert (case.from_park, case.to_park) == (OTHER, PARK)
    deliver(other, exchange_send.pack_cases(city, OTHER, offices.post).path)
    assert exchange_cases.listed(other)[0].slip.value("number") == case.id


def test_case_packages_lost_late_doubled_and_out_of_order_end_in_one_state(offices: Offices, case: str) -> None:
    """Random writing and sending between three real workspaces; then everything is delivered in any order, some twice."""
    everyone = {CITY: offices.city, PARK: offices.park, OTHER: offices.other}
    dice = random.Random(20261106)
    days = ("2026-11-10", "2026-11-12", "2026-11-15")
    post: list[tuple[str, Path]] = []
    for n in range(14):
        by = dice.choice((PARK, OTHER))
        act = dice.randrange(3)
        if act == 0:
            exchange_cases.state_fact(everyone[by], case, "registered_on", dice.choice(days), source=f"第{n}次")
        elif act == 1:
            said = {PARK: "可接收", OTHER: "知悉"}[by]
            exchange_cases.say(everyone[by], case, said, person=f"人{n}")
        elif dice.random() < 0.5:
            post.append((CITY, exchange_send.pack_cases(everyone[by], CITY, offices.post / str(n)).path))
        else:
            post.append((by, exchange_send.pack_cases(offices.city, by, offices.post / str(n)).path))
    post += [(CITY, exchange_send.pack_cases(everyone[p], CITY, offices.post / p).path) for p in (PARK, OTHER)]
    deliveries = [*post, *dice.sample(post, len(post) // 2)]
    dice.shuffle(deliveries)
    for whom, path in deliveries:
        deliver(everyone[whom], path)
    for park in (PARK, OTHER):
        deliver(everyone[park], exchange_send.pack_cases(offices.city, park, offices.post / "末").path)
    assert len({held(ctx) for ctx in everyone.values()}) == 1
    views = {repr([v.slip for v in exchange_cases.listed(ctx)]) for ctx in everyone.values()}
    assert len(views) == 1


def test_a_park_cannot_bring_another_parks_word(offices: Offices, case: str) -> None:
    exchange_cases.say(offices.other, case, "知悉", person="赵")
    path = exchange_send.pack_cases(offices.other, CITY, offices.post).path
    opened = exchange_pack.taken_apart(path.read_bytes(), "x")
    listed = json.loads(opened.parts["payload/cases.json"])
    false = listed[0] | {
        "kind": "say",
        "by": PARK,
        "content": {"side": "迁入方", "answer": "可接收", "reason": "", "day": "2026-11-06"},
    }
    parts = {"payload/cases.json": exchange_pack.as_json([*listed, false])}
    manifest = replace(opened.manifest, parts=tuple(exchange_pack.part(n, c) for n, c in parts.items()))
    path.write_bytes(exchange_pack.packed(manifest, parts))
    before = held(offices.city)
    with pytest.raises(Refused, match="海淀园的包里有昌平园的新记录"):
        deliver(offices.city, path)
    assert held(offices.city) == before


def test_taking_in_a_case_package_can_be_undone_and_done_again(offices: Offices, case: str) -> None:
    exchange_cases.say(offices.park, case, "可接收", person="王")
    before = held(offices.city)
    path = exchange_send.pack_cases(offices.park, CITY, offices.post).path
    deliver(offices.city, path)
    undo.undo(offices.city)
    assert held(offices.city) == before
    deliver(offices.city, path)
    with offices.city.store.read() as connection:
        (slip,) = slips(reads.records(connection))
    said = slip.last_word("迁入方")
    assert said is not None
    assert as_plain(said)["by"] == PARK
