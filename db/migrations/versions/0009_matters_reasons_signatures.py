"""Matters of the month's report, reasons of its errata, signatures of what was published."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

_KEPT = "RAISE(ABORT, 'a published month is never rewritten')"
_MATTERS = tuple(
    f"CREATE TRIGGER report_matter_kept_{event.lower()} BEFORE {event} ON report_matter "
    f"WHEN EXISTS (SELECT 1 FROM publication AS p WHERE p.month = {row}.month) BEGIN SELECT {_KEPT}; END"
    for event, row in (("INSERT", "NEW"), ("UPDATE", "OLD"), ("DELETE", "OLD"))
)
_HISTORY = tuple(
    f"CREATE TRIGGER {table}_no_{event.lower()} BEFORE {event} ON {table} "
    "BEGIN SELECT RAISE(ABORT, 'what was stated or signed is only ever added to'); END"
    for table in ("erratum_reason", "report_signature")
    for event in ("UPDATE", "DELETE")
)


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.String(), nullable=False)


def _whole(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer(), nullable=False)


def upgrade() -> None:
    op.create_table(
        "report_matter",
        _whole("id"), _whole("month"), _text("key"), _text("verdict"), _text("text"), _text("owner"), _text("due"),
        _text("written_by"), _text("written_at"), sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("month", "key", "verdict"),
    )  # fmt: skip
    op.create_table(
        "erratum_reason",
        _whole("id"), _whole("month"), _text("code"), _text("reason"), _text("written_by"), _text("written_at"),
        sa.PrimaryKeyConstraint("id"),
    )  # fmt: skip
    op.create_table(
        "report_signature",
        _whole("id"), _whole("month"), _text("signer"), _text("issuer"), _text("serial"), _text("signed_at"),
        _text("pdf_sha256"), _text("signed_sha256"), sa.PrimaryKeyConstraint("id"),
    )  # fmt: skip
    for statement in (*_MATTERS, *_HISTORY):
        op.execute(statement)
