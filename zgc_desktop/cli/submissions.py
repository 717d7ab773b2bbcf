"""Commands about submissions: receive, accept."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console

from zgc_desktop.cli.output import AsJson, MonthText, Workspace, context, month_of, progress, show, table
from zgc_desktop.domain.errors import Refused
from zgc_desktop.domain.issues import Severity
from zgc_desktop.domain.money import wan
from zgc_desktop.domain.submissions import FileState, ReceivedFile


def receive(
    paths: Annotated[list[Path], typer.Argument(help="文件或文件夹")],
    month: Annotated[str | None, typer.Option("--month", help="要求的月份；与文件不符即拒收")] = None,
    reason: Annotated[str, typer.Option("--reason", help="迟报或更正的理由")] = "",
    workspace: Workspace = None,
    as_json: AsJson = False,
) -> None:
    """接收分园报送：识别、校验、登记为新版本。"""
    from zgc_desktop.services.receive import receive as service

    wanted = month_of(month) if month else None
    received = service(context(workspace), paths, month=wanted, reason=reason, progress=progress)
    if not received:
        raise Refused(
            "没有找到可接收的文件", where="、".join(map(str, paths)), advice="支持 xlsx、xlsm、xlsb、xls、ods、csv、tsv"
        )
    show({"files": [file_json(f) for f in received]}, as_json, lambda c: _received_words(c, received))
    unwell = any(f.state in (FileState.UNREADABLE, FileState.NEEDS_MAPPING) for f in received)
    if unwell or any(i.severity is Severity.ERROR for f in received for i in f.issues):
        raise typer.Exit(1)


def file_json(f: ReceivedFile) -> dict[str, Any]:
    """A received file as facts."""
    return {
        "file": f.file,
        "park": f.park,
        "month": f.month,
        "version": f.version,
        "state": f.state.value,
        "companies": f.companies,
        "tax_fen": f.tax_fen,
        "revenue_fen": f.revenue_fen,
        "added": f.added,
        "changed": f.changed,
        "vanished": f.vanished,
        "park_decided_by": f.park_decided_by,
        "month_decided_by": f.month_decided_by,
        "questions": [{"kind": q.kind, "heading": q.heading, "text": q.text} for q in f.questions],
        "issues": [
            {
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
            }
            for i in f.issues
        ],
    }


def _received_words(console: Console, received: tuple[ReceivedFile, ...]) -> None:
    words = {"registered": "已登记", "needs_mapping": "需确认", "unreadable": "无法读取", "duplicate": "内容相同"}
    rows: list[tuple[object, ...]] = []
    for f in received:
        errors = sum(1 for i in f.issues if i.severity is Severity.ERROR)
        warnings = sum(1 for i in f.issues if i.severity is Severity.WARNING)
        version = f"第{f.version}版" if f.version else None
        tax = wan(f.tax_fen) if f.tax_fen is not None else "未报"
        rows.append((f.file, f.park, f.month, version, words[f.state.value], f.companies, tax, errors, warnings))
    table(console, ("文件", "分园", "月份", "版本", "状态", "企业", "税收（万元）", "错误", "警告"), rows)
    for f in received:
        for i in f.issues:
            if i.severity is not Severity.NOTICE:
                console.print(f"{i.severity.word} {f.file} {i.place} {i.company} {i.message}")
        if f.questions:
            console.print(f"请用 zgc map {f.file} 确认 {len(f.questions)} 项；确认一次即记住")


def accept(
    month: MonthText,
    park: Annotated[list[str] | None, typer.Option("--park", help="分园，可重复；不写即全部")] = None,
    despite_errors: Annotated[str, typer.Option("--despite-errors", help="带问题接收的理由")] = "",
    workspace: Workspace = None,
    as_json: AsJson = False,
) -> None:
    """接受并入库：有未处理错误的分园留下，并说明为什么。"""
    from zgc_desktop.services.accept import accept as service

    result = service(context(workspace), month_of(month), park or (), despite_errors=despite_errors)
    data = {
        "accepted": list(result.accepted),
        "unchanged": list(result.unchanged),
        "held": [{"park": p, "why": why} for p, why in result.held],
    }

    def words(console: Console) -> None:
        console.print(f"接受 {len(result.accepted)} 园：{'、'.join(result.accepted) or '无'}")
        for p, why in result.held:
            console.print(f"未接受 {p}：{why}")

    show(data, as_json, words)
    if result.held:
        raise typer.Exit(1)


def void(
    month: MonthText,
    park: Annotated[str, typer.Option("--park", help="哪个分园")],
    reason: Annotated[str, typer.Option("--reason", help="作废的理由，如 误发")],
    workspace: Workspace = None,
    as_json: AsJson = False,
) -> None:
    """作废版本：一园最新一版已登记、未入库的报送不再计入；原件留存，可撤销。"""
    from zgc_desktop.services.void_version import void as service

    change = service(context(workspace), month_of(month), park, reason)
    show({"said": change.sentence}, as_json, lambda c: c.print(change.sentence))
