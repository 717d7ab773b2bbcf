"""Land, admission standards, projects under joint review, registers, bodies, tasks, assessments and what follows from them."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

key = sa.PrimaryKeyConstraint


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.String(), nullable=False)


def _whole(name: str, *, nullable: bool = False) -> sa.Column[int]:
    return sa.Column(name, sa.Integer(), nullable=nullable)


def _big(name: str, *, nullable: bool = False) -> sa.Column[int]:
    return sa.Column(name, sa.BigInteger(), nullable=nullable)


def upgrade() -> None:
    _land()
    _projects()
    _records()


def _land() -> None:
    op.create_table(
        "plot",
        _whole("id"), _text("number"), _text("park"), _whole("month"), _big("area"), _text("name"), _text("kind"),
        _text("cluster"), _text("level"), _text("use"), _text("ownership"), _text("conversion"), _big("used", nullable=True),
        _text("supply"), _text("term_from"), _text("term_to"), _whole("ratio_percent", nullable=True),
        _whole("self_held", nullable=True), _text("state"), _text("idle_since"), _text("available_on"),
        _text("reserve_reason"), _text("parent"), _big("output_fen", nullable=True), _text("note"), _text("source"),
        _text("person"), _text("recorded_at"), _text("undone_at"), _text("undone_by"), _text("undone_reason"), key("id"),
    )  # fmt: skip
    op.create_index("plot_month", "plot", ["month"])
    op.create_index("plot_number", "plot", ["number"])
    op.create_table(
        "linked_plot",
        _whole("id"), _text("group"), _text("number"), _text("park"), _text("side"), _big("area"), _text("done_on"),
        _big("cost_fen", nullable=True), _text("source"), _text("person"), _text("recorded_at"), _text("undone_at"),
        _text("undone_by"), _text("undone_reason"), key("id"),
    )  # fmt: skip


def _projects() -> None:
    op.create_table(
        "admission_standard",
        _whole("id"), _text("park"), _text("industry"), _text("effective_from"), _text("effective_to"),
        _big("investment", nullable=True), _big("land_output", nullable=True), _big("head_output", nullable=True),
        _whole("research", nullable=True), _text("gates"), _text("title"), _text("issuer"), _text("paper_number"),
        _text("paper_date"), _text("clause"), _text("person"), _text("recorded_at"), _text("undone_at"), _text("undone_by"),
        _text("undone_reason"), key("id"),
    )  # fmt: skip
    op.create_table(
        "project",
        _whole("id"), _text("number"), _text("name"), _text("credit_code"), _text("park"), _text("cluster"),
        _text("industry"), _text("applied_on"), _big("investment_fen", nullable=True),
        _big("total_investment_fen", nullable=True), _big("area", nullable=True), _big("output_fen", nullable=True),
        _whole("people", nullable=True), _whole("research", nullable=True), _text("energy"), _text("environment"),
        _whole("major"), _text("plot"), _text("source"), _text("note"), _text("person"), _text("recorded_at"), key("id"),
        sa.UniqueConstraint("number"),
    )  # fmt: skip
    op.create_table(
        "project_step",
        _whole("id"), _whole("project_id"), _text("state"), _text("on"), _text("paper"), _text("reason"), _text("person"),
        _text("recorded_at"), key("id"), sa.ForeignKeyConstraint(["project_id"], ["project.id"]),
    )  # fmt: skip
    op.create_index("project_step_project", "project_step", ["project_id"])
    op.create_table(
        "project_asked",
        _whole("id"), _whole("project_id"), _text("body"), _whole("round"), _text("asked_on"), _text("due"), _text("person"),
        _text("recorded_at"), key("id"), sa.ForeignKeyConstraint(["project_id"], ["project.id"]),
    )  # fmt: skip
    op.create_index("project_asked_project", "project_asked", ["project_id"])
    op.create_table(
        "project_opinion",
        _whole("id"), _whole("project_id"), _text("body"), _whole("round"), _text("on"), _text("answer"), _text("text"),
        _whole("version"), _text("person"), _text("recorded_at"), key("id"),
        sa.ForeignKeyConstraint(["project_id"], ["project.id"]),
    )  # fmt: skip
    op.create_index("project_opinion_project", "project_opinion", ["project_id"])
    op.create_table(
        "project_meeting",
        _whole("id"), _whole("project_id"), _text("body"), _text("on"), _text("present"), _text("recused"),
        _whole("votes_for"), _whole("votes_against"), _text("decision"), _text("minutes"), _whole("quorum"), _text("person"),
        _text("recorded_at"), key("id"), sa.ForeignKeyConstraint(["project_id"], ["project.id"]),
    )  # fmt: skip
    op.create_index("project_meeting_project", "project_meeting", ["project_id"])
    op.create_table(
        "project_condition",
        _whole("id"), _whole("project_id"), _text("text"), _text("owner"), _text("before"), _text("due"), _text("done_on"),
        _text("evidence"), _text("person"), _text("recorded_at"), key("id"),
        sa.ForeignKeyConstraint(["project_id"], ["project.id"]),
    )  # fmt: skip
    op.create_index("project_condition_project", "project_condition", ["project_id"])
    op.create_table(
        "project_promise",
        _whole("id"), _whole("project_id"), _text("measure"), _text("unit"), _big("promised"), _text("due"),
        _big("found", nullable=True), _text("found_on"), _text("source"), _text("person"), _text("recorded_at"), key("id"),
        sa.ForeignKeyConstraint(["project_id"], ["project.id"]),
    )  # fmt: skip
    op.create_index("project_promise_project", "project_promise", ["project_id"])
    op.create_table(
        "fund",
        _whole("id"), _text("name"), _big("limit_fen"), _whole("from_year"), _whole("to_year"), _text("source"),
        _text("person"), _text("recorded_at"), key("id"), sa.UniqueConstraint("name"),
    )  # fmt: skip
    op.create_table(
        "fund_grant",
        _whole("id"), _whole("fund_id"), _whole("project_id"), _big("amount_fen"), _text("on"), _text("paper"),
        _text("person"), _text("recorded_at"), _text("undone_at"), _text("undone_by"), _text("undone_reason"), key("id"),
        sa.ForeignKeyConstraint(["fund_id"], ["fund.id"]), sa.ForeignKeyConstraint(["project_id"], ["project.id"]),
    )  # fmt: skip


def _records() -> None:
    op.create_table(
        "register_entry",
        _whole("id"), _text("kind"), _text("subject"), _text("from_day"), _text("to_day"), _text("fields"), _text("source"),
        _text("person"), _text("recorded_at"), _text("undone_at"), _text("undone_by"), _text("undone_reason"), key("id"),
    )  # fmt: skip
    op.create_index("register_entry_kind", "register_entry", ["kind"])
    op.create_table(
        "body",
        _whole("id"), _text("name"), _whole("quorum", nullable=True), _text("source"), _text("person"), _text("recorded_at"),
        key("id"), sa.UniqueConstraint("name"),
    )  # fmt: skip
    op.create_table(
        "body_member",
        _whole("id"), _whole("body_id"), _text("name"), _text("kind"), _text("from_day"), _text("to_day"), _text("person"),
        _text("recorded_at"), key("id"), sa.ForeignKeyConstraint(["body_id"], ["body.id"]),
    )  # fmt: skip
    op.create_table(
        "resolution",
        _whole("id"), _whole("body_id"), _text("on"), _text("matter"), _text("subject"), _text("question"), _text("outcome"),
        _text("text"), _text("present"), _text("person"), _text("recorded_at"), key("id"),
        sa.ForeignKeyConstraint(["body_id"], ["body.id"]),
    )  # fmt: skip
    op.create_table(
        "task",
        _whole("id"), _text("text"), _text("owner"), _text("due"), _text("origin"), _whole("resolution_id"),
        _text("done_on"), _text("result"), _text("person"), _text("recorded_at"), _text("undone_at"), _text("undone_by"),
        _text("undone_reason"), key("id"),
    )  # fmt: skip
    op.create_table(
        "assessment",
        _whole("id"), _text("scheme"), _text("scheme_text"), _text("on"), _text("figures"), _text("totals"), _text("source"),
        _text("person"), _text("recorded_at"), _text("undone_at"), _text("undone_by"), _text("undone_reason"), key("id"),
    )  # fmt: skip
    op.create_table(
        "area_level",
        _whole("id"), _text("subject"), _text("decision"), _text("new_level"), _text("effective_from"), _text("reason"),
        _whole("assessment_id"), _text("person"), _text("recorded_at"), _text("undone_at"), _text("undone_by"),
        _text("undone_reason"), key("id"),
    )  # fmt: skip
    op.create_table(
        "exit_notice",
        _whole("id"), _text("subject"), _text("reason"), _text("given_on"), _text("mend_by"), _text("outcome"),
        _text("outcome_on"), _text("paper"), _text("person"), _text("recorded_at"), key("id"),
    )  # fmt: skip
