"""The explanation of one figure (算据) on one page: result first, then formula by formula down to the source cells."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Final

from reports.aside import write_aside
from reports.fonts import Fonts
from reports.pdfa import archived
from reports.statement_page import PAPER_NOTE, Paper, printed, titled
from reports.tables import Column, Row, Table, TableBlock
from reports.text import TextBlock
from zgc_desktop.domain.money import yuan
from zgc_desktop.domain.rulebook import CONFIDENCE
from zgc_desktop.domain.sharing.explain import Explanation, walk

_FITS: Final = ((8.0, 99, 8), (7.0, 99, 5), (6.5, 99, 3), (6.0, 7, 2), (6.0, 5, 1), (6.0, 3, 1))
"""Sizes, depths and numbers of like rows tried in turn until the tree stands on one page."""


def write_explain_pdf(tree: Explanation, out: Path, *, fonts_dir: Path, prepared_on: date, note: str = "") -> Path:
    """Return ``out`` once it holds the explanation on one page; like rows are drawn together where there are too many."""
    return write_aside(out, explain_pdf(tree, fonts_dir=fonts_dir, prepared_on=prepared_on, note=note))


def explain_pdf(tree: Explanation, *, fonts_dir: Path, prepared_on: date, note: str = "") -> bytes:
    """The page's bytes. The full tree stands in ``zgc explain --json``; the page says what it left out."""
    fonts = Fonts(fonts_dir)
    paper = Paper(f"算据：{tree.label}", f"统筹台 税收分享算据　{tree.label}", "统筹台")
    data = b""
    for size, depth, many in _FITS:
        short = _shortened(tree, depth, many)
        left_out = sum(1 for _ in walk(tree)) - sum(1 for _ in walk(short))
        said = f"{note}　" if note else ""
        said += f"为排入一页合并列示 {left_out} 项，完整算据见 zgc explain --json。" if left_out > 0 else "本页为完整算据。"
        amount = "—" if tree.amount_fen is None else f"{yuan(tree.amount_fen)} 元"
        head = titled(fonts, "税收分享算据", (f"{tree.label}　＝　{amount}", *([tree.formula] if tree.formula else [])))
        parts = [*head, TableBlock(fonts, _table(short, size)), TextBlock(fonts, said, PAPER_NOTE)]
        data, pages = printed(paper, fonts, parts)
        if pages == 1:
            break
    return archived(data, prepared_on)


def _table(tree: Explanation, size: float) -> Table:
    rows = []
    for depth, node in walk(tree):
        about = node.clause
        if node.citation is not None and node.citation.confidence != "original":
            about += f"（{CONFIDENCE[node.citation.confidence]}）"
        where = "；".join(t for t in (about, node.source) if t)
        amount = "" if node.amount_fen is None else yuan(node.amount_fen)
        rows.append(Row((f"{'　' * depth}{node.label}", node.formula, amount, where), total=depth == 0))
    columns = (
        Column("项目（逐层展开）", 190),
        Column("算式（元）", 190),
        Column("金额（元）", 74, "right"),
        Column("依据与来源", 200),
    )
    note = "每一项由其下一层各项按算式得出；最末一层为分园报送的原始单元格、基数材料或规则参数。"
    return Table("表1", "算据", columns, tuple(rows), unit="单位：元", note=note, size=size, row_height=size * 1.5)


def _shortened(node: Explanation, depth: int, many: int) -> Explanation:
    """The tree with long runs of leaves drawn together and everything below ``depth`` left out; amounts stay."""
    children = node.children if depth > 0 else ()
    if len(children) > many + 1 and node.op == "sum":
        rest = children[many:]
        total = sum(c.amount_fen or 0 for c in rest)
        children = (*children[:many], Explanation(f"其余 {len(rest)} 项合计", total))
    formula = node.formula if len(node.formula) <= 160 else f"{node.formula[:150]} …"
    return replace(node, formula=formula, children=tuple(_shortened(c, depth - 1, many) for c in children))
