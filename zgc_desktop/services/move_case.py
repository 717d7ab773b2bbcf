"""Move cases (迁移案件): from a lead or by hand, with dates and base years, to landing, which changes the park line."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from db.moves import add_case, next_case_id, set_base, set_lead_state, update_case
from db.queries import case_history, claims, ledger, moves
from db.standings import set_park_line
from db.store import UnitOfWork
from zgc_desktop.domain.case_events import FOR_THE_ENGINE, KIND_WORDS
from zgc_desktop.domain.changes import ChangeSummary
from zgc_desktop.domain.companies import landing_on, move_to, park_on
from zgc_desktop.domain.errors import Refused
from zgc_desktop.domain.moves import KINDS, NATURES, NO_MOVE, BaseYear, CaseState, LeadKind, MoveCase
from zgc_desktop.domain.periods import Month
from zgc_desktop.services import reconcile
from zgc_desktop.services.accept import rebuild_month
from zgc_desktop.services.context import AppContext, one_command


@one_command("case-open")
def open_from_lead(ctx: AppContext, lead_id: int, *, from_park: str = "") -> MoveCase:
    """Open a case from a lead. A double claim does not say who moved: ``from_park`` names the move-out side there."""
    with ctx.store.write("case-open", ctx.who, ctx.now()) as unit:
        found = moves.leads(unit.connection, lead_id=lead_id)
        if not found:
            raise Refused(f"没有编号为 {lead_id} 的线索")
        lead = found[0]
        if lead.state == "case":
            raise Refused(f"线索已立案：{lead.case_id}")
        sides = (lead.first.park, lead.second.park)
        if lead.kind is LeadKind.DOUBLE_CLAIM:
            lives_in = park_on(claims.park_line(unit.connection, lead.company_id), lead.month.last_day)
            out = from_park or lives_in or sides[0]
            if out not in sides:
                raise Refused(f"{out}不在这条线索的两方（{'、'.join(sides)}）之中")
            sides = (out, sides[1] if out == sides[0] else sides[0])
        case = _new_case(unit, ctx.today(), lead.company_id, lead.credit_code, lead.name, *sides, lead_id=lead_id)
        set_lead_state(unit, lead_id, "case", case.id)
        _say(unit, f"立案 {case.id} {case.name}：{case.from_park} → {case.to_park}（{lead.kind.word}线索）", lead.month)
    return case


@one_command("case-open")
def open_case(ctx: AppContext, credit_code: str, from_park: str, to_park: str, *, opened_on: date | None = None) -> MoveCase:
    """Open a case by hand for a company of the ledger, today or (补登) on the day it was really opened.

    Refused for an unknown company or park, for one and the same park, and for a day in the future.
    """
    day = opened_on or ctx.today()
    if day > ctx.today():
        raise Refused(f"立案日 {day} 在将来", advice="请核对日期")
    parks = []
    for text in (from_park, to_park):
        park = ctx.catalogue.park_named(text)
        if park is None:
            raise Refused(f"没有叫“{text}”的分园")
        parks.append(park.name)
    if parks[0] == parks[1]:
        raise Refused("迁出与迁入是同一个分园", advice="园内搬迁请调整组团归属")
    with ctx.store.write("case-open", ctx.who, ctx.now()) as unit:
        company = ledger.company_id_of(unit.connection, credit_code)
        if company is None:
            raise Refused(f"台账中没有信用代码为 {credit_code} 的企业", advice="请先接收含该企业的报送")
        name = ledger.name_of(unit.connection, company)
        case = _new_case(unit, day, company, credit_code, name, parks[0], parks[1])
        _say(unit, f"立案 {case.id} {name}：{parks[0]} → {parks[1]}")
    reconcile.link(ctx, company)
    return case


def _new_case(
    unit: UnitOfWork, today: date, company: int, code: str, name: str, out: str, into: str, lead_id: int | None = None
) -> MoveCase:
    number = next_case_id(unit, today.year)
    case = MoveCase(number, company, code, name, out, into, CaseState.OUT_REGISTERED, today, lead_id=lead_id)
    add_case(unit, case)
    return case


@one_command("case-describe")
def describe(
    ctx: AppContext,
    case_id: str,
    *,
    nature: str | None = None,
    kind: str | None = None,
    registered_on: date | None = None,
    at_capacity_on: date | None = None,
    first_tax_on: date | None = None,
    note: str | None = None,
) -> MoveCase:
    """Record what is known of a case: nature (性质), kind (方式), 变更登记日, 达产日, 首次纳税日. Returns it.

    After landing another 变更登记日 moves the park line with it and rebuilds the months since; what was settled and locked
    changes by adjustments only. Refused where that day does not fit the residences or events around it.
    """
    if kind in NO_MOVE or nature in NO_MOVE:
        advice = "请撤回本案，用 zgc case boundary 登记归属变更"
        raise Refused("区划或园区边界调整不是迁移，不立案、不分享", where=case_id, advice=advice)
    if nature is not None and nature not in NATURES:
        raise Refused(f"没有“{nature}”这种性质", advice=f"可用：{'、'.join(NATURES)}")
    if kind is not None and kind not in KINDS:
        raise Refused(f"没有“{kind}”这种方式", advice=f"可用：{'、'.join(KINDS)}")
    with ctx.store.write("case-describe", ctx.who, ctx.now()) as unit:
        old = _case(unit, case_id)
        new = replace(
            old,
            nature=nature if nature is not None else old.nature,
            kind=kind if kind is not None else old.kind,
            registered_on=registered_on or old.registered_on,
            at_capacity_on=at_capacity_on or old.at_capacity_on,
            first_tax_on=first_tax_on or old.first_tax_on,
            note=note if note is not None else old.note,
        )
        if new.registered_on and new.at_capacity_on and new.at_capacity_on < new.registered_on and new.kind != "部分":
            why = f"达产日 {new.at_capacity_on}，变更登记日 {new.registered_on}"
            raise Refused("达产日早于变更登记日", where=case_id, why=why, advice="请核对日期")
        day = new.registered_on
        if new.landed_on is not None and day is not None and day != old.landed_on:
            new = replace(new, landed_on=day)
            months = _landing_moved(unit, ctx, old, day)
            update_case(unit, new)
            said = f"{case_id} {old.name} 的变更登记日由 {old.landed_on} 更正为 {day}，归属随之改变"
            _say(unit, said, *months)
            return new
        if new != old:
            update_case(unit, new)
        _say(unit, f"补充 {case_id} {old.name} 的案情")
    return new


def _landing_moved(unit: UnitOfWork, ctx: AppContext, case: MoveCase, day: date) -> list[Month]:
    """The park line and the months since, with the case landed on another day; returns the months rebuilt."""
    if day > ctx.today():
        raise Refused(f"变更登记日 {day} 在将来，案件却已落地", where=case.id, advice="请核对日期")
    early = [e for e in case_history.events(unit.connection, case.id) if e.kind in FOR_THE_ENGINE and e.on < day]
    if early:
        why = f"{early[0].on} 已登记{KIND_WORDS[early[0].kind]}"
        raise Refused(f"变更登记日 {day} 晚于其后的案件事件", where=case.id, why=why, advice="请核对两处日期")
    assert case.landed_on is not None
    set_park_line(unit, case.company_id, landing_on(claims.park_line(unit.connection, case.company_id), case.id, day))
    since = min(day, case.landed_on)
    months = [m for m in claims.standing_months(unit.connection) if m.last_day >= since]
    for month in months:
        rebuild_month(unit, ctx, month, facts_stay=True)
    return months


@one_command("case-base")
def record_base(ctx: AppContext, case_id: str, years: tuple[BaseYear, ...]) -> MoveCase:
    """Record the base years' local tax of a case (前三年地方税收), each with its source."""
    for base in years:
        if not base.source:
            raise Refused(f"{base.year} 年基数没有注明来源", where=case_id, advice="请写明税务证明或案卷页码")
        if base.amount_fen < 0:
            why = "基数按净入库数，退库多于缴纳时须先核实并商定"
            raise Refused(f"{base.year} 年基数为负", where=case_id, why=why, advice="请核对后重新登记")
    with ctx.store.write("case-base", ctx.who, ctx.now()) as unit:
        case = _case(unit, case_id)
        for base in years:
            set_base(unit, case_id, base)
        _say(unit, f"登记 {case_id} {case.name} 的基数：{'、'.join(str(b.year) for b in years)} 年")
        return moves.cases(unit.connection, case_id)[0]


