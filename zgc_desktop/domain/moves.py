"""Moves between districts (跨区迁移): leads found in the submissions, and cases three parties work on.

No veto exists: 公平竞争审查条例 (2024-08-01) forbids obstructing a company that moves. The move-out side may object to
the sharing terms or the facts; silence is recorded as 未答复.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from zgc_desktop.domain.errors import Refused
from zgc_desktop.domain.money import Fen
from zgc_desktop.domain.periods import Month

NATURES = ("政府主导", "市场行为", "疏解", "项目落地")
KINDS = ("整体", "部分", "仅注册地", "仅经营地")
NO_MOVE = ("区划调整", "边界调整", "园区边界调整", "区划或园区边界调整")
"""A changed boundary moves no company: it is recorded as such and opens no case."""


class LeadKind(StrEnum):
    """双重主张: two parks list one company in a month. 疑似迁移: gone from one park, new in another."""

    DOUBLE_CLAIM = "double_claim"
    SILENT_MOVE = "silent_move"

    @property
    def word(self) -> str:
        return "双重主张" if self is LeadKind.DOUBLE_CLAIM else "疑似迁移"


@dataclass(frozen=True, slots=True)
class LeadSource:
    """One side of a lead: the park and the very cell that claims (or claimed) the company."""

    park: str
    month: Month
    place: str
    revenue_fen: Fen | None = None
    tax_fen: Fen | None = None


@dataclass(frozen=True, slots=True)
class Lead:
    """A lead (线索) with both source cells. For a silent move the first side is where it was, the second where it is."""

    kind: LeadKind
    month: Month
    company_id: int
    credit_code: str
    name: str
    first: LeadSource
    second: LeadSource
    id: int | None = None
    state: str = "open"
    case_id: str = ""


class CaseState(StrEnum):
    """States of a case, in order."""

    LEAD = "线索"
    OUT_REGISTERED = "迁出登记"
    IN_CONFIRMED = "迁入确认"
    CITY = "市级统筹"
    UNDER_WAY = "办理中"
    LANDED = "已落地"
    SHARING = "分享中"
    CLOSED = "办结"
    WITHDRAWN = "撤回"


@dataclass(frozen=True, slots=True)
class BaseYear:
    """Local tax of one whole year before the move, net of refunds, and where the figure comes from."""

    year: int
    amount_fen: Fen
    source: str


@dataclass(frozen=True, slots=True)
class MoveCase:
    """A move case (迁移案件). Dates None = not yet; ``landed_on`` is the day the company's park changes."""

    id: str
    company_id: int
    credit_code: str
    name: str
    from_park: str
    to_park: str
    state: CaseState
    opened_on: date
    nature: str = ""
    kind: str = ""
    registered_on: date | None = None
    at_capacity_on: date | None = None
    first_tax_on: date | None = None
    landed_on: date | None = None
    lead_id: int | None = None
    note: str = ""
    base: tuple[BaseYear, ...] = ()

    def why_not_landable(self) -> str:
        """What is missing before the case can land, as one phrase; empty when nothing is."""
        missing = [
            word
            for word, there in (
                ("性质", self.nature),
                ("方式", self.kind),
                ("变更登记日", self.registered_on),
            )
            if not there
        ]
        return "、".join(missing)

    def require_landable(self) -> None:
        """Refused, naming what is missing, unless the case may land."""
        if self.state in (CaseState.LANDED, CaseState.SHARING, CaseState.CLOSED, CaseState.WITHDRAWN):
            raise Refused(f"案件 {self.id} 已{self.state.value}，不能再次落地")
        if missing := self.why_not_landable():
            raise Refused(f"案件 {self.id} 还缺{missing}，不能落地", advice="请先补齐")
