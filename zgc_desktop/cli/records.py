"""Commands about registers, bodies that meet, resolutions, tasks, assessments, exits and plan targets."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.console import Console

from zgc_desktop.cli.output import AsJson, MonthText, Workspace, context, day_of, month_of, said, show, table
from zgc_desktop.cli.projects import needed_day
from zgc_desktop.domain.errors import Refused

register_app = typer.Typer(help="登记簿", no_args_is_help=True)
body_app = typer.Typer(help="议事机构与决议", no_args_is_help=True)
task_app = typer.Typer(help="任务与落实", no_args_is_help=True)
Source = Annotated[str, typer.Option("--source", help="来源或依据")]
Reason = Annotated[str, typer.Option("--reason", help="理由")]
On = Annotated[str, typer.Option("--on", help="日期")]


@register_app.command("list")
def list_registers(
    name: Annotated[str, typer.Argument(help="登记簿；不写则列出全部种类")] = "",
    workspace: Workspace = None,
    as_json: AsJson = False,
) -> None:
    """登记簿的种类，或一本登记簿今天的内容。"""
    from zgc_desktop.domain.registers import kind_named
    from zgc_desktop.services.registers import registers

    views = registers(context(workspace))
    if name:
        kind = kind_named([v.kind for v in views], name)
        entries = next(v.entries for v in views if v.kind is kind)
        data: list[dict[str, object]] = [
            {"id": e.id, "subject": e.subject, "from": str(e.from_day), "values": dict(e.values), "source": e.source}
            for e in entries
        ]
        titles = ("编号", kind.subject, "自", "至", *(f.title for f in kind.fields), "来源")
        rows: list[tuple[object, ...]] = [
            (e.id, e.subject, e.from_day, e.to_day or "", *(e.value(f.key) for f in kind.fields), e.source) for e in entries
        ]
        show(data, as_json, lambda c: table(c, titles, rows))
        return
    kinds = [
        {
            "key": v.kind.key,
            "title": v.kind.title,
            "subject": v.kind.subject,
            "entries": len(v.entries),
            "section": v.kind.section,
        }
        for v in views
    ]
    lines = [
        (v.kind.title, v.kind.subject, len(v.entries), "、".join(f.title for f in v.kind.fields), v.kind.section) for v in views
    ]
    show(kinds, as_json, lambda c: table(c, ("登记簿", "对象", "在册", "字段", "相关章节"), lines))


@register_app.command("add")
def add_entry(
    name: Annotated[str, typer.Argument(help="登记簿")],
    start: Annotated[str, typer.Option("--from", help="起始日")],
    source: Source,
    subject: Annotated[str, typer.Option("--subject", help="对象：企业、组团、分园、地块或项目")] = "",
    value: Annotated[list[str] | None, typer.Option("--set", help="字段=值，可重复")] = None,
    end: Annotated[str, typer.Option("--to", help="截止日")] = "",
    workspace: Workspace = None,
    as_json: AsJson = False,
) -> None:
    """登记一条。"""
    from zgc_desktop.services.registers import register

    first = needed_day(start, "起始日")
    said(
        register(context(workspace), name, subject, _values(value), source=source, from_day=first, to_day=day_of(end)), as_json
    )


def _values(pairs: list[str] | None) -> dict[str, str]:
    values: dict[str, str] = {}
    for pair in pairs or ():
        field, found, text = pair.partition("=")
        if not found:
            raise Refused(f"“{pair}”写法不对", advice="写成 --set 字段=值")
        values[field.strip()] = text
    return values


@register_app.command("correct")
def correct_entry(
    number: Annotated[int, typer.Argument(help="编号（见 zgc register list 登记簿）")],
    source: Source,
    value: Annotated[list[str] | None, typer.Option("--set", help="字段=值，可重复；不写的照旧，值留空即删去")] = None,
    subject: Annotated[str, typer.Option("--subject", help="对象；不写照旧")] = "",
    start: Annotated[str, typer.Option("--from", help="起始日；不写照旧")] = "",
    end: Annotated[str, typer.Option("--to", help="截止日；不写照旧")] = "",
    workspace: Workspace = None,
    as_json: AsJson = False,
) -> None:
    """更正一条登记：旧的一条保留并撤回，新的一条接上，一步完成。"""
    from zgc_desktop.services.registers import correct, entry_of

    ctx = context(workspace)
    old, titles = entry_of(ctx, number)
    values = {titles[key]: text for key, text in old.values} | _values(value)
    day = needed_day(start, "起始日") if start else old.from_day
    last = day_of(end) or old.to_day
    said(correct(ctx, number, subject or old.subject, values, source=source, from_day=day, to_day=last), as_json)


@register_app.command("take-back")
def take_back_entry(
    number: Annotated[int, typer.Argument(help="编号")], reason: Reason, workspace: Workspace = None, as_json: AsJson = False
) -> None:
    """撤回一条登记；记录保留。"""
    from zgc_desktop.services.registers import take_back

    said(take_back(context(workspace), number, reason), as_json)


@body_app.command("add")
def add_body(
    name: Annotated[str, typer.Argument(help="机构名称")],
    source: Source,
    quorum: Annotated[int | None, typer.Option("--quorum", help="到会几人方为有效；没有规定则不写")] = None,
    workspace: Workspace = None,
    as_json: AsJson = False,
) -> None:
    """登记议事机构。"""
    from zgc_desktop.services import meetings

    said(meetings.add_body(context(workspace), name, quorum, source), as_json)


@body_app.command()
def member(
    body: Annotated[str, typer.Argument(help="机构")],
    name: Annotated[str, typer.Argument(help="成员")],
    start: Annotated[str, typer.Option("--from", help="任期起始")],
    kind: Annotated[str, typer.Option("--kind", help="成员单位、分园、高校院所、科技企业、服务机构、顾问委员会")] = "成员单位",
    end: Annotated[str, typer.Option("--to", help="任期截止")] = "",
    workspace: Workspace = None,
    as_json: AsJson = False,
) -> None:
    """登记成员及任期。"""
    from zgc_desktop.domain.coordination import Member
    from zgc_desktop.services import meetings

    seat = Member(body, name, kind, needed_day(start, "任期起始"), day_of(end))
    said(meetings.add_member(context(workspace), seat), as_json)


@body_app.command("list")
def list_bodies(workspace: Workspace = None, as_json: AsJson = False) -> None:
    """议事机构、成员和决议。"""
    from zgc_desktop.services.meetings import bodies, resolutions

    ctx = context(workspace)
    known, decided = bodies(ctx), resolutions(ctx)
    today = ctx.today()
    data = {
        "bodies": [{"name": b.name, "quorum": b.quorum, "members": list(b.sitting(today))} for b in known],
        "resolutions": [{"body": r.body, "on": str(r.on), "question": r.question, "outcome": r.outcome} for r in decided],
    }

    def words(console: Console) -> None:
        rows = [(b.name, b.quorum or "未定", "、".join(b.sitting(today)), b.source) for b in known]
        table(console, ("机构", "有效到会", "成员", "依据"), rows)
        lines = [(r.on, r.body, r.subject, r.question, r.outcome, r.text) for r in decided]
        table(console, ("日期", "机构", "编号", "议题", "结论", "内容"), lines)

    show(data, as_json, words)


@body_app.command()
def resolve(
    body: Annotated[str, typer.Argument(help="机构")],
    on: On,
    matter: Annotated[str, typer.Option("--matter", help="案件、项目、对账差异、考核建议、其他")],
    question: Annotated[str, typer.Option("--question", help="议题")],
    outcome: Annotated[str, typer.Option("--outcome", help="议定、暂缓、转办、不议")],
    text: Annotated[str, typer.Option("--text", help="议定内容")],
    present: Annotated[list[str], typer.Option("--present", help="到会成员，可重复")],
    subject: Annotated[str, typer.Option("--subject", help="案件号、项目号")] = "",
    to_do: Annotated[list[str] | None, typer.Option("--task", help="任务：事项|责任单位[|期限]，可重复")] = None,
    workspace: Workspace = None,
    as_json: AsJson = False,
) -> None:
    """登记一项决议和由此产生的任务；到会人数不足的不能作出决定。"""
    from zgc_desktop.domain.coordination import Resolution, Task
    from zgc_desktop.services import meetings

    day = needed_day(on, "日期")
    tasks = []
    for line in to_do or ():
        parts = [part.strip() for part in line.split("|")]
        if len(parts) not in (2, 3):
            raise Refused(f"任务“{line}”写法不对", advice="写成 事项|责任单位，需要期限时再加 |2026-12-31")
        tasks.append(Task(parts[0], parts[1], day_of(parts[2]) if len(parts) == 3 else None, ""))
    resolution = Resolution(body, day, matter, subject, question, outcome, text)
    said(meetings.resolve(context(workspace), resolution, present, tasks), as_json)


@task_app.command("list")
def list_tasks(workspace: Workspace = None, as_json: AsJson = False) -> None:
    """任务与红黄绿：未办的按期限，其后已办。"""
    from zgc_desktop.services.meetings import tasks

    ctx = context(workspace)
    found, today = tasks(ctx), ctx.today()
    data = [
        {
            "id": t.id,
            "text": t.text,
            "owner": t.owner,
            "due": str(t.due or ""),
            "light": t.light(today),
            "state": t.sentence(today),
        }
        for t in found
    ]
    rows = [(t.id, t.light(today), t.text, t.owner, t.due or "未定", t.sentence(today), t.origin) for t in found]
    show(data, as_json, lambda c: table(c, ("编号", "灯", "事项", "责任单位", "期限", "落实情况", "来源"), rows))


@task_app.command("add")
def add_task(
    text: Annotated[str, typer.Argument(help="事项")],
    owner: Annotated[str, typer.Option("--owner", help="责任单位")],
    origin: Annotated[str, typer.Option("--origin", help="来源：规划条款、月报、会议")],
    due: Annotated[str, typer.Option("--due", help="期限")] = "",
    workspace: Workspace = None,
    as_json: AsJson = False,
) -> None:
    """登记任务。"""
    from zgc_desktop.domain.coordination import Task
    from zgc_desktop.services import meetings

    said(meetings.add_task(context(workspace), Task(text, owner, day_of(due), origin)), as_json)


@task_app.command()
def done(
    number: Annotated[int, typer.Argument(help="任务编号")],
    on: On,
    result: Annotated[str, typer.Option("--result", help="落实情况")],
    workspace: Workspace = None,
    as_json: AsJson = False,
) -> None:
    """任务办结。"""
    from zgc_desktop.services.meetings import finish_task

    said(finish_task(context(workspace), number, needed_day(on, "办结日期"), result), as_json)


def targets(month: MonthText, workspace: Workspace = None, as_json: AsJson = False) -> None:
    """规划目标：可测、推算、不可量化，现值与进度。"""
    from zgc_desktop.domain.percent import percent
    from zgc_desktop.services.plan import plan_progress

    found = plan_progress(context(workspace), month_of(month))
    data = [
        {
            "key": p.target.key,
            "title": p.target.title,
            "year": p.target.year,
            "kind": p.target.kind,
            "state": p.sentence,
            "share": None if p.share is None else str(p.share),
            "cited": p.target.citation.short,
            "evidence": list(p.evidence),
        }
        for p in found
    ]

    def words(console: Console) -> None:
        rows = [
            (
                p.target.year,
                p.target.title,
                p.target.kind,
                p.sentence,
                None if p.share is None else percent(p.share),
                p.target.citation.clause,
            )
            for p in found
        ]
        table(console, ("目标年", "目标", "性质", "现状", "进度", "出处"), rows)

    show(data, as_json, words)
