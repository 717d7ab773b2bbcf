"""政策区 in 组团空间: the level of every cluster and plot, what assessments propose, what a person decided."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu, QWidget

from zgc_desktop.domain.assessment.levels import DECISIONS, FOCUS, RESERVED, SMALL
from zgc_desktop.domain.periods import Month
from zgc_desktop.ui.pages.moves_ask import Answers, Ask, Field
from zgc_desktop.ui.pages.space_land_work import day
from zgc_desktop.ui.pages.space_lists import TOP_H, Write
from zgc_desktop.ui.table.pane import TablePane
from zgc_desktop.ui.table.view import DataTable
from zgc_desktop.ui.texts import tr
from zgc_desktop.ui.widgets.bands import empty_state
from zgc_desktop.ui.widgets.basic import ElidedLabel, button, label
from zgc_desktop.ui.widgets.layout import INSIDE, box, col, lay, row
from zgc_desktop.ui.widgets.rights import writes
from zgc_desktop.viewmodels import admission
from zgc_desktop.viewmodels import space_policy as vm

if TYPE_CHECKING:
    from zgc_desktop.domain.changes import ChangeSummary
    from zgc_desktop.services.context import AppContext

OUT = "退出政策区"
DECISIONS_W = 470


def look(ctx: AppContext, month: Month | None) -> tuple[vm.PolicyLine, ...]:
    """The levels at the end of a month, at the latest today; for a worker."""
    from zgc_desktop.services import assess, land
    from zgc_desktop.services.registers import cluster_areas

    today = ctx.today()
    on = today if month is None else min(month.last_day, today)
    judged: dict[str, vm.Judged] = {}
    for done in sorted(assess.assessments(ctx), key=lambda a: (a.record.on, a.record.id)):
        told = {p.subject: p for p in done.proposals}
        for score in done.scores:
            p = told.get(score.subject)
            judged[score.subject] = vm.Judged(
                done.record.id, done.scheme.title, done.record.on, score, p.kind if p else "", p.reason if p else ""
            )
    plots = land.land_of(ctx, month).plots if month is not None else ()
    return vm.policy_lines(ctx.catalogue, plots, assess.level_history(ctx), judged, on, cluster_areas(ctx, on))


def decide(ctx: AppContext, given: Answers, assessment: int) -> ChangeSummary:
    """Record a person's decision on a level."""
    from zgc_desktop.domain.assessment.levels import LevelDecision
    from zgc_desktop.domain.errors import Refused
    from zgc_desktop.services.assess import decide_level

    effective = day(given["from"], "生效日")
    if effective is None:
        raise Refused("没有填生效日")
    level = given["level"].replace(OUT, "")
    return decide_level(
        ctx, LevelDecision(given["subject"], given["decision"], level, effective, given["reason"], ""), assessment
    )


