"""Opinions and decisions on tier proposals: recorded with the evidence as it stood, undone only by another record."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from db import tiers as writes
from db.queries import ledger, raw_rows
from db.queries import tiers as reads
from db.store import UnitOfWork
from zgc_desktop.domain.changes import ChangeSummary
from zgc_desktop.domain.errors import Refused
from zgc_desktop.domain.months import Subject, Touch
from zgc_desktop.domain.periods import Month
from zgc_desktop.domain.tier_decisions import (
    Decision,
    EvidenceRequest,
    Opinion,
    TierDecision,
    TierOpinion,
    requests_before,
)
from zgc_desktop.domain.tier_review import Proposal
from zgc_desktop.services.context import AppContext, one_command
from zgc_desktop.services.review_tiers import Reviewed, review


@dataclass(frozen=True, slots=True)
class Ticked:
    """A proposal somebody ticked: the company's credit code, and the tier where it has several proposals ('' = its only)."""

    credit_code: str
    tier: str = ""


@dataclass(frozen=True, slots=True)
class OpenProposal:
    """One proposal of a month with what was said of it; ``decision`` None = waiting for the city (待市级)."""

    credit_code: str
    name: str
    park: str
    proposal: Proposal
    opinion: TierOpinion | None
    decision: TierDecision | None


def is_locked(ctx: AppContext, month: Month) -> bool:
    """Whether a month takes no more opinions and decisions (已锁定)."""
    with ctx.store.read() as connection:
        return reads.is_locked(connection, month)


def proposals(ctx: AppContext, month: Month, reviewed: Sequence[Reviewed] | None = None) -> tuple[OpenProposal, ...]:
    """The month's proposals with the park's opinion and the city's decision beside each; ``reviewed`` saves a second review."""
    reviewed = review(ctx, month).companies if reviewed is None else reviewed
    with ctx.store.read() as connection:
        said = {(o.credit_code, o.tier): o for o in reads.opinions(connection, month)}
        decided = {(d.credit_code, d.tier): d for d in reads.decisions(connection, month) if not d.taken_back}
    return tuple(
        OpenProposal(c.credit_code, c.name, c.park, p, said.get((c.credit_code, p.tier)), decided.get((c.credit_code, p.tier)))
        for c in reviewed
        for p in c.proposals
    )


@one_command("tier-opinion")
def opine(
    ctx: AppContext, month: Month, ticked: Sequence[Ticked], opinion: Opinion, reason: str, *, person: str = ""
) -> ChangeSummary:
    """Record what a park says of its companies' proposals; a later opinion replaces an earlier one, both are kept."""
    _need_reason(reason)
    ctx.store.require_open({Touch(month, Subject.TIERS)}, who=ctx.who, day=ctx.today())  # before the long review
    chosen = _chosen(review(ctx, month).companies, ticked, month)
    with ctx.store.write("tier-opinion", ctx.who, ctx.now()) as unit:
        for company, proposal in chosen:
            writes.add_opinion(
                unit, _company(unit, company.credit_code), month, proposal.tier, park=company.park, opinion=opinion.value,
                reason=reason, person=person or ctx.who, day=ctx.today(), at=ctx.now(),
            )  # fmt: skip
        unit.say(f"{month} 园方意见 {opinion.value}：{_names(chosen)}", reason=reason, subjects={"tiers"}, months={month})
    assert unit.summary is not None
    return unit.summary


@one_command("tier-decide")
def decide(
    ctx: AppContext,
    month: Month,
    ticked: Sequence[Ticked],
    decision: Decision,
    reason: str,
    *,
    from_month: Month | None = None,
    to_day: date | None = None,
) -> ChangeSummary:
    """Record the city's decision on the ticked proposals, with one reason for all of them.

    Only what is proposed can be decided, and each once until it is taken back; the proposal's reasons are kept as the
    evidence. Nothing else changes: a recognition enters with its own document. Refused without a reason, for a locked month.
    """
    _need_reason(reason)
    ctx.store.require_open({Touch(month, Subject.TIERS)}, who=ctx.who, day=ctx.today())  # before the long review
    chosen = _chosen(review(ctx, month).companies, ticked, month)
    start = from_month or month
    if to_day is not None and to_day < start.first_day:
        raise Refused(f"有效至 {to_day} 早于生效月 {start}")
    with ctx.store.write("tier-decide", ctx.who, ctx.now()) as unit:
        standing = {(d.credit_code, d.tier): d for d in reads.decisions(unit.connection, month) if not d.taken_back}
        for company, proposal in chosen:
            if old := standing.get((company.credit_code, proposal.tier)):
                raise Refused(
                    f"{company.name}的{proposal.tier}建议本月已有决定", why=old.sentence, advice="如需改动，请先撤回原决定"
                )
            new = writes.NewDecision(
                _company(unit, company.credit_code), month, proposal.tier, proposal.kind.value, decision.value, reason,
                ctx.who, ctx.today(), start, to_day, proposal.reasons,
            )  # fmt: skip
            writes.add_decision(unit, new, ctx.now())
        kinds = "、".join(dict.fromkeys(decision.word(p.kind) for _, p in chosen))
        unit.say(f"{month} 市级决定 {kinds}：{_names(chosen)}", reason=reason, subjects={"tiers"}, months={month})
    assert unit.summary is not None
    return unit.summary