@one_command("case-land")
def land(ctx: AppContext, case_id: str) -> ChangeSummary:
    """Land a case: from its 变更登记日 the company belongs to the move-in park; history stays; later months are rebuilt.

    Refused while nature, kind or 变更登记日 is missing. The move-out side cannot stop it (公平竞争审查条例).
    """
    with ctx.store.write("case-land", ctx.who, ctx.now()) as unit:
        case = _case(unit, case_id)
        case.require_landable()
        assert case.registered_on is not None
        if case.registered_on > ctx.today():
            raise Refused(f"变更登记日 {case.registered_on} 在将来，还不能落地", where=case_id)
        line = claims.park_line(unit.connection, case.company_id)
        if not line:
            # The desk knows the company from this case only: it lived in the move-out park until then.
            known_from = case.registered_on.replace(year=case.registered_on.year - 1, month=1, day=1)
            line = move_to((), case.from_park, known_from, "立案时所在")
        landed = move_to(line, case.to_park, case.registered_on, f"迁移 {case.id}", case.id)
        set_park_line(unit, case.company_id, landed)
        update_case(unit, replace(case, state=CaseState.LANDED, landed_on=case.registered_on))
        months = [m for m in claims.standing_months(unit.connection) if m.last_day >= case.registered_on]
        for month in months:
            rebuild_month(unit, ctx, month, facts_stay=True)
        _say(unit, f"落地 {case.id} {case.name}：自 {case.registered_on} 起归{case.to_park}", *months)
    assert unit.summary is not None
    return unit.summary


