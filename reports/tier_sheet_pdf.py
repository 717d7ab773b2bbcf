"""The review sheet of tiers (梯队评审表) as PDF: proposals at a glance, then every criterion behind them."""

from __future__ import annotations

from pathlib import Path

from reportlab.platypus import Flowable

from reports.aside import write_aside
from reports.blocks import Signatures
from reports.fonts import Fonts
from reports.pdfa import archived
from reports.statement_page import PAPER_HEAD, PAPER_LINE, PAPER_NOTE, Paper, printed, titled
from reports.tables import Column, Row, Table, TableBlock
from reports.text import TextBlock
from reports.words import NONE, chinese_date
from zgc_desktop.domain.tier_sheet import SheetLine, TierSheet

_PROPOSALS = (
    Column("序号", 28, "center"), Column("建议", 32, "center"), Column("梯队", 66), Column("企业", 158),
    Column("分园", 50), Column("现认定", 120), Column("理由", 170), Column("园方意见", 70), Column("市级决定", 70),
)  # fmt: skip
_EVIDENCE = (
    Column("条件", 140), Column("门槛", 160), Column("实际", 174), Column("结果", 110), Column("出处", 180),
)  # fmt: skip


def write_tier_sheet_pdf(sheet: TierSheet, out: Path, *, fonts_dir: Path) -> Path:
    """Return ``out`` once it holds the sheet whole; the same sheet gives the same bytes."""
    return write_aside(out, tier_sheet_pdf(sheet, fonts_dir))


def tier_sheet_pdf(sheet: TierSheet, fonts_dir: Path) -> bytes:
    """The sheet's bytes."""
    fonts, title = Fonts(fonts_dir), f"{sheet.month.label}梯队评审表"
    standards = "；".join(f"{name}（{version}，{source}）" for name, version, source in sheet.standards) or NONE
    lines = (
        f"评审日：{sheet.day}　　编制：{sheet.office}　{chinese_date(sheet.prepared_on)}",
        f"测算企业{sheet.examined:,}家，建议{len(sheet.lines)}项，待市级决定{sheet.waiting}项。",
        f"依据标准：{standards}。",
    )
    parts: list[Flowable] = titled(fonts, title, lines)
    if sheet.lines:
        parts.append(TableBlock(fonts, _proposals(sheet)))
        parts.append(TextBlock(fonts, "逐条依据（标“参考”的条件列出备查，不参与判定）", PAPER_HEAD))
        parts += [TableBlock(fonts, table) for x in sheet.lines for table in _evidence(x)]
    else:
        parts.append(TextBlock(fonts, "本月没有建议：条件无变化，或数据未到。", PAPER_LINE))
    if lacking := "，".join(f"{name}{n:,}家" for name, n in sheet.undecidable if n):
        parts.append(TextBlock(fonts, f"因数据未报无法判定：{lacking}。未报不作不达标。", PAPER_NOTE))
    parts.append(TextBlock(fonts, "本表为测算建议，不是认定；入列、保留、退出以市级决定和认定文件为准。", PAPER_NOTE))
    parts.append(Signatures(fonts, ("评审", "复核", "批准")))
    foot = f"梯队评审表　{sheet.month}　{sheet.office}"
    return archived(printed(Paper(title, foot, sheet.office), fonts, parts)[0], sheet.prepared_on)


def _proposals(sheet: TierSheet) -> Table:
    rows = tuple(
        Row((str(x.number), x.kind, x.tier, f"{x.company}\n{x.credit_code}", x.park, x.recognised or NONE, x.why,
             x.opinion or NONE, x.decision))
        for x in sheet.lines
    )  # fmt: skip
    return Table("表1", "建议一览", _PROPOSALS, rows, note="市级决定一栏空白的待议定。", size=8)


def _evidence(x: SheetLine) -> list[Table]:
    """One table a standard behind a proposal, under the proposal's number."""
    made = []
    for standard in dict.fromkeys(e.standard for e in x.evidence):
        rows = tuple(Row((e.title, e.threshold, e.actual, e.said, e.citation)) for e in x.evidence if e.standard == standard)
        made.append(
            Table(f"建议{x.number}", f"{x.company}　{x.kind}{x.tier}　{standard}", _EVIDENCE, rows, size=7.5, row_height=13)
        )
    return made
