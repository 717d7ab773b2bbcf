"""Tables of a workspace. ``SomethingRow`` is a table; what leaves ``db`` are the domain's frozen values.

Facts are keyed by month, submission version and company and are never rewritten: a new version adds rows, ``standing``
says which version counts. Amounts are whole 分; months are numbers such as 202610; days and times are ISO text.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import BigInteger, CheckConstraint, Column, ForeignKey, Index, Integer, LargeBinary, UniqueConstraint
from sqlmodel import Field, SQLModel

_WITHOUT_ROWID = {"sqlite_with_rowid": False}


def _fen() -> Any:
    return Field(default=None, sa_type=BigInteger)


class SettingRow(SQLModel, table=True):
    """A setting of the workspace."""

    __tablename__ = "setting"
    key: str = Field(primary_key=True)
    value: str


class JournalRow(SQLModel, table=True):
    """One write: who, when, command, sentence, reason, what changed; chained by hash."""

    __tablename__ = "journal"
    seq: int | None = Field(default=None, primary_key=True)
    at: str
    who: str
    command: str
    sentence: str
    reason: str = ""
    changes: str
    about: str = ""
    """Months, subjects, entries taken back and exceptions used, as JSON; empty in entries of the first schemas."""
    previous_hash: str
    hash: str


class MonthRow(SQLModel, table=True):
    """A month the desk has opened: its state (open, closed, locked), and who put it there, when and why."""

    __tablename__ = "month"
    month: int = Field(primary_key=True)
    state: str = "open"
    opened_at: str
    state_at: str = ""
    state_by: str = ""
    state_reason: str = ""


class SubmissionRow(SQLModel, table=True):
    """One version of a park's monthly file."""

    __tablename__ = "submission"
    __table_args__ = (
        UniqueConstraint("month", "park", "version"),
        Index("submission_sha256", "sha256"),
    )
    id: int | None = Field(default=None, primary_key=True)
    month: int
    park: str
    version: int
    state: str
    file_name: str
    sha256: str
    received_at: str
    companies: int
    tax_fen: int | None = _fen()
    revenue_fen: int | None = _fen()
    errors: int
    warnings: int
    notices: int
    added: int
    changed: int
    vanished: int
    park_decided_by: str
    month_decided_by: str
    columns: str
    sheets: str
    encoding: str = ""
    accepted_at: str = ""
    accepted_note: str = ""


class IssueRow(SQLModel, table=True):
    """One problem found in a submission."""

    __tablename__ = "issue"
    __table_args__ = (Index("issue_submission", "submission_id"),)
    id: int | None = Field(default=None, primary_key=True)
    submission_id: int = Field(foreign_key="submission.id")
    code: str
    severity: str
    sheet: str
    cell: str
    column: str
    credit_code: str
    company: str
    value: str
    expected: str
    message: str


class CompanyRow(SQLModel, table=True):
    """A company, once. Name and founding day are those of the newest submission that named them."""

    __tablename__ = "company"
    id: int | None = Field(default=None, primary_key=True)
    credit_code: str = Field(unique=True)
    name: str
    founded_on: str = ""
    address: str = ""
    first_month: int


class CompanyNameRow(SQLModel, table=True):
    """A name a company has borne, and the month it was first seen."""

    __tablename__ = "company_name"
    __table_args__ = (UniqueConstraint("company_id", "name"),)
    id: int | None = Field(default=None, primary_key=True)
    company_id: int = Field(foreign_key="company.id")
    name: str
    seen_month: int


class ResidenceRow(SQLModel, table=True):
    """Which park answers for a company, by day; ``to_day`` '' = open. Two triggers refuse any overlap."""

    __tablename__ = "residence"
    __table_args__ = (
        UniqueConstraint("company_id", "from_day"),
        CheckConstraint("to_day = '' OR to_day >= from_day"),
    )
    id: int | None = Field(default=None, primary_key=True)
    company_id: int = Field(foreign_key="company.id")
    park: str
    from_day: str
    to_day: str = ""
    cause: str
    case_id: str = ""


def _key(target: str | None = None) -> Column[int]:
    return Column(Integer, ForeignKey(target), primary_key=True) if target else Column(Integer, primary_key=True)


class RosterFactRow(SQLModel, table=True):
    """One line of a roster (企业表)."""

    __tablename__ = "roster_fact"
    __table_args__ = _WITHOUT_ROWID
    month: int = Field(sa_column=_key())
    submission_id: int = Field(sa_column=_key("submission.id"))
    company_id: int = Field(sa_column=_key("company.id"))
    sheet_row: int
    name: str | None
    registered_address: str | None
    cluster: str | None
    industry: str | None
    founded_on: str | None
    employees: int | None
    assets_fen: int | None = _fen()
    revenue_fen: int | None = _fen()
    revenue_ytd_fen: int | None = _fen()
    rd_fen: int | None = _fen()
    rd_ytd_fen: int | None = _fen()
    patents: int | None
    status: str | None
    tier: str | None
    doubtful: str = ""


