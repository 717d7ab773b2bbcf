"""Commands about an issue of the report: matters the editor raises, reasons of errata, fonts, signing what was published."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from zgc_desktop.cli.output import AsJson, MonthText, Workspace, context, day_of, month_of, show

matter_app = typer.Typer(help="问题与建议：候选取舍、责任单位与时限、上月落实情况", no_args_is_help=True)
errata_app = typer.Typer(help="勘误：已发布月报的更正与原因", no_args_is_help=True)

Key = Annotated[str, typer.Argument(metavar="事项", help="事项的编号，如 late:通州园；用 zgc matter list 查看")]
Owner = Annotated[str, typer.Option("--owner", help="责任单位")]
Due = Annotated[str | None, typer.Option("--due", help="时限，如 2026-12-08")]


@matter_app.command("list")
def list_matters(month: MonthText, workspace: Workspace = None, as_json: AsJson = False) -> None:
    """列出由数据生成的候选、编制人的取舍和上月事项的落实情况；有待定的退出码为 1。"""
    from zgc_desktop.services.matters import STATES, listed

    items = listed(context(workspace), month_of(month))
    data = [
        {
            "key": i.key,
            "state": STATES[i.state],
            "text": i.text,
            "owner": i.owner,
            "due": i.due.isoformat() if i.due else None,
            "follow_up": i.follow_up,
        }
        for i in items
    ]

    def words(console: Console) -> None:
        for i in items:
            console.print(f"[{STATES[i.state]}] {i.key}　{i.text}（{i.owner}，{i.due or '无时限'}）")
            if i.follow_up:
                console.print(f"    上月落实情况：{i.follow_up}")

    show({"month": month, "matters": data}, as_json, words)
    if any(not i.state for i in items):
        raise typer.Exit(1)


@matter_app.command()
def keep(
    key: Key,
    month: MonthText,
    text: Annotated[str, typer.Option("--text", help="改写成什么；不写则用原句")] = "",
    owner: Owner = "",
    due: Due = None,
    workspace: Workspace = None,
) -> None:
    """保留一项，列入月报第十节。"""
    from zgc_desktop.services.matters import keep as service

    done = service(context(workspace), month_of(month), key, text=text, owner=owner, due=day_of(due))
    typer.echo(done.sentence if done else "没有变化")


@matter_app.command()
def drop(key: Key, month: MonthText, workspace: Workspace = None) -> None:
    """不列这一项。"""
    from zgc_desktop.services.matters import drop as service

    done = service(context(workspace), month_of(month), key)
    typer.echo(done.sentence if done else "没有变化")


@matter_app.command()
def add(
    month: MonthText,
    text: Annotated[str, typer.Option("--text", help="事项")],
    owner: Owner,
    due: Due = None,
    workspace: Workspace = None,
) -> None:
    """自拟一项。"""
    from zgc_desktop.services.matters import add as service

    done = service(context(workspace), month_of(month), text, owner, day_of(due))
    typer.echo(done.sentence if done else "没有变化")


@matter_app.command()
def follow(
    key: Key,
    month: MonthText,
    text: Annotated[str, typer.Option("--text", help="落实情况")],
    workspace: Workspace = None,
) -> None:
    """登记上月一项的落实情况。"""
    from zgc_desktop.services.matters import follow as service

    done = service(context(workspace), month_of(month), key, text)
    typer.echo(done.sentence if done else "没有变化")


@errata_app.command("list")
def list_errata(month: MonthText, workspace: Workspace = None, as_json: AsJson = False) -> None:
    """列出一个已发布月份尚未刊出的更正：原数、更正为、原因、对结算的影响。"""
    from zgc_desktop.services.errata import standing

    found = standing(context(workspace), month_of(month))
    data = [{"code": e.code, "old": e.old, "new": e.new, "reason": e.reason, "effect": e.effect} for e in found]

    def words(console: Console) -> None:
        for e in found:
            console.print(f"{e.code}　{e.old} → {e.new}　{e.reason}　{e.effect}")
        if not found:
            console.print(f"{month} 月报没有待列的更正")

    show({"month": month, "errata": data}, as_json, words)


@errata_app.command()
def reason(
    code: Annotated[str, typer.Argument(metavar="编号", help="数据编号，或一行的名称（如 昌平，该行各数同用）")],
    month: MonthText,
    text: Annotated[str, typer.Option("--text", help="为什么更正")],
    workspace: Workspace = None,
) -> None:
    """登记更正原因，印在下一期勘误里。"""
    from zgc_desktop.services.errata import give_reason

    done = give_reason(context(workspace), month_of(month), code, text)
    typer.echo(done.sentence if done else "没有变化")


def fonts(
    use: Annotated[str, typer.Option("--use", help="改用 bundled（随附字体）或 system（系统公文字体）")] = "",
    workspace: Workspace = None,
    as_json: AsJson = False,
) -> None:
    """公文字体：现用哪一套，系统里有没有小标宋、宋体、仿宋、楷体、黑体。"""
    from zgc_desktop.services.report_fonts import NAMES, choose, chosen, states

    ctx = context(workspace)
    if use:
        choose(ctx, use)
    now, found = chosen(ctx), states()
    data = {"use": now, "letters": [{"letter": s.letter, "family": s.family, "file": s.file} for s in found]}

    def words(console: Console) -> None:
        console.print(f"现用：{NAMES[now]}")
        for state in found:
            console.print(state.sentence)

    show(data, as_json, words)


def sign(
    month: MonthText,
    certificate: Annotated[Path, typer.Option("--certificate", help="本单位的证书文件（p12、pfx）")],
    out: Annotated[Path, typer.Option("--out", help="签名件写到哪个文件夹")],
    password: Annotated[
        str, typer.Option("--password", envvar="ZGC_CERTIFICATE_PASSWORD", prompt="证书口令", hide_input=True, help="证书口令")
    ],
    workspace: Workspace = None,
    as_json: AsJson = False,
) -> None:
    """用本单位的证书给已发布的月报 PDF 签名；原件不动，签名件另存。"""
    from zgc_desktop.services.sign import sign as service

    done = service(context(workspace), month_of(month), certificate, password, out)
    data = {"pdf": str(done.pdf), "signer": done.signature.signer, "serial": done.signature.serial}
    who = f"证书：{done.signature.signer}（{done.signature.serial}）"
    said = f"已签名：{done.pdf}\n{who}\n逐字节复核的是未签名的原件，签名附在其后"
    show(data, as_json, lambda c: c.print(said))
