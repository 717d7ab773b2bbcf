"""八、九、十 and the zones of the month's report: from the registers, coded, published, verified, absent from older issues."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtPdf import QPdfDocument

from reports.monthly_pdf import monthly_pdf
from tests.storage import plan_story
from tests.storage.plan_story import MONTH
from zgc_desktop import bootstrap
from zgc_desktop.domain.errors import Refused
from zgc_desktop.domain.monthly import MonthlyDocument
from zgc_desktop.domain.monthly_codes import at_place, figures
from zgc_desktop.domain.monthly_edition import in_shape_of
from zgc_desktop.domain.monthly_json import as_json, from_json, parts_of
from zgc_desktop.services import codes, land, month_report, publish, verify
from zgc_desktop.services.context import AppContext

NEW_PARTS = ("edition", "space", "review", "levels", "area_levels", "targets", "tasks", "zones", "parties")


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Iterator[AppContext]:
    """A workspace in which the plan's month was told; its report is published in the last test that needs it so."""
    ctx = bootstrap.open_workspace(tmp_path_factory.mktemp("plan") / "w", who="张", clock=lambda: datetime(2026, 11, 6, 9))
    plan_story.tell(ctx)
    yield ctx
    ctx.close()


@pytest.fixture(scope="module")
def doc(told: AppContext) -> MonthlyDocument:
    return month_report.draft(told, MONTH)


def test_land_is_added_up_by_park_and_cluster_and_buildings_are_not_counted_twice(doc: MonthlyDocument) -> None:
    assert doc.space is not None
    lines = {(line.kind, line.name): line for line in doc.space.lines}
    assert lines["分园", "海淀园"].area == lines["组团", "永丰"].area + lines["组团", "上地西三旗"].area
    assert lines["合计", "合计"].area == sum(line.area for line in doc.space.lines if line.kind == "分园")
    assert (lines["分园", "昌平园"].unstated, lines["分园", "昌平园"].expired) == (1, 1)
    assert ("组团", "东城园") not in lines
    assert next(f for f in doc.key_figures if f.name == "可用空间").value == lines["合计", "合计"].free


def test_a_project_stands_with_its_standard_its_numbers_and_what_it_owes(doc: MonthlyDocument) -> None:
    assert doc.review is not None
    first, second = doc.review.projects
    assert (first.conclusion, first.state) == ("不符合", "有条件通过")
    assert {m.title: (m.needed, m.actual) for m in first.measures}["地均产出"] == ("3,000.00", "2,500.00")
    assert (second.conclusion, second.standard) == ("未定", "")
    assert [(o.kind, o.light) for o in doc.review.owing] == [("附条件", "红"), ("附条件", "黄"), ("履约承诺", "红")]
    assert [e.state for e in doc.review.exits] == ["整改期内"]


def test_targets_say_whether_they_are_measured_derived_or_not_measurable(doc: MonthlyDocument) -> None:
    states = {t.key: (t.kind, t.state) for t in doc.targets}
    assert states["2015-talents"] == ("推算", "未达到")
    assert states["2015-revenue"] == ("可测", "无数据")
    assert states["2035-park"] == ("不可量化", "不可量化")
    assert next(t for t in doc.targets if t.key == "2035-park").evidence


def test_tasks_are_red_before_yellow_before_green(doc: MonthlyDocument) -> None:
    assert [t.light for t in doc.tasks] == ["红", "黄", "绿"]
    assert not [line for line in doc.left_out if line[:2] in ("八、", "九、", "十、")]


def test_a_document_of_the_second_edition_is_read_back_whole(doc: MonthlyDocument) -> None:
    assert from_json(as_json(doc)) == doc


