"""The one-page papers of a month: park feedback, case slip, meeting agenda, cluster card, gathered and written."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from db.queries import case_history, ledger, moves
from reports.agenda_pdf import agenda_pdf
from reports.aside import write_aside
from reports.case_slip_pdf import case_slip_pdf
from reports.cluster_card_pdf import cluster_card_pdf
from reports.feedback_pdf import feedback_pdf
from zgc_desktop.domain.case_events import CITY, INTO, OUT, SILENT
from zgc_desktop.domain.errors import Refused
from zgc_desktop.domain.issues import Severity
from zgc_desktop.domain.money import yuan
from zgc_desktop.domain.monthly import MonthlyDocument
from zgc_desktop.domain.monthly_json import plain
from zgc_desktop.domain.monthly_sheets import (
    Agenda,
    CaseSlip,
    ClusterCard,
    FoundIssue,
    PaperHead,
    ParkFeedback,
    Said,
    agenda_items,
    asked_of,
    difference_items,
    park_named,
    rank_of,
    review_items,
)
from zgc_desktop.domain.moves import MoveCase
from zgc_desktop.domain.periods import Month
from zgc_desktop.paths import safe_filename
from zgc_desktop.services import month_report, monthly, settle_ledger
from zgc_desktop.services.agenda import by_hand
from zgc_desktop.services.context import AppContext
from zgc_desktop.services.look_up import issues_of, month_submissions
from zgc_desktop.services.place import placed


def feedback(ctx: AppContext, month: Month, park: str) -> ParkFeedback:
    """One park's feedback sheet (分园反馈单). Refused for a park that does not exist."""
    return _feedback(ctx, month_report.document(ctx, month), park)


def _feedback(ctx: AppContext, doc: MonthlyDocument, park: str) -> ParkFeedback:
    name = park_named(doc.parks, park)
    if name is None:
        raise Refused(f"没有“{park}”这个分园", advice="可用：" + "、".join(doc.parks))
    party = ctx.catalogue.party_of(name).name
    reporting = next(r for r in doc.reporting if r.park == name)
    found = _issues(ctx, doc.month, name)
    sharing = [x for x in doc.sharing.lines if party in (x.payer, x.receiver)]
    return ParkFeedback(
        head=_head(doc),
        park=name,
        party=party,
        reporting=reporting,
        stock=next(s for s in doc.stock if s.park == name),
        issues=tuple(found),
        cases=tuple(c for c in doc.cases if name in (c.from_park, c.to_park)),
        sharing=tuple(sharing),
        clusters=tuple(c for c in doc.clusters if c.park == name),
        asked=asked_of(doc, name, reporting),
    )


def _issues(ctx: AppContext, month: Month, park: str) -> list[FoundIssue]:
    submission = next((s for s in month_submissions(ctx, month) if s.park == park), None)
    if submission is None:
        return []
    graver = [i for i in issues_of(ctx, submission.id) if i.severity is not Severity.NOTICE]
    graver.sort(key=lambda i: i.severity is not Severity.ERROR)
    return [FoundIssue(i.severity.word, i.place, i.company, i.message) for i in graver]


def case_slip(ctx: AppContext, month: Month, case_id: str) -> CaseSlip:
    """One case's slip (案卷回执) as of a month's report. Refused for a case that does not exist."""
    with ctx.store.read() as connection:
        found = moves.cases(connection, case_id)
        positions = case_history.positions(connection, case_id)
    if not found:
        raise Refused(f"没有案件 {case_id}", advice="用 zgc case list 查看案件号")
    case, doc = found[0], month_report.document(ctx, month)
    newest = {p.side: p for p in positions}
    sides = ((OUT, case.from_park), (INTO, case.to_park), (CITY, "市级"))
    said = tuple(
        Said(side, newest[side].party, newest[side].answer, newest[side].reason, newest[side].person, newest[side].day)
        if side in newest
        else Said(side, party, SILENT, "", "", None)
        for side, party in sides
    )
    base = tuple((b.year, b.amount_fen, b.source) for b in case.base)
    return CaseSlip(_head(doc), case.id, _facts(case), base, said, _shares(doc, case_id), case.why_not_landable())


def _facts(case: MoveCase) -> tuple[tuple[str, str], ...]:
    def day(value: date | None) -> str:
        return value.isoformat() if value else "—"

    return (
        ("企业", case.name),
        ("信用代码", case.credit_code),
        ("迁出", case.from_park),
        ("迁入", case.to_park),
        ("性质", case.nature or "未填"),
        ("方式", case.kind or "未填"),
        ("状态", case.state.value),
        ("立案", day(case.opened_on)),
        ("变更登记", day(case.registered_on)),
        ("达产", day(case.at_capacity_on)),
        ("落地", day(case.landed_on)),
        ("首次入库", day(case.first_tax_on)),
    )


