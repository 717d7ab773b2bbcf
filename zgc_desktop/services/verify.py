"""Verify (复核) a published month: print it again from what was kept, work it out again, name every difference."""

from __future__ import annotations

from dataclasses import dataclass, replace

from db.reports import Publication
from reports import compare
from reports.monthly_pdf import monthly_pdf
from reports.monthly_xlsx import monthly_xlsx
from zgc_desktop.domain.errors import Refused
from zgc_desktop.domain.monthly import MonthlyDocument
from zgc_desktop.domain.monthly_errata import Difference, differences
from zgc_desktop.domain.monthly_json import fingerprint, from_json
from zgc_desktop.domain.periods import Month
from zgc_desktop.services import publish
from zgc_desktop.services.context import AppContext, Progress, no_progress
from zgc_desktop.services.rule_prints import rule_prints

_NAMED = 40
"""So many differing cells are named one by one; the rest are counted."""


@dataclass(frozen=True, slots=True)
class Verified:
    """What a verification found. ``kept`` concerns what was kept and printed, ``moved`` what the database says now."""

    month: Month
    fingerprint: str
    published_at: str
    kept: tuple[str, ...]
    """What is wrong with the snapshot or its files; empty = they are what left the office, byte for byte."""
    moved: tuple[Difference, ...]
    """Where a recomputation differs: corrections go to the next issue's 勘误, the rest moved on after the month."""
    changed: tuple[str, ...]
    """Rule files and the program version where they are no longer those the month was published with."""
    recomputed: str = ""
    """The fingerprint of the recomputed document."""

    @property
    def same(self) -> bool:
        """复核一致: nothing kept is damaged and the database still gives the same month."""
        return not self.kept and not self.moved

    @property
    def corrections(self) -> tuple[Difference, ...]:
        return tuple(d for d in self.moved if d.correction)


def verify(ctx: AppContext, month: Month, *, progress: Progress = no_progress) -> Verified:
    """Check a published month against its kept files and against the database. Refused when it is not published."""
    item = publish.publication(ctx, month)
    if item is None:
        raise Refused(f"{month} 月报尚未发布，没有可复核的快照", advice="先用 zgc publish 发布")
    progress(0, 3, "核对快照")
    kept_doc = from_json(item.content)
    kept = _damage(item, kept_doc)
    progress(1, 3, "由快照重印")
    kept += _reprinted(ctx, item, kept_doc)
    progress(2, 3, "由数据库重算")
    now = recomputed(ctx, kept_doc)
    progress(3, 3, "完成")
    return Verified(
        month,
        item.fingerprint,
        item.published_at,
        tuple(kept),
        differences(kept_doc, now),
        _changed(ctx, item),
        now.fingerprint,
    )


def recomputed(ctx: AppContext, kept: MonthlyDocument) -> MonthlyDocument:
    """The month worked out from the database as of the day it was published, with what the issue stated then."""
    doc = publish.draft(ctx, kept.month, as_of=kept.prepared_on)
    stated = {
        "state": kept.state,
        "issued_note": kept.issued_note,
        "errata": kept.errata,
        "left_out": kept.left_out,
        "program_version": kept.program_version,
    }
    doc = replace(doc, **stated)  # type: ignore[arg-type]  # each under its own field's name
    return replace(doc, fingerprint=fingerprint(doc))


def _damage(item: Publication, doc: MonthlyDocument) -> list[str]:
    if fingerprint(doc) != item.fingerprint or doc.fingerprint != item.fingerprint:
        return [f"快照与发布时的指纹不符：{fingerprint(doc)[:16]}，应为 {item.fingerprint[:16]}"]
    return []


def _reprinted(ctx: AppContext, item: Publication, doc: MonthlyDocument) -> list[str]:
    found = []
    pdf = monthly_pdf(doc, fonts_dir=ctx.resources / "fonts")
    issued, problem = _archived(ctx, item.pdf_sha256, "PDF")
    if problem:
        found.append(problem)
    elif pdf != issued:
        at = next((n for n, (a, b) in enumerate(zip(issued, pdf, strict=False)) if a != b), min(len(issued), len(pdf)))
        found.append(f"由快照重印的 PDF 与发布件不是逐字节相同：第 {at + 1} 字节起不同，{len(issued)} 字节与 {len(pdf)} 字节")
    book, problem = _archived(ctx, item.xlsx_sha256, "工作簿")
    if problem:
        return [*found, problem]
    unlike = compare.differing(compare.cells(book), compare.cells(monthly_xlsx(doc)))
    found += [f"工作簿 {sheet}!{address}：发布件 {then}，重印 {now}" for sheet, address, then, now in unlike[:_NAMED]]
    if len(unlike) > _NAMED:
        found.append(f"另有 {len(unlike) - _NAMED} 个单元格不同")
    return found


def _archived(ctx: AppContext, sha256: str, what: str) -> tuple[bytes, str]:
    path = ctx.paths.archived(sha256)
    if not path.is_file():
        return b"", f"发布的{what}不在存档中"
    data = path.read_bytes()
    return data, "" if publish.sha256(data) == sha256 else f"存档的{what}被改动过"


def _changed(ctx: AppContext, item: Publication) -> tuple[str, ...]:
    now = rule_prints(ctx)
    names = sorted(name for name in {*now, *item.rule_prints} if now.get(name) != item.rule_prints.get(name))
    said = [f"规则文件 {name} 与发布时不同" for name in names]
    if ctx.program_version != item.program_version:
        said.append(f"程序版本由 {item.program_version} 变为 {ctx.program_version}")
    return tuple(said)
