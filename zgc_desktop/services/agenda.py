"""Put cases, leads and other matters on the coordination meeting's agenda by hand (列入题单), order them, take them off."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from db.desk_lists import add_entry, set_rank, take_entry_off
from db.queries import desk_lists, moves, outside
from db.store import Reading
from zgc_desktop.domain.agenda import LEAD, AgendaEntry
from zgc_desktop.domain.changes import ChangeSummary
from zgc_desktop.domain.errors import Refused
from zgc_desktop.domain.monthly_sheets import AgendaItem
from zgc_desktop.domain.moves import Lead, MoveCase
from zgc_desktop.domain.periods import Month
from zgc_desktop.services.context import AppContext, one_command
from zgc_desktop.services.working_days import working_days

SUBJECTS = frozenset({"agenda"})
MATTER = "其他事项"


def entries(ctx: AppContext, month: Month) -> tuple[AgendaEntry, ...]:
    """What stands on a month's agenda by hand, in its order."""
    with ctx.store.read() as connection:
        return desk_lists.entries(connection, month)


@one_command("agenda")
def put_on(
    ctx: AppContext,
    month: Month,
    about: str,
    proposal: str,
    *,
    facts: str = "",
    parties: Sequence[str] = (),
    kind: str = MATTER,
) -> ChangeSummary:
    """Put a case (its number), a lead (``lead:`` and its number) or a matter in words on the agenda, at its end.

    Refused without a proposal, for what stands there by hand already, and for a matter without facts.
    """
    if not proposal.strip():
        raise Refused("没有写明提请议定什么", advice="题单上的每一题都要写明提请事项")
    if not about and not facts.strip():
        raise Refused("没有写明事实")
    with ctx.store.write("agenda", ctx.who, ctx.now()) as unit:
        there = desk_lists.entries(unit.connection, month)
        if about and any(e.about == about for e in there):
            raise Refused("已在题单中", advice="可在题单中调整次序或撤下")
        what = facts.strip()
        if about:
            kind, listed, what = _about(unit.connection, month, about)
            parties, what = listed, facts.strip() or what
        rank = 1 + max((e.rank for e in there), default=0)
        add_entry(
            unit,
            {"month": month.number, "about": about, "kind": kind, "parties": "、".join(parties), "facts": facts.strip(),
             "proposal": proposal.strip(), "rank": rank},
            person=ctx.who, at=ctx.now(),
        )  # fmt: skip
        unit.say(
            f"列入题单 {month}：{about if about and not about.startswith(LEAD) else what[:30]}",
            subjects=SUBJECTS,
            months={month},
        )
    assert unit.summary is not None
    return unit.summary


@one_command("agenda-off")
def take_off(ctx: AppContext, month: Month, number: int, reason: str = "") -> ChangeSummary:
    """Take a question that was put there by hand off the agenda; Refused where it does not stand."""
    with ctx.store.write("agenda-off", ctx.who, ctx.now()) as unit:
        entry = next((e for e in desk_lists.entries(unit.connection, month) if e.id == number), None)
        if entry is None or not take_entry_off(unit, number, person=ctx.who, at=ctx.now(), reason=reason.strip()):
            raise Refused("题单中没有这一题", advice="请刷新后再试")
        said = entry.about if entry.about and not entry.about.startswith(LEAD) else (entry.facts or entry.kind)[:30]
        unit.say(f"撤下题单 {month}：{said}", reason=reason.strip(), subjects=SUBJECTS, months={month})
    assert unit.summary is not None
    return unit.summary


@one_command("agenda-order")
def move(ctx: AppContext, month: Month, number: int, by: int) -> ChangeSummary:
    """Move a question by hand up (-1) or down (+1) among those by hand; Refused where it is at the end already."""
    with ctx.store.write("agenda-order", ctx.who, ctx.now()) as unit:
        there = list(desk_lists.entries(unit.connection, month))
        at = next((n for n, e in enumerate(there) if e.id == number), None)
        if at is None or not 0 <= at + by < len(there):
            raise Refused("不能再移动", advice="自动列入的各题按类排在前面")
        there.insert(at + by, there.pop(at))
        for rank, entry in enumerate(there, 1):
            if entry.rank != rank:
                set_rank(unit, entry.id, rank)
        unit.say(f"调整题单次序 {month}", subjects=SUBJECTS, months={month})
    assert unit.summary is not None
    return unit.summary


def by_hand(ctx: AppContext, month: Month, listed: Sequence[AgendaItem]) -> tuple[AgendaItem, ...]:
    """The questions by hand as they are read today; a case the month puts on the agenda by itself is not asked twice."""
    found = []
    with ctx.store.read() as connection:
        for entry in desk_lists.entries(connection, month):
            if entry.about and not entry.about.startswith(LEAD) and any(entry.about in item.facts for item in listed):
                continue
            kind, parties, facts = entry.kind, entry.parties, entry.facts
            if entry.about:
                kind, known, told = _about(connection, month, entry.about, ctx.today())
                parties, facts = known or parties, facts or told
            found.append(AgendaItem(kind, parties, facts, entry.proposal, entry.id, entry.person))
    return tuple(found)


def _about(connection: Reading, month: Month, about: str, today: date | None = None) -> tuple[str, tuple[str, ...], str]:
    """(kind, parties, facts) of a case, one over the city's border, or a lead; Refused where there is none of that number."""
    over = next((c for c in outside.cases(connection) if c.number == about), None)
    if over is not None:
        nature = over.nature or "性质未填"
        facts = f"案件 {over.number}，{over.name}，{over.direction}，{over.park}与{over.place}，{nature}，{over.state.value}。"
        return "外省市迁移", (over.park, over.place), facts
    return _subject(_case(connection, about), _lead(connection, month, about), about, today)


def _case(connection: Reading, about: str) -> MoveCase | None:
    return next(iter(moves.cases(connection, about)), None) if about and not about.startswith(LEAD) else None


def _lead(connection: Reading, month: Month, about: str) -> Lead | None:
    if not about.startswith(LEAD):
        return None
    return next((x for x in moves.leads(connection, month) if str(x.id) == about.removeprefix(LEAD)), None)


def _subject(
    case: MoveCase | None, lead: Lead | None, about: str, today: date | None = None
) -> tuple[str, tuple[str, ...], str]:
    """(kind, parties, facts) of a case or a lead; Refused where there is none of that number."""
    if case is not None:
        took = f"，已办 {working_days(case.opened_on, today)} 个工作日" if today is not None and case.landed_on is None else ""
        facts = (
            f"案件 {case.id}，{case.name}，{case.from_park} → {case.to_park}，{case.nature or '性质未填'}，"
            f"立案 {case.opened_on}{took}，{case.state.value}。"
        )
        return "迁移案件", (case.from_park, case.to_park), facts
    if lead is not None:
        facts = (
            f"{lead.kind.word}：{lead.name}（{lead.credit_code}），{lead.first.park}（{lead.first.place}）与"
            f"{lead.second.park}（{lead.second.place}）。"
        )
        return "归属争议", (lead.first.park, lead.second.park), facts
    if about.startswith(LEAD):
        return "归属争议", (), "线索已处理。"
    raise Refused(f"没有案件 {about}")
