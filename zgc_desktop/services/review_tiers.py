"""Tier review (梯队评审): test every company of a month against the standards in force; propose, never decide."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, partial
from operator import is_
from threading import Lock
from typing import Final

from db import records as writes
from db.queries import ledger, tier_facts, tiers
from db.queries import records as reads
from db.queries.tier_facts import Examined
from db.store import Reading
from zgc_desktop.domain.changes import ChangeSummary
from zgc_desktop.domain.errors import Refused
from zgc_desktop.domain.periods import Month
from zgc_desktop.domain.tier_columns import CompanyColumns, decide_all, mask_of, members, near_all, result_of
from zgc_desktop.domain.tier_review import NearMiss, Proposal, Recognition, near_misses, propose
from zgc_desktop.domain.tiers import TierResult, TierStandard, standards_on
from zgc_desktop.services.bulk_work import without_cycle_search
from zgc_desktop.services.context import AppContext, one_command
from zgc_desktop.services.rules import standards_in_use

_TELLS_NOTHING: Final = frozenset({"tier-opinion", "tier-decide", "tier-take-back", "report", "words", "matter"})
"""Commands that write nothing a review reads: a review made before them still holds."""
_KEPT_REVIEWS: Final = 3


@dataclass(frozen=True, slots=True)
class Reviewed:
    """One company's review: what is recognised, what is proposed."""

    credit_code: str
    name: str
    park: str
    recognised: tuple[Recognition, ...]
    proposals: tuple[Proposal, ...]
    results: tuple[TierResult, ...] = ()
    """What the standards of the tiers it is recognised in say."""


@dataclass(frozen=True, slots=True)
class NearCompany:
    """A company one short of a standard (近达标)."""

    credit_code: str
    name: str
    park: str
    near: NearMiss


@dataclass(frozen=True)
class TierReview:
    """A month's review. ``undecidable`` counts companies by standard title for want of figures."""

    month: Month
    day: date
    standards: tuple[TierStandard, ...]
    companies: tuple[Reviewed, ...]
    """Only companies with a recognition or a proposal; their reasons are worked out when they are asked for."""
    examined: int
    undecidable: tuple[tuple[str, int], ...]
    look_for_near: Callable[[], tuple[NearCompany, ...]] = field(repr=False, compare=False)
    no_revenue: tuple[Examined, ...] = ()
    """Companies whose revenue of the last full year nobody reported: most standards begin with it."""

    @property
    def looked_for_near(self) -> bool:
        """Whether somebody has asked who is near already: a second look is free."""
        return "near" in self.__dict__

    @cached_property
    def near(self) -> tuple[NearCompany, ...]:
        """Who is one short of which standard, worked out when it is first asked for."""
        return self.look_for_near()


@dataclass(frozen=True)
class _Ledger:
    """The companies that count in a month, with their figures in columns."""

    companies: tuple[Examined, ...]
    columns: CompanyColumns
    recognised: Mapping[int, tuple[Recognition, ...]]
    reported: int
    """The mask of companies with any figure."""

    def held(self, n: int) -> frozenset[str]:
        return frozenset(r.tier for r in self.recognised.get(self.companies[n].company_id, ()))


LAST_REVENUE: Final = "revenue_y0_fen"


def standards_of(ctx: AppContext, month: Month) -> tuple[TierStandard, ...]:
    """The standards in force on a month's last day."""
    return standards_on(standards_in_use(ctx), month.last_day)


def review(ctx: AppContext, month: Month) -> TierReview:
    """Review the companies that count in ``month`` by the standards in force on its last day.

    Every standard is decided for everybody column by column; reasons are worked out only where somebody asks for them. As
    long as nothing is written that a review reads, the same review is returned again.
    """
    if (there := ready(ctx, month)) is not None:
        return there
    with _one_at_a_time:  # who comes second takes what the first worked out
        if (there := ready(ctx, month)) is not None:
            return there
        standards = standards_of(ctx, month)
        with ctx.store.read() as connection:
            head = tiers.newest_entry(connection, _TELLS_NOTHING)
            made = _review(_gather(connection, month), month, standards)
        _kept.pop((ctx.paths.where, month), None)
        _kept[ctx.paths.where, month] = head, made
        while len(_kept) > _KEPT_REVIEWS:
            _kept.pop(next(iter(_kept)), None)
    return made


