"""Letters and lines: every character is drawn or refused, and no line breaks where Chinese does not."""

from __future__ import annotations

from pathlib import Path

import pytest
from reportlab.pdfbase import ttfonts

from reports.fonts import Fonts
from reports.styles import BODY, BODY_SIZE, CHARACTERS, TextStyle
from reports.text import NOT_FIRST, NOT_LAST, Line, break_lines, clean, measure
from zgc_desktop.domain.errors import EnvironmentProblem, Refused

RARE = "喆犇淼翀昇玥𬭎㛃䶮"
PARAGRAPH = (
    "10月，示范区16个分园入库地方税收1,283.55万元（不含通州园，未报），较上月增长3.2%；“双重主张”2件、《意见》第（三）项已核。"
    "详见https://example.test/zgc?month=2026-10，其余“暂计海淀园”……"
)
STYLE = TextStyle("fang", 12, 20, align="justify", indent=2)


@pytest.fixture
def fonts(fonts_dir: Path) -> Fonts:
    return Fonts(fonts_dir)


def test_rare_characters_of_company_names_are_drawn_in_every_role(fonts: Fonts) -> None:
    for role in ("song", "fang", "kai", "hei"):
        for bold in (False, True):
            assert [part for _, part in fonts.runs(RARE, role, bold)] == [RARE]  # type: ignore[arg-type]


def test_a_character_no_font_has_is_a_sentence_and_never_a_box(fonts: Fonts) -> None:
    with pytest.raises(Refused, match=r"U\+1F600.*可用的字体都没有这个字.*更正"):
        fonts.width("企业😀", "hei", 9)


def test_a_missing_font_file_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(EnvironmentProblem, match=r"NotoSerifSC-Regular\.ttf 缺失.*重新安装"):
        Fonts(tmp_path).width("月报", "fang", 16)


def test_the_fonts_in_use_are_reported_by_name(fonts: Fonts) -> None:
    assert fonts.report() == ""
    fonts.width("正文", "fang", 16)
    fonts.width("表头", "hei", 9, bold=True)
    assert fonts.report() == "Noto Sans SC Bold、Noto Serif SC Regular"


def test_characters_beyond_the_basic_plane_are_written_as_utf_16() -> None:
    table = ttfonts.makeToUnicodeCMap("F", [0x4E2D, ord("𬭎")])
    assert "<00> <4E2D>" in table
    assert f"<01> <{'𬭎'.encode('utf-16-be').hex().upper()}>" in table


@pytest.mark.parametrize("width", range(60, 460, 7))
def test_no_line_begins_or_ends_where_it_must_not_and_none_is_too_wide(fonts: Fonts, width: int) -> None:
    lines = break_lines(fonts, PARAGRAPH, STYLE, width)
    assert "".join(line.text for line in lines) == PARAGRAPH
    for line in lines:
        assert line.indent + line.width <= width + 0.01
    # The address is wider than the narrowest lines: there it is cut, which is better than running off the page.
    if width > 240:
        assert not [line.text for line in lines if line.text[0] in NOT_FIRST or line.text[-1] in NOT_LAST]


def test_a_figure_is_never_broken_over_two_lines(fonts: Fonts) -> None:
    for width in range(120, 400, 3):
        assert any("1,283.55" in line.text for line in break_lines(fonts, PARAGRAPH, STYLE, width))


def test_a_body_line_holds_twenty_eight_characters(fonts: Fonts) -> None:
    lines = break_lines(fonts, "统" * 100, BODY, CHARACTERS * (BODY_SIZE + BODY.tracking))
    assert [len(line.text) for line in lines] == [26, 28, 28, 18]


def test_line_ends_and_invisible_characters_in_a_name_do_not_print(fonts: Fonts) -> None:
    assert clean("北京\n晟喆\u200b科技\x07") == "北京 晟喆科技"
    line = break_lines(fonts, "北京\t晟喆", STYLE, 300)[0]
    assert line == Line("北京 晟喆", measure(fonts, "北京 晟喆", STYLE), True, 24)


@pytest.mark.parametrize("width", range(120, 330, 7))
def test_a_number_is_never_parted_from_its_unit(fonts_dir: Path, width: int) -> None:
    """1.93亿元 不会在“亿”后断行。"""
    text = "本月入库地方税收1.93亿元，较上月下降5.3%，其中0.57万元为补缴，企业1,204家，案件6件。"
    lines = [line.text for line in break_lines(Fonts(fonts_dir), text, BODY, float(width))]
    for amount in ("1.93亿元", "0.57万元", "1,204家", "6件", "5.3%"):
        assert any(amount in line for line in lines)