def test_every_code_names_one_figure_and_finds_it_by_place(told: AppContext, doc: MonthlyDocument) -> None:
    known = figures(doc)
    assert len({(f.table, f.place) for f in known.values()}) == len(known)
    for table in ("表8-1", "表8-2", "表8-6", "表9-1", "表2-2", "表3-3", "表7-2", "用地准入与联合审议"):
        mine = [f for f in known.values() if f.table == table]
        assert mine, table
        found = codes.resolve(told, MONTH, mine[len(mine) // 2].short_code)
        assert found.code == mine[len(mine) // 2].code
        assert codes.resolve(told, MONTH, found.code).value == found.value


def test_a_code_tells_what_stands_behind_a_figure(told: AppContext) -> None:
    area = codes.resolve(told, MONTH, "8-1·海淀·面积")
    assert (area.value, area.section) == ("20.50公顷", "land")
    assert any("HD-01 12.50 公顷、HD-02 8.00 公顷" in line for line in area.lines)
    assert any("3,000.00，实际 2,500.00" in line for line in codes.resolve(told, MONTH, "8-2·XM-2026-001·地均产出·实际").lines)
    assert any("城市空间结构" in line for line in codes.resolve(told, MONTH, "8-6·平原新城·面积").lines)
    assert any("之和" in line for line in codes.resolve(told, MONTH, "2-1·合计·应报").lines)
    assert codes.resolve(told, MONTH, "7-1·东城园·可用空间").value == "0.02公顷"
    with pytest.raises(Refused):
        codes.resolve(told, MONTH, "8-1·海淀·税收")


def test_the_pages_print_what_the_document_says(told: AppContext, doc: MonthlyDocument, tmp_path: Path) -> None:
    out = tmp_path / "月报.pdf"
    out.write_bytes(monthly_pdf(doc, fonts_dir=told.resources / "fonts"))
    text = text_of(out)
    for words in (
        "八、用地准入与联合审议",
        "表8-1",
        "表8-2",
        "九、规划目标",
        "图9-1",
        "表10-2",
        "表2-2",
        "生态涵养区",
        "不符合：地均产出",
    ):
        assert words in text


def test_the_workbook_has_sheets_11_and_12_and_ties_them(told: AppContext, tmp_path: Path) -> None:
    book = load_workbook(publish.report(told, MONTH, tmp_path).xlsx)
    assert [n for n in book.sheetnames if n.split(" ")[0] in ("11", "11a", "11b", "11c", "11d", "12")] == [
        "11 空间准入", "11a 分园用地", "11b 项目准入", "11c 条件与退出", "11d 片区用地", "12 规划目标",
    ]  # fmt: skip
    names = [row[0] for row in book["15 勾稽"].iter_rows(min_row=4, values_only=True)]
    assert "计入的地块面积合计＝分园用地面积" in names
    assert "要情·可用空间＝分园用地可用合计（公顷）" in names


def text_of(path: Path) -> str:
    """All text of a PDF without blanks and line ends."""
    opened = QPdfDocument(None)
    opened.load(str(path))
    return "".join("".join(opened.getAllText(n).text().split()) for n in range(opened.pageCount()))


def older(doc: MonthlyDocument) -> tuple[MonthlyDocument, frozenset[str]]:
    """The document as a program before the second edition would have kept it, and the parts it had."""
    told = json.loads(as_json(in_shape_of(doc, _bare(doc), frozenset(parts_of(as_json(doc))) - set(NEW_PARTS))))
    for name in NEW_PARTS:
        del told[name]
    text = json.dumps(told)
    return from_json(text), parts_of(text)


def _bare(doc: MonthlyDocument) -> MonthlyDocument:
    return replace(
        doc, edition=1, space=None, review=None, levels=(), area_levels=(), targets=(), tasks=(), zones=(), parties=()
    )


def test_an_older_snapshot_knows_nothing_of_the_new_parts(told: AppContext, doc: MonthlyDocument, tmp_path: Path) -> None:
    """Its codes and pages are those it was printed with; what is worked out now is brought into its shape before comparing."""
    kept, parts = older(doc)
    assert kept.edition == 1
    assert not [f for f in figures(kept).values() if f.table in ("表8-1", "表2-2", "附表1", "报送情况通报")]
    with pytest.raises(Refused, match="有数字的行是 1 至 17"):
        at_place(kept, "2-1·R18C1")
    now = in_shape_of(doc, kept, parts)
    assert replace(now, left_out=kept.left_out, fingerprint=kept.fingerprint) == kept
    out = tmp_path / "旧.pdf"
    out.write_bytes(monthly_pdf(kept, fonts_dir=told.resources / "fonts"))
    text = text_of(out)
    assert "表8-1" not in text
    assert "表2-2" not in text


def test_a_published_month_verifies_and_land_registered_later_is_a_correction(told: AppContext, tmp_path: Path) -> None:
    publish.publish(told, MONTH, tmp_path, despite="演示：没有分园报送")
    assert verify.verify(told, MONTH).same
    plot = replace(land.land_of(told, MONTH).plots[0], source="核查", used=0)
    land.register_plots(told, [plot])
    found = verify.verify(told, MONTH)
    assert not found.kept
    assert any("表8-1" in d.place for d in found.corrections)


def test_what_comes_after_the_month_is_not_in_it(told: AppContext) -> None:
    from zgc_desktop.services import monthly_plan, projects

    projects.advance(told, "XM-2026-002", "撤回", date(2026, 11, 5), reason="企业撤回")
    review = monthly_plan.review_of(told, MONTH, date(2026, 11, 6))
    assert review is not None
    assert [p.state for p in review.projects] == ["有条件通过", "会审"]
    later = monthly_plan.review_of(told, MONTH.plus(2), date(2027, 1, 6))
    assert later is not None
    assert [p.number for p in later.projects] == ["XM-2026-001"]
