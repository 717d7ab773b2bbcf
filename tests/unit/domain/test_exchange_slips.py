"""Case slips: what each party may write, and that any order, repeat and detour of packages ends in one state."""

from __future__ import annotations

import itertools
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from zgc_desktop.domain.errors import Refused
from zgc_desktop.domain.exchange.manifest import CITY
from zgc_desktop.domain.exchange.slips import (
    FACT,
    OPEN,
    SAY,
    SlipKey,
    SlipRecord,
    as_plain,
    from_plain,
    next_key,
    record,
    require_carrier,
    slips,
    state_hash,
)

KEY = SlipKey("91110108MA01TJ3Y5P", "海淀园", "昌平园")
OPENED = record(KEY, OPEN, "海淀园", "李", "2026-11-02T09:00:00+08:00", {"name": "甲公司", "opened_on": "2026-11-02"})


def fact(by: str, field: str, value: str, hour: int = 10, parents: tuple[str, ...] = (), source: str = "") -> SlipRecord:
    at = f"2026-11-02T{hour:02d}:00:00+08:00"
    return record(KEY, FACT, by, "某", at, {"field": field, "value": value, "source": source}, parents)


def word(by: str, side: str, answer: str, reason: str = "", day: str = "2026-11-05") -> SlipRecord:
    content = {"side": side, "answer": answer, "reason": reason, "day": day}
    return record(KEY, SAY, by, "某", f"{day}T09:00:00+08:00", content)


def test_two_values_stated_without_knowing_each_other_are_contested_and_the_shared_one_stands() -> None:
    base = fact(CITY, "registered_on", "2026-11-10", 9)
    mine = fact("海淀园", "registered_on", "2026-11-12", 11, (base.id,))
    theirs = fact("昌平园", "registered_on", "2026-11-15", 12, (base.id,))
    (slip,) = slips([OPENED, base, mine, theirs])
    (state,) = slip.contested
    assert state.value == slip.value("registered_on") == "2026-11-10"
    assert state.sides("海淀园") == ("2026-11-12", "昌平园 2026-11-15", "2026-11-10")
    decided = fact(CITY, "registered_on", "2026-11-15", 15, (mine.id, theirs.id), "营业执照")
    (after,) = slips([decided, theirs, OPENED, mine, base])
    assert (after.contested, after.value("registered_on")) == ((), "2026-11-15")


def test_the_same_value_stated_twice_is_no_quarrel() -> None:
    (slip,) = slips([OPENED, fact("海淀园", "nature", "政府主导", 9), fact("昌平园", "nature", "政府主导", 10)])
    assert (slip.contested, slip.value("nature")) == ((), "政府主导")


def test_a_word_the_city_wrote_down_gives_way_to_the_partys_own() -> None:
    written = word(CITY, "迁入方", "暂不具备接收条件", "电话答复", "2026-11-09")
    own = word("昌平园", "迁入方", "可接收", day="2026-11-05")
    (slip,) = slips([OPENED, written, own])
    last = slip.last_word("迁入方")
    assert last is not None
    assert last["answer"] == "可接收"
    assert slip.last_word("市级") is None


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda: word("昌平园", "迁出方", "知悉"), "不能代迁出方表态"),
        (lambda: word("顺义园", "迁出方", "知悉"), "不是本案的一方"),
        (lambda: word("海淀园", "迁出方", "不同意", "不放"), "迁移本身不设同意或否决"),
        (lambda: fact("昌平园", "base_2023", "100.00", source="税务证明"), "不由迁入方填写"),
        (lambda: fact("海淀园", "number", "MV-2026-001"), "案件号不由迁出方填写"),
        (lambda: fact("海淀园", "nature", "自愿"), "没有“自愿”这种性质"),
        (lambda: fact("海淀园", "base_2023", "100.00"), "没有注明来源"),
    ],
)
def test_each_party_writes_in_its_own_lane_only(make: object, words: str) -> None:
    assert callable(make)
    with pytest.raises(Refused, match=words):
        make()


def test_a_record_comes_back_from_its_plain_values_with_the_same_id() -> None:
    item = fact("海淀园", "base_2023", "1234.56", source="完税证明")
    assert from_plain(as_plain(item)) == item
    assert from_plain(as_plain(item)).id == item.id


BROKEN: tuple[object, ...] = (
    None, [], {}, {"slip": "x"}, as_plain(OPENED) | {"kind": "delete"}, as_plain(OPENED) | {"slip": "a|b|b|1"},
    as_plain(OPENED) | {"parents": "x"}, as_plain(OPENED) | {"at": "gestern"}, as_plain(OPENED) | {"content": {"name": 1}},
)  # fmt: skip


