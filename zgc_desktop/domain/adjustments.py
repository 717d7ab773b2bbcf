"""A manual adjustment posting (调整分录): what a person corrects of an earlier month's sharing, with reason and evidence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from zgc_desktop.domain.errors import Refused
from zgc_desktop.domain.money import Fen, yuan
from zgc_desktop.domain.monthly import SharingLine
from zgc_desktop.domain.periods import Month
from zgc_desktop.domain.sharing.explain import Explanation

STATE: Final = "调整分录"
NO_RULE: Final = ""
"""Stands for the rule of a line that no rule gave: such a line is never worked out again from tax."""


@dataclass(frozen=True, slots=True)
class Adjustment:
    """One posting: registered in ``month`` about an earlier month; amounts in 分, negative where something goes back."""

    id: int
    month: Month
    about: Month
    case_id: str
    payer: str
    receiver: str
    counted_fen: Fen
    """By how much the tax counted changes; 0 where only the division of it is corrected."""
    due_fen: Fen
    """By how much what the payer owes the receiver changes."""
    person: str
    day: str
    reason: str
    evidence: str

    @property
    def kept_fen(self) -> Fen:
        """What the payer keeps changes by the rest, so that counted = due + kept."""
        return self.counted_fen - self.due_fen

    @property
    def name(self) -> str:
        return f"第{self.id}号"


def check(given: Adjustment, sides: tuple[str, str], locked_to: Month | None, trials: frozenset[Month]) -> None:
    """Refuse a posting without amount, reason, evidence or person, of others than the case's two sides, or of a month that
    is not earlier, is already locked to (``month``), or still stands as a trial (``about``)."""
    where = f"{given.case_id} {given.month}"
    if not (given.reason and given.evidence and given.person):
        raise Refused("调整分录须写明理由、依据与经办人", where=where, advice="依据写文号、凭证号或会议纪要")
    if not given.counted_fen and not given.due_fen:
        raise Refused("调整分录的金额为零", where=where, advice="请填计入税收或应得的增减数，减少写负数")
    if (given.payer, given.receiver) != sides:
        why = f"本案由{sides[0]}付{sides[1]}"
        raise Refused(f"{given.payer}付{given.receiver}不是案件 {given.case_id} 的收付方向", why=why, advice="反向请写负数")
    if given.about >= given.month:
        advice = "本月的数请由报送或案情更正后重新试算"
        raise Refused(f"调整分录只更正以前月份，{given.about} 不早于 {given.month}", where=where, advice=advice)
    if locked_to is not None and given.month <= locked_to:
        advice = f"请登记在 {locked_to.plus(1)}，锁定的结算不改写"
        raise Refused(f"{given.month} 的结算已锁定，不能登记调整分录", where=where, advice=advice)
    if given.about in trials:
        advice = f"请更正事实后重新试算 {given.about}"
        raise Refused(f"{given.about} 尚在试算，不用调整分录", where=where, advice=advice)


def line_of(given: Adjustment, company: str, credit_code: str) -> SharingLine:
    """The posting as a line of the month's run; it adds up like any other and names its evidence in place of a clause."""
    return SharingLine(
        case_id=given.case_id, company=company, credit_code=credit_code, payer=given.payer, receiver=given.receiver,
        counted_fen=given.counted_fen, vat_fen=None, cit_fen=None, ratio="—", computed_fen=given.due_fen,
        cap_left_before_fen=None, truncated_fen=0, due_fen=given.due_fen, kept_fen=given.kept_fen,
        period=f"更正 {given.about}", state=STATE, clause=given.evidence,
        source=f"{STATE}{given.name}，{given.person} {given.day}登记：{given.reason}",
        adjustment=True, corrects=str(given.about), posting=given.name,
    )  # fmt: skip


def tree_of(line: SharingLine, party: str) -> Explanation:
    """The tree behind what a party gets, or keeps, by a posting: no rule gave it, its evidence stands where a clause would."""
    label = f"{party} {STATE}{line.posting}（{line.period}）"
    if party == line.receiver:
        return Explanation(label, line.due_fen, "人工登记，不由规则算出，不计入上限和期次", line.clause, source=line.source)
    counted = Explanation(f"{STATE}{line.posting}计入税收增减", line.counted_fen, clause=line.clause, source=line.source)
    due = Explanation(f"{STATE}{line.posting}应付{line.receiver}增减", line.due_fen, clause=line.clause, source=line.source)
    formula = f"{yuan(line.counted_fen)} − {yuan(line.due_fen)}"
    return Explanation(label, line.kept_fen, formula, line.clause, children=(counted, due), op="minus")
