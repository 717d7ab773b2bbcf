"""Admission standards (准入标准): registering versions, testing projects, what a changed standard would have done."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from db import entries as writes
from db.queries import projects as reads
from db.store import UnitOfWork
from zgc_desktop.domain.admission.criteria import Admission, Change, admit, changed_by
from zgc_desktop.domain.admission.standards import MEASURES, Standard, check_standard
from zgc_desktop.domain.changes import ChangeSummary
from zgc_desktop.domain.errors import Refused
from zgc_desktop.domain.review.projects import Project
from zgc_desktop.services.context import AppContext, one_command

_SUBJECTS = ("admission",)


@dataclass(frozen=True, slots=True)
class Tested:
    """A project and its test against the standard in force on the day it applied."""

    project: Project
    admission: Admission


def standards(ctx: AppContext) -> tuple[Standard, ...]:
    """Every standard that stands, oldest first."""
    with ctx.store.read() as connection:
        return reads.standards(connection)


@one_command("standard")
def register_standard(ctx: AppContext, standard: Standard) -> ChangeSummary:
    """Register one version of a standard; Refused without citation or where its dates overlap another of its scope."""
    with ctx.store.write("standard", ctx.who, ctx.now()) as unit:
        others = reads.standards(unit.connection)
        check_standard(standard, others, list(ctx.catalogue.parks), list(ctx.catalogue.industries))
        cited = standard.citation
        values = {
            "park": standard.park,
            "industry": standard.industry,
            "effective_from": standard.effective_from.isoformat(),
            "effective_to": standard.effective_to.isoformat() if standard.effective_to else "",
            **{measure: standard.threshold(measure) for measure in MEASURES},
            "gates": "、".join(standard.gates),
            "title": cited.title,
            "issuer": cited.issuer,
            "paper_number": cited.number,
            "paper_date": cited.date.isoformat() if cited.date else "",
            "clause": cited.clause,
        }
        writes.add(unit, "standard", values, person=ctx.who, at=ctx.now())
        unit.say(f"登记准入标准 {standard.label}，依据 {cited.short}", subjects=_SUBJECTS)
    return _summary(unit)


@one_command("standard-end")
def end_standard(ctx: AppContext, number: int, last_day: date) -> ChangeSummary:
    """Give a standard its last day, so that the next version can begin."""
    with ctx.store.write("standard-end", ctx.who, ctx.now()) as unit:
        found = next((s for s in reads.standards(unit.connection) if s.id == number), None)
        if found is None:
            raise Refused(f"没有第 {number} 号准入标准", advice="编号见 zgc standard list")
        if last_day < found.effective_from:
            raise Refused(f"失效日 {last_day} 早于生效日 {found.effective_from}", where=found.label)
        writes.change(unit, "standard", number, {"effective_to": last_day.isoformat()})
        unit.say(f"准入标准 {found.label} 于 {last_day} 失效", subjects=_SUBJECTS)
    return _summary(unit)


@one_command("standard-undo")
def take_back_standard(ctx: AppContext, number: int, reason: str) -> ChangeSummary:
    """Take back a standard that was registered by mistake; projects are tested without it from then on."""
    if not reason.strip():
        raise Refused("撤回准入标准须写明理由")
    with ctx.store.write("standard-undo", ctx.who, ctx.now()) as unit:
        if not writes.take_back(unit, "standard", number, person=ctx.who, at=ctx.now(), reason=reason):
            raise Refused(f"没有第 {number} 号准入标准", advice="编号见 zgc standard list")
        unit.say(f"撤回第 {number} 号准入标准", reason=reason, subjects=_SUBJECTS)
    return _summary(unit)


def tested(ctx: AppContext) -> tuple[Tested, ...]:
    """Every project against the standard in force on its day, by number."""
    with ctx.store.read() as connection:
        known, found = reads.standards(connection), reads.projects(connection)
    return tuple(Tested(project, admit(project.figures, known)) for project in found)


def try_standard(ctx: AppContext, standard: Standard) -> tuple[int, tuple[Change, ...]]:
    """(past projects of its scope, those whose conclusion a changed standard would have turned); nothing is written."""
    _readable(standard)
    with ctx.store.read() as connection:
        known, found = reads.standards(connection), reads.projects(connection)
    scope: Sequence[Project] = [p for p in found if standard.park in ("", p.park) and standard.industry in ("", p.industry)]
    return len(scope), changed_by(standard, [(f"{p.number} {p.name}", p.figures) for p in scope], known)


def _readable(standard: Standard) -> None:
    if not standard.thresholds and not standard.gates:
        raise Refused("试算的标准里没有任何指标", advice="至少填一项门槛或一道关口")


def _summary(unit: UnitOfWork) -> ChangeSummary:
    assert unit.summary is not None
    return unit.summary