@pytest.mark.parametrize("broken", BROKEN)
def test_what_is_no_record_is_refused_with_a_sentence(broken: object) -> None:
    with pytest.raises(Refused):
        from_plain(broken)


def test_a_park_brings_only_its_own_new_records_the_city_everybodys() -> None:
    theirs = word("昌平园", "迁入方", "可接收")
    require_carrier([OPENED, theirs], CITY, lambda i: False)
    require_carrier([OPENED, theirs], "海淀园", lambda i: i == theirs.id)
    with pytest.raises(Refused, match="海淀园的包里有昌平园的新记录"):
        require_carrier([OPENED, theirs], "海淀园", lambda i: False)


def test_both_parks_opening_the_same_move_make_one_case_and_a_second_move_another() -> None:
    again = record(KEY, OPEN, "昌平园", "王", "2026-11-03T09:00:00+08:00", {"name": "甲公司", "opened_on": "2026-11-03"})
    (slip,) = slips([again, OPENED])
    assert slip.opened == OPENED
    assert next_key([slip], *("91110108MA01TJ3Y5P", "海淀园", "昌平园")) == KEY
    ended = slips([OPENED, fact(CITY, "state", "撤回")])
    assert next_key(ended, "91110108MA01TJ3Y5P", "海淀园", "昌平园").time == 2


PARTIES = (CITY, "海淀园", "昌平园")
FIELDS = ("nature", "registered_on")
VALUES = {"nature": ("政府主导", "市场行为", "疏解"), "registered_on": ("2026-11-10", "2026-11-12", "2026-11-15")}
ACT = st.tuples(st.sampled_from(PARTIES), st.sampled_from(FIELDS), st.integers(0, 2))
SENDING = st.tuples(st.sampled_from(PARTIES), st.sampled_from(PARTIES))


@settings(max_examples=150)
@given(st.lists(st.one_of(ACT, SENDING), max_size=25), st.integers(0, 2**32))
def test_whatever_is_written_and_sent_in_any_order_ends_in_one_state(story: list[tuple[object, ...]], seed: int) -> None:
    """Three parties write and send as they like; packages are late, doubled and out of order; at the end all have one state."""
    held: dict[str, dict[str, SlipRecord]] = {p: {} for p in PARTIES}
    held["海淀园"][OPENED.id] = OPENED
    post: list[tuple[str, str, list[SlipRecord]]] = []
    for n, step in enumerate(story):
        if len(step) == 3:
            by, field, value = str(step[0]), str(step[1]), VALUES[str(step[1])][int(str(step[2]))]
            known = slips(held[by].values())
            heads = [h.id for h in known[0].facts[field].heads] if known and field in known[0].facts else []
            made = record(KEY, FACT, by, "某", f"2026-11-02T10:{n:02d}:00+08:00",
                          {"field": field, "value": value, "source": ""}, heads)  # fmt: skip
            held[by][made.id] = made
        elif step[0] != step[1]:
            post.append((str(step[0]), str(step[1]), _for(held, str(step[0]))))
    dice = random.Random(seed)
    # In the end everything was sent to the city once, and from there to both.
    for late in (post, [(p, CITY, _for(held, p)) for p in PARTIES[1:]]):
        deliveries = [*late, *dice.sample(late, len(late) // 2)]
        dice.shuffle(deliveries)
        for sender, receiver, records in deliveries:
            require_carrier(records, sender, held[receiver].__contains__)
            held[receiver] |= {r.id: r for r in records}
    for park in PARTIES[1:]:
        held[park] |= held[CITY]
    assert len({state_hash(h.values()) for h in held.values()}) == 1
    shuffled = list(held[CITY].values())
    dice.shuffle(shuffled)
    assert slips(shuffled) == slips(held["昌平园"].values())


def _for(held: dict[str, dict[str, SlipRecord]], sender: str) -> list[SlipRecord]:
    return [r for r in held[sender].values() if sender == CITY or r.by == sender]


def test_six_packages_of_one_case_in_all_720_orders_end_in_one_state() -> None:
    base = fact(CITY, "registered_on", "2026-11-10", 9)
    packages = [
        [OPENED],
        [base],
        [fact("昌平园", "registered_on", "2026-11-15", 12, (base.id,))],
        [word("海淀园", "迁出方", "知悉")],
        [word("昌平园", "迁入方", "可接收")],
        [fact("海淀园", "registered_on", "2026-11-12", 11, (base.id,)), OPENED],
    ]
    ends = {repr(slips(itertools.chain.from_iterable(order))) for order in itertools.permutations(packages)}
    assert len(ends) == 1
