"""Placement (供需匹配) of a month: wishes with a paper and room registered, pins and forbids, the proposal, leads made of it.

A proposal can become a lead (线索) and nothing more: this module knows no case and no landing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from db import placement as writes
from db.queries import ledger
from db.queries import placement as reads
from db.queries import projects as project_reads
from db.queries.placement import PlacementLead, WishRecord
from db.store import UnitOfWork
from zgc_desktop.domain.admission.standards import standard_for
from zgc_desktop.domain.changes import ChangeSummary
from zgc_desktop.domain.errors import Refused
from zgc_desktop.domain.matching import Model, PinKind, Proposed, Room, Scoring, Solution, build, explain, read_scoring
from zgc_desktop.domain.periods import Month
from zgc_desktop.services.context import AppContext, one_command
from zgc_desktop.services.land import free_square_metres, offers_of
from zgc_desktop.services.rules import read_toml, rule_files

_SUBJECTS = ("clusters", "leads")


@dataclass(frozen=True, slots=True)
class Placement:
    """A month's proposal: score, bound, and for every company why this, what second, why not."""

    month: Month
    model: Model
    solution: Solution
    proposed: tuple[Proposed, ...]
    scoring: Scoring


def scoring_in_use(ctx: AppContext) -> Scoring:
    """How options are scored: shipped, or the office's own."""
    path = next(p for p in rule_files(ctx.resources, ctx.paths.rules, "placement") if p.name == "scoring.toml")
    return read_scoring(read_toml(path), path.name)


def propose(ctx: AppContext, month: Month) -> Placement:
    """The best placement of the wishes that stand, with its bound; nothing is written. Refused without wishes or room."""
    from zgc_desktop.services.match_solver import solve  # the solver is loaded when it is needed

    scoring = scoring_in_use(ctx)
    with ctx.store.read() as connection:
        wishes = [r.wish for r in reads.wishes(connection, month)]
        pins = [pin for _, pin in reads.pins(connection)]
    free = room_of(ctx, month)
    if not free:
        raise Refused("用地数据未报，供需匹配不可用；其余指标可用", advice="请先登记组团可用空间")
    if not wishes:
        raise Refused(f"{month} 没有登记书面意向的企业", advice="只有登记了书面意向的企业才参加匹配")
    rooms = [
        Room(c.name, c.park, c.industries, c.modes, c.carriers, *free[c.name][:2])
        for c in ctx.catalogue.clusters.values()
        if c.name in free
    ]
    model = build(wishes, rooms, scoring, pins=[p for p in pins if any(w.credit_code == p.credit_code for w in wishes)])
    solution = solve(model)
    return Placement(month, model, solution, explain(model, solution), scoring)


def room_of(ctx: AppContext, month: Month) -> dict[str, tuple[int, str, str]]:
    """(free square metres, admission standard, source) by cluster: registered plots before a figure entered by hand.

    The standard is the one in force at the month's end for the park; '' = none registered, so 未定.
    """
    with ctx.store.read() as connection:
        found = dict(reads.room(connection, month))
        standards = project_reads.standards(connection)
    for offer in offers_of(ctx, month):
        entered = found.get(offer.cluster, (0, "", ""))[1]
        park = ctx.catalogue.clusters[offer.cluster].park
        standard = standard_for(standards, park, "", month.last_day)
        named = entered or (standard.label if standard else "")
        found[offer.cluster] = (free_square_metres(offer), named, f"用地登记 {len(offer.plots)} 宗")
    return found


@one_command("wish")
def register_wish(
    ctx: AppContext,
    code: str,
    *,
    written_on: date,
    paper: str,
    need_m2: int | None = None,
    modes: Sequence[str] = (),
    carriers: Sequence[str] = (),
    parks: Sequence[str] = (),
    stay: bool = True,
    note: str = "",
) -> ChangeSummary:
    """Register a company's written wish to move; an earlier one of the company is taken back. Refused without a paper."""
    if not paper.strip():
        raise Refused("没有写明书面意向的文件", advice="只登记有书面意向的企业")
    if need_m2 is not None and need_m2 <= 0:
        raise Refused(f"需地面积应大于 0，现为 {need_m2}", advice="面积未知时不要填写")
    for names, known, what in ((modes, ctx.catalogue.modes, "发展模式"), (carriers, ctx.catalogue.carriers, "载体"),
                               (parks, ctx.catalogue.parks, "分园")):  # fmt: skip
        for name in names:
            if name not in known:
                raise Refused(f"不认识的{what}“{name}”", advice=f"可用：{'、'.join(known)}")
    with ctx.store.write("wish", ctx.who, ctx.now()) as unit:
        company = _company(unit, code)
        for old in reads.standing_wishes(unit.connection, company):
            writes.undo(unit, "wish", old, person=ctx.who, at=ctx.now(), reason="登记了新的意向")
        values = {
            "company_id": company, "written_on": written_on.isoformat(), "paper": paper, "need_m2": need_m2,
            "modes": "、".join(modes), "carriers": "、".join(carriers), "parks": "、".join(parks), "stay": int(stay),
            "note": note,
        }  # fmt: skip
        writes.add(unit, "wish", values, person=ctx.who, at=ctx.now())
        unit.say(f"登记迁移意向 {ledger.name_of(unit.connection, company)}：{paper}", subjects=_SUBJECTS)
    return _summary(unit)


