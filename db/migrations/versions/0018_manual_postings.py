"""Manual postings (调整分录) of the settlement; those of a locked settlement stand for good."""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.String(), nullable=False)


def upgrade() -> None:
    op.create_table(
        "settlement_adjustment",
        sa.Column("id", sa.Integer(), nullable=False), sa.Column("month", sa.Integer(), nullable=False),
        sa.Column("about_month", sa.Integer(), nullable=False), _text("case_id"), _text("payer"), _text("receiver"),
        sa.Column("counted_fen", sa.BigInteger(), nullable=False), sa.Column("due_fen", sa.BigInteger(), nullable=False),
        _text("person"), _text("day"), _text("reason"), _text("evidence"), _text("recorded_at"),
        sa.PrimaryKeyConstraint("id"), sa.ForeignKeyConstraint(["case_id"], ["move_case.id"]),
    )  # fmt: skip
    for event, row in (("INSERT", "NEW"), ("UPDATE", "OLD"), ("DELETE", "OLD")):
        op.execute(
            f"CREATE TRIGGER settlement_adjustment_locked_{event.lower()} BEFORE {event} ON settlement_adjustment "
            f"WHEN EXISTS (SELECT 1 FROM settlement AS s WHERE s.state = 'locked' AND s.month = {row}.month) "
            "BEGIN SELECT RAISE(ABORT, 'a locked settlement is never rewritten'); END"
        )
