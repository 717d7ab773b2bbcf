"""Projects under joint review (联合审议): applied, moved from state to state, asked about, decided on, held to their word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date

from db import entries as writes
from db.plain_rows import values_of
from db.queries import coordination
from db.queries import projects as reads
from db.store import UnitOfWork
from zgc_desktop.domain.changes import ChangeSummary
from zgc_desktop.domain.coordination import Body
from zgc_desktop.domain.errors import Refused
from zgc_desktop.domain.money import wan
from zgc_desktop.domain.review.commitments import (
    Condition,
    Fund,
    Grant,
    Promise,
    check_condition,
    check_entry,
    check_grant,
    check_strike,
    used,
)
from zgc_desktop.domain.review.opinions import Asked, Opinion, Standing, check_asked, check_meeting, check_opinion, standings
from zgc_desktop.domain.review.projects import HeldMeeting, Project, ProjectFile, check_project
from zgc_desktop.domain.review.steps import CONDITIONAL, DECISIONS, MEETING, OPINIONS, SUPPLEMENT, Step, check_step
from zgc_desktop.services.context import AppContext, one_command

_SUBJECTS = ("projects",)


def project_files(ctx: AppContext) -> tuple[ProjectFile, ...]:
    """Every project with its whole history, by number."""
    with ctx.store.read() as connection:
        return reads.project_files(connection)


def project_file(ctx: AppContext, number: str) -> ProjectFile:
    """One project with its whole history; Refused for a number that is none."""
    return _named(project_files(ctx), number)


def opinions_of(ctx: AppContext, file: ProjectFile) -> tuple[Standing, ...]:
    """Where each asked body's opinion stands today, in the present round."""
    return standings(file.asked, file.opinions, file.round, ctx.today())


@one_command("project")
def apply_for(ctx: AppContext, project: Project) -> ChangeSummary:
    """Enter a project under the next number of its year (``XM-2026-001``)."""
    clusters = {name: cluster.park for name, cluster in ctx.catalogue.clusters.items()}
    check_project(project, clusters, list(ctx.catalogue.parks), list(ctx.catalogue.industries))
    with ctx.store.write("project", ctx.who, ctx.now()) as unit:
        head = f"XM-{project.applied_on.year}-"
        taken = [int(p.number[len(head) :]) for p in reads.projects(unit.connection) if p.number.startswith(head)]
        named = replace(project, number=f"{head}{max(taken, default=0) + 1:03d}")
        writes.add(unit, "project", values_of(named, "id"), person=ctx.who, at=ctx.now())
        major = "（市级统筹重大项目）" if project.major else ""
        unit.say(f"项目申报 {named.number} {project.name} {project.park}{major}", subjects=_SUBJECTS)
    return _summary(unit)


@contextmanager
def _on(ctx: AppContext, command: str, number: str) -> Iterator[tuple[UnitOfWork, ProjectFile]]:
    """A write about one project, with its file as it stands inside the transaction."""
    with ctx.store.write(command, ctx.who, ctx.now()) as unit:
        yield unit, _named(reads.project_files(unit.connection), number)


@one_command("project-step")
def advance(ctx: AppContext, number: str, state: str, on: date, *, paper: str = "", reason: str = "") -> ChangeSummary:
    """Move a project into a state; what is owing before it, and any state skipped, is refused. Decisions come by ``decide``."""
    with _on(ctx, "project-step", number) as (unit, file):
        if state in DECISIONS and (state != SUPPLEMENT or file.state == MEETING):
            raise Refused(f"{state}由会审作出", where=file.label, advice="请用“会审”登记到会、表决和结论")
        _step(ctx, unit, file, Step(state, on, paper, reason))
        unit.say(f"{file.label}：{file.state} → {state}", reason=reason, subjects=_SUBJECTS)
    return _summary(unit)


def _step(ctx: AppContext, unit: UnitOfWork, file: ProjectFile, step: Step) -> None:
    check_step(file.label, file.steps, step)
    check_entry(file.label, step.state, file.conditions, file.promises)
    if step.state == MEETING:
        waiting = [s.body for s in standings(file.asked, file.opinions, file.round, step.on) if s.answer == "待反馈"]
        if waiting:
            raise Refused(f"仍待{'、'.join(waiting)}反馈意见", where=file.label, advice="期限到后再上会")
    values = values_of(step, "person", "recorded_at") | {"project_id": file.project.id}
    writes.add(unit, "step", values, person=ctx.who, at=ctx.now())


