"""用地空间 and 政策区 on a real workspace: registered, changed, undone and refused through the window, exact in every unit."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QWidget

from reports.template_xlsx import write_template
from tests.gui.asking import Rest, answer, column, press, words
from tests.gui.test_admission_page import SCHEME
from zgc_desktop.bootstrap import open_workspace
from zgc_desktop.domain.areas import to_area
from zgc_desktop.domain.assessment.levels import LevelDecision
from zgc_desktop.domain.periods import Month
from zgc_desktop.services import accept, assess, land, receive
from zgc_desktop.services.context import AppContext
from zgc_desktop.ui import theme
from zgc_desktop.ui.main_window import MainWindow
from zgc_desktop.ui.pages.moves_ask import Ask
from zgc_desktop.ui.pages.space import LAND, POLICY
from zgc_desktop.ui.pages.space_land import CLOCKS, DEMAND, LINKED, PLOTS, RESERVE, STOCK
from zgc_desktop.ui.table.view import DataTable

OpenPage = Callable[..., tuple[MainWindow, Any]]
OCTOBER = Month(2026, 10)
PLOT = {
    "number": "HD-01", "park": "海淀园", "cluster": "永丰", "area": "150", "used": "60", "unit": "亩", "use": "工业",
    "ownership": "国有", "supply": "租赁", "from": "2012-01-01", "to": "2026-12-31", "held": "37.5", "ratio": "2.5",
    "state": "在用", "level": "重点发展区", "source": "报送表 5",
}  # fmt: skip


def desk_of(folder: Path) -> AppContext:
    return open_workspace(folder, who="张", clock=lambda: datetime(2026, 11, 16, 9, 0))


@pytest.fixture
def land_page(office: Path, open_page: OpenPage, rest: Rest) -> tuple[MainWindow, Any]:
    """组团空间 at 用地空间, nothing registered yet."""
    window, page = open_page(office, "space")
    page.tabs.choose(LAND)
    rest(window)
    return window, page


def test_a_plot_is_registered_changed_and_taken_back_in_the_window(land_page: tuple[MainWindow, Any], rest: Rest) -> None:
    window, page = land_page
    tab = page.land
    press(page, "登记地块…")
    answer(window, PLOT, rest)
    assert column(tab.plots, "area") == ["10.0000"]
    assert column(tab.plots, "free") == ["6.0000"]
    assert column(tab.plots, "held") == ["37.50 %"]
    assert column(tab.plots, "clock") == ["将到期"]
    assert "10 公顷 = 150 亩 = 100,000 ㎡ = 0.1 平方公里" in words(tab.facts)

    press(page, "更新…")
    answer(window, {"used": "9", "source": "核查"}, rest)
    assert column(tab.plots, "free") == ["1.0000"]
    assert len(tab.records.table.rows) == 2
    window.undo_bar.undo.click()
    rest(window)
    assert column(tab.plots, "free") == ["6.0000"]

    press(page, "撤回记录…")
    answer(window, {"reason": "登记错了"}, rest)
    assert column(tab.plots, "number") == []


def test_the_unit_is_chosen_on_the_page_and_nothing_is_lost(land_page: tuple[MainWindow, Any], rest: Rest) -> None:
    window, page = land_page
    press(page, "登记地块…")
    answer(window, PLOT | {"area": "1", "used": "0", "unit": "亩"}, rest)
    for unit, shown in (("亩", "1.000"), ("公顷", "0.0667"), ("㎡", "666.67"), ("平方公里", "0.000667")):
        page.land.unit.setCurrentText(unit)
        assert column(page.land.plots, "area") == [shown]
        press(page, "更新…")
        dialog = next(d for d in window.findChildren(Ask) if d.isVisible())
        assert (dialog.edits["area"].text(), dialog.edits["unit"].currentText()) == ("1", "亩")
        dialog.reject()
        QApplication.processEvents()
    assert "1/15 公顷 = 1 亩 = 666 2/3 ㎡ = 1/1500 平方公里" in words(page.land.facts)


def test_wrong_plots_are_told_in_the_form_and_overlapping_ones_above_the_page(
    land_page: tuple[MainWindow, Any], office: Path, rest: Rest
) -> None:
    window, page = land_page
    wrong = {
        "不晚于起始日": {"to": "2011-01-01"},
        "不在 0 至 100%": {"held": "101"},
        "大于面积": {"used": "151"},
        "不属于昌平园": {"park": "昌平园"},
        "没有闲置起始日": {"state": "闲置"},
        "不是日期": {"from": "去年"},
        "不是面积": {"area": "很大"},
        "小数位太多": {"ratio": "2.555"},
    }
    press(page, "登记地块…")
    dialog = next(d for d in window.findChildren(Ask) if d.isVisible())
    for said, change in wrong.items():
        for key, text in (PLOT | change).items():
            edit = dialog.edits[key]
            edit.setCurrentText(text) if hasattr(edit, "setCurrentText") else edit.setText(text)
        assert said in dialog.missing.text()
        assert not dialog.act.isEnabled()
    dialog.reject()
    QApplication.processEvents()
    press(page, "登记地块…")
    answer(window, PLOT, rest)
    press(page, "登记地块…")
    answer(window, PLOT | {"number": "HD-01-1", "area": "151", "used": "", "parent": "HD-01"}, rest)
    assert "重叠" in page.ribbon.accessibleName()
    assert column(page.land.plots, "number") == ["HD-01"]
    assert [p.number for p in land.land_of(desk_of(office), OCTOBER).plots] == ["HD-01"]


def test_linked_plots_reserve_clocks_and_stock_have_their_lists(land_page: tuple[MainWindow, Any], rest: Rest) -> None:
    window, page = land_page
    tab = page.land
    press(page, "登记地块…")
    answer(window, PLOT, rest)
    press(page, "登记地块…")
    reserve = {"number": "HD-02", "state": "储备", "reserve": "轨道站点", "from": "", "to": "", "supply": "", "used": "0"}
    answer(window, PLOT | reserve, rest)
    tab.choose(RESERVE)
    assert column(tab.reserve, "reason") == ["轨道站点"]
    tab.choose(CLOCKS)
    assert column(tab.clocks, "kind") == ["将到期"]
    tab.choose(STOCK)
    assert column(tab.stock, "name") == ["合计", "海淀园", "永丰"]
    assert column(tab.trend, "area") == ["20.0000"]
    tab.choose(LINKED)
    press(page, "登记挂钩…")
    side = {"group": "一组", "number": "老村", "park": "房山园", "side": "减少", "area": "5", "unit": "公顷", "source": "批复"}
    answer(window, side, rest)
    press(page, "登记挂钩…")
    answer(window, side | {"number": "新园", "side": "新增", "area": "5.5", "cost": "120.5"}, rest)
    assert column(tab.linked, "sentence") == ["新增大于减少 0.5000 公顷，须补减少地块"]
    press(page, "登记挂钩…")
    answer(window, side | {"number": "新园", "side": "新增", "area": "1"}, rest)
    assert "已登记" in page.ribbon.accessibleName()
    press(page, "撤回挂钩…")
    answer(window, {"reason": "批复未下"}, rest)
    assert column(tab.linked, "sentence") == ["尚可新增 5.0000 公顷"]


def test_every_place_that_does_not_suit_a_company_says_why(land_page: tuple[MainWindow, Any], rest: Rest) -> None:
    window, page = land_page
    tab = page.land
    for n, (cluster, park) in enumerate((("永丰", "海淀园"), ("昌平新城", "昌平园"), ("顺义园南区", "顺义园"))):
        press(page, "登记地块…")
        answer(window, PLOT | {"number": f"X-{n}", "cluster": cluster, "park": park}, rest)
    tab.choose(DEMAND)
    press(page, "登记意向…")
    wish = {"code": "91110108MA01TJ3Y5P", "paper": "意向书", "on": "2026-10-01", "need": "999", "unit": "亩", "stay": "不可以"}
    answer(window, wish | {"parks": "海淀园、昌平园"}, rest)
    assert column(tab.demand, "outcome") == ["未匹配"]
    assert column(tab.demand, "need") == ["66.6000"]
    told = dict(zip(column(tab.options, "place"), column(tab.options, "reason"), strict=True))
    assert set(told) == {"留在原址", "永丰组团", "昌平新城组团", "顺义园南区组团"}
    assert "还差" in told["永丰组团"]
    assert "不含顺义园" in told["顺义园南区组团"]
    assert all(told.values())


def test_a_person_decides_on_a_proposal_and_the_history_stays(office: Path, open_page: OpenPage, rest: Rest) -> None:
    ctx = desk_of(office)
    folder = ctx.paths.rules / "assessment"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "组团.toml").write_text(SCHEME, encoding="utf-8")
    assess.decide_level(ctx, LevelDecision("永丰", "同意", "重点发展区", date(2022, 1, 1), "规划 3.4", ""))
    assess.assess(ctx, "cluster", {"永丰": {"output": "59.99"}, "翠湖": {"output": ""}}, on=date(2026, 6, 30), source="年报")
    window, page = open_page(office, "space")
    page.tabs.choose(POLICY)
    rest(window)
    tab = page.policy
    tab.table.select_key("永丰")
    assert tab.line().proposal == "建议退出"
    assert column(tab.worksheet, "points") == ["59.99"]
    press(page, "决定层次…")
    answer(window, {"decision": "不同意", "level": "预留发展区", "from": "2026-11-01", "reason": "x"}, rest)
    assert "不同意不改变层次" in page.ribbon.accessibleName()
    press(page, "决定层次…")
    answer(window, {"decision": "同意", "level": "退出政策区", "from": "2026-10-01", "reason": "考核不达标"}, rest)
    assert tab.line().shown_level == "已退出"
    assert tab.line().proposal == ""
    assert column(tab.decisions, "level") == ["不在政策区", "重点发展区"]
    window.undo_bar.undo.click()
    rest(window)
    assert tab.line().shown_level == "重点发展区"
    press(page, "登记其他对象…")
    answer(window, {"subject": "延庆园", "level": "小规模创新发展区", "from": "2026-10-01", "reason": "规划 3.4"}, rest)
    tab.table.select_key("延庆园")
    assert tab.line().shown_level == "小规模创新发展区"


def test_land_and_levels_are_never_cut(
    land_page: tuple[MainWindow, Any], rest: Rest, cut_words: Callable[[QWidget], list[str]], qapp: QApplication
) -> None:
    window, page = land_page
    press(page, "登记地块…")
    answer(window, PLOT | {"number": "HD-2026-000123", "area": "12345.678"}, rest)
    page.land.choose(LINKED)
    press(page, "登记挂钩…")
    side = {"group": "一组", "number": "老村", "park": "房山园", "side": "减少", "area": "5", "source": "批复"}
    answer(window, side | {"cost": "123456.78"}, rest)
    page.land.choose(DEMAND)
    press(page, "登记意向…")
    answer(window, {"code": "91110108MA01TJ3Y5P", "paper": "意向书", "on": "2026-10-01", "need": "999"}, rest)
    QAbstractItemModelTester(page.land.plots.model(), QAbstractItemModelTester.FailureReportingMode.Fatal)
    modes: tuple[theme.Mode, ...] = ("light", "dark")
    try:
        for size, mode in product(((1366, 768), (1440, 900)), modes):
            theme.apply(qapp, mode)
            window.resize(*size)
            page.tabs.choose(POLICY)
            rest(window)
            assert cut_words(page) == [], ("政策区", size)
            page.tabs.choose(LAND)
            for n in range(6):
                page.land.choose(n)
                QApplication.processEvents()
                assert cut_words(page) == [], (n, size)
                tables = [t for t in page.land.findChildren(DataTable) if t.isVisible()]
                assert [t.accessibleName() for t in tables if t.horizontalScrollBar().maximum()] == [], (n, size)
        page.land.choose(PLOTS)
        page.tabs.choose(LAND)
        press(page, "更新…")
        dialog = next(d for d in window.findChildren(Ask) if d.isVisible())
        QApplication.processEvents()
        edges = [e.mapTo(dialog, e.rect().topRight()).x() for e in dialog.edits.values()]
        assert max(edges) < dialog.width()
        for edit in dialog.edits.values():
            holder = edit.parentWidget()
            assert holder is not None
            assert edit.width() <= holder.width()
        assert dialog.height() <= 740
        dialog.reject()
    finally:
        theme.apply(qapp, "light")


def test_a_plot_from_a_park_file_is_corrected_beside_it_and_only_that_is_taken_back(
    office: Path, open_page: OpenPage, rest: Rest, roster: Callable[..., dict[str, object]], tmp_path: Path
) -> None:
    ctx = desk_of(office)
    row: dict[str, object] = {
        "number": "YQ-01", "cluster": "延庆园", "use": "工业", "area": to_area(8, "公顷"), "used": to_area(3, "公顷"),
        "ownership": "国有", "state": "在用",
    }  # fmt: skip
    path = write_template(
        tmp_path / "中关村月报_延庆园_2026-10.xlsx", park="延庆园", month=OCTOBER, clusters=["延庆园"],
        industries=list(ctx.catalogue.industries), parks=list(ctx.catalogue.parks),
        rows={"enterprise": [roster(4)], "space": [row]},
    )  # fmt: skip
    receive.receive(ctx, [path])
    accept.accept(ctx, OCTOBER, ["延庆园"], despite_errors="试")
    window, page = open_page(office, "space")
    page.tabs.choose(LAND)
    rest(window)
    tab = page.land
    assert column(tab.plots, "number") == ["YQ-01"]
    assert column(tab.records, "id") == ["文件"]
    assert "撤回记录…" not in words(page)
    press(page, "更新…")
    answer(window, {"used": "8", "source": "核查"}, rest)
    assert column(tab.plots, "free") == ["0.0000"]
    assert len(tab.records.table.rows) == 2
    press(page, "撤回记录…")
    answer(window, {"reason": "核查有误"}, rest)
    assert column(tab.plots, "free") == ["5.0000"]
