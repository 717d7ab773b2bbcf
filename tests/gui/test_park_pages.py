"""分园的窗口: a park's workday from last month to the packed file, the city's answer, the correction, the city's acceptance."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from tests.gui.asking import answer, column, press, words
from zgc_desktop import bootstrap
from zgc_desktop.domain.exchange.manifest import CITY
from zgc_desktop.domain.moves import BaseYear
from zgc_desktop.domain.periods import Month
from zgc_desktop.services import exchange_cases, exchange_receive, exchange_send, move_case, profile, send_back, settle_ledger
from zgc_desktop.services.accept import accept
from zgc_desktop.services.context import AppContext
from zgc_desktop.services.settle import settle

PARK, OCTOBER = "昌平园", Month(2026, 10)
NOW = datetime(2026, 11, 16, 9, 0)


def opened(folder: Path, who: str) -> AppContext:
    return bootstrap.open_workspace(folder, who=who, clock=lambda: NOW)


@pytest.fixture(scope="module")
def _park(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty workspace of 昌平园."""
    ctx = opened(tmp_path_factory.mktemp("园") / "昌平园", "李")
    profile.choose(ctx, PARK)
    return ctx.paths.root


@pytest.fixture
def park(_park: Path, tmp_path: Path) -> Path:
    """This test's own workspace of 昌平园."""
    return Path(shutil.copytree(_park, tmp_path / "分园" / "昌平园"))


