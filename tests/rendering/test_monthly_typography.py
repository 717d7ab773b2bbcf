"""The report's typography after GB/T 9704-2012, its tables and its reference pages, measured on the printed page."""

from __future__ import annotations

import io
import json
import os
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Name

from reports import system_fonts
from reports.monthly_pdf import write_monthly_pdf
from reports.styles import (
    AREA_HEIGHT,
    AREA_WIDTH,
    BODY,
    BODY_SIZE,
    BOTTOM,
    CHARACTERS,
    COLOURS,
    COVER_TITLE,
    HEADING_1,
    HEADING_2,
    LEFT,
    LINES,
    MM,
    NUMBER_BELOW,
    PAGE_HEIGHT,
    PAGE_NUMBER,
    PAGE_WIDTH,
    PITCH,
    TOP,
)
from zgc_desktop.domain.errors import Refused
from zgc_desktop.domain.monthly import Erratum, Matter, MonthlyDocument
from zgc_desktop.domain.periods import Month

Sample = Callable[..., MonthlyDocument]
GOLDEN = Path(__file__).resolve().parents[1] / "golden" / "monthly_boxes.json"
HAIR = 0.6
"""Points by which two positions may differ and still be the same to the eye."""


@dataclass(frozen=True)
class Word:
    """A run of characters as it stands on a page: text, left, top, right, bottom in points from the top left corner."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True)
class Sheet:
    """One page: its size and its words in reading order."""

    width: float
    height: float
    words: tuple[Word, ...]

    @property
    def text(self) -> str:
        return "".join(w.text for w in self.words)


def pages(path: Path) -> list[Sheet]:
    """Every page's words with their boxes, as poppler finds them."""
    return list(_pages(poppler("-bbox", path)))


def poppler(option: str, path: Path) -> str:
    """What poppler's pdftotext says of a file; the test is skipped where poppler is not installed."""
    program = shutil.which("pdftotext")
    if program is None:
        pytest.skip("poppler-utils is not installed")
    return subprocess.run([program, option, str(path), "-"], check=True, capture_output=True, timeout=60).stdout.decode()


def _pages(out: str) -> Iterator[Sheet]:
    for width, height, body in re.findall(r'<page width="([\d.]+)" height="([\d.]+)">(.*?)</page>', out, re.S):
        found = re.findall(
            r'<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)</word>', body, re.S
        )
        words = tuple(Word(t, float(a), float(b), float(c), float(d)) for a, b, c, d, t in found)
        yield Sheet(float(width), float(height), words)


BODY_TEXT = (
    "示范区各分园本月入库地方税收较上月增长，企业总量保持稳定，迁移案件按期办理，区际分享逐案核对，梯队与组团数据均已核定。"
    * 12
)


