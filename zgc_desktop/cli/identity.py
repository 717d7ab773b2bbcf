"""Commands about who is whom: list, decide, undo."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.console import Console

from zgc_desktop.cli.output import AsJson, MonthText, Workspace, context, month_of, show
from zgc_desktop.domain.errors import Refused
from zgc_desktop.domain.identity import IdentityDecision, Proposal, Record

identity_app = typer.Typer(help="身份核对：代码存疑或新出现的企业，可能是台账中的哪一家。", no_args_is_help=True)


def _record(r: Record) -> dict[str, object]:
    return {
        "credit_code": r.credit_code,
        "name": r.name,
        "former_names": list(r.former_names),
        "address": r.address,
        "founded_on": r.founded_on,
        "place": r.place,
    }


def _proposal(p: Proposal) -> dict[str, object]:
    r = p.resemblance
    return {
        "pair": r.pair,
        "score": r.score,
        "record": _record(r.record),
        "candidate": _record(r.other),
        "evidence": [{"what": e.what, "text": e.text, "points": e.points} for e in r.evidence],
        "decision": p.decided.decision.value if p.decided else None,
        "decision_id": p.decided.id if p.decided else None,
        "lapsed": p.lapsed.decision.value if p.lapsed else None,
    }


@identity_app.command("list")
def listed(
    month: MonthText,
    everything: Annotated[bool, typer.Option("--all", help="连同已判定的")] = False,
    workspace: Workspace = None,
    as_json: AsJson = False,
) -> None:
    """列出待核对的企业，附相似程度与证据。"""
    from zgc_desktop.services.identity import proposals

    found = proposals(context(workspace), month_of(month), everything=everything)

    def words(console: Console) -> None:
        for p in found:
            r = p.resemblance
            console.print(f"{r.pair} {r.score} 分  {r.record.name}（{r.record.place or r.record.credit_code}）")
            console.print(f"    可能是 {r.other.name}（{r.other.credit_code}）：{'；'.join(e.text for e in r.evidence)}")
            if p.decided:
                console.print(f"    已判定：{p.decided.decision.word}，第 {p.decided.id} 号，{p.decided.reason}")
            if p.lapsed:
                console.print(f"    原判定“{p.lapsed.decision.word}”所依据的内容已变，请重新判定")
        if not found:
            console.print("没有待核对的企业")

    show({"pairs": [_proposal(p) for p in found]}, as_json, words)


@identity_app.command("decide")
def decide(
    pair: str,
    decision: Annotated[str, typer.Argument(help="same 同一企业，different 不同企业，later 以后再定")],
    month: MonthText,
    reason: Annotated[str, typer.Option("--reason", help="依据")] = "",
    workspace: Workspace = None,
    as_json: AsJson = False,
) -> None:
    """判定一对：同一企业则合并并保留全部记录，可撤销。"""
    from zgc_desktop.services.identity import decide as service

    try:
        chosen = IdentityDecision(decision)
    except ValueError:
        raise Refused(f"没有“{decision}”这种判定", advice="可用：same、different、later") from None
    summary = service(context(workspace), month_of(month), pair, chosen, reason)
    show({"done": summary.sentence}, as_json, lambda c: c.print(summary.sentence))


@identity_app.command("undo")
def undo(decision_id: int, workspace: Workspace = None, as_json: AsJson = False) -> None:
    """撤销一次判定及其合并。"""
    from zgc_desktop.services.identity import undo as service

    summary = service(context(workspace), decision_id)
    show({"done": summary.sentence}, as_json, lambda c: c.print(summary.sentence))
