"""迁移协调 as read on the screen: the board's lanes and tickets, what a case still needs, what each side has said."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from zgc_desktop.domain.case_events import CITY, INTO, OUT, CaseEvent, Position
from zgc_desktop.domain.money import wan
from zgc_desktop.domain.moves import KINDS, NATURES, CaseState, Lead, LeadKind, LeadSource, MoveCase
from zgc_desktop.domain.zones import Direction, Grouping
from zgc_desktop.viewmodels.columns import MISSING, Column, Edit, Mark

LEADS: Final = "线索"
LANES: Final = (
    CaseState.OUT_REGISTERED,
    CaseState.IN_CONFIRMED,
    CaseState.CITY,
    CaseState.UNDER_WAY,
    CaseState.LANDED,
    CaseState.SHARING,
)
"""What stands on the board; 办结 and 撤回 are in the list only."""
UNDER_WAY: Final = LANES[:4]
LAW: Final = "异议只及分享条款与事实，不影响企业迁移（公平竞争审查条例）"
NOTHING_YET: Final = {
    INTO: "尚无答复。逾期记为未答复，不视为不同意。",
    CITY: "案情齐后转入市级统筹；意见只供协调，不设否决。",
}
BASE_YEARS: Final = 3


@dataclass(frozen=True, slots=True)
class Ticket:
    """One card of the board: number, company, route, one badge."""

    key: str
    """The case's number, or ``lead:`` and the lead's."""
    head: str
    name: str
    route: str
    mark: Mark
    word: str


@dataclass(frozen=True, slots=True)
class Lane:
    """One column of the board."""

    title: str
    tickets: tuple[Ticket, ...]


def short_park(park: str) -> str:
    """A park as a narrow card names it: 海淀."""
    return park.removesuffix("园")


def route(case: MoveCase) -> str:
    """Move-out to move-in."""
    return f"{short_park(case.from_park)} → {short_park(case.to_park)}"


def way_words(way: Direction) -> str:
    """``中心城区 → 平原新城``: the direction the plan names."""
    return f"{way.from_zone} → {way.to_zone}"


def filtered(cases: Sequence[MoveCase], chosen: str, zones: Grouping | None) -> tuple[MoveCase, ...]:
    """The cases of a nature, or those that go the plan's way between zones; every one where nothing is chosen."""
    way = zones.direction if zones is not None else None
    if zones is None or way is None or chosen != way_words(way):
        return tuple(c for c in cases if not chosen or c.nature == chosen)
    ends = (way.from_zone, way.to_zone)
    return tuple(c for c in cases if (zones.zone_of(c.from_park), zones.zone_of(c.to_park)) == ends)


def lead_key(lead: Lead) -> str:
    """The key of a lead among the tickets."""
    return f"lead:{lead.id}"


def ticket_of_lead(lead: Lead) -> Ticket:
    """A lead on the board; the two parks of a double claim are not a route yet."""
    sides = short_park(lead.first.park), short_park(lead.second.park)
    if lead.kind is LeadKind.DOUBLE_CLAIM:
        return Ticket(lead_key(lead), lead.kind.word, lead.name, "、".join(sides), "warn", "待判定")
    return Ticket(lead_key(lead), lead.kind.word, lead.name, " → ".join(sides), "none", "未核实")


def ticket_of(case: MoveCase) -> Ticket:
    """A case on the board."""
    mark, word = badge_of(case)
    return Ticket(case.id, case.id, case.name, route(case), mark, word)


def badge_of(case: MoveCase) -> tuple[Mark, str]:
    """The one badge of a case: what it still needs on its way."""
    if case.state in UNDER_WAY:
        lacking = lacks(case)
        return ("info", f"缺 {len(lacking)} 项") if lacking else ("pass", "可落地")
    if case.state is CaseState.LANDED:
        return ("tag", "未达产") if case.at_capacity_on is None else ("pass", f"{case.at_capacity_on:%m-%d} 达产")
    if case.state is CaseState.SHARING:
        return "tag", f"{case.at_capacity_on:%Y-%m} 达产" if case.at_capacity_on else "分享中"
    return "tag", case.state.value


def lacks(case: MoveCase) -> tuple[str, ...]:
    """What is missing before the case can land."""
    missing = case.why_not_landable()
    return tuple(missing.split("、")) if missing else ()


