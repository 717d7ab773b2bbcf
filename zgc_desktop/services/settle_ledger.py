"""The settlement ledger in use: both districts confirm or register a difference, then the month locks for good."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from db import settlements as writes
from db.queries import settlements
from db.store import Reading
from zgc_desktop.domain.changes import ChangeSummary
from zgc_desktop.domain.errors import Refused
from zgc_desktop.domain.money import Fen, yuan
from zgc_desktop.domain.monthly import SharingSection
from zgc_desktop.domain.periods import Month
from zgc_desktop.domain.settlement import (
    CORRECTED,
    LOCKED,
    OUTCOMES,
    STATE_WORDS,
    Answer,
    Difference,
    LedgerLine,
    LineStatus,
    Ruling,
    SettlementRun,
    balances,
    line_states,
)
from zgc_desktop.services import backups, office_rules
from zgc_desktop.services.context import AppContext, one_command
from zgc_desktop.services.explain import proofs
from zgc_desktop.services.settle import compute_in, fingerprint_of, section_from, section_json

_SUBJECTS = {"settlement", "reports"}


@dataclass(frozen=True, slots=True)
class RunView:
    """A month's run as it stands: its lines, who has confirmed them, and what still blocks locking."""

    month: Month
    run: SettlementRun
    section: SharingSection
    lines: tuple[LineStatus, ...]
    blocks: tuple[str, ...]
    """Sentences; empty = may be locked."""
    rulings: tuple[Ruling, ...] = ()
    """Cases whose 未报 does not block locking, with who ruled so and why."""

    @property
    def state(self) -> str:
        """试算, 双方确认 (every line is agreed) or 已锁定."""
        if self.run.state == LOCKED:
            return STATE_WORDS[LOCKED]
        return "双方确认" if self.lines and all(x.agreed for x in self.lines) else STATE_WORDS[self.run.state]

    @property
    def agreed(self) -> int:
        """How many lines both sides have confirmed."""
        return sum(1 for x in self.lines if x.agreed)


def view(ctx: AppContext, month: Month) -> RunView:
    """The month's run with its confirmations. Refused where no run was computed."""
    with ctx.store.read() as connection:
        return view_in(connection, month)


def view_in(connection: Reading, month: Month) -> RunView:
    """``view`` on a connection that is already open."""
    run = settlements.run_of(connection, month)
    if run is None:
        raise Refused(f"{month} 还没有试算", advice=f"请先运行 zgc settle --month {month}")
    section = section_from(run.content)
    kept = settlements.line_numbers(connection, run.id)
    lines = tuple(LedgerLine(x, n[1], n[2], n[3]) for x, n in zip(section.lines, kept, strict=True))
    states = line_states(lines, settlements.answers(connection, month), settlements.differences(connection, month))
    rulings = settlements.rulings(connection, month)
    ruled = frozenset(r.case_id for r in rulings)
    return RunView(month, run, section, states, tuple(_blocks(run, section, states, ruled)), rulings)


def _blocks(run: SettlementRun, section: SharingSection, states: Sequence[LineStatus], ruled: frozenset[str]) -> list[str]:
    if run.state == LOCKED:
        return []
    found = [f"税收未报：{m}" for m in section.missing if _case_of(m) not in ruled]
    found += [f"{o.case_id} {o.company}：{o.why}" for o in section.out_of_scope if o.why.startswith("案情有矛盾")]
    if section.difference_fen:
        found.append(f"合计差 {section.difference_fen} 分，不为零")
    for x in states:
        about = f"{x.line.line.case_id}（{x.line.line.payer}→{x.line.line.receiver}）"
        for d in x.open_differences:
            found.append(f"{about}差异第 {d.id} 号未了：{d.party}，{d.reason}")
        if x.waiting_for:
            found.append(f"{about}待{'、'.join(x.waiting_for)}确认")
    return found


def _case_of(missing: str) -> str:
    """The case number of a section's 未报 entry, which is number and company."""
    return missing.split(" ", 1)[0]


@one_command("settlement-ruling")
def rule_missing(
    ctx: AppContext, month: Month, case_id: str, person: str, reason: str, *, day: date | None = None
) -> ChangeSummary:
    """Record a ruling (裁定) that the month may lock although a case's tax is 未报; it stays 未报 and is never zero.

    The months after name it until the tax is reported, which then comes as an adjustment. Refused for a case that is not
    未报 in the month's trial, without person or reason, twice, or for a locked month.
    """
    if not person or not reason:
        raise Refused("裁定须写明裁定人与理由", where=f"{month} {case_id}", advice="--person 姓名 --reason 理由")
    with ctx.store.write("settlement-ruling", ctx.who, ctx.now()) as unit:
        found = _open_view(unit.connection, month)
        waiting = [_case_of(m) for m in found.section.missing]
        if case_id not in waiting:
            listed = "、".join(waiting) or "无"
            why, advice = f"本月未报：{listed}", "裁定只用于未报的案件"
            raise Refused(f"案件 {case_id} 在 {month} 的试算中不是未报", why=why, advice=advice)
        if case_id in {r.case_id for r in found.rulings}:
            raise Refused(f"案件 {case_id} 在 {month} 已有裁定", where=str(month))
        ruling = Ruling(str(month), case_id, person, reason, (day or ctx.today()).isoformat())
        writes.add_ruling(unit, month, ruling, ctx.now())
        unit.say(
            f"{person} 裁定：{month} 可在 {case_id} 税收未报时锁定，仍列未报，次月跟进",
            reason=reason, subjects=_SUBJECTS, months={month},
        )  # fmt: skip
    assert unit.summary is not None
    return unit.summary


