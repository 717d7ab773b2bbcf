"""Explain (算据) any figure of a settlement: a party's figure in a case, a cell of the matrix; locked months as locked."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from db.queries import settlements
from reports.explain_pdf import write_explain_pdf
from zgc_desktop.domain import adjustments
from zgc_desktop.domain.errors import Refused
from zgc_desktop.domain.explanation_json import from_json, to_json
from zgc_desktop.domain.money import Fen, yuan
from zgc_desktop.domain.monthly import SharingLine
from zgc_desktop.domain.periods import Month
from zgc_desktop.domain.settlement import LedgerLine
from zgc_desktop.domain.sharing.explain import Explanation, share_tree
from zgc_desktop.domain.sharing.run import CaseRun
from zgc_desktop.paths import safe_filename
from zgc_desktop.services.context import AppContext
from zgc_desktop.services.settle import Settlement, compute


def figure(ctx: AppContext, month: Month, case_id: str, party: str = "", *, rule_key: str = "") -> Explanation:
    """The tree behind what ``party`` (by default the receiver) gets or keeps in a case and month, adjustments included."""
    settlement = compute(ctx, month, rule_key=rule_key)
    lines = [x for x in settlement.lines if x.line.case_id == case_id]
    if not lines:
        why = next((o.why for o in settlement.section.out_of_scope if o.case_id == case_id), "没有这个案件")
        raise Refused(f"{month} 没有案件 {case_id} 的分享数", why=why)
    party = party or lines[0].line.receiver
    parties = list(dict.fromkeys(p for x in lines for p in (x.line.payer, x.line.receiver)))
    if party not in parties:
        raise Refused(f"{party}不在案件 {case_id} 之中", advice=f"可用：{'、'.join(parties)}")
    trees = _trees(ctx, settlement, [x for x in lines if party in (x.line.payer, x.line.receiver)])
    found = _once([t for x, by_party in trees if (t := by_party.get(party)) is not None])
    return found[0] if len(found) == 1 else _sum(f"{party} {month} {case_id} 合计", found)


def cell(ctx: AppContext, month: Month, payer: str, receiver: str, *, net: bool = False, rule_key: str = "") -> Explanation:
    """The tree behind a cell of the matrix: what ``payer`` owes ``receiver``, gross; net: less what is owed the other way."""
    settlement = compute(ctx, month, rule_key=rule_key)
    there = _gross(ctx, settlement, payer, receiver)
    back = _gross(ctx, settlement, receiver, payer)
    if not there.children and not (net and back.children):
        raise Refused(f"{month} {payer}与{receiver}之间没有应付款", advice="请核对应付方与应收方")
    if not net:
        return there
    amount = (there.amount_fen or 0) - (back.amount_fen or 0)
    formula = f"{yuan(there.amount_fen or 0)} − {yuan(back.amount_fen or 0)}"
    return Explanation(f"{month} {payer}应付{receiver}净额", amount, formula, children=(there, back), op="minus")


def _gross(ctx: AppContext, settlement: Settlement, payer: str, receiver: str) -> Explanation:
    lines = [x for x in settlement.lines if (x.line.payer, x.line.receiver) == (payer, receiver) and x.line.due_fen]
    parts = [_as_line(x.line, by_party[receiver]) for x, by_party in _trees(ctx, settlement, lines)]
    return _sum(f"{settlement.month} {payer}应付{receiver}毛额", parts)


def _as_line(line: SharingLine, tree: Explanation) -> Explanation:
    """The receiver's tree cut down to what this line's payer bears, where several places collected."""
    rest = (tree.amount_fen or 0) - line.due_fen
    label = f"{line.case_id} {line.company}" + (f" 更正 {line.corrects}" if line.corrects else "")
    label += f" 所属 {line.belongs_to}" if line.belongs_to else ""
    if not rest:
        return Explanation(label, line.due_fen, children=(tree,), op="sum")
    others = Explanation("不在本行的部分（其他所属期、其他征收地，或本方留存）", rest)
    return Explanation(label, line.due_fen, f"{yuan(tree.amount_fen or 0)} − {yuan(rest)}", children=(tree, others), op="minus")


def _sum(label: str, parts: Iterable[Explanation]) -> Explanation:
    listed = tuple(parts)
    amounts = [p.amount_fen or 0 for p in listed]
    return Explanation(label, sum(amounts), " + ".join(yuan(a) for a in amounts) if len(amounts) > 1 else "",
                       children=listed, op="sum")  # fmt: skip


def _once(trees: list[Explanation]) -> list[Explanation]:
    """Several lines of one case and month share one tree: it counts once."""
    return list({t.label: t for t in trees}.values())


def _trees(
    ctx: AppContext, settlement: Settlement, lines: Iterable[LedgerLine]
) -> list[tuple[LedgerLine, dict[str, Explanation]]]:
    """Each line with the trees of its two parties: frozen ones where the month is locked."""
    if settlement.locked:
        assert settlement.run is not None
        numbers = {x.key: n for n, x in enumerate(settlement.lines)}
        with ctx.store.read() as connection:
            found = []
            for x in lines:
                content = settlements.proof(connection, settlement.run.id, numbers[x.key])
                if content is None:
                    raise Refused(f"{x.line.case_id} 没有存下算据", where=str(settlement.month), advice="请从备份核对")
                found.append((x, {p: from_json(t) for p, t in json.loads(content).items()}))
            return found
    return [(x, line_trees(settlement, x)) for x in lines]


def line_trees(settlement: Settlement, x: LedgerLine) -> dict[str, Explanation]:
    """The trees of a line's payer and receiver, worked out from the facts as they stand."""
    if x.line.posting:
        return {p: adjustments.tree_of(x.line, p) for p in (x.line.receiver, x.line.payer)}
    run = settlement.rerun(x.line.case_id)
    assert run is not None  # every other line of a run that is not locked comes from one of its cases
    parties = dict.fromkeys((x.line.receiver, x.line.payer))
    if not x.line.corrects:
        return {p: run.explain(str(settlement.month), p) for p in parties}
    return {p: _correction(settlement, run, x, p) for p in parties}


