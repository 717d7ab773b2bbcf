"""Case slips at one desk: written in one's own lane, merged with the others', and kept in step with the city's cases."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from db.exchange import add_records
from db.moves import add_case, add_position, next_case_id, set_base, update_case
from db.queries import case_history, ledger, moves
from db.queries import exchange as reads
from db.store import Reading, UnitOfWork
from zgc_desktop.domain.case_events import ANSWERS, Position
from zgc_desktop.domain.case_events import CITY as CITY_SIDE
from zgc_desktop.domain.changes import ChangeSummary
from zgc_desktop.domain.errors import Refused
from zgc_desktop.domain.exchange.manifest import CITY
from zgc_desktop.domain.exchange.slips import (
    BASE,
    FACT,
    NUMBER,
    OPEN,
    SAY,
    STATE,
    Slip,
    SlipKey,
    SlipRecord,
    fen_of_yuan,
    field_of,
    next_key,
    record,
    slips,
)
from zgc_desktop.domain.money import yuan_plain
from zgc_desktop.domain.moves import BaseYear, CaseState, MoveCase
from zgc_desktop.services.case_record import answer_due
from zgc_desktop.services.context import AppContext, one_command
from zgc_desktop.services.profile import party_in
from zgc_desktop.services.reconcile import link_in

SUBJECTS = {"exchange", "cases", "settlement", "reports"}
_DAYS = ("registered_on", "at_capacity_on", "first_tax_on")
_PROJECTED = ("nature", "kind", *_DAYS)


@dataclass(frozen=True, slots=True)
class SlipView:
    """One case slip as this desk sees it: who we are in it, and until when the parks may answer."""

    slip: Slip
    me: str
    due: date | None

    @property
    def side(self) -> str:
        return self.slip.key.side_of(self.me)


def listed(ctx: AppContext) -> tuple[SlipView, ...]:
    """Every case slip at this desk, those under way first."""
    with ctx.store.read() as connection:
        me, found = party_in(connection), slips(reads.records(connection))
    views = [SlipView(s, me, answer_due(date.fromisoformat(s.opened["opened_on"])) if s.opened else None) for s in found]
    return tuple(sorted(views, key=lambda v: (v.slip.is_ended, str(v.slip.key))))


@one_command("exchange-slip")
def open_slip(
    ctx: AppContext, credit_code: str, name: str, from_park: str, to_park: str, *, person: str = "", day: date | None = None
) -> ChangeSummary:
    """Open a case slip as one of its two parks. Refused for a case of other parks, or one that is under way already."""
    with ctx.store.write("exchange-slip", ctx.who, ctx.now()) as unit:
        me, known = party_in(unit.connection), slips(reads.records(unit.connection))
        if me == CITY:
            raise Refused("市级在迁移协调里立案", advice="用 zgc case open，案卷随案卷包发给两园")
        out, into = (_park(ctx, text) for text in (from_park, to_park))
        key = _key(known, credit_code, out, into)
        if any(s.key == key and s.opened for s in known):
            raise Refused(f"{name}由{out}迁往{into}已有案卷", advice="请在该案卷里填写")
        content = {"name": name.strip(), "opened_on": str(day or ctx.today())}
        made = _made(key, OPEN, me, person or ctx.who, ctx.now(), content)
        _add(unit, ctx, me, made, f"立案卷 {name} {out} → {into}")
    assert unit.summary is not None
    return unit.summary


@one_command("exchange-slip")
def state_fact(ctx: AppContext, key: str, field: str, value: str, *, source: str = "", person: str = "") -> ChangeSummary:
    """State a fact of a case in one's own lane, over what stood before; where the parties differ this decides it.

    The city's own cases follow at once. Refused for a fact that is not ours to state.
    """
    with ctx.store.write("exchange-slip", ctx.who, ctx.now()) as unit:
        me, slip = _in_step(unit, ctx, key)
        if field in slip.facts and slip.facts[field].is_contested and not source.strip():
            raise Refused(f"{slip.facts[field].title}各方不一，裁定须写明依据", where=slip.name or key)
        heads = [h.id for h in slip.facts[field].heads] if field in slip.facts else []
        if field.startswith(BASE):
            value = _plain_yuan(value)
        content = {"field": field, "value": value.strip(), "source": source.strip()}
        made = _made(slip.key, FACT, me, person or ctx.who, ctx.now(), content, heads)
        _add(unit, ctx, me, made, f"案卷 {slip.name}：{_title(field)} {value}", source)
    assert unit.summary is not None
    return unit.summary


@one_command("exchange-slip")
def say(
    ctx: AppContext, key: str, answer: str, *, person: str = "", reason: str = "", day: date | None = None
) -> ChangeSummary:
    """Say what our side says of a case. No answer stops the move (公平竞争审查条例)."""
    with ctx.store.write("exchange-slip", ctx.who, ctx.now()) as unit:
        me, slip = _in_step(unit, ctx, key)
        side = slip.key.side_of(me)
        when = day or ctx.today()
        if slip.opened and str(when) < slip.opened["opened_on"]:
            raise Refused(f"意见日期 {when} 早于立案日 {slip.opened['opened_on']}", where=slip.name, advice="请核对日期")
        content = {"side": side, "answer": answer, "reason": reason.strip(), "day": str(when)}
        made = _made(slip.key, SAY, me, person or ctx.who, ctx.now(), content)
        _add(unit, ctx, me, made, f"案卷 {slip.name} {side}：{answer}", reason)
    assert unit.summary is not None
    return unit.summary


def answers_for(view: SlipView) -> tuple[str, ...]:
    """What our side may say of a case."""
    return ANSWERS.get(view.side, ())


def records_for(connection: Reading, me: str, receiver: str) -> tuple[SlipRecord, ...]:
    """What a case package for a party holds: of its cases everything the city knows, or what a park wrote itself."""
    mine = [r for r in reads.records(connection) if r.slip.side_of(receiver) and r.slip.side_of(me)]
    return tuple(r for r in mine if me == CITY or r.by == me)


# ---- the city's cases and their slips -------------------------------------------------------------------------------------


def keep_in_step(unit: UnitOfWork, ctx: AppContext, incoming: Iterable[SlipRecord] = (), package: str = "") -> tuple[str, ...]:
    """Write the city's cases into their slips, take in what came, and bring the cases up to what the slips agree on.

    Returns what a person has to see to: companies the ledger does not know, facts that do not fit. A contested fact leaves
    the city's case as it is until somebody decides.
    """
    add_records(unit, _told_by_cases(unit.connection, ctx))
    known = reads.known_records(unit.connection)
    add_records(unit, [r for r in incoming if r.id not in known], package)
    left: list[str] = []
    for slip in slips(reads.records(unit.connection)):
        left += _follow(unit, ctx, slip)
    add_records(unit, _told_by_cases(unit.connection, ctx))
    return tuple(left)


def _told_by_cases(connection: Reading, ctx: AppContext) -> list[SlipRecord]:
    """Records the city writes because its cases say what their slips do not: after work on the page 迁移协调."""
    known = slips(reads.records(connection))
    numbered = {s.value(NUMBER): s for s in known if s.value(NUMBER)}
    said = case_history.positions(connection)
    made: list[SlipRecord] = []
    for case in moves.cases(connection):
        slip = numbered.get(case.id)
        if slip is None:
            key = next_key([*known, *numbered.values()], case.credit_code, case.from_park, case.to_park)
            slip = next((s for s in known if s.key == key and not s.value(NUMBER)), Slip(key, None, {}, {}))
            numbered[case.id] = slip
        made += _of_case(ctx, case, slip, [p for p in said if p.case_id == case.id])
    return made


def _of_case(ctx: AppContext, case: MoveCase, slip: Slip, said: Sequence[Position]) -> list[SlipRecord]:
    at, who, made = ctx.now(), ctx.who, []
    if slip.opened is None:
        content = {"name": case.name, "opened_on": case.opened_on.isoformat()}
        made.append(record(slip.key, OPEN, CITY, who, at, content))
    for field, (value, source) in _facts_of(case).items():
        fact = slip.facts.get(field)
        stands = slip.value(field)
        if not value or value == stands or (fact and fact.is_contested and value in {h["value"] for h in fact.heads}):
            continue
        if field == "registered_on" and stands and case.landed_on is not None:
            continue  # the desk's day holds since the landing; another day is corrected in the case, with its months
        heads = [h.id for h in fact.heads] if fact else []
        made.append(record(slip.key, FACT, CITY, who, at, {"field": field, "value": value, "source": source}, heads))
    for p in said:
        if p.side in ANSWERS and p.answer in ANSWERS[p.side] and not _is_said(slip, p):
            content = {"side": p.side, "answer": p.answer, "reason": p.reason, "day": p.day.isoformat()}
            made.append(record(slip.key, SAY, CITY, p.person, at, content))
    return made


def _is_said(slip: Slip, p: Position) -> bool:
    wanted = (p.answer, p.reason, p.person, p.day.isoformat())
    return any((r["answer"], r["reason"], r.person, r["day"]) == wanted for r in slip.said.get(p.side, ()))


def _facts_of(case: MoveCase) -> dict[str, tuple[str, str]]:
    facts = {NUMBER: (case.id, ""), STATE: (case.state.value, "")}
    facts |= {name: (str(getattr(case, name) or ""), "") for name in _PROJECTED}
    return facts | {f"{BASE}{b.year}": (yuan_plain(b.amount_fen), b.source) for b in case.base}


def _follow(unit: UnitOfWork, ctx: AppContext, slip: Slip) -> list[str]:
    """Bring the city's case up to its slip; returns what a person has to see to."""
    if slip.opened is None:
        return []  # its opening is still under way in another package
    case = _case_of(unit, ctx, slip)
    if case is None:
        code = slip.key.credit_code
        return [f"{slip.name}（{code}）不在台账，未立案：收到含该企业的报送后再收一次案卷包"]
    left = [f"{case.id} {f.title}各方不一，待裁定" for f in slip.contested]
    if case.state is CaseState.WITHDRAWN:
        return left
    new = _with_facts(case, slip)
    if new.registered_on and new.at_capacity_on and new.at_capacity_on < new.registered_on and new.kind != "部分":
        left.append(f"{case.id} 案卷里的达产日 {new.at_capacity_on} 早于变更登记日 {new.registered_on}，未采用")
        new = replace(new, registered_on=case.registered_on, at_capacity_on=case.at_capacity_on)
    if new != case:
        update_case(unit, new)
    known = {b.year: b for b in case.base}
    for field, fact in slip.facts.items():
        if field.startswith(BASE) and not fact.is_contested:
            year, amount = int(field.removeprefix(BASE)), fen_of_yuan(fact.value)
            if year not in known or known[year].amount_fen != amount:
                set_base(unit, case.id, BaseYear(year, amount, fact.heads[-1]["source"]))
    _add_positions(unit, ctx, case, slip)
    return left


