"""Commands about moves: leads and cases."""

from __future__ import annotations

from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Annotated, Any

import typer
from rich.console import Console

from zgc_desktop.cli.output import AsJson, MonthText, Workspace, context, day_of, month_of, show, table
from zgc_desktop.domain.errors import Refused
from zgc_desktop.domain.money import to_fen
from zgc_desktop.domain.moves import KINDS, NATURES, BaseYear, CaseState, LeadKind, MoveCase

case_app = typer.Typer(help="迁移案件", no_args_is_help=True)


def leads(month: MonthText, workspace: Workspace = None, as_json: AsJson = False) -> None:
    """列出线索：同月两园主张的企业、疑似迁移的企业，与供需匹配转来的线索。"""
    from zgc_desktop.services.match import leads as placed
    from zgc_desktop.services.reconcile import open_leads

    ctx = context(workspace)
    found, proposed = open_leads(ctx, month_of(month)), placed(ctx, month_of(month))
    double = [lead for lead in found if lead.kind is LeadKind.DOUBLE_CLAIM]
    silent = [lead for lead in found if lead.kind is LeadKind.SILENT_MOVE]
    data = {
        "double_claims": [
            {
                "id": lead.id,
                "credit_code": lead.credit_code,
                "name": lead.name,
                "parks": [lead.first.park, lead.second.park],
                "places": [lead.first.place, lead.second.place],
                "state": lead.state,
            }
            for lead in double
        ],
        "silent_moves": [
            {
                "id": lead.id,
                "credit_code": lead.credit_code,
                "name": lead.name,
                "from": lead.first.park,
                "to": lead.second.park,
                "from_place": lead.first.place,
                "to_place": lead.second.place,
                "state": lead.state,
            }
            for lead in silent
        ],
        "placement": [
            {
                "id": p.id,
                "credit_code": p.credit_code,
                "name": p.name,
                "from": p.from_park,
                "to": p.to_park,
                "from_cluster": p.from_cluster,
                "to_cluster": p.to_cluster,
                "why": p.why,
            }
            for p in proposed
        ],
    }

    def words(console: Console) -> None:
        rows: list[tuple[object, ...]] = [
            (lead.id, lead.kind.word, lead.name, lead.first.place, lead.second.place, lead.case_id or lead.state)
            for lead in found
        ]
        rows += [
            (
                f"供需 {p.id}",
                "供需匹配",
                p.name,
                f"{p.from_park} {p.from_cluster}".strip(),
                f"{p.to_park} {p.to_cluster}",
                p.why,
            )
            for p in proposed
        ]
        table(console, ("编号", "线索", "企业", "一方", "另一方", "状态"), rows)

    show(data, as_json, words)


CaseId = Annotated[str, typer.Argument(help="案件号，如 MV-2026-001")]


@case_app.command("open")
def case_open(
    lead: Annotated[int | None, typer.Option("--lead", help="线索编号")] = None,
    credit_code: Annotated[str, typer.Option("--code", help="信用代码（无线索时）")] = "",
    from_park: Annotated[str, typer.Option("--from", help="迁出分园")] = "",
    to_park: Annotated[str, typer.Option("--to", help="迁入分园")] = "",
    workspace: Workspace = None,
    as_json: AsJson = False,
) -> None:
    """由线索立案，或按信用代码立案。"""
    from zgc_desktop.services import move_case

    ctx = context(workspace)
    if lead is not None:
        case = move_case.open_from_lead(ctx, lead, from_park=from_park)
    elif credit_code and from_park and to_park:
        case = move_case.open_case(ctx, credit_code, from_park, to_park)
    else:
        raise Refused("请给出线索编号（--lead），或信用代码与迁出、迁入分园（--code --from --to）")
    show(_case_json(case), as_json, lambda c: c.print(f"已立案 {case.id}：{case.name} {case.from_park} → {case.to_park}"))


