"""Gather what the plans ask the month's report to say: land, admission and joint review, policy areas, targets, tasks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from db.queries import coordination, projects
from zgc_desktop.domain.admission.criteria import admit
from zgc_desktop.domain.admission.standards import Standard
from zgc_desktop.domain.assessment.levels import ExitNotice, LevelDecision
from zgc_desktop.domain.coordination import Task
from zgc_desktop.domain.land.clocks import EXPIRED, EXPIRING, Clock, clocks
from zgc_desktop.domain.land.plots import Plot
from zgc_desktop.domain.land.stock import Stock, add_up
from zgc_desktop.domain.monthly_plan import (
    ClockLine,
    ExitLine,
    FundLine,
    LevelLine,
    LinkLine,
    MeasureLine,
    OutsideLine,
    OweLine,
    PlanParts,
    PlotLine,
    ProjectLine,
    ReviewSection,
    SpaceLine,
    SpaceSection,
    TargetLine,
    TaskLine,
    progress_state,
)
from zgc_desktop.domain.outside import of_year
from zgc_desktop.domain.periods import Month
from zgc_desktop.domain.review.commitments import GREEN, Condition, light, used
from zgc_desktop.domain.review.projects import ProjectFile
from zgc_desktop.domain.review.steps import EXITED, REJECTED, WITHDRAWN, state_of
from zgc_desktop.domain.targets import MEASURES, Progress, past_due
from zgc_desktop.services import assess, outside
from zgc_desktop.services.context import AppContext
from zgc_desktop.services.land import land_of, land_rules
from zgc_desktop.services.plan import plan_progress

_ENDED = (REJECTED, WITHDRAWN, EXITED)
"""Projects in these states stand in the report of the month they came to it, and in no later one."""


def gather(ctx: AppContext, month: Month, as_of: date) -> PlanParts:
    """The parts of a month as at its last day; tasks and deadlines as of ``as_of``."""
    day = min(month.last_day, as_of)
    return PlanParts(
        space_of(ctx, month, day),
        review_of(ctx, month, as_of),
        levels_of(ctx, day),
        tuple(assess.levels(ctx, day).items()),
        targets_of(plan_progress(ctx, month), month.last_day),
        tasks_of(ctx, as_of, month.plus(-1).first_day),
        outside_of(ctx, month),
    )


def outside_of(ctx: AppContext, month: Month) -> tuple[OutsideLine, ...]:
    """The year's cases with a party outside the city, as on file."""
    views = {v.case.number: v for v in outside.cases(ctx)}
    kept = of_year((v.case for v in views.values()), month.last_day)
    return tuple(
        OutsideLine(
            c.number, c.credit_code, c.name, c.direction, c.park, c.place, c.region, c.nature, c.state.value, c.opened_on,
            c.landed_on, views[c.number].answer, views[c.number].cited,
        )
        for c in kept
    )  # fmt: skip


# --- land --------------------------------------------------------------------------------------------------------------


def space_of(ctx: AppContext, month: Month, day: date) -> SpaceSection | None:
    """The land of a month; None where no plot is registered."""
    view = land_of(ctx, month)
    if not view.plots:
        return None
    running = clocks(view.plots, land_rules(ctx), day)
    grounds = {p.number for p in view.plots}
    return SpaceSection(
        tuple(_space_lines(ctx, view.plots, running)),
        tuple(_clock_line(c) for c in running),
        tuple(_plot_line(p, p.kind == "地块" and p.parent not in grounds) for p in view.plots),
        tuple(LinkLine(b.group, b.reduced, b.added, b.sentence) for b in view.linked),
        view.missing_parks,
    )


def _space_lines(ctx: AppContext, plots: Sequence[Plot], running: Sequence[Clock]) -> Iterator[SpaceLine]:
    for park in ctx.catalogue.parks:
        mine = [p for p in plots if p.park == park]
        if not mine:
            continue
        yield _space_line(add_up(park, mine), park, "分园", mine, running)
        names = [c.name for c in ctx.catalogue.clusters_of(park) if any(p.cluster == c.name for p in mine)]
        outside = [p for p in mine if not p.cluster]
        if names == [park] and not outside:
            continue  # the park is the cluster: one line says it all
        for name in names:
            own = [p for p in mine if p.cluster == name]
            yield _space_line(add_up(name, own), park, "组团", own, running)
        if outside and names:
            yield _space_line(add_up(f"{park.removesuffix('园')}组团外", outside), park, "组团", outside, running)
    yield _space_line(add_up("合计", plots), "", "合计", plots, running)