def board(leads: Iterable[Lead], cases: Iterable[MoveCase], nature: str = "") -> tuple[Lane, ...]:
    """The lanes of the board; a nature chosen leaves leads out, they have none yet."""
    chosen = [c for c in cases if not nature or c.nature == nature]
    first = Lane(LEADS, () if nature else tuple(ticket_of_lead(x) for x in leads if x.state == "open"))
    return (first, *(Lane(s.value, tuple(ticket_of(c) for c in chosen if c.state is s)) for s in LANES))


def next_state(case: MoveCase) -> CaseState | None:
    """The state a case goes to next by itself being moved forward; None where landing or nothing comes next."""
    at = UNDER_WAY.index(case.state) if case.state in UNDER_WAY else len(UNDER_WAY)
    return UNDER_WAY[at + 1] if at + 1 < len(UNDER_WAY) else None


def later_states(case: MoveCase) -> tuple[CaseState, ...]:
    """Every state a case may be moved forward to."""
    return UNDER_WAY[UNDER_WAY.index(case.state) + 1 :] if case.state in UNDER_WAY else ()


ALLOWED: Final = ""


def drop_of_case(case: MoveCase, lane: str) -> str:
    """Why a case may not be moved to a lane; ALLOWED where it may. Nothing here can stop a company: it lands when complete."""
    if lane == case.state.value:
        return "已在此栏"
    if case.state not in UNDER_WAY:
        return f"案件{case.state.value}，不再移动"
    if lane in {state.value for state in later_states(case)}:
        return ALLOWED
    if lane == CaseState.LANDED.value:
        missing = lacks(case)
        return f"落地还缺{'、'.join(missing)}" if missing else ALLOWED
    if lane == CaseState.SHARING.value:
        return "落地并结算后进入分享"
    return "案件不倒退"


def drop_of_lead(lead: Lead, lane: str) -> str:
    """Why a lead may not be moved to a lane: it can only become a case, which begins with 迁出登记."""
    if lead.case_id:
        return f"已立案 {lead.case_id}"
    return ALLOWED if lane == CaseState.OUT_REGISTERED.value else "线索先立案，从“迁出登记”开始"


@dataclass(frozen=True, slots=True)
class Need:
    """One thing on the list of what a case needs."""

    name: str
    there: bool
    value: str


def needs(case: MoveCase) -> tuple[Need, ...]:
    """What landing needs (first three), and what sharing needs besides."""
    years = len(case.base)
    return (
        Need("性质", bool(case.nature), case.nature),
        Need("方式", bool(case.kind), case.kind),
        Need("变更登记日", case.registered_on is not None, str(case.registered_on or "")),
        Need("达产日", case.at_capacity_on is not None, str(case.at_capacity_on or "")),
        Need("前三年税收", years >= BASE_YEARS, f"{years} 年" if years else ""),
    )


Fact = tuple[str, str]
"""(day or "", words)"""


def facts(side: str, case: MoveCase, said: Sequence[Position]) -> tuple[Fact, ...]:
    """What is known in one side's lane, oldest first; nobody writes in another's."""
    known: list[tuple[date, str]] = []
    if side == OUT:
        known.append((case.opened_on, f"登记，{len(case.base)} 年基数" if case.base else "登记，基数未登记"))
    if side == INTO:
        if case.registered_on:
            known.append((case.registered_on, "变更登记"))
        if case.at_capacity_on:
            known.append((case.at_capacity_on, "达产"))
        if case.first_tax_on:
            known.append((case.first_tax_on, "首次纳税"))
    if side == CITY and case.landed_on:
        known.append((case.landed_on, "落地，归属变更"))
    known += [(p.day, f"{p.answer}：{p.reason}" if p.reason else p.answer) for p in said if p.side == side]
    return tuple((f"{day:%m-%d}", words) for day, words in sorted(known, key=lambda k: k[0]))


def answer_badge(answer: str, word: str, due: date) -> tuple[Mark, str]:
    """How a side stands: what it said, 未答复, or until when it may answer."""
    if not answer:
        return ("none", word) if word == "未答复" else ("tag", f"待答复，{due:%m-%d} 止")
    return ("warn", "有异议") if "异议" in answer else ("pass", "已答")


def not_begun(case: MoveCase) -> bool:
    """Whether the city has not been asked yet."""
    return case.state in UNDER_WAY[:2]


