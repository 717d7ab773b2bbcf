"""Papers of the plans on a real workspace: the yearly book and its public version, publication sheet, minutes, agenda, ties."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest
from PySide6.QtPdf import QPdfDocument

from tests.storage import plan_story
from tests.storage.answers import ok, refused
from tests.storage.conftest import company, tax_line
from tests.storage.plan_story import BODY, MONTH
from zgc_desktop import bootstrap
from zgc_desktop.domain.company_ties import Tally
from zgc_desktop.domain.errors import Refused
from zgc_desktop.domain.monthly import StockLine
from zgc_desktop.domain.yearbook import Yearbook
from zgc_desktop.domain.yearbook import public_book as made_public
from zgc_desktop.services import company_ties, month_report, registers, review_papers, sheets, yearbook
from zgc_desktop.services.accept import accept
from zgc_desktop.services.context import AppContext
from zgc_desktop.services.receive import receive


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Iterator[AppContext]:
    """A workspace in which the plan's month was told."""
    ctx = bootstrap.open_workspace(tmp_path_factory.mktemp("papers") / "w", who="张", clock=lambda: datetime(2026, 11, 6, 9))
    plan_story.tell(ctx)
    yield ctx
    ctx.close()


def text_of(path: Path) -> str:
    """All text of a PDF without blanks and line ends."""
    opened = QPdfDocument(None)
    opened.load(str(path))
    return "".join("".join(opened.getAllText(n).text().split()) for n in range(opened.pageCount()))


def pages_of(path: Path) -> int:
    opened = QPdfDocument(None)
    opened.load(str(path))
    return opened.pageCount()


def test_the_publication_sheet_says_what_is_set_and_what_is_not(told: AppContext, tmp_path: Path) -> None:
    path = review_papers.write_standard_sheet(told, 1, tmp_path)
    text = text_of(path)
    for words in ("昌园发〔2026〕3号", "不低于1,500.00", "人均产出万元/人未定", "节能审查、环境准入", "此前没有标准"):
        assert words in text
    assert "智能装备" not in text
    assert pages_of(path) == 1
    assert path.read_bytes() == review_papers.write_standard_sheet(told, 1, tmp_path).read_bytes()
    with pytest.raises(Refused, match="没有第 9 号"):
        review_papers.write_standard_sheet(told, 9, tmp_path)


def test_minutes_name_who_was_there_what_was_said_and_what_is_owed(told: AppContext, tmp_path: Path) -> None:
    path = review_papers.write_minutes(told, BODY, date(2026, 6, 30), tmp_path)
    text = text_of(path)
    for words in ("缺席市财政局", "市生态环境局回避", "赞成3票，反对0票", "逾期未反馈，视为无意见", "落实绿电比例", "不符合"):
        assert words in text
    assert pages_of(path) == 1
    other = text_of(review_papers.write_minutes(told, BODY, date(2026, 10, 12), tmp_path))
    assert "闲置用地处置" in other
    with pytest.raises(Refused, match="没有登记会审或决议"):
        review_papers.write_minutes(told, BODY, date(2026, 1, 1), tmp_path)
    with pytest.raises(Refused, match="没有登记议事机构"):
        review_papers.write_minutes(told, "某会", date(2026, 6, 30), tmp_path)
    assert review_papers.meetings_held(told) == ((BODY, date(2026, 10, 12)), (BODY, date(2026, 6, 30)))


def test_minutes_show_a_condition_as_it_was_decided_not_what_came_of_it(told: AppContext) -> None:
    found = review_papers.minutes(told, BODY, date(2026, 6, 30))
    assert [i.file.project.number for i in found.items] == ["XM-2026-001"]
    assert found.items[0].held.decision == "有条件通过"


def test_the_agenda_lists_projects_that_wait_for_a_decision(told: AppContext) -> None:
    kinds = {item.kind: item for item in sheets.agenda(told, MONTH).items}
    assert "XM-2026-002" in kinds["项目联审"].facts
    assert "XM-2026-001" not in kinds["项目联审"].facts


def test_the_book_holds_all_targets_and_the_public_version_no_company(told: AppContext, tmp_path: Path) -> None:
    inside = text_of(yearbook.write_yearbook(told, 2026, tmp_path))
    outside = text_of(yearbook.write_yearbook(told, 2026, tmp_path, public=True))
    for words in ("规划原文与口径", "“在软件及信息服务、生物医药、新能源等领域中形成2-3个拥有技术主导权的产业集群”"):
        assert words in inside
        assert words in outside
    assert "智能装备一期" in inside
    assert "国际一流园区评价" in inside
    for words in ("智能装备", "轨道信号", "昌平园某闲置厂房", "国际一流园区评价"):
        assert words not in outside
    assert "不足3家" in outside
    assert "没有法规规定" not in outside
    with pytest.raises(Refused, match="还没有结束的月份"):
        yearbook.write_yearbook(told, 2027, tmp_path)


