"""准入联审: projects from application to the check, standards, assessments, the exit list, tasks and funds."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QFileDialog, QFrame, QMenu, QStackedLayout

from zgc_desktop.domain.changes import ChangeSummary
from zgc_desktop.domain.review.steps import MEETING, OPINIONS
from zgc_desktop.ui.pages import admission_asks as asks
from zgc_desktop.ui.pages import admission_funds as funds
from zgc_desktop.ui.pages import admission_work as work
from zgc_desktop.ui.pages import papers
from zgc_desktop.ui.pages.base import Shell
from zgc_desktop.ui.pages.moves_ask import Answers, Ask
from zgc_desktop.ui.pages.tabbed import Part, TabbedPage, table_of
from zgc_desktop.ui.session import Session
from zgc_desktop.ui.table.view import DataTable
from zgc_desktop.ui.texts import tr
from zgc_desktop.ui.widgets.bands import empty_state
from zgc_desktop.ui.widgets.basic import label
from zgc_desktop.ui.widgets.late import Late, page_of
from zgc_desktop.ui.widgets.layout import box, row
from zgc_desktop.ui.widgets.rights import writes
from zgc_desktop.viewmodels import admission as vm

if TYPE_CHECKING:
    from zgc_desktop.services.context import AppContext

PROJECTS, STANDARDS, SCORES, EXITS, TASKS, FUNDS = range(6)
BOTTOM_H, HEAD_H = 260, 100
QWIDGETSIZE_MAX = 16_777_215
"""Qt's own limit, which its Python has no name for."""


