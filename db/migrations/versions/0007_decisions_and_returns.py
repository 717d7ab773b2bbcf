"""Decisions on issues; returns with their rounds and numbered items."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

# What was decided and what was asked for is evidence: it is only ever added to.
_HISTORY = tuple(
    f"CREATE TRIGGER {table}_no_{event.lower()} BEFORE {event} ON {table} "
    "BEGIN SELECT RAISE(ABORT, 'what was decided or returned is only ever added to'); END"
    for table in ("issue_decision", "return_round", "return_item")
    for event in ("UPDATE", "DELETE")
)


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.String(), nullable=False)


def _whole(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer(), nullable=False)


def upgrade() -> None:
    op.create_table(
        "issue_decision",
        _whole("id"), _text("park"), _whole("submission_id"), _text("issue_key"), _text("rests_on"), _text("kind"),
        _text("reason"), _text("person"), _text("recorded_at"), _text("case_id"),
        sa.ForeignKeyConstraint(["submission_id"], ["submission.id"]), sa.PrimaryKeyConstraint("id"),
    )  # fmt: skip
    op.create_index("issue_decision_park", "issue_decision", ["park", "issue_key"])
    op.create_table(
        "return_round",
        _whole("id"), _whole("month"), _text("park"), _whole("round"), _whole("submission_id"), _whole("version"),
        _text("returned_at"), _text("deadline"), _text("reason"), _text("person"), _text("file_name"), _text("sha256"),
        _whole("patched"), _text("note"), sa.ForeignKeyConstraint(["submission_id"], ["submission.id"]),
        sa.PrimaryKeyConstraint("id"), sa.UniqueConstraint("month", "park", "round"),
    )  # fmt: skip
    op.create_table(
        "return_item",
        _whole("id"), _whole("return_id"), _whole("number"), _text("code"), _text("severity"), _text("sheet"), _text("cell"),
        _text("column"), _text("credit_code"), _text("company"), _text("value"), _text("expected"), _text("message"),
        _text("action"), sa.ForeignKeyConstraint(["return_id"], ["return_round.id"]), sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("return_id", "number"),
    )  # fmt: skip
    for statement in _HISTORY:
        op.execute(statement)
