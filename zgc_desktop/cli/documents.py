"""Commands about what leaves the office: the demo, the month's report, publishing, verifying, codes, the workspace check."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from zgc_desktop import bootstrap
from zgc_desktop.cli.output import AsJson, MonthText, Workspace, context, month_of, progress, show

Fonts = Annotated[str, typer.Option("--fonts", help="公文字体：bundled（随附）或 system（系统）；不写按工作区设置")]


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
    fonts: Fonts = "",
    workspace: Workspace = None,
    as_json: AsJson = False,
) -> None:
    """输出一个月的月报：PDF 与 Excel，同一份数据。"""
    from zgc_desktop.services.publish import report as service

    written = service(context(workspace), month_of(month), out, fonts=fonts, progress=progress)
    data = {"pdf": str(written.pdf), "xlsx": str(written.xlsx), "fingerprint": written.fingerprint}

    def words(console: Console) -> None:
        note = written.document.scope_note
        text = f"PDF：{written.pdf}\nExcel：{written.xlsx}\n指纹：{written.fingerprint}" + (f"\n合计{note}" if note else "")
        console.print(text)

    show(data, as_json, words)


def publish(
    month: MonthText,
    out: Annotated[Path, typer.Option("--out", help="写到哪个文件夹")],
    despite: Annotated[str, typer.Option("--despite", help="有缺项仍要发布的理由，印在编制信息里")] = "",
    fonts: Fonts = "",
    workspace: Workspace = None,
    as_json: AsJson = False,
) -> None:
    """发布一个月的月报：快照锁定，从此不改写；更正列入下一期勘误。"""
    from zgc_desktop.services.publish import publish as service

    written = service(context(workspace), month_of(month), out, despite=despite, fonts=fonts, progress=progress)
    data = {"pdf": str(written.pdf), "xlsx": str(written.xlsx), "fingerprint": written.fingerprint}
    show(data, as_json, lambda c: c.print(f"已发布\nPDF：{written.pdf}\nExcel：{written.xlsx}\n指纹：{written.fingerprint}"))


def verify(month: MonthText, workspace: Workspace = None, as_json: AsJson = False) -> None:
    """复核已发布的月报：由快照重印、由数据库重算，逐项比较；有差异退出码为 1。"""
    from zgc_desktop.services.verify import verify as service

    found = service(context(workspace), month_of(month), progress=progress)
    data = {
        "month": month,
        "same": found.same,
        "fingerprint": found.fingerprint,
        "recomputed": found.recomputed,
        "published_at": found.published_at,
        "kept": list(found.kept),
        "changed": list(found.changed),
        "signatures": [{"signer": s.signature.signer, "valid": not s.problem, "problem": s.problem} for s in found.signatures],
        "differences": [
            {"place": d.place, "published": d.published, "now": d.now, "correction": d.correction} for d in found.moved
        ],
    }

    def words(console: Console) -> None:
        if found.same:
            console.print(
                f"复核一致 ✓　{month} 月报，指纹 {found.fingerprint[:16]}：快照、PDF 逐字节、工作簿逐单元格、数据库重算均相同"
            )
        elif not found.kept:
            console.print(f"{month} 月报的快照与文件完好，重印相同；数据库重算有 {len(found.moved)} 处不同：")
        for line in (*found.kept, *(d.sentence for d in found.moved), *found.changed):
            console.print(line)
        for signature in found.signatures:
            console.print(signature.sentence)
        if found.corrections:
            console.print(f"更正 {len(found.corrections)} 处将列入下一期勘误")

    show(data, as_json, words)
    if not found.same:
        raise typer.Exit(1)


def code(
    text: Annotated[str, typer.Argument(metavar="编号", help="印在月报里的数据编号，如 〔表3-1·昌平·月末〕")],
    month: MonthText,
    workspace: Workspace = None,
    as_json: AsJson = False,
) -> None:
    """说明一个数据编号：这个数是多少，怎么来的。"""
    from zgc_desktop.services.codes import resolve

    found = resolve(context(workspace), month_of(month), text)
    data = {
        "code": found.code,
        "value": found.value,
        "state": found.state,
        "section": found.section,
        "row": found.row,
        "column": found.column,
        "lines": list(found.lines),
    }
    show(data, as_json, lambda c: c.print("\n".join(found.lines)))


def check(workspace: Workspace = None, as_json: AsJson = False) -> None:
    """检查工作区：数据库、操作记录、归属线、存档原件、已发布的月报。"""
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
