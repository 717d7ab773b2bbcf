"""What stands between the digits: chosen in 设置, shown everywhere in the window, never in a value that is copied."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from zgc_desktop.ui import app, numbers, theme
from zgc_desktop.ui.main_window import MainWindow
from zgc_desktop.ui.pages.settings import SettingsPage
from zgc_desktop.ui.table.pane import TablePane
from zgc_desktop.ui.table.view import DataTable
from zgc_desktop.ui.widgets.basic import ElidedLabel, label
from zgc_desktop.viewmodels.columns import Column


@pytest.fixture(autouse=True)
def _comma_again() -> Iterator[None]:
    yield
    numbers.use("comma")


@pytest.mark.parametrize(
    ("habit", "said"), [("comma", "1,234,567.89"), ("space", "1\u00a0234\u00a0567.89"), ("none", "1234567.89")]
)
def test_only_grouped_numbers_change_and_a_list_of_numbers_stays(habit: str, said: str) -> None:
    numbers.use(habit)
    assert numbers.shown("共 1,234,567.89 万元") == f"共 {said} 万元"
    assert numbers.shown("第 1,2,3 行，A1,2345，12,34") == "第 1,2,3 行，A1,2345，12,34"
    assert label("x 1,234,567.89").text() == f"x {said}"
    made = ElidedLabel("")
    made.setText("1,234,567.89")
    assert (made.text(), made.toolTip()) == (said, said)


def test_tables_show_and_sum_in_the_chosen_way_and_copy_plain_values(qtbot: QtBot) -> None:
    numbers.use("space")
    columns = (Column[int]("n", "数", lambda n: n, "text"), Column[int]("tax", "税收", lambda n: n, "money", 140, total=True))
    table: DataTable[int] = DataTable(columns, lambda n: n, name="税收")
    pane = TablePane(table, totals=True)
    qtbot.addWidget(pane)
    table.set_rows([1_234_567_000_000, 1])
    assert table.model().index(0, 1).data() == "1\u00a0234\u00a0567.00"
    assert pane.foot is not None
    assert "1\u00a0234\u00a0567.00" in pane.foot.sentence()
    table.selectRow(0)
    table.copy()
    assert QGuiApplication.clipboard().text().split("\t")[1] == "1234567.00"


def test_the_choice_is_made_in_settings_and_remembered(
    open_page: Callable[..., tuple[MainWindow, SettingsPage]], office: Path, tmp_path: Path, qapp: object
) -> None:
    _, page = open_page(office, "settings")
    assert page.numbers.currentText().startswith("逗号")
    page.numbers.setCurrentIndex(1)
    page.numbers.activated.emit(1)
    assert numbers.habit() == "space"
    assert page.again.isVisible()
    stored = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    stored.setValue("numbers", "none")
    app.dress(qapp, stored)  # type: ignore[arg-type]
    assert numbers.habit() == "none"
    theme.apply(qapp, "light")  # type: ignore[arg-type]
