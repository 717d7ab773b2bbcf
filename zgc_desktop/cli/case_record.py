"""Commands about the record of a case: positions of the parties, events after landing, boundary changes, history."""

from __future__ import annotations

from datetime import date
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from zgc_desktop.cli.moves import CaseId
from zgc_desktop.cli.output import AsJson, Workspace, context, day_of, show, table
from zgc_desktop.domain.case_events import ANSWERS, CLOSED, GROUNDS, KIND_WORDS, REREGISTERED, RETURNED, SPLIT, CaseEvent
from zgc_desktop.domain.changes import ChangeSummary
from zgc_desktop.domain.errors import Refused

On = Annotated[str, typer.Option("--on", help="发生日，如 2026-10-08")]
Source = Annotated[str, typer.Option("--source", help="依据的文书与页码")]
Of = Annotated[str, typer.Option("--of", help="哪家企业的代码；不写即案件企业")]


def add_to(app: typer.Typer) -> None:
    """Register these commands under ``zgc case``."""
    for name, command in (
        ("position", position),
        ("positions", positions),
        ("silence", silence),
        ("split", split),
        ("reregister", reregister),
        ("return", returned),
        ("close", close),
        ("attach", attach),
        ("boundary", boundary),
        ("history", history),
    ):
        app.command(name)(command)


def _said(summary: ChangeSummary, as_json: bool) -> None:
    data = {"sentence": summary.sentence, "journal": summary.journal_seq}
    show(data, as_json, lambda c: c.print(summary.sentence))


def position(
    case_id: CaseId,
    party: Annotated[str, typer.Option("--as", help="以哪一方表态：本案迁出区、迁入区，或 市级")],
    answer: Annotated[str, typer.Option("--answer", help="；".join(f"{s}：{'、'.join(a)}" for s, a in ANSWERS.items()))],
    person: Annotated[str, typer.Option("--person", help="经办人姓名")],
    reason: Annotated[str, typer.Option("--reason", help="理由")] = "",
    on: Annotated[str | None, typer.Option("--on", help="日期，不写即今天")] = None,
    workspace: Workspace = None,
    as_json: AsJson = False,
) -> None:
    """登记一方的意见；各方只能代表自己，迁移没有否决。"""
    from zgc_desktop.services.case_record import say

    _said(say(context(workspace), case_id, party, answer, person, reason=reason, day=day_of(on)), as_json)


def positions(case_id: CaseId, workspace: Workspace = None, as_json: AsJson = False) -> None:
    """列出三方的意见与答复期限；逾期未答复的照列。"""
    from zgc_desktop.services.case_record import lanes

    found = lanes(context(workspace), case_id)
    data = {
        "case": case_id,
        "sides": [
            {
                "side": x.side,
                "party": x.party,
                "answer": x.word,
                "due": x.due.isoformat(),
                "silent": x.silent,
                "reason": x.said.reason if x.said else None,
                "person": x.said.person if x.said else None,
                "day": x.said.day.isoformat() if x.said else None,
            }
            for x in found
        ],
    }
    rows = [
        (x.side, x.party, x.word, x.due, x.said.person if x.said else None, x.said.reason if x.said else None) for x in found
    ]
    show(data, as_json, lambda c: table(c, ("一方", "主体", "意见", "答复期限", "经办人", "理由"), rows))


def silence(workspace: Workspace = None, as_json: AsJson = False) -> None:
    """把逾期未答复的各方登记为“未答复”；不作同意，也不作反对。"""
    from zgc_desktop.services.case_record import record_silence

    found = record_silence(context(workspace))
    said = "\n".join(f"{case} {party}：未答复" for case, party in found) or "没有逾期未答复的一方"
    show({"recorded": [{"case": c, "party": p} for c, p in found]}, as_json, lambda c: c.print(said))


def split(
    case_id: CaseId,
    on: On,
    part: Annotated[list[str], typer.Option("--part", help="代码=比例，如 9111…=0.6175，可重复，合计为 1")],
    source: Source,
    of: Of = "",
    workspace: Workspace = None,
    as_json: AsJson = False,
) -> None:
    """登记分立：上限余额与已得按比例分到各企业，时钟接续。"""
    parts = tuple(_part(text) for text in part)
    _record(workspace, as_json, CaseEvent(case_id, _day(on), SPLIT, source, of, parts))


def _part(text: str) -> tuple[str, Fraction]:
    code, _, ratio = text.partition("=")
    try:
        value = Decimal(ratio)
    except InvalidOperation:
        value = Decimal("NaN")
    if not value.is_finite():
        raise Refused(f"“{text}”不是“代码=比例”的样式", advice="如 91110108MA01TJ3Y5P=0.6175")
    return code.strip(), Fraction(value)