def _case_of(unit: UnitOfWork, ctx: AppContext, slip: Slip) -> MoveCase | None:
    """The city's case of a slip, opened now where there is none; None while the ledger does not know the company."""
    assert slip.opened is not None
    found = moves.cases(unit.connection)
    if number := slip.value(NUMBER):
        return next((c for c in found if c.id == number), None)
    key = slip.key
    company = ledger.company_id_of(unit.connection, key.credit_code)
    if company is None or not {key.from_park, key.to_park} <= set(ctx.catalogue.parks):
        return None
    day = date.fromisoformat(slip.opened["opened_on"])
    name = ledger.name_of(unit.connection, company)
    number = next_case_id(unit, ctx.today().year)
    case = MoveCase(number, company, key.credit_code, name, key.from_park, key.to_park, CaseState.OUT_REGISTERED, day)
    add_case(unit, case)
    link_in(unit, company)
    add_records(unit, [record(key, FACT, CITY, ctx.who, ctx.now(), {"field": NUMBER, "value": number, "source": ""})])
    return case


def _with_facts(case: MoveCase, slip: Slip) -> MoveCase:
    told: dict[str, Any] = {}
    for field in _PROJECTED:
        fact = slip.facts.get(field)
        if fact is None or fact.is_contested or not fact.value or (field == "registered_on" and case.landed_on is not None):
            continue
        told[field] = date.fromisoformat(fact.value) if field in _DAYS else fact.value
    return replace(case, **told)


