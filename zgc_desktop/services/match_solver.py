"""Solves a placement model with HiGHS, to proved optimality where time allows; the answer is checked in whole numbers."""

from __future__ import annotations

import math
import time
from collections.abc import Collection, Mapping, Sequence
from random import Random
from typing import Final, TypeAlias

import highspy

from zgc_desktop.domain.errors import Refused
from zgc_desktop.domain.matching import Model, Option, Solution, room_left, total

SECONDS: Final = 4
"""When time runs out the best placement found so far comes back with its bound, and says what is open."""
_ALMOST_ONE: Final = 0.999
"""Scores are whole: a gap below one proves the best."""
_PROOF: Final = 0.35
"""The share of the time the whole model gets at once; what is not proved by then is improved part by part."""
_CLUSTERS, _INSIDE, _OUTSIDE = 3, 20, 8
"""A part: so many clusters, companies placed in them, and companies that miss the most."""
_MISSING_MOST: Final = 250

Column: TypeAlias = tuple[int, Option]
Chosen: TypeAlias = list[Option | None]


def solve(model: Model, *, seconds: float = SECONDS) -> Solution:
    """The best placement of a model and the bound that proves it. Refused where time ran out before any was found."""
    columns = [(n, option) for n in range(len(model.wishes)) for option in model.open(n)]
    if not columns:
        return Solution((None,) * len(model.wishes), 0, 0)
    end = time.monotonic() + seconds
    whole = _run(_program(model, columns, _all_room(model)), seconds * _PROOF)
    proved = whole.getModelStatus() == highspy.HighsModelStatus.kOptimal
    bound = math.floor(whole.getInfo().mip_dual_bound + 1e-6) if math.isfinite(whole.getInfo().mip_dual_bound) else None
    found = [chosen for chosen in (_read(whole, model, columns),) if chosen is not None]
    if not proved:
        rounded, relaxed = _rounded(model, columns, end - time.monotonic())
        bound = relaxed if bound is None else min(bound, relaxed)
        found += [rounded] if rounded is not None else []
    if not found:  # rare: even a first placement is hard to find, so all the time goes into it
        whole = _run(_program(model, columns, _all_room(model)), max(end - time.monotonic(), 0))
        found = [chosen for chosen in (_read(whole, model, columns),) if chosen is not None]
    if not found:
        raise Refused("没有在限定时间内找到任何匹配方案", advice="请减少企业，或固定其中一部分")
    chosen = max(found, key=total)
    _improve(model, chosen)
    assert bound is not None
    if not proved:
        _search(model, chosen, bound, end)
    room_left(model, chosen)
    score = total(chosen)
    return Solution(tuple(chosen), score, max(score, bound))


def _rounded(model: Model, columns: Sequence[Column], seconds: float) -> tuple[Chosen | None, int]:
    """A placement made of the model without whole numbers, and the bound that model gives.

    Only where room is short are companies split there (about two a cluster): what is whole stays, the rest is solved.
    """
    relaxed = _run(_program(model, columns, _all_room(model), whole=False), max(seconds, 1))
    values = relaxed.getSolution().col_value
    limit = math.floor(relaxed.getInfo().objective_function_value + 1e-6)
    if len(values) != len(columns) or relaxed.getModelStatus() != highspy.HighsModelStatus.kOptimal:
        return None, sum(max(o.score for o in model.open(n)) for n in range(len(model.wishes)) if model.open(n))
    chosen: Chosen = [None] * len(model.wishes)
    split = {n for (n, _), value in zip(columns, values, strict=True) if 1e-6 < value < 1 - 1e-6}
    for (n, option), value in zip(columns, values, strict=True):
        if value > 1 / 2 and n not in split:
            chosen[n] = option
    return _placed_anew(model, chosen, split, max(seconds, 1)), limit


def _search(model: Model, chosen: Chosen, bound: int, end: float) -> None:
    """Solve small parts anew, one after another, keeping what is no worse, until the bound is reached or time is over.

    A part holds companies of a few clusters and some that miss the most: where room is to be shared out better.
    """
    chance, clusters = Random(0), list(model.rooms)
    best = [max((o.score for o in model.open(n)), default=0) for n in range(len(chosen))]
    while (now := total(chosen)) < bound and (left := end - time.monotonic()) > 0:
        missed = sorted(range(len(chosen)), key=lambda n: (chosen[n].score if chosen[n] else 0) - best[n])  # type: ignore[union-attr]
        some = set(chance.sample(clusters, min(_CLUSTERS, len(clusters))))
        inside = [n for n, o in enumerate(chosen) if o is not None and o.cluster in some]
        outside = missed[:_MISSING_MOST]
        part = {*_some(chance, inside, _INSIDE), *_some(chance, outside, _OUTSIDE)}
        anew = _placed_anew(model, chosen, part, min(left, 1))
        if anew is not None and total(anew) >= now:
            chosen[:] = anew