def _space_line(stock: Stock, park: str, kind: str, own: Sequence[Plot], running: Sequence[Clock]) -> SpaceLine:
    numbers = {p.number for p in own}
    kinds = Counter(c.kind for c in running if c.plot.number in numbers)
    stated = [p.used for p in own if p.used is not None]
    taken = None if stock.free is None or not stated else _counted(own)
    return SpaceLine(
        stock.name, park, kind, stock.plots, stock.area, taken, stock.free, stock.unstated, stock.idle, stock.reserve,
        stock.self_held, kinds[EXPIRING], kinds[EXPIRED],
    )  # fmt: skip


def _counted(own: Sequence[Plot]) -> int:
    """The used part of the plots that count, where it was stated."""
    grounds = {p.number for p in own}
    return sum(p.used for p in own if p.used is not None and p.kind == "地块" and p.parent not in grounds)


def _clock_line(clock: Clock) -> ClockLine:
    p = clock.plot
    return ClockLine(clock.kind, p.number, p.park, p.cluster, p.area, clock.sentence, clock.citation.short)


def _plot_line(p: Plot, counted: bool) -> PlotLine:
    return PlotLine(
        p.number, p.name, p.park, p.cluster, p.level, p.use, p.ownership, p.area, p.used, p.free, p.supply, p.term_from,
        p.term_to, p.ratio_percent, p.self_held, p.state, p.idle_since, counted,
    )  # fmt: skip


# --- admission and joint review ----------------------------------------------------------------------------------------


def review_of(ctx: AppContext, month: Month, as_of: date) -> ReviewSection | None:
    """Projects, what they owe, exits and funds as at the month's end; None where nothing of it is registered."""
    last = month.last_day
    with ctx.store.read() as connection:
        known, files = projects.standards(connection), projects.project_files(connection)
        notices = [n for _, n in coordination.notices(connection) if n.given_on <= last]
        funds, given = projects.funds(connection), projects.grants(connection)
    files = tuple(f for f in (at(f, last) for f in files if f.project.applied_on <= last) if _still(f, month))
    in_force = sum(1 for s in known if s.in_force(last))
    exits = [n for n in notices if n.outcome_on is None or n.outcome_on >= month.first_day]
    if not (files or exits or funds or in_force):
        return None
    return ReviewSection(
        tuple(_project_line(f, known) for f in files),
        tuple(line for f in files for line in _owing(f, min(as_of, last))),
        tuple(_exit_line(n, last) for n in exits),
        tuple(
            FundLine(f.name, f"{f.from_year}—{f.to_year}", f.limit, used(f, [g for g in given if g.on <= last]))
            for _, f in funds
            if f.from_year <= month.year <= f.to_year
        ),
        in_force,
    )


def at(file: ProjectFile, day: date) -> ProjectFile:
    """A project's file as it stood on a day: what was recorded for later days is not in it."""
    return replace(
        file,
        steps=tuple(s for s in file.steps if s.on <= day),
        asked=tuple(a for a in file.asked if a.asked_on <= day),
        opinions=tuple(o for o in file.opinions if o.on <= day),
        meetings=tuple(m for m in file.meetings if m.on <= day),
        conditions=tuple(
            replace(c, done_on=None, evidence="") if c.done_on and c.done_on > day else c for c in _conditions(file, day)
        ),
        promises=tuple(
            replace(p, found=None, found_on=None, source="") if p.found_on and p.found_on > day else p for p in file.promises
        ),
        grants=tuple(g for g in file.grants if g.on <= day),
    )


def _conditions(file: ProjectFile, day: date) -> tuple[Condition, ...]:
    """Conditions come with a meeting's decision: none before the first meeting."""
    return file.conditions if any(m.on <= day for m in file.meetings) else ()


def _still(file: ProjectFile, month: Month) -> bool:
    return state_of(file.steps) not in _ENDED or file.steps[-1].on >= month.first_day


