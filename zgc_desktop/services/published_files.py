"""What left the office, in the archive: the files of published months and their signed copies, whole or not."""

from __future__ import annotations

import hashlib

from db.queries import reports
from zgc_desktop.domain.errors import EnvironmentProblem
from zgc_desktop.domain.monthly_json import fingerprint_of
from zgc_desktop.services import workspace
from zgc_desktop.services.context import AppContext


def sha256(data: bytes) -> str:
    """The SHA-256 a file is kept under."""
    return hashlib.sha256(data).hexdigest()


def original(ctx: AppContext, kept_under: str, what: str) -> tuple[bytes, str]:
    """A kept file's bytes, and what is wrong with it (empty = nothing)."""
    if not workspace.is_kept(ctx, kept_under):
        return b"", f"发布的{what}不在存档中"
    try:
        data = workspace.original(ctx, kept_under)
    except EnvironmentProblem:  # sealed bytes that were changed
        return b"", f"存档的{what}被改动过"
    return data, "" if sha256(data) == kept_under else f"存档的{what}被改动过"


def kept(ctx: AppContext) -> tuple[str, ...]:
    """The SHA-256 of every file of a published month and of its signed copies."""
    with ctx.store.read() as connection:
        months = reports.published_months(connection)
        items = [item for month in months if (item := reports.publication(connection, month))]
        signed = [s.signed_sha256 for month in months for s in reports.signatures(connection, month)]
    return (*(sha for item in items for sha in (item.pdf_sha256, item.xlsx_sha256)), *signed)


def problems(ctx: AppContext) -> tuple[str, ...]:
    """Everything wrong with what was published: a snapshot unlike its fingerprint, a file or signed copy gone or changed."""
    found = []
    with ctx.store.read() as connection:
        items = [reports.publication(connection, month) for month in reports.published_months(connection)]
        signed = {item.month: reports.signatures(connection, item.month) for item in items if item}
    for item in items:
        if item is None:
            continue
        if fingerprint_of(item.content) != item.fingerprint:
            found.append(f"{item.month} 月报快照与发布时的指纹不符")
        files = [(item.pdf_sha256, "PDF"), (item.xlsx_sha256, "工作簿")]
        files += [(s.signed_sha256, f"签名件（{s.signer}）") for s in signed[item.month]]
        said = [original(ctx, kept_under, what)[1] for kept_under, what in files]
        found += [f"{item.month} 月报：{problem}" for problem in said if problem]
    return tuple(found)