def _add_positions(unit: UnitOfWork, ctx: AppContext, case: MoveCase, slip: Slip) -> None:
    there = case_history.positions(unit.connection, case.id)
    known = {(p.side, p.answer, p.reason, p.person, p.day.isoformat()) for p in there}
    parties = {slip.key.side_of(park): ctx.catalogue.party_of(park).name for park in (case.from_park, case.to_park)}
    due = answer_due(case.opened_on)
    for side, said in slip.said.items():
        for r in said:
            if (side, r["answer"], r["reason"], r.person, r["day"]) in known:
                continue
            party = parties.get(side, CITY_SIDE)
            day = date.fromisoformat(r["day"])
            add_position(unit, Position(case.id, side, party, r["answer"], r["reason"], r.person, day, due, r.at))


# ---- parts ----------------------------------------------------------------------------------------------------------------


def _made(
    key: SlipKey, kind: str, by: str, person: str, at: str, content: Mapping[str, str], parents: Iterable[str] = ()
) -> SlipRecord:
    try:
        return record(key, kind, by, person, at, content, parents)
    except ValueError as error:
        told = content.get("value") or content.get("opened_on") or content.get("day") or content.get("field") or kind
        advice = "日期写作 2026-10-15，金额写作 1234.56（元）"
        raise Refused(f"“{told}”填得不对", where=key.credit_code, advice=advice) from error


