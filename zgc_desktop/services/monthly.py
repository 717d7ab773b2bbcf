"""Gather a month into the one document that the PDF and the workbook print."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction

from db.queries import claims, decisions, ledger, moves, submissions, tax
from db.queries.ledger import StandingFigures
from db.store import Reading
from zgc_desktop.domain import monthly_plan_words as plan_words
from zgc_desktop.domain import monthly_words as words
from zgc_desktop.domain.issues import CHECKS
from zgc_desktop.domain.monthly import (
    HECTARES,
    CaseLine,
    ClusterLine,
    KeyFigure,
    LeadLine,
    MonthlyDocument,
    ReportingLine,
    Rule,
    StockLine,
    TierLine,
    TierProposalLine,
)
from zgc_desktop.domain.monthly_edition import FREE_SPACE
from zgc_desktop.domain.monthly_json import fingerprint
from zgc_desktop.domain.monthly_plan import EDITION, PlanParts
from zgc_desktop.domain.moves import CaseState, Lead, MoveCase
from zgc_desktop.domain.periods import Month
from zgc_desktop.domain.placement import Member, focus_fit
from zgc_desktop.domain.submissions import SubmissionItem, SubmissionState
from zgc_desktop.domain.tier_review import Recognition
from zgc_desktop.services import land, monthly_plan, review_tiers, settings, settle
from zgc_desktop.services.context import AppContext
from zgc_desktop.services.indicators import limits_in_use
from zgc_desktop.services.review_tiers import TierReview
from zgc_desktop.services.working_days import working_days
from zgc_desktop.services.zones import groupings

REVIEWED_TIERS = ("瞪羚", "独角兽", "隐形冠军", "领军")
_DUE_SHEETS = ("enterprise", "tax")
_WAITING = {
    CaseState.LEAD: "市级",
    CaseState.OUT_REGISTERED: "迁入方",
    CaseState.IN_CONFIRMED: "市级",
    CaseState.CITY: "市级",
    CaseState.UNDER_WAY: "企业",
}
LEFT_OUT = (
    "八、用地准入与联合审议：没有登记用地、准入标准、项目和退出事项",
    "九、规划目标：规则文件里没有目标",
    "十、问题与建议：尚未登记事项",
    "勘误：本期之前没有已发布的月报",
)


@dataclass(frozen=True, slots=True)
class _Gathered:
    """What the database says of the month, read at one moment."""

    current: dict[str, SubmissionItem]
    accepted: dict[str, SubmissionItem]
    figures: tuple[StandingFigures, ...]
    figures_before: tuple[StandingFigures, ...]
    figures_last_year: tuple[StandingFigures, ...]
    now: dict[int, tuple[str, bool]]
    before: dict[int, tuple[str, bool]]
    ever: frozenset[int]
    accepted_before: frozenset[str]
    cases: tuple[MoveCase, ...]
    leads: tuple[Lead, ...]
    tax_by_month: tuple[tuple[Month, int | None], ...]
    issue_codes: tuple[tuple[str, str, int], ...]
    returns: tuple[decisions.ReturnRound, ...]


def _gather(connection: Reading, month: Month) -> _Gathered:
    current = {i.park: i for i in submissions.current(connection, month)}
    accepted = {i.park: i for i in submissions.accepted(connection, month)}
    months = [month.plus(n) for n in range(-11, 1)]
    totals = tax.totals_by_month(connection, months)
    return _Gathered(
        current=current,
        accepted=accepted,
        figures=ledger.figures(connection, month),
        figures_before=ledger.figures(connection, month.plus(-1)),
        figures_last_year=ledger.figures(connection, month.plus(-12)),
        now=claims.standing_parks(connection, month),
        before=claims.standing_parks(connection, month.plus(-1)),
        ever=claims.ever_stood(connection, month),
        accepted_before=frozenset(i.park for i in submissions.accepted(connection, month.plus(-1))),
        cases=moves.cases(connection),
        leads=tuple(lead for lead in moves.leads(connection, month) if lead.state != "gone"),
        tax_by_month=tuple((m, totals.get(m)) for m in months),
        issue_codes=submissions.issue_codes(connection, tuple(i.id for i in current.values())),
        returns=decisions.returns(connection, month),
    )


def document(ctx: AppContext, month: Month, *, as_of: date | None = None) -> MonthlyDocument:
    """The month as it stands now, a draft (草稿) in generated words; ``month_report.document`` is the report itself.

    A park whose submission is not accepted is named and in no total. Days are counted up to ``as_of`` (today when None).
    """
    today = as_of or ctx.today()
    with ctx.store.read() as connection:
        data = _gather(connection, month)
    parks = tuple(ctx.catalogue.parks)
    missing = _missing(parks, data.current, data.accepted)
    settlement = settle.compute(ctx, month)
    review = review_tiers.review(ctx, month)
    stock = tuple(_stock_line(p, data, month) for p in parks)
    due = settings.cutoff_of(ctx, month)
    reporting = tuple(_reporting_line(p, data.current.get(p), due, _rounds(data, p, today)) for p in parks)
    cases = tuple(_case_line(c, today) for c in data.cases if c.opened_on <= month.last_day or c.landed_on)
    leads = tuple(_lead_line(lead) for lead in data.leads)
    tier_lines = _tier_lines(parks, review, month)
    clusters = _cluster_lines(ctx, data, month)
    unassigned = sum(1 for f in data.figures if f.cluster_how == "unassigned" and not f.closed)
    shared_before = settle.compute(ctx, month.plus(-1)).section.due_fen if data.accepted_before else None
    plan = monthly_plan.gather(ctx, month, today)
    key_figures = (*_key_figures(data, settlement.section.due_fen, shared_before, tier_lines), *_free_space(ctx, month, plan))
    zones = groupings(ctx)
    doc = MonthlyDocument(
        month=month,
        issue_number=month.month,
        state="草稿",
        prepared_on=today,
        office=settings.current(ctx).office,
        program_version=ctx.program_version,
        parks=parks,
        missing=missing,
        key_figures=key_figures,
        coordination=_coordination(data, settlement.section.missing, missing),
        sentences={},
        reporting=reporting,
        stock=stock,
        industries=_industries(ctx, data),
        tax_history=data.tax_by_month,
        move_matrix=_matrix(data.cases, month),
        cases=cases,
        leads=leads,
        sharing=settlement.section,
        tiers=tier_lines,
        tier_proposals=_proposals(review),
        clusters=clusters,
        unassigned=unassigned,
        rules=_rules(settlement, review),
        issues_by_park=tuple(
            (park, code, CHECKS[code].name if code in CHECKS else code, n) for park, code, n in data.issue_codes
        ),
        left_out=_left_out(plan),
        edition=EDITION,
        space=plan.space,
        review=plan.review,
        levels=plan.levels,
        area_levels=plan.area_levels,
        targets=plan.targets,
        tasks=plan.tasks,
        zones=zones,
        outside=plan.outside,
        parties=tuple((p, ctx.catalogue.party_of(p).name) for p in parks),
    )
    sentences = {
        "brief": words.brief(key_figures, doc.scope_note),
        "reporting": words.reporting(reporting, missing),
        "companies": words.companies(stock, doc.scope_note),
        "moves": (
            *words.moves(cases, leads),
            *plan_words.direction(zones, doc.move_matrix),
            *plan_words.over_the_border(plan.outside, month.last_day),
        ),
        "sharing": words.sharing(settlement.section),
        "tiers": words.tiers(tier_lines, review.undecidable),
        "clusters": (*words.clusters(clusters, unassigned), *plan_words.levels(plan.levels)),
    }
    if plan.space or plan.review:
        sentences["land"] = plan_words.land(plan.space, plan.review)
    if plan.targets:
        sentences["targets"] = plan_words.targets(plan.targets)
    if plan.tasks:
        sentences["matters"] = plan_words.tasks(plan.tasks)
    doc = replace(doc, sentences=sentences)
    return replace(doc, fingerprint=fingerprint(doc))


def _left_out(plan: PlanParts) -> tuple[str, ...]:
    """The sections this month has no data for, each with why."""
    there = {"八、": plan.space is not None or plan.review is not None, "九、": bool(plan.targets), "十、": bool(plan.tasks)}
    return tuple(line for line in LEFT_OUT if not there.get(line[:2], False))


def _free_space(ctx: AppContext, month: Month, plan: PlanParts) -> tuple[KeyFigure, ...]:
    """可用空间 with the month before and the year before; nothing where no plot is registered."""
    if plan.space is None:
        return ()
    before, last_year = (land.land_of(ctx, month.plus(n)).total for n in (-1, -12))
    last, year = (s.free if s.plots else None for s in (before, last_year))
    note = "未登记的分园不计" if plan.space.missing else ""
    return (KeyFigure(FREE_SPACE, plan.space.whole.free, HECTARES, last, year, note),)


def missing_parks(ctx: AppContext, month: Month) -> tuple[tuple[str, str], ...]:
    """The parks in no total of a month, each with why, in the plan's order: what the report names before any figure."""
    with ctx.store.read() as connection:
        current = {i.park: i for i in submissions.current(connection, month)}
        accepted = {i.park for i in submissions.accepted(connection, month)}
    return _missing(tuple(ctx.catalogue.parks), current, accepted)


