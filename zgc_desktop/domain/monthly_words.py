"""Sentences of the monthly report, generated from its figures: no adjective that a number does not carry."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from zgc_desktop.domain.money import spoken
from zgc_desktop.domain.monthly import (
    CaseLine,
    ClusterLine,
    KeyFigure,
    LeadLine,
    ReportingLine,
    SharingSection,
    StockLine,
    TierLine,
)
from zgc_desktop.domain.moves import CaseState
from zgc_desktop.domain.percent import percent


def change(now: int | None, before: int | None, against: str) -> str:
    """``较上月增长 3.4%``; says so where there is no base or no change."""
    if now is None:
        return ""
    if before is None:
        return f"{against}无可比数据"
    if before == 0:
        return f"{against}为零，不计算增速" if now else f"与{against}持平"
    if now == before:
        return f"与{against}持平"
    word = "增长" if now > before else "下降"
    return f"较{against}{word} {percent(abs(Fraction(now - before, abs(before))))}"


def _amount(figure: KeyFigure) -> str:
    if figure.value is None:
        return "未报"
    return spoken(figure.value) if figure.unit == "分" else f"{figure.value:,} {figure.unit}"


def brief(figures: Sequence[KeyFigure], scope_note: str) -> tuple[str, ...]:
    """要情: each figure with its change against last month, at most five sentences."""
    said = []
    for figure in figures[:5]:
        against = change(figure.value, figure.last_month, "上月") if figure.last_month is not None else ""
        said.append(f"{figure.name} {_amount(figure)}" + (f"，{against}" if against else "") + "。")
    if scope_note:
        said.append(f"以上合计{scope_note}。")
    return tuple(said)


def reporting(lines: Sequence[ReportingLine], missing: Sequence[tuple[str, str]]) -> tuple[str, ...]:
    """报送情况: how many arrived, who is missing, where the errors are."""
    arrived = sum(1 for line in lines if line.received)
    said = [f"应报 {len(lines)} 园，实报 {arrived} 园。"]
    if missing:
        said.append("、".join(f"{p}{why}" for p, why in missing) + "，不计入本期各项合计。")
    worst = sorted((line for line in lines if line.errors), key=lambda line: -line.errors)[:3]
    if worst:
        said.append("错误较多的有" + "、".join(f"{line.park} {line.errors} 项" for line in worst) + "。")
    return tuple(said)


def companies(lines: Sequence[StockLine], scope_note: str) -> tuple[str, ...]:
    """企业总体: stock, new, moved, closed, disputed."""
    told = [line for line in lines if line.reported]

    def total(field: str) -> int:
        return sum(getattr(line, field) or 0 for line in told)

    said = [
        (
            f"月末在册企业 {total('closing'):,} 家，本月新增 {total('added')} 家，"
            f"迁入 {total('moved_in')} 家，迁出 {total('moved_out')} 家，注销 {total('closed')} 家。"
        )
    ]
    if disputed := total("disputed"):
        said.append(f"其中争议企业 {disputed} 家，各计一次，待判定。")
    if scope_note:
        said.append(f"以上{scope_note}。")
    return tuple(said)


def moves(cases: Sequence[CaseLine], leads: Sequence[LeadLine]) -> tuple[str, ...]:
    """跨区迁移: leads by kind, cases by state, cases waiting."""
    double = sum(1 for lead in leads if lead.kind == "双重主张")
    said = [f"本月比对发现双重主张 {double} 家、疑似迁移 {len(leads) - double} 家。"]
    if cases:
        states = [s.value for s in CaseState]
        counts = [(s, sum(1 for c in cases if c.state == s)) for s in states]
        said.append("在册案件 " + f"{len(cases)} 件：" + "、".join(f"{s} {n} 件" for s, n in counts if n) + "。")
    else:
        said.append("没有迁移案件。")
    return tuple(said)


def sharing(section: SharingSection) -> tuple[str, ...]:
    """税收分享: cases, sums, and that they tie."""
    if not section.lines:
        return ("本月没有进入分享的案件，原因见“不在范围”。",) if section.out_of_scope else ("本月没有迁移案件进入分享。",)
    cases = len({line.case_id for line in section.lines})
    said = [
        (
            f"本月参与分享 {cases} 件，应分享税收 {spoken(section.counted_fen)}，"
            f"迁出方应得 {spoken(section.due_fen)}，迁入方留存 {spoken(section.kept_fen)}，合计差 {section.difference_fen} 分。"
        )
    ]
    if section.out_of_scope:
        said.append(f"不在范围或本月不分享 {len(section.out_of_scope)} 件，原因逐件列明。")
    if section.missing:
        said.append(f"{'、'.join(section.missing)} 本月税收未报，未报不作零处理。")
    return tuple(said)


def tiers(lines: Sequence[TierLine], undecidable: Sequence[tuple[str, int]]) -> tuple[str, ...]:
    """梯队: recognised and proposed by tier; how many could not be judged for want of figures."""
    said = []
    for tier in dict.fromkeys(line.tier for line in lines):
        mine = [line for line in lines if line.tier == tier]
        said.append(
            f"{tier}：认定在册 {sum(line.now for line in mine)} 家，测算提出建议 {sum(line.proposed for line in mine)} 家。"
        )
    if lacking := [f"{title} {n} 家" for title, n in undecidable if n]:
        said.append("因数据未报而无法判定的：" + "、".join(lacking[:3]) + "；无法判定不等于不达标。")
    return tuple(said)


def clusters(lines: Sequence[ClusterLine], unassigned: int) -> tuple[str, ...]:
    """组团: how many companies are placed, how many are not, where the fit is lowest."""
    placed = sum(line.companies for line in lines)
    said = [f"已归属组团的企业 {placed:,} 家，待分配 {unassigned} 家。"]
    low = sorted((line for line in lines if line.fit is not None and line.companies >= 10), key=lambda line: line.fit or 0)[:3]
    if low:
        said.append(
            "定位内占比较低的组团：" + "、".join(f"{line.cluster} {percent(line.fit or Fraction(0), 0)}" for line in low) + "。"
        )
    return tuple(said)
