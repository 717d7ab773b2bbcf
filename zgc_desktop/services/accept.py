"""Accept (接受并入库): a park's checked submission enters the month's totals; the month's standings are rebuilt."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from db import standings, year_ends
from db.placement import replace_secondary
from db.queries import claims, identity, placement, submissions
from db.queries.claims import ClaimRow
from db.store import Reading, UnitOfWork
from db.submissions import set_state
from zgc_desktop.domain.catalogue import Catalogue
from zgc_desktop.domain.cluster_rules import OfficeRules, in_force, lay_over
from zgc_desktop.domain.errors import Refused
from zgc_desktop.domain.periods import Month
from zgc_desktop.domain.placement import Assignment, CompanyFacts, PlaceIndex, assign, place_index
from zgc_desktop.domain.submissions import AcceptResult, SubmissionItem, SubmissionState
from zgc_desktop.services.bulk_work import without_cycle_search
from zgc_desktop.services.context import AppContext, one_command
from zgc_desktop.services.decided_issues import decided, release_accepted, undecided_errors
from zgc_desktop.services.park_sheets import enter_projects

CLOSED_STATUS = "注销"


@one_command("accept")
@without_cycle_search()
def accept(ctx: AppContext, month: Month, parks: Sequence[str] = (), *, despite_errors: str = "") -> AcceptResult:
    """Accept the newest version of the named parks (all when none is named).

    A version with errors nobody has decided on is held, unless ``despite_errors`` gives the reason for taking it with its
    problems (带问题接收): values in doubt still enter no total. Refused for an unknown park.
    """
    named = _named(ctx, parks)
    with ctx.store.read() as connection:
        current = {item.park: item for item in submissions.current(connection, month)}
        left = undecided_errors(connection, current.values())
        versions = submissions.versions(connection, month)
    returned = {v.park: v.version for v in versions if v.state is SubmissionState.RETURNED}
    accepted, held, unchanged = [], [], []
    for park in named or tuple(ctx.catalogue.parks):
        item = current.get(park)
        if item is None:
            held.append((park, f"第{returned[park]}版已退回，待重报" if park in returned else "未报"))
        elif item.state is SubmissionState.ACCEPTED:
            unchanged.append(park)
        elif left[item.id] and not despite_errors:
            held.append((park, f"第{item.version}版还有 {left[item.id]} 项错误未处理"))
        else:
            accepted.append(item)
    if accepted:
        _write(ctx, month, accepted, despite_errors)
    return AcceptResult(tuple(i.park for i in accepted), tuple(held), tuple(unchanged))


def _named(ctx: AppContext, parks: Iterable[str]) -> tuple[str, ...]:
    named = []
    for text in parks:
        park = ctx.catalogue.park_named(text)
        if park is None:
            raise Refused(f"没有叫“{text}”的分园", advice=f"可用：{'、'.join(ctx.catalogue.parks)}")
        named.append(park.name)
    return tuple(named)


def _write(ctx: AppContext, month: Month, items: Sequence[SubmissionItem], note: str) -> None:
    at = ctx.now()
    with ctx.store.write("accept", ctx.who, at) as unit:
        put_into_totals(unit, month, items, note, at)
        count = rebuild_month(unit, ctx, month, facts_stay=True)
        projects = enter_projects(unit, ctx, (i.id for i in items))
        parks = "、".join(i.park for i in items)
        more = f"，新增项目 {projects} 个" if projects else ""
        unit.say(
            f"接受 {month} {parks}：共 {len(items)} 园入库，本月在册 {count} 家{more}",
            reason=note,
            subjects={
                "submissions",
                "companies",
                "clusters",
                "settlement",
                "tiers",
                "reports",
                "land",
                "projects",
                "registers",
            },
            months={month},
        )


def put_into_totals(unit: UnitOfWork, month: Month, items: Sequence[SubmissionItem], note: str, at: str) -> None:
    """Make versions their parks' accepted ones, in place of those before; ``note`` stays with those that have errors."""
    before = {i.park: i for i in submissions.accepted(unit.connection, month)}
    issues = decided(unit.connection, (i for i in items if i.errors))
    for item in items:
        if older := before.get(item.park):
            set_state(unit, older.id, SubmissionState.SUPERSEDED)
        release_accepted(unit, item, issues)
        set_state(unit, item.id, SubmissionState.ACCEPTED, at=at, note=note if item.errors else "")


