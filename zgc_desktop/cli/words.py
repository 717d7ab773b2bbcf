"""Commands about the words of the month's report: list, edit, reset."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.console import Console

from zgc_desktop.cli.output import AsJson, MonthText, Workspace, context, month_of, show

words_app = typer.Typer(help="月报文字", no_args_is_help=True)

Section = Annotated[str, typer.Option("--section", help="哪一节，如 brief；用 zgc words list 查看")]
Place = Annotated[int, typer.Option("--sentence", help="这一节的第几句，从 1 数")]


@words_app.command("list")
def list_words(month: MonthText, workspace: Workspace = None, as_json: AsJson = False) -> None:
    """逐句列出月报文字：自动生成的、人工改写的，改写的句子里数已变的标出。"""
    from zgc_desktop.domain.monthly_edits import SECTIONS
    from zgc_desktop.services.words import listed

    items = listed(context(workspace), month_of(month))
    data = [
        {
            "section": i.section,
            "sentence": i.place,
            "text": i.text,
            "generated": i.generated,
            "edited": i.edited,
            "stale": [{"number": a, "now": b} for a, b in i.stale],
        }
        for i in items
    ]

    def words(console: Console) -> None:
        for i in items:
            mark = "（改写）" if i.edited else ""
            console.print(f"{i.section} {SECTIONS[i.section]} {i.place}{mark} {i.text}")
            for a, b in i.stale:
                console.print(f"    数已变：{a} 现为 {b}")

    show({"month": month, "sentences": data}, as_json, words)
    if any(i.stale for i in items):
        raise typer.Exit(1)


@words_app.command()
def edit(
    month: MonthText,
    section: Section,
    sentence: Place,
    text: Annotated[str, typer.Option("--text", help="改写成什么")],
    workspace: Workspace = None,
) -> None:
    """改写一句：重算后保留，句中的数变了会标出。"""
    from zgc_desktop.services.words import edit as service

    done = service(context(workspace), month_of(month), section, sentence, text)
    typer.echo(done.sentence if done else "没有变化")


@words_app.command()
def reset(month: MonthText, section: Section, sentence: Place, workspace: Workspace = None) -> None:
    """恢复自动生成的句子。"""
    from zgc_desktop.services.words import reset as service

    done = service(context(workspace), month_of(month), section, sentence)
    typer.echo(done.sentence if done else "这一句没有改写过")
