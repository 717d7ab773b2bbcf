"""Reads of published and signed months, and of what people wrote for a report: sentences, matters, reasons."""

from __future__ import annotations

import json
import zlib
from datetime import date
from typing import cast

from sqlalchemy import Connection, Row, select

from db.report_tables import ErratumReasonRow, PublicationRow, ReportMatterRow, ReportWordsRow, SignatureRow
from db.reports import Publication, Signature
from db.store import table_of
from zgc_desktop.domain.monthly_edits import WrittenSentence
from zgc_desktop.domain.monthly_matters import Verdict, WrittenMatter
from zgc_desktop.domain.periods import Month

_P = table_of(PublicationRow)
_W = table_of(ReportWordsRow)
_M = table_of(ReportMatterRow)
_E = table_of(ErratumReasonRow)
_S = table_of(SignatureRow)


def publication(connection: Connection, month: Month) -> Publication | None:
    """A month's publication, if it was published."""
    row = connection.execute(select(_P).where(_P.c.month == month.number)).first()
    return _publication(row) if row else None


def publications(connection: Connection, before: Month, limit: int = 12) -> tuple[Publication, ...]:
    """The newest published months before a month, oldest first."""
    query = select(_P).where(_P.c.month < before.number).order_by(_P.c.month.desc()).limit(limit)
    return tuple(reversed([_publication(row) for row in connection.execute(query)]))


def published_months(connection: Connection) -> tuple[Month, ...]:
    """Every published month, oldest first."""
    return tuple(Month.from_number(n) for n in connection.execute(select(_P.c.month).order_by(_P.c.month)).scalars())


def words(connection: Connection, month: Month) -> tuple[WrittenSentence, ...]:
    """The sentences people wrote for a month's report, in order."""
    query = select(_W).where(_W.c.month == month.number).order_by(_W.c.section, _W.c.place)
    return tuple(
        WrittenSentence(r.section, r.place, r.generated, r.text, r.written_by, r.written_at) for r in connection.execute(query)
    )


def matters(connection: Connection, month: Month) -> tuple[WrittenMatter, ...]:
    """What people decided of a month's matters, in the order they did."""
    query = select(_M).where(_M.c.month == month.number).order_by(_M.c.id)
    return tuple(
        WrittenMatter(
            r.key, cast(Verdict, r.verdict), r.text, r.owner, date.fromisoformat(r.due) if r.due else None, r.written_by,
            r.written_at,
        )
        for r in connection.execute(query)
    )  # fmt: skip


def reasons(connection: Connection, month: Month) -> dict[str, str]:
    """Why figures of a published month were put right, by code; the newest word counts."""
    query = select(_E).where(_E.c.month == month.number).order_by(_E.c.id)
    return {r.code: r.reason for r in connection.execute(query)}


def signatures(connection: Connection, month: Month) -> tuple[Signature, ...]:
    """The signed copies of a published month, oldest first."""
    query = select(_S).where(_S.c.month == month.number).order_by(_S.c.id)
    return tuple(
        Signature(Month.from_number(r.month), r.signer, r.issuer, r.serial, r.signed_at, r.pdf_sha256, r.signed_sha256)
        for r in connection.execute(query)
    )


def _publication(row: Row[tuple[object, ...]]) -> Publication:
    r = row._mapping
    return Publication(
        month=Month.from_number(r["month"]),
        issue_number=r["issue_number"],
        fingerprint=r["fingerprint"],
        published_at=r["published_at"],
        published_by=r["published_by"],
        program_version=r["program_version"],
        rule_prints=json.loads(r["rule_prints"]),
        reason=r["reason"],
        pdf_sha256=r["pdf_sha256"],
        xlsx_sha256=r["xlsx_sha256"],
        content=zlib.decompress(r["content"]).decode(),
    )
