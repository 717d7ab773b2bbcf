"""身份核对 as read on the screen: a doubtful pair field by field, what each field adds to the score, and what was decided."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from zgc_desktop.domain.identity import Proposal, Record
from zgc_desktop.viewmodels.columns import MISSING, Cell, Column, Mark

MOST_POINTS: Final = 70
"""The name's: a full bar."""


@dataclass(frozen=True, slots=True)
class Line:
    """One field of both records, the evidence in words, and its points (None = nothing was compared)."""

    field: str
    left: str
    right: str
    evidence: str
    points: int | None


def lines(proposal: Proposal) -> tuple[Line, ...]:
    """The pair field by field."""
    one, other = proposal.resemblance.record, proposal.resemblance.other
    told = {e.what: e for e in proposal.resemblance.evidence}

    def line(field: str, what: str, left: str, right: str) -> Line:
        found = told.get(what)
        if found is not None:
            return Line(field, left or "（空）", right or "（空）", found.text, found.points)
        said = "" if not left and not right else "缺" if not left or not right else "相同" if left == right else "不同"
        return Line(field, left or "（空）", right or "（空）", said, None)

    return (
        line("名称", "名称", one.name, other.name),
        line("曾用名", "", "、".join(one.former_names), "、".join(other.former_names)),
        line("信用代码", "信用代码", one.credit_code, other.credit_code),
        line("注册地址", "地址", one.address, other.address),
        line("成立日期", "成立日期", one.founded_on, other.founded_on),
        Line("出处", side(one), side(other), "", None),
    )


def side(record: Record) -> str:
    """Where a record stands: the very cell of a row without a code, else the ledger."""
    return record.place or "企业台账"


def heading(proposal: Proposal, at: int, of: int) -> str:
    """``身份核对 3 / 17，相似 86 分``."""
    return f"第 {at + 1} / {of} 组，相似 {proposal.resemblance.score} 分"


def earlier(proposal: Proposal) -> str:
    """What was decided before, where it no longer holds or was put off; else empty."""
    if proposal.lapsed is not None:
        old = proposal.lapsed
        return f"{old.day} 曾判{old.decision.word}（{old.reason}），数值已变，须重新判定"
    if proposal.decided is not None:
        old = proposal.decided
        return f"{old.day} {old.who} 判{old.decision.word}" + (f"（{old.reason}）" if old.reason else "")
    return ""


def merges(proposal: Proposal) -> bool:
    """Whether 同一企业 merges two companies on file; a row without a code is mended by the park's next version."""
    one, other = proposal.resemblance.record, proposal.resemblance.other
    return one.company_id is not None and other.company_id is not None


def _points(line: Line) -> Cell:
    if line.points is None:
        return Cell(MISSING, "text", tone="text3")
    mark: Mark = "warn" if line.points < 0 else ""
    return Cell(f"{line.points:+d}", "bar", mark, share=min(1.0, abs(line.points) / MOST_POINTS), tip=line.evidence)


COLUMNS: Final[tuple[Column[Line], ...]] = (
    Column("field", "字段", lambda x: x.field, width=92, tone="text2"),
    Column("left", "甲", lambda x: x.left, least=200),
    Column("right", "乙", lambda x: x.right, least=200),
    Column("evidence", "证据", lambda x: x.evidence or None, width=220),
    Column("points", "得分", lambda x: x.points, width=150, cell=_points),
)
