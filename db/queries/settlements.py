"""Reads of the settlement ledger, and of the tax a settlement counts, in few queries however many cases there are."""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

from sqlalchemy import Connection, Row, func, or_, select

import db.tables as t
from db.adjustment_tables import SettlementAdjustmentRow
from db.store import table_of
from zgc_desktop.domain.adjustments import NO_RULE, Adjustment
from zgc_desktop.domain.money import Fen
from zgc_desktop.domain.periods import Month
from zgc_desktop.domain.settlement import LOCKED, Answer, Difference, Entry, Ruling, SettlementRun

_X = table_of(t.SettlementRow)
_N = table_of(t.SettlementLineRow)
_E = table_of(t.PostingRow)
_Q = table_of(t.SettlementProofRow)
_A = table_of(t.SettlementAnswerRow)
_D = table_of(t.SettlementDifferenceRow)
_R = table_of(t.SettlementRulingRow)
_J = table_of(SettlementAdjustmentRow)
_S = table_of(t.SubmissionRow)
_T = table_of(t.TaxFactRow)
_P = table_of(t.TaxPartRow)
_M = table_of(t.StandingRow)
_K = table_of(t.CaseRow)
_C = table_of(t.CompanyRow)


class BookedLine(NamedTuple):
    """A line of a locked run: the month it is about, who pays whom, and its figures."""

    booked_in: Month
    about: Month
    company_id: int
    case_id: str
    payer: str
    receiver: str
    counted_fen: Fen
    due_fen: Fen
    kept_fen: Fen
    rule_key: str
    rule_print: str


@dataclass(frozen=True, slots=True)
class Books:
    """What is locked: the first and last month, and every line that a rule gave. ``last`` None: nothing is locked yet."""

    first: Month | None
    last: Month | None
    lines: tuple[BookedLine, ...]


def _run(r: Row[tuple[object, ...]]) -> SettlementRun:
    m = r._mapping
    return SettlementRun(
        Month.from_number(m["month"]), m["rule_key"], m["state"], m["computed_at"], m["counted_fen"], m["due_fen"],
        m["kept_fen"], m["content"], m["rule_print"], m["fingerprint"], m["locked_at"], m["locked_by"], m["id"],
    )  # fmt: skip


def run_of(connection: Connection, month: Month) -> SettlementRun | None:
    """The month's run, if one was computed."""
    found = connection.execute(select(_X).where(_X.c.month == month.number)).first()
    return None if found is None else _run(found)


def runs(connection: Connection) -> tuple[SettlementRun, ...]:
    """Every run, oldest first."""
    return tuple(_run(r) for r in connection.execute(select(_X).order_by(_X.c.month)))


def books(connection: Connection) -> Books:
    """What is locked so far."""
    first, last = connection.execute(select(func.min(_X.c.month), func.max(_X.c.month)).where(_X.c.state == LOCKED)).one()
    if last is None:
        return Books(None, None, ())
    query = (
        select(_X.c.month, _N.c.corrects, _N.c.company_id, _N.c.case_id, _N.c.payer, _N.c.receiver, _N.c.counted_fen,
               _N.c.due_fen, _N.c.kept_fen, _N.c.rule_key, _N.c.rule_print)
        .select_from(_N)
        .join(_X, _X.c.id == _N.c.settlement_id)
        .where(_X.c.state == LOCKED, _N.c.rule_key != NO_RULE)  # what a person posted is never worked out again
        .order_by(_X.c.month, _N.c.number)
    )  # fmt: skip
    months: dict[int, Month] = {}

    def month(number: int) -> Month:
        if number not in months:
            months[number] = Month.from_number(number)
        return months[number]

    lines = tuple(BookedLine(month(r[0]), month(r[1] or r[0]), *r[2:]) for r in connection.execute(query))
    return Books(Month.from_number(first), Month.from_number(last), lines)


def posted(connection: Connection) -> tuple[tuple[Month, Entry], ...]:
    """Every entry of every locked run, in order."""
    query = (
        select(_X.c.month, _E.c.party, _E.c.amount_fen)
        .select_from(_E)
        .join(_X, _X.c.id == _E.c.settlement_id)
        .where(_X.c.state == LOCKED)
        .order_by(_X.c.month, _E.c.line, _E.c.number)
    )
    return tuple((Month.from_number(r[0]), Entry(r[1], r[2])) for r in connection.execute(query))