@one_command("cluster-room")
def register_room(
    ctx: AppContext, cluster: str, month: Month, free_m2: int, *, source: str, admission: str = ""
) -> ChangeSummary:
    """Register how much room a cluster has as at a month, in whole square metres, and where the figure is from."""
    found = ctx.catalogue.cluster_named(cluster)
    if found is None:
        raise Refused(f"没有叫“{cluster}”的组团", advice="可用的名称见 zgc catalogue")
    if free_m2 < 0 or not source.strip():
        raise Refused("可用面积不能为负，且要写明来源", where=found.name)
    with ctx.store.write("cluster-room", ctx.who, ctx.now()) as unit:
        values = {"cluster": found.name, "month": month.number, "free_m2": free_m2, "admission": admission, "source": source}
        writes.add_room(unit, values, person=ctx.who, at=ctx.now())
        unit.say(f"登记 {month} {found.name}组团可用空间 {free_m2:,} ㎡", subjects=_SUBJECTS, months={month})
    return _summary(unit)


@one_command("match-pin")
def pin(ctx: AppContext, code: str, cluster: str, kind: PinKind, reason: str) -> ChangeSummary:
    """Pin a company to a cluster ('' = staying) or keep it from it, with the reason."""
    if not reason.strip():
        raise Refused("没有写明理由", advice="固定和禁止都要写明理由")
    found = ctx.catalogue.cluster_named(cluster) if cluster else None
    if cluster and found is None:
        raise Refused(f"没有叫“{cluster}”的组团", advice="可用的名称见 zgc catalogue")
    with ctx.store.write("match-pin", ctx.who, ctx.now()) as unit:
        company, name = _company(unit, code), found.name if found else ""
        values = {"company_id": company, "cluster": name, "kind": kind.value, "reason": reason}
        writes.add(unit, "pin", values, person=ctx.who, at=ctx.now())
        said = f"{kind.value} {ledger.name_of(unit.connection, company)}：{f'{name}组团' if name else '留在原址'}"
        unit.say(said, reason=reason, subjects=_SUBJECTS)
    return _summary(unit)


@one_command("wish-undo")
def take_back(ctx: AppContext, kind: str, number: int, reason: str) -> ChangeSummary:
    """Take back a wish, a pin or a lead by its number; the record stays."""
    words = {"wish": "意向", "pin": "固定或禁止", "lead": "供需线索"}
    with ctx.store.write(f"{kind}-undo", ctx.who, ctx.now()) as unit:
        if not writes.undo(unit, kind, number, person=ctx.who, at=ctx.now(), reason=reason):
            raise Refused(f"没有生效的{words[kind]} {number}", advice="请在列表中核对编号")
        unit.say(f"撤回{words[kind]} {number}", reason=reason, subjects=_SUBJECTS)
    return _summary(unit)


@one_command("match-lead")
def make_leads(ctx: AppContext, month: Month, codes: Sequence[str]) -> ChangeSummary:
    """Hand the proposals of some companies on as leads; whoever is to stay or is unmatched gives none. Refused then."""
    told = {p.wish.credit_code: p for p in propose(ctx, month).proposed}
    with ctx.store.write("match-lead", ctx.who, ctx.now()) as unit:
        known = {(lead.credit_code, lead.to_cluster) for lead in reads.leads(unit.connection, month)}
        for code in codes:
            item = told.get(code)
            if item is None or item.option is None or not item.option.cluster:
                raise Refused(f"{code} 没有可转为线索的建议", why=item.why if item else "没有登记书面意向")
            if (code, item.option.cluster) in known:
                raise Refused(f"{item.wish.name}的这一建议已转为线索")
            values = {
                "month": month.number, "company_id": _company(unit, code), "from_park": item.wish.park,
                "from_cluster": item.wish.cluster, "to_park": ctx.catalogue.clusters[item.option.cluster].park,
                "to_cluster": item.option.cluster, "score": item.option.score, "why": item.why,
            }  # fmt: skip
            writes.add(unit, "lead", values, person=ctx.who, at=ctx.now())
        unit.say(f"{month} 供需匹配转线索 {len(codes)} 条", subjects=_SUBJECTS, months={month})
    if unit.summary is None:
        raise Refused("没有指明企业")
    return unit.summary


def leads(ctx: AppContext, month: Month) -> tuple[PlacementLead, ...]:
    """The month's leads made of proposals."""
    with ctx.store.read() as connection:
        return reads.leads(connection, month)


def wishes(ctx: AppContext, month: Month) -> tuple[WishRecord, ...]:
    """The wishes that stand, of companies in the month's ledger."""
    with ctx.store.read() as connection:
        return reads.wishes(connection, month)


def _company(unit: UnitOfWork, code: str) -> int:
    found = ledger.company_id_of(unit.connection, code)
    if found is None:
        raise Refused(f"台账中没有信用代码为 {code} 的企业")
    return found


def _summary(unit: UnitOfWork) -> ChangeSummary:
    assert unit.summary is not None
    return unit.summary
