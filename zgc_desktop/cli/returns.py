"""Commands about issues and returns: issues, decide, return, returns, compare."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console

from zgc_desktop.cli.output import AsJson, MonthText, Workspace, context, month_of, show, table
from zgc_desktop.domain.changes import ChangeSummary
from zgc_desktop.domain.comparison import Compared, Verdict
from zgc_desktop.domain.decisions import DecidedIssue, DecisionKind, summary
from zgc_desktop.domain.errors import Refused
from zgc_desktop.domain.issues import Severity

Park = Annotated[str, typer.Option("--park", help="分园")]

_KINDS = {
    "return": DecisionKind.RETURNED,
    "accept": DecisionKind.ACCEPTED,
    "ignore": DecisionKind.IGNORED,
    "case": DecisionKind.CASE,
    "reopen": DecisionKind.REOPENED,
}


def issues(month: MonthText, park: Park = "", workspace: Workspace = None, as_json: AsJson = False) -> None:
    """列出一个月的问题与处理情况：编号、位置、问题、判定；有未处理的错误退出码为 1。"""
    from zgc_desktop.services.decide import issues as service

    found = service(context(workspace), month_of(month), park)
    counts = summary(found)
    data = {
        "month": month,
        "open": {"errors": counts.errors, "warnings": counts.warnings, "notices": counts.notices},
        "carried": counts.carried,
        "lapsed": counts.lapsed,
        "issues": [_issue_json(i) for i in found],
    }

    def words(console: Console) -> None:
        rows = [
            (i.id, i.park, i.issue.severity.word, i.issue.code, i.issue.place, i.issue.company, i.issue.message, i.state)
            for i in found
            if i.issue.severity is not Severity.NOTICE or i.decision
        ]
        table(console, ("编号", "分园", "级别", "规则", "位置", "企业", "问题", "处理"), rows)
        console.print(f"未处理：错误 {counts.errors}，警告 {counts.warnings}，提示 {counts.notices}。{counts.sentence}")

    show(data, as_json, words)
    if counts.errors:
        raise typer.Exit(1)


def _issue_json(found: DecidedIssue) -> dict[str, Any]:
    i, d = found.issue, found.decision
    decision = {"kind": d.kind.value, "reason": d.reason, "who": d.who, "at": d.at, "case": d.case_id or None} if d else None
    return {
        "id": found.id,
        "park": found.park,
        "code": i.code,
        "severity": i.severity.value,
        "sheet": i.sheet,
        "cell": i.cell,
        "column": i.column,
        "credit_code": i.credit_code,
        "company": i.company,
        "value": i.value,
        "expected": i.expected,
        "message": i.message,
        "state": found.state,
        "decision": decision,
        "carried": found.carried,
        "lapsed": found.lapsed is not None,
    }


def decide(
    month: MonthText,
    kind: Annotated[str, typer.Option("--as", help="return 退回，accept 接受，ignore 忽略，case 转案件，reopen 撤销")],
    issue: Annotated[list[int] | None, typer.Option("--issue", help="问题编号，可重复；见 zgc issues")] = None,
    rule: Annotated[str, typer.Option("--rule", help="规则编号：该园该规则的全部问题")] = "",
    park: Park = "",
    reason: Annotated[str, typer.Option("--reason", help="理由；接受与忽略必填")] = "",
    to: Annotated[str, typer.Option("--to", help="转案件时迁往的分园")] = "",
    workspace: Workspace = None,
    as_json: AsJson = False,
) -> None:
    """判定问题：退回、接受并写明理由、忽略并记住、转迁移案件，或撤销判定。"""
    from zgc_desktop.services import decide as service

    if kind not in _KINDS:
        raise Refused(f"没有“{kind}”这种判定", advice="可用：" + "、".join(f"{k}（{v.word}）" for k, v in _KINDS.items()))
    ctx, when, chosen = context(workspace), month_of(month), _KINDS[kind]
    if bool(issue) == bool(rule):
        raise Refused("请用 --issue 指明问题，或用 --rule 与 --park 指明一类问题（二者取一）")
    if chosen is DecisionKind.CASE:
        if not issue or len(issue) != 1:
            raise Refused("转为案件须一条一条办理", advice="请用一个 --issue")
        done = service.to_case(ctx, when, issue[0], to, reason)
    elif issue:
        done = service.decide(ctx, when, issue, chosen, reason)
    else:
        if not park:
            raise Refused("按规则判定须指明 --park")
        done = service.decide_rule(ctx, when, park, rule, chosen, reason)
    _show_change(done, as_json)


def _show_change(done: ChangeSummary, as_json: bool) -> None:
    show({"sentence": done.sentence, "journal_seq": done.journal_seq}, as_json, lambda c: c.print(done.sentence))


def send_back(
    month: MonthText,
    park: Park,
    out: Annotated[Path, typer.Option("--out", help="退回件写到哪个文件夹")],
    reason: Annotated[str, typer.Option("--reason", help="退回理由")] = "",
    days: Annotated[int, typer.Option("--days", min=1, max=60, help="答复期限，工作日")] = 5,
    contact: Annotated[str, typer.Option("--contact", help="联系人")] = "",
    workspace: Workspace = None,
    as_json: AsJson = False,
) -> None:
    """退回一个分园的报送：在其原文件上标注问题，写出退回件；退回的数据不计入任何合计。"""
    from zgc_desktop.services import send_back as service

    sent = service.send_back(context(workspace), month_of(month), park, out, reason=reason, days=days, contact=contact)

    def words(console: Console) -> None:
        console.print(sent.change.sentence)
        console.print(f"退回件 {sent.path}")
        if sent.original:
            console.print(f"原件{sent.why_not_patched}，已改在空白模板上标注；原件随附 {sent.original}")

    show(service.as_json(sent), as_json, words)


def returns(month: MonthText, park: Park = "", workspace: Workspace = None, as_json: AsJson = False) -> None:
    """列出一个月的退回：次数、期限、答复用了几个工作日。"""
    from zgc_desktop.services.send_back import rounds

    found = rounds(context(workspace), month_of(month), park)
    data = [
        {
            "park": x.round.park,
            "round": x.round.round,
            "version": x.round.version,
            "items": x.round.items,
            "returned_at": x.round.returned_at.isoformat(),
            "deadline": x.round.deadline.isoformat(),
            "answered_at": x.round.answered_at.isoformat() if x.round.answered_at else None,
            "working_days": x.working_days,
            "overdue": x.overdue,
            "file": x.round.file_name,
            "reason": x.round.reason,
            "who": x.round.who,
        }
        for x in found
    ]

    def words(console: Console) -> None:
        rows = [
            (x.round.park, f"第{x.round.round}次", f"第{x.round.version}版", x.round.items, x.round.deadline,
             "未答复" if x.working_days is None else f"{x.working_days} 个工作日", "逾期" if x.overdue else "")
            for x in found
        ]  # fmt: skip
        table(console, ("分园", "次数", "版本", "项数", "期限", "答复", ""), rows)

    show({"month": month, "returns": data}, as_json, words)


def compare(month: MonthText, park: Park, workspace: Workspace = None, as_json: AsJson = False) -> None:
    """重报与上次退回对比：已改、未改、改错、新增、未要求的改动；有未改、改错或新增的退出码为 1。"""
    from zgc_desktop.services.compare import compare as service

    found = service(context(workspace), month_of(month), park)
    counts = found.counts
    data = {
        "park": found.park,
        "month": month,
        "round": found.round.round,
        "version": found.version,
        "counts": {v.value: n for v, n in counts.items()},
        "lines": [_line_json(x) for x in found.lines],
    }

    def words(console: Console) -> None:
        rows = [
            (x.item.number if x.item else None, x.verdict.value, x.place, x.company, x.before, x.now, x.remark)
            for x in found.lines
        ]
        table(console, ("序号", "结论", "单元格", "企业", "上次", "本次", "园方说明"), rows)
        console.print(found.sentence)

    show(data, as_json, words)
    if counts[Verdict.UNCHANGED] or counts[Verdict.WRONG] or counts[Verdict.NEW]:
        raise typer.Exit(1)


def _line_json(x: Compared) -> dict[str, Any]:
    return {
        "number": x.item.number if x.item else None,
        "verdict": x.verdict.value,
        "sheet": x.sheet,
        "cell": x.cell,
        "column": x.column,
        "company": x.company,
        "credit_code": x.credit_code,
        "before": x.before,
        "now": x.now,
        "remark": x.remark,
        "claimed": x.claimed,
    }


def add_to(app: typer.Typer) -> None:
    """Register the commands."""
    for command in (issues, decide, returns, compare):
        app.command()(command)
    app.command("return")(send_back)