@one_command("settlement-confirm")
def confirm(
    ctx: AppContext, month: Month, party: str, person: str, *, day: date | None = None, case_id: str = "", note: str = ""
) -> ChangeSummary | None:
    """A district confirms its lines of a trial run (or one case's): named person, day. None where nothing was left to confirm.

    Refused for a party without lines, a line with an open difference of that party, or a locked month.
    """
    _named(party, person)
    with ctx.store.write("settlement-confirm", ctx.who, ctx.now()) as unit:
        found = _open_view(unit.connection, month)
        mine = _lines_of(found, party, case_id)
        given = 0
        for x in mine:
            if open_ones := [d for d in x.open_differences if d.party == party]:
                advice = "请先了结差异（zgc settlement resolve）"
                raise Refused(f"{party}对 {x.line.line.case_id} 登记的差异第 {open_ones[0].id} 号未了", advice=advice)
            if dict(x.answers).get(party) is None:
                answer = Answer(x.line.key, x.line.digest, party, person, (day or ctx.today()).isoformat(), note)
                writes.add_answer(unit, month, answer)
                given += 1
        unit.say(f"{party} {person} 确认 {month} 分享结算 {given} 笔", reason=note, subjects=_SUBJECTS, months={month})
    return unit.summary


@one_command("settlement-difference")
def register_difference(
    ctx: AppContext,
    month: Month,
    party: str,
    person: str,
    case_id: str,
    reason: str,
    *,
    claimed_fen: Fen | None = None,
    day: date | None = None,
) -> int:
    """A district registers a difference (差异) on its line of a case instead of confirming; returns its number.

    On a locked month it is recorded and followed up; the month itself stays, a correction comes as an adjustment.
    """
    _named(party, person)
    if not reason:
        raise Refused("登记差异须写明理由", where=f"{month} {case_id}", advice="请用一句话说明分歧与依据")
    with ctx.store.write("settlement-difference", ctx.who, ctx.now()) as unit:
        found = view_in(unit.connection, month)
        x = _lines_of(found, party, case_id)[0]
        told = Difference(0, str(month), x.line.key, party, person, (day or ctx.today()).isoformat(), claimed_fen, reason)
        number = writes.add_difference(unit, month, told)
        if found.run.state != LOCKED:
            writes.withdraw_answers(unit, month, x.line.key, party)
        unit.say(f"{party} {person} 对 {month} {case_id} 登记差异：{reason}", subjects=_SUBJECTS, months={month})
    return number


@one_command("settlement-resolve")
def resolve(ctx: AppContext, number: int, outcome: str, person: str, note: str, *, day: date | None = None) -> ChangeSummary:
    """Record what came of a difference: 维持原数, 已更正, or 带差异锁定 (decided by the city, followed up later).

    Refused for another outcome, without a reason, or twice.
    """
    if outcome not in OUTCOMES:
        raise Refused(f"没有“{outcome}”这种处理结果", advice=f"可用：{'、'.join(OUTCOMES)}")
    if not note or not person:
        raise Refused("处理差异须写明经办人与理由", where=f"差异第 {number} 号")
    with ctx.store.write("settlement-resolve", ctx.who, ctx.now()) as unit:
        found = settlements.differences(unit.connection, number=number)
        if not found:
            raise Refused(f"没有第 {number} 号差异")
        if found[0].outcome and found[0].outcome != "带差异锁定":
            raise Refused(f"差异第 {number} 号已处理：{found[0].outcome}（{found[0].outcome_note}）")
        month = Month.parse(found[0].month)
        run = settlements.run_of(unit.connection, month)
        if run is not None and run.state == LOCKED and outcome == CORRECTED:
            note = f"{note}（{month} 已锁定，更正列入其后月份的调账）"
        writes.set_outcome(unit, number, outcome, note, person, (day or ctx.today()).isoformat())
        unit.say(f"差异第 {number} 号{outcome}：{note}", subjects=_SUBJECTS, months={month})
    assert unit.summary is not None
    return unit.summary