@pytest.fixture
def chosen(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> dict[str, Path]:
    """What the file dialogs answer: ``file``, ``folder``, ``save``; opening a folder outside is only noted."""
    given: dict[str, Path] = {"folder": tmp_path / "往来"}
    given["folder"].mkdir()
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *a, **k: (str(given["file"]), ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *a, **k: ([str(given["file"])], ""))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *a, **k: (str(given["save"]), ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *a, **k: str(given["folder"]))

    def shown(url: QUrl) -> bool:
        given["shown"] = Path(url.toLocalFile())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", shown)
    return given


def fill(path: Path, roster: Callable[..., dict[str, Any]], total: float) -> None:
    """The park officer types one company and its tax into the template."""
    book = load_workbook(path)
    for title, line in (("企业", roster(0)), ("税收", {"credit_code": roster(0)["credit_code"], "name": roster(0)["name"],
                        "vat_fen": 60, "cit_fen": 40, "other_fen": 0, "total_fen": total, "source": "税务"})):  # fmt: skip
        page = book[title]
        keys = {page.cell(5, n).value: n for n in range(1, page.max_column + 1)}
        for key, value in line.items():
            page.cell(6, keys[key]).value = value / 1_000_000 if key in ("revenue_fen", "rd_fen") else value
    book.save(path)


def only_zip(folder: Path, start: str) -> Path:
    return max(folder.glob(f"{start}*.zip"), key=lambda p: p.stat().st_mtime_ns)


def test_a_parks_workday_from_last_month_to_the_citys_acceptance(
    park: Path, chosen: dict[str, Path], roster: Callable[..., Any], open_page: Any, rest: Any, tmp_path: Path
) -> None:
    """取上月、填、自检、打包；市级收、退；收退回件、改、再报；市级接受；回执对上。"""
    city = opened(tmp_path / "市级", "张")
    window, page = open_page(park, "park_report", now=NOW)
    assert [item.text() for item in window.rail.items.values()] == ["设置", "我的报送", "我的企业", "我的案件", "我的对账单"]
    assert PARK in words(window.rail)
    chosen["save"] = tmp_path / "填报" / "昌平10月.xlsx"
    press(page, "取上月生成模板…")
    answer(window, {"month": "2026-10"}, rest)
    fill(chosen["save"], roster, 5)
    chosen["file"] = chosen["save"]
    press(page, "选择填好的文件…")
    rest(window)
    assert "错误 1" in page.said.text()
    assert column(page.issues, "severity") == ["错误"]
    press(page, "盖自检章并打包…")
    answer(window, {"reason": "税务数据待核"}, rest)
    assert "自检有错误" in page.said.text()
    first = only_zip(chosen["folder"], "报送包")
    exchange_receive.take_in(city, first)
    send_back.send_back(city, OCTOBER, PARK, tmp_path / "退回")
    chosen["file"] = exchange_send.pack_answer(city, PARK, OCTOBER, tmp_path / "市级发出").path
    press(page, "收市级的包…")
    rest(window)
    page.tabs.choose(1)
    assert column(page.editions, "state") == ["已退回"]
    page.tabs.choose(2)
    press(page, "取出退回件…")
    rest(window)
    returned = next(chosen["folder"].glob("退回_*.xlsx"))
    assert chosen["shown"] == chosen["folder"]
    book = load_workbook(returned)
    sheet = book["税收"]
    keys = {sheet.cell(5, n).value: n for n in range(1, sheet.max_column + 1)}
    sheet.cell(6, keys["total_fen"]).value = 100
    book.save(returned)
    window._take_files([returned])  # dropped on the window: it becomes the file in hand
    rest(window)
    assert "没有问题" in page.said.text()
    press(page, "盖自检章并打包…")
    rest(window)
    exchange_receive.take_in(city, only_zip(chosen["folder"], "报送包"))
    assert accept(city, OCTOBER, [PARK]).accepted == (PARK,)
    window._take_files([exchange_send.pack_answer(city, PARK, OCTOBER, tmp_path / "市级发出").path])
    rest(window)
    page.tabs.choose(1)
    assert column(page.editions, "state") == ["已接受", "已被新版替代"]
    window.go("companies")
    rest(window)
    assert roster(0)["name"] in str(column(window.page("companies").table, "name"))


def test_a_package_that_is_not_for_us_is_refused_above_the_page(
    park: Path, chosen: dict[str, Path], open_page: Any, rest: Any, tmp_path: Path
) -> None:
    city = opened(tmp_path / "市级", "张")
    window, page = open_page(park, "park_report", now=NOW)
    window._take_files([exchange_send.pack_rules(city, "海淀园", tmp_path).path])
    rest(window)
    assert "这个包是发给海淀园的，本工作区是昌平园" in words(page)
    window._take_files([exchange_send.pack_rules(city, PARK, tmp_path).path])
    rest(window)
    assert window.current == "park_report"


@pytest.fixture
def case(park: Path, office: Path, tmp_path: Path) -> tuple[AppContext, str]:
    """市级立的案到了昌平园：海淀园 → 昌平园，变更登记日三方各不相同。"""
    city = opened(office, "张")
    number = move_case.open_case(city, "91110108MA01TJ3Y5P", "海淀园", PARK).id
    mine = opened(park, "李")
    exchange_receive.take_in(mine, exchange_send.pack_cases(city, PARK, tmp_path / "1").path)
    exchange_cases.state_fact(mine, number, "registered_on", "2026-11-15")
    move_case.describe(city, number, registered_on=datetime(2026, 11, 12).date())
    exchange_receive.take_in(mine, exchange_send.pack_cases(city, PARK, tmp_path / "2").path)
    mine.close()
    return city, number


def test_case_slips_show_mine_and_theirs_and_a_person_decides(
    park: Path, case: tuple[AppContext, str], chosen: dict[str, Path], open_page: Any, rest: Any
) -> None:
    city, number = case
    window, page = open_page(park, "park_cases", now=NOW)
    assert column(page.slips, "number") == [number]
    assert column(page.slips, "ours") == ["各方不一"]
    page.tabs.choose(1)
    assert (column(page.contested, "mine"), column(page.contested, "theirs")) == (["2026-11-15"], ["市级 2026-11-12"])
    press(page, "裁定…")
    answer(window, {"value": "2026-11-12", "source": "营业执照"}, rest)
    assert column(page.contested, "mine") == []
    page.tabs.choose(0)
    press(page, "写意见…")
    answer(window, {"answer": "可接收"}, rest)
    press(page, "填写…")
    answer(window, {"field": "达产日"}, rest)
    answer(window, {"value": "2027-03-01"}, rest)
    press(page, "打案卷包…")
    answer(window, {"to": CITY}, rest)
    exchange_receive.take_in(city, only_zip(chosen["folder"], "案卷包"))
    (found,) = [c for c in move_case.all_cases(city) if c.id == number]
    assert (str(found.registered_on), str(found.at_capacity_on)) == ("2026-11-12", "2027-03-01")
    press(page, "立案卷…")
    answer(window, {"code": "91110117MA02J1K618", "name": "北京岑原生物科技有限公司", "from": PARK, "to": "顺义园"}, rest)
    assert len(column(page.slips, "name")) == 2


def test_a_statement_is_confirmed_or_disputed_and_the_city_sees_it_in_its_settlement(
    park: Path, office: Path, chosen: dict[str, Path], open_page: Any, rest: Any, tmp_path: Path, cut_words: Any
) -> None:
    """对账单逐笔：先登记差异，再全部确认，每次打一个对账回复包；市级收下就是确认分享。"""
    city = opened(office, "张")
    number = move_case.open_case(city, "91110108MA01TJ3Y5P", "海淀园", PARK).id
    when = datetime(2026, 10, 1).date()
    move_case.describe(city, number, nature="政府主导", kind="整体", registered_on=when, at_capacity_on=when)
    move_case.record_base(city, number, tuple(BaseYear(2026 - n, 2_000_000_000, "税务证明") for n in (3, 2, 1)))
    move_case.land(city, number)
    settle(city, OCTOBER)
    window, page = open_page(park, "park_statements", now=NOW)
    window._take_files([exchange_send.pack_answer(city, PARK, OCTOBER, tmp_path / "市级发出").path])
    rest(window)
    window.go("park_statements")
    rest(window)
    assert (column(page.lines, "case"), column(page.lines, "ours")) == ([number], ["待答复"])
    press(page, "登记差异…")
    answer(window, {"reason": "少计一笔", "claimed": "12.34"}, rest)
    assert column(page.lines, "ours") == ["差异"]
    assert "少计一笔，认为应为 12.34 元" in words(page)
    exchange_receive.take_in(city, only_zip(chosen["folder"], "对账回复包"))
    assert [(d.party, d.claimed_fen) for d in settle_ledger.differences(city)] == [("昌平区", 1234)]
    press(page, "确认…")
    answer(window, {}, rest)
    assert column(page.lines, "ours") == ["确认"]
    assert cut_words(window) == []
    exchange_receive.take_in(city, only_zip(chosen["folder"], "对账回复包"))
    (line,) = settle_ledger.view(city, OCTOBER).lines
    assert (line.waiting_for, line.open_differences) == (("海淀区",), ())
    page.tabs.choose(1)
    press(page, "取出对账单…")
    rest(window)
    assert list(chosen["folder"].glob("税收分享对账单_昌平区_2026-10.*"))


def test_the_park_pages_cut_no_words(
    park: Path, case: tuple[AppContext, str], open_page: Any, rest: Any, cut_words: Callable[[Any], list[str]]
) -> None:
    window, _ = open_page(park, "park_cases", now=NOW)
    for key in ("park_report", "park_cases", "park_statements"):
        window.go(key)
        rest(window)
        assert cut_words(window) == []


def test_an_empty_workspace_becomes_a_parks_on_its_first_page_and_the_citys_again_by_undo(
    tmp_path: Path, open_page: Any, rest: Any
) -> None:
    window, page = open_page(tmp_path / "新", "desk", now=NOW)
    press(page, "选分园…")
    answer(window, {"park": PARK}, rest)
    assert window.current == "park_report"
    assert PARK in words(window.rail)
    window.offered["undo"].trigger()
    rest(window)
    assert window.current == "desk"
    assert "市级" in words(window.rail)


def test_the_city_answers_from_its_list_of_packages(
    park: Path, office: Path, chosen: dict[str, Path], open_page: Any, rest: Any, tmp_path: Path
) -> None:
    mine = opened(park, "李")
    window, page = open_page(office, "audit", now=NOW)
    exchange_cases.open_slip(mine, "91110108MA01TJ3Y5P", "北京衡岳智造科技有限公司", PARK, "海淀园")
    window._take_files([exchange_send.pack_cases(mine, CITY, tmp_path).path])
    rest(window)
    assert column(page.exchange.table, "kind") == ["案卷包"]
    press(page, "打回执退回包…")
    answer(window, {"park": PARK, "month": "2026-10"}, rest)
    press(page, "打规则包…")
    answer(window, {"park": PARK}, rest)
    press(page, "生成密钥…")
    answer(window, {}, rest)
    press(page, "导出本单位公钥…")
    rest(window)
    assert sorted(p.name.split("_")[0] for p in chosen["folder"].iterdir()) == ["公钥", "回执退回包", "规则包"]
    assert sorted(column(page.exchange.table, "kind")) == ["回执退回包", "案卷包", "规则包"]
    press(page, "案卷…")
    rest(window)
    assert column(window.page("park_cases").slips, "from") == [PARK]
