"""Placement of companies that wish to move (供需匹配) as data: scored options, a small integer model, explanations.

Staying is an option like any other; nobody is forced into a poor match. Solving the model is somebody else's business:
``services/match_solver``. What comes out is a proposal to people, nothing more.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from zgc_desktop.domain.errors import Refused
from zgc_desktop.domain.rulebook import Citation
from zgc_desktop.domain.strict_table import StrictTable

STAY = ""
"""The option of staying where it is (留在原址)."""
STAY_WORD = "留在原址"
_SAID = 3
"""How many ways out an unmatched company is told of."""
FULL = 1000
"""The highest score: everything that could be judged fits."""


@dataclass(frozen=True, slots=True)
class Scoring:
    """How options are scored: weights of what fits, the score of staying, the least score worth proposing."""

    field: int
    mode: int
    carrier: int
    admission: int
    stay: int
    least: int
    citation: Citation


@dataclass(frozen=True, slots=True)
class Wish:
    """A company's written wish to move (书面意向). Empty lists = no demand; ``need_m2`` None = not stated."""

    credit_code: str
    name: str
    park: str
    cluster: str
    industry: str | None
    need_m2: int | None
    modes: tuple[str, ...] = ()
    carriers: tuple[str, ...] = ()
    parks: tuple[str, ...] = ()
    stay: bool = True


@dataclass(frozen=True, slots=True)
class Room:
    """A cluster with room: what the plan gives it and how much is free, in whole square metres."""

    cluster: str
    park: str
    industries: tuple[str, ...]
    modes: tuple[str, ...]
    carriers: tuple[str, ...]
    free_m2: int
    admission: str = ""
    """The admission standard (准入标准) in force there; '' = none registered, so 未定."""


class PinKind(StrEnum):
    """固定: this and nothing else. 禁止: anything but this."""

    PIN = "固定"
    FORBID = "禁止"


@dataclass(frozen=True, slots=True)
class Pin:
    """A person's word on one company and one cluster (``STAY`` = staying)."""

    credit_code: str
    cluster: str
    kind: PinKind
    reason: str


@dataclass(frozen=True, slots=True)
class Option:
    """One place for one company: its score of ``FULL``, what fits and what does not, and why it is no option ('' = it is)."""

    cluster: str
    score: int
    parts: tuple[str, ...]
    blocked: str = ""

    @property
    def label(self) -> str:
        return f"{self.cluster}组团" if self.cluster else STAY_WORD


@dataclass(frozen=True, slots=True)
class Model:
    """The integer model: for every company at most one of its open options, within each cluster's room; scores summed."""

    wishes: tuple[Wish, ...]
    rooms: Mapping[str, Room]
    options: tuple[tuple[Option, ...], ...]
    pinned: frozenset[int]

    def open(self, company: int) -> tuple[Option, ...]:
        """The options a company really has."""
        return tuple(o for o in self.options[company] if not o.blocked)

    def need(self, company: int, option: Option) -> int:
        """The square metres an option takes: none for staying."""
        return (self.wishes[company].need_m2 or 0) if option.cluster else 0


@dataclass(frozen=True, slots=True)
class Solution:
    """One option a company (None = unmatched), their summed score, and the bound no placement can exceed."""

    chosen: tuple[Option | None, ...]
    score: int
    bound: int

    @property
    def gap(self) -> int:
        """What the bound leaves open; 0 = proved to be the best."""
        return self.bound - self.score


@dataclass(frozen=True, slots=True)
class Proposed:
    """What is proposed for one company and why; the second best and why not; for the unmatched what would have to change."""

    wish: Wish
    option: Option | None
    why: str
    second: Option | None
    why_not_second: str
    changes: tuple[str, ...]


def read_scoring(data: object, file: str) -> Scoring:
    """The scoring from its file; RuleFileError for weights that are no whole numbers from 0 to ``FULL``, or unknown keys."""
    table = StrictTable(file, "", data)
    citation = table.citation("citation")
    numbers = {}
    for name in ("field", "mode", "carrier", "admission", "stay", "least"):
        numbers[name] = table.whole(name, 0, FULL)
    table.done()
    if not any(numbers[name] for name in ("field", "mode", "carrier", "admission")):
        raise table.refuse("field", "四项权重不能都为 0")
    return Scoring(**numbers, citation=citation)


# --- building the model ----------------------------------------------------------------------------------------------


