"""Commands about what the rules decide: scenario, tiers, clusters."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from zgc_desktop.cli.output import AsJson, place, show
from zgc_desktop.paths import resources_dir, workspace_paths


def scenario(
    files: Annotated[list[Path], typer.Argument(help="算例文件（TOML）")],
    workspace: Annotated[str | None, typer.Option("--workspace", help="连同此工作区的本办分享规则一起用")] = None,
    as_json: AsJson = False,
) -> None:
    """运行分享算例，与期望逐项比较到分；有差异退出码为 1。"""
    from zgc_desktop.domain.sharing.scenario import scenario_json, scenario_lines
    from zgc_desktop.services.scenarios import run

    results = run(resources_dir(), files, workspace_paths(place(workspace)).rules if workspace else None)
    show(scenario_json(results), as_json, lambda c: c.print("\n".join(line for r in results for line in scenario_lines(r))))
    if any(r.failures for r in results):
        raise typer.Exit(1)
