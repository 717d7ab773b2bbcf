"""Commands about what the rules decide: scenario, tiers, clusters."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console

from zgc_desktop.cli.output import AsJson, MonthText, Workspace, context, month_of, show, table
from zgc_desktop.domain.money import wan
from zgc_desktop.domain.percent import percent
from zgc_desktop.paths import resources_dir


def scenario(files: Annotated[list[Path], typer.Argument(help="算例文件（TOML）")], as_json: AsJson = False) -> None:
    """运行分享算例，与期望逐项比较到分；有差异退出码为 1。"""
    from zgc_desktop.domain.sharing.scenario import scenario_json, scenario_lines
    from zgc_desktop.services.scenarios import run

    results = run(resources_dir(), files)
    show(scenario_json(results), as_json, lambda c: c.print("\n".join(line for r in results for line in scenario_lines(r))))
    if any(r.failures for r in results):
        raise typer.Exit(1)


def tiers(month: MonthText, workspace: Workspace = None, as_json: AsJson = False) -> None:
    """按生效标准测算梯队：认定与测算并列，只提建议，逐条说明。"""
    from zgc_desktop.services.review_tiers import review

    found = review(context(workspace), month_of(month))
    data = {
        "month": month,
        "day": found.day.isoformat(),
        "examined": found.examined,
        "standards": [
            {
                "key": s.key,
                "title": s.title,
                "version": s.version,
                "citation": s.citation.short,
                "open_points": list(s.open_points),
            }
            for s in found.standards
        ],
        "proposals": [
            {
                "credit_code": c.credit_code,
                "name": c.name,
                "park": c.park,
                "tier": p.tier,
                "kind": p.kind.value,
                "standards": [r.standard.key for r in p.results],
                "reasons": list(p.reasons),
            }
            for c in found.companies
            for p in c.proposals
        ],
        "recognised": [
            {
                "credit_code": c.credit_code,
                "name": c.name,
                "park": c.park,
                "tier": r.tier,
                "document": r.document,
                "batch": r.batch,
            }
            for c in found.companies
            for r in c.recognised
        ],
        "near_misses": [
            {"credit_code": c.credit_code, "name": c.name, "park": c.park, "standard": n.result.standard.key, "why": n.sentence}
            for c in found.companies
            for n in c.near
        ],
        "undecidable": [{"standard": title, "companies": n} for title, n in found.undecidable],
    }

    def words(console: Console) -> None:
        for c in found.companies:
            for p in c.proposals:
                console.print(f"{p.kind.value} {p.tier} {c.park} {c.name}")
                for reason in p.reasons:
                    console.print(f"    {reason}")
        for title, n in found.undecidable:
            console.print(f"{title}：{n} 家因数据未报无法判定")

    show(data, as_json, words)


def clusters(month: MonthText, workspace: Workspace = None, as_json: AsJson = False) -> None:
    """列出组团归属与理由，以及各组团的定位契合。"""
    from zgc_desktop.domain.placement import HOW_LABELS
    from zgc_desktop.services.place import placed

    found = placed(context(workspace), month_of(month))
    data: dict[str, Any] = {
        "month": month,
        "assignments": [
            {
                "credit_code": a.credit_code,
                "name": a.name,
                "park": a.park,
                "cluster": a.cluster or None,
                "how": a.how,
                "reasons": a.reason.split("；"),
            }
            for a in found.assignments
        ],
        "unassigned": sum(1 for a in found.assignments if a.how == "unassigned"),
        "clusters": [
            {
                "name": f.cluster,
                "park": f.park,
                "companies": f.companies,
                "planned": list(f.planned),
                "fit_companies": _text(f.share_companies),
                "fit_revenue": _text(f.share_revenue),
                "fit_tax": _text(f.share_tax),
                "revenue_fen": f.revenue_fen,
                "tax_fen": f.tax_fen,
                "gaps": list(f.gaps),
            }
            for f in found.fit
        ],
    }

    def words(console: Console) -> None:
        rows = [
            (f.cluster, f.park, f.companies, "—" if f.share_companies is None else percent(f.share_companies),
             "未报" if f.tax_fen is None else wan(f.tax_fen), "、".join(f.gaps) or "无")
            for f in found.fit
        ]  # fmt: skip
        table(console, ("组团", "分园", "企业", "定位内占比", "税收（万元）", "空缺产业"), rows)
        for a in found.assignments:
            if a.how == "unassigned":
                console.print(f"{HOW_LABELS['unassigned']} {a.park} {a.name}：{a.reason}")

    show(data, as_json, words)


def _text(share: Fraction | None) -> str | None:
    """A share as an exact fraction, so that no reader loses a digit."""
    return None if share is None else str(share)
