"""Parts of 规则参数: one rule with its dated values, the timeline and the source of one value, and the contradictions."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QWidget

from zgc_desktop.domain.catalogue_entries import Contradiction
from zgc_desktop.figures.scene import Scene
from zgc_desktop.figures.timeline import timeline
from zgc_desktop.ui.pages.space_parts import TOP, TitledCard
from zgc_desktop.ui.scene_view import SceneView
from zgc_desktop.ui.table.pane import TablePane
from zgc_desktop.ui.table.view import DataTable
from zgc_desktop.ui.texts import tr
from zgc_desktop.ui.widgets.basic import Button, ElidedLabel, button, card, label
from zgc_desktop.ui.widgets.layout import INSIDE, Item, box, col, lay, row, set_role
from zgc_desktop.ui.widgets.marks import Badge
from zgc_desktop.viewmodels import rules as vm

LIST_W, SOURCE_W = 372, 400
BELOW_H = 236


class RulesTab(QWidget):
    """The list of rules at left; one rule's values at right, the chosen value's timeline and source below."""

    def __init__(self, on_copy: Callable[[str], object], on_open: Callable[[str], object]) -> None:
        super().__init__()
        self._on_copy, self._on_open = on_copy, on_open
        self.day = date.min
        self.rule: vm.RuleItem | None = None
        self.rules: DataTable[vm.RuleItem] = DataTable(vm.rule_columns(lambda: self.day), lambda r: r.key, name=tr("规则"))
        self.values: DataTable[vm.ValueLine] = DataTable(vm.VALUE_COLUMNS, lambda v: v.value.name, name=tr("参数"))
        self.rules.current_changed.connect(self._show_rule)
        self.values.current_changed.connect(self._show_value)
        left = card(tr("规则"), TablePane(self.rules))
        left.setFixedWidth(LIST_W)
        self.timeline, self.source = TimelineCard(), SourceCard()
        self.timeline.setFixedHeight(BELOW_H)
        self.source.setFixedHeight(BELOW_H)
        self.source.setFixedWidth(SOURCE_W)
        right = col((self._values_card(), 1), row((self.timeline, 1), self.source, gap=12), gap=12)
        lay(self, row(left, (right, 1), gap=12))

    def _values_card(self) -> QFrame:
        self._title, self._note = label("", "h3"), ElidedLabel("", "note")
        self._badge = Badge("tag", "")
        self.open_points = button(tr("未定事项"), self._say_open_points, role="small")
        self.open_file = button(tr("打开文件"), lambda: self._on_open(self._name()), role="small")
        self.copy_file = button(tr("复制为本办规则…"), lambda: self._on_copy(self._name()), role="small", writing=True)
        tools = (self.open_points, self.open_file, self.copy_file)
        head = box(row(self._title, self._badge, (self._note, 1), *tools, margins=(16, 0, 12, 0)), height=44)
        made = box(col(head, (TablePane(self.values), 1), gap=0, margins=INSIDE), "card")
        made.setMinimumHeight(240)
        return made

    def show_rules(self, items: tuple[vm.RuleItem, ...], day: date) -> None:
        """Show the rules as they stand on a day."""
        self.day = day
        self.rules.set_rows(items)
        if self.rules.current_key() is None and items:
            self.rules.select_key(items[0].key)
        else:
            self._show_rule(self.rules.current_key())

    def _name(self) -> str:
        """The chosen rule's file as the office's folder names it."""
        assert self.rule is not None
        folder = {"税收分享": "sharing/", "梯队标准": "tiers/"}.get(self.rule.family, "")
        return self.rule.file if "/" in self.rule.file else folder + self.rule.file

    def _show_rule(self, key: object) -> None:
        found = next((r for r in self.rules.table.rows if r.key == key), None)
        if found is None:
            return
        self.rule = found
        lines = vm.value_lines(found, self.day)
        self._title.setText(found.title)
        said = vm.rule_state(found, self.day)
        self._badge.set("warn" if said.startswith("未定") else vm.STATE_MARKS.get(said, "none"), said)
        versions = tr("{n} 版", n=len(found.versions)) if len(found.versions) > 1 else ""
        self._note.setText("　".join(w for w in (found.origin, found.file, versions) if w))
        self.open_points.setVisible(bool(found.open_points))
        self.open_points.setText(tr("未定事项 {n}", n=len(found.open_points)))
        self.copy_file.setEnabled(found.origin == vm.SHIPPED)
        self.copy_file.setToolTip("" if found.origin == vm.SHIPPED else tr("本办已有该文件"))
        chosen = self.values.current_key()
        self.values.set_rows(lines)
        if not self.values.select_key(chosen) and lines:
            self.values.select_key(lines[0].value.name)
        self._show_value(self.values.current_key())

    def _show_value(self, key: object) -> None:
        found = next((v for v in self.values.table.rows if v.value.name == key), None)
        if found is None or self.rule is None:
            return
        self.timeline.show_value(self.rule, found, self.day)
        self.source.show_value(found)

    def _say_open_points(self) -> None:
        if self.rule is not None:
            self.source.show_open_points(self.rule)


class TimelineCard(TitledCard):
    """One value from its first day to today."""

    def __init__(self) -> None:
        super().__init__()
        self.view = SceneView()

    def show_value(self, rule: vm.RuleItem, line: vm.ValueLine, day: date) -> None:
        """Show one value."""
        self.say(tr("沿革"), line.value.name)
        found = vm.spans(rule, line.value.name, day)

        def lay_out(width: float, _height: float) -> Scene:
            return timeline(found, day, width)

        height = int(timeline(found, day, 400).height) + 2
        self.view = SceneView(lay_out, height=height)
        note = tr("自 {since} 起只有这一值", since=line.value.since or vm.UNDETERMINED) if len(found) == 1 else ""
        self.fill(self.view, 4, label(note or tr("竖线为 {day}；深色为当日在用", day=day), "note", wrap=True), None)


class SourceCard(TitledCard):
    """Where one value is written; or what a rule leaves open."""

    def __init__(self) -> None:
        super().__init__()
        self._words = ""
        self.copy = button(tr("复制引文"), self._copy, role="link")
        self._tools.addWidget(self.copy)

    def show_value(self, line: vm.ValueLine) -> None:
        """Show the source of a value."""
        c = line.value.citation
        self.say(tr("依据"), vm.confidence_word(c))
        self._words = "\n".join((line.value.name, line.value.text, *(vm.citation_words(c) if c else (line.value.note,))))
        self.copy.setVisible(True)
        self.fill(*(fact(name, said) for name, said in vm.citation_facts(line.value)), None)

    def show_open_points(self, rule: vm.RuleItem) -> None:
        """Show what the rule itself says is not settled."""
        self.say(tr("未定事项"), rule.title)
        self.copy.setVisible(False)
        self.fill(*(label(f"{n}. {said}", wrap=True) for n, said in enumerate(rule.open_points, start=1)), None)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._words)


def fact(name: str, said: str, width: int = 56) -> QFrame:
    """Name at left, words at right, wrapping."""
    left = label(name, "note")
    left.setFixedWidth(width)
    left.setAlignment(TOP)
    left.setContentsMargins(0, 2, 0, 0)
    return box(row(left, (label(said, wrap=True), 1), gap=8))


class ContradictionsTab(QWidget):
    """Where the plan disagrees with itself or with older papers: both places word for word, and what follows."""

    def __init__(self, on_copy: Callable[[str], object]) -> None:
        super().__init__()
        self.table: DataTable[Contradiction] = DataTable(vm.CONTRADICTION_COLUMNS, lambda c: c.code, name=tr("口径差异"))
        self.table.current_changed.connect(self._follow)
        copy = partial(on_copy, "catalogue/contradictions.toml")
        self.take_over: Button = button(tr("登记裁定…"), copy, role="small", writing=True)
        self._note = label("", "note")
        head = row(label(tr("口径差异"), "h3"), self._note, None, self.take_over, margins=(16, 0, 12, 0))
        upper = box(col(box(head, height=44), (TablePane(self.table), 1), gap=0, margins=INSIDE), "card")
        upper.setMinimumHeight(240)
        self.detail = TitledCard()
        self.detail.setFixedHeight(BELOW_H + 20)
        lay(self, col((upper, 1), self.detail, gap=12))

    def show_rows(self, found: tuple[Contradiction, ...]) -> None:
        """Show every contradiction."""
        self.table.set_rows(found)
        self._note.setText(vm.contradiction_sentence(found))
        if self.table.current_key() is None and found:
            self.table.select_key(found[0].code)

    def _follow(self, key: object) -> None:
        c = next((x for x in self.table.table.rows if x.code == key), None)
        if c is None:
            return
        self.detail.say(f"{c.code} {c.kind}", "、".join(c.clusters or c.parks))
        items: list[Item] = [label(c.text, wrap=True), 2]
        for place in c.places:
            quote = label(f"“{place.quote}”", "sub", wrap=True)
            source = label(f"《{place.citation.title}》{place.citation.clause}", "note", wrap=True)
            items.append(set_role(box(col(quote, source, gap=2, margins=(12, 6, 12, 6))), "sunken"))
        items.append(fact(tr("效力"), c.effect))
        ruled = f"{c.office_ruling}（{c.ruled_on}）" if c.office_ruling else tr("尚未裁定")
        self.detail.fill(*items, fact(tr("裁定"), ruled), None)
