"""Commands about what leaves the office: the demo, the month's report, the check of the workspace."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from zgc_desktop import bootstrap
from zgc_desktop.cli.output import AsJson, MonthText, Workspace, context, month_of, progress, show


def demo(
    out: Annotated[Path, typer.Option("--out", help="演示文件写到哪个文件夹")],
    as_json: AsJson = False,
) -> None:
    """用虚构企业走完一个月：报送、比对、迁移、分享、梯队、组团、月报。"""
    from zgc_desktop.services.demo import build

    made = build(out, lambda folder, clock: bootstrap.open_workspace(folder, who="演示", clock=clock), progress=progress)
    data = {"pdf": str(made.pdf), "xlsx": str(made.xlsx), "workspace": str(made.workspace)}
    show(data, as_json, lambda c: c.print(f"月报 PDF：{made.pdf}\n月报 Excel：{made.xlsx}\n工作区：{made.workspace}"))


def report(
    month: MonthText,
    out: Annotated[Path, typer.Option("--out", help="写到哪个文件夹")],
    workspace: Workspace = None,
    as_json: AsJson = False,
) -> None:
    """输出一个月的月报：PDF 与 Excel，同一份数据。"""
    from zgc_desktop.services.publish import report as service

    written = service(context(workspace), month_of(month), out, progress=progress)
    data = {"pdf": str(written.pdf), "xlsx": str(written.xlsx), "fingerprint": written.fingerprint}

    def words(console: Console) -> None:
        note = written.document.scope_note
        text = f"PDF：{written.pdf}\nExcel：{written.xlsx}\n指纹：{written.fingerprint}" + (f"\n合计{note}" if note else "")
        console.print(text)

    show(data, as_json, words)


def check(workspace: Workspace = None, as_json: AsJson = False) -> None:
    """检查工作区：数据库、操作记录、归属线、存档原件。"""
    from zgc_desktop.services.workspace import check as service

    ctx = context(workspace)
    found = service(ctx)
    data = {
        "workspace": str(ctx.paths.root),
        "ok": not found.problems,
        "problems": list(found.problems),
        "submissions": found.submissions,
        "originals": found.originals,
    }
    said = "\n".join(found.problems) or f"完好：{found.submissions} 份报送，{found.originals} 份原件。"
    show(data, as_json, lambda c: c.print(said))
    if found.problems:
        raise typer.Exit(1)
