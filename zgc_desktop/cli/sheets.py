"""Commands about one-page papers: park feedback, case slip, agenda, cluster card."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from zgc_desktop.cli.output import AsJson, MonthText, Workspace, context, month_of, show

sheet_app = typer.Typer(help="一页纸：反馈单、案卷回执、题单、评估卡", no_args_is_help=True)

Out = Annotated[Path, typer.Option("--out", help="写到哪个文件夹")]


def _told(files: Sequence[Path], as_json: bool) -> None:
    show({"files": [str(f) for f in files]}, as_json, lambda c: c.print("\n".join(map(str, files))))


@sheet_app.command()
def feedback(
    month: MonthText,
    out: Out,
    park: Annotated[list[str] | None, typer.Option("--park", help="分园，可重复；不写即全部")] = None,
    workspace: Workspace = None,
    as_json: AsJson = False,
) -> None:
    """写出分园反馈单，每园一页。"""
    from zgc_desktop.services.sheets import write_feedback

    _told(write_feedback(context(workspace), month_of(month), out, park or ()), as_json)


@sheet_app.command("case-slip")
def case_slip(
    case_id: Annotated[str, typer.Argument(help="案件号")],
    month: MonthText,
    out: Out,
    workspace: Workspace = None,
    as_json: AsJson = False,
) -> None:
    """写出案卷回执：PDF 一页，并附 JSON。"""
    from zgc_desktop.services.sheets import write_case_slip

    _told(write_case_slip(context(workspace), month_of(month), case_id, out), as_json)


@sheet_app.command()
def agenda(month: MonthText, out: Out, workspace: Workspace = None, as_json: AsJson = False) -> None:
    """写出协调会题单。"""
    from zgc_desktop.services.sheets import write_agenda

    _told([write_agenda(context(workspace), month_of(month), out)], as_json)


@sheet_app.command("cluster-card")
def cluster_card(
    cluster: Annotated[str, typer.Argument(help="组团")],
    month: MonthText,
    out: Out,
    workspace: Workspace = None,
    as_json: AsJson = False,
) -> None:
    """写出组团评估卡。"""
    from zgc_desktop.services.sheets import write_cluster_card

    _told([write_cluster_card(context(workspace), month_of(month), cluster, out)], as_json)
