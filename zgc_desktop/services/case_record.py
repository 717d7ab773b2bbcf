"""The record of a move case (案卷): what each party said, what happened after landing, attachments, the whole history."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

from db.moves import add_event, add_position, set_lead_state, update_case
from db.queries import case_history, claims, ledger, moves, settlements
from db.queries.case_history import JournalLine
from db.queries.settlements import BookedLine
from db.standings import set_park_line
from db.store import Reading, UnitOfWork
from reports.history_xlsx import write_history_xlsx
from zgc_desktop.domain import credit_code
from zgc_desktop.domain.case_events import (
    ANSWER_DAYS,
    ATTACHED,
    CITY,
    CLOSED,
    INTO,
    KIND_WORDS,
    OUT,
    RETURNED,
    SILENT,
    CaseEvent,
    Position,
    check_event,
    check_position,
    check_sequence,
)
from zgc_desktop.domain.changes import ChangeSummary
from zgc_desktop.domain.companies import move_to
from zgc_desktop.domain.errors import Refused
from zgc_desktop.domain.money import yuan
from zgc_desktop.domain.moves import CaseState, MoveCase
from zgc_desktop.domain.periods import Month
from zgc_desktop.paths import safe_filename
from zgc_desktop.services.accept import rebuild_month
from zgc_desktop.services.context import AppContext, one_command
from zgc_desktop.services.working_days import is_working_day
from zgc_desktop.services.workspace import keep_original

_SUBJECTS = {"cases", "settlement", "reports"}
_ENDED = (CaseState.WITHDRAWN, CaseState.CLOSED)
_LANDED = (CaseState.LANDED, CaseState.SHARING)


@dataclass(frozen=True, slots=True)
class Lane:
    """One side of a case: who it is, until when it may answer, what it said last."""

    side: str
    party: str
    due: date
    said: Position | None
    silent: bool
    """The day has passed without an answer: 未答复, which stops nothing."""

    @property
    def word(self) -> str:
        """The answer, 未答复, or 待答复."""
        if self.said is not None:
            return self.said.answer
        return SILENT if self.silent else "待答复"


@dataclass(frozen=True, slots=True)
class Landmark:
    """One line of a case's history: when, who, what."""

    at: str
    who: str
    kind: str
    text: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class History:
    """Everything the desk knows of a case, oldest first, ready to be exported."""

    case: MoveCase
    lanes: tuple[Lane, ...]
    positions: tuple[Position, ...]
    events: tuple[CaseEvent, ...]
    booked: tuple[BookedLine, ...]
    journal: tuple[JournalLine, ...]
    timeline: tuple[Landmark, ...]


def lanes(ctx: AppContext, case_id: str) -> tuple[Lane, ...]:
    """The three sides of a case with their clocks: move-out, move-in, city."""
    with ctx.store.read() as connection:
        case = _case(connection, case_id)
        return _lanes(ctx, case, case_history.positions(connection, case_id))


def _lanes(ctx: AppContext, case: MoveCase, said: tuple[Position, ...]) -> tuple[Lane, ...]:
    due = answer_due(case.opened_on)
    made = []
    for side, party in _sides(ctx, case).items():
        mine = [p for p in said if p.side == side and p.answer != SILENT]
        made.append(Lane(side, party, due, mine[-1] if mine else None, not mine and ctx.today() > due))
    return tuple(made)


def _sides(ctx: AppContext, case: MoveCase) -> dict[str, str]:
    party = ctx.catalogue.party_of
    return {OUT: party(case.from_park).name, INTO: party(case.to_park).name, CITY: CITY}


def answer_due(asked_on: date, days: int = ANSWER_DAYS) -> date:
    """The last day to answer: so many working days after a case was opened."""
    day = asked_on
    while days:
        day += timedelta(days=1)
        days -= is_working_day(day)
    return day


