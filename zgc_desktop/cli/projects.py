"""Commands about projects under joint review (联合审议): applied, asked about, decided on, held to their word, funded."""

from __future__ import annotations

from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Annotated

import typer
from rich.console import Console

from zgc_desktop.cli.output import AsJson, Workspace, context, day_of, said, show, table
from zgc_desktop.domain.errors import Refused
from zgc_desktop.domain.review.commitments import Condition
from zgc_desktop.domain.review.projects import ProjectFile

project_app = typer.Typer(help="项目准入与联合审议", no_args_is_help=True)
Number = Annotated[str, typer.Argument(help="项目编号")]
On = Annotated[str, typer.Option("--on", help="日期")]
Body = Annotated[str, typer.Option("--body", help="部门或机构")]


def needed_day(text: str, what: str) -> date:
    """The day an option names; Refused when it is empty or none."""
    day = day_of(text)
    if day is None:
        raise Refused(f"没有写明{what}")
    return day


def _fen(text: str | None) -> int | None:
    from zgc_desktop.domain.money import to_fen

    try:
        return None if text is None else to_fen(Decimal(text.replace(",", "")), "万元")
    except InvalidOperation:
        raise Refused(f"“{text}”不是金额", advice="单位为万元，只填数字") from None


def _hundredths(text: str | None) -> int | None:
    try:
        return None if text is None else int(Decimal(text.replace(",", "").rstrip("%")) * 100)
    except (InvalidOperation, ValueError):
        raise Refused(f"“{text}”不是数字") from None


@project_app.command("apply")
def apply_(
    name: Annotated[str, typer.Argument(help="项目名称")],
    park: Annotated[str, typer.Option("--park", help="分园")],
    on: On,
    source: Annotated[str, typer.Option("--source", help="来源：申报材料")],
    code: Annotated[str, typer.Option("--code", help="信用代码")] = "",
    cluster: Annotated[str, typer.Option("--cluster", help="组团")] = "",
    industry: Annotated[str, typer.Option("--industry", help="产业")] = "",
    fixed: Annotated[str | None, typer.Option("--fixed", help="固定资产投资（厂房、设备、地价款），万元")] = None,
    total: Annotated[str | None, typer.Option("--total", help="总投资，万元")] = None,
    area: Annotated[str | None, typer.Option("--area", help="用地，公顷")] = None,
    output: Annotated[str | None, typer.Option("--output", help="预计年产出，万元")] = None,
    people: Annotated[int | None, typer.Option("--people", help="从业人员")] = None,
    research: Annotated[str | None, typer.Option("--research", help="研发投入强度，%")] = None,
    energy: Annotated[str, typer.Option("--energy", help="节能审查：有、无、不需")] = "",
    environment: Annotated[str, typer.Option("--environment", help="环评：有、无、不需")] = "",
    major: Annotated[bool, typer.Option("--major", help="市级统筹重大项目")] = False,
    plot: Annotated[str, typer.Option("--plot", help="意向或预留地块编号")] = "",
    workspace: Workspace = None,
    as_json: AsJson = False,
) -> None:
    """项目申报。没填的就是未知，不当作零。"""
    from zgc_desktop.domain.areas import to_area
    from zgc_desktop.domain.review.projects import Project
    from zgc_desktop.services.projects import apply_for

    project = Project(
        "", name, park, needed_day(on, "申报日期"), code, cluster, industry, _fen(fixed), _fen(total),
        None if area is None else to_area(area, "公顷"), _fen(output), people, _hundredths(research), energy, environment,
        major, plot, source,
    )  # fmt: skip
    said(apply_for(context(workspace), project), as_json)


@project_app.command("list")
def list_(workspace: Workspace = None, as_json: AsJson = False) -> None:
    """项目一览：状态、轮次、未销号条件、未达承诺。"""
    from zgc_desktop.services.projects import project_files

    files = project_files(context(workspace))
    rows = [(f.project.number, f.project.name, f.project.park, f.state, f.round, _open(f), _missed(f)) for f in files]
    keys = ("number", "name", "park", "state", "round", "open_conditions", "missed_promises")
    titles = ("编号", "项目", "分园", "状态", "轮次", "未销号条件", "未达承诺")
    show([dict(zip(keys, row, strict=True)) for row in rows], as_json, lambda c: table(c, titles, rows))


def _open(file: ProjectFile) -> int:
    return sum(1 for c in file.conditions if c.done_on is None)


def _missed(file: ProjectFile) -> int:
    return sum(1 for p in file.promises if p.state == "未达到")