class AdmissionPage(TabbedPage):
    """Lists above; below, what stands behind the chosen line. Every act is a button and stands in the line's menu."""

    subjects = frozenset({"projects", "admission", "assessment", "meetings", "rules", "land"})
    projects, standards, scores = table_of(PROJECTS), table_of(STANDARDS), table_of(SCORES)
    notices, tasks, funds = table_of(EXITS), table_of(TASKS), table_of(FUNDS)

    def __init__(self, shell: Shell, session: Session) -> None:
        super().__init__(shell, session, tr("准入联审"), titles())
        self.view: vm.AdmissionView | None = None

    def look(self, ctx: AppContext) -> vm.AdmissionView:
        """Everything the page shows, as of today; for a worker."""
        return work.look(ctx)

    def show_target(self, target: object) -> None:
        """Show a project by its number."""
        if self.built and isinstance(target, str):
            self.tabs.choose(PROJECTS)
            self.projects.select_key(target)

    # ---- building ---------------------------------------------------------------------------------------------------------

    def build(self) -> None:
        """Six lists and the card behind them."""
        names = ("projects", "standards", "scores", "notices", "tasks", "funds")
        self.lay_out([f"admission_{name}" for name in names], tr("项目、分园、单位"), self._lower())

    def make_part(self, n: int) -> Part:
        """One of the lists."""
        columns: tuple[Any, Callable[[Any], Any]] = (
            (vm.PROJECT_COLUMNS, lambda x: x.key),
            (vm.STANDARD_COLUMNS, lambda s: s.id),
            (vm.SCORE_COLUMNS, lambda x: x.key),
            (vm.NOTICE_COLUMNS, lambda x: x.id),
            (vm.TASK_COLUMNS, lambda x: x.task.id),
            (vm.FUND_COLUMNS, lambda x: x.fund.name),
        )[n]
        table: DataTable[Any] = DataTable(*columns, name=self.titles[n])
        table.menu_asked.connect(self._fill_menu)
        return self.list_part(n, table, self._empty(n))

    def _lower(self) -> QFrame:
        self.criteria = DataTable(vm.CRITERION_COLUMNS, lambda c: c.title, name=tr("准入测试"))
        self.history = DataTable(vm.HISTORY_COLUMNS, lambda h: h.key, name=tr("经过"))
        self._inside = QFrame()
        self._below = QStackedLayout(self._inside)
        self._below.addWidget(box(row((self.history, 1), (self.criteria, 1), gap=0)))
        behind = page_of(self._below)
        self._worksheet = Late(lambda: DataTable(vm.WORKSHEET_COLUMNS, lambda w: w.key, name=tr("评分底稿")), behind)
        self._grants = Late(lambda: DataTable(vm.GRANT_COLUMNS, lambda g: g.number, name=tr("项目资金")), behind)
        self._behind = self.card(self._inside)
        return self._behind

    @property
    def worksheet(self) -> DataTable[vm.WorksheetRow]:
        """How a score came about."""
        return self._worksheet()

    @property
    def grants(self) -> DataTable[vm.GrantRow]:
        """What a fund gave to which project."""
        return self._grants()

    def _empty(self, n: int) -> QFrame:
        missing = (
            tr("没有项目"), tr("没有登记准入标准"), tr("没有考核"), tr("退出名单为空"), tr("没有任务"), tr("没有资金"),
        )[n]  # fmt: skip
        said = (
            tr("登记申报后，按当日生效的标准测试，再逐步联审。"),
            tr("各园数值没有公开文件，由本办录入并注明出处；没有标准时测试结论为未定。"),
            tr("把考核方案放进本办规则文件夹的 assessment 目录，再选数据表评分；得分在这里重算复核。"),
            tr("考核不达标、未履约的项目或区域，在这里告知并计时。"),
            tr("会议议定的任务和手工登记的任务都在这里，按时限排列。"),
            tr("登记限额和年度，例如 5 年 300 亿元；每笔支持累计扣减，余额随时可见。"),
        )[n]
        act, opener = (
            (tr("项目申报…"), self.new_project), (tr("登记标准…"), self.new_standard), (tr("评估打分…"), self.run_scheme),
            (tr("列入退出名单…"), self.new_notice), (tr("登记任务…"), self.new_task), (tr("登记资金…"), self.new_fund),
        )[n]  # fmt: skip
        return empty_state(missing, said, act=act, on_act=opener)

    # ---- showing ------------------------------------------------------------------------------------------------------------

    def take(self, seen: vm.AdmissionView) -> None:
        """Show what was read."""
        self.view = seen
        self.note.setText(vm.summary(seen))
        self.fill((seen.projects, seen.standards, seen.scores, seen.notices, seen.tasks, seen.fund_rows))

    def show_tab(self, n: int) -> None:
        """Show a tab; the card is low where nothing but its acts stands in it."""
        if n == SCORES:
            self._below.setCurrentWidget(self.worksheet)
        elif n == FUNDS:
            self._below.setCurrentWidget(self.grants)
        else:
            self._below.setCurrentIndex(0)
        behind = n in (PROJECTS, SCORES, FUNDS)
        self._inside.setVisible(behind)
        self._behind.setMinimumHeight(BOTTOM_H if behind else HEAD_H)
        self._behind.setMaximumHeight(QWIDGETSIZE_MAX if behind else HEAD_H)
        self._behind.setVisible(n == STANDARDS or bool(self.tables[n].table.rows))
        super().show_tab(n)

    def follow(self) -> None:
        """Show what stands behind the chosen line."""
        line = self.current()
        if self.tab == PROJECTS:
            self.history.set_rows(() if line is None else vm.history(line))
            self.criteria.set_rows(() if line is None else vm.criteria(line))
            said = "" if line is None else "；".join(t for t in (line.file.state, line.waits, line.plot_said) if t)
            self.say(line.file.label if line else "", said)
        elif self.tab == SCORES:
            self.worksheet.set_rows(() if line is None else vm.worksheet(line.score))
            self.say(line.score.subject if line else "", line.proposal if line else "")
        elif self.tab == STANDARDS:
            self.say(line.label if line else "", line.citation.short if line else "")
        elif self.tab == FUNDS:
            self.grants.set_rows(() if line is None else reversed(line.grants))
            self.say(line.fund.name if line else "", line.left_said.removeprefix(line.fund.name) if line else "")
        elif self.tab == EXITS:
            self.say(line.notice.subject if line else "", line.notice.state(line.today) if line else "")
        else:
            self.say(line.task.text if line else "", line.task.sentence(line.today) if line else "")
        self.offer()

    # ---- acting ------------------------------------------------------------------------------------------------------------

    def acts_of(self) -> list[tuple[str, Callable[[], object]]]:
        """What can be done with the chosen line and in the tab, the most likely first."""
        line, found = self.current(), list[tuple[str, Callable[[], object]]]()
        if self.tab == PROJECTS:
            if line is not None:
                found += self._project_acts(line)
            found.append((tr("项目申报…"), self.new_project))
        elif self.tab == STANDARDS:
            found += [(tr("登记标准…"), self.new_standard), (tr("试算…"), self.try_standard)]
            if line is not None:
                found.append((tr("公布件"), lambda: self._paper(tr("公布件"), papers.standard_sheet(line.id))))
            if line is not None and line.effective_to is None:
                found.append((tr("写失效日…"), partial(self._end_standard, line)))
        elif self.tab == SCORES:
            if line is not None:
                found.append((tr("决定层次…"), partial(self._level, line)))
            found.append((tr("评估打分…"), self.run_scheme))
        elif self.tab == FUNDS:
            if line is not None and self.projects.table.rows:
                found.append((tr("安排支持…"), partial(self.new_grant, fund=line.fund.name)))
            found.append((tr("登记资金…"), self.new_fund))
        elif self.tab == EXITS:
            if line is not None and not line.notice.outcome:
                found.append((tr("办结…"), partial(self._end_notice, line)))
            found.append((tr("列入退出名单…"), self.new_notice))
        elif self.tab == TASKS:
            if line is not None and line.task.done_on is None:
                found.append((tr("办结…"), partial(self._finish, line)))
            found.append((tr("登记任务…"), self.new_task))
        return found

    def _project_acts(self, line: vm.ProjectLine) -> list[tuple[str, Callable[[], object]]]:
        number, found = line.key, list[tuple[str, Callable[[], object]]]()
        if line.ways:
            found.append((tr("推进…"), partial(self._ask, asks.advance(line), lambda c, a: work.advance(c, number, a))))
        if line.file.state == OPINIONS:
            found.append((tr("征求意见…"), partial(self._ask, asks.ask(line), lambda c, a: work.ask(c, number, a))))
            if line.standing:
                found.append((tr("登记意见…"), partial(self._ask, asks.opinion(line), lambda c, a: work.opine(c, number, a))))
        if line.file.state == MEETING:
            found.append((tr("会审…"), partial(self._decide, line)))
        if line.file.meetings:
            last = line.file.meetings[-1]
            found.append((tr("会议纪要"), lambda: self._paper(tr("会议纪要"), papers.minutes(last.body, last.on))))
        if line.open_conditions:
            found.append((tr("条件销号…"), partial(self._ask, asks.strike(line), lambda c, a: work.strike(c, number, a))))
        if line.file.state in ("通过", "有条件通过"):
            found.append((tr("履约承诺…"), partial(self._ask, asks.promise(line), lambda c, a: work.promise(c, number, a))))
        if line.file.promises and line.file.state in ("投产", "整改", "续约", "达产考核"):
            found.append((tr("考核承诺…"), partial(self._ask, asks.found(line), lambda c, a: work.found(c, number, a))))
        if self.view is not None and self.view.funds:
            found.append((tr("安排支持…"), partial(self.new_grant, project=number)))
        if line.file.project.major and (line.plot is None or line.plot.state != "储备"):
            found.append(
                (tr("预留地块…"), partial(self._ask, funds.reserve(line), lambda c, a: funds.reserve_plot(c, number, a)))
            )
        return found

    def _paper(self, name: str, make: Callable[[AppContext], Path]) -> None:
        papers.write_paper(self, self.session, name, make)

    def _fill_menu(self, menu: QMenu, _key: object = None) -> None:
        for title, act in self.acts_of():
            menu.addAction(title, act)

    @writes
    def _ask(self, question: asks.Question, write: Callable[[AppContext, Answers], ChangeSummary]) -> None:
        def answered(given: Answers) -> None:
            self.write(question.act, lambda ctx: write(ctx, given))

        Ask(self, question.act, question.consequence, question.fields, answered, check=question.check).open()

    @writes
    def new_project(self) -> None:
        """Ask for a new project."""
        assert self.view is not None
        self._ask(asks.new_project(self.view), work.apply_for)

    @writes
    def _decide(self, line: vm.ProjectLine) -> None:
        assert self.view is not None
        if not self.view.bodies:
            said = tr("还没有登记议事机构和成员；请先在规划目标页的议事机构登记")
            self.ribbon.trouble(said, tr("去登记"), lambda: self.shell.go("plan"))
            return
        self._ask(asks.decide(line, self.view), lambda c, a: work.decide(c, line.key, a))

    @writes
    def new_fund(self) -> None:
        """Ask for a fund with its limit."""
        assert self.view is not None
        self._ask(funds.new_fund(str(self.view.today)), funds.register_fund)

    @writes
    def new_grant(self, project: str = "", fund: str = "") -> None:
        """Ask for support to a project out of a fund."""
        assert self.view is not None
        self._ask(funds.new_grant(self.view, project, fund), funds.grant)

    @writes
    def run_scheme(self) -> None:
        """Ask for a file of figures and the scheme to score them by."""
        assert self.view is not None
        view = self.view
        if not view.schemes:
            said = view.scheme_fault or tr("没有考核方案；请把方案文件放进 {folder}", folder=view.scheme_folder)
            self.ribbon.trouble(said, tr("收起"), self.ribbon.hide)
            return
        name, _ = QFileDialog.getOpenFileName(self, tr("选择考核数据表"), "", tr("数据表 (*.csv)"))
        if name:
            self._ask(funds.run_scheme(view, Path(name)), lambda c, a: funds.assess(c, view, Path(name), a))

    @writes
    def new_standard(self) -> None:
        """Ask for a version of a standard."""
        assert self.view is not None
        said = tr("各园数值由本办录入，须有出处。门槛留空即为未定。同一范围的日期不能重叠。")
        self._ask(asks.new_standard(self.view, tr("登记准入标准"), said), work.register_standard)

    def try_standard(self) -> None:
        """Ask for a standard and say what it would have done to past projects."""
        assert self.view is not None
        question = asks.new_standard(self.view, tr("试算准入标准"), tr("只算以往项目的结论会怎样变化，不登记。"))

        def answered(given: Answers) -> None:
            def done(said: str) -> None:
                self.shell.show_drawer(tr("试算"), question.act, label(said, wrap=True))

            self.session.read(
                self.shell.operations, question.act, lambda ctx: work.try_standard(ctx, given), done, self.trouble, owner=self
            )

        Ask(self, question.act, question.consequence, question.fields, answered).open()

    @writes
    def _end_standard(self, standard: Any) -> None:
        assert self.view is not None
        self._ask(asks.end_standard(self.view, standard.label), lambda c, a: work.end_standard(c, standard.id, a))

    @writes
    def _level(self, line: vm.ScoreRow) -> None:
        assert self.view is not None
        subject, number = line.score.subject, line.assessment
        self._ask(asks.level(line, str(self.view.today)), lambda c, a: work.level(c, subject, number, a))

    @writes
    def new_notice(self) -> None:
        """Ask for an exit notice."""
        assert self.view is not None
        self._ask(asks.new_notice(str(self.view.today)), work.notice)

    @writes
    def _end_notice(self, line: vm.NoticeRow) -> None:
        question = asks.end_notice(line.notice.subject, str(line.today))
        self._ask(question, lambda c, a: work.end_notice(c, line.id, a))

    @writes
    def new_task(self) -> None:
        """Ask for a task."""
        assert self.view is not None
        self._ask(asks.new_task(str(self.view.today)), work.add_task)

    @writes
    def _finish(self, line: vm.TaskRow) -> None:
        question = asks.finish_task(line.task.text, str(line.today))
        self._ask(question, lambda c, a: work.finish_task(c, line.task.id, a))


def titles() -> list[str]:
    """The tabs."""
    return [tr("项目"), tr("准入标准"), tr("考核"), tr("退出名单"), tr("任务"), tr("资金")]
