"""Writing the settlement ledger: trial runs, confirmations, differences, and the lock after which nothing changes."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Sequence

import db.tables as t
from db.adjustment_tables import SettlementAdjustmentRow
from db.queries.settlements import run_of
from db.store import UnitOfWork
from zgc_desktop.domain.adjustments import Adjustment
from zgc_desktop.domain.periods import Month
from zgc_desktop.domain.settlement import LOCKED, TRIAL, Answer, Difference, LedgerLine, Ruling, SettlementRun, entries

_LINE_COLUMNS = (
    "settlement_id", "number", "company_id", "case_id", "payer", "receiver", "corrects", "counted_fen", "due_fen", "kept_fen",
    "rule_key", "rule_print", "line_hash",
)  # fmt: skip


def put_trial(unit: UnitOfWork, run: SettlementRun, lines: Sequence[LedgerLine]) -> int:
    """Put a trial run (试算) with its lines and entries in place of the month's earlier trial; returns its key."""
    drop_trial(unit, run.month)
    key = unit.insert(
        t.SettlementRow,
        {
            "month": run.month.number,
            "rule_key": run.rule_key,
            "state": TRIAL,
            "computed_at": run.computed_at,
            "counted_fen": run.counted_fen,
            "due_fen": run.due_fen,
            "kept_fen": run.kept_fen,
            "content": run.content,
            "rule_print": run.rule_print,
            "fingerprint": run.fingerprint,
        },
    )
    unit.insert_many(t.SettlementLineRow, _LINE_COLUMNS, (_line(key, n, x) for n, x in enumerate(lines)), str(run.month))
    posted = (
        (key, n, place, entry.party, entry.amount_fen)
        for n, x in enumerate(lines)
        for place, entry in enumerate(entries(x.line))
    )
    unit.insert_many(t.PostingRow, ("settlement_id", "line", "number", "party", "amount_fen"), posted, str(run.month))
    return key


def drop_trial(unit: UnitOfWork, month: Month) -> None:
    """Remove a month's trial run; a locked one is left alone (and the database would refuse)."""
    old = run_of(unit.connection, month)
    if old is None or old.state != TRIAL:
        return
    for table in (t.PostingRow, t.SettlementLineRow, t.SettlementProofRow):
        unit.delete(table, {"settlement_id": old.id})
    unit.delete(t.SettlementRow, {"id": old.id})


def _line(key: int, number: int, x: LedgerLine) -> tuple[object, ...]:
    corrects = Month.parse(x.line.corrects).number if x.line.corrects else 0
    return (
        key, number, x.company_id, x.line.case_id, x.line.payer, x.line.receiver, corrects, x.line.counted_fen,
        x.line.due_fen, x.line.kept_fen, x.rule_key, x.rule_print, x.digest,
    )  # fmt: skip


def lock(unit: UnitOfWork, key: int, *, at: str, by: str, proofs: Iterable[tuple[int, str]]) -> None:
    """Lock a trial run for good, with the explanation of every line (number, JSON) frozen beside it."""
    rows = ((key, number, zlib.compress(content.encode(), 6)) for number, content in proofs)
    unit.insert_many(t.SettlementProofRow, ("settlement_id", "line", "content"), rows, f"settlement {key}")
    unit.update(t.SettlementRow, {"id": key}, {"state": LOCKED, "locked_at": at, "locked_by": by})


def add_answer(unit: UnitOfWork, month: Month, answer: Answer) -> None:
    """Write a district's confirmation of a line as it stands."""
    unit.insert(
        t.SettlementAnswerRow,
        {
            "month": month.number,
            "line_key": answer.line_key,
            "line_hash": answer.line_hash,
            "party": answer.party,
            "person": answer.person,
            "day": answer.day,
            "note": answer.note,
        },
    )


def withdraw_answers(unit: UnitOfWork, month: Month, line_key: str, party: str) -> None:
    """Take back a district's confirmation of a line (it registered a difference instead)."""
    unit.delete(t.SettlementAnswerRow, {"month": month.number, "line_key": line_key, "party": party})


def add_difference(unit: UnitOfWork, month: Month, found: Difference) -> int:
    """Write a registered difference; returns its number."""
    return unit.insert(
        t.SettlementDifferenceRow,
        {
            "month": month.number,
            "line_key": found.line_key,
            "party": found.party,
            "person": found.person,
            "day": found.day,
            "claimed_fen": found.claimed_fen,
            "reason": found.reason,
            "outcome": "",
            "outcome_note": "",
            "outcome_by": "",
            "outcome_day": "",
        },
    )


def add_ruling(unit: UnitOfWork, month: Month, ruling: Ruling, at: str) -> None:
    """Write a ruling that the month may lock although a case's tax is 未报."""
    values = {"case_id": ruling.case_id, "person": ruling.person, "reason": ruling.reason, "day": ruling.day}
    unit.insert(t.SettlementRulingRow, {"month": month.number, "recorded_at": at} | values)


def add_adjustment(unit: UnitOfWork, given: Adjustment, at: str) -> int:
    """Write a manual posting; returns its number."""
    values = {
        "month": given.month.number, "about_month": given.about.number, "case_id": given.case_id, "payer": given.payer,
        "receiver": given.receiver, "counted_fen": given.counted_fen, "due_fen": given.due_fen, "person": given.person,
        "day": given.day, "reason": given.reason, "evidence": given.evidence, "recorded_at": at,
    }  # fmt: skip
    return unit.insert(SettlementAdjustmentRow, values)


def drop_adjustment(unit: UnitOfWork, number: int) -> None:
    """Take a posting out; the journal keeps its row."""
    unit.delete(SettlementAdjustmentRow, {"id": number})


def set_outcome(unit: UnitOfWork, number: int, outcome: str, note: str, by: str, day: str) -> None:
    """Write what came of a difference."""
    values = {"outcome": outcome, "outcome_note": note, "outcome_by": by, "outcome_day": day}
    unit.update(t.SettlementDifferenceRow, {"id": number}, values)
