"""Solves a placement model to proved optimality with HiGHS; the answer is checked again in whole numbers."""

from __future__ import annotations

import math
from typing import Final

import highspy

from zgc_desktop.domain.errors import Refused
from zgc_desktop.domain.matching import Model, Option, Solution, room_left, total

SECONDS: Final = 4
"""When time runs out the best placement found so far comes back with its bound, and says what is open."""
_ALMOST_ONE: Final = 0.999
"""Scores are whole: a gap below one proves the best."""


def solve(model: Model, *, seconds: float = SECONDS) -> Solution:
    """The best placement of a model and the bound that proves it. Refused where time ran out before any was found."""
    columns = [(n, option) for n in range(len(model.wishes)) for option in model.open(n)]
    if not columns:
        return Solution((None,) * len(model.wishes), 0, 0)
    highs = highspy.Highs()  # type: ignore[no-untyped-call]  # the binding names no types here
    for name, value in (("output_flag", False), ("time_limit", float(seconds)), ("mip_rel_gap", 0.0),
                        ("mip_abs_gap", _ALMOST_ONE), ("random_seed", 0), ("threads", 1)):  # fmt: skip
        highs.setOptionValue(name, value)
    highs.passModel(_program(model, columns))
    highs.run()
    values = highs.getSolution().col_value
    info = highs.getInfo()
    if len(values) != len(columns) or info.primal_solution_status != highspy.SolutionStatus.kSolutionStatusFeasible:
        raise Refused("没有在限定时间内找到任何匹配方案", advice="请减少企业，或固定其中一部分")
    chosen: list[Option | None] = [None] * len(model.wishes)
    for (n, option), value in zip(columns, values, strict=True):
        if value > 1 / 2:
            chosen[n] = option
    _improve(model, chosen)
    room_left(model, chosen)
    score = total(chosen)
    bound = max(score, math.floor(info.mip_dual_bound + 1e-6))
    return Solution(tuple(chosen), score, bound)


def _improve(model: Model, chosen: list[Option | None]) -> None:
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


def _program(model: Model, columns: list[tuple[int, Option]]) -> highspy.HighsLp:
    """One column an open option (0 or 1); one row a company (at most one), one row a cluster (its room)."""
    companies = len(model.wishes)
    cluster_row = {cluster: companies + i for i, cluster in enumerate(model.rooms)}
    starts, rows, numbers = [0], [], []
    for n, option in columns:
        rows.append(n)
        numbers.append(1.0)
        if need := model.need(n, option):
            rows.append(cluster_row[option.cluster])
            numbers.append(float(need))
        starts.append(len(rows))
    program = highspy.HighsLp()
    program.num_col_, program.num_row_ = len(columns), companies + len(cluster_row)
    program.sense_ = highspy.ObjSense.kMaximize
    program.col_cost_ = [float(option.score) for _, option in columns]
    program.col_lower_, program.col_upper_ = [0.0] * len(columns), [1.0] * len(columns)
    program.integrality_ = [highspy.HighsVarType.kInteger] * len(columns)
    program.row_lower_ = [1.0 if n in model.pinned else 0.0 for n in range(companies)] + [0.0] * len(cluster_row)
    program.row_upper_ = [1.0] * companies + [float(model.rooms[cluster].free_m2) for cluster in cluster_row]
    program.a_matrix_.format_ = highspy.MatrixFormat.kColwise
    program.a_matrix_.start_, program.a_matrix_.index_, program.a_matrix_.value_ = starts, rows, numbers
    return program
