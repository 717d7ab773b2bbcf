"""Revenue of a year and people at its end by company, kept beside the months they are worked out from."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # The rows are worked out when the workspace is opened, in an entry of the journal: an audit has to find them told.
    op.create_table(
        "year_end",
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("company_id", sa.Integer(), nullable=False),
        sa.Column("revenue_fen", sa.BigInteger(), nullable=True),
        sa.Column("employees", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["company_id"], ["company.id"]),
        sa.PrimaryKeyConstraint("year", "company_id"),
        sqlite_with_rowid=False,
    )
