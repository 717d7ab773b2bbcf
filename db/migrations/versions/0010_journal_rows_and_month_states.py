"""Journal entries with their rows and what they take back; states of months, and exceptions to them."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

_IMAGES = tuple(
    f"CREATE TRIGGER journal_image_no_{event.lower()} BEFORE {event} ON journal_image "
    "BEGIN SELECT RAISE(ABORT, 'the journal only grows'); END"
    for event in ("UPDATE", "DELETE")
)


def _text(name: str, default: str | None = None) -> sa.Column[str]:
    return sa.Column(name, sa.String(), nullable=False, server_default=default)


def _whole(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer(), nullable=False)


def upgrade() -> None:
    op.add_column("journal", _text("about", ""))
    for name in ("state_at", "state_by", "state_reason"):
        op.add_column("month", _text(name, ""))
    op.create_table(
        "journal_image",
        _whole("seq"), _whole("number"), sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("seq", "number"),
    )  # fmt: skip
    op.create_table(
        "month_exception",
        _whole("id"), _whole("month"), _text("park"), _text("subject"), _text("person"), _text("reason"), _text("granted_by"),
        _text("granted_at"), _text("expires_on"), _text("ended_at"), _text("ended_by"), sa.PrimaryKeyConstraint("id"),
    )  # fmt: skip
    op.create_index("month_exception_month", "month_exception", ["month"])
    for statement in _IMAGES:
        op.execute(statement)
