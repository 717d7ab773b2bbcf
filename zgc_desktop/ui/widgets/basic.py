"""Labels, buttons, chips, tabs and cards in their roles."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QAction, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QButtonGroup, QComboBox, QFrame, QLabel, QLayout, QPushButton, QWidget

from zgc_desktop.ui import theme
from zgc_desktop.ui.icons import icon
from zgc_desktop.ui.numbers import shown, worded
from zgc_desktop.ui.texts import tr
from zgc_desktop.ui.widgets.layout import FLAT, INSIDE, Item, Margins, box, col, lay, row, set_role
from zgc_desktop.ui.widgets.marks import mark_word, paint_mark
from zgc_desktop.ui.widgets.rights import Command, is_writing, why_not
from zgc_desktop.viewmodels.columns import Mark


def label(text: str, role: str = "", *, wrap: bool = False, align: Qt.AlignmentFlag | None = None) -> QLabel:
    """A line of text; roles: h1 h2 h3 figure sub note fault key person. Plain text: names from files are never read as HTML."""
    made = Words(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    if role:
        made.setProperty("role", role)
    made.setWordWrap(wrap)
    if align is not None:
        made.setAlignment(align)
    return made


class Words(QLabel):
    """A line of text whose numbers are written as this desk reads them."""

    def __init__(self, text: str) -> None:
        super().__init__(shown(text))

    def setText(self, text: str) -> None:
        super().setText(shown(text))

    def setToolTip(self, text: str) -> None:
        super().setToolTip(shown(text))


class ElidedLabel(QLabel):
    """A name that may be too long for its place: cut at the right end, in full in its tooltip. Never for figures."""

    def __init__(self, text: str = "", role: str = "") -> None:
        super().__init__(shown(text))
        self.setTextFormat(Qt.TextFormat.PlainText)
        if role:
            self.setProperty("role", role)
        self.setMinimumWidth(40)
        self.setToolTip(shown(text))

    def setText(self, text: str) -> None:
        super().setText(shown(text))
        self.setToolTip(shown(text))

    def setToolTip(self, text: str) -> None:
        super().setToolTip(shown(text))

    def minimumSizeHint(self) -> QSize:
        return QSize(40, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        p = QPainter(self)
        p.setPen(self.palette().color(self.foregroundRole()))
        fitting = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        p.drawText(self.contentsRect(), self.alignment() | Qt.AlignmentFlag.AlignVCenter, fitting)
        p.end()


HEAD_H = 36
"""Height of the title line of a page."""


class Button(QPushButton):
    """A button that keeps its icon in the colours of the theme; roles: primary small link icon chip tab."""

    def __init__(self, text: str = "", role: str = "", icon_name: str = "") -> None:
        super().__init__(worded(text))
        self._icon_name = icon_name
        self.writing = False
        """Whether it is off, and says why, while the window may only look."""
        self._wanted, self._tip = True, ""
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the focus in the table it serves
        if role:
            self.setProperty("role", role)
        self.setCursor(Qt.CursorShape.PointingHandCursor if role == "link" else Qt.CursorShape.ArrowCursor)
        self._colour_icon()

    def setText(self, text: str) -> None:
        super().setText(worded(text))

    def setToolTip(self, text: str) -> None:
        self._tip = text
        self.follow_rights()

    def setEnabled(self, on: bool) -> None:
        self._wanted = on
        self.follow_rights()

    def follow_rights(self) -> None:
        """Be off where nothing can be written."""
        reason = why_not(self) if self.writing else ""
        super().setEnabled(self._wanted and not reason)
        super().setToolTip(worded(reason or self._tip))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.writing:  # it is in its window now
            self.follow_rights()

    def set_icon(self, icon_name: str) -> None:
        """Show another icon."""
        self._icon_name = icon_name
        self._colour_icon()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._colour_icon()

    def _colour_icon(self) -> None:
        if self._icon_name:
            self.setIconSize(QSize(16, 16))
            self.setIcon(icon(self._icon_name, "on_accent" if self.property("role") == "primary" else "text2"))


def button(
    text: str,
    on_click: Callable[[], object] | None = None,
    *,
    role: str = "",
    icon_name: str = "",
    tip: str = "",
    writing: bool = False,
) -> Button:
    """A button that does something when clicked; ``writing`` where what it calls does not tell so itself."""
    made = Button(text, role, icon_name)
    made.writing = writing or is_writing(on_click)
    if tip:
        made.setToolTip(tip)
    if on_click is not None:
        made.clicked.connect(lambda: on_click())
    return made


def icon_button(icon_name: str, name: str, on_click: Callable[[], object] | None = None) -> Button:
    """A button of an icon alone; ``name`` is its tooltip and what a screen reader says."""
    made = button("", on_click, role="icon", icon_name=icon_name, tip=name)
    made.setAccessibleName(name)
    return made


def action_button(action: QAction, *, role: str = "", icon_name: str = "") -> Button:
    """A button for a command: same text, same state, its key in the tooltip."""
    made = Button(action.text(), role, icon_name)
    made.writing = isinstance(action, Command) and action.writing

    def follow() -> None:
        made.setText(action.text())
        made.setEnabled(action.isEnabled())
        key = action.shortcut().toString()
        made.setToolTip(f"{action.toolTip()}（{key}）" if key else action.toolTip())

    follow()
    action.changed.connect(follow)
    made.clicked.connect(action.trigger)
    return made


class Choice(QComboBox):
    """A choice among words of the program: shown in the window's language, told in their own."""

    def offer(self, words: Iterable[str]) -> None:
        """Let these be chosen besides those there are."""
        for word in words:
            self.addItem(worded(word), word)

    def chosen(self) -> str:
        """The word that is chosen; "" where there is none."""
        return str(self.currentData() or "")


