"""The strip files are dropped on: what can be dropped, and while files are received, their progress in its place."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QStackedLayout, QWidget

from zgc_desktop.ui.icons import paint_icon
from zgc_desktop.ui.main_window import local_files
from zgc_desktop.ui.operations import Step
from zgc_desktop.ui.texts import tr
from zgc_desktop.ui.widgets.bands import ProgressStrip
from zgc_desktop.ui.widgets.basic import button, label
from zgc_desktop.ui.widgets.layout import box, restyle, row, set_role

HEIGHT = 52


class DropStrip(QFrame):
    """The window takes files anywhere; this is where it says so, and where the eye looks for it."""

    dropped = Signal(object)
    """list[Path]"""
    cancelled = Signal()

    def __init__(
        self,
        *,
        on_files: Callable[[], object],
        on_folder: Callable[[], object],
        on_template: Callable[[], object],
        watch: QWidget,
    ) -> None:
        super().__init__()
        set_role(self, "drop")
        self.setFixedHeight(HEIGHT)
        self.setAcceptDrops(True)
        self.files = button(tr("选择文件…"), on_files, icon_name="file")
        self.folder = button(tr("选择文件夹…"), on_folder, icon_name="folder")
        self.template = button(tr("导出模板…"), on_template, icon_name="download", tip=tr("预填上月名录的报送表（Ctrl+E）"))
        self.progress = ProgressStrip()
        self.progress.cancelled.connect(self.cancelled.emit)
        words = label(tr("把文件或文件夹拖到这里"))
        kinds = label(tr("拖到窗口任何位置都行，支持 .xlsx .xls .ods .csv"), "note")
        idle = row(_Sign("inbox"), words, kinds, None, watch, self.files, self.folder, self.template, margins=(16, 0, 10, 0))
        self._stack = QStackedLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.addWidget(box(idle))
        self._stack.addWidget(box(row((self.progress, 1), margins=(16, 0, 10, 0))))
        self.setAccessibleName(tr("把文件或文件夹拖到这里"))

    def start(self, title: str) -> None:
        """Files are being received."""
        self._stack.setCurrentIndex(1)
        self.progress.start(title)

    def advance(self, step: Step) -> None:
        """One file further."""
        self.progress.advance(step.n, step.of, step.text)

    def finish(self) -> None:
        """Files can be dropped again."""
        self.progress.finish()
        self._stack.setCurrentIndex(0)

    @property
    def is_busy(self) -> bool:
        return self._stack.currentIndex() == 1

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if local_files(event.mimeData()):
            event.acceptProposedAction()
            restyle(self, "on", True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        restyle(self, "on", False)

    def dropEvent(self, event: QDropEvent) -> None:
        files = local_files(event.mimeData())
        restyle(self, "on", False)
        if files:
            event.acceptProposedAction()
            # After the drop is over, as in the window: the Explorer waits for its answer.
            QTimer.singleShot(0, self, lambda: self.dropped.emit(files))


class _Sign(QWidget):
    """An icon in the accent colour, painted so that a theme change needs nothing."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self.setFixedSize(QSize(20, 20))

    def paintEvent(self, event: QPaintEvent) -> None:
        p = QPainter(self)
        paint_icon(p, self._name, "accent", 1, 1, 18)
        p.end()
