"""Tax of earlier periods (所属期) named apart within a month's tax."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "tax_part",
        sa.Column("month", sa.Integer(), nullable=False),
        sa.Column("submission_id", sa.Integer(), nullable=False),
        sa.Column("company_id", sa.Integer(), nullable=False),
        sa.Column("sheet_row", sa.Integer(), nullable=False),
        sa.Column("belongs_to", sa.String(), nullable=False),
        sa.Column("vat_fen", sa.BigInteger(), nullable=True),
        sa.Column("cit_fen", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["company_id"], ["company.id"]),
        sa.ForeignKeyConstraint(["submission_id"], ["submission.id"]),
        sa.PrimaryKeyConstraint("month", "submission_id", "company_id", "sheet_row"),
        sqlite_with_rowid=False,
    )