class TaxFactRow(SQLModel, table=True):
    """One line of a tax sheet (税收表): local tax by kind."""

    __tablename__ = "tax_fact"
    __table_args__ = _WITHOUT_ROWID
    month: int = Field(sa_column=_key())
    submission_id: int = Field(sa_column=_key("submission.id"))
    company_id: int = Field(sa_column=_key("company.id"))
    sheet_row: int
    vat_fen: int | None = _fen()
    cit_fen: int | None = _fen()
    other_fen: int | None = _fen()
    total_fen: int | None = _fen()
    refund_fen: int | None = _fen()
    doubtful: str = ""


class TaxPartRow(SQLModel, table=True):
    """A line of a tax sheet about an earlier period (所属期): part of the company's tax of the month, named apart."""

    __tablename__ = "tax_part"
    __table_args__ = _WITHOUT_ROWID
    month: int = Field(sa_column=_key())
    submission_id: int = Field(sa_column=_key("submission.id"))
    company_id: int = Field(sa_column=_key("company.id"))
    sheet_row: int = Field(sa_column=_key())
    belongs_to: str
    vat_fen: int | None = _fen()
    cit_fen: int | None = _fen()


class TierFactRow(SQLModel, table=True):
    """One line of a tier sheet (梯队表): the yearly figures a review needs, as JSON by column key."""

    __tablename__ = "tier_fact"
    __table_args__ = _WITHOUT_ROWID
    month: int = Field(sa_column=_key())
    submission_id: int = Field(sa_column=_key("submission.id"))
    company_id: int = Field(sa_column=_key("company.id"))
    sheet_row: int
    figures: str


class RawTableRow(SQLModel, table=True):
    """The rows of a submission as read, compressed: every value with its row, for version comparison and disputes."""

    __tablename__ = "raw_table"
    submission_id: int = Field(primary_key=True, foreign_key="submission.id")
    sheet_key: str = Field(primary_key=True)
    content: bytes = Field(sa_column=Column(LargeBinary, nullable=False))


class StandingRow(SQLModel, table=True):
    """Which accepted version counts for a company in a month, where, and in which cluster and why. One row a company."""

    __tablename__ = "standing"
    __table_args__ = _WITHOUT_ROWID
    month: int = Field(sa_column=_key())
    company_id: int = Field(sa_column=_key("company.id"))
    submission_id: int = Field(foreign_key="submission.id")
    park: str
    disputed_with: str = ""
    closed: int = 0
    cluster: str = ""
    cluster_how: str = ""
    cluster_reason: str = ""
    industry: str = ""


class YearEndRow(SQLModel, table=True):
    """Revenue of a year and people at its end, of a company that counts in its December; rebuilt with what it comes from."""

    __tablename__ = "year_end"
    __table_args__ = _WITHOUT_ROWID
    year: int = Field(sa_column=_key())
    company_id: int = Field(sa_column=_key("company.id"))
    revenue_fen: int | None = _fen()
    employees: int | None


class LeadRow(SQLModel, table=True):
    """A lead: a double claim or a silent move, with both source cells."""

    __tablename__ = "lead"
    __table_args__ = (UniqueConstraint("month", "kind", "company_id", "first_park", "second_park"),)
    id: int | None = Field(default=None, primary_key=True)
    month: int
    kind: str
    company_id: int = Field(foreign_key="company.id")
    first_park: str
    first_month: int
    first_place: str
    first_revenue_fen: int | None = _fen()
    first_tax_fen: int | None = _fen()
    second_park: str
    second_month: int
    second_place: str
    second_revenue_fen: int | None = _fen()
    second_tax_fen: int | None = _fen()
    state: str = "open"
    case_id: str = ""


class CaseRow(SQLModel, table=True):
    """A move case."""

    __tablename__ = "move_case"
    id: str = Field(primary_key=True)
    company_id: int = Field(foreign_key="company.id")
    from_park: str
    to_park: str
    state: str
    opened_on: str
    nature: str = ""
    kind: str = ""
    registered_on: str = ""
    at_capacity_on: str = ""
    first_tax_on: str = ""
    landed_on: str = ""
    lead_id: int | None = None
    note: str = ""


class CaseBaseRow(SQLModel, table=True):
    """Local tax of one year before a move."""

    __tablename__ = "case_base"
    case_id: str = Field(primary_key=True, foreign_key="move_case.id")
    year: int = Field(primary_key=True)
    amount_fen: int = Field(sa_type=BigInteger)
    source: str


class SettlementRow(SQLModel, table=True):
    """One run of sharing for a month: rule and its fingerprint, state (trial, locked), the section as JSON with its own."""

    __tablename__ = "settlement"
    id: int | None = Field(default=None, primary_key=True)
    month: int = Field(unique=True)
    rule_key: str
    state: str
    computed_at: str
    counted_fen: int = Field(sa_type=BigInteger)
    due_fen: int = Field(sa_type=BigInteger)
    kept_fen: int = Field(sa_type=BigInteger)
    content: str
    rule_print: str = ""
    fingerprint: str = ""
    locked_at: str = ""
    locked_by: str = ""


