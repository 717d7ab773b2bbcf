"""Commands about case slips: list them, open one, state a fact, say what our side says, decide what is contested."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.console import Console

from zgc_desktop.cli.output import AsJson, Workspace, context, day_of, said, show, table
from zgc_desktop.domain.case_events import CITY, INTO, OUT
from zgc_desktop.domain.errors import Refused
from zgc_desktop.domain.exchange.slips import BASE, FIELDS, NUMBER, STATE
from zgc_desktop.services.context import AppContext

slip_app = typer.Typer(help="案卷：三方各写自己的一栏，随案卷包往来", no_args_is_help=True)
Key = Annotated[str, typer.Argument(help="案卷编号（list 所示 key）或案件号")]
Person = Annotated[str, typer.Option("--person", help="经办人；不写则为当前用户")]
_NAMES = {title: name for name, (title, _) in FIELDS.items()}


def field_named(text: str) -> str:
    """The fact a person names: 性质, 变更登记日, 基数 2023 年, or its key. Refused for another text."""
    plain = text.replace(" ", "").removesuffix("（元）")
    if plain in _NAMES or plain in FIELDS:
        return _NAMES.get(plain, plain)
    year = plain.removeprefix("基数").removeprefix(BASE).removesuffix("年")
    if len(year) == 4 and year.isascii() and year.isdigit():
        return f"{BASE}{year}"
    raise Refused(f"案卷里没有“{text}”这一项", advice=f"可用：{'、'.join(_NAMES)}、基数2023年")


@slip_app.command("list")
def listed(workspace: Workspace = None, as_json: AsJson = False) -> None:
    """列出案卷：各项事实、各方意见、各方不一之处。"""
    from zgc_desktop.services.exchange_cases import SlipView
    from zgc_desktop.services.exchange_cases import listed as service

    found = service(context(workspace))

    def plain(v: SlipView) -> dict[str, object]:
        s = v.slip
        contested = []
        for f in s.contested:
            mine, theirs, base = f.sides(v.me)
            contested.append({"field": f.field, "title": f.title, "mine": mine, "theirs": theirs, "base": base})
        return {
            "key": str(s.key), "number": s.value(NUMBER), "name": s.name, "credit_code": s.key.credit_code,
            "from": s.key.from_park, "to": s.key.to_park, "side": v.side, "state": s.value(STATE),
            "opened_on": s.opened["opened_on"] if s.opened else None, "due": str(v.due) if v.due else None,
            "facts": {f.field: f.value for f in s.facts.values()}, "contested": contested,
            "said": {
                side: [{"answer": r["answer"], "reason": r["reason"], "day": r["day"], "person": r.person, "by": r.by}
                       for r in found_of_side]
                for side, found_of_side in s.said.items()
            },
        }  # fmt: skip

    def words(console: Console) -> None:
        rows = []
        for v in found:
            answers = [r["answer"] if (r := v.slip.last_word(side)) else "待答复" for side in (OUT, INTO, CITY)]
            s = v.slip
            rows.append((s.value(NUMBER) or str(s.key), s.name, s.key.from_park, s.key.to_park, s.value(STATE), *answers,
                         "、".join(f.title for f in s.contested) or None))  # fmt: skip
        table(console, ("案件", "企业", "迁出", "迁入", "状态", OUT, INTO, CITY, "各方不一"), rows)

    show({"cases": [plain(v) for v in found]}, as_json, words)


@slip_app.command("open")
def open_slip(
    code: Annotated[str, typer.Option("--code", help="统一社会信用代码")],
    name: Annotated[str, typer.Option("--name", help="企业名称")],
    from_park: Annotated[str, typer.Option("--from", help="迁出园")],
    to_park: Annotated[str, typer.Option("--to", help="迁入园")],
    day: Annotated[str | None, typer.Option("--on", help="立案日；不写为今天")] = None,
    person: Person = "",
    workspace: Workspace = None,
    as_json: AsJson = False,
) -> None:
    """分园立案卷（迁出方或迁入方）。"""
    from zgc_desktop.services.exchange_cases import open_slip as service

    said(service(context(workspace), code, name, from_park, to_park, person=person, day=day_of(day)), as_json)


@slip_app.command("fact")
def fact(
    key: Key,
    field: Annotated[str, typer.Option("--field", help="哪一项：性质、方式、变更登记日、达产日、首次纳税日、基数2023年")],
    value: Annotated[str, typer.Option("--value", help="填什么：日期写作 2026-10-15，金额写作 1234.56（元）")],
    source: Annotated[str, typer.Option("--source", help="依据；基数和裁定各方不一之处必须写")] = "",
    person: Person = "",
    workspace: Workspace = None,
    as_json: AsJson = False,
) -> None:
    """在自己的一栏填写事实；各方不一的，写明依据即为裁定。"""
    from zgc_desktop.services.exchange_cases import state_fact

    ctx = context(workspace)
    said(state_fact(ctx, key, field_named(field), value, source=source, person=person), as_json)


@slip_app.command("say")
def say(
    key: Key,
    answer: Annotated[str, typer.Option("--answer", help="迁出方：知悉、对分享条款有异议、对事实有异议；迁入方：可接收……")],
    reason: Annotated[str, typer.Option("--reason", help="理由")] = "",
    day: Annotated[str | None, typer.Option("--on", help="意见日期；不写为今天")] = None,
    person: Person = "",
    workspace: Workspace = None,
    as_json: AsJson = False,
) -> None:
    """写本方意见；任何意见都不能阻止迁移。"""
    from zgc_desktop.services.exchange_cases import say as service

    ctx: AppContext = context(workspace)
    said(service(ctx, key, answer, person=person, reason=reason, day=day_of(day)), as_json)
