"""Rulings that a month may lock although a case's tax was not reported."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.String(), nullable=False)


def upgrade() -> None:
    op.create_table(
        "settlement_ruling",
        sa.Column("id", sa.Integer(), nullable=False), sa.Column("month", sa.Integer(), nullable=False), _text("case_id"),
        _text("person"), _text("reason"), _text("day"), _text("recorded_at"), sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("month", "case_id"),
    )  # fmt: skip
    for event in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER settlement_ruling_no_{event.lower()} BEFORE {event} ON settlement_ruling "
            "BEGIN SELECT RAISE(ABORT, 'a ruling is only ever added to'); END"
        )
