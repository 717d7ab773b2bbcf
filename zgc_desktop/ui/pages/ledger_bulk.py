"""批量改: one field of several companies, or a block of cells, shown as old and new with the checks, then written once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QDialog, QLineEdit, QStackedLayout, QWidget

from zgc_desktop.domain.corrections import CLUSTER, Correction, CorrectionLine, CorrectionPreview, fields_to_choose
from zgc_desktop.ui import theme
from zgc_desktop.ui.numbers import worded
from zgc_desktop.ui.table.pane import TablePane
from zgc_desktop.ui.table.view import DataTable
from zgc_desktop.ui.texts import tr
from zgc_desktop.ui.widgets.basic import Choice, button, label
from zgc_desktop.ui.widgets.layout import INSIDE, box, col, lay, restyle, row
from zgc_desktop.viewmodels.ledger_edit import PREVIEW, choices_of, hint_of, said_of

OnPreview: TypeAlias = Callable[[tuple[Correction, ...], Callable[[CorrectionPreview], None], Callable[[str], None]], object]
OnWrite: TypeAlias = Callable[[tuple[Correction, ...], str], object]


class BulkEdit(QDialog):
    """Asks for field, value and reason; nothing is written before it has been previewed as a whole."""

    def __init__(
        self,
        parent: QWidget,
        title: str,
        companies: Sequence[int],
        on_preview: OnPreview,
        on_write: OnWrite,
        *,
        clusters: Sequence[str] = (),
        industries: Sequence[str] = (),
        given: tuple[Correction, ...] = (),
        field: str = "",
    ) -> None:
        """``given``: cells changed in the table, shown at once; else ``companies`` get one value of one field."""
        super().__init__(parent)
        self.setWindowTitle(worded(title))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(820, 560)
        self._companies, self._on_preview, self._on_write = tuple(companies), on_preview, on_write
        self._clusters, self._industries, self._given = clusters, industries, given
        self._fields = fields_to_choose()
        self.preview: CorrectionPreview | None = None
        self._asked: tuple[Correction, ...] = ()
        self._make_widgets()
        what = tr("园方的原件不动；每园另存一版更正件，逐格留痕，可一步撤销。")
        ask = row(
            self._named(tr("项目"), self.field), (self._named(tr("新值"), self.value_box), 1),
            col(label("", "note"), self.try_out, gap=4), gap=12,
        )  # fmt: skip
        self._ask = box(ask)
        pane = box(col((TablePane(self.table), 1), gap=0, margins=INSIDE), "card")
        cancel = button(tr("取消"), self.reject)
        cancel.setAutoDefault(False)
        foot = row((self.missing, 1), cancel, self.act)
        lay(self,
            col(
                label(title, "h2", wrap=True), label(what, "sub", wrap=True), self._ask, (pane, 1), self.said,
                self._named(tr("理由"), self.reason), 4, foot, gap=8, margins=(20, 16, 20, 16),
            )
        )  # fmt: skip
        self._ask.setVisible(not given)
        if field:
            self.field.setCurrentIndex(list(self._fields.values()).index(field))
        self._offer()
        if given:
            self._preview(given)
            self.reason.setFocus()

    def _make_widgets(self) -> None:
        self.field = QComboBox()
        self.field.addItems([tr(title) for title in self._fields])
        self.field.setAccessibleName(tr("项目"))
        self.field.currentIndexChanged.connect(lambda _: self._offer())
        self.choice, self.text = Choice(), QLineEdit()
        self.choice.setAccessibleName(tr("新值"))
        self.text.setAccessibleName(tr("新值"))
        self.choice.currentIndexChanged.connect(lambda _: self._stale())
        self.text.textChanged.connect(lambda _: self._stale())
        self.text.returnPressed.connect(self._try)
        self.value_box = QWidget()
        self._values = QStackedLayout(self.value_box)
        self._values.addWidget(self.text)
        self._values.addWidget(self.choice)
        self.value_box.setFixedHeight(theme.sizes().control_h)
        self.try_out = button(tr("预览"), self._try)
        self.table: DataTable[CorrectionLine] = DataTable(PREVIEW, lambda x: (x.company_id, x.field), name=tr("改动预览"))
        self.said, self.missing = label("", "sub"), label("", "note")
        self.reason = QLineEdit()
        self.reason.setAccessibleName(tr("理由"))
        self.reason.setPlaceholderText(tr("依据，如 园方来电 李某、某某函"))
        self.reason.textChanged.connect(lambda _: self._follow())
        self.act = button(tr("更正"), self._take, role="primary")

    def _named(self, title: str, edit: QWidget) -> QWidget:
        return box(col(label(title, "note"), edit, gap=4))

    @property
    def chosen_field(self) -> str:
        """The field that is chosen."""
        return list(self._fields.values())[self.field.currentIndex()]

    def _offer(self) -> None:
        """Choices where the field has some, else a line to type in."""
        choices = choices_of(self.chosen_field, self._clusters, self._industries)
        self.choice.clear()
        self.choice.offer(choices)
        self._values.setCurrentIndex(1 if choices else 0)
        self.text.setPlaceholderText(tr(hint_of(self.chosen_field)))
        self._stale()

    def value(self) -> str:
        """The value as it is given."""
        return (self.choice.chosen() if self._values.currentIndex() else self.text.text()).strip()

    def _stale(self) -> None:
        if not self._given:
            self.preview, self._asked = None, ()
            self.table.set_rows(())
            self.said.setText(tr("先填新值再预览，未写入"))
            self.try_out.setEnabled(bool(self.value()))
        self._follow()

    def _try(self) -> None:
        if self.value():
            field, value = self.chosen_field, self.value()
            self._preview(tuple(Correction(c, field, value) for c in self._companies))

    def _preview(self, corrections: tuple[Correction, ...]) -> None:
        self._asked = corrections
        restyle(self.said, "role", "sub")
        self.said.setText(tr("正在核对…"))
        self.try_out.setEnabled(False)
        self._on_preview(corrections, lambda found: self.show_preview(corrections, found), self._failed)
        self._follow()

    def show_preview(self, corrections: tuple[Correction, ...], found: CorrectionPreview) -> None:
        """Show what would change; an answer to an earlier question is left aside."""
        if corrections == self._asked:
            self.preview = found
            self.table.set_rows(found.lines)
            self.said.setText(tr(said_of(found)) + tr("，未写入"))
            self.try_out.setEnabled(True)
            self._follow()

    def _failed(self, sentence: str) -> None:
        restyle(self.said, "role", "fault")
        self.said.setText(f"■ {sentence}")
        self.said.setWordWrap(True)
        self.try_out.setEnabled(True)

    def _follow(self) -> None:
        n = len(self.preview.taken) if self.preview is not None else 0
        only = {line.field for line in self.preview.taken} if self.preview is not None else set()
        word = tr("调整归属 {n} 家", n=n) if only == {CLUSTER} else tr("更正 {n} 处", n=n)
        self.act.setText(word if n else tr("更正"))
        lacking = [tr("预览")] if self.preview is None else [] if n else [tr("可以改的值")]
        lacking += [] if self.reason.text().strip() else [tr("理由")]
        self.missing.setText(tr("还缺：{what}", what="、".join(lacking)) if lacking else "")
        self.act.setEnabled(not lacking)

    def _take(self) -> None:
        assert self.preview is not None
        refused = {(line.company_id, line.field) for line in self.preview.refused}
        taken = tuple(c for c in self._asked if (c.company_id, c.field) not in refused)
        reason = self.reason.text().strip()
        self.accept()
        self._on_write(taken, reason)