@one_command("case-position")
def say(
    ctx: AppContext, case_id: str, party: str, answer: str, person: str, *, reason: str = "", day: date | None = None
) -> ChangeSummary:
    """Record what a party says of a case, in its own lane. Refused for a party or an answer that is not of the case.

    No answer stops the move: the move-out side may object to the sharing terms or the facts only.
    """
    if not person:
        raise Refused("须写明经办人", where=case_id, advice="--person 姓名")
    with ctx.store.write("case-position", ctx.who, ctx.now()) as unit:
        case = _case(unit.connection, case_id)
        if case.state is CaseState.WITHDRAWN:
            raise Refused(f"案件 {case_id} 已撤回，不再收取意见")
        sides = _sides(ctx, case)
        park = ctx.catalogue.park_named(party)
        name = ctx.catalogue.party_of(park.name).name if park is not None and party not in sides.values() else party
        side = next((s for s, p in sides.items() if p == name), None)
        if side is None:
            who = "、".join(f"{s} {p}" for s, p in sides.items())
            raise Refused(f"{party}不是本案的一方，不能代他方表态", where=case_id, advice=f"本案各方：{who}")
        check_position(case_id, side, answer, reason)
        when = day or ctx.today()
        if when < case.opened_on:
            raise Refused(f"意见日期 {when} 早于立案日 {case.opened_on}", where=case_id, advice="请核对日期")
        due = answer_due(case.opened_on)
        add_position(unit, Position(case_id, side, name, answer, reason, person, when, due, ctx.now()))
        unit.say(f"{case_id} {side}{name}：{answer}", reason=reason, subjects=_SUBJECTS)
    assert unit.summary is not None
    return unit.summary


@one_command("case-silence")
def record_silence(ctx: AppContext) -> tuple[tuple[str, str], ...]:
    """Record 未答复 for every side of a case under way whose time to answer has passed; returns (case, party).

    Silence is neither consent nor refusal; a later answer is still taken.
    """
    found = []
    with ctx.store.write("case-silence", ctx.who, ctx.now()) as unit:
        said = case_history.positions(unit.connection)
        for case in moves.cases(unit.connection):
            if case.state in (*_ENDED, *_LANDED):
                continue
            mine = tuple(p for p in said if p.case_id == case.id)
            for lane in _lanes(ctx, case, mine):
                if lane.side == CITY or not lane.silent or any(p.side == lane.side for p in mine):
                    continue
                why = f"至 {lane.due} 未收到意见"
                told = Position(case.id, lane.side, lane.party, SILENT, why, "统筹台", ctx.today(), lane.due, ctx.now())
                add_position(unit, told)
                found.append((case.id, lane.party))
        unit.say(f"登记未答复 {len(found)} 方：{'、'.join(f'{c} {p}' for c, p in found)}", subjects=_SUBJECTS)
    return tuple(found)


@one_command("case-event")
def record_event(ctx: AppContext, event: CaseEvent) -> ChangeSummary:
    """Record a split, new registration, return or end of a landed case; it takes effect as adjustments, never backwards.

    Refused for a case that has not landed, a day before its registration or in the future, an unknown company, or an
    event that does not fit those before it.
    """
    check_event(event)
    with ctx.store.write("case-event", ctx.who, ctx.now()) as unit:
        case = _case(unit.connection, event.case_id)
        event = _completed(ctx, case, event)
        known = case_history.events(unit.connection, event.case_id)
        check_sequence(case.credit_code, (*known, replace(event, id=1 + max((e.id for e in known), default=0))))
        add_event(unit, event)
        if event.kind == RETURNED:
            _move_back(unit, ctx, case, event)
        if event.kind == CLOSED:
            update_case(unit, replace(case, state=CaseState.CLOSED))
        unit.say(f"{case.id} {case.name} {event.on} {event.sentence}", reason=event.source, subjects=_SUBJECTS | {"companies"})
    assert unit.summary is not None
    return unit.summary


