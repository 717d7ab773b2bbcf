"""Cases with a party outside the city: the case, what is on file of it, its tax figures."""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None


def _texts(*names: str) -> list[sa.Column[str]]:
    return [sa.Column(name, sa.String(), nullable=False) for name in names]


def upgrade() -> None:
    op.create_table(
        "outside_case",
        sa.Column("id", sa.Integer(), nullable=False),
        *_texts(
            "number", "direction", "credit_code", "name", "park", "place", "region", "opened_on", "source", "nature", "kind",
            "base", "registered_on", "at_capacity_on", "rule", "rule_paper", "note", "person", "recorded_at",
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("number"),
    )  # fmt: skip
    op.create_table(
        "outside_step",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("outside_id", sa.Integer(), nullable=False),
        *_texts("kind", "state", "on", "paper", "text", "sha256", "person", "recorded_at"),
        sa.ForeignKeyConstraint(["outside_id"], ["outside_case.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("outside_step_case", "outside_step", ["outside_id"])
    op.create_table(
        "outside_figure",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("outside_id", sa.Integer(), nullable=False),
        *_texts("kind", "period"),
        sa.Column("amount_fen", sa.BigInteger(), nullable=False),
        *_texts("source", "person", "recorded_at"),
        sa.ForeignKeyConstraint(["outside_id"], ["outside_case.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("outside_figure_case", "outside_figure", ["outside_id"])
