"""The agenda of a coordination meeting (协调会题单): questions, facts, proposals, and room for the decision."""

from __future__ import annotations

from pathlib import Path

from reports.fonts import Fonts
from reports.paper_parts import line_of, paper, part, signed, table
from reports.pdfa import archived
from reports.statement_page import printed, titled
from reports.tables import Column, Row
from reports.words import NONE
from zgc_desktop.domain.monthly_sheets import Agenda


def agenda_pdf(agenda: Agenda, fonts_dir: Path) -> bytes:
    """The agenda as PDF bytes; the same agenda gives the same bytes."""
    fonts = Fonts(fonts_dir)
    rows = [
        Row((str(n), f"{item.kind}\n{'、'.join(item.parties) or NONE}", item.facts, item.proposal, "\n" * 4))
        for n, item in enumerate(agenda.items, start=1)
    ]
    columns = (
        Column("序号", 26, "center"),
        Column("事项与各方", 76),
        Column("事实", 196),
        Column("提请", 112),
        Column("议定", 90),
    )
    parts = [
        *titled(fonts, "统筹协调会题单", [line_of(agenda.head, f"议题：{len(agenda.items)}项")]),
        *part(fonts, "议题", table(fonts, columns, rows), "本月没有需要协调会议定的事项。"),
        *signed(fonts, ("主持", "记录"), "事实取自月报，议定一栏由会议填写；企业迁移不需要任何一方批准。"),
    ]
    title = f"统筹协调会题单（{agenda.head.month.label}）"
    return archived(printed(paper(agenda.head, title), fonts, parts)[0], agenda.head.prepared_on)
