"""Commands about the journal: list it, show an entry, prove that nothing was tampered with."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.console import Console

from zgc_desktop.cli.output import AsJson, Workspace, context, month_of, progress, show, table
from zgc_desktop.domain.field_words import column_word, table_word, value_word

audit_app = typer.Typer(help="操作记录", no_args_is_help=True)


@audit_app.command("list")
def listed(
    limit: Annotated[int, typer.Option("--limit", help="最多几条")] = 50,
    who: Annotated[str, typer.Option("--who", help="只看某人的")] = "",
    word: Annotated[str, typer.Option("--find", help="只看写有这些字的")] = "",
    month: Annotated[str, typer.Option("--month", help="只看某个月的，如 2026-10")] = "",
    workspace: Workspace = None,
    as_json: AsJson = False,
) -> None:
    """列出操作记录，最新的在前。"""
    from zgc_desktop.services import audit

    entries = audit.listed(context(workspace), limit, who=who, word=word, month=month_of(month) if month else None)
    data = [
        {"seq": e.seq, "at": e.at, "who": e.who, "command": e.command, "sentence": e.sentence, "reason": e.reason,
         "months": [str(m) for m in e.months], "undoes": list(e.undoes), "hash": e.hash}
        for e in entries
    ]  # fmt: skip
    rows = [(e.seq, e.at[:16].replace("T", " "), e.who, e.sentence, e.reason) for e in entries]
    show(data, as_json, lambda c: table(c, ("序号", "时间", "谁", "做了什么", "理由"), rows))


@audit_app.command("show")
def shown(
    seq: Annotated[int, typer.Argument(help="操作记录的序号")], workspace: Workspace = None, as_json: AsJson = False
) -> None:
    """一条操作记录：改了哪些行，旧值与新值。"""
    from zgc_desktop.services import audit

    found = audit.shown(context(workspace), seq)
    e = found.step.entry
    data = {
        "seq": e.seq, "at": e.at, "who": e.who, "command": e.command, "sentence": e.sentence, "reason": e.reason,
        "state": found.step.state, "counts": [list(c) for c in found.counts],
        "rows": [{"table": r.table, "what": r.what, "key": r.key, "values": [list(v) for v in r.values]} for r in found.rows],
    }  # fmt: skip

    def words(console: Console) -> None:
        console.print(f"#{e.seq} {e.at} {e.who}：{e.sentence}" + (f"（{e.reason}）" if e.reason else ""))
        console.print(f"{found.step.state}；" + "，".join(f"{table_word(t)} {w} {n} 行" for t, w, n in found.counts))
        for row in found.rows:
            told = ((column_word(row.table, n), value_word(n, a), value_word(n, b)) for n, a, b in row.values)
            values = "，".join(f"{n} {a or '空'} → {b or '空'}" for n, a, b in told)
            console.print(f"{row.what} {table_word(row.table)} {row.key}：{values}")

    show(data, as_json, words)


@audit_app.command("verify")
def verify(
    head: Annotated[str, typer.Option("--head", help="文件或备份清单上印的校验值，如 128:9f3c2a1b0d4e5f60")] = "",
    workspace: Workspace = None,
    as_json: AsJson = False,
) -> None:
    """核对操作记录、全部数据行与存档文件：任何改动、删除、插入都指出是哪一条、哪一行、哪一份。"""
    from zgc_desktop.services import audit

    found = audit.verify(context(workspace), anchor=head, progress=progress)
    data = {
        "sound": found.sound, "entries": found.entries, "rows": found.rows, "files": found.files, "head": found.head,
        "findings": [{"seq": f.seq, "sentence": f.sentence, "table": f.table, "key": f.key} for f in found.findings],
        "unproved": list(found.unproved),
    }  # fmt: skip

    def words(console: Console) -> None:
        for finding in found.findings:
            console.print(finding.sentence)
        for said in found.unproved:
            console.print(said)
        told = "没有发现改动" if found.sound else f"发现 {len(found.findings)} 处不符"
        looked = f"{found.entries} 条操作记录、{found.rows} 行数据、{found.files} 个存档文件"
        console.print(f"核对 {looked}：{told}。末条校验值 {found.head}")

    show(data, as_json, words)
    if not found.sound:
        raise typer.Exit(1)