def _missing(
    parks: Sequence[str], current: Mapping[str, SubmissionItem], accepted: Container[str]
) -> tuple[tuple[str, str], ...]:
    return tuple((p, _why_missing(current.get(p))) for p in parks if p not in accepted)


def _why_missing(item: SubmissionItem | None) -> str:
    if item is None:
        return "未报"
    return "退回中" if item.state is SubmissionState.RETURNED else "已登记未接受"


def _rounds(data: _Gathered, park: str, today: date) -> tuple[decisions.ReturnRound, ...]:
    """The returns a park had by that day."""
    return tuple(r for r in data.returns if r.park == park and r.returned_at.date() <= today)


def _answer_days(rounds: Sequence[decisions.ReturnRound]) -> Fraction | None:
    """Mean working days from a return to the park's next version."""
    days = [working_days(r.returned_at.date(), r.answered_at.date()) for r in rounds if r.answered_at]
    return Fraction(sum(days), len(days)) if days else None


def _reporting_line(
    park: str, item: SubmissionItem | None, due: date, rounds: Sequence[decisions.ReturnRound]
) -> ReportingLine:
    returned, answered = len(rounds), _answer_days(rounds)
    if item is None:
        return ReportingLine(park, len(_DUE_SHEETS), 0, None, 0, "未报", 0, 0, 0, 0, returned, answered)
    received = len(_DUE_SHEETS) if item.tax_fen is not None else len(_DUE_SHEETS) - 1
    return ReportingLine(
        park, len(_DUE_SHEETS), received, item.received_at.date() <= due, item.version, item.state.word, item.companies,
        item.errors, item.warnings, item.companies, returned, answered,
    )  # fmt: skip