def reregister(
    case_id: CaseId,
    on: On,
    new_code: Annotated[str, typer.Option("--new-code", help="再设企业的统一社会信用代码")],
    source: Source,
    ground: Annotated[list[str] | None, typer.Option("--ground", help=f"连续性依据，至少两项：{'、'.join(GROUNDS)}")] = None,
    of: Of = "",
    workspace: Workspace = None,
    as_json: AsJson = False,
) -> None:
    """登记注销再设：有两项以上连续性依据的视同原企业，时钟与上限接续。"""
    grounds = tuple(ground or ())
    _record(workspace, as_json, CaseEvent(case_id, _day(on), REREGISTERED, source, of, new_company=new_code, grounds=grounds))


def returned(
    case_id: CaseId,
    on: On,
    source: Source,
    to: Annotated[str, typer.Option("--to", help="迁回哪一区；不写即迁出方")] = "",
    workspace: Workspace = None,
    as_json: AsJson = False,
) -> None:
    """登记迁回：自该日起债权终止，归属改回，已结不追溯。"""
    _record(workspace, as_json, CaseEvent(case_id, _day(on), RETURNED, source, to_party=to))


def close(
    case_id: CaseId,
    on: On,
    reason: Annotated[str, typer.Option("--reason", help="为什么办结")],
    source: Source,
    workspace: Workspace = None,
    as_json: AsJson = False,
) -> None:
    """登记办结：此后未报税收不再等待。"""
    _record(workspace, as_json, CaseEvent(case_id, _day(on), CLOSED, source, note=reason))


def _day(text: str) -> date:
    day = day_of(text)
    if day is None:
        raise Refused("没有写明日期", advice="--on 2026-10-08")
    return day


def _record(workspace: str | None, as_json: bool, event: CaseEvent) -> None:
    from zgc_desktop.services.case_record import record_event

    _said(record_event(context(workspace), event), as_json)


def attach(
    case_id: CaseId,
    file: Annotated[Path, typer.Argument(help="附件文件")],
    about: Annotated[str, typer.Option("--about", help="是什么材料")],
    workspace: Workspace = None,
    as_json: AsJson = False,
) -> None:
    """把材料存入案卷：按 SHA-256 归档，不可改动。"""
    from zgc_desktop.services.case_record import attach as service

    _said(service(context(workspace), case_id, file, about), as_json)


def boundary(
    code: Annotated[str, typer.Option("--code", help="统一社会信用代码")],
    to: Annotated[str, typer.Option("--to", help="现属分园")],
    on: On,
    document: Annotated[str, typer.Option("--document", help="批复或文号")],
    workspace: Workspace = None,
    as_json: AsJson = False,
) -> None:
    """登记区划或园区边界调整：归属改变，但不是迁移，不立案、不分享。"""
    from zgc_desktop.services.case_record import change_boundary

    _said(change_boundary(context(workspace), code, to, _day(on), document), as_json)


def history(
    case_id: CaseId,
    out: Annotated[Path | None, typer.Option("--out", help="另写成 Excel 到这个文件夹")] = None,
    workspace: Workspace = None,
    as_json: AsJson = False,
) -> None:
    """列出案卷的全部经过：谁、何时、做了什么、依据；可导出。"""
    from zgc_desktop.services.case_record import export_history
    from zgc_desktop.services.case_record import history as service

    ctx = context(workspace)
    found = service(ctx, case_id)
    file = export_history(ctx, case_id, out) if out else None
    data = {
        "case": case_id,
        "company": found.case.name,
        "state": found.case.state.value,
        "events": [
            {"day": e.on.isoformat(), "kind": KIND_WORDS[e.kind], "text": e.sentence, "source": e.source} for e in found.events
        ],
        "timeline": [{"at": m.at, "who": m.who, "kind": m.kind, "text": m.text, "reason": m.reason} for m in found.timeline],
        "booked": [
            {
                "booked_in": str(b.booked_in),
                "about": str(b.about),
                "payer": b.payer,
                "receiver": b.receiver,
                "due_fen": b.due_fen,
            }
            for b in found.booked
        ],
        "xlsx": str(file) if file else None,
    }

    def words(console: Console) -> None:
        table(
            console,
            ("时间", "谁", "类别", "内容", "依据或理由"),
            [(m.at, m.who, m.kind, m.text, m.reason) for m in found.timeline],
        )
        if file:
            console.print(f"Excel：{file}")

    show(data, as_json, words)
