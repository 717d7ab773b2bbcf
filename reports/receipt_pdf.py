"""The receipt (回执) of a submission as one page: number, hash, counts, state and what is still wanted."""

from __future__ import annotations

from pathlib import Path

from reportlab.platypus import Flowable

from reports.aside import write_aside
from reports.fonts import Fonts
from reports.pdfa import archived
from reports.statement_page import PAPER_HEAD, PAPER_LINE, PAPER_NOTE, Paper, printed, titled
from reports.tables import Column, Row, Table, TableBlock
from reports.text import TextBlock
from zgc_desktop.domain.money import wan
from zgc_desktop.domain.receipt import Receipt

_MOST = 18
"""So many wishes fit on the page beside the rest; the others are counted."""


def write_receipt_pdf(receipt: Receipt, out: Path, *, fonts_dir: Path) -> Path:
    """Return ``out`` once it holds the receipt on one page; the same receipt gives the same bytes."""
    fonts = Fonts(fonts_dir)
    head = (f"编号：{receipt.number}　　{receipt.park}　　{receipt.month.label}　　第{receipt.version}版",)
    parts: list[Flowable] = [*titled(fonts, "月报报送回执", head), TableBlock(fonts, _facts(receipt))]
    parts.append(TextBlock(fonts, "尚待园方", PAPER_HEAD))
    shown = receipt.wanted[:_MOST]
    for n, text in enumerate(shown, start=1):
        parts.append(TextBlock(fonts, f"{n}. {text}", PAPER_LINE))
    if len(receipt.wanted) > len(shown):
        parts.append(TextBlock(fonts, f"另有 {len(receipt.wanted) - len(shown)} 项，见退回件的问题清单。", PAPER_LINE))
    if not receipt.wanted:
        parts.append(TextBlock(fonts, "没有。", PAPER_LINE))
    note = "请用 SHA-256 核对手中文件与本回执是否为同一份；改动一个字节，校验值即不同。"
    parts.append(TextBlock(fonts, note, PAPER_NOTE))
    paper = Paper(f"月报报送回执 {receipt.number}", f"月报报送回执　{receipt.number}", receipt.who, landscape=False)
    data, _ = printed(paper, fonts, parts)
    return write_aside(out, archived(data, receipt.received_at.date()))


def _facts(receipt: Receipt) -> Table:
    tax = f"{wan(receipt.tax_fen)} 万元" if receipt.tax_fen is not None else "未报"
    revenue = f"{wan(receipt.revenue_fen)} 万元" if receipt.revenue_fen is not None else "未报"
    rows = (
        ("文件", receipt.file_name),
        ("SHA-256", f"{receipt.sha256[:32]} {receipt.sha256[32:]}"),
        ("收到", f"{receipt.received_at:%Y-%m-%d %H:%M}，{receipt.punctuality}"),
        ("状态", receipt.state),
        ("各表行数", "，".join(f"{title} {count} 行" for title, count in receipt.sheets) or "没有读到表"),
        ("企业", f"{receipt.companies} 家；较上次新增 {receipt.added}，变更 {receipt.changed}，未见 {receipt.vanished}"),
        ("地方税收合计", tax),
        ("营业收入合计", revenue),
        ("校验", f"错误 {receipt.errors} 项，警告 {receipt.warnings} 项，提示 {receipt.notices} 项"),
        ("经收", f"{receipt.who}，{receipt.program}"),
        *((("操作记录", f"{receipt.journal_mark}（本月末条序号与校验值）"),) if receipt.journal_mark else ()),
    )
    columns = (Column("项目", 20), Column("内容", 80))
    return Table("", "", columns, tuple(Row(cells) for cells in rows))