def _correction(settlement: Settlement, run: CaseRun, x: LedgerLine, party: str) -> Explanation:
    """A settled month as now known, less as it was locked."""
    month = x.line.corrects
    row = next((r for r in run.now.rows if r.period.text == month), None)
    change = sum(
        (o.line.due_fen if o.line.receiver == party else 0) + (o.line.kept_fen if o.line.payer == party else 0)
        for o in settlement.lines
        if o.line.corrects == month and o.company_id == x.company_id and not o.line.posting
    )
    if row is not None and row.steps:
        now = share_tree(run.rule, run.case, run.now, month, party)
    else:
        now = Explanation(f"{party} {month} 现按规则不分享", 0, run.reason)
    was: Fen = (now.amount_fen or 0) - change
    booked = Explanation(f"{party} {month} 已锁定结算", was, source=f"{month} 结算（已锁定，含此前调账）")
    formula = f"{yuan(now.amount_fen or 0)} − {yuan(was)}"
    return Explanation(f"{party} {settlement.month} 调账：更正 {month}", change, formula, children=(now, booked), op="minus")


def rule_words(ctx: AppContext, month: Month, case_id: str = "", *, rule_key: str = "") -> str:
    """Which rule, in which version, a case's figures of a month stand on: key, first day in force, fingerprint."""
    settlement = compute(ctx, month, rule_key=rule_key)
    mine = [x for x in settlement.lines if not case_id or x.line.case_id == case_id]
    line = next((x for x in mine if not x.line.posting), None)
    if line is None:
        return "调整分录由人工登记，不由规则算出" if mine else ""
    rule = settlement.facts[line.line.case_id][0] if line.line.case_id in settlement.facts else settlement.rule
    since = f"，{rule.effective_from} 起生效" if rule.effective_from else ""
    return f"规则 {line.rule_key}《{rule.title}》{since}，内容指纹 {line.rule_print[:16]}"


def proofs(settlement: Settlement) -> Iterable[tuple[int, str]]:
    """(line number, its trees as JSON): what locking freezes."""
    for number, x in enumerate(settlement.lines):
        trees = {p: to_json(t) for p, t in line_trees(settlement, x).items()}
        yield number, json.dumps(trees, ensure_ascii=False, separators=(",", ":"))


def as_pdf(ctx: AppContext, tree: Explanation, out: Path, *, note: str = "") -> Path:
    """Write a tree as one PDF page into the folder ``out``; returns the file."""
    name = safe_filename(f"算据_{tree.label.replace(' ', '_')}.pdf")
    return write_explain_pdf(tree, out / name, fonts_dir=ctx.resources / "fonts", prepared_on=ctx.today(), note=note)
