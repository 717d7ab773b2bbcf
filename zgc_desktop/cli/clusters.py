"""Commands about clusters: assignment and focus fit, assignment rules, choices by hand, indicators."""

from __future__ import annotations

from fractions import Fraction
from typing import Annotated, Any

import typer
from rich.console import Console

from zgc_desktop.cli.output import AsJson, MonthText, Workspace, context, month_of, show, table
from zgc_desktop.domain.changes import ChangeSummary
from zgc_desktop.domain.errors import Refused
from zgc_desktop.domain.money import wan
from zgc_desktop.domain.percent import percent

clusters_app = typer.Typer(help="组团归属", invoke_without_command=True)


@clusters_app.callback()
def clusters(
    called: typer.Context,
    month: Annotated[str, typer.Option("--month", help="月份，如 2026-10")] = "",
    workspace: Workspace = None,
    as_json: AsJson = False,
) -> None:
    """列出组团归属与理由，以及各组团的定位契合。"""
    if called.invoked_subcommand is None:
        if not month:
            raise Refused("没有写明月份", advice="请加 --month 2026-10")
        _placed(month, workspace, as_json)


def _placed(month: str, workspace: str | None, as_json: bool) -> None:
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


Kind = Annotated[str, typer.Option("--kind", help="地名、地块 或 关键词")]
Words = Annotated[str, typer.Option("--words", help="地址里的文字；关键词可用空格隔开几个，须都出现")]
ToCluster = Annotated[str, typer.Option("--cluster", help="归到哪个组团")]
FromMonth = Annotated[str, typer.Option("--from", help="从哪个月起，如 2026-10")]
UntilMonth = Annotated[str, typer.Option("--until", help="到哪个月止；不写即一直有效")]
Why = Annotated[str, typer.Option("--reason", help="理由")]


def _said(summary: ChangeSummary, as_json: bool, **more: object) -> None:
    data = {"sentence": summary.sentence, "journal": summary.journal_seq, "months": sorted(summary.months), **more}
    show(data, as_json, lambda c: c.print(summary.sentence))


@clusters_app.command()
def rules(workspace: Workspace = None, as_json: AsJson = False) -> None:
    """列出生效的归属规则与人工归属。"""
    from zgc_desktop.services.cluster_rules import standing

    made, choices = standing(context(workspace))
    data = {
        "rules": [
            {"id": r.id, "kind": r.kind.value, "words": r.words, "park": r.park, "cluster": r.cluster,
             "from": str(r.from_month), "until": str(r.to_month) if r.to_month else None, "note": r.note}
            for r in made
        ],
        "choices": [
            {"id": c.id, "credit_code": c.credit_code, "cluster": c.cluster or None, "secondary": list(c.secondary),
             "from": str(c.from_month), "until": str(c.to_month) if c.to_month else None, "reason": c.reason}
            for c in choices
        ],
    }  # fmt: skip

    def words(console: Console) -> None:
        rows = [(r.id, r.kind.value, r.words, r.cluster, r.from_month, r.to_month, r.note) for r in made]
        table(console, ("编号", "种类", "文字", "组团", "起", "止", "依据"), rows)
        for c in choices:
            console.print(f"人工归属 {c.id} {c.credit_code} → {c.cluster or '园内组团外'}，{c.from_month} 起：{c.reason}")

    show(data, as_json, words)


@clusters_app.command()
def preview(
    month: MonthText, kind: Kind, words: Words, cluster: ToCluster, workspace: Workspace = None, as_json: AsJson = False
) -> None:
    """预览一条归属规则：哪些企业会改到哪里；不写入。"""
    from zgc_desktop.services import cluster_rules

    at = month_of(month)
    found = cluster_rules.preview(context(workspace), cluster_rules.new_rule(kind, words, cluster, at), at)
    data = {
        "month": month,
        "companies": [
            {"credit_code": p.credit_code, "name": p.name, "park": p.park, "before": p.before or None, "after": p.after or None,
             "reasons": list(p.reasons)}
            for p in found
        ],
    }  # fmt: skip
    rows = [(p.name, p.park, p.before or "未分配", p.after or "未分配", p.reasons[0]) for p in found]
    show(data, as_json, lambda c: table(c, ("企业", "分园", "现在", "将归", "理由"), rows))


