"""The case slip (案卷回执): one page on where a case stands, what each side said, and where each signs."""

from __future__ import annotations

from pathlib import Path

from reports.fonts import Fonts
from reports.paper_parts import line_of, pairs, paper, part, requests, signed, table
from reports.pdfa import archived
from reports.statement_page import printed, titled
from reports.tables import Column, Row
from reports.words import NONE
from zgc_desktop.domain.money import yuan
from zgc_desktop.domain.monthly_sheets import CaseSlip


def case_slip_pdf(slip: CaseSlip, fonts_dir: Path) -> bytes:
    """The slip as PDF bytes; the same slip gives the same bytes."""
    fonts = Fonts(fonts_dir)
    said = [Row((s.side, s.party, s.answer, s.reason or NONE, s.person or NONE, str(s.day or NONE))) for s in slip.said]
    base = [Row((f"{year}年", yuan(amount), source or NONE)) for year, amount, source in slip.base]
    columns = (
        Column("一方", 40), Column("园区", 60), Column("意见", 80), Column("理由", 170), Column("经办", 44),
        Column("日期", 56, unbroken=True),
    )  # fmt: skip
    years = (Column("年度", 60), Column("地方税收（元）", 110, "right"), Column("来源", 280))
    parts = [
        *titled(fonts, "迁移案卷回执", [line_of(slip.head, f"案件号：{slip.case_id}")]),
        *part(fonts, "一、案件", pairs(fonts, slip.facts)),
        *part(fonts, "二、迁移前地方税收", table(fonts, years, base), "尚未登记。"),
        *part(
            fonts,
            "三、各方意见",
            table(fonts, columns, said, "未答复不影响企业迁移（公平竞争审查条例）。"),
            "尚无一方登记意见。",
        ),
        *part(fonts, "四、税收分享", requests(fonts, [slip.sharing])),
        *part(fonts, "五、还缺的材料", requests(fonts, [slip.lacking] if slip.lacking else []), "材料齐全。"),
        *signed(fonts, ("迁出方", "迁入方", "市级"), "本回执一式三份；签字表示收悉，不表示同意分享条款。"),
    ]
    return archived(printed(paper(slip.head, f"案卷回执 {slip.case_id}"), fonts, parts)[0], slip.head.prepared_on)
