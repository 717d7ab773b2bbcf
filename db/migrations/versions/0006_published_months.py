"""Published months, kept for good; sentences of a report written by people."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0004"
branch_labels = None
depends_on = None

_KEPT = "RAISE(ABORT, 'a published month is never rewritten')"
_PUBLISHED = (
    # INSERT OR REPLACE deletes without firing the delete trigger.
    (
        "CREATE TRIGGER publication_no_second BEFORE INSERT ON publication "
        f"WHEN EXISTS (SELECT 1 FROM publication AS p WHERE p.month = NEW.month) BEGIN SELECT {_KEPT}; END"
    ),
    *(
        f"CREATE TRIGGER publication_no_{event.lower()} BEFORE {event} ON publication BEGIN SELECT {_KEPT}; END"
        for event in ("UPDATE", "DELETE")
    ),
)
_WORDS = tuple(
    f"CREATE TRIGGER report_words_kept_{event.lower()} BEFORE {event} ON report_words "
    f"WHEN EXISTS (SELECT 1 FROM publication AS p WHERE p.month = {row}.month) BEGIN SELECT {_KEPT}; END"
    for event, row in (("INSERT", "NEW"), ("UPDATE", "OLD"), ("DELETE", "OLD"))
)


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.String(), nullable=False)


def _whole(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer(), nullable=False)


def upgrade() -> None:
    op.create_table(
        "publication",
        _whole("month"), _whole("issue_number"), _text("fingerprint"), _text("published_at"), _text("published_by"),
        _text("program_version"), _text("rule_prints"), _text("reason"), _text("pdf_sha256"), _text("xlsx_sha256"),
        sa.Column("content", sa.LargeBinary(), nullable=False), sa.PrimaryKeyConstraint("month"),
    )  # fmt: skip
    op.create_table(
        "report_words",
        _whole("id"), _whole("month"), _text("section"), _whole("place"), _text("generated"), _text("text"),
        _text("written_by"), _text("written_at"), sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("month", "section", "place"),
    )  # fmt: skip
    for statement in (*_PUBLISHED, *_WORDS):
        op.execute(statement)