def _some(chance: Random, listed: Sequence[int], most: int) -> list[int]:
    return chance.sample(listed, min(most, len(listed)))


def _placed_anew(model: Model, chosen: Sequence[Option | None], part: Collection[int], seconds: float) -> Chosen | None:
    """The placement with some companies placed anew as well as the others leave room; None where time ran out."""
    others: Chosen = [None if n in part else option for n, option in enumerate(chosen)]
    room = _all_room(model)
    for n, option in enumerate(others):
        if option is not None and option.cluster:
            room[option.cluster] -= model.need(n, option)
    fits = [(n, o) for n in sorted(part) for o in model.open(n) if not o.cluster or model.need(n, o) <= room[o.cluster]]
    if not fits:
        return others
    solved = _read(_run(_program(model, fits, room), seconds), model, fits)
    if solved is None:
        return None
    return [solved[n] if n in part else option for n, option in enumerate(others)]


def _all_room(model: Model) -> dict[str, int]:
    return {cluster: room.free_m2 for cluster, room in model.rooms.items()}


def _run(program: highspy.HighsLp, seconds: float) -> highspy.Highs:
    highs = highspy.Highs()  # type: ignore[no-untyped-call]  # the binding names no types here
    for name, value in (("output_flag", False), ("time_limit", float(seconds)), ("mip_rel_gap", 0.0),
                        ("mip_abs_gap", _ALMOST_ONE), ("random_seed", 0), ("threads", 1)):  # fmt: skip
        highs.setOptionValue(name, value)
    highs.passModel(program)
    highs.run()
    return highs


def _read(highs: highspy.Highs, model: Model, columns: Sequence[Column]) -> Chosen | None:
    """The placement a run found, None where it found none."""
    values = highs.getSolution().col_value
    if len(values) != len(columns) or highs.getInfo().primal_solution_status != highspy.SolutionStatus.kSolutionStatusFeasible:
        return None
    chosen: Chosen = [None] * len(model.wishes)
    for (n, option), value in zip(columns, values, strict=True):
        if value > 1 / 2:
            chosen[n] = option
    return chosen


def _improve(model: Model, chosen: Chosen) -> None:
    """Move companies to better options that still have room until none is left: what a stopped search leaves lying."""
    left, moved = room_left(model, chosen), True
    while moved:
        moved = False
        for n, now in enumerate(chosen):
            for option in sorted(model.open(n), key=lambda o: -o.score):
                if now is not None and option.score <= now.score:
                    break
                need = model.need(n, option)
                if option.cluster and need > left[option.cluster]:
                    continue
                if now is not None and now.cluster:
                    left[now.cluster] += model.need(n, now)
                if option.cluster:
                    left[option.cluster] -= need
                chosen[n], moved = option, True
                break


def _program(model: Model, columns: Sequence[Column], room: Mapping[str, int], *, whole: bool = True) -> highspy.HighsLp:
    """One column an option (0 or 1, anything between where not ``whole``); one row a company (at most one), one a cluster."""
    row = {n: i for i, n in enumerate(dict.fromkeys(n for n, _ in columns))}
    cluster_row = {cluster: len(row) + i for i, cluster in enumerate(room)}
    starts, rows, numbers = [0], [], []
    for n, option in columns:
        rows.append(row[n])
        numbers.append(1.0)
        if need := model.need(n, option):
            rows.append(cluster_row[option.cluster])
            numbers.append(float(need))
        starts.append(len(rows))
    program = highspy.HighsLp()
    program.num_col_, program.num_row_ = len(columns), len(row) + len(room)
    program.sense_ = highspy.ObjSense.kMaximize
    program.col_cost_ = [float(option.score) for _, option in columns]
    program.col_lower_, program.col_upper_ = [0.0] * len(columns), [1.0] * len(columns)
    if whole:
        program.integrality_ = [highspy.HighsVarType.kInteger] * len(columns)
    program.row_lower_ = [1.0 if n in model.pinned else 0.0 for n in row] + [0.0] * len(room)
    program.row_upper_ = [1.0] * len(row) + [float(free) for free in room.values()]
    program.a_matrix_.format_ = highspy.MatrixFormat.kColwise
    program.a_matrix_.start_, program.a_matrix_.index_, program.a_matrix_.value_ = starts, rows, numbers
    return program
