"""Commands about the check catalogue: list, switch, tune, try over past months."""

from __future__ import annotations

from datetime import date
from typing import Annotated

import typer
from rich.console import Console

from zgc_desktop.cli.output import AsJson, Workspace, context, day_of, progress, show, table
from zgc_desktop.domain.check_catalogue import CheckItem, Trial
from zgc_desktop.domain.errors import Refused

checks_app = typer.Typer(help="校验目录：编号、级别、依据、建议，启用停用与试运行。", invoke_without_command=True)
Numbers = Annotated[list[str] | None, typer.Option("--set", help="参数，如 times=10，可重复")]
Reason = Annotated[str, typer.Option("--reason", help="为什么这样改")]
FromDay = Annotated[str | None, typer.Option("--from", help="自哪一天起；不写即今天")]


def numbers_of(told: list[str] | None) -> dict[str, int]:
    """The numbers given as ``key=value``; Refused when a value is none."""
    numbers = {}
    for text in told or ():
        key, _, value = text.partition("=")
        if not key or not value.removeprefix("-").isdecimal():
            raise Refused(f"“{text}”不是参数", where="--set", advice="请写成 times=10 的样式，值为整数")
        numbers[key] = int(value)
    return numbers


@checks_app.callback()
def listed(
    caller: typer.Context,
    day: Annotated[str | None, typer.Option("--day", help="看哪一天的目录；不写即今天")] = None,
    workspace: Workspace = None,
    as_json: AsJson = False,
) -> None:
    """列出校验目录。"""
    if caller.invoked_subcommand:
        return
    from zgc_desktop.services.checks import catalogue

    items = catalogue(context(workspace), day_of(day))
    show({"checks": [item_json(i) for i in items]}, as_json, lambda c: _words(c, items))


def item_json(item: CheckItem) -> dict[str, object]:
    """A check as facts."""
    c = item.check
    return {
        "code": c.code,
        "name": c.name,
        "severity": c.severity.value,
        "sentence": c.sentence,
        "basis": c.basis,
        "advice": c.advice,
        "active": item.active,
        "switchable": item.switchable,
        "from": item.from_day.isoformat() if item.from_day else None,
        "to": item.until.isoformat() if item.until else None,
        "reason": item.reason,
        "parameters": [
            {"key": p.key, "title": p.title, "value": v, "default": p.default, "least": p.least, "most": p.most}
            for p, v in item.numbers
        ],
    }


def _words(console: Console, items: tuple[CheckItem, ...]) -> None:
    def state(item: CheckItem) -> str:
        since = f"自 {item.from_day}" if item.from_day else ""
        return f"{'启用' if item.active else '停用'}{since}" + (f"，至 {item.until} 前" if item.until else "")

    rows = [(i.check.code, i.check.name, i.check.severity.word, i.check.basis, state(i)) for i in items]
    table(console, ("编号", "名称", "级别", "依据", "状态"), rows)


def _decide(code: str, active: bool, reason: str, day: date | None, told: list[str] | None, where: Workspace) -> str:
    from zgc_desktop.services.checks import switch

    return switch(context(where), code, active=active, reason=reason, from_day=day, numbers=numbers_of(told)).sentence


@checks_app.command("on")
def on(
    code: str, reason: Reason, numbers: Numbers = None, from_day: FromDay = None, workspace: Workspace = None,
    as_json: AsJson = False,
) -> None:  # fmt: skip
    """启用一条校验，或改动它的参数。"""
    sentence = _decide(code, True, reason, day_of(from_day), numbers, workspace)
    show({"done": sentence}, as_json, lambda c: c.print(sentence))


@checks_app.command("off")
def off(code: str, reason: Reason, from_day: FromDay = None, workspace: Workspace = None, as_json: AsJson = False) -> None:
    """停用一条校验：自该日起的月份不再运行，接收时会说明。"""
    sentence = _decide(code, False, reason, day_of(from_day), None, workspace)
    show({"done": sentence}, as_json, lambda c: c.print(sentence))


@checks_app.command("try")
def try_out(
    code: str,
    numbers: Numbers = None,
    months: Annotated[int, typer.Option("--months", help="最近几个月")] = 3,
    park: Annotated[str, typer.Option("--park", help="只看一个分园")] = "",
    workspace: Workspace = None,
    as_json: AsJson = False,
) -> None:
    """试运行：改动后的校验在以往各月会提出什么；不写入任何数据。"""
    from zgc_desktop.services.checks import trial

    result = trial(context(workspace), code, numbers=numbers_of(numbers), months=months, park=park, progress=progress)
    data = {
        "code": code,
        "before": result.before,
        "after": result.after,
        "lines": [
            {
                "month": str(x.month),
                "park": x.park,
                "before": x.before,
                "after": x.after,
                "issues": [{"sheet": i.sheet, "cell": i.cell, "company": i.company, "message": i.message} for i in x.issues],
            }
            for x in result.lines
        ],
        "unread": list(result.unread),
    }
    show(data, as_json, lambda c: _trial_words(c, result))


def _trial_words(console: Console, result: Trial) -> None:
    table(console, ("月份", "分园", "当时", "改动后"), [(x.month, x.park, x.before, x.after) for x in result.lines])
    for line in result.lines:
        for issue in line.issues[:5]:
            console.print(f"{line.month} {line.park} {issue.place} {issue.company} {issue.message}")
    for sentence in result.unread:
        console.print(f"原件读不出：{sentence}")
    console.print(f"{result.code}：当时 {result.before} 项，改动后 {result.after} 项；未写入任何数据")