_FORWARD = (CaseState.LEAD, CaseState.OUT_REGISTERED, CaseState.IN_CONFIRMED, CaseState.CITY, CaseState.UNDER_WAY)


@one_command("case-advance")
def advance(ctx: AppContext, case_id: str, to: CaseState, *, reason: str = "") -> MoveCase:
    """Move a case that has not landed forward (登记 → 确认 → 市级统筹 → 办理中), or withdraw it (撤回). Never backwards.

    Withdrawing needs a reason, which is kept with the case's note and in the journal.
    """
    if to is CaseState.WITHDRAWN and not reason.strip():
        raise Refused("撤回须写明理由", where=case_id, advice="如 --reason 企业放弃迁移")
    with ctx.store.write("case-advance", ctx.who, ctx.now()) as unit:
        case = _case(unit, case_id)
        if case.state not in _FORWARD:
            raise Refused(f"案件已{case.state.value}，不能改为{to.value}", where=case_id)
        if to is not CaseState.WITHDRAWN and (to not in _FORWARD or _FORWARD.index(to) <= _FORWARD.index(case.state)):
            raise Refused(
                f"案件不能从{case.state.value}改为{to.value}", where=case_id, advice="落地请用“落地”，退回请撤回后另立"
            )
        new = replace(case, state=to)
        if to is CaseState.WITHDRAWN:
            new = replace(new, note="；".join(n for n in (case.note, f"撤回理由：{reason}") if n))
        update_case(unit, new)
        _say(unit, f"{case_id} {case.name}：{case.state.value} → {to.value}", reason=reason)
    if to is CaseState.WITHDRAWN:
        reconcile.link(ctx, case.company_id)
    return new


def all_cases(ctx: AppContext) -> tuple[MoveCase, ...]:
    """Every case, by number."""
    with ctx.store.read() as connection:
        return moves.cases(connection)


def _case(unit: UnitOfWork, case_id: str) -> MoveCase:
    found = moves.cases(unit.connection, case_id)
    if not found:
        raise Refused(f"没有编号为 {case_id} 的案件")
    return found[0]


def _say(unit: UnitOfWork, sentence: str, *months: Month, reason: str = "") -> None:
    unit.say(sentence, reason=reason, subjects={"cases", "leads", "companies", "settlement", "reports"}, months=months)