def ready(ctx: AppContext, month: Month) -> TierReview | None:
    """The review of a month where it is worked out already and still holds."""
    kept = _kept.get((ctx.paths.where, month))
    if kept is None:
        return None
    with ctx.store.read() as connection:
        head = tiers.newest_entry(connection, _TELLS_NOTHING)
    return kept[1] if kept[0] == head and _are(kept[1].standards, standards_of(ctx, month)) else None


def _are(some: Sequence[TierStandard], others: Sequence[TierStandard]) -> bool:
    """Whether two lists hold the same standards themselves: comparing rules part by part takes longer than it saves."""
    return len(some) == len(others) and all(map(is_, some, others))


_one_at_a_time = Lock()
_kept: dict[tuple[str, Month], tuple[tuple[int, str], TierReview]] = {}
"""Reviews by database and month, each with the journal's head it was made under; a few, the newest last."""


@without_cycle_search()
def _review(found: _Ledger, month: Month, standards: tuple[TierStandard, ...]) -> TierReview:
    day, size = month.last_day, len(found.companies)
    proposing = [s for s in standards if not s.reference]
    answers = {s.key: decide_all(s, found.columns, day) for s in proposing}
    telling: dict[int, list[TierStandard]] = {n: [] for n, c in enumerate(found.companies) if c.company_id in found.recognised}
    held = {n: found.held(n) for n in telling}
    for standard in proposing:
        for n in members(answers[standard.key].met, size):
            if standard.tier not in held.get(n, ()):
                telling.setdefault(n, []).append(standard)
        for n, mine in held.items():
            if standard.tier in mine:
                telling[n].append(standard)
    made = (_reviewed(found, n, telling[n], day) for n in sorted(telling))
    undecidable = tuple((s.title, size - (answers[s.key].met | answers[s.key].failed).bit_count()) for s in proposing)
    revenue = found.columns.facts.get(LAST_REVENUE) or [None] * size
    lacking = tuple(c for c, value in zip(found.companies, revenue, strict=True) if value is None)
    return TierReview(month, day, standards, tuple(made), size, undecidable, partial(_near, found, proposing, day), lacking)


def _reviewed(found: _Ledger, n: int, telling: Sequence[TierStandard], day: date) -> Reviewed:
    """One company: the standards it meets, and all those of tiers it is recognised in."""
    company = found.companies[n]
    mine = found.recognised.get(company.company_id, ())
    results = [result_of(s, found.columns, n, day) for s in telling]
    own = tuple(r for r in results if r.standard.tier in {m.tier for m in mine})
    return Reviewed(company.credit_code, company.name, company.park, mine, propose(mine, results, day), own)


@without_cycle_search()
def _near(found: _Ledger, proposing: Sequence[TierStandard], day: date) -> tuple[NearCompany, ...]:
    """Who is one short of a standard whose tier it is not recognised in, company by company."""
    looked_at: dict[int, list[TierStandard]] = {}
    for standard in proposing:
        for n in members(near_all(standard, found.columns, day) & found.reported, len(found.companies)):
            looked_at.setdefault(n, []).append(standard)
    short: list[NearCompany] = []
    for n in sorted(looked_at):
        company, held = found.companies[n], found.held(n)
        results = (result_of(s, found.columns, n, day) for s in looked_at[n] if s.tier not in held)
        short += [NearCompany(company.credit_code, company.name, company.park, near) for near in near_misses(results)]
    return tuple(short)


@without_cycle_search()
def outcomes(ctx: AppContext, month: Month, standards: Sequence[TierStandard]) -> dict[str, tuple[Examined, ...]]:
    """The companies that meet each of some standards in a month, by the standard's key."""
    with ctx.store.read() as connection:
        found = _gather(connection, month)
    size = len(found.companies)
    return {
        s.key: tuple(found.companies[n] for n in members(decide_all(s, found.columns, month.last_day).met, size))
        for s in standards
    }


@without_cycle_search()
def _gather(connection: Reading, month: Month) -> _Ledger:
    companies = tier_facts.examined(connection, month)
    figures = _figures(connection, companies, month)
    recognised = _recognitions(companies, reads.recognitions(connection))
    reported = 0
    for values in figures.values():
        reported |= mask_of([value is not None for value in values])
    return _Ledger(companies, _columns(companies, figures, recognised), recognised, reported)


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


@one_command("recognise")
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
