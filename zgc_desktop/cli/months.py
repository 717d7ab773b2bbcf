"""Commands about months: open, close, lock, exceptions, and what went through them."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.console import Console

from zgc_desktop.cli.output import AsJson, Workspace, context, day_of, month_of, show, table
from zgc_desktop.domain.changes import ChangeSummary
from zgc_desktop.domain.errors import Refused
from zgc_desktop.domain.months import Subject

month_app = typer.Typer(help="月份：开放、关闭、锁定、例外", no_args_is_help=True)

Which = Annotated[str, typer.Argument(help="月份，如 2026-10")]
Why = Annotated[str, typer.Option("--reason", help="理由")]


def _said(summary: ChangeSummary, as_json: bool) -> None:
    show({"sentence": summary.sentence, "journal": summary.journal_seq}, as_json, lambda c: c.print(summary.sentence))


@month_app.command("list")
def listed(workspace: Workspace = None, as_json: AsJson = False) -> None:
    """列出各月的状态。"""
    from zgc_desktop.services import months

    found = months.listed(context(workspace))
    data = [
        {"month": str(m.month), "state": m.state.value, "at": m.at, "by": m.by, "reason": m.reason, "exceptions": m.exceptions}
        for m in found
    ]
    rows = [(m.month, m.state.word, m.at[:16].replace("T", " "), m.by, m.reason, m.exceptions or "") for m in found]
    show(data, as_json, lambda c: table(c, ("月份", "状态", "自", "谁", "理由", "生效的例外"), rows))


@month_app.command("open")
def opened(month: Which, reason: Why = "", workspace: Workspace = None, as_json: AsJson = False) -> None:
    """开放一个月，或重新开放已关闭的月（须写理由）。"""
    from zgc_desktop.services import months

    _said(months.open_month(context(workspace), month_of(month), reason=reason), as_json)


@month_app.command("close")
def closed(month: Which, reason: Why = "", workspace: Workspace = None, as_json: AsJson = False) -> None:
    """关闭一个月：报送与归属不再改，结算、评审、文字仍可进行。"""
    from zgc_desktop.services import months

    _said(months.close_month(context(workspace), month_of(month), reason=reason), as_json)


@month_app.command("lock")
def locked(month: Which, reason: Why = "", workspace: Workspace = None, as_json: AsJson = False) -> None:
    """锁定一个月：什么都不再改，除非登记例外。锁定不撤销。"""
    from zgc_desktop.services import months

    _said(months.lock_month(context(workspace), month_of(month), reason=reason), as_json)


@month_app.command("exception")
def exception(
    month: Which,
    person: Annotated[str, typer.Option("--person", help="给谁；与署名一致")] = "",
    reason: Why = "",
    until: Annotated[str, typer.Option("--until", help="到哪一天止（含），如 2026-12-05")] = "",
    park: Annotated[str, typer.Option("--park", help="只限一个分园")] = "",
    about: Annotated[str, typer.Option("--about", help="只限一类数据：报送、在册归属、组团、分享、梯队、月报文字")] = "",
    end: Annotated[int, typer.Option("--end", help="结束编号为此的例外")] = 0,
    workspace: Workspace = None,
    as_json: AsJson = False,
) -> None:
    """登记（或用 --end 结束）一条例外；不写 --person 即列出本月的例外、经例外改了什么、涉及哪些已发布的数。"""
    from zgc_desktop.services import months

    ctx, at = context(workspace), month_of(month)
    if end:
        _said(months.end(ctx, end), as_json)
        return
    if not person:
        _list(month, workspace, as_json)
        return
    day = day_of(until)
    if day is None:
        raise Refused("没有写明例外的期限", advice="请加 --until 2026-12-05")
    subject = next((s for s in Subject if s.value == about), None)
    if about and subject is None:
        raise Refused(f"没有“{about}”这类数据", advice=f"可用：{'、'.join(s.value for s in Subject)}")
    _said(
        months.except_for(ctx, at, person=person, reason=reason, expires_on=day, park=park, subject=subject),
        as_json,
    )


def _list(month: str, workspace: Workspace, as_json: bool) -> None:
    from zgc_desktop.services import months

    ctx, at = context(workspace), month_of(month)
    held, through, issued = months.exceptions(ctx, at), months.went_through(ctx, at), months.issued_touched(ctx, at)
    today = ctx.today()
    data = {
        "exceptions": [
            {"id": e.id, "person": e.person, "scope": e.scope, "reason": e.reason, "until": e.expires_on.isoformat(),
             "by": e.granted_by, "at": e.granted_at, "in_force": e.holds_on(today)}
            for e in held
        ],
        "went_through": [
            {"exception": p.exception.id, "seq": p.seq, "at": p.at, "who": p.who, "sentence": p.sentence} for p in through
        ],
        "issued": [{"place": i.place, "then": i.then, "now": i.now, "errata": i.correction} for i in issued],
    }  # fmt: skip

    def words(console: Console) -> None:
        rows = [(e.id, e.person, e.scope, e.reason, e.expires_on, "生效" if e.holds_on(today) else "已止") for e in held]
        table(console, ("编号", "经办人", "范围", "理由", "期限", "状态"), rows)
        for p in through:
            console.print(f"例外 {p.exception.id}：#{p.seq} {p.at[:16].replace('T', ' ')} {p.who} {p.sentence}")
        for i in issued:
            said = "列入下期勘误" if i.correction else "与已发布的不同"
            console.print(f"已发布 {i.place}：{i.then} → {i.now}（{said}）")

    show(data, as_json, words)
