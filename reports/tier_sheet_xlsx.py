"""The review sheet of tiers (梯队评审表) as a workbook: the proposals, and every criterion behind them."""

from __future__ import annotations

from pathlib import Path

from openpyxl.workbook import Workbook

from reports.sheets import Pen, save_workbook
from reports.text_sheets import text_sheet
from zgc_desktop.domain.tier_sheet import TierSheet

_PROPOSALS = ("序号", "建议", "梯队", "企业", "统一社会信用代码", "分园", "现认定", "理由", "园方意见", "市级决定")
_EVIDENCE = ("序号", "企业", "统一社会信用代码", "标准", "条件", "门槛", "实际", "结果", "出处")


def write_tier_sheet_xlsx(sheet: TierSheet, out: Path) -> Path:
    """Return ``out`` once it holds both sheets."""
    workbook = Workbook()
    pen, title = Pen(workbook), f"{sheet.month.label}梯队评审表"
    lines = [
        (str(x.number), x.kind, x.tier, x.company, x.credit_code, x.park, x.recognised, x.why, x.opinion, x.decision)
        for x in sheet.lines
    ]
    criteria = [
        (str(x.number), x.company, x.credit_code, e.standard, e.title, e.threshold, e.actual, e.said, e.citation)
        for x in sheet.lines
        for e in x.evidence
    ]
    text_sheet(pen, workbook, "评审表", title, _PROPOSALS, (6, 8, 16, 34, 22, 12, 36, 60, 24, 24), lines)
    text_sheet(pen, workbook, "逐条依据", f"{title} 逐条依据", _EVIDENCE, (6, 34, 22, 30, 30, 24, 36, 24, 30), criteria)
    workbook.remove(workbook.worksheets[0])
    workbook.properties.title = title
    workbook.properties.creator = sheet.office
    return save_workbook(workbook, out)