def _in_step(unit: UnitOfWork, ctx: AppContext, key: str) -> tuple[str, Slip]:
    """(who we are, the slip), the city's own cases written into it first: what we now write comes after them."""
    me = party_in(unit.connection)
    if me == CITY:
        keep_in_step(unit, ctx)
    return me, _slip(unit.connection, key)


def _add(unit: UnitOfWork, ctx: AppContext, me: str, made: SlipRecord, sentence: str, reason: str = "") -> None:
    if me == CITY:
        keep_in_step(unit, ctx, [made])
    else:
        add_records(unit, [made])
    unit.say(sentence, reason=reason, subjects=SUBJECTS)


def _slip(connection: Reading, key: str) -> Slip:
    found = [s for s in slips(reads.records(connection)) if key in (str(s.key), s.value(NUMBER))]
    if not found:
        raise Refused(f"没有编号为“{key}”的案卷", advice="用 zgc exchange case list 查看")
    return found[0]


def _key(known: Iterable[Slip], credit_code: str, out: str, into: str) -> SlipKey:
    if out == into:
        raise Refused("迁出与迁入是同一个分园", advice="园内搬迁请调整组团归属")
    if not credit_code.strip() or "|" in credit_code:
        raise Refused(f"信用代码“{credit_code}”不对")
    return next_key(known, credit_code.strip(), out, into)


def _park(ctx: AppContext, text: str) -> str:
    park = ctx.catalogue.park_named(text)
    if park is None:
        raise Refused(f"没有叫“{text}”的分园", advice=f"可用：{'、'.join(ctx.catalogue.parks)}")
    return park.name


def _title(field: str) -> str:
    try:
        return field_of(field)[0]
    except ValueError:
        return field


def _plain_yuan(text: str) -> str:
    try:
        return yuan_plain(fen_of_yuan(text))
    except ValueError:
        raise Refused(f"“{text}”不是金额", advice="写作 1234.56（元）") from None