@one_command("project-ask")
def ask(ctx: AppContext, number: str, bodies: Sequence[str], asked_on: date, due: date) -> ChangeSummary:
    """Ask bodies for their opinions in the present round, all to answer by one day."""
    with _on(ctx, "project-ask", number) as (unit, file):
        if file.state != OPINIONS:
            raise Refused(f"现为{file.state}，不在并联意见环节", where=file.label, advice="请先推进到并联意见")
        others = list(file.asked)
        for body in bodies:
            asked = Asked(body, file.round, asked_on, due)
            check_asked(file.label, asked, others)
            others.append(asked)
            values = values_of(asked) | {"project_id": file.project.id}
            writes.add(unit, "asked", values, person=ctx.who, at=ctx.now())
        unit.say(f"{file.label}：征求{'、'.join(bodies)}意见，{due} 前反馈", subjects=_SUBJECTS)
    return _summary(unit)


@one_command("project-opinion")
def give_opinion(ctx: AppContext, number: str, body: str, on: date, answer: str, text: str = "") -> ChangeSummary:
    """Record what a body answered; a second answer is a new version, a late one is refused."""
    with _on(ctx, "project-opinion", number) as (unit, file):
        earlier = [o for o in file.opinions if o.body == body and o.round == file.round]
        opinion = Opinion(body, file.round, on, answer, text, ctx.who, len(earlier) + 1)
        check_opinion(file.label, opinion, file.asked)
        values = values_of(opinion, "person") | {"project_id": file.project.id}
        writes.add(unit, "opinion", values, person=ctx.who, at=ctx.now())
        unit.say(f"{file.label}：{body}{answer}", reason=text, subjects=_SUBJECTS)
    return _summary(unit)


@dataclass(frozen=True, slots=True)
class MeetingHeld:
    """What the chair hands in after a joint meeting."""

    body: str
    on: date
    present: tuple[str, ...]
    votes_for: int
    votes_against: int
    decision: str
    minutes: str
    recused: tuple[str, ...] = ()
    conditions: tuple[Condition, ...] = ()


@one_command("project-meeting")
def decide(ctx: AppContext, number: str, held: MeetingHeld) -> ChangeSummary:
    """Record a joint meeting with its decision and conditions, and move the project on; without a quorum it is refused."""
    with _on(ctx, "project-meeting", number) as (unit, file):
        body = _body(unit, held.body)
        for condition in held.conditions:
            check_condition(file.label, condition)
        standing = standings(file.asked, file.opinions, file.round, held.on)
        meeting = HeldMeeting(
            held.body, held.on, held.present, held.recused, held.votes_for, held.votes_against, held.decision, held.minutes,
            body.quorum or 0,
        )  # fmt: skip
        checked = replace(meeting.as_meeting(body.sitting(held.on), len(held.conditions)), quorum=body.quorum)
        check_meeting(file.label, checked, standing)
        writes.add(unit, "meeting", values_of(meeting) | {"project_id": file.project.id}, person=ctx.who, at=ctx.now())
        for condition in held.conditions if held.decision == CONDITIONAL else ():
            values = values_of(condition, "id") | {"project_id": file.project.id}
            writes.add(unit, "condition", values, person=ctx.who, at=ctx.now())
        _step(ctx, unit, file, Step(held.decision, held.on, f"{held.body} {held.on} 会议", held.minutes))
        votes = f"赞成 {held.votes_for}、反对 {held.votes_against}"
        unit.say(f"{file.label}：{held.body}会审{held.decision}（{votes}）", reason=held.minutes, subjects=_SUBJECTS)
    return _summary(unit)


@one_command("project-condition")
def strike_off(ctx: AppContext, number: str, condition: int, on: date, evidence: str) -> ChangeSummary:
    """Strike off one condition with its evidence."""
    with _on(ctx, "project-condition", number) as (unit, file):
        found = next((c for c in file.conditions if c.id == condition), None)
        if found is None:
            raise Refused(f"没有第 {condition} 号条件", where=file.label)
        check_strike(file.label, found, on, evidence)
        writes.change(unit, "condition", condition, {"done_on": on.isoformat(), "evidence": evidence})
        unit.say(f"{file.label}：条件销号“{found.text}”", reason=evidence, subjects=_SUBJECTS)
    return _summary(unit)


