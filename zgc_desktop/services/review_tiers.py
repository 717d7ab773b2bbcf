"""Tier review (梯队评审): test every company of a month against the standards in force; propose, never decide."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from db import records as writes
from db.queries import ledger, tier_facts
from db.queries import records as reads
from db.queries.tier_facts import Examined
from db.store import Reading
from zgc_desktop.domain.changes import ChangeSummary
from zgc_desktop.domain.errors import Refused
from zgc_desktop.domain.periods import Month
from zgc_desktop.domain.tier_columns import CompanyColumns, decide_all, mask_of, members, near_all
from zgc_desktop.domain.tier_review import NearMiss, Proposal, Recognition, near_misses, propose
from zgc_desktop.domain.tiers import TierResult, TierStandard, evaluate, standards_on
from zgc_desktop.services.bulk_work import without_cycle_search
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


@without_cycle_search()
def review(ctx: AppContext, month: Month) -> TierReview:
    """Review the companies that count in ``month`` by the standards in force on its last day.

    Every standard is decided for everybody column by column; reasons are worked out only where there is something to say.
    """
    day = month.last_day
    standards = standards_on(standards_in_use(ctx), day)
    proposing = [s for s in standards if not s.reference]
    with ctx.store.read() as connection:
        companies = tier_facts.examined(connection, month)
        figures = _figures(connection, companies, month)
        recognised = _recognitions(companies, reads.recognitions(connection))
    columns = _columns(companies, figures, recognised)
    answers = {s.key: decide_all(s, columns, day) for s in proposing}
    reported = 0
    for values in figures.values():
        reported |= mask_of([value is not None for value in values])
    told_by: dict[int, list[TierStandard]] = {}
    for standard in proposing:
        mask = answers[standard.key].met | (near_all(standard, columns, day) & reported)
        for n in members(mask, len(companies)):
            told_by.setdefault(n, []).append(standard)
    reviewed = [
        _reviewed(
            c,
            {k: v[n] for k, v in figures.items() if v[n] is not None},
            recognised.get(c.company_id, ()),
            proposing,
            told_by.get(n, ()),
            day,
        )
        for n, c in enumerate(companies)
        if n in told_by or c.company_id in recognised
    ]
    undecidable = tuple((s.title, len(companies) - (answers[s.key].met | answers[s.key].failed).bit_count()) for s in proposing)
    told = tuple(r for r in reviewed if r.recognised or r.proposals or r.near)
    return TierReview(month, day, standards, told, len(companies), undecidable)


@without_cycle_search()
def outcomes(ctx: AppContext, month: Month, standards: Sequence[TierStandard]) -> dict[str, tuple[Examined, ...]]:
    """The companies that meet each of some standards in a month, by the standard's key."""
    with ctx.store.read() as connection:
        companies = tier_facts.examined(connection, month)
        figures = _figures(connection, companies, month)
        recognised = _recognitions(companies, reads.recognitions(connection))
    columns = _columns(companies, figures, recognised)
    return {
        s.key: tuple(companies[n] for n in members(decide_all(s, columns, month.last_day).met, len(companies)))
        for s in standards
    }


def _reviewed(
    company: Examined,
    figures: Mapping[str, object],
    mine: tuple[Recognition, ...],
    proposing: Sequence[TierStandard],
    telling: Sequence[TierStandard],
    day: date,
) -> Reviewed:
    """One company in full: the standards that have something to tell of it, and all those of tiers it is recognised in."""
    facts = {**figures, "founded_on": company.founded_on, "industry": company.industry or None}
    facts["on_lists"] = tuple(r.tier for r in mine)
    held = {r.tier for r in mine}
    keys = {s.key for s in telling}
    results = [evaluate(s, facts, day) for s in proposing if s.key in keys or s.tier in held]
    proposals, near = propose(mine, results, day), _near(mine, results)
    own = tuple(r for r in results if r.standard.tier in held)
    return Reviewed(company.credit_code, company.name, company.park, mine, proposals, near, own)


def _near(recognised: Sequence[Recognition], results: Sequence[TierResult]) -> tuple[NearMiss, ...]:
    held = {r.tier for r in recognised}
    return tuple(n for n in near_misses(results) if n.result.standard.tier not in held)


def _figures(connection: Reading, companies: Sequence[Examined], month: Month) -> dict[str, list[object]]:
    """The companies' figures, one list a figure: their tier sheets, and for the years these leave open the ledger's months."""
    ids = [c.company_id for c in companies]
    sheets = tier_facts.sheet_figures(connection, month)
    rows = [sheets.get(company, _NOTHING) for company in ids]
    figures = {key: [row.get(key) for row in rows] for key in {k for row in rows for k in row}}
    years = [month.year - 1 - back for back in range(4)]
    for back, end in enumerate(tier_facts.year_ends(connection, years).values()):
        for key, reported in ((f"revenue_y{back}_fen", end.revenue_fen), (f"employees_y{back}", end.employees)):
            own: list[object] = [reported.get(company) for company in ids]
            told = figures.get(key)
            figures[key] = own if told is None else [o if t is None else t for t, o in zip(told, own, strict=True)]
    return figures


_NOTHING: Mapping[str, object] = {}


def _columns(
    companies: Sequence[Examined],
    figures: Mapping[str, Sequence[object]],
    recognised: Mapping[int, Sequence[Recognition]],
) -> CompanyColumns:
    facts = dict(figures)
    facts["founded_on"] = [c.founded_on for c in companies]
    facts["industry"] = [c.industry or None for c in companies]
    facts["on_lists"] = [tuple(r.tier for r in recognised.get(c.company_id, ())) for c in companies]
    return CompanyColumns(len(companies), facts)


def _recognitions(companies: Iterable[Examined], rows: Iterable[writes.Recognition]) -> dict[int, tuple[Recognition, ...]]:
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