def proof(connection: Connection, settlement_id: int, line: int) -> str | None:
    """The frozen explanation of a locked line, as JSON."""
    query = select(_Q.c.content).where(_Q.c.settlement_id == settlement_id, _Q.c.line == line)
    content = connection.execute(query).scalar()
    return None if content is None else zlib.decompress(content).decode()


def line_numbers(connection: Connection, settlement_id: int) -> tuple[tuple[int, int, str, str], ...]:
    """(number, company, rule, rule's fingerprint) of a run's lines, in the order of its section."""
    query = select(_N.c.number, _N.c.company_id, _N.c.rule_key, _N.c.rule_print).where(_N.c.settlement_id == settlement_id)
    return tuple((r[0], r[1], r[2], r[3]) for r in connection.execute(query.order_by(_N.c.number)))


def answers(connection: Connection, month: Month) -> tuple[Answer, ...]:
    """Confirmations given in a month, oldest first."""
    query = select(_A).where(_A.c.month == month.number).order_by(_A.c.id)
    return tuple(Answer(r.line_key, r.line_hash, r.party, r.person, r.day, r.note) for r in connection.execute(query))


def differences(connection: Connection, month: Month | None = None, number: int | None = None) -> tuple[Difference, ...]:
    """Differences of a month (of every month when None), oldest first; ``number`` for one."""
    query = select(_D).order_by(_D.c.id)
    if month is not None:
        query = query.where(_D.c.month == month.number)
    if number is not None:
        query = query.where(_D.c.id == number)
    return tuple(
        Difference(r.id, str(Month.from_number(r.month)), r.line_key, r.party, r.person, r.day, r.claimed_fen, r.reason,
                   r.outcome, r.outcome_note, r.outcome_by, r.outcome_day)
        for r in connection.execute(query)
    )  # fmt: skip


def rulings(connection: Connection, month: Month | None = None) -> tuple[Ruling, ...]:
    """Rulings on tax not reported, of a month or of every month, oldest month first."""
    query = select(_R).order_by(_R.c.month, _R.c.id)
    if month is not None:
        query = query.where(_R.c.month == month.number)
    return tuple(
        Ruling(str(Month.from_number(r.month)), r.case_id, r.person, r.reason, r.day) for r in connection.execute(query)
    )


def adjustments(connection: Connection, month: Month | None = None, number: int | None = None) -> tuple[Adjustment, ...]:
    """Postings (调整分录) registered in a month (in every month when None), oldest first; ``number`` for one."""
    query = select(_J).order_by(_J.c.id)
    if month is not None:
        query = query.where(_J.c.month == month.number)
    if number is not None:
        query = query.where(_J.c.id == number)
    return tuple(
        Adjustment(r.id, Month.from_number(r.month), Month.from_number(r.about_month), r.case_id, r.payer, r.receiver,
                   r.counted_fen, r.due_fen, r.person, r.day, r.reason, r.evidence)
        for r in connection.execute(query)
    )  # fmt: skip


def company_ids(connection: Connection, codes: Iterable[str]) -> dict[str, int]:
    """Credit code -> company, for those the ledger knows."""
    listed = list(codes)
    query = select(_C.c.credit_code, _C.c.id).where(_C.c.credit_code.in_(listed))
    return {r[0]: r[1] for r in connection.execute(query)} if listed else {}


def ledger_problems(connection: Connection) -> list[str]:
    """What does not hold in the locked months: a section changed since, lines that do not add up, entries beside zero."""
    found = []
    for run in runs(connection):
        if run.state != LOCKED:
            continue
        if hashlib.sha256(run.content.encode()).hexdigest() != run.fingerprint:
            found.append(f"{run.month} 已锁定的结算与其指纹不符，可能被改动")
        sums = select(func.sum(_N.c.counted_fen), func.sum(_N.c.due_fen), func.sum(_N.c.kept_fen))
        counted, due, kept = (v or 0 for v in connection.execute(sums.where(_N.c.settlement_id == run.id)).one())
        if (counted, due, kept) != (run.counted_fen, run.due_fen, run.kept_fen) or counted != due + kept:
            found.append(f"{run.month} 已锁定的结算各行与合计不符")
        odd = select(_E.c.line).where(_E.c.settlement_id == run.id).group_by(_E.c.line).having(func.sum(_E.c.amount_fen) != 0)
        found += [f"{run.month} 已锁定的结算第 {r[0] + 1} 行分录合计不为零" for r in connection.execute(odd)]
        paid = select(func.sum(_E.c.amount_fen)).where(_E.c.settlement_id == run.id, _E.c.number == 1)
        if (connection.execute(paid).scalar() or 0) != due:
            found.append(f"{run.month} 已锁定的结算分录与各行应得不符")
    return found


