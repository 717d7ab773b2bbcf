"""Verify (复核) a published month: print it again from what was kept, work it out again, name every difference."""

from __future__ import annotations

from dataclasses import dataclass, replace

from db.reports import Publication
from reports import compare
from reports.monthly_pdf import monthly_pdf
from reports.monthly_xlsx import monthly_xlsx
from reports.system_fonts import folders
from zgc_desktop.domain.errors import EnvironmentProblem, Refused
from zgc_desktop.domain.monthly import MonthlyDocument
from zgc_desktop.domain.monthly_edition import in_shape_of
from zgc_desktop.domain.monthly_errata import Difference, differences
from zgc_desktop.domain.monthly_json import fingerprint, fingerprint_of, from_json, parts_of
from zgc_desktop.domain.periods import Month
from zgc_desktop.services import month_report
from zgc_desktop.services.context import AppContext, Progress, no_progress
from zgc_desktop.services.published_files import original
from zgc_desktop.services.rule_prints import rule_prints
from zgc_desktop.services.sign import SignatureFound, signatures

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
    signatures: tuple[SignatureFound, ...] = ()
    """Signed copies; the comparison byte for byte concerns the unsigned paper."""

    @property
    def same(self) -> bool:
        """复核一致: nothing kept is damaged, no signature is broken, and the database still gives the same month."""
        return not self.kept and not self.moved and not any(s.problem for s in self.signatures)

    @property
    def corrections(self) -> tuple[Difference, ...]:
        return tuple(d for d in self.moved if d.correction)


def verify(ctx: AppContext, month: Month, *, progress: Progress = no_progress) -> Verified:
    """Check a published month against its kept files and against the database. Refused when it is not published."""
    item = month_report.publication(ctx, month)
    if item is None:
        raise Refused(f"{month} 月报尚未发布，没有可复核的快照", advice="先用 zgc publish 发布")
    progress(0, 3, "核对快照")
    kept_doc = from_json(item.content)
    kept = _damage(item)
    progress(1, 3, "由快照重印")
    kept += _reprinted(ctx, item, kept_doc)
    progress(2, 3, "由数据库重算")
    now = recomputed(ctx, kept_doc, parts_of(item.content))
    progress(3, 3, "完成")
    return Verified(
        month,
        item.fingerprint,
        item.published_at,
        tuple(kept),
        differences(kept_doc, now),
        _changed(ctx, item),
        now.fingerprint,
        signatures(ctx, month),
    )


def recomputed(ctx: AppContext, kept: MonthlyDocument, parts: frozenset[str]) -> MonthlyDocument:
    """The month worked out from the database as of the day it was published, with what the issue stated then.

    ``parts`` are those the snapshot has: what a later program added to documents was not published and is not compared.
    """
    doc = in_shape_of(month_report.draft(ctx, kept.month, as_of=kept.prepared_on), kept, parts)
    doc = replace(doc, **{name: getattr(kept, name) for name in _STATED})
    return replace(doc, fingerprint=fingerprint(doc))


_STATED = ("state", "office", "issued_note", "errata", "left_out", "program_version", "matters", "fonts", "journal_head")
"""What people or the day decided, not the figures."""


def _damage(item: Publication) -> list[str]:
    found = fingerprint_of(item.content)
    return [] if found == item.fingerprint else [f"快照与发布时的指纹不符：{found[:16]}，应为 {item.fingerprint[:16]}"]


def _reprinted(ctx: AppContext, item: Publication, doc: MonthlyDocument) -> list[str]:
    found = []
    issued, problem = original(ctx, item.pdf_sha256, "PDF")
    try:
        pdf = monthly_pdf(doc, fonts_dir=ctx.resources / "fonts", font_folders=folders())
    except EnvironmentProblem as error:  # a font of then is not here now: the kept file still is what was issued
        found.append(f"不能由快照重印：{error.sentence}")
        pdf = issued
    if problem:
        found.append(problem)
    elif pdf != issued:
        at = next((n for n, (a, b) in enumerate(zip(issued, pdf, strict=False)) if a != b), min(len(issued), len(pdf)))
        found.append(f"由快照重印的 PDF 与发布件不是逐字节相同：第 {at + 1} 字节起不同，{len(issued)} 字节与 {len(pdf)} 字节")
    book, problem = original(ctx, item.xlsx_sha256, "工作簿")
    if problem:
        return [*found, problem]
    unlike = compare.differing(compare.cells(book), compare.cells(monthly_xlsx(doc)))
    found += [f"工作簿 {sheet}!{address}：发布件 {then}，重印 {now}" for sheet, address, then, now in unlike[:_NAMED]]
    if len(unlike) > _NAMED:
        found.append(f"另有 {len(unlike) - _NAMED} 个单元格不同")
    return found


def _changed(ctx: AppContext, item: Publication) -> tuple[str, ...]:
    now = rule_prints(ctx)
    names = sorted(name for name in {*now, *item.rule_prints} if now.get(name) != item.rule_prints.get(name))
    said = [f"规则文件 {name} 与发布时不同" for name in names]
    if ctx.program_version != item.program_version:
        said.append(f"程序版本由 {item.program_version} 变为 {ctx.program_version}")
    return tuple(said)