@project_app.command("show")
def show_(number: Number, workspace: Workspace = None, as_json: AsJson = False) -> None:
    """一个项目的全部经过。"""
    from zgc_desktop.services.projects import opinions_of, project_file

    ctx = context(workspace)
    file = project_file(ctx, number)
    standing = opinions_of(ctx, file)
    data = {
        "number": file.project.number,
        "state": file.state,
        "steps": [{"state": s.state, "on": str(s.on), "paper": s.paper, "reason": s.reason} for s in file.steps],
        "opinions": [{"body": s.body, "due": str(s.due), "answer": s.answer, "text": s.text} for s in standing],
        "meetings": [{"on": str(m.on), "body": m.body, "decision": m.decision, "minutes": m.minutes} for m in file.meetings],
        "conditions": [
            {"id": c.id, "text": c.text, "owner": c.owner, "before": c.before, "done_on": str(c.done_on or "")}
            for c in file.conditions
        ],
        "promises": [{"id": p.id, "measure": p.measure, "promised": p.promised, "state": p.state} for p in file.promises],
        "grants": [{"fund": g.fund, "fen": g.amount} for g in file.grants],
    }

    def words(console: Console) -> None:
        console.print(f"{file.label}（{file.project.park}）现为 {file.state}，第 {file.round} 轮")
        for step in file.steps:
            console.print(f"  {step.on} {step.state} {step.paper} {step.reason}".rstrip())
        for s in standing:
            console.print(f"  意见 {s.body}：{s.answer} {s.text}（{s.due} 前）")
        for c in file.conditions:
            done = f"已于 {c.done_on} 销号：{c.evidence}" if c.done_on else "未销号"
            console.print(f"  条件 {c.id} {c.text}（{c.owner}，{c.before}前）：{done}")
        for p in file.promises:
            console.print(f"  承诺 {p.id} {p.measure} {Decimal(p.promised) / 100}{p.unit}（{p.due} 前）：{p.state}")

    show(data, as_json, words)


@project_app.command()
def advance(
    number: Number,
    state: Annotated[str, typer.Argument(help="进入的状态，如 形式审查、并联意见、会审、签约、开工、投产、达产考核")],
    on: On,
    paper: Annotated[str, typer.Option("--paper", help="文书")] = "",
    reason: Annotated[str, typer.Option("--reason", help="补正、撤回、整改、退出的理由")] = "",
    workspace: Workspace = None,
    as_json: AsJson = False,
) -> None:
    """把项目推进到下一状态；不能跳过。"""
    from zgc_desktop.services import projects

    said(projects.advance(context(workspace), number, state, needed_day(on, "日期"), paper=paper, reason=reason), as_json)


@project_app.command()
def ask(
    number: Number,
    body: Annotated[list[str], typer.Option("--body", help="征求意见的部门，可重复")],
    on: On,
    due: Annotated[str, typer.Option("--due", help="反馈期限")],
    workspace: Workspace = None,
    as_json: AsJson = False,
) -> None:
    """并联征求部门意见。"""
    from zgc_desktop.services import projects

    said(projects.ask(context(workspace), number, body, needed_day(on, "日期"), needed_day(due, "反馈期限")), as_json)


@project_app.command()
def opinion(
    number: Number,
    body: Body,
    on: On,
    answer: Annotated[str, typer.Option("--answer", help="同意、有条件同意、不同意、回避")],
    text: Annotated[str, typer.Option("--text", help="内容或理由")] = "",
    workspace: Workspace = None,
    as_json: AsJson = False,
) -> None:
    """登记部门反馈；再次反馈记为新版本，逾期的拒收并留痕为无意见。"""
    from zgc_desktop.services.projects import give_opinion

    said(give_opinion(context(workspace), number, body, needed_day(on, "日期"), answer, text), as_json)


@project_app.command()
def decide(
    number: Number,
    body: Body,
    on: On,
    present: Annotated[list[str], typer.Option("--present", help="到会成员，可重复")],
    decision: Annotated[str, typer.Option("--decision", help="通过、有条件通过、补正、不通过")],
    votes_for: Annotated[int, typer.Option("--for", help="赞成票")],
    votes_against: Annotated[int, typer.Option("--against", help="反对票")] = 0,
    recused: Annotated[list[str] | None, typer.Option("--recused", help="回避成员，可重复")] = None,
    minutes: Annotated[str, typer.Option("--minutes", help="会议记录")] = "",
    condition: Annotated[list[str] | None, typer.Option("--condition", help="条件：内容|责任单位|环节[|期限]，可重复")] = None,
    workspace: Workspace = None,
    as_json: AsJson = False,
) -> None:
    """登记会审：到会、回避、表决、结论和附条件；到会人数不足的不能作出决定。"""
    from zgc_desktop.services.projects import MeetingHeld
    from zgc_desktop.services.projects import decide as service

    conditions = tuple(_condition(text) for text in condition or ())
    day, absent = needed_day(on, "会审日期"), tuple(recused or ())
    held = MeetingHeld(body, day, tuple(present), votes_for, votes_against, decision, minutes, absent, conditions)
    said(service(context(workspace), number, held), as_json)


