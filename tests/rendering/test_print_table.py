"""The one table component: what happens at the foot of a page, and with texts that are too long."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from reports.fonts import Fonts
from reports.tables import FEW, SMALL, Column, Row, Table, TableBlock
from zgc_desktop.domain.errors import Refused

WIDTH = 440.0


def table(rows: int, name: str = "北京中创远景智能技术有限公司") -> Table:
    lines = tuple(Row((str(n), name, f"{n},000.00")) for n in range(rows - 1))
    columns = (Column("序号", 30), Column("企业", 100), Column("金额", 60, "right"))
    return Table(
        "表9-9", "样表", columns, (*lines, Row(("", "合计", "9,999,999.00"), total=True)), unit="单位：元", note="注。"
    )


def pages(block: TableBlock, height: float) -> list[TableBlock]:
    """The table's parts on pages of one height."""
    parts, rest = [], block
    while rest.wrap(WIDTH, height)[1] > height:
        first, rest = rest.split(WIDTH, height)
        parts.append(first)
        assert first.wrap(WIDTH, height)[1] <= height
    return [*parts, rest]


@pytest.mark.parametrize("height", [160, 217, 230, 301, 444])
def test_every_row_stands_on_exactly_one_page(fonts_dir: Path, height: float) -> None:
    parts = pages(TableBlock(Fonts(fonts_dir), table(40)), height)
    assert [n for p in parts for n in range(p.start, p.stop)] == list(range(40))
    assert all(p.stop - p.start >= FEW for p in parts)


def test_the_total_row_never_stands_alone_on_the_last_page(fonts_dir: Path) -> None:
    for rows in range(20, 40):
        assert pages(TableBlock(Fonts(fonts_dir), table(rows)), 400)[-1].start <= rows - FEW


def test_later_parts_say_that_they_continue(fonts_dir: Path) -> None:
    first, second = pages(TableBlock(Fonts(fonts_dir), table(30)), 400)
    assert first._titles[0].text == "表9-9　样表"
    assert second._titles[0].text == "续表9-9　样表"


def test_a_small_table_is_not_split(fonts_dir: Path) -> None:
    block = TableBlock(Fonts(fonts_dir), table(5))
    assert block.wrap(WIDTH, 100)[1] < SMALL
    assert block.split(WIDTH, 100) == []


def test_a_name_of_sixty_characters_wraps_inside_its_column_and_its_row_grows(fonts_dir: Path) -> None:
    short, long = (TableBlock(Fonts(fonts_dir), table(6, name)) for name in ("甲公司", "喆犇淼翀昇玥" * 10))
    assert long.wrap(WIDTH, 900)[1] > short.wrap(WIDTH, 900)[1] + 5 * 9
    layout = long.layout
    assert layout is not None
    room = layout.edges[2] - layout.edges[1]
    assert max(line.width for row in layout.rows for line in row.cells[1]) < room


def test_a_figure_too_wide_for_its_column_is_printed_smaller_on_one_line(fonts_dir: Path) -> None:
    narrow = Table("表1", "窄", (Column("企业", 400), Column("金额", 40, "right")), (Row(("甲", "123,456,789,012.34")),))
    block = TableBlock(Fonts(fonts_dir), narrow)
    block.wrap(WIDTH, 500)
    assert block.layout is not None
    assert [len(lines) for lines in block.layout.rows[0].cells] == [1, 1]
    block.drawOn(Canvas(BytesIO()), 0, 0)


def test_a_case_number_stays_on_one_line_however_narrow_its_column(fonts_dir: Path) -> None:
    narrow = Table("表1", "窄", (Column("案件号", 30, unbroken=True), Column("企业", 400)), (Row(("迁2026-001", "甲")),))
    block = TableBlock(Fonts(fonts_dir), narrow)
    block.wrap(WIDTH, 500)
    assert block.layout is not None
    assert [line.text for line in block.layout.rows[0].cells[0]] == ["迁2026-001"]


def test_a_row_with_too_few_cells_is_a_mistake_of_ours(fonts_dir: Path) -> None:
    broken = Table("表1", "错", (Column("企业", 100), Column("金额", 40)), (Row(("甲",)),))
    with pytest.raises(ValueError, match="1 cells for 2 columns"):
        TableBlock(Fonts(fonts_dir), broken).wrap(WIDTH, 500)


def test_a_name_no_font_can_print_is_refused_with_the_table_it_stands_in(fonts_dir: Path) -> None:
    with pytest.raises(Refused, match=r"表9-9 样表：文字中有排不出的字“😀”（U\+1F600）"):
        TableBlock(Fonts(fonts_dir), table(4, "甲😀公司")).wrap(WIDTH, 500)
