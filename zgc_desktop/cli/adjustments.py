"""Commands about manual postings (调整分录) of the settlement: register, take back, list."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated, Any

import typer

from zgc_desktop.cli.output import AsJson, MonthText, Workspace, context, day_of, month_of, show, table
from zgc_desktop.cli.settlement import Day, Person, money_of
from zgc_desktop.domain.adjustments import Adjustment
from zgc_desktop.domain.money import yuan


def add_to(app: typer.Typer) -> None:
    """Add the commands to the settlement's own."""
    app.command("adjust")(settlement_adjust)
    app.command("adjust-undo")(settlement_adjust_undo)
    app.command("adjustments")(settlement_adjustments)


def settlement_adjust(
    month: MonthText,
    case_id: Annotated[str, typer.Option("--case", help="案件号")],
    about: Annotated[str, typer.Option("--about", help="更正哪个月，早于登记的月份")],
    due: Annotated[str, typer.Option("--due", help="应得增减多少元，减少写负数")],
    person: Person,
    reason: Annotated[str, typer.Option("--reason", help="理由")],
    evidence: Annotated[str, typer.Option("--evidence", help="依据：文号、凭证号或会议纪要")],
    counted: Annotated[str, typer.Option("--counted", help="计入税收增减多少元；只改分法的不写")] = "0",
    on: Day = None,
    workspace: Workspace = None,
    as_json: AsJson = False,
) -> None:
    """登记调整分录：在未锁定的月份更正以前月份的分享；原结算和事实不改写，双方确认后随本月锁定。"""
    from zgc_desktop.services.settle_adjust import adjust

    given = adjust(
        context(workspace), month_of(month), case_id, month_of(about), due_fen=money_of(due), counted_fen=money_of(counted),
        person=person, reason=reason, evidence=evidence, day=day_of(on),
    )  # fmt: skip
    said = f"已登记调整分录{given.name}，重新试算 {month} 后列入"
    show(_adjustment_json(given), as_json, lambda c: c.print(said))


def settlement_adjust_undo(
    number: Annotated[int, typer.Argument(help="调整分录编号")],
    reason: Annotated[str, typer.Option("--reason", help="理由")],
    workspace: Workspace = None,
    as_json: AsJson = False,
) -> None:
    """撤回未锁定月份的调整分录；已锁定的用相反的分录更正。"""
    from zgc_desktop.services.settle_adjust import take_back

    said = take_back(context(workspace), number, reason).sentence
    show({"sentence": said}, as_json, lambda c: c.print(said))


def settlement_adjustments(
    month: Annotated[str | None, typer.Option("--month", help="月份；不写则列全部月份")] = None,
    workspace: Workspace = None,
    as_json: AsJson = False,
) -> None:
    """列出登记过的调整分录。"""
    from zgc_desktop.services.settle_adjust import adjustments

    found = adjustments(context(workspace), month_of(month) if month else None)
    titles = ("编号", "月份", "更正", "案件", "应付", "应得", "计入税收（元）", "应得（元）", "理由", "依据", "经办")
    rows = [
        (a.id, a.month, a.about, a.case_id, a.payer, a.receiver, yuan(a.counted_fen), yuan(a.due_fen), a.reason, a.evidence,
         f"{a.person} {a.day}")
        for a in found
    ]  # fmt: skip
    show([_adjustment_json(a) for a in found], as_json, lambda c: table(c, titles, rows))


def _adjustment_json(a: Adjustment) -> dict[str, Any]:
    return asdict(a) | {"month": str(a.month), "about": str(a.about), "kept_fen": a.kept_fen}