@one_command("settlement-discard")
def discard(ctx: AppContext, month: Month) -> ChangeSummary:
    """Throw a trial run away, with its confirmations kept on record; refused for a locked month or one without a run."""
    with ctx.store.write("settlement-discard", ctx.who, ctx.now()) as unit:
        _open_view(unit.connection, month)
        writes.drop_trial(unit, month)
        unit.say(f"撤去 {month} 的试算", subjects=_SUBJECTS, months={month})
    assert unit.summary is not None
    return unit.summary


def differences(ctx: AppContext, month: Month | None = None) -> tuple[Difference, ...]:
    """Every difference of a month (of all months when None), followed up or open, oldest first."""
    with ctx.store.read() as connection:
        return settlements.differences(connection, month)


@one_command("settlement-lock")
def lock(ctx: AppContext, month: Month, person: str) -> ChangeSummary:
    """Lock a month for good: entries posted, explanations frozen. Every later change becomes an adjustment line.

    Refused while tax is 未报, a line is not agreed, the trial is out of date, or an earlier month is open.
    """
    if not person:
        raise Refused("锁定须写明经办人", where=str(month), advice="--person 姓名")
    office_rules.require_shared(ctx)
    backups.take(ctx, "settlement-lock")
    with ctx.store.write("settlement-lock", ctx.who, ctx.now()) as unit:
        found = _open_view(unit.connection, month)
        _in_turn(unit.connection, month)
        settlement = compute_in(unit.connection, ctx, month, rule_key=found.run.rule_key, explainable=True)
        if fingerprint_of(section_json(settlement.section)) != found.run.fingerprint:
            advice = f"请重新运行 zgc settle --month {month}；数字未变的行，双方的确认继续有效"
            raise Refused(f"{month} 试算之后报送、案情或规则有了变化", advice=advice)
        if found.blocks or settlement.faults:
            blocks = [*found.blocks, *settlement.faults]
            more = f"……等 {len(blocks)} 项" if len(blocks) > 6 else ""
            raise Refused(f"{month} 还不能锁定", why="；".join(blocks[:6]) + more)
        if any(rule.assumed for rule, _ in settlement.facts.values()):
            raise Refused("规则中有未经引证的假设值，只能模拟，不能入账", where=str(month))
        writes.lock(unit, found.run.id, at=ctx.now(), by=person, proofs=proofs(settlement))
        section = found.section
        due = f"{len(section.lines)} 笔，应得 {yuan(section.due_fen)} 元"
        if section.missing:
            due += f"，经裁定仍未报 {len(section.missing)} 件"
        unit.say(
            f"{person} 锁定 {month} 税收分享：{due}，规则 {found.run.rule_key}",
            subjects=_SUBJECTS,
            months={month},
        )
    assert unit.summary is not None
    return unit.summary


def _in_turn(connection: Reading, month: Month) -> None:
    """Months lock one after another, so that an adjustment always has one open month to stand in."""
    books = settlements.books(connection)
    if books.last is not None and month != books.last.plus(1):
        raise Refused(f"请先锁定 {books.last.plus(1)}", where=str(month), why=f"已锁定到 {books.last}，须逐月锁定")
    earlier = [r.month for r in settlements.runs(connection) if r.month < month and r.state != LOCKED]
    if earlier:
        raise Refused(
            f"{earlier[0]} 尚在试算",
            where=str(month),
            why="须逐月锁定",
            advice=f"请先锁定 {earlier[0]}，或用 zgc settlement discard 撤去该试算",
        )


def party_balances(ctx: AppContext) -> dict[str, Fen]:
    """What each party received less what it paid over all locked months; the balances sum to zero."""
    with ctx.store.read() as connection:
        return balances(entry for _, entry in settlements.posted(connection))


def _open_view(connection: Reading, month: Month) -> RunView:
    found = view_in(connection, month)
    if found.run.state == LOCKED:
        why = f"已于 {found.run.locked_at[:10]} 由 {found.run.locked_by} 锁定"
        raise Refused(f"{month} 的结算不能再改", why=why, advice="后来的变化会在其后的月份列为调账")
    return found


def _lines_of(found: RunView, party: str, case_id: str) -> list[LineStatus]:
    mine = [x for x in found.lines if party in (x.line.line.payer, x.line.line.receiver)]
    if not mine:
        parties = dict.fromkeys(p for x in found.lines for p in (x.line.line.payer, x.line.line.receiver))
        raise Refused(f"{found.month} 没有{party}的结算行", advice=f"本月各方：{'、'.join(parties) or '无'}")
    if case_id:
        mine = [x for x in mine if x.line.line.case_id == case_id]
        if not mine:
            raise Refused(f"{found.month} 没有{party}在案件 {case_id} 的结算行")
    return mine


def _named(party: str, person: str) -> None:
    if not party or not person:
        raise Refused("须写明哪一区、由谁确认", advice="--party 海淀区 --person 姓名")