@one_command("tier-take-back")
def take_back(ctx: AppContext, month: Month, ticked: Sequence[Ticked], reason: str) -> ChangeSummary:
    """Take decisions of a month back by a reversing record; the decision and its reversal both stay. Refused once locked."""
    _need_reason(reason)
    with ctx.store.write("tier-take-back", ctx.who, ctx.now()) as unit:
        unit.require_open(month, Subject.TIERS)
        standing = [d for d in reads.decisions(unit.connection, month) if not d.taken_back]
        found = []
        for tick in ticked:
            mine = [d for d in standing if d.credit_code == tick.credit_code and tick.tier in ("", d.tier)]
            if len(mine) != 1:
                raise _not_one(tick, [d.tier for d in mine], "决定", month)
            found += mine
        for old in found:
            company = _company(unit, old.credit_code)
            new = writes.NewDecision(
                company, month, old.tier, old.kind.value, old.decision.value, reason, ctx.who, ctx.today(), old.from_month,
                old.to_day, (old.sentence,), old.id,
            )  # fmt: skip
            writes.add_decision(unit, new, ctx.now())
        names = "、".join(d.name for d in found)
        unit.say(f"撤回 {month} 市级决定：{names}", reason=reason, subjects={"tiers"}, months={month})
    assert unit.summary is not None
    return unit.summary


def decisions(ctx: AppContext, month: Month | None = None) -> tuple[TierDecision, ...]:
    """Every decision (of a month), those taken back included."""
    with ctx.store.read() as connection:
        return reads.decisions(connection, month)


def evidence_requests(ctx: AppContext, month: Month) -> tuple[EvidenceRequest, ...]:
    """What the city has asked the parks for before ``month`` and not settled since, with what they answered up to it."""
    with ctx.store.read() as connection:
        asked = requests_before(reads.decisions(connection), month)
        if not asked:
            return ()
        answers, at = [], min(r.asked_in for r in asked).plus(1)
        while at <= month:
            answers.append((at, raw_rows.tier_answers(connection, at)))
            at = at.plus(1)
    return tuple(_answered(r, answers) for r in asked)


def _answered(request: EvidenceRequest, answers: Sequence[tuple[Month, Mapping[str, str]]]) -> EvidenceRequest:
    told = [(m, said[request.credit_code]) for m, said in answers if m > request.asked_in and request.credit_code in said]
    return replace(request, answered_in=told[-1][0], answer=told[-1][1]) if told else request


def _chosen(reviewed: Iterable[Reviewed], ticked: Sequence[Ticked], month: Month) -> list[tuple[Reviewed, Proposal]]:
    if not ticked:
        raise Refused("没有勾选任何建议", advice="请指明企业的信用代码")
    companies = {c.credit_code: c for c in reviewed}
    found: dict[tuple[str, str], tuple[Reviewed, Proposal]] = {}
    for tick in ticked:
        company = companies.get(tick.credit_code)
        mine = [p for p in company.proposals if tick.tier in ("", p.tier)] if company else []
        if company is None or len(mine) != 1:
            raise _not_one(tick, [p.tier for p in mine], "建议", month)
        found[tick.credit_code, mine[0].tier] = company, mine[0]
    return list(found.values())


def _not_one(tick: Ticked, tiers: Sequence[str], what: str, month: Month) -> Refused:
    if tiers:
        return Refused(f"{tick.credit_code} 在 {month} 有 {len(tiers)} 项{what}", why="、".join(tiers), advice="请写明梯队")
    about = f"{tick.tier}的" if tick.tier else ""
    return Refused(f"{tick.credit_code} 在 {month} 没有{about}{what}", advice="请在“梯队评审”中查看本月建议")


def _company(unit: UnitOfWork, code: str) -> int:
    found = ledger.company_id_of(unit.connection, code)
    assert found is not None  # the review found it in the ledger
    return found


def _need_reason(reason: str) -> None:
    if not reason.strip():
        raise Refused("没有写明理由", advice="意见、决定和撤回都要有理由")


def _names(chosen: Sequence[tuple[Reviewed, Proposal]]) -> str:
    shown = "、".join(f"{c.name}（{p.kind.value}{p.tier}）" for c, p in chosen[:3])
    return shown if len(chosen) <= 3 else f"{shown}等 {len(chosen)} 项"
