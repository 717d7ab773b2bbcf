"""校验目录 in 规则参数: every check with its state and numbers; tried over past months before it is switched or tuned."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout, QWidget

from zgc_desktop.domain.check_catalogue import CheckItem, Trial, TrialLine
from zgc_desktop.ui.pages.moves_ask import Answers, Ask, Field, day_of, days_fault
from zgc_desktop.ui.pages.rules_parts import BELOW_H, fact
from zgc_desktop.ui.pages.space_parts import TitledCard
from zgc_desktop.ui.table.pane import TablePane
from zgc_desktop.ui.table.view import DataTable
from zgc_desktop.ui.texts import tr
from zgc_desktop.ui.widgets.basic import button, card, label
from zgc_desktop.ui.widgets.layout import INSIDE, Item, box, col, lay, row, set_role
from zgc_desktop.ui.widgets.rights import writes
from zgc_desktop.viewmodels import rules_checks as vm

OnTry = Callable[[str, Mapping[str, int], int], object]
OnSwitch = Callable[[str, bool, date | None, str, Mapping[str, int]], object]
TRIAL_W = 420
MONTHS = 3


class ChecksTab(QWidget):
    """Checks above; what the chosen one asks and works with below left, what it would have raised below right."""

    def __init__(self, on_try: OnTry, on_switch: OnSwitch) -> None:
        super().__init__()
        self._on_try, self._on_switch = on_try, on_switch
        self.item: CheckItem | None = None
        self.edits: dict[str, QLineEdit] = {}
        self.table: DataTable[CheckItem] = DataTable(vm.CHECK_COLUMNS, lambda c: c.check.code, name=tr("校验目录"))
        self.table.current_changed.connect(self._follow)
        upper = card(tr("校验目录"), TablePane(self.table), note=tr("停用与改数须写理由，自所定之日起的月份适用"))
        upper.setMinimumHeight(240)
        lay(self, col((upper, 1), row((self._detail_card(), 1), self._trial_card(), gap=12), gap=12))

    def _detail_card(self) -> QFrame:
        self.detail = TitledCard(framed=False)
        self.missing = label("", "note")
        self.try_out = button(tr("试运行 {n} 个月", n=MONTHS), self._try)
        self.tune = button(tr("改参数…"), self._tune)
        self.turn = button(tr("停用…"), self._turn)
        foot = box(row((self.missing, 1), self.try_out, self.tune, self.turn, margins=(16, 0, 12, 0)), height=48)
        made = set_role(QFrame(), "card")
        made.setLayout(col((self.detail, 1), foot, gap=0, margins=INSIDE))
        made.setFixedHeight(BELOW_H + 24)
        return made

    def _trial_card(self) -> QFrame:
        self.trial: DataTable[TrialLine] = DataTable(vm.TRIAL_COLUMNS, lambda t: (str(t.month), t.park), name=tr("试运行"))
        self._trial_note = label("", "note")
        self._trial_body = QVBoxLayout()
        self._trial_body.setContentsMargins(0, 0, 0, 0)
        head = box(row(label(tr("试运行"), "h3"), self._trial_note, None, margins=(16, 0, 12, 0)), height=44)
        made = box(col(head, (self.trial, 1), gap=0, margins=INSIDE), "card", width=TRIAL_W)
        made.setFixedHeight(BELOW_H + 24)
        self._trial_note.setText(tr("尚未试运行"))
        return made

    def show_rows(self, items: tuple[CheckItem, ...]) -> None:
        """Show the checks."""
        self.table.set_rows(items)
        if self.table.current_key() is None and items:
            self.table.select_key(items[0].check.code)
        else:
            self._follow(self.table.current_key())

    def show_trial(self, found: Trial) -> None:
        """Show what a trial run found; nothing was written."""
        self.trial.set_rows(tuple(t for t in found.lines if t.before or t.after))
        self._trial_note.setText(vm.trial_sentence(found))

    def _follow(self, key: object) -> None:
        found = next((c for c in self.table.table.rows if c.check.code == key), None)
        if found is None:
            return
        if self.item is None or self.item.check.code != found.check.code:
            self.trial.set_rows(())
            self._trial_note.setText(tr("尚未试运行"))
        self.item = found
        check = found.check
        self.detail.say(f"{check.code} {check.name}", vm.state_sentence(found))
        items: list[Item] = [
            fact(tr("问题"), vm.question(found)),
            fact(tr("依据"), check.basis),
            fact(tr("建议"), check.advice),
        ]
        self.edits = {}
        fields: list[Item] = []
        for parameter, value in found.numbers:
            edit = QLineEdit(str(value))
            edit.setFixedWidth(88)
            edit.setAccessibleName(parameter.title)
            edit.textChanged.connect(lambda _: self._check())
            self.edits[parameter.key] = edit
            fields.append(col(label(parameter.title, "note"), edit, gap=2))
        if fields:
            items += [4, row(*fields, None, gap=16)]
        self.detail.fill(*items, None)
        self.turn.setText(tr("停用…") if found.active else tr("启用…"))
        self.turn.setEnabled(found.switchable or not found.active)
        self.tune.setVisible(bool(found.numbers))
        self._check()

    def numbers(self) -> dict[str, int]:
        """The numbers as they are filled in; only where ``_check`` found nothing wrong."""
        return {key: int(edit.text()) for key, edit in self.edits.items()}

    def _check(self) -> None:
        """Say what keeps the buttons from working."""
        assert self.item is not None
        said = vm.numbers_fault(self.item, {key: edit.text() for key, edit in self.edits.items()})
        changed = not said and any(self.numbers()[p.key] != value for p, value in self.item.numbers)
        fixed = "" if self.item.switchable else tr("该条说明读不出或认不出的内容，不能停用")
        self.missing.setText(said or fixed)
        self.try_out.setEnabled(not said)
        self.tune.setEnabled(changed)

    # ---- acting ---------------------------------------------------------------------------------------------------------

    def _try(self) -> None:
        assert self.item is not None
        self._on_try(self.item.check.code, self.numbers(), MONTHS)

    @writes
    def _tune(self) -> None:
        assert self.item is not None
        self._ask(self.item, tr("改参数 {code}", code=self.item.check.code), self.item.active, self.numbers())

    @writes
    def _turn(self) -> None:
        assert self.item is not None
        verb = tr("停用 {code}") if self.item.active else tr("启用 {code}")
        self._ask(self.item, verb.format(code=self.item.check.code), not self.item.active, {})

    def _ask(self, item: CheckItem, act: str, active: bool, numbers: Mapping[str, int]) -> None:
        said = tr("{name}。自该日起的月份适用，已提出的问题不变；决定记入操作记录。", name=item.check.name)
        fields = (
            Field("reason", tr("理由"), required=True),
            Field("day", tr("自哪一天起（空为今天）"), hint="2026-11-01", width=180),
        )

        def taken(a: Answers) -> None:
            self._on_switch(item.check.code, active, day_of(a["day"]), a["reason"], numbers)

        Ask(self, act, said, fields, taken, check=lambda a: days_fault(a, {"day": tr("起始日")})).open()
