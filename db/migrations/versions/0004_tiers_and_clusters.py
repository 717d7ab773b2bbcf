"""Tier opinions and decisions; assignment rules and choices; wishes, room, pins and leads of placement."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_HISTORY = tuple(
    f"CREATE TRIGGER {table}_no_{event.lower()} BEFORE {event} ON {table} "
    "BEGIN SELECT RAISE(ABORT, 'what was decided on a tier is only ever added to'); END"
    for table in ("tier_opinion", "tier_decision")
    for event in ("UPDATE", "DELETE")
)


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.String(), nullable=False)


def _whole(name: str, *, nullable: bool = False) -> sa.Column[int]:
    return sa.Column(name, sa.Integer(), nullable=nullable)


def _said() -> tuple[sa.Column[str], ...]:
    return _text("person"), _text("recorded_at")


def _undone() -> tuple[sa.Column[str], ...]:
    return _text("undone_at"), _text("undone_by"), _text("undone_reason")


def _company() -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(["company_id"], ["company.id"])


def upgrade() -> None:
    key = sa.PrimaryKeyConstraint
    op.create_table(
        "tier_opinion",
        _whole("id"), _whole("month"), _whole("company_id"), _text("tier"), _text("park"), _text("opinion"), _text("reason"),
        _text("person"), _text("day"), _text("recorded_at"), key("id"), _company(),
    )  # fmt: skip
    op.create_index("tier_opinion_month", "tier_opinion", ["month"])
    op.create_table(
        "tier_decision",
        _whole("id"), _whole("month"), _whole("company_id"), _text("tier"), _text("kind"), _text("decision"), _text("reason"),
        _text("person"), _text("day"), _whole("from_month"), _text("to_day"), _text("evidence"), _whole("reverses"),
        _text("recorded_at"), key("id"), _company(),
    )  # fmt: skip
    op.create_index("tier_decision_month", "tier_decision", ["month"])
    op.create_table(
        "cluster_rule",
        _whole("id"), _text("kind"), _text("words"), _text("park"), _text("cluster"), _whole("from_month"), _whole("to_month"),
        _text("note"), *_said(), *_undone(), key("id"),
    )  # fmt: skip
    op.create_table(
        "cluster_choice",
        _whole("id"), _whole("company_id"), _text("cluster"), _text("secondary"), _whole("from_month"), _whole("to_month"),
        _text("reason"), *_said(), *_undone(), key("id"), _company(),
    )  # fmt: skip
    op.create_index("cluster_choice_company", "cluster_choice", ["company_id"])
    op.create_table(
        "standing_secondary",
        _whole("month"), _whole("company_id"), _text("cluster"), key("month", "company_id", "cluster"), _company(),
        sqlite_with_rowid=False,
    )  # fmt: skip
    op.create_table(
        "wish",
        _whole("id"), _whole("company_id"), _text("written_on"), _text("paper"), _whole("need_m2", nullable=True),
        _text("modes"), _text("carriers"), _text("parks"), _whole("stay"), _text("note"), *_said(), *_undone(), key("id"),
        _company(),
    )  # fmt: skip
    op.create_index("wish_company", "wish", ["company_id"])
    op.create_table(
        "cluster_room",
        _whole("id"), _text("cluster"), _whole("month"), _whole("free_m2"), _text("admission"), _text("source"), *_said(),
        key("id"),
    )  # fmt: skip
    op.create_index("cluster_room_month", "cluster_room", ["month"])
    op.create_table(
        "match_pin",
        _whole("id"), _whole("company_id"), _text("cluster"), _text("kind"), _text("reason"), *_said(), *_undone(), key("id"),
        _company(),
    )  # fmt: skip
    op.create_table(
        "placement_lead",
        _whole("id"), _whole("month"), _whole("company_id"), _text("from_park"), _text("from_cluster"), _text("to_park"),
        _text("to_cluster"), _whole("score"), _text("why"), *_said(), *_undone(), key("id"), _company(),
    )  # fmt: skip
    op.create_index("placement_lead_month", "placement_lead", ["month"])
    for statement in _HISTORY:
        op.execute(statement)
