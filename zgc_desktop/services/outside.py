"""Cases with a party outside the city: opened, described, moved on with their papers, tried under a cited rule, counted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import fields, replace
from datetime import date
from pathlib import Path

from db import entries as writes
from db.plain_rows import values_of
from db.queries import coordination
from db.queries import ledger as companies
from db.queries import outside as reads
from db.store import UnitOfWork
from zgc_desktop.domain.changes import ChangeSummary
from zgc_desktop.domain.errors import Refused
from zgc_desktop.domain.outside import (
    ANSWER,
    NOT_DIVIDED,
    NUMBERED,
    ON_THE_WAY,
    OUT,
    PAPER,
    STEP,
    Flows,
    OutsideCase,
    OutsideFigure,
    OutsideItem,
    OutsideState,
    OutsideStep,
    check_case,
    check_figure,
    check_rule,
    check_step,
    flows,
    trial,
)
from zgc_desktop.domain.periods import Month
from zgc_desktop.domain.sharing.rule import SharingRule, rule_in_force
from zgc_desktop.domain.sharing.run import CaseRun
from zgc_desktop.services.case_record import answer_due
from zgc_desktop.services.context import AppContext, one_command
from zgc_desktop.services.rules import sharing_rules_in_use
from zgc_desktop.services.workspace import keep_original

SUBJECTS = frozenset({"cases", "reports"})
_APART = ("id", "steps", "figures")


def cases(ctx: AppContext) -> tuple[OutsideItem, ...]:
    """Every case over the city's border, by number."""
    rules = sharing_rules_in_use(ctx)
    with ctx.store.read() as connection:
        found, reported = reads.cases(connection), reads.last_reported(connection)
    return tuple(_view(ctx, case, reported, rules) for case in found)


def view(ctx: AppContext, number: str) -> OutsideItem:
    """One case; Refused for a number that is none."""
    return next((v for v in cases(ctx) if v.case.number == number), None) or _none(number)


def _none(number: str) -> OutsideItem:
    raise Refused(f"没有编号为 {number} 的外省市案件", advice="编号见 zgc outside list")


def _view(
    ctx: AppContext, case: OutsideCase, reported: Mapping[str, tuple[Month, str]], rules: Sequence[SharingRule]
) -> OutsideItem:
    due = answer_due(case.opened_on)
    waiting = not case.answers and case.state in ON_THE_WAY
    rule = next((r for r in rules if r.key == case.rule), None)
    cited = rule.document.short if rule is not None and rule.document is not None else case.rule
    return OutsideItem(case, due, waiting and ctx.today() > due, reported.get(case.credit_code), cited)


@one_command("outside-open")
def open_case(ctx: AppContext, case: OutsideCase, *, register: int = 0) -> ChangeSummary:
    """Open a case under the next number of its year (``WS-2026-001``); its first step is the paper it rests on.

    ``register``: the entry of the old register 与外省市迁移 it is made from, which is taken back in the same step. The name
    is the ledger's where the company is known there.
    """
    with ctx.store.write("outside-open", ctx.who, ctx.now()) as unit:
        known = reads.cases(unit.connection)
        case = _known_name(unit, replace(case, park=_park(ctx, case.park)))
        check_case(case, ctx.catalogue.parks, [p.name for p in ctx.catalogue.districts.values()], ctx.today())
        live = next((c for c in known if (c.credit_code, c.direction) == (case.credit_code, case.direction) and _live(c)), None)
        if live is not None:
            raise Refused(f"{case.name}已有在办案件 {live.number}", advice="请在该案件上继续")
        head = f"{NUMBERED}{case.opened_on.year}-"
        taken = [int(c.number.removeprefix(head)) for c in known if c.number.startswith(head)]
        case = replace(case, number=f"{head}{max(taken, default=0) + 1:03d}")
        number = writes.add(unit, "outside", values_of(case, *_APART), person=ctx.who, at=ctx.now())
        first = OutsideStep(STEP, OutsideState.OPEN, case.opened_on, case.source)
        _add(ctx, unit, number, first)
        if register:
            _take_over(ctx, unit, register, case)
        a, b = case.sides
        unit.say(f"立案 {case.number} {case.name}：{a} → {b}（{case.direction}）", subjects=SUBJECTS | {"registers"})
    return _summary(unit)


