"""Publishing: a month leaves once, prints the same ever after, and is put right only in the next issue."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from db.report_tables import PublicationRow
from reports.compare import cells, differing
from tests.storage.raw import REFUSED, raw
from zgc_desktop import bootstrap
from zgc_desktop.cli.main import run
from zgc_desktop.domain.errors import EnvironmentProblem, Refused
from zgc_desktop.domain.money import yuan
from zgc_desktop.domain.monthly_codes import CODE, figures
from zgc_desktop.domain.monthly_json import as_json, fingerprint, from_json
from zgc_desktop.domain.periods import Month
from zgc_desktop.services import codes, month_report, monthly, publish, verify, words
from zgc_desktop.services.accept import accept
from zgc_desktop.services.context import AppContext
from zgc_desktop.services.demo import build
from zgc_desktop.services.receive import receive

SEPTEMBER, OCTOBER, NOVEMBER = Month(2026, 9), Month(2026, 10), Month(2026, 11)
Row = dict[str, object]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("发布")
    build(out, lambda folder, clock: bootstrap.open_workspace(folder, who="演示", clock=clock))
    return out / "workspace"


@pytest.fixture
def demo(built: Path, tmp_path: Path) -> AppContext:
    """The demo's workspace, one copy a test; it is 9 November 2026."""
    shutil.copytree(built, tmp_path / "workspace")
    return bootstrap.open_workspace(tmp_path / "workspace", who="李", clock=lambda: datetime(2026, 11, 9, 10, 0))


Month2 = Callable[..., AppContext]


@pytest.fixture
def two_months(desk: AppContext, park_file: Any, make_company: Any, make_tax: Any) -> AppContext:
    """September and October of one park, accepted; September is published."""
    for month in ("2026-09", "2026-10"):
        receive(desk, [park_file("海淀园", month, [make_company(0), make_company(1)], [make_tax(0), make_tax(1)])])
        accept(desk, Month.parse(month))
    return desk


def test_a_document_comes_back_from_json_exactly_as_it_was(demo: AppContext) -> None:
    doc = month_report.draft(demo, OCTOBER)
    again = from_json(as_json(doc))
    assert again == doc
    assert [type(c.fit) for c in again.clusters] == [type(c.fit) for c in doc.clusters]
    assert fingerprint(again) == doc.fingerprint


@pytest.mark.parametrize(
    ("broken", "where"),
    [
        ('{"month": 5}', "月报"),
        ("{", "JSON"),
    ],
)
def test_a_damaged_snapshot_is_refused_with_the_place(broken: str, where: str) -> None:
    with pytest.raises(Refused, match=where):
        from_json(broken)


def test_an_unknown_key_or_a_wrong_type_is_refused(demo: AppContext) -> None:
    whole = json.loads(as_json(month_report.draft(demo, OCTOBER)))
    with pytest.raises(Refused, match="不认识"):
        from_json(json.dumps(whole | {"mood": 1}))
    with pytest.raises(Refused, match=r"月报\.issue_number"):
        from_json(json.dumps(whole | {"issue_number": "十"}))


def test_a_published_month_prints_the_same_whatever_comes_after(demo: AppContext, tmp_path: Path) -> None:
    """发布之后数据更正、日子过去，重印的 PDF 逐字节相同，工作簿逐单元格相同。"""
    first = publish.publish(demo, OCTOBER, tmp_path / "发")
    issued, book = first.pdf.read_bytes(), first.xlsx.read_bytes()
    assert first.document.state == "已发布"
    later = replace(demo, clock=lambda: datetime(2027, 3, 1, 8, 0), who="王", program_version="9.9")
    words_before = month_report.document(later, OCTOBER)
    again = publish.report(later, OCTOBER, tmp_path / "再印")
    assert words_before == first.document
    assert again.pdf.read_bytes() == issued
    assert differing(cells(book), cells(again.xlsx.read_bytes())) == ()


