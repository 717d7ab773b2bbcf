"""Assessments (考核评价): schemes in the office's folder, a run kept with its figures, levels and exits decided by a person."""

from __future__ import annotations

import csv
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from pathlib import Path

from db import entries as writes
from db.plain_rows import values_of
from db.queries import coordination as reads
from db.queries.coordination import AssessmentRecord
from db.store import UnitOfWork
from zgc_desktop.domain.assessment.levels import ExitNotice, LevelDecision, Proposal, check_decision, check_notice, proposals
from zgc_desktop.domain.assessment.schemes import Scheme, read_scheme
from zgc_desktop.domain.assessment.scoring import Score, score_all
from zgc_desktop.domain.changes import ChangeSummary
from zgc_desktop.domain.errors import Refused
from zgc_desktop.domain.sharing.reading import toml_table
from zgc_desktop.services.context import AppContext, one_command
from zgc_desktop.services.rules import read_toml

_SUBJECTS = ("assessment",)


@dataclass(frozen=True, slots=True)
class Assessed:
    """An assessment with its worksheets, recomputed from the kept scheme and figures, and what it proposes."""

    record: AssessmentRecord
    scheme: Scheme
    scores: tuple[Score, ...]
    proposals: tuple[Proposal, ...]


def schemes(ctx: AppContext) -> tuple[tuple[Path, Scheme], ...]:
    """Every scheme in the office's rule folder (``assessment/*.toml``); none is shipped, because no weights are public."""
    paths = sorted((ctx.paths.rules / "assessment").glob("*.toml"))
    return tuple((path, read_scheme(read_toml(path), path.name)) for path in paths)


def scheme_named(ctx: AppContext, key: str, day: date) -> tuple[Path, Scheme]:
    """The scheme of a key in force on a day; Refused where there is none."""
    known = schemes(ctx)
    for path, scheme in known:
        if key in (scheme.key, scheme.title) and scheme.in_force(day):
            return path, scheme
    folder = ctx.paths.rules / "assessment"
    names = "、".join(s.key for _, s in known) or "无"
    raise Refused(f"{day} 没有生效的考核方案“{key}”", why=f"现有：{names}", advice=f"请把方案文件放在 {folder}")


def levels(ctx: AppContext, day: date) -> dict[str, str]:
    """The policy-area level of every subject decided on so far, as of a day."""
    with ctx.store.read() as connection:
        return _levels(reads.level_decisions(connection), day)


def _levels(decisions: tuple[LevelDecision, ...], day: date) -> dict[str, str]:
    return {d.subject: d.new_level for d in decisions if d.decision == "同意" and d.effective_from <= day}


def level_history(ctx: AppContext) -> tuple[tuple[int, int, LevelDecision], ...]:
    """(id, assessment it rests on or 0, decision) of every decision on a level, by the day it takes effect."""
    with ctx.store.read() as connection:
        return reads.level_records(connection)


@one_command("assess")
def assess(ctx: AppContext, key: str, figures: Mapping[str, Mapping[str, str]], *, on: date, source: str) -> ChangeSummary:
    """Score subjects under a scheme and keep scheme, figures and totals; an empty figure is 未报. Refused without a source."""
    if not source.strip():
        raise Refused("考核须写明数据来源")
    path, scheme = scheme_named(ctx, key, on)
    scores = score_all(scheme, exact(figures))
    with ctx.store.write("assess", ctx.who, ctx.now()) as unit:
        values = {
            "scheme": scheme.key,
            "scheme_text": path.read_text(encoding="utf-8-sig"),
            "on": on.isoformat(),
            "figures": json.dumps({s: dict(own) for s, own in figures.items()}, ensure_ascii=False),
            "totals": json.dumps({s.subject: "" if s.total is None else str(s.total) for s in scores}, ensure_ascii=False),
            "source": source,
        }
        writes.add(unit, "assessment", values, person=ctx.who, at=ctx.now())
        unit.say(f"考核 {scheme.title}：{len(scores)} 个{scheme.subject}", reason=source, subjects=_SUBJECTS)
    return _summary(unit)


