"""Commands about cases with a party outside the city (与外省市迁移)."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console

from zgc_desktop.cli.output import AsJson, Workspace, context, day_of, said, show, table
from zgc_desktop.cli.projects import needed_day
from zgc_desktop.domain.errors import Refused
from zgc_desktop.domain.money import to_fen, yuan, yuan_plain
from zgc_desktop.domain.moves import KINDS
from zgc_desktop.domain.outside import (
    AFTER,
    ANSWERS,
    BASE_YEAR,
    DIRECTIONS,
    NATURES,
    NOT_BOOKED,
    REGIONS,
    OutsideCase,
    OutsideFigure,
)

outside_app = typer.Typer(help="外省市案件：迁出、迁入本市与在外设基地", no_args_is_help=True)
Number = Annotated[str, typer.Argument(help="案件号，如 WS-2026-001")]
On = Annotated[str, typer.Option("--on", help="日期，如 2026-10-20")]
Paper = Annotated[str, typer.Option("--paper", help="依据的文书，如 企业函、对方复函、变更登记通知书")]


@outside_app.command("open")
def open_case(
    direction: Annotated[str, typer.Option("--direction", help="、".join(DIRECTIONS))],
    credit_code: Annotated[str, typer.Option("--code", help="统一社会信用代码")],
    park: Annotated[str, typer.Option("--park", help="本市分园")],
    place: Annotated[str, typer.Option("--place", help="外省市一方，如 河北雄安新区")],
    region: Annotated[str, typer.Option("--region", help="、".join(REGIONS))],
    paper: Paper,
    name: Annotated[str, typer.Option("--name", help="企业名称；台账中有的以台账为准")] = "",
    nature: Annotated[str, typer.Option("--nature", help="、".join(NATURES))] = "",
    kind: Annotated[str, typer.Option("--kind", help="、".join(KINDS))] = "",
    base: Annotated[str, typer.Option("--base", help="共建基地名称")] = "",
    on: Annotated[str | None, typer.Option("--on", help="立案日；不写即今天")] = None,
    register: Annotated[int, typer.Option("--register", help="由旧登记簿“与外省市迁移”的哪一条转来")] = 0,
    workspace: Workspace = None,
    as_json: AsJson = False,
) -> None:
    """立案：企业与外省市之间的迁移，或在外设的基地。"""
    from zgc_desktop.services import outside

    ctx = context(workspace)
    day = day_of(on) or ctx.today()
    case = OutsideCase(
        "", direction, credit_code, name, park, place, region, day, paper, nature=nature, kind=kind, base=base
    )  # fmt: skip
    said(outside.open_case(ctx, case, register=register), as_json)


@outside_app.command()
def describe(
    number: Number,
    nature: Annotated[str | None, typer.Option("--nature", help="、".join(NATURES))] = None,
    kind: Annotated[str | None, typer.Option("--kind", help="、".join(KINDS))] = None,
    place: Annotated[str | None, typer.Option("--place", help="外省市一方")] = None,
    region: Annotated[str | None, typer.Option("--region", help="、".join(REGIONS))] = None,
    base: Annotated[str | None, typer.Option("--base", help="共建基地名称")] = None,
    registered_on: Annotated[str | None, typer.Option("--registered-on", help="变更登记日；基地为设立日")] = None,
    at_capacity_on: Annotated[str | None, typer.Option("--at-capacity-on", help="达产日")] = None,
    rule: Annotated[str | None, typer.Option("--rule", help="有依据的分享办法，如 jjj-2015")] = None,
    rule_paper: Annotated[str | None, typer.Option("--rule-paper", help="适用该办法的依据，如 两地确认的名单文号")] = None,
    note: Annotated[str | None, typer.Option("--note", help="备注")] = None,
    workspace: Workspace = None,
    as_json: AsJson = False,
) -> None:
    """补充案情；没有写明分享办法的，不计算分享。"""
    from zgc_desktop.services import outside

    told = {
        "nature": nature, "kind": kind, "place": place, "region": region, "base": base, "note": note, "rule": rule,
        "rule_paper": rule_paper, "registered_on": day_of(registered_on), "at_capacity_on": day_of(at_capacity_on),
    }  # fmt: skip
    said(outside.describe(context(workspace), number, **told), as_json)


@outside_app.command()
def advance(
    number: Number,
    to: Annotated[str, typer.Option("--to", help="市级统筹、办理中、已落地、办结 或 撤回")],
    on: On,
    paper: Paper,
    reason: Annotated[str, typer.Option("--reason", help="撤回的理由")] = "",
    workspace: Workspace = None,
    as_json: AsJson = False,
) -> None:
    """推进、落地、办结或撤回；每一步有日期和文书，没有否决。"""
    from zgc_desktop.services import outside

    said(outside.advance(context(workspace), number, to, needed_day(on, "日期"), paper, reason=reason), as_json)


@outside_app.command()
def answer(
    number: Number,
    what: Annotated[str, typer.Option("--answer", help="、".join(ANSWERS))],
    on: On,
    paper: Paper,
    reason: Annotated[str, typer.Option("--reason", help="内容")] = "",
    workspace: Workspace = None,
    as_json: AsJson = False,
) -> None:
    """登记外省市一方的来文；本办不代其表态。"""
    from zgc_desktop.services import outside

    said(outside.answer(context(workspace), number, what, needed_day(on, "日期"), paper, reason=reason), as_json)


@outside_app.command()
def attach(
    number: Number,
    file: Annotated[Path, typer.Argument(help="附件文件")],
    about: Annotated[str, typer.Option("--about", help="是什么材料")],
    workspace: Workspace = None,
    as_json: AsJson = False,
) -> None:
    """把材料存入案卷：按 SHA-256 归档，不可改动。"""
    from zgc_desktop.services import outside

    said(outside.attach(context(workspace), number, file, about), as_json)


@outside_app.command()
def tax(
    number: Number,
    source: Annotated[str, typer.Option("--source", help="来源，如 税务证明、对方财政来函")],
    base: Annotated[list[str] | None, typer.Option("--base", help="迁前：年=元，如 2025=24000000.00，可重复")] = None,
    after: Annotated[list[str] | None, typer.Option("--after", help="迁后：期间=元，如 2027-Q1=5000000.00，可重复")] = None,
    workspace: Workspace = None,
    as_json: AsJson = False,
) -> None:
    """登记迁前基数和迁后地方税收，各有来源；同一期间后登记的为准。"""
    from zgc_desktop.services import outside

    figures = [_figure(BASE_YEAR, text, source) for text in base or ()]
    figures += [_figure(AFTER, text, source) for text in after or ()]
    if not figures:
        raise Refused("没有写明税收数", advice="--base 2025=24000000.00 或 --after 2027-Q1=5000000.00")
    said(outside.record_figures(context(workspace), number, figures), as_json)


def _figure(kind: str, text: str, source: str) -> OutsideFigure:
    period, _, amount = text.partition("=")
    try:
        return OutsideFigure(kind, period.strip(), to_fen(Decimal(amount.replace(",", ""))), source)
    except (ValueError, InvalidOperation):
        raise Refused(f"“{text}”不是“期间=元”的样式", advice="如 2025=24000000.00") from None


@outside_app.command("list")
def list_cases(workspace: Workspace = None, as_json: AsJson = False) -> None:
    """列出外省市案件：状态、对方答复、分享依据，与报送不符的提示。"""
    from zgc_desktop.services import outside

    found = outside.cases(context(workspace))
    titles = ("案件", "企业", "迁出 → 迁入", "方向", "性质", "状态", "对方", "分享", "还缺", "提示")
    rows: list[tuple[object, ...]] = [
        (
            v.case.number, v.case.name, v.case.route, v.case.direction, v.case.nature, v.case.state.value,
            v.answer, v.sharing, "、".join(v.case.missing), v.notice,
        )
        for v in found
    ]  # fmt: skip
    show({"cases": [_json(v) for v in found]}, as_json, lambda c: table(c, titles, rows))


@outside_app.command("show")
def show_case(number: Number, workspace: Workspace = None, as_json: AsJson = False) -> None:
    """一件案件的案情、经过和税收数。"""
    from zgc_desktop.services import outside

    found = outside.view(context(workspace), number)

    def words(console: Console) -> None:
        case = found.case
        console.print(f"{case.number} {case.name}（{case.credit_code}）{case.route}　{case.state.value}")
        console.print(f"对方：{found.answer}（答复期限 {found.due}）；分享：{found.sharing}")
        if found.notice:
            console.print(f"提示：{found.notice}")
        table(
            console,
            ("日期", "类别", "到达状态", "内容", "依据", "经办人"),
            [(s.on, s.kind, s.state, s.text, s.paper, s.person) for s in case.steps],
        )
        if case.figures:
            table(
                console,
                ("税收", "期间", "金额（元）", "来源"),
                [(f.kind, f.period, yuan(f.amount_fen), f.source) for f in case.figures],
            )

    show(_json(found), as_json, words)


def _json(found: Any) -> dict[str, object]:
    case = found.case
    return {
        "number": case.number, "direction": case.direction, "credit_code": case.credit_code, "name": case.name,
        "park": case.park, "place": case.place, "region": case.region, "base": case.base, "nature": case.nature,
        "kind": case.kind, "state": case.state.value, "opened_on": str(case.opened_on),
        "registered_on": str(case.registered_on or ""), "landed_on": str(case.landed_on or ""),
        "missing": list(case.missing), "answer": found.answer, "due": str(found.due), "rule": case.rule,
        "sharing": found.sharing, "notice": found.notice,
        "steps": [
            {"kind": s.kind, "state": s.state, "on": str(s.on), "paper": s.paper, "text": s.text, "sha256": s.sha256}
            for s in case.steps
        ],
        "figures": [
            {"kind": f.kind, "period": f.period, "amount": yuan_plain(f.amount_fen), "source": f.source}
            for f in case.figures
        ],
    }  # fmt: skip


@outside_app.command()
def trial(number: Number, workspace: Workspace = None, as_json: AsJson = False) -> None:
    """按写明的分享办法试算；只算不记，不进区际结算。"""
    from zgc_desktop.domain.sharing.allocation import STATE_LABELS
    from zgc_desktop.services import outside

    run = outside.try_sharing(context(workspace), number)
    cited = run.rule.document.short if run.rule.document else run.rule.title
    data = {
        "case": number,
        "rule": run.rule.key,
        "cited": cited,
        "eligible": run.eligible,
        "reason": run.reason,
        "booked": False,
        "periods": [
            {"period": p.period, "shares": {k: yuan_plain(v) for k, v in p.shares.items()}, "state": p.state}
            for p in run.periods
        ],
    }

    def words(console: Console) -> None:
        console.print(f"{number} 按{cited}试算：{'适用' if run.eligible else '不适用'}，{run.reason}。{NOT_BOOKED}。")
        rows = [
            (p.period, STATE_LABELS[p.state], "；".join(f"{k} {yuan(v)}" for k, v in p.shares.items())) for p in run.periods
        ]
        table(console, ("期间", "状态", "各方（元）"), rows)

    show(data, as_json, words)


@outside_app.command()
def flows(
    until: Annotated[str, typer.Option("--until", help="到哪一天，如 2026-10-31；从当年 1 月 1 日起")],
    by_zone: Annotated[bool, typer.Option("--by-zone", help="按片区，不按分园")] = False,
    workspace: Workspace = None,
    as_json: AsJson = False,
) -> None:
    """本年已落地的流向：迁出、迁入与在外基地，按分园或片区和区域。"""
    from zgc_desktop.services import outside, zones

    ctx = context(workspace)
    found = outside.flows_of(ctx, needed_day(until, "截止日"), zones.zones_of(ctx) if by_zone else None)
    parts = (("迁出本市", found.out), ("迁入本市", found.into), ("在外设基地", found.bases))
    data = {"net": found.net, **{word: [[a, b, n] for a, b, n in lines] for word, lines in parts}}
    rows = [(word, a, b, n) for word, lines in parts for a, b, n in lines]

    def words(console: Console) -> None:
        table(console, ("方向", "片区" if by_zone else "分园", "区域", "件"), rows)
        console.print(f"净迁入 {found.net} 件")

    show(data, as_json, words)
