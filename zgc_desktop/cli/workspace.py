"""Commands about the workspace as a whole: moving it, encrypting it, taking the right to write over."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from zgc_desktop.cli.output import (
    AsJson,
    MonthText,
    Workspace,
    as_it_lies,
    asking,
    context,
    err,
    month_of,
    place,
    progress,
    show,
    table,
)
from zgc_desktop.domain.addresses import EXAMPLE
from zgc_desktop.domain.errors import Refused
from zgc_desktop.paths import address_of, workspace_paths


def export_workspace(
    out: Annotated[Path, typer.Argument(help="写到哪个 zip 文件或文件夹")], workspace: Workspace = None, as_json: AsJson = False
) -> None:
    """整体导出：数据库、原件存档、本单位规则，一个文件，带校验清单。"""
    from zgc_desktop.services import transfer

    done = transfer.export_workspace(context(workspace), out, progress=progress)
    facts = {"file": str(done.file), "files": done.files, "size": done.size, "journal_hash": done.journal_hash}

    def words(console: Console) -> None:
        state = "仍是加密的，打开要原口令" if done.encrypted else "未加密，请妥善保管"
        console.print(f"已导出 {done.files} 个文件到 {done.file}（{state}）")
        console.print(f"操作记录末条 {done.journal_seq}，指纹 {done.journal_hash[:16]}")

    show(facts | {"encrypted": done.encrypted}, as_json, words)


def import_workspace(
    file: Annotated[Path, typer.Argument(help="整体导出的 zip 文件")], workspace: Workspace = None, as_json: AsJson = False
) -> None:
    """把整体导出的文件导入为一个新工作区；逐个核对校验值。"""
    from zgc_desktop.services import transfer

    folder = workspace_paths(place(workspace))
    if folder.server is not None:
        raise Refused("导出件要先导入到文件夹", where=folder.where, advice="导入后用 zgc move --to 搬到服务器")
    named = os.environ.get("ZGC_PASSPHRASE", "")
    done = asking(lambda words: transfer.import_workspace(file, folder.root, passphrase=words or named, progress=progress))
    facts = {"workspace": str(done.workspace), "files": done.files, "journal_hash": done.journal_hash}
    show(facts, as_json, lambda c: c.print(f"已导入到 {done.workspace}：{done.files} 个文件，操作记录 {done.journal_seq} 条"))


def move(
    to: Annotated[str, typer.Option("--to", metavar="位置", help=f"搬到哪里：空文件夹，或空的数据库 {EXAMPLE}")] = "",
    stay: Annotated[bool, typer.Option("--stay", help="已经搬走的，仍要继续使用这一份")] = False,
    reason: Annotated[str, typer.Option("--reason", help="为什么继续使用旧的一份")] = "",
    workspace: Workspace = None,
    as_json: AsJson = False,
) -> None:
    """把工作区搬到服务器，或搬回文件夹；逐表逐件核对，一致才算搬成。"""
    from zgc_desktop.services import relocate

    if bool(to) == stay:
        raise Refused("请写明搬到哪里（--to），或用 --stay 继续使用旧的一份", advice="用法见 zgc move --help")
    ctx = context(workspace)
    if stay:
        summary = relocate.stay(ctx, reason)
        said_ = summary.sentence if summary else "这个工作区没有搬走过，无须改动"
        show({"sentence": said_}, as_json, lambda c: c.print(said_))
        return
    target = address_of(to)
    named = os.environ.get("ZGC_PASSPHRASE", "")
    done = asking(lambda words: relocate.move(ctx, target, passphrase=words or named, progress=progress))
    facts = {
        "from": done.source, "to": str(done.target), "tables": done.tables, "rows": done.rows, "files": done.files,
        "rules": done.rules, "journal_seq": done.journal_seq, "journal_hash": done.journal_hash,
    }  # fmt: skip

    def words(console: Console) -> None:
        console.print(f"已搬到 {done.target}")
        console.print(f"核对 {done.tables} 张表 {done.rows} 行、{done.files} 份原件、{done.rules} 个规则文件，与原来没有差别")
        console.print(f"操作记录末条 {done.journal_seq}，指纹 {done.journal_hash[:16]}")
        console.print(f"旧的一份在 {done.source}，此后只供查看")
        if done.was_encrypted:
            err("旧的一份是加密的，新的位置没有加密；服务器上由管理员负责磁盘和连接的加密。")

    show(facts, as_json, words)


def desks(workspace: Workspace = None, as_json: AsJson = False) -> None:
    """谁连着这个工作区，谁正在写入。"""
    from zgc_desktop.services import desks as service

    seen = service.seen(context(workspace))
    rows = [(d.who, d.machine, d.process, d.since[:16].replace("T", " "), d.doing) for d in seen.desks]

    def words(console: Console) -> None:
        console.print(f"工作区：{seen.where}")
        table(console, ("谁", "电脑", "进程", "自", "正在写入"), rows)

    names = ("who", "machine", "process", "since", "doing")
    show({"where": seen.where, "desks": [dict(zip(names, r, strict=True)) for r in rows]}, as_json, words)


def export_companies(
    month: MonthText,
    audience: Annotated[str, typer.Option("--for", help="给谁：本办公室、分园、区、对外")],
    out: Annotated[Path | None, typer.Option("--out", help="写到哪个 xlsx；不写则放 outbox")] = None,
    leave_out: Annotated[bool, typer.Option("--leave-out", help="去掉对方不能拿到的列，而不是拒绝")] = False,
    workspace: Workspace = None,
    as_json: AsJson = False,
) -> None:
    """导出企业名录；按数据来源类别（税务、统计、企业自报、公开）限制给谁。"""
    from zgc_desktop.services.export_table import export_companies as service

    path, dropped = service(context(workspace), month_of(month), audience, out, leave_out=leave_out)
    said = f"，去掉了 {'、'.join(dropped)}" if dropped else ""
    show({"file": str(path), "left_out": list(dropped)}, as_json, lambda c: c.print(f"已导出 {path}{said}"))


def encrypt(workspace: Workspace = None, as_json: AsJson = False) -> None:
    """加密工作区：数据库、原件存档与备份。口令由提示输入，或取环境变量 ZGC_NEW_PASSPHRASE。"""
    from zgc_desktop.services import encrypt as service

    ctx = context(workspace)
    if service.is_encrypted(ctx):
        raise Refused("工作区已经加密", advice="更换口令用 zgc rekey")
    _now, code = service.encrypt(ctx, _new_passphrase(), progress=progress)
    show({"encrypted": True, "recovery_code": code}, as_json, lambda c: _code_words(c, code))


def rekey(
    new_key: Annotated[bool, typer.Option("--new-key", help="连同密钥与恢复码一起更换，全部重新加密")] = False,
    workspace: Workspace = None,
    as_json: AsJson = False,
) -> None:
    """更换口令；忘记口令的，在提示处输入恢复码再换。"""
    from zgc_desktop.services import encrypt as service

    ctx = context(workspace)
    if not service.is_encrypted(ctx):
        raise Refused("工作区没有加密", advice="先用 zgc encrypt 加密")
    passphrase = _new_passphrase()
    if not new_key:
        service.change_passphrase(ctx, passphrase)
        show({"rekeyed": True}, as_json, lambda c: c.print("口令已更换，恢复码不变"))
        return
    _now, code = service.change_key(ctx, passphrase, progress=progress)
    show({"rekeyed": True, "recovery_code": code}, as_json, lambda c: _code_words(c, code))


def decrypt(workspace: Workspace = None, as_json: AsJson = False) -> None:
    """解除加密。"""
    from zgc_desktop.services import encrypt as service

    service.decrypt(context(workspace), progress=progress)
    show({"encrypted": False}, as_json, lambda c: c.print("已解除加密，数据库、原件存档与备份都可直接读取"))


def take_over(
    reason: Annotated[str, typer.Option("--reason", help="为什么确知对方已停用")], workspace: Workspace = None
) -> None:
    """接管写权：另一台电脑留下的写入标记，确知其已停用时用。"""
    from zgc_desktop.services import recovery

    before = recovery.take_over(as_it_lies(workspace), reason)
    show({}, False, lambda c: c.print(f"已接管；此前是 {before}"))


def _new_passphrase() -> str:
    """The new passphrase, from ZGC_NEW_PASSPHRASE or asked twice; Refused where nobody can be asked."""
    named = os.environ.get("ZGC_NEW_PASSPHRASE")
    if named:
        return named
    if not sys.stdin.isatty():
        raise Refused("没有给出新口令", advice="在终端运行会提示输入，或设环境变量 ZGC_NEW_PASSPHRASE")
    first = str(typer.prompt("新口令", hide_input=True, err=True))
    if typer.prompt("再输入一次", hide_input=True, err=True) != first:
        raise Refused("两次输入不同", advice="请重新运行")
    return first


def _code_words(console: Console, code: str) -> None:
    console.print(f"恢复码：{code}")
    err("恢复码只显示这一次，请抄下来与电脑分开保管；口令和恢复码都没有，数据无法取回。")
    err("已送出的报告、结算单等在 outbox 里，不加密。加密前的明文在磁盘上可能仍可被专业手段恢复。")
