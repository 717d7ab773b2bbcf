"""Placement: the solver equals brute force on small cases; every answer is explained; nobody is forced into a poor match."""

from __future__ import annotations

import itertools
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from zgc_desktop.domain.errors import Refused
from zgc_desktop.domain.matching import Model, Pin, PinKind, Room, Scoring, Wish, build, explain, read_scoring, room_left, total
from zgc_desktop.domain.rulebook import Citation, RuleFileError
from zgc_desktop.services.match_solver import solve

CITED = {"title": "约定", "confidence": "design"}
SCORING = Scoring(500, 200, 200, 100, 400, 500, Citation("约定"))
YONGFENG = Room("永丰", "海淀园", ("新一代信息技术", "先进制造"), ("专业加速",), ("特色创新园/产业加速器",), 1000)
DOUDIAN = Room("窦店", "房山园", ("现代交通", "先进制造"), ("产业链集聚",), (), 5000)
LINKONG = Room("大兴临空", "大兴园", ("先进制造", "生物与健康"), (), ("专业园/特色小镇",), 3000)


def wish(name: str, need: int | None = 800, **changes: object) -> Wish:
    return replace(Wish(name, name, "朝阳园", "电子城", "先进制造", need), **changes)  # type: ignore[arg-type]


def best_by_trying(model: Model) -> int:
    """The best summed score of every placement there is."""
    best = 0
    for chosen in itertools.product(*((None, *model.open(n)) for n in range(len(model.wishes)))):
        try:
            room_left(model, chosen)
        except ValueError:
            continue
        best = max(best, total(chosen))
    return best


WISHES = st.builds(
    Wish,
    credit_code=st.uuids().map(str),
    name=st.just("某企业"),
    park=st.just("朝阳园"),
    cluster=st.sampled_from(["电子城", "窦店"]),
    industry=st.sampled_from(["先进制造", "现代交通", "生物与健康", None]),
    need_m2=st.sampled_from([None, 300, 500, 501, 700, 1000, 2600]),
    modes=st.sampled_from([(), ("专业加速",), ("产业链集聚", "总部经济")]),
    carriers=st.sampled_from([(), ("专业园/特色小镇",)]),
    parks=st.sampled_from([(), ("海淀园",), ("房山园", "大兴园")]),
    stay=st.booleans(),
)


@settings(max_examples=80, deadline=None)
@given(st.lists(WISHES, max_size=4), st.lists(st.integers(0, 2600), min_size=3, max_size=3))
def test_small_cases_equal_brute_force_and_the_bound_proves_it(wishes: list[Wish], free: list[int]) -> None:
    rooms = [replace(r, free_m2=m2) for r, m2 in zip((YONGFENG, DOUDIAN, LINKONG), free, strict=True)]
    model = build(wishes, rooms, SCORING)
    solution = solve(model)
    assert solution.score == best_by_trying(model)
    assert solution.gap == 0
    room_left(model, solution.chosen)
    for proposed in explain(model, solution):
        assert proposed.why
        assert (proposed.second is None) == (not proposed.why_not_second)
        assert bool(proposed.changes) == (proposed.option is None)


def test_a_case_too_large_to_prove_in_time_is_close_to_its_bound_and_honest_about_the_rest() -> None:
    """Three hundred companies of many sizes for three clusters: time runs out before the proof."""
    chance = Random(4)
    fields = ["先进制造", "现代交通", "生物与健康"]
    wishes = [
        wish(f"企业{n}", chance.randrange(100, 900), industry=chance.choice(fields), stay=chance.random() < 0.5)
        for n in range(300)
    ]
    rooms = [replace(r, free_m2=30_000 + n) for n, r in enumerate((YONGFENG, DOUDIAN, LINKONG))]
    model = build(wishes, rooms, SCORING, pins=[Pin(wishes[0].credit_code, "窦店", PinKind.PIN, "试")])
    solution = solve(model, seconds=0.4)
    room_left(model, solution.chosen)
    assert solution.score == total(solution.chosen)
    assert 0 <= solution.gap <= solution.bound // 50
    kept = solution.chosen[0]
    assert kept is not None
    assert kept.cluster == "窦店"


