"""Tier radar (近达标、可能退出) and ladder (阶梯): who is one short, who may leave, how cohorts moved. Reads only."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date

from db.queries import records, tiers
from zgc_desktop.domain.periods import Month
from zgc_desktop.domain.rulebook import Citation
from zgc_desktop.domain.tier_decisions import Holding, LadderLine, holdings, ladder_lines
from zgc_desktop.domain.tier_review import ProposalKind, Recognition
from zgc_desktop.domain.tiers import Outcome
from zgc_desktop.services import review_tiers
from zgc_desktop.services.context import AppContext
from zgc_desktop.services.review_tiers import Reviewed
from zgc_desktop.services.rules import ladder as ladder_in_use


@dataclass(frozen=True, slots=True)
class NearItem:
    """A company one short of a standard: what is short in a sentence, and the evidence to ask for ('' = a figure fails)."""

    credit_code: str
    name: str
    park: str
    tier: str
    standard: str
    why: str
    missing: str


@dataclass(frozen=True, slots=True)
class LeavingItem:
    """A recognised company that may be about to leave: the kind, why, and the evidence that is missing to judge it."""

    credit_code: str
    name: str
    park: str
    tier: str
    kind: str
    why: str
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Radar:
    """A month's radar, with its two sentences. It changes no tier."""

    month: Month
    near: tuple[NearItem, ...]
    leaving: tuple[LeavingItem, ...]
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LadderView:
    """The ladder by cohort and where the order of tiers is from."""

    ends: tuple[date, ...]
    lines: tuple[LadderLine, ...]
    citation: Citation


def radar(ctx: AppContext, month: Month) -> Radar:
    """Near misses and about-to-leave of a month, each with the missing evidence named."""
    review = review_tiers.review(ctx, month)
    near = tuple(
        NearItem(
            c.credit_code, c.name, c.park, c.near.result.standard.tier, c.near.result.standard.title, c.near.sentence,
            c.near.result.missing[0] if c.near.result.missing else "",
        )
        for c in review.near
    )  # fmt: skip
    leaving = tuple(item for c in review.companies for item in leaving_of(c))
    return Radar(month, near, leaving, (_near_words(near), _leaving_words(leaving)))


def leaving_of(company: Reviewed) -> list[LeavingItem]:
    """What speaks against each recognition: a proposal to leave or re-examine, else figures missing to judge it."""
    found = []
    proposed = {p.tier: p for p in company.proposals if p.kind is not ProposalKind.ENTER}
    for tier in dict.fromkeys(r.tier for r in company.recognised):
        results = [r for r in company.results if r.standard.tier == tier and not r.standard.reference]
        missing = tuple(dict.fromkeys(m for r in results if r.outcome is Outcome.UNDECIDABLE for m in r.missing))
        if tier in proposed:
            kind, why = proposed[tier].kind.value, proposed[tier].why
        elif results and all(r.outcome is Outcome.UNDECIDABLE for r in results):
            kind, why = "缺据", f"已认定，但按现有数据无法判定是否仍符合：缺{'、'.join(missing) or '有关数据'}。"
        else:
            continue
        found.append(LeavingItem(company.credit_code, company.name, company.park, tier, kind, why, missing))
    return found


def _near_words(near: tuple[NearItem, ...]) -> str:
    evidence = sum(1 for n in near if n.missing)
    return f"差 1 项即达标 {len({n.credit_code for n in near})} 家（{len(near)} 项，其中 {evidence} 项只差证据）。"


def _leaving_words(leaving: tuple[LeavingItem, ...]) -> str:
    kinds = Counter(item.kind for item in leaving)
    return f"可能退出：建议退出 {kinds['退出']} 项，建议复核 {kinds['复核']} 项，缺据 {kinds['缺据']} 项。"


def held(ctx: AppContext) -> tuple[Holding, ...]:
    """Who is held in which tier when: recognitions and decisions together."""
    with ctx.store.read() as connection:
        rows = records.recognitions(connection)
        codes = tiers.codes_by_id(connection, {r.company_id for r in rows})
        recognised = [Recognition(codes[r.company_id], r.tier, r.document, r.batch, r.valid_from, r.valid_to) for r in rows]
        return holdings(recognised, tiers.decisions(connection))


def ladder(ctx: AppContext, until: Month) -> LadderView:
    """The ladder by cohort up to a month, looked at on the last day with a ledger of every year."""
    steps = ladder_in_use(ctx)
    every = held(ctx)
    with ctx.store.read() as connection:
        months = {m.year: m for m in tiers.last_months_of_years(connection, until)}
        # A year before the first ledger is looked at too: recognitions reach further back than the desk.
        first = min([h.days.start.year for h in every], default=until.year)
        days = [months[y].last_day if y in months else date(y, 12, 31) for y in range(min(first, until.year), until.year + 1)]
        days = [*days[:-1], min(days[-1], until.last_day)]
        followed = {n: code for code, n in tiers.ids_by_code(connection, {h.credit_code for h in every}).items()}
        here = {d: tiers.standing_codes(connection, months[d.year], followed) if d.year in months else None for d in days}
    return LadderView(tuple(days), ladder_lines(every, steps, days, here), steps.citation)