def build(
    wishes: Iterable[Wish],
    rooms: Iterable[Room],
    scoring: Scoring,
    *,
    pins: Iterable[Pin] = (),
    admitted: Mapping[tuple[str, str], bool] | None = None,
) -> Model:
    """The model of some wishes and rooms. ``admitted`` says, by company and cluster, whether an admission standard is met.

    Refused where pins contradict each other or need more room than there is.
    """
    everyone, room_by_cluster = tuple(wishes), {r.cluster: r for r in rooms}
    said: dict[str, list[Pin]] = {}
    for pin in pins:
        said.setdefault(pin.credit_code, []).append(pin)
    options, pinned = [], set()
    for n, wish in enumerate(everyone):
        own = _options(wish, room_by_cluster.values(), scoring, admitted or {})
        own, fixed = _pinned(wish, own, said.get(wish.credit_code, ()))
        options.append(own)
        if fixed:
            pinned.add(n)
    model = Model(everyone, room_by_cluster, tuple(options), frozenset(pinned))
    _check_pins(model)
    return model


def _options(
    wish: Wish, rooms: Iterable[Room], scoring: Scoring, admitted: Mapping[tuple[str, str], bool]
) -> tuple[Option, ...]:
    blocked = "" if wish.stay else "企业须迁出，不能留在原址"
    found = [Option(STAY, scoring.stay, ("留在原址，不占新空间",), blocked)]
    found += [_option(wish, room, scoring, admitted.get((wish.credit_code, room.cluster))) for room in rooms]
    return tuple(found)


def _option(wish: Wish, room: Room, scoring: Scoring, admitted: bool | None) -> Option:
    earned = possible = 0
    parts = []

    def judge(weight: int, fits: bool, yes: str, no: str) -> None:
        nonlocal earned, possible
        possible += weight
        earned += weight if fits else 0
        parts.append(yes if fits else no)

    if wish.industry is None:
        parts.append("产业未填，规划领域无法判定")
    else:
        planned = "、".join(room.industries)
        judge(
            scoring.field,
            wish.industry in room.industries,
            f"{wish.industry}属规划领域",
            f"{wish.industry}不在规划领域（{planned}）",
        )
    for what, weight, wanted, given in (
        ("模式", scoring.mode, wish.modes, room.modes),
        ("载体", scoring.carrier, wish.carriers, room.carriers),
    ):
        if not wanted:
            continue
        if not given:
            parts.append(f"{what}规划未载明")
            continue
        both = [w for w in wanted if w in given]
        judge(weight, bool(both), f"{what}相合（{'、'.join(both)}）", f"{what}不合（{'、'.join(given)}）")
    if admitted is None:
        parts.append(f"准入未定（{room.admission or '未登记准入标准'}）")
    else:
        judge(scoring.admission, admitted, f"符合{room.admission or '准入标准'}", f"不符合{room.admission or '准入标准'}")
    score = FULL * earned // possible if possible else 0
    return Option(room.cluster, score, tuple(parts), _why_blocked(wish, room, score, scoring, admitted))


def _why_blocked(wish: Wish, room: Room, score: int, scoring: Scoring, admitted: bool | None) -> str:
    if room.cluster == wish.cluster:
        return "就是现在所在的组团"
    if wish.parks and room.park not in wish.parks:
        return f"意向只含{'、'.join(wish.parks)}，不含{room.park}"
    if wish.need_m2 is None:
        return "需地面积未填，无法判断能否放下"
    if wish.need_m2 > room.free_m2:
        return f"可用 {room.free_m2:,} ㎡，还差 {wish.need_m2 - room.free_m2:,} ㎡"
    if admitted is False:
        return f"不符合{room.admission or '准入标准'}"
    if score < scoring.least:
        return f"得分 {score}，不足 {scoring.least}，不作建议"
    return ""


_HARD = ("可用 ", "需地面积", "不符合", "就是现在")
"""Reasons a pin cannot overrule: what does not fit does not fit. A person may overrule the score and the wished parks."""


def _pinned(wish: Wish, options: tuple[Option, ...], pins: Sequence[Pin]) -> tuple[tuple[Option, ...], bool]:
    fixed = {p.cluster: p for p in pins if p.kind is PinKind.PIN}
    barred = {p.cluster: p for p in pins if p.kind is PinKind.FORBID}
    for cluster in (*fixed, *barred):
        if all(o.cluster != cluster for o in options):
            raise Refused(f"{wish.name}固定或禁止的{cluster}没有登记可用空间", advice="请先登记该组团的可用面积，或取消")
    if len(fixed) > 1 or set(fixed) & set(barred):
        raise Refused(f"对{wish.name}的固定与禁止互相矛盾", advice="请取消其中一项")
    if fixed:
        ((cluster, pin),) = fixed.items()
        option = next(o for o in options if o.cluster == cluster)
        if option.blocked.startswith(_HARD):
            raise Refused(
                f"{wish.name}固定在{option.label}，但放不进去", why=option.blocked, advice="请取消固定，或核实空间与需求"
            )
        kept = Option(cluster, option.score, (*option.parts, f"人工固定：{pin.reason}"))
        rest = (
            Option(o.cluster, o.score, o.parts, o.blocked or f"已人工固定在{kept.label}") for o in options if o is not option
        )
        return (kept, *rest), True
    return tuple(
        Option(o.cluster, o.score, o.parts, f"人工禁止：{barred[o.cluster].reason}") if o.cluster in barred else o
        for o in options
    ), False


