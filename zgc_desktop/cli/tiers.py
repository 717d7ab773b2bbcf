"""Commands about tiers: review, opinions and decisions, radar, ladder, and published lists of the recognised."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console

from zgc_desktop.cli.output import AsJson, MonthText, Workspace, context, day_of, month_of, show, table
from zgc_desktop.domain.changes import ChangeSummary
from zgc_desktop.domain.errors import Refused

tiers_app = typer.Typer(help="梯队评审", invoke_without_command=True)


@tiers_app.callback()
def tiers(
    called: typer.Context,
    month: Annotated[str, typer.Option("--month", help="月份，如 2026-10")] = "",
    workspace: Workspace = None,
    as_json: AsJson = False,
) -> None:
    """按生效标准测算梯队：认定与测算并列，只提建议，逐条说明。"""
    if called.invoked_subcommand is None:
        if not month:
            raise Refused("没有写明月份", advice="请加 --month 2026-10")
        _review(month, workspace, as_json)


def _review(month: str, workspace: str | None, as_json: bool) -> None:
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
            {
                "credit_code": c.credit_code,
                "name": c.name,
                "park": c.park,
                "standard": c.near.result.standard.key,
                "why": c.near.sentence,
            }
            for c in found.near
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


Code = Annotated[list[str] | None, typer.Option("--company", help="信用代码，可重复；同一家有几项建议时写作 代码:梯队")]
Reason = Annotated[str, typer.Option("--reason", help="理由，一并用于所列各项")]


def _ticked(codes: list[str] | None) -> list[Any]:
    from zgc_desktop.services.decide_tiers import Ticked

    return [Ticked(*(part.strip() for part in code.replace("：", ":").split(":", 1))) for code in codes or ()]


def _done(summary: ChangeSummary, as_json: bool) -> None:
    data = {"sentence": summary.sentence, "journal": summary.journal_seq, "added": summary.added}
    show(data, as_json, lambda c: c.print(summary.sentence))


@tiers_app.command("list")
def proposals(month: MonthText, workspace: Workspace = None, as_json: AsJson = False) -> None:
    """列出本月建议，与园方意见、市级决定并列。"""
    from zgc_desktop.services.decide_tiers import proposals as service

    found = service(context(workspace), month_of(month))
    data = {
        "month": month,
        "proposals": [
            {
                "credit_code": p.credit_code,
                "name": p.name,
                "park": p.park,
                "tier": p.proposal.tier,
                "kind": p.proposal.kind.value,
                "reasons": list(p.proposal.reasons),
                "opinion": p.opinion.opinion.value if p.opinion else None,
                "decision": p.decision.word if p.decision else None,
                "reason": p.decision.reason if p.decision else None,
            }
            for p in found
        ],
        "waiting": sum(1 for p in found if p.decision is None),
    }

    def words(console: Console) -> None:
        rows = [
            (p.proposal.kind.value, p.name, p.park, p.proposal.tier, p.opinion.opinion.value if p.opinion else "—",
             p.decision.word if p.decision else "待市级")
            for p in found
        ]  # fmt: skip
        table(console, ("建议", "企业", "分园", "梯队", "园方意见", "市级"), rows)

    show(data, as_json, words)


@tiers_app.command()
def opine(
    month: MonthText,
    opinion: Annotated[str, typer.Option("--opinion", help="同意、不同意 或 补材料")],
    reason: Reason,
    company: Code = None,
    person: Annotated[str, typer.Option("--person", help="园方谁说的")] = "",
    workspace: Workspace = None,
    as_json: AsJson = False,
) -> None:
    """登记园方对建议的意见。"""
    from zgc_desktop.domain.tier_decisions import Opinion
    from zgc_desktop.services import decide_tiers

    words = {o.value: o for o in Opinion}
    if opinion not in words:
        raise Refused(f"不认识的意见“{opinion}”", advice=f"可用：{'、'.join(words)}")
    ctx = context(workspace)
    _done(decide_tiers.opine(ctx, month_of(month), _ticked(company), words[opinion], reason, person=person), as_json)


@tiers_app.command()
def decide(
    month: MonthText,
    decision: Annotated[str, typer.Option("--decision", help="同意入列（或 同意保留、同意退出）、暂缓、不同意、请园方补材料")],
    reason: Reason,
    company: Code = None,
    from_month: Annotated[str, typer.Option("--from", help="生效月；不写即本月")] = "",
    to_day: Annotated[str, typer.Option("--to", help="有效至，如 2028-12-31")] = "",
    workspace: Workspace = None,
    as_json: AsJson = False,
) -> None:
    """登记市级决定；可一次决定多家，同一理由。不产生认定。"""
    from zgc_desktop.domain.tier_decisions import DECISION_WORDS
    from zgc_desktop.services import decide_tiers

    if decision not in DECISION_WORDS:
        raise Refused(f"不认识的决定“{decision}”", advice=f"可用：{'、'.join(DECISION_WORDS)}")
    start = month_of(from_month) if from_month else None
    summary = decide_tiers.decide(
        context(workspace), month_of(month), _ticked(company), DECISION_WORDS[decision], reason, from_month=start,
        to_day=day_of(to_day),
    )  # fmt: skip
    _done(summary, as_json)


@tiers_app.command("take-back")
def take_back(
    month: MonthText, reason: Reason, company: Code = None, workspace: Workspace = None, as_json: AsJson = False
) -> None:
    """撤回本月的市级决定（月份锁定前）；原决定与撤回都留有记录。"""
    from zgc_desktop.services import decide_tiers

    _done(decide_tiers.take_back(context(workspace), month_of(month), _ticked(company), reason), as_json)


@tiers_app.command()
def radar(month: MonthText, workspace: Workspace = None, as_json: AsJson = False) -> None:
    """近达标与可能退出：差哪一项、缺什么证据。"""
    from zgc_desktop.services.tier_radar import radar as service

    found = service(context(workspace), month_of(month))
    data = {
        "month": month,
        "near": [
            {"credit_code": n.credit_code, "name": n.name, "park": n.park, "tier": n.tier, "standard": n.standard,
             "why": n.why, "missing": n.missing or None}
            for n in found.near
        ],
        "leaving": [
            {"credit_code": n.credit_code, "name": n.name, "park": n.park, "tier": n.tier, "kind": n.kind, "why": n.why,
             "missing": list(n.missing)}
            for n in found.leaving
        ],
        "sentences": list(found.sentences),
    }  # fmt: skip

    def words(console: Console) -> None:
        for sentence in found.sentences:
            console.print(sentence)
        for near in found.near:
            console.print(f"近达标 {near.park} {near.name} {near.tier}：{near.why}")
        for leaving in found.leaving:
            console.print(f"{leaving.kind} {leaving.park} {leaving.name} {leaving.tier}：{leaving.why}")

    show(data, as_json, words)


@tiers_app.command()
def ladder(month: MonthText, workspace: Workspace = None, as_json: AsJson = False) -> None:
    """阶梯：按入列年份看各年上升、下降、退出、离开。"""
    from zgc_desktop.services.tier_radar import ladder as service

    found = service(context(workspace), month_of(month))
    keys = ("cohort", "year", "size", "up", "same", "down", "out", "left")
    rows = [[getattr(line, key) for key in keys] for line in found.lines]
    data = {
        "days": [d.isoformat() for d in found.ends],
        "order": found.citation.short,
        "lines": [dict(zip(keys, row, strict=True)) for row in rows],
    }
    titles = ("入列年", "年", "家数", "上升", "持平", "下降", "退出", "离开")
    show(data, as_json, lambda c: table(c, titles, rows))


def recognise(
    file: Annotated[Path, typer.Argument(help="认定名单：.csv、.xlsx、.toml …")],
    tier: Annotated[str, typer.Option("--tier", help="整份名单的梯队（名单没有这一列时）")] = "",
    document: Annotated[str, typer.Option("--document", help="文号")] = "",
    batch: Annotated[str, typer.Option("--batch", help="批次")] = "",
    recognised_on: Annotated[str, typer.Option("--from", help="认定日期，如 2025-11-01")] = "",
    valid_to: Annotated[str, typer.Option("--to", help="有效期至")] = "",
    workspace: Workspace = None,
    as_json: AsJson = False,
) -> None:
    """导入认定名单：文号、批次、有效期；有一行不对就整份不登记，并指出是哪一行。"""
    from zgc_desktop.services.recognised_lists import ListDefaults, import_list

    said = ListDefaults(tier, document, batch, day_of(recognised_on), day_of(valid_to))
    made = import_list(context(workspace), file, said)
    data = {"file": made.file, "listed": made.listed, "new": made.new}
    show(data, as_json, lambda c: c.print(made.sentence or f"名单 {made.file} 的 {made.listed} 家都已登记过。"))


@tiers_app.command()
def sheet(
    month: MonthText,
    out: Annotated[Path, typer.Option("--out", help="写到哪个文件夹")],
    park: Annotated[str, typer.Option("--park", help="只写一个分园")] = "",
    workspace: Workspace = None,
    as_json: AsJson = False,
) -> None:
    """写出梯队评审表：建议一览与逐条依据，PDF 与 Excel 各一份。"""
    from zgc_desktop.services.tier_sheets import write

    files = write(context(workspace), month_of(month), out, park)
    show({"files": [str(f) for f in files]}, as_json, lambda c: c.print("\n".join(map(str, files))))


@tiers_app.command()
def requests(month: MonthText, workspace: Workspace = None, as_json: AsJson = False) -> None:
    """列出市级请园方补的材料（列入本月报送模板“梯队”表）与园方答复。"""
    from zgc_desktop.services.decide_tiers import evidence_requests

    found = evidence_requests(context(workspace), month_of(month))
    data = [
        {
            "credit_code": r.credit_code,
            "name": r.name,
            "tier": r.tier,
            "asked_in": str(r.asked_in),
            "reason": r.reason,
            "answer": r.answer or None,
            "answered_in": str(r.answered_in) if r.answered_in else None,
        }
        for r in found
    ]
    rows = [(r.name, r.tier, str(r.asked_in), r.reason, r.sentence) for r in found]
    show({"month": month, "requests": data}, as_json, lambda c: table(c, ("企业", "梯队", "提出", "要求", "答复"), rows))