def _stock_line(park: str, data: _Gathered, month: Month) -> StockLine:
    if park not in data.accepted:
        return StockLine(park, False, None, None, None, None, None, None, None, None, None, None)
    mine = [f for f in data.figures if f.park == park]
    closing = sum(1 for f in mine if not f.closed)
    disputed = sum(1 for f in mine if f.disputed)
    tax_fen = _sum([f.tax_fen for f in mine])
    revenue_fen = _sum([f.revenue_fen for f in mine])
    if park not in data.accepted_before:
        return StockLine(park, True, None, None, None, None, None, None, closing, disputed, tax_fen, revenue_fen)
    opening = sum(1 for p, closed in data.before.values() if p == park and not closed)
    landed = [c for c in data.cases if c.landed_on and Month.of(c.landed_on) == month]
    moved_in = sum(1 for c in landed if c.to_park == park and data.now.get(c.company_id) == (park, False))
    moved_out = sum(1 for c in landed if c.from_park == park and data.before.get(c.company_id) == (park, False))
    added = sum(1 for f in mine if not f.closed and f.company_id not in data.ever)
    closed = sum(1 for f in mine if f.closed and data.before.get(f.company_id) == (park, False))
    other = closing - (opening + added + moved_in - moved_out - closed)
    return StockLine(park, True, opening, added, moved_in, moved_out, closed, other, closing, disputed, tax_fen, revenue_fen)


def _sum(values: Sequence[int | None]) -> int | None:
    told = [v for v in values if v is not None]
    return sum(told) if told else None


def _industries(ctx: AppContext, data: _Gathered) -> tuple[tuple[str, tuple[int | None, ...]], ...]:
    counts = Counter((f.industry, f.park) for f in data.figures if not f.closed)
    known = [*ctx.catalogue.industries]
    others = sorted({i for i, _ in counts if i not in known})
    named = [*known, *(i for i in others if i)] + ([""] if "" in others else [])
    return tuple(
        (industry or "未填报", tuple(counts[(industry, p)] if p in data.accepted else None for p in ctx.catalogue.parks))
        for industry in named
    )