def test_amounts_are_hidden_where_a_zone_s_companies_are_few(told: AppContext) -> None:
    """通州园只有两家企业：它的收入不能由合计减去其他片区得到。"""
    doc = month_report.draft(told, MONTH)
    stock = tuple(
        StockLine(p, True, None, None, None, None, None, None, 2 if p == "通州园" else 9, 0, 100, 1_000_000 * (n + 1))
        for n, p in enumerate(doc.parks)
    )
    counts = tuple(2 if p == "通州园" else 9 for p in doc.parks)
    few = replace(doc, missing=(), stock=stock, industries=(("先进制造", counts), ("新材料", tuple(5 for _ in counts))))
    few = replace(few, industries=(("先进制造", counts), ("新材料", tuple(0 if p == "通州园" else 5 for p in doc.parks))))
    ties = company_ties.ties_of(told, MONTH)
    found = made_public(Yearbook(2026, few, (), ties), yearbook.limits(told)).fields
    assert found is not None
    row = found.rows.index("城市副中心")
    assert found.texts(row)[0] == "不足3家"
    assert found.texts(row)[-1] == "不足3家"
    assert found.amounts[:-1] == (None,) * 4
    assert found.amounts[-1] is None or found.counts.shown(len(found.rows) - 1, len(found.columns))


def test_the_commands_write_the_papers(tmp_path: Path, zgc) -> None:
    out = tmp_path / "out"
    refused(zgc("sheet", "standard", "1", "--out", str(out)), "没有第 1 号准入标准")
    refused(zgc("sheet", "minutes", "某会", "--on", "2026-01-01", "--out", str(out)), "没有登记议事机构")
    made = ok(zgc("yearbook", "2025", "--out", str(out), "--public"))
    assert [Path(f).name for f in made["files"]] == ["规划实施年度报告_2025_公开版.pdf"]
    assert ok(zgc("ties", "--month", "2026-10"))["whole"]["companies"] == 0


def test_a_company_of_two_circles_is_counted_once(desk: AppContext, park_file) -> None:
    """同一企业在两个圈里，各圈都列，合计只计一次；总部的经营点不另计；毕业企业按落户组团。"""
    receive(desk, [park_file("海淀园", "2026-10", [company(n) for n in range(3)], [tax_line(n) for n in range(3)])])
    receive(desk, [park_file("昌平园", "2026-10", [company(3, industry="先进制造")], [tax_line(3)])])
    accept(desk, MONTH, ["海淀园", "昌平园"])
    codes, names = [company(n)["credit_code"] for n in range(4)], [company(n)["name"] for n in range(4)]
    for leader, member in ((0, 1), (0, 3), (2, 1), (2, 3)):
        values = {"leader": str(codes[leader]), "relation": "供应链"}
        registers.register(desk, "circles", str(names[member]), values, source="企业函", from_day=date(2026, 1, 1))
    registers.register(
        desk, "circles", "外地某公司", {"leader": str(codes[0]), "relation": "参股"}, source="企业函", from_day=date(2026, 1, 1)
    )
    for park in ("昌平园", "海淀园"):
        site = {"site_park": park, "activity": "生产基地"}
        registers.register(desk, "sites", str(names[0]), site, source="企业函", from_day=date(2026, 1, 1))
    grown = {"incubator": "清源孵化器", "to_cluster": "永丰"}
    registers.register(desk, "graduates", str(codes[1]), grown, source="报送", from_day=date(2026, 1, 1))
    registers.register(desk, "graduates", str(names[1]), grown, source="报送", from_day=date(2026, 2, 1))
    found = company_ties.ties_of(desk, MONTH)
    assert [c.tally.companies for c in found.circles] == [3, 3]
    assert found.together.companies == 4
    assert [c.absent for c in found.circles] == [("外地某公司",), ()]
    assert [(h.home, [park for park, _, _ in h.sites]) for h in found.headquarters] == [("海淀园", ["昌平园"])]
    assert [(g.incubator, g.whole) for g in found.graduates] == [("清源孵化器", 1)]
    by_field = {f.industry: f for f in found.fields}
    assert sum(f.tally.companies for f in found.fields) == found.whole.companies == 4
    assert by_field["先进制造"].older == ("装备产业集群", "航空航天产业集群")
    assert by_field["现代交通"].touching == ("装备产业集群",)
    assert isinstance(found.whole, Tally)


def test_the_office_may_set_its_own_least_with_its_reason(told: AppContext, tmp_path: Path) -> None:
    own = told.paths.rules / "publication" / "limits.toml"
    own.parent.mkdir(parents=True, exist_ok=True)
    own.write_text('least = 5\nreason = "按市统计口径"\n[citation]\ntitle = "本办约定"\n', encoding="utf-8")
    try:
        assert yearbook.limits(told).least == 5
        assert "不足5家" in text_of(yearbook.write_yearbook(told, 2026, tmp_path, public=True))
        own.write_text('least = 2\nreason = "x"\n[citation]\ntitle = "本办约定"\n', encoding="utf-8")
        with pytest.raises(Refused, match="应为 3 至 100"):
            yearbook.limits(told)
    finally:
        own.unlink()