class SettlementLineRow(SQLModel, table=True):
    """One line of a run: a case, who pays whom, which month it is about (``corrects`` 0 = the run's own)."""

    __tablename__ = "settlement_line"
    __table_args__ = _WITHOUT_ROWID
    settlement_id: int = Field(sa_column=_key("settlement.id"))
    number: int = Field(sa_column=_key())
    company_id: int = Field(foreign_key="company.id")
    case_id: str = Field(foreign_key="move_case.id")
    payer: str
    receiver: str
    corrects: int
    counted_fen: int = Field(sa_type=BigInteger)
    due_fen: int = Field(sa_type=BigInteger)
    kept_fen: int = Field(sa_type=BigInteger)
    rule_key: str
    rule_print: str
    line_hash: str


class PostingRow(SQLModel, table=True):
    """One entry of a line: what a party receives (positive) or pays; the entries of a line sum to zero."""

    __tablename__ = "posting"
    __table_args__ = _WITHOUT_ROWID
    settlement_id: int = Field(sa_column=_key("settlement.id"))
    line: int = Field(sa_column=_key())
    number: int = Field(sa_column=_key())
    party: str
    amount_fen: int = Field(sa_type=BigInteger)


class SettlementProofRow(SQLModel, table=True):
    """The explanations of a locked run's figures, frozen as compressed JSON, one row a line."""

    __tablename__ = "settlement_proof"
    settlement_id: int = Field(primary_key=True, foreign_key="settlement.id")
    line: int = Field(primary_key=True)
    content: bytes = Field(sa_column=Column(LargeBinary, nullable=False))


class SettlementAnswerRow(SQLModel, table=True):
    """A district's confirmation of one line as it then stood (``line_hash``): who, on which day."""

    __tablename__ = "settlement_answer"
    __table_args__ = (UniqueConstraint("month", "line_key", "line_hash", "party"),)
    id: int | None = Field(default=None, primary_key=True)
    month: int
    line_key: str
    line_hash: str
    party: str
    person: str
    day: str
    note: str = ""


class SettlementDifferenceRow(SQLModel, table=True):
    """A difference (差异) a district registered on a line, and what came of it."""

    __tablename__ = "settlement_difference"
    id: int | None = Field(default=None, primary_key=True)
    month: int
    line_key: str
    party: str
    person: str
    day: str
    claimed_fen: int | None = _fen()
    reason: str
    outcome: str = ""
    outcome_note: str = ""
    outcome_by: str = ""
    outcome_day: str = ""


class SettlementRulingRow(SQLModel, table=True):
    """A ruling (裁定) that a month may lock although a case's tax is 未报: by whom and why. Only ever added to."""

    __tablename__ = "settlement_ruling"
    __table_args__ = (UniqueConstraint("month", "case_id"),)
    id: int | None = Field(default=None, primary_key=True)
    month: int
    case_id: str
    person: str
    reason: str
    day: str
    recorded_at: str


class CasePositionRow(SQLModel, table=True):
    """What one party said of a case, in its own lane; the newest of a side is its position."""

    __tablename__ = "case_position"
    __table_args__ = (Index("case_position_case", "case_id"),)
    id: int | None = Field(default=None, primary_key=True)
    case_id: str = Field(foreign_key="move_case.id")
    side: str
    party: str
    answer: str
    reason: str
    person: str
    day: str
    due: str = ""
    recorded_at: str


class CaseEventRow(SQLModel, table=True):
    """Something that happened to a landed case: split, reregistered, returned, closed; companies as credit codes in JSON."""

    __tablename__ = "case_event"
    __table_args__ = (Index("case_event_case", "case_id"),)
    id: int | None = Field(default=None, primary_key=True)
    case_id: str = Field(foreign_key="move_case.id")
    day: str
    kind: str
    company: str = ""
    content: str = "{}"
    source: str
    recorded_by: str
    recorded_at: str


class RecognitionRow(SQLModel, table=True):
    """A tier formally recognised: document, batch, validity."""

    __tablename__ = "recognition"
    __table_args__ = (UniqueConstraint("company_id", "tier", "document", "batch"),)
    id: int | None = Field(default=None, primary_key=True)
    company_id: int = Field(foreign_key="company.id")
    tier: str
    document: str
    batch: str
    valid_from: str
    valid_to: str
    source: str


class ReportRow(SQLModel, table=True):
    """A report that was written: its fingerprint and state; the document itself as compressed JSON."""

    __tablename__ = "report"
    id: int | None = Field(default=None, primary_key=True)
    month: int
    fingerprint: str
    state: str
    written_at: str
    program_version: str
    content: bytes = Field(sa_column=Column(LargeBinary, nullable=False))
