"""Tier review (梯队评审): test every company of a month against the standards in force; propose, never decide."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from db import records as writes
from db.queries import ledger
from db.queries import records as reads
from db.queries.records import TierFacts
from zgc_desktop.domain.changes import ChangeSummary
from zgc_desktop.domain.errors import Refused
from zgc_desktop.domain.periods import Month
from zgc_desktop.domain.tier_review import NearMiss, Proposal, Recognition, near_misses, propose
from zgc_desktop.domain.tiers import Outcome, TierResult, TierStandard, decide, evaluate, standards_on
from zgc_desktop.services.context import AppContext
from zgc_desktop.services.rules import standards_in_use


@dataclass(frozen=True, slots=True)
class Reviewed:
    """One company's review: what is recognised, what the figures say, what is proposed, what it is one short of."""

    credit_code: str
    name: str
    park: str
    recognised: tuple[Recognition, ...]
    proposals: tuple[Proposal, ...]
    near: tuple[NearMiss, ...]
    results: tuple[TierResult, ...] = ()
    """What the standards of the tiers it is recognised in say."""


@dataclass(frozen=True, slots=True)
class TierReview:
    """A month's review. ``undecidable`` counts companies by standard title for want of figures."""

    month: Month
    day: date
    standards: tuple[TierStandard, ...]
    companies: tuple[Reviewed, ...]
    """Only companies with a recognition, a proposal or a near miss."""
    examined: int
    undecidable: tuple[tuple[str, int], ...]


def review(ctx: AppContext, month: Month) -> TierReview:
    """Review the companies that count in ``month`` by the standards in force on its last day."""
    day = month.last_day
    standards = standards_on(standards_in_use(ctx), day)
    with ctx.store.read() as connection:
        companies = reads.tier_facts(connection, month)
        recognised = _recognitions(companies, reads.recognitions(connection))
    reviewed = []
    undecidable = {s.title: 0 for s in standards if not s.reference}
    for company in companies:
        mine = recognised.get(company.company_id, ())
        facts = _facts(company, mine)
        outcomes = {s.key: decide(s, facts, day) for s in standards}
        for standard in standards:
            if standard.reference:
                continue
            undecidable[standard.title] += outcomes[standard.key] is Outcome.UNDECIDABLE
        # Reasons are worked out only where there is something to say: most companies report no yearly figures.
        if not mine and not company.figures and Outcome.MET not in outcomes.values():
            continue
        results = [evaluate(s, facts, day) for s in standards]
        held = {r.tier for r in mine}
        found = Reviewed(
            company.credit_code, company.name, company.park, mine, propose(mine, results, day), _near(mine, results),
            tuple(r for r in results if r.standard.tier in held),
        )  # fmt: skip
        if found.recognised or found.proposals or found.near:
            reviewed.append(found)
    return TierReview(month, day, standards, tuple(reviewed), len(companies), tuple(undecidable.items()))


def _near(recognised: Sequence[Recognition], results: Sequence[TierResult]) -> tuple[NearMiss, ...]:
    held = {r.tier for r in recognised}
    return tuple(n for n in near_misses(results) if n.result.standard.tier not in held)


def _facts(company: TierFacts, recognised: Iterable[Recognition]) -> dict[str, object]:
    facts: dict[str, object] = dict(company.figures)
    facts["founded_on"] = company.founded_on
    facts["industry"] = company.industry or None
    facts["on_lists"] = tuple(r.tier for r in recognised)
    return facts


def _recognitions(companies: Iterable[TierFacts], rows: Iterable[writes.Recognition]) -> dict[int, tuple[Recognition, ...]]:
    codes = {c.company_id: c.credit_code for c in companies}
    found: dict[int, tuple[Recognition, ...]] = {}
    for r in rows:
        if r.company_id in codes:
            item = Recognition(codes[r.company_id], r.tier, r.document, r.batch, r.valid_from, r.valid_to, note=r.source)
            found[r.company_id] = (*found.get(r.company_id, ()), item)
    return found


def recognise(ctx: AppContext, listed: Sequence[Recognition], source: str) -> ChangeSummary | None:
    """Register recognitions of a published list (认定名单); those already there are left. None when nothing was new.

    Refused when a credit code is not in the ledger: nothing of the list is written then.
    """
    with ctx.store.write("recognise", ctx.who, ctx.now()) as unit:
        new = 0
        for item in listed:
            company = ledger.company_id_of(unit.connection, item.credit_code)
            if company is None:
                raise Refused(f"台账中没有信用代码为 {item.credit_code} 的企业", where=f"{item.document} {item.batch}")
            row = writes.Recognition(
                company, item.tier, item.document, item.batch, item.recognised_on, item.valid_to, item.note or source
            )
            new += writes.add_recognition(unit, row)
        unit.say(f"登记认定名单 {source}：{new} 家", subjects={"tiers", "companies"})
    return unit.summary
