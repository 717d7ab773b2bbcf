"""Exchange by file: packages, records of case slips, keys of the parties, self-checks of submissions."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.String(), nullable=False)


def _whole(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer(), nullable=False)


def upgrade() -> None:
    op.create_table(
        "exchange_package",
        _text("id"), _text("direction"), _text("kind"), _text("sender"), _text("receiver"), _whole("month"), _whole("number"),
        _text("created_at"), _text("at"), _text("who"), _text("file_name"), _text("sha256"), _text("manifest"),
        _text("signed_by"), _text("outcome"), sa.PrimaryKeyConstraint("id"),
    )  # fmt: skip
    op.create_index("exchange_package_month", "exchange_package", ["month"])
    op.create_table(
        "exchange_record", _text("id"), _text("slip"), _text("plain"), _text("package"), sa.PrimaryKeyConstraint("id")
    )
    op.create_index("exchange_record_slip", "exchange_record", ["slip"])
    op.create_table(
        "exchange_key",
        _whole("id"), _text("party"), _text("print"), _text("public"), _whole("own"), _text("noted_at"), _text("noted_by"),
        _text("source"), _text("ended_at"), sa.PrimaryKeyConstraint("id"),
    )  # fmt: skip
    op.create_table("exchange_secret", _text("print"), _text("private"), sa.PrimaryKeyConstraint("print"))
    op.create_table(
        "self_check",
        sa.Column("submission_id", sa.Integer(), autoincrement=False, nullable=False),
        _text("state"), _text("rules"), _text("result"), _text("content"), _whole("errors"), _whole("warnings"),
        _whole("notices"), _text("checked_at"), _text("program"),
        sa.ForeignKeyConstraint(["submission_id"], ["submission.id"]), sa.PrimaryKeyConstraint("submission_id"),
    )  # fmt: skip