class Chip(QPushButton):
    """A filter that is on or off, with a mark and a count where it stands for a severity."""

    def __init__(self, text: str, mark: Mark = "", count: int | None = None, *, on: bool = False) -> None:
        super().__init__()
        self.mark, self._word = mark, worded(text) or mark_word(mark)
        set_role(self, "chip")
        self.setCheckable(True)
        self.setChecked(on)
        self.set_count(count)

    def set_count(self, count: int | None) -> None:
        """Write another count."""
        indent = "　" if self.mark else ""
        said = "" if count is None else shown(f"{count:,}")
        self.setText(f"{indent}{self._word}  {said}".rstrip())
        self.setAccessibleName(f"{self._word} {said}".strip())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.mark:
            p = QPainter(self)
            paint_mark(p, self.mark, 16, self.height() / 2 + 0.5)
            p.end()


_STOP = Qt.FocusPolicy.TabFocus
"""Of tabs, Tab stops at the chosen one; arrows go on from there."""


class Tabs(QWidget):
    """Words in a row, one of them chosen; arrow keys move between them."""

    chosen = Signal(int)

    def __init__(self, titles: Sequence[str], active: int = 0) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        self._buttons: list[Button] = []
        for n, title in enumerate(titles):
            tab = Button(title, "tab")
            tab.setCheckable(True)
            tab.setChecked(n == active)
            self._group.addButton(tab, n)
            self._buttons.append(tab)
            tab.toggled.connect(lambda on, tab=tab: tab.setFocusPolicy(_STOP if on else Qt.FocusPolicy.NoFocus))
            tab.setFocusPolicy(_STOP if n == active else Qt.FocusPolicy.NoFocus)
        self._group.idClicked.connect(self.chosen.emit)
        lay(self, row(*self._buttons, None, gap=14))

    def set_title(self, n: int, title: str) -> None:
        """Write another title, e.g. with a count."""
        self._buttons[n].setText(title)

    def is_chosen(self, n: int) -> bool:
        """Whether a tab is the chosen one."""
        return self._buttons[n].isChecked()

    def choose(self, n: int) -> None:
        """Choose a tab as a click would."""
        self._buttons[n].setChecked(True)
        self.chosen.emit(n)


def card(
    title: str, body: QLayout | QWidget, *, note: str = "", tools: Sequence[QWidget] = (), body_margins: Margins = FLAT
) -> QFrame:
    """A card: one title line of 44 pixels, then the body edge to edge."""
    head: list[Item] = [label(title, "h3")]
    if note:
        head.append(label(note, "note"))
    s = theme.sizes()
    top = box(row(*head, None, *tools, margins=(s.s4, 0, s.s3, 0)), height=44)
    inner: QLayout | QWidget = body if body_margins == FLAT else col(body, margins=body_margins)
    made = box(col(top, (inner, 1), gap=0, margins=INSIDE), "card")
    made.setAccessibleName(title)
    return made


def plain_card(body: QLayout, margins: Margins = (16, 12, 16, 12)) -> QFrame:
    """A card without a title line."""
    return box(col(body, gap=0, margins=margins), "card")


def page_head(title: str, *, note: QLabel | str = "", tabs: QWidget | None = None, tools: Sequence[QWidget] = ()) -> QFrame:
    """The one title line of a page: title, one sentence of state or the tabs, then the actions at the right."""
    items: list[Item] = [label(title, "h1")]
    if note:
        items.append(label(note, "sub") if isinstance(note, str) else note)
    if tabs is not None:
        items += [8, tabs]
    return box(row(*items, None, *tools, gap=12), height=HEAD_H)


def figure(title: str, value: str, unit: str, note: str, below: QWidget | None = None) -> QFrame:
    """One of the big numbers of a page: name, figure with its unit, one line of comparison, a line of months below."""
    bottom = Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft
    number = row(label(value, "figure"), label(unit, "note", align=bottom), None, gap=4)
    items: list[Item] = [label(title, "sub"), number, row(label(note, "note"), None), None]
    if below is not None:
        items.append(below)
    made = box(col(*items, gap=0))
    made.setAccessibleName(f"{title} {value} {unit}，{note}")
    return made


def legend(marks: Sequence[tuple[Mark, str]]) -> QFrame:
    """What the marks of a dense grid mean."""
    from zgc_desktop.ui.widgets.marks import MarkSign

    items: list[Item] = []
    for mark, word in marks:
        items += [MarkSign(mark, 8), label(word, "note"), 6]
    made = box(row(*items, gap=2))
    made.setAccessibleName(tr("图例：") + "、".join(word for _, word in marks))
    return made