def test_a_month_is_published_once(demo: AppContext, tmp_path: Path) -> None:
    publish.publish(demo, SEPTEMBER, tmp_path)
    with pytest.raises(Refused, match="已发布，不再改写"):
        publish.publish(demo, SEPTEMBER, tmp_path)


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE publication SET pdf_sha256 = ''",
        "DELETE FROM publication",
        "INSERT INTO publication SELECT * FROM publication WHERE true ON CONFLICT (month) DO UPDATE SET pdf_sha256 = ''",
    ],
)
def test_no_statement_rewrites_a_published_month(two_months: AppContext, tmp_path: Path, change: str) -> None:
    publish.publish(two_months, SEPTEMBER, tmp_path)
    with raw(two_months.store) as connection, pytest.raises(REFUSED, match="never rewritten"):
        connection.execute(change)
    with two_months.store.read() as connection:
        assert connection.exec_driver_sql(f"SELECT count(*) FROM {PublicationRow.__tablename__}").scalar_one() == 1


def test_a_verified_month_is_the_same_in_every_part(demo: AppContext, tmp_path: Path) -> None:
    publish.publish(demo, OCTOBER, tmp_path)
    found = verify.verify(demo, OCTOBER)
    assert (found.same, found.kept, found.moved, found.changed) == (True, (), (), ())
    assert found.recomputed == found.fingerprint


def test_what_is_not_published_cannot_be_verified(desk: AppContext) -> None:
    with pytest.raises(Refused, match="尚未发布"):
        verify.verify(desk, OCTOBER)


@pytest.mark.file_only
def test_a_changed_file_in_the_archive_is_named(two_months: AppContext, tmp_path: Path) -> None:
    publish.publish(two_months, SEPTEMBER, tmp_path)
    item = month_report.publication(two_months, SEPTEMBER)
    assert item is not None
    pdf = two_months.paths.archived(item.pdf_sha256)
    pdf.write_bytes(pdf.read_bytes()[:-7])
    two_months.paths.archived(item.xlsx_sha256).unlink()
    assert verify.verify(two_months, SEPTEMBER).kept == ("存档的PDF被改动过", "发布的工作簿不在存档中")


def test_a_later_correction_is_told_in_the_next_issue_and_nowhere_else(
    two_months: AppContext, tmp_path: Path, park_file: Any, make_company: Any, make_tax: Any
) -> None:
    """九月发布后海淀园更正了一家企业的税：九月月报不变，十月的勘误列出原数、更正数和原因，十一月不再重复。"""
    desk = two_months
    september = publish.publish(desk, SEPTEMBER, tmp_path / "9")
    receive(
        desk, [park_file("海淀园", "2026-09", [make_company(0), make_company(1)], [make_tax(0, vat=2_000_000), make_tax(1)])]
    )
    accept(desk, SEPTEMBER)
    assert month_report.document(desk, SEPTEMBER) == september.document
    found = verify.verify(desk, SEPTEMBER)
    assert not found.kept
    assert {d.place for d in found.corrections} >= {
        "〔表3-1·海淀·地方税收〕",
        "〔表3-1·合计·地方税收〕",
        "〔表1·本月入库地方税收·本月〕",
    }
    october = month_report.draft(desk, OCTOBER)
    told = {e.code: e for e in october.errata}
    tax = told["〔表3-1·海淀·地方税收〕"]
    assert (tax.old, tax.new) == ("40,002.00元", "47,656.33元")
    assert tax.reason == "海淀园第2版替换第1版"
    assert tax.issue == SEPTEMBER
    published = publish.publish(desk, OCTOBER, tmp_path / "10")
    assert published.document.errata == october.errata
    assert "14 勘误" in load_workbook(published.xlsx).sheetnames
    assert month_report.draft(desk, NOVEMBER).errata == ()


def test_before_anything_is_published_there_is_no_section_of_errata(two_months: AppContext) -> None:
    assert any(line.startswith("勘误") for line in month_report.draft(two_months, OCTOBER).left_out)


