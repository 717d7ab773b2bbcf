"""The monthly report on paper: what is in it, that it can be searched and read everywhere, and that it is never half there."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pikepdf.pdfa
import pytest
from PySide6.QtCore import QModelIndex
from PySide6.QtPdf import QPdfBookmarkModel, QPdfDocument
from reportlab.pdfgen.canvas import Canvas

from reports.charts import draw_scene
from reports.fonts import Fonts
from reports.monthly_pdf import monthly_pdf, write_monthly_pdf
from reports.styles import PAGE_HEIGHT, PAGE_WIDTH
from zgc_desktop.domain.errors import Cancelled, EnvironmentProblem
from zgc_desktop.domain.money import wan, yuan
from zgc_desktop.domain.monthly import MonthlyDocument, SharingSection
from zgc_desktop.domain.monthly_codes import CODE, figures
from zgc_desktop.figures.grids import HeatCell, heat_grid, tile_map
from zgc_desktop.figures.scene import PRINT

Sample = Callable[..., MonthlyDocument]
GOLDEN = Path(__file__).resolve().parents[1] / "golden" / "monthly_report.txt"
NUMBERED = ["一、要情", "二、报送情况通报", "三、企业总体", "四、跨区迁移", "五、税收分享", "六、梯队", "七、组团"]
TITLES = ["口径", *NUMBERED, "附表", "编制信息"]


def opened(path: Path) -> QPdfDocument:
    document = QPdfDocument()
    assert document.load(str(path)) == QPdfDocument.Error.None_
    return document


def page_texts(document: QPdfDocument) -> list[str]:
    """The text of each page without line ends: what a reader can search and copy."""
    return [re.sub(r"\s+", "", document.getAllText(n).text()) for n in range(document.pageCount())]


@pytest.fixture(scope="module")
def printed(sample_month: Sample, fonts_dir: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_monthly_pdf(sample_month(), tmp_path_factory.mktemp("pdf") / "月报.pdf", fonts_dir=fonts_dir)


@pytest.fixture(scope="module")
def texts(printed: Path) -> list[str]:
    return page_texts(opened(printed))


def test_the_report_has_its_sections_in_order_and_its_contents_name_their_pages(printed: Path, texts: list[str]) -> None:
    assert [t for t in TITLES if t not in texts[1]] == []
    starts = []
    for title in TITLES[1:]:
        number = re.search(re.escape(title) + r"(\d+)", texts[1])
        assert number is not None
        starts.append(int(number[1]))
        assert title in texts[starts[-1] - 1]
    assert starts == sorted(starts)


def test_every_section_is_a_bookmark(printed: Path) -> None:
    document, model = opened(printed), QPdfBookmarkModel()
    model.setDocument(document)
    names = [model.index(n, 0).data(QPdfBookmarkModel.Role.Title.value) for n in range(model.rowCount(QModelIndex()))]
    assert names == TITLES


def test_a_missing_park_is_named_beside_every_total_and_never_counted_as_zero(texts: list[str]) -> None:
    whole = "".join(texts)
    assert "通州园" + "未报" * 10 in whole
    assert "合计不含通州园（未报）" in whole
    for number in ("表1", "表3-1", "表3-2", "表5-1", "表6-1", "表7-1"):
        page = next(t for t in texts[2:] if number in t)
        assert "不含通州园（未报）" in page + texts[texts.index(page) + 1]


def test_every_figure_of_the_document_stands_in_the_report(sample_month: Sample, texts: list[str]) -> None:
    doc, whole = sample_month(), "".join(texts)
    amounts = [wan(line.tax_fen) for line in doc.stock if line.tax_fen is not None]
    amounts += [
        yuan(n) for line in doc.sharing.lines for n in (line.counted_fen, line.computed_fen, line.due_fen, line.kept_fen)
    ]
    amounts += [yuan(doc.sharing.counted_fen), "合计差0.00"]
    assert [a for a in amounts if a not in whole] == []
    assert [c.case_id for c in doc.cases if c.case_id not in whole] == []
    assert [c.cluster for c in doc.clusters if c.cluster not in whole] == []


def test_rare_characters_can_be_searched_and_copied(texts: list[str]) -> None:
    whole = "".join(texts)
    for name in ("北京晟喆犇科技有限公司", "淼翀昇玥（北京）", "北京𬭎达=集成电路"):
        assert name in whole


def test_every_font_is_embedded_and_no_other_is_named(printed: Path) -> None:
    data = printed.read_bytes()
    assert b"Helvetica" not in data
    descriptors = data.count(b"/Type /FontDescriptor")
    assert descriptors >= 4
    assert data.count(b"/FontFile2 ") == descriptors
    assert data.count(b"/ToUnicode ") == descriptors


def test_the_file_says_what_it_is_and_in_which_language(printed: Path) -> None:
    document = opened(printed)
    assert document.metaData(QPdfDocument.MetaDataField.Title) == "中关村示范区一区多园统筹协调月报（2026年10月，第10期）"
    assert document.metaData(QPdfDocument.MetaDataField.Keywords) == "3f9a0c1e5b7d2846" + "0" * 48
    assert b"/Lang (zh-CN)" in printed.read_bytes()


def test_the_file_is_a_pdf_for_the_archive_dated_by_its_own_day(printed: Path) -> None:
    with pikepdf.open(printed) as document:
        assert pikepdf.pdfa.validate_written(printed, "2b").passed
        assert str(document.docinfo["/CreationDate"]) == "D:20261106000000+08'00"


def test_the_same_document_prints_the_same_bytes(printed: Path, sample_month: Sample, fonts_dir: Path) -> None:
    assert monthly_pdf(sample_month(), fonts_dir=fonts_dir) == printed.read_bytes()


def test_pages_are_a4_and_wide_tables_stand_on_turned_pages(printed: Path, texts: list[str]) -> None:
    document = opened(printed)
    sizes = [document.pagePointSize(n) for n in range(document.pageCount())]
    assert {(round(min(s.width(), s.height())), round(max(s.width(), s.height()))) for s in sizes} == {
        (round(PAGE_WIDTH), round(PAGE_HEIGHT))
    }
    turned = [n for n, s in enumerate(sizes) if s.width() > s.height()]
    assert turned == [n for n, t in enumerate(texts) if n > 1 and "表7-1" in t]


def test_many_sharing_lines_stand_on_a_turned_page_and_few_do_not(
    sample_month: Sample, fonts_dir: Path, tmp_path: Path, texts: list[str]
) -> None:
    assert "算得上限余额" in next(t for t in texts if "表5-2" in t)
    doc = sample_month()
    many = replace(doc.sharing, lines=doc.sharing.lines[:4] * 5)
    document = opened(write_monthly_pdf(replace(doc, sharing=many), tmp_path / "多.pdf", fonts_dir=fonts_dir))
    turned = [t for n, t in enumerate(page_texts(document)) if document.pagePointSize(n).width() > PAGE_WIDTH + 1]
    assert any("表5-2" in t for t in turned)


def test_every_code_printed_names_a_figure_of_the_document(texts: list[str], sample_month: Sample) -> None:
    printed = {code for text in texts for code in CODE.findall(text)}
    assert len(printed) >= 9
    assert printed <= set(figures(sample_month()))


def test_pages_are_numbered_but_the_cover_is_not(texts: list[str]) -> None:
    assert "—1—" not in texts[0]
    assert all(f"—{n}—" in text for n, text in enumerate(texts[1:], start=2))


def test_only_a_draft_is_marked_as_one(sample_month: Sample, fonts_dir: Path, texts: list[str], tmp_path: Path) -> None:
    assert all("草稿" in text for text in texts)
    issued = write_monthly_pdf(sample_month(state="已发布"), tmp_path / "月报.pdf", fonts_dir=fonts_dir)
    assert not [text for text in page_texts(opened(issued)) if "草稿" in text or "未核定" in text]


def test_the_last_page_names_fonts_fingerprint_left_out_sections_and_three_signatures(texts: list[str]) -> None:
    for words in (
        "NotoSerifSCRegular",
        "NotoSansSCBold",
        "3f9a0c1e5b7d2846",
        "九、规划目标（尚无数据）",
        "编制：",
        "复核：",
        "审定：",
    ):
        assert words in texts[-1]


def test_nothing_is_drawn_outside_the_page(printed: Path) -> None:
    document = opened(printed)
    for n in range(document.pageCount()):
        size, box = document.pagePointSize(n), document.getAllText(n).boundingRectangle()
        assert box.left() >= 40
        assert box.top() >= 40
        assert box.right() <= size.width() - 40
        assert box.bottom() <= size.height() - 40


def test_a_month_with_nothing_in_it_is_a_correct_report(sample_month: Sample, fonts_dir: Path, tmp_path: Path) -> None:
    doc = sample_month()
    nothing = SharingSection("规则", "出处", "", (), (), ())
    lists = (
        "coordination",
        "industries",
        "tax_history",
        "move_matrix",
        "cases",
        "leads",
        "tiers",
        "tier_proposals",
        "clusters",
    )
    stock = tuple(replace(line, reported=False, **dict.fromkeys(_FIGURES)) for line in doc.stock)
    missing = tuple((park, "未报") for park in doc.parks)
    empty = replace(doc, sentences={}, sharing=nothing, stock=stock, missing=missing, **dict.fromkeys(lists, ()))
    whole = "".join(page_texts(opened(write_monthly_pdf(empty, tmp_path / "空.pdf", fonts_dir=fonts_dir))))
    for words in ("本年尚无落地的迁移案件", "本期没有应分享的案件", "本月没有梯队认定与建议", "合计" + "未报" * 10):
        assert words in whole


_FIGURES = ("opening", "added", "moved_in", "moved_out", "closed", "other", "closing", "disputed", "tax_fen", "revenue_fen")


def test_a_section_left_out_keeps_the_numbers_of_the_others(sample_month: Sample, fonts_dir: Path, tmp_path: Path) -> None:
    doc = sample_month(left_out=("六、梯队（尚无数据）",))
    texts = page_texts(opened(write_monthly_pdf(doc, tmp_path / "月报.pdf", fonts_dir=fonts_dir)))
    whole = "".join(texts[2:])
    assert "表6-1" not in whole
    assert "七、组团" in whole


def test_one_park_alone_prints(sample_month: Sample, fonts_dir: Path, tmp_path: Path) -> None:
    doc = sample_month()
    one = {"parks": ("海淀园",), "stock": doc.stock[2:3], "reporting": doc.reporting[2:3], "industries": (("集成电路", (7,)),)}
    alone = replace(doc, missing=(), move_matrix=(), **one)
    whole = "".join(page_texts(opened(write_monthly_pdf(alone, tmp_path / "月报.pdf", fonts_dir=fonts_dir))))
    assert "1个分园的数据均已接受" in whole


def test_cancelling_writes_nothing(sample_month: Sample, fonts_dir: Path, tmp_path: Path) -> None:
    asked: list[str] = []

    def cancelled() -> bool:
        return len(asked) > 12

    with pytest.raises(Cancelled):
        write_monthly_pdf(
            sample_month(),
            tmp_path / "月报.pdf",
            fonts_dir=fonts_dir,
            progress=lambda done, whole, step: asked.append(step),
            cancelled=cancelled,
        )
    assert len(asked) == 13
    assert list(tmp_path.iterdir()) == []


def test_progress_never_runs_backwards_or_past_its_end(sample_month: Sample, fonts_dir: Path) -> None:
    told: list[tuple[int, int]] = []
    monthly_pdf(sample_month(), fonts_dir=fonts_dir, progress=lambda done, whole, step: told.append((done, whole)))
    known = [(done, whole) for done, whole in told if whole]
    assert known == sorted(known)
    assert all(done <= whole for done, whole in known)
    assert known[-1][0] == known[-1][1]


def test_a_report_that_cannot_be_written_leaves_the_old_one_alone(
    sample_month: Sample, fonts_dir: Path, tmp_path: Path
) -> None:
    old = tmp_path / "月报.pdf"
    old.write_bytes(b"old")
    with pytest.raises(EnvironmentProblem, match=r"字体文件 .* 缺失"):
        write_monthly_pdf(sample_month(), old, fonts_dir=tmp_path)
    with pytest.raises(EnvironmentProblem, match="文件未写出"):
        write_monthly_pdf(sample_month(), old / "月报.pdf", fonts_dir=fonts_dir)
    assert old.read_bytes() == b"old"
    assert [p.name for p in tmp_path.iterdir()] == ["月报.pdf"]


def test_every_kind_of_picture_can_be_printed(fonts_dir: Path, tmp_path: Path) -> None:
    """A colour the printer does not know would be a KeyError."""
    canvas, fonts = Canvas(str(tmp_path / "图.pdf")), Fonts(fonts_dir)
    cells = {"海淀园": HeatCell(9, "9"), "昌平园": HeatCell(-2, "-2"), "通州园": HeatCell(None, reported=False)}
    canvas.translate(40, 700)
    draw_scene(canvas, fonts, tile_map(cells, 400, 200, m=PRINT))
    draw_scene(canvas, fonts, heat_grid(("甲", "乙", "丙"), (("一", tuple(cells.values())),), 400, m=PRINT))
    canvas.save()
    whole = page_texts(opened(tmp_path / "图.pdf"))[0]
    assert "方位示意" in whole
    assert "未报" in whole


def test_the_report_reads_as_it_did_when_it_was_last_looked_at(texts: list[str]) -> None:
    """Set ZGC_UPDATE_GOLDEN=1 after looking at the pages to accept what changed."""
    read = "\n".join(f"[{n}] {text}" for n, text in enumerate(texts, start=1)) + "\n"
    if os.environ.get("ZGC_UPDATE_GOLDEN"):
        GOLDEN.write_text(read, encoding="utf-8", newline="\n")
    assert read == GOLDEN.read_text(encoding="utf-8")
