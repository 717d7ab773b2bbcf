"""Commands about admission standards (准入标准): versions, projects tested, a changed standard tried on past projects."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console

from zgc_desktop.cli.output import AsJson, Workspace, context, day_of, said, show, table
from zgc_desktop.domain.errors import Refused

if TYPE_CHECKING:
    from zgc_desktop.domain.admission.criteria import Admission
    from zgc_desktop.domain.admission.standards import Standard

standard_app = typer.Typer(help="准入标准", no_args_is_help=True)
Number = Annotated[int, typer.Argument(help="标准编号（见 zgc standard list）")]
Park = Annotated[str, typer.Option("--park", help="分园；各分园通用则不写")]
Industry = Annotated[str, typer.Option("--industry", help="产业；各产业通用则不写")]
Amount = Annotated[str | None, typer.Option(help="门槛；未定则不写")]
Gate = Annotated[list[str] | None, typer.Option("--gate", help="关口：节能审查、环境准入，可重复")]
From = Annotated[str, typer.Option("--from", help="生效日")]


def _standard(
    park: str, industry: str, start: str, end: str, amounts: tuple[str | None, ...], gates: list[str], cited: tuple[str, ...]
) -> Standard:
    from zgc_desktop.domain.admission.standards import GATES, MEASURES, Standard
    from zgc_desktop.domain.money import UNIT_FEN
    from zgc_desktop.domain.rulebook import Citation

    first = day_of(start)
    if first is None:
        raise Refused("没有写明生效日", advice="请用 --from 2026-01-01")
    scale = {"万元/公顷": UNIT_FEN["万元"], "万元/人": UNIT_FEN["万元"], "%": 100}
    thresholds = tuple(
        (measure, _whole(text, scale[unit], title))
        for (measure, (title, unit)), text in zip(MEASURES.items(), amounts, strict=True)
        if text is not None
    )
    words = {title: key for key, title in GATES.items()}
    title, issuer, number, issued, clause = cited
    citation = Citation(title, issuer, number, day_of(issued), clause)
    return Standard(park, industry, first, day_of(end), thresholds, tuple(words.get(g, g) for g in gates), citation)


def _whole(text: str, scale: int, title: str) -> int:
    try:
        value = Decimal(text.replace(",", "").rstrip("%")) * scale
    except InvalidOperation:
        raise Refused(f"{title}“{text}”不是数字") from None
    if value != int(value):
        raise Refused(f"{title}“{text}”的小数位太多", advice="万元至多六位小数，百分数至多两位")
    return int(value)


@standard_app.command()
def add(
    start: From,
    title: Annotated[str, typer.Option("--title", help="发布文件")],
    park: Park = "",
    industry: Industry = "",
    end: Annotated[str, typer.Option("--to", help="失效日；未定则不写")] = "",
    investment: Amount = None,
    land_output: Amount = None,
    head_output: Amount = None,
    research: Amount = None,
    gate: Gate = None,
    issuer: Annotated[str, typer.Option("--issuer", help="发布机关")] = "",
    number: Annotated[str, typer.Option("--number", help="文号")] = "",
    issued: Annotated[str, typer.Option("--issued", help="印发日")] = "",
    clause: Annotated[str, typer.Option("--clause", help="条款")] = "",
    trial: Annotated[bool, typer.Option("--try", help="只试算对以往项目的影响，不登记")] = False,
    workspace: Workspace = None,
    as_json: AsJson = False,
) -> None:
    """登记一版准入标准（投资强度、地均产出 万元/公顷，人均产出 万元/人，研发投入强度 %）；--try 只试算。"""
    from zgc_desktop.services import admission

    standard = _standard(
        park, industry, start, end, (investment, land_output, head_output, research), gate or [],
        (title, issuer, number, issued, clause),
    )  # fmt: skip
    if not trial:
        said(admission.register_standard(context(workspace), standard), as_json)
        return
    count, turned = admission.try_standard(context(workspace), standard)
    data = {
        "projects": count,
        "turned": [{"project": c.name, "before": c.before.conclusion, "after": c.after.conclusion} for c in turned],
    }

    def words(console: Console) -> None:
        console.print(f"范围内以往项目 {count} 个，结论会改变 {len(turned)} 个：")
        for change in turned:
            console.print(f"{change.name}：{change.before.conclusion} → {change.after.conclusion}")
            for before, after in change.lines:
                console.print(f"  {after.title}：{before.state} → {after.state} {after.reason}")

    show(data, as_json, words)


@standard_app.command()
def adopt(
    name: Annotated[str, typer.Argument(help="拟行标准文件名（本办规则文件夹 admission 中的 .toml）")],
    workspace: Workspace = None,
    as_json: AsJson = False,
) -> None:
    """把拟行标准文件里的各版登记为生效标准；先用 zgc rules try 看对以往项目的影响。"""
    from zgc_desktop.services.rule_trials import adopt as service

    found = service(context(workspace), name)
    show({"adopted": [s.sentence for s in found]}, as_json, lambda c: c.print("\n".join(s.sentence for s in found)))


@standard_app.command("list")
def list_(workspace: Workspace = None, as_json: AsJson = False) -> None:
    """准入标准一览（可作公布单）：范围、生效、门槛、关口、依据。"""
    from zgc_desktop.domain.admission.criteria import printed
    from zgc_desktop.domain.admission.standards import GATES, MEASURES
    from zgc_desktop.services.admission import standards

    found = standards(context(workspace))
    data = [
        {
            "id": s.id,
            "park": s.park,
            "industry": s.industry,
            "from": str(s.effective_from),
            "to": str(s.effective_to or ""),
            "thresholds": {MEASURES[m][0]: printed(m, v) for m, v in s.thresholds},
            "gates": [GATES[g] for g in s.gates],
            "cited": s.citation.short,
        }
        for s in found
    ]

    def words(console: Console) -> None:
        titles = ("编号", "范围", "生效", "失效", *(f"{t}({u})" for t, u in MEASURES.values()), "关口", "依据")
        rows = [
            (
                s.id, s.scope, s.effective_from, s.effective_to or "",
                *("未定" if (v := s.threshold(m)) is None else printed(m, v) for m in MEASURES),
                "、".join(GATES[g] for g in s.gates), s.citation.short,
            )
            for s in found
        ]  # fmt: skip
        table(console, titles, rows)

    show(data, as_json, words)


@standard_app.command()
def end(
    number: Number,
    last_day: Annotated[str, typer.Option("--to", help="失效日")],
    workspace: Workspace = None,
    as_json: AsJson = False,
) -> None:
    """给一版标准写上失效日。"""
    from zgc_desktop.services.admission import end_standard

    day = day_of(last_day)
    if day is None:
        raise Refused("没有写明失效日")
    said(end_standard(context(workspace), number, day), as_json)


@standard_app.command("take-back")
def take_back(
    number: Number,
    reason: Annotated[str, typer.Option("--reason", help="理由")],
    workspace: Workspace = None,
    as_json: AsJson = False,
) -> None:
    """撤回登记错的标准；记录保留。"""
    from zgc_desktop.services.admission import take_back_standard

    said(take_back_standard(context(workspace), number, reason), as_json)


def lines_of(admission: Admission) -> list[dict[str, str]]:
    """A test's lines as plain data."""
    return [
        {"title": x.title, "unit": x.unit, "needed": x.needed, "actual": x.actual, "state": x.state, "reason": x.reason}
        for x in admission.lines
    ]


@standard_app.command("test")
def try_projects(workspace: Workspace = None, as_json: AsJson = False) -> None:
    """全部项目对照申报当日生效的标准：逐项达到、未达到或未定。"""
    from zgc_desktop.services.admission import tested

    found = tested(context(workspace))
    data = [
        {
            "project": f.project.number,
            "name": f.project.name,
            "standard": f.admission.standard.label if f.admission.standard else "",
            "conclusion": f.admission.conclusion,
            "lines": lines_of(f.admission),
        }
        for f in found
    ]

    def words(console: Console) -> None:
        for one in found:
            label = one.admission.standard.label if one.admission.standard else "没有生效的标准"
            console.print(f"{one.project.number} {one.project.name}：{one.admission.conclusion}（{label}）")
            rows = [(x.title, x.needed, x.actual, x.unit, x.state, x.reason) for x in one.admission.lines]
            table(console, ("指标", "标准", "实际", "单位", "结论", "说明"), rows)

    show(data, as_json, words)
