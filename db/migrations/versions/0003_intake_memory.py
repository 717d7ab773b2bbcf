"""What intake remembers: answered columns, switched checks, declarations of parks, decisions of who is whom."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.String(), nullable=False)


def _whole(name: str, *, nullable: bool = False) -> sa.Column[int]:
    return sa.Column(name, sa.Integer(), nullable=nullable)


def upgrade() -> None:
    op.create_table(
        "column_mapping",
        _whole("id"), _text("park"), _text("signature"), _text("columns"), _text("units"), _text("answered_at"),
        _text("answered_by"), sa.PrimaryKeyConstraint("id"), sa.UniqueConstraint("park", "signature"),
    )  # fmt: skip
    op.create_table(
        "file_answer",
        _text("sha256"), _text("park"), _text("month"), _text("answered_at"), _text("answered_by"),
        sa.PrimaryKeyConstraint("sha256"),
    )  # fmt: skip
    op.create_table(
        "check_switch",
        _whole("id"), _text("code"), _whole("active"), _text("parameters"), _text("from_day"), _text("reason"),
        _text("decided_at"), _text("decided_by"), sa.PrimaryKeyConstraint("id"),
    )  # fmt: skip
    op.create_table(
        "declaration",
        _whole("id"), _whole("month"), _text("park"), _text("kind"), _text("reason"), _text("source"),
        _whole("submission_id", nullable=True), _text("declared_at"), _text("declared_by"),
        sa.ForeignKeyConstraint(["submission_id"], ["submission.id"]), sa.PrimaryKeyConstraint("id"),
    )  # fmt: skip
    op.create_index("declaration_month", "declaration", ["month", "park"])
    op.create_table(
        "identity_decision",
        _whole("id"), _text("pair"), _text("decision"), _text("basis"), _text("evidence"), _text("reason"),
        _text("decided_at"), _text("decided_by"), _text("undone_at"), _text("undone_by"), sa.PrimaryKeyConstraint("id"),
    )  # fmt: skip
    op.create_index("identity_decision_pair", "identity_decision", ["pair"])
    op.create_table(
        "company_merge",
        _whole("id"), _whole("company_id"), _whole("into_id"), _whole("decision_id"), _text("merged_at"), _text("merged_by"),
        _text("undone_at"), _text("undone_by"),
        sa.ForeignKeyConstraint(["company_id"], ["company.id"]), sa.ForeignKeyConstraint(["into_id"], ["company.id"]),
        sa.ForeignKeyConstraint(["decision_id"], ["identity_decision.id"]), sa.PrimaryKeyConstraint("id"),
    )  # fmt: skip
    op.create_index("company_merge_company", "company_merge", ["company_id"])