class PolicyTab(QWidget):
    """Levels above; below, the decisions and the worksheet of the newest assessment."""

    def __init__(self, write: Write) -> None:
        super().__init__()
        self._write = write
        self.month: Month | None = None
        self.today = ""
        self.table: DataTable[vm.PolicyLine] = DataTable(vm.POLICY_COLUMNS, lambda x: x.subject, name=tr("政策区"))
        self.table.current_changed.connect(lambda _: self._follow())
        self.table.opened.connect(lambda _: self.ask_decision())
        self.table.menu_asked.connect(self._fill_menu)
        self.note = ElidedLabel("", "note")
        self.decide = button(tr("决定层次…"), self.ask_decision, role="primary")
        self.other = button(tr("登记其他对象…"), partial(self._ask, None))
        head = box(
            row(label(tr("政策区三层次"), "h3"), (self.note, 1), self.other, self.decide, margins=(16, 0, 12, 0)), height=44
        )
        empty = empty_state(tr("没有内容"), tr("组团目录没有读到。"))
        upper = box(col(head, (TablePane(self.table, empty=empty), 1), gap=0, margins=INSIDE), "card")
        upper.setMinimumHeight(TOP_H)
        self.decisions: DataTable[vm.DecisionLine] = DataTable(vm.DECISION_COLUMNS, lambda x: x.id, name=tr("历次决定"))
        self.worksheet = DataTable(admission.WORKSHEET_COLUMNS, lambda w: w.key, name=tr("评分底稿"))
        self._title, self._said = label("", "h3"), ElidedLabel("", "note")
        top = box(row(self._title, (self._said, 1), margins=(16, 0, 16, 0)), height=40)
        none = empty_state(tr("没有决定过"), tr("划入、调整和退出都由人决定，日期和理由留在这里。"))
        unscored = empty_state(tr("没有考核得分"), tr("考核在准入联审页进行；没有公开的权重，方案由本办放进规则文件夹。"))
        left = box(col((TablePane(self.decisions, empty=none), 1), gap=0))
        left.setFixedWidth(DECISIONS_W)
        both = row(left, (TablePane(self.worksheet, empty=unscored), 1), gap=0)
        lower = box(col(top, (box(both), 1), gap=0, margins=INSIDE), "card")
        lower.setMinimumHeight(220)
        lay(self, col((upper, 5), (lower, 4), gap=12))

    @property
    def tables(self) -> Mapping[str, DataTable[vm.PolicyLine]]:
        """The table whose layout is kept."""
        return {"0": self.table}

    def show_lines(self, lines: tuple[vm.PolicyLine, ...], today: str) -> None:
        """Show the levels."""
        self.today = today
        self.table.set_rows(lines)
        self.note.setText(vm.summary(lines))
        if self.table.current_key() is None and lines:
            self.table.select_key(lines[0].subject)
        self._follow()

    def line(self) -> vm.PolicyLine | None:
        """The chosen line."""
        key = self.table.current_key()
        at = self.table.table.find(key) if key is not None else None
        return None if at is None else self.table.table.row(at)

    def _follow(self) -> None:
        line = self.line()
        self.decide.setEnabled(line is not None)
        self.decisions.set_rows(() if line is None else reversed(line.decisions))
        self.worksheet.set_rows(() if line is None or line.judged is None else admission.worksheet(line.judged.score))
        self._title.setText(line.subject if line else "")
        self._said.setText(vm.said_of(line) if line else "")

    def _fill_menu(self, menu: QMenu, _key: object = None) -> None:
        menu.addAction(self.decide.text(), self.ask_decision)

    @writes
    def ask_decision(self) -> None:
        """Ask for a decision on the chosen subject."""
        line = self.line()
        if line is not None:
            self._ask(line)

    @writes
    def _ask(self, line: vm.PolicyLine | None) -> None:
        """Ask for a decision on a subject, or on one the list does not have yet."""
        assessment = line.judged.assessment if line and line.judged and line.proposal else 0
        proposed = line.suggested_level if line else FOCUS
        level = proposed or (OUT if line and line.proposal else FOCUS)
        fields: list[Field | tuple[Field, ...]] = [
            (Field("decision", tr("决定"), choices=DECISIONS),
             Field("level", tr("决定后层次"), level, (FOCUS, RESERVED, SMALL, OUT))),
            (Field("from", tr("生效日"), self.today, required=True, hint="2026-10-15", width=130),
             Field("reason", tr("理由"), required=True)),
        ]  # fmt: skip
        if line is None:
            fields.insert(0, Field("subject", tr("对象"), required=True, hint=tr("分园、地块编号或政策区名称")))
            said = tr("组团和地块在列表里；这里登记不在列表里的对象。")
        else:
            now = line.shown_level
            said = tr("现为{now}。{judged}。由人决定，自动不改。", now=now, judged=vm.said_of(line))
        act = tr("决定层次 {subject}", subject=line.subject) if line else tr("登记层次")

        def taken(given: Answers) -> None:
            full = {"subject": line.subject} | dict(given) if line else given
            self._write(act, lambda ctx: decide(ctx, full, assessment))

        Ask(self, act, said, fields, taken).open()