def _condition(text: str) -> Condition:
    parts = [part.strip() for part in text.split("|")]
    if len(parts) not in (3, 4):
        raise Refused(f"条件“{text}”写法不对", advice="写成 内容|责任单位|环节，需要期限时再加 |2026-12-31")
    return Condition(parts[0], parts[1], parts[2], day_of(parts[3]) if len(parts) == 4 else None)


@project_app.command()
def strike(
    number: Number,
    condition: Annotated[int, typer.Argument(help="条件编号")],
    on: On,
    evidence: Annotated[str, typer.Option("--evidence", help="证明材料")],
    workspace: Workspace = None,
    as_json: AsJson = False,
) -> None:
    """条件销号。"""
    from zgc_desktop.services.projects import strike_off

    said(strike_off(context(workspace), number, condition, needed_day(on, "日期"), evidence), as_json)


@project_app.command()
def promise(
    number: Number,
    measure: Annotated[str, typer.Option("--measure", help="指标")],
    value: Annotated[str, typer.Option("--value", help="承诺值，至多两位小数")],
    due: Annotated[str, typer.Option("--due", help="期限")],
    unit: Annotated[str, typer.Option("--unit", help="单位")] = "万元",
    workspace: Workspace = None,
    as_json: AsJson = False,
) -> None:
    """登记履约承诺。"""
    from zgc_desktop.domain.review.commitments import Promise
    from zgc_desktop.services import projects

    promised = Promise(measure, unit, _hundredths(value) or 0, needed_day(due, "期限"))
    said(projects.promise(context(workspace), number, promised), as_json)


@project_app.command()
def found(
    number: Number,
    promised: Annotated[int, typer.Argument(help="承诺编号")],
    value: Annotated[str, typer.Option("--value", help="核实值")],
    on: On,
    source: Annotated[str, typer.Option("--source", help="来源")],
    workspace: Workspace = None,
    as_json: AsJson = False,
) -> None:
    """登记承诺的考核值。"""
    from zgc_desktop.services import projects

    said(projects.found(context(workspace), number, promised, _hundredths(value) or 0, needed_day(on, "日期"), source), as_json)


@project_app.command()
def fund(
    name: Annotated[str, typer.Argument(help="资金名称")],
    limit: Annotated[str, typer.Option("--limit", help="限额，万元")],
    years: Annotated[str, typer.Option("--years", help="起止年度，如 2026-2030")],
    source: Annotated[str, typer.Option("--source", help="依据")],
    workspace: Workspace = None,
    as_json: AsJson = False,
) -> None:
    """登记支持资金及其限额。"""
    from zgc_desktop.domain.review.commitments import Fund
    from zgc_desktop.services.projects import register_fund

    first, _, last = years.partition("-")
    if not (first.strip().isdigit() and last.strip().isdigit()):
        raise Refused(f"“{years}”不是起止年度", advice="如 2026-2030")
    said(register_fund(context(workspace), Fund(name, _fen(limit) or 0, int(first), int(last), source)), as_json)


@project_app.command()
def grant(
    number: Number,
    fund_name: Annotated[str, typer.Option("--fund", help="资金名称")],
    amount: Annotated[str, typer.Option("--amount", help="金额，万元")],
    on: On,
    paper: Annotated[str, typer.Option("--paper", help="批复")] = "",
    workspace: Workspace = None,
    as_json: AsJson = False,
) -> None:
    """登记对项目的支持；超出资金余额的拒收。"""
    from zgc_desktop.services import projects

    said(projects.grant(context(workspace), number, fund_name, _fen(amount) or 0, needed_day(on, "日期"), paper), as_json)


@project_app.command()
def funds(workspace: Workspace = None, as_json: AsJson = False) -> None:
    """资金限额与已用。"""
    from zgc_desktop.domain.money import wan
    from zgc_desktop.services.projects import funds_in_use

    known = funds_in_use(context(workspace))
    data = [{"name": f.name, "limit_fen": f.limit, "used_fen": given} for f, given in known]
    rows = [
        (f.name, f"{f.from_year}—{f.to_year}", wan(f.limit), wan(given), wan(f.limit - given), f.source) for f, given in known
    ]
    show(data, as_json, lambda c: table(c, ("资金", "年度", "限额(万元)", "已用", "余额", "依据"), rows))
