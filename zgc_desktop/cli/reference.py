"""Commands about reference data: the catalogue, templates."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from zgc_desktop import bootstrap
from zgc_desktop.cli.output import AsJson, MonthText, Workspace, context, month_of, show, table
from zgc_desktop.paths import resources_dir


def catalogue(as_json: AsJson = False) -> None:
    """列出分园、组团、产业与规划自身的口径差异。"""
    data = bootstrap.load_catalogue(resources_dir()).as_json()

    def words(console: Console) -> None:
        rows = [(c["name"], c["park"], "、".join(c["industries"]), "、".join(c["modes"]) or "未载明") for c in data["clusters"]]  # type: ignore[arg-type]
        table(console, ("组团", "分园", "重点产业", "发展模式"), list(rows))
        console.print(f"{len(data['parks'])} 个分园，{len(data['clusters'])} 个组团，口径差异 {len(data['contradictions'])} 处")

    show(data, as_json, words)


def template(
    park: Annotated[str, typer.Option("--park", help="分园")],
    month: MonthText,
    out: Annotated[Path, typer.Option("--out", help="写到哪个文件")],
    workspace: Workspace = None,
    as_json: AsJson = False,
) -> None:
    """写出一个分园当月的报送模板，已填好上月的企业。"""
    from zgc_desktop.services import template as service

    path = service.write(context(workspace), park, month_of(month), out)
    show({"path": str(path)}, as_json, lambda c: c.print(f"模板：{path}"))
