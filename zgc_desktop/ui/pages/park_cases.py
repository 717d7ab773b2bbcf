"""我的案件: case slips of our moves, each party in its own lane; what the parties state differently is decided by a person."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QFrame

from zgc_desktop.domain.case_events import ANSWERS
from zgc_desktop.domain.changes import ChangeSummary
from zgc_desktop.domain.exchange.manifest import CITY
from zgc_desktop.domain.exchange.slips import BASE, field_of
from zgc_desktop.domain.moves import KINDS, NATURES
from zgc_desktop.ui.pages import park_work as work
from zgc_desktop.ui.pages.base import Shell
from zgc_desktop.ui.pages.moves_ask import Answers, Ask, Field
from zgc_desktop.ui.pages.park_parts import ExchangePage, FactsCard
from zgc_desktop.ui.pages.tabbed import Act, Part, table_of
from zgc_desktop.ui.session import Session
from zgc_desktop.ui.table.view import DataTable
from zgc_desktop.ui.texts import tr
from zgc_desktop.ui.widgets.bands import empty_state
from zgc_desktop.ui.widgets.rights import writes
from zgc_desktop.viewmodels import park as vm

if TYPE_CHECKING:
    from zgc_desktop.services.context import AppContext

SLIPS, CONTESTED = range(2)
CHOICES = {"nature": NATURES, "kind": KINDS}
Write = Callable[["AppContext", Answers], ChangeSummary]


class ParkCasesPage(ExchangePage):
    """Slips above with the three opinions; below, who stated what and when."""

    subjects = frozenset({"exchange", "cases", "settings"})
    slips, contested = table_of(SLIPS), table_of(CONTESTED)

    def __init__(self, shell: Shell, session: Session) -> None:
        super().__init__(shell, session, tr("我的案件"), [tr("案卷"), tr("各方不一")])
        self.seen: work.CasesSeen | None = None

    def look(self, ctx: AppContext) -> work.CasesSeen:
        """Every slip; for a worker."""
        return work.cases(ctx)

    def build(self) -> None:
        """Two lists and the card behind them."""
        self.facts = FactsCard()
        self.lay_out(("park_slips", "park_contested"), tr("企业、案件号、分园"), self.card(self.facts.frame))

    def make_part(self, n: int) -> Part:
        """One of the lists."""
        columns: Any = (vm.SLIP_COLUMNS, vm.CONTESTED_COLUMNS)[n]
        return self.list_part(n, DataTable(columns, lambda x: x.key, name=self.titles[n]), self._empty(n))

    def _empty(self, n: int) -> QFrame:
        if n == CONTESTED:
            return empty_state(tr("各方一致"), tr("各方填得不同的项会列在这里，由人裁定。"))
        said = tr("本园企业迁出迁入时立案卷，或收市级发来的案卷包。任何一方的意见都不能阻止企业迁移。")
        return empty_state(tr("没有案卷"), said, act=tr("收案卷包…"), on_act=self.choose_packages)

    def take(self, seen: work.CasesSeen) -> None:
        """Show what was read."""
        self.seen = seen
        waiting = sum(1 for x in seen.lines if x.ours[1] == "待我方")
        self.note.setText(tr("{who}　待我方 {n} 件", who=seen.me, n=waiting))
        self.fill((seen.lines, vm.contested_lines(seen.lines)))

    def follow(self) -> None:
        """Show what stands behind the chosen line."""
        found: Any = self.current()
        line: vm.SlipLine | None = found.line if isinstance(found, vm.ContestedLine) else found
        self.facts.show(vm.slip_facts(line) if line else ())
        self.say(line.slip.name if line else "", tr("我方是{side}", side=line.side) if line else "")
        self.offer()

    # ---- acting ------------------------------------------------------------------------------------------------------------

    def acts_of(self) -> list[Act]:
        """What can be done with the chosen line."""
        line: Any = self.current()
        come: Act = (tr("收案卷包…"), self.choose_packages)
        if self.tab == CONTESTED:
            return [*([(tr("裁定…"), partial(self._decide, line))] if line is not None else []), come]
        acts: list[Act] = []
        if line is not None and line.side:
            acts += [(tr("写意见…"), partial(self._say, line)), (tr("填写…"), partial(self._ask_field, line))]
        if self.seen is not None and self.seen.me != CITY:
            acts.append((tr("立案卷…"), self.open_slip))
        return [*acts, (tr("打案卷包…"), self._send), come]

    @writes
    def open_slip(self) -> None:
        """Ask for a new slip of a company that moves out of or into our park."""
        assert self.seen is not None
        me, parks = self.seen.me, self.seen.parks
        fields = [
            (Field("code", tr("统一社会信用代码"), required=True), Field("name", tr("企业名称"), required=True)),
            (Field("from", tr("迁出"), me, parks), Field("to", tr("迁入"), choices=parks)),
            (Field("on", tr("立案日"), str(self.seen.today), required=True), self._person()),
        ]
        said = tr("迁出或迁入有一方是本园。市级收到案卷包后给案件号。")
        self._write(tr("立案卷"), said, fields, work.open_slip)

    @writes
    def _say(self, line: vm.SlipLine) -> None:
        assert self.seen is not None
        fields = [
            Field("answer", tr("意见"), choices=ANSWERS[line.side]),
            Field("reason", tr("理由"), hint=tr("知悉、可接收可以不写")),
            (Field("on", tr("意见日期"), str(self.seen.today), required=True), self._person()),
        ]
        said = tr("只写{side}的意见；意见不能阻止企业迁移。", side=line.side)
        self._write(tr("写意见 {name}", name=line.slip.name), said, fields, lambda c, a: work.say(c, line.key, a))

    @writes
    def _ask_field(self, line: vm.SlipLine) -> None:
        assert self.seen is not None
        fields = vm.fields_of(line.side, self.seen.today.year)
        titles = {title: key for key, title in fields}
        said = tr("先选哪一项；只列出{side}可以填的。", side=line.side)
        field = Field("field", tr("哪一项"), choices=tuple(titles))
        Ask(
            self, tr("填写 {name}", name=line.slip.name), said, (field,), lambda a: self._state(line, titles[a["field"]])
        ).open()

    def _state(self, line: vm.SlipLine, field: str, act: str = "", said: str = "") -> None:
        title = field_of(field)[0]
        held = line.slip.value(field)
        needed = field.startswith(BASE) or bool(act)
        fields = [
            Field(
                "value",
                title,
                held,
                CHOICES.get(field, ()),
                hint=tr("日期写作 2026-10-15，金额写作 1234.56（元）"),
                required=True,
            ),
            (Field("source", tr("依据"), hint=tr("文书名称与页码"), required=needed), self._person()),
        ]
        words = said or tr("以后各方收到案卷包时看到这个值和依据。")
        name = act or tr("填写{title}", title=title)
        self._write(name, words, fields, lambda c, a: work.state_fact(c, line.key, field, a))

    @writes
    def _decide(self, found: vm.ContestedLine) -> None:
        mine, theirs, base = found.fact.sides(found.line.me)
        said = tr(
            "我方 {mine}；{theirs}；此前 {base}。写下认定的值和依据。", mine=mine or "—", theirs=theirs or "—", base=base or "—"
        )
        self._state(found.line, found.fact.field, tr("裁定{title}", title=found.fact.title), said)

    @writes
    def _send(self) -> None:
        assert self.seen is not None
        seen = self.seen
        others = sorted({p for x in seen.lines for p in x.slip.key.parties if p != seen.me}) or [CITY]
        usual = CITY if CITY in others else others[0]
        said = tr("市级转送各方的记录；分园只带自己写的。经市级转送，三方都会对齐。")

        def answer(given: Answers) -> None:
            self.pack(tr("打案卷包"), lambda folder: work.pack_cases(given["to"], folder))

        Ask(self, tr("打案卷包"), said, (Field("to", tr("发给"), usual, tuple(others)),), answer).open()

    def _person(self) -> Field:
        assert self.seen is not None
        return Field("person", tr("经办人"), self.seen.person, required=True)

    def _write(self, act: str, said: str, fields: list[Any], write: Write) -> None:
        Ask(self, act, said, fields, lambda given: self.write(act, lambda ctx: write(ctx, given))).open()
