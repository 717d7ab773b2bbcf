"""Writing what was published and signed, and what people wrote for it: a published month is added once and never changed."""

from __future__ import annotations

import json
import zlib
from collections.abc import Mapping
from dataclasses import dataclass

from db.report_tables import ErratumReasonRow, PublicationRow, ReportMatterRow, ReportWordsRow, SignatureRow
from db.store import UnitOfWork
from zgc_desktop.domain.monthly_edits import WrittenSentence
from zgc_desktop.domain.monthly_matters import WrittenMatter
from zgc_desktop.domain.periods import Month


@dataclass(frozen=True, slots=True)
class Publication:
    """A published month (已发布): its document as JSON text, what made it, and the SHA-256 of the files that left."""

    month: Month
    issue_number: int
    fingerprint: str
    published_at: str
    published_by: str
    program_version: str
    rule_prints: Mapping[str, str]
    """SHA-256 of every rule file in force, by its name below ``rules``."""
    reason: str
    pdf_sha256: str
    xlsx_sha256: str
    content: str


@dataclass(frozen=True, slots=True)
class Signature:
    """A signed copy of a published month's PDF: whose certificate, when, and the SHA-256 of both files."""

    month: Month
    signer: str
    issuer: str
    serial: str
    signed_at: str
    pdf_sha256: str
    signed_sha256: str


def add_publication(unit: UnitOfWork, item: Publication) -> None:
    """Keep a published month; the database refuses a second one."""
    values = {
        "month": item.month.number,
        "issue_number": item.issue_number,
        "fingerprint": item.fingerprint,
        "published_at": item.published_at,
        "published_by": item.published_by,
        "program_version": item.program_version,
        "rule_prints": json.dumps(dict(item.rule_prints), sort_keys=True),
        "reason": item.reason,
        "pdf_sha256": item.pdf_sha256,
        "xlsx_sha256": item.xlsx_sha256,
    }
    unit.insert_blob(PublicationRow, values, {"content": zlib.compress(item.content.encode(), 9)})


def put_words(unit: UnitOfWork, month: Month, item: WrittenSentence) -> None:
    """Write a sentence in place of whatever a person wrote there before."""
    drop_words(unit, month, item.section, item.place)
    unit.insert(
        ReportWordsRow,
        {
            "month": month.number,
            "section": item.section,
            "place": item.place,
            "generated": item.generated,
            "text": item.text,
            "written_by": item.written_by,
            "written_at": item.written_at,
        },
    )


def drop_words(unit: UnitOfWork, month: Month, section: str, place: int) -> int:
    """Take a written sentence back; returns how many there were (0 or 1)."""
    return unit.delete(ReportWordsRow, {"month": month.number, "section": section, "place": place})


def put_matter(unit: UnitOfWork, month: Month, item: WrittenMatter) -> None:
    """Write what a person decided of a matter, in place of what was decided of it before; a follow-up stands beside it."""
    for verdict in ("follow",) if item.verdict == "follow" else ("keep", "drop"):
        unit.delete(ReportMatterRow, {"month": month.number, "key": item.key, "verdict": verdict})
    unit.insert(
        ReportMatterRow,
        {
            "month": month.number,
            "key": item.key,
            "verdict": item.verdict,
            "text": item.text,
            "owner": item.owner,
            "due": item.due.isoformat() if item.due else "",
            "written_by": item.written_by,
            "written_at": item.written_at,
        },
    )


def add_reason(unit: UnitOfWork, month: Month, code: str, reason: str, *, by: str, at: str) -> None:
    """Keep why a figure of a published month was put right; earlier reasons stay."""
    values = {"month": month.number, "code": code, "reason": reason, "written_by": by, "written_at": at}
    unit.insert(ErratumReasonRow, values)


def add_signature(unit: UnitOfWork, item: Signature) -> None:
    """Keep that a published month was signed."""
    unit.insert(
        SignatureRow,
        {
            "month": item.month.number,
            "signer": item.signer,
            "issuer": item.issuer,
            "serial": item.serial,
            "signed_at": item.signed_at,
            "pdf_sha256": item.pdf_sha256,
            "signed_sha256": item.signed_sha256,
        },
    )
