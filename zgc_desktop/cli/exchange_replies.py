"""Commands about a park's statements: list their lines, confirm them or register a difference, packed for the city."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from zgc_desktop.cli.output import AsJson, MonthText, Workspace, context, day_of, month_of, show, table
from zgc_desktop.cli.settlement import money_of
from zgc_desktop.domain.money import yuan

statement_app = typer.Typer(help="对账单：逐笔确认或登记差异，打成对账回复包发给市级", no_args_is_help=True)
Person = Annotated[str, typer.Option("--person", help="经办人；不写则为当前用户")]
On = Annotated[str | None, typer.Option("--on", help="答复日期；不写为今天")]
Out = Annotated[Path | None, typer.Option("--out", help="写到哪个文件夹；不写则放 outbox")]


@statement_app.command("list")
def listed(
    month: Annotated[str, typer.Option("--month", help="只看这个月，如 2026-10")] = "",
    workspace: Workspace = None,
    as_json: AsJson = False,
) -> None:
    """市级最近发来的对账单逐笔列出，和本园已作的答复。"""
    from zgc_desktop.services.exchange_replies import lines

    found = lines(context(workspace), month_of(month) if month else None)
    data = [
        {
            "month": str(v.month), "state": v.told.state, "key": v.line.key, "case": v.line.case_id, "company": v.line.company,
            "credit_code": v.line.credit_code, "other": v.line.other, "counted_fen": v.line.counted_fen,
            "due_fen": v.line.due_fen, "confirmed": list(v.line.confirmed), "reply": v.reply.word if v.reply else None,
            "person": v.reply.person if v.reply else None, "claimed_fen": v.reply.claimed_fen if v.reply else None,
            "reason": v.reply.reason if v.reply else None,
        }
        for v in found
    ]  # fmt: skip

    def words(console: Console) -> None:
        titles = ("月份", "案件", "企业", "对方", "本区收付（元）", "结算", "我方答复", "理由")
        rows = [
            (v.month, v.line.case_id, v.line.company, v.line.other, yuan(v.line.due_fen), v.told.state,
             v.reply.word if v.reply else "待答复", v.reply.reason if v.reply else None)
            for v in found
        ]  # fmt: skip
        table(console, titles, rows)

    show({"lines": data}, as_json, words)


@statement_app.command("confirm")
def confirm(
    month: MonthText,
    cases: Annotated[list[str] | None, typer.Option("--case", help="只确认这些案件；不写则全部")] = None,
    person: Person = "",
    on: On = None,
    out: Out = None,
    workspace: Workspace = None,
    as_json: AsJson = False,
) -> None:
    """分园：确认对账单，打成对账回复包；包里是到目前为止的全部答复。"""
    from zgc_desktop.cli.exchange import packed
    from zgc_desktop.domain.exchange.replies import CONFIRMED
    from zgc_desktop.services.exchange_replies import pack_reply

    ctx = context(workspace)
    packed(pack_reply(ctx, month_of(month), CONFIRMED, cases or (), person=person, day=day_of(on), out=out), as_json)


@statement_app.command("dispute")
def dispute(
    month: MonthText,
    case: Annotated[str, typer.Option("--case", help="案件号")],
    reason: Annotated[str, typer.Option("--reason", help="分歧与依据")],
    claimed: Annotated[str | None, typer.Option("--claimed", help="本区认为应为多少元")] = None,
    person: Person = "",
    on: On = None,
    out: Out = None,
    workspace: Workspace = None,
    as_json: AsJson = False,
) -> None:
    """分园：对一笔登记差异，打成对账回复包。"""
    from zgc_desktop.cli.exchange import packed
    from zgc_desktop.domain.exchange.replies import DISPUTED
    from zgc_desktop.services.exchange_replies import pack_reply

    amount = None if claimed is None else money_of(claimed)
    made = pack_reply(
        context(workspace), month_of(month), DISPUTED, [case], person=person, reason=reason, claimed_fen=amount,
        day=day_of(on), out=out,
    )  # fmt: skip
    packed(made, as_json)
