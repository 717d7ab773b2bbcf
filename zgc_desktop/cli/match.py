"""Commands about placement (供需匹配): wishes, room, pins, the proposal, leads made of it."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.console import Console

from zgc_desktop.cli.output import AsJson, MonthText, Workspace, context, day_of, month_of, show, table
from zgc_desktop.domain.changes import ChangeSummary
from zgc_desktop.domain.errors import Refused
from zgc_desktop.domain.percent import percent

match_app = typer.Typer(help="供需匹配", no_args_is_help=True)
Company = Annotated[str, typer.Option("--company", help="信用代码")]
Reason = Annotated[str, typer.Option("--reason", help="理由")]


def _said(summary: ChangeSummary, as_json: bool) -> None:
    data = {"sentence": summary.sentence, "journal": summary.journal_seq}
    show(data, as_json, lambda c: c.print(summary.sentence))


@match_app.command()
def wish(
    company: Company,
    written_on: Annotated[str, typer.Option("--day", help="书面意向的日期")],
    paper: Annotated[str, typer.Option("--paper", help="书面意向的文件")],
    need: Annotated[int | None, typer.Option("--need", help="需地面积，㎡；未知则不写")] = None,
    mode: Annotated[list[str] | None, typer.Option("--mode", help="要求的发展模式，可重复")] = None,
    carrier: Annotated[list[str] | None, typer.Option("--carrier", help="要求的载体，可重复")] = None,
    park: Annotated[list[str] | None, typer.Option("--park", help="只愿去的分园，可重复")] = None,
    must_leave: Annotated[bool, typer.Option("--must-leave", help="须迁出，不能留在原址")] = False,
    workspace: Workspace = None,
    as_json: AsJson = False,
) -> None:
    """登记一家企业的书面迁移意向。"""
    from zgc_desktop.services.match import register_wish

    day = day_of(written_on)
    if day is None:
        raise Refused("没有写明书面意向的日期")
    summary = register_wish(
        context(workspace), company, written_on=day, paper=paper, need_m2=need, modes=mode or (), carriers=carrier or (),
        parks=park or (), stay=not must_leave,
    )  # fmt: skip
    _said(summary, as_json)


@match_app.command("wishes")
def list_wishes(month: MonthText, workspace: Workspace = None, as_json: AsJson = False) -> None:
    """需求清单：有书面意向的企业要多少面积、什么模式和载体、愿去哪里、能否留在原址。"""
    from zgc_desktop.services.match import wishes

    found = wishes(context(workspace), month_of(month))
    data = [
        {
            "id": w.id, "credit_code": w.wish.credit_code, "name": w.wish.name, "park": w.wish.park,
            "cluster": w.wish.cluster, "industry": w.wish.industry, "need_m2": w.wish.need_m2, "modes": list(w.wish.modes),
            "carriers": list(w.wish.carriers), "parks": list(w.wish.parks), "stay": w.wish.stay,
        }
        for w in found
    ]  # fmt: skip
    rows: list[tuple[object, ...]] = [
        (
            w.id, w.wish.name, w.wish.park, w.wish.industry, w.wish.need_m2, "、".join(w.wish.modes),
            "、".join(w.wish.carriers), "、".join(w.wish.parks) or "不限", "可留" if w.wish.stay else "须迁出",
        )
        for w in found
    ]  # fmt: skip
    titles = ("编号", "企业", "现在", "产业", "需地(㎡)", "模式", "载体", "愿去", "原址")
    show(data, as_json, lambda c: table(c, titles, rows))


@match_app.command()
def room(
    month: MonthText,
    cluster: Annotated[str, typer.Option("--cluster", help="组团")],
    free: Annotated[int, typer.Option("--free", help="可用面积，㎡")],
    source: Annotated[str, typer.Option("--source", help="数据来源")],
    admission: Annotated[str, typer.Option("--admission", help="准入标准；不写即未定")] = "",
    workspace: Workspace = None,
    as_json: AsJson = False,
) -> None:
    """登记一个组团的可用空间。"""
    from zgc_desktop.services.match import register_room

    _said(register_room(context(workspace), cluster, month_of(month), free, source=source, admission=admission), as_json)


@match_app.command()
def rooms(month: MonthText, workspace: Workspace = None, as_json: AsJson = False) -> None:
    """各组团可供空间：有用地登记的按登记，没有的按手工登记。"""
    from zgc_desktop.services.match import room_of

    ctx = context(workspace)
    found = room_of(ctx, month_of(month))
    rows = [(name, *found[name]) for name in ctx.catalogue.clusters if name in found]
    data = [{"cluster": c, "free_m2": free, "admission": admission, "source": source} for c, free, admission, source in rows]
    lines = [(c, f"{free:,}", admission or "未定", source) for c, free, admission, source in rows]
    show(data, as_json, lambda c: table(c, ("组团", "可用(㎡)", "准入标准", "来源"), lines))


@match_app.command()
def pin(
    company: Company,
    reason: Reason,
    cluster: Annotated[str, typer.Option("--cluster", help="组团；不写即留在原址")] = "",
    forbid: Annotated[bool, typer.Option("--forbid", help="禁止，而不是固定")] = False,
    workspace: Workspace = None,
    as_json: AsJson = False,
) -> None:
    """把一家企业固定在（或禁止去）一个组团。"""
    from zgc_desktop.domain.matching import PinKind
    from zgc_desktop.services.match import pin as service

    _said(service(context(workspace), company, cluster, PinKind.FORBID if forbid else PinKind.PIN, reason), as_json)


@match_app.command("take-back")
def take_back(
    kind: Annotated[str, typer.Argument(help="wish、pin 或 lead")],
    number: Annotated[int, typer.Argument(help="编号")],
    reason: Reason,
    workspace: Workspace = None,
    as_json: AsJson = False,
) -> None:
    """撤回一项意向、固定（禁止）或供需线索；记录保留。"""
    from zgc_desktop.services import match

    if kind not in ("wish", "pin", "lead"):
        raise Refused(f"不认识的种类“{kind}”", advice="可用：wish、pin、lead")
    _said(match.take_back(context(workspace), kind, number, reason), as_json)


@match_app.command()
def solve(month: MonthText, workspace: Workspace = None, as_json: AsJson = False) -> None:
    """求最优匹配：得分与上界；每家为什么、次选、为什么不选；未匹配的要改变什么。只是建议，不写入。"""
    from fractions import Fraction

    from zgc_desktop.domain.matching import FULL
    from zgc_desktop.services.match import propose

    found = propose(context(workspace), month_of(month))
    data = {
        "month": month,
        "score": found.solution.score,
        "bound": found.solution.bound,
        "gap": found.solution.gap,
        "companies": [
            {
                "credit_code": p.wish.credit_code,
                "name": p.wish.name,
                "park": p.wish.park,
                "cluster": p.wish.cluster or None,
                "proposed": p.option.label if p.option else None,
                "score": p.option.score if p.option else None,
                "why": p.why,
                "second": p.second.label if p.second else None,
                "why_not_second": p.why_not_second,
                "would_have_to_change": list(p.changes),
            }
            for p in found.proposed
        ],
    }

    def words(console: Console) -> None:
        rows = [
            (p.wish.name, p.wish.cluster or p.wish.park, p.option.label if p.option else "未匹配",
             p.second.label if p.second else "—", p.why_not_second, p.why if p.option else "；".join(p.changes))
            for p in found.proposed
        ]  # fmt: skip
        table(console, ("企业", "现在", "建议", "次选", "次选为何不选", "理由"), rows)
        most = FULL * len(found.proposed)
        score, bound = (percent(Fraction(n, most), 2) for n in (found.solution.score, found.solution.bound))
        proved = "已证明最优" if found.solution.gap == 0 else "尚未证明最优"
        console.print(f"得分 {score}，上界 {bound}，{proved}。建议只能转为线索，不办理任何手续。")

    show(data, as_json, words)


@match_app.command()
def lead(
    month: MonthText,
    company: Annotated[list[str], typer.Option("--company", help="信用代码，可重复")],
    workspace: Workspace = None,
    as_json: AsJson = False,
) -> None:
    """把建议转为线索，供人跟进。"""
    from zgc_desktop.services.match import make_leads

    _said(make_leads(context(workspace), month_of(month), company), as_json)


@match_app.command()
def leads(month: MonthText, workspace: Workspace = None, as_json: AsJson = False) -> None:
    """列出由建议转来的线索。"""
    from zgc_desktop.services.match import leads as service

    found = service(context(workspace), month_of(month))
    keys = ("id", "credit_code", "name", "from_park", "from_cluster", "to_park", "to_cluster", "score", "why")
    rows = [[getattr(item, key) for key in keys] for item in found]
    titles = ("编号", "信用代码", "企业", "现分园", "现组团", "去分园", "去组团", "得分", "理由")
    show({"leads": [dict(zip(keys, r, strict=True)) for r in rows]}, as_json, lambda c: table(c, titles, rows))
