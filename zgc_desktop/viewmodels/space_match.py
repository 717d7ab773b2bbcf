"""How 供需匹配 and the assignment rules read: proposals with why and why not, wishes, rules and choices by hand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from zgc_desktop.domain.cluster_rules import AssignmentRule
from zgc_desktop.domain.indicators import Quotient
from zgc_desktop.domain.matching import FULL, STAY_WORD, Proposed, Solution
from zgc_desktop.viewmodels.columns import MISSING, Cell, Column
from zgc_desktop.viewmodels.ledger import short_park

STATED: Final = "已收"


@dataclass(frozen=True, slots=True)
class PreviewLine:
    """A company a rule would move."""

    credit_code: str
    name: str
    park: str
    before: str
    after: str
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MatchView:
    """The month's matching, or why there is none."""

    proposed: tuple[Proposed, ...]
    solution: Solution | None
    why_not: str = ""


def score_sentence(view: MatchView) -> str:
    """得分 0.84，上界 0.87: the share of the best there could be, proved."""
    s = view.solution
    if s is None or not view.proposed:
        return ""
    full = FULL * len(view.proposed)
    proof = "，已证最优" if s.gap == 0 else ""
    return f"得分 {s.score / full:.2f}，上界 {s.bound / full:.2f}{proof}；只含有书面意向的企业"


def suggestion(p: Proposed) -> str:
    """Where to, in words."""
    if p.option is None:
        return "未匹配"
    return p.option.cluster or STAY_WORD


def _suggested(p: Proposed) -> Cell:
    if p.option is None:
        return Cell("未匹配", "mark", "warn", tone="warn", tip="\n".join(p.changes) or p.why)
    return Cell(suggestion(p), bold=bool(p.option.cluster), tip=p.why)


def _need(p: Proposed) -> str | None:
    return None if p.wish.need_m2 is None else f"{p.wish.need_m2 / 10_000:.2f}"


def _second(p: Proposed) -> str | None:
    return (p.second.cluster or STAY_WORD) if p.second else None


def reason(p: Proposed) -> str:
    """Why this, or what would have to change."""
    return p.why if p.option is not None else "；".join(p.changes) or p.why


MATCH_COLUMNS: Final[tuple[Column[Proposed], ...]] = (
    Column("name", "企业", lambda p: p.wish.name or p.wish.credit_code, "link", least=190),
    Column("park", "现园", lambda p: p.wish.park, width=64, show=lambda p: short_park(p.wish.park), facet=True),
    Column("need", "需地", _need, width=92, unit="公顷", align_as="right"),
    Column("to", "建议", suggestion, width=130, cell=_suggested, facet=True),
    Column("second", "次选", _second, width=120, tip=lambda p: p.why_not_second),
    Column("why", "理由", reason, least=220, tip=reason),
)  # fmt: skip

PREVIEW_COLUMNS: Final[tuple[Column[PreviewLine], ...]] = (
    Column("name", "企业", lambda p: p.name or p.credit_code, least=180),
    Column("park", "园", lambda p: p.park, width=64, show=lambda p: short_park(p.park)),
    Column("before", "现归属", lambda p: p.before or "未分配", width=120),
    Column("after", "改为", lambda p: p.after or "未分配", width=120, bold=True),
    Column("reasons", "依据", lambda p: "；".join(p.reasons), least=160, tip=lambda p: "\n".join(p.reasons)),
)

RULE_COLUMNS: Final[tuple[Column[AssignmentRule], ...]] = (
    Column("id", "编号", lambda r: r.id, "code", 56, show=lambda r: str(r.id)),
    Column("kind", "种类", lambda r: r.kind.value, width=72),
    Column("words", "地址中有", lambda r: r.words, least=140),
    Column("cluster", "归入", lambda r: r.cluster, width=120, bold=True),
    Column("from", "自", lambda r: str(r.from_month), "date", 88),
    Column("to", "至", lambda r: str(r.to_month) if r.to_month else None, "date", 88),
)


def lq_cell(found: Quotient | None) -> Cell:
    """1.9 with its industry and n in the tooltip; n 小 below the floor, — where there is nothing to compare."""
    if found is None:
        return Cell(MISSING, tone="text3", tip="没有企业，或产业未填")
    said = f"{found.industry}：{found.here} 家，组团共 {found.n} 家"
    if found.value is None:
        return Cell("n 小", tone="text3", tip=f"{said}，低于显示下限")
    return Cell(f"{float(found.value):.1f}", tip=f"{said}，是全域平均的 {float(found.value):.2f} 倍")


def main_quotient(found: Sequence[Quotient], cluster: str, planned: Sequence[str]) -> Quotient | None:
    """The quotient of a cluster's leading planned industry, else of its largest one."""
    own = [q for q in found if q.area == cluster]
    inside = [q for q in own if q.industry in planned]
    return max(inside or own, key=lambda q: q.here, default=None)
