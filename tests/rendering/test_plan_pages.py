"""The pages of the second edition: 八, 九 and the zone tables stand inside the type area, coded, and lead to their figures."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from reports.monthly_pdf import write_monthly_pdf
from tests.rendering.plan_parts import second_edition
from tests.rendering.test_monthly_typography import Sheet, pages
from zgc_desktop.domain.monthly import MonthlyDocument
from zgc_desktop.domain.monthly_codes import CODE, figures

Sample = Callable[..., MonthlyDocument]
NUMBERS = ("2-2", "3-3", "4-4", "5-4", "6-3", "7-2", "7-3", "8-1", "8-2", "8-3", "8-4", "8-5", "8-6", "9-1", "10-2")
TABLES = [f"表{number}" for number in NUMBERS]


@pytest.fixture(scope="module")
def doc(sample_month: Sample) -> MonthlyDocument:
    return second_edition(sample_month())


@pytest.fixture(scope="module")
def sheets(doc: MonthlyDocument, fonts_dir: Path, tmp_path_factory: pytest.TempPathFactory) -> list[Sheet]:
    return pages(write_monthly_pdf(doc, tmp_path_factory.mktemp("plan") / "月报.pdf", fonts_dir=fonts_dir))


def text(sheet: Sheet) -> str:
    return re.sub(r"\s+", "", sheet.text)


def test_every_table_of_the_second_edition_is_printed(sheets: list[Sheet]) -> None:
    whole = "".join(text(s) for s in sheets)
    assert [name for name in TABLES if name not in whole] == []
    assert "图9-1" in whole
    for words in ("不符合：地均产出", "生态涵养区", "由中心城区向平原新城", "建议退出", "没有登记用地的分园：延庆园"):
        assert words in whole


def test_the_contents_of_all_sections_and_the_scope_stand_on_one_page(sheets: list[Sheet]) -> None:
    front = text(sheets[1])
    assert "九、规划目标" in front
    assert "凭编号可查每个数的算法与出处" in front
    assert text(sheets[2]).startswith("一、要情")


def test_every_code_printed_names_a_figure(doc: MonthlyDocument, sheets: list[Sheet]) -> None:
    printed = {code for s in sheets for code in CODE.findall(text(s))}
    known = {re.sub(r"\s+", "", code) for code in figures(doc)}
    assert printed <= known
    assert {"表8-1", "表9-1", "表3-3", "附表1", "表4-2"} <= {code.strip("〔〕").split("·")[0] for code in printed}


def test_nothing_stands_outside_the_page_and_no_page_is_nearly_empty(sheets: list[Sheet]) -> None:
    for n, sheet in enumerate(sheets):
        assert all(w.left >= 0 and w.right <= sheet.width and w.top >= 0 and w.bottom <= sheet.height for w in sheet.words), n
        assert n == 0 or len(sheet.words) > 25, (n, text(sheet))


def test_no_heading_of_a_new_section_stands_alone_at_the_foot(sheets: list[Sheet]) -> None:
    for sheet in sheets[2:]:
        heads = [w for w in sheet.words if w.text.startswith(("八、", "九、", "十、")) and w.bottom - w.top > 15]
        assert all(any(w.top > h.bottom + 10 for w in sheet.words[:-3]) for h in heads)
