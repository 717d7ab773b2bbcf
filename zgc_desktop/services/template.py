"""Write the submission template (报送模板) of a park and month, pre-filled with the companies it last reported."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from db.queries import submissions
from reports.template_xlsx import write_template
from zgc_desktop.domain.errors import Refused
from zgc_desktop.domain.periods import Month
from zgc_desktop.domain.tier_decisions import EvidenceRequest
from zgc_desktop.services.context import AppContext
from zgc_desktop.services.decide_tiers import evidence_requests
from zgc_desktop.services.park_sheets import registered_rows


def write(ctx: AppContext, park: str, month: Month, out: Path) -> Path:
    """Write one park's template to ``out`` and return it. Refused for an unknown park or a name that is not .xlsx."""
    found = ctx.catalogue.park_named(park)
    if found is None:
        raise Refused(f"没有叫“{park}”的分园", advice=f"可用：{'、'.join(ctx.catalogue.parks)}")
    if out.suffix.lower() != ".xlsx":
        raise Refused("模板只能写成 .xlsx", where=str(out), advice="请把文件名改为以 .xlsx 结尾")
    with ctx.store.read() as connection:
        companies = submissions.last_roster(connection, found.name, month)
    there = {str(row["credit_code"]) for row in companies}
    asked = [r for r in evidence_requests(ctx, month) if r.credit_code in there]
    return write_template(
        out,
        park=found.name,
        month=month,
        clusters=[c.name for c in ctx.catalogue.clusters_of(found.name)],
        industries=list(ctx.catalogue.industries),
        parks=list(ctx.catalogue.parks),
        companies=companies,
        registered=registered_rows(ctx, found.name, month),
        asked=[{"credit_code": code, "name": name, "city_asked": text} for (code, name), text in _together(asked).items()],
    )


def _together(asked: Iterable[EvidenceRequest]) -> dict[tuple[str, str], str]:
    """One line a company, however many tiers its evidence is asked for."""
    found: dict[tuple[str, str], str] = {}
    for r in asked:
        key, text = (r.credit_code, r.name), f"{r.tier}：{r.reason}"
        found[key] = f"{found[key]}；{text}" if key in found else text
    return found
