"""Admission standards (准入标准): thresholds by park and industry, dated and cited, entered by the office.

The plan names the four measures and says they are set and revised regularly (plan 2.5, 6.2); no value is public, so none
is shipped: a threshold nobody has set is 未定.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from zgc_desktop.domain.errors import Refused
from zgc_desktop.domain.rulebook import Citation

INVESTMENT, LAND_OUTPUT, HEAD_OUTPUT, RESEARCH = "investment", "land_output", "head_output", "research"
MEASURES: Final = {
    INVESTMENT: ("投资强度", "万元/公顷"),
    LAND_OUTPUT: ("地均产出", "万元/公顷"),
    HEAD_OUTPUT: ("人均产出", "万元/人"),
    RESEARCH: ("研发投入强度", "%"),
}
"""Measures and their units. Kept as 分 per 公顷, 分 per 公顷, 分 per person and 1/10000.

投资强度 counts buildings, equipment and the price of the land (自然资发〔2023〕72号); 地均产出 is the yearly output."""

ENERGY, ENVIRONMENT = "energy", "environment"
GATES: Final = {ENERGY: "节能审查", ENVIRONMENT: "环境准入"}


@dataclass(frozen=True, slots=True)
class Standard:
    """One version of a standard. ``park`` or ``industry`` '' = any; a measure missing from ``thresholds`` is 未定."""

    park: str
    industry: str
    effective_from: date
    effective_to: date | None
    thresholds: tuple[tuple[str, int], ...]
    gates: tuple[str, ...]
    citation: Citation
    id: int = 0

    @property
    def scope(self) -> str:
        """For whom it is, in words: ``昌平园 · 先进制造``."""
        return f"{self.park or '各分园'} · {self.industry or '各产业'}"

    @property
    def label(self) -> str:
        """Scope and first day, as a paper names it."""
        return (
            f"{self.scope} {self.effective_from} 起（第 {self.id} 号）" if self.id else f"{self.scope} {self.effective_from} 起"
        )

    def threshold(self, measure: str) -> int | None:
        """The least value of a measure; None = 未定."""
        return dict(self.thresholds).get(measure)

    def in_force(self, day: date) -> bool:
        return self.effective_from <= day and (self.effective_to is None or day <= self.effective_to)


def check_standard(standard: Standard, others: Iterable[Standard], parks: Sequence[str], industries: Sequence[str]) -> None:
    """Refused, naming what is wrong, unless the standard can stand beside the others of its scope."""
    where = standard.scope
    if standard.park and standard.park not in parks:
        raise Refused(f"没有叫“{standard.park}”的分园", where="准入标准", advice="适用各分园时留空")
    if standard.industry and standard.industry not in industries:
        raise Refused(f"没有叫“{standard.industry}”的产业", where="准入标准", advice=f"可用：{'、'.join(industries)}")
    if not standard.citation.title.strip():
        raise Refused("没有出处的数值不能作为标准", where=where, advice="请写明发布文件、文号和日期")
    if not standard.thresholds and not standard.gates:
        raise Refused("标准里没有任何指标", where=where, advice="至少填一项门槛或一道关口；不知道的留空即为未定")
    for measure, value in standard.thresholds:
        if measure not in MEASURES:
            raise Refused(f"没有“{measure}”这项指标", where=where, advice=f"可用：{'、'.join(t for t, _ in MEASURES.values())}")
        if value <= 0:
            raise Refused(f"{MEASURES[measure][0]}的门槛应大于 0", where=where, advice="未定请留空")
        if measure == RESEARCH and value > 10_000:
            raise Refused(f"研发投入强度门槛 {value / 100:g}% 超过 100%", where=where, advice="请核对单位")
    for gate in standard.gates:
        if gate not in GATES:
            raise Refused(f"没有“{gate}”这道关口", where=where, advice=f"可用：{'、'.join(GATES.values())}")
    if standard.effective_to and standard.effective_to < standard.effective_from:
        raise Refused(f"失效日 {standard.effective_to} 早于生效日 {standard.effective_from}", where=where)
    for other in others:
        same = (other.park, other.industry) == (standard.park, standard.industry) and other.id != standard.id
        if same and _overlap(other, standard):
            why = f"已有 {other.label}" + (f" 至 {other.effective_to}" if other.effective_to else "，未设失效日")
            raise Refused("同一范围的标准日期重叠", where=where, why=why, advice="请先给前一版写上失效日")


def _overlap(a: Standard, b: Standard) -> bool:
    return (a.effective_to is None or b.effective_from <= a.effective_to) and (
        b.effective_to is None or a.effective_from <= b.effective_to
    )


def standard_for(standards: Iterable[Standard], park: str, industry: str, day: date) -> Standard | None:
    """The standard in force: park and industry before park alone before industry alone before all; None = 未定."""
    fitting = [s for s in standards if s.park in ("", park) and s.industry in ("", industry) and s.in_force(day)]
    return max(fitting, key=lambda s: (bool(s.park), bool(s.industry), s.effective_from), default=None)