def _live(case: OutsideCase) -> bool:
    return case.state in ON_THE_WAY


def _park(ctx: AppContext, text: str) -> str:
    park = ctx.catalogue.park_named(text)
    if park is None:
        raise Refused(f"没有叫“{text}”的分园", advice=f"可用：{'、'.join(ctx.catalogue.parks)}")
    return park.name


def _known_name(unit: UnitOfWork, case: OutsideCase) -> OutsideCase:
    company = companies.company_id_of(unit.connection, case.credit_code)
    if company is not None:
        return replace(case, name=companies.name_of(unit.connection, company))
    if case.direction == OUT and not case.name:
        raise Refused(f"台账中没有信用代码为 {case.credit_code} 的企业", advice="请核对代码，或写明企业名称")
    return case


def _take_over(ctx: AppContext, unit: UnitOfWork, number: int, case: OutsideCase) -> None:
    entry = next((e for e in coordination.entries(unit.connection, "flows") if e.id == number), None)
    if entry is None:
        raise Refused(f"没有生效的外省市登记 {number}", advice="编号见 zgc register list 与外省市迁移")
    writes.take_back(unit, "register", number, person=ctx.who, at=ctx.now(), reason=f"已立案 {case.number}")


@contextmanager
def _on(ctx: AppContext, command: str, number: str) -> Iterator[tuple[UnitOfWork, OutsideCase]]:
    with ctx.store.write(command, ctx.who, ctx.now()) as unit:
        found = next((c for c in reads.cases(unit.connection) if c.number == number), None)
        yield unit, found if found is not None else _none(number).case


@one_command("outside-describe")
def describe(ctx: AppContext, /, number: str, **told: object) -> ChangeSummary:
    """Add what is known of a case (nature, kind, place, region, base, registered_on, at_capacity_on, rule, rule_paper, note).

    None leaves a value as it is. Refused where a value will not do, where a rule has no citation for this case, and for the
    days of a case that has landed other than by undo: its landing rests on them.
    """
    with _on(ctx, "outside-describe", number) as (unit, case):
        new = replace(case, **{k: v for k, v in told.items() if v is not None})  # type: ignore[arg-type]  # checked below
        check_case(new, ctx.catalogue.parks, [p.name for p in ctx.catalogue.districts.values()], ctx.today())
        if case.state in (OutsideState.WITHDRAWN, OutsideState.CLOSED):
            raise Refused(f"案件已{case.state.value}，不再改动", where=number)
        if case.landed_on is not None and (new.registered_on, new.direction) != (case.registered_on, case.direction):
            raise Refused("案件已落地，变更登记日不再改", where=number, advice="确有错误的，请先撤销落地（zgc undo）")
        if new.rule:
            check_rule(new, _rule(ctx, new), new.rule_paper)
        for figure in new.figures:
            check_figure(new, figure)
        changed = [f.name for f in fields(new) if getattr(new, f.name) != getattr(case, f.name)]
        if changed:
            writes.change(unit, "outside", case.id, values_of(new, *_APART))
        unit.say(f"补充 {number} {case.name} 的案情", subjects=SUBJECTS)
    return _summary(unit)


def _rule(ctx: AppContext, case: OutsideCase) -> SharingRule:
    rules = sharing_rules_in_use(ctx)
    mine = [r for r in rules if r.key == case.rule]
    if not mine:
        raise Refused(f"没有叫“{case.rule}”的分享规则", where=case.number, advice=f"可用：{'、'.join(r.key for r in rules)}")
    return rule_in_force(mine, case.rule, case.registered_on) if case.registered_on else mine[-1]


