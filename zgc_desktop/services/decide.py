"""Decide on issues (处理问题): return, accept with a reason, turn into a case, ignore and remember; one by one or by rule."""

from __future__ import annotations

from collections.abc import Sequence

from db.decisions import add_decisions
from db.queries import moves, submissions
from db.store import UnitOfWork
from zgc_desktop.domain.changes import ChangeSummary
from zgc_desktop.domain.decisions import (
    NEEDS_REASON,
    DecidedIssue,
    Decision,
    DecisionKind,
    IssueSummary,
    issue_key,
    rests_on,
    summary,
)
from zgc_desktop.domain.errors import Refused
from zgc_desktop.domain.issues import Severity
from zgc_desktop.domain.periods import Month
from zgc_desktop.domain.submissions import SubmissionItem, SubmissionState
from zgc_desktop.services.accept import rebuild_month
from zgc_desktop.services.context import AppContext, one_command
from zgc_desktop.services.decided_issues import decided, release_accepted
from zgc_desktop.services.move_case import open_case, open_from_lead


def issues(ctx: AppContext, month: Month, park: str = "") -> tuple[DecidedIssue, ...]:
    """The issues of each park's newest version of a month (one park when named), errors first, with what was decided."""
    with ctx.store.read() as connection:
        return decided(connection, newest(ctx, submissions.versions(connection, month), park))


def summaries(ctx: AppContext, month: Month) -> dict[str, IssueSummary]:
    """How the issues of each park's newest version stand, by park: open, carried on, lapsed."""
    by_park: dict[str, list[DecidedIssue]] = {}
    for one in issues(ctx, month):
        by_park.setdefault(one.park, []).append(one)
    return {park: summary(listed) for park, listed in by_park.items()}


def newest(ctx: AppContext, versions: Sequence[SubmissionItem], park: str = "") -> tuple[SubmissionItem, ...]:
    """The newest version of each park that no later one has replaced; Refused for an unknown park."""
    wanted = park_named(ctx, park) if park else ""
    found = {v.park: v for v in versions if v.state is not SubmissionState.SUPERSEDED}
    return tuple(v for v in found.values() if not wanted or v.park == wanted)


def park_named(ctx: AppContext, text: str) -> str:
    """The park's name as the catalogue has it; Refused for an unknown one."""
    park = ctx.catalogue.park_named(text)
    if park is None:
        raise Refused(f"没有叫“{text}”的分园", advice=f"可用：{'、'.join(ctx.catalogue.parks)}")
    return park.name


@one_command("decide")
def decide(ctx: AppContext, month: Month, issue_ids: Sequence[int], kind: DecisionKind, reason: str = "") -> ChangeSummary:
    """Record one decision for the named issues of a month; what it changed comes back.

    Refused without a reason where one is due, for an issue that is not (or no longer) there, and for ignoring an error.
    """
    if kind is DecisionKind.CASE:
        raise Refused("转为案件须一条一条办理", advice="请用 to_case，并指明另一方分园")
    wanted = set(issue_ids)
    chosen = [i for i in issues(ctx, month) if i.id in wanted]
    if missing := wanted - {i.id for i in chosen}:
        raise Refused(f"{month} 没有编号为 {'、'.join(map(str, sorted(missing)))} 的问题", advice="请用 zgc issues 查看编号")
    return _record(ctx, month, chosen, kind, reason)


@one_command("decide")
def decide_rule(ctx: AppContext, month: Month, park: str, code: str, kind: DecisionKind, reason: str = "") -> ChangeSummary:
    """Record one decision for every issue of one check in one park's newest version."""
    chosen = [i for i in issues(ctx, month, park) if i.issue.code == code]
    if not chosen:
        raise Refused(f"{park} {month} 没有规则 {code} 的问题")
    return _record(ctx, month, chosen, kind, reason)


@one_command("decide")
def to_case(ctx: AppContext, month: Month, issue_id: int, other_park: str = "", reason: str = "") -> ChangeSummary:
    """Turn an issue about a company into a move case: from its lead where there is one, else to ``other_park`` by hand."""
    chosen = next((i for i in issues(ctx, month) if i.id == issue_id), None)
    if chosen is None:
        raise Refused(f"{month} 没有编号为 {issue_id} 的问题", advice="请用 zgc issues 查看编号")
    code = chosen.issue.credit_code
    if not code:
        raise Refused("这个问题不关乎某一家企业，不能转为迁移案件")
    with ctx.store.read() as connection:
        leads = [x for x in moves.leads(connection, month) if x.credit_code == code and x.state == "open"]
    if leads and leads[0].id is not None:
        case = open_from_lead(ctx, leads[0].id)
    elif other_park:
        case = open_case(ctx, code, chosen.park, other_park)
    else:
        raise Refused("这家企业没有迁移线索", advice="请指明迁往哪个分园")
    return _record(ctx, month, [chosen], DecisionKind.CASE, reason or f"立案 {case.id}", case_id=case.id)


def _record(
    ctx: AppContext, month: Month, chosen: Sequence[DecidedIssue], kind: DecisionKind, reason: str, *, case_id: str = ""
) -> ChangeSummary:
    if kind in NEEDS_REASON and not reason.strip():
        raise Refused(f"{kind.word}须写明理由")
    if kind is DecisionKind.IGNORED and any(i.issue.severity is Severity.ERROR for i in chosen):
        raise Refused("错误不能忽略", advice="请退回；确属实的请写明理由后接受")
    with ctx.store.write("decide", ctx.who, ctx.now()) as unit:
        parks = record(unit, ctx, chosen, kind, reason, case_id=case_id)
        versions = {v.id: v for v in submissions.versions(unit.connection, month)}
        accepted = [v for v in versions.values() if v.park in parks and v.state is SubmissionState.ACCEPTED]
        if kind is DecisionKind.REOPENED and any(i.issue.severity is Severity.ERROR for i in chosen) and accepted:
            raise Refused(f"{'、'.join(v.park for v in accepted)}已入库，错误的判定不能撤销", advice="请先退回该园")
        if kind is DecisionKind.ACCEPTED and accepted:
            for item in accepted:
                release_accepted(unit, item, decided(unit.connection, [item]))
            rebuild_month(unit, ctx, month)
        codes = sorted({i.issue.code for i in chosen})
        unit.say(
            f"{kind.word} {'、'.join(sorted(parks))} {month} 问题 {len(chosen)} 项（{'、'.join(codes)}）",
            reason=reason,
            subjects={"issues", "submissions"} | ({"cases"} if case_id else set()),
            months={month},
        )
    assert unit.summary is not None
    return unit.summary


def record(
    unit: UnitOfWork,
    ctx: AppContext,
    chosen: Sequence[DecidedIssue],
    kind: DecisionKind,
    reason: str,
    *,
    case_id: str = "",
) -> set[str]:
    """Write one decision for each issue inside a transaction under way; returns the parks concerned."""
    at = ctx.now()
    made = [
        Decision(
            i.park, i.submission_id, issue_key(i.issue), rests_on(i.issue), kind, reason.strip(), ctx.who, at, case_id
        )
        for i in chosen
    ]  # fmt: skip
    add_decisions(unit, made)
    return {i.park for i in chosen}
