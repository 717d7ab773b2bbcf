"""Commands about the office's own rule folder: check, compare, try."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from zgc_desktop.cli.output import AsJson, Workspace, context, month_of, place, show
from zgc_desktop.paths import resources_dir, workspace_paths

rules_app = typer.Typer(help="办公室自己的规则文件夹（工作区的 rules 文件夹）", no_args_is_help=True)


def _office(workspace: str | None) -> Path:
    # Without opening the workspace: a broken rule file must not keep anybody from hearing what is wrong with it.
    return workspace_paths(place(workspace)).rules


@rules_app.command()
def check(workspace: Workspace = None, as_json: AsJson = False) -> None:
    """逐个文件校验：哪个文件、哪个键、为什么不行；有问题退出码为 1。"""
    from zgc_desktop.services.rule_folder import check as service

    office = _office(workspace)
    found = service(resources_dir(), office)
    bad = [f for f in found if f.problem]
    data = {
        "folder": str(office),
        "ok": not bad,
        "files": [{"file": f.file, "replaces": f.replaces, "problem": f.problem or None} for f in found],
    }
    lines = [f"{f.file}：{f.problem or ('替换随程序附带的文件' if f.replaces else '新增')}" for f in found]
    show(data, as_json, lambda c: c.print("\n".join(lines) or f"{office} 中没有规则文件，全部使用随程序附带的规则。"))
    if bad:
        raise typer.Exit(1)


@rules_app.command()
def diff(workspace: Workspace = None, as_json: AsJson = False) -> None:
    """与随程序附带的规则逐键比较。"""
    from zgc_desktop.services.rule_folder import diff as service

    found = service(resources_dir(), _office(workspace))
    data = {
        "files": [
            {
                "file": f.file,
                "replaces": f.replaces,
                "differences": [{"key": d.key, "shipped": d.before, "office": d.after} for d in f.differences],
            }
            for f in found
        ]
    }
    lines = [line for f in found for line in (f.file, *(f"    {d.sentence}" for d in f.differences))]
    show(data, as_json, lambda c: c.print("\n".join(lines) or "没有自己的规则文件。"))


@rules_app.command()
def share(
    reason: Annotated[str, typer.Option("--reason", help="理由")] = "",
    drop: Annotated[bool, typer.Option("--drop", help="放弃本机的改动，换回全办在用的")] = False,
    workspace: Workspace = None,
    as_json: AsJson = False,
) -> None:
    """服务器上的工作区：把本机 rules 文件夹里的规则交给全办。"""
    from zgc_desktop.services import office_rules

    ctx = context(workspace)
    if drop:
        files = office_rules.drop_edits(ctx)
        said = f"已换回全办在用的规则：{'、'.join(files)}" if files else "本机的规则与全办相同"
    else:
        shared = office_rules.share(ctx, reason=reason)
        files = shared.files if shared else ()
        said = shared.summary.sentence if shared else "本机的规则与全办相同"
    show({"files": list(files), "sentence": said}, as_json, lambda c: c.print(said))


@rules_app.command("try")
def try_out(
    month: Annotated[list[str] | None, typer.Option("--month", help="试算哪个月，可重复；不写即全部")] = None,
    workspace: Workspace = None,
    as_json: AsJson = False,
) -> None:
    """用自己的规则试算过去：分享与梯队按月，拟行准入标准按以往项目，考核方案按以往考核；不写入。"""
    from zgc_desktop.services.rule_folder import try_out as service

    found = service(context(workspace), [month_of(m) for m in month or ()])
    data = {
        "tried": [
            {
                "month": str(t.month),
                "standard": t.standard,
                "shipped": t.shipped,
                "office": t.office,
                "entering": list(t.entering),
                "leaving": list(t.leaving),
                "title": t.title,
            }
            for t in found
        ]
    }
    show(data, as_json, lambda c: c.print("\n".join(t.sentence for t in found) or "与现行的规则、标准和方案没有差别。"))
