"""规划目标: targets with their progress, registers, bodies with what they decided, positions of parks, gaps of clusters."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QFrame, QStackedLayout, QVBoxLayout

from zgc_desktop.domain.changes import ChangeSummary
from zgc_desktop.domain.coordination import MATTERS, OUTCOMES, PARTY_KINDS
from zgc_desktop.domain.registers import CHOICE, WHOLE
from zgc_desktop.ui.pages import papers
from zgc_desktop.ui.pages import plan_work as work
from zgc_desktop.ui.pages.base import Shell
from zgc_desktop.ui.pages.exporting import export_rows
from zgc_desktop.ui.pages.moves_ask import Answers, Ask, Field
from zgc_desktop.ui.pages.tabbed import Act, Part, TabbedPage, table_of
from zgc_desktop.ui.session import Session
from zgc_desktop.ui.table.view import DataTable
from zgc_desktop.ui.texts import tr
from zgc_desktop.ui.widgets.bands import empty_state
from zgc_desktop.ui.widgets.basic import label
from zgc_desktop.ui.widgets.layout import box, clear, col, row
from zgc_desktop.ui.widgets.rights import writes
from zgc_desktop.viewmodels import plan as vm
from zgc_desktop.viewmodels.ties import TIE_COLUMNS
from zgc_desktop.viewmodels.zones import ZONE_COLUMNS, zone_facts

if TYPE_CHECKING:
    from pathlib import Path

    from zgc_desktop.domain.zone_sums import ZoneLine
    from zgc_desktop.services.context import AppContext

TARGETS, REGISTERS, BODIES, POSITIONS, GAPS, TIES, ZONES = range(7)
BOTTOM_H = 260
NAME_W = 72

Write = Callable[["AppContext", Answers], ChangeSummary]
Asked = list[Field | tuple[Field, ...]]


class PlanPage(TabbedPage):
    """Lists above; below, what a target rests on, what a register holds, what a body decided."""

    subjects = frozenset({"registers", "meetings", "submissions", "companies", "rules", "land", "clusters"})
    targets, registers, bodies = table_of(TARGETS), table_of(REGISTERS), table_of(BODIES)
    positions, gaps, ties, zones = table_of(POSITIONS), table_of(GAPS), table_of(TIES), table_of(ZONES)

    def __init__(self, shell: Shell, session: Session) -> None:
        super().__init__(shell, session, tr("规划目标"), titles())
        self.view: vm.PlanView | None = None
        self._zones_of: vm.PlanView | None = None

    def look(self, ctx: AppContext) -> vm.PlanView:
        """Everything the page shows, figures as at the month; for a worker."""
        return work.look(ctx, self.shell.month)

    def show_target(self, target: object) -> None:
        """Show a target by its key, or by its year and title as the report's codes name it."""
        if self.built and isinstance(target, str):
            self.tabs.choose(TARGETS)
            named = (x.key for x in self.targets.table.rows if x.code_name == target)
            self.targets.select_key(next(named, target))

    # ---- building ---------------------------------------------------------------------------------------------------------

    def build(self) -> None:
        """Seven lists and the card behind them."""
        kept_as = ("plan", "plan_registers", "plan_bodies", "plan_positions", "plan_gaps", "plan_ties", "plan_zones")
        self.lay_out(kept_as, tr("目标、登记簿、机构"), self._card())

    def make_part(self, n: int) -> Part:
        """One of the lists."""
        columns: tuple[Any, Callable[[Any], Any]] = (
            (vm.TARGET_COLUMNS, lambda x: x.key),
            (vm.REGISTER_COLUMNS, lambda x: x.kind.key),
            (vm.BODY_COLUMNS, lambda x: x.body.name),
            (vm.POSITION_COLUMNS, lambda x: x.entry),
            (vm.GAP_COLUMNS, lambda x: (x.cluster, x.industry)),
            (TIE_COLUMNS, lambda x: (x.kind, x.name)),
            (ZONE_COLUMNS, lambda x: (x.grouping, x.zone)),
        )[n]
        table: DataTable[Any] = DataTable(*columns, name=self.titles[n])
        if n == GAPS:
            table.opened.connect(lambda _: self._see_cluster())
        return self.list_part(n, table, self._empty(n))

    def _empty(self, n: int) -> QFrame:
        if n == BODIES:
            said = tr("登记机构、成员和有效到会人数后，才能登记会审结论和决议。")
            return empty_state(tr("没有议事机构"), said, act=tr("登记机构…"), on_act=self.new_body)
        if n == POSITIONS:
            said = tr("登记各园的千亿级优势主导产业和百亿级重点培育产业，当年累计收入由台账得出。")
            return empty_state(tr("没有登记产业定位"), said, act=tr("登记定位…"), on_act=self.new_position)
        if n == GAPS:
            return empty_state(tr("没有缺口，或没有入库的分园"), tr("规划产业还没有企业的组团列在这里；未入库的分园不算缺口。"))
        if n == TIES:
            said = tr("在登记簿里登记领军企业生态圈、总部与异地经营点、孵化毕业企业，跨分园合并查看，同一企业只计一次。")
            return empty_state(tr("没有企业联系"), said)
        return empty_state(tr("没有内容"), tr("规则文件里没有声明。"))

    def _card(self) -> QFrame:
        self.entries = DataTable(vm.ENTRY_COLUMNS, lambda x: x.entry.id, name=tr("登记内容"))
        self.entries.current_changed.connect(lambda _: self.offer())
        self.resolutions = DataTable(vm.RESOLUTION_COLUMNS, lambda r: r.id, name=tr("决议"))
        self._facts = QVBoxLayout()
        self._facts.setSpacing(6)
        facts = box(col(self._facts, None, margins=(16, 4, 16, 8)))
        inside = QFrame()
        self._below = QStackedLayout(inside)
        for each in (facts, self.entries, self.resolutions):
            self._below.addWidget(each)
        self._behind = self.card(inside)
        self._behind.setMinimumHeight(BOTTOM_H)
        return self._behind

    # ---- showing ------------------------------------------------------------------------------------------------------------

    def take(self, seen: vm.PlanView) -> None:
        """Show what was read."""
        self.view = seen
        self.note.setText(vm.summary(seen.targets))
        self.fill((seen.targets, seen.registers, seen.bodies, seen.positions, seen.gaps, seen.ties, None))
        self._zones_of = None
        self._work_zones()

    def _work_zones(self) -> None:
        """Have the month added up by zone once the tab is looked at: it takes as long as a draft of the report."""
        month, asked = self.shell.month, self.view
        if self.tab != ZONES or month is None or self._zones_of is asked:
            return
        self._zones_of, ctx = asked, self.session.need()

        def done(found: Sequence[ZoneLine]) -> None:
            if self.built and self.view is asked:  # else something newer was read meanwhile
                self.fill_one(ZONES, found)

        self.shell.operations.run(
            tr("按片区汇总"), lambda _p, _c: work.by_zone(ctx, month), done, self._cannot_read, owner=self, database=False,
            quiet=True,
        )  # fmt: skip

    def show_tab(self, n: int) -> None:
        """Show a tab with its own kind of card."""
        self._below.setCurrentIndex({REGISTERS: 1, BODIES: 2}.get(n, 0))
        self._behind.setVisible(bool(self.tables[n].table.rows))
        self.note.setVisible(n == TARGETS)
        super().show_tab(n)
        self._work_zones()

    def _say_count(self, n: int) -> None:
        """How many zones there are says nothing, and seven titles need the room."""
        if n != ZONES:
            super()._say_count(n)

    def follow(self) -> None:
        """Show what stands behind the chosen line."""
        line = self.current()
        if self.tab == POSITIONS:
            self._say_facts(() if line is None else vm.position_facts(line))
            self.say(f"{line.park} {line.industry}" if line else "", line.level if line else "")
        elif self.tab == GAPS:
            self._say_facts(() if line is None else vm.gap_facts(line))
            self.say(f"{line.cluster} {line.industry}" if line else "", line.kind if line else "")
        elif self.tab == ZONES:
            self._say_facts(() if line is None else zone_facts(line))
            self.say(line.zone if line else "", line.grouping if line else "")
        elif self.tab == TIES:
            self._say_facts(() if line is None else line.facts)
            self.say(line.name if line else "", line.kind if line else "")
        elif self.tab == TARGETS:
            self._say_facts(() if line is None else vm.target_facts(line))
            self.say(line.progress.target.title if line else "", line.progress.sentence if line else "")
        elif self.tab == REGISTERS:
            self.entries.set_rows(() if line is None else [vm.EntryLine(line.kind, e) for e in line.entries])
            self.say(line.kind.title if line else "", line.kind.about if line else "")
        else:
            assert self.view is not None
            self.resolutions.set_rows([r for r in self.view.resolutions if line is not None and r.body == line.body.name])
            self.say(line.body.name if line else "", line.body.source if line else "")
        self.offer()

    def _say_facts(self, facts: Sequence[tuple[str, str]]) -> None:
        clear(self._facts)
        for name, said in facts:
            left = label(name, "note")
            left.setFixedWidth(NAME_W)
            self._facts.addWidget(box(row(left, (label(said, wrap=True), 1), gap=8)))

    # ---- acting ------------------------------------------------------------------------------------------------------------

    def acts_of(self) -> list[Act]:
        """What can be done in the tab."""
        line = self.current()
        if self.tab == REGISTERS and line is not None:
            found: list[Act] = [(tr("登记…"), partial(self.new_entry, line))]
            if self.entries.current_key() is not None:
                found += [(tr("更正…"), partial(self._correct, line)), (tr("撤回…"), self._take_back)]
            return [*found, (tr("导出…"), self.export)] if line.entries else found
        if self.tab == POSITIONS:
            return [(tr("登记定位…"), self.new_position)]
        if self.tab == GAPS:
            return [(tr("看组团"), self._see_cluster)] if line is not None else []
        if self.tab == BODIES:
            acts: list[Act] = []
            if line is not None:
                acts += [(tr("登记决议…"), partial(self._resolve, line)), (tr("登记成员…"), partial(self._member, line))]
                held = [r.on for r in self.resolutions.table.rows]
                if held:
                    acts.append(
                        (tr("会议纪要"), lambda: self._paper(tr("会议纪要"), papers.minutes(line.body.name, max(held))))
                    )
            return [*acts, (tr("登记机构…"), self.new_body)]
        if self.tab != TARGETS or line is None:
            return []
        return [(tr("登记佐证…"), self._evidence), (tr("年度报告"), self.write_book), (tr("公开版"), self.write_public)]

    def write_book(self) -> None:
        """Write the yearly book of both plans."""
        assert self.view is not None
        self._paper(tr("年度报告"), papers.yearbook(self.view.year, public=False))

    def write_public(self) -> None:
        """Write its public version, without company data."""
        assert self.view is not None
        self._paper(tr("公开版"), papers.yearbook(self.view.year, public=True))

    def _paper(self, name: str, make: Callable[[AppContext], Path]) -> None:
        papers.write_paper(self, self.session, name, make)

    @writes
    def new_entry(self, line: vm.RegisterLine, given: Mapping[str, str] | None = None) -> None:
        """Ask for an entry of a register; ``given`` fills some of its fields."""
        known, kind = given or {}, line.kind
        fields = self._entry_fields(line, known)
        self._ask(tr("登记{name}", name=kind.title), kind.about, fields, lambda c, a: work.register(c, kind, a))

    @writes
    def _correct(self, line: vm.RegisterLine) -> None:
        number, kind = self.entries.current_key(), line.kind
        entry = next(e for e in line.entries if e.id == number)
        known = dict(entry.values) | {
            "_subject": entry.subject, "_from": str(entry.from_day), "_to": str(entry.to_day or ""), "_source": entry.source,
        }  # fmt: skip
        said = tr("更正后的一条替代原来的一条；原来的保留，可一步撤销。")
        act = tr("更正{name}", name=kind.title)
        self._ask(act, said, self._entry_fields(line, known), lambda c, a: work.correct(c, kind, entry.id, a))

    def _entry_fields(self, line: vm.RegisterLine, known: Mapping[str, str]) -> Asked:
        assert self.view is not None
        kind = line.kind
        fields: Asked = []
        if kind.subject != WHOLE:
            fields.append(Field("_subject", kind.subject, known.get("_subject", ""), required=True))
        for each in kind.fields:
            choices = (*(() if each.required else ("",)), *each.choices) if each.kind == CHOICE else ()
            title = f"{each.title}（{each.unit or each.kind}）" if each.kind not in (CHOICE, "文字") else each.title
            fields.append(Field(each.key, title, known.get(each.key, ""), choices, required=each.required))
        fields.append(
            (Field("_from", tr("自"), known.get("_from") or str(self.view.today), required=True),
             Field("_to", tr("至"), known.get("_to", ""), hint=tr("未定则留空")))
        )  # fmt: skip
        fields.append(Field("_source", tr("来源"), known.get("_source", ""), required=True))
        return fields

    @writes
    def new_position(self) -> None:
        """Ask for a park's position on an industry."""
        assert self.view is not None
        line = next((r for r in self.view.registers if r.kind.key == "positions"), None)
        if line is not None:
            self.new_entry(line)

    def _see_cluster(self) -> None:
        line = self.current()
        if line is not None:
            self.shell.go("space", line.cluster)

    def export(self) -> None:
        """Write what the tab shows as a workbook; of a register its entries, a column a field."""
        line = self.current() if self.built and self.tab == REGISTERS else None
        if line is None or not line.entries:
            super().export()
            return
        leaving = vm.register_table(line)
        export_rows(self, self.session, self.entries, leaving.title, lambda ctx, _shown: work.export(ctx, leaving))

    @writes
    def _evidence(self) -> None:
        assert self.view is not None
        line = next((r for r in self.view.registers if r.kind.key == "evidence"), None)
        if line is not None:
            self.new_entry(line, {"target": self.current().key})

    @writes
    def _take_back(self) -> None:
        number = self.entries.current_key()
        assert isinstance(number, int)
        fields: Asked = [Field("reason", tr("理由"), required=True)]
        self._ask(tr("撤回登记"), tr("记录保留，不再算数。"), fields, lambda c, a: work.take_back(c, number, a))

    @writes
    def new_body(self) -> None:
        """Ask for a body that meets."""
        fields: Asked = [
            Field("name", tr("机构名称"), required=True),
            (Field("quorum", tr("有效到会（人）"), hint=tr("没有规定则留空")), Field("source", tr("设立依据"), required=True)),
        ]
        self._ask(tr("登记机构"), tr("没有登记有效到会人数的机构，不能登记决定。"), fields, work.add_body)

    @writes
    def _member(self, line: vm.BodyLine) -> None:
        name = line.body.name
        fields: Asked = [
            (Field("name", tr("成员"), required=True), Field("kind", tr("类别"), choices=PARTY_KINDS)),
            (Field("from", tr("任期起始"), str(line.today), required=True), Field("to", tr("任期截止"), hint=tr("未定则留空"))),
        ]
        act = tr("登记成员 {name}", name=name)
        self._ask(act, tr("同一成员的任期不能重叠。"), fields, lambda c, a: work.add_member(c, name, a))

    @writes
    def _resolve(self, line: vm.BodyLine) -> None:
        name, sitting = line.body.name, "、".join(line.body.sitting(line.today))
        fields: Asked = [
            (Field("matter", tr("种类"), choices=MATTERS), Field("subject", tr("案件号、项目号")),
             Field("on", tr("日期"), str(line.today), required=True)),
            Field("question", tr("议题"), required=True),
            (Field("outcome", tr("结论"), choices=OUTCOMES, width=110), Field("text", tr("议定内容"), required=True)),
            Field("present", tr("到会成员"), sitting, required=True),
            (Field("owner", tr("责任单位"), hint=tr("由此产生任务时填写")), Field("due", tr("时限"), hint="2026-12-31")),
        ]  # fmt: skip
        act = tr("登记决议 {name}", name=name)
        said = tr("到会人数不足的不能作出决定。写了责任单位的，议定内容同时成为任务，在准入联审的任务页跟踪。")
        self._ask(act, said, fields, lambda c, a: work.resolve(c, name, a))

    def _ask(self, act: str, said: str, fields: Asked, write: Write) -> None:
        Ask(self, act, said, fields, lambda given: self.write(act, lambda ctx: write(ctx, given))).open()


def titles() -> list[str]:
    """The tabs."""
    return [tr("规划目标"), tr("登记簿"), tr("议事机构"), tr("产业定位"), tr("产业缺口"), tr("企业联系"), tr("片区")]