def source_facts(source: LeadSource) -> tuple[Fact, ...]:
    """One side of a lead: the very cell, and what it reported there."""
    return (
        (str(source.month), source.place),
        ("营业收入", f"{wan(source.revenue_fen)} 万元" if source.revenue_fen is not None else MISSING),
        ("地方税收", f"{wan(source.tax_fen)} 万元" if source.tax_fen is not None else MISSING),
    )


def summary(case: MoveCase) -> str:
    """The case in one paragraph, to be pasted into a message (案情摘要)."""
    told = [
        f"案件 {case.id}：{case.name}（{case.credit_code}），{case.from_park} → {case.to_park}，{case.state.value}",
        f"性质 {case.nature or '未填'}，方式 {case.kind or '未填'}，立案 {case.opened_on}",
        f"变更登记 {case.registered_on or '未登记'}，达产 {case.at_capacity_on or '未登记'}，基数 {len(case.base)} 年",
    ]
    if case.state in UNDER_WAY and (missing := lacks(case)):
        told.append(f"落地还缺{'、'.join(missing)}")
    return "；".join(told) + "。"


def related(events: Iterable[CaseEvent]) -> tuple[str, ...]:
    """The credit codes that the events of a case name: the company registered anew, the parts of a split one."""
    found = [code for e in events for code in (e.new_company, *(part for part, _ in e.parts)) if code]
    return tuple(dict.fromkeys(found))


CASE: Final = re.compile(r"[A-Z]{2}-\d{4}-\d+")


def case_in(text: str) -> str:
    """The first case number in a text, or empty."""
    found = CASE.search(text)
    return found[0] if found else ""


def landing_sentence(case: MoveCase) -> str:
    """What landing does, in words."""
    share = "性质为政府主导，达产后按规则进入分享" if case.nature == "政府主导" else f"性质为{case.nature}，是否分享以规则为准"
    return (
        f"自 {case.registered_on} 起 {case.name}归{case.to_park}，此前的月份仍在{case.from_park}；"
        f"其后已入库的月份重新汇总。{share}。落地后不能退回，企业再迁须另立案。"
    )


def count_note(cases: Sequence[MoveCase], leads: Sequence[Lead]) -> str:
    """The board in one sentence."""
    under_way = sum(1 for c in cases if c.state in UNDER_WAY)
    waiting = sum(1 for x in leads if x.state == "open")
    return f"在办 {under_way} 件，线索 {waiting} 条"


def _edited(text: Callable[[MoveCase], object], fault: Callable[[str], str], choices: tuple[str, ...] = ()) -> Edit[MoveCase]:
    def refused(case: MoveCase, said: str) -> str:
        if case.state in (CaseState.WITHDRAWN, CaseState.CLOSED):
            return f"案件已{case.state.value}"
        return fault(said) if said else "不能改为空"

    return Edit(lambda case: str(text(case) or ""), refused, choices)


def _chosen(choices: tuple[str, ...]) -> Callable[[str], str]:
    return lambda said: "" if said in choices else f"可用：{'、'.join(choices)}"


def _day(said: str) -> str:
    try:
        date.fromisoformat(said)
    except ValueError:
        return "写作 2026-10-15"
    return ""


COLUMNS: Final[tuple[Column[MoveCase], ...]] = (
    Column("id", "案件", lambda c: c.id, "link", 130),
    Column("name", "企业", lambda c: c.name, tip=lambda c: f"{c.name}\n{c.credit_code}"),
    Column("route", "迁出 → 迁入", route, width=130),
    Column("nature", "性质", lambda c: c.nature or None, width=90, edit=_edited(lambda c: c.nature, _chosen(NATURES), NATURES)),
    Column("kind", "方式", lambda c: c.kind or None, width=90, edit=_edited(lambda c: c.kind, _chosen(KINDS), KINDS)),
    Column("opened", "立案日", lambda c: c.opened_on, "date", 104),
    Column("registered", "变更登记日", lambda c: c.registered_on, "date", 104, edit=_edited(lambda c: c.registered_on, _day)),
    Column("capacity", "达产日", lambda c: c.at_capacity_on, "date", 104, edit=_edited(lambda c: c.at_capacity_on, _day)),
    Column("lacks", "还缺", lambda c: "、".join(lacks(c)) if c.state in UNDER_WAY else None, width=140),
    Column("state", "状态", lambda c: c.state.value, "badge", 104, mark=lambda c: "tag"),
)
