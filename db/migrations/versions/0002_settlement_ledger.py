"""The settlement ledger: lines, entries, proofs, confirmations and differences; positions and events of cases."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

# A locked run never changes: said by the service, and once more here, where nothing can go round it.
_LOCKED = "RAISE(ABORT, 'a locked settlement is never rewritten')"
_INSERTED = (
    # INSERT OR REPLACE deletes without firing the delete trigger.
    "CREATE TRIGGER settlement_locked_insert BEFORE INSERT ON settlement "
    "WHEN EXISTS (SELECT 1 FROM settlement AS s WHERE s.state = 'locked' AND (s.month = NEW.month OR s.id = NEW.id)) "
    f"BEGIN SELECT {_LOCKED}; END"
)
_BALANCED = (
    "CREATE TRIGGER settlement_lock_balances BEFORE UPDATE ON settlement WHEN NEW.state = 'locked' AND EXISTS ("
    "SELECT 1 FROM posting AS p WHERE p.settlement_id = NEW.id GROUP BY p.line HAVING sum(p.amount_fen) <> 0) "
    "BEGIN SELECT RAISE(ABORT, 'entries of a line do not sum to zero'); END"
)
_KEPT = tuple(
    f"CREATE TRIGGER settlement_locked_{event.lower()} BEFORE {event} ON settlement "
    f"WHEN OLD.state = 'locked' BEGIN SELECT {_LOCKED}; END"
    for event in ("UPDATE", "DELETE")
)
_PARTS = tuple(
    f"CREATE TRIGGER {table}_locked_{event.lower()} BEFORE {event} ON {table} "
    f"WHEN EXISTS (SELECT 1 FROM settlement AS s WHERE s.state = 'locked' AND s.id = {row}.settlement_id) "
    f"BEGIN SELECT {_LOCKED}; END"
    for table in ("settlement_line", "posting", "settlement_proof")
    for event, row in (("INSERT", "NEW"), ("UPDATE", "OLD"), ("DELETE", "OLD"))
)
_ANSWERS = tuple(
    f"CREATE TRIGGER settlement_answer_locked_{event.lower()} BEFORE {event} ON settlement_answer "
    f"WHEN EXISTS (SELECT 1 FROM settlement AS s WHERE s.state = 'locked' AND s.month = {row}.month) "
    f"BEGIN SELECT {_LOCKED}; END"
    for event, row in (("INSERT", "NEW"), ("UPDATE", "OLD"), ("DELETE", "OLD"))
)
_HISTORY = tuple(
    f"CREATE TRIGGER {table}_no_{event.lower()} BEFORE {event} ON {table} "
    "BEGIN SELECT RAISE(ABORT, 'the history of a case only grows'); END"
    for table in ("case_position", "case_event")
    for event in ("UPDATE", "DELETE")
)


def _text(name: str, default: str | None = None) -> sa.Column[str]:
    return sa.Column(name, sa.String(), nullable=False, server_default=default)


def _whole(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer(), nullable=False)


def _fen(name: str, *, nullable: bool = False) -> sa.Column[int]:
    return sa.Column(name, sa.BigInteger(), nullable=nullable)


def _of_run() -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(["settlement_id"], ["settlement.id"])


def upgrade() -> None:
    for name in ("rule_print", "fingerprint", "locked_at", "locked_by"):
        op.add_column("settlement", _text(name, ""))
    op.create_table(
        "settlement_line",
        _whole("settlement_id"), _whole("number"), _whole("company_id"),
        _text("case_id"), _text("payer"), _text("receiver"), _whole("corrects"),
        _fen("counted_fen"), _fen("due_fen"), _fen("kept_fen"),
        _text("rule_key"), _text("rule_print"), _text("line_hash"),
        _of_run(),
        sa.ForeignKeyConstraint(["company_id"], ["company.id"]),
        sa.ForeignKeyConstraint(["case_id"], ["move_case.id"]),
        sa.PrimaryKeyConstraint("settlement_id", "number"),
        sqlite_with_rowid=False,
    )  # fmt: skip
    op.create_table(
        "posting",
        _whole("settlement_id"), _whole("line"), _whole("number"), _text("party"), _fen("amount_fen"),
        _of_run(), sa.PrimaryKeyConstraint("settlement_id", "line", "number"),
        sqlite_with_rowid=False,
    )  # fmt: skip
    op.create_table(
        "settlement_proof",
        _whole("settlement_id"), _whole("line"), sa.Column("content", sa.LargeBinary(), nullable=False),
        _of_run(), sa.PrimaryKeyConstraint("settlement_id", "line"),
    )  # fmt: skip
    op.create_table(
        "settlement_answer",
        _whole("id"), _whole("month"), _text("line_key"), _text("line_hash"), _text("party"), _text("person"), _text("day"),
        _text("note"), sa.PrimaryKeyConstraint("id"), sa.UniqueConstraint("month", "line_key", "line_hash", "party"),
    )  # fmt: skip
    op.create_table(
        "settlement_difference",
        _whole("id"), _whole("month"), _text("line_key"), _text("party"), _text("person"), _text("day"),
        _fen("claimed_fen", nullable=True), _text("reason"), _text("outcome"), _text("outcome_note"), _text("outcome_by"),
        _text("outcome_day"), sa.PrimaryKeyConstraint("id"),
    )  # fmt: skip
    op.create_table(
        "case_position",
        _whole("id"), _text("case_id"), _text("side"), _text("party"), _text("answer"), _text("reason"), _text("person"),
        _text("day"), _text("due"), _text("recorded_at"), sa.ForeignKeyConstraint(["case_id"], ["move_case.id"]),
        sa.PrimaryKeyConstraint("id"),
    )  # fmt: skip
    op.create_index("case_position_case", "case_position", ["case_id"])
    op.create_table(
        "case_event",
        _whole("id"), _text("case_id"), _text("day"), _text("kind"), _text("company"), _text("content"), _text("source"),
        _text("recorded_by"), _text("recorded_at"), sa.ForeignKeyConstraint(["case_id"], ["move_case.id"]),
        sa.PrimaryKeyConstraint("id"),
    )  # fmt: skip
    op.create_index("case_event_case", "case_event", ["case_id"])
    for statement in (_INSERTED, _BALANCED, *_KEPT, *_PARTS, *_ANSWERS, *_HISTORY):
        op.execute(statement)
