"""States of a project under joint review (联合审议) and the ways between them; nobody skips one.

Sources: plan 2018–2035 6.4 (产业项目落地联合审议制度), plan 2011–2020 四(一)3 (审批联席会). No public rule fixes the states
for Beijing: the order is this program's convention after a published example (阿拉善孪井滩 2025), and said so.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from zgc_desktop.domain.errors import Refused

APPLIED, FORMAL, OPINIONS, MEETING, SUPPLEMENT = "申报", "形式审查", "并联意见", "会审", "补正"
APPROVED, CONDITIONAL, REJECTED, WITHDRAWN = "通过", "有条件通过", "不通过", "撤回"
SIGNED, STARTED, PRODUCING, CHECKED = "签约", "开工", "投产", "达产考核"
RENEWED, RECTIFYING, EXITED = "续约", "整改", "退出"

WAYS: Final[dict[str, tuple[str, ...]]] = {
    APPLIED: (FORMAL, WITHDRAWN),
    FORMAL: (OPINIONS, SUPPLEMENT, WITHDRAWN),
    SUPPLEMENT: (FORMAL, WITHDRAWN),
    OPINIONS: (MEETING, WITHDRAWN),
    MEETING: (APPROVED, CONDITIONAL, SUPPLEMENT, REJECTED, WITHDRAWN),
    APPROVED: (SIGNED, WITHDRAWN),
    CONDITIONAL: (SIGNED, WITHDRAWN),
    SIGNED: (STARTED, EXITED),
    STARTED: (PRODUCING, RECTIFYING, EXITED),
    PRODUCING: (CHECKED, RECTIFYING, EXITED),
    CHECKED: (RENEWED, RECTIFYING, EXITED),
    RECTIFYING: (STARTED, PRODUCING, CHECKED, EXITED),
    RENEWED: (CHECKED, EXITED),
    REJECTED: (),
    WITHDRAWN: (),
    EXITED: (),
}
"""Where a project may go from each state."""

STATES: Final = tuple(WAYS)
NEEDS_REASON: Final = (SUPPLEMENT, REJECTED, WITHDRAWN, RECTIFYING, EXITED)
DECISIONS: Final = (APPROVED, CONDITIONAL, SUPPLEMENT, REJECTED)
"""What a joint meeting can decide."""
GATED: Final = (SIGNED, STARTED, PRODUCING, CHECKED)
"""States a condition can be due before."""


@dataclass(frozen=True, slots=True)
class Step:
    """A project entered a state on a day; ``paper`` is what says so."""

    state: str
    on: date
    paper: str = ""
    reason: str = ""
    person: str = ""
    recorded_at: str = ""


def state_of(steps: Sequence[Step]) -> str:
    """The state a project is in now; 申报 before anything else is recorded."""
    return steps[-1].state if steps else APPLIED


def check_step(name: str, steps: Sequence[Step], step: Step) -> None:
    """Refused, saying where the project stands and where it may go, unless the step follows from the history."""
    now = state_of(steps)
    if step.state not in WAYS:
        raise Refused(f"没有“{step.state}”这个状态", where=name, advice=f"可用：{'、'.join(STATES)}")
    if step.state not in WAYS[now]:
        ahead = f"从{now}可到：{'、'.join(WAYS[now])}" if WAYS[now] else f"{now}是终点"
        raise Refused(f"不能从{now}直接到{step.state}", where=name, why=ahead, advice="每一步都要留痕，不能跳过")
    if steps and step.on < steps[-1].on:
        raise Refused(f"{step.state}的日期 {step.on} 早于上一步（{now} {steps[-1].on}）", where=name, advice="请核对日期")
    if step.state in NEEDS_REASON and not step.reason.strip():
        raise Refused(f"{step.state}须写明理由", where=name)


def rounds(steps: Sequence[Step]) -> int:
    """How many times the project came to 形式审查: 1 = never sent back."""
    return sum(1 for step in steps if step.state == FORMAL)
