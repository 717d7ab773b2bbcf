"""The review sheet of tiers (梯队评审表) of a month: gathered from the review and what was said of it, written to files."""

from __future__ import annotations

from pathlib import Path

from reports.tier_sheet_pdf import write_tier_sheet_pdf
from reports.tier_sheet_xlsx import write_tier_sheet_xlsx
from zgc_desktop.domain.periods import Month
from zgc_desktop.domain.tier_sheet import SheetLine, TierSheet, evidence_of
from zgc_desktop.paths import safe_filename
from zgc_desktop.services import settings
from zgc_desktop.services.context import AppContext
from zgc_desktop.services.decide_tiers import OpenProposal, evidence_requests, proposals
from zgc_desktop.services.review_tiers import review


def sheet_of(ctx: AppContext, month: Month, park: str = "") -> TierSheet:
    """The month's review sheet, of one park only where it is named."""
    found = review(ctx, month)
    told = [p for p in proposals(ctx, month, found.companies) if park in ("", p.park)]
    asked = {(r.credit_code, r.tier): r.sentence for r in evidence_requests(ctx, month)}
    used = {r.standard.key: r.standard for p in told for r in p.proposal.results}
    return TierSheet(
        month=month,
        day=found.day,
        office=settings.current(ctx).office,
        prepared_on=ctx.today(),
        examined=found.examined,
        standards=tuple((s.title, s.version, s.citation.short) for s in used.values()),
        lines=tuple(_line(n, p, asked.get((p.credit_code, p.proposal.tier), "")) for n, p in enumerate(told, start=1)),
        undecidable=found.undecidable,
    )


def _line(number: int, p: OpenProposal, asked: str) -> SheetLine:
    opinion = f"{p.opinion.opinion.value}：{p.opinion.reason}" if p.opinion else ""
    return SheetLine(
        number=number,
        kind=p.proposal.kind.value,
        tier=p.proposal.tier,
        company=p.name,
        credit_code=p.credit_code,
        park=p.park,
        recognised=p.proposal.recognised.words if p.proposal.recognised else "",
        why=p.proposal.why,
        opinion="；".join(text for text in (opinion, asked) if text),
        decision=f"{p.decision.word}：{p.decision.reason}" if p.decision else "",
        evidence=evidence_of(p.proposal.results),
    )


def write(ctx: AppContext, month: Month, out: Path, park: str = "") -> tuple[Path, Path]:
    """Write the review sheet as PDF and workbook into the folder ``out``; returns both files."""
    sheet = sheet_of(ctx, month, park)
    stem = safe_filename("_".join(x for x in ("梯队评审表", park, str(month)) if x))
    pdf = write_tier_sheet_pdf(sheet, out / f"{stem}.pdf", fonts_dir=ctx.resources / "fonts")
    return pdf, write_tier_sheet_xlsx(sheet, out / f"{stem}.xlsx")
