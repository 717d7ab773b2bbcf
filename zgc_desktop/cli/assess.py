"""Commands about assessments (考核评价): run a scheme, see the worksheet, decide levels, keep the exit list."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from zgc_desktop.cli.output import AsJson, Workspace, context, day_of, month_of, said, show, table
from zgc_desktop.cli.projects import needed_day
from zgc_desktop.domain.errors import Refused

assess_app = typer.Typer(help="考核评价、政策区层次与退出", no_args_is_help=True)
On = Annotated[str, typer.Option("--on", help="日期")]
Reason = Annotated[str, typer.Option("--reason", help="理由")]


@assess_app.command()
def schemes(workspace: Workspace = None, as_json: AsJson = False) -> None:
    """规则文件夹里的考核方案（assessment 目录）。"""
    from zgc_desktop.services.assess import schemes as service

    found = service(context(workspace))
    data = [{"file": path.name, "key": s.key, "title": s.title, "subject": s.subject} for path, s in found]
    rows = [(s.key, s.title, s.subject, s.effective_from, len(s.indicators), s.ties, s.citation.short) for _, s in found]
    show(data, as_json, lambda c: table(c, ("方案", "名称", "对象", "生效", "指标数", "并列规则", "依据"), rows))


@assess_app.command()
def run(
    scheme: Annotated[str, typer.Argument(help="方案")],
    on: On,
    source: Annotated[str, typer.Option("--source", help="数据来源")],
    figures: Annotated[Path | None, typer.Option("--figures", help="数据表 CSV：首列对象，首行指标 key；空格即未报")] = None,
    reported: Annotated[str, typer.Option("--reported", help="改用各园截至这个月报送的园区指标，如 2026-10")] = "",
    workspace: Workspace = None,
    as_json: AsJson = False,
) -> None:
    """按方案考核并留存方案、数据和得分。"""
    from zgc_desktop.services.assess import assess, read_figures, scheme_named
    from zgc_desktop.services.park_sheets import figures_for

    ctx, day = context(workspace), needed_day(on, "考核日期")
    if (figures is None) == (not reported):
        raise Refused("请用 --figures 给出数据表，或用 --reported 写明取到哪个月的园区指标", advice="两者取一")
    told = read_figures(figures) if figures else figures_for(ctx, scheme_named(ctx, scheme, day)[1], month_of(reported))
    said(assess(ctx, scheme, told, on=day, source=source), as_json)


@assess_app.command("list")
def list_(workspace: Workspace = None, as_json: AsJson = False) -> None:
    """历次考核：得分、名次、未报指标和建议（得分当场重算）。"""
    from zgc_desktop.services.assess import assessments

    found = assessments(context(workspace))
    data = [
        {
            "id": a.record.id,
            "scheme": a.scheme.key,
            "on": str(a.record.on),
            "scores": [
                {"subject": s.subject, "total": s.printed, "rank": s.rank, "missing": list(s.missing)} for s in a.scores
            ],
            "proposals": [{"subject": p.subject, "kind": p.kind, "reason": p.reason} for p in a.proposals],
        }
        for a in found
    ]

    def words(console: Console) -> None:
        for a in found:
            console.print(f"考核 {a.record.id} {a.scheme.title} {a.record.on}（{a.record.source}）")
            table(
                console,
                ("名次", "对象", "得分", "未报指标"),
                [(s.rank, s.subject, s.printed, "、".join(s.missing)) for s in a.scores],
            )
            for p in a.proposals:
                console.print(f"  {p.kind} {p.subject}（{p.level}）：{p.reason}")

    show(data, as_json, words)


@assess_app.command()
def sheet(
    number: Annotated[int, typer.Argument(help="考核编号")],
    subject: Annotated[str, typer.Option("--subject", help="对象")],
    workspace: Workspace = None,
    as_json: AsJson = False,
) -> None:
    """一个对象的评分底稿：逐项实际值、标准化值、权重、得分。"""
    from zgc_desktop.services.assess import assessments

    scores = [s for a in assessments(context(workspace)) if a.record.id == number for s in a.scores if s.subject == subject]
    if not scores:
        raise Refused(f"考核 {number} 里没有“{subject}”")
    lines = scores[0].lines
    data = {
        "total": scores[0].printed,
        "lines": [
            {
                "indicator": x.indicator.key,
                "figure": None if x.figure is None else str(x.figure),
                "scaled": None if x.scaled is None else str(x.scaled),
                "weight": str(x.weight),
                "points": str(x.points),
                "note": x.note,
            }
            for x in lines
        ],
    }

    def words(console: Console) -> None:
        rows = [(x.group, x.indicator.title, x.figure, x.scaled, x.weight, x.points, x.note) for x in lines]
        table(console, ("组", "指标", "实际", "标准化", "权重", "得分", "说明"), rows)
        console.print(f"合计 {scores[0].printed}")

    show(data, as_json, words)


@assess_app.command()
def level(
    subject: Annotated[str, typer.Argument(help="组团、分园或政策区")],
    on: Annotated[str, typer.Option("--from", help="生效日")],
    reason: Reason,
    decision: Annotated[str, typer.Option("--decision", help="同意、不同意、暂缓")] = "同意",
    new: Annotated[str, typer.Option("--level", help="调整后的层次；退出则不写")] = "",
    assessment: Annotated[int, typer.Option("--assessment", help="所依据的考核编号")] = 0,
    workspace: Workspace = None,
    as_json: AsJson = False,
) -> None:
    """对政策区层次建议作出决定。"""
    from zgc_desktop.domain.assessment.levels import LevelDecision
    from zgc_desktop.services.assess import decide_level

    made = LevelDecision(subject, decision, new, needed_day(on, "生效日"), reason, "")
    said(decide_level(context(workspace), made, assessment), as_json)


@assess_app.command()
def levels(
    day: Annotated[str, typer.Option("--on", help="日期；不写即今天")] = "",
    workspace: Workspace = None,
    as_json: AsJson = False,
) -> None:
    """某日各对象的政策区层次。"""
    from zgc_desktop.services.assess import levels as service

    ctx = context(workspace)
    found = service(ctx, day_of(day) or ctx.today())
    show(found, as_json, lambda c: table(c, ("对象", "层次"), [(s, v or "不在政策区") for s, v in found.items()]))


@assess_app.command("exit")
def exit_(
    subject: Annotated[str, typer.Argument(help="项目或区域")],
    reason: Reason,
    paper: Annotated[str, typer.Option("--paper", help="告知文书")],
    on: On,
    mend_by: Annotated[str, typer.Option("--mend-by", help="整改期限")],
    workspace: Workspace = None,
    as_json: AsJson = False,
) -> None:
    """列入退出名单并告知整改期限。"""
    from zgc_desktop.domain.assessment.levels import ExitNotice
    from zgc_desktop.services.assess import give_notice

    notice = ExitNotice(subject, reason, needed_day(on, "告知日期"), needed_day(mend_by, "整改期限"), paper=paper)
    said(give_notice(context(workspace), notice), as_json)


@assess_app.command()
def outcome(
    number: Annotated[int, typer.Argument(help="告知编号")],
    result: Annotated[str, typer.Option("--result", help="处理结果")],
    on: On,
    workspace: Workspace = None,
    as_json: AsJson = False,
) -> None:
    """退出告知办结。"""
    from zgc_desktop.services.assess import end_notice

    said(end_notice(context(workspace), number, result, needed_day(on, "办结日期")), as_json)


@assess_app.command()
def exits(workspace: Workspace = None, as_json: AsJson = False) -> None:
    """退出名单与整改期限。"""
    from zgc_desktop.services.assess import exit_list

    ctx = context(workspace)
    found, today = exit_list(ctx), ctx.today()
    data = [{"id": n, "subject": x.subject, "mend_by": str(x.mend_by), "state": x.state(today)} for n, x in found]
    rows = [(n, x.subject, x.given_on, x.mend_by, x.state(today), x.reason, x.paper) for n, x in found]
    show(data, as_json, lambda c: table(c, ("编号", "对象", "告知日", "整改期限", "状态", "理由", "文书"), rows))