def test_a_month_lacking_the_tax_of_a_case_is_published_for_a_reason_only(
    demo: AppContext, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = monthly.document(demo, OCTOBER)
    lacking = replace(whole, sharing=replace(whole.sharing, missing=("迁2026-001 某某",)))
    monkeypatch.setattr(monthly, "document", lambda *_, **__: lacking)
    with pytest.raises(Refused, match="迁2026-001 某某 税收未报"):
        publish.publish(demo, OCTOBER, tmp_path)
    written = publish.publish(demo, OCTOBER, tmp_path, despite="园区系统故障，已约定下月补报")
    assert written.document.issued_note == "园区系统故障，已约定下月补报"


def test_a_folder_in_the_way_is_a_sentence_and_the_month_can_still_be_printed(two_months: AppContext, tmp_path: Path) -> None:
    (tmp_path / "挡").write_text("文件", encoding="utf-8")
    with pytest.raises(EnvironmentProblem, match="文件未写出"):
        publish.publish(two_months, SEPTEMBER, tmp_path / "挡")
    assert publish.report(two_months, SEPTEMBER, tmp_path / "另").document.state == "已发布"


def test_an_edited_sentence_survives_and_says_which_number_is_stale(
    two_months: AppContext, tmp_path: Path, park_file: Any, make_company: Any, make_tax: Any
) -> None:
    """改写的句子重算后还在；里面的“2 家”变成 3 家时标出，没变的数不标。"""
    desk = two_months
    item = next(i for i in words.listed(desk, OCTOBER) if i.section == "companies")
    words.edit(desk, OCTOBER, "companies", item.place, "月末在册企业 2 家，均在海淀园，列入 2026 年重点走访。")
    assert month_report.draft(desk, OCTOBER).sentences["companies"][0].endswith("重点走访。")
    assert next(i for i in words.listed(desk, OCTOBER) if i.edited).stale == ()
    receive(desk, [park_file("海淀园", "2026-10", [make_company(n) for n in range(3)], [make_tax(n) for n in range(3)])])
    accept(desk, OCTOBER)
    edited = next(i for i in words.listed(desk, OCTOBER) if i.edited)
    assert edited.text.startswith("月末在册企业 2 家")
    assert edited.stale == (("2", "3"),)
    with pytest.raises(Refused, match="企业总体第 1 句中的 2（现为 3）"):
        publish.publish(desk, OCTOBER, tmp_path)
    words.reset(desk, OCTOBER, "companies", item.place)
    assert "3 家" in month_report.draft(desk, OCTOBER).sentences["companies"][0]


def test_words_are_refused_where_there_is_no_such_sentence_or_the_month_is_out(two_months: AppContext, tmp_path: Path) -> None:
    with pytest.raises(Refused, match="没有“天气”这一节"):
        words.edit(two_months, SEPTEMBER, "天气", 1, "晴。")
    with pytest.raises(Refused, match="没有第 99 句"):
        words.edit(two_months, SEPTEMBER, "brief", 99, "好。")
    with pytest.raises(Refused, match="空的"):
        words.edit(two_months, SEPTEMBER, "brief", 1, "  \n")
    publish.publish(two_months, SEPTEMBER, tmp_path)
    with pytest.raises(Refused, match="文字不再改写"):
        words.edit(two_months, SEPTEMBER, "brief", 1, "好。")


def test_every_figure_of_the_demo_resolves_and_explains_itself(demo: AppContext) -> None:
    doc = month_report.document(demo, OCTOBER)
    known = figures(doc)
    assert all(CODE.fullmatch(code) for code in known)
    closing = codes.resolve(demo, OCTOBER, "表3-1 · 昌平园 · 月末")
    line = next(s for s in doc.stock if s.park == "昌平园")
    assert closing.value == f"{line.closing:,}家"
    assert f"月初 {line.opening:,}" in closing.lines[1]
    case = doc.sharing.lines[0]
    due = codes.resolve(demo, OCTOBER, f"[表5-2·{case.case_id}·应得]")
    assert any(case.company in said for said in due.lines)
    assert len(due.lines) > 4


def test_a_figure_is_found_by_its_row_and_column_as_well_as_by_its_name(demo: AppContext) -> None:
    """纸上表左印着行号：〔5-2·R1C5〕就是第一个案件的应得；要情文字里的数也查得到。"""
    doc = month_report.document(demo, OCTOBER)
    known = figures(doc)
    places = {(f.table, f.place) for f in known.values()}
    assert len(places) == len(known)
    for figure in list(known.values())[::120]:
        assert codes.resolve(demo, OCTOBER, figure.short_code).code == figure.code
    case = doc.sharing.lines[0]
    assert codes.resolve(demo, OCTOBER, "5-2·r1c5").value == f"{yuan(case.due_fen)}元"
    said = codes.resolve(demo, OCTOBER, "要情·R1C1")
    assert said.section == "brief"
    assert any("表1·在册企业·本月" in line for line in said.lines)
    with pytest.raises(Refused, match=r"没有编号 〔5-2·R99C1〕；表5-2 有数字的行是 1 至 \d+；行号印在表左"):
        codes.resolve(demo, OCTOBER, "5-2·R99C1")
    with pytest.raises(Refused, match="表9-9 没有数字"):
        codes.resolve(demo, OCTOBER, "〔9-9·R1C1〕")


def test_every_table_with_figures_says_where_it_stands(demo: AppContext) -> None:
    """纸上每张表下面都写着“凭编号可查”，就都查得到：演示里每张有数的表都有去处，外省市的表也说得出是哪几个园之和。"""
    tables = {figure.table for figure in figures(month_report.document(demo, OCTOBER)).values()}
    assert len(tables) > 20
    assert tables - codes.PAGES.keys() == set()
    said = codes.resolve(demo, OCTOBER, "4-5·R1C1")
    assert said.section == "moves"
    assert any("之和" in line for line in said.lines)


def test_a_code_that_does_not_exist_is_refused_with_the_nearest(demo: AppContext) -> None:
    with pytest.raises(Refused, match=r"相近的编号：.*表3-1·昌平·月末"):
        codes.resolve(demo, OCTOBER, "〔表3-1·昌平·月尾〕")
    with pytest.raises(Refused, match="不是数据编号"):
        codes.resolve(demo, OCTOBER, "随便")


def test_the_commands_say_what_they_did(two_months: AppContext, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    place = ["--workspace", str(two_months.paths.address)]
    assert (
        run(["words", "edit", "--month", "2026-09", "--section", "brief", "--sentence", "1", "--text", "平稳。", *place]) == 0
    )
    assert run(["words", "list", "--month", "2026-09", *place]) == 0
    assert "（改写） 平稳。" in capsys.readouterr().out
    assert run(["publish", "--month", "2026-09", "--out", str(tmp_path), *place]) == 0
    capsys.readouterr()
    assert run(["verify", "--month", "2026-09", "--json", *place]) == 0
    assert json.loads(capsys.readouterr().out)["same"] is True
    assert run(["explain", "3-1·R3C7", "--month", "2026-09", *place]) == 0
    assert "月末" in capsys.readouterr().out
    assert run(["code", "表3-1·海淀·月末", "--month", "2026-09", *place]) == 0
    assert "〔表3-1·海淀·月末〕 〔3-1·R3C7〕 ＝ 2家" in capsys.readouterr().out
    assert run(["publish", "--month", "2026-09", "--out", str(tmp_path), *place]) == 2


def test_the_one_page_papers_of_the_demo_are_written(demo: AppContext, tmp_path: Path) -> None:
    place = ["--month", "2026-10", "--out", str(tmp_path / "纸"), "--workspace", str(demo.paths.address)]
    case = month_report.document(demo, OCTOBER).cases[0].case_id
    assert run(["sheet", "feedback", "--park", "昌平", "--park", "通州园", *place]) == 0
    assert run(["sheet", "case-slip", case, *place]) == 0
    assert run(["sheet", "agenda", *place]) == 0
    assert run(["sheet", "cluster-card", "永丰", *place]) == 0
    written = sorted(p.name.split("_")[0] for p in (tmp_path / "纸").iterdir())
    assert written == ["协调会题单", "反馈单", "反馈单", "案卷回执", "案卷回执", "评估卡"]
    assert run(["sheet", "cluster-card", "没有", *place]) == 2
    assert run(["sheet", "case-slip", "MV-0000-000", *place]) == 2