@case_app.command("describe")
def case_describe(
    case_id: CaseId,
    nature: Annotated[str | None, typer.Option("--nature", help="、".join(NATURES))] = None,
    kind: Annotated[str | None, typer.Option("--kind", help="、".join(KINDS))] = None,
    registered_on: Annotated[str | None, typer.Option("--registered-on", help="变更登记日")] = None,
    at_capacity_on: Annotated[str | None, typer.Option("--at-capacity-on", help="达产日")] = None,
    first_tax_on: Annotated[str | None, typer.Option("--first-tax-on", help="首次纳税日")] = None,
    note: Annotated[str | None, typer.Option("--note", help="备注")] = None,
    base: Annotated[list[str] | None, typer.Option("--base", help="年=元，如 2024=21000000.00，可重复")] = None,
    base_source: Annotated[str, typer.Option("--base-source", help="基数的来源")] = "",
    workspace: Workspace = None,
    as_json: AsJson = False,
) -> None:
    """补充案情：性质、方式、日期、前三年税收。"""
    from zgc_desktop.services import move_case

    ctx = context(workspace)
    case = move_case.describe(
        ctx,
        case_id,
        nature=nature,
        kind=kind,
        registered_on=day_of(registered_on),
        at_capacity_on=day_of(at_capacity_on),
        first_tax_on=day_of(first_tax_on),
        note=note,
    )
    if base:
        case = move_case.record_base(ctx, case_id, tuple(_base_year(text, base_source) for text in base))
    show(_case_json(case), as_json, lambda c: c.print(f"{case.id} 还缺：{case.why_not_landable() or '无'}"))


def _base_year(text: str, source: str) -> BaseYear:
    year, _, amount = text.partition("=")
    try:
        return BaseYear(int(year), to_fen(Decimal(amount.replace(",", ""))), source)
    except (ValueError, InvalidOperation):
        raise Refused(f"“{text}”不是“年=元”的样式", advice="如 2024=21000000.00") from None


@case_app.command("advance")
def case_advance(
    case_id: CaseId,
    to: Annotated[str, typer.Option("--to", help="迁入确认、市级统筹、办理中 或 撤回")],
    reason: Annotated[str, typer.Option("--reason", help="撤回的理由")] = "",
    workspace: Workspace = None,
    as_json: AsJson = False,
) -> None:
    """推进案件状态，或撤回；没有否决。"""
    from zgc_desktop.services import move_case

    if to not in [state.value for state in CaseState]:
        raise Refused(f"没有“{to}”这种状态", advice="可用：迁入确认、市级统筹、办理中、撤回")
    case = move_case.advance(context(workspace), case_id, CaseState(to), reason=reason)
    show(_case_json(case), as_json, lambda c: c.print(f"{case.id} 现为{case.state.value}"))


@case_app.command("land")
def case_land(case_id: CaseId, workspace: Workspace = None, as_json: AsJson = False) -> None:
    """落地：自变更登记日起企业归迁入分园，历史保留。"""
    from zgc_desktop.services import move_case

    summary = move_case.land(context(workspace), case_id)
    show({"sentence": summary.sentence, "journal": summary.journal_seq}, as_json, lambda c: c.print(summary.sentence))


@case_app.command("list")
def case_list(workspace: Workspace = None, as_json: AsJson = False) -> None:
    """列出全部案件。"""
    from zgc_desktop.services import move_case

    cases = move_case.all_cases(context(workspace))
    titles = ("案件", "企业", "迁出", "迁入", "性质", "状态", "还缺")
    rows: list[tuple[object, ...]] = [
        (c.id, c.name, c.from_park, c.to_park, c.nature, c.state.value, c.why_not_landable()) for c in cases
    ]
    show({"cases": [_case_json(c) for c in cases]}, as_json, lambda console: table(console, titles, rows))


def _case_json(case: MoveCase) -> dict[str, Any]:
    def day(value: date | None) -> str | None:
        return value.isoformat() if value else None

    return {
        "id": case.id,
        "credit_code": case.credit_code,
        "name": case.name,
        "from": case.from_park,
        "to": case.to_park,
        "nature": case.nature,
        "kind": case.kind,
        "state": case.state.value,
        "registered_on": day(case.registered_on),
        "at_capacity_on": day(case.at_capacity_on),
        "first_tax_on": day(case.first_tax_on),
        "landed_on": day(case.landed_on),
        "base": [{"year": b.year, "amount_fen": b.amount_fen, "source": b.source} for b in case.base],
        "missing": case.why_not_landable(),
    }