def _matrix(cases: Sequence[MoveCase], month: Month) -> tuple[tuple[str, str, int], ...]:
    landed = (c for c in cases if c.landed_on and c.landed_on.year == month.year and c.landed_on <= month.last_day)
    pairs = Counter((c.from_park, c.to_park) for c in landed)
    return tuple((out, into, n) for (out, into), n in sorted(pairs.items()))


def _case_line(case: MoveCase, today: date) -> CaseLine:
    until = case.landed_on or today
    return CaseLine(
        case.id, case.name, case.credit_code, case.from_park, case.to_park, case.nature or "未填", case.state.value,
        case.opened_on, case.landed_on, max(0, working_days(case.opened_on, until)), _WAITING.get(case.state, "—"),
    )  # fmt: skip


def _lead_line(lead: Lead) -> LeadLine:
    state = {"open": "待判定", "case": f"已立案 {lead.case_id}", "dismissed": "已排除"}.get(lead.state, lead.state)
    return LeadLine(
        lead.kind.word,
        lead.name,
        lead.credit_code,
        lead.first.park,
        lead.first.place,
        lead.second.park,
        lead.second.place,
        state,
    )


def _tier_lines(parks: Sequence[str], review: TierReview, month: Month) -> tuple[TierLine, ...]:
    """Recognitions in force by park and tier, against the month before. Only parks with something to say."""
    eve = month.plus(-1).last_day
    now: Counter[tuple[str, str]] = Counter()
    before: Counter[tuple[str, str]] = Counter()
    entered: Counter[tuple[str, str]] = Counter()
    left: Counter[tuple[str, str]] = Counter()
    for company in review.companies:
        for r in company.recognised:
            key = (company.park, r.tier)
            is_now, was = _in_force(r, month.last_day), _in_force(r, eve)
            now[key] += is_now
            before[key] += was
            entered[key] += is_now and not was
            left[key] += was and not is_now
    proposed = Counter((c.park, p.tier) for c in review.companies for p in c.proposals)
    tiers = dict.fromkeys((*REVIEWED_TIERS, *(t for _, t in (*now, *before, *proposed))))
    return tuple(
        TierLine(p, t, before[(p, t)], entered[(p, t)], left[(p, t)], now[(p, t)], proposed[(p, t)])
        for t in tiers
        for p in parks
        if any(c[(p, t)] for c in (before, now, proposed))
    )


def _in_force(item: Recognition, day: date) -> bool:
    return item.recognised_on <= day and (item.valid_to is None or day <= item.valid_to)


def _proposals(review: TierReview) -> tuple[TierProposalLine, ...]:
    lines = []
    for company in review.companies:
        for p in company.proposals:
            standard = "、".join(r.standard.title for r in p.results) or "—"
            reasons = (p.why, *(r.sentence for r in p.results))
            lines.append(
                TierProposalLine(company.name, company.credit_code, company.park, p.tier, standard, p.kind.value, reasons)
            )
    return tuple(lines)


def _cluster_lines(ctx: AppContext, data: _Gathered, month: Month) -> tuple[ClusterLine, ...]:
    members = [Member(f.cluster, f.industry, f.revenue_fen, f.tax_fen) for f in data.figures if f.cluster and not f.closed]
    landed = [c for c in data.cases if c.landed_on and Month.of(c.landed_on) == month]
    quotients = _quotients(ctx, data.figures)
    now = {f.company_id: (f.park, f.cluster) for f in data.figures}
    before = {f.company_id: (f.park, f.cluster) for f in data.figures_before}
    came = Counter(now.get(c.company_id) for c in landed if now.get(c.company_id, ("", ""))[0] == c.to_park)
    went = Counter(before.get(c.company_id) for c in landed if before.get(c.company_id, ("", ""))[0] == c.from_park)
    return tuple(
        ClusterLine(
            cluster=f.cluster,
            park=f.park,
            companies=f.companies,
            revenue_fen=f.revenue_fen,
            tax_fen=f.tax_fen,
            fit=f.share_companies,
            fit_revenue=f.share_revenue,
            moved_in=came[(f.park, f.cluster)],
            moved_out=went[(f.park, f.cluster)],
            planned=f.planned,
            quotient=quotients.get(f.cluster),
        )
        for f in focus_fit(members, ctx.catalogue.on(month.last_day))
    )


