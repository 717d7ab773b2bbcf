"""The top bar: month and its lock at left, search in the middle, personal things right; nothing of a page."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QMenu

from zgc_desktop.domain.periods import Month
from zgc_desktop.ui import theme
from zgc_desktop.ui.icons import paint_icon
from zgc_desktop.ui.texts import tr
from zgc_desktop.ui.widgets.basic import Button, button, icon_button, label
from zgc_desktop.ui.widgets.layout import row, set_role
from zgc_desktop.ui.widgets.marks import Badge


class SearchField(QLineEdit):
    """The search of the window, with its key written in it."""

    def __init__(self) -> None:
        super().__init__()
        set_role(self, "search")
        self.setPlaceholderText(tr("搜索企业、案件、条款"))
        self.setAccessibleName(tr("搜索与命令"))
        self.setFixedWidth(300)
        self.setTextMargins(26, 0, 52, 0)
        self.setLayout(row(None, label("Ctrl K", "key"), margins=(0, 0, 6, 0)))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        p = QPainter(self)
        paint_icon(p, "search", "text3", 9, (self.height() - 16) / 2, 16)
        p.end()


class TopBar(QFrame):
    """Month, search, person."""

    month_chosen = Signal(object)

    def __init__(self, *, on_code: Callable[[], object], on_theme: Callable[[], object], on_help: Callable[[], object]) -> None:
        super().__init__()
        set_role(self, "topbar")
        self.setFixedHeight(theme.sizes().top_h)
        self.months: tuple[Month, ...] = ()
        self.month: Month | None = None
        self.back = icon_button("left", tr("上一个月"), lambda: self._step(-1))
        self.picker = button(tr("未建立期间"), icon_name="calendar")
        self.picker.setAccessibleName(tr("期间"))
        self.forward = icon_button("right", tr("下一个月"), lambda: self._step(1))
        self.lock = Badge("tag", tr("未锁定"))
        self.search = SearchField()
        self.code = button(tr("编号直达"), on_code, tip=tr("按信用代码、案件号或页号直达（Ctrl+G）"))
        self.switch = icon_button("moon", tr("切换深色"), on_theme)
        self.help = icon_button("help", tr("本页帮助（F1）"), on_help)
        self.person = label("", "person", align=Qt.AlignmentFlag.AlignCenter)
        self.person.setFixedSize(28, 28)
        self.person.hide()
        months = row(self.back, self.picker, self.forward, gap=2)
        right = (self.switch, self.help, 4, self.person)
        self.setLayout(row(months, self.lock, None, self.search, self.code, None, *right, margins=(16, 0, 16, 0)))
        self._menu = QMenu(self)
        self.picker.setMenu(self._menu)
        self.set_months((), None, locked=False)

    def set_months(self, months: Sequence[Month], month: Month | None, *, locked: bool) -> None:
        """Show which months there are, which is chosen, and whether it is locked."""
        self.months, self.month = tuple(sorted(months)), month
        self.picker.setText(f"{month.year} 年 {month.month} 月" if month else tr("未建立期间"))
        self.lock.set("tag", tr("已锁定") if locked else tr("未锁定"))
        self.lock.setVisible(month is not None)
        self._menu.clear()
        for each in reversed(self.months):
            self._menu.addAction(each.label, self._chooser(each))
        self.picker.setEnabled(bool(self.months))
        at = self.months.index(month) if month in self.months else -1
        self.back.setEnabled(at > 0)
        self.forward.setEnabled(0 <= at < len(self.months) - 1)

    def set_person(self, name: str) -> None:
        """Show who works here."""
        self.person.setText(name[:1])
        self.person.setVisible(bool(name))
        self.person.setToolTip(name)
        self.person.setAccessibleName(name)

    def show_mode(self, mode: theme.Mode) -> None:
        """The switch offers the other mode."""
        self.switch.set_icon("sun" if mode == "dark" else "moon")
        word = tr("切换浅色") if mode == "dark" else tr("切换深色")
        self.switch.setToolTip(word)
        self.switch.setAccessibleName(word)

    def _chooser(self, month: Month) -> Callable[[], None]:
        return lambda: self.month_chosen.emit(month)

    def _step(self, by: int) -> None:
        if self.month in self.months:
            at = self.months.index(self.month) + by
            if 0 <= at < len(self.months):
                self.month_chosen.emit(self.months[at])

    @property
    def buttons(self) -> tuple[Button, ...]:
        """Everything that can be clicked, left to right."""
        return (self.back, self.picker, self.forward, self.code, self.switch, self.help)
