"""Commands of the exchange by file: whose workspace this is, self-check, packages out and in, case slips, keys."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from zgc_desktop.cli.exchange_cases import slip_app
from zgc_desktop.cli.exchange_replies import statement_app
from zgc_desktop.cli.output import AsJson, MonthText, Workspace, context, err, month_of, progress, said, show, table
from zgc_desktop.domain.errors import Refused
from zgc_desktop.domain.exchange.listing import DIRECTIONS, Edition, PackageItem, PartyKey
from zgc_desktop.domain.exchange.manifest import CITY

exchange_app = typer.Typer(help="交换包：分园与市级之间用文件往来", no_args_is_help=True)
key_app = typer.Typer(help="签名密钥：本单位的，和登记的对方公钥", no_args_is_help=True)
exchange_app.add_typer(key_app, name="key")
exchange_app.add_typer(slip_app, name="case")
exchange_app.add_typer(statement_app, name="statement")

Out = Annotated[Path | None, typer.Option("--out", help="写到哪个文件夹；不写则放 outbox")]
Park = Annotated[str, typer.Option("--park", help="发给哪个分园")]


def package_json(item: PackageItem) -> dict[str, object]:
    """A package as facts."""
    m = item.manifest
    return {
        "id": item.id, "direction": item.direction, "kind": m.kind.value, "sender": m.sender, "receiver": m.receiver,
        "month": str(m.month) if m.month else None, "number": m.number, "created_at": m.created_at, "at": item.at,
        "file": item.file_name, "sha256": item.sha256, "rules": m.rules, "previous": m.previous, "answers": list(m.answers),
        "signed_by": item.signed_by, "outcome": item.outcome,
        "parts": [{"name": p.name, "size": p.size, "sha256": p.sha256} for p in m.parts],
    }  # fmt: skip


@exchange_app.command("profile")
def profile(
    park: Annotated[str, typer.Option("--park", help="设为这个分园的工作区")] = "",
    city: Annotated[bool, typer.Option("--city", help="设为市级工作区")] = False,
    workspace: Workspace = None,
    as_json: AsJson = False,
) -> None:
    """这个工作区供谁用：市级，或一个分园。建立后、有数据前可改。"""
    from zgc_desktop.services import profile as service

    ctx = context(workspace)
    if park and city:
        raise Refused("--park 与 --city 只能写一个")
    if park or city:
        service.choose(ctx, park or CITY)
    me = service.party(ctx)
    show({"party": me}, as_json, lambda c: c.print(f"本工作区供{me}使用"))


@exchange_app.command("check")
def check(
    path: Annotated[Path, typer.Argument(help="要自检的文件")], workspace: Workspace = None, as_json: AsJson = False
) -> None:
    """自检：与市级接收时同一套校验，不登记、不改文件。"""
    from zgc_desktop.services.self_check import self_check

    found = self_check(context(workspace), path)
    s, c = found.stamp, found.checked
    data = {
        "file": path.name, "park": c.park.value if c.park else None, "month": c.month.value if c.month else None,
        "sendable": found.is_sendable, "state": found.state.name, "word": found.state.value, "rules": s.rules,
        "result": s.result, "content": s.content, "errors": s.errors, "warnings": s.warnings, "notices": s.notices,
        "issues": [
            {"code": i.code, "severity": i.severity.value, "sheet": i.sheet, "cell": i.cell, "company": i.company,
             "message": i.message}
            for i in c.issues
        ],
    }  # fmt: skip

    def words(console: Console) -> None:
        console.print(f"{path.name}：{found.state.value}（{found.state.why}）")
        console.print(f"规则 {s.rules}，错误 {s.errors}，警告 {s.warnings}，提示 {s.notices}")
        for issue in c.issues:
            console.print(f"{issue.severity.word} {issue.place} {issue.company} {issue.message}".replace("  ", " "))

    show(data, as_json, words)
    if s.errors or not found.is_sendable:
        raise typer.Exit(1)


@exchange_app.command("pack")
def pack(
    path: Annotated[Path, typer.Argument(help="填好的报送文件")],
    reason: Annotated[str, typer.Option("--reason", help="有错误仍先报送的理由")] = "",
    out: Out = None,
    workspace: Workspace = None,
    as_json: AsJson = False,
) -> None:
    """分园：自检、盖自检章、留存并打成报送包。"""
    from zgc_desktop.services.exchange_send import pack_submission

    packed(pack_submission(context(workspace), path, out, despite_errors=reason), as_json)


@exchange_app.command("answer")
def answer(
    month: MonthText,
    park: Annotated[str, typer.Option("--park", help="发给哪个分园；不写则发给本月已报的各园")] = "",
    out: Out = None,
    workspace: Workspace = None,
    as_json: AsJson = False,
) -> None:
    """市级：把回执、退回件、对账单打成回执退回包。"""
    from zgc_desktop.services import exchange_send, look_up

    ctx, when = context(workspace), month_of(month)
    parks = [park] if park else list(dict.fromkeys(s.park for s in look_up.month_submissions(ctx, when)))
    if not parks:
        raise Refused(f"{when} 没有收到报送", advice="先收报送包或文件")
    made = [exchange_send.pack_answer(ctx, name, when, out) for name in parks]
    data = [package_json(s.item) | {"path": str(s.path), "again": s.again} for s in made]
    show({"packages": data}, as_json, lambda c: c.print("\n".join(str(s.path) for s in made)))


@exchange_app.command("rules")
def rules(park: Park, out: Out = None, workspace: Workspace = None, as_json: AsJson = False) -> None:
    """市级：把校验规则打成规则包，供分园自检。"""
    from zgc_desktop.services.exchange_send import pack_rules

    packed(pack_rules(context(workspace), park, out), as_json)


@exchange_app.command("cases")
def cases(
    to: Annotated[str, typer.Option("--to", help="发给谁：市级，或分园名")],
    out: Out = None,
    workspace: Workspace = None,
    as_json: AsJson = False,
) -> None:
    """把与对方有关的案卷打成案卷包。"""
    from zgc_desktop.services.exchange_send import pack_cases

    packed(pack_cases(context(workspace), to, out), as_json)


@exchange_app.command("receive")
def receive(
    paths: Annotated[list[Path], typer.Argument(help="收到的交换包（zip）")],
    workspace: Workspace = None,
    as_json: AsJson = False,
) -> None:
    """收交换包：逐个核对清单、校验值、签名与收件方，再按种类收下；同一个包再收一次不变。"""
    from zgc_desktop.services.exchange_receive import NotTaken, take_in, take_in_all

    ctx = context(workspace)
    if len(paths) == 1:
        done = take_in(ctx, paths[0])
        data = package_json(done.item) | {"repeat": done.repeat, "notes": list(done.notes)}
        show({"packages": [data]}, as_json, lambda c: c.print(done.sentence))
        return
    found = take_in_all(ctx, paths, progress=progress)
    lines = [
        {"file": t.file_name, "problem": t.problem.sentence}
        if isinstance(t, NotTaken)
        else package_json(t.item) | {"repeat": t.repeat, "notes": list(t.notes)}
        for t in found
    ]
    said_of = [t.problem.sentence if isinstance(t, NotTaken) else t.sentence for t in found]
    show({"packages": lines}, as_json, lambda c: c.print("\n".join(said_of)))
    if any(isinstance(t, NotTaken) for t in found):
        raise typer.Exit(1)


@exchange_app.command("list")
def listed(workspace: Workspace = None, as_json: AsJson = False) -> None:
    """发出与收到的交换包，最近的在上。"""
    from zgc_desktop.services.exchange import packages

    found = packages(context(workspace))

    def words(console: Console) -> None:
        titles = ("收发", "种类", "对方", "月份", "号", "时间", "文件", "签名", "结果")
        rows = [
            (DIRECTIONS[p.direction], p.manifest.kind.word, p.other, p.manifest.month, p.manifest.number, p.at[:16],
             p.file_name, p.signed_by[:9] or None, p.outcome)
            for p in found
        ]  # fmt: skip
        table(console, titles, rows)

    show({"packages": [package_json(p) for p in found]}, as_json, words)


@exchange_app.command("editions")
def editions(workspace: Workspace = None, as_json: AsJson = False) -> None:
    """分园：报出的各次与市级的回执。"""
    from zgc_desktop.services.exchange import editions as service

    found = service(context(workspace))

    def words(console: Console) -> None:
        rows = [
            (e.month, f"第{e.number}次", e.file_name, e.state, "；".join(e.receipt.wanted) if e.receipt else "") for e in found
        ]
        table(console, ("月份", "报出", "文件", "市级状态", "尚待"), rows)

    show({"editions": [_edition(e) for e in found]}, as_json, words)


def _edition(e: Edition) -> dict[str, object]:
    seen = e.receipt
    return {
        "month": str(e.month), "number": e.number, "sent_at": e.sent_at, "file": e.file_name, "sha256": e.sha256,
        "package": e.package, "state": e.state, "receipt": seen.number if seen else None,
        "errors": seen.errors if seen else None, "still_wanted": list(seen.wanted) if seen else [],
    }  # fmt: skip


@exchange_app.command("extract")
def extract(
    package: Annotated[str, typer.Argument(help="包的编号（list 所示 id，写前几位即可）")],
    out: Annotated[Path, typer.Option("--out", help="取到哪个文件夹")],
    workspace: Workspace = None,
    as_json: AsJson = False,
) -> None:
    """把收到或发出的包里的文件取出来：退回件、回执、对账单。"""
    from zgc_desktop.services.exchange import packages, take_out

    ctx = context(workspace)
    found = [p for p in packages(ctx) if p.id.startswith(package)]
    if len(found) != 1:
        raise Refused("没有这个交换包" if not found else f"以“{package}”开头的包有 {len(found)} 个", advice="请写全编号")
    files = [take_out(ctx, found[0].id, part.name, out) for part in found[0].manifest.parts]
    show({"files": [str(f) for f in files]}, as_json, lambda c: c.print("\n".join(str(f) for f in files)))


@exchange_app.command("again")
def again(
    package: Annotated[str, typer.Argument(help="包的编号（list 所示 id）")],
    out: Out = None,
    workspace: Workspace = None,
    as_json: AsJson = False,
) -> None:
    """把发出过的包原样再写一份。"""
    from zgc_desktop.services.exchange import packages
    from zgc_desktop.services.exchange_send import issue_again

    ctx = context(workspace)
    found = [p for p in packages(ctx) if p.id.startswith(package)]
    if len(found) != 1:
        raise Refused("没有这个交换包", advice="请写全编号")
    packed(issue_again(ctx, found[0].id, out), as_json)


def packed(sent: object, as_json: bool) -> None:
    """Show the package that was made, and say where it carries no signature."""
    from zgc_desktop.services.exchange_send import Sent

    assert isinstance(sent, Sent)
    data = package_json(sent.item) | {"path": str(sent.path), "again": sent.again}
    if not sent.item.signed_by:
        err("包上没有签名；要签名的，用 zgc exchange key make 生成本单位的密钥，再打一次包")
    show(data, as_json, lambda c: c.print(f"{'内容未变，原包再写一份' if sent.again else '已打包'}：{sent.path}"))


@key_app.command("make")
def make(workspace: Workspace = None, as_json: AsJson = False) -> None:
    """生成本单位的签名密钥；此前的停用，对方须重新登记公钥。"""
    from zgc_desktop.services.exchange_keys import make as service

    key = service(context(workspace))
    show(
        _key(key), as_json, lambda c: c.print(f"已生成{key.party}的密钥，指纹 {key.print}；用 zgc exchange key export 导出公钥")
    )


@key_app.command("export")
def export(
    out: Annotated[Path, typer.Option("--out", help="写到哪个文件夹")], workspace: Workspace = None, as_json: AsJson = False
) -> None:
    """导出本单位的公钥文件，发给对方登记。"""
    from zgc_desktop.services.exchange_keys import export as service

    path = service(context(workspace), out)
    show({"file": str(path)}, as_json, lambda c: c.print(str(path)))


@key_app.command("trust")
def trust(
    file: Annotated[Path, typer.Argument(help="对方的公钥文件（先电话核对指纹）")],
    workspace: Workspace = None,
    as_json: AsJson = False,
) -> None:
    """登记对方的公钥；此后它的包必须有这把密钥的签名。"""
    from zgc_desktop.services.exchange_keys import trust as service

    said(service(context(workspace), file), as_json)


@key_app.command("end")
def end(
    party: Annotated[str, typer.Option("--party", help="谁的公钥：市级，或分园名")],
    reason: Annotated[str, typer.Option("--reason", help="为什么停用")],
    workspace: Workspace = None,
    as_json: AsJson = False,
) -> None:
    """停用对方的公钥。"""
    from zgc_desktop.services.exchange_keys import distrust

    said(distrust(context(workspace), party, reason), as_json)


@key_app.command("list")
def key_list(workspace: Workspace = None, as_json: AsJson = False) -> None:
    """本单位的密钥与登记的公钥。"""
    from zgc_desktop.services.exchange_keys import keys

    found = keys(context(workspace))

    def words(console: Console) -> None:
        rows = [(k.party, "本单位" if k.is_own else "登记", k.print, k.noted_at[:16], k.ended_at[:16] or "在用") for k in found]
        table(console, ("单位", "类别", "指纹", "时间", "停用"), rows)

    show({"keys": [_key(k) for k in found]}, as_json, words)


def _key(key: PartyKey) -> dict[str, object]:
    return {
        "party": key.party, "print": key.print, "public": key.public, "own": key.is_own, "noted_at": key.noted_at,
        "ended_at": key.ended_at or None,
    }  # fmt: skip