def _quotients(ctx: AppContext, figures: Sequence[StandingFigures]) -> dict[str, Fraction]:
    """区位商 of each cluster's planned fields, counted in companies; clusters below the floor have none."""
    known = [(f.cluster, f.industry) for f in figures if f.cluster and not f.closed and f.industry in ctx.catalogue.industries]
    sizes, fields = Counter(c for c, _ in known), Counter(i for _, i in known)
    pairs, floor = Counter(known), limits_in_use(ctx).floor
    found = {}
    for name, cluster in ctx.catalogue.clusters.items():
        here = sum(pairs[name, i] for i in cluster.industries)
        everywhere = sum(fields[i] for i in cluster.industries)
        if sizes[name] >= floor and everywhere:
            found[name] = Fraction(here * len(known), sizes[name] * everywhere)
    return found


def _comparable(data: _Gathered, earlier: Sequence[StandingFigures]) -> tuple[StandingFigures, ...] | None:
    """An earlier month's companies of the parks in this month's totals (同口径); None where one of them is missing there."""
    parks = set(data.accepted)
    return tuple(f for f in earlier if f.park in parks) if parks and parks <= {f.park for f in earlier} else None


def _stock_of(figures: Sequence[StandingFigures] | None) -> int | None:
    return None if figures is None else sum(1 for f in figures if not f.closed)


def _tax_of(figures: Sequence[StandingFigures] | None) -> int | None:
    return None if figures is None else _sum([f.tax_fen for f in figures])


def _key_figures(
    data: _Gathered, shared_fen: int, shared_before: int | None, tiers: Sequence[TierLine]
) -> tuple[KeyFigure, ...]:
    open_states = (CaseState.OUT_REGISTERED, CaseState.IN_CONFIRMED, CaseState.CITY, CaseState.UNDER_WAY)
    now = data.figures if data.accepted else None
    before, last_year = _comparable(data, data.figures_before), _comparable(data, data.figures_last_year)
    same = "同口径比较" if len(data.accepted) < len(data.accepted_before) and before is not None else ""
    return (
        KeyFigure("在册企业", _stock_of(now), "家", _stock_of(before), _stock_of(last_year), same),
        KeyFigure("本月入库地方税收", _tax_of(now), "分", _tax_of(before), _tax_of(last_year), same),
        KeyFigure("迁移在办", sum(1 for c in data.cases if c.state in open_states), "件"),
        KeyFigure("迁出方应得分享额", shared_fen, "分", shared_before),
        KeyFigure("梯队认定在册", sum(t.now for t in tiers), "家", sum(t.before for t in tiers)),
        KeyFigure("待判定线索", sum(1 for lead in data.leads if lead.state == "open"), "条"),
    )


def _coordination(data: _Gathered, untaxed: Sequence[str], missing: Sequence[tuple[str, str]]) -> tuple[str, ...]:
    said = []
    if late := [p for p, why in missing if why == "未报"]:
        said.append(f"请{'、'.join(late)}尽快报送，本期合计不含上述分园。")
    for lead in data.leads:
        if lead.state == "open" and lead.kind.value == "double_claim":
            said.append(f"{lead.name}由{lead.first.park}、{lead.second.park}同月主张，请双方于下次调度会前说明。")
    said += [
        f"案件 {c.id} {c.name}（{c.from_park} → {c.to_park}）待市级统筹。" for c in data.cases if c.state is CaseState.CITY
    ]
    said += [f"{case} 本月税收未报，请迁入园补报，补报前不能结算。" for case in untaxed]
    return tuple(said)


def _rules(settlement: settle.Settlement, review: TierReview) -> tuple[Rule, ...]:
    rule, section = settlement.rule, settlement.section
    since = rule.effective_from or settlement.month.first_day
    sharing = Rule(rule.key, rule.title, section.rule_citation, since, "；".join(rule.open_points))
    tiers = tuple(
        Rule(s.key, f"{s.title}（{s.version}）", s.citation.short, s.days.start, "；".join(s.open_points))
        for s in review.standards
        if not s.reference
    )
    return (sharing, *tiers)