@one_command("project-promise")
def promise(ctx: AppContext, number: str, promised: Promise) -> ChangeSummary:
    """Register one promise of a project before it signs."""
    if promised.promised <= 0 or not promised.measure.strip():
        raise Refused("履约承诺须写明指标和大于 0 的数值", where=number)
    with _on(ctx, "project-promise", number) as (unit, file):
        values = values_of(promised, "id") | {"project_id": file.project.id}
        writes.add(unit, "promise", values, person=ctx.who, at=ctx.now())
        unit.say(f"{file.label}：承诺{promised.measure}，{promised.due} 前达到", subjects=_SUBJECTS)
    return _summary(unit)


@one_command("project-found")
def found(ctx: AppContext, number: str, promised: int, value: int, on: date, source: str) -> ChangeSummary:
    """Record what was found of a promise, with its source; the value in the promise's unit × 100."""
    if not source.strip():
        raise Refused("考核值须写明来源", where=number)
    with _on(ctx, "project-found", number) as (unit, file):
        known = next((p for p in file.promises if p.id == promised), None)
        if known is None:
            raise Refused(f"没有第 {promised} 号承诺", where=file.label)
        writes.change(unit, "promise", promised, {"found": value, "found_on": on.isoformat(), "source": source})
        state = replace(known, found=value).state
        unit.say(f"{file.label}：{known.measure}考核{state}", reason=source, subjects=_SUBJECTS)
    return _summary(unit)


@one_command("fund")
def register_fund(ctx: AppContext, fund: Fund) -> ChangeSummary:
    """Register a fund with its limit, years and source."""
    if fund.limit <= 0 or fund.to_year < fund.from_year or not fund.source.strip() or not fund.name.strip():
        raise Refused("资金须写明名称、大于 0 的限额、起止年度和依据", where=fund.name)
    with ctx.store.write("fund", ctx.who, ctx.now()) as unit:
        if any(f.name == fund.name for _, f in reads.funds(unit.connection)):
            raise Refused("同名资金已登记", where=fund.name)
        writes.add(unit, "fund", values_of(fund, limit="limit_fen"), person=ctx.who, at=ctx.now())
        unit.say(f"登记资金 {fund.name}：{fund.from_year}—{fund.to_year} 年限额 {wan(fund.limit)} 万元", subjects=_SUBJECTS)
    return _summary(unit)


@one_command("fund-grant")
def grant(ctx: AppContext, number: str, fund: str, amount: int, on: date, paper: str) -> ChangeSummary:
    """Give a project support out of a fund, in 分; more than is left of it is refused."""
    with _on(ctx, "fund-grant", number) as (unit, file):
        known = next(((i, f) for i, f in reads.funds(unit.connection) if f.name == fund), None)
        if known is None:
            raise Refused(f"没有叫“{fund}”的资金", where=file.label, advice="请先登记资金及其限额")
        given = Grant(fund, number, amount, on)
        check_grant(known[1], reads.grants(unit.connection), given)
        values = {
            "fund_id": known[0],
            "project_id": file.project.id,
            "amount_fen": amount,
            "on": on.isoformat(),
            "paper": paper,
        }
        writes.add(unit, "grant", values | {"paper": paper}, person=ctx.who, at=ctx.now())
        unit.say(f"{file.label}：{fund}支持 {wan(amount)} 万元", reason=paper, subjects=_SUBJECTS)
    return _summary(unit)


def funds_in_use(ctx: AppContext) -> tuple[tuple[Fund, int], ...]:
    """(fund, 分 given so far) of every fund."""
    with ctx.store.read() as connection:
        given = reads.grants(connection)
        return tuple((fund, used(fund, given)) for _, fund in reads.funds(connection))


def _named(files: Sequence[ProjectFile], number: str) -> ProjectFile:
    for file in files:
        if number in (file.project.number, file.project.name):
            return file
    raise Refused(f"没有项目“{number}”", advice="编号见 zgc project list")


def _body(unit: UnitOfWork, name: str) -> Body:
    for _, body in coordination.bodies(unit.connection):
        if body.name == name:
            return body
    raise Refused(f"没有登记议事机构“{name}”", advice="请先用 zgc body add 登记机构、成员和有效到会人数")


def _summary(unit: UnitOfWork) -> ChangeSummary:
    assert unit.summary is not None
    return unit.summary