def read_figures(path: Path) -> dict[str, dict[str, str]]:
    """Figures by subject from a CSV whose first column names the subject and whose titles are indicator keys.

    Refused, naming file and row, for a file that is none, a row of another length or a subject that stands twice.
    """
    try:
        rows = list(csv.reader(path.read_text(encoding="utf-8-sig").splitlines()))
    except (OSError, UnicodeDecodeError):
        raise Refused("数据表打不开或不是 UTF-8", where=path.name, advice="请存为 UTF-8 的 CSV") from None
    if len(rows) < 2 or len(rows[0]) < 2:
        raise Refused("数据表里没有数据", where=path.name, advice="首列为对象，首行为指标 key")
    head, found = [cell.strip() for cell in rows[0]], {}
    for number, row in enumerate(rows[1:], start=2):
        if not any(cell.strip() for cell in row):
            continue
        if len(row) != len(head):
            raise Refused(f"有 {len(row)} 列，首行有 {len(head)} 列", where=f"{path.name} 第 {number} 行")
        if row[0].strip() in found:
            raise Refused(f"“{row[0]}”出现两次", where=f"{path.name} 第 {number} 行")
        found[row[0].strip()] = dict(zip(head[1:], row[1:], strict=True))
    return found


def exact(figures: Mapping[str, Mapping[str, str]]) -> dict[str, dict[str, Fraction | None]]:
    """Figures by subject and indicator as exact numbers, None where not reported; Refused for a text that is no number."""
    found: dict[str, dict[str, Fraction | None]] = {}
    for subject, own in figures.items():
        for key, text in own.items():
            try:
                found.setdefault(subject, {})[key] = Fraction(text.replace(",", "")) if text.strip() else None
            except (ValueError, ZeroDivisionError):
                raise Refused(f"“{text}”不是数字", where=f"{subject} {key}", advice="没有数据请留空") from None
    return found


def assessments(ctx: AppContext) -> tuple[Assessed, ...]:
    """Every assessment that stands, recomputed; Refused where a total differs from what was kept."""
    with ctx.store.read() as connection:
        records, decided = reads.assessments(connection), reads.level_decisions(connection)
    return tuple(_recomputed(record, _levels(decided, record.on)) for record in records)


def _recomputed(record: AssessmentRecord, known: Mapping[str, str]) -> Assessed:
    scheme = read_scheme(toml_table(record.scheme_text, record.scheme), record.scheme)
    scores = score_all(scheme, exact(record.figures))
    for score in scores:
        kept = record.totals.get(score.subject, "")
        if ("" if score.total is None else str(score.total)) != kept:
            raise Refused(
                f"重算得分与留存不符：{score.printed}", where=f"考核 {record.id} {score.subject}", advice="请联系维护人员"
            )
    return Assessed(record, scheme, scores, proposals(scores, known, scheme.thresholds))


@one_command("level")
def decide_level(ctx: AppContext, decision: LevelDecision, assessment: int = 0) -> ChangeSummary:
    """Record a person's decision on a subject's policy-area level."""
    with ctx.store.write("level", ctx.who, ctx.now()) as unit:
        now = _levels(reads.level_decisions(unit.connection), decision.effective_from).get(decision.subject, "")
        check_decision(decision, now)
        values = values_of(decision, "person") | {"assessment_id": assessment}
        writes.add(unit, "level", values, person=decision.person or ctx.who, at=ctx.now())
        said = f"{decision.decision}：{now or '未划入'} → {decision.new_level or '退出政策区'}"
        unit.say(f"政策区层次 {decision.subject} {said}", reason=decision.reason, subjects=_SUBJECTS)
    return _summary(unit)


@one_command("exit-notice")
def give_notice(ctx: AppContext, notice: ExitNotice) -> ChangeSummary:
    """Put a project or area on the exit list with a notice and a term."""
    check_notice(notice)
    with ctx.store.write("exit-notice", ctx.who, ctx.now()) as unit:
        writes.add(unit, "notice", values_of(notice), person=ctx.who, at=ctx.now())
        unit.say(f"退出告知 {notice.subject}，{notice.mend_by} 前整改", reason=notice.reason, subjects=_SUBJECTS)
    return _summary(unit)


@one_command("exit-outcome")
def end_notice(ctx: AppContext, number: int, outcome: str, on: date) -> ChangeSummary:
    """Record how an exit notice ended."""
    if not outcome.strip():
        raise Refused("须写明处理结果")
    with ctx.store.write("exit-outcome", ctx.who, ctx.now()) as unit:
        found = dict(reads.notices(unit.connection)).get(number)
        if found is None or found.outcome:
            raise Refused(f"没有待处理的退出告知 {number}", advice="编号见 zgc assess exits")
        writes.change(unit, "notice", number, {"outcome": outcome, "outcome_on": on.isoformat()})
        unit.say(f"退出告知办结 {found.subject}：{outcome}", subjects=_SUBJECTS)
    return _summary(unit)


def exit_list(ctx: AppContext) -> tuple[tuple[int, ExitNotice], ...]:
    """(number, notice) of everything on the exit list, oldest first."""
    with ctx.store.read() as connection:
        return reads.notices(connection)


def _summary(unit: UnitOfWork) -> ChangeSummary:
    assert unit.summary is not None
    return unit.summary