def _project_line(file: ProjectFile, known: Iterable[Standard]) -> ProjectLine:
    p, tested = file.project, admit(file.project.figures, known)
    standard = tested.standard.label if tested.standard else ""
    measures = tuple(MeasureLine(x.title, x.unit, x.needed, x.actual, x.state, x.reason) for x in tested.lines)
    return ProjectLine(
        p.number, p.name, p.park, p.cluster, p.industry, p.applied_on, file.state, standard, measures, tested.conclusion,
        p.major, p.investment_fen, p.area,
    )  # fmt: skip


def _owing(file: ProjectFile, today: date) -> Iterator[OweLine]:
    for c in file.conditions:
        if c.done_on is None:
            said = f"{c.before}前销号" + (f"，{c.due} 到期" if c.due else "")
            yield OweLine(file.label, "附条件", c.text, c.owner, c.due, light(c.due, False, today), said)
    for p in file.promises:
        if p.state != "达到" and (p.found is not None or p.due <= today):
            said = f"应达 {_value(p.promised)}{p.unit}，" + (
                "到期未考核" if p.found is None else f"核实 {_value(p.found)}{p.unit}，未达到"
            )
            yield OweLine(file.label, "履约承诺", p.measure, file.project.park, p.due, light(p.due, False, today), said)


def _value(hundredths: int) -> str:
    return f"{hundredths // 100:,}" + (f".{hundredths % 100:02d}" if hundredths % 100 else "")


def _exit_line(notice: ExitNotice, day: date) -> ExitLine:
    known = notice if notice.outcome_on is None or notice.outcome_on <= day else replace(notice, outcome="", outcome_on=None)
    return ExitLine(notice.subject, notice.reason, notice.given_on, notice.mend_by, known.state(day))


# --- policy areas, targets, tasks --------------------------------------------------------------------------------------


def levels_of(ctx: AppContext, day: date) -> tuple[LevelLine, ...]:
    """What the newest assessment of each scheme up to a day proposes for policy areas, and what was decided on it."""
    newest = {}
    for done in assess.assessments(ctx):
        if done.record.on <= day:
            newest[done.scheme.key] = done
    with ctx.store.read() as connection:
        decided = coordination.level_decisions(connection)
    found = []
    for done in newest.values():
        scheme = f"{done.scheme.title}（{done.record.on}）"
        for p in done.proposals:
            said = _decided(decided, p.subject, done.record.on, day)
            found.append(LevelLine(p.subject, p.level, p.kind, p.reason, scheme, said))
    return tuple(found)


def _decided(decisions: Sequence[LevelDecision], subject: str, since: date, day: date) -> str:
    own = [d for d in decisions if d.subject == subject and since <= d.effective_from <= day]
    if not own:
        return ""
    last = own[-1]
    return (
        f"{last.decision}，{last.effective_from} 起{last.new_level or '退出政策区'}"
        if last.decision == "同意"
        else last.decision
    )


def targets_of(found: Iterable[Progress], day: date) -> tuple[TargetLine, ...]:
    """Targets as the report prints them on a day."""
    lines = []
    for p in found:
        t = p.target
        state = progress_state(t.kind, p.now, p.reached, past_due(t, day))
        line = TargetLine(
            t.key, t.title, f"{t.plan}{t.citation.clause}", t.kind, t.year, t.unit, t.goal, t.base, t.base_year, p.now, p.share,
            state, MEASURES.get(t.measure, ""), p.sentence, p.evidence,
        )  # fmt: skip
        lines.append(line)
    return tuple(lines)


def tasks_of(ctx: AppContext, today: date, since: date) -> tuple[TaskLine, ...]:
    """The tasks that are open on a day or were done since ``since``: red before yellow before green, then by deadline."""
    with ctx.store.read() as connection:
        known = [task for task, at_ in coordination.tasks_with_days(connection) if at_ <= today]
    found = []
    for task in known:
        mine = replace(task, done_on=None, result="") if task.done_on and task.done_on > today else task
        if mine.done_on is None or mine.done_on >= since:
            found.append(_task_line(mine, today))
    order = {"红": 0, "黄": 1, GREEN: 2}
    return tuple(sorted(found, key=lambda t: (order[t.light], t.due or date.max, t.text)))


def _task_line(task: Task, today: date) -> TaskLine:
    return TaskLine(task.text, task.owner, task.due, task.origin, task.light(today), task.sentence(today))
