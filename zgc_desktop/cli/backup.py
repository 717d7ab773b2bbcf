"""Commands about copies: backup now, list, verify; restore and its undo."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated, Any

import typer
from rich.console import Console

from zgc_desktop.cli.output import AsJson, Workspace, as_it_lies, context, progress, show, table
from zgc_desktop.domain.backup_rota import ROTA, BackupItem
from zgc_desktop.domain.errors import Refused

_KEPT = {True: "固定", False: ""}
backup_app = typer.Typer(help="备份：立即备份、查看、核验", no_args_is_help=True)


@backup_app.command("now")
def backup_now(
    note: Annotated[str, typer.Option("--note", help="备注")] = "", workspace: Workspace = None, as_json: AsJson = False
) -> None:
    """立即备份一份，写完即核验。"""
    from zgc_desktop.services import backups

    item = backups.take(context(workspace), "manual", always=True, note=note)
    show(
        _facts(item), as_json, lambda c: c.print(f"已备份 {item.name}，{_size(item.size)}，操作记录到第 {item.journal_seq} 条")
    )


@backup_app.command("list")
def backup_list(workspace: Workspace = None, as_json: AsJson = False) -> None:
    """列出现有备份，新的在前。"""
    from zgc_desktop.services import backups

    found = backups.listing(as_it_lies(workspace))

    def words(console: Console) -> None:
        rows = [
            (
                c.name,
                f"{c.made_at:%Y-%m-%d %H:%M}",
                c.why_words,
                _size(c.size),
                c.journal_seq,
                "固定" if c.pinned else "",
                c.note,
            )
            for c in found
        ]
        table(console, ("名称", "时间", "缘由", "大小", "记录", "保留", "备注"), rows)
        console.print(f"保留规则：{ROTA}")

    show({"backups": [_facts(c) for c in found], "rota": ROTA}, as_json, words)


@backup_app.command("verify")
def backup_verify(
    names: Annotated[list[str] | None, typer.Argument(help="备份名称；不写即全部")] = None,
    workspace: Workspace = None,
    as_json: AsJson = False,
) -> None:
    """核验备份：打开、完整性检查、操作记录的链与末条。"""
    from zgc_desktop.services import backups

    ctx = as_it_lies(workspace)
    wanted = names or [c.name for c in backups.listing(ctx)]
    found = {name: backups.verify(ctx, name) for name in wanted}

    def words(console: Console) -> None:
        for name, problems in found.items():
            console.print(f"{name}：{'；'.join(problems) if problems else '完好'}")

    show({"backups": [{"name": n, "problems": list(p)} for n, p in found.items()]}, as_json, words)
    if any(found.values()):
        raise typer.Exit(1)


def restore(
    name: Annotated[str, typer.Argument(help="备份名称，见 zgc backup list")] = "",
    undo: Annotated[bool, typer.Option("--undo", help="撤销上一次恢复")] = False,
    reason: Annotated[str, typer.Option("--reason", help="理由")] = "",
    workspace: Workspace = None,
    as_json: AsJson = False,
) -> None:
    """恢复到一份备份；现状先保全，可用 --undo 撤销。"""
    from zgc_desktop.services import backups

    if bool(name) == undo:
        raise Refused("请写明一份备份的名称，或用 --undo", advice="名称见 zgc backup list")
    ctx = as_it_lies(workspace)
    if undo:
        done = backups.undo_restore(ctx, reason=reason, progress=progress)
    else:
        done = backups.restore(ctx, name, reason=reason, progress=progress)

    def words(console: Console) -> None:
        console.print(f"已恢复到 {done.source.name}（{done.source.made_at:%Y-%m-%d %H:%M}，{done.source.why_words}）")
        if done.lost_entries:
            console.print(f"恢复前另有 {done.lost_entries} 条操作记录，在保全件里")
        console.print(f"恢复前的状态保全为 {done.safety}；撤销：zgc restore --undo")

    show({"restored": done.source.name, "safety": done.safety, "lost_entries": done.lost_entries}, as_json, words)


def _facts(item: BackupItem) -> dict[str, Any]:
    return asdict(item) | {"made_at": item.made_at.isoformat(timespec="seconds"), "why_words": item.why_words}


def _size(size: int) -> str:
    return f"{size / 1_000_000:.1f} MB"
