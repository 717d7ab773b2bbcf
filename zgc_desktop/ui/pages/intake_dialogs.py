"""Dialogs of 报送接收: choosing files or a folder, taking files with their problems, and exporting templates."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QComboBox, QFileDialog, QLineEdit, QWidget

from zgc_desktop.domain.periods import Month
from zgc_desktop.ui.numbers import worded
from zgc_desktop.ui.texts import tr
from zgc_desktop.ui.widgets.basic import button, label
from zgc_desktop.ui.widgets.dialog import Dialog
from zgc_desktop.ui.widgets.layout import Item, col, lay, row

TABLES = "*.xlsx *.xlsm *.xlsb *.xls *.ods *.csv *.tsv"


def choose_files(parent: QWidget, on_chosen: Callable[[list[Path]], object]) -> QFileDialog:
    """Let the user choose park files; the window stays usable meanwhile."""
    dialog = QFileDialog(parent, tr("选择报送文件"))
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    dialog.setNameFilters([tr("报送文件 ({types})", types=TABLES), tr("所有文件 (*)")])
    return _open(dialog, on_chosen)


def choose_folder(parent: QWidget, title: str, on_chosen: Callable[[list[Path]], object]) -> QFileDialog:
    """Let the user choose a folder."""
    dialog = QFileDialog(parent, title)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    return _open(dialog, on_chosen)


def _open(dialog: QFileDialog, on_chosen: Callable[[list[Path]], object]) -> QFileDialog:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.filesSelected.connect(lambda names: on_chosen([Path(n) for n in names]))
    dialog.open()
    return dialog


class DespiteDialog(Dialog):
    """带问题接收: the act and its count, what follows from it, and the reason without which it cannot be done."""

    def __init__(self, parent: QWidget, parks: Sequence[str], errors: int, on_reason: Callable[[str], object]) -> None:
        super().__init__(parent)
        act = tr("带问题接收 {n} 份", n=len(parks))
        self.setWindowTitle(worded(act))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(460)
        self._on_reason = on_reason
        self.reason = QLineEdit()
        self.reason.setPlaceholderText(tr("例如：园方已说明，下月更正"))
        self.reason.setAccessibleName(tr("理由（必填）"))
        self.missing = label(tr("填写理由后可接收"), "note")
        self.accept_button = button(act, self._accept, role="primary")
        self.accept_button.setDefault(True)
        cancel = button(tr("取消"), self.reject)
        cancel.setAutoDefault(False)
        consequence = tr("共 {n} 项错误未处理。有疑问的数值不计入合计，直到分园更正重报；理由随这一版保存。", n=errors)
        head: list[Item] = [label(tr("{act}：{parks}", act=act, parks="、".join(parks)), "h2", wrap=True)]
        head += [label(consequence, "sub", wrap=True), 4, label(tr("理由（必填）"), "note"), self.reason, 6]
        foot = row(self.missing, None, cancel, self.accept_button)
        lay(self, col(*head, foot, gap=6, margins=(20, 16, 20, 16)))
        self.reason.textChanged.connect(lambda _: self._follow())
        self._follow()
        self.reason.setFocus()

    def _follow(self) -> None:
        given = bool(self.reason.text().strip())
        self.accept_button.setEnabled(given)
        self.missing.setVisible(not given)

    def _accept(self) -> None:
        self._on_reason(self.reason.text().strip())
        self.accept()


class TemplateDialog(Dialog):
    """导出模板: for which park and month; the folder is chosen afterwards."""

    def __init__(
        self,
        parent: QWidget,
        parks: Sequence[str],
        month: Month,
        on_chosen: Callable[[tuple[str, ...], Month], object],
        park: str = "",
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("导出模板"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(420)
        self._parks, self._on_chosen = tuple(parks), on_chosen
        self.park = QComboBox()
        self.park.setAccessibleName(tr("分园"))
        self.park.addItems([tr("全部 {n} 园", n=len(parks)), *parks])
        self.park.setCurrentIndex(self._parks.index(park) + 1 if park in self._parks else 0)
        self.month = QLineEdit(str(month))
        self.month.setAccessibleName(tr("期间"))
        self.month.setFixedWidth(120)
        self.fault = label("", "fault")
        self.act = button(tr("选择文件夹…"), self._choose, role="primary")
        self.act.setDefault(True)
        cancel = button(tr("取消"), self.reject)
        cancel.setAutoDefault(False)
        said = tr("模板按分园预填最近一次报送的企业名录。文件夹里已有的同名文件不会覆盖。")
        fields = row(
            col(label(tr("分园"), "note"), self.park, gap=4), col(label(tr("期间"), "note"), self.month, gap=4), None, gap=12
        )
        lay(
            self,
            col(
                label(tr("导出模板"), "h2"),
                label(said, "sub", wrap=True),
                4,
                fields,
                row(self.fault, None, cancel, self.act),
                gap=8,
                margins=(20, 16, 20, 16),
            ),
        )
        self.month.textChanged.connect(lambda _: self._follow())
        self._follow()

    def _wanted(self) -> Month | None:
        try:
            return Month.parse(self.month.text())
        except ValueError:
            return None

    def _follow(self) -> None:
        wanted = self._wanted()
        self.act.setEnabled(wanted is not None)
        self.fault.setText("" if wanted else tr("期间写作 2026-10"))

    def _choose(self) -> None:
        month, n = self._wanted(), self.park.currentIndex()
        if month is not None:
            self.accept()
            self._on_chosen(self._parks if n == 0 else (self._parks[n - 1],), month)


def month_before_today() -> Month:
    """The month parks report now, where the desk has none open."""
    today = QDate.currentDate()
    return Month(today.year(), today.month()).plus(-1)