def _completed(ctx: AppContext, case: MoveCase, event: CaseEvent) -> CaseEvent:
    where = case.id
    if case.state not in _LANDED:
        raise Refused(f"案件{case.state.value}，不能登记{KIND_WORDS[event.kind]}", where=where, advice="请在落地之后登记")
    assert case.registered_on is not None
    if event.on < case.registered_on:
        raise Refused(f"{KIND_WORDS[event.kind]}日 {event.on} 早于变更登记日 {case.registered_on}", where=where)
    if event.on > ctx.today():
        raise Refused(f"{KIND_WORDS[event.kind]}日 {event.on} 在将来", where=where, advice="请在发生之后登记")
    for code in (event.company, event.new_company, *(c for c, _ in event.parts)):
        if code and credit_code.fault(code):
            raise Refused(f"“{code}”不是有效的统一社会信用代码", where=where, advice="请核对 18 位代码")
    to_party = event.to_party
    if event.kind == RETURNED:
        to_party = to_party or _sides(ctx, case)[OUT]
        park = ctx.catalogue.park_named(to_party)
        to_party = ctx.catalogue.party_of(park.name).name if park is not None else to_party
        if to_party != _sides(ctx, case)[OUT]:
            raise Refused(f"{to_party}不是本案的迁出方", where=where, advice="迁往第三方请另立案件")
    return replace(event, to_party=to_party, recorded_by=ctx.who, recorded_at=ctx.now())


def _move_back(unit: UnitOfWork, ctx: AppContext, case: MoveCase, event: CaseEvent) -> None:
    """From the day of the return the company is the move-out park's again; months since are rebuilt."""
    line = claims.park_line(unit.connection, case.company_id)
    set_park_line(unit, case.company_id, move_to(line, case.from_park, event.on, f"迁回（{case.id}）", case.id))
    _rebuild(unit, ctx, event.on)


def _rebuild(unit: UnitOfWork, ctx: AppContext, since: date) -> None:
    for month in claims.standing_months(unit.connection):
        if month.last_day >= since:
            rebuild_month(unit, ctx, month, facts_stay=True)


@one_command("case-attach")
def attach(ctx: AppContext, case_id: str, file: Path, about: str) -> ChangeSummary:
    """Keep a file (税务证明, 会议纪要 …) with a case: its bytes are archived under their SHA-256 and never change."""
    if not about:
        raise Refused("须说明附件是什么", where=case_id, advice="--about 前三年税收证明")
    try:
        content = file.read_bytes()
    except OSError as error:
        raise Refused("附件打不开", where=str(file), why=error.strerror or "", advice="请核对路径与权限") from error
    with ctx.store.write("case-attach", ctx.who, ctx.now()) as unit:
        case = _case(unit.connection, case_id)
        sha256 = keep_original(ctx, content)
        name = f"{about}（{file.name}）"
        add_event(
            unit, CaseEvent(case_id, ctx.today(), ATTACHED, name, note=sha256, recorded_by=ctx.who, recorded_at=ctx.now())
        )
        unit.say(f"{case.id} 附件：{name}", subjects=_SUBJECTS)
    assert unit.summary is not None
    return unit.summary


@one_command("case-boundary")
def change_boundary(ctx: AppContext, code: str, to_park: str, on: date, document: str) -> ChangeSummary:
    """Record that a changed boundary puts a company in another park: no move, no case, no sharing; leads of it are closed."""
    if not document:
        raise Refused("边界调整须注明文件", advice="--document 文号或批复")
    park = ctx.catalogue.park_named(to_park)
    if park is None:
        raise Refused(f"没有叫“{to_park}”的分园", advice=f"可用：{'、'.join(ctx.catalogue.parks)}")
    with ctx.store.write("case-boundary", ctx.who, ctx.now()) as unit:
        company = ledger.company_id_of(unit.connection, code)
        if company is None:
            raise Refused(f"台账中没有信用代码为 {code} 的企业", advice="请先接收含该企业的报送")
        line = claims.park_line(unit.connection, company)
        set_park_line(unit, company, move_to(line, park.name, on, f"区划或园区边界调整，非迁移：{document}"))
        for lead in moves.leads(unit.connection):
            if lead.company_id == company and lead.state == "open" and lead.id is not None:
                set_lead_state(unit, lead.id, "dismissed")
        _rebuild(unit, ctx, on)
        name = ledger.name_of(unit.connection, company)
        sentence = f"{name} 自 {on} 起归{park.name}（区划或园区边界调整，非迁移，不立案）"
        unit.say(sentence, reason=document, subjects=_SUBJECTS | {"leads", "companies"}, months={Month.of(on)})
    assert unit.summary is not None
    return unit.summary