def rebuild_month(unit: UnitOfWork, ctx: AppContext, month: Month, *, facts_stay: bool = False) -> int:
    """Decide anew which accepted claim counts for each company of a month, and in which cluster; returns how many count.

    The year's kept figures (年末数) follow. ``facts_stay``: no value of a version that counted already was changed, so only
    companies another version counts for now can read otherwise.

    Two parks claiming one company: it counts once, in the park it lived in on the month's last day (else the first in
    the plan's order), and is marked as disputed with the other. Companies merged into another count as that one.
    """
    newcomers, secondary, lines = _worked_out(unit.connection, ctx, month)
    standings.add_first_residences(unit, month, newcomers)
    replace_secondary(unit, month, secondary)
    before = standings.versions_that_count(unit.connection, month)
    count = standings.replace_month(unit, month, lines)
    differing = before.items() ^ {line.company_id: line.submission_id for line in lines}.items()
    year_ends.refresh(unit, month.year, {company for company, _ in differing} if facts_stay else None)
    return count


def _worked_out(
    connection: Reading, ctx: AppContext, month: Month
) -> tuple[list[tuple[int, str]], list[tuple[int, str]], list[standings.Standing]]:
    """What accepted files say of a month: (companies without a park line and their park, further clusters, standings).

    The claims and what placing them gave are let go with it: a million of them take as much memory as writing them does.
    """
    accepted = submissions.accepted(connection, month)
    rows = claims.of_submissions(connection, month, [i.id for i in accepted])
    home = claims.parks_on(connection, month.last_day)
    order = {park: n for n, park in enumerate(ctx.catalogue.parks)}
    merged = identity.merged(connection)
    by_company: dict[int, list[ClaimRow]] = {}
    for row in rows:
        by_company.setdefault(merged.get(row.company_id, row.company_id), []).append(row)
    known = claims.with_residence(connection)
    index = place_index(ctx.catalogue.on(month.last_day))
    office = in_force(placement.rules(connection), placement.choices(connection), month, ctx.catalogue)
    newcomers: list[tuple[int, str]] = []
    secondary: list[tuple[int, str]] = []
    lines: list[standings.Standing] = []
    for company, listed in by_company.items():
        claim, other = _choose(company, listed, home, order)
        placed = _place(claim, index, office, ctx.catalogue)
        if claim.company_id not in known:
            newcomers.append((claim.company_id, claim.park))
        secondary += ((claim.company_id, name) for name in placed.secondary)
        lines.append(_standing(claim, other, placed))
    return newcomers, secondary, lines


def _choose(
    company: int, listed: Sequence[ClaimRow], home: Mapping[int, str], order: Mapping[str, int]
) -> tuple[ClaimRow, str]:
    """The claim that counts, and the other parks that claim the company too."""
    lives_in = home.get(company)
    best = min(listed, key=lambda c: (c.park != lives_in, order[c.park], c.company_id != company))
    return best, "、".join(dict.fromkeys(c.park for c in listed if c.park != best.park))


def _place(claim: ClaimRow, index: PlaceIndex, office: OfficeRules, catalogue: Catalogue) -> Assignment:
    facts = CompanyFacts(
        claim.credit_code, claim.name, claim.park, address=claim.address, declared=claim.cluster, industry=claim.industry
    )
    return lay_over(assign(facts, index), facts, office, catalogue)


def _standing(claim: ClaimRow, disputed_with: str, placed: Assignment) -> standings.Standing:
    return standings.Standing(
        company_id=claim.company_id,
        submission_id=claim.submission_id,
        park=claim.park,
        disputed_with=disputed_with,
        closed=claim.status == CLOSED_STATUS,
        cluster=placed.cluster or "",
        cluster_how=placed.how,
        cluster_reason="；".join(placed.reasons),
        industry=placed.industry or claim.industry,
    )
