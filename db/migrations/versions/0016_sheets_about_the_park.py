"""What a park's file says of its plots, projects and indicators; a project knows the file that brought it."""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def _words(*names: str) -> list[sa.Column[str]]:
    return [sa.Column(name, sa.String(), nullable=True) for name in names]


def _amounts(*names: str) -> list[sa.Column[int]]:
    return [sa.Column(name, sa.BigInteger(), nullable=True) for name in names]


def _whole(*names: str) -> list[sa.Column[int]]:
    return [sa.Column(name, sa.Integer(), nullable=True) for name in names]


def upgrade() -> None:
    _facts(
        "space_fact",
        *_words("number", "cluster", "level", "use"), *_amounts("area", "used"),
        *_words("ownership", "supply", "term_from", "term_to"), *_whole("ratio_percent", "self_held"),
        *_words("state", "idle_since", "note"),
    )  # fmt: skip
    op.create_index("space_fact_number", "space_fact", ["number"])
    _facts(
        "project_fact",
        *_words("name", "company_code", "cluster", "industry"),
        *_amounts("total_investment_fen", "investment_fen", "area", "output_fen", "people"), *_whole("research"),
        *_words("energy", "environment", "stage", "to_review", "note"),
    )  # fmt: skip
    _facts("indicator_fact", *_words("indicator", "value", "ytd", "last_year", "basis", "source"))
    op.add_column("project", sa.Column("submission_id", sa.Integer(), nullable=False, server_default="0"))


def _facts(name: str, *columns: sa.Column[str] | sa.Column[int]) -> None:
    op.create_table(
        name,
        sa.Column("month", sa.Integer(), nullable=False),
        sa.Column("submission_id", sa.Integer(), nullable=False),
        sa.Column("sheet_row", sa.Integer(), nullable=False),
        *columns,
        sa.Column("doubtful", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["submission_id"], ["submission.id"]),
        sa.PrimaryKeyConstraint("month", "submission_id", "sheet_row"),
        sqlite_with_rowid=False,
    )
