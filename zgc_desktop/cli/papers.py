"""Commands about papers of the plans: publication sheets, minutes, the yearly book, and companies tied across parks."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console

from zgc_desktop.cli.output import AsJson, MonthText, Workspace, context, day_of, month_of, show, table
from zgc_desktop.cli.sheets import Out
from zgc_desktop.domain.errors import Refused
from zgc_desktop.domain.monthly_json import plain

if TYPE_CHECKING:
    from zgc_desktop.domain.company_ties import CompanyTies, Tally


def _told(file: Path, as_json: bool) -> None:
    show({"files": [str(file)]}, as_json, lambda c: c.print(str(file)))


def standard(
    number: Annotated[int, typer.Argument(help="标准编号（见 zgc standard list）")],
    out: Out,
    workspace: Workspace = None,
    as_json: AsJson = False,
) -> None:
    """写出准入标准公布件。"""
    from zgc_desktop.services.review_papers import write_standard_sheet

    _told(write_standard_sheet(context(workspace), number, out), as_json)


def minutes(
    body: Annotated[str, typer.Argument(help="议事机构")],
    on: Annotated[str, typer.Option("--on", help="会议日期")],
    out: Out,
    workspace: Workspace = None,
    as_json: AsJson = False,
) -> None:
    """写出会议纪要：该机构当日的会审和决议。"""
    from zgc_desktop.services.review_papers import write_minutes

    day = day_of(on)
    if day is None:
        raise Refused("没有写明会议日期", advice="请用 --on 2026-10-12")
    _told(write_minutes(context(workspace), body, day, out), as_json)


def yearbook(
    year: Annotated[int, typer.Argument(help="年度")],
    out: Out,
    public: Annotated[bool, typer.Option("--public", help="公开版：不含企业数据，小数隐去")] = False,
    workspace: Workspace = None,
    as_json: AsJson = False,
) -> None:
    """写出规划实施年度报告，或它的公开版。"""
    from zgc_desktop.services.yearbook import write_yearbook

    _told(write_yearbook(context(workspace), year, out, public=public), as_json)


def ties(month: MonthText, workspace: Workspace = None, as_json: AsJson = False) -> None:
    """企业联系：领军企业圈、总部与经营点、孵化毕业、新旧产业对照；同一企业只计一次。"""
    from zgc_desktop.services.company_ties import ties_of

    found = ties_of(context(workspace), month_of(month))
    show(plain(found), as_json, lambda c: _words(c, found))


def _words(console: Console, found: CompanyTies) -> None:
    lines = [(c.leader, f"圈，缺 {len(c.absent)} 家", *_tally(c.tally)) for c in found.circles]
    if lines:
        lines.append(("各圈合计（去重）", "", *_tally(found.together)))
    lines += [(h.name, f"总部在{h.home or '台账外'}", "1", "、".join(p for p, _, _ in h.sites), "") for h in found.headquarters]
    lines += [(g.incubator, "孵化毕业", str(g.whole), "、".join(f"{c} {n}" for c, n, _ in g.went), "") for g in found.graduates]
    lines += [(f.industry, "、".join(f.older), *_tally(f.tally)) for f in found.fields]
    table(console, ("名称", "说明", "企业", "分园或去向", "营业收入（万元）"), lines)


def _tally(found: Tally) -> tuple[str, str, str]:
    from zgc_desktop.domain.money import wan

    return str(found.companies), "、".join(found.parks), "—" if found.revenue_fen is None else wan(found.revenue_fen)


def add_to(sheets: typer.Typer, app: typer.Typer) -> None:
    """The papers stand among the one-page papers; the book and the ties are commands of their own."""
    sheets.command()(standard)
    sheets.command()(minutes)
    app.command()(yearbook)
    app.command()(ties)