class LatePart(NamedTuple):
    """Tax of an earlier period (所属期, ``2026-08``) collected or refunded in a month, with its cells."""

    belongs_to: str
    vat_fen: Fen | None
    cit_fen: Fen | None
    source: str


class CaseTax(NamedTuple):
    """A company's counted tax of one month, by kind, and the cells it stands in (``昌平园 第1版 · 税收!E49、F49``)."""

    month: Month
    company_id: int
    park: str
    vat_fen: Fen | None
    cit_fen: Fen | None
    source: str
    late: tuple[LatePart, ...] = ()
    """The part of it that belongs to earlier periods (补缴、退库)."""


_Part: TypeAlias = tuple[str, Fen | None, Fen | None, int]


def _late_parts(connection: Connection, until: Month) -> dict[tuple[int, int, int], list[_Part]]:
    """(month, submission, company) -> (period, VAT, CIT, sheet row) of tax that belongs to earlier periods."""
    found: dict[tuple[int, int, int], list[_Part]] = {}
    about = (_P.c.belongs_to, _P.c.vat_fen, _P.c.cit_fen, _P.c.sheet_row)
    key = (_P.c.month, _P.c.submission_id, _P.c.company_id)
    wanted = select(*key, *about).order_by(*key, _P.c.sheet_row)
    for month, submission, company, *part in connection.execute(wanted.where(_P.c.month <= until.number)):
        found.setdefault((month, submission, company), []).append((part[0], part[1], part[2], part[3]))
    return found


def case_tax(connection: Connection, until: Month, others: Iterable[int] = ()) -> Iterator[CaseTax]:
    """Accepted tax of every company with a move case (and of ``others``) up to ``until``, by company, oldest first."""
    same = (_T.c.month == _M.c.month) & (_T.c.submission_id == _M.c.submission_id) & (_T.c.company_id == _M.c.company_id)
    wanted = or_(_M.c.company_id.in_(select(_K.c.company_id)), _M.c.company_id.in_(list(others)))
    query = (
        select(_T.c.month, _T.c.company_id, _M.c.park, _T.c.vat_fen, _T.c.cit_fen, _T.c.sheet_row, _T.c.submission_id)
        .select_from(_M)
        .join(_T, same)
        .where(wanted, _M.c.month <= until.number)
        .order_by(_M.c.company_id, _M.c.month)
    )
    months: dict[int, Month] = {}
    places: dict[int, tuple[str, str, str]] = {}
    for r in connection.execute(select(_S.c.id, _S.c.park, _S.c.version, _S.c.sheets).where(_S.c.month <= until.number)):
        places[r[0]] = _letters(r[1], r[2], r[3])
    parts = _late_parts(connection, until)
    # In parts: one by one costs more than the work itself, all at once holds every month of every company.
    for part in connection.execute(query).partitions(5000):
        for number, company, park, vat, cit, row, submission in part:
            month = months.get(number) or months.setdefault(number, Month.from_number(number))
            head, vat_at, cit_at = places[submission]
            source = f"{head}!{vat_at}{row}、{cit_at}{row}" if vat_at and cit_at else f"{head} 第{row}行"
            told = parts.get((number, submission, company), ()) if parts else ()
            late = tuple(LatePart(p, v, c, f"{head}!{vat_at}{at}、{cit_at}{at}") for p, v, c, at in told) if told else ()
            yield CaseTax(month, company, park, vat, cit, source, late)


def _letters(park: str, version: int, sheets: str) -> tuple[str, str, str]:
    sheet = json.loads(sheets).get("tax", {})
    letters = sheet.get("letters", {})
    return f"{park} 第{version}版 · {sheet.get('name', '')}", letters.get("vat_fen", ""), letters.get("cit_fen", "")