@one_command("outside-step")
def advance(ctx: AppContext, number: str, to: str, on: date, paper: str, *, reason: str = "") -> ChangeSummary:
    """Move a case forward, land, close or withdraw it; each needs its day and paper. There is no veto."""
    if to not in list(OutsideState):
        raise Refused(f"没有“{to}”这种状态", where=number, advice=f"可用：{'、'.join(s.value for s in OutsideState)}")
    with _on(ctx, "outside-step", number) as (unit, case):
        step = OutsideStep(STEP, to, on, paper, reason)
        check_step(case, step, ctx.today())
        _add(ctx, unit, case.id, step)
        unit.say(f"{number} {case.name}：{case.state.value} → {to}（{paper}）", reason=reason, subjects=SUBJECTS)
    return _summary(unit)


@one_command("outside-step")
def answer(ctx: AppContext, number: str, said: str, on: date, paper: str, *, reason: str = "") -> ChangeSummary:
    """Record what a paper of the other side says (知悉, 可接收, 同意衔接, 有条件, 对事实有异议); it stops nothing."""
    with _on(ctx, "outside-step", number) as (unit, case):
        state = OutsideState.ANSWERED if case.state is OutsideState.OPEN else case.state
        step = OutsideStep(ANSWER, state, on, paper, f"{said}：{reason}" if reason else said)
        check_step(case, step, ctx.today())
        _add(ctx, unit, case.id, step)
        unit.say(f"{number} {case.place}：{step.text}（{paper}）", reason=reason, subjects=SUBJECTS)
    return _summary(unit)


@one_command("outside-describe")
def attach(ctx: AppContext, number: str, file: Path, about: str) -> ChangeSummary:
    """Keep a file with a case: its bytes are archived under their SHA-256 and never change."""
    try:
        content = file.read_bytes()
    except OSError as error:
        raise Refused("附件打不开", where=str(file), why=error.strerror or "", advice="请核对路径与权限") from error
    with _on(ctx, "outside-step", number) as (unit, case):
        step = OutsideStep(PAPER, case.state, ctx.today(), about, file.name, keep_original(ctx, content))
        check_step(case, step, ctx.today())
        _add(ctx, unit, case.id, step)
        unit.say(f"{number} 附件：{about}（{file.name}）", subjects=SUBJECTS)
    return _summary(unit)


@one_command("outside-figure")
def record_figures(ctx: AppContext, number: str, figures: Sequence[OutsideFigure]) -> ChangeSummary:
    """Record local tax before the move (基数) or since (迁后), each with its source; a later figure replaces an earlier one."""
    with _on(ctx, "outside-figure", number) as (unit, case):
        for figure in figures:
            check_figure(case, figure)
            values = values_of(figure) | {"outside_id": case.id}
            writes.add(unit, "outside-figure", values, person=ctx.who, at=ctx.now())
        said = "、".join(f"{f.kind} {f.period}" for f in figures)
        unit.say(f"登记 {number} {case.name} 的税收：{said}", subjects=SUBJECTS)
    return _summary(unit)


def _add(ctx: AppContext, unit: UnitOfWork, case_id: int, step: OutsideStep) -> None:
    values = values_of(step, "person", "recorded_at") | {"outside_id": case_id}
    writes.add(unit, "outside-step", values, person=ctx.who, at=ctx.now())


def try_sharing(ctx: AppContext, number: str) -> CaseRun:
    """The case worked out under its cited rule, booked nowhere; Refused where none is named: nothing is divided then."""
    case = view(ctx, number).case
    if not case.rule:
        raise Refused(NOT_DIVIDED, where=number, advice="有依据的，先用 zgc outside describe --rule --rule-paper 写明")
    return trial(case, _rule(ctx, case), ctx.catalogue.party_of(case.park).name)


def flows_of(ctx: AppContext, until: date, zone_of: Mapping[str, str] | None = None) -> Flows:
    """Landed moves over the border from the year's first day, by park (or zone) and region."""
    return flows((v.case for v in cases(ctx)), until, zone_of)


def files(ctx: AppContext) -> dict[str, str]:
    """SHA-256 of every paper kept -> what it is."""
    with ctx.store.read() as connection:
        found = reads.cases(connection)
    return {s.sha256: f"案件 {c.number} 的附件 {s.paper}（{s.text}）" for c in found for s in c.steps if s.sha256}


def _summary(unit: UnitOfWork) -> ChangeSummary:
    assert unit.summary is not None
    return unit.summary
