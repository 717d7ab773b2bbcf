"""Commands about intake: mapping columns, the check catalogue, who has sent what, reminders, receipts, identity."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from zgc_desktop.cli import expected
from zgc_desktop.cli.checks import checks_app
from zgc_desktop.cli.identity import identity_app
from zgc_desktop.cli.output import AsJson, MonthText, Workspace, context, month_of, show
from zgc_desktop.cli.submissions import file_json
from zgc_desktop.domain.errors import Refused
from zgc_desktop.domain.mappings import Answers
from zgc_desktop.domain.questions import Question
from zgc_desktop.domain.submissions import FileState


def _pairs(told: list[str] | None, option: str) -> dict[str, str]:
    pairs = {}
    for text in told or ():
        heading, equals, value = text.rpartition("=")
        if not equals or not heading or not value:
            raise Refused(f"“{text}”不是对应关系", where=option, advice=f'请写成 {option} "列名=值" 的样式')
        pairs[heading] = value
    return pairs


def map_columns(
    path: Annotated[Path, typer.Argument(help="要确认的文件")],
    park: Annotated[str, typer.Option("--park", help="这是哪个分园的文件")] = "",
    month: Annotated[str, typer.Option("--month", help="这是哪个月的文件，如 2026-10")] = "",
    column: Annotated[list[str] | None, typer.Option("--column", help='列的对应，如 "本月收入=revenue_fen"')] = None,
    unit: Annotated[list[str] | None, typer.Option("--unit", help='金额列的单位，如 "本月收入=千元"')] = None,
    ignore: Annotated[list[str] | None, typer.Option("--ignore", help="不导入的列")] = None,
    workspace: Workspace = None,
    as_json: AsJson = False,
) -> None:
    """列映射：不带答案时列出要确认的内容；带答案时记住并接收该文件。"""
    from zgc_desktop.services import map_columns as service

    ctx = context(workspace)
    columns = _pairs(column, "--column") | dict.fromkeys(ignore or (), "")
    answers = Answers(park, month, columns, _pairs(unit, "--unit"))
    if not (park or month or columns or answers.units):
        asked = service.questions(ctx, path)
        data = {
            "file": asked.file,
            "park": asked.park,
            "month": asked.month,
            "questions": [question_json(q) for q in asked.questions],
            "columns": [
                {"sheet": c.sheet, "letter": c.letter, "heading": c.heading, "field": c.field, "how": c.how,
                 "score": c.score, "unit": c.unit}
                for c in asked.columns
            ],
            "other_faults": list(asked.other_faults),
        }  # fmt: skip
        show(data, as_json, lambda c: _question_words(c, asked.questions, asked.other_faults))
        if asked.questions or asked.other_faults:
            raise typer.Exit(1)
        return
    line = service.answer(ctx, path, answers)
    show({"file": file_json(line)}, as_json, lambda c: _answered_words(c, line.state, line.questions, line.version))
    if line.state is not FileState.REGISTERED:
        raise typer.Exit(1)


def question_json(q: Question) -> dict[str, object]:
    """A question as facts."""
    return {
        "kind": q.kind,
        "text": q.text,
        "sheet": q.sheet,
        "cell": q.cell,
        "heading": q.heading,
        "suggestion": q.suggestion,
        "score": q.score,
        "how": q.how,
        "choices": [{"value": v, "label": label} for v, label in q.choices],
        "examples": list(q.examples),
    }


def _question_words(console: Console, asked: tuple[Question, ...], faults: tuple[str, ...] = ()) -> None:
    for q in asked:
        place = f"{q.sheet}!{q.cell} " if q.cell else ""
        console.print(f"待确认 {place}{q.text}" + (f"  例：{'、'.join(q.examples)}" if q.examples else ""))
        console.print("  可答：" + "、".join(f"{label}（{value}）" if value else label for value, label in q.choices[:8]))
    for fault in faults:
        console.print(f"须由园方改：{fault}")
    if not asked and not faults:
        console.print("没有要确认的内容，可以直接接收")


def _answered_words(console: Console, state: FileState, left: tuple[Question, ...], version: int | None) -> None:
    if state is FileState.REGISTERED:
        console.print(f"已记住，并登记为第{version}版")
    elif state is FileState.DUPLICATE:
        console.print("已记住；该文件此前已登记")
    else:
        console.print("已记住，仍有内容待确认：")
        _question_words(console, left)


def receipt(
    month: MonthText,
    out: Annotated[Path, typer.Option("--out", help="写到哪个文件夹")],
    park: Annotated[str, typer.Option("--park", help="只要一个分园的；不写即全部")] = "",
    version: Annotated[int | None, typer.Option("--version", help="第几版；不写即最新一版")] = None,
    workspace: Workspace = None,
    as_json: AsJson = False,
) -> None:
    """回执：每份报送一份 JSON 与一页 PDF，写明编号、校验值、各表行数、状态与尚待内容。"""
    from zgc_desktop.services.receipt import write

    files = write(context(workspace), month_of(month), out, park, version=version)
    show({"files": [str(f) for f in files]}, as_json, lambda c: c.print("\n".join(str(f) for f in files)))


def add_to(app: typer.Typer) -> None:
    """Register these commands."""
    app.command("map")(map_columns)
    app.command("receipt")(receipt)
    app.add_typer(checks_app, name="checks")
    app.add_typer(identity_app, name="identity")
    for command in (expected.expected, expected.remind, expected.declare):
        app.command()(command)
