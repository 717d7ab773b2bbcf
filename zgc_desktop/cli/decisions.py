"""Commands about what the rules decide: settle, explain, scenario, tiers, clusters."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console

from zgc_desktop.cli.output import AsJson, MonthText, Workspace, context, month_of, show, table
from zgc_desktop.domain.errors import Refused
from zgc_desktop.domain.money import wan, yuan
from zgc_desktop.domain.percent import percent
from zgc_desktop.paths import resources_dir


def settle(
    month: MonthText,
    rule: Annotated[str, typer.Option("--rule", help="规则编号")] = "jjj-2015",
    workspace: Workspace = None,
    as_json: AsJson = False,
) -> None:
    """试算一个月的税收分享：逐案列示，区际合计，不在范围的写明理由。"""
    from zgc_desktop.services.settle import settle as service

    section = service(context(workspace), month_of(month), rule_key=rule).section
    data = {
        "month": month,
        "rule": section.rule_title,
        "citation": section.rule_citation,
        "note": section.rule_note,
        "lines": [
            {
                "case": x.case_id,
                "company": x.company,
                "credit_code": x.credit_code,
                "payer": x.payer,
                "receiver": x.receiver,
                "counted_fen": x.counted_fen,
                "vat_fen": x.vat_fen,
                "cit_fen": x.cit_fen,
                "ratio": x.ratio,
                "computed_fen": x.computed_fen,
                "cap_left_fen": x.cap_left_before_fen,
                "truncated_fen": x.truncated_fen,
                "due_fen": x.due_fen,
                "kept_fen": x.kept_fen,
                "period": x.period,
                "state": x.state,
                "clause": x.clause,
                "source": x.source,
            }
            for x in section.lines
        ],
        "net": [{"payer": n.payer, "receiver": n.receiver, "amount_fen": n.amount_fen} for n in section.net],
        "out_of_scope": [{"case": o.case_id, "company": o.company, "why": o.why} for o in section.out_of_scope],
        "missing": list(section.missing),
        "difference_fen": section.difference_fen,
    }

    def words(console: Console) -> None:
        titles = ("案件", "企业", "应付", "应得", "税收（元）", "比例", "应得（元）", "留存（元）", "期次", "状态")
        rows = [
            (x.case_id, x.company, x.payer, x.receiver, yuan(x.counted_fen), x.ratio, yuan(x.due_fen), yuan(x.kept_fen),
             x.period, x.state)
            for x in section.lines
        ]  # fmt: skip
        console.print(f"{section.rule_title}（{section.rule_citation}）")
        console.print(section.rule_note)
        table(console, titles, rows)
        for o in section.out_of_scope:
            console.print(f"不在范围 {o.case_id} {o.company}：{o.why}")
        console.print(f"合计差 {section.difference_fen} 分")

    show(data, as_json, words)
    if section.missing or section.difference_fen:
        raise typer.Exit(1)


def explain(
    case_id: Annotated[str, typer.Argument(help="案件号")],
    month: MonthText,
    party: Annotated[str, typer.Option("--party", help="哪一方的数，如 海淀区；不写即迁出方")] = "",
    workspace: Workspace = None,
    as_json: AsJson = False,
) -> None:
    """说明一个分享数怎么来的：公式、条款、参数、税收来自哪个单元格。"""
    from zgc_desktop.domain.sharing.explain import explanation_lines
    from zgc_desktop.services.settle import compute

    settlement = compute(context(workspace), month_of(month))
    line = next((x for x in settlement.section.lines if x.case_id == case_id), None)
    if line is None:
        why = next((o.why for o in settlement.section.out_of_scope if o.case_id == case_id), "没有这个案件")
        raise Refused(f"{month} 没有案件 {case_id} 的分享数", why=why)
    tree = settlement.explain(case_id, party or line.receiver)
    assert tree is not None
    lines = explanation_lines(tree)
    show({"case": case_id, "month": month, "lines": list(lines)}, as_json, lambda c: c.print("\n".join(lines)))


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
