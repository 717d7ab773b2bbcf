"""A district's statement (对账单) and the matrix of all districts as PDF."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from reportlab.platypus import Flowable, PageBreak

from reports.aside import write_aside
from reports.blocks import Signatures
from reports.fonts import Fonts
from reports.pdfa import archived
from reports.statement_page import PAPER_LINE, Paper, printed, titled
from reports.statement_tables import (
    case_table,
    difference_table,
    exact_pairs,
    matrix_table,
    outside_table,
    pair_table,
    posting_table,
)
from reports.tables import TableBlock
from reports.text import TextBlock
from reports.words import chinese_date
from zgc_desktop.domain.money import yuan
from zgc_desktop.domain.periods import Month
from zgc_desktop.domain.settlement import Matrix
from zgc_desktop.domain.statement import Statement, proof_line

LOCKED_WORD = "已锁定"


def write_statement_pdf(doc: Statement, out: Path, *, fonts_dir: Path) -> Path:
    """Return ``out`` once it holds the district's statement whole; the same statement gives the same bytes."""
    fonts = Fonts(fonts_dir)
    head = titled(
        fonts,
        f"{doc.month.label}税收分享对账单",
        (
            f"对账区：{doc.party}　　状态：{doc.state}　　编制：{doc.office}　{chinese_date(doc.prepared_on)}",
            f"规则：{doc.rule_title}（{doc.rule_citation}）。{doc.rule_note}。",
            f"本月应收{yuan(doc.receives_fen)}元，应付{yuan(doc.pays_fen)}元，净额{yuan(doc.net_fen)}元。",
        ),
    )
    parts: list[Flowable] = list(head)
    if doc.lines:
        parts += [TableBlock(fonts, case_table(doc)), TableBlock(fonts, pair_table(doc))]
    else:
        parts.append(TextBlock(fonts, "本月没有本区应收或应付的分享款。", PAPER_LINE))
    if doc.missing:
        parts.append(TextBlock(fonts, f"税收未报、未计入（不作零）：{'、'.join(doc.missing)}。", PAPER_LINE))
    if doc.out_of_scope:
        parts.append(TableBlock(fonts, outside_table(doc)))
    if doc.differences:
        parts.append(TableBlock(fonts, difference_table(doc)))
    if any(s.posting for s in doc.lines):
        parts.append(TableBlock(fonts, posting_table(doc)))
    parts.append(Signatures(fonts, (f"{doc.party}经办", f"{doc.party}负责人", "市统筹办")))
    watermark = "" if doc.state == LOCKED_WORD else f"{doc.state} · 未锁定"
    foot = f"税收分享对账单　{doc.party}　{doc.month}　{proof_line(doc.fingerprint, doc.journal_mark)}"
    data, _ = printed(Paper(f"{doc.month.label}税收分享对账单（{doc.party}）", foot, doc.office, watermark), fonts, parts)
    return write_aside(out, archived(data, doc.prepared_on))


def write_matrix_pdf(
    found: Matrix, month: Month, state: str, out: Path, *, fonts_dir: Path, office: str, proof: str, day: date
) -> Path:
    """Return ``out`` once it holds the matrix of all districts: gross, net, every pair to the 分; ``proof`` in the foot."""
    fonts = Fonts(fonts_dir)
    parts: list[Flowable] = titled(fonts, f"{month.label}区际税收分享矩阵", (f"状态：{state}　　编制：{office}",))
    parts += [TableBlock(fonts, matrix_table(found, net=False)), PageBreak()]
    parts += [TableBlock(fonts, matrix_table(found, net=True)), PageBreak(), TableBlock(fonts, exact_pairs(found))]
    watermark = "" if state == LOCKED_WORD else f"{state} · 未锁定"
    foot = f"区际税收分享矩阵　{month}　{proof}"
    data, _ = printed(Paper(f"{month.label}区际税收分享矩阵", foot, office, watermark), fonts, parts)
    return write_aside(out, archived(data, day))