@pytest.fixture(scope="module")
def issue(sample_month: Sample, fonts_dir: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample month as an issue with every section it can have, and a page full of body text."""
    doc = sample_month(state="已发布")
    matters = tuple(
        Matter(f"own:{n}", f"第{n}项，请海淀园就北京晟喆犇科技有限公司的归属核明注册地。", "海淀园", date(2026, 12, 8))
        for n in range(1, 5)
    )
    errata = (Erratum(Month(2026, 9), "〔表3-1·昌平·月末〕", "635家", "636家", "昌平园补报一家新设企业", "不影响结算"),)
    words = dict(doc.sentences) | {"moves": (BODY_TEXT,)}
    doc = replace(doc, matters=matters, errata=errata, sentences=words, left_out=doc.left_out[:2])
    return write_monthly_pdf(doc, tmp_path_factory.mktemp("版式") / "月报.pdf", fonts_dir=fonts_dir)


@pytest.fixture(scope="module")
def printed(issue: Path) -> list[Sheet]:
    return pages(issue)


def test_the_measures_are_those_of_the_standard() -> None:
    """GB/T 9704-2012 5.2: 天头 37 mm、订口 28 mm、版心 156×225 mm；3 号字，每面 22 行、每行 28 字。"""
    assert [round(n / MM) for n in (TOP, LEFT, AREA_WIDTH, AREA_HEIGHT)] == [37, 28, 156, 225]
    assert (round(PAGE_WIDTH / MM), round(PAGE_HEIGHT / MM)) == (210, 297)
    assert (LINES, CHARACTERS, BODY_SIZE, COVER_TITLE.role) == (22, 28, 16.0, "song")
    assert pytest.approx(AREA_HEIGHT) == PITCH * LINES
    assert pytest.approx(AREA_WIDTH) == CHARACTERS * (BODY_SIZE + BODY.tracking)
    assert (BODY.role, HEADING_1.role, HEADING_2.role, PAGE_NUMBER.size) == ("fang", "hei", "kai", 14)


def test_a_page_of_body_holds_22_lines_of_28_characters_inside_the_type_area(printed: list[Sheet]) -> None:
    sheet = next(s for s in printed if s.text.count("示范区各分园") > 5)
    lines: dict[int, list[Word]] = {}
    for w in sheet.words:
        if 15 < w.bottom - w.top < 30 and w.bottom < PAGE_HEIGHT - BOTTOM + HAIR:
            lines.setdefault(round(w.top), []).append(w)
    tops = sorted(lines)
    full = ["".join(w.text for w in lines[t]) for t in tops]
    assert max(len(text) for text in full) == CHARACTERS
    steps = {round(b - a) for a, b in pairwise(tops) if b - a < 1.5 * PITCH}
    assert steps <= {round(PITCH), int(PITCH)}
    assert min(w.left for line in lines.values() for w in line) >= LEFT - HAIR
    assert max(w.right for line in lines.values() for w in line) <= LEFT + AREA_WIDTH + BODY_SIZE / 2
    assert not [text for text in full if text[0] in "，。、；：”）》" or text[-1] in "“（《"]


def test_odd_pages_carry_their_number_at_right_and_even_ones_at_left(printed: list[Sheet]) -> None:
    """页码在版心下边缘之下 7 mm，单页居右空一字，双页居左空一字。"""
    seen = 0
    for n, sheet in enumerate(printed, start=1):
        if sheet.width > sheet.height or n == 1:
            continue
        mine = [w for w in sheet.words if w.top > PAGE_HEIGHT - BOTTOM + NUMBER_BELOW - 3 and w.bottom < PAGE_HEIGHT - 40]
        assert "".join(w.text for w in mine) == f"—{n}—"
        left, right = min(w.left for w in mine), max(w.right for w in mine)
        if n % 2:
            assert abs(right - (LEFT + AREA_WIDTH - BODY_SIZE)) < 2
        else:
            assert abs(left - (LEFT + BODY_SIZE)) < 2
        seen += 1
    assert seen > 8


def test_wide_tables_stand_turned_with_their_head_at_the_binding_and_their_number_where_bound_pages_have_it(
    printed: list[Sheet],
) -> None:
    turned = [(n, s) for n, s in enumerate(printed, start=1) if s.width > s.height]
    assert turned
    for n, sheet in turned:
        assert "表7-1" in sheet.text
        number = next(w for w in sheet.words if w.text == str(n) and w.left < BOTTOM)
        # Read with the sheet turned back: odd at the right (here the bottom), even at the left (the top).
        assert (number.top > sheet.height / 2) == bool(n % 2)


def test_a_table_that_goes_on_is_headed_again_and_says_so(printed: list[Sheet]) -> None:
    again = [s for s in printed if "续表7-1" in s.text]
    assert again
    assert all("规划重点产业" in s.text for s in again)


def test_no_heading_stands_alone_at_the_foot_of_a_page(printed: list[Sheet]) -> None:
    headings = (
        "一、要情",
        "二、报送",
        "三、企业",
        "四、跨区",
        "五、税收",
        "六、梯队",
        "七、组团",
        "十、问题",
        "勘误",
        "附表",
        "编制信息",
    )
    for sheet in printed[2:]:
        foot = (PAGE_HEIGHT - BOTTOM) if sheet.height > sheet.width else sheet.height - 60
        body = [w for w in sheet.words if w.bottom <= foot + HAIR and w.bottom - w.top > 4]
        last = max((w.bottom for w in body), default=0.0)
        low = [w for w in body if w.text.startswith(headings) and w.bottom - w.top > 15]
        assert not [w.text for w in low if last - w.bottom < PITCH], sheet.text[:40]


def test_amounts_of_a_column_stand_with_their_decimal_points_one_above_the_other(printed: list[Sheet]) -> None:
    for number, least in (("表3-1", 16), ("图1", 2)):
        sheet = next(s for s in printed[2:] if number in s.text)
        amounts = [w for w in sheet.words if re.fullmatch(r"-?[\d,]+\.\d\d", w.text)]
        columns: dict[int, list[Word]] = {}
        for w in amounts:
            columns.setdefault(round(w.right / 12), []).append(w)
        longest = max(columns.values(), key=len)
        assert len(longest) >= least
        assert max(w.right for w in longest) - min(w.right for w in longest) < HAIR


def test_colours_stay_apart_in_a_grey_print() -> None:
    """灰度打印时：图中相邻色阶的明度（CIE L*）至少差 10，文字与底色至少差 40。"""

    def light(name: str) -> float:
        linear = [int(COLOURS[name][k : k + 2], 16) / 255 for k in (1, 3, 5)]
        r, g, b = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in linear)
        return 116 * (0.2126 * r + 0.7152 * g + 0.0722 * b) ** (1 / 3) - 16

    steps = [light(f"chart{n}") for n in range(5)]
    assert steps == sorted(steps)
    assert min(b - a for a, b in pairwise(steps)) > 10
    heat = [light(f"heat{n}") for n in range(5)]
    assert heat == sorted(heat, reverse=True)
    assert all(abs(light(f"heat{n}") - light(f"heat_text{n}")) > 40 for n in range(5))
    assert light("watermark") > 90


def test_characters_beyond_the_basic_plane_copy_and_search_right(sample_month: Sample, fonts_dir: Path, tmp_path: Path) -> None:
    """扩展区的字（𬭚 𬭎）在公司名里：能画、能复制、能检索，两个阅读器一致。"""
    names = ("北京𬭎𬭚喆犇科技", "淼翀昇玥（北京）公司")
    doc = sample_month()
    cases = tuple(replace(c, company=name) for c, name in zip(doc.cases, names, strict=False))
    path = write_monthly_pdf(replace(doc, cases=cases), tmp_path / "月报.pdf", fonts_dir=fonts_dir)
    read = poppler("-layout", path)
    assert [name for name in names if name not in re.sub(r"\s+", "", read)] == []
    with pikepdf.open(path) as pdf:
        maps = [
            font[Name.ToUnicode].read_bytes().decode("ascii")
            for page in pdf.pages
            for font in page[Name.Resources][Name.Font].values()
            if Name.ToUnicode in font
        ]
    for character in "𬭎𬭚":
        assert any(character.encode("utf-16-be").hex().upper() in told for told in maps)


def test_a_character_only_the_system_has_is_set_in_its_font_and_without_one_named_with_its_text(
    sample_month: Sample, fonts_dir: Path, tmp_path: Path
) -> None:
    """随附字体没有“𠮷”：说出是哪个字、在哪张表；改用系统字体时由 SimSun-ExtB 一类的字体补上。"""
    doc = sample_month()
    doc = replace(doc, cases=tuple(replace(c, company="北京𠮷星科技有限公司") for c in doc.cases[:2]))
    with pytest.raises(Refused, match=r"表4-2.*“𠮷”（U\+20BB7）.*公文字体"):
        write_monthly_pdf(doc, tmp_path / "月报.pdf", fonts_dir=fonts_dir)
    assert list(tmp_path.iterdir()) == []
    there = tmp_path / "系统"
    there.mkdir()
    shutil.copy(fonts_dir / "NotoSerifSC-Bold.ttf", there / "simsunb.ttf")
    found = system_fonts.find((there,))
    assert [f.letter for f in found if f.file] == ["补字"]
    assert system_fonts.extra(found, (there,)) == (there / "simsunb.ttf",)


def test_the_file_has_an_outline_a_language_and_its_metadata(issue: Path) -> None:
    with pikepdf.open(io.BytesIO(issue.read_bytes())) as pdf:
        assert str(pdf.Root.Lang) == "zh-CN"
        assert pdf.Root.MarkInfo.Marked if "/MarkInfo" in pdf.Root else True
        with pdf.open_outline() as outline:
            titles = [item.title for item in outline.root]
        with pdf.open_metadata() as meta:
            assert meta["pdfaid:part"] == "2"
            assert meta["pdfaid:conformance"] == "B"
            assert "统筹协调月报" in str(meta["dc:title"])
    assert titles[:2] == ["口径", "一、要情"]
    assert {"十、问题与建议", "勘误"} <= set(titles)


def test_the_reference_pages_have_their_text_in_the_boxes_last_looked_at(printed: list[Sheet]) -> None:
    """Set ZGC_UPDATE_GOLDEN=1 after looking at the pages to accept what moved."""
    told = {}
    for n, sheet in enumerate(printed, start=1):
        boxes = [(w.left, w.top, w.right, w.bottom) for w in sheet.words]
        area = [round(f(b[k] for b in boxes)) for k, f in enumerate((min, min, max, max))]
        big = [[w.text, round(w.left), round(w.top)] for w in sheet.words if w.bottom - w.top > 15][:6]
        told[str(n)] = {"size": [round(sheet.width), round(sheet.height)], "area": area, "words": len(boxes), "large": big}
    if os.environ.get("ZGC_UPDATE_GOLDEN"):
        GOLDEN.write_text(json.dumps(told, ensure_ascii=False, indent=1) + "\n", encoding="utf-8", newline="\n")
    kept = json.loads(GOLDEN.read_text(encoding="utf-8"))
    assert list(told) == list(kept)
    for n, page in told.items():
        assert page["size"] == kept[n]["size"]
        assert all(abs(a - b) <= 2 for a, b in zip(page["area"], kept[n]["area"], strict=True)), n
        assert [w[0] for w in page["large"]] == [w[0] for w in kept[n]["large"]], n
        moved = [
            (a, b) for a, b in zip(page["large"], kept[n]["large"], strict=True) if abs(a[1] - b[1]) + abs(a[2] - b[2]) > 3
        ]
        assert moved == [], n