def test_a_company_is_told_why_this_what_second_and_why_not() -> None:
    """两家都想去永丰，只放得下一家：另一家去窦店，并说明永丰为什么不行。"""
    wishes = [wish("甲", modes=("专业加速",)), wish("乙", modes=("产业链集聚",))]
    model = build(wishes, [YONGFENG, DOUDIAN], SCORING)
    first, second = explain(model, solve(model))
    assert first.option is not None
    assert (first.option.cluster, first.option.score) == ("永丰", 1000)
    assert first.why == "永丰组团 得分 1000：先进制造属规划领域；模式相合（专业加速）；准入未定（未登记准入标准）"
    assert second.option is not None
    assert second.option.cluster == "窦店"
    assert second.second is not None
    assert (second.second.cluster, second.why_not_second) == ("永丰", "得分 714，但余 200 ㎡，还差 600 ㎡（已给甲）")


def test_staying_is_better_than_a_poor_match() -> None:
    model = build([wish("甲", industry="生物与健康")], [YONGFENG, DOUDIAN], SCORING)
    (told,) = explain(model, solve(model))
    assert told.option is not None
    assert told.option.label == "留在原址"


def test_who_must_leave_and_fits_nowhere_is_unmatched_and_told_what_would_have_to_change() -> None:
    model = build([wish("甲", 1600, stay=False, parks=("海淀园",))], [YONGFENG, DOUDIAN], SCORING)
    (told,) = explain(model, solve(model))
    assert told.option is None
    assert told.changes == ("永丰组团：可用 1,000 ㎡，还差 600 ㎡", "窦店组团：意向只含海淀园，不含房山园")


def test_without_an_area_nothing_is_guessed() -> None:
    model = build([wish("甲", None, stay=False)], [YONGFENG], SCORING)
    assert explain(model, solve(model))[0].changes == ("补填需地面积后可重新匹配",)


def test_pins_and_forbids_are_obeyed() -> None:
    pins = [Pin("甲", "窦店", PinKind.PIN, "配套企业在窦店"), Pin("乙", "永丰", PinKind.FORBID, "环评不过")]
    model = build([wish("甲", modes=("专业加速",)), wish("乙", modes=("专业加速",))], [YONGFENG, DOUDIAN], SCORING, pins=pins)
    assert [o.cluster if o else None for o in solve(model).chosen] == ["窦店", "窦店"]
    assert "人工固定：配套企业在窦店" in explain(model, solve(model))[0].why


@pytest.mark.parametrize(
    ("pins", "said"),
    [
        ([Pin("甲", "永丰", PinKind.PIN, ""), Pin("甲", "永丰", PinKind.FORBID, "")], "互相矛盾"),
        ([Pin("甲", "永丰", PinKind.PIN, ""), Pin("乙", "永丰", PinKind.PIN, "")], "共需 1,600"),
        ([Pin("甲", "翠湖", PinKind.PIN, "")], "没有登记可用空间"),
    ],
)
def test_pins_that_cannot_hold_are_refused_with_the_reason(pins: list[Pin], said: str) -> None:
    with pytest.raises(Refused, match=said):
        build([wish("甲"), wish("乙")], [YONGFENG, DOUDIAN], SCORING, pins=pins)


def test_a_failed_admission_standard_bars_and_an_unset_one_only_says_so() -> None:
    barred = build([wish("甲")], [YONGFENG], SCORING, admitted={("甲", "永丰"): False}).options[0][1]
    assert barred.blocked == "不符合准入标准"
    assert build([wish("甲")], [YONGFENG], SCORING).options[0][1].blocked == ""


@pytest.mark.parametrize(
    ("change", "key"), [({"field": 1001}, "field"), ({"field": "5"}, "field"), ({"mode": None}, "mode"), ({"x": 1}, "x")]
)
def test_a_broken_scoring_file_is_refused_with_its_key(change: dict[str, object], key: str) -> None:
    good = {"field": 500, "mode": 200, "carrier": 200, "admission": 100, "stay": 400, "least": 500, "citation": CITED}
    with pytest.raises(RuleFileError) as refused:
        read_scoring({k: v for k, v in (good | change).items() if v is not None}, "scoring.toml")
    assert refused.value.key == key