def _check_pins(model: Model) -> None:
    taken: dict[str, int] = {}
    for n in model.pinned:
        option = model.open(n)[0]
        taken[option.cluster] = taken.get(option.cluster, 0) + model.need(n, option)
    for cluster, needed in taken.items():
        if cluster and needed > model.rooms[cluster].free_m2:
            raise Refused(
                f"固定在{cluster}组团的企业共需 {needed:,} ㎡，只有 {model.rooms[cluster].free_m2:,} ㎡",
                advice="请取消部分固定",
            )


# --- what came out ---------------------------------------------------------------------------------------------------


def room_left(model: Model, chosen: Sequence[Option | None]) -> dict[str, int]:
    """What every cluster has left after a placement; ValueError where it is no placement of the model."""
    left = {cluster: room.free_m2 for cluster, room in model.rooms.items()}
    for n, option in enumerate(chosen):
        if option is None:
            if n in model.pinned:
                raise ValueError(f"pinned company {n} is unmatched")
            continue
        if option not in model.open(n):
            raise ValueError(f"company {n} was given what it cannot have: {option}")
        if option.cluster:
            left[option.cluster] -= model.need(n, option)
    if any(m2 < 0 for m2 in left.values()):
        raise ValueError(f"more room given than there is: {left}")
    return left


def total(chosen: Iterable[Option | None]) -> int:
    """The summed score."""
    return sum(o.score for o in chosen if o is not None)


def explain(model: Model, solution: Solution) -> tuple[Proposed, ...]:
    """For every company why this, what second and why not, and for the unmatched what would have to change."""
    left = room_left(model, solution.chosen)
    users: dict[str, list[str]] = {}
    for wish, option in zip(model.wishes, solution.chosen, strict=True):
        if option is not None and option.cluster:
            users.setdefault(option.cluster, []).append(wish.name)
    return tuple(_explain(model, n, option, left, users) for n, option in enumerate(solution.chosen))


def _explain(
    model: Model, n: int, option: Option | None, left: Mapping[str, int], users: Mapping[str, Sequence[str]]
) -> Proposed:
    wish = model.wishes[n]
    others = sorted((o for o in model.open(n) if o is not option), key=lambda o: -o.score)
    second = others[0] if others else None
    why_not = ""
    if second is not None:
        short = _short_of_room(wish, second, left, users)
        if short:
            why_not = short
        elif option is not None and second.score <= option.score:
            why_not = f"得分 {second.score}，不高于 {option.score}"
        else:
            why_not = f"得分 {second.score}，选它会使别的企业得分减少更多"
    if option is None:
        return Proposed(wish, None, "没有合适的去处", second, why_not, _changes(model, n, left, users))
    why = f"{option.label} 得分 {option.score}：{'；'.join(option.parts)}"
    return Proposed(wish, option, why, second, why_not, ())


def _short_of_room(wish: Wish, option: Option, left: Mapping[str, int], users: Mapping[str, Sequence[str]]) -> str:
    if not option.cluster or (wish.need_m2 or 0) <= left[option.cluster]:
        return ""
    taken = "、".join(users.get(option.cluster, ())[:3])
    rest = f"已给{taken}" if taken else "空间不足"
    free = left[option.cluster]
    return f"得分 {option.score}，但余 {free:,} ㎡，还差 {(wish.need_m2 or 0) - free:,} ㎡（{rest}）"


def _changes(
    model: Model, n: int, left: Mapping[str, int], users: Mapping[str, Sequence[str]], most: int = 3
) -> tuple[str, ...]:
    """What would have to be otherwise, the best option first."""
    wish = model.wishes[n]
    if wish.need_m2 is None:
        return ("补填需地面积后可重新匹配",)
    said = []
    for option in sorted(model.options[n], key=lambda o: -o.score):
        why = option.blocked or _short_of_room(wish, option, left, users)
        if option.cluster and why and not option.blocked.startswith("就是现在"):
            said.append(f"{option.label}：{why}")
    return tuple(said[:_SAID]) or ("没有登记可用空间的组团",)