def history(ctx: AppContext, case_id: str) -> History:
    """Everything of a case: every change with who and when, what was said, events, settlements booked."""
    with ctx.store.read() as connection:
        case = _case(connection, case_id)
        said = case_history.positions(connection, case_id)
        events = case_history.events(connection, case_id)
        booked = tuple(b for b in settlements.books(connection).lines if b.case_id == case_id)
        journal = case_history.journal_of(connection, case_id)
    return History(case, _lanes(ctx, case, said), said, events, booked, journal, _timeline(said, events, booked, journal))


def _timeline(
    said: tuple[Position, ...], events: tuple[CaseEvent, ...], booked: tuple[BookedLine, ...], journal: tuple[JournalLine, ...]
) -> tuple[Landmark, ...]:
    """Written down at the time it was written down; the day it is about stands in the text."""
    marks = [Landmark(j.at, j.who, "操作", j.sentence, j.reason) for j in journal]
    marks += [Landmark(p.recorded_at, f"{p.party} {p.person}", p.side, f"{p.day} {p.answer}", p.reason) for p in said]
    marks += [Landmark(e.recorded_at, e.recorded_by, KIND_WORDS[e.kind], f"{e.on} {e.sentence}", e.source) for e in events]
    for b in booked:
        text = f"{b.booked_in} 锁定：{b.about} {b.payer}付{b.receiver} {yuan(b.due_fen)} 元"
        marks.append(Landmark(b.booked_in.last_day.isoformat(), "", "结算", text))
    return tuple(sorted(marks, key=lambda m: m.at))


def export_history(ctx: AppContext, case_id: str, out: Path) -> Path:
    """Write a case's whole history as a workbook into the folder ``out``; returns the file."""
    found = history(ctx, case_id)
    facts = (
        ("案件号", found.case.id), ("企业", found.case.name), ("统一社会信用代码", found.case.credit_code),
        ("迁出", found.case.from_park), ("迁入", found.case.to_park), ("性质", found.case.nature), ("方式", found.case.kind),
        ("状态", found.case.state.value), ("立案日", str(found.case.opened_on)),
        ("变更登记日", str(found.case.registered_on or "")), ("达产日", str(found.case.at_capacity_on or "")),
        ("首次纳税日", str(found.case.first_tax_on or "")), ("备注", found.case.note),
        *((f"基数 {b.year} 年（元）", f"{yuan(b.amount_fen)}（{b.source}）") for b in found.case.base),
        *((f"{x.side} {x.party}", f"{x.word}（答复期限 {x.due}）") for x in found.lanes),
        *((("操作记录", f"{found.journal[-1].mark}（本案末条序号与校验值，审计核对用）"),) if found.journal else ()),
    )  # fmt: skip
    rows = [(m.at, m.who, m.kind, m.text, m.reason) for m in found.timeline]
    return write_history_xlsx(case_id, facts, rows, out / safe_filename(f"案卷_{case_id}.xlsx"))


def _case(connection: Reading, case_id: str) -> MoveCase:
    found = moves.cases(connection, case_id)
    if not found:
        raise Refused(f"没有编号为 {case_id} 的案件")
    return found[0]