def _shares(doc: MonthlyDocument, case_id: str) -> str:
    lines = [x for x in doc.sharing.lines if x.case_id == case_id]
    if lines:
        each = "；".join(f"{x.payer}付{x.receiver} {yuan(x.due_fen)}元（{x.ratio}，{x.period or '—'}）" for x in lines)
        return f"{doc.month.label}：{each}。依据：{lines[0].clause}。"
    why = next((o.why for o in doc.sharing.out_of_scope if o.case_id == case_id), "")
    return f"{doc.month.label}不分享：{why.rstrip('。')}。" if why else f"{doc.month.label}没有本案的分享。"


def agenda(ctx: AppContext, month: Month) -> Agenda:
    """The month's agenda for the coordination meeting (协调会题单): what the month puts there, then what was put by hand."""
    doc = month_report.document(ctx, month)
    differences = difference_items(settle_ledger.differences(ctx), month)
    listed = (*agenda_items(doc), *review_items(doc), *differences)
    return Agenda(_head(doc), (*listed, *by_hand(ctx, month, listed)))


def cluster_card(ctx: AppContext, month: Month, cluster: str) -> ClusterCard:
    """One cluster's card (评估卡). Refused for a cluster the plan does not know."""
    doc = month_report.document(ctx, month)
    line = next((c for c in doc.clusters if c.cluster == cluster), None)
    if line is None:
        raise Refused(f"没有“{cluster}”这个组团", advice="可用：" + "、".join(c.cluster for c in doc.clusters))
    known = ctx.catalogue.clusters[cluster]
    with ctx.store.read() as connection:
        here = [f for f in ledger.figures(connection, month) if f.cluster == cluster and not f.closed]
    fit = next(f for f in placed(ctx, month).fit if f.cluster == cluster)
    earlier = monthly.document(ctx, month.plus(-1))
    counts = Counter(f.industry or "未填报" for f in here)
    return ClusterCard(
        head=_head(doc),
        line=line,
        before=next((c for c in earlier.clusters if c.cluster == cluster and _reported(earlier, c.park)), None),
        reported=_reported(doc, line.park),
        positioning=known.positioning,
        focus=known.focus,
        covers=known.covers,
        modes=known.modes,
        industries=tuple((name, n, name in line.planned) for name, n in sorted(counts.items(), key=lambda x: (-x[1], x[0]))),
        gaps=fit.gaps,
        rank=rank_of(doc.clusters, cluster),
    )


def _reported(doc: MonthlyDocument, park: str) -> bool:
    return park not in {p for p, _ in doc.missing}


def _head(doc: MonthlyDocument) -> PaperHead:
    return PaperHead(doc.month, doc.office, doc.prepared_on, doc.state, doc.fingerprint)


def write_feedback(ctx: AppContext, month: Month, out: Path, parks: Sequence[str] = ()) -> tuple[Path, ...]:
    """Write the feedback sheets of some parks (all when none is named) into a folder; returns the files."""
    doc = month_report.document(ctx, month)
    sheets = [_feedback(ctx, doc, park) for park in (parks or doc.parks)]
    fonts = ctx.resources / "fonts"
    return tuple(write_aside(out / safe_filename(f"反馈单_{s.park}_{month}.pdf"), feedback_pdf(s, fonts)) for s in sheets)


def write_case_slip(ctx: AppContext, month: Month, case_id: str, out: Path) -> tuple[Path, Path]:
    """Write a case's slip as PDF and as JSON into a folder; returns both files."""
    slip = case_slip(ctx, month, case_id)
    stem = safe_filename(f"案卷回执_{case_id}_{month}")
    pdf = write_aside(out / f"{stem}.pdf", case_slip_pdf(slip, ctx.resources / "fonts"))
    facts = json.dumps(plain(slip), ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    return pdf, write_aside(out / f"{stem}.json", facts.encode())


def write_agenda(ctx: AppContext, month: Month, out: Path) -> Path:
    """Write the month's agenda into a folder; returns the file."""
    return write_aside(out / f"协调会题单_{month}.pdf", agenda_pdf(agenda(ctx, month), ctx.resources / "fonts"))


def write_cluster_card(ctx: AppContext, month: Month, cluster: str, out: Path) -> Path:
    """Write a cluster's card into a folder; returns the file."""
    card = cluster_card(ctx, month, cluster)
    return write_aside(out / safe_filename(f"评估卡_{cluster}_{month}.pdf"), cluster_card_pdf(card, ctx.resources / "fonts"))
