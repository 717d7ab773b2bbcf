"""Reconcile (比对): companies two parks claim in one month, and companies gone from one park and new in another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from zgc_desktop.domain import credit_code
from zgc_desktop.domain.moves import Lead, LeadKind, LeadSource
from zgc_desktop.domain.names import normal_name
from zgc_desktop.domain.periods import Month


@dataclass(frozen=True, slots=True)
class Claim:
    """One roster line: a park says in a month that a company is its own, at a place like ``东城园 第1版 · 企业!A117``."""

    company_id: int
    credit_code: str
    name: str
    park: str
    month: Month
    place: str
    revenue_fen: int | None = None
    tax_fen: int | None = None

    @property
    def source(self) -> LeadSource:
        """This claim as one side of a lead."""
        return LeadSource(self.park, self.month, self.place, self.revenue_fen, self.tax_fen)


def suspects(now: Sequence[tuple[int, str]], before: Iterable[tuple[int, str]], codes: Mapping[str, int]) -> tuple[int, ...]:
    """The companies a lead can be about at all: a handful of 30,000, so that only their lines need be read in full.

    ``now`` and ``before`` are (company, park) of a month's lines and of the month before, ``codes`` the companies of ``now``
    by credit code.
    """
    held: dict[int, str] = {}
    found: set[int] = set()
    for company, park in now:
        if held.setdefault(company, park) != park:
            found.add(company)
    found.update(company for company, park in before if held.get(company, park) != park)
    mistyped = credit_code.faulty(codes)
    found.update(codes[code] for code in mistyped)
    found.update(codes[code] for code in _near_any(mistyped, codes))
    return tuple(sorted(found))


def _near_any(mistyped: Collection[str], codes: Iterable[str]) -> list[str]:
    """Codes that a mistyped one can mean. With two signs different, one third of the code at least is the same."""
    thirds: dict[tuple[int, str], list[str]] = defaultdict(list)
    for code in mistyped:
        for start in _THIRDS:
            thirds[(start, code[start : start + 6])].append(code)
    if not thirds:
        return []
    alike = ((c, thirds.get((s, c[s : s + 6]), ())) for c in codes for s in _THIRDS)
    return [code for code, others in alike if any(_nearly(other, code) for other in others)]


_THIRDS = (0, 6, 12)


def find_leads(
    month: Month, current: Iterable[Claim], previous: Iterable[Claim], reported: Collection[str] = ()
) -> tuple[Lead, ...]:
    """The month's leads: double claims (双重主张) first, then silent moves (疑似迁移), each by credit code.

    A company claimed twice is no silent move as well, even where one side is new. A park that has not reported this month
    has lost nobody. A line whose code fails its check still claims the company of that name in its park: a mistyped code
    neither ends a residence nor starts one. ``reported``: parks that reported, where ``current`` has but suspects.
    """
    now_lines = list(current)
    now, before = _by_company(now_lines), _by_company(previous)
    mistyped = _mistyped(now_lines)
    parks = {claim.park for claim in now_lines} | set(reported)
    doubles: list[Lead] = []
    moves: list[Lead] = []
    for company, held in now.items():
        earlier = before.get(company, {})
        sides = {**_meant(held, earlier, mistyped), **held}
        if len(sides) > 1:
            doubles += _double_claims(month, company, sides, earlier)
        elif len(earlier) == 1 and (move := _silent_move(month, company, held, earlier, parks)):
            moves.append(move)
    return (*sorted(doubles, key=_order), *sorted(moves, key=_order))


def _by_company(claims: Iterable[Claim]) -> dict[int, dict[str, Claim]]:
    companies: dict[int, dict[str, Claim]] = defaultdict(dict)
    for claim in claims:
        companies[claim.company_id].setdefault(claim.park, claim)
    return companies


def _mistyped(claims: Iterable[Claim]) -> dict[tuple[str, str], Claim]:
    """This month's lines whose code fails its check, by park and normal name."""
    return {
        (claim.park, normal_name(claim.name)): claim
        for claim in claims
        if claim.name and credit_code.fault(claim.credit_code) is not None
    }


def _meant(
    held: Mapping[str, Claim], earlier: Mapping[str, Claim], mistyped: Mapping[tuple[str, str], Claim]
) -> dict[str, Claim]:
    """Lines of other parks that mean this company under a mistyped code."""
    if not mistyped:
        return {}
    some = next(iter(held.values()))
    if credit_code.fault(some.credit_code) is not None:
        return {}
    names = {normal_name(claim.name) for claim in (*held.values(), *earlier.values()) if claim.name}
    return {
        park: claim
        for (park, name), claim in mistyped.items()
        if name in names and _nearly(claim.credit_code, some.credit_code)
    }


def _nearly(one: str, other: str) -> bool:
    """Whether a mistyped code can mean the other: same length, at most two signs different."""
    return len(one) == len(other) and sum(1 for a, b in zip(one, other, strict=True) if a != b) <= 2


def _double_claims(month: Month, company: int, sides: Mapping[str, Claim], earlier: Mapping[str, Claim]) -> list[Lead]:
    """One lead for each further park, beside the one that had the company before (or the first by name)."""
    order = sorted(sides, key=lambda park: (park not in earlier, park))
    first = sides[order[0]]
    # The code that passes its check names the company, whichever side wrote it.
    named = next((c for c in sides.values() if credit_code.fault(c.credit_code) is None), first)
    return [
        Lead(LeadKind.DOUBLE_CLAIM, month, company, named.credit_code, named.name, first.source, sides[park].source)
        for park in order[1:]
    ]


def _silent_move(
    month: Month, company: int, held: Mapping[str, Claim], earlier: Mapping[str, Claim], reported: set[str]
) -> Lead | None:
    (here,), (there,) = held.values(), earlier.values()
    if here.park == there.park or there.park not in reported:
        return None
    return Lead(LeadKind.SILENT_MOVE, month, company, here.credit_code, here.name or there.name, there.source, here.source)


def _order(lead: Lead) -> tuple[str, str, str]:
    return lead.credit_code, lead.first.park, lead.second.park