@clusters_app.command()
def apply(
    kind: Kind,
    words: Words,
    cluster: ToCluster,
    from_month: FromMonth,
    reason: Why,
    until: UntilMonth = "",
    workspace: Workspace = None,
    as_json: AsJson = False,
) -> None:
    """登记一条归属规则，并重新归属它管到的各月。"""
    from zgc_desktop.services import cluster_rules

    rule = cluster_rules.new_rule(kind, words, cluster, month_of(from_month), month_of(until) if until else None)
    number, summary = cluster_rules.apply(context(workspace), rule, reason)
    _said(summary, as_json, id=number)


@clusters_app.command()
def undo(
    number: Annotated[int, typer.Argument(help="编号")],
    reason: Why,
    choice: Annotated[bool, typer.Option("--choice", help="撤回的是人工归属，不是规则")] = False,
    workspace: Workspace = None,
    as_json: AsJson = False,
) -> None:
    """撤回一条归属规则（或人工归属），并重新归属各月；记录保留。"""
    from zgc_desktop.services import cluster_rules

    act = cluster_rules.undo_choice if choice else cluster_rules.undo
    _said(act(context(workspace), number, reason), as_json)


@clusters_app.command("assign")
def assign_by_hand(
    company: Annotated[str, typer.Option("--company", help="信用代码")],
    from_month: FromMonth,
    reason: Why,
    cluster: Annotated[str, typer.Option("--cluster", help="主组团；不写即园内组团外")] = "",
    secondary: Annotated[list[str] | None, typer.Option("--secondary", help="其他相关组团，可重复")] = None,
    until: UntilMonth = "",
    workspace: Workspace = None,
    as_json: AsJson = False,
) -> None:
    """人工归属一家企业：一个主组团，其余为相关组团，自某月起。"""
    from zgc_desktop.services import cluster_rules

    end = month_of(until) if until else None
    start, others = month_of(from_month), secondary or ()
    ctx = context(workspace)
    _said(cluster_rules.choose(ctx, company, cluster, reason, from_month=start, to_month=end, secondary=others), as_json)


def indicators(
    month: MonthText,
    since: Annotated[str, typer.Option("--since", help="偏离份额从哪个月算起；不写即上年同月")] = "",
    workspace: Workspace = None,
    as_json: AsJson = False,
) -> None:
    """组团指标：区位商、偏离份额、分园相似度、产业空缺、主导产业数核对；样本不足者不列示。"""
    from zgc_desktop.services.indicators import indicators as service

    found = service(context(workspace), month_of(month), month_of(since) if since else None)
    data = {
        "month": month,
        "since": str(found.since),
        "floor": found.limits.floor,
        "quotients": [
            {"cluster": q.area, "industry": q.industry, "n": q.n, "companies": q.here, "lq": _text(q.value)}
            for q in found.quotients
        ],
        "shift_share": [
            {"cluster": s.area, "n": s.n, "before": s.before, "after": s.after, "overall": _text(s.overall),
             "mix": _text(s.mix), "own": _text(s.own)}
            for s in found.shifts
        ],
        "similarities": [
            {"parks": [s.first, s.second], "n": s.n, "similarity": _text(s.value)} for s in found.similarities
        ],
        "gaps": {cluster: list(gaps) for cluster, gaps in found.gaps},
        "findings": [f.sentence for f in found.findings],
    }  # fmt: skip

    def words(console: Console) -> None:
        rows = [
            (q.area, q.industry, q.n, q.here, "n小" if q.value is None else f"{percent(q.value / 100, 2)[:-1]}")
            for q in found.quotients
        ]
        table(console, ("组团", "产业", "n", "企业", "区位商"), rows)
        for finding in found.findings:
            console.print(finding.sentence)

    show(data, as_json, words)
