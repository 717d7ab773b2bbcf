"""规则参数 on a real workspace: dated values with their sources, checks tried and switched, the office's own files."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from zgc_desktop.bootstrap import open_workspace
from zgc_desktop.services import checks as check_service
from zgc_desktop.ui.main_window import MainWindow
from zgc_desktop.ui.pages.moves_ask import Ask
from zgc_desktop.ui.table.view import DataTable

OpenPage = Callable[..., tuple[MainWindow, Any]]
Rest = Callable[[MainWindow], None]


def words(widget: QWidget) -> str:
    QApplication.processEvents()
    return "\n".join(w.text() for kind in (QLabel, QPushButton) for w in widget.findChildren(kind) if w.isVisible())


def press(widget: QWidget, text: str) -> None:
    next(b for b in widget.findChildren(QPushButton) if b.isVisible() and b.text() == text).click()


def column(table: DataTable[Any], key: str) -> list[str]:
    data = table.table
    return [data.column(key).text_of(data.row(n)) for n in range(len(data))]


def answer(window: MainWindow, given: dict[str, str]) -> None:
    """Fill in the dialog that is open and do its act."""
    dialog = next(d for d in window.findChildren(Ask) if d.isVisible())
    for key, text in given.items():
        dialog.edits[key].setText(text)  # type: ignore[union-attr]
    assert dialog.act.isEnabled(), dialog.missing.text()
    dialog.act.click()


def test_every_value_says_since_when_how_surely_and_where_it_is_written(open_page: OpenPage, office: Path) -> None:
    _, page = open_page(office, "rules")
    page.show_target("jjj-2015")
    QApplication.processEvents()
    assert page.rules.values.select_key("门槛")
    said = words(page.rules.source)
    assert "财预〔2015〕92号" in said
    assert "公开转载，待核原件" in said
    assert column(page.rules.values, "since")[0] == "2015-06-03"
    assert "未定" in column(page.rules.values, "state")  # the district's own part has no source
    QAbstractItemModelTester(page.rules.values.model(), QAbstractItemModelTester.FailureReportingMode.Fatal)


def test_the_timeline_shows_the_version_before_and_the_one_in_force(open_page: OpenPage, office: Path) -> None:
    _, page = open_page(office, "rules")
    page.show_target("innovative-sme")
    QApplication.processEvents()
    assert page.rules.values.select_key("认定有效期")
    assert "2 版" in words(page.rules)
    spans = [s for s in page.rules.timeline.view.scene.shapes if getattr(s, "key", ())]
    assert [s.key[0] for s in spans] == ["2022", "2026"]
    assert spans[0].fill != spans[1].fill
    assert "2026-03-31" in page.rules.timeline.view.scene.alt


def test_two_versions_of_a_rule_are_compared_value_by_value(open_page: OpenPage, office: Path) -> None:
    """Only what differs is shown unless asked; only rules of the same kind are offered beside it."""
    _, page = open_page(office, "rules")
    page.tabs.choose(4)
    QApplication.processEvents()
    tab = page.compare
    at = next(n for n in range(tab.first.count()) if tab.first.itemText(n).startswith("科技和创新型中小企业　2022"))
    tab.first.setCurrentIndex(at)
    tab.first.activated.emit(at)
    other = next(n for n in range(tab.second.count()) if tab.second.itemText(n).startswith("科技和创新型中小企业　2026"))
    tab.second.setCurrentIndex(other)
    tab.second.activated.emit(other)
    changed = column(tab.table, "change")
    assert changed
    assert "相同" not in changed
    assert "只在甲" in tab.said.text()
    tab.first.setCurrentIndex(0)
    tab.first.activated.emit(0)
    assert tab.first.currentText().startswith("京津冀")
    assert all("中小企业" not in tab.second.itemText(n) for n in range(tab.second.count()))
    differing = column(tab.table, "change")
    tab.only.click()
    assert "相同" in column(tab.table, "change")
    assert "相同" not in differing


def test_what_a_rule_leaves_open_is_listed_in_its_own_words(qtbot: QtBot, open_page: OpenPage, office: Path) -> None:
    _, page = open_page(office, "rules")
    page.show_target("jjj-2015")
    qtbot.mouseClick(page.rules.open_points, Qt.MouseButton.LeftButton)
    assert "期满未达上限的差额由中央财政一次性适当补助" in words(page.rules.source)


def test_a_check_is_tried_over_past_months_before_it_is_tuned_with_a_reason(
    open_page: OpenPage, rest: Rest, office: Path
) -> None:
    window, page = open_page(office, "rules")
    page.show_target("X-JUMP")
    tab = page.checks
    tab.edits["times"].setText("1")
    assert "2 到 10000 的整数" in tab.missing.text()
    assert not tab.try_out.isEnabled()
    tab.edits["times"].setText("2")
    tab.try_out.click()
    rest(window)
    assert "未写入" in words(tab)
    tab.tune.click()
    answer(window, {"reason": "月度波动偏大", "day": "2026-11-01"})
    rest(window)
    item = next(c for c in check_service.catalogue(open_workspace(office), date(2026, 11, 2)) if c.check.code == "X-JUMP")
    assert (item.numbers[0][1], item.reason) == (2, "月度波动偏大")


def test_a_check_that_must_run_cannot_be_switched_off_and_says_why(open_page: OpenPage, office: Path) -> None:
    _, page = open_page(office, "rules")
    page.show_target("F-UNREADABLE")
    assert not page.checks.turn.isEnabled()
    assert "不能停用" in page.checks.missing.text()


def test_a_contradiction_stands_with_both_places_word_for_word(open_page: OpenPage, office: Path) -> None:
    _, page = open_page(office, "rules")
    page.show_target("K01")
    QApplication.processEvents()
    said = words(page.contradictions.detail)
    assert "第三章第二节" in said
    assert "第二章第三节" in said
    assert "尚未裁定" in said
    assert len(page.contradictions.table.table) == 29


def test_the_offices_own_file_is_copied_changed_compared_and_tried(open_page: OpenPage, rest: Rest, office: Path) -> None:
    window, page = open_page(office, "rules")
    page.tabs.choose(3)
    QApplication.processEvents()
    assert "没有本办规则文件" in words(page.office)
    page.show_target("tech-sme")
    page.tabs.choose(0)
    page.show_target("tech-sme")
    press(page.rules, "复制为本办规则…")
    answer(window, {})
    rest(window)
    own = office / "rules" / "tiers" / "tech-sme.toml"
    own.write_text(own.read_text(encoding="utf-8").replace("at_most = 500", "at_most = 400"), encoding="utf-8")
    press(page.office, "重新校验")
    rest(window)
    assert column(page.office.files, "file") == ["tiers/tech-sme.toml"]
    assert column(page.office.differences, "after") == ["400"]
    page.tabs.choose(4)
    QApplication.processEvents()
    assert "科技型中小企业（随程序）" in page.compare.first.currentText()
    assert "科技型中小企业（本办）" in page.compare.second.currentText()
    assert column(page.compare.table, "change") == ["改动"]
    ((before, after),) = zip(column(page.compare.table, "first"), column(page.compare.table, "second"), strict=True)
    assert "500" in before
    assert "400" in after
    page.tabs.choose(3)
    page.office.try_out.click()
    rest(window)
    assert column(page.office.tried, "month") == ["2026-09", "2026-10"]
    own.write_text("[standard\n", encoding="utf-8")
    press(page.office, "重新校验")
    rest(window)
    assert column(page.office.files, "state") == ["有问题"]
    assert "本办规则有误" in page.ribbon.accessibleName()
    assert not page.office.try_out.isEnabled()


def test_a_sharing_rule_is_copied_for_the_office_like_any_other(open_page: OpenPage, rest: Rest, office: Path) -> None:
    window, page = open_page(office, "rules")
    page.show_target("jjj-2015")
    press(page.rules, "复制为本办规则…")
    answer(window, {})
    rest(window)
    assert (office / "rules" / "sharing" / "jjj-2015.toml").is_file()
    assert column(page.office.files, "state") == ["替换"]
    page.tabs.choose(0)
    assert not page.rules.copy_file.isEnabled()
    assert page.rules.copy_file.toolTip() == "本办已有该文件"
